"""What is compared of portfolios that use everything: what stands where, and what is told under each department."""

from dataclasses import replace
from fractions import Fraction

from tests.oracle import facts
from tests.oracle.aspects import STATUS_TOTALS, Of, Told, assignments_known, compared, flow_known, totals_known
from tests.oracle.departments import there
from tests.oracle.evidence import ground
from tests.oracle.money import value
from tests.oracle.naive import Verdict
from tests.oracle.plain import STEPS, Plain, World
from tests.oracle.roadmaps import bucket
from tests.oracle.sides import Sides

Row = dict[str, Told]


def belonging_told(told: Told) -> Told:
    """Whose each assignment is, as `status` has it."""
    keys = ("department", "departments", "lead", "benefits")
    return {row["id"]: [row.get(key) for key in keys] for row in told["status"]["rows"]}


def belonging_known(verdict: Verdict) -> Told:
    """Whose each assignment is, and how many benefits are listed with it."""
    return {
        name: [(*one["departments"], None)[0], one["departments"], one["lead"].strip(), len(one.get("benefits", []))]
        for name, one in verdict.world.assignments.items()
    }


def measured_told(told: Told) -> Told:
    """What each benefit is measured by, as `benefits` has it."""
    keys = ("title", "owner", "unit", "baseline", "target")
    return {(row["assignment"], row["id"]): [row.get(key) for key in keys] for row in told["benefits"]["rows"]}


def measured_known(verdict: Verdict) -> Told:
    """What each benefit is measured by on the day."""
    world = verdict.world
    return {
        (name, benefit["id"]): _measured(world, benefit)
        for name, one in world.assignments.items()
        if facts.counts(world, one)
        for benefit in one.get("benefits", [])
    }


def _measured(world: World, benefit: Plain) -> list[Told]:
    return [
        benefit["title"].strip(),
        benefit["owner"].strip() if "owner" in benefit else None,
        benefit.get("measure", {}).get("unit"),
        _shown(value(facts.baseline(world, benefit))),
        _shown(value(benefit.get("target"))),
    ]


def _shown(exact: Fraction | None) -> float | None:
    return None if exact is None else float(exact)


def planned_told(told: Told) -> Told:
    """Whose each roadmap item is, as `roadmap` has it."""
    return {(row["assignment"], row["id"]): [row["department"], row["title"]] for row in told["roadmap"]["rows"]}


def planned_known(verdict: Verdict) -> Told:
    """Whose each live item and idea is."""
    return {(name, item["id"]): [item["departments"][0], item["title"]] for name, item in _items(verdict.world)}


def _items(world: World) -> list[tuple[str, Plain]]:
    return [
        (name, item)
        for name, one in world.assignments.items()
        if facts.counts(world, one)
        for item in one.get("roadmap", [])
        if bucket(world, item)
    ]


def under_told(told: Told) -> Told:
    """What the reports tell with each department as their filter."""
    return {name: _under(here) for name, here in told["under"].items()}


def _under(here: Told) -> Row:
    return {
        "assignments": sorted(row["id"] for row in here["status"]["rows"]),
        "totals": {key: here["status"]["totals"][key] for key in STATUS_TOTALS},
        "benefits": sorted((row["assignment"], row["id"]) for row in here["benefits"]["rows"]),
        "sums": here["benefits"]["totals"],
        "items": sorted((row["assignment"], row["id"]) for row in here["roadmap"]["rows"]),
        "flow": here["quarters"]["totals"],
    }


def under_known(verdict: Verdict) -> Told:
    """What there is under each department that is there: an assignment under each of its own."""
    return {one["id"]: _known_under(verdict, one["id"]) for one in there(verdict.world)}


def _known_under(verdict: Verdict, department: str) -> Row:
    world, reached = verdict.world, ground(verdict.world, department).reached
    own = {name: one for name, one in world.assignments.items() if department in one["departments"]}
    alone = replace(verdict, world=replace(world, assignments=own))
    totals = assignments_known(alone)[1]
    totals["departments_reached"] = {step: int(reached > number) for number, step in enumerate(STEPS)}
    counted = [(name, one) for name, one in own.items() if facts.counts(world, one)]
    return {
        "assignments": sorted(own),
        "totals": totals,
        "benefits": sorted((name, benefit["id"]) for name, one in counted for benefit in one.get("benefits", [])),
        "sums": totals_known(alone),
        "items": sorted((name, item["id"]) for name, item in _items(world) if department in item["departments"]),
        "flow": flow_known(alone)[1],
    }


PLACES: dict[str, tuple[Of, Of]] = {
    "belonging": (belonging_told, belonging_known),
    "measured": (measured_told, measured_known),
    "planned": (planned_told, planned_known),
    "under": (under_told, under_known),
}


def compared_with_places(both: Sides) -> tuple[Told, Told]:
    """What the program tells and what the oracle knows, by aspect: these and those of every portfolio."""
    told, known = compared(both)
    if "gaps" in told:
        told |= {name: of[0](both.told) for name, of in PLACES.items()}
        known |= {name: of[1](both.verdict) for name, of in PLACES.items()}
    return told, known
