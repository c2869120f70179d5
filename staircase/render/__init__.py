"""Reports and findings as text: one module for each format, which knows blocks and rows but no report.

A format is a function from values to text. What text from files could do at a sink is undone in ``safe`` alone.
"""

from typing import TYPE_CHECKING, Literal, assert_never

from staircase.core.reports.block import Report
from staircase.render.look import Look
from staircase.words.speech import Words

if TYPE_CHECKING:
    from staircase.render.notice import Notices

Format = Literal["table", "csv", "excel", "json", "markdown"]
"""The formats of a report; ``excel`` is CSV as spreadsheets in the reader's language open it."""

MachineFormat = Literal["github", "gitlab", "junit", "sarif", "markdown"]
"""The formats in which findings are told to other programs."""


def render(report: Report, form: Format, look: Look, words: Words) -> str:
    """Write a report in a format, whose module is loaded only now."""
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


def tell(notices: "Notices", form: MachineFormat, words: Words) -> str:
    """Write a check's findings for another program, in a format whose module is loaded only now."""
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
