"""Benefits: added or withdrawn, their aims and what was measured and taken home, and what figures are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from staircase.core.comparison.change import (
    NOTHING,
    AssignmentPair,
    BenefitValues,
    Change,
    FigureShift,
    Side,
    View,
    later,
    sign,
)
from staircase.core.comparison.parts import Placed, Thing, matched, paired, things
from staircase.core.figures import YEARLY, BenefitFigures
from staircase.core.model.assignment import Assignment, Baseline, Benefit, Keep, Measurement, TakenHome, Target
from staircase.core.term import Days, Name, Quantity, Term, Word

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


def benefits(pair: AssignmentPair) -> Iterator[Change]:
    """The changes of each benefit, and of the days it was shown to management."""
    found: Iterator[Thing[Benefit] | Change] = things(pair, "benefits", "benefit-added", _sort)
    for one in found:
        if isinstance(one, Change):
            yield one
        else:
            yield from _target(one)
            yield from _baseline(one)
            yield from _measurements(one)
            yield from _taken_home(one)
            yield from _interval(one)
            yield from _closed(one)
            yield from revalued(one)
            yield from one.owned(lambda benefit: benefit.owner)
    yield from _shown(pair)


def _sort(benefit: Benefit) -> Term:
    return Word(f"kind.{benefit.kind or 'unsorted'}")


def _quantity(benefit: Benefit, value: Fraction) -> Quantity:
    return Quantity(value, benefit.measure.unit if benefit.measure else "")


def _target(benefit: Thing[Benefit]) -> Iterator[Change]:
    def target(part: Benefit) -> Term | None:
        return _quantity(part, part.target.value) if part.target else None

    yield from benefit.came("target-set", benefit.sides("target", target))
    before, after = (part.target for part in benefit.parts)
    if before and after:
        if before.value != after.value:
            sides = benefit.sides(("target", "value"), target)
            raised = _ambition(benefit, before.value, after.value)
            yield benefit.turned(raised, "target-raised", sides) if raised else benefit.told("target-changed", sides)
        yield from benefit.altered("target-changed", ("target", "keep"), _keep)
        yield from _deadline(benefit)


def _keep(benefit: Benefit) -> Term | None:
    keep = benefit.target.keep if benefit.target else None
    return Word(f"keep.{keep}") if keep else None


def _deadline(benefit: Thing[Benefit]) -> Iterator[Change]:
    sides = benefit.sides(("target", "by"), lambda part: part.target.by if part.target else None)
    yield from benefit.came("target-dated", sides)
    before, after = (part.target.by if part.target else None for part in benefit.parts)
    if before and after and before.last != after.last:
        yield benefit.turned(later(after.last, before.last), "target-brought-forward", sides)


def _ambition(benefit: Thing[Benefit], before: Fraction, after: Fraction) -> int:
    """1 when the target went farther from the baseline, or a level to the right side, -1 when nearer, 0 when unclear.

    |T' - B| - |T - B|, on the same side of B; where both sides have a B, each of them must say the same. In another
    unit it is unclear.
    """
    if len({part.measure and part.measure.unit for part in benefit.parts}) > 1:
        return 0
    keeps = {part.target.keep for part in benefit.parts if part.target}
    if keeps != {None}:
        keep = keeps.pop() if len(keeps) == 1 else None
        return _upward(keep) * sign(after - before) if keep else 0
    starts = {part.baseline.value for part in benefit.parts if part.baseline}
    said = {
        0 if (before - start) * (after - start) < 0 else sign(abs(after - start) - abs(before - start))
        for start in starts
    }
    return said.pop() if len(said) == 1 else 0


def _upward(keep: Keep) -> int:
    """1 where more than a level is on its right side, -1 where less is."""
    return 1 if keep == "at-least" else -1


def _baseline(benefit: Thing[Benefit]) -> Iterator[Change]:
    def baseline(part: Benefit) -> Term | None:
        known = part.baseline and benefit.pair.known(part.baseline.date)
        return _quantity(part, part.baseline.value) if part.baseline and known else None

    sides = benefit.sides("baseline", baseline)
    yield from benefit.came("baseline-set", sides)
    before, after = (part.baseline for part in benefit.parts)
    if before and after and before.value != after.value and None not in sides:
        yield benefit.told("baseline-changed", benefit.sides(("baseline", "value"), baseline))
    if before and after:
        yield from benefit.altered("baseline-how-changed", ("baseline", "how"), _how)
    days = benefit.sides(
        ("baseline", "date"), lambda part: benefit.pair.known(part.baseline.date) if part.baseline else None
    )
    yield from benefit.differing("baseline-redated", days)


def _how(benefit: Benefit) -> Term | None:
    return Word(f"how.{benefit.baseline.how}") if benefit.baseline else None


def _measurements(benefit: Thing[Benefit]) -> Iterator[Change]:
    known = tuple(tuple(one for one in part.measurements if one.date <= benefit.pair.day) for part in benefit.parts)
    by_day = tuple(matched("measurements", *(part.measurements for part in benefit.parts)))
    for match in paired(by_day, lambda one: one.value, lambda one: one.date):
        before, after = (
            _measured(view, thing, placed) if placed and placed.part.date <= benefit.pair.day else None
            for view, thing, placed in (
                (benefit.pair.before, benefit.before, match.before),
                (benefit.pair.after, benefit.after, match.after),
            )
        )
        if match.before and match.after and match.before.part.value != match.after.part.value:
            yield from benefit.differing("measurement-corrected", (_value(before), _value(after)))
        yield from benefit.differing("measurement-redated", (_dated(before), _dated(after)))
        placed, part, others = (
            (match.after, benefit.after.part, known[1]) if after else (match.before, benefit.before.part, known[0])
        )
        kind = "setback-measured" if placed and _is_setback(placed.part, part, others) else "benefit-measured"
        yield from benefit.came(kind, (before, after))


def _measured(view: View[Assignment], thing: Placed[Benefit], placed: Placed[Measurement]) -> Side:
    terms: dict[str, Term] = {"title": Name(thing.part.title), "day": placed.part.date}
    keys = ("benefits", thing.number, "measurements", placed.number)
    return Side(view.path, keys, _quantity(thing.part, placed.part.value), terms)


def _value(side: Side | None) -> Side | None:
    return side and replace(side, keys=(*side.keys, "value"))


def _dated(side: Side | None) -> Side | None:
    return side and replace(side, value=side.terms["day"])


def _is_setback(measured: Measurement, benefit: Benefit, known: tuple[Measurement, ...]) -> bool:
    """Whether a measurement is farther from the target's side of the baseline than the value that held before it."""
    target, baseline, before = benefit.target, benefit.baseline, _held_before(measured, benefit, known)
    if target is None or before is None:
        return False
    if target.keep:
        return (measured.value - before) * _upward(target.keep) < 0
    return baseline is not None and (measured.value - before) * (target.value - baseline.value) < 0


