"""``check``: findings as machines get them, with a fingerprint that survives edits elsewhere."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from operator import itemgetter

from staircase.core.assess import Assessment
from staircase.core.comparison.verdict import Verdict
from staircase.core.figures import NOTHING
from staircase.core.finding import Finding, Severity
from staircase.core.listing import at_stake, kind_at_stake, numbered, owner, weight
from staircase.core.period import Period
from staircase.core.reports.block import Report, Value
from staircase.core.reports.outline import Field, Made, Outline, Totals
from staircase.core.reports.select import departments_about
from staircase.core.term import Code, Money, Name, Term, Word, file_name
from staircase.core.yaml.source import Span


@dataclass(frozen=True)
class FindingLine:
    """A finding in its assessment, with its place, whose it is, and what is at stake in it.

    Attributes:
        assessment: what it was found in.
        finding: the finding.
        at_stake: the money a year at stake in the benefit or item that it is about; unset without a programme.
        marks: the fingerprints of all findings that it is listed with.
        number: its own place among them.
        novelty: what a comparison with a base says of it.
        accepted_here: whether the change's own settings would hide it or make it lighter.
    """

    assessment: Assessment
    finding: Finding
    at_stake: Fraction | None
    marks: Sequence[str]
    number: int
    novelty: str = ""
    accepted_here: bool = False

    @cached_property
    def span(self) -> Span:
        """Where it stands in its file."""
        return self.assessment.portfolio.span(self.finding.path, self.finding.where)

    @property
    def at_stake_kind(self) -> str | None:
        """The kind of benefit that is at stake, where something is."""
        return kind_at_stake(self.assessment.scene, self.finding) if self.assessment.scene and self.at_stake else None

    @cached_property
    def owner(self) -> str | None:
        """Whose it is, where that is known."""
        return owner(self.assessment.scene, self.finding) if self.assessment.scene else None

    @property
    def departments(self) -> tuple[str, ...]:
        """The ids of the departments that it is about, by itself or through its assignment."""
        return departments_about(self.assessment.scene, self.finding) if self.assessment.scene else ()


def finding_lines(
    assessment: Assessment, findings: Iterable[Finding], *, heaviest_first: bool = False, novelty: str = ""
) -> list[FindingLine]:
    """The lines of findings, in their order or the first to take first; later ones of equal mark are numbered."""
    scene = assessment.scene
    found = [(finding, at_stake(scene, finding) if scene else None) for finding in findings]
    if heaviest_first:
        found.sort(key=lambda pair: weight(assessment.portfolio, pair[0], pair[1] or NOTHING))
    marks = Made(lambda: numbered(finding for finding, _ in found))
    return [FindingLine(assessment, *found[number], marks, number, novelty) for number in range(len(found))]


def _params(line: FindingLine) -> Mapping[str, Value]:
    return {name: _day_of(name, term) for name, term in line.finding.params.items()}


def _day_of(name: str, term: Term) -> Term:
    """A period as the day that its name asks for: its first after ``from``, else its last."""
    if not isinstance(term, Period):
        return term
    return term.first if name == "from" else term.last


FINDING_FIELDS: tuple[Field[FindingLine], ...] = (
    Field("rule", lambda line: Code(line.finding.rule)),
    Field("severity", lambda line: Word(f"severity.{line.finding.severity}")),
    Field("subject_kind", lambda line: Code(line.finding.subject.kind)),
    Field("subject", lambda line: file_name(line.finding.subject.id)),
    Field("item", lambda line: Name(line.finding.item) if line.finding.item is not None else None),
    Field("message", lambda line: line.finding.message, shrink=20),
    Field("ask", lambda line: line.finding.ask, shrink=20),
    Field("params", _params, shrink=20, kind="object"),
    Field("at_stake", lambda line: Money(line.at_stake) if line.at_stake is not None else None, "right"),
    Field("at_stake_kind", lambda line: Word(f"kind.{line.at_stake_kind}") if line.at_stake_kind else None),
    Field("owner", lambda line: Name(line.owner) if line.owner else None, shrink=20),
    Field("path", lambda line: file_name(line.finding.path)),
    Field("line", lambda line: line.span.line, "right"),
    Field("column", lambda line: line.span.column, "right"),
    Field("end_line", lambda line: line.span.end_line, "right"),
    Field("end_column", lambda line: line.span.end_column, "right"),
    Field("fingerprint", lambda line: Code(line.marks[line.number])),
)

COMPARED_FIELDS: tuple[Field[FindingLine], ...] = (
    *FINDING_FIELDS,
    Field("novelty", lambda line: Code(line.novelty)),
    Field("accepted_here", lambda line: line.accepted_here, kind="boolean"),
)


def counts(*keys: str) -> Totals[Mapping[str, int]]:
    """Totals that are counts by their keys."""
    return {key: itemgetter(key) for key in keys}


FOUND = (*(severity.value for severity in Severity), "accepted")

CHECK = Outline("check", FINDING_FIELDS, counts(*FOUND))
STANDINGS = ("new", "carried", "fixed", "gone", "accepted_here", "unread_base")
COMPARED = Outline("check", COMPARED_FIELDS, counts(*FOUND, *STANDINGS))


def check(assessment: Assessment, findings: Iterable[Finding], accepted: int | None = None) -> Report:
    """The report of those findings, in their order; ``accepted`` counts the accepted ones that belong to them."""
    findings = tuple(findings)
    hidden = len(assessment.accepted) if accepted is None else accepted
    return CHECK.rows_alone(assessment, finding_lines(assessment, findings), found_counts(findings, hidden))


def found_counts(findings: Iterable[Finding], accepted: int) -> dict[str, int]:
    """How many findings there are of each severity, and how many are accepted."""
    severities = Counter(finding.severity for finding in findings)
    return {**{severity.value: severities[severity] for severity in Severity}, "accepted": accepted}


def judged(verdict: Verdict) -> Report:
    """The report of a verdict; compared with a base, its rows say how each finding stands to it."""
    marks = [each.fingerprint for each in verdict.shown]
    hidden = {id(finding) for finding in verdict.accepted_here}
    lines = finding_lines(verdict.assessment, (each.finding for each in verdict.shown))
    shown = [
        replace(line, marks=marks, novelty=each.novelty, accepted_here=id(each.finding) in hidden)
        for line, each in zip(lines, verdict.shown, strict=True)
    ]
    found = found_counts((each.finding for each in verdict.shown), len(verdict.accepted))
    if verdict.base is None:
        return CHECK.rows_alone(verdict.assessment, shown, found)
    fixed = finding_lines(verdict.base, verdict.fixed, novelty="fixed")
    gone = finding_lines(verdict.base, verdict.gone, novelty="gone")
    novelties = Counter(each.novelty for each in verdict.shown)
    compared = {
        "new": novelties["new"],
        "carried": novelties["carried"],
        "fixed": len(verdict.fixed),
        "gone": len(verdict.gone),
        "accepted_here": len(hidden),
        "unread_base": len(verdict.unread_base),
    }
    return COMPARED.rows_alone(verdict.assessment, (*shown, *fixed, *gone), found | compared)
