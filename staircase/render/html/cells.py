"""What stands in tables, as HTML: cells, small drawings within them, rows, and a timeline's bars as spans of columns.

Written here and not in a template, which takes three times as long for them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, cast

from markupsafe import Markup, escape

from staircase.core.choices import STEPS
from staircase.core.period import Per, Period, periods
from staircase.core.reports import Bar, Cell, Group, Sign, Table, Timeline, Tone
from staircase.core.term import Climb, Gauge, Share, Term, Trend
from staircase.render.html.pen import DRAWN, PagePen

COLOURED = frozenset({Tone.WARN, Tone.BAD, Tone.STRONG})
"""The tones that a page shows: colour is for what asks for something, and what it says stands in words too."""


class CellPen:
    """Draws cells and rows for one page. Every part of them is escaped, or made here."""

    def __init__(self, pen: PagePen) -> None:
        self._pen = pen

    def cell(self, cell: Cell) -> Markup:
        """What stands in a cell, for a template."""
        return whole(self.drawn(cell))

    def link(self, name: str, text: str) -> Markup:
        """A text that leads to the card of an assignment, where the page has it."""
        return whole(self._link(name, text))

    def body(self, table: Table) -> Markup:
        """The groups of a table: a heading each, where they have one, and their rows."""
        return whole("".join(self._group(group, len(table.columns)) for group in table.groups))

    def row(self, cells: Sequence[Cell]) -> Markup:
        """The same of a row that a template draws on."""
        return whole(self._row(cells))

    def _group(self, group: Group, columns: int) -> str:
        title = f'<tr class="group"><th scope="rowgroup" colspan="{columns}">{escape(self._pen.say(group.title))}'
        rows = "".join(f"<tr>{self._row(row)}\n" for row in group.rows)
        return f"<tbody>{'' if group.title is None else title}{rows}"

    def _row(self, cells: Sequence[Cell]) -> str:
        """The cells of a row; the first is its heading, as HTML takes a ``th`` whose column has no other cells."""
        head, *others = map(self.drawn, cells)
        return "".join((f"<th>{head}", *(f"<td>{cell}" for cell in others)))

    def drawn(self, cell: Cell) -> str:
        """What stands in a cell: a link to the card of the assignment that it names, or its content in its tone."""
        if self._pen.leads(cell):
            return self._link(self._pen.plain(cell), self._pen.title(cell))
        signs = [self._sign(sign) for sign in cell.signs]
        if cell.term is None:
            return " ".join(signs) or escape(self._pen.say(None))
        content = " ".join((self._content(cell.term), *signs))
        return f'<b class="{cell.tone.value}">{content}</b>' if cell.tone in COLOURED else content

    def _link(self, name: str, text: str) -> str:
        anchor = self._pen.anchor(name)
        return f'<a href="#{anchor}">{escape(text)}</a>' if anchor else escape(text)

    def _content(self, term: Term) -> str:
        match term:
            case Climb(step):
                return f"{step} {escape(self._pen.text(f'step.{STEPS[step - 1]}'))}"
            case Gauge(realised, planned) as gauge:
                terms: dict[str, Term] = {"realised": Share(realised), "planned": Share(planned or Fraction(0))}
                said = self._pen.say(gauge) if planned is None else self._pen.text("page.gauge", **terms)
                return f"{_gauge(gauge)}{escape(said)}"
            case Trend() as trend:
                return _trend(trend, self._pen.moved(trend))
            case _:
                return escape(self._pen.brief(cast("Term", term)))

    def _sign(self, sign: Sign) -> str:
        """What a sign says; the style sheet draws the sign in its place, where it has one."""
        said = escape(self._pen.sign(sign))
        return f'<i class="{sign.value}">{said}</i>' if sign in DRAWN else said


def whole(text: str) -> Markup:
    """What is made here, as HTML that a template takes as it is."""
    return Markup(text)  # noqa: S704 -- each of its parts is escaped


WIDE, HIGH = 96, 24
"""The room of a line of measurements, in pixels."""

EDGE = 3

POINTS = 24
"""So many values are drawn of a line at most, the latest among them."""


def _gauge(of: Gauge) -> str:
    """A bar as far as the target is reached, with a mark at the plan's level, beside the words that say the same."""
    mark = f";--p:{_percent(of.planned)}" if of.planned is not None else ""
    return f'<i class="gauge" style="--n:{_percent(of.realised)}{mark}"></i>'


def _trend(of: Trend, said: str) -> str:
    """A line through what was measured, the latest as a dot, the target as a dashed line; the values in words."""
    target = float(of.target) if of.target is not None else None
    values = [float(value) for _, value in of.points]
    low, high = (end(values if target is None else [*values, target]) for end in (min, max))
    first, last = of.points[0][0], of.points[-1][0]

    def across(day: date) -> str:
        days = (last - first).days
        return _short((day - first).days / days * (WIDE - 2 * EDGE) + EDGE) if days else str(WIDE - EDGE)

    def down(value: float) -> str:
        return _short((high - value) / (high - low) * (HIGH - 2 * EDGE) + EDGE) if high > low else str(HIGH // 2)

    every = -(-len(values) // POINTS)
    drawn = [*zip(of.points, values, strict=True)][::-every][::-1]
    points = [f"{across(day)},{down(value)}" for (day, _), value in drawn]
    goal = f'<path d="M0,{down(target)}H{WIDE}"/>' if target is not None else ""
    return (
        f'<svg class="trend" role="img" aria-label="{escape(said)}"><path d="M{"L".join(points)}"/>'
        f'<circle cy="{down(values[-1])}"/>{goal}</svg>'
    )


def _percent(share: Fraction) -> str:
    """A share of a gauge in percent, within it."""
    return f"{round(min(max(share, Fraction(0)), Fraction(1)) * 100)}%"


def _short(value: float) -> str:
    """A place in the drawing, in whole pixels."""
    return f"{round(value)}"


ANCHORED = {Sign.SOLID: "solid", Sign.HATCHED: "hatched", Sign.DASHED: "dashed"}


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
