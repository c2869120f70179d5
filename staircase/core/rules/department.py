"""The departments' journeys: untouched, trained without a roadmap, a roadmap that soon ends. Gaps."""

from collections.abc import Iterator
from datetime import timedelta

from staircase.core.rules.rule import DepartmentCase, Hit
from staircase.core.term import Count, Name, Terms

_HIGH = frozenset({"roadmap", "embed"})


def untouched(case: DepartmentCase) -> Iterator[Hit]:
    """No staircase assignment started."""
    if not case.standing.assignments:
        yield Hit(("departments", case.place), {"name": Name(case.department.name)})


def no_roadmap(case: DepartmentCase) -> Iterator[Hit]:
    """Trained and proves benefits, or has visited roadmap or embed; and does not prove roadmap."""
    standing = case.standing
    _, shown, planned, _ = standing.marks
    visited = any(stay.step in _HIGH for known in standing.assignments for stay in known.stays)
    if not planned and ((standing.trained and shown) or visited):
        reason = "trained" if standing.trained and shown else "visited"
        params: Terms = {"name": Name(case.department.name), "rounds": Count(standing.rounds, "round")}
        yield Hit(("departments", case.place), params, None, reason)


def short_roadmap(case: DepartmentCase) -> Iterator[Hit]:
    """Proves roadmap, and the latest last(to) of the live items that prove it < t + roadmap_ahead_days."""
    until, scene = case.standing.roadmap_until, case.scene
    if until and until < scene.day + timedelta(scene.settings.roadmap_ahead_days):
        yield Hit(("departments", case.place), {"name": Name(case.department.name), "until": until})
