"""The programme as a whole: more than it can carry, goals that nobody serves, and that nothing ever stops. Gaps."""

from collections.abc import Iterator

from staircase.core.flow import at_once, last_year
from staircase.core.rules.rule import GoalCase, Hit, Scene
from staircase.core.term import Count, Name

ENOUGH_TO_TELL = 10
"""How many must have ended in a year before it means anything that none was stopped."""


def over_capacity(scene: Scene) -> Iterator[Hit]:
    """Open staircase assignments > at_once."""
    opened, limit = at_once(scene.known.values()), scene.settings.at_once
    if opened > limit:
        yield Hit(("settings",), {"open": Count(opened, "assignment"), "limit": limit})


def never_stops(scene: Scene) -> Iterator[Hit]:
    """10 or more staircase assignments ended in (t - 365 days, t], none of them stopped."""
    year = last_year(scene.known.values(), scene.day)
    if year.ended >= ENOUGH_TO_TELL and year.completed == year.ended:
        yield Hit((), {"ended": Count(year.ended, "assignment")})


def goal_unserved(case: GoalCase) -> Iterator[Hit]:
    """A goal that no open assignment and no live item names."""
    if case.goal.id not in case.scene.goals_served:
        yield Hit(("goals", case.place), {"title": Name(case.goal.title)})
