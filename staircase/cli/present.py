"""The command that presents: a page for management, and the staircase alone as a picture for a slide."""

from dataclasses import dataclass
from typing import Annotated

from typer import Option

from staircase.cli.command import Called, called
from staircase.cli.completion import complete_department
from staircase.cli.options import DayOptions


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PresentOptions(DayOptions):
    """What ``report`` takes."""

    since: Annotated[str | None, Option("--since", metavar="SINCE", rich_help_panel="choose")] = None
    department: Annotated[
        str | None, Option("--department", metavar="ID", rich_help_panel="choose", autocompletion=complete_department)
    ] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", rich_help_panel="show")] = None
    picture: Annotated[str | None, Option("--picture", metavar="FILE", rich_help_panel="show")] = None
    title: Annotated[str | None, Option("--title", metavar="TEXT", rich_help_panel="show")] = None
    without_people: Annotated[bool, Option("--without-people", rich_help_panel="show")] = False


COMMANDS: dict[str, Called] = {
    "report": called(PresentOptions, "presenting:show"),
}
