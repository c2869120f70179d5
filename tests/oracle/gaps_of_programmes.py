"""The table Gaps, for departments and the programme: one naive look for each row."""

from collections.abc import Iterator
from dataclasses import replace

from tests.oracle import facts, roadmaps
from tests.oracle.evidence import department_rounds, ground, items, ready, staff
from tests.oracle.gaps import YEAR, Gap, Hits
from tests.oracle.plain import ROADMAP, STEPS, Plain, World, ago, day, lately, later, same, setting

ENDED_FOR_NEVER_STOPS = 10


def department(world: World, name: str) -> Hits:
    """What a department lacks."""
    here = ground(world, name)
    if not staff(world, name):
        yield "department-untouched", None
    yield from only_explores(world, name)
    yield from no_roadmap(world, name)
    ahead = later(world.t, setting(world, "roadmap_ahead_days"))
    if here.marks[ROADMAP] and here.roadmap_until and here.roadmap_until < ahead:
        yield "department-short-roadmap", None


def only_explores(world: World, name: str) -> Hits:
    """It is trained, something worked long ago, and nothing has gone on from there."""
    found = department_rounds(world, name)
    if not ground(world, name).trained or not any(one.get("outcome") in ("worked", "mixed") for one in found):
        return
    above = [one for one in staff(world, name) if facts.highest(world, one) > 0]
    if ago(world, day(found[0]["ended"]), YEAR) and not above:
        yield "department-only-explores", None


def no_roadmap(world: World, name: str) -> Hits:
    """It has been ready, or on the step, for long, and nothing of a roadmap is there."""
    grace = setting(world, "roadmap_grace_days")
    if ground(world, name).marks[ROADMAP]:
        return
    for one, item in items(world, name):
        idea = facts.counts(world, one) and roadmaps.item_state(world, item) == "idea"
        if idea or roadmaps.is_live(world, one, item) or _done_lately(world, item, grace):
            return
    entered = [on for one in staff(world, name) for step, on in facts.visits(world, one) if step in STEPS[ROADMAP:]]
    since = ready(world, name)
    if (since and ago(world, since, grace)) or any(ago(world, on, grace) for on in entered):
        yield "department-no-roadmap", None


def _done_lately(world: World, item: Plain, count: int) -> bool:
    done = roadmaps.fate(world, item)[1]
    return roadmaps.item_state(world, item) == "done" and done is not None and lately(world, day(done), count)


def programme(world: World) -> Iterator[Gap]:
    """What the programme lacks as a whole."""
    yield from over_capacity(world)
    yield from overloaded_leads(world)
    yield from unserved_goals(world)
    yield from never_stops(world)
    going = {name: one for name, one in world.assignments.items() if facts.is_open(world, one)}
    needed = {name for one in going.values() for name in one.get("depends_on", [])}
    for name, one in going.items():
        if not facts.climbs(one) and name not in needed:
            yield Gap("enabling-enables-nothing", "assignment", name, None, world.paths[name])


def at_once(world: World) -> list[Plain]:
    """The open staircase assignments."""
    return [one for one in facts.climbing(world).values() if facts.is_open(world, one)]


def over_capacity(world: World) -> Iterator[Gap]:
    """More is open than can be carried, on the day and so long ago as it takes to write."""
    before = replace(world, t=later(world.t, -setting(world, "write_days")))
    if min(len(at_once(world)), len(at_once(before))) > setting(world, "at_once"):
        yield Gap("program-over-capacity", "program", "program", None, "program.yaml")


def overloaded_leads(world: World) -> Iterator[Gap]:
    """One lead has more open assignments than a lead can carry."""
    open_ones = [one for _, one in sorted(facts.climbing(world).items()) if facts.is_open(world, one)]
    told: list[str] = []
    for one in open_ones:
        lead = one["lead"]
        load = [other for other in open_ones if same(other["lead"], lead)]
        if len(load) > setting(world, "per_lead") and not any(same(lead, other) for other in told):
            told.append(lead)
            yield Gap("program-lead-overloaded", "program", "program", lead, "program.yaml")


def unserved_goals(world: World) -> Iterator[Gap]:
    """No open assignment and no live item names a goal."""
    served: set[str] = set()
    for one in world.assignments.values():
        if facts.is_open(world, one):
            served |= set(one.get("goals", []))
        served |= {goal for item in roadmaps.live_items(world, one) for goal in item.get("goals", [])}
    for goal in world.program.get("goals", []):
        if goal["id"] not in served:
            yield Gap("program-goal-unserved", "goal", goal["id"], None, "program.yaml")


def never_stops(world: World) -> Iterator[Gap]:
    """Many have ended in the last year, and none of them was stopped."""
    ended = [
        facts.state(world, one)
        for one in facts.climbing(world).values()
        if (on := facts.end(world, one)) and lately(world, on, YEAR)
    ]
    if len(ended) >= ENDED_FOR_NEVER_STOPS and "stopped" not in ended:
        yield Gap("program-never-stops", "program", "program", None, "program.yaml")
