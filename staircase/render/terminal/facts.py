"""Facts beside the staircase: a label and cells in columns of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from staircase.core.reports.block import Cell, Fact, Tone
from staircase.core.term import Count, Days, Money, Quantity, Share, ShareRange
from staircase.render.layout import BETWEEN, EMPTY, Strip, beside, hanging, width, wrap
from staircase.render.terminal.pen import Pen

_LEAST_BESIDE = 20
_FIGURES = (int, Count, Days, Money, Quantity, Share, ShareRange, date)


def told(rows: Sequence[Fact], pen: Pen) -> Iterator[str]:
    """Lines of facts; one that is too wide is broken beside its label."""
    indent = max((width(pen.text(fact.label)) for fact in rows), default=0) + BETWEEN
    for fact, strip in zip(rows, facts(rows, pen, BETWEEN), strict=True):
        yield from [strip.painted] if strip.width <= pen.look.width else _broken(fact, indent, pen)


def _broken(fact: Fact, indent: int, pen: Pen) -> Iterator[str]:
    label, text = pen.text(fact.label), " ".join(_strip(cell, pen).plain for cell in fact.cells)
    if pen.look.width - indent < _LEAST_BESIDE:
        yield from wrap(f"{label} {text}", pen.look.width)
        return
    lead = Strip.of(label, pen.paint(label, Tone.STRONG)).padded(indent)
    yield from hanging(text, pen.look.width, indent=indent, lead=lead)


def facts(rows: Sequence[Fact], pen: Pen, apart: int = 1) -> list[Strip]:
    """Facts as strips: labels, so far apart from the rest, and columns as wide as their widest cells, figures right."""
    labels = [pen.text(fact.label) for fact in rows]
    drawn = [Strip.of(label, pen.paint(label, Tone.STRONG)) for label in labels]
    for at in range(max((len(fact.cells) for fact in rows), default=0)):
        cells = [fact.cells[at] if at < len(fact.cells) else None for fact in rows]
        drawn = _with_column(drawn, cells, pen, 1 if at else apart)
    return drawn


def _with_column(before: Sequence[Strip], cells: Sequence[Cell | None], pen: Pen, apart: int) -> list[Strip]:
    strips = [EMPTY if cell is None else _strip(cell, pen) for cell in cells]
    figures = all(cell is None or cell.term is None or isinstance(cell.term, _FIGURES) for cell in cells)
    start = max(strip.width for strip in before) + apart
    wide = max(strip.width for strip in strips)
    places = (start + wide - strip.width if figures else start for strip in strips)
    return [beside([(0, left), (at, strip)]) for left, at, strip in zip(before, places, strips, strict=True)]


def _strip(cell: Cell, pen: Pen) -> Strip:
    return pen.strip(pen.draw(cell))
