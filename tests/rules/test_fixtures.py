"""Each rule on small portfolios of its own: it reports the marked lines of the bad one, and is silent on the good one.

A marked line ends in ``# expect: RULE``, or ``# expect: RULE, RULE`` where it is reported twice; for a file as a whole
that is line 1. The day stands in the first line of ``program.yaml``: ``# as-of: 2026-11-02``.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.finding import Finding
from staircase.core.load import load
from staircase.core.rules.names import ERRORS
from staircase.disk import read

HERE = Path(__file__).parent
RULES = sorted(folder.name for folder in HERE.iterdir() if (folder / "bad").is_dir())

DAY = re.compile(r"# as-of: ([0-9-]{10})")
EXPECTED = re.compile(r"# expect: ([a-z-]+(?:, [a-z-]+)*)\s*$")

Reported = tuple[str, int]
"""A file of the portfolio and a line of it."""


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_reports_exactly_the_marked_lines(rule: str) -> None:
    folder = HERE / rule / "bad"

    found = sorted(reported(assessed(folder), rule))

    assert found == sorted(marked(folder, rule))
    assert found


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_where_people_do_right(rule: str) -> None:
    folder = HERE / rule / "good"

    assessment = assessed(folder)

    assert list(reported(assessment, rule)) == []
    assert list(marked(folder, rule)) == []
    assert errors(assessment) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in ERRORS])
def test_the_files_that_show_a_gap_are_without_errors(rule: str) -> None:
    folder = HERE / rule / "bad"

    assessment = assessed(folder)

    assert errors(assessment) == []


def assessed(folder: Path) -> Assessment:
    day = as_of(folder)
    return assess(load(read(folder)), day, day)


def as_of(folder: Path) -> date:
    first = (folder / "program.yaml").read_bytes().partition(b"\n")[0].decode()
    found = DAY.match(first)
    assert found, f"{folder} does not say its day"
    return date.fromisoformat(found[1])


def reported(assessment: Assessment, rule: str) -> Iterator[Reported]:
    for finding in assessment.findings:
        if finding.rule == rule:
            yield finding.path, assessment.portfolio.span(finding.path, finding.where).line


def errors(assessment: Assessment) -> list[Finding]:
    return [finding for finding in assessment.findings if finding.rule in ERRORS]


def marked(folder: Path, rule: str) -> Iterator[Reported]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for number, line in enumerate(path.read_bytes().decode(errors="replace").split("\n"), 1):
                found = EXPECTED.search(line)
                rules = found[1].split(", ") if found else []
                yield from [(path.relative_to(folder).as_posix(), number)] * rules.count(rule)
