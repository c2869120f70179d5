"""The table Gaps, for journeys, trials, departments and the programme: one naive look for each row."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.oracle import facts
from tests.oracle.evidence import ground, proven, staff
from tests.oracle.plain import STEPS, Plain, World, day, days, first, has_goals, last, later, setting, step_days
from tests.oracle.severities import RULES


class Gap(NamedTuple):
    """A gap: the rule, whom it is about, the thing within, and the file it stands in."""

    rule: str
    kind: str
    subject: str
    item: str | None
    path: str


Hits = Iterator[tuple[str, str | None]]

BENEFITS = STEPS.index("benefits")
LONG_PAUSE = 180
ENDED_FOR_NEVER_STOPS = 10


def journey(world: World, assignment: Plain) -> Hits:
    """Look for what a started assignment's journey lacks, enabling ones included."""
    mandate = world.program.get("mandate", {})
    started, state = day(assignment["started"]), facts.state(world, assignment)
    age = days(facts.last_touched(world, assignment), world.t)
    if state == "active" and age > setting(world, "stale_after_days"):
        yield "journey-stale", None
    early = "from" in mandate and started < first(mandate["from"])
    if early or ("to" in mandate and started > last(mandate["to"])):
        yield "journey-outside-mandate", None
    for name in assignment.get("depends_on", []):
        other = world.assignments.get(name)
        if facts.is_open(world, assignment) and other and facts.state(world, other) in ("stopped", "paused"):
            yield "journey-blocked", name


def climb(world: World, assignment: Plain) -> Hits:
    """Look for what a started staircase assignment's journey lacks."""
    step, entered = facts.visits(world, assignment)[-1]
    stayed = days(entered, world.t) - facts.paused_days(world, assignment, entered)
    if facts.state(world, assignment) == "active" and stayed > step_days(world, step):
        yield "journey-stuck", step
    for pause in facts.covering_pauses(world, assignment):
        if facts.state(world, assignment) == "paused" and days(day(pause["from"]), world.t) > LONG_PAUSE:
            yield "journey-paused-long", None
    marks = ground(world, assignment.get("department", "")).marks
    for number in range(STEPS.index(step)):
        if facts.counts(world, assignment) and not proven(world, assignment)[number] and not marks[number]:
            yield "journey-unproven", STEPS[number]
    yield from _returns(world, assignment)
    if facts.is_open(world, assignment):
        yield from _open_climb(world, assignment)


def _returns(world: World, assignment: Plain) -> Hits:
    before = "explore"
    for visit in assignment.get("journey", []):
        if day(visit["entered"]) > world.t:
            continue
        if STEPS.index(visit["step"]) < STEPS.index(before) and not visit.get("why"):
            yield "journey-return-unexplained", visit["step"]
        before = visit["step"]


def _open_climb(world: World, assignment: Plain) -> Hits:
    beyond = STEPS.index(facts.current_step(world, assignment)) >= BENEFITS
    if not assignment.get("together"):
        yield "journey-not-together", None
    if beyond and not assignment.get("goals") and has_goals(world):
        yield "journey-no-goal", None
    fresh = [one for one in facts.shown(world, assignment) if days(one, world.t) <= setting(world, "shown_within_days")]
    if beyond and proven(world, assignment)[BENEFITS] and not fresh:
        yield "journey-not-shown", None


def trials(world: World, assignment: Plain) -> Hits:
    """Look for trials without a lesson in a started staircase assignment."""
    for trial in facts.known_trials(world, assignment):
        ended = facts.has_ended(world, trial)
        if ended and not trial.get("learned"):
            yield "trial-no-lesson", trial["id"]
        if not ended and facts.end(world, assignment):
            yield "trial-no-lesson", trial["id"]
    if facts.state(world, assignment) == "stopped":
        said = assignment["stopped"].get("learned")
        if not said and facts.rounds(world, assignment) == 0:
            yield "trial-no-lesson", None


