"""Benefits that lack what it takes to show them: an owner, a kind, a measure, a baseline, a target, a worth. Gaps."""

from collections.abc import Iterator

from staircase.core.flow import days_on
from staircase.core.rules.rule import BenefitCase, Case, Hit, folded
from staircase.core.term import Days, Money, Name, Term, Word
from staircase.core.worth import exact_sum

_WORTH_MONEY = frozenset({"cash", "capacity", "avoidance"})


def missing(case: Case) -> Iterator[Hit]:
    """Open, or completed in the last 365 days; more than evidence_days on step benefits itself; no benefits."""
    if not case.is_recent or case.known.benefits:
        return
    days = days_on(case.known, {"benefits"}, case.scene.day)
    if days > case.scene.settings.evidence_days:
        yield Hit((), {"step": Word("step.benefits"), "days": Days(days)})


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
    """Asked, or live <= t; no baseline known."""
    if case.figures.known.baseline is not None:
        return
    if case.is_live:
        yield _at_benefit(case, "live")
    elif case.is_asked:
        yield _at_benefit(case, "step")


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
    """Asked, no target, or a target without ``by``."""
    if not case.is_asked:
        return
    target = case.benefit.target
    if target is None:
        yield _at_benefit(case, "absent")
    elif target.by is None:
        yield Hit((*case.place, "target"), case.title, case.benefit.id, "no-day")


def no_realisation(case: BenefitCase) -> Iterator[Hit]:
    """Asked, no ``realisation``."""
    if case.is_asked and case.benefit.realisation is None:
        yield _at_benefit(case)


def no_worth(case: BenefitCase) -> Iterator[Hit]:
    """Kind cash, capacity or avoidance, asked, no worth, given or implied."""
    if case.benefit.kind in _WORTH_MONEY and case.is_asked and case.figures.unit_worth is None:
        yield Hit(case.place, {**case.title, "kind": Word(f"kind.{case.benefit.kind}")}, case.benefit.id)


def _at_benefit(case: BenefitCase, reason: str = "") -> Hit:
    return Hit(case.place, case.title, case.benefit.id, reason)
