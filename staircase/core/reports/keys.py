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
        "benefits": (
            *("assignment", "id", "title", "kind", "owner", "unit", "baseline", "target", "by", "latest"),
            *("latest_date", "realised", "planned", "standing", "potential", "now", "taken_home", "next_measurement"),
        ),
        "roadmap": (
            *("department", "assignment", "id", "title", "area", "state", "from", "to", "bucket", "owner", "kind"),
            *("per_year", "goals", "documents", "anchored"),
        ),
        "gaps": FINDING,
        "gaps-roadmap": ("department", "name", "reached", "next", "assignment", "item", "missing"),
        "lessons": ("date", "assignment", "department", "trial", "outcome", "lesson"),
        "flow": (
            *("period", "started", "completed", "learned", "stopped", "forward", "jumps", "returns"),
            *("on_explore", "on_benefits", "on_roadmap", "on_embed"),
        ),
        "show": (
            *("id", "title", "department", "kind", "lead", "state", "step", "step_number", "entered"),
            *("days_in_step", "days_running", "last_touched", "rounds", "benefits", "roadmap_items"),
            *("errors", "gaps", "path"),
        ),
        "check": FINDING,
    }
)
