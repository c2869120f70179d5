"""Findings as annotations of a GitHub workflow: the gravest ones, on the lines that they are about."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from staircase.core.finding import Severity
from staircase.core.source import spelled_name
from staircase.core.term import Count
from staircase.render.findings import Notices, Problem
from staircase.render.safe import workflow_message, workflow_property
from staircase.words.speech import Words

MOST = 9
"""Annotations of each severity: GitHub takes ten from a step, and one says how many there are more."""

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)


def render(notices: Notices, words: Words) -> str:
    """Write a workflow command for each annotation; what the base has too is none."""
    return "".join(f"{line}\n" for severity in Severity for line in _lines(severity, notices, words))


def _lines(severity: Severity, notices: Notices, words: Words) -> Iterator[str]:
    found = [notice for notice in notices.counting if notice.finding.severity is severity]
    yield from (_annotation(notice) for notice in found[:MOST])
    if len(found) > MOST:
        more = words.text("check.more", {"count": Count(len(found) - MOST, severity.value)})
        yield f"::{_COMMANDS[severity]} title=staircase::{workflow_message(more)}"


def _annotation(notice: Problem) -> str:
    properties = {"file": spelled_name(notice.path), **_lines_and_columns(notice), "title": notice.finding.rule}
    written = ",".join(f"{name}={workflow_property(str(value))}" for name, value in properties.items())
    message = workflow_message("\n".join(filter(None, (notice.message, notice.ask, notice.fix))))
    return f"::{_COMMANDS[notice.finding.severity]} {written}::{message}"


def _lines_and_columns(notice: Problem) -> dict[str, int]:
    """The place; GitHub takes columns only where it begins and ends on one line."""
    span = notice.span
    if span.line != span.end_line:
        return {"line": span.line, "endLine": span.end_line}
    return {"line": span.line, "col": span.column, "endLine": span.end_line, "endColumn": span.end_column}
