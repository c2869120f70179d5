"""Reports and findings as text: one module for each format, which knows blocks and rows but no report.

A format is a function from values to text. What text from files could do at a sink is undone in ``safe`` alone.
"""

from typing import Literal, assert_never

from staircase.core.reports.block import Report
from staircase.render.look import Look
from staircase.words.speech import Words

Format = Literal["table", "csv", "excel", "json", "markdown"]
"""The formats of a report; ``excel`` is CSV as spreadsheets in the reader's language open it."""


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
