"""Sheets as one Excel workbook: real tables with real days and numbers, choices to pick from, and nothing that acts.

Rows are written as XML as soon as they are made, since XlsxWriter's own way of cells keeps them all in memory, and
takes 3.8 s for 600,000: a whole export of 10,000 assignments, 2.2 million cells, takes 9. All around the rows is
XlsxWriter's, whose workbook of heads alone they are put into; the cells are as its ``constant_memory`` writes them,
which can't have tables.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from functools import lru_cache
from io import BytesIO
from itertools import chain, islice
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile
from zlib import Z_BEST_SPEED

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from staircase.core.period import Month
from staircase.core.sheets import Holds, Role, Sheet, SheetColumn, SheetValue, written
from staircase.core.sheets.extract import FilledSheet, SheetRow, TooLargeError, Wording

MOST_ROWS, LONGEST_CELL = 1_048_576 - 1, 32_767
"""What Excel holds: rows below a head, and characters in a cell."""

_DIGITS = 15
"""Digits of a number that Excel keeps: one with more stands as text, which loses none."""

_NO_DAY = date(1899, 12, 30).toordinal()
"""The day that Excel counts from."""

_WIDEST, _NARROWEST, _SAMPLE = 60, 9, 200
"""Characters that a column is at most and at least wide, and how many rows are looked at to choose."""

_SPARE_ROWS = 500
"""Rows below a table where choices are offered, too: for what people add."""

_A4, _WIDEST_LINE, _LINE_HEIGHT = 9, 90, 18
_DARK, _GREY = "#1F4E79", "#D9D9D9"
"""What marks the sheets and columns that import reads back, and those that are worked out."""

_SHOWN: Mapping[Holds, str] = {
    Holds.DATE: "yyyy-mm-dd",
    Holds.MONEY: "#,##0",
    Holds.SHARE: "[<0.995]0%;[<1]0.00##%;0%",  # what is not all of it is never shown as 100 %
    Holds.WHOLE: "0",
    Holds.NUMBER: "General",
}
"""How each kind of value is shown; the others are text, which Excel leaves as it is typed."""

_TEXT = "@"

_SIGNS = ("=", "+", "-", "@")
"""What begins a formula where it is typed: such text is marked as text, so that it stays so when it is changed."""

CellXml = Callable[[SheetValue], str]
"""What writes a cell that holds a value, from behind its place."""

_CHUNK, _AT_ONCE = 1 << 16, 256
_END = b"</sheetData>"
"""What ends the rows of a sheet."""

_KEPT = 1 << 12
"""Texts that are kept as XML: half of all are ids, names and choices that come again and again."""

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would take for a character that is written by its number."""


class _Looks:
    """How the cells of a workbook look: those of each kind of value, headings, and the cover."""

    def __init__(self, book: Workbook) -> None:
        self.cells = {holds: book.add_format({"num_format": _SHOWN.get(holds, _TEXT)}) for holds in Holds}
        self.quoted = book.add_format({"num_format": _TEXT, "quote_prefix": True})
        self.read = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": _DARK})
        self.worked_out = book.add_format({"italic": True, "font_color": "#404040", "bg_color": _GREY})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.label = book.add_format({"bold": True, "valign": "top"})
        self.line = book.add_format({"text_wrap": True, "valign": "top"})


