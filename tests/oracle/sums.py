"""Sums over many benefits, straight from the definitions."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle import facts, money
from tests.oracle.gaps_of_benefits import own
from tests.oracle.plain import Plain, World, number

KINDS = ("cash", "capacity", "avoidance", "quality", "unsorted")


@dataclass(frozen=True)
class Kind:
    """The sums of one kind."""

    count: int
    targets: int
    measured: int
    achieved: int
    potential: Fraction | None
    now: Fraction | None
    taken: Fraction | None


@dataclass(frozen=True)
class Net:
    """Net a year now and at target, and payback: a word, and the years where there are any."""

    now: Fraction | None
    at_target: Fraction | None
    payback: str
    years: Fraction | None


def counted(world: World) -> list[Plain]:
    """The open and completed assignments."""
    return [one for one in world.assignments.values() if facts.counts(world, one)]


def kind_sums(world: World) -> dict[str, Kind]:
    """The sums of each kind."""
    pairs = [(one, benefit) for one in counted(world) for benefit in own(one)]
    everything = [money.figures(world, one, benefit) for one, benefit in pairs]
    return {kind: _kind([one for one in everything if one.kind == kind]) for kind in KINDS}


def _kind(figures: list[money.Figures]) -> Kind:
    return Kind(
        count=len(figures),
        targets=len([one for one in figures if one.aimed]),
        measured=len([one for one in figures if one.measured]),
        achieved=len([one for one in figures if one.standing in ("achieved", "kept")]),
        potential=set_sum([one.potential for one in figures]),
        now=set_sum([one.now for one in figures]),
        taken=set_sum([one.taken for one in figures]),
    )


def set_sum(parts: list[Fraction | None]) -> Fraction | None:
    """The sum of the set parts; unset when none is."""
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) if known else None


def cost(world: World, key: str) -> Fraction | None:
    """The sum of one kind of cost."""
    written = [one.get("costs", {}).get(key) for one in counted(world)]
    return set_sum([number(part) if part else None for part in written])


def net(world: World, kinds: tuple[str, ...]) -> Net:
    """The net of some kinds."""
    sums = [found for kind, found in kind_sums(world).items() if kind in kinds]
    yearly, once = cost(world, "per_year"), cost(world, "one_off")
    less = None if yearly is None else -yearly
    target = set_sum([*(one.potential for one in sums), less])
    word = "unset" if once is None or target is None else "years" if target > 0 else "never"
    return Net(
        now=set_sum([*(one.now for one in sums), less]),
        at_target=target,
        payback=word,
        years=once / target if once is not None and target is not None and target > 0 else None,
    )
