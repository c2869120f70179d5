"""The column planner: which columns of a table are shown on a terminal of some width, and how wide."""

from collections.abc import Sequence
from typing import NamedTuple

from staircase.render.layout import BETWEEN

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
