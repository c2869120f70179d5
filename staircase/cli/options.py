"""What every command may be asked, and every report."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from typer import Option

from staircase.cli.completion import complete_department, complete_goal, complete_tag
from staircase.cli.page import show_page
from staircase.core.choices import Open, State, Step
from staircase.core.language import Language
from staircase.render import ReportFormat


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GlobalOptions:
    """What every command takes, before its name or after it."""

    portfolio: Annotated[str | None, Option("--portfolio", metavar="DIR", rich_help_panel="general")] = None
    lang: Annotated[Language | None, Option("--lang", rich_help_panel="general")] = None
    color: Annotated[Literal["auto", "always", "never"] | None, Option("--color", rich_help_panel="general")] = None
    debug: Annotated[bool, Option("--debug", rich_help_panel="general")] = False
    help: Annotated[bool, Option("--help", "-h", is_eager=True, callback=show_page, rich_help_panel="general")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DayOptions(GlobalOptions):
    """What every command takes that looks at the portfolio as of a day."""

    as_of: Annotated[str | None, Option("--as-of", metavar="DATE", rich_help_panel="choose")] = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ShapeOptions(DayOptions):
    """What every report takes of how it is shown."""

    wide: Annotated[bool, Option("--wide", rich_help_panel="show")] = False
    plain: Annotated[bool, Option("--plain", rich_help_panel="show")] = False
    format: Annotated[ReportFormat | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False
    excel: Annotated[bool, Option("--excel", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FilterOptions(DayOptions):
    """What every command takes that tells of some of the assignments: which ones."""

    department: Annotated[
        list[str],
        Option("--department", metavar="ID", rich_help_panel="choose", autocompletion=complete_department),
    ] = field(default_factory=list)
    step: Annotated[list[Step], Option("--step", rich_help_panel="choose")] = field(default_factory=list)
    state: Annotated[list[State | Open], Option("--state", rich_help_panel="choose")] = field(default_factory=list)
    lead: Annotated[list[str], Option("--lead", metavar="TEXT", rich_help_panel="choose")] = field(default_factory=list)
    owner: Annotated[list[str], Option("--owner", metavar="TEXT", rich_help_panel="choose")] = field(
        default_factory=list
    )
    tag: Annotated[
        list[str], Option("--tag", metavar="TEXT", rich_help_panel="choose", autocompletion=complete_tag)
    ] = field(default_factory=list)
    goal: Annotated[
        list[str], Option("--goal", metavar="ID", rich_help_panel="choose", autocompletion=complete_goal)
    ] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ReportOptions(FilterOptions, ShapeOptions):
    """What every report takes: which assignments, and how they are shown."""

    sort: Annotated[str | None, Option("--sort", metavar="COLUMN", rich_help_panel="show")] = None
    columns: Annotated[str | None, Option("--columns", metavar="COLUMNS", rich_help_panel="show")] = None
