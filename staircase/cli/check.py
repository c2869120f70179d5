"""The commands that check: the files, and what a rule is that has spoken."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.command import Called, called
from staircase.cli.completion import complete_check_format, complete_path, complete_rule
from staircase.cli.options import DayOptions, GlobalOptions

FailOn = Literal["error", "warning", "note", "never"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CheckOptions(DayOptions):
    """What ``check`` takes."""

    paths: Annotated[list[str], Argument(metavar="PATH", autocompletion=complete_path)] = field(default_factory=list)
    format: Annotated[
        list[str],
        Option("--format", metavar="FORMAT", rich_help_panel="show", autocompletion=complete_check_format),
    ] = field(default_factory=list)
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False
    fail_on: Annotated[FailOn, Option("--fail-on", show_default=True, rich_help_panel="choose")] = "error"
    base: Annotated[str | None, Option("--base", metavar="REF", rich_help_panel="choose")] = None
    select: Annotated[
        list[str], Option("--select", metavar="RULE", rich_help_panel="choose", autocompletion=complete_rule)
    ] = field(default_factory=list)
    statistics: Annotated[bool, Option("--statistics", rich_help_panel="show")] = False
    show_accepted: Annotated[bool, Option("--show-accepted", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RuleOptions(GlobalOptions):
    """What ``rule`` takes."""

    name: Annotated[str | None, Argument(metavar="NAME", autocompletion=complete_rule)] = None
    format: Annotated[Literal["table", "json"] | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


COMMANDS: dict[str, Called] = {
    "check": called(CheckOptions, "findings:show"),
    "rule": called(RuleOptions, "manual:show_rule"),
}
