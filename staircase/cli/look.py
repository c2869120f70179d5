"""The commands that look: each makes one report."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from staircase.cli.command import takes
from staircase.cli.options.general import GlobalOptions, ReportOptions
from staircase.cli.options.look import (
    FlowOptions,
    GapsOptions,
    LessonsOptions,
    RoadmapOptions,
    ShowOptions,
    StatusOptions,
)

if TYPE_CHECKING:
    from staircase.core.assess import Assessment
    from staircase.core.reports.block import Report
    from staircase.core.reports.select import Selection


@takes(StatusOptions)
def status(options: StatusOptions) -> int:
    """Show where everything stands."""
    return _status(options)


@takes(ReportOptions)
def departments(options: ReportOptions) -> int:
    """Show how far each operation has come."""
    from staircase.core.reports.departments import DEPARTMENTS  # noqa: PLC0415 - as in _show
    from staircase.core.reports.departments import departments as make  # noqa: PLC0415 - as in _show

    return _show(options, "departments", make, DEPARTMENTS.keys)


@takes(ReportOptions)
def benefits(options: ReportOptions) -> int:
    """Show what benefits are worth and what has been taken home."""
    from staircase.core.reports.benefits import BENEFITS  # noqa: PLC0415 - as in _show
    from staircase.core.reports.benefits import benefits as make  # noqa: PLC0415 - as in _show

    return _show(options, "benefits", make, BENEFITS.keys)


@takes(RoadmapOptions)
def roadmap(options: RoadmapOptions) -> int:
    """Show the departments' roadmaps in time."""
    from staircase.core.reports.roadmap import ROADMAP  # noqa: PLC0415 - as in _show
    from staircase.core.reports.roadmap import roadmap as make  # noqa: PLC0415 - as in _show

    return _show(options, "roadmap", partial(make, buckets=options.bucket), ROADMAP.keys)


@takes(GapsOptions)
def gaps(options: GapsOptions) -> int:
    """Show what is missing, or what is missing to the next step."""
    from staircase.core.reports.gaps import gaps as make  # noqa: PLC0415 - as in _show
    from staircase.core.reports.ways import ways  # noqa: PLC0415 - as in _show

    if options.roadmap:
        return _show(options, "gaps-roadmap", ways)
    return _show(options, "gaps", partial(make, by=options.by))


@takes(LessonsOptions)
def lessons(options: LessonsOptions) -> int:
    """Show what has been learned."""
    from staircase.core.reports.lessons import lessons as make  # noqa: PLC0415 - as in _show

    return _show(options, "lessons", partial(make, words=options.words))


@takes(FlowOptions)
def flow(options: FlowOptions) -> int:
    """Show how much starts, ends and moves."""
    from staircase.core.reports.flow import FLOW  # noqa: PLC0415 - as in _show
    from staircase.core.reports.flow import flow as make  # noqa: PLC0415 - as in _show

    return _show(options, "flow", partial(make, per=options.per), FLOW.keys)


@takes(ShowOptions)
def show(options: ShowOptions) -> int:
    """Show one assignment whole."""
    from staircase.cli.report import show_one  # noqa: PLC0415 - as in _show

    return show_one(options)


def status_of(options: GlobalOptions) -> int:
    """Show the status where no command is named."""
    return _status(
        StatusOptions(portfolio=options.portfolio, lang=options.lang, color=options.color, debug=options.debug)
    )


def _status(options: StatusOptions) -> int:
    from staircase.core.reports.status import STATUS  # noqa: PLC0415 - as in _show
    from staircase.core.reports.status import status as make  # noqa: PLC0415 - as in _show

    return _show(options, "status", partial(make, by=options.by), STATUS.keys)


def _show(
    options: ReportOptions, name: str, make: "Callable[[Assessment, Selection], Report]", keys: tuple[str, ...] = ()
) -> int:
    from staircase.cli.report import show as written  # noqa: PLC0415 - start-up: only when a report is made

    return written(options, name, make, keys)


COMMANDS: dict[str, Callable[..., int]] = {
    "status": status,
    "show": show,
    "departments": departments,
    "benefits": benefits,
    "roadmap": roadmap,
    "gaps": gaps,
    "lessons": lessons,
    "flow": flow,
}
