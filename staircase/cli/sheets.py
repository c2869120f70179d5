"""The commands of tables: out of a spreadsheet, and back."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.sheets import ExportOptions, ImportOptions


@takes(ImportOptions)
def import_(options: ImportOptions) -> int:
    """Read a spreadsheet into the portfolio."""
    from staircase.cli.importing import import_file  # noqa: PLC0415 - start-up: only when a spreadsheet is read

    return import_file(options)


@takes(ExportOptions)
def export(options: ExportOptions) -> int:
    """Write the portfolio as tables."""
    from staircase.cli.exporting import show  # noqa: PLC0415 - as above

    return show(options)


COMMANDS: dict[str, Callable[..., int]] = {"import": import_, "export": export}
