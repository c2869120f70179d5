"""What the commands that look may be asked."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.completion import complete_assignment
from staircase.cli.options.general import ReportOptions, ShapeOptions
from staircase.core.choices import Bucket

Grouping = Literal["step", "department", "lead", "state", "goal"]
GapGrouping = Literal["rule", "department", "owner", "assignment"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StatusOptions(ReportOptions):
    """What ``status`` takes."""

    by: Annotated[Grouping, Option("--by", show_default=True, rich_help_panel="show")] = "step"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ShowOptions(ShapeOptions):
    """What ``show`` takes."""

    id: Annotated[str, Argument(metavar="ID", autocompletion=complete_assignment)]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RoadmapOptions(ReportOptions):
    """What ``roadmap`` takes."""

    bucket: Annotated[list[Bucket], Option("--bucket", rich_help_panel="choose")] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GapsOptions(ReportOptions):
    """What ``gaps`` takes."""

    by: Annotated[GapGrouping, Option("--by", show_default=True, rich_help_panel="show")] = "rule"
    roadmap: Annotated[bool, Option("--roadmap", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LessonsOptions(ReportOptions):
    """What ``lessons`` takes."""

    words: Annotated[list[str], Argument(metavar="WORDS")] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FlowOptions(ReportOptions):
    """What ``flow`` takes."""

    per: Annotated[Literal["quarter", "month"], Option("--per", show_default=True, rich_help_panel="show")] = "quarter"
