"""The table Gaps, for benefits and roadmap items: one naive look for each row."""

from collections.abc import Callable

from tests.oracle import facts, money
from tests.oracle.evidence import ground
from tests.oracle.gaps import BENEFITS, Hits
from tests.oracle.plain import STEPS, Plain, World, day, days, has_goals, last, later, setting


def benefits(world: World, assignment: Plain) -> Hits:
    """Look for what the benefits of an open or completed staircase assignment lack."""
    beyond = STEPS.index(facts.current_step(world, assignment)) >= BENEFITS
    here = ground(world, assignment.get("department", ""))
    if facts.is_open(world, assignment) and beyond and not assignment.get("benefits") and not here.marks[BENEFITS]:
        yield "benefit-missing", None
    for benefit in assignment.get("benefits", []):
        for look in (_parts, _baseline, _upkeep, _outcome):
            for rule in look(world, assignment, benefit):
                yield rule, benefit["id"]


Rules = list[str]
Look = Callable[[World, Plain, Plain], Rules]


def _parts(world: World, assignment: Plain, benefit: Plain) -> Rules:
    names = {"owner": "benefit-no-owner", "kind": "benefit-no-kind", "measure": "benefit-no-measure"}
    names |= {"realisation": "benefit-no-realisation"}
    found = []
    if facts.highest(world, assignment) >= BENEFITS:
        found += [rule for key, rule in names.items() if not benefit.get(key)]
        if "by" not in benefit.get("target", {}):
            found += ["benefit-no-target"]
        money_kind = benefit.get("kind") in ("cash", "capacity", "avoidance")
        if money_kind and money.worth(world, benefit) is None:
            found += ["benefit-no-worth"]
    if "owner" in benefit and benefit["owner"].strip().casefold() == assignment["lead"].strip().casefold():
        found += ["benefit-owner-is-lead"]
    return found


def _baseline(world: World, assignment: Plain, benefit: Plain) -> Rules:
    before, live = facts.baseline(world, benefit), facts.live(world, assignment)
    if before is None:
        return ["benefit-no-baseline"] if live or facts.highest(world, assignment) >= BENEFITS else []
    found = []
    if live and day(before["date"]) > live:
        found += ["benefit-late-baseline"]
    if before.get("how") == "estimated":
        found += ["benefit-baseline-estimated"]
    return found


def _upkeep(world: World, assignment: Plain, benefit: Plain) -> Rules:
    before, live, m = facts.baseline(world, benefit), facts.live(world, assignment), facts.measurement(world, benefit)
    patience = money.every(benefit) + setting(world, "measure_grace_days")
    if m is None:
        late = live and before and days(max(live, day(before["date"])), world.t) > patience
        return ["benefit-not-measured"] if late else []
    r, by = money.share(world, benefit), money.deadline(benefit)
    lasting = by is None or world.t <= later(by, 365)
    late = days(day(m["date"]), world.t) > patience
    return ["benefit-measure-overdue"] if (r is None or r < 1) and late and lasting else []


def _outcome(world: World, assignment: Plain, benefit: Plain) -> Rules:
    found, r, by = [], money.share(world, benefit), money.deadline(benefit)
    if r is None:
        return []
    if r < 0:
        found += ["benefit-worse"]
    if money.is_missed(world, assignment, benefit):
        found += ["benefit-missed"]
    if money.is_behind(world, assignment, benefit):
        found += ["benefit-behind"]
    if r > 0 and (r >= 1 or (by and by < world.t)):
        found += _left_on_the_table(world, benefit)
    return found


def _left_on_the_table(world: World, benefit: Plain) -> Rules:
    entries, kind = facts.taken_home(world, benefit), benefit.get("kind")
    if kind == "cash" and not any("amount" in one and money.booked(world, one) for one in entries):
        return ["benefit-cash-not-booked"]
    if kind == "capacity" and not entries:
        return ["benefit-capacity-unused"]
    return []


def roadmap(world: World, assignment: Plain) -> Hits:
    """Look for what the live items of an assignment lack."""
    for item in facts.live_items(world, assignment):
        for rule in [*_item_parts(world, item), *_item_times(world, item), *_item_anchors(world, assignment, item)]:
            yield rule, item["id"]


def _item_parts(world: World, item: Plain) -> Rules:
    names = {"owner": "roadmap-no-owner", "expects": "roadmap-no-benefit", "based_on": "roadmap-no-lesson"}
    found = [rule for key, rule in names.items() if not item.get(key)]
    return [*found, "roadmap-no-goal"] if has_goals(world) and not item.get("goals") else found


def _item_times(world: World, item: Plain) -> Rules:
    if "from" not in item:
        return []
    until, found = facts.ends(item), []
    if until and until < world.t:
        found += ["roadmap-overdue"]
    planned = facts.item_state(world, item) == "planned"
    if planned and until and last(item["from"]) < world.t <= until:
        found += ["roadmap-late-start"]
    return found


def _item_anchors(world: World, assignment: Plain, item: Plain) -> Rules:
    begins, found = facts.begins(item), []
    if begins is None:
        return []
    fitting = [one for one in facts.anchors(world, item) if facts.applies(one, assignment.get("department", ""))]
    if begins <= later(world.t, setting(world, "anchor_ahead_days")) and not fitting:
        found += ["roadmap-not-anchored"]
    on = max(world.t, begins)
    firm = [one for one in fitting if facts.is_adopted(world, one) and facts.in_force(world, one, on)]
    if begins <= later(world.t, setting(world, "adopted_ahead_days")) and fitting and not firm:
        found += ["roadmap-weak-anchor"]
    return found
