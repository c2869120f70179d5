"""Days and periods of cells; what may be meant in two ways is refused."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from staircase.core.period import FIRST_YEAR, LAST_YEAR, Period, parse_period
from staircase.core.sheets.grid import GridCell, refuse_cell, shown
from staircase.core.suggest import keyboard
from staircase.core.term import Choices, Code, Name, quoted
from staircase.core.written_day import DayOrder, days_written, period_written

_SERIAL_FIRST, _SERIAL_LAST = 25_569, 73_050
"""The days of Excel's calendar from 1970 to 2099."""

_EPOCH = date(1899, 12, 30)


def day_in(cell: GridCell, order: DayOrder | None = None) -> date:
    """The day, or the month, that a cell says.

    Raises:
        CellRefusal: it says none, the calendar lacks it, or it may be meant in two ways.
    """
    text = shown(cell)
    days = _days(cell, text, order)
    if days is None:
        if re.fullmatch(r"(?:19|20)\d\d", text):
            refuse_cell("only-a-year", written=Name(text))
        refuse_cell("only-a-period" if period_written(keyboard(text)) else "not-a-day", written=quoted(text))
    if not days:
        refuse_cell("no-such-day", written=Name(text))
    if len(days) > 1:
        if order:
            refuse_cell("day-in-other-order", written=Name(text), order=Code(order))
        refuse_cell("day-in-two-ways", written=Name(text), days=Choices(tuple(day.isoformat() for day in sorted(days))))
    return days.pop()


def _days(cell: GridCell, text: str, order: DayOrder | None) -> set[date] | None:
    """The days that a cell may mean; none where the calendar lacks it, and ``None`` of what is no day."""
    if isinstance(cell.value, date):
        return {cell.value} if FIRST_YEAR <= cell.value.year <= LAST_YEAR else set()
    serial = (
        cell.value if isinstance(cell.value, Fraction) else Fraction(text) if re.fullmatch(r"\d{5}", text) else None
    )
    if serial is not None and _SERIAL_FIRST <= serial <= _SERIAL_LAST:
        return {_EPOCH + timedelta(int(serial))}
    days = days_written(keyboard(text), order)
    return None if days is None else set(days.values())


def period_in(cell: GridCell, order: DayOrder | None = None) -> Period:
    """The period that a cell says.

    Raises:
        CellRefusal: as of a day.
    """
    text = shown(cell)
    written = period_written(keyboard(text), order) or day_in(cell, order).isoformat()
    try:
        return parse_period(written)
    except ValueError:
        refuse_cell("no-such-day", written=Name(text))


def orders_of(text: str) -> frozenset[DayOrder]:
    """The orders in which a text may be a day: one where it is told by the text itself."""
    return frozenset(days_written(keyboard(text)) or ())


def common_order(texts: Iterable[str]) -> DayOrder | None:
    """The one order in which all days of a column that tell it by themselves stand; nothing where they differ.

    A year that stands first tells nothing of those that have it last.
    """
    told: set[DayOrder] = set()
    for text in texts:
        orders = orders_of(text)
        if len(orders) == 1 and "ymd" not in orders:
            told |= orders
    return told.pop() if len(told) == 1 else None
