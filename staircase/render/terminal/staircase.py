"""The staircase, drawn: heading and lines in its upper left corner, facts in columns in its lower right."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from staircase.core.reports import Cell, Fact, Staircase, Tone, Tread
from staircase.core.term import Count, Days, Money, Quantity, Share, ShareRange
from staircase.render.layout import BETWEEN, EMPTY, Strip, beside, hanging, joined, width, wrap, wrapped
from staircase.render.terminal.pen import Pen, heading_parts

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


NARROWEST = 72
"""Columns below which the steps are plain lines."""

_WIDEST_TREAD, _LEAST_TREAD = 28, 8
_INSET = 2
_APART = 3


class _Step(NamedTuple):
    """A tread's name and lines, as they stand beside its riser."""

    texts: tuple[Strip, ...]

    @property
    def width(self) -> int:
        return max(text.width for text in self.texts)


class _Plan(NamedTuple):
    """Where the steps stand: the columns of their risers, highest first, the rows of a step, and the right edge."""

    risers: tuple[int, ...]
    rise: int
    edge: int


def staircase(block: Staircase, pen: Pen) -> list[str]:
    """The staircase, or plain lines of its steps where it is narrow."""
    steps = [_step(tread, pen) for tread in sorted(block.treads, key=lambda tread: -tread.number)]
    corner, lower = _corner(block, pen), facts(block.facts, pen)
    plan = _plan(steps, pen.look.width)
    if plan is None:
        return _told(corner, steps, lower, pen)
    fits = all(strip.width + _INSET <= _room(plan, row) for row, strip in enumerate(corner))
    rows = [_row(row, steps, plan, pen) for row in range(plan.rise * len(steps) + 1)]
    if fits:
        rows = [[(0, strip), *row] for strip, row in zip([*corner, *[EMPTY] * len(rows)], rows, strict=False)]
    above = [] if fits else [*wrapped(corner, pen.look.width), ""]
    return [*above, *_with_facts([beside(row) for row in rows], lower, plan, pen)]


def _corner(block: Staircase, pen: Pen) -> list[Strip]:
    first, *others = heading_parts(block.heading, pen)
    said = [pen.said(line) for line in block.lines]
    head = Strip.of(first, pen.paint(first, Tone.STRONG))
    return [head, *map(Strip.of, others), *([EMPTY] if said else []), *map(Strip.of, said)]


def _step(tread: Tread, pen: Pen) -> _Step:
    name, number = pen.text(tread.name), str(tread.number)
    painted = f"{pen.paint(number, Tone.ACCENT)} {pen.paint(name, Tone.STRONG)}"
    return _Step((Strip.of(f"{number} {name}", painted), *(_joined(line, pen) for line in tread.lines)))


def _joined(cells: Sequence[Cell], pen: Pen) -> Strip:
    return joined((pen.strip(cell) for cell in map(pen.draw, cells) if cell.set), 1)


def _plan(steps: Sequence[_Step], columns: int) -> _Plan | None:
    """Plan in which the top tread has its text's width and the others share the rest; none where it is too narrow."""
    if columns < NARROWEST or not steps:
        return None
    top, others = steps[0].width + _INSET, len(steps) - 1
    tread = min(_WIDEST_TREAD, (columns - top) // max(others, 1))
    risers = tuple(tread * (others - number) for number in range(len(steps)))
    ends = [riser + _INSET + step.width for riser, step in zip(risers, steps, strict=True)]
    if tread < _LEAST_TREAD or max(ends) > columns:
        return None
    return _Plan(risers, max(len(step.texts) for step in steps), min(columns, risers[0] + max(top, tread)))


def _room(plan: _Plan, row: int) -> int:
    """Columns that are free to the left of the drawing."""
    step = row // plan.rise
    return plan.risers[step] if step < len(plan.risers) else 0


def _row(row: int, steps: Sequence[_Step], plan: _Plan, pen: Pen) -> list[tuple[int, Strip]]:
    """Strips of a row: on the rows between the steps, the next tread meets the riser of the one above."""
    step, within = divmod(row, plan.rise)
    found = []
    if within == 0 and step < len(steps):
        found.append((plan.risers[step], _tread(step, plan, pen)))
    upper = step - 1 if within == 0 else step
    line = plan.rise - 1 if within == 0 else within - 1
    if upper < 0:
        return found
    if within or step == len(steps):
        found.append((plan.risers[upper], Strip.of(pen.signs.riser, pen.paint(pen.signs.riser, Tone.FAINT))))
    texts = steps[upper].texts
    return [*found, (plan.risers[upper] + _INSET, texts[line])] if line < len(texts) else found


def _tread(step: int, plan: _Plan, pen: Pen) -> Strip:
    end = plan.risers[step - 1] if step else plan.edge
    drawn = pen.signs.corner + pen.signs.rule * (end - plan.risers[step] - 1) + pen.signs.inner * bool(step)
    return Strip.of(drawn, pen.paint(drawn, Tone.FAINT))


def _with_facts(rows: list[Strip], lower: Sequence[Strip], plan: _Plan, pen: Pen) -> list[str]:
    """Rows with the facts beside the lowest rows where there is room, else lower down, at last below them."""
    wide = max((strip.width for strip in lower), default=0)
    for first in range(max(0, len(rows) - len(lower)), len(rows)):
        start = max(max(row.width for row in rows[first:]) + _APART, plan.edge - wide)
        if lower and start + wide <= pen.look.width:
            longer = [*rows, *[EMPTY] * (first + len(lower) - len(rows))]
            placed = zip(longer[first:], lower, strict=True)
            return [
                row.painted for row in (*longer[:first], *(beside([(0, row), (start, fact)]) for row, fact in placed))
            ]
    below = ["", *wrapped(lower, pen.look.width)] if lower else []
    return [*(row.painted for row in rows), *below]


def _told(corner: list[Strip], steps: Sequence[_Step], lower: Sequence[Strip], pen: Pen) -> list[str]:
    names = max((step.texts[0].width for step in steps), default=0)
    told = []
    for step in steps:
        name, *others = step.texts
        told.append(beside([(0, name), *((names + 2, line) for line in others[:1])]))
        told.extend(beside([(names + 2, line)]) for line in others[1:])
    parts = [part for part in (corner, told, lower) if part]
    return [line for number, part in enumerate(parts) for line in ([""] * bool(number) + wrapped(part, pen.look.width))]
