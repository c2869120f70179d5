"""The errors that the oracle knows: unread files, money with dots, references, rings, order, future, flat targets."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import yaml

from tests.oracle import facts
from tests.oracle.money import is_money, value
from tests.oracle.plain import Plain, World, day, first, last, later, read

Faults = Iterator[str]

REQUIRED = ("title", "lead", "started")
NOT_ENABLING = ("journey", "trials", "benefits", "shown", "roadmap")
DOTTED = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")


def unread(world: World, text: str) -> list[str]:
    """The errors that leave a file out of every report: none where it can be read."""
    try:
        data = read(text)
    except yaml.YAMLError:
        return ["file-syntax"]
    climbs = data.get("kind") != "enabling"
    found = ["field-missing" for key in REQUIRED if key not in data]
    found += ["field-missing"] if climbs and "department" not in data else []
    found += ["field-invalid" for key in NOT_ENABLING if not climbs and data.get(key)]
    found += ["field-invalid"] if "completed" in data and "stopped" in data else []
    found += ["field-invalid" for item in data.get("roadmap", []) if "to" in item and "from" not in item]
    return found + ["field-invalid" for written in _money(world, data) if DOTTED.fullmatch(written)]


def _money(world: World, data: Plain) -> list[str]:
    found: list[Any] = [data.get("costs", {}).get(key) for key in ("one_off", "per_year")]
    for benefit in data.get("benefits", []):
        found += [benefit.get("worth", {}).get("per_unit")]
        found += [entry.get("amount") for entry in benefit.get("taken_home", [])]
        if is_money(world, benefit.get("measure", {}).get("unit", "")) is not None:
            parts = [benefit.get("baseline", {}), benefit.get("target", {}), *benefit.get("measurements", [])]
            found += [part.get("value") for part in parts]
    found += [item.get("expects", {}).get("per_year") for item in data.get("roadmap", [])]
    return [one for one in found if one]


def faults(world: World, name: str) -> Faults:
    """The errors of one assignment's file; order is told of once."""
    assignment = world.assignments[name]
    if disorder(assignment):
        yield "date-order"
    for written in _dates_of_what_happened(assignment):
        if day(written) > later(world.today, 1):
            yield "date-in-future"
    for benefit in assignment.get("benefits", []):
        ends = value(benefit.get("baseline")), value(benefit.get("target"))
        if None not in ends and ends[0] == ends[1]:
            yield "benefit-flat-target"


def _dates_of_what_happened(assignment: Plain) -> list[str]:
    dates = [facts.written_end(assignment), assignment.get("reviewed")]
    dates += [visit["entered"] for visit in assignment.get("journey", [])]
    dates += [trial.get("ended") for trial in assignment.get("trials", [])]
    for benefit in assignment.get("benefits", []):
        dates += [benefit.get("baseline", {}).get("date"), benefit.get("closed", {}).get("date")]
        dates += [one["date"] for one in benefit.get("measurements", [])]
    dates += [one["date"] for one in assignment.get("shown", [])]
    for item in assignment.get("roadmap", []):
        dates += [item.get("started"), item.get("done"), item.get("dropped", {}).get("date")]
    return [written for written in dates if written]


def disorder(assignment: Plain) -> bool:
    """Whether any dates of an assignment contradict each other."""
    return (
        outside(assignment)
        or visits_out_of_order(assignment.get("journey", []))
        or _pauses_overlap(assignment.get("pauses", []))
        or _ends_before_start(assignment)
        or _items_out_of_order(assignment.get("roadmap", []))
        or any(_measured_twice(one) or _closed_early(one) for one in assignment.get("benefits", []))
    )


def outside(assignment: Plain) -> bool:
    """Whether an ending, visit, pause or trial lies before the start or after the ending."""
    ending = facts.written_end(assignment)
    dates = [ending] if ending else []
    dates += [visit["entered"] for visit in assignment.get("journey", [])]
    dates += [pause[key] for pause in assignment.get("pauses", []) for key in ("from", "to") if key in pause]
    dates += [one[key] for one in assignment.get("trials", []) for key in ("started", "ended") if key in one]
    started = day(assignment["started"])
    return any(day(one) < started or (ending and day(one) > day(ending)) for one in dates)


