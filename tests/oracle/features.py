"""What real organisations do, as it shows in a verdict: a word for each part of it, at each limit of it."""

from collections.abc import Iterator
from typing import Any

from tests.oracle import departments, facts, money, roadmaps
from tests.oracle.asof import NO_KEYS
from tests.oracle.gaps_of_benefits import own
from tests.oracle.naive import Verdict
from tests.oracle.plain import MARK, Plain, World, day, days, first, last

Features = Iterator[str]

DATES = (
    "assignment started",
    "assignment live",
    "assignment completed",
    "stopped date",
    "journey entered",
    "pauses from",
    "pauses to",
    "trials started",
    "trials ended",
    "baseline date",
    "measurements date",
    "closed date",
    "taken_home from",
    "shown date",
    "roadmap started",
    "roadmap done",
    "dropped date",
    "documents adopted",
)
KEYS = {
    "assignment": ("department", "lead", "costs", "goals", "together"),
    "benefits": ("title", "owner", "kind", "measure", "baseline", "target", "worth", "realisation"),
    "roadmap": ("title", "owner", "from", "to", "expects", "goals", "anchored_in"),
}
EXPECTED = {
    *(f"{one} in a month" for one in DATES),
    *("a month that counts as its first day", "a month that counts as what it follows"),
    *("a month that begins on the day", "a month that begins the day after", "a month whose last day it is"),
    *(f"{key} {form}" for key in ("from", "to", "by") for form in ("H1", "H2", "T1", "T2", "T3")),
    *(f"{place} {key} was" for place, keys in KEYS.items() for key in keys),
    *(f"until {distance}" for distance in (-1, 0, 1)),
    *("the earlier of two decisions", "a later decision has the key", "none before", "several departments before"),
    *("several departments", "a second department alone", "an item of its own department", "a plan of another"),
    *(f"department to {distance}" for distance in (-1, 0, 1)),
    *(f"department from {distance}" for distance in (-1, 0, 1)),
    *("became none", "became one", "became several", "became what is over", "a department in months"),
    *("open and moved", "planned and moved", "ended and inherited", "open and left", "two merged into one"),
    *("an item moved", "an item inherited", "a plan moved"),
    *(f"{keep} {standing}" for keep in ("at-least", "at-most") for standing in ("kept", "worse")),
    *("kept at the very level", "kept closed", "kept unmeasured", "kept without baseline", "kept without by"),
    *("kept at its baseline", "kept proves", "kept before a decision"),
    *(
        "part of another",
        "part of a part",
        "part of nothing",
        "part of what is unread",
        "part of itself",
        "a sum without",
    ),
    *("looks shared in other words", "looks shared with a closed one"),
}


def features(verdict: Verdict) -> set[str]:
    """The features that show in a verdict."""
    world = verdict.world
    found = {*_of_departments(world), *_of_documents(world)}
    for name, written in world.written.items():
        assignment = world.assignments[name]
        found |= {*_months(world, written, "assignment"), *_before(world, written, "assignment")}
        found |= {*_places(world, assignment)}
        for key in ("benefits", "roadmap"):
            for part in written.get(key, []):
                found |= {*_before(world, part, key), *_periods(part), *_periods(part.get("target", {}))}
        for benefit in assignment.get("benefits", []) if facts.counts(world, assignment) else []:
            found |= {*_kept(world, assignment, benefit), *_parts(verdict, name, benefit)}
    for gap in verdict.listed:
        if gap.rule == "benefit-looks-shared":
            found |= {*_shared(world, gap.subject, gap.item)}
    return found


def _months(world: World, part: Any, where: str) -> Features:  # noqa: ANN401 - raw data
    if isinstance(part, list):
        for one in part:
            yield from _months(world, one, where)
    if not isinstance(part, dict):
        return
    for key, value in part.items():
        if not isinstance(value, str):
            yield from _months(world, value, key)
        elif value.endswith(MARK):
            yield f"{where} {key} in a month"
            yield f"a month that counts as {'its first day' if day(value).day == 1 else 'what it follows'}"
            distance, end = days(world.t, first(value[:7])), last(value[:7])
            names = {0: "a month that begins on the day", 1: "a month that begins the day after"}
            yield from [names[distance]] if distance in names else []
            yield from ["a month whose last day it is"] if end == world.t else []


def _periods(part: Plain) -> Features:
    for key in ("from", "to", "by"):
        if part.get(key, "")[5:6] in ("H", "T"):
            yield f"{key} {part[key][5:7]}"