def _held_before(measured: Measurement, benefit: Benefit, known: tuple[Measurement, ...]) -> Fraction | None:
    """The value before a measurement: the latest one known, the baseline's on its day, or else the level to keep."""
    points: tuple[Baseline | Measurement, ...] = (benefit.baseline, *known) if benefit.baseline else known
    latest = max((one for one in points if one.date < measured.date), key=lambda one: one.date, default=None)
    if latest:
        return latest.value
    return benefit.target.value if benefit.target and benefit.target.keep else None


def _interval(benefit: Thing[Benefit]) -> Iterator[Change]:
    """How often it is to be measured."""
    own = [part.measure and part.measure.every_days for part in benefit.parts]
    before, after = benefit.sides(("measure", "every_days"), _every)
    if before and after and before.value != after.value:
        sides = (replace(before, is_usual=own[0] is None), replace(after, is_usual=own[1] is None))
        yield benefit.turned(sign((own[1] or YEARLY) - (own[0] or YEARLY)), "measured-less-often", sides)


def _every(benefit: Benefit) -> Term | None:
    return Days(benefit.measure.every_days or YEARLY) if benefit.measure else None


def _taken_home(benefit: Thing[Benefit]) -> Iterator[Change]:
    matches = tuple(matched("taken_home", *(part.taken_home for part in benefit.parts)))
    by_day = tuple(paired(matches, lambda entry: entry.from_, lambda entry: entry.document or ""))
    for match in paired(by_day, lambda entry: (entry.amount, entry.document), lambda entry: entry.from_):
        before, after = (
            _entry(benefit, view, (thing, placed))
            for view, thing, placed in (
                (benefit.pair.before, benefit.before, match.before),
                (benefit.pair.after, benefit.after, match.after),
            )
        )
        yield from benefit.came("taken-home", (before, after))
        yield from benefit.differing("taken-home-redated", (before, after))
        if match.before and match.after and before and after:
            entries = (match.before.part, match.after.part)
            for key, values in (("amount", _amounts(entries)), ("document", _documents(entries))):
                if values[0] != values[1]:
                    yield benefit.told("taken-home-changed", (_at(before, key, values[0]), _at(after, key, values[1])))


