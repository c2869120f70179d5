"""Findings as reports: ``check``, as they stand in their files, and ``gaps``, kind by kind with the heaviest first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, assert_never

from staircase.core.assess import Assessment
from staircase.core.figures import NOTHING
from staircase.core.finding import Finding, Severity, command, fix_of
from staircase.core.listing import at_stake, kind_at_stake, numbered, owner, weight
from staircase.core.period import Period
from staircase.core.reports import Block, Cell, GapLine, Gaps, Kind, Lines, NotShown, Report, Sign, Tone, Value
from staircase.core.reports.outline import NOTHING_READ, Content, Field, Made, Outline, Totals
from staircase.core.reports.select import ALL, Selection, department_heading, departments_about, is_about
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.source import Span
from staircase.core.suggest import UNKNOWN
from staircase.core.term import Code, Count, Money, Name, Said, Term, Word, file_name

if TYPE_CHECKING:
    from staircase.core.comparison import Verdict  # start-up: no other report compares

if TYPE_CHECKING:
    from staircase.core.comparison import Verdict  # start-up: no other report compares


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

    @cached_property
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


def judged(verdict: "Verdict") -> Report:
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


By = Literal["rule", "department", "owner", "assignment"]

SIGNS = {Severity.ERROR: Sign.ERROR, Severity.WARNING: Sign.WARNING, Severity.NOTE: Sign.NOTE}

GAPS = Outline("gaps", FINDING_FIELDS, counts(*FOUND), is_of_findings=True)


def gaps(assessment: Assessment, selection: Selection = ALL, by: By = "rule") -> Report:
    """The report of the gaps that are listed: accepted ones and those turned off are not."""
    return GAPS.report(assessment, selection, lambda scene: _content(assessment, scene, selection, by))


def _content(
    assessment: Assessment, scene: Scene, selection: Selection, by: By
) -> Content[FindingLine, Mapping[str, int]]:
    counted = [
        one for one in assessment.findings if one.rule not in ERRORS and is_about(scene, one, selection, state=False)
    ]
    chosen = [one for one in counted if is_about(scene, one, selection)] if selection.state else counted
    shown = GAPS.in_order(finding_lines(assessment, chosen, heaviest_first=True), selection.sort)
    accepted = sum(is_about(scene, one, selection, state=False) for one in assessment.accepted)
    return Content(
        lines=shown,
        sums=found_counts(counted, accepted),
        blocks=_blocks(assessment, shown, accepted, selection, by),
        sentences=lambda: map(sentence, shown),
        hints=tuple(_hints(assessment, shown, by)),
        not_shown=(NotShown("accepted-gap", accepted, "staircase check --show-accepted"),) if accepted else (),
    )


def _blocks(
    assessment: Assessment, shown: Sequence[FindingLine], accepted: int, selection: Selection, by: By
) -> Iterator[Block]:
    if not shown:
        yield Lines((_nothing(assessment),))
        return
    if selection.columns:
        yield GAPS.single_table(shown, selection)
    else:
        yield Gaps((_in_one_list(shown),) if selection.sort else tuple(_kinds(shown, selection, by)))
    yield _counts(shown, accepted)


def _nothing(assessment: Assessment) -> Said:
    """Why no gap is shown: the filters, unread files, or that nothing is missing."""
    if any(finding.rule not in ERRORS for finding in assessment.findings):
        return Said("gaps.no-match", {})
    return NOTHING_READ if assessment.portfolio.unreadable else Said("gaps.none", {})


def _kinds(shown: Sequence[FindingLine], selection: Selection, by: By) -> Iterator[Kind]:
    """The groups, the heaviest gap's first: rules with common advice, or people and places with that of each gap."""
    groups: dict[str, list[FindingLine]] = {}
    for line in shown:
        for name in _groups(line, selection, by):
            groups.setdefault(name, []).append(line)
    for name, lines in groups.items():
        yield _of_rule(lines) if by == "rule" else _of_others(name, lines, by)


def _groups(line: FindingLine, selection: Selection, by: By) -> Sequence[str]:
    """The groups that a gap stands in: several only where departments share an assignment."""
    match by:
        case "rule":
            return (line.finding.rule,)
        case "department":
            return selection.departments_shown(line.departments) or ("",)
        case "owner":
            return (line.owner or "",)
        case "assignment":
            return (line.finding.subject.id,)
        case _:
            assert_never(by)


