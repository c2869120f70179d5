"""Tables and gaps for a terminal: which columns fit, one rule under the head, no boxes; records where it is narrow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from staircase.core.reports import Column, GapLine, Gaps, Group, Kind, Table, Tone
from staircase.core.term import Term
from staircase.render.layout import BETWEEN, Strip, beside, hanging, joined, pad, side_by_side, to_copy, width, wrap
from staircase.render.terminal.pen import Drawn, Pen

WORTH_CUTTING_FOR = 2
"""Columns up to this priority stay though names are cut to their least; later ones only beside whole-looking names."""


class Wanted(NamedTuple):
    """A column as the planner sees it.

    Attributes:
        key: names it when it is hidden.
        natural: the width of its widest cell or its heading.
        priority: 0 is never dropped; the highest goes first.
        shrink: what it may be cut to; ``None`` is never cut.
        heading: the width of its heading, which is never cut.
    """

    key: str
    natural: int
    priority: int = 0
    shrink: int | None = None
    heading: int = 0

    @property
    def least(self) -> int:
        """The least width it can be shown with."""
        return self.natural if self.shrink is None else min(self.natural, max(self.shrink, self.heading, 1))

    @property
    def easy(self) -> int:
        """The width at which nearly all of its texts are whole: half as much again as the least."""
        return min(self.natural, self.least + self.least // 2)


class Plan(NamedTuple):
    """What the planner decided.

    Attributes:
        shown: the index and the width of each shown column, in the table's order.
        hidden: the keys of the columns that were dropped, in the table's order.
        fits: whether the shown columns fit; otherwise rows are better shown as records.
    """

    shown: tuple[tuple[int, int], ...]
    hidden: tuple[str, ...]
    fits: bool


def plan(columns: Sequence[Wanted], width: int) -> Plan:
    """Choose columns for a width.

    Dropping goes by priority alone, from the highest number down, so that a wider terminal never shows fewer:
    secondary columns stay while names are easy to read, primary ones while names have their least width.
    """
    limit = _last_priority(columns, width)
    chosen = [index for index, column in enumerate(columns) if column.priority <= limit]
    hidden = tuple(column.key for column in columns if column.priority > limit)
    spare = width - _total([columns[index].least for index in chosen])
    return Plan(_widened(columns, chosen, spare), hidden, spare >= 0)


def everything(columns: Sequence[Wanted]) -> Plan:
    """Show every column at its full width."""
    return Plan(tuple((index, column.natural) for index, column in enumerate(columns)), (), fits=True)


def _last_priority(columns: Sequence[Wanted], width: int) -> int:
    best = 0
    for limit in sorted({column.priority for column in columns}):
        kept = [column for column in columns if column.priority <= limit]
        tight = limit <= WORTH_CUTTING_FOR and _total([column.least for column in kept]) <= width
        if tight or _total([column.easy for column in kept]) <= width:
            best = limit
    return best


def _widened(columns: Sequence[Wanted], chosen: list[int], spare: int) -> tuple[tuple[int, int], ...]:
    widths = {index: columns[index].least for index in chosen}
    by_priority = sorted(chosen, key=lambda index: columns[index].priority)
    for goal in ("easy", "natural"):
        for index in by_priority:
            more = max(0, min(spare, getattr(columns[index], goal) - widths[index]))
            widths[index] += more
            spare -= more
    return tuple(widths.items())


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + BETWEEN * max(0, len(widths) - 1)


NARROWEST = 60
"""Columns below which the rows become records."""

_GAP = " " * BETWEEN


_MOST_FOR_LABELS = 16
_LEAST_FOR_VALUES = 12
_TITLE_INDENT = 2


class Shown(NamedTuple):
    """A drawn table and the keys of the columns that were hidden."""

    lines: tuple[str, ...]
    hidden: tuple[str, ...] = ()


class _Drawing(NamedTuple):
    """The rows of a group as drawn, under its title."""

    title: str | None
    rows: tuple[tuple[Drawn, ...], ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """A column that has something to show: where it stands in the rows, and how wide its texts and signs are."""

    index: int
    column: Column
    heading: str
    body: int
    tail: int

    @property
    def wanted(self) -> Wanted:
        column, heading = self.column, width(self.heading)
        return Wanted(column.key, max(heading, self.body + self.tail), column.priority, column.shrink, heading)


def table(block: Table, pen: Pen) -> Shown:
    """A table within the terminal's width."""
    groups = [_drawing(group, pen) for group in block.groups if group.rows]
    measured = _measured(block, groups, pen)
    wanted = [column.wanted for column in measured]
    chosen = everything(wanted) if pen.look.wide else plan(wanted, pen.look.width)
    if not measured:
        return Shown(())
    if not pen.look.wide and (pen.look.width < NARROWEST or not chosen.fits):
        return Shown(tuple(_as_records(groups, measured, pen)))
    columns = [(measured[at], room) for at, room in chosen.shown]
    return Shown(tuple(_as_lines(groups, columns, pen)), chosen.hidden)


