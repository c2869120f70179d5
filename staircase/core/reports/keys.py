"""The keys of every report's rows: JSON's keys, CSV's columns, and what rows can be sorted and shown by."""

from collections.abc import Mapping
from types import MappingProxyType

FINDING = (
    *("rule", "severity", "subject_kind", "subject", "item", "message", "ask", "params", "at_stake", "owner"),
    *("path", "line", "column", "end_line", "end_column", "fingerprint"),
)

_FOUND = dict.fromkeys(("error", "warning", "note", "accepted"))

Unset = Mapping[str, "Unset | None"]

TOTALS: Mapping[str, Unset] = MappingProxyType(
    {
        "gaps": _FOUND,
        "gaps-roadmap": dict.fromkeys(("departments", "missing")),
        "lessons": {"lessons": None},
    }
)
"""The keys of every report's totals, all unset: what they are where ``program.yaml`` can't be read."""

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gaps": FINDING,
        "gaps-roadmap": ("department", "name", "reached", "next", "assignment", "item", "missing"),
        "lessons": ("date", "assignment", "department", "trial", "outcome", "lesson"),
        "check": FINDING,
    }
)
