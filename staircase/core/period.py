"""Periods of the calendar as files write them, and the quarters and months that time axes are divided into."""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal, overload

FIRST_YEAR, LAST_YEAR = 1970, 2200
_FIRST = date(FIRST_YEAR, 1, 1)

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PERIOD = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|([QTH])([0-9])))?")

PARTS_OF_A_YEAR: Mapping[str, int] = MappingProxyType({"Q": 4, "T": 3, "H": 2})
"""How many quarters, four-month periods (tertials) and half-years a year has, by their letters."""


class NoSuchDateError(ValueError):
    """The text has a date's form, but the calendar lacks the day or it lies outside 1970-2200."""


class NotADateError(ValueError):
    """The text does not have the form of a date or a period."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month, quarter, tertial, half-year or year.

    ``text`` is how it was written, ``first`` and ``last`` are its days.
    """

    text: str
    first: date
    last: date


class Month(date):
    """A fact's date of which only the month is known: ordered as the day that it counts as, equal as it is written.

    Two of one month are equal whatever day each counts as, and none equals a day: what the file says is not the same.
    What is counted from it is a plain day.
    """

    def __eq__(self, other: object) -> bool:
        """Whether the other is the same month, too."""
        return isinstance(other, Month) and (self.year, self.month) == (other.year, other.month)

    def __ne__(self, other: object) -> bool:
        """Whether it is not: a date has an answer of its own to this, too."""
        return not self == other

    def __hash__(self) -> int:
        """One for all of the same month."""
        return hash((self.year, self.month))

    def __add__(self, length: timedelta, /) -> date:  # type: ignore[override]  # a day, for a day's sum is of its kind
        """Count from its day."""
        return self.day_counted + length

    @overload  # type: ignore[override]  # as above
    def __sub__(self, other: date, /) -> timedelta: ...

    @overload
    def __sub__(self, other: timedelta, /) -> date: ...

    def __sub__(self, other: date | timedelta, /) -> date | timedelta:
        """Count from its day, too: back by a length, or how long before it another day was."""
        return self.day_counted - other

    def isoformat(self) -> str:
        """The month as files write it: ``2026-05``."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def day_counted(self) -> date:
        """The day that it counts as."""
        return date(self.year, self.month, self.day)

    def counted_after(self, *earlier: date | None) -> "Month":
        """The month as the latest of those days which lie in it, else as its first day."""
        within = [other.day for other in earlier if other and (other.year, other.month) == (self.year, self.month)]
        return Month(self.year, self.month, max(within, default=1))


def latest(days: Sequence[date], day: date) -> date | None:
    """The last of days in their order that is not after a day; of a month and a day that count as one, the day."""
    place = bisect_right(days, day)
    if not place or type(days[place - 1]) is not Month:
        return days[place - 1] if place else None
    alike = days[bisect_left(days, days[place - 1]) : place]
    return next((one for one in alike if type(one) is not Month), alike[0])


def parse_fact(text: str) -> date:
    """The day that ``YYYY-MM-DD`` names, or the month that ``YYYY-MM`` does, which counts as its first day.

    Raises:
        NotADateError: the text has another form.
        NoSuchDateError: no such day or month, or outside 1970-2200.
    """
    match = _DATE.fullmatch(text)
    if match:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    month = _PERIOD.fullmatch(text)
    if not month or not month[2]:
        raise NotADateError(text)
    first = _day(int(month[1]), int(month[2]), 1)
    return Month(first.year, first.month, 1)


def parse_date(text: str) -> date:
    """The day that ``YYYY-MM-DD`` names.

    Raises:
        NotADateError: the text has another form.
        NoSuchDateError: no such day, or outside 1970-2200.
    """
    match = _DATE.fullmatch(text)
    if not match:
        raise NotADateError(text)
    return _day(int(match[1]), int(match[2]), int(match[3]))


def day_of(seconds: int) -> date:
    """Day that lies so many seconds after the beginning of 1970, as a clock without a zone counts them.

    Raises:
        NoSuchDateError: the day is outside 1970-2200.
    """
    days = seconds // (24 * 60 * 60)
    if not 0 <= days < date(LAST_YEAR + 1, 1, 1).toordinal() - _FIRST.toordinal():
        raise NoSuchDateError
    return _FIRST + timedelta(days)


def parse_period(text: str) -> Period:
    """The period that a date, ``YYYY-MM``, ``YYYY-Qn``, ``YYYY-Tn``, ``YYYY-Hn`` or ``YYYY`` names.

    Raises:
        NotADateError: the text has another form.
        NoSuchDateError: no such day, month or part of a year, or outside 1970-2200.
    """
    match = _PERIOD.fullmatch(text)
    if not match:
        day = parse_date(text)
        return Period(text, day, day)
    year, month, letter, number = int(match[1]), match[2], match[3], match[4]
    if month:
        return Period(text, _day(year, int(month), 1), _last_of_month(year, int(month)))
    if letter:
        months = 12 // PARTS_OF_A_YEAR[letter]
        last = int(number) * months
        return Period(text, _day(year, last - months + 1, 1), _last_of_month(year, last))
    return Period(text, _day(year, 1, 1), _day(year, 12, 31))


def months_before(day: date, months: int) -> date:
    """The same day of the month ``months`` earlier, or that month's last day where it is shorter."""
    year, index = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoSuchDateError
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDateError from error


def _last_of_month(year: int, month: int) -> date:
    first = _day(year, month, 1)
    return first.replace(day=monthrange(year, month)[1])


Per = Literal["quarter", "month"]
"""What a time axis is divided into."""


def period_of(day: date, per: Per) -> Period:
    """The quarter or month that a day lies in."""
    return quarter_of(day) if per == "quarter" else month_of(day)


def quarter_of(day: date) -> Period:
    """The quarter that a day lies in, written ``2026-Q4``."""
    number = (day.month - 1) // 3 + 1
    last = month_of(date(day.year, number * 3, 1)).last
    return Period(f"{day.year}-Q{number}", date(day.year, number * 3 - 2, 1), last)


def month_of(day: date) -> Period:
    """The month that a day lies in, written ``2026-11``."""
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    return Period(f"{day.year}-{day.month:02}", date(day.year, day.month, 1), last)


def following(period: Period, per: Per) -> Period:
    """The quarter or month after one."""
    return period_of(period.last + timedelta(1), per)


def periods(first: date, last: date, per: Per) -> Iterator[Period]:
    """The quarters or months from the one of ``first`` to the one of ``last``."""
    period = period_of(first, per)
    while period.first <= last:
        yield period
        period = following(period, per)
