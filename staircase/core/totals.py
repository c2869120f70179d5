"""Sums over many benefits, per kind and never across kinds; what it costs; net a year and payback."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal, NamedTuple

from staircase.core.figures import BenefitFigures, exact_sum
from staircase.core.known import Known

BenefitKind = Literal["cash", "capacity", "avoidance", "quality", "unsorted"]
KINDS: tuple[BenefitKind, ...] = ("cash", "capacity", "avoidance", "quality", "unsorted")
"""The kinds of benefits in the order to show them; ``unsorted`` are those without one."""


@dataclass(frozen=True, slots=True)
class KindTotals:
    """The sums of one kind of benefits. A sum is that of its set parts, unset when none is.

    Attributes:
        count: how many benefits.
        targets: how many of them have a target, which alone can be reached.
        measured: how many have a measurement that counts.
        achieved: how many have reached their target, or keep their level.
        potential: what the targets are worth a year.
        now: what they give a year now.
        taken_home: what has been taken home a year.
    """

    count: int
    targets: int
    measured: int
    achieved: int
    potential: Fraction | None
    now: Fraction | None
    taken_home: Fraction | None


class Payback(StrEnum):
    """Whether one-off costs are ever paid back; what is not known is not never."""

    UNSET = "unset"
    NEVER = "never"
    YEARS = "years"


class Net(NamedTuple):
    """Money a year after costs, now and at target, and when the one-off costs are paid back by it, if ever."""

    now: Fraction | None
    at_target: Fraction | None
    payback: Payback
    payback_years: Fraction | None


class CostTotals(NamedTuple):
    """What assignments cost, once and a year; unset where none says."""

    one_off: Fraction | None
    per_year: Fraction | None


class Totals(NamedTuple):
    """The sums of a selection: each kind, the costs, and the net with cash alone and with freed capacity."""

    kinds: Mapping[BenefitKind, KindTotals]
    costs: CostTotals
    cash: Net
    with_capacity: Net


def totals(benefits: Iterable[BenefitFigures], assignments: Iterable[Known]) -> Totals:
    """Sum up a selection.

    Args:
        benefits: those of open and completed assignments.
        assignments: whose costs count, enabling ones too; of these only the open and completed.
    """
    kinds = kind_totals(benefits)
    costs = cost_totals(assignments)
    return Totals(kinds, costs, net(costs, [kinds["cash"]]), net(costs, [kinds["cash"], kinds["capacity"]]))


def kind_of(figures: BenefitFigures) -> BenefitKind:
    """A benefit's kind, ``unsorted`` where it has none."""
    return figures.known.benefit.kind or "unsorted"


def kind_totals(benefits: Iterable[BenefitFigures]) -> Mapping[BenefitKind, KindTotals]:
    """Sum up benefits per kind; every kind is there, in the order to show them.

    One that is part of another assignment's benefit is counted there only.
    """
    by_kind: dict[BenefitKind, list[BenefitFigures]] = {kind: [] for kind in KINDS}
    for figures in benefits:
        if figures.known.benefit.part_of is None:
            by_kind[kind_of(figures)].append(figures)
    return {kind: _kind_totals(sorted_under) for kind, sorted_under in by_kind.items()}


def cost_totals(assignments: Iterable[Known]) -> CostTotals:
    """Sum up the costs of open and completed assignments, enabling ones too; stopped ones' do not belong."""
    costs = [known.assignment.costs for known in assignments if known.counts and known.assignment.costs]
    return CostTotals(set_sum(cost.one_off for cost in costs), set_sum(cost.per_year for cost in costs))


def net(costs: CostTotals, kinds: Iterable[KindTotals]) -> Net:
    """The net of some kinds: now, and at target potential, less ``costs.per_year``.

    An unset part is 0; net is unset when all are. Payback: unset without any one-off or without net at target, never
    where that is <= 0, else in ``costs.one_off`` / net at target years.
    """
    counted = tuple(kinds)
    spent = None if costs.per_year is None else -costs.per_year
    now = set_sum([spent, *(kind.now for kind in counted)])
    at_target = set_sum([spent, *(kind.potential for kind in counted)])
    if costs.one_off is None or at_target is None:
        return Net(now, at_target, Payback.UNSET, None)
    if at_target <= 0:
        return Net(now, at_target, Payback.NEVER, None)
    return Net(now, at_target, Payback.YEARS, costs.one_off / at_target)


def set_sum(parts: Iterable[Fraction | None]) -> Fraction | None:
    """Sum the set parts, unset when none is."""
    known = [part for part in parts if part is not None]
    return exact_sum(known) if known else None


def _kind_totals(benefits: Iterable[BenefitFigures]) -> KindTotals:
    counted = tuple(benefits)
    return KindTotals(
        count=len(counted),
        targets=sum(figures.known.benefit.target is not None for figures in counted),
        measured=sum(figures.known.latest is not None for figures in counted),
        achieved=sum(figures.standing.is_achieved for figures in counted),
        potential=set_sum(figures.potential for figures in counted),
        now=set_sum(figures.now for figures in counted),
        taken_home=set_sum(figures.taken_home for figures in counted),
    )
