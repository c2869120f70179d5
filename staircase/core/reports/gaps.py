"""``gaps``: what is missing, kind by kind with one line of advice, the heaviest first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, assert_never

from staircase.core.assess import Assessment
from staircase.core.finding import Severity
from staircase.core.reports.block import Block, Cell, GapLine, Gaps, Kind, Lines, NotShown, Report, Sign, Tone
from staircase.core.reports.check import FOUND, counts, found_counts
from staircase.core.reports.finding_line import FINDING_FIELDS, FindingLine, finding_lines
from staircase.core.reports.outline import NOTHING_READ, Content, Outline
from staircase.core.reports.select import ALL, Selection, department_heading, is_about
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.term import Code, Count, Name, Said, Term, Word, file_name

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
    return Lines((Said(key, {**parts, "accepted": accepted}),), Tone.STRONG)


def _hints(assessment: Assessment, shown: Sequence[FindingLine], by: By) -> Iterator[tuple[Said, str]]:
    errors = sum(finding.rule in ERRORS for finding in assessment.findings)
    if errors:
        yield Said("hint.errors", {"errors": Count(errors, "error")}), "staircase check"
    if shown:
        yield Said("hint.rule", {}), "staircase rule NAME"
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
