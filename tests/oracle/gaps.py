"""The table Gaps, for journeys and trials: one naive look for each row."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.oracle import facts
from tests.oracle.departments import stranded
from tests.oracle.evidence import ground, proven, proves_benefits
from tests.oracle.plain import (
    BENEFITS,
    STEPS,
    Plain,
    World,
    ago,
    day,
    days,
    first,
    has_goals,
    last,
    lately,
    same,
    setting,
    step_days,
)


class Gap(NamedTuple):
    """A gap: the rule, whom it is about, the thing within, and the file it stands in."""

    rule: str
    kind: str
    subject: str
    item: str | None
    path: str


Hits = Iterator[tuple[str, str | None]]

LONG_PAUSE = 180
LONG_EXPLORE = 30
YEAR = 365


def journey(world: World, assignment: Plain) -> Hits:
    """What the journey of a started assignment lacks, enabling ones included."""
    yield from stale(world, assignment)
    if facts.is_open(world, assignment):
        yield from outside_mandate(world, assignment)
        yield from blocked(world, assignment)


def stale(world: World, assignment: Plain) -> Hits:
    """Nothing has touched the file for long; twice as long for enabling ones and while a trial runs."""
    runs = [trial for trial in facts.known_trials(world, assignment) if not facts.has_ended(world, trial)]
    patience = setting(world, "stale_after_days") * (2 if runs or not facts.climbs(assignment) else 1)
    touched = facts.last_touched(world, assignment)
    if facts.state(world, assignment) == "active" and touched and ago(world, touched, patience):
        yield "journey-stale", None


def outside_mandate(world: World, assignment: Plain) -> Hits:
    """It started before or after the mandate."""
    mandate, started = world.program.get("mandate", {}), day(assignment["started"])
    early = "from" in mandate and started < first(mandate["from"])
    if early or ("to" in mandate and started > last(mandate["to"])):
        yield "journey-outside-mandate", None


def blocked(world: World, assignment: Plain) -> Hits:
    """What it depends on is stopped or paused."""
    for name in assignment.get("depends_on", []):
        other = world.assignments.get(name)
        if other and facts.state(world, other) in ("stopped", "paused"):
            yield "journey-blocked", name


def climb(world: World, name: str) -> Hits:
    """What the journey of a started staircase assignment lacks."""
    assignment = world.assignments[name]
    yield from stuck(world, assignment)
    yield from paused_long(world, assignment)
    yield from unproven(world, name)
    yield from returns(world, assignment)
    yield from not_shown(world, assignment)
    if facts.is_open(world, assignment):
        for _ in stranded(world, assignment):
            yield "department-ended", None
        yield from not_together(assignment)
        beyond = STEPS.index(facts.current_step(world, assignment)) >= BENEFITS
        if beyond and not assignment.get("goals") and has_goals(world):
            yield "journey-no-goal", None


def stuck(world: World, assignment: Plain) -> Hits:
    """It has been in its current visit for longer than that step may take."""
    step, entered, left = facts.stays(world, assignment)[-1]
    stayed = facts.busy_days(assignment, entered, left)
    if facts.state(world, assignment) == "active" and stayed > step_days(world, step):
        yield "journey-stuck", step


def paused_long(world: World, assignment: Plain) -> Hits:
    """It has been paused for more than 180 days."""
    for pause in facts.covering_pauses(world, assignment):
        if facts.state(world, assignment) == "paused" and ago(world, day(pause["from"]), LONG_PAUSE):
            yield "journey-paused-long", None


def completed_lately(world: World, assignment: Plain) -> bool:
    """Whether it was completed in the last 365 days."""
    ended = facts.end(world, assignment)
    return facts.state(world, assignment) == "completed" and ended is not None and lately(world, ended, YEAR)


def unproven(world: World, name: str) -> Hits:
    """A step below the current one is proven neither by it nor by its department."""
    assignment = world.assignments[name]
    step, entered = facts.visits(world, assignment)[-1]
    if not (facts.is_open(world, assignment) or completed_lately(world, assignment)):
        return
    if not ago(world, entered, setting(world, "write_days")):
        return
    own, theirs = proven(world, assignment), [ground(world, one).marks for one in assignment["departments"]]
    for number in range(STEPS.index(step)):
        below = STEPS[number]
        is_proven = own[number] or any(marks[number] for marks in theirs)
        if below == "roadmap" and is_outcome_of_roadmap(world, name):
            is_proven = True
        told = list(ending_without_lesson(world, assignment))
        if below == "explore" and not own[number] and not told:
            is_proven = is_proven and facts.days_on(world, assignment, ["explore"]) <= LONG_EXPLORE
        if not is_proven:
            yield "journey-unproven", below


def is_outcome_of_roadmap(world: World, name: str) -> bool:
    """Whether a roadmap item became this assignment."""
    return any(item.get("became") == name for one in world.assignments.values() for item in one.get("roadmap", []))


def returns(world: World, assignment: Plain) -> Hits:
    """A visit goes down without saying why."""
    before = "explore"
    for visit in assignment.get("journey", []):
        if day(visit["entered"]) > world.t:
            continue
        if STEPS.index(visit["step"]) < STEPS.index(before) and not visit.get("why"):
            yield "journey-return-unexplained", visit["step"]
        before = visit["step"]


def not_together(assignment: Plain) -> Hits:
    """Nobody takes part, or nobody but the lead."""
    if all(same(one, assignment["lead"]) for one in assignment.get("together", [])):
        yield "journey-not-together", None


def not_shown(world: World, assignment: Plain) -> Hits:
    """A benefit was proven long ago and has not been shown to management."""
    proving = [
        benefit
        for benefit in assignment.get("benefits", [])
        if proves_benefits(world, benefit) and not facts.is_closed(world, benefit)
    ]
    earliest = [day(facts.measurements(world, benefit)[0]["date"]) for benefit in proving]
    if not earliest or not ago(world, min(earliest), setting(world, "shown_after_days")):
        return
    shown = facts.shown(world, assignment)
    fresh = [one for one in shown if days(one, world.t) <= setting(world, "shown_within_days")]
    beyond = STEPS.index(facts.current_step(world, assignment)) >= BENEFITS
    still = facts.is_open(world, assignment) and beyond and not fresh
    if still or (completed_lately(world, assignment) and not shown):
        yield "journey-not-shown", None


def trials(world: World, assignment: Plain) -> Hits:
    """What the trials of a started staircase assignment lack."""
    patience, ended = setting(world, "write_days"), facts.end(world, assignment)
    for trial in facts.known_trials(world, assignment):
        if facts.has_ended(world, trial):
            if not trial.get("learned") and ago(world, day(trial["ended"]), patience):
                yield "trial-no-lesson", trial["id"]
        elif ended and ago(world, ended, patience):
            yield "trial-no-lesson", trial["id"]
        elif facts.is_open(world, assignment) and _running(world, assignment, trial) > step_days(world, "explore"):
            yield "trial-running-long", trial["id"]
    yield from ending_without_lesson(world, assignment)


def _running(world: World, assignment: Plain, trial: Plain) -> int:
    return facts.busy_days(assignment, day(trial["started"]), world.t)


def ending_without_lesson(world: World, assignment: Plain) -> Hits:
    """It was stopped and learned nothing, or completed without a round after long on explore."""
    ended, state = facts.end(world, assignment), facts.state(world, assignment)
    if not ended or not ago(world, ended, setting(world, "write_days")) or facts.rounds(world, assignment):
        return
    if state == "stopped" and not assignment["stopped"].get("learned"):
        yield "trial-no-lesson", None
    if state == "completed" and facts.days_on(world, assignment, ["explore"]) > LONG_EXPLORE:
        yield "trial-no-lesson", None
