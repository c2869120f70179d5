"""``status``: where every assignment stands, what the portfolio amounts to, and what has been taken home of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS, State, Step
from staircase.core.finding import Severity
from staircase.core.listing import first_to_take
from staircase.core.reports import (
    Advice,
    Block,
    Cell,
    Fact,
    Legend,
    Lines,
    NotShown,
    Report,
    Sign,
    Staircase,
    Table,
    Tone,
    Tread,
)
from staircase.core.reports.findings import FINDING_FIELDS, FindingLine, finding_lines
from staircase.core.reports.outline import (
    NOTHING_READ,
    Content,
    Each,
    Outline,
    SumsT,
    Total,
    Totals,
    heading,
    row_of,
    table,
    unread,
)
from staircase.core.reports.select import (
    ALL,
    Selection,
    benefits_of,
    department_heading,
    departments_of,
    is_about,
    matches,
)
from staircase.core.reports.status_line import STATUS_FIELDS, STATUS_USUAL, StatusLine, status_lines, status_sentence
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.term import Code, Count, Name, Said, Share, Term, Word, file_name, money_of, taken_of
from staircase.core.totals import KINDS, BenefitKind, KindTotals
from staircase.core.totals import Totals as Sums
from staircase.core.totals import totals as sums_of

By = Literal["step", "department", "lead", "state", "goal"]

YEAR = timedelta(365)
FIRST = 3
"""How many findings are named as the first to take."""

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.PLAIN}
SIGNS = {Severity.ERROR: Sign.ERROR, Severity.WARNING: Sign.WARNING, Severity.NOTE: Sign.NOTE}


def kinds_counted(worth_of: Callable[[SumsT], Sums]) -> Mapping[str, Mapping[str, Total[SumsT]]]:
    """The totals of each kind, the same under every report that tells of money, in what it counts."""
    return {kind: _kind_counted(kind, worth_of) for kind in KINDS}


def _kind_counted(kind: BenefitKind, worth_of: Callable[[SumsT], Sums]) -> Mapping[str, Total[SumsT]]:
    return {
        "count": lambda sums: worth_of(sums).kinds[kind].count,
        "targets": lambda sums: worth_of(sums).kinds[kind].targets,
        "measured": lambda sums: worth_of(sums).kinds[kind].measured,
        "achieved": lambda sums: worth_of(sums).kinds[kind].achieved,
        "potential": lambda sums: money_of(worth_of(sums).kinds[kind].potential),
        "now": lambda sums: money_of(worth_of(sums).kinds[kind].now),
        "taken_home": lambda sums: money_of(worth_of(sums).kinds[kind].taken_home),
    }


class StatusTotals(NamedTuple):
    """The counts of ``status``, over the assignments that the filters let through, whatever their state.

    ``open``, ``per_step`` and ``arrived`` are of open staircase assignments; ``departments_reached`` counts the
    departments that have reached at least the step; ``per_state`` counts enabling assignments too. ``gaps`` and
    ``errors`` are those that ``gaps`` and ``check`` list for the same filters: of an owner, that owner's own.
    ``first`` are those to take first, and ``worth`` the sums of ``benefits`` for the same filters.
    """

    open: int
    at_once: int
    started_last_year: int
    per_step: Mapping[str, int]
    arrived: Mapping[str, int]
    departments_reached: Mapping[str, int]
    per_state: Mapping[str, int]
    gaps: int
    errors: int
    first: Sequence[FindingLine]
    worth: Sums


TOTALS: Totals[StatusTotals] = {
    "open": lambda totals: totals.open,
    "at_once": lambda totals: totals.at_once,
    "started_last_year": lambda totals: totals.started_last_year,
    "per_step": Each(STEPS, lambda totals: totals.per_step),
    "arrived": Each(STEPS, lambda totals: totals.arrived),
    "departments_reached": Each(STEPS, lambda totals: totals.departments_reached),
    "per_state": Each(State, lambda totals: totals.per_state),
    "gaps": lambda totals: totals.gaps,
    "errors": lambda totals: totals.errors,
    "first": lambda totals: tuple(row_of(FINDING_FIELDS, line) for line in totals.first),
    **kinds_counted(lambda totals: totals.worth),
}

STATUS = Outline("status", STATUS_FIELDS, TOTALS, STATUS_USUAL)


class StatusView(NamedTuple):
    """What the blocks are made of: the chosen lines in their order, and what is counted over all."""

    scene: Scene
    selection: Selection
    by: str
    lines: Sequence[StatusLine]
    totals: StatusTotals


def status(assessment: Assessment, selection: Selection = ALL, by: By = "step") -> Report:
    """The report: open assignments unless states are asked for; totals obey every filter but the state."""
    return STATUS.report(assessment, selection, lambda scene: _content(assessment, scene, selection, by))


def _content(assessment: Assessment, scene: Scene, selection: Selection, by: By) -> Content[StatusLine, StatusTotals]:
    counted = [line for line in status_lines(assessment, scene) if matches(line.known, selection, state=False)]
    chosen = [line for line in counted if (matches(line.known, selection) if selection.state else line.known.is_open)]
    shown = STATUS.in_order(sorted(chosen, key=lambda line: line.weight), selection.sort)
    view = StatusView(scene, selection, by, shown, _totals(assessment, scene, counted, selection))
    return Content(
        lines=shown,
        sums=view.totals,
        blocks=_blocks(view),
        sentences=lambda: (status_sentence(line, STATUS) for line in shown),
        hints=tuple(_hints(view)),
        not_shown=() if selection.state else tuple(_not_shown(view)),
        headed=True,
    )


def _blocks(view: StatusView) -> Iterator[Block]:
    yield _staircase(view)
    if not view.lines:
        yield Lines((_nothing(view),))
        return
    if view.selection.columns:
        yield STATUS.single_table(view.lines, view.selection)
        return
    yield _table(view)
    yield Legend(tuple(_legend(view.lines)))
    if view.totals.first:
        yield Advice("advice.first", tuple(map(_advice, view.totals.first)))


def _staircase(view: StatusView) -> Staircase:
    totals = view.totals
    key = "status.open.over" if totals.open > totals.at_once else "status.open"
    said = [
        Said(key, {"open": totals.open, "at_once": totals.at_once}),
        Said("status.started", {"started": totals.started_last_year}),
    ]
    treads = tuple(_tread(number, step, totals) for number, step in enumerate(STEPS, 1))
    lines = (*said, *unread(view.scene.portfolio))
    return Staircase(heading(view.scene), lines, treads, tuple(money_facts(totals.worth)))


def money_facts(totals: Sums) -> Iterator[Fact]:
    """A fact for each kind that there is: money taken home, capacity in use, targets of quality reached."""
    for kind in ("cash", "capacity"):
        of = totals.kinds[kind]
        if of.count:
            yield Fact(f"kind.{kind}", _taken(f"status.{kind}", of))
    quality = totals.kinds["quality"]
    if quality.targets:
        reached = Said("status.quality", {"achieved": quality.achieved, "targets": Count(quality.targets, "target")})
        yield Fact("kind.quality", (Cell(reached), Cell(Share(Fraction(quality.achieved, quality.targets)))))
    elif quality.count:
        yield Fact("kind.quality", (Cell(Said("status.quality.unset", {})), Cell(None)))


def _taken(key: str, of: KindTotals) -> tuple[Cell, ...]:
    if of.potential is None or of.taken_home is None:
        return (Cell(Said(f"{key}.unset", {})), Cell(None))
    said = Said(key, taken_of(of.taken_home, of.potential))
    return (Cell(said), Cell(Share(of.taken_home / of.potential) if of.potential else None))


def _tread(number: int, step: Step, totals: StatusTotals) -> Tread:
    arrived, reached = totals.arrived[step], totals.departments_reached[step]
    came = Said("status.reached", {"departments": Count(reached, "department")})
    standing = [Cell(Count(totals.per_step[step], "assignment"))]
    if arrived:
        terms: dict[str, Term] = {"arrived": arrived}
        standing.append(Cell(Said("status.arrived", terms), Tone.GOOD, flat=Said("status.arrived.flat", terms)))
    return Tread(number, f"step.{step}", (tuple(standing), (Cell(came),)))


def _nothing(view: StatusView) -> Said:
    """Why there is nothing to show, and what to do about it."""
    if view.selection.narrows or view.selection.state:
        return Said("report.no-match", {})
    portfolio = view.scene.portfolio
    if portfolio.entries:
        return Said("status.no-open", {"command": Code("staircase status --state completed --state stopped")})
    return NOTHING_READ if portfolio.unreadable else Said("report.no-assignments", {})


def _table(view: StatusView) -> Table:
    """The lines under their headings; sorted ones stand in one table without."""
    if view.selection.sort:
        return STATUS.single_table(view.lines, view.selection)
    found: dict[str, tuple[Term, list[StatusLine]]] = {}
    for line in view.lines:
        for key, title in _headings(view, line):
            found.setdefault(key, (title, []))[1].append(line)
    groups = found.values() if view.by == "step" else [found[key] for key in sorted(found)]
    return table(groups, STATUS.usual_fields(), group_key=f"{view.by}_group")


def _headings(view: StatusView, line: StatusLine) -> Iterator[tuple[str, Term]]:
    known, assignment = line.known, line.known.assignment
    match view.by:
        case "step":
            yield _step_heading(line)
        case "department":
            names = view.selection.departments_shown(known.departments) or ("",)
            yield from ((name, department_heading(view.scene, name)) for name in names)
        case "lead":
            yield assignment.lead.casefold(), Name(assignment.lead)
        case "state":
            yield str(list(State).index(known.state)), Word(f"state.{known.state}")
        case _:
            goals = [name for name in dict.fromkeys(assignment.goals) if name in view.scene.portfolio.goals]
            yield from ((name, Name(view.scene.portfolio.goals[name].title)) for name in goals)
            if not goals:
                yield "~", Word("status.no-goal")


def _step_heading(line: StatusLine) -> tuple[str, Term]:
    known = line.known
    if known.state is State.PLANNED:
        return "planned", Word("status.planned")
    if not known.stays:
        return "enabling", Word("status.enabling")
    step = known.current
    return step.step, Said("status.step", {"number": step.number, "step": Word(f"step.{step.step}")})


def _legend(lines: Sequence[StatusLine]) -> Iterator[tuple[Sign, str]]:
    if any(line.arrived for line in lines):
        yield Sign.ARRIVED, "legend.arrived"
    if any(line.over for line in lines):
        yield Sign.OVER, "legend.over"
    if any(line.is_shared for line in lines):
        yield Sign.SHARED, "legend.shared"
    if any(line.known.state is State.PAUSED for line in lines):
        yield Sign.PAUSED, "legend.paused"
    yield Sign.NOTHING, "legend.nothing"


def _hints(view: StatusView) -> Iterator[tuple[Said, str]]:
    gaps, errors = view.totals.gaps, view.totals.errors
    if errors:
        yield Said("hint.errors", {"errors": Count(errors, "error")}), "staircase check"
    if gaps:
        yield Said("hint.gaps", {"gaps": Count(gaps, "gap")}), f"staircase gaps{view.selection.options}"
    if view.lines:
        yield Said("hint.show", {}), "staircase show ID"


def _not_shown(view: StatusView) -> Iterator[NotShown]:
    states, options = view.totals.per_state, view.selection.options
    planned, ended = states[State.PLANNED], states[State.COMPLETED] + states[State.STOPPED]
    if planned:
        yield NotShown("planned", planned, f"staircase status --state planned{options}")
    if ended:
        yield NotShown("ended", ended, f"staircase status --state completed --state stopped{options}")


def _advice(line: FindingLine) -> tuple[Cell, ...]:
    finding = line.finding
    return (
        Cell(None, TONES[finding.severity], (SIGNS[finding.severity],), Word(f"severity.{finding.severity}")),
        Cell(file_name(finding.subject.id), Tone.STRONG),
        Cell(finding.message),
        Cell(finding.ask),
        Cell(Name(line.owner) if line.owner else None),
        Cell(line.fix, Tone.ACCENT),
    )


def _totals(assessment: Assessment, scene: Scene, counted: Sequence[StatusLine], selection: Selection) -> StatusTotals:
    findings = [one for one in assessment.findings if is_about(scene, one, selection, state=False)]
    counting = [line.known for line in counted if line.known.counts]
    climbing = [line for line in counted if line.known.climbs]
    on_stairs = [line for line in climbing if line.known.is_open]
    arrived = [line for line in on_stairs if line.arrived]
    return StatusTotals(
        open=len(on_stairs),
        at_once=scene.settings.at_once,
        started_last_year=sum(scene.day - YEAR < line.known.assignment.started <= scene.day for line in climbing),
        per_step={step: sum(line.known.current.step == step for line in on_stairs) for step in STEPS},
        arrived={step: sum(line.known.current.step == step for line in arrived) for step in STEPS},
        departments_reached=_reached(scene, selection),
        per_state={state.value: sum(line.known.state is state for line in counted) for state in State},
        gaps=sum(finding.rule not in ERRORS for finding in findings),
        errors=sum(finding.rule in ERRORS for finding in findings),
        first=finding_lines(assessment, first_to_take(scene, findings, FIRST)),
        worth=sums_of((each for known in counting for each in benefits_of(scene, known, selection)), counting),
    )


def _reached(scene: Scene, selection: Selection) -> dict[str, int]:
    reached = [scene.standings[each.id].reached for each in departments_of(scene, selection, state=False)]
    return {step: sum(height >= number for height in reached) for number, step in enumerate(STEPS, 1)}
