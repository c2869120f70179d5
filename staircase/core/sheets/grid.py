"""A sheet as it was read: its cells with their addresses, what is merged, and why a cell can't be used."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple, NoReturn

from staircase.core.sheets import decimal, written
from staircase.core.sheets.heading import plain_heading
from staircase.core.suggest import letters
from staircase.core.term import Said, Term

CellValue = str | Fraction | date | bool
"""What a cell holds: a day of which its format shows the month only is a ``Month``."""

_LETTERS = 26


class GridCell(NamedTuple):
    """One cell.

    Attributes:
        value: what it holds; of a formula its last value.
        unit: what its number format shows beside a number: ``%``, ``kr``, ``tkr``.
        problem: why it holds nothing that can be used: a formula that was never calculated, or a text that is too long.
    """

    value: CellValue
    unit: str = ""
    problem: Literal["", "formula", "long"] = ""


LONGEST_CELL, _BEGINNING = 32_767, 40
"""Characters that a cell of a spreadsheet holds, and how many are kept of one that has more."""


def text_cell(text: str, longest: int = LONGEST_CELL) -> GridCell:
    """A cell that holds text; one that is too long can't be used, and costs no more than its beginning."""
    return GridCell(text) if len(text) <= longest else GridCell(f"{text[:_BEGINNING]}\u2026", problem="long")


class MergedArea(NamedTuple):
    """Cells that look like one; rows and columns are counted from 1, both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


def apart(areas: Iterable[MergedArea]) -> tuple[MergedArea, ...]:
    """Areas from above, without those that begin in the first row, or the first column, of another.

    No program makes such areas. A file of 3 kB can hold a hundred thousand of them, each over all rows of a sheet.
    """
    kept, rights, bottoms = [], dict[int, int](), dict[int, int]()
    for one in sorted(areas):
        if one.left > rights.get(one.top, 0) and one.top > bottoms.get(one.left, 0):
            rights[one.top], bottoms[one.left] = one.right, one.bottom
            kept.append(one)
    return tuple(kept)


@dataclass(frozen=True)
class Grid:
    """A sheet's cells that hold something, by row and column from 1.

    Attributes:
        name: the sheet's name; of a CSV file the file's.
        cells: the rows that hold something, each with its cells.
        merged: the areas that look like one cell, none of which begins in the first row or column of another.
        is_hidden: whether the workbook hides it.
    """

    name: str
    cells: Mapping[int, Mapping[int, GridCell]]
    merged: tuple[MergedArea, ...] = ()
    is_hidden: bool = False

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows that hold something, in their order."""
        return sorted(self.cells)

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell at a place; within merged rows of a column the one that all of them show."""
        found = self.cells.get(row, {}).get(column)
        return found or (self._shown_below(row, column) if self.merged and row in self.cells else None)

    def columns(self, rows: Iterable[int]) -> Mapping[int, list[GridCell]]:
        """What stands in each column that holds something, in some rows that do; each cell is looked at once."""
        found: defaultdict[int, list[GridCell]] = defaultdict(list)
        for row in rows:
            own = self.cells[row]
            for column, cell in own.items():
                found[column].append(cell)
            if self.merged:
                for column in self._by_column.keys() - own.keys():
                    if cell_above := self._shown_below(row, column):
                        found[column].append(cell_above)
        return found

    def _shown_below(self, row: int, column: int) -> GridCell | None:
        """What merged cells show in a row below their first."""
        areas = self._by_column.get(column, ())
        place = bisect_left(areas, row, key=attrgetter("top"))
        area = areas[place - 1] if place else None
        return self.cells.get(area.top, {}).get(column) if area and row <= area.bottom else None

    @cached_property
    def _by_column(self) -> Mapping[int, Sequence[MergedArea]]:
        """The merged areas by the column that they begin in, from above."""
        found: dict[int, list[MergedArea]] = {}
        for area in sorted(self.merged):
            found.setdefault(area.left, []).append(area)
        return found

    @cached_property
    def _by_place(self) -> Mapping[tuple[int, int], MergedArea]:
        """The merged areas by the row and the column that they begin in."""
        return {(area.top, area.left): area for area in self.merged}

    def spread(self, row: int) -> Iterator[tuple[int, GridCell]]:
        """The cells of a row of headings, those that are merged under each column that they stand over."""
        for column, cell in sorted(self.cells.get(row, {}).items()):
            area = self._by_place.get((row, column))
            for place in range(column, (area.right if area else column) + 1):
                yield place, cell


def address(row: int, column: int) -> str:
    """A cell's address as spreadsheets write it: ``D12``."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """A column as spreadsheets write it: ``A``, ``AB``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


