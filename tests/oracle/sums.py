"""Sums over many benefits, and what is at stake in a gap, straight from the definitions."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle import facts, money
from tests.oracle.evidence import staff
from tests.oracle.plain import Plain, World, number

ZERO = Fraction(0)


@dataclass(frozen=True)
class Kind:
    """The sums of one kind."""

    count: int
    measured: int
    achieved: int
    potential: Fraction | None
    now: Fraction | None
    taken: Fraction | None


@dataclass(frozen=True)
class Net:
    """Net a year now and at target, and payback in years."""

    now: Fraction
    at_target: Fraction
    payback: Fraction | None


def counted(world: World) -> list[Plain]:
    """Give the open and completed assignments."""
    return [one for one in world.assignments.values() if facts.counts(world, one)]


def kind_sums(world: World) -> dict[str, Kind]:
    """Give the sums of each kind that there is."""
    pairs = [(one, benefit) for one in counted(world) for benefit in one.get("benefits", [])]
    everything = [money.figures(world, one, benefit) for one, benefit in pairs]
    return {
        kind: _kind([one for one in everything if one.kind == kind])
        for kind in ("cash", "capacity", "avoidance", "quality", "unsorted")
        if any(one.kind == kind for one in everything)
    }


def _kind(figures: list[money.Figures]) -> Kind:
    return Kind(
        count=len(figures),
        measured=len([one for one in figures if one.measured]),
        achieved=len([one for one in figures if one.standing == "achieved"]),
        potential=set_sum([one.potential for one in figures]),
        now=set_sum([one.now for one in figures]),
        taken=set_sum([one.taken for one in figures]),
    )


def set_sum(parts: list[Fraction | None]) -> Fraction | None:
    """Sum the set parts; unset when none is."""
    known = [part for part in parts if part is not None]
    return sum(known, ZERO) if known else None


def cost(world: World, key: str) -> Fraction | None:
    """Sum one kind of cost."""
    written = [one.get("costs", {}).get(key) for one in counted(world)]
    return set_sum([number(part) if part else None for part in written])


def net(world: World, kinds: tuple[str, ...]) -> Net:
    """Give the net of some kinds."""
    sums = [found for kind, found in kind_sums(world).items() if kind in kinds]
    yearly, once = cost(world, "per_year") or ZERO, cost(world, "one_off")
    target = sum((one.potential or ZERO for one in sums), ZERO) - yearly
    return Net(
        now=sum((one.now or ZERO for one in sums), ZERO) - yearly,
        at_target=target,
        payback=once / target if once is not None and target > 0 else None,
    )


def item_stake(item: Plain) -> Fraction:
    """Give what a roadmap item is expected to give a year, never below 0."""
    return max(ZERO, number(item.get("expects", {}).get("per_year", "0")))


def stake(world: World, kind: str, subject: str, item: str | None) -> Fraction:
    """Give what is at stake in a gap."""
    if kind == "department":
        return sum((_assignment_stake(world, one) for one in staff(world, subject)), ZERO)
    if kind != "assignment":
        return ZERO
    assignment = world.assignments[subject]
    for benefit in assignment.get("benefits", []):
        if benefit["id"] == item:
            return money.stake(world, benefit)
    for part in assignment.get("roadmap", []):
        if part["id"] == item:
            return item_stake(part)
    return _assignment_stake(world, assignment)


def _assignment_stake(world: World, assignment: Plain) -> Fraction:
    benefits = [money.stake(world, benefit) for benefit in assignment.get("benefits", [])]
    return sum([*benefits, *(item_stake(item) for item in facts.live_items(world, assignment))], ZERO)
