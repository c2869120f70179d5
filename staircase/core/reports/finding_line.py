"""A finding as a line of ``check``, ``gaps`` and ``status``: where it stands, whose it is, what is at stake in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from staircase.core.assess import Assessment
from staircase.core.figures import NOTHING
from staircase.core.finding import Finding
from staircase.core.fix import fix_of
from staircase.core.listing import at_stake, kind_at_stake, numbered, owner, weight
from staircase.core.period import Period
from staircase.core.reports.block import Value
from staircase.core.reports.outline import Field, Made
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
    def fix(self) -> Code | None:
        """The command that mends it, where one does."""
        fix = fix_of(self.finding)
        return None if fix is None else Code(fix)

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
    Field("fix", lambda line: line.fix, shrink=20),
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
