"""Spreadsheets of LibreOffice (.ods): cells with the values that formulas had when it was saved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from staircase.core.period import Month, day_written
from staircase.core.sheets.grid import LONGEST_CELL, CellValue, Grid, GridCell, MergedArea, apart, text_cell
from staircase.core.suggest import keyboard
from staircase.sheets.archive import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    MOST_SHEETS,
    Archive,
    UnreadBookError,
    attribute,
    number_of,
)

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_LENGTH_OF_A_DAY = 10


def opendocument_grids(archive: Archive) -> Iterator[Grid]:
    """The sheets of a spreadsheet, in their order.

    Raises:
        UnreadBookError: it can't be read.
    """
    taker = _Tables()
    archive.read("content.xml", taker)
    yield from taker.grids


@dataclass
class _Tables:
    """All sheets, which stand one after the other in one part."""

    grids: list[Grid] = field(default_factory=list)
    _hidden_styles: set[str] = field(default_factory=set)
    _style: str = ""
    _name: str = ""
    _is_hidden: bool = False
    _rows: dict[int, dict[int, GridCell]] = field(default_factory=dict)
    _merged: list[MergedArea] = field(default_factory=list)
    _row: int = 0
    _rows_alike: int = 1
    _column: int = 0
    _cell: dict[str, str] | None = None
    _paragraphs: int = 0
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _depth: int = 0
    _notes: int = 0
    _count: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._cell = attributes
            self._paragraphs, self._parts, self._length = 0, [], 0
        elif name == "p" and self._cell is not None and not self._notes:
            self._depth += 1
            self._add_text("\n" if self._paragraphs else "")
            self._paragraphs += 1
        elif name == "s" and self._depth:
            self._add_text(" " * _times(attribute(attributes, "c"), LAST_COLUMN))
        elif name == "line-break" and self._depth:
            self._add_text("\n")
        elif name == "annotation":
            self._notes += 1
        elif name == "table-row":
            self._row += 1
            self._rows_alike = _times(attribute(attributes, "number-rows-repeated"), LAST_ROW)
            self._column = 0
        elif name == "table":
            self._begin(attributes)
        elif name == "style":
            self._style = attribute(attributes, "name")
        elif name == "table-properties" and attribute(attributes, "display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._keep(self._cell or {})
            self._cell = None
        elif name == "p" and self._depth:
            self._depth -= 1
        elif name == "annotation":
            self._notes -= 1
        elif name == "table-row":
            self._repeat()
        elif name == "table":
            self.grids.append(Grid(self._name, self._rows, apart(self._merged), self._is_hidden))

    def text(self, text: str) -> None:
        if self._depth and not self._notes:
            self._add_text(text)

    def _add_text(self, text: str) -> None:
        """Add to the text of a cell, as long as it is not too long anyway: a space may be repeated in a few letters."""
        if self._length <= LONGEST_CELL:
            self._parts.append(text)
            self._length += len(text)

    def _begin(self, attributes: dict[str, str]) -> None:
        if len(self.grids) >= MOST_SHEETS:
            raise UnreadBookError(reason="too-large")
        self._name = attribute(attributes, "name")
        self._is_hidden = attribute(attributes, "style-name") in self._hidden_styles
        self._rows, self._merged, self._row = {}, [], 0

    def _keep(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        times = _times(attribute(attributes, "number-columns-repeated"), LAST_COLUMN)
        self._column += times
        rows = _times(attribute(attributes, "number-rows-spanned"), LAST_ROW)
        columns = _times(attribute(attributes, "number-columns-spanned"), LAST_COLUMN)
        if rows > 1 or columns > 1:
            self._merged.append(MergedArea(self._row, first, self._row + rows - 1, first + columns - 1))
        cell = self._read(attributes)
        if cell is None:
            return
        if self._column > LAST_COLUMN:
            raise UnreadBookError(reason="broken", detail=self._name)
        self._add(times)
        own = self._rows.setdefault(self._row, {})
        for column in range(first, first + times):
            own[column] = cell

    def _repeat(self) -> None:
        """A row that stands for several alike; where it is blank, as the last of a sheet is, it holds nothing."""
        alike, own = self._rows_alike, self._rows.get(self._row)
        if self._row + alike - 1 > LAST_ROW:
            if own:
                raise UnreadBookError(reason="broken", detail=self._name)
            alike = 1
        if own and alike > 1:
            self._add(len(own) * (alike - 1))
            for row in range(self._row + 1, self._row + alike):
                self._rows[row] = own
        self._row += alike - 1

    def _add(self, cells: int) -> None:
        self._count += cells
        if self._count > MOST_CELLS:
            raise UnreadBookError(reason="too-large")

    def _read(self, attributes: dict[str, str]) -> GridCell | None:
        text = "".join(self._parts)
        kind = attribute(attributes, "value-type")
        value: CellValue | None = None
        unit = ""
        if kind in {"float", "percentage", "currency"}:
            value = _number(attribute(attributes, "value"), text)
            unit = "%" if kind == "percentage" else _unit(text)
        elif kind == "date":
            value = _day(attribute(attributes, "date-value"), text)
        elif kind == "boolean":
            value = attribute(attributes, "boolean-value") == "true"
        if value is not None:
            return GridCell(value, unit)
        if text.strip():
            return text_cell(text)
        return GridCell("", problem="formula") if attribute(attributes, "formula") and not kind else None


def _number(written: str, text: str) -> Fraction | str:
    found = number_of(written)
    return text if found is None else found


def _unit(text: str) -> str:
    """What stands beside a number that is shown: ``420 tkr``."""
    return text.strip("0123456789 \u00a0\u202f.,'+-\u2212()")


def _day(written: str, text: str) -> CellValue:
    """The day of a cell, or its month where it shows no more; text where the calendar lacks it."""
    try:
        day = date.fromisoformat(written[:_LENGTH_OF_A_DAY])
    except ValueError:
        return text or written
    return Month(day.year, day.month, 1) if isinstance(day_written(keyboard(text)), Month) else day


def _times(written: str, most: int) -> int:
    """How often a row or a cell is repeated: once where nothing is said."""
    if not written.isdecimal() or len(written) > len(str(most)):
        return 1 if not written else most
    return min(max(int(written), 1), most)
