"""Which template draws a block, and a timeline's bars as spans of its columns."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from staircase.core.period import Per, Period, periods
from staircase.core.reports.block import Bar, Cell, GapLine, Sign, Timeline
from staircase.render.html.pen import PagePen

ANCHORED = {Sign.SOLID: "solid", Sign.HATCHED: "hatched", Sign.DASHED: "dashed"}


def kind_of(block: object) -> str:
    """The name of a block's or a picture's class, which a template's macro has."""
    return type(block).__name__.lower()


def brief(entry: GapLine, pen: PagePen) -> GapLine:
    """An entry of a long list: what its assignment's card says in full is not said twice."""
    return entry._replace(text=Cell()) if pen.anchor(pen.plain(entry.subject)) else entry


class Stretch(NamedTuple):
    """Some columns of a timeline: empty, or under a bar that is drawn in a way."""

    columns: int
    drawn: str


def columns_of(timeline: Timeline) -> tuple[Period, ...]:
    """The periods that a timeline is divided into."""
    per: Per = "month" if timeline.unit == "month" else "quarter"
    return tuple(periods(timeline.first, timeline.last, per))


def spans(timeline: Timeline, bars: tuple[Bar, ...]) -> Iterator[Stretch]:
    """A track's columns from left to right; what lies outside the axis is not drawn."""
    columns, at = columns_of(timeline), 0
    for bar in sorted(bars, key=lambda one: one.first):
        first, last = _at(columns, bar.first, at), _at(columns, bar.last, at)
        if bar.last < columns[0].first or bar.first > columns[-1].last or last < at:
            continue
        first = max(first, at)
        if first > at:
            yield Stretch(first - at, "")
        yield Stretch(last - first + 1, ANCHORED[bar.sign])
        at = last + 1
    if at < len(columns):
        yield Stretch(len(columns) - at, "")


def _at(columns: tuple[Period, ...], day: date, least: int) -> int:
    """The number of the column that a day lies in, the nearest where it lies outside."""
    if day < columns[0].first:
        return least
    return next((number for number, column in enumerate(columns) if day <= column.last), len(columns) - 1)
