"""Days and periods of the calendar, as files and as people write them; the quarters and months of time axes."""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal, get_args, overload

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


DayOrder = Literal["dmy", "mdy", "ymd"]
"""In which order the parts of days stand: day, month and year."""

_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?Z?)?"
_PARTS = rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{1,4}}){_TIME}"
_PARTS_BY_YEAR = rf"(\d{{1,2}})(/)(\d{{1,2}})[ -](\d{{4}}){_TIME}"
"""As people write it who part the year from the day: ``25/3 2026``, ``25/3-2026``."""
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
    if found := re.fullmatch(_PARTS, text) or re.fullmatch(_PARTS_BY_YEAR, text):
        parts, is_dotted = (found[1], found[3], found[4]), found[2] == "." and len(found[4]) > _SHORT_YEAR
        days: dict[DayOrder, date] = {one: day for one in get_args(DayOrder) if (day := _in_order(parts, one))}
        settled: DayOrder | None = order or ("dmy" if is_dotted else None)
        return {settled: days[settled]} if settled and settled in days else days
    for form in _FORMS:
        if (found := re.fullmatch(form, text, re.IGNORECASE)) and (number := _month(found["month"])) is not None:
            day_of_month = found.groupdict().get("day")
            read = _existing(found["year"], number, int(day_of_month or 1))
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
    return _existing(by_letter["y"], int(by_letter["m"]), int(by_letter["d"])) if is_form else None


def _existing(year: str, month: int, day: int) -> date | None:
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
