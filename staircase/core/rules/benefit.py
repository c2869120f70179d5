"""Benefits that lack what it takes to show them: an owner, a kind, a measure, a baseline, a target, a worth. Gaps."""

from collections.abc import Iterator

from staircase.core.rules.rule import BENEFITS, BenefitCase, Case, Hit
from staircase.core.term import Name, Term, Word

_WORTH_MONEY = frozenset({"cash", "capacity", "avoidance"})


def missing(case: Case) -> Iterator[Hit]:
    """Open, current step >= benefits, no benefits, and the department does not prove benefits."""
    known = case.known
    if not known.is_open or known.current.number < BENEFITS or known.benefits:
        return
    standing = case.scene.standings.get(known.assignment.department or "")
    if not (standing and standing.marks[BENEFITS - 1]):
        yield Hit((), {"step": Word(f"step.{known.current.step}")})


def no_owner(case: BenefitCase) -> Iterator[Hit]:
    """Highest step >= benefits, no owner."""
    if case.on_benefits and case.benefit.owner is None:
        yield _at_benefit(case)


def no_kind(case: BenefitCase) -> Iterator[Hit]:
    """Highest step >= benefits, no ``kind``."""
    if case.on_benefits and case.benefit.kind is None:
        yield _at_benefit(case)


def no_measure(case: BenefitCase) -> Iterator[Hit]:
    """Highest step >= benefits, no ``measure``."""
    if case.on_benefits and case.benefit.measure is None:
        yield _at_benefit(case)


def owner_is_lead(case: BenefitCase) -> Iterator[Hit]:
    """Owner equals lead, ignoring case and blanks at the ends."""
    owner, lead = case.benefit.owner, case.known.assignment.lead
    if owner is not None and owner.strip().casefold() == lead.strip().casefold():
        yield Hit((*case.place, "owner"), {**_title(case), "owner": Name(owner)}, case.benefit.id)


def no_baseline(case: BenefitCase) -> Iterator[Hit]:
    """Highest step >= benefits, or live <= t; no baseline known."""
    if case.figures.known.baseline is not None:
        return
    if case.is_live:
        yield _at_benefit(case, "live")
    elif case.on_benefits:
        yield _at_benefit(case, "step")


def late_baseline(case: BenefitCase) -> Iterator[Hit]:
    """B.date > live."""
    baseline, live = case.figures.known.baseline, case.known.assignment.live
    if baseline is not None and live is not None and baseline.date > live:
        params: dict[str, Term] = {**_title(case), "baseline": baseline.date, "live": live}
        yield Hit((*case.place, "baseline"), params, case.benefit.id)


def baseline_estimated(case: BenefitCase) -> Iterator[Hit]:
    """The baseline's ``how`` is estimated."""
    baseline = case.figures.known.baseline
    if baseline is not None and baseline.how == "estimated":
        yield Hit((*case.place, "baseline"), _title(case), case.benefit.id)


def no_target(case: BenefitCase) -> Iterator[Hit]:
    """Highest step >= benefits, no target, or a target without ``by``."""
    if not case.on_benefits:
        return
    target = case.benefit.target
    if target is None:
        yield _at_benefit(case, "absent")
    elif target.by is None:
        yield Hit((*case.place, "target"), _title(case), case.benefit.id, "no-day")


def no_realisation(case: BenefitCase) -> Iterator[Hit]:
    """Highest step >= benefits, no ``realisation``."""
    if case.on_benefits and case.benefit.realisation is None:
        yield _at_benefit(case)


def no_worth(case: BenefitCase) -> Iterator[Hit]:
    """Kind cash, capacity or avoidance, highest step >= benefits, no worth, given or implied."""
    if case.benefit.kind in _WORTH_MONEY and case.on_benefits and case.figures.unit_worth is None:
        yield Hit(case.place, {**_title(case), "kind": Word(f"kind.{case.benefit.kind}")}, case.benefit.id)


def _title(case: BenefitCase) -> dict[str, Term]:
    return {"title": Name(case.benefit.title)}


def _at_benefit(case: BenefitCase, reason: str = "") -> Hit:
    return Hit(case.place, _title(case), case.benefit.id, reason)
