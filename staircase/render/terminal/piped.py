"""What goes into a pipe: one head and one whole record a line, without drawing, colour or cutting."""

from collections.abc import Iterable, Sequence

from staircase.core.reports.block import Group, Lines, Table
from staircase.core.reports.block import Report as Shown
from staircase.render.planner import BETWEEN
from staircase.render.safe import LONGEST_CELL
from staircase.render.terminal.pen import Pen
from staircase.render.width import width

_GAP = " " * BETWEEN


def piped(report: Shown, pen: Pen) -> list[str]:
    """Write a report's tables and sentences for other programs to read."""
    parts = [part for block in report.blocks if (part := _block(block, pen))]
    return [line for number, part in enumerate(parts) for line in ([""] * bool(number) + part)]


def plain(report: Shown, pen: Pen) -> list[str]:
    """Write a report as sentences, one a line, to be read aloud."""
    return [pen.said(said) for said in report.sentences]


def _block(block: object, pen: Pen) -> list[str]:
    match block:
        case Table():
            return _table(block, pen)
        case Lines():
            return [pen.said(said) for said in block.said]
        case _:
            return []


def _table(block: Table, pen: Pen) -> list[str]:
    keys = [column.key for column in block.columns]
    right = [column.align == "right" for column in block.columns]
    key = block.group_key if block.group_key not in keys else None
    if key is not None:
        keys, right = [key, *keys], [False, *right]
    rows = [row for group in block.groups for row in _rows(group, pen, led=key is not None)]
    return list(_aligned([[pen.text(f"column.{name}") for name in keys], *rows], right))


def _rows(group: Group, pen: Pen, *, led: bool) -> Iterable[list[str]]:
    title = [pen.signs.fit("–") if group.title is None else pen.flat_term(group.title)] if led else []  # noqa: RUF001 -- the sign for nothing
    return ([*title, *map(pen.flat, row)] for row in group.rows)


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterable[str]:
    sizes = [[width(cell) for cell in row] for row in rows]
    rooms = [min(max(column), LONGEST_CELL) for column in zip(*sizes, strict=True)]
    for row, taken in zip(rows, sizes, strict=True):
        yield _GAP.join(
            " " * (room - size) + cell if at_right else cell + " " * (room - size)
            for cell, size, room, at_right in zip(row, taken, rooms, right, strict=True)
        ).rstrip()
