"""What the commands that show a page may be asked: ``rule`` and ``guide``."""

from dataclasses import dataclass
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.completion import complete_rule, complete_topic
from staircase.cli.options.general import GlobalOptions


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RuleOptions(GlobalOptions):
    """What ``rule`` takes."""

    name: Annotated[str | None, Argument(metavar="NAME", autocompletion=complete_rule)] = None
    format: Annotated[Literal["table", "json"] | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GuideOptions(GlobalOptions):
    """What ``guide`` takes."""

    topic: Annotated[str | None, Argument(metavar="TOPIC", autocompletion=complete_topic)] = None
    plain: Annotated[bool, Option("--plain", rich_help_panel="show")] = False
