"""The portfolio beside its base: both assessed on the same day, with what the base has decided."""

from dataclasses import dataclass, replace
from shlex import quote

from staircase import git, revision
from staircase.cli.reading import language_for, loaded
from staircase.cli.settings import Settings
from staircase.cli.usage import NoBaseError
from staircase.core.acceptance import governance
from staircase.core.assess import Assessment, Judgement, assess
from staircase.core.comparison.findings import ComparedFindings, governing
from staircase.core.comparison.renames import renames
from staircase.core.load import Shelf, load
from staircase.core.portfolio import Portfolio
from staircase.core.reports.check import in_reading_order


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assessments of one day, and how their findings compare.

    Attributes:
        head: the portfolio as its folder holds it, governed by the base, its findings in reading order.
        base: the portfolio at the base.
        findings: what is new, carried, fixed, and accepted by the change itself.
        revision: the base's commit.
    """

    head: Assessment
    base: Assessment
    findings: ComparedFindings
    revision: str


def compared(settings: Settings, base: str) -> Comparison:
    """Compare the portfolio with the commit where it began from ``base``.

    Raises:
        NoBaseError: that commit cannot be read.
    """
    shelf = Shelf()
    portfolio = loaded(settings, shelf)
    try:
        commit, before = _base(settings, base, shelf)
    except git.RevisionError as error:
        raise _refusal(error, settings, portfolio) from error
    names = renames(before, portfolio)
    governed = governing(before, names)
    days = (settings.as_of, settings.today)
    head, earlier = _in_order(assess(portfolio, *days, governed)), assess(before, *days)
    own = head if governed == governance(portfolio) else assess(portfolio, *days)
    return Comparison(head, earlier, ComparedFindings(earlier, head, own, names), commit)


def _base(settings: Settings, base: str, shelf: Shelf) -> tuple[str, Portfolio]:
    """Give the base's commit, and the portfolio there; what the two have in common is neither read nor parsed again."""
    repository = git.repository(settings.root)
    name = git.merge_base(repository, base)
    known = (*shelf.programs, *shelf.assignments)
    files = revision.read(repository, name, repository.inside(settings.root), known)
    return name, load(files, shelf=shelf)


def _refusal(error: git.RevisionError, settings: Settings, portfolio: Portfolio) -> NoBaseError:
    places = dict(error.places)
    if "folder" in places:
        places["quoted"] = quote(places["folder"])
    return NoBaseError(f"shell.base.{error.reason}", places, language_for(settings, portfolio))


def _in_order(assessment: Assessment) -> Assessment:
    findings = in_reading_order(assessment, assessment.findings)
    return replace(assessment, judge=lambda: Judgement(findings, assessment.accepted))
