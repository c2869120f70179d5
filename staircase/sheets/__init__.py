"""Tables in and out: what reads a file, told by what it holds, and what writes a format.

A module for each family of formats, which is loaded when it is used, and is the only place that knows their libraries.
"""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, assert_never

if TYPE_CHECKING:  # the command line asks here for the formats before it loads anything
    from staircase.core.sheets.extract import FilledSheet, Wording
    from staircase.core.sheets.grid import Grid
    from staircase.sheets.archive import SheetChoice

SheetFormat = Literal["xlsx", "csv", "jsonl", "parquet"]
"""What the tables of an export may be written as."""

SheetWriter = Callable[[Iterable["FilledSheet"], BinaryIO, "Wording"], None]
"""What writes sheets to a file."""


def writer(form: SheetFormat) -> SheetWriter:
    """What writes a format, whose module is loaded only now.

    Raises:
        ModuleNotFoundError: its library, of the extra ``[sheets]``, is not installed.
    """
    match form:
        case "xlsx":
            from staircase.sheets import workbook  # noqa: PLC0415 -- a run loads only the format it writes

            return workbook.write
        case "csv":
            from staircase.sheets import text  # noqa: PLC0415 -- as above

            return _one_by_one(text.write_delimited)
        case "jsonl":
            from staircase.sheets import text  # noqa: PLC0415 -- as above

            return _one_by_one(text.write_lines)
        case "parquet":
            from staircase.sheets import parquet  # noqa: PLC0415 -- as above

            return _one_by_one(parquet.write)
        case _:
            assert_never(form)


def _one_by_one(write: Callable[["FilledSheet", BinaryIO], None]) -> SheetWriter:
    """What writes sheets one after the other, and says nothing in any language."""

    def write_all(sheets: Iterable["FilledSheet"], stream: BinaryIO, _: "Wording") -> None:
        for filled in sheets:
            write(filled, stream)

    return write_all


_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How Excel's files of before 2007 begin, and those that are locked with a password."""


def grids_of(path: Path, reads: "SheetChoice | None" = None) -> Sequence["Grid"]:
    """The sheets of a file; those that ``reads`` does not choose may be without their cells.

    Raises:
        UnreadBookError: it can't be read as a spreadsheet.
    """
    from staircase.sheets.archive import Archive, UnreadBookError, any_sheet  # noqa: PLC0415 -- as above

    content = _content(path)
    if content.startswith(_OLD_OR_LOCKED):
        raise UnreadBookError(reason="old-or-locked")
    if not content.startswith(_ZIP):
        from staircase.sheets.text import delimited_grid  # noqa: PLC0415 -- as above

        return (delimited_grid(path.stem, content),)
    archive = Archive(BytesIO(content))
    if "xl/workbook.xml" in archive:
        from staircase.sheets.excel import excel_grids  # noqa: PLC0415 -- as above

        return tuple(excel_grids(archive, reads or any_sheet))
    if "content.xml" in archive:
        from staircase.sheets.opendocument import opendocument_grids  # noqa: PLC0415 -- as above

        return tuple(opendocument_grids(archive))
    raise UnreadBookError(reason="other-kind")


def _content(path: Path) -> bytes:
    from staircase.sheets.archive import MOST_PACKED, UnreadBookError  # noqa: PLC0415 -- as above
    from staircase.system import system_reason  # noqa: PLC0415 -- as above

    try:
        if not path.is_file():
            there = "system.is-folder" if path.is_dir() else "system.no-file"
            raise UnreadBookError(reason="failed", detail=there if path.exists() else "system.no-such-file")
        with path.open("rb") as file:
            content = file.read(MOST_PACKED + 1)
    except (OSError, ValueError) as error:
        raise UnreadBookError(reason="failed", detail=system_reason(error)) from error
    if len(content) > MOST_PACKED:
        raise UnreadBookError(reason="too-large")
    return content
