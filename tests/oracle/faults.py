"""The errors that the oracle knows: unread files, money with dots, references, rings, order, future, flat targets."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import yaml

from tests.oracle import departments, facts
from tests.oracle.asof import NO_KEYS
from tests.oracle.money import is_money, value
from tests.oracle.plain import Plain, World, day, earliest, first, last, later, latest, read

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
    found += ["field-invalid" for written in _dates(data) if not _is_day(written) and not _is_month(written)]
    found += ["field-invalid" for written in _days(data) if not _is_day(written)]
    found += ["field-invalid" for one in data.get("benefits", []) if _keeps_wrongly(one)]
    found += [*_empty_decisions(data)]
    return found + ["field-invalid" for written in _money(world, data) if DOTTED.fullmatch(written)]


def _is_day(written: str) -> bool:
    try:
        return len(written) == len("2026-05-01") and bool(date.fromisoformat(written))
    except ValueError:
        return False


def _is_month(written: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", written))


def _dates(data: Plain) -> list[str]:
    """The dates of facts as they are written."""
    dates = [data.get("started"), data.get("live"), data.get("completed"), data.get("stopped", {}).get("date")]
    dates += [one["entered"] for one in data.get("journey", [])]
    dates += [one.get(key) for one in data.get("pauses", []) for key in ("from", "to")]
    dates += [one.get(key) for one in data.get("trials", []) for key in ("started", "ended")]
    dates += [one["date"] for one in data.get("shown", [])]
    for benefit in data.get("benefits", []):
        dates += [part.get("baseline", {}).get("date") for part in [benefit, *benefit.get("was", [])]]
        dates += [one["date"] for one in benefit.get("measurements", [])]
        dates += [benefit.get("closed", {}).get("date"), *(one["from"] for one in benefit.get("taken_home", []))]
    for item in data.get("roadmap", []):
        dates += [item.get("started"), item.get("done"), item.get("dropped", {}).get("date")]
    return [one for one in dates if one]


def _decided(data: Plain) -> list[Plain]:
    """Every entry of `was`."""
    parts = [data, *data.get("benefits", []), *data.get("roadmap", [])]
    return [entry for part in parts for entry in part.get("was", [])]


def _days(data: Plain) -> list[str]:
    """The dates that no month may stand for."""
    dates = [data.get("reviewed"), *(one["until"] for one in data.get("accepted", []))]
    return [one for one in [*dates, *(entry.get("until") for entry in _decided(data))] if one]


def _keeps_wrongly(benefit: Plain) -> bool:
    ways = ("at-least", "at-most")
    return facts.keeps(benefit) and (benefit.get("kind") == "cash" or benefit["target"]["keep"] not in ways)


def _empty_decisions(data: Plain) -> Faults:
    for entry in _decided(data):
        if "until" not in entry:
            yield "field-missing"
        if not set(entry) - {"until", "why"}:
            yield "field-invalid"


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
    assignment = world.written[name]
    if disorder(assignment):
        yield "date-order"
    for written in _dates_of_what_happened(assignment):
        if earliest(written) > later(world.today, 1):
            yield "date-in-future"
    for benefit in assignment.get("benefits", []):
        ends = value(benefit.get("baseline")), value(benefit.get("target"))
        if None not in ends and ends[0] == ends[1] and not facts.keeps(benefit):
            yield "benefit-flat-target"


def _dates_of_what_happened(assignment: Plain) -> list[str]:
    dates = [facts.written_end(assignment), assignment.get("reviewed")]
    dates += [visit["entered"] for visit in assignment.get("journey", [])]
    dates += [trial.get("ended") for trial in assignment.get("trials", [])]
    for benefit in assignment.get("benefits", []):
        dates += [part.get("baseline", {}).get("date") for part in [benefit, *benefit.get("was", [])]]
        dates += [benefit.get("closed", {}).get("date"), *(one["date"] for one in benefit.get("measurements", []))]
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
        or _decided_twice(assignment)
        or any(day(entry["until"]) < day(assignment["started"]) for entry in _decided(assignment))
    )


def outside(assignment: Plain) -> bool:
    """Whether an ending, visit, pause or trial lies before the start or after the ending."""
    ending = facts.written_end(assignment)
    dates = [ending] if ending else []
    dates += [visit["entered"] for visit in assignment.get("journey", [])]
    dates += [pause[key] for pause in assignment.get("pauses", []) for key in ("from", "to") if key in pause]
    dates += [one[key] for one in assignment.get("trials", []) for key in ("started", "ended") if key in one]
    started = day(assignment["started"])
    return any(latest(one) < started or (ending and day(one) > latest(ending)) for one in dates)


def visits_out_of_order(visits: list[Plain]) -> bool:
    """Whether a visit is not after the one before, or to the same step."""
    return any(
        day(one["entered"]) >= latest(two["entered"]) or one["step"] == two["step"] for one, two in pairwise(visits)
    )


def _pauses_overlap(pauses: list[Plain]) -> bool:
    spans = [(latest(one["from"]), day(one["to"]) if "to" in one else date.max) for one in pauses]
    return any(max(one[0], two[0]) < min(one[1], two[1]) for one, two in combinations(spans, 2))


def _ends_before_start(assignment: Plain) -> bool:
    spans = [(pause["from"], pause.get("to")) for pause in assignment.get("pauses", [])]
    spans += [(trial["started"], trial.get("ended")) for trial in assignment.get("trials", [])]
    return any(end and latest(end) < day(start) for start, end in spans)


def _items_out_of_order(items: list[Plain]) -> bool:
    for item in items:
        after = [item.get("done"), item.get("dropped", {}).get("date")]
        if "started" in item and any(one and latest(one) < day(item["started"]) for one in after):
            return True
        if period_turned(item):
            return True
    return False


def _measured_twice(benefit: Plain) -> bool:
    dates = [day(one["date"]) for one in benefit.get("measurements", [])]
    return len(dates) != len(set(dates))


def _closed_early(benefit: Plain) -> bool:
    both = "closed" in benefit and "baseline" in benefit
    return both and latest(benefit["closed"]["date"]) < day(benefit["baseline"]["date"])


def _decided_twice(assignment: Plain) -> bool:
    parts = [assignment, *assignment.get("benefits", []), *assignment.get("roadmap", [])]
    for part in parts:
        keys = [(day(entry["until"]), key) for entry in part.get("was", []) for key in entry if key not in NO_KEYS]
        if len(keys) != len(set(keys)):
            return True
    return False


def programme_disorder(world: World) -> bool:
    """Whether the mandate or a document of program.yaml ends before it begins."""
    program = world.program
    return any(
        period_turned(part)
        for part in [program.get("mandate", {}), *program["departments"], *program.get("documents", [])]
    )


def period_turned(part: Plain) -> bool:
    """Whether a period's beginning lies after its end."""
    return "from" in part and "to" in part and first(part["from"]) > last(part["to"])


