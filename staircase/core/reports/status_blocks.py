"""What a person sees of ``status``: the staircase, the assignments in groups, the legend, and what to do next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from staircase.core.assess import Assessment
from staircase.core.figures import share_range
from staircase.core.finding import Finding, Severity
from staircase.core.known import State
from staircase.core.model.assignment import STEPS, Step
from staircase.core.reports.block import (
    Advice,
    Block,
    Cell,
    Heading,
    Hints,
    Legend,
    Lines,
    Sign,
    Staircase,
    Tone,
    Tread,
)
from staircase.core.reports.columns import asked_for, table
from staircase.core.reports.first import first_to_take
from staircase.core.reports.money import facts
from staircase.core.reports.select import Selection
from staircase.core.reports.status_columns import asked, department_name, usual
from staircase.core.reports.status_row import Line
from staircase.core.reports.status_totals import Totals
from staircase.core.rules.rule import Scene
from staircase.core.stake import owner
from staircase.core.term import Code, Count, Days, Name, Said, Term, Terms, Word, file_name
from staircase.core.totals import Totals as Sums

FIRST = 3
"""How many findings are named as the first to take."""

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.PLAIN}
SIGNS = {Severity.ERROR: Sign.ERROR, Severity.WARNING: Sign.WARNING, Severity.NOTE: Sign.NOTE}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the blocks are made of: the chosen lines in their order, the counts, the findings, and the sums."""

    assessment: Assessment
    scene: Scene
    selection: Selection
    by: str
    lines: tuple[Line, ...]
    totals: Totals
    findings: Sequence[Finding]
    money: Sums


def blocks(shown: Shown) -> Iterator[Block]:
    """Give the blocks from top to bottom."""
    yield _staircase(shown)
    if not shown.lines:
        yield Lines((_nothing(shown),))
        return
    chosen = shown.selection.columns
    columns = asked_for(chosen, asked(shown.scene)) if chosen else usual(shown.scene)
    yield table(_groups(shown), columns, group_key=_group_key(shown))
    legend = tuple(_legend(shown.lines)) if not chosen else ()
    if legend:
        yield Legend(legend)
    if shown.findings and not chosen:
        yield _first(shown)
    yield _hints(shown)


def sentences(shown: Shown) -> Iterator[Said]:
    """Give one sentence for the portfolio and one for each assignment, to be read aloud."""
    program, totals = shown.scene.program, shown.totals
    terms: dict[str, Term] = {"organisation": Name(program.organisation), "day": shown.scene.day}
    yield Said("plain.status", terms | {"open": Count(totals.open, "assignment")})
    if not shown.lines:
        yield _nothing(shown)
    yield from (sentence(shown.scene, line) for line in shown.lines)


def sentence(scene: Scene, line: Line) -> Said:
    """Tell of an assignment, to be read aloud: where it stands, and how far its benefits have come."""
    said, share = _where_it_stands(scene, line), share_range(scene.figures[line.known.id])
    return Said("plain.status.benefit", {"said": said, "share": share}) if share else said


def _where_it_stands(scene: Scene, line: Line) -> Said:
    known = line.known
    terms: dict[str, Term] = {
        "id": Code(known.id),
        "title": Name(known.assignment.title),
        "state": Word(f"state.{known.state}"),
        "gaps": Count(line.gaps, "gap"),
        "errors": Count(line.errors, "error"),
        "department": department_name(scene, line),
    }
    if line.days_in_step is None:
        return Said("plain.status.beside", terms)
    step: Terms = {
        "number": known.current.number,
        "step": Word(f"step.{known.current.step}"),
        "days": Days(line.days_in_step),
    }
    return Said("plain.status.climbing", {**terms, **step})


def _staircase(shown: Shown) -> Staircase:
    program, totals = shown.scene.program, shown.totals
    key = "status.open.over" if totals.open > totals.at_once else "status.open"
    said = [
        Said(key, {"open": totals.open, "at_once": totals.at_once}),
        Said("status.started", {"started": totals.started_last_year}),
    ]
    unreadable = len(shown.assessment.portfolio.unreadable)
    if unreadable:
        said.append(Said("status.unreadable", {"files": Count(unreadable, "unread-file")}))
    treads = tuple(_tread(number, step, totals) for number, step in enumerate(STEPS, 1))
    heading = Heading(program.organisation, program.name, shown.scene.day)
    return Staircase(heading, tuple(said), treads, tuple(facts(shown.money)))