def _drawing(group: Group, pen: Pen) -> _Drawing:
    title = None if group.title is None else pen.say(group.title)
    return _Drawing(title, tuple(tuple(map(pen.draw, row)) for row in group.rows))


def _measured(block: Table, groups: Sequence[_Drawing], pen: Pen) -> list[_Measured]:
    rows = [row for group in groups for row in group.rows]
    found = []
    for index, column in enumerate(block.columns):
        cells = [row[index] for row in rows]
        if not column.piped and any(cell.set for cell in cells):
            body, tail = max(cell.width for cell in cells), max(cell.tail for cell in cells)
            found.append(_Measured(index, column, pen.text(f"column.{column.key}"), body, tail))
    return found


def _as_lines(groups: Sequence[_Drawing], columns: list[tuple[_Measured, int]], pen: Pen) -> Iterator[str]:
    heads = [(measured.heading, measured.column.align == "right", room) for measured, room in columns]
    head = _GAP.join(pad(heading, room, right=right) for heading, right, room in heads).rstrip()
    across = sum(room for _, room in columns) + BETWEEN * (len(columns) - 1)
    yield pen.paint(head, Tone.STRONG)
    yield pen.paint(pen.signs.rule * across, Tone.FAINT)
    for number, group in enumerate(groups):
        if number and (group.title is not None or groups[number - 1].title is not None):
            yield ""
        if group.title is not None:
            yield from title(group.title, pen)
        for row in group.rows:
            yield from _row(row, columns, pen)


def _row(row: Sequence[Drawn], columns: list[tuple[_Measured, int]], pen: Pen) -> Iterator[str]:
    """Lines of a row: one, or as many as its sentences are broken into."""
    cells = [_cell(row[measured.index], measured, room, pen) for measured, room in columns]
    yield from side_by_side(cells, [room for _, room in columns])


def _cell(cell: Drawn, measured: _Measured, room: int, pen: Pen) -> list[Strip]:
    """Lines of a cell: only sentences have more than one, and only figures are set to the right."""
    lines = pen.broken(cell, room) if measured.column.broken else [pen.fitted(cell, room)]
    if measured.column.align == "left":
        return list(map(pen.strip, lines))
    return [beside([(room - measured.tail - line.width, pen.strip(line))]) for line in lines]


def title(text: str, pen: Pen) -> Iterator[str]:
    """Title of a group of rows; it may tell sums, and so it is broken rather than cut."""
    if pen.look.wide or width(text) <= pen.look.width:
        yield pen.paint(text, Tone.ACCENT)
        return
    paint = partial(pen.paint, tone=Tone.ACCENT)
    yield from hanging(text, pen.look.width, indent=_TITLE_INDENT, paint=paint)


def _as_records(groups: Sequence[_Drawing], columns: Sequence[_Measured], pen: Pen) -> Iterator[str]:
    for number, group in enumerate(groups):
        if number:
            yield ""
        if group.title is not None:
            yield from title(group.title, pen)
        rows = [[_Record(column.heading, row[column.index]) for column in columns] for row in group.rows]
        yield from _records(rows, pen)


class _Record(NamedTuple):
    """A line of a record: a column's heading and the cell under it."""

    label: str
    value: Drawn


def _records(rows: Sequence[Sequence[_Record]], pen: Pen) -> Iterator[str]:
    """Lines of rows as records with a blank line between them; what is unset is left out."""
    labels = (width(line.label) for row in rows for line in row if line.value.set)
    indent = min(max(labels, default=0), _MOST_FOR_LABELS) + 2
    if pen.look.width - indent < _LEAST_FOR_VALUES:
        indent = 2
    for number, row in enumerate(rows):
        if number:
            yield ""
        for line in row:
            if line.value.set:
                yield from _record_line(line, indent, pen)


def _record_line(line: _Record, indent: int, pen: Pen) -> Iterator[str]:
    label = f"{line.label}:" if line.label else ""
    if width(label) >= indent:
        yield from wrap(label, max(pen.look.width, 1))
        label = ""
    room = max(pen.look.width - indent, 1)
    value = line.value
    if value.width + value.tail <= room:
        yield f"{pad(label, indent)}{pen.strip(value).painted}".rstrip()
        return
    tone = partial(pen.paint, tone=value.tone)
    lines = hanging(value.body, indent + room - value.tail, indent=indent, lead=pad(label, indent), paint=tone)
    yield from (line.rstrip() for line in lines)


