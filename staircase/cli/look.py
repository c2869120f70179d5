"""The commands that look, and what each may be asked: each makes one report."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal

from typer import Argument, Option

from staircase.cli.command import Called, takes
from staircase.cli.completion import complete_assignment
from staircase.cli.options import GlobalOptions, ReportOptions, ShapeOptions
from staircase.core.choices import Bucket

if TYPE_CHECKING:
    from staircase.core.assess import Assessment
    from staircase.core.reports.block import Report
    from staircase.core.reports.outline import Outline
    from staircase.core.reports.select import Selection


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


@takes(StatusOptions)
def status(options: StatusOptions) -> int:
    """Show where everything stands."""
    return _status(options)


@takes(ReportOptions)
def departments(options: ReportOptions) -> int:
    """Show how far each operation has come."""
    from staircase.core.reports import departments as report  # noqa: PLC0415 - as in _show

    return _show(options, report.DEPARTMENTS, report.departments)


@takes(ReportOptions)
def benefits(options: ReportOptions) -> int:
    """Show what benefits are worth and what has been taken home."""
    from staircase.core.reports import benefits as report  # noqa: PLC0415 - as in _show

    return _show(options, report.BENEFITS, report.benefits)


@takes(RoadmapOptions)
def roadmap(options: RoadmapOptions) -> int:
    """Show the departments' roadmaps in time."""
    from staircase.core.reports import roadmap as report  # noqa: PLC0415 - as in _show

    return _show(options, report.ROADMAP, partial(report.roadmap, buckets=options.bucket))


@takes(GapsOptions)
def gaps(options: GapsOptions) -> int:
    """Show what is missing, or what is missing to the next step."""
    from staircase.core.reports import findings as report  # noqa: PLC0415 - as in _show
    from staircase.core.reports.departments import WAYS, ways  # noqa: PLC0415 - as in _show

    if options.roadmap:
        return _show(options, WAYS, ways)
    return _show(options, report.GAPS, partial(report.gaps, by=options.by))


@takes(LessonsOptions)
def lessons(options: LessonsOptions) -> int:
    """Show what has been learned."""
    from staircase.core.reports import lessons as report  # noqa: PLC0415 - as in _show

    return _show(options, report.LESSONS, partial(report.lessons, words=options.words))


@takes(FlowOptions)
def flow(options: FlowOptions) -> int:
    """Show how much starts, ends and moves."""
    from staircase.core.reports import flow as report  # noqa: PLC0415 - as in _show

    return _show(options, report.FLOW, partial(report.flow, per=options.per))


@takes(ShowOptions)
def show(options: ShowOptions) -> int:
    """Show one assignment whole."""
    from staircase.cli.report import show_one  # noqa: PLC0415 - as in _show

    return show_one(options, options.id)


def status_of(options: GlobalOptions) -> int:
    """Show the status where no command is named."""
    return _status(
        StatusOptions(portfolio=options.portfolio, lang=options.lang, color=options.color, debug=options.debug)
    )


def _status(options: StatusOptions) -> int:
    from staircase.core.reports import status as report  # noqa: PLC0415 - as in _show

    return _show(options, report.STATUS, partial(report.status, by=options.by))


def _show(
    options: ReportOptions, outline: "Outline[Any, Any]", make: "Callable[[Assessment, Selection], Report]"
) -> int:
    from staircase.cli.report import show as written  # noqa: PLC0415 - start-up: only when a report is made

    return written(options, outline, make)


COMMANDS: dict[str, Called] = {
    "status": status,
    "show": show,
    "departments": departments,
    "benefits": benefits,
    "roadmap": roadmap,
    "gaps": gaps,
    "lessons": lessons,
    "flow": flow,
}