def _tread(number: int, step: Step, totals: Totals) -> Tread:
    arrived, reached = totals.arrived[step], totals.departments_reached[step]
    standing = [Cell(Count(totals.per_step[step], "assignment"))]
    if arrived:
        standing.append(Cell(Said("status.arrived", {"arrived": arrived}), Tone.GOOD))
    return Tread(number, f"step.{step}", (tuple(standing), (Cell(Count(reached, "department")),)))


def _nothing(shown: Shown) -> Said:
    """Say why there is nothing to show, and what to do about it."""
    if shown.selection.narrows or shown.selection.state:
        return Said("report.no-match", {})
    portfolio = shown.assessment.portfolio
    key = "status.no-open" if portfolio.entries or portfolio.unreadable else "report.no-assignments"
    return Said(key, {"command": Code("staircase status --state completed --state stopped")})


def _group_key(shown: Shown) -> str | None:
    if shown.selection.sort or shown.selection.columns or shown.by == "step":
        return None
    return f"{shown.by}_group"


def _groups(shown: Shown) -> list[tuple[Term | None, list[Line]]]:
    """Sort the lines under their headings; sorted or chosen columns stand as one table without headings."""
    if shown.selection.sort or shown.selection.columns:
        return [(None, list(shown.lines))]
    found: dict[str, tuple[Term, list[Line]]] = {}
    for line in shown.lines:
        for key, title in _headings(shown, line):
            found.setdefault(key, (title, []))[1].append(line)
    ordered = found.values() if shown.by == "step" else [found[key] for key in sorted(found)]
    return list(ordered)


def _headings(shown: Shown, line: Line) -> Iterator[tuple[str, Term]]:
    known, assignment = line.known, line.known.assignment
    match shown.by:
        case "step":
            yield _step_heading(line)
        case "department":
            name = department_name(shown.scene, line)
            yield assignment.department or "", name if name.text else Word("status.no-department")
        case "lead":
            yield assignment.lead.casefold(), Name(assignment.lead)
        case "state":
            yield str(list(State).index(known.state)), Word(f"state.{known.state}")
        case _:
            goals = [name for name in dict.fromkeys(assignment.goals) if name in shown.scene.portfolio.goals]
            yield from ((name, Name(shown.scene.portfolio.goals[name].title)) for name in goals)
            if not goals:
                yield "~", Word("status.no-goal")


def _step_heading(line: Line) -> tuple[str, Term]:
    known = line.known
    if known.state is State.PLANNED:
        return "planned", Word("status.planned")
    if not known.stays:
        return "enabling", Word("status.enabling")
    step = known.current
    return step.step, Said("status.step", {"number": step.number, "step": Word(f"step.{step.step}")})


def _legend(lines: Sequence[Line]) -> Iterator[tuple[Sign, str]]:
    if any(line.arrived for line in lines):
        yield Sign.ARRIVED, "legend.arrived"
    if any(line.over for line in lines):
        yield Sign.OVER, "legend.over"
    if any(line.known.state is State.PAUSED for line in lines):
        yield Sign.PAUSED, "legend.paused"
    yield Sign.NOTHING, "legend.nothing"


def _hints(shown: Shown) -> Hints:
    gaps, errors = shown.totals.gaps, shown.totals.errors
    entries = [(Said("hint.errors", {"errors": Count(errors, "error")}), "staircase check")] if errors else []
    if gaps:
        entries.append((Said("hint.gaps", {"gaps": Count(gaps, "gap")}), "staircase gaps"))
    return Hints((*entries, (Said("hint.show", {}), "staircase show ID")))


def _first(shown: Shown) -> Advice:
    first = first_to_take(shown.scene, shown.findings, FIRST)
    return Advice("advice.first", tuple(_advice(shown.scene, finding) for finding in first))


def _advice(scene: Scene, finding: Finding) -> tuple[Cell, ...]:
    whose = owner(scene, finding)
    return (
        Cell(None, TONES[finding.severity], (SIGNS[finding.severity],)),
        Cell(file_name(finding.subject.id), Tone.STRONG),
        Cell(finding.message),
        Cell(Name(whose) if whose else None),
    )
