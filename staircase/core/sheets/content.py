"""What a cell says, as a column of ours holds it: text, numbers, lists and choices in the many ways people write them.

What may be meant in two ways is never guessed: it is refused with what would settle it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from staircase.core.choices import STEPS
from staircase.core.model import MOST_DIGITS
from staircase.core.period import FIRST_YEAR, LAST_YEAR, DayOrder, Period, days_written, parse_period, period_written
from staircase.core.sheets import Holds, SheetColumn, parted, written
from staircase.core.sheets.grid import CellRefusal, GridCell, refuse_cell, shown
from staircase.core.sheets.heading import MONEY, Vocabulary, money_unit
from staircase.core.suggest import choice_in_other_words, keyboard, letters
from staircase.core.term import Choices, Code, Name, quoted
from staircase.core.yaml import holds_foreign

_UNIT = r"[a-zåäö]+\.?(?:\s?kr|\s?kronor)?|:-|[km]?[€$£]|%"
_BEFORE = r"kr|sek|nok|dkk|eur|usd|gbp|[€$£]"
_GROUP = r"[ \u00a0\u2009\u202f'\u2019]"
_NUMBER = re.compile(
    rf"({_BEFORE})?\s*([+-]?)((?:\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?:[.,]\d+)*)(?::-)?\s*({_UNIT})?",
    re.IGNORECASE | re.ASCII,
)
_NOISE, _EXACT = re.compile(r"(?:9{4,}|0{4,})\d{0,3}$"), 15
"""What counting in binary leaves at a number's end, and how many digits of it are exact."""

_NO_UNIT = frozenset({"", ":-"})

_ONE_UNIT = {
    word: words[0]
    for words in (
        ("h", "tim", "timme", "timmar", "hour", "hours"),
        ("min", "minut", "minuter", "minute", "minutes"),
        ("dag", "dagar", "dgr", "day", "days"),
        ("st", "stycken", "antal", "pcs"),
        ("%", "procent", "percent"),
        ("ar", "year", "years"),
    )
    for word in words
}
"""What is one unit in several words, by their letters."""


class UnitRefusal(CellRefusal):
    """A number with a unit beside it, which may be that of its measure."""

    def __init__(self, text: str, value: Fraction, unit: str) -> None:
        super().__init__("number-with-unit", written=quoted(text), unit=Name(unit))
        self.value, self.unit = value, unit

    def beside(self, measure: str) -> CellRefusal:
        """The refusal where the unit of the measure is another, or is said nowhere."""
        reason = "other-unit" if measure else "unit-unsaid"
        return CellRefusal(reason, unit=Name(self.unit), measure=Name(measure))

    def counted_in(self, measure: str, currency: str) -> Fraction | None:
        """The number in the unit of a measure, ``tkr/år``; nothing where that is another."""
        own, other = letters(self.unit.rstrip(".")), letters(re.split(r"/| per ", measure)[0])
        if own == other or _ONE_UNIT.get(own, own) == _ONE_UNIT.get(other, other):
            return self.value
        this, that = money_unit(own, currency), money_unit(other, currency)
        return self.value * this.scale / that.scale if this and that else None


def _number_and_unit(cell: GridCell) -> tuple[Fraction, str]:
    """The number that a cell says and what stands beside it; of per cent what people see: 45 of 45 %.

    Raises:
        CellRefusal: it says none, or it may be meant in two ways.
    """
    text = shown(cell)
    if isinstance(cell.value, Fraction):
        return (cell.value * 100 if cell.unit == "%" else cell.value), cell.unit
    found = _NUMBER.fullmatch(keyboard(text))
    if not found or (found[1] and found[4]):
        refuse_cell("not-a-number", written=quoted(text))
    if len(found[3]) > MOST_DIGITS:
        refuse_cell("number-too-long", written=quoted(text))
    value = _unambiguous(found[3], text)
    return (-value if found[2] == "-" else value), found[1] or found[4] or ""


def number_in(cell: GridCell) -> Fraction:
    """The number that a cell says.

    Raises:
        CellRefusal: it says none, a unit stands beside it, or it may be meant in two ways.
    """
    value, unit = _number_and_unit(cell)
    if unit not in _NO_UNIT:
        raise UnitRefusal(shown(cell), value, unit)
    return value


def money_in(cell: GridCell, unit: str, currency: str) -> Fraction:
    """The amount that a cell says, of a column whose heading names a unit.

    Raises:
        CellRefusal: as of a number; or it is in another currency.
    """
    value, own = _number_and_unit(cell)
    said = unit if own in _NO_UNIT else own
    found = money_unit(said, currency)
    if said and found is None:
        reason = "other-currency" if letters(said) in MONEY else "number-with-unit"
        refuse_cell(reason, written=quoted(shown(cell)), unit=Name(said), currency=Code(currency))
    return value * found.scale if found else value


def whole_number_in(cell: GridCell) -> Fraction:
    """The whole number that a cell says.

    Raises:
        CellRefusal: it says none.
    """
    value = number_in(cell)
    if value.denominator != 1:
        refuse_cell("not-whole", written=quoted(shown(cell)))
    return value


