"""The table Gaps, for roadmap items: one naive look for each row."""

from datetime import date

from tests.oracle import facts, roadmaps
from tests.oracle.gaps import YEAR, Hits
from tests.oracle.plain import Plain, World, ago, has_goals, last, later, setting

Rules = list[str]


def roadmap(world: World, assignment: Plain) -> Hits:
    """What the live items and ideas of an open or completed staircase assignment lack."""
    for item in roadmaps.live_items(world, assignment):
        for rule in [*_parts(world, item), *_times(world, item), *_anchors(world, item)]:
            yield rule, item["id"]
    touched = facts.last_touched(world, assignment)
    for item in assignment.get("roadmap", []):
        if roadmaps.item_state(world, item) == "idea" and touched and ago(world, touched, YEAR):
            yield "roadmap-idea-forgotten", item["id"]


def _parts(world: World, item: Plain) -> Rules:
    names = {"owner": "roadmap-no-owner", "expects": "roadmap-no-benefit", "based_on": "roadmap-no-lesson"}
    found = [rule for key, rule in names.items() if not item.get(key)]
    return [*found, "roadmap-no-goal"] if has_goals(world) and not item.get("goals") else found


def _times(world: World, item: Plain) -> Rules:
    until, patience, found = roadmaps.ends(item), setting(world, "write_days"), []
    if until is None:
        return []
    if ago(world, until, patience):
        found += ["roadmap-overdue"]
    planned = roadmaps.item_state(world, item) == "planned"
    if planned and ago(world, last(item["from"]), patience) and world.t <= until:
        found += ["roadmap-late-start"]
    return found


def _anchors(world: World, item: Plain) -> Rules:
    if roadmaps.is_over(world, item):
        return []
    begins, decided = roadmaps.begins(item), roadmaps.decided_without(world, item)
    if not roadmaps.fitting_anchors(world, item):
        return ["roadmap-not-anchored"] if decided or _soon(world, begins) else []
    if roadmaps.is_anchored(world, item):
        return []
    begun = begins is not None and ago(world, begins, setting(world, "write_days"))
    return ["roadmap-weak-anchor"] if decided or begun else []


def _soon(world: World, begins: date | None) -> bool:
    return begins is not None and begins <= later(world.t, setting(world, "anchor_ahead_days"))
