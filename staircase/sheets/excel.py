"""Workbooks of Excel (.xlsx, .xlsm): cells with the values that formulas had, and the days and units that they show."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache, partial
from typing import NamedTuple

from staircase.core.period import Month
from staircase.core.sheets.grid import CellValue, Grid, GridCell, MergedArea, address, apart, text_cell
from staircase.sheets.archive import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    MOST_SHEETS,
    Archive,
    SheetChoice,
    UnreadBookError,
    attribute,
    number_of,
)
from staircase.sheets.rows import PlainCell, parts_of, without_plain_rows

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


def shown(value: Fraction, form: NumberForm, epoch: date) -> tuple[CellValue, str]:
    """What a number shows, with its unit: a day is counted from the workbook's first."""
    if form.kind not in {"day", "month"} or not 0 <= value < _LONGEST_DAY:
        return value, form.unit
    try:
        day = epoch + timedelta(int(value))
    except OverflowError:
        return value, form.unit
    return Month(day.year, day.month, 1) if form.kind == "month" else day, ""


_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_LETTERS, _DIGITS = re.compile(r"\$?([A-Z]{1,3})\$?"), "0123456789"
_SPELLED = re.compile("_x([0-9A-Fa-f]{4})_", re.ASCII)
"""A character that is written by its number; ``_x005F_`` is the ``_`` of a text that would look so by itself."""

_KEPT = 1 << 16
_UNKNOWN = GridCell("", problem="formula")
"""The cell of a formula that was never calculated."""

_TRUE = frozenset({"1", "true", "on"})


def excel_grids(archive: Archive, reads: SheetChoice) -> Iterator[Grid]:
    """The sheets of a workbook, in their order; those that are not to be read without their cells.

    Raises:
        UnreadBookError: it can't be read.
    """
    book = _Workbook()
    archive.read("xl/workbook.xml", book)
    links = _Links()
    archive.read("xl/_rels/workbook.xml.rels", links)
    texts, forms = _Texts(), _Forms()
    if "xl/sharedStrings.xml" in archive:
        archive.read("xl/sharedStrings.xml", texts)
    if "xl/styles.xml" in archive:
        archive.read("xl/styles.xml", forms)
    if len(book.sheets) > MOST_SHEETS:
        raise UnreadBookError(reason="too-large")
    for name, link, is_hidden in book.sheets:
        path = links.targets.get(link, "")
        path = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
        if path not in archive or "worksheets/" not in path:
            continue  # a chart has a sheet of its own
        cells = _Cells(texts.found, forms.found, _EPOCH_1904 if book.counts_from_1904 else _EPOCH)
        if reads(name, is_hidden=is_hidden):
            archive.read(path, cells, partial(without_plain_rows, take=cells.take_row))
        yield Grid(name, cells.rows, apart(cells.merged), is_hidden)


