"""What a benefit is worth a year: its potential, what it gives now, and what has been taken home."""

from collections.abc import Iterable
from fractions import Fraction

from staircase.core.evidence import Anchors
from staircase.core.known import KnownBenefit
from staircase.core.model.assignment import Benefit, TakenHome
from staircase.core.unit import money_a_year

NOTHING = Fraction(0)


def exact_sum(parts: Iterable[Fraction]) -> Fraction:
    """Sum fractions, most of which have the same few denominators: these are brought together only at the end."""
    numerators: dict[int, int] = {}
    for part in parts:
        numerator, denominator = part.as_integer_ratio()
        numerators[denominator] = numerators.get(denominator, 0) + numerator
    return sum(map(Fraction, numerators.values(), numerators), NOTHING)


def worth_of_a_unit(benefit: Benefit, currency: str) -> Fraction | None:
    """The worth k = ``worth.per_unit``, else that of a unit that is money a year (``tkr/år``), else unset."""
    if benefit.worth:
        return benefit.worth.per_unit
    return money_a_year(benefit.measure.unit, currency) if benefit.measure else None


def potential_a_year(whole: Fraction | None, now: Fraction | None, *, closed: bool) -> Fraction | None:
    """The worth of the whole way; of a closed benefit max(now, 0), unset when now is: no more will come."""
    if not closed:
        return whole
    return None if now is None else max(now, NOTHING)


def whole_way_a_year(known: KnownBenefit, unit_worth: Fraction | None) -> Fraction | None:
    """The product |T - B| x k, unset where one is missing."""
    baseline, target = known.baseline, known.benefit.target
    if baseline is None or target is None or unit_worth is None:
        return None
    (b, b_parts), (t, t_parts) = baseline.value.as_integer_ratio(), target.value.as_integer_ratio()
    k, k_parts = unit_worth.as_integer_ratio()
    return Fraction(abs(t * b_parts - b * t_parts) * k, t_parts * b_parts * k_parts)  # reduced once, not in each step


def now_a_year(realised: Fraction | None, whole: Fraction | None) -> Fraction | None:
    """The product r x |T - B| x k, also of a closed benefit; unset where one is missing, negative when worse."""
    return None if realised is None or whole is None else realised * whole


def taken_home_a_year(known: KnownBenefit, now: Fraction | None, anchors: Anchors) -> Fraction | None:
    """What has been taken home, by kind.

    Cash: the amounts of the known entries with an adopted document, 0 when there is none. Capacity: max(now, 0) if
    there is a known entry, but at most the sum of the amounts where each has one, else 0; unset when now is. The
    other kinds can't be taken home as money: unset.
    """
    if known.benefit.kind == "cash":
        return exact_sum([entry.amount or NOTHING for entry in bookings(known.taken_home, anchors)])
    if known.benefit.kind == "capacity" and now is not None:
        return _capacity_in_use(known.taken_home, max(now, NOTHING))
    return None


def bookings(entries: Iterable[TakenHome], anchors: Anchors) -> tuple[TakenHome, ...]:
    """The entries of what was taken home that have an amount and an adopted document."""
    return tuple([entry for entry in entries if entry.amount is not None and _is_adopted(entry.document, anchors)])


def _is_adopted(name: str | None, anchors: Anchors) -> bool:
    document = anchors.documents.get(name) if name else None
    return document is not None and anchors.is_adopted(document)


def _capacity_in_use(entries: tuple[TakenHome, ...], now: Fraction) -> Fraction:
    if not entries:
        return NOTHING
    amounts = [entry.amount for entry in entries if entry.amount is not None]
    return min(now, exact_sum(amounts)) if len(amounts) == len(entries) else now
