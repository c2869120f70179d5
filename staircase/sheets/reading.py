"""A file of a spreadsheet as grids, whichever of the formats it has: told by what it holds, not by its name."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from staircase.core.sheets.grid import Grid
from staircase.sheets.archive import MOST_PACKED, Archive, UnreadBookError
from staircase.sheets.excel import SheetChoice, any_sheet, excel_grids
from staircase.sheets.opendocument import opendocument_grids
from staircase.sheets.text import delimited_grid

_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How Excel's files of before 2007 begin, and those that are locked with a password."""


def grids_of(path: Path, reads: SheetChoice = any_sheet) -> Sequence[Grid]:
    """The sheets of a file; those that are not to be read may be without their cells.

    Raises:
        UnreadBookError: it can't be read as a spreadsheet.
    """
    content = _content(path)
    if content.startswith(_OLD_OR_LOCKED):
        raise UnreadBookError(reason="old-or-locked")
    if not content.startswith(_ZIP):
        return (delimited_grid(path.stem, content),)
    archive = Archive(BytesIO(content))
    if "xl/workbook.xml" in archive:
        return tuple(excel_grids(archive, reads))
    if "content.xml" in archive:
        return tuple(opendocument_grids(archive))
    raise UnreadBookError(reason="other-kind")


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadBookError(reason="failed", detail="" if path.exists() else "no such file")
        with path.open("rb") as file:
            content = file.read(MOST_PACKED + 1)
    except OSError as error:
        raise UnreadBookError(reason="failed", detail=error.strerror or str(error)) from error
    if len(content) > MOST_PACKED:
        raise UnreadBookError(reason="too-large")
    return content
