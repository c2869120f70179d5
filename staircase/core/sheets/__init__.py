"""A portfolio as tables: what a sheet is, a column of one, and what a value is as the text of a cell."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter
from typing import Any, NamedTuple

from staircase.core.model import Part, attribute_of
from staircase.core.period import Period
from staircase.core.portfolio import Named


class Holds(StrEnum):
    """What the cells of a column hold.

    Attributes:
        TEXT: text of one or several lines.
        DATE: a day, or a month where the file knows no more: ``date``, or ``Month``.
        PERIOD: a period as the file writes it: ``2026-Q4``, ``2026-12-31``.
        NUMBER: an exact number.
        MONEY: an amount in the programme's currency.
        SHARE: a share: 1 is all of it.
        WHOLE: a whole number.
        FLAG: yes or no.
        CHOICE: one of the column's choices.
        LIST: texts or ids of one line each.
    """

    TEXT = "text"
    DATE = "date"
    PERIOD = "period"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    WHOLE = "whole"
    FLAG = "flag"
    CHOICE = "choice"
    LIST = "list"


class Role(StrEnum):
    """What a column is for.

    Attributes:
        PLACE: tells which part of which file a row is: ids, or the number of an entry in its list, from 1.
        FACT: a field of the file, which import reads back.
        FIGURE: worked out for the day; import leaves it alone.
        ORIGIN: whose portfolio it is, and of which day: the same in every row, so that many can be laid together.
    """

    PLACE = "place"
    FACT = "fact"
    FIGURE = "figure"
    ORIGIN = "origin"


class SheetColumn(NamedTuple):
    """A column of a sheet.

    Attributes:
        key: its name in CSV, JSON Lines and Parquet; a workbook heads it in words: ``Sheet.heading``.
        holds: what its cells hold.
        role: what it is for.
        field: where a fact stands in its part of the file: ``("baseline", "date")``.
        choices: what it is chosen from, in the order to show it.
        word: how the catalogues name a choice: ``word.CHOICE``.
        refers_to: what its ids are declared as: ``assignment``, ``department``, ``goal``, ``document``.
        is_person: whether it names people.
    """

    key: str
    holds: Holds
    role: Role = Role.FACT
    field: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    word: str = ""
    refers_to: Named | None = None
    is_person: bool = False

    @property
    def is_read(self) -> bool:
        """Whether import takes what stands in it."""
        return self.role in {Role.PLACE, Role.FACT}


class Sheet(NamedTuple):
    """A table: a row for each part of that kind.

    Attributes:
        name: its name, and that of its file; a workbook calls it ``sheet.NAME`` in words.
        columns: its columns, in their order.
        part: what a row is in the file; ``None`` where no row stands in any.
        lists: the lists that lead from the top of the file to the part: ``("benefits", "measurements")``.
        of_program: whether the part stands in ``program.yaml``, and not in an assignment's file.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    part: type[Part] | None = None
    lists: tuple[str, ...] = ()
    of_program: bool = False

    @property
    def is_read(self) -> bool:
        """Whether import reads it back."""
        return self.part is not None

    @property
    def facts(self) -> tuple[SheetColumn, ...]:
        """The columns that import reads back, but those which say where."""
        return tuple(column for column in self.columns if column.role is Role.FACT)

    @property
    def places(self) -> tuple[SheetColumn, ...]:
        """The columns that say which part of which file a row is."""
        return tuple(column for column in self.columns if column.role is Role.PLACE)

    def column(self, key: str) -> SheetColumn | None:
        """The column of a key, if there is one."""
        return next((column for column in self.columns if column.key == key), None)

    def heading(self, column: SheetColumn, texts: Mapping[str, str]) -> str:
        """What a column is called in words; some are called otherwise in this sheet than in the others."""
        return texts.get(f"heading.{self.name}.{column.key}") or texts[f"heading.{column.key}"]

    def without_people(self) -> "Sheet":
        """The same without the columns that name people."""
        return self._replace(columns=tuple(column for column in self.columns if not column.is_person))


SheetValue = str | date | Period | Fraction | int | bool | tuple[str, ...] | None
"""What stands in a cell; numbers have an end in decimals, and ``None`` is an empty cell."""


def reader_of(field: tuple[str, ...]) -> Callable[[Any], SheetValue]:
    """What reads a field of a part of a file: nothing where it, or what it stands in, is absent."""
    *above, own = map(attribute_of, field)
    read: Callable[[Any], SheetValue] = attrgetter(own)
    if not above:
        return read
    hold = attrgetter(*above)

    def read_within(part: Any) -> SheetValue:  # noqa: ANN401 - a part of any kind
        holder = hold(part)
        return None if holder is None else read(holder)

    return read_within


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