def _unambiguous(digits: str, text: str) -> Fraction:
    """The number of digits with points or commas among them.

    Raises:
        CellRefusal: a point or a comma may part thousands, or decimals.
    """
    plain = re.sub(_GROUP, "", digits)
    signs = re.findall(r"[.,]", plain)
    if not signs:
        return Fraction(plain)
    last = signs[-1]
    if len(set(signs)) == 2 and signs.count(last) == 1:  # noqa: PLR2004 - one sign for thousands, one for decimals
        other = signs[0]
        return Fraction(plain.replace(other, "").replace(last, "."))
    if len(signs) > 1:
        if len(set(signs)) == 1 and re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
            return Fraction(re.sub("[.,]", "", plain))
        refuse_cell("not-a-number", written=quoted(text))
    whole, decimals = plain.split(last)
    if len(decimals) == 3 and len(whole) <= 3 and whole != "0" and plain == digits:  # noqa: PLR2004 - as in thousands
        both = (Code(whole + decimals), Code(f"{whole}.{decimals.rstrip('0') or '0'}"))
        refuse_cell("thousands-or-decimals", written=quoted(text), thousands=both[0], decimals=both[1])
    if _NOISE.search(decimals) and len(plain) > _EXACT:
        return Fraction(format(float(f"{whole}.{decimals}"), f".{_EXACT}g"))
    return Fraction(f"{whole}.{decimals}")


Content = str | Fraction | date | Period | bool | tuple[str, ...]
"""What a cell says: a month is a ``Month``."""


@dataclass(frozen=True)
class ColumnManner:
    """How a column's cells are to be read.

    Attributes:
        order: in which order the parts of its days stand, where that is known.
        unit: the unit of money that its heading names.
        currency: the programme's.
        words: what stands for which choice, as the mapping says; nothing where a word means nothing.
        split: the sign that parts a list; empty for those of everyday use.
        one_line: whether its texts have one line only.
        vocabulary: what the program itself calls choices.
    """

    order: DayOrder | None = None
    unit: str = ""
    currency: str = "SEK"
    words: Mapping[str, str] = field(default_factory=dict)
    split: str = ""
    one_line: bool = False
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """The same words by their letters: a mapping may have tens of thousands, and each cell asks."""
        return {letters(word): meant for word, meant in self.words.items()}


def content_of(cell: GridCell, column: SheetColumn, manner: ColumnManner) -> Content | None:
    """What a cell says; nothing where it is as good as blank.

    Raises:
        CellRefusal: it can't be used.
    """
    text = shown(cell)
    if cell.problem:
        refuse_cell(cell.problem)
    if _ERROR.fullmatch(text):
        refuse_cell("formula-error", written=Name(text))
    if holds_foreign(text):
        refuse_cell("character", written=quoted(text))
    meant = manner.meanings.get(letters(text))
    if meant is not None:
        return _meant(meant, column, manner) if meant else None
    if not text or letters(text) in _NOTHING:
        return None
    return _read(cell, text, column, manner)


def _read(cell: GridCell, text: str, column: SheetColumn, manner: ColumnManner) -> Content:  # noqa: PLR0911 - one a kind
    match column.holds:
        case Holds.TEXT:
            return " ".join(text.split()) if manner.one_line else text.replace("\r\n", "\n").replace("\r", "\n")
        case Holds.DATE:
            return day_in(cell, manner.order)
        case Holds.PERIOD:
            return period_in(cell, manner.order)
        case Holds.MONEY:
            return money_in(cell, manner.unit, manner.currency)
        case Holds.NUMBER | Holds.SHARE:
            return number_in(cell)
        case Holds.WHOLE:
            return whole_number_in(cell)
        case Holds.CHOICE:
            return _chosen(text, column, manner)
        case Holds.LIST:
            return _listed(text, manner)
        case Holds.FLAG:
            return letters(text) in _YES
        case unknown:
            assert_never(unknown)


def _meant(word: str, column: SheetColumn, manner: ColumnManner) -> Content:
    """What the mapping says that a text is."""
    match column.holds:
        case Holds.CHOICE:
            return _chosen(word, column, manner)
        case Holds.LIST:
            return parted(word)
        case _:
            return _read(GridCell(word), word, column, manner)


def _listed(text: str, manner: ColumnManner) -> tuple[str, ...]:
    if manner.split:
        return tuple(" ".join(part.split()) for part in text.split(manner.split) if part.strip())
    return parted(text)


def as_written(content: Content) -> str | list[str]:
    """The text of a content as files have it."""
    return [*content] if isinstance(content, tuple) else written(content)


_YES = frozenset({"true", "ja", "yes"})
_ERROR = re.compile(r"#[A-ZÅÄÖ0/]+[!?]|#N/A|Err:\d+")
_NOTHING = frozenset(
    {
        *("", "?", "??", "???", "n/a", "saknas", "ejaktuellt", "vetej", "vetinte", "oklart", "okant", "tbd", "tba"),
        *("ejbestamt", "ejfaststallt"),
    }
)
"""What people write where they have nothing to write, by its letters."""


def _chosen(text: str, column: SheetColumn, manner: ColumnManner) -> str:
    """The choice that a text means.

    Raises:
        CellRefusal: it is none.
    """
    found = manner.vocabulary.chosen(text, column)
    if found is None and column.key == "state":
        found = manner.vocabulary.states.get(letters(text))
    if found is None and not (column.choices == STEPS and _OWN_PHASE.match(text)):
        found = choice_in_other_words(text, column.choices)
    if found is None:
        refuse_cell("not-a-choice", written=quoted(text), choices=Choices(column.choices))
    return found


_OWN_PHASE = re.compile(r"\d\W*[^\W\d]")
"""A phase with a number and a name of its own, ``3. Genomförande``: whose third it is, only people know."""


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


def common_order(said: Iterable[frozenset[DayOrder]]) -> DayOrder | None:
    """The one order in which all days of a column that tell it by themselves stand; nothing where they differ.

    A year that stands first tells nothing of those that have it last, and no other tells of ``25-05-01``, which begins
    with the year as likely as not.
    """
    told: set[DayOrder] = set()
    for orders in said:
        if len(orders) > 1 and "ymd" in orders:
            return None
        if len(orders) == 1 and "ymd" not in orders:
            told |= orders
    return told.pop() if len(told) == 1 else None
