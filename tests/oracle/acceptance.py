"""Accepted gaps, and entries that accept nothing any more."""

from tests.oracle.gaps import Gap, Hits
from tests.oracle.plain import STEPS, Plain, World, day, same
from tests.oracle.severities import ALL_RULES, NEVER_ACCEPTED

STEP_RULES = ("journey-stuck", "journey-unproven", "journey-return-unexplained")
LEAD_RULE = "program-lead-overloaded"


def is_accepted(world: World, gap: Gap) -> bool:
    """Whether an entry in force accepts the gap, in the file where the gap stands."""
    in_program = gap.path == "program.yaml"
    data = world.program if in_program else world.assignments[gap.subject]
    item = gap.subject if in_program and gap.rule != LEAD_RULE else gap.item
    return gap.rule not in NEVER_ACCEPTED and any(
        entry["rule"] == gap.rule and day(entry["until"]) >= world.t and _names(entry, gap.rule, item)
        for entry in data.get("accepted", [])
    )


def _names(entry: Plain, rule: str, item: str | None) -> bool:
    if "item" not in entry:
        return True
    is_lead = rule == LEAD_RULE and item is not None and same(entry["item"], item)
    return is_lead or entry["item"] == item


def stale(world: World, data: Plain, items: list[str]) -> Hits:
    """Entries that have run out, or whose item does not exist."""
    for entry in data.get("accepted", []):
        exists = "item" not in entry or entry["item"] in items
        if entry["rule"] in STEP_RULES:
            exists = exists or entry.get("item") in STEPS
        if entry["rule"] == "journey-blocked":
            exists = exists or entry.get("item") in data.get("depends_on", [])
        if entry["rule"] == LEAD_RULE:
            exists = exists or any(same(entry["item"], one["lead"]) for one in world.assignments.values())
        if entry["rule"] in ALL_RULES and (day(entry["until"]) < world.t or not exists):
            yield "accepted-stale", entry["rule"]


def items_of(assignment: Plain) -> list[str]:
    """The ids of an assignment's trials, benefits and roadmap items."""
    return [one["id"] for key in ("trials", "benefits", "roadmap") for one in assignment.get(key, [])]
