"""What a number is shown as: Excel's number formats, from which days, months, per cent and units are told."""

import re
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from staircase.core.period import Month
from staircase.core.sheets.grid import CellValue

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_DATES = frozenset({14, 15, 16, 22, *range(27, 37), *range(50, 59)})
_TIMES = frozenset({18, 19, 20, 21, 45, 46, 47})
_MONTHS = frozenset({17})
_PERCENT = frozenset({9, 10})
_LONGEST_DAY = 3_000_000


class NumberForm(NamedTuple):
    """How a number is shown: as a day, a month or a time, or with a unit beside it."""

    kind: str = "number"
    unit: str = ""


def form_of(number: int, code: str = "") -> NumberForm:
    """The form of a number format: one that all workbooks have by its number, another by its code."""
    if number in _DATES:
        return NumberForm("day")
    if number in _MONTHS:
        return NumberForm("month")
    if number in _TIMES:
        return NumberForm("time")
    if number in _PERCENT:
        return NumberForm(unit="%")
    return _form_of_code(code)


def _form_of_code(code: str) -> NumberForm:
    positive = code.partition(";")[0]
    unit = "".join(next(filter(None, found.groups()), "") for found in _LITERAL.finditer(positive)).strip()
    signs = _LITERAL.sub("", positive).lower()
    if "general" in signs or "@" in signs:
        return NumberForm(unit=unit)
    if "%" in signs:
        return NumberForm(unit="%")
    has_year, has_day, has_month = "y" in signs or "å" in signs, "d" in signs, "m" in signs
    if "h" in signs and not (has_year or has_day):
        return NumberForm("time")
    if has_day or (has_year and not has_month):
        return NumberForm("day")
    if has_year:
        return NumberForm("month")
    return NumberForm("time" if "s" in signs and has_month else "number", unit)


def number_of(text: str) -> Fraction | None:
    """The number that a workbook has stored: a binary one, as the 15 digits that it shows."""
    try:
        value = float(text)
    except ValueError:
        return None
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - what is no number is not itself
        return None
    return Fraction(text) if text.lstrip("+-").isdecimal() else Fraction(format(value, ".15g"))


def shown(value: Fraction, form: NumberForm, epoch: date) -> tuple[CellValue, str]:
    """What a number shows, with its unit: a day is counted from the workbook's first."""
    if form.kind not in {"day", "month"} or not 0 <= value < _LONGEST_DAY:
        return value, form.unit
    try:
        day = epoch + timedelta(int(value))
    except OverflowError:
        return value, form.unit
    return Month(day.year, day.month, 1) if form.kind == "month" else day, ""
