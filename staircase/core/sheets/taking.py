"""Which columns of somebody's sheet are taken for what, how sure that is, and which rows are its table's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from staircase.core.model import is_line_at
from staircase.core.period import DayOrder
from staircase.core.portfolio import Portfolio, names_of
from staircase.core.sheets import Holds, Role, Sheet, SheetColumn
from staircase.core.sheets.content import ColumnManner, common_order, content_of, orders_of
from staircase.core.sheets.grid import (
    CellRefusal,
    Grid,
    GridCell,
    LeftOutRow,
    body_of,
    headings_of,
    shown,
)
from staircase.core.sheets.heading import (
    ColumnTarget,
    Vocabulary,
    forms,
    money_unit,
    plain_heading,
    read_target,
    target_of,
    unit_of,
)
from staircase.core.sheets.mapping import MappingError, SheetMapping
from staircase.core.sheets.table import SHEETS, sheet
from staircase.core.suggest import letters
from staircase.core.term import Code, Count, Name, Said, Terms, quoted

LAST_HEAD = 40
"""The last row in which headings are looked for."""

_MOST_ALIKE = 0.8
_SOME = 200
"""How many cells of a column are looked at to see whether any says what its heading does."""

_DOUBTFUL = frozenset(
    {
        "cell.day-in-two-ways",
        "cell.thousands-or-decimals",
        "cell.number-with-unit",
        "cell.other-currency",
        "cell.formula",
        "cell.formula-error",
        "cell.long",
    }
)
"""Refusals of what is of the right kind all the same."""


class Sureness(StrEnum):
    """How a column is known for what it is."""

    MAPPED = "mapped"
    HEADING = "heading"
    LIKELY = "likely"
    CONTENT = "content"
    NOTHING = "nothing"


class TakenColumn(NamedTuple):
    """A column of a sheet, and what it is taken for.

    Attributes:
        number: its place in the sheet, from 1.
        heading: what stands over it.
        targets: what it becomes; nothing where it is not read.
        sureness: how that is known.
        manner: how its cells are read.
        note: what is to be said of it besides.
        filled: in how many rows something stands.
    """

    number: int
    heading: str
    targets: tuple[ColumnTarget, ...] = ()
    sureness: Sureness = Sureness.NOTHING
    manner: ColumnManner = ColumnManner()
    note: Said | None = None
    filled: int = 0


@dataclass(frozen=True)
class TakenSheet:
    """A sheet as it is taken.

    Attributes:
        grid: its cells.
        of: the table that its rows are of.
        head: the row of its headings.
        columns: its columns.
        rows: its rows.
        left_out: the rows below the headings that are none of the table's.
        always: what holds in every row.
        is_own: whether it was written by ``export``: then a cell that was emptied takes a value away.
        manner: how its texts are read, whichever column they are of.
    """

    grid: Grid
    of: Sheet
    head: int
    columns: tuple[TakenColumn, ...]
    rows: tuple[int, ...]
    left_out: tuple[LeftOutRow, ...]
    always: Mapping[ColumnTarget, str]
    is_own: bool = False
    manner: ColumnManner = field(default_factory=ColumnManner)

    @property
    def lacking(self) -> tuple[str, ...]:
        """What a new row must have, and no column and nothing that always holds says."""
        targets = [*self.always, *(target for column in self.columns for target in column.targets)]
        told = {target.column.key for target in targets if target.table == self.of.name}
        return tuple(key for key in _NEEDED[self.of.name] if key not in told)


@dataclass(frozen=True)
class Taker:
    """What columns are judged by: the mapping of the sheet, the program's words, and what the portfolio declares."""

    mapping: SheetMapping
    vocabulary: Vocabulary
    portfolio: Portfolio
    order: DayOrder | None = None

    def taken(self, grid: Grid) -> TakenSheet | None:
        """A sheet as it is taken; nothing where no row of it has headings that tell what its rows are.

        Raises:
            MappingError: the mapping says something of it that can't be.
        """
        head = self.mapping.said.head or self._head(grid)
        headings = headings_of(grid, head) if head else {}
        of = self._table(grid, headings)
        if faults := self.mapping.faults(of, headings.values(), self._manner):
            raise MappingError(faults)
        if head is None or of is None:
            return None
        is_own = self._is_own(headings, of)
        rows, left_out = body_of(grid, head, self._knows)
        columns = tuple(self._columns(grid, of, headings, rows, is_own=is_own))
        always = {**self._always(of), **self._called(grid, of)}
        return TakenSheet(grid, of, head, columns, rows, left_out, always, is_own, self._manner)

    def _called(self, grid: Grid, of: Sheet) -> dict[ColumnTarget, str]:
        """The department that a sheet of assignments is called after, for rows that name none."""
        target = read_target("department", of) if of.name == "assignments" else None
        is_said = any(one.heading == "department" for one in self.mapping.always)
        return {target: grid.name} if target and not is_said and letters(grid.name) in self._departments else {}

    @cached_property
    def _manner(self) -> ColumnManner:
        program = self.portfolio.program
        manner = ColumnManner(self.order, vocabulary=self.vocabulary)
        return replace(manner, currency=program.currency) if program else manner

    def _head(self, grid: Grid) -> int | None:
        """The row that has the most headings that are known; the first of those that have as many."""
        best, most = None, 0 if self.mapping.columns else 1
        for row in grid.rows:
            if row > LAST_HEAD:
                break
            texts = [shown(cell) for _, cell in grid.spread(row)]
            known = sum(1 for text in set(texts) if self._knows(text))
            if known > most or (known == most == 1 and best is None and len(texts) == 1):
                best, most = row, known
        is_over = any(area.top == area.bottom == best and area.right > area.left for area in grid.merged)
        return best + 1 if best and is_over and best + 1 in grid.cells else best

    def _knows(self, text: str) -> bool:
        if self.mapping.columns and self.mapping.of(text):
            return True
        return any(letters(one) in self.vocabulary.all_headings for one in forms(text) if one)

    def _table(self, grid: Grid, headings: Mapping[int, str]) -> Sheet | None:
        if rows := self.mapping.said.rows:
            name = self.vocabulary.tables.get(letters(rows), "")
            if not name:
                known = (one.name for one in SHEETS if one.is_read)
                raise MappingError((self.mapping.unknown_key(rows, known, (*self.mapping.path, "rows")),))
            return sheet(name)
        named = self.vocabulary.tables.get(letters(grid.name), "")
        if named and self._fit(headings, sheet(named)) > (0, 0):
            return sheet(named)
        fits = {one.name: self._fit(headings, one) for one in SHEETS if one.is_read}
        best = max(fits, key=lambda name: fits[name])
        return sheet(best) if fits[best] > (0, 0) else None

    def _fit(self, headings: Mapping[int, str], of: Sheet) -> tuple[int, int]:
        """How many columns of a table there are, those of tables within it as half; nothing where it lacks some.

        Of two that fit alike it is the one that needs more to be what it is.
        """
        unsaid = [heading for heading in headings.values() if self.mapping.of(heading) is None]
        found = [self.vocabulary.named(heading, of) for heading in unsaid]
        keys = {one.key for one in found if one and one.is_sure}
        mapped = [said for heading in headings.values() if (said := self.mapping.of(heading))]
        keys |= {one for said in mapped for one in said.targets if target_of(one, of)}
        keys |= {one.heading for one in self.mapping.always if target_of(one.heading, of)}
        own = sum(1 for key in keys if of.column(key))
        if of.name == "assignments":  # one that is there already is told by its id or its title
            return (len(keys) + own, 1) if keys & {"id", "title"} else (0, 0)
        needed = _NEEDED[of.name]
        if of.of_program and len(found) > sum(1 for one in found if one):
            return 0, 0  # a list of anything has ids and names: these tables are told by their names, or have no more
        return (len(keys) + own, len(needed)) if keys.issuperset(needed) else (0, 0)

    def _is_own(self, headings: Mapping[int, str], of: Sheet) -> bool:
        keys = {found.key for heading in headings.values() if (found := self.vocabulary.named(heading, of))}
        return {column.key for column in of.columns if column.role is Role.ORIGIN} <= keys

    def _always(self, of: Sheet) -> dict[ColumnTarget, str]:
        found = ((read_target(one.heading, of), one.said.always) for one in self.mapping.always)
        return {target: text for target, text in found if target and text}

    def _columns(
        self, grid: Grid, of: Sheet, headings: Mapping[int, str], rows: Sequence[int], *, is_own: bool
    ) -> Iterator[TakenColumn]:
        mapped = {number: one for number, heading in headings.items() if (one := self._mapped(number, heading, of))}
        named = {number: self._named(number, heading, of, is_own=is_own) for number, heading in headings.items()}
        taken = {target: one.heading for one in mapped.values() for target in one.targets}
        sure = {target for one in named.values() if one.sureness is Sureness.HEADING for target in one.targets}
        columns = grid.columns(rows)
        for number, heading in headings.items():
            one = mapped.get(number) or named[number]
            if one.sureness is Sureness.LIKELY and sure.intersection(one.targets):
                one = TakenColumn(number, heading)  # another column is headed with the very word
            cells = columns.get(number, [])
            first = one.targets[0] if one.targets else None
            if first in taken and first.column.holds is not Holds.LIST and one.sureness is not Sureness.MAPPED:
                terms: Terms = {"other": _quoted(taken[first]), "key": Code(first.spelled(of))}
                one = TakenColumn(number, heading, note=Said("taken.twice", terms))
            elif first is None and one.sureness is Sureness.NOTHING and not is_own:
                one = self._by_content(one, cells, of, taken)
            one = self._with_manner(one, cells, is_own=is_own)._replace(filled=len(cells))
            if one.sureness in {Sureness.HEADING, Sureness.LIKELY} and not is_own and self._is_unfit(one, cells):
                note = Said("taken.unfit", {"key": Code(one.targets[0].spelled(of))})
                one = TakenColumn(number, heading, note=note, filled=len(cells))
            taken |= dict.fromkeys(one.targets, heading)
            yield one

    def _mapped(self, number: int, heading: str, of: Sheet) -> TakenColumn | None:
        one = self.mapping.of(heading)
        if one is None:
            return None
        targets = tuple(target for written in one.targets if (target := read_target(written, of)))
        manner = ColumnManner(one.said.dates, words=one.said.words, split=one.said.split or "")
        return TakenColumn(number, heading, targets, Sureness.MAPPED, manner)

    def _named(self, number: int, heading: str, of: Sheet, *, is_own: bool) -> TakenColumn:
        """A column by its heading; taken for nothing where that tells nothing."""
        found = self.vocabulary.named(heading, of, is_own=is_own)
        target = read_target(found.key, of) if found else None
        if found is None or target is None or (is_own and not target.column.is_read):
            return TakenColumn(number, heading)
        return TakenColumn(number, heading, (target,), Sureness.HEADING if found.is_sure else Sureness.LIKELY)

    def _by_content(
        self, one: TakenColumn, cells: Sequence[GridCell], of: Sheet, taken: Mapping[ColumnTarget, str]
    ) -> TakenColumn:
        """A column whose heading tells nothing, by what stands in it: names of departments, steps, states."""
        texts = {letters(shown(cell)) for cell in cells}
        if of.name != "assignments" or len(texts) < 2:  # noqa: PLR2004 - one word in all rows tells nothing
            return one
        for key in ("department", "step", "state"):
            target = read_target(key, of)
            if target is None or target in taken:
                continue
            fitting = sum(1 for cell in cells if self._fits(cell, target.column))
            if fitting >= _MOST_ALIKE * len(cells):
                return one._replace(targets=(target,), sureness=Sureness.CONTENT)
        return one

    def _is_unfit(self, one: TakenColumn, cells: Sequence[GridCell]) -> bool:
        """Whether no cell at all says what the heading does: then it means something else."""
        column = one.targets[0].column
        is_text = column.holds in {Holds.TEXT, Holds.LIST}
        return (
            len(cells) > 1 and not is_text and not any(self._says(cell, column, one.manner) for cell in cells[:_SOME])
        )

    def _fits(self, cell: GridCell, column: SheetColumn) -> bool:
        if column.key == "department":
            return letters(shown(cell)) in self._departments
        is_word = any(sign.isalpha() for sign in shown(cell))  # what is numbered from 1 to 4 may be anything
        return is_word and self._says(cell, column, ColumnManner(vocabulary=self.vocabulary))

    @staticmethod
    def _says(cell: GridCell, column: SheetColumn, manner: ColumnManner) -> bool:
        try:
            return content_of(cell, column, manner) is not None
        except CellRefusal as refusal:
            return refusal.why.key in _DOUBTFUL

    @cached_property
    def _departments(self) -> frozenset[str]:
        """The letters of what departments are called, and of their ids."""
        return frozenset(letters(word) for pair in names_of("department", self.portfolio).items() for word in pair)

    def _with_manner(self, one: TakenColumn, cells: Sequence[GridCell], *, is_own: bool) -> TakenColumn:
        if not one.targets:
            return one
        column = one.targets[0].column
        kind = sheet(one.targets[0].table).part
        manner = replace(
            one.manner,
            vocabulary=self.vocabulary,
            one_line=kind is not None and bool(column.field) and is_line_at(kind, column.field),
        )
        note = one.note
        if column.holds in {Holds.DATE, Holds.PERIOD}:
            said = [orders_of(shown(cell)) for cell in cells if not isinstance(cell.value, date)]
            order = manner.order or self.order or common_order(said)
            doubtful = sum(1 for orders in said if len(orders) > 1)
            if order and doubtful and not (manner.order or self.order):
                note = Said("taken.order", {"order": Code(order), "days": Count(doubtful, "written-day")})
            manner = replace(manner, order=order)
        elif column.holds is Holds.MONEY and not is_own:
            unit = unit_of(one.heading)
            manner = replace(manner, unit=unit, currency=self._manner.currency)
            if (found := money_unit(unit, manner.currency)) and found.scale != 1:
                note = Said("taken.scale", {"scale": found.scale})
        elif column.holds is Holds.LIST and not (is_own or manner.split or column.refers_to) and _is_parted(cells):
            manner, note = replace(manner, split=","), Said("taken.split", {})
        return one._replace(manner=manner, note=note)