def visits_out_of_order(visits: list[Plain]) -> bool:
    """Whether a visit is not after the one before, or to the same step."""
    return any(
        day(one["entered"]) >= day(two["entered"]) or one["step"] == two["step"] for one, two in pairwise(visits)
    )


def _pauses_overlap(pauses: list[Plain]) -> bool:
    spans = [(day(one["from"]), day(one["to"]) if "to" in one else date.max) for one in pauses]
    return any(max(one[0], two[0]) < min(one[1], two[1]) for one, two in combinations(spans, 2))


def _ends_before_start(assignment: Plain) -> bool:
    spans = [(pause["from"], pause.get("to")) for pause in assignment.get("pauses", [])]
    spans += [(trial["started"], trial.get("ended")) for trial in assignment.get("trials", [])]
    return any(end and day(end) < day(start) for start, end in spans)


def _items_out_of_order(items: list[Plain]) -> bool:
    for item in items:
        after = [item.get("done"), item.get("dropped", {}).get("date")]
        if "started" in item and any(one and day(one) < day(item["started"]) for one in after):
            return True
        if period_turned(item):
            return True
    return False


def _measured_twice(benefit: Plain) -> bool:
    dates = [one["date"] for one in benefit.get("measurements", [])]
    return len(dates) != len(set(dates))


def _closed_early(benefit: Plain) -> bool:
    both = "closed" in benefit and "baseline" in benefit
    return both and day(benefit["closed"]["date"]) < day(benefit["baseline"]["date"])


def programme_disorder(world: World) -> bool:
    """Whether the mandate or a document of program.yaml ends before it begins."""
    program = world.program
    return any(period_turned(part) for part in [program.get("mandate", {}), *program.get("documents", [])])


def period_turned(part: Plain) -> bool:
    """Whether a period's beginning lies after its end."""
    return "from" in part and "to" in part and first(part["from"]) > last(part["to"])


def references(world: World, name: str, rules: set[str]) -> int:
    """How many references of one assignment's file lead nowhere."""
    assignment, program = world.assignments[name], world.program
    declared = {key: {one["id"] for one in program.get(key, [])} for key in ("departments", "goals", "documents")}
    everyone = {*world.assignments, *world.broken}
    wrong = [one for one in [assignment.get("department")] if one and one not in declared["departments"]]
    wrong += [one for one in assignment.get("goals", []) if one not in declared["goals"]]
    wrong += [one for one in assignment.get("depends_on", []) if one not in everyone]
    for benefit in assignment.get("benefits", []):
        named = [entry["document"] for entry in benefit.get("taken_home", []) if "document" in entry]
        wrong += [one for one in named if one not in declared["documents"]]
    for item in assignment.get("roadmap", []):
        wrong += [one for one in item.get("goals", []) if one not in declared["goals"]]
        wrong += [one for one in item.get("anchored_in", []) if one not in declared["documents"]]
        wrong += [one for one in [item.get("became")] if one and one not in everyone]
        wrong += [one for one in item.get("based_on", []) if not _trial_exists(world, name, one)]
    return len(wrong) + len([one for one in assignment.get("accepted", []) if one["rule"] not in rules])


def _trial_exists(world: World, name: str, reference: str) -> bool:
    owner, _, trial = reference.rpartition("/")
    owner = owner or name
    if owner in world.broken:
        return True
    return trial in [one["id"] for one in world.assignments.get(owner, {}).get("trials", [])]


def programme_references(world: World, rules: set[str]) -> int:
    """How many references of program.yaml lead nowhere."""
    program = world.program
    departments = [one["id"] for one in program["departments"]]
    wrong = [one for one in program.get("documents", []) if one.get("department", departments[0]) not in departments]
    named = [*program.get("rules", {}), *(entry["rule"] for entry in program.get("accepted", []))]
    return len(wrong) + len([one for one in named if one not in rules])


def in_rings(world: World) -> set[str]:
    """The assignments that depend on themselves, at however many removes."""
    return {name for name in world.assignments if name in _reach(world, name)}


def _reach(world: World, name: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(world.assignments[name].get("depends_on", []))
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += world.assignments.get(one, {}).get("depends_on", [])
    return reached
