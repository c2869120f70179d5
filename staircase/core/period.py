"""Dates and periods as the files write them: ``2026-11-24``, ``2026-11``, ``2026-Q4``, ``2026``."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1970, 2200
_FIRST = date(FIRST_YEAR, 1, 1)

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PERIOD = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([0-9])))?")


class NoSuchDateError(ValueError):
    """The text has a date's form, but the calendar lacks the day or it lies outside 1970-2200."""


class NotADateError(ValueError):
    """The text does not have the form of a date or a period."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month, quarter or year; ``text`` is how it was written, ``first`` and ``last`` are its days."""

    text: str
    first: date
    last: date


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
    """The period that a date, ``YYYY-MM``, ``YYYY-Qn`` or ``YYYY`` names.

    Raises:
        NotADateError: the text has another form.
        NoSuchDateError: no such day, month or quarter, or outside 1970-2200.
    """
    match = _PERIOD.fullmatch(text)
    if not match:
        day = parse_date(text)
        return Period(text, day, day)
    year, month, quarter = int(match[1]), match[2], match[3]
    if month:
        return Period(text, _day(year, int(month), 1), _last_of_month(year, int(month)))
    if quarter:
        return Period(text, _day(year, int(quarter) * 3 - 2, 1), _last_of_month(year, int(quarter) * 3))
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