def _is_parted(cells: Sequence[GridCell]) -> bool:
    """Whether lists are parted at commas: where there are some, and nothing else that parts them."""
    texts = [shown(cell) for cell in cells]
    return any("," in text for text in texts) and not any(sign in text for text in texts for sign in ";\n")


_NEEDED: Mapping[str, tuple[str, ...]] = {
    "assignments": ("title", "department", "lead", "started"),
    "benefits": ("assignment", "title"),
    "measurements": ("assignment", "benefit", "date", "value"),
    "taken_home": ("assignment", "benefit", "from"),
    "visits": ("assignment", "step", "entered"),
    "trials": ("assignment", "title", "started"),
    "roadmap": ("assignment", "title"),
    "departments": ("id", "name"),
    "goals": ("id", "title"),
    "documents": ("id", "title", "kind"),
    "shown": ("assignment", "date", "forum"),
    "pauses": ("assignment", "from", "to"),
    "links": ("assignment", "url"),
    "accepted": ("assignment", "rule", "until"),
    "assignments_before": ("assignment", "until"),
    "benefits_before": ("assignment", "benefit", "until"),
    "roadmap_before": ("assignment", "item", "until"),
}
"""The columns that a table can't be without, in the order in which they are told."""


def _quoted(text: str) -> Name:
    return quoted(plain_heading(text) or text)
