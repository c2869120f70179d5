"""Benefits on their way home: not measured in time, worse, missed, behind, reached but not taken home. Gaps."""

from collections.abc import Iterator, Mapping

from staircase.core.figures import YEARLY, BenefitFigures, BenefitStanding, every_days
from staircase.core.rules.rule import BenefitCase, Hit
from staircase.core.table import KeyPath
from staircase.core.term import Days, Name, Quantity, Share, Term
from staircase.core.worth import booked


def not_measured(case: BenefitCase) -> Iterator[Hit]:
    """Live <= t, B known, no m, days(max(live, B.date), t) > every + measure_grace_days."""
    figures = case.figures
    if case.is_live and figures.since and figures.known.measurement is None and figures.overdue:
        params = {**_title(case), "since": figures.since, "days": Days((case.scene.day - figures.since).days)}
        yield Hit(case.place, params, case.benefit.id)


def measure_overdue(case: BenefitCase) -> Iterator[Hit]:
    """Share r < 1 or unset, days(m.date, t) > every + measure_grace_days, t <= last(T.by) + 365 where there is a by."""
    figures, day, measurement = case.figures, case.scene.day, case.figures.known.measurement
    is_history = figures.by is not None and (day - figures.by).days > YEARLY
    if measurement is not None and figures.overdue and not is_history:
        params = {
            **_title(case),
            "measured": measurement.date,
            "days": Days((day - measurement.date).days),
            "every": Days(every_days(figures.known)),
        }
        yield Hit(_latest(figures), params, case.benefit.id)


def worse(case: BenefitCase) -> Iterator[Hit]:
    """A realised share r < -0.05."""
    baseline, measurement = case.figures.known.baseline, case.figures.known.measurement
    if case.figures.standing is BenefitStanding.WORSE and baseline and measurement:
        unit = case.benefit.measure.unit if case.benefit.measure else ""
        values = {"baseline": Quantity(baseline.value), "value": Quantity(measurement.value, unit)}
        yield Hit(_latest(case.figures), {**_title(case), **values}, case.benefit.id)


def missed(case: BenefitCase) -> Iterator[Hit]:
    """Standing missed: last(T.by) < t, r < 1 - target_tolerance, and m.date >= last(T.by) or m is overdue."""
    if case.figures.standing is BenefitStanding.MISSED and case.figures.by:
        yield Hit((*case.place, "target"), {**_shares(case), "by": case.figures.by}, case.benefit.id)


def behind(case: BenefitCase) -> Iterator[Hit]:
    """Standing behind: p(m.date) >= behind_from and r < behind_share x p(m.date)."""
    if case.figures.standing is BenefitStanding.BEHIND:
        yield Hit(_latest(case.figures), _shares(case), case.benefit.id)


def cash_not_booked(case: BenefitCase) -> Iterator[Hit]:
    """Cash to take home, and no ``taken_home`` with from <= t, an amount and an adopted document."""
    if case.benefit.kind == "cash" and _is_due_home(case) and not booked(case.figures.known, case.scene.anchors):
        yield Hit(case.place, _shares(case), case.benefit.id)


def capacity_unused(case: BenefitCase) -> Iterator[Hit]:
    """Capacity to take home, and no ``taken_home`` with from <= t."""
    if case.benefit.kind == "capacity" and _is_due_home(case) and not case.figures.known.taken_home:
        yield Hit(case.place, _shares(case), case.benefit.id)


def _is_due_home(case: BenefitCase) -> bool:
    """Say whether r > 0, and r >= 1 or last(T.by) < t."""
    realised, by = case.figures.realised, case.figures.by
    return realised is not None and realised > 0 and (realised >= 1 or (by is not None and by < case.scene.day))


def _latest(figures: BenefitFigures) -> KeyPath:
    return (*figures.known.place, "measurements", figures.known.latest or 0)


def _title(case: BenefitCase) -> Mapping[str, Term]:
    return {"title": Name(case.benefit.title)}


def _shares(case: BenefitCase) -> dict[str, Term]:
    shares = {"realised": case.figures.realised, "planned": case.figures.planned}
    return {**_title(case), **{name: Share(share) for name, share in shares.items() if share is not None}}
