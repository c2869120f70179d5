"""The flow and the roadmap's buckets, straight from the definitions."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from tests.oracle import facts
from tests.oracle.plain import STEPS, Plain, World, day, days, end_of_month, later

YEAR = 365

Row = tuple[date, Counter[str], Counter[str]]
"""A quarter's or month's first day, what happened in it by name, and the open assignments by step at its end."""


@dataclass(frozen=True)
class Flow:
    """The flow on the day."""

    at_once: int
    last_year: Counter[str]
    stop_rate: Fraction | None
    medians: dict[str, Fraction | None]
    quarters: list[Row]
    months: list[Row]


def flow(world: World) -> Flow:
    """Compute the flow."""
    everyone = facts.climbing(world).values()
    since = later(world.t, -YEAR + 1)
    year = _happened(world, since, world.t)
    ended = year["completed"] + year["learned"] + year["stopped"]
    return Flow(
        at_once=len([one for one in everyone if facts.is_open(world, one)]),
        last_year=Counter({name: year[name] for name in ("started", "completed", "learned", "stopped")}),
        stop_rate=Fraction(year["learned"] + year["stopped"], ended) if ended else None,
        medians={step: median(world, step) for step in STEPS},
        quarters=rows(world, 3),
        months=rows(world, 1),
    )


def ending(world: World, assignment: Plain) -> str | None:
    """Tell how an assignment has ended: completed, learned or stopped."""
    state = facts.state(world, assignment)
    if state != "stopped":
        return "completed" if state == "completed" else None
    lessons = [trial["learned"] for trial in facts.known_trials(world, assignment) if trial.get("learned")]
    return "learned" if assignment["stopped"].get("learned") or lessons else "stopped"


def moves(world: World, assignment: Plain) -> list[tuple[date, str]]:
    """Give the moves between consecutive visits."""
    found, visits = [], facts.visits(world, assignment)
    for number in range(1, len(visits)):
        climbed = STEPS.index(visits[number][0]) - STEPS.index(visits[number - 1][0])
        name = "return" if climbed < 0 else "forward" if climbed == 1 else "jump"
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
    """Give a row for each quarter or month from the first start to the day."""
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
    """Count the open assignments on each step."""
    everyone = facts.climbing(world).values()
    return Counter(facts.current_step(world, one) for one in everyone if facts.is_open(world, one))


def running(world: World, assignment: Plain) -> int:
    """Give the days an assignment has run."""
    return days(day(assignment["started"]), facts.end(world, assignment) or world.t)


def in_step(world: World, assignment: Plain) -> int:
    """Give the days of the current visit but for paused ones."""
    entered = facts.visits(world, assignment)[-1][1]
    until = facts.end(world, assignment) or world.t
    return days(entered, until) - facts.paused_days(world, assignment, entered)


def time_in(world: World, assignment: Plain, step: str) -> int | None:
    """Give the time in a step of an assignment that has moved on from it or ended, else nothing."""
    visits, ended = facts.visits(world, assignment), facts.end(world, assignment)
    if visits[-1][0] == step and not ended:
        return None
    leaving = [entered for _, entered in visits[1:]] + [ended or world.t]
    stays = [days(visits[number][1], leaving[number]) for number in range(len(visits)) if visits[number][0] == step]
    return sum(stays) if stays else None


def median(world: World, step: str) -> Fraction | None:
    """Give the median time in a step."""
    times = [time_in(world, one, step) for one in facts.climbing(world).values()]
    known = sorted(one for one in times if one is not None)
    if not known:
        return None
    return Fraction(known[(len(known) - 1) // 2] + known[len(known) // 2], 2)


def bucket(world: World, item: Plain) -> str | None:
    """Give the bucket of a live item or an idea, in an assignment that is open or completed."""
    state, begins, until = facts.item_state(world, item), facts.begins(item), facts.ends(item)
    if state in ("idea", "done", "dropped"):
        return "idea" if state == "idea" else None
    if begins is None or until is None:
        return "now"
    if until < world.t:
        return "overdue"
    quarters = (begins.year - world.t.year) * 4 + (begins.month - 1) // 3 - (world.t.month - 1) // 3
    if quarters <= 0:
        return "now"
    return "next" if quarters <= len(("one", "two")) else "later"


def is_anchored(world: World, item: Plain, department: str) -> bool:
    """Tell whether a document that applies is adopted, and in force when the item begins or now."""
    on = max(world.t, facts.begins(item) or world.t)
    return any(
        facts.applies(one, department) and facts.is_adopted(world, one) and facts.in_force(world, one, on)
        for one in facts.anchors(world, item)
    )
