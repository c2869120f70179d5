"""The names of all rules with their severities, in the manual's order. Names are stable: never reused."""

from collections.abc import Mapping
from types import MappingProxyType

from staircase.core.finding import Severity

ERRORS: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(
        (
            "file-unreadable",
            "file-syntax",
            "file-not-plain",
            "file-duplicate-key",
            "file-name",
            "field-unknown",
            "field-missing",
            "field-invalid",
            "reference-unknown",
            "reference-cycle",
            "date-order",
            "date-in-future",
            "benefit-flat-target",
        ),
        Severity.ERROR,
    )
)
"""The rules whose findings mean that files can't be read or figures would be wrong: never turned off."""

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

GAPS: Mapping[str, Severity] = MappingProxyType(
    {
        "text-cut": _NOTE,
        "journey-stale": _WARNING,
        "journey-stuck": _WARNING,
        "journey-paused-long": _NOTE,
        "journey-unproven": _WARNING,
        "journey-return-unexplained": _NOTE,
        "journey-not-together": _WARNING,
        "journey-no-goal": _WARNING,
        "journey-outside-mandate": _WARNING,
        "journey-not-shown": _WARNING,
        "journey-blocked": _WARNING,
        "trial-no-lesson": _WARNING,
        "benefit-missing": _WARNING,
        "benefit-no-owner": _WARNING,
        "benefit-no-kind": _WARNING,
        "benefit-no-measure": _WARNING,
        "benefit-owner-is-lead": _WARNING,
        "benefit-no-baseline": _WARNING,
        "benefit-late-baseline": _NOTE,
        "benefit-baseline-estimated": _NOTE,
        "benefit-no-target": _WARNING,
        "benefit-no-realisation": _WARNING,
        "benefit-no-worth": _NOTE,
        "benefit-not-measured": _WARNING,
        "benefit-measure-overdue": _WARNING,
        "benefit-worse": _WARNING,
        "benefit-missed": _WARNING,
        "benefit-behind": _WARNING,
        "benefit-cash-not-booked": _WARNING,
        "benefit-capacity-unused": _WARNING,
        "roadmap-no-owner": _WARNING,
        "roadmap-no-benefit": _WARNING,
        "roadmap-no-lesson": _WARNING,
        "roadmap-no-goal": _NOTE,
        "roadmap-overdue": _WARNING,
        "roadmap-late-start": _WARNING,
        "roadmap-not-anchored": _WARNING,
        "roadmap-weak-anchor": _WARNING,
        "department-untouched": _NOTE,
        "department-no-roadmap": _WARNING,
        "department-short-roadmap": _WARNING,
        "program-over-capacity": _WARNING,
        "program-goal-unserved": _NOTE,
        "program-never-stops": _NOTE,
        "enabling-enables-nothing": _NOTE,
        "accepted-stale": _WARNING,
        "file-ignored": _NOTE,
    }
)
"""The rules whose findings mean that the journey lacks something, with the severity they have unless it is set."""

NEVER_ACCEPTED = frozenset({"accepted-stale", "file-ignored", "text-cut"})
"""The gaps that can only be mended, never lived with."""
