"""What may be asked on the command line, declared once: a frozen dataclass is a command's set of options.

An option's help stands in the help catalogues under ``option.NAME``, its placeholder under ``metavar.NAME``.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.completion import (
    complete_assignment,
    complete_check_format,
    complete_department,
    complete_goal,
    complete_path,
    complete_rule,
    complete_tag,
)
from staircase.cli.page import show_page

Format = Literal["table", "csv", "json", "markdown"]
FailOn = Literal["error", "warning", "note", "never"]
Grouping = Literal["step", "department", "lead", "state", "goal"]
GapGrouping = Literal["rule", "department", "owner", "assignment"]


class Step(StrEnum):
    """The steps to choose from; Typer takes no list of literals."""

    EXPLORE = "explore"
    BENEFITS = "benefits"
    ROADMAP = "roadmap"
    EMBED = "embed"


class State(StrEnum):
    """The states to choose from."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"
    OPEN = "open"


class Bucket(StrEnum):
    """The buckets of the roadmap to choose from."""

    OVERDUE = "overdue"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    IDEA = "idea"


@dataclass(frozen=True, kw_only=True)
class GlobalOptions:
    """What every command takes, before its name or after it."""

    portfolio: Annotated[str | None, Option("--portfolio", metavar="DIR", rich_help_panel="general")] = None
    lang: Annotated[Literal["sv", "en"] | None, Option("--lang", rich_help_panel="general")] = None
    color: Annotated[Literal["auto", "always", "never"] | None, Option("--color", rich_help_panel="general")] = None
    debug: Annotated[bool, Option("--debug", rich_help_panel="general")] = False
    help: Annotated[bool, Option("--help", "-h", is_eager=True, callback=show_page, rich_help_panel="general")] = False


@dataclass(frozen=True, kw_only=True)
class DayOptions(GlobalOptions):
    """What every command takes that looks at the portfolio as of a day."""

    as_of: Annotated[str | None, Option("--as-of", metavar="DATE", rich_help_panel="choose")] = None


@dataclass(frozen=True, kw_only=True)
class ShapeOptions(DayOptions):
    """What every report takes of how it is shown."""

    wide: Annotated[bool, Option("--wide", rich_help_panel="show")] = False
    plain: Annotated[bool, Option("--plain", rich_help_panel="show")] = False
    format: Annotated[Format | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False
    excel: Annotated[bool, Option("--excel", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True)
class ReportOptions(ShapeOptions):
    """What every report takes: which assignments, and how they are shown."""

    department: Annotated[
        list[str],
        Option("--department", metavar="ID", rich_help_panel="choose", autocompletion=complete_department),
    ] = field(default_factory=list)
    step: Annotated[list[Step], Option("--step", rich_help_panel="choose")] = field(default_factory=list)
    state: Annotated[list[State], Option("--state", rich_help_panel="choose")] = field(default_factory=list)
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
    sort: Annotated[str | None, Option("--sort", metavar="COLUMN", rich_help_panel="show")] = None
    columns: Annotated[str | None, Option("--columns", metavar="COLUMNS", rich_help_panel="show")] = None


@dataclass(frozen=True, kw_only=True)
class StatusOptions(ReportOptions):
    """What ``status`` takes."""

    by: Annotated[Grouping, Option("--by", show_default=True, rich_help_panel="show")] = "step"


@dataclass(frozen=True, kw_only=True)
class ShowOptions(ShapeOptions):
    """What ``show`` takes."""

    id: Annotated[str, Argument(metavar="ID", autocompletion=complete_assignment)]


@dataclass(frozen=True, kw_only=True)
class RoadmapOptions(ReportOptions):
    """What ``roadmap`` takes."""

    bucket: Annotated[list[Bucket], Option("--bucket", rich_help_panel="choose")] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class GapsOptions(ReportOptions):
    """What ``gaps`` takes."""

    by: Annotated[GapGrouping, Option("--by", show_default=True, rich_help_panel="show")] = "rule"
    roadmap: Annotated[bool, Option("--roadmap", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True)
class LessonsOptions(ReportOptions):
    """What ``lessons`` takes."""

    words: Annotated[list[str], Argument(metavar="WORDS")] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class FlowOptions(ReportOptions):
    """What ``flow`` takes."""

    per: Annotated[Literal["quarter", "month"], Option("--per", show_default=True, rich_help_panel="show")] = "quarter"


@dataclass(frozen=True, kw_only=True)
class RuleOptions(GlobalOptions):
    """What ``rule`` takes."""

    name: Annotated[str | None, Argument(metavar="NAME", autocompletion=complete_rule)] = None
    format: Annotated[Literal["table", "json"] | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class DiffOptions(ShapeOptions):
    """What ``diff`` takes."""

    base: Annotated[str | None, Argument(metavar="BASE")] = None
    head: Annotated[str | None, Argument(metavar="HEAD")] = None
    staged: Annotated[bool, Option("--staged", rich_help_panel="choose")] = False
    fail_on: Annotated[Literal["back", "never"], Option("--fail-on", show_default=True, rich_help_panel="choose")] = (
        "never"
    )
    exit_code: Annotated[bool, Option("--exit-code", rich_help_panel="choose")] = False


@dataclass(frozen=True, kw_only=True)
class LogOptions(ShapeOptions):
    """What ``log`` takes."""

    which: Annotated[str | None, Argument(metavar="ID", autocompletion=complete_assignment)] = None
    between: Annotated[str | None, Argument(metavar="RANGE")] = None
    number: Annotated[str, Option("--number", "-n", metavar="NUMBER", show_default=True, rich_help_panel="choose")] = (
        "20"
    )
