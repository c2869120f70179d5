"""The command that shows a guide, and needs no portfolio."""

from dataclasses import dataclass
from typing import Annotated

from typer import Argument, Option

from staircase.cli.command import Called, called
from staircase.cli.completion import complete_topic
from staircase.cli.options import GlobalOptions


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GuideOptions(GlobalOptions):
    """What ``guide`` takes."""

    topic: Annotated[str | None, Argument(metavar="TOPIC", autocompletion=complete_topic)] = None
    plain: Annotated[bool, Option("--plain", rich_help_panel="show")] = False


COMMANDS: dict[str, Called] = {
    "guide": called(GuideOptions, "manual:show_guide"),
}