def department(world: World, name: str) -> Hits:
    """Look for what a department lacks."""
    here, assignments = ground(world, name), staff(world, name)
    if not assignments:
        yield "department-untouched", None
    visited = {step for one in assignments for step, _ in facts.visits(world, one)}
    wanted = (here.trained and here.marks[BENEFITS]) or "roadmap" in visited or "embed" in visited
    if wanted and not here.marks[2]:
        yield "department-no-roadmap", None
    ahead = later(world.t, setting(world, "roadmap_ahead_days"))
    if here.marks[2] and here.roadmap_until and here.roadmap_until < ahead:
        yield "department-short-roadmap", None


def programme(world: World) -> Iterator[Gap]:
    """Look for what the programme lacks as a whole."""
    everyone = list(world.assignments.values())
    going = [one for one in everyone if facts.is_open(world, one)]
    if len([one for one in going if facts.climbs(one)]) > setting(world, "at_once"):
        yield Gap("program-over-capacity", "program", "program", None, "program.yaml")
    served = {goal for one in going for goal in one.get("goals", [])}
    for one in everyone:
        served |= {goal for item in facts.live_items(world, one) for goal in item.get("goals", [])}
    for goal in world.program.get("goals", []):
        if goal["id"] not in served:
            yield Gap("program-goal-unserved", "goal", goal["id"], None, "program.yaml")
    yield from _never_stops(world)
    needed = {name for one in going for name in one.get("depends_on", [])}
    for name, one in world.assignments.items():
        if one in going and not facts.climbs(one) and name not in needed:
            yield Gap("enabling-enables-nothing", "assignment", name, None, f"assignments/{name}.yaml")


def _never_stops(world: World) -> Iterator[Gap]:
    closed = [
        facts.state(world, one)
        for one in facts.climbing(world).values()
        if (ended := facts.end(world, one)) and later(world.t, -365) < ended
    ]
    if len(closed) >= ENDED_FOR_NEVER_STOPS and "stopped" not in closed:
        yield Gap("program-never-stops", "program", "program", None, "program.yaml")


STEP_RULES = ("journey-stuck", "journey-unproven", "journey-return-unexplained")


def stale_acceptances(world: World, data: Plain, items: list[str]) -> Hits:
    """Look for accepted entries that have run out, or whose item does not exist."""
    for entry in data.get("accepted", []):
        exists = "item" not in entry or entry["item"] in items
        if entry["rule"] in STEP_RULES:
            exists = exists or entry.get("item") in STEPS
        if entry["rule"] == "journey-blocked":
            exists = exists or entry.get("item") in data.get("depends_on", [])
        if entry["rule"] in RULES and (day(entry["until"]) < world.t or not exists):
            yield "accepted-stale", entry["rule"]


def items_of(assignment: Plain) -> list[str]:
    """Give the ids of an assignment's trials, benefits and roadmap."""
    return [one["id"] for key in ("trials", "benefits", "roadmap") for one in assignment.get(key, [])]


CUT = re.compile(r"""^\s*(?:- )?(?P<key>[a-z_]+): (?!["'|>{\[])[^#]*\S +#[^ ].*$""")
FREE_TEXT = ("title", "lead", "why", "learned", "owner", "name", "organisation", "realisation", "how", "manager")


def cut_texts(text: str) -> Hits:
    """Look for plain text of top-level keys and of trials that was cut at a number sign."""
    above, number = "", -1
    for line in text.splitlines():
        if re.match(r"[a-z_]+:", line):
            above, number = line.split(":")[0], -1
        number += line.startswith(("  - ", "- "))
        cut = CUT.match(line)
        if cut and cut["key"] in FREE_TEXT:
            inside = line.startswith((" ", "-"))
            nested = f"{above}[{number}].{cut['key']}" if number >= 0 else f"{above}.{cut['key']}"
            yield "text-cut", nested if inside else cut["key"]