@dataclass
class _Workbook:
    """The names of the sheets, and where days are counted from."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    counts_from_1904: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            is_hidden = attribute(attributes, "state") in {"hidden", "veryHidden"}
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attribute(attributes, "name"), link, is_hidden))
        elif name == "workbookPr":
            self.counts_from_1904 = attribute(attributes, "date1904") in _TRUE

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


@dataclass
class _Links:
    """Which part of the archive is which sheet; what lies outside it is not looked at."""

    targets: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attribute(attributes, "TargetMode") != "External":
            self.targets[attribute(attributes, "Id")] = attribute(attributes, "Target")

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


@dataclass
class _Texts:
    """The texts that cells refer to by their numbers; how they are to be pronounced is left out."""

    found: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _is_text: bool = False
    _spoken: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - as the protocol has it
        if name == "t":
            self._is_text = not self._spoken
        elif name == "rPh":
            self._spoken = True

    def end(self, name: str) -> None:
        if name == "t":
            self._is_text = False
        elif name == "rPh":
            self._spoken = False
        elif name == "si":
            self.found.append("".join(self._parts))
            self._parts = []

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)


@dataclass
class _Forms:
    """The forms of numbers, by the number of the cell's style."""

    found: list[NumberForm] = field(default_factory=list)
    _codes: dict[int, str] = field(default_factory=dict)
    _within: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self._codes[_whole(attribute(attributes, "numFmtId"))] = attribute(attributes, "formatCode")
        elif name == "cellXfs":
            self._within = True
        elif name == "xf" and self._within:
            number = _whole(attribute(attributes, "numFmtId"))
            self.found.append(form_of(number, self._codes.get(number, "")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._within = False

    def text(self, text: str) -> None: ...


@dataclass
class _Cells:
    """The cells of one sheet."""

    texts: list[str]
    forms: list[NumberForm]
    epoch: date
    rows: defaultdict[int, dict[int, GridCell]] = field(default_factory=lambda: defaultdict(dict))
    merged: list[MergedArea] = field(default_factory=list)
    _row: int = 0
    _column: int = 0
    _kind: str = ""
    _style: str = ""
    _is_value: bool = False
    _has_formula: bool = False
    _parts: list[str] = field(default_factory=list)
    _count: int = 0
    _filled: Callable[[str, str, str], GridCell | None] = field(init=False)
    _plain: Callable[[str], GridCell | None] = field(init=False)

    def __post_init__(self) -> None:
        """Keep one of the cells that are alike: half of all, which saves more than half of time and memory."""
        self._filled = lru_cache(_KEPT)(self._read)
        self._plain = lru_cache(_KEPT)(self._read_plain)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element; of a cell without further calls: there are millions."""
        if name == "c":
            self._column = _column(attributes.get("r", "").rstrip(_DIGITS)) or self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._has_formula = False
            self._parts = []
        elif name in {"v", "t"}:
            self._is_value = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._row = _bounded(attributes.get("r"), self._row + 1, LAST_ROW)
            self._column = 0
        elif name == "mergeCell" and (area := _area(attribute(attributes, "ref"))):
            self.merged.append(area)
            if len(self.merged) > MOST_CELLS:
                raise UnreadBookError(reason="too-large")

    def end(self, name: str) -> None:
        if name == "c":
            text = "".join(self._parts)
            if text and not text.isspace():
                cell = self._filled(self._kind, self._style, text)
            else:
                cell = _UNKNOWN if self._has_formula and self._kind == "n" else None
            if cell is not None:
                self._keep(cell)
        elif name in {"v", "t"}:
            self._is_value = False

    def text(self, text: str) -> None:
        if self._is_value:
            self._parts.append(text)

    def take_row(self, row: int, cells: Sequence[PlainCell]) -> None:
        """Take a plain row whole, as its elements would be taken."""
        self._row = _bounded(row, 0, LAST_ROW)
        for letters, content in cells:
            self._column = _column(letters)
            cell = self._plain(content)
            if cell is not None:
                self._keep(cell)

    def _read_plain(self, content: str) -> GridCell | None:
        kind, style, text = parts_of(content)
        return self._read(kind, style, text) if text and not text.isspace() else None

    def _keep(self, cell: GridCell) -> None:
        self._count += 1
        if self._count > MOST_CELLS:
            raise UnreadBookError(reason="too-large")
        if self._column > LAST_COLUMN:
            raise UnreadBookError(reason="broken", detail=str(self._column))
        own = self.rows[self._row]
        if self._column in own:  # which of the two would be shown, programs do not agree on
            raise UnreadBookError(reason="broken", detail=address(self._row, self._column))
        own[self._column] = cell

    def _read(self, kind: str, style: str, text: str) -> GridCell | None:
        match kind:
            case "s":
                number = _whole(text)
                if not text.isdecimal() or number >= len(self.texts):
                    raise UnreadBookError(reason="broken", detail=address(self._row, self._column))
                text = self.texts[number]
                return text_cell(_unspelled(text)) if text.strip() else None
            case "b":
                return GridCell(text in _TRUE)
            case "n":
                return self._number(text, _whole(style))
            case _:  # a text, an error such as #REF!, or a day as ISO writes it
                return text_cell(_unspelled(text))

    def _number(self, text: str, style: int) -> GridCell:
        value = number_of(text)
        if value is None:
            return text_cell(text)
        form = self.forms[style] if style < len(self.forms) else NumberForm()
        return GridCell(*shown(value, form, self.epoch))


def _unspelled(text: str) -> str:
    """A text with its characters themselves; control characters stay spelled."""
    if "_x" not in text:
        return text
    return _SPELLED.sub(lambda found: one if (one := chr(int(found[1], 16))).isprintable() else found[0], text)


def _area(reference: str) -> MergedArea | None:
    first, _, last = reference.partition(":")
    top, bottom = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if not top or not bottom:
        return None
    return MergedArea(int(top[2]), _column(top[1]), min(int(bottom[2]), LAST_ROW), min(_column(bottom[1]), LAST_COLUMN))


@lru_cache(_KEPT)
def _column(letters: str) -> int:
    """The number of a column by its letters; 0 where there are none."""
    found = _LETTERS.fullmatch(letters)
    number = 0
    for letter in found[1] if found else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < len(str(LAST_ROW)) + 3 else 0


def _bounded(written: str | int | None, otherwise: int, last: int) -> int:
    """The number of a row or a column; the next one where none is written.

    Raises:
        UnreadBookError: no sheet has so many.
    """
    number = otherwise if written is None else _whole(str(written))
    if not 0 < number <= last:
        raise UnreadBookError(reason="broken", detail=str(written))
    return number