class _RapidSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet of which the library knows the head, and ``rows``, a file of their own, holds what stands below."""

    rows: IO[bytes]

    def add_rows(self, rows: Iterator[str]) -> int:
        """Keep rows, written as XML, until the workbook is put together; returns how many there are."""
        count = 0
        while some := list(islice(rows, _AT_ONCE)):
            self.rows.write("".join(some).encode())
            count += len(some)
        return count

    def add_whole_table(self, name: str, columns: Sequence[Mapping[str, object]], rows: int) -> None:
        """Make the head and so many rows a table.

        The library is told of the first row only, for it notes every cell of a table by itself, against another one
        that might lie over it: a second and 80 MB for 10,000 assignments.
        """
        last = len(columns) - 1
        self.add_table(0, 0, 1, last, {"name": name, "style": "Table Style Light 1", "columns": columns})
        whole = xl_range(0, 0, rows, last)
        self.tables[-1].update(range=whole, a_range=whole, autofilter=whole)

    def _write_dimension(self) -> None:
        """Nothing: the range of the cells may be left out, and the library knows that of the head only."""


@lru_cache(_KEPT)
def _text(style: int, text: str) -> str:
    """A cell that holds text, whatever it looks like."""
    if "_x" in text:
        text = _ESCAPED.sub("_x005F_", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f' s="{style}" t="inlineStr"><is><t{space}>{text}</t></is></c>'


def _number(style: int, number: str) -> str:
    """A cell that holds a number, or a day as the number of days that Excel counts."""
    return f' s="{style}"><v>{number}</v></c>'


def _style_of(form: Any) -> int:  # noqa: ANN401 - the library has no types
    """The number by which cells name a format."""
    number: int = form._get_xf_index()  # noqa: SLF001 - as the library's own constant_memory does
    return number


def write(sheets: Iterable[FilledSheet], stream: BinaryIO, wording: Wording) -> None:
    """Write a workbook whole: the cover, then a table for each sheet.

    Raises:
        TooLargeError: a sheet holds more than Excel does.
        OSError: there is no room for it.
    """
    packed = BytesIO()
    book = Workbook(packed)
    book.set_properties({"created": datetime.combine(wording.day, time(), UTC)})
    looks = _Looks(book)
    cover = book.add_worksheet(wording.texts["sheet.cover"])
    pages: dict[Sheet, Worksheet] = {}
    counts: dict[Sheet, int] = {}
    with ExitStack() as kept:  # a sheet that is too large leaves no file open
        for sheet, rows in sheets:
            page = pages[sheet] = book.add_worksheet(wording.texts[f"sheet.{sheet.name}"], _RapidSheet)
            page.rows = kept.enter_context(TemporaryFile())
            counts[sheet] = _tabulate(page, FilledSheet(sheet, rows), wording.texts, looks)
        for sheet, page in pages.items():
            _offer(page, sheet, counts, wording.texts)
        _write_cover(cover, wording.cover(counts), looks)
        try:
            book.close()
        except FileCreateError as error:  # the library's own word for whatever the system refuses
            raise OSError(str(error)) from error
        _put_together(
            packed, {f"xl/worksheets/sheet{page.index + 1}.xml": page.rows for page in pages.values()}, stream
        )


def _put_together(heads: IO[bytes], rows: Mapping[str, IO[bytes]], stream: BinaryIO) -> None:
    """Write the library's workbook with the rows, by the name of their part, at the end of their sheets' data.

    Packed in a third of the usual time, to a third more bytes: 14 MB for 10,000 assignments.
    """
    with ZipFile(heads) as book, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=Z_BEST_SPEED) as whole:
        for name in book.namelist():
            with whole.open(name, "w") as part:
                before, end, after = book.read(name).partition(_END)
                part.write(before)
                if name in rows:
                    rows[name].seek(0)
                    copyfileobj(rows[name], part, _CHUNK)
                part.write(end + after)


def _tabulate(page: _RapidSheet, filled: FilledSheet, texts: Mapping[str, str], looks: _Looks) -> int:
    """Write a sheet as a table with a frozen head, as wide as its first rows ask; returns how many rows there are."""
    sheet, rows = filled.sheet, iter(filled.rows)
    cells = [
        (xl_col_to_name(place), _cell_xml(sheet, column, texts, looks)) for place, column in enumerate(sheet.columns)
    ]
    sample = list(islice(rows, _SAMPLE))
    count = page.add_rows(_row_xml(cells, row, number) for number, row in enumerate(chain(sample, rows), 2))
    if count > MOST_ROWS:
        raise TooLargeError(sheet.name)
    headings = [sheet.heading(column, texts) for column in sheet.columns]
    head = [
        {"header": heading, "header_format": looks.read if column.is_read else looks.worked_out}
        for heading, column in zip(headings, sheet.columns, strict=True)
    ]
    page.add_whole_table(sheet.name, head, max(count, 1))
    for place, column in enumerate(sheet.columns):
        width = _width(headings[place], column, (row[place] for row in sample), texts)
        page.set_column(place, place, width, looks.cells[column.holds])
    page.freeze_panes(1, len(sheet.places))
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_rows(0)
    page.set_tab_color(_DARK if sheet.is_read else _GREY)
    return count


def _row_xml(cells: Sequence[tuple[str, CellXml]], row: SheetRow, number: int) -> str:
    filled = [
        f'<c r="{letter}{number}"{cell(value)}'
        for (letter, cell), value in zip(cells, row, strict=True)
        if value is not None
    ]
    return f'<row r="{number}">{"".join(filled)}</row>'


def _cell_xml(sheet: Sheet, column: SheetColumn, texts: Mapping[str, str], looks: _Looks) -> CellXml:
    """What writes the cells of a column: days and numbers as such, choices, yes and no in words, all else as text."""
    style, quoted = _style_of(looks.cells[column.holds]), _style_of(looks.quoted)

    def text(value: SheetValue) -> str:
        shown = written(value)
        if len(shown) > LONGEST_CELL:
            raise TooLargeError(sheet.name)
        return _text(quoted if shown.startswith(_SIGNS) else style, shown)

    def choice(value: SheetValue) -> str:
        return _text(style, texts[f"{column.word}.{value}"])

    def day(value: SheetValue) -> str:
        if isinstance(value, Month) or not isinstance(value, date):
            return text(value)
        return _number(style, f"{value.toordinal() - _NO_DAY}")

    def figure(value: SheetValue) -> str:
        digits = written(value)
        is_kept = len(digits) <= _DIGITS or len(digits.lstrip("-0.").replace(".", "").rstrip("0")) <= _DIGITS
        return _number(style, digits) if is_kept else text(value)

    def flag(value: SheetValue) -> str:
        return _text(style, texts["value.yes" if value else "value.no"])

    numbers = dict.fromkeys((Holds.NUMBER, Holds.MONEY, Holds.SHARE, Holds.WHOLE), figure)
    return {Holds.CHOICE: choice, Holds.DATE: day, Holds.FLAG: flag, **numbers}.get(column.holds, text)


def _width(heading: str, column: SheetColumn, values: Iterable[SheetValue], texts: Mapping[str, str]) -> int:
    """How many characters of a column are shown: its heading with its button, and most of what stands in it."""
    shown = (
        texts[f"{column.word}.{value}"] if column.word else written(value) for value in values if value is not None
    )
    longest = max((max(map(len, text.split("\n"))) for text in shown), default=0)
    return min(max(len(heading) + 4, longest + 2, _NARROWEST), _WIDEST)


def _offer(page: Worksheet, sheet: Sheet, counts: Mapping[Sheet, int], texts: Mapping[str, str]) -> None:
    """Let people pick choices from their words, and ids from the sheet where they are declared."""
    last = min(counts[sheet] + _SPARE_ROWS, MOST_ROWS)
    declared = {other.name: (other, count) for other, count in counts.items() if count}
    for place, column in enumerate(sheet.columns):
        if column.role is not Role.FACT:
            continue
        if column.choices:
            source: object = [texts[f"{column.word}.{choice}"] for choice in column.choices]
        elif column.refers_to and f"{column.refers_to}s" in declared:
            other, count = declared[f"{column.refers_to}s"]
            source = f"='{texts[f'sheet.{other.name}']}'!$A$2:$A${count + 1}"
        else:
            continue
        strict = {"show_error": column.holds is not Holds.LIST}  # a list of several ids is none of them
        page.data_validation(1, place, last, place, {"validate": "list", "source": source, **strict})


def _write_cover(page: Worksheet, lines: Iterable[tuple[str, str]], looks: _Looks) -> None:
    page.hide_gridlines(2)
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, 28)
    page.set_column(1, 1, _WIDEST_LINE)
    for number, (title, text) in enumerate(lines):
        page.set_row(number, _LINE_HEIGHT * (1 + len(text) // _WIDEST_LINE))
        if title:
            page.write_string(number, 0, title, looks.title if number == 0 else looks.label)
        page.write_string(number, 1, text, looks.title if number == 0 else looks.line)
