"""The keys of every report's rows: JSON's keys, CSV's columns, and what rows can be sorted and shown by."""

from collections.abc import Mapping
from types import MappingProxyType

FINDING = (
    *("rule", "severity", "subject_kind", "subject", "item", "message", "ask", "params", "at_stake", "owner"),
    *("path", "line", "column", "end_line", "end_column", "fingerprint"),
)

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "status": (
            *("id", "title", "department", "kind", "lead", "state", "step", "step_number", "entered"),
            *("days_in_step", "days_running", "last_touched", "rounds", "benefits", "roadmap_items"),
            *("errors", "gaps", "path"),
        ),
        "departments": (
            *("id", "name", "explore", "benefits", "roadmap", "embed", "reached", "holes", "rounds", "trained"),
            *("assignments", "open", "roadmap_until"),
        ),
        "check": FINDING,
    }
)
