"""Tables as text: delimited, read with whatever sign parts the columns and written as RFC 4180; and JSON Lines."""

import csv
import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from datetime import date
from functools import lru_cache
from io import StringIO, TextIOWrapper
from typing import BinaryIO

from staircase.core.period import Period
from staircase.core.sheets import SheetValue, armed, disarmed, written
from staircase.core.sheets.extract import FilledSheet
from staircase.core.sheets.grid import Grid, GridCell, text_cell
from staircase.sheets.archive import MOST_CELLS, MOST_PACKED, UnreadBookError

_SEPARATORS = (";", "\t", ",", "|")
_SAMPLE = 50
_LONGEST_CELL = 200_000
"""More than a spreadsheet holds: a long list comes back from what ``export`` wrote as text."""


def delimited_grid(name: str, content: bytes) -> Grid:
    """The table of a file.

    Raises:
        UnreadBookError: it is no text, or holds more than may be.
    """
    csv.field_size_limit(MOST_PACKED)
    text = _decoded(content)
    separator, text = _separator(text)
    rows: dict[int, dict[int, GridCell]] = {}
    count = 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader, 1):
            cells = {place: text_cell(armed(cell), _LONGEST_CELL) for place, cell in enumerate(row, 1) if cell.strip()}
            if cells:
                rows[number] = cells
                count += len(cells)
            if count > MOST_CELLS:
                raise UnreadBookError(reason="too-large")
    except csv.Error as error:
        raise UnreadBookError(reason="broken", detail=str(error)) from error
    return Grid(name, rows)


def _decoded(content: bytes) -> str:
    is_utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if b"\x00" in content and not is_utf16:
        raise UnreadBookError(reason="not-text")
    encodings = ("utf-16",) if is_utf16 else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadBookError(reason="not-text")


def _separator(text: str) -> tuple[str, str]:
    """The sign that parts the columns, and the text after the line in which Excel is told of it.

    It is the one that parts most of the first lines into the same number of cells, and into most.
    """
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) > len("sep="):
        return first.strip()[len("sep=")], rest
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    if not lines:
        return ",", text
    return max(_SEPARATORS, key=lambda sign: (_evenness(lines, sign), -_SEPARATORS.index(sign))), text


def _evenness(lines: list[str], sign: str) -> tuple[int, int]:
    """How many lines a sign parts into as many cells as it does the most of them, and how many cells that are."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=sign)]
    except csv.Error:
        return 0, 0
    usual = max(set(widths), key=lambda width: (width > 1, widths.count(width), width))
    return (widths.count(usual), usual) if usual > 1 else (0, 0)


def write_delimited(filled: FilledSheet, stream: BinaryIO) -> None:
    """Write a head of the columns' keys and a record for each row, as soon as it is made."""
    text = TextIOWrapper(stream, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.key for column in filled.sheet.columns])
    for row in filled.rows:
        writer.writerow(map(_field, row))
    text.flush()
    text.detach()


def _field(value: SheetValue) -> str:
    """A value as text; in what came from files nothing is left that a spreadsheet would run. Reading takes it back."""
    match value:
        case str():
            return _harmless(value)
        case tuple():
            return disarmed(written(value))
        case _:
            return written(value)


_harmless = lru_cache(1 << 12)(disarmed)
"""The same once for texts that come again and again: ids, names and choices are half of all."""


def write_lines(filled: FilledSheet, stream: BinaryIO) -> None:
    """Write a line for each row, which names its sheet first."""
    names = [f'"sheet": {_text(filled.sheet.name)}', *(f", {_text(column.key)}: " for column in filled.sheet.columns)]
    for row in filled.rows:
        told = "".join([name + _json(value) for name, value in zip(names[1:], row, strict=True)])
        stream.write(f"{{{names[0]}{told}}}\n".encode())


def _json(value: SheetValue) -> str:
    """A value as JSON: numbers exactly, days and periods as texts, a list as one."""
    match value:
        case None:
            return "null"
        case str() | date() | Period():
            return _text(written(value))
        case tuple():
            return f"[{', '.join(map(_text, value))}]"
        case _:
            return written(value)


def _text(text: str) -> str:
    """A text in quotes; one with anything that acts or hides on a terminal is spelled in ASCII."""
    return _AS_IT_IS.encode(text) if text.isprintable() else json.dumps(text)


_AS_IT_IS = json.JSONEncoder(ensure_ascii=False)