def _of_rule(lines: Sequence[FindingLine]) -> Kind:
    first = lines[0].finding
    return Kind(
        sign=SIGNS[first.severity],
        title=Word(f"rule.{first.rule}"),
        facts=(Count(len(lines), "gap"),),
        rule=Code(first.rule),
        ask=first.ask,
        entries=tuple(_entry(line) for line in lines),
    )


def _of_others(name: str, lines: Sequence[FindingLine], by: By) -> Kind:
    title: Term = Name(name) if name else Word(f"gaps.no-{by}")
    scene = lines[0].assessment.scene
    if name and by == "department" and scene:
        title = department_heading(scene, name)
    entries = tuple(_entry(line, ask=line.finding.ask, owned=by != "owner") for line in lines)
    return Kind(None, title, (Count(len(lines), "gap"),), None, None, entries)


def _in_one_list(lines: Sequence[FindingLine]) -> Kind:
    """All of them in the order that was asked for."""
    return Kind(None, Count(len(lines), "gap"), (), None, None, tuple(_entry(line, line.finding.ask) for line in lines))


def _entry(line: FindingLine, ask: Term | None = None, *, owned: bool = True) -> GapLine:
    finding = line.finding
    signs = (SIGNS[finding.severity],) if ask else ()
    return GapLine(
        subject=Cell(file_name(finding.subject.id), Tone.STRONG, signs),
        text=Cell(finding.message),
        owner=Cell(Name(line.owner) if line.owner and owned else None),
        place=Cell(file_name(f"{finding.path}:{line.span.line}"), Tone.FAINT),
        flat=flat_line(line),
        ask=ask,
        about=finding.subject,
        fix=line.fix,
    )


def flat_line(line: FindingLine) -> Said:
    """A finding in one line, as ``check`` writes it: its place, severity, rule and message, then what, who, how."""
    finding, span = line.finding, line.span
    terms: dict[str, Term] = {
        "place": file_name(f"{finding.path}:{span.line}:{span.column}"),
        "severity": Code(finding.severity),
        "rule": Code(finding.rule),
        "message": finding.message,
        "id": file_name(finding.subject.id),
        "ask": finding.ask,
    }
    said = Said("gaps.line.owned", terms | {"owner": Name(line.owner)}) if line.owner else Said("gaps.line", terms)
    return Said("gaps.line.fix", {"line": said, "fix": line.fix}) if line.fix else said


def _counts(shown: Sequence[FindingLine], accepted: int) -> Lines:
    found = Counter(line.finding.severity for line in shown)
    parts: dict[str, Term] = {severity.value: Count(found[severity], severity.value) for severity in Severity}
    key = "gaps.counts.errors" if found[Severity.ERROR] else "gaps.counts"
    return Lines((Said(key, {**parts, "accepted": Count(accepted, "accepted-gap")}),), Tone.STRONG)


def _hints(assessment: Assessment, shown: Sequence[FindingLine], by: By) -> Iterator[tuple[Said, str]]:
    errors = sum(finding.rule in ERRORS for finding in assessment.findings)
    if errors:
        yield Said("hint.errors", {"errors": Count(errors, "error")}), "staircase check"
    if shown:
        yield Said("hint.rule", {}), command("rule", UNKNOWN)
    if shown and by == "rule":
        yield Said("hint.by-owner", {}), "staircase gaps --by owner"


def sentence(line: FindingLine) -> Said:
    """One sentence for a finding, to be read aloud."""
    terms: dict[str, Term] = {
        "id": file_name(line.finding.subject.id),
        "message": line.finding.message,
        "ask": line.finding.ask,
        "severity": Word(f"severity.{line.finding.severity}"),
        "title": Word(f"rule.{line.finding.rule}"),
        "place": file_name(f"{line.finding.path}:{line.span.line}"),
    }
    said = Said("plain.gaps.owned", terms | {"owner": Name(line.owner)}) if line.owner else Said("plain.gaps", terms)
    return Said("plain.gaps.fix", {"line": said, "fix": line.fix}) if line.fix else said
