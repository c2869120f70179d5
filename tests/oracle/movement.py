"""The flow, straight from the definitions."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from tests.oracle import facts
from tests.oracle.plain import STEPS, Plain, World, day, days, end_of_month, lately, later

YEAR = 365

Row = tuple[date, Counter[str], Counter[str]]
"""A quarter's or month's first day, what happened in it by name, and the open assignments by step at its end."""


@dataclass(frozen=True)
class Flow:
    """The flow on the day."""

    at_once: int
    started_last_year: int
    stop_rate: Fraction | None
    medians: dict[str, Fraction | None]
    quarters: list[Row]
    months: list[Row]


def flow(world: World) -> Flow:
    """The whole flow."""
    everyone = facts.climbing(world).values()
    year = [ending(world, one) for one in everyone if (on := facts.end(world, one)) and lately(world, on, YEAR)]
    stops = [how for how in year if how in ("learned", "stopped")]
    return Flow(
        at_once=len([one for one in everyone if facts.is_open(world, one)]),
        started_last_year=len([one for one in everyone if lately(world, day(one["started"]), YEAR)]),
        stop_rate=Fraction(len(stops), len(year)) if year else None,
        medians={step: median(world, step) for step in STEPS},
        quarters=rows(world, 3),
        months=rows(world, 1),
    )


def ending(world: World, assignment: Plain) -> str | None:
    """How an assignment has ended: completed, learned or stopped."""
    state = facts.state(world, assignment)
    if state != "stopped":
        return "completed" if state == "completed" else None
    lessons = [trial["learned"] for trial in facts.known_trials(world, assignment) if trial.get("learned")]
    return "learned" if assignment["stopped"].get("learned") or lessons else "stopped"


def moves(world: World, assignment: Plain) -> list[tuple[date, str]]:
    """The moves between consecutive visits."""
    found, visits = [], facts.visits(world, assignment)
    for number in range(1, len(visits)):
        climbed = STEPS.index(visits[number][0]) - STEPS.index(visits[number - 1][0])
        name = "returns" if climbed < 0 else "forward" if climbed == 1 else "jumps"
        found.append((visits[number][1], name))
    return found


def _happened(world: World, start: date, until: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in facts.climbing(world).values():
        dated = [(day(one["started"]), "started"), *moves(world, one)]
        ended, how = facts.end(world, one), ending(world, one)
        if ended and how:
            dated.append((ended, how))
        found.update(name for on, name in dated if start <= on <= until)
    return found


def rows(world: World, months: int) -> list[Row]:
    """A row for each quarter or month from the first start to the day."""
    starts = [day(one["started"]) for one in facts.climbing(world).values()]
    found: list[Row] = []
    if not starts:
        return found
    start = min(starts)
    start = date(start.year, (start.month - 1) // months * months + 1, 1)
    while start <= world.t:
        until = min(end_of_month(start.year, start.month + months - 1), world.t)
        found.append((start, _happened(world, start, until), standing(replace(world, t=until))))
        start = later(end_of_month(start.year, start.month + months - 1), 1)
    return found


def standing(world: World) -> Counter[str]:
    """The open assignments on each step."""
    everyone = facts.climbing(world).values()
    return Counter(facts.current_step(world, one) for one in everyone if facts.is_open(world, one))


def running(world: World, assignment: Plain) -> int:
    """The days an assignment has run."""
    return days(day(assignment["started"]), facts.until(world, assignment))


def in_step(world: World, assignment: Plain) -> int:
    """The days of the current visit but for paused ones."""
    _, entered, left = facts.stays(world, assignment)[-1]
    return facts.busy_days(assignment, entered, left)


def time_in(world: World, assignment: Plain, step: str) -> int | None:
    """The time in a step of an assignment that has moved on from it or ended, else nothing."""
    stays = facts.stays(world, assignment)
    if stays[-1][0] == step and not facts.end(world, assignment):
        return None
    found = [days(entered, left) for visited, entered, left in stays if visited == step]
    return sum(found) if found else None


def median(world: World, step: str) -> Fraction | None:
    """The median time in a step."""
    times = [time_in(world, one, step) for one in facts.climbing(world).values()]
    known = sorted(one for one in times if one is not None)
    if not known:
        return None
    return Fraction(known[(len(known) - 1) // 2] + known[len(known) // 2], 2)
