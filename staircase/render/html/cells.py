"""What stands in tables and on cards, as HTML: cells, small drawings within them, rows, timelines, and cards whole.

Written here and not in a template, with which a whole page takes a third longer.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction
from itertools import accumulate, groupby, takewhile
from operator import attrgetter
from typing import NamedTuple, assert_never, cast

from markupsafe import Markup, escape

from staircase.core.choices import STEPS
from staircase.core.page import AssignmentCard, CardBlock, Journey, ManagementPage
from staircase.core.period import Per, Period, periods
from staircase.core.reports import Bar, Cell, Column, Facts, Gaps, Group, Kind, Section, Sign, Table, Timeline, Tone
from staircase.core.term import Climb, Count, Gauge, Share, Term, Trend
from staircase.render.html.pen import DRAWN, PagePen
from staircase.render.html.picture import journey

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


LABELLED = frozenset({"to", "taken_home", "owner"})
"""The columns whose headings stand before what they hold, where a card tells a table in sentences."""

LABEL, FACT = "<dt", "<dd>"
"""What a label begins with, and each fact under it. Both end where the next begins."""

BELOW = "<p>"
"""What begins a line of its own: what a trial taught, or what to do. It ends where the next fact begins."""


class DrawnCard(NamedTuple):
    """A card as HTML: its title, its labels and facts in their order, and how many bytes it takes in all."""

    title: str
    parts: tuple[str, ...]
    size: int


class CardPen:
    """Draws the cards of one page. Every part of them is escaped, or made here."""

    def __init__(self, pen: PagePen, cells: CellPen, page: ManagementPage) -> None:
        self._pen = pen
        self._cells = cells
        self._advice = _advice(page, pen)

    def facts(self, facts: Facts) -> Markup:
        """What is known, each under its label."""
        return whole(f'<dl class="facts">\n{"".join(self._facts(facts))}</dl>\n')

    def drawn(self, card: AssignmentCard, *, is_open: bool) -> DrawnCard:
        """A card, open or folded away under its title."""
        opened = " open" if is_open else ""
        title = escape(self._pen.whole_title(card.id))
        head = f"<details id={self._pen.anchor(card.id)}{opened}><summary><h3>{title}</h3></summary>"
        parts = (*self._journey(card.journey), *(part for block in card.blocks for part in self._block(block)))
        return DrawnCard(head, parts, size(_closed(head, parts)))

    def within(self, card: DrawnCard, most: int | None) -> str:
        """A card in so many bytes: with the facts that have room, and how many have none."""
        if most is None or card.size <= most:
            return _closed(card.title, card.parts)
        room = most - size(_closed(card.title, card.parts[:1], self._left(card.parts)))
        kept = list(card.parts[: _fitting(card.parts, room)])
        while kept and kept[-1].startswith(LABEL):
            kept.pop()
        return _closed(card.title, kept, self._left(card.parts[len(kept) :]))

    def _left(self, parts: Sequence[str]) -> str:
        count = sum(part.startswith(FACT) for part in parts)
        return f"<p>{escape(self._pen.text('page.left.card', facts=Count(count, 'fact')))}</p>"

    def _journey(self, of: Journey | None) -> Iterator[str]:
        """A journey in words; where it has several visits drawn as well."""
        if of is not None:
            yield f"{LABEL}>{escape(self._pen.text('page.journey'))}"
            yield f"{FACT}{journey(of) if len(of.visits) > 1 else ''}{escape(self._pen.journey(of))}"

    def _block(self, block: CardBlock) -> Iterator[str]:
        match block:
            case Facts():
                yield from self._facts(block)
            case Section(title):
                yield f"{LABEL}>{escape(self._pen.say(title))}"
            case Table(columns, groups):
                yield from (f"{FACT}{self._record(row, columns)}" for group in groups for row in group.rows)
            case Gaps(kinds):
                for sign, alike in groupby(kinds, attrgetter("sign")):
                    yield from self._weighing(sign, tuple(alike))
            case _:
                assert_never(block)

    def _facts(self, of: Facts) -> Iterator[str]:
        for fact in of.facts:
            between = ", " if all(map(self._pen.leads, fact.cells)) else " "
            told = [self._cells.drawn(cell) for cell in fact.cells if cell.term is not None]
            yield f"{LABEL}>{escape(self._pen.text(fact.label))}"
            yield f"{FACT}{between.join(told) or escape(self._pen.say(None))}"

    def _record(self, row: Sequence[Cell], columns: Sequence[Column]) -> str:
        """A row in a sentence: what it is about, and what is set of the rest; what two columns say stands once."""
        parts = [f"<b>{self._cells.drawn(row[0])}</b>"]
        for cell, column in zip(row[1:], columns[1:], strict=True):
            if cell.term is not None or cell.signs:
                label = f"{escape(self._pen.heading(column).lower())} " if column.key in LABELLED else ""
                parts.append(f"{label}{self._cells.drawn(cell)}")
        parts = list(dict.fromkeys(parts))
        return ", ".join(parts)

    def _weighing(self, sign: Sign | None, kinds: Sequence[Kind]) -> Iterator[str]:
        """Gaps that weigh the same, which is their label, each advice once that is no kind's; or trials."""
        if sign is None:
            yield from (f"{FACT}{self._trial(kind)}" for kind in kinds)
            return
        by_ask: dict[str, list[str]] = {}
        for kind in kinds:
            by_ask.setdefault(self._below(kind.ask), []).append(escape(self._pen.say(kind.title)))
        weight = escape(self._pen.say(Count(len(kinds), sign.value)))
        yield f"{LABEL} class={sign.value}>{weight if sign is Sign.ERROR else f'<a href=#gaps>{weight}</a>'}"
        for ask, (*others, last) in by_ask.items():
            yield from (f"{FACT}{said}" for said in others)
            yield f"{FACT}{last}{ask}"

    def _trial(self, of: Kind) -> str:
        """A trial with what it taught."""
        facts = "".join(f", {escape(self._pen.say(fact))}" for fact in of.facts)
        taught = "" if of.ask is None else f"{BELOW}{escape(self._pen.say(of.ask))}"
        return f"<b>{escape(self._pen.say(of.title))}</b>{facts}{taught}"

    def _below(self, ask: Term | None) -> str:
        said = "" if ask is None else self._pen.ask(ask)
        return "" if said in self._advice else f"{BELOW}{escape(said)}"


def _closed(title: str, parts: Iterable[str], left: str = "") -> str:
    """A card whole."""
    told = "".join(parts)
    return f"{title}{f'<dl>{told}</dl>' if told else ''}{left}</details>\n"


def _fitting(parts: Sequence[str], room: int) -> int:
    """How many of the parts have room."""
    sums = accumulate(map(size, parts))
    return sum(1 for _ in takewhile(lambda taken: taken <= room, sums))


def _advice(page: ManagementPage, pen: PagePen) -> AbstractSet[str]:
    """What the page tells of what to do, kind by kind: a card that leads there need not tell it again."""
    blocks = (block for section in page.sections if section.name == "gaps" for block in section.blocks)
    kinds = (kind for block in blocks if isinstance(block, Gaps) for kind in block.kinds)
    return {"", *(pen.ask(kind.ask) for kind in kinds if kind.ask)}


def size(text: str) -> int:
    """How many bytes a text takes in a file."""
    return len(text.encode("utf-8", "backslashreplace"))