def _before(world: World, part: Plain, where: str) -> Features:
    entries = sorted(part.get("was", []), key=lambda one: day(one["until"]))
    coming = [one for one in entries if day(one["until"]) >= world.t]
    for entry in entries:
        if abs(distance := days(world.t, day(entry["until"]))) <= 1:
            yield f"until {distance}"
    for key in {key for one in coming for key in one if key not in NO_KEYS}:
        having = [one for one in coming if key in one]
        yield f"{where} {key} was"
        yield from ["the earlier of two decisions"] if len(having) > 1 else []
        yield from ["a later decision has the key"] if key not in coming[0] else []
        yield from ["none before"] if having[0][key] == [] and part.get(key) else []
        if key == "department" and len(departments.written(having[0])) > 1:
            yield "several departments before"
        if key == "target" and "keep" in having[0][key] and "keep" not in part.get("target", {}):
            yield "kept before a decision"
        if key == "target" and "keep" in part.get("target", {}) and "keep" not in having[0][key]:
            yield "kept before a decision"


def _of_departments(world: World) -> Features:
    for one in world.program["departments"]:
        yield from [f"department to {days(world.t, last(one['to']))}"] if "to" in one else []
        yield from [f"department from {days(world.t, first(one['from']))}"] if "from" in one else []
        if len(one.get("to", "")) == len("2026-05"):
            yield "a department in months"
        if departments.is_over(world, one["id"]):
            heirs = departments.became(world, one["id"])
            yield f"became {('none', 'one', 'several')[min(2, len(heirs))]}"
            yield from ["became what is over"] if any(departments.is_over(world, heir) for heir in heirs) else []


def _of_documents(world: World) -> Features:
    for document in world.program.get("documents", []):
        yield from _months(world, document, "documents")
        yield from _periods(document)


def _places(world: World, assignment: Plain) -> Features:
    written, told, state = departments.written(assignment), assignment["departments"], facts.state(world, assignment)
    if len(told) > 1:
        yield "several departments"
        rounds = facts.is_started(world, assignment) and facts.rounds(world, assignment)
        yield from ["a second department alone"] if rounds else []
    moved, going = written != told, facts.is_open(world, assignment)
    yield from ["two merged into one"] if len(told) < len(written) else []
    if moved:
        yield "open and moved" if going else "planned and moved" if state == "planned" else "ended and inherited"
    if going and departments.stranded(world, assignment):
        yield "open and left"
    for item in roadmaps.live_items(world, assignment):
        yield from ["an item of its own department"] if item["departments"][0] not in told else []
        first_one = (departments.written(item) or written)[0]
        if first_one not in item["departments"]:
            yield "an item moved" if going else "an item inherited"
        fitting = roadmaps.fitting_anchors(world, item)
        plans = [one["department"] for one in fitting if "department" in one]
        yield from ["a plan of another"] if any(one not in item["departments"] for one in plans) else []
        yield from ["a plan moved"] if any(departments.is_over(world, one) for one in plans) else []


def _kept(world: World, assignment: Plain, benefit: Plain) -> Features:
    if not facts.keeps(benefit):
        return
    target, m, before = benefit["target"], facts.measurement(world, benefit), facts.baseline(world, benefit)
    standing = money.standing(world, assignment, benefit)
    yield f"{target['keep']} {standing}"
    yield f"kept {standing}"
    yield from ["kept at the very level"] if standing == "kept" and money.value(m) == money.value(target) else []
    yield from ["kept without baseline"] if standing == "kept" and not before else []
    yield from ["kept without by"] if standing == "kept" and "by" not in target else []
    yield from ["kept proves"] if standing == "kept" and benefit.get("owner") and not before else []
    yield from ["kept at its baseline"] if before and money.value(before) == money.value(target) else []


def _parts(verdict: Verdict, name: str, benefit: Plain) -> Features:
    if "part_of" not in benefit:
        return
    world = verdict.world
    where, _, whole = benefit["part_of"].rpartition("/")
    there = [one for one in world.assignments.get(where, {}).get("benefits", []) if one["id"] == whole]
    yield "part of another" if there else "part of what is unread" if where in world.broken else "part of nothing"
    yield from ["part of a part"] if there and "part_of" in there[0] else []
    yield from ["part of itself"] if benefit["part_of"] == f"{name}/{benefit['id']}" else []
    yield from ["a sum without"] if own(world.assignments[name]) else []


def _shared(world: World, subject: str, item: str | None) -> Features:
    here = next(one for one in world.assignments[subject]["benefits"] if one["id"] == item)
    before = facts.baseline(world, here)
    for other, one in world.assignments.items():
        for benefit in own(one) if other != subject else []:
            if facts.baseline(world, benefit) and before and "measure" in benefit:
                same = day(benefit["baseline"]["date"]) == day(before["date"])
                yield from ["looks shared in other words"] if same and benefit["measure"] != here["measure"] else []
                yield from ["looks shared with a closed one"] if same and facts.is_closed(world, benefit) else []
