"""Tables in and out: a module for each family of file formats, the only place that knows their libraries."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, BinaryIO, Literal, assert_never

if TYPE_CHECKING:  # the command line asks here for the formats before it loads anything
    from staircase.core.sheets.extract import FilledSheet, Wording

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
