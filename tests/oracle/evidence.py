"""Which steps are proven, by an assignment and for a department: the table Evidence, row by row."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.facts import baseline, climbing, keeps, measurement, measurements, rounds, shown
from tests.oracle.plain import Plain, World, day, has_goals, setting
from tests.oracle.roadmaps import anchors, ends, fitting_anchors, in_force, is_adopted, is_live, item_state, live_items


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
    """For each step, whether an assignment proves it."""
    return (
        bool(rounds(world, assignment)),
        any(proves_benefits(world, benefit) for benefit in assignment.get("benefits", [])),
        bool(_good_items(world, assignment)),
        any(_is_embedded(world, item) for item in _good_items(world, assignment)),
    )


def proves_benefits(world: World, benefit: Plain) -> bool:
    """Whether a benefit has an owner, a baseline (or a level to keep), a target and a measurement, all of them here."""
    known = (baseline(world, benefit) or keeps(benefit)) and measurement(world, benefit)
    return bool(known and benefit.get("owner") and benefit.get("target") and "part_of" not in benefit)


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
    """The staircase assignments of a department that have started; one that is not declared has none."""
    if department not in [one["id"] for one in world.program["departments"]]:
        return []
    return [one for one in climbing(world).values() if department in one["proves_for"]]


def items(world: World, department: str) -> list[tuple[Plain, Plain]]:
    """The roadmap items that belong to a department, each with its assignment, which has started."""
    pairs = [(one, item) for one in climbing(world).values() for item in one.get("roadmap", [])]
    return [(one, item) for one, item in pairs if department in item["proves_for"]]


def proving_items(world: World, department: str) -> list[Plain]:
    """The live items that prove roadmap for a department."""
    return [
        item
        for assignment, item in items(world, department)
        if is_live(world, assignment, item)
        and item.get("owner")
        and item.get("expects")
        and (until := ends(item))
        and until >= world.t
    ]


def _holds(world: World, item: Plain) -> bool:
    return any(is_adopted(world, one) and in_force(world, one, world.t) for one in fitting_anchors(world, item))


def ground(world: World, department: str) -> Ground:
    """Where a department stands."""
    assignments, proving = staff(world, department), proving_items(world, department)
    count = len(department_rounds(world, department))
    marks = (
        count >= 1,
        any(proven(world, one)[1] and shown(world, one) for one in assignments),
        bool(proving),
        any(_has_goal(world, item) and _holds(world, item) for item in proving),
    )
    top = max((number for number in range(4) if marks[number]), default=-1)
    return Ground(
        marks=tuple(bool(mark) for mark in marks),
        rounds=count,
        trained=count >= setting(world, "rounds_to_trust"),
        reached=top + 1,
        holes=tuple(number + 1 for number in range(top) if not marks[number]),
        roadmap_until=max((until for item in proving if (until := ends(item))), default=None),
    )


def department_rounds(world: World, department: str) -> list[Plain]:
    """The rounds of a department by their ends."""
    found = [trial for one in staff(world, department) for trial in rounds(world, one)]
    return sorted(found, key=lambda trial: day(trial["ended"]))


def ready(world: World, department: str) -> date | None:
    """The day since when a department could make its roadmap: trained, and a benefit measured and shown."""
    needed, found = setting(world, "rounds_to_trust"), department_rounds(world, department)
    proofs = [
        max(first, min(showings))
        for one in staff(world, department)
        if (first := _first_measured(world, one)) and (showings := shown(world, one))
    ]
    if len(found) < needed or not proofs:
        return None
    return max(day(found[needed - 1]["ended"]), min(proofs))


def _first_measured(world: World, assignment: Plain) -> date | None:
    found = [
        day(measurements(world, benefit)[0]["date"])
        for benefit in assignment.get("benefits", [])
        if proves_benefits(world, benefit)
    ]
    return min(found, default=None)
