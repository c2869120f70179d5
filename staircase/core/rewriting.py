"""A value as it is to be written: what an error about a field can fill in for the line that its ask ends with."""

import re
from datetime import date
from unicodedata import normalize

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""Signs that look like the hyphen of the keyboard, which text programs put in its place."""

QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a"
"""Quotes that word processors put in the place of straight ones."""

_DASH = re.compile(f"[{DASHES}]")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-]?(\d{1,2})[./-]?(\d{1,2})")
_QUARTER = re.compile(r"(?:(\d{4})[ -]?[qQkK]([1-4])|[qQkK]([1-4])[ -]?(\d{4}))")
_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_LEADING_NUMBER = re.compile(r"[+-]?[0-9][0-9 \u00a0\u2009\u202f'_]*(?:[.,][0-9]+)?")
_GROUPING = re.compile(r"[ \u00a0\u2009\u202f'_]")
_NOT_OF_AN_ID = re.compile(r"[^a-z0-9]+")
_ID_LENGTH = 64
_LAST_MONTH = 12
_EXAMPLES = {"date": "2026-11-24", "period": "2026-Q4"}


def odd_sign(value: str) -> tuple[str, str] | None:
    """The dash or the quotes in a value that stand for those of the keyboard: which of the two, and the sign."""
    if value[:1] in tuple(QUOTES):
        return "typographic", value[0]
    found = _DASH.search(value)
    return ("dash", found[0]) if found else None


def keyboard(value: str) -> str:
    """The value in the hyphens of the keyboard, without typographic quotes around it."""
    return _DASH.sub("-", value.strip().strip(QUOTES)).strip()


def as_date(value: str) -> str:
    """The day that a value means, where it can mean but one; else an example."""
    value = keyboard(value)
    if found := _DAY_FIRST.fullmatch(value):
        day, month, year = (int(part) for part in found.groups())
        if day <= _LAST_MONTH and day != month and "." not in value:
            return _EXAMPLES["date"]  # a day or a month may stand first
    elif found := _YEAR_FIRST.fullmatch(value):
        year, month, day = (int(part) for part in found.groups())
    else:
        return _EXAMPLES["date"]
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return _EXAMPLES["date"]


def as_period(value: str) -> str:
    """The period that a value means; else an example."""
    value = keyboard(value)
    if found := _QUARTER.fullmatch(value):
        return f"{found[1] or found[4]}-Q{found[2] or found[3]}"
    day = as_date(value)
    if day != _EXAMPLES["date"]:
        return day
    return value if _PERIOD.fullmatch(value) else _EXAMPLES["period"]


def as_number(value: str) -> str:
    """The number that a value begins with; else an example."""
    found = _LEADING_NUMBER.match(keyboard(value))
    return _GROUPING.sub("", found[0]).replace(",", ".") if found else "7.5"


def as_id(value: str) -> str:
    """An id made of a text: without accents, in small letters, with hyphens."""
    plain = normalize("NFKD", keyboard(value).casefold()).encode("ascii", "ignore").decode()
    return _NOT_OF_AN_ID.sub("-", plain)[:_ID_LENGTH].strip("-") or "travel-time"
