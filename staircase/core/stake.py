"""What is at stake in a finding, for ordering and never for summing, and who owns it."""

from collections.abc import Mapping
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


Stakes = Mapping[tuple[str, str, int], Fraction]
"""Money a year at stake, by the benefit or roadmap item: its assignment's id, its list's key, and its position."""


def at_stake(scene: Scene, finding: Finding) -> Fraction:
    """Give the money a year at stake, never below 0: that of the benefits and items that a finding is about."""
    return exact_sum(stakes(scene, finding).values())


def stakes(scene: Scene, finding: Finding) -> Stakes:
    """Give the money a year at stake in each benefit and roadmap item that a finding is about, never below 0.

    A benefit's: potential - taken home, unset counting as 0. A roadmap item's: ``expects.per_year``. An assignment
    and a department have all of their benefits and live items. Cash and capacity both count. A goal and the programme
    have none.
    """
    match finding.subject.kind:
        case "assignment":
            known = scene.known.get(finding.subject.id)
            return _of_place(scene, known, finding) if known else {}
        case "department":
            standing = scene.standings.get(finding.subject.id)
            assignments = standing.assignments if standing else ()
            return {key: stake for known in assignments for key, stake in _of_assignment(scene, known).items()}
        case "goal" | "program":
            return {}
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


def _of_place(scene: Scene, known: Known, finding: Finding) -> Stakes:
    holder = _holder(scene, known, finding)
    return _of_assignment(scene, known) if holder is None else {_key(known, holder): _of_holder(holder)}


def _of_assignment(scene: Scene, known: Known) -> Stakes:
    holders: tuple[Holder, ...] = (*scene.figures[known.id], *(item for item in known.items if item.live))
    return {_key(known, holder): _of_holder(holder) for holder in holders}


def _key(known: Known, holder: Holder) -> tuple[str, str, int]:
    if isinstance(holder, KnownItem):
        return known.id, "roadmap", holder.number
    return known.id, "benefits", holder.known.number


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
