"""The keys of every report's rows: JSON's keys, CSV's columns, and what rows can be sorted and shown by."""

from collections.abc import Mapping
from types import MappingProxyType

FINDING = (
    *("rule", "severity", "subject_kind", "subject", "item", "message", "ask", "params", "at_stake", "owner"),
    *("path", "line", "column", "end_line", "end_column", "fingerprint"),
)

_STEPS = dict.fromkeys(("explore", "benefits", "roadmap", "embed"))
_FOUND = dict.fromkeys(("error", "warning", "note", "accepted"))

Unset = Mapping[str, "Unset | None"]

TOTALS: Mapping[str, Unset] = MappingProxyType(
    {
        "roadmap": {
            **dict.fromkeys(("items", "anchored")),
            "buckets": dict.fromkeys(("overdue", "now", "next", "later", "idea")),
        },
        "gaps": _FOUND,
        "gaps-roadmap": dict.fromkeys(("departments", "missing")),
        "lessons": {"lessons": None},
    }
)
"""The keys of every report's totals, all unset: what they are where ``program.yaml`` can't be read."""

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "roadmap": (
            *("department", "assignment", "id", "title", "area", "state", "from", "to", "bucket", "owner", "kind"),
            *("per_year", "goals", "documents", "anchored"),
        ),
        "gaps": FINDING,
        "gaps-roadmap": ("department", "name", "reached", "next", "assignment", "item", "missing"),
        "lessons": ("date", "assignment", "department", "trial", "outcome", "lesson"),
        "check": FINDING,
    }
)
