"""A table of a page to read: columns within the width for a terminal, a sentence a row to be read aloud."""

import re
from collections.abc import Iterator, Sequence

from staircase.render.layout import BETWEEN, Strip, side_by_side, width, wrap

_CELL_ENDS = re.compile(r"(?<!\\)\|")
_LEAST = 8


def page_table(lines: Sequence[str], columns: int, *, plain: bool) -> Iterator[str]:
    """Lines of a Markdown table: the head, its rule, and a row a line."""
    head, _, *rows = (_cells(line) for line in lines)
    if plain:
        yield from ("; ".join(_said(*pair) for pair in zip(head, row, strict=True)) for row in rows)
        return
    widths = _widths([head, *rows], columns)
    yield from _row(head, widths)
    yield "─" * (sum(widths) + BETWEEN * (len(widths) - 1))
    for row in rows:
        yield from _row(row, widths)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in _CELL_ENDS.split(inner)]


def _said(head: str, cell: str) -> str:
    return f"{head}: {cell}" if head else cell


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """The width, shared out: the widest column gives way, one by one, until all fit or none is wide."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    room = columns - BETWEEN * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    lines = [list(map(Strip.of, wrap(cell, room))) for cell, room in zip(cells, widths, strict=True)]
    yield from side_by_side(lines, widths)
