"""Days, months and parts of a year as people write them: each day that a text may mean.

Patterns stand as texts, which ``re`` compiles when it is first asked for them: sound files need none of them.
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

from staircase.core.period import FIRST_YEAR, LAST_YEAR, PARTS_OF_A_YEAR, Month

DayOrder = Literal["dmy", "mdy", "ymd"]
"""In which order the parts of days stand: day, month and year."""

_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?Z?)?"
_PARTS = rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{1,4}}){_TIME}"
_DIGITS = r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
_DAY_FIRST = (
    r"(?:den\s+)?(?P<day>\d{1,2})(?::?e|:?a|\.|st|nd|rd|th)?[\s-]+(?P<month>[^\W\d]{3,9})\.?,?[\s-]+(?P<year>\d{4})"
)
_DAY_IN_ENGLISH = r"(?P<month>[^\W\d]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
_YEAR_AND_MONTH = r"(?P<year>\d{4})(?:[ ./-]|(?=[^\W\d]))(?P<month>\d{1,2}|[^\W\d]{3,9})\.?"
_MONTH_AND_YEAR = r"(?P<month>\d{1,2}(?=\D)|[^\W\d]{3,9})\.?[ ./-]?(?P<year>\d{4})"
_MONTH_AND_SHORT_YEAR = r"(?P<month>[^\W\d]{3,9})\.?[ '\u2019-]+(?P<year>\d{2})"
_FORMS = (_DIGITS, _DAY_FIRST, _DAY_IN_ENGLISH, _YEAR_AND_MONTH, _MONTH_AND_YEAR, _MONTH_AND_SHORT_YEAR)

_PART = r"(?P<part>kvartal|kv|tertial|halv\u00e5r|[qkth])\.?\s*(?P<number>[1-4])"
_PARTS_OF_YEARS = (rf"{_PART}[\s/-]*'?(?P<year>\d{{4}}|\d{{2}})", rf"(?P<year>\d{{4}})[\s/-]*{_PART}")
_LETTERS: Mapping[str, str] = MappingProxyType({"K": "Q"})  # kvartal
_YEAR = r"\d{4}"

_MONTHS = (
    *(("januari", "january"), ("februari", "february"), ("mars", "march"), ("april",), ("maj", "may")),
    *(("juni", "june"), ("juli", "july"), ("augusti", "august"), ("september",)),
    *(("oktober", "october"), ("november",), ("december",)),
)
"""The months in Swedish and in English."""

_SHORT_YEAR = 2
"""Digits of a year without its century."""


def days_written(text: str, order: DayOrder | None = None) -> Mapping[DayOrder, date] | None:
    """The days that a text may mean, by the order of its parts; what no order can change stands under ``ymd``.

    A month is a ``Month``. Where the calendar lacks the day there is none; what is no day at all is ``None``.
    An order that is said settles it, where the text can have it; without one the day stands first before dots.
    """
    if found := re.fullmatch(_PARTS, text):
        parts, is_dotted = (found[1], found[3], found[4]), found[2] == "." and len(found[4]) > _SHORT_YEAR
        days: dict[DayOrder, date] = {one: day for one in get_args(DayOrder) if (day := _in_order(parts, one))}
        settled: DayOrder | None = order or ("dmy" if is_dotted else None)
        return {settled: days[settled]} if settled and settled in days else days
    for form in _FORMS:
        if (found := re.fullmatch(form, text, re.IGNORECASE)) and (number := _month(found["month"])) is not None:
            day_of_month = found.groupdict().get("day")
            read = _day(found["year"], number, int(day_of_month or 1))
            if read is None:
                return {}
            return {"ymd": read if day_of_month else Month(read.year, read.month, 1)}
    return None


def day_written(text: str, order: DayOrder | None = None) -> date | None:
    """The one day, or month, that a text can mean."""
    days = set((days_written(text, order) or {}).values())
    return days.pop() if len(days) == 1 else None


def period_written(text: str, order: DayOrder | None = None) -> str | None:
    """The one day, month, part of a year or year that a text can mean, as files write it."""
    for form in _PARTS_OF_YEARS:
        if found := re.fullmatch(form, text, re.IGNORECASE):
            year, letter = found["year"], found["part"][0].upper()
            letter = _LETTERS.get(letter, letter)
            year = f"20{year}" if len(year) == _SHORT_YEAR else year
            return f"{year}-{letter}{found['number']}" if int(found["number"]) <= PARTS_OF_A_YEAR[letter] else None
    if re.fullmatch(_YEAR, text):
        return text
    day = day_written(text, order)
    return day.isoformat() if day else None


def _in_order(parts: tuple[str, str, str], order: DayOrder) -> date | None:
    by_letter = dict(zip(order, parts, strict=True))
    is_form = len(by_letter["y"]) in {2, 4} and len(by_letter["d"]) <= 2 and len(by_letter["m"]) <= 2  # noqa: PLR2004 - digits
    return _day(by_letter["y"], int(by_letter["m"]), int(by_letter["d"])) if is_form else None


def _day(year: str, month: int, day: int) -> date | None:
    try:
        found = date(int(year) + (2000 if len(year) == _SHORT_YEAR else 0), month, day)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _month(written: str) -> int | None:
    """The number of a month, by its name or the beginning of it; ``None`` of a word that is none."""
    if written.isdecimal():
        return int(written)
    name = written.casefold()
    return next((place for place, names in enumerate(_MONTHS, 1) if any(one.startswith(name) for one in names)), None)
