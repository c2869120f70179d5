"""A table of a page to read: columns within the width for a terminal, a sentence a row to be read aloud."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from staircase.render.width import width, wrap

_BETWEEN = re.compile(r"(?<!\\)\|")
_GAP = "  "
_LEAST = 8


def page_table(lines: Sequence[str], columns: int, *, plain: bool) -> Iterator[str]:
    """Write the lines of a Markdown table: the head, its rule, and a row a line."""
    head, _, *rows = (_cells(line) for line in lines)
    if plain:
        yield from ("; ".join(_said(*pair) for pair in zip(head, row, strict=True)) for row in rows)
        return
    widths = _widths([head, *rows], columns)
    yield from _row(head, widths)
    yield "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    for row in rows:
        yield from _row(row, widths)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in _BETWEEN.split(inner)]


def _said(head: str, cell: str) -> str:
    return f"{head}: {cell}" if head else cell


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Share the width out: the widest column gives way, one by one, until all fit or none is wide."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    room = columns - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = (wrap(cell, each) or [""] for cell, each in zip(cells, widths, strict=True))
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = (part + " " * (each - width(part)) for part, each in zip(parts, widths, strict=True))
        yield _GAP.join(padded).rstrip()
