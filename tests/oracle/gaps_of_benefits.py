"""The table Gaps, for benefits: one naive look for each row."""

from collections.abc import Callable

from tests.oracle import facts, money
from tests.oracle.gaps import YEAR, Hits, completed_lately
from tests.oracle.plain import BENEFITS, STEPS, Plain, World, ago, day, documents, later, number, same, setting
from tests.oracle.roadmaps import applies, is_adopted


def benefits(world: World, assignment: Plain) -> Hits:
    """What the benefits of an open or completed staircase assignment lack."""
    yield from missing(world, assignment)
    yield from below_cost(world, assignment)
    for benefit in own(assignment):
        for look in (_parts, _owner, _baseline, _upkeep, _follow_up, _outcome, _use):
            for rule in look(world, assignment, benefit):
                if not facts.is_closed(world, benefit):
                    yield rule, benefit["id"]


def own(assignment: Plain) -> list[Plain]:
    """The benefits that are counted here, and not as part of another."""
    return [one for one in assignment.get("benefits", []) if "part_of" not in one]


def looks_shared(world: World, name: str) -> Hits:
    """The same is measured, from the same baseline, in an assignment that is no later."""
    assignment = world.assignments[name]
    earlier = [
        one
        for other, one in world.assignments.items()
        if facts.counts(world, one) and (day(one["started"]), other) < (day(assignment["started"]), name)
    ]
    others = [benefit for one in earlier for benefit in own(one)]
    for benefit in own(assignment):
        looks = _looks(world, benefit)
        if looks and not facts.is_closed(world, benefit) and looks in [_looks(world, one) for one in others]:
            yield "benefit-looks-shared", benefit["id"]


def _looks(world: World, benefit: Plain) -> tuple[object, ...] | None:
    before, measure = facts.baseline(world, benefit), benefit.get("measure")
    if not before or not measure:
        return None
    words = ["".join(measure[key].casefold().split()) for key in ("what", "unit")]
    return (*words, number(before["value"]), day(before["date"]))


Rules = list[str]
Look = Callable[[World, Plain, Plain], Rules]


def missing(world: World, assignment: Plain) -> Hits:
    """It has been long on the step of benefits, and has none."""
    current = facts.is_open(world, assignment) or completed_lately(world, assignment)
    stayed = facts.days_on(world, assignment, ["benefits"])
    if current and stayed > setting(world, "evidence_days") and not assignment.get("benefits"):
        yield "benefit-missing", None


def asked(world: World, assignment: Plain) -> bool:
    """Whether the evidence of its benefits is asked for."""
    if not facts.counts(world, assignment):
        return False
    ended, highest = facts.end(world, assignment), facts.highest(world, assignment)
    long_there = facts.days_on(world, assignment, STEPS[BENEFITS:]) > setting(world, "evidence_days")
    over = ended is not None and ago(world, ended, setting(world, "write_days")) and highest >= BENEFITS
    return long_there or highest > BENEFITS or over


def below_cost(world: World, assignment: Plain) -> Hits:
    """It costs more a year than all its benefits can give."""
    yearly, everything = assignment.get("costs", {}).get("per_year"), assignment.get("benefits", [])
    if yearly is None or not asked(world, assignment):
        return
    if all(facts.is_closed(world, benefit) for benefit in everything):
        return
    most = [money.potential(world, benefit) for benefit in everything]
    kinds = [benefit.get("kind", "quality") for benefit in everything]
    known = [one for one in most if one is not None]
    if len(known) == len(most) and "quality" not in kinds and number(yearly) > sum(known):
        yield "benefit-below-cost", None


