"""The commands of tables: out of a spreadsheet, and back."""

from dataclasses import dataclass, field
from typing import Annotated

from typer import Argument, Option

from staircase.cli.command import Called, called
from staircase.cli.options import FilterOptions
from staircase.cli.write import WriteOptions
from staircase.core.written_day import DayOrder
from staircase.sheets import SheetFormat


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ImportOptions(WriteOptions):
    """What ``import`` takes."""

    file: Annotated[str, Argument(metavar="FILE")]
    sheet: Annotated[list[str], Option("--sheet", metavar="NAME", rich_help_panel="values")] = field(
        default_factory=list
    )
    map: Annotated[str | None, Option("--map", metavar="FILE", rich_help_panel="values")] = None
    save_map: Annotated[str | None, Option("--save-map", metavar="FILE", rich_help_panel="values")] = None
    dates: Annotated[DayOrder | None, Option("--dates", rich_help_panel="values")] = None
    declare: Annotated[bool, Option("--declare", rich_help_panel="values")] = False
    write: Annotated[bool, Option("--write", rich_help_panel="values")] = False
    partial: Annotated[bool, Option("--partial", rich_help_panel="values")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ExportOptions(FilterOptions):
    """What ``export`` takes."""

    to: Annotated[str, Argument(metavar="PLACE")]
    format: Annotated[SheetFormat | None, Option("--format", rich_help_panel="show")] = None
    without_people: Annotated[bool, Option("--without-people", rich_help_panel="show")] = False


COMMANDS: dict[str, Called] = {
    "import": called(ImportOptions, "importing:import_file"),
    "export": called(ExportOptions, "exporting:show"),
}
