"""Rows of a workbook, written as XML as soon as they are made; XlsxWriter's own way of cells keeps them all in memory.

Measured: 10,000 assignments (2.3 million cells) take 16.4 s as a workbook and 14.8 s as JSON Lines; XlsxWriter alone
takes 3.8 s for 600,000 cells. All around the rows is XlsxWriter's; the cells are as its ``constant_memory`` writes
them, which can't have tables.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import IO, Any

from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

_CHUNK = 1 << 16
_KEPT = 1 << 12
"""Texts that are kept as XML: half of all are ids, names and choices that come again and again."""

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would take for a character that is written by its number."""


class RapidSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose head is written by the library, and the rows below it by ``add_rows`` into a file of their own."""

    rows: IO[str]

    def add_rows(self, rows: Iterable[str]) -> int:
        """Keep rows, written as XML, until the workbook is put together; returns how many there are."""
        count = 0
        for row in rows:
            self.rows.write(row)
            count += 1
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

    def _write_rows(self) -> None:
        super()._write_rows()
        with self.rows as rows:
            rows.seek(0)
            while chunk := rows.read(_CHUNK):
                self.fh.write(chunk)


def text_cell(place: str, style: int, text: str) -> str:
    """A cell that holds text, whatever it looks like."""
    return f'<c r="{place}"{_text(style, text)}'


@lru_cache(_KEPT)
def _text(style: int, text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub("_x005F_", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f' s="{style}" t="inlineStr"><is><t{space}>{text}</t></is></c>'


def number_cell(place: str, style: int, number: str) -> str:
    """A cell that holds a number, or a day as the number of days that Excel counts."""
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'


def style_of(form: Any) -> int:  # noqa: ANN401 - the library has no types
    """The number by which cells name a format."""
    number: int = form._get_xf_index()  # noqa: SLF001 - as the library's own constant_memory does
    return number