class CellRefusal(Exception):  # noqa: N818 - what is raised is an answer, and no fault of the program
    """A cell that can't be used: why, and what would do."""

    def __init__(self, reason: str, **terms: Term) -> None:
        super().__init__(reason)
        self.why = Said(f"cell.{reason}", terms)
        self.would_do = Said(f"cell.{reason}.do", terms)


def refuse_cell(reason: str, **terms: Term) -> NoReturn:
    """Refuse a cell for a reason, in the catalogues' words.

    Raises:
        CellRefusal: always.
    """
    raise CellRefusal(reason, **terms)


def shown(cell: GridCell) -> str:
    """What stands in a cell, in the way that files write it."""
    match cell.value:
        case str():
            return cell.value.strip()
        case Fraction():
            seen = cell.value * 100 if cell.unit == "%" else cell.value
            return decimal(seen) + (f" {cell.unit}" if cell.unit else "")
        case _:
            return written(cell.value)


class LeftOutRow(NamedTuple):
    """A row that is none of the table's, and why: a total, one cell that stands alone, or another table below it."""

    row: int
    reason: str
    text: str


def headings_of(grid: Grid, head: int) -> dict[int, str]:
    """What stands over each column; what is merged over several of them in the row above stands before their own."""
    last = max((column for row in (head - 1, head) for column in grid.cells.get(row, {})), default=0)
    own = {column: cell for column in range(1, last + 1) if (cell := grid.at(head, column))}
    own |= dict(grid.spread(head))
    found = {column: " ".join(shown(cell).split()) for column, cell in own.items()}
    for area in grid.merged:
        above = grid.cells.get(area.top, {}).get(area.left)
        if area.top == area.bottom == head - 1 and above and 1 < area.right - area.left + 1 < len(found):
            for column in range(area.left, area.right + 1):
                if column in found:
                    found[column] = f"{' '.join(shown(above).split())} \u2013 {found[column]}"
    return {column: text for column, text in sorted(found.items()) if text}


_TOTALS = frozenset(
    {"summa", "totalt", "total", "sum", "delsumma", "subtotal", "grandtotal", "summatotalt", "totalsumma"}
)


_FIGURE = re.compile(r"[^\w]*\d[\d\s.,'\u2019%]*(?:[^\W\d]{1,4}\.?|:-)?|[-\u2013]")
"""A number with whatever stands beside it, or a dash in its place."""


def _is_total(first: str, cells: Mapping[int, GridCell]) -> bool:
    """Whether a row is a total: it is called so, and says nothing else but numbers.

    What has an owner, a day or a title of its own besides is called so by chance.
    """
    if letters(plain_heading(first).rstrip(": ")) not in _TOTALS:
        return False
    others = [cell for place, cell in cells.items() if place != min(cells)]
    figures = [cell for cell in others if isinstance(cell.value, Fraction) or _FIGURE.fullmatch(shown(cell))]
    return bool(figures) and len(figures) == len(others)


def _is_head(cells: Mapping[int, GridCell], knows: Callable[[str], bool]) -> bool:
    """Whether a row is one of headings: words alone, of which two or more are known, and at least half."""
    texts = [shown(cell) for cell in cells.values() if isinstance(cell.value, str)]
    if len(texts) < len(cells) or any(text[:1].isdecimal() for text in texts):
        return False
    return sum(map(knows, texts)) >= max(2, len(texts) / 2)


def body_of(grid: Grid, head: int, knows: Callable[[str], bool]) -> tuple[tuple[int, ...], tuple[LeftOutRow, ...]]:
    """The rows below the headings, and those that are none of the table's; ``knows`` tells a text that heads a column.

    Below a break, a row of other headings begins another table, up to where those of the first stand again.
    """
    rows: list[int] = []
    left_out: list[LeftOutRow] = []
    heads = {shown(cell) for _, cell in grid.spread(head)}
    is_another = False
    for row in grid.rows:
        cells = grid.cells[row]
        if row <= head or not cells:
            continue
        first = shown(cells[min(cells)])
        if _is_total(first, cells):
            left_out.append(LeftOutRow(row, "total", first))
        elif len(cells) == 1 and len(heads) > 2:  # noqa: PLR2004 - a narrow table may have rows of one cell
            left_out.append(LeftOutRow(row, "alone", first))
        elif first in heads and len(cells) > 1 and all(shown(cell) in heads for cell in cells.values()):
            is_another = False
            left_out.append(LeftOutRow(row, "heading", first))
        elif is_another or (rows and rows[-1] != row - 1 and _is_head(cells, knows)):
            is_another = True
            left_out.append(LeftOutRow(row, "another", first))
        else:
            rows.append(row)
    return tuple(rows), tuple(left_out)
