"""Both sides of a comparison: the program's assessment and the oracle's verdict on the same texts and day."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache

from staircase.core.assess import Assessment, assess
from staircase.core.file import File
from staircase.core.finding import Finding
from staircase.core.load import load
from staircase.core.rules.rule import Scene
from tests.oracle.generate import portfolio
from tests.oracle.naive import Verdict, build, judge
from tests.oracle.severities import RULES

ERRORS = ("reference-unknown", "date-order", "date-in-future", "benefit-flat-target")

Told = tuple[str, str, str, str, str | None]


@cache
def sides(seed: int) -> tuple[Assessment, Verdict]:
    """Ask both sides about the portfolio of a seed."""
    made = portfolio(seed)
    return ask(made.texts, made.t, made.today)


def ask(texts: Mapping[str, str | None], t: date, today: date) -> tuple[Assessment, Verdict]:
    """Ask both sides about texts by path; None is a file that is only named."""
    files = [File(path, None if text is None else text.encode()) for path, text in sorted(texts.items())]
    return assess(load(files), t, today), judge(build(texts, t, today))


def scene(assessment: Assessment) -> Scene:
    """Give what the program knows on the day; every portfolio here has a readable programme."""
    assert assessment.scene is not None
    return assessment.scene


def told(finding: Finding) -> Told:
    """Give a gap as the oracle tells it."""
    subject = finding.subject
    return finding.rule, str(finding.severity), subject.kind, subject.id, finding.item


def listed(assessment: Assessment) -> Counter[Told]:
    """Give the listed gaps."""
    return Counter(told(finding) for finding in assessment.findings if finding.rule in RULES)


def errors(assessment: Assessment) -> Counter[tuple[str, str, str]]:
    """Count the errors by subject and rule; dates out of order once a file, since they can be told in many ways."""
    found = Counter((one.subject.kind, one.subject.id, one.rule) for one in assessment.findings if one.rule in ERRORS)
    return Counter({key: 1 if key[2] == "date-order" else count for key, count in found.items()})