_INDENT = 2
_LEAST_TEXT, _LEAST_OWNER = 30, 18
_TEXT = 1
"""The column of sentences, which are broken and never cut."""
_COLUMNS: tuple[tuple[str, int, int | None], ...] = (
    ("id", 0, None),
    ("title", 0, _LEAST_TEXT),
    ("gap_owner", 1, _LEAST_OWNER),
    ("gap_place", 5, None),
)


def gaps(block: Gaps, pen: Pen) -> Shown:
    """Kinds of gaps, one after the other."""
    rows = [[_drawn(entry, pen) for entry in kind.entries] for kind in block.kinds]
    chosen = _plan([row for kind in rows for row in kind], pen)
    lines: list[str] = []
    for kind, entries in zip(block.kinds, rows, strict=True):
        lines.extend([""] * bool(lines))
        lines.extend(_head(kind, pen))
        for entry, row in zip(kind.entries, entries, strict=True):
            lines.extend(_told(row, pen) if chosen is None else _lines(row, chosen, pen))
            lines.extend(_ask(entry.ask, 2 * _INDENT, pen))
            lines.extend(_fix(entry.fix, 3 * _INDENT if entry.ask or chosen is None else _text_at(chosen), pen))
    return Shown(tuple(lines), () if chosen is None else chosen.hidden)


def _text_at(chosen: Plan) -> int:
    """The column that the sentences begin in."""
    return _INDENT + sum(room + BETWEEN for index, room in chosen.shown if index < _TEXT)


def _drawn(entry: GapLine, pen: Pen) -> tuple[Drawn, ...]:
    return tuple(map(pen.draw, (entry.subject, entry.text, entry.owner, entry.place)))


def _plan(rows: Sequence[tuple[Drawn, ...]], pen: Pen) -> Plan | None:
    wanted = [
        Wanted(key, max((row[at].width + row[at].tail for row in rows), default=0), priority, shrink)
        for at, (key, priority, shrink) in enumerate(_COLUMNS)
    ]
    if pen.look.wide:
        return everything(wanted)
    chosen = plan(wanted, pen.look.width - _INDENT)
    return chosen if chosen.fits and pen.look.width >= NARROWEST else None


def _head(kind: Kind, pen: Pen) -> Iterator[str]:
    sign = () if kind.sign is None else (Strip(pen.sign(kind.sign), 1),)
    name = pen.say(kind.title)
    beside_it = [", ".join(map(pen.say, kind.facts)), "" if kind.rule is None else pen.say(kind.rule)]
    titled = joined((*sign, Strip.of(name, pen.paint(name, Tone.STRONG))), 1)
    together = joined((titled, *map(Strip.of, filter(None, beside_it))))
    yield from [together.painted] if together.width <= pen.look.width else _stacked(sign, name, beside_it, pen)
    yield from _ask(kind.ask, _INDENT, pen)
    yield from _fix(kind.fix, 2 * _INDENT, pen)


def _stacked(sign: Sequence[Strip], name: str, others: Sequence[str], pen: Pen) -> Iterator[str]:
    """Lines of a heading that is too wide for one: the kind, and below it what stood beside it."""
    lead = "".join(f"{strip.painted} " for strip in sign)
    strong = partial(pen.paint, tone=Tone.STRONG)
    yield from hanging(name, pen.look.width, indent=2 * len(sign), lead=lead, paint=strong)
    below = (" " * BETWEEN).join(filter(None, others))
    yield from hanging(below, pen.look.width, indent=_INDENT, lead=" " * _INDENT)


def _ask(ask: Term | None, indent: int, pen: Pen) -> Iterator[str]:
    if ask is not None:
        lead = f"{' ' * indent}{pen.signs.arrow} "
        yield from hanging(pen.say(ask), pen.look.width, indent=indent + 2, lead=lead)


def _fix(fix: Term | None, indent: int, pen: Pen) -> Iterator[str]:
    """The command that mends it, on a line of its own."""
    if fix is not None:
        paint = partial(pen.paint, tone=Tone.ACCENT)
        yield from to_copy(pen.say(fix), pen.look.width, indent=indent, paint=paint)


def _lines(row: Sequence[Drawn], chosen: Plan, pen: Pen) -> Iterator[str]:
    """Lines of a finding in its columns: a sentence goes on below, since it is not to be cut."""
    cells = []
    for index, room in chosen.shown:
        cell = row[index]
        lines = pen.broken(cell, room) if index == _TEXT else [pen.fitted(cell, room)]
        cells.append(list(map(pen.strip, lines)) if cell.set else [])
    yield from (" " * _INDENT + line for line in side_by_side(cells, [room for _, room in chosen.shown]))


def _told(row: Sequence[Drawn], pen: Pen) -> Iterator[str]:
    text = (" " * BETWEEN).join(cell.body for cell in row if cell.set).strip(" ")
    yield from hanging(text, pen.look.width, indent=2 * _INDENT, lead=" " * _INDENT)
