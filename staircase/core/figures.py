"""A benefit's figures on a day: the share of its way, what it is worth, what it gives, and what has been taken home."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from staircase.core.evidence import Anchors
from staircase.core.known import Known, KnownBenefit
from staircase.core.model.assignment import Benefit, TakenHome
from staircase.core.model.program import ProgramSettings
from staircase.core.term import ShareRange, money_a_year

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
    """The product |T - B| x k, unset where one is missing, and of a level to keep, to which there is no way."""
    baseline, target = known.baseline, known.benefit.target
    if baseline is None or target is None or unit_worth is None or target.keep:
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
    other kinds can't be taken home as money: unset, as is what is counted in another benefit.
    """
    if known.benefit.part_of is not None:
        return None
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


YEARLY = 365
"""Days between measurements where ``every_days`` is absent."""

WORSE_BELOW = Fraction(-1, 20)
"""The realised share below which a benefit is worse than before, and not only as good as nothing."""

_NONE, _ALL = Fraction(0), Fraction(1)


class BenefitStanding(StrEnum):
    """How a benefit stands on a day, in the order that decides: the first that fits."""

    ACHIEVED = "achieved"
    CLOSED = "closed"
    UNSET = "unset"
    UNMEASURED = "unmeasured"
    KEPT = "kept"
    WORSE = "worse"
    MISSED = "missed"
    NEARLY = "nearly"
    BEHIND = "behind"
    ON_TRACK = "on-track"

    @property
    def is_achieved(self) -> bool:
        """Whether the target is reached, or the level kept."""
        return self is BenefitStanding.ACHIEVED or self is BenefitStanding.KEPT


class Ground(NamedTuple):
    """What figures stand on besides the benefit: the documents on the day, the settings and the currency."""

    anchors: Anchors
    settings: ProgramSettings
    currency: str

    @property
    def day(self) -> date:
        """The as-of day."""
        return self.anchors.day


class BenefitFigures(NamedTuple):
    """A benefit's figures on a day t. Money is a year's, in the programme's currency.

    Attributes:
        known: the benefit as known on t.
        since: s, the day from which the plan counts.
        by: the target's last day.
        realised: r, the realised share of the way from baseline to target; not clamped.
        planned: p, the planned share on the day of the latest measurement.
        standing: how it stands.
        unit_worth: k, what one unit of the measure is worth a year.
        potential: what the whole target is worth; of a closed benefit what it gives, since no more will come.
        now: what the realised share is worth; negative when worse.
        taken_home: what has been realised in budgets or put to use.
        next_due: the day when the next measurement is due.
        overdue: whether that day and the days of grace have passed.
    """

    known: KnownBenefit
    since: date | None
    by: date | None
    realised: Fraction | None
    planned: Fraction | None
    standing: BenefitStanding
    unit_worth: Fraction | None
    potential: Fraction | None
    now: Fraction | None
    taken_home: Fraction | None
    next_due: date | None
    overdue: bool


class AllFigures(Mapping[str, tuple[BenefitFigures, ...]]):
    """The figures of every assignment's benefits, by the assignment's id, in the order of its file.

    They are worked out when they are first asked for: most reports want those of few assignments, or none.
    """

    def __init__(self, known: Mapping[str, Known], ground: Ground) -> None:
        self._known = known
        self._ground = ground
        self._made: dict[str, tuple[BenefitFigures, ...]] = {}

    def __getitem__(self, name: str) -> tuple[BenefitFigures, ...]:
        """The figures of an assignment's benefits."""
        made = self._made.get(name)
        if made is None:
            known = self._known[name]
            live, ground = known.assignment.live, self._ground
            made = tuple([benefit_figures(benefit, live, ground) for benefit in known.benefits])
            self._made[name] = made
        return made

    def __iter__(self) -> Iterator[str]:
        """The ids of all assignments."""
        return iter(self._known)

    def __len__(self) -> int:
        """How many assignments there are."""
        return len(self._known)


