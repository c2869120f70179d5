"""``flow``: how many start, end and move, how long they stay on each step, and whether the ceiling is near."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from staircase.core.assess import Assessment
from staircase.core.flow import LastYear, at_once, last_year, median_days
from staircase.core.known import Known
from staircase.core.model.assignment import STEPS
from staircase.core.quarters import Per
from staircase.core.reports.block import Block, Cell, Column, Fact, Facts, Heading, Hints, Report, Row, Tone, Value
from staircase.core.reports.columns import Drawn, asked_for, table, value_cell
from staircase.core.reports.empty import nothing_of, unread_lines, without_program
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.select import ALL, Selection, in_order, matches
from staircase.core.rules.rule import Scene
from staircase.core.term import Count, Days, Quantity, Said, Share, Term
from staircase.core.throughput import FlowRow, flow_rows

MOVES = ("forward", "jumps", "returns")


def flow(assessment: Assessment, selection: Selection = ALL, per: Per = "quarter") -> Report:
    """Make the report, per quarter or month from the first start to the day."""
    scene = assessment.scene
    if scene is None:
        return without_program("flow", assessment)
    of = [known for known in scene.known.values() if matches(known, selection)]
    rows = flow_rows(of, scene.day, per)
    shown = in_order(rows, _row, selection.sort)
    return Report(
        name="flow",
        keys=KEYS["flow"],
        day=scene.day,
        program=scene.program.name,
        rows=Made(lambda: map(_row, shown)),
        totals=_totals(scene, [known for known in scene.known.values() if matches(known, selection, state=False)]),
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(_blocks(assessment, scene, of, shown, selection)),
        sentences=Made(lambda: map(_sentence, shown)),
        columns=selection.columns,
    )


def _row(row: FlowRow) -> Row:
    counts = {key: getattr(row, key) for key in ("started", "completed", "learned", "stopped", *MOVES)}
    return {"period": row.period, **counts, **{f"on_{step}": row.standing[step] for step in STEPS}}


def _totals(scene: Scene, of: Sequence[Known]) -> Mapping[str, Value]:
    rate = last_year(of, scene.day).stop_rate
    medians = median_days(of, scene.day)
    days: dict[str, Value] = {step: _days(medians[step]) for step in STEPS}
    return {"stop_rate": None if rate is None else Share(rate), "median_days": days}


def _days(median: Fraction | None) -> Quantity | None:
    return None if median is None else Quantity(median)


def _blocks(
    assessment: Assessment, scene: Scene, of: Sequence[Known], shown: Sequence[FlowRow], selection: Selection
) -> Iterator[Block]:
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    if not shown:
        yield nothing_of("flow.none", assessment, selection)
        return
    chosen = selection.columns or KEYS["flow"]
    yield table([(None, shown)], asked_for(chosen, _DRAWN) if selection.columns else tuple(_DRAWN.values()))
    yield Facts(tuple(_facts(scene, of)))
    hints = (Said("hint.lessons", {}), "staircase lessons"), (Said("hint.per-month", {}), "staircase flow --per month")
    yield Hints(hints)


def _facts(scene: Scene, of: Sequence[Known]) -> Iterator[Fact]:
    year = last_year(of, scene.day)
    running, ceiling = at_once(of), scene.settings.at_once
    key, tone = ("flow.of-ceiling.over", Tone.WARN) if running > ceiling else ("flow.of-ceiling", Tone.PLAIN)
    yield Fact("flow.at-once", (Cell(Said(key, {"open": running, "at_once": ceiling}), tone),))
    yield Fact("flow.ended", (Cell(_how_ended(year)),))
    rate = year.stop_rate
    yield Fact("flow.stop-rate", (Cell(Share(rate) if rate is not None else None),))
    medians = median_days(of, scene.day)
    for step in STEPS:
        median = medians[step]
        limit = scene.settings.step_days.of(step)
        if median is not None:
            terms: dict[str, Term] = {"days": Days(round(median)), "limit": Days(limit)}
            over = Tone.WARN if median > limit else Tone.PLAIN
            yield Fact(f"step.{step}", (Cell(Said("flow.median", terms), over),))


def _how_ended(year: LastYear) -> Said:
    terms: dict[str, Term] = {
        "ended": Count(year.ended, "assignment"),
        "completed": year.completed,
        "learned": year.learned,
        "stopped": year.stopped,
    }
    return Said("flow.how", terms)


def _sentence(row: FlowRow) -> Said:
    terms: dict[str, Term] = {
        "period": row.period,
        "started": Count(row.started, "assignment"),
        "completed": row.completed,
        "learned": row.learned,
        "stopped": row.stopped,
        "open": sum(row.standing.values()),
    }
    return Said("plain.flow", terms)


def _drawn(key: str) -> Drawn[FlowRow]:
    def cell(row: FlowRow) -> Cell:
        value = _row(row)[key]
        return Cell(value or None, flat=value) if isinstance(value, int) else value_cell(value)

    return Drawn(Column(key, _PRIORITIES.get(key, 0), "left" if key == "period" else "right"), cell)


_PRIORITIES = {"jumps": 4, "returns": 3, "forward": 2}
_DRAWN: Mapping[str, Drawn[FlowRow]] = {key: _drawn(key) for key in KEYS["flow"]}
