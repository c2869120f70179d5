"""Facts beside the staircase: a label and cells in columns of their own."""

from collections.abc import Sequence
from datetime import date

from staircase.core.reports.block import Cell, Fact, Tone
from staircase.core.term import Count, Days, Money, Quantity, Share, ShareRange
from staircase.render.terminal.pen import Pen
from staircase.render.terminal.strip import EMPTY, Strip, beside

_FIGURES = (int, Count, Days, Money, Quantity, Share, ShareRange, date)


def facts(rows: Sequence[Fact], pen: Pen) -> list[Strip]:
    """Draw facts: labels first, then each column as wide as its widest cell, figures to the right."""
    labels = [pen.text(fact.label) for fact in rows]
    drawn = [Strip.of(label, pen.paint(label, Tone.STRONG)) for label in labels]
    for at in range(max((len(fact.cells) for fact in rows), default=0)):
        cells = [fact.cells[at] if at < len(fact.cells) else None for fact in rows]
        drawn = _with_column(drawn, cells, pen)
    return drawn


def _with_column(before: Sequence[Strip], cells: Sequence[Cell | None], pen: Pen) -> list[Strip]:
    strips = [EMPTY if cell is None else _strip(cell, pen) for cell in cells]
    figures = all(cell is None or cell.term is None or isinstance(cell.term, _FIGURES) for cell in cells)
    start = max(strip.width for strip in before) + 1
    wide = max(strip.width for strip in strips)
    places = (start + wide - strip.width if figures else start for strip in strips)
    return [beside([(0, left), (at, strip)]) for left, at, strip in zip(before, places, strips, strict=True)]


def _strip(cell: Cell, pen: Pen) -> Strip:
    drawn = pen.draw(cell)
    return Strip(pen.painted(drawn), drawn.width + drawn.tail)