def references(world: World, name: str, rules: set[str]) -> int:
    """How many references of one assignment's file lead nowhere."""
    assignment, program = world.written[name], world.program
    declared = {key: {one["id"] for one in program.get(key, [])} for key in ("departments", "goals", "documents")}
    everyone = {*world.assignments, *world.broken}
    told = [assignment, *assignment.get("was", [])]
    items = [part for item in assignment.get("roadmap", []) for part in [item, *item.get("was", [])]]
    named = [one for part in [*told, *items] for one in departments.written(part)]
    wrong = [one for one in named if one not in declared["departments"]]
    wrong += [one for part in told for one in part.get("goals", []) if one not in declared["goals"]]
    wrong += [one for one in assignment.get("depends_on", []) if one not in everyone]
    for benefit in assignment.get("benefits", []):
        named = [entry["document"] for entry in benefit.get("taken_home", []) if "document" in entry]
        wrong += [one for one in named if one not in declared["documents"]]
        whole = benefit.get("part_of")
        is_found = whole and _exists(world, name, whole, "benefits") and not _is_lost(world, name, whole)
        wrong += [whole] if whole and not is_found else []
    for item in items:
        wrong += [one for one in item.get("goals", []) if one not in declared["goals"]]
        wrong += [one for one in item.get("anchored_in", []) if one not in declared["documents"]]
        wrong += [one for one in [item.get("became")] if one and one not in everyone]
        wrong += [one for one in item.get("based_on", []) if not _exists(world, name, one, "trials")]
    return len(wrong) + len([one for one in assignment.get("accepted", []) if one["rule"] not in rules])


def _exists(world: World, name: str, reference: str, key: str) -> bool:
    owner, _, inside = reference.rpartition("/")
    owner = owner or name
    if owner in world.broken:
        return True
    return inside in [one["id"] for one in world.written.get(owner, {}).get(key, [])]


def _is_lost(world: World, name: str, whole: str) -> bool:
    """Whether a benefit is counted in an assignment that was stopped, and its part's own was not."""
    owner = world.written.get(whole.rpartition("/")[0], {})
    return "stopped" in owner and "stopped" not in world.written[name]


def programme_references(world: World, rules: set[str]) -> int:
    """How many references of program.yaml lead nowhere."""
    program = world.program
    known = [one["id"] for one in program["departments"]]
    wrong = [one["department"] for one in program.get("documents", []) if "department" in one]
    wrong += [heir for one in program["departments"] for heir in one.get("became", [])]
    wrong = [one for one in wrong if one not in known]
    named = [*program.get("rules", {}), *(entry["rule"] for entry in program.get("accepted", []))]
    return len(wrong) + len([one for one in named if one not in rules])


def in_rings(world: World) -> set[str]:
    """What leads back to itself: assignments by needs, benefits by what they are part of, departments by heirs."""
    needs = {name: one.get("depends_on", []) for name, one in world.written.items()}
    wholes = {
        f"{name}/{benefit['id']}": [benefit["part_of"]]
        for name, one in world.written.items()
        for benefit in one.get("benefits", [])
        if "part_of" in benefit
    }
    heirs = {one["id"]: one.get("became", []) for one in world.program["departments"]}
    return {name for leads in (needs, wholes, heirs) for name in leads if name in _reach(leads, name)}


def _reach(leads: dict[str, list[str]], name: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(leads[name])
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += leads.get(one, [])
    return reached
