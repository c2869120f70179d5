"""The programme as a whole, and the journey of each of its departments. Gaps."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from staircase.core.flow import YEAR, at_once, last_year
from staircase.core.known import ItemState, Known
from staircase.core.rules.rule import DepartmentCase, GoalCase, Hit, Scene, folded
from staircase.core.term import Count, Days, Name, Terms

_HIGH = frozenset({"roadmap", "embed"})


def untouched(case: DepartmentCase) -> Iterator[Hit]:
    """No staircase assignment started."""
    if not case.standing.assignments:
        yield Hit(case.where, {"name": Name(case.department.name)})


def only_explores(case: DepartmentCase) -> Iterator[Hit]:
    """Trained, a round with an outcome other than failed, the first round over a year ago, nothing above explore."""
    assignments, day = case.standing.assignments, case.scene.day
    if not case.standing.trained or any(stay.step != "explore" for known in assignments for stay in known.stays):
        return
    first = _ends_of_rounds(assignments)[0]
    outcomes = {trial.trial.outcome for known in assignments for trial in known.trials if trial.is_round}
    if outcomes - {None, "failed"} and day - first > YEAR:
        rounds = Count(case.standing.rounds, "round")
        yield Hit(case.where, {"name": Name(case.department.name), "rounds": rounds, "first": first})


def no_roadmap(case: DepartmentCase) -> Iterator[Hit]:
    """Does not prove roadmap, has none in the making, and is ready or on the way for more than roadmap_grace_days.

    In the making: a live item, an idea in an open or completed assignment, or an item done in the last
    roadmap_grace_days. On the way: one of its assignments, stopped ones too, entered roadmap or embed.
    """
    standing, day, grace = case.standing, case.scene.day, case.scene.settings.roadmap_grace_days
    if standing.marks[2] or _has_roadmap_in_the_making(standing.assignments, day - timedelta(grace)):
        return
    name = Name(case.department.name)
    ready = _ready(standing.assignments, case.scene.settings.rounds_to_trust)
    if ready and (day - ready).days > grace:
        params: Terms = {"name": name, "rounds": Count(standing.rounds, "round"), "ready": ready}
        yield Hit(case.where, params, None, "trained")
        return
    entered = min(
        (stay.entered for known in standing.assignments for stay in known.stays if stay.step in _HIGH), default=day
    )
    if (day - entered).days > grace:
        params = {"name": name, "entered": entered, "days": Days((day - entered).days)}
        yield Hit(case.where, params, None, "visited")


def short_roadmap(case: DepartmentCase) -> Iterator[Hit]:
    """Proves roadmap, and the latest last(to) of the live items that prove it < t + roadmap_ahead_days."""
    until, scene = case.standing.roadmap_until, case.scene
    if until and until < scene.day + timedelta(scene.settings.roadmap_ahead_days):
        yield Hit(case.where, {"name": Name(case.department.name), "until": until})


def _has_roadmap_in_the_making(assignments: Iterable[Known], since: date) -> bool:
    return any(
        item.live or (item.state is ItemState.IDEA and known.counts) or (item.done is not None and item.done > since)
        for known in assignments
        for item in known.items
    )


def _ready(assignments: Iterable[Known], rounds_to_trust: int) -> date | None:
    """The day when the department had trained enough and an assignment of it had measured and shown a benefit."""
    ends = _ends_of_rounds(assignments)
    shown = [
        max(measured, min(known.shown))
        for known in assignments
        if known.shown and (measured := _first_measured(known)) is not None
    ]
    return max(ends[rounds_to_trust - 1], min(shown)) if len(ends) >= rounds_to_trust and shown else None


def _ends_of_rounds(assignments: Iterable[Known]) -> list[date]:
    return sorted(
        trial.ended for known in assignments for trial in known.trials if trial.is_round and trial.ended is not None
    )


def _first_measured(known: Known) -> date | None:
    """The first known measurement after B of a benefit with owner, B and T."""
    return min((benefit.measured[0].date for benefit in known.benefits if benefit.is_proven), default=None)


ENOUGH_TO_TELL = 10
"""How many must have ended in a year before it means anything that none was stopped."""


def over_capacity(scene: Scene) -> Iterator[Hit]:
    """Open staircase assignments > at_once on t, and also on the day t - write_days, as the facts known on t tell."""
    limit, write_days = scene.settings.at_once, scene.settings.write_days
    opened = at_once(scene.known.values())
    before = scene.day - timedelta(write_days)
    if opened > limit and sum(known.climbs and _was_open(known, before) for known in scene.known.values()) > limit:
        params: Terms = {"open": Count(opened, "assignment"), "limit": limit, "days": Days(write_days)}
        yield Hit(("settings",), params)


def _was_open(known: Known, day: date) -> bool:
    return known.assignment.started <= day and (known.ended is None or day < known.ended)


def lead_overloaded(scene: Scene) -> Iterator[Hit]:
    """A lead with more than per_lead open staircase assignments, named as in the first of them by id."""
    leads: dict[str, list[str]] = {}
    for name in sorted(scene.known):
        known = scene.known[name]
        if known.climbs and known.is_open:
            leads.setdefault(folded(known.assignment.lead), []).append(known.assignment.lead)
    for written in leads.values():
        if len(written) > scene.settings.per_lead:
            lead = written[0]
            params: Terms = {"lead": Name(lead), "open": Count(len(written), "assignment")}
            yield Hit(("settings",), {**params, "limit": scene.settings.per_lead}, lead)


def never_stops(scene: Scene) -> Iterator[Hit]:
    """10 or more staircase assignments ended in (t - 365 days, t], none of them stopped."""
    year = last_year(scene.known.values(), scene.day)
    if year.ended >= ENOUGH_TO_TELL and year.completed == year.ended:
        yield Hit((), {"ended": Count(year.ended, "assignment")})


def goal_unserved(case: GoalCase) -> Iterator[Hit]:
    """A goal that no open assignment and no live item names."""
    if case.goal.id not in case.scene.goals_served:
        yield Hit(("goals", case.place), {"title": Name(case.goal.title)})
