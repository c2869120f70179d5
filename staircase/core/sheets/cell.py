"""What a value is as the text of one cell, and back: lists, exact numbers, and text that a spreadsheet would run."""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from staircase.core.period import Period

SheetValue = str | date | Period | Fraction | int | bool | tuple[str, ...] | None
"""What stands in a cell; numbers have an end in decimals, and ``None`` is an empty cell."""

_BETWEEN = ";"
_NOTHING_IN_IT = _BETWEEN

_BLANKS = r"[^\S\t\n\r;,]*"
_SIGN = r"(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?=[^\n]*[|(!]))"
_START = (
    rf"(?:\A(?={{quotes}}{_BLANKS}[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])|(?<=[;,\t\n])(?={{quotes}}{_BLANKS}{_SIGN}))"
)
_FORMULA = re.compile(_START.format(quotes="'*"))
_DISARMED = re.compile(_START.format(quotes="'+") + "'")


def written(value: SheetValue) -> str:  # noqa: PLR0911 - one line for each kind of value
    """A value as text, as files write it: days and periods, exact numbers, ``true`` and ``false``."""
    match value:  # fractions are told last: Python takes long to tell them
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return joined(value)
        case Period():
            return value.text
        case _:
            return decimal(value)


def joined(parts: Iterable[str]) -> str:
    """A list in one cell: parted by ``;``, or each on a line of its own where one of them has a ``;`` in it.

    A list of nothing, which is not the same as no list, is a lone ``;``.
    """
    listed = list(parts)
    if not listed:
        return _NOTHING_IN_IT
    if any(_BETWEEN in part for part in listed):
        return "\n".join((*listed, ""))
    return f"{_BETWEEN} ".join(listed)


def parted(cell: str) -> tuple[str, ...]:
    """The list that a cell holds: its lines where it has several, else what stands between its ``;``."""
    parts = cell.split("\n" if "\n" in cell else _BETWEEN)
    return tuple(part.strip() for part in parts if part.strip())


def disarmed(text: str) -> str:
    """Text of which a spreadsheet that opens a CSV file runs nothing: a ``'`` before each sign that begins a formula.

    Signs count at the text's start and after what some program may take for the end of a cell. ``armed`` undoes it:
    where such a sign has ``'`` before it already, one more is put there, too.
    """
    return _FORMULA.sub("'", text)


def armed(text: str) -> str:
    """The text that was disarmed; text that never was, and has no ``'`` before such a sign, is as it is."""
    return _DISARMED.sub("", text)


def decimal(value: Fraction) -> str:
    """A number that has an end as exact decimals: ``4.5``, ``-1200000``."""
    numerator, denominator = value.as_integer_ratio()
    if denominator == 1:
        return str(numerator)
    places = 0
    while 10**places % denominator:
        places += 1
    digits = f"{abs(numerator) * 10**places // denominator:0{places + 1}}"
    sign = "-" if numerator < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
