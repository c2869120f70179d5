"""Which steps are proven, by an assignment and for a department: the table Evidence, row by row."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.facts import (
    anchors,
    applies,
    baseline,
    climbing,
    ends,
    in_force,
    is_adopted,
    item_state,
    live_items,
    measurement,
    rounds,
    shown,
)
from tests.oracle.plain import Plain, World, has_goals, setting


@dataclass(frozen=True)
class Ground:
    """Where a department stands."""

    marks: tuple[bool, ...]
    rounds: int
    trained: bool
    reached: int
    holes: tuple[int, ...]
    roadmap_until: date | None


def proven(world: World, assignment: Plain) -> tuple[bool, ...]:
    """Tell for each step whether an assignment proves it."""
    return (
        rounds(world, assignment) >= 1,
        any(_is_shown_benefit(world, benefit) for benefit in assignment.get("benefits", [])),
        bool(_good_items(world, assignment)),
        any(_is_embedded(world, item) for item in _good_items(world, assignment)),
    )


def _is_shown_benefit(world: World, benefit: Plain) -> bool:
    known = baseline(world, benefit) and measurement(world, benefit)
    return bool(known and benefit.get("owner") and benefit.get("target"))


def _good_items(world: World, assignment: Plain) -> list[Plain]:
    live = live_items(world, assignment)
    return [
        item
        for item in assignment.get("roadmap", [])
        if (item in live or item_state(world, item) == "done")
        and item.get("owner")
        and item.get("expects")
        and item.get("from")
    ]


def _has_goal(world: World, item: Plain) -> bool:
    return bool(item.get("goals")) or not has_goals(world)


def _is_embedded(world: World, item: Plain) -> bool:
    return _has_goal(world, item) and any(is_adopted(world, one) for one in anchors(world, item))


def staff(world: World, department: str) -> list[Plain]:
    """Give a department's staircase assignments that have started; one that is not declared has none."""
    if department not in [one["id"] for one in world.program["departments"]]:
        return []
    return [one for one in climbing(world).values() if one.get("department") == department]


def proving_items(world: World, department: str) -> list[Plain]:
    """Give the live items that prove roadmap for a department."""
    return [
        item
        for assignment in staff(world, department)
        for item in live_items(world, assignment)
        if item.get("owner") and item.get("expects") and (until := ends(item)) and until >= world.t
    ]


def _holds(world: World, department: str, item: Plain) -> bool:
    return any(
        is_adopted(world, one) and applies(one, department) and in_force(world, one, world.t)
        for one in anchors(world, item)
    )


def ground(world: World, department: str) -> Ground:
    """Tell where a department stands."""
    assignments, items = staff(world, department), proving_items(world, department)
    count = sum(rounds(world, one) for one in assignments)
    marks = (
        count >= 1,
        any(proven(world, one)[1] and shown(world, one) for one in assignments),
        bool(items),
        any(_has_goal(world, item) and _holds(world, department, item) for item in items),
    )
    top = max((number for number in range(4) if marks[number]), default=-1)
    return Ground(
        marks=tuple(bool(mark) for mark in marks),
        rounds=count,
        trained=count >= setting(world, "rounds_to_trust"),
        reached=top + 1,
        holes=tuple(number + 1 for number in range(top) if not marks[number]),
        roadmap_until=max((until for item in items if (until := ends(item))), default=None),
    )