def benefit_figures(known: KnownBenefit, live: date | None, ground: Ground) -> BenefitFigures:
    """The figures of a benefit whose assignment goes live on a day, if one is set."""
    day, settings, target, measurement = ground.day, ground.settings, known.benefit.target, known.measurement
    by = target.by.last if target and target.by else None
    since = plan_start(known, live)
    realised = realised_share(known)
    planned = None
    if measurement and since and by and not known.benefit.keeps:
        planned = planned_share(measurement.date, since, by)
    unit_worth = worth_of_a_unit(known.benefit, ground.currency)
    whole = whole_way_a_year(known, unit_worth)
    now = now_a_year(realised, whole)
    potential = potential_a_year(whole, now, closed=known.closed)
    next_due = _next_due(known, since, realised)
    overdue = next_due is not None and (day - next_due).days > settings.measure_grace_days
    past = by is not None and by < day and ((measurement is not None and measurement.date >= by) or overdue)
    standing = _standing(known, realised, planned, settings, past=past)
    taken_home = taken_home_a_year(known, now, ground.anchors)
    return BenefitFigures(
        known, since, by, realised, planned, standing, unit_worth, potential, now, taken_home, next_due, overdue
    )


def every_days(known: KnownBenefit) -> int:
    """How many days may pass between measurements: ``measure.every_days``, 365 if absent."""
    measure = known.benefit.measure
    return measure.every_days if measure and measure.every_days else YEARLY


def plan_start(known: KnownBenefit, live: date | None) -> date | None:
    """The day s = max(live, B.date), also when live lies ahead; B.date without a live, unset without a known B."""
    if known.baseline is None:
        return None
    return max(live, known.baseline.date) if live else known.baseline.date


def realised_share(known: KnownBenefit) -> Fraction | None:
    """The share r = (m - B) / (T - B), for targets that lie lower too.

    Unset where one is missing or T = B, and of a level to keep.
    """
    baseline, target, measurement = known.baseline, known.benefit.target, known.measurement
    if not (baseline and target and measurement) or target.keep or target.value == baseline.value:
        return None
    return quotient(measurement.value, baseline.value, target.value)


def quotient(measured: Fraction, start: Fraction, end: Fraction) -> Fraction:
    """(measured - start) / (end - start), reduced once and not in each step."""
    (m, m_parts), (b, b_parts), (t, t_parts) = (value.as_integer_ratio() for value in (measured, start, end))
    return Fraction((m * b_parts - b * m_parts) * t_parts, (t * b_parts - b * t_parts) * m_parts)


def planned_share(day: date, since: date, by: date) -> Fraction:
    """The share p(d) = 0 for d <= s, 1 for d >= by, else (d - s) / (by - s) in days."""
    if day <= since:
        return _NONE
    return _ALL if day >= by else Fraction((day - since).days, (by - since).days)


def share_range(benefits: Iterable[BenefitFigures]) -> ShareRange | None:
    """The lowest and the highest realised share: shares of different benefits are never averaged."""
    shares = [figures.realised for figures in benefits if figures.realised is not None]
    return ShareRange(min(shares), max(shares)) if shares else None


def _next_due(known: KnownBenefit, since: date | None, realised: Fraction | None) -> date | None:
    """The day m.date + every, or s + every without m; unset without both, when r >= 1, and when closed."""
    last = known.measurement.date if known.measurement else since
    if last is None or known.closed or (realised is not None and realised >= 1):
        return None
    return last + timedelta(every_days(known))


def _standing(
    known: KnownBenefit, realised: Fraction | None, planned: Fraction | None, settings: ProgramSettings, *, past: bool
) -> BenefitStanding:
    """The first standing that fits; ``past``: by < t, and m.date >= by or m is overdue.

    Nearly: r >= 1 - target_tolerance. Behind: p(m.date) >= behind_from and r < behind_share x p(m.date).
    """
    if realised is None:
        return _standing_without_share(known)
    if realised >= 1:
        return BenefitStanding.ACHIEVED
    if known.closed:
        return BenefitStanding.CLOSED
    if realised < WORSE_BELOW:
        return BenefitStanding.WORSE
    if past:
        return BenefitStanding.NEARLY if realised >= 1 - settings.target_tolerance else BenefitStanding.MISSED
    late = planned is not None and planned >= settings.behind_from and realised < settings.behind_share * planned
    return BenefitStanding.BEHIND if late else BenefitStanding.ON_TRACK


def _standing_without_share(known: KnownBenefit) -> BenefitStanding:
    """Of a level to keep: kept when m holds it, else worse; it needs no B."""
    target, measurement = known.benefit.target, known.measurement
    if known.closed:
        return BenefitStanding.CLOSED
    if target is None or not (known.baseline or target.keep):
        return BenefitStanding.UNSET
    if measurement is None:
        return BenefitStanding.UNMEASURED
    if target.keep is None:
        return BenefitStanding.UNSET
    return BenefitStanding.KEPT if target.holds(measurement.value) else BenefitStanding.WORSE
