"""Benefits on their way home: not measured in time, worse, missed, behind, reached but not taken home. Gaps."""

from collections.abc import Iterator
from datetime import date, timedelta

from staircase.core.choices import State
from staircase.core.figures import YEARLY, BenefitFigures, BenefitStanding, every_days, quotient
from staircase.core.rules.rule import BenefitCase, Hit
from staircase.core.term import Days, Name, Quantity, Share, Term
from staircase.core.worth import bookings
from staircase.core.yaml.source import KeyPath


def not_measured(case: BenefitCase) -> Iterator[Hit]:
    """Live <= t, B known, no m, days(max(live, B.date), t) > every + measure_grace_days."""
    figures, day = case.figures, case.scene.day
    if case.is_live and figures.since and figures.known.measurement is None and figures.overdue:
        params = {**case.title, "since": figures.since, "days": Days((day - figures.since).days), "as_of": day}
        yield Hit(case.place, params, case.benefit.id)


def measure_overdue(case: BenefitCase) -> Iterator[Hit]:
    """Share r < 1 or unset, days(m.date, t) > every + measure_grace_days, t <= last(T.by) + 365 where there is a by.

    Also on completed assignments, not on paused ones.
    """
    figures, day, measurement = case.figures, case.scene.day, case.figures.known.measurement
    if measurement is not None and _is_measured_too_late(case):
        params = {
            **case.title,
            "measured": measurement.date,
            "days": Days((day - measurement.date).days),
            "every": Days(every_days(figures.known)),
            "as_of": day,
        }
        yield Hit(_latest(figures), params, case.benefit.id)


def not_followed_up(case: BenefitCase) -> Iterator[Hit]:
    """Taken home by t, followup_days < days(x, t) <= 2 x followup_days, and benefit-measure-overdue does not tell it.

    x is m.date or, without m, the latest ``from`` <= t.
    """
    known, day, followup_days = case.figures.known, case.scene.day, case.scene.settings.followup_days
    if not known.taken_home or _is_measured_too_late(case):
        return
    latest = known.measurement.date if known.measurement else max(entry.from_ for entry in known.taken_home)
    days = (day - latest).days
    if followup_days < days <= 2 * followup_days:
        reason = "measured" if known.measurement else "unmeasured"
        params = {**case.title, "latest": latest, "days": Days(days), "as_of": day}
        yield Hit((*case.place, "taken_home"), params, case.benefit.id, reason)


def worse(case: BenefitCase) -> Iterator[Hit]:
    """Standing worse: a realised share r < -0.05."""
    baseline, measurement = case.figures.known.baseline, case.figures.known.measurement
    if case.figures.standing is BenefitStanding.WORSE and baseline and measurement:
        unit = case.benefit.measure.unit if case.benefit.measure else ""
        values = {"baseline": Quantity(baseline.value), "value": Quantity(measurement.value, unit)}
        yield Hit(_latest(case.figures), {**case.title, **values}, case.benefit.id)


def missed(case: BenefitCase) -> Iterator[Hit]:
    """Standing missed, last(T.by) + write_days < t <= last(T.by) + 365 days."""
    by, day = case.figures.by, case.scene.day
    if case.figures.standing is not BenefitStanding.MISSED or by is None:
        return
    if case.scene.is_over_write_days(by) and (day - by).days <= YEARLY:
        yield Hit((*case.place, "target"), {**_shares(case), "by": by}, case.benefit.id)


def behind(case: BenefitCase) -> Iterator[Hit]:
    """Standing behind: p(m.date) >= behind_from, and r < behind_share x p(m.date)."""
    if case.figures.standing is BenefitStanding.BEHIND:
        yield Hit(_latest(case.figures), _shares(case), case.benefit.id)


def cash_not_booked(case: BenefitCase) -> Iterator[Hit]:
    """Cash, r > 0, c < t, no ``taken_home`` that has an amount and an adopted document, also one whose from is ahead.

    And a budget that applies was adopted after c and more than write_days ago, or days(c, t) > 365.
    """
    scene, home = case.scene, _came_home(case)
    if case.benefit.kind != "cash" or home is None or home >= scene.day:
        return
    if bookings(case.benefit.taken_home, scene.anchors):
        return
    department = case.known.assignment.department
    passed = [
        (document.adopted, document.title)
        for document in scene.anchors.documents.values()
        if document.kind == "budget" and document.department in {None, department}
        if document.adopted and document.adopted > home and scene.is_over_write_days(document.adopted)
    ]
    days = Days((scene.day - home).days)
    if passed:
        adopted, title = max(passed)
        params = {**_shares(case), "home": home, "document": Name(title), "adopted": adopted}
        yield Hit(case.place, params, case.benefit.id, "budget")
    elif days.count > YEARLY:
        yield Hit(case.place, {**_shares(case), "home": home, "days": days}, case.benefit.id, "year")


def capacity_unused(case: BenefitCase) -> Iterator[Hit]:
    """Capacity, r > 0, days(c, t) > use_days, no ``taken_home``, also none whose ``from`` is ahead."""
    home = _came_home(case)
    if case.benefit.kind != "capacity" or case.benefit.taken_home or home is None:
        return
    days = (case.scene.day - home).days
    if days > case.scene.settings.use_days:
        params = {**_shares(case), "home": home, "days": Days(days), "as_of": case.scene.day}
        yield Hit(case.place, params, case.benefit.id)


def _came_home(case: BenefitCase) -> date | None:
    """The day c when a benefit with r > 0 came home.

    The date of its first known measurement with r >= 1, else the later of last(by) and its first with r > 0.
    """
    figures, known = case.figures, case.figures.known
    baseline, target = known.baseline, case.benefit.target
    if figures.realised is None or figures.realised <= 0 or baseline is None or target is None:
        return None
    shares = [(one.date, quotient(one.value, baseline.value, target.value)) for one in known.measured]
    reached = [day for day, share in shares if share >= 1]
    if reached:
        return reached[0]
    return max(figures.by, next(day for day, share in shares if share > 0)) if figures.by else None


def _is_measured_too_late(case: BenefitCase) -> bool:
    """Whether its latest measurement is overdue, on an assignment that is not paused; history is left in peace."""
    figures, day = case.figures, case.scene.day
    if figures.known.measurement is None or not figures.overdue or case.known.state is State.PAUSED:
        return False
    return figures.by is None or day <= figures.by + timedelta(YEARLY)


def _latest(figures: BenefitFigures) -> KeyPath:
    return (*figures.known.place, "measurements", figures.known.latest or 0)


def _shares(case: BenefitCase) -> dict[str, Term]:
    shares = {"realised": case.figures.realised, "planned": case.figures.planned}
    return {**case.title, **{name: Share(share) for name, share in shares.items() if share is not None}}
