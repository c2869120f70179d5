"""``flow``: how many start, end and move, how long they stay on each step, and whether the ceiling is near."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS, Step
from staircase.core.flow import FlowRow, LastYear, at_once, flow_rows, last_year, median_days
from staircase.core.known import Known
from staircase.core.period import Per
from staircase.core.reports import Block, Cell, Fact, Facts, Report, Tone
from staircase.core.reports.outline import Content, Each, Field, Outline, Totals, nothing_of, table
from staircase.core.reports.select import ALL, Selection, matches
from staircase.core.rules.rule import Scene
from staircase.core.term import Count, Days, Quantity, Said, Share, Term


class Flowing(NamedTuple):
    """The assignments that the totals are counted over, whatever their state, and the day."""

    assignments: Sequence[Known]
    day: date


def _step_field(step: Step) -> Field[FlowRow]:
    """How many stood on a step at the period's end."""
    return Field(f"on_{step}", lambda line: line.standing[step], "right")


FIELDS: tuple[Field[FlowRow], ...] = (
    Field("period", lambda line: line.period),
    Field("started", lambda line: line.started, "right"),
    Field("completed", lambda line: line.completed, "right", priority=2),
    Field("learned", lambda line: line.learned, "right", priority=1),
    Field("stopped", lambda line: line.stopped, "right", priority=1),
    Field("forward", lambda line: line.forward, "right", priority=3),
    Field("jumps", lambda line: line.jumps, "right", priority=5),
    Field("returns", lambda line: line.returns, "right", priority=4),
    *(_step_field(step) for step in STEPS),
)


def _days(flowing: Flowing) -> Mapping[str, Quantity | None]:
    medians = median_days(flowing.assignments, flowing.day)
    return {step: None if (days := medians[step]) is None else Quantity(days) for step in STEPS}


TOTALS: Totals[Flowing] = {
    "stop_rate": lambda flowing: _share(last_year(flowing.assignments, flowing.day).stop_rate),
    "median_days": Each(STEPS, _days),
}

_SELDOM = 5
"""The highest priority of a column of what has happened."""

FLOW = Outline("flow", FIELDS, TOTALS, tuple(field.key for field in FIELDS))


def flow(assessment: Assessment, selection: Selection = ALL, per: Per = "quarter") -> Report:
    """The report, per quarter or month from the first start to the day."""
    return FLOW.report(assessment, selection, lambda scene: _content(scene, selection, per))


def _content(scene: Scene, selection: Selection, per: Per) -> Content[FlowRow, Flowing]:
    chosen = [known for known in scene.known.values() if matches(known, selection)]
    counted = [known for known in scene.known.values() if matches(known, selection, state=False)]
    shown = FLOW.in_order(flow_rows(chosen, scene.day, per), selection.sort)
    return Content(
        lines=shown,
        sums=Flowing(counted, scene.day),
        blocks=_blocks(scene, counted, shown, selection) if shown else (nothing_of("flow.none", scene, selection),),
        sentences=lambda: map(_sentence, shown),
        hints=_HINTS if shown else (),
    )


_HINTS = (Said("hint.lessons", {}), "staircase lessons"), (Said("hint.per-month", {}), "staircase flow --per month")


def _share(rate: Fraction | None) -> Share | None:
    return None if rate is None else Share(rate)


def _blocks(scene: Scene, counted: Sequence[Known], shown: Sequence[FlowRow], selection: Selection) -> Iterator[Block]:
    """The table, whose columns of what never happened go first where the width is scarce, and the facts of the year."""
    fields = [_ranked(field, shown) for field in FLOW.usual_fields()]
    yield FLOW.single_table(shown, selection) if selection.columns else table([(None, shown)], fields)
    yield Facts(tuple(_facts(scene, counted)))


def _ranked(field: Field[FlowRow], shown: Sequence[FlowRow]) -> Field[FlowRow]:
    """A field that goes before those of what has happened, if nothing of it has and it may go at all."""
    may_go = field.value and field.priority and not any(map(field.value, shown))
    return field._replace(priority=field.priority + _SELDOM) if may_go else field


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
        "completed": Count(year.completed, "completed"),
        "learned": Count(year.learned, "learned"),
        "stopped": Count(year.stopped, "stopped"),
    }
    return Said("flow.how", terms)


def _sentence(line: FlowRow) -> Said:
    terms: dict[str, Term] = {
        "period": line.period,
        "started": Count(line.started, "assignment"),
        "completed": line.completed,
        "learned": line.learned,
        "stopped": line.stopped,
        "open": sum(line.standing.values()),
    }
    told = {"period", "started", "completed", "learned", "stopped"}
    return FLOW.aloud(line, Said("plain.flow", terms), told)
