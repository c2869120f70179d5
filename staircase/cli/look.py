"""The commands that look: status and departments."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from staircase.cli.command import takes
from staircase.cli.options import GlobalOptions, ReportOptions, StatusOptions

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
    from staircase.cli.report import show  # noqa: PLC0415 - start-up: only when a report is made
    from staircase.core.reports.departments import departments as make  # noqa: PLC0415 - as above

    return show(options, "departments", make)


def status_of(options: GlobalOptions) -> int:
    """Show the status where no command is named."""
    return _status(
        StatusOptions(portfolio=options.portfolio, lang=options.lang, color=options.color, debug=options.debug)
    )


def _status(options: StatusOptions) -> int:
    from staircase.cli.report import show  # noqa: PLC0415 - start-up: only when a report is made
    from staircase.core.reports.status import status as make  # noqa: PLC0415 - as above

    def report(assessment: "Assessment", selection: "Selection") -> "Report":
        return make(assessment, selection, options.by)

    return show(options, "status", report)


COMMANDS: dict[str, Callable[..., int]] = {"status": status, "departments": departments}
