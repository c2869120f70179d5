"""Days as people write them, in three orders and in words; what may be meant in two ways is refused."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, get_args

from staircase.core.period import FIRST_YEAR, LAST_YEAR, Month, Period, parse_period
from staircase.core.sheets.grid import GridCell, refuse_cell, shown
from staircase.core.suggest import as_day_or_month, as_period, keyboard, month_called
from staircase.core.term import Choices, Code, Name, quoted

DayOrder = Literal["dmy", "mdy", "ymd"]
"""In which order the parts of days stand: day, month and year."""

_SERIAL_FIRST, _SERIAL_LAST = 25_569, 73_050
"""The days of Excel's calendar from 1970 to 2099."""

_EPOCH = date(1899, 12, 30)
_MONTH = re.compile(r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])")
_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?Z?)?"
_PARTS = re.compile(rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{1,4}}){_TIME}")
_ISO = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_TIME}|(\d{{4}})(\d{{2}})(\d{{2}})")
_DAY_IN_WORDS = re.compile(
    r"(?:den\s+)?(\d{1,2})(?::?e|:?a|\.|st|nd|rd|th)?[\s-]+([^\W\d]{3,9})\.?,?[\s-]+(\d{4})", re.IGNORECASE
)
_DAY_IN_ENGLISH = re.compile(r"([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_MONTH_SHORT = re.compile(r"([^\W\d]{3,9})\.?[ '\u2019-]+(\d{2})", re.IGNORECASE)


def day_in(cell: GridCell, order: DayOrder | None = None) -> date:
    """The day, or the month, that a cell says.

    Raises:
        CellRefusal: it says none, the calendar lacks it, or it may be meant in two ways.
    """
    found, text = _day(cell, order), shown(cell)
    if found is None:
        if re.fullmatch(r"(?:19|20)\d\d", text):
            refuse_cell("only-a-year", written=Name(text))
        if as_period(text, "") or _quarter(text):
            refuse_cell("only-a-period", written=Name(text))
        refuse_cell("not-a-day", written=quoted(text))
    return found


def period_in(cell: GridCell, order: DayOrder | None = None) -> Period:
    """The period that a cell says.

    Raises:
        CellRefusal: as of a day.
    """
    text = shown(cell)
    month = text if _MONTH.fullmatch(text) else ""
    written = month or as_period(text, "") or _quarter(text) or day_in(cell, order).isoformat()
    try:
        return parse_period(written)
    except ValueError:
        refuse_cell("no-such-day", written=Name(text))


def _day(cell: GridCell, order: DayOrder | None) -> date | None:  # noqa: PLR0911 - one for each form
    """The day or the month of a cell; nothing where it says none."""
    text = shown(cell)
    if isinstance(cell.value, date):
        return _within(cell.value, text)
    serial = (
        cell.value if isinstance(cell.value, Fraction) else Fraction(text) if re.fullmatch(r"\d{5}", text) else None
    )
    if serial is not None and _SERIAL_FIRST <= serial <= _SERIAL_LAST:
        return _EPOCH + timedelta(int(serial))
    plain = keyboard(text)
    if _MONTH.fullmatch(plain):
        return _month(plain)
    if found := _ISO.fullmatch(plain):
        year, month, day = (part for part in found.groups() if part)
        return _calendar(int(year), int(month), int(day), text)
    if found := _PARTS.fullmatch(plain):
        return _ordered(found, order, text)
    if found := _DAY_IN_WORDS.fullmatch(plain):
        return _named(found[3], found[2], found[1], text)
    if found := _DAY_IN_ENGLISH.fullmatch(plain):
        return _named(found[3], found[1], found[2], text)
    month_only = as_day_or_month(plain)
    if re.fullmatch(r"\d{4}-\d{2}", month_only):
        return _month(month_only)
    if (found := _MONTH_SHORT.fullmatch(plain)) and (number := month_called(found[1])):
        return _month(f"20{found[2]}-{number:02}")
    return None


def orders_of(text: str) -> frozenset[DayOrder]:
    """The orders in which a text of three numbers is a day: one where it is told by the numbers themselves."""
    found = _PARTS.fullmatch(keyboard(text))
    if not found:
        return frozenset()
    return frozenset(order for order in get_args(DayOrder) if _in_order(found, order) is not None)


def _in_order(found: "re.Match[str]", order: DayOrder) -> date | None:
    parts = dict(zip(order, (found[1], found[3], found[4]), strict=True))
    if len(parts["y"]) not in {2, 4} or len(parts["d"]) > 2 or len(parts["m"]) > 2:  # noqa: PLR2004 - digits of each
        return None
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)  # noqa: PLR2004 - as above
    try:
        return date(year, int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None


def _ordered(found: "re.Match[str]", order: DayOrder | None, text: str) -> date | None:
    days = {one: day for one in get_args(DayOrder) if (day := _in_order(found, one))}
    if not days:
        refuse_cell("no-such-day", written=Name(text))
    if order in days:
        return _within(days[order], text)
    if order and len(set(days.values())) > 1:
        refuse_cell("day-in-other-order", written=Name(text), order=Code(order))
    if found[2] == "." and "dmy" in days and len(found[4]) == 4:  # noqa: PLR2004 - with dots the day stands first
        return _within(days["dmy"], text)
    if len(set(days.values())) > 1:
        both = sorted({day.isoformat() for day in days.values()})
        refuse_cell("day-in-two-ways", written=Name(text), days=Choices(tuple(both)))
    return _within(next(iter(days.values())), text)


def _named(year: str, month: str, day: str, text: str) -> date | None:
    number = month_called(month)
    return _calendar(int(year), number, int(day), text) if number else None


def _calendar(year: int, month: int, day: int, text: str) -> date:
    try:
        return _within(date(year, month, day), text)
    except ValueError:
        refuse_cell("no-such-day", written=Name(text))


def _within(day: date, text: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        refuse_cell("no-such-day", written=Name(text))
    return day


def _month(text: str) -> Month:
    first = parse_period(text).first
    return Month(first.year, first.month, 1)


_QUARTER = re.compile(
    r"(?:kv|kvartal|q|k)\.?\s*([1-4])[\s/-]*'?(\d{4}|\d{2})|(\d{4})[\s/-]*(?:kv|kvartal)\.?\s*([1-4])", re.IGNORECASE
)


def _quarter(text: str) -> str:
    found = _QUARTER.fullmatch(keyboard(text))
    if not found:
        return ""
    year, number = found[2] or found[3], found[1] or found[4]
    return f"20{year}-Q{number}" if len(year) == 2 else f"{year}-Q{number}"  # noqa: PLR2004 - without the century


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