def _parts(world: World, assignment: Plain, benefit: Plain) -> Rules:
    names = {"owner": "benefit-no-owner", "kind": "benefit-no-kind", "measure": "benefit-no-measure"}
    names |= {} if facts.keeps(benefit) else {"realisation": "benefit-no-realisation"}
    if not asked(world, assignment):
        return []
    found = [rule for key, rule in names.items() if not benefit.get(key)]
    if "by" not in benefit.get("target", {}) and not facts.keeps(benefit):
        found += ["benefit-no-target"]
    is_money = benefit.get("kind") in ("cash", "capacity", "avoidance") and not facts.keeps(benefit)
    return [*found, "benefit-no-worth"] if is_money and money.worth(world, benefit) is None else found


def _owner(_: World, assignment: Plain, benefit: Plain) -> Rules:
    is_lead = "owner" in benefit and same(benefit["owner"], assignment["lead"])
    return ["benefit-owner-is-lead"] if is_lead else []


def _baseline(world: World, assignment: Plain, benefit: Plain) -> Rules:
    before, live = facts.baseline(world, benefit), assignment.get("live")
    if before is None:
        if facts.keeps(benefit):
            return []
        return ["benefit-no-baseline"] if facts.past(world, live) or asked(world, assignment) else []
    found = []
    if live and day(before["date"]) > day(live):
        found += ["benefit-late-baseline"]
    if before.get("how") == "estimated":
        found += ["benefit-baseline-estimated"]
    return found


def _patience(world: World, benefit: Plain) -> int:
    return money.every(benefit) + setting(world, "measure_grace_days")


def _upkeep(world: World, assignment: Plain, benefit: Plain) -> Rules:
    before, m = facts.baseline(world, benefit), facts.measurement(world, benefit)
    if m is None:
        live = assignment.get("live")
        if not before or not live or not facts.past(world, live):
            return []
        late = ago(world, max(day(live), day(before["date"])), _patience(world, benefit))
        return ["benefit-not-measured"] if late else []
    r, by = money.share(world, benefit), money.deadline(benefit)
    lasting = by is None or world.t <= later(by, YEAR)
    late = ago(world, day(m["date"]), _patience(world, benefit))
    paused = facts.state(world, assignment) == "paused"
    return ["benefit-measure-overdue"] if (r is None or r < 1) and late and lasting and not paused else []


def _follow_up(world: World, assignment: Plain, benefit: Plain) -> Rules:
    m, home = facts.measurement(world, benefit), facts.taken_home(world, benefit)
    if not home or "benefit-measure-overdue" in _upkeep(world, assignment, benefit):
        return []
    x, patience = day(m["date"]) if m else max(day(one["from"]) for one in home), setting(world, "followup_days")
    return ["benefit-not-followed-up"] if ago(world, x, patience) and not ago(world, x, 2 * patience) else []


def _outcome(world: World, assignment: Plain, benefit: Plain) -> Rules:
    standing, by = money.standing(world, assignment, benefit), money.deadline(benefit)
    if standing == "missed" and by:
        late = ago(world, by, setting(world, "write_days"))
        return ["benefit-missed"] if late and not ago(world, by, YEAR) else []
    return [f"benefit-{standing}"] if standing in ("worse", "behind") else []


def _use(world: World, assignment: Plain, benefit: Plain) -> Rules:
    r, c, kind = money.share(world, benefit), money.came_home(world, benefit), benefit.get("kind")
    entries = benefit.get("taken_home", [])
    if r is None or r <= 0 or c is None:
        return []
    if kind == "capacity" and ago(world, c, setting(world, "use_days")) and not entries:
        return ["benefit-capacity-unused"]
    booked = any("amount" in one and money.is_booked(world, one) for one in entries)
    if kind != "cash" or c >= world.t or booked:
        return []
    budgets = [
        day(one["adopted"])
        for one in documents(world).values()
        if one.get("kind") == "budget" and applies(world, one, {*assignment["proves_for"]}) and is_adopted(world, one)
    ]
    passed = any(on > c and ago(world, on, setting(world, "write_days")) for on in budgets)
    return ["benefit-cash-not-booked"] if passed or ago(world, c, YEAR) else []
