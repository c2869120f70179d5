"""The naive verdict on a portfolio: its gaps after acceptance and settings, in order, and its errors."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from tests.oracle import (
    acceptance,
    cuts,
    facts,
    faults,
    gaps,
    gaps_of_benefits,
    gaps_of_programmes,
    gaps_of_roadmaps,
    order,
)
from tests.oracle.asof import on_the_day
from tests.oracle.departments import there
from tests.oracle.gaps import Gap, Hits
from tests.oracle.months import settled, settled_program
from tests.oracle.plain import World, read
from tests.oracle.severities import ALL_RULES, default


@dataclass(frozen=True)
class Verdict:
    """What the oracle says; errors as (kind, subject, rule), each once."""

    world: World
    listed: list[order.Weighed]
    accepted: list[order.Weighed]
    errors: Counter[tuple[str, str, str]]
    rings: set[str]


def build(texts: Mapping[str, str | None], t: date, today: date) -> World:
    """The world of the texts, by path; None is a file that is only named."""
    known = {path: text for path, text in texts.items() if text is not None}
    files = {path: text for path, text in known.items() if path != "program.yaml"}
    paths = {PurePosixPath(path).stem: path for path in files}
    bare = World(
        program=settled_program(read(known["program.yaml"])),
        assignments={},
        written={},
        broken={},
        ignored=[path for path in texts if path not in known and "/." not in path],
        texts=known,
        paths=paths,
        t=t,
        today=today,
    )
    broken = {name: wrong for name, path in paths.items() if (wrong := faults.unread(bare, files[path]))}
    whole = {name: read(files[path]) for name, path in paths.items() if name not in broken}
    written = {name: settled(one) for name, one in whole.items()}
    return on_the_day(replace(bare, assignments=whole, written=written, broken=broken))


def judge(world: World) -> Verdict:
    """All that is wrong or missing on the day."""
    found = all_gaps(world)
    accepted = [gap for gap in found if acceptance.is_accepted(world, gap)]
    listed = [gap for gap in found if gap not in accepted and severity(world, gap.rule) != "off"]
    return Verdict(
        world=world,
        listed=order.in_order([order.weighed(world, gap, severity(world, gap.rule)) for gap in listed]),
        accepted=[order.weighed(world, gap, severity(world, gap.rule)) for gap in accepted],
        errors=_errors(world),
        rings=faults.in_rings(world),
    )


def severity(world: World, rule: str) -> str:
    """The severity of a gap rule, as the programme sets it."""
    found: str = world.program.get("rules", {}).get(rule, default(rule))
    return found


def all_gaps(world: World) -> list[Gap]:
    """Every gap, whatever is accepted or turned off."""
    found = [gap for name in world.assignments for gap in _of_assignment(world, name)]
    for department in there(world):
        for rule, item in gaps_of_programmes.department(world, department["id"]):
            found.append(Gap(rule, "department", department["id"], item, "program.yaml"))
    found += gaps_of_programmes.programme(world)
    here: list[tuple[str, str | None]] = [*cuts.cut_texts(world.texts["program.yaml"])]
    ids = [one["id"] for key in ("departments", "goals") for one in world.program.get(key, [])]
    here += acceptance.stale(world, world.program, ids)
    here += [("file-ignored", path) for path in world.ignored]
    return found + [Gap(rule, "program", "program", item, "program.yaml") for rule, item in here]


def _of_assignment(world: World, name: str) -> list[Gap]:
    assignment, path = world.assignments[name], world.paths[name]
    hits: list[Hits] = [cuts.cut_texts(world.texts[path])]
    hits += [acceptance.stale(world, assignment, acceptance.items_of(assignment))]
    if facts.is_started(world, assignment):
        hits += [gaps.journey(world, assignment)]
    if facts.is_started(world, assignment) and facts.climbs(assignment):
        hits += [gaps.climb(world, name), gaps.trials(world, assignment)]
    if facts.counts(world, assignment) and facts.climbs(assignment):
        hits += [gaps_of_benefits.benefits(world, assignment), gaps_of_benefits.looks_shared(world, name)]
        hits += [gaps_of_roadmaps.roadmap(world, assignment)]
    return [Gap(rule, "assignment", name, item, path) for hit in hits for rule, item in hit]


def _errors(world: World) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for name, wrong in world.broken.items():
        found.update(("assignment", name, rule) for rule in wrong)
    for name in world.assignments:
        found.update(("assignment", name, rule) for rule in faults.faults(world, name))
        if count := faults.references(world, name, ALL_RULES):
            found["assignment", name, "reference-unknown"] = count
    if count := faults.programme_references(world, ALL_RULES):
        found["program", "program", "reference-unknown"] = count
    if faults.programme_disorder(world):
        found["program", "program", "date-order"] = 1
    return found
