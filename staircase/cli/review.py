"""The commands that say what changes mean."""

from dataclasses import dataclass
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.command import Called, called
from staircase.cli.completion import complete_assignment
from staircase.cli.options import ShapeOptions
from staircase.core.choices import ReviewOrder


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DiffOptions(ShapeOptions):
    """What ``diff`` takes."""

    base: Annotated[str | None, Argument(metavar="BASE")] = None
    head: Annotated[str | None, Argument(metavar="HEAD")] = None
    by: Annotated[ReviewOrder, Option("--by", show_default=True, rich_help_panel="show")] = "weight"
    staged: Annotated[bool, Option("--staged", rich_help_panel="choose")] = False
    fail_on: Annotated[Literal["back", "never"], Option("--fail-on", show_default=True, rich_help_panel="choose")] = (
        "never"
    )
    exit_code: Annotated[bool, Option("--exit-code", rich_help_panel="choose")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LogOptions(ShapeOptions):
    """What ``log`` takes."""

    which: Annotated[str | None, Argument(metavar="ID", autocompletion=complete_assignment)] = None
    between: Annotated[str | None, Argument(metavar="RANGE")] = None
    number: Annotated[str, Option("--number", "-n", metavar="NUMBER", show_default=True, rich_help_panel="choose")] = (
        "20"
    )


COMMANDS: dict[str, Called] = {
    "diff": called(DiffOptions, "comparing:show"),
    "log": called(LogOptions, "telling:show"),
}
