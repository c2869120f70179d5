"""Tables for a terminal: planned columns, one rule under the head, no boxes; records where it is narrow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from staircase.core.reports.block import Column, Group, Table, Tone
from staircase.render.layout import BETWEEN, Strip, beside, hanging, pad, side_by_side, width, wrap
from staircase.render.planner import Wanted, everything, plan
from staircase.render.terminal.pen import Drawn, Pen

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
