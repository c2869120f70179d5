"""Reports and findings as text: one module for each format, which knows blocks and rows but no report.

A format is a function from values to text. What text from files could do at a sink is undone in ``safe`` alone.
"""

from typing import TYPE_CHECKING, Literal, assert_never, get_args

if TYPE_CHECKING:  # the command line asks here for the formats before it loads anything
    from staircase.core.reports import Report
    from staircase.render.findings import Notices
    from staircase.render.look import Look
    from staircase.words.speech import Words

ReportFormat = Literal["table", "csv", "json", "markdown"]
"""What a report's ``--format`` may be."""

ReportOutput = Literal[ReportFormat, "excel"]
"""The formats of a report; ``excel`` is CSV as spreadsheets in the reader's language open it."""

PeopleFormat = Literal["full", "concise"]
MachineFormat = Literal["github", "gitlab", "junit", "sarif", "markdown"]
"""The formats in which findings are told to other programs, by their places in the repository."""

CheckFormat = Literal[PeopleFormat, "json", MachineFormat]
"""What the ``--format`` of a check may be, those for people first."""

CHECK_FORMATS: tuple[CheckFormat, ...] = get_args(CheckFormat)
MACHINE_FORMATS: tuple[MachineFormat, ...] = get_args(MachineFormat)


def render(report: "Report", form: ReportOutput, look: "Look", words: "Words") -> str:
    """Text of a report in a format, whose module is loaded only now."""
    match form:
        case "table":
            from staircase.render import terminal  # noqa: PLC0415 -- a run loads only the format it writes

            return terminal.render(report, look, words)
        case "json":
            from staircase.render import json  # noqa: PLC0415 -- as above

            return json.render(report, words)
        case "csv" | "excel":
            from staircase.render import csv  # noqa: PLC0415 -- as above

            return csv.render(report, words, excel=form == "excel")
        case "markdown":
            from staircase.render import markdown  # noqa: PLC0415 -- as above

            return markdown.render(report, look, words)
        case _:
            assert_never(form)


def tell(notices: "Notices", form: MachineFormat, words: "Words") -> str:
    """Text of a check's findings for another program, in a format whose module is loaded only now."""
    match form:
        case "github":
            from staircase.render import github  # noqa: PLC0415 -- as above

            return github.render(notices, words)
        case "gitlab":
            from staircase.render import gitlab  # noqa: PLC0415 -- as above

            return gitlab.render(notices)
        case "junit":
            from staircase.render import junit  # noqa: PLC0415 -- as above

            return junit.render(notices, words)
        case "sarif":
            from staircase.render import sarif  # noqa: PLC0415 -- as above

            return sarif.render(notices, words)
        case "markdown":
            from staircase.render import findings_markdown  # noqa: PLC0415 -- as above

            return findings_markdown.render(notices, words)
        case _:
            assert_never(form)
