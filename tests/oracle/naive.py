"""The naive verdict on a portfolio: its gaps after acceptance and settings, its errors, states and evidence."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from tests.oracle import facts, faults, gaps, gaps_of_benefits
from tests.oracle.evidence import Ground, ground, proven
from tests.oracle.gaps import Gap, Hits
from tests.oracle.plain import Plain, World, day, read
from tests.oracle.severities import NOTES, RULES

NEVER_ACCEPTED = ("accepted-stale", "file-ignored", "text-cut")
REQUIRED = ("title", "lead", "started")


@dataclass(frozen=True)
class Verdict:
    """What the oracle says; findings as (rule, severity, kind, subject, item), errors without an item."""

    world: World
    listed: Counter[tuple[str, str, str, str, str | None]]
    accepted: Counter[tuple[str, str, str, str, str | None]]
    errors: Counter[tuple[str, str, str]]
    rings: set[str]
    states: dict[str, str]
    steps: dict[str, str]
    marks: dict[str, tuple[bool, ...]]
    grounds: dict[str, Ground]


def build(texts: Mapping[str, str | None], t: date, today: date) -> World:
    """Read the texts, by path; None is a file that is only named."""
    assignments, broken = {}, []
    for path, text in texts.items():
        if text is None or path == "program.yaml":
            continue
        name, data = path.rsplit("/", 1)[-1].rsplit(".", 1)[0], _read_assignment(text)
        if data is None:
            broken.append(name)
        else:
            assignments[name] = data
    return World(
        program=read(texts["program.yaml"] or ""),
        assignments=assignments,
        broken=broken,
        ignored=[path for path, text in texts.items() if text is None],
        texts={path: text for path, text in texts.items() if text is not None},
        t=t,
        today=today,
    )


def _read_assignment(text: str) -> Plain | None:
    try:
        data = read(text)
    except yaml.YAMLError:
        return None
    fits = isinstance(data, dict) and all(key in data for key in REQUIRED)
    return data if fits and (not facts.climbs(data) or "department" in data) else None


def judge(world: World) -> Verdict:
    """Say all that is wrong or missing on the day."""
    found = all_gaps(world)
    accepted = [gap for gap in found if is_accepted(world, gap)]
    listed = [gap for gap in found if gap not in accepted]
    return Verdict(
        world=world,
        listed=Counter(_weighed(world, gap) for gap in listed if severity(world, gap.rule) != "off"),
        accepted=Counter(_weighed(world, gap) for gap in accepted),
        errors=_errors(world),
        rings=faults.in_rings(world),
        states={name: facts.state(world, one) for name, one in world.assignments.items()},
        steps={name: facts.current_step(world, one) for name, one in facts.climbing(world).items()},
        marks={name: proven(world, one) for name, one in facts.climbing(world).items()},
        grounds={one["id"]: ground(world, one["id"]) for one in world.program["departments"]},
    )


def severity(world: World, rule: str) -> str:
    """Give a gap rule's severity, as the programme sets it."""
    setting: str = world.program.get("rules", {}).get(rule, "note" if rule in NOTES else "warning")
    return setting


def _weighed(world: World, gap: Gap) -> tuple[str, str, str, str, str | None]:
    return gap.rule, severity(world, gap.rule), gap.kind, gap.subject, gap.item


def all_gaps(world: World) -> list[Gap]:
    """Look for every gap, whatever is accepted or turned off."""
    found = [gap for name in world.assignments for gap in _of_assignment(world, name)]
    for department in world.program["departments"]:
        for rule, item in gaps.department(world, department["id"]):
            found.append(Gap(rule, "department", department["id"], item, "program.yaml"))
    found += gaps.programme(world)
    here: list[tuple[str, str | None]] = [*gaps.cut_texts(world.texts["program.yaml"])]
    ids = [one["id"] for key in ("departments", "goals") for one in world.program.get(key, [])]
    here += gaps.stale_acceptances(world, world.program, ids)
    here += [("file-ignored", path) for path in world.ignored]
    return found + [Gap(rule, "program", "program", item, "program.yaml") for rule, item in here]


def _of_assignment(world: World, name: str) -> list[Gap]:
    assignment, path = world.assignments[name], f"assignments/{name}.yaml"
    hits: list[Hits] = [gaps.cut_texts(world.texts[path])]
    hits += [gaps.stale_acceptances(world, assignment, gaps.items_of(assignment))]
    if facts.is_started(world, assignment):
        hits += [gaps.journey(world, assignment)]
    if facts.is_started(world, assignment) and facts.climbs(assignment):
        hits += [gaps.climb(world, assignment), gaps.trials(world, assignment)]
    if facts.counts(world, assignment) and facts.climbs(assignment):
        hits += [gaps_of_benefits.benefits(world, assignment), gaps_of_benefits.roadmap(world, assignment)]
    return [Gap(rule, "assignment", name, item, path) for hit in hits for rule, item in hit]


def is_accepted(world: World, gap: Gap) -> bool:
    """Tell whether an entry in force accepts the gap, in the file where the gap stands."""
    data = world.program if gap.path == "program.yaml" else world.assignments[gap.subject]
    item = gap.subject if gap.path == "program.yaml" else gap.item
    return gap.rule not in NEVER_ACCEPTED and any(
        entry["rule"] == gap.rule and day(entry["until"]) >= world.t and entry.get("item", item) == item
        for entry in data.get("accepted", [])
    )


def _errors(world: World) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for name in world.assignments:
        for rule in faults.faults(world, name):
            found["assignment", name, rule] += 1
        if wrong := faults.references(world, name, RULES):
            found["assignment", name, "reference-unknown"] = wrong
    if wrong := faults.programme_references(world, RULES):
        found["program", "program", "reference-unknown"] = wrong
    if faults.programme_disorder(world):
        found["program", "program", "date-order"] = 1
    return found
