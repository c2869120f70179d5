"""Findings as GitLab's Code Quality report: all of them, since GitLab itself compares the report with the base's."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from staircase.core.finding import Severity
from staircase.render.findings import Notices, Problem
from staircase.render.json import Plain, document
from staircase.render.safe import one_line

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
)
"""GitLab's words: info, minor, major, critical, blocker. What does not fail the check is ``info``."""


def render(notices: Notices) -> str:
    """Write a list of issues, in the findings' order."""
    return document([_issue(notice, notices.failing) for notice in notices.shown])


def _issue(notice: Problem, failing: AbstractSet[Severity]) -> Plain:
    severity = notice.finding.severity
    return {
        "description": one_line(" ".join(filter(None, (f"{notice.message}.", notice.ask)))),
        "check_name": notice.finding.rule,
        "fingerprint": notice.fingerprint,
        "severity": _SEVERITIES[severity] if severity in failing else "info",
        "location": {"path": notice.path, "lines": {"begin": notice.span.line}},
    }
