"""What is at stake in a finding, for ordering and never for summing, and who owns it."""

from fractions import Fraction
from typing import assert_never

from staircase.core.figures import BenefitFigures
from staircase.core.finding import Finding
from staircase.core.known import Known, KnownItem
from staircase.core.rules.rule import Scene
from staircase.core.source import AtKey, Span
from staircase.core.worth import NOTHING, exact_sum

Holder = BenefitFigures | KnownItem
"""The benefit or roadmap item that a finding stands in."""


def at_stake(scene: Scene, finding: Finding) -> Fraction:
    """Give the money a year at stake, never below 0.

    A benefit's: potential - taken home, unset counting as 0. A roadmap item's: ``expects.per_year``. An assignment's
    or a department's: the sum over its benefits and live items. Cash and capacity both count. A goal's and the
    programme's: 0.
    """
    match finding.subject.kind:
        case "assignment":
            known = scene.known.get(finding.subject.id)
            return _of_place(scene, known, finding) if known else NOTHING
        case "department":
            standing = scene.standings.get(finding.subject.id)
            assignments = standing.assignments if standing else ()
            return exact_sum(_of_assignment(scene, known) for known in assignments)
        case "goal" | "program":
            return NOTHING
        case unknown:
            assert_never(unknown)


def owner(scene: Scene, finding: Finding) -> str | None:
    """Give whose a finding is: the benefit's or roadmap item's owner, else the lead, else the department's manager."""
    match finding.subject.kind:
        case "assignment":
            known = scene.known.get(finding.subject.id)
            return (_item_owner(scene, known, finding) or known.assignment.lead) if known else None
        case "department":
            department = scene.portfolio.departments.get(finding.subject.id)
            return department.manager if department else None
        case "goal" | "program":
            return None
        case unknown:
            assert_never(unknown)


def _of_place(scene: Scene, known: Known, finding: Finding) -> Fraction:
    holder = _holder(scene, known, finding)
    return _of_assignment(scene, known) if holder is None else _of_holder(holder)


def _of_assignment(scene: Scene, known: Known) -> Fraction:
    holders: tuple[Holder, ...] = (*scene.figures[known.id], *(item for item in known.items if item.live))
    return exact_sum(map(_of_holder, holders))


def _of_holder(holder: Holder) -> Fraction:
    if isinstance(holder, KnownItem):
        expects = holder.item.expects
        return max(expects.per_year or NOTHING, NOTHING) if expects else NOTHING
    left = (holder.potential or NOTHING) - holder.taken_home if holder.taken_home else holder.potential
    return left if left and left.numerator > 0 else NOTHING


def _item_owner(scene: Scene, known: Known, finding: Finding) -> str | None:
    holder = _holder(scene, known, finding)
    if isinstance(holder, KnownItem):
        return holder.item.owner
    return holder.known.benefit.owner if holder else None


def _holder(scene: Scene, known: Known, finding: Finding) -> Holder | None:
    """Give the benefit or item that a finding stands in, by its place: ids may mean other things to other rules."""
    match finding.where:
        case Span():
            return None
        case AtKey(keys) | keys:
            match keys:
                case ("benefits", int(number), *_):
                    return scene.figures[known.id][number]
                case ("roadmap", int(number), *_):
                    return known.items[number]
                case _:
                    return None
