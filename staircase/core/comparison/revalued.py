"""What a benefit's figures are made of: another unit, kind or worth alters them, though nothing has happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from staircase.core.comparison.change import AssignmentPair, Change
from staircase.core.comparison.parts import Thing
from staircase.core.comparison.shift import BenefitValues, FigureShift
from staircase.core.figures import BenefitFigures
from staircase.core.model.assignment import Assignment, Baseline, Benefit, Measurement, Target
from staircase.core.term import Name, Quantity, Term, Word

Valued = TypeVar("Valued", Baseline, Target, Measurement)
"""What has a value in the unit of the measure."""


def revalued(benefit: Thing[Benefit]) -> Iterator[Change]:
    """The changes of what a benefit's figures are made of, but for its baseline, target and measurements."""
    yield from _unit(benefit)
    yield from benefit.altered("benefit-kind-changed", "kind", _kind)
    yield from benefit.altered("worth-changed", ("worth", "per_unit"), _worth)
    yield from benefit.altered("part-changed", "part_of", lambda part: Name(part.part_of) if part.part_of else None)


def _unit(benefit: Thing[Benefit]) -> Iterator[Change]:
    """Another unit: where the values stood still, what they say is another thing."""
    sides = benefit.sides(("measure", "unit"), lambda part: Name(part.measure.unit) if part.measure else None)
    before, after = map(_values, benefit.parts)
    kind = "unit-changed" if before and before == after else "unit-converted"
    yield from benefit.differing(kind, sides)


def _values(benefit: Benefit) -> list[object]:
    ends = (benefit.baseline, benefit.target)
    return [*(end.value for end in ends if end), *((one.date, one.value) for one in benefit.measurements)]


def rescaled(one: Assignment, other: Assignment) -> Assignment:
    """One side of an assignment, with each benefit in the other's unit whose values all changed with it."""
    there = {benefit.id: benefit for benefit in other.benefits}
    benefits = tuple(_rescaled(benefit, there.get(benefit.id)) for benefit in one.benefits)
    return one if benefits == one.benefits else one.model_copy(update={"benefits": benefits})


def _rescaled(one: Benefit, other: Benefit | None) -> Benefit:
    if not (one.measure and other and other.measure) or one.measure.unit == other.measure.unit:
        return one
    factor = _factor(one, other)
    if factor is None:
        return one
    update: dict[str, object] = {
        "measure": one.measure.model_copy(update={"unit": other.measure.unit}),
        "baseline": one.baseline and _times(factor, one.baseline),
        "target": one.target and _times(factor, one.target),
        "measurements": tuple(_times(factor, measured) for measured in one.measurements),
        "worth": one.worth and one.worth.model_copy(update={"per_unit": one.worth.per_unit / factor}),
    }
    return one.model_copy(update=update)


def _times(factor: Fraction, part: Valued) -> Valued:
    return part.model_copy(update={"value": part.value * factor})


def _factor(one: Benefit, other: Benefit) -> Fraction | None:
    """What every value of one was multiplied by to be the other's; none where there is no such number.

    A single value tells nothing: it may be another one.
    """
    ours, theirs = _by_place(one), _by_place(other)
    both = [(ours[place], theirs[place]) for place in ours if place in theirs]
    factors = {after / before for before, after in both if before}
    is_whole = len(both) > 1 and all(after == 0 for before, after in both if before == 0)
    factor = factors.pop() if len(factors) == 1 and is_whole else None
    return factor if factor and factor > 0 and factor != 1 else None


def _by_place(benefit: Benefit) -> dict[object, Fraction]:
    values: dict[object, Fraction] = {one.date: one.value for one in benefit.measurements}
    values |= {name: end.value for name, end in (("baseline", benefit.baseline), ("target", benefit.target)) if end}
    return values


def unit_changes(pair: AssignmentPair, was: Assignment) -> Iterator[Change]:
    """The benefits told in another unit, every value with it; ``was`` is the side before in its own units."""
    for number, (own, same) in enumerate(zip(was.benefits, pair.before.model.benefits, strict=True)):
        if own.measure and same.measure and own.measure.unit != same.measure.unit:
            there = next(place for place, one in enumerate(pair.after.model.benefits) if one.id == own.id)
            title = Name(pair.after.model.benefits[there].title)
            before = pair.before.side(("benefits", number, "measure", "unit"), Name(own.measure.unit), title=title)
            after = pair.after.side(("benefits", there, "measure", "unit"), Name(same.measure.unit), title=title)
            yield pair.told("unit-rescaled", (before, after), own.id)


def _kind(benefit: Benefit) -> Term | None:
    return Word(f"kind.{benefit.kind}") if benefit.kind else None


def _worth(benefit: Benefit) -> Term | None:
    return Quantity(benefit.worth.per_unit) if benefit.worth else None


FIGURED = frozenset(
    {
        *("benefit-withdrawn", "target-withdrawn", "baseline-withdrawn", "measurement-removed", "setback-unmeasured"),
        *("unit-changed", "unit-converted", "target-lowered", "target-raised", "target-changed", "baseline-changed"),
        *("benefit-kind-changed", "worth-changed", "measurement-corrected", "taken-home-changed", "part-changed"),
        *("taken-home", "taken-back", "benefit-closed", "benefit-reopened", "target-set", "baseline-set"),
    }
)
"""The kinds of change that tell what they do to their benefit's figures."""


MEASURED = frozenset({"benefit-measured", "setback-measured"})
"""The kinds of change that tell how much of the way is gone."""


def with_figures(
    changes: Sequence[Change], before: Mapping[str, BenefitFigures], after: Mapping[str, BenefitFigures]
) -> Iterator[Change]:
    """The changes of an assignment; of each benefit's, the heaviest that alters its figures tells how."""
    heaviest: dict[str | None, Change] = {}
    for change in changes:
        if change.kind in FIGURED and (change.item not in heaviest or change.weight < heaviest[change.item].weight):
            heaviest[change.item] = change
    for change in changes:
        name = change.item or ""
        was, now = before.get(name), after.get(name)
        is_measured = change.kind in MEASURED and _is_latest(change, now)
        if is_measured or change is heaviest.get(change.item):
            values = (was and BenefitValues.of(was), now and BenefitValues.of(now))
            yield replace(change, figures=FigureShift(*values, is_measured))
        else:
            yield change


def _is_latest(change: Change, now: BenefitFigures | None) -> bool:
    """Whether a measurement is the one that counts."""
    latest = now.known.latest if now else None
    return latest is not None and change.after is not None and change.after.keys[-1] == latest
