"""Benefits: what they lack to be shown, and what they lack on their way home. Gaps."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta

from staircase.core.choices import State
from staircase.core.figures import YEARLY, BenefitFigures, BenefitStanding, bookings, every_days, exact_sum, quotient
from staircase.core.flow import days_on
from staircase.core.known import Known, KnownBenefit
from staircase.core.rules.rule import BenefitCase, Case, Hit, Scene
from staircase.core.source import KeyPath
from staircase.core.suggest import folded
from staircase.core.term import Days, Money, Name, Quantity, Said, Share, Term, Word, days_of

_WORTH_MONEY = frozenset({"cash", "capacity", "avoidance"})


def missing(case: Case) -> Iterator[Hit]:
    """Open, or completed in the last 365 days; more than evidence_days on step benefits itself; no benefits."""
    if not case.is_recent or case.known.benefits:
        return
    days = days_on(case.known, {"benefits"}, case.scene.day)
    if days > case.scene.settings.evidence_days:
        stays = (day for stay in case.known.stays if stay.step == "benefits" for day in (stay.entered, stay.left))
        yield Hit((), {"step": Word("step.benefits"), "days": days_of(days, *stays, case.known.ended)})


def below_cost(case: Case) -> Iterator[Hit]:
    """Asked, and costs.per_year is more than what the benefits could give together.

    Only where some benefit is not closed, and all have a potential and a kind other than quality.
    """
    costs, known = case.known.assignment.costs, case.known
    if costs is None or costs.per_year is None or all(one.closed for one in known.benefits) or not case.is_asked:
        return
    potentials = [
        None if figures.known.benefit.kind in {None, "quality"} else figures.potential
        for figures in case.scene.figures[known.id]
    ]
    given = [potential for potential in potentials if potential is not None]
    if len(given) == len(potentials) and costs.per_year > exact_sum(given):
        yield Hit(("costs",), {"cost": Money(costs.per_year)})


def no_owner(case: BenefitCase) -> Iterator[Hit]:
    """Asked, no owner."""
    if case.is_asked and case.benefit.owner is None:
        yield _at_benefit(case)


def no_kind(case: BenefitCase) -> Iterator[Hit]:
    """Asked, no ``kind``."""
    if case.is_asked and case.benefit.kind is None:
        yield _at_benefit(case)


def no_measure(case: BenefitCase) -> Iterator[Hit]:
    """Asked, no ``measure``."""
    if case.is_asked and case.benefit.measure is None:
        yield _at_benefit(case)


def owner_is_lead(case: BenefitCase) -> Iterator[Hit]:
    """Owner equals lead, ignoring case and blanks at the ends."""
    owner, lead = case.benefit.owner, case.known.assignment.lead
    if owner is not None and folded(owner) == folded(lead):
        yield Hit((*case.place, "owner"), {**case.title, "owner": Name(owner)}, case.benefit.id)


def no_baseline(case: BenefitCase) -> Iterator[Hit]:
    """Asked, or live <= t; no baseline known, and the target is no level to keep."""
    if case.figures.known.baseline is not None or case.benefit.keeps:
        return
    if case.is_live:
        yield _at_benefit(case, "live")
    elif case.is_asked:
        yield Hit(case.place, {**case.title, "as_of": case.scene.day}, case.benefit.id, "step")


def late_baseline(case: BenefitCase) -> Iterator[Hit]:
    """B.date > live."""
    baseline, live = case.figures.known.baseline, case.known.assignment.live
    if baseline is not None and live is not None and baseline.date > live:
        params: dict[str, Term] = {**case.title, "baseline": baseline.date, "live": live}
        yield Hit((*case.place, "baseline"), params, case.benefit.id)


def baseline_estimated(case: BenefitCase) -> Iterator[Hit]:
    """The baseline's ``how`` is estimated."""
    baseline = case.figures.known.baseline
    if baseline is not None and baseline.how == "estimated":
        yield Hit((*case.place, "baseline"), case.title, case.benefit.id)


def no_target(case: BenefitCase) -> Iterator[Hit]:
    """Asked, no target, or one to reach without ``by``."""
    if not case.is_asked:
        return
    target = case.benefit.target
    if target is None:
        yield _at_benefit(case, "absent")
    elif target.by is None and target.keep is None:
        yield Hit((*case.place, "target"), case.title, case.benefit.id, "no-day")


def no_realisation(case: BenefitCase) -> Iterator[Hit]:
    """Asked, no ``realisation``, and the target is no level to keep."""
    if case.is_asked and case.benefit.realisation is None and not case.benefit.keeps:
        yield _at_benefit(case)


def no_worth(case: BenefitCase) -> Iterator[Hit]:
    """Kind cash, capacity or avoidance, asked, no worth, given or implied, and the target is no level to keep."""
    if case.benefit.kind not in _WORTH_MONEY or case.benefit.keeps:
        return
    if case.is_asked and case.figures.unit_worth is None:
        yield Hit(case.place, {**case.title, "kind": Word(f"kind.{case.benefit.kind}")}, case.benefit.id)


