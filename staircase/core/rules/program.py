"""The programme as a whole: more than it can carry, goals that nobody serves, and that nothing ever stops. Gaps."""

from collections.abc import Iterator
from datetime import date, timedelta

from staircase.core.flow import at_once, last_year
from staircase.core.known import Known
from staircase.core.rules.rule import GoalCase, Hit, Scene, folded
from staircase.core.term import Count, Days, Name, Terms

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
