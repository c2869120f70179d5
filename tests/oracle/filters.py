"""What the filters of reports mean, straight from the words of the command line's design."""

from collections.abc import Mapping

from tests.oracle import evidence, facts, roadmaps
from tests.oracle.departments import there
from tests.oracle.naive import Verdict
from tests.oracle.order import Weighed
from tests.oracle.plain import Plain, World

Found = Mapping[str, object]
"""What each report shows of a filter: ids, and for parts of an assignment the assignment's id with the part's own."""


def items_ahead(world: World, assignment: Plain) -> list[Plain]:
    """The roadmap items that somebody may still do: live ones and ideas, in an assignment that was not stopped."""
    if facts.state(world, assignment) == "stopped":
        return []
    return [one for one in assignment.get("roadmap", []) if roadmaps.item_state(world, one) not in ("done", "dropped")]


def same(one: str, other: str) -> bool:
    """Whether two names are the same, case and blanks at the ends aside."""
    return one.strip().casefold() == other.strip().casefold()


def passes(world: World, assignment: Plain, option: str, value: str) -> bool:
    """Whether an assignment is let through by a filter, in whatever state it is."""
    ahead = items_ahead(world, assignment)
    match option:
        case "goal":
            return any(value in one.get("goals", []) for one in (assignment, *ahead))
        case "owner":
            return any(same(one.get("owner", ""), value) for one in (*assignment.get("benefits", []), *ahead))
        case "tag":
            return any(same(one, value) for one in assignment.get("tags", []))
        case _:
            return same(assignment["lead"], value)


def shown(verdict: Verdict, option: str, value: str) -> Found:
    """What each report shows where one filter is given."""
    world = verdict.world
    through = {name: one for name, one in world.assignments.items() if passes(world, one, option, value)}
    whose = value if option == "owner" else None
    return {
        "status": {*through},
        "open": len([one for one in through.values() if facts.climbs(one) and facts.is_open(world, one)]),
        "benefits": {
            (name, part["id"])
            for name, one in through.items()
            if facts.counts(world, one)
            for part in one.get("benefits", [])
            if whose is None or same(part.get("owner", ""), whose)
        },
        "roadmap": {
            (name, part["id"])
            for name, one in through.items()
            if facts.is_started(world, one)
            for part in items_ahead(world, one)
            if (whose is None or same(part.get("owner", ""), whose))
            and (option != "goal" or any(value in each.get("goals", []) for each in (one, part)))
        },
        "gaps": [(gap.rule, gap.subject) for gap in verdict.listed if _is_about(gap, through, option, value)],
        "lessons": {lesson for name, one in through.items() for lesson in _lessons(world, name, one)},
        "departments": {
            one["id"]
            for one in there(world)
            if any(each in through.values() for each in evidence.staff(world, one["id"]))
        },
        "flow": len([one for one in through.values() if facts.climbs(one) and facts.is_started(world, one)]),
    }


def _is_about(gap: Weighed, through: Mapping[str, Plain], option: str, value: str) -> bool:
    """Whether a gap is an owner's own, a goal's, or about an assignment that is let through."""
    if option == "owner":
        return same(gap.owner or "", value)
    if gap.kind == "goal":
        return option == "goal" and gap.subject == value
    return gap.kind == "assignment" and gap.subject in through


def _lessons(world: World, name: str, assignment: Plain) -> set[tuple[str, str | None]]:
    """What an assignment's trials taught, and its stop, which has no trial."""
    found: set[tuple[str, str | None]] = {(name, trial["id"]) for trial in facts.rounds(world, assignment)}
    if facts.state(world, assignment) == "stopped" and assignment["stopped"].get("learned"):
        found.add((name, None))
    return found


def values(world: World) -> set[tuple[str, str]]:
    """Every value that somebody may give to a filter, as the files have it."""
    found = {("goal", goal["id"]) for goal in world.program.get("goals", [])}
    for one in world.assignments.values():
        parts = (*one.get("benefits", []), *one.get("roadmap", []))
        found |= {("owner", part["owner"]) for part in parts if part.get("owner")}
        found |= {("tag", tag) for tag in one.get("tags", [])} | {("lead", one["lead"])}
    return found