def looks_shared(scene: Scene) -> Iterator[Hit]:
    """A benefit with the same unit, baseline and measure as that of another, earlier, open or completed assignment.

    What is measured and its unit are compared without case and blanks. What is part of another benefit has no baseline
    of its own.
    """
    begun: dict[Hashable, list[tuple[Known, KnownBenefit]]] = defaultdict(list)
    for known in scene.known.values():
        for one in known.benefits if known.counts else ():
            if one.baseline and one.benefit.measure:
                begun[one.baseline.date, one.baseline.value.as_integer_ratio()].append((known, one))
    for several in begun.values():
        if len(several) > 1:
            yield from _measured_alike(scene, several)


def _measured_alike(scene: Scene, several: Iterable[tuple[Known, KnownBenefit]]) -> Iterator[Hit]:
    """Of benefits with one baseline, each later one that measures what an earlier one of another assignment does."""
    first: dict[Hashable, tuple[Known, KnownBenefit]] = {}
    for known, one in sorted(several, key=lambda pair: (pair[0].assignment.started, pair[0].id)):
        measure = one.benefit.measure
        other = first.setdefault(measure and (_bare(measure.what), _bare(measure.unit)), (known, one))
        if other[0] is not known and not one.closed:
            whole = Name(f"{other[0].id}/{other[1].benefit.id}")
            params: dict[str, Term] = {"title": Name(one.benefit.title), "whole": whole}
            yield Hit(one.place, params, one.benefit.id, "", scene.portfolio.entries[known.id])


def _bare(text: str) -> str:
    """A text as it is compared without case and blanks."""
    return "".join(text.split()).casefold()


def _at_benefit(case: BenefitCase, reason: str = "") -> Hit:
    return Hit(case.place, case.title, case.benefit.id, reason)


def not_measured(case: BenefitCase) -> Iterator[Hit]:
    """Live <= t, B known, no m, days(max(live, B.date), t) > every + measure_grace_days."""
    figures, day = case.figures, case.scene.day
    if case.is_live and figures.since and figures.known.measurement is None and figures.overdue:
        params = {
            **case.title,
            "since": figures.since,
            "days": days_of((day - figures.since).days, figures.since),
            "as_of": day,
        }
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
            "days": days_of((day - measurement.date).days, measurement.date),
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
        params = {**case.title, "latest": latest, "days": days_of(days, latest), "as_of": day}
        yield Hit((*case.place, "taken_home"), params, case.benefit.id, reason)


def worse(case: BenefitCase) -> Iterator[Hit]:
    """Standing worse: a realised share r < -0.05, or a level that is not kept."""
    known, target = case.figures.known, case.benefit.target
    if case.figures.standing is not BenefitStanding.WORSE or known.measurement is None or target is None:
        return
    unit = case.benefit.measure.unit if case.benefit.measure else ""
    params: dict[str, Term] = {
        **case.title,
        "value": Quantity(known.measurement.value, unit),
        "as_of": case.scene.day,
    }
    if known.baseline and not target.keep:
        baseline = {"baseline": Quantity(known.baseline.value)}
        yield Hit(_latest(case.figures), {**params, **baseline}, case.benefit.id, "share")
    else:
        level = {"level": Said(f"target.{target.keep}", {"value": Quantity(target.value, unit)})}
        yield Hit(_latest(case.figures), {**params, **level}, case.benefit.id, "level")


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
    scene = case.scene
    if case.benefit.kind != "cash" or bookings(case.benefit.taken_home, scene.anchors):
        return
    home = _came_home(case)
    if home is None or home >= scene.day:
        return
    passed = [
        (document.adopted, document.title)
        for document in scene.anchors.documents.values()
        if document.kind == "budget" and scene.anchors.applies(document, case.known.departments)
        if document.adopted and document.adopted > home and scene.is_over_write_days(document.adopted)
    ]
    days = days_of((scene.day - home).days, home)
    if passed:
        adopted, title = max(passed)
        params = {**_shares(case), "home": home, "document": Name(title), "adopted": adopted}
        yield Hit(case.place, params, case.benefit.id, "budget")
    elif days.count > YEARLY:
        yield Hit(case.place, {**_shares(case), "home": home, "days": days}, case.benefit.id, "year")


def capacity_unused(case: BenefitCase) -> Iterator[Hit]:
    """Capacity, r > 0, days(c, t) > use_days, no ``taken_home``, also none whose ``from`` is ahead."""
    if case.benefit.kind != "capacity" or case.benefit.taken_home:
        return
    home = _came_home(case)
    if home is not None and (days := (case.scene.day - home).days) > case.scene.settings.use_days:
        params = {**_shares(case), "home": home, "days": days_of(days, home), "as_of": case.scene.day}
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
