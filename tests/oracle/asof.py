"""The assignments as they were on the day: what `was` says, months as days, and the departments each belongs to."""

from dataclasses import replace
from datetime import date

from tests.oracle import departments, facts
from tests.oracle.months import settled
from tests.oracle.plain import Plain, World, day

NO_KEYS = ("until", "why")
"""What an entry of `was` has beside the keys whose values it keeps."""


def before(part: Plain, t: date) -> Plain:
    """A part with the values that were in force on the day: of the entry with the earliest `until` that is not past."""
    kept = sorted((one for one in part.get("was", []) if day(one["until"]) >= t), key=lambda one: day(one["until"]))
    found = {key: value for key, value in part.items() if key != "was"}
    for entry in reversed(kept):
        found |= {key: value for key, value in entry.items() if key not in NO_KEYS}
    return found


def on_the_day(world: World) -> World:
    """The world with its assignments as they were on its day."""
    return replace(world, assignments={name: _at(world, one) for name, one in world.assignments.items()})


def _at(world: World, written: Plain) -> Plain:
    assignment = before(written, world.t)
    for key in ("benefits", "roadmap"):
        if key in written:
            assignment[key] = [before(part, world.t) for part in written[key]]
    assignment = settled(assignment)
    ended = facts.end(world, assignment) is not None and facts.is_started(world, assignment)
    own = departments.written(assignment)
    _place(world, assignment, own, ended=ended)
    for item in assignment.get("roadmap", []):
        _place(world, item, departments.written(item) or own[:1], ended=ended)
        item["served_by"] = {*assignment["proves_for"], *item["proves_for"]}
    return assignment


def _place(world: World, part: Plain, own: list[str], *, ended: bool) -> None:
    """Puts in a part the departments that it is told under, and those that it proves something for."""
    known = departments.declared(world)
    places = [[one] if one not in known else _goes_to(world, one, ended=ended) for one in own]
    part["departments"] = departments.unique([one for place in places for one in place])
    # an ended department is in no report, but what was proven there is still proven for those who are left in it
    part["proves_for"] = departments.unique([*part["departments"], *(own if ended else [])])


def _goes_to(world: World, name: str, *, ended: bool) -> list[str]:
    return departments.heirs(world, name) if ended else [departments.moved(world, name)]
