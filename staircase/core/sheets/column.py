"""What a sheet is, and a column of one: what its cells hold, what it is for, and which field of the files it is."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from staircase.core.identity import Named
from staircase.core.model.value import Part


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