def _amounts(entries: tuple[TakenHome, TakenHome]) -> list[Term | None]:
    return [None if entry.amount is None else Quantity(entry.amount) for entry in entries]


def _documents(entries: tuple[TakenHome, TakenHome]) -> list[Term | None]:
    return [Name(entry.document) if entry.document else None for entry in entries]


def _at(entry: Side, key: str, value: Term | None) -> Side:
    """The place of a key of an entry, and what it says there."""
    day = entry.value or NOTHING
    return replace(entry, keys=(*entry.keys, key), value=value, terms={**entry.terms, "day": day})


def _closed(benefit: Thing[Benefit]) -> Iterator[Change]:
    """That no more will come of it."""
    closed = benefit.sides("closed", lambda part: benefit.pair.known(part.closed.date) if part.closed else None)
    yield from benefit.came("benefit-closed", closed)


def _entry(
    benefit: Thing[Benefit], view: View[Assignment], found: tuple[Placed[Benefit], Placed[TakenHome] | None]
) -> Side | None:
    thing, placed = found
    if placed is None or placed.part.from_ > benefit.pair.day:
        return None
    return benefit.side(view, thing, ("taken_home", placed.number), placed.part.from_)


def _shown(pair: AssignmentPair) -> Iterator[Change]:
    by_day = tuple(matched("shown", pair.before.model.shown, pair.after.model.shown))
    for match in paired(by_day, lambda showing: (showing.forum, showing.decision), lambda showing: showing.date):
        before, after = (
            view.side(("shown", placed.number), placed.part.date) if placed and placed.part.date <= pair.day else None
            for view, placed in ((pair.before, match.before), (pair.after, match.after))
        )
        yield from pair.came("shown", (before, after))
        yield from pair.differing("showing-redated", (before, after))


def standings(pair: AssignmentPair, achieved: tuple[frozenset[str], frozenset[str]]) -> Iterator[Change]:
    """Benefits on both sides that reached their target, or slipped below it, whatever the reason.

    Args:
        pair: the assignment on both sides.
        achieved: the ids of the benefits that stand at their target or beyond it, on both sides.
    """
    found: Iterator[Thing[Benefit] | Change] = things(pair, "benefits", "benefit-added", _sort)
    for one in found:
        if not isinstance(one, Change):
            before, after = (
                one.side(view, placed, (), Word("standing.achieved") if placed.part.id in reached else None)
                for view, placed, reached in zip(
                    (pair.before, pair.after), (one.before, one.after), achieved, strict=True
                )
            )
            yield from one.came("benefit-achieved", (before, after))
