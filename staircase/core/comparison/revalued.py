"""What a benefit's figures are made of: another unit, kind or worth alters them, though nothing has happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from staircase.core.comparison.change import Change
from staircase.core.comparison.parts import Thing
from staircase.core.comparison.shift import BenefitValues, FigureShift
from staircase.core.figures import BenefitFigures
from staircase.core.model.assignment import Benefit
from staircase.core.term import Name, Quantity, Term, Word


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
