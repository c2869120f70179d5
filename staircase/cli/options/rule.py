"""What ``rule`` may be asked."""

from dataclasses import dataclass
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.completion import complete_rule
from staircase.cli.options.general import GlobalOptions


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RuleOptions(GlobalOptions):
    """What ``rule`` takes."""

    name: Annotated[str | None, Argument(metavar="NAME", autocompletion=complete_rule)] = None
    format: Annotated[Literal["table", "json"] | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False
