"""What is at stake in a finding, for ordering and never for summing, and who owns it."""

from fractions import Fraction
from typing import assert_never

from staircase.core.figures import NOTHING, BenefitFigures
from staircase.core.finding import Finding
from staircase.core.known import Known, KnownItem
from staircase.core.rules.rule import Scene
from staircase.core.totals import kind_of
from staircase.core.yaml.source import AtKey, Span

Holder = BenefitFigures | KnownItem
"""The benefit or roadmap item that a finding stands in."""

_OF_THE_TEXT = frozenset({"text-cut"})
"""Rules that may stand inside a benefit or an item, and yet say nothing of what it is worth."""


def at_stake(scene: Scene, finding: Finding) -> Fraction:
    """The money a year at stake in the benefit or roadmap item that a finding is about, never below 0.

    A benefit's: potential - taken home, unset counting as 0. An item's: ``expects.per_year``. 0 for everything else:
    what is about a whole assignment, department or programme does not inherit the money of all that stands in it.
    """
    if finding.subject.kind != "assignment" or finding.rule in _OF_THE_TEXT:
        return NOTHING
    known = scene.known.get(finding.subject.id)
    holder = _holder(scene, known, finding) if known else None
    if holder is None:
        return NOTHING
    if isinstance(holder, KnownItem):
        expects = holder.item.expects
        return max(expects.per_year or NOTHING, NOTHING) if expects else NOTHING
    return max((holder.potential or NOTHING) - (holder.taken_home or NOTHING), NOTHING)


def kind_at_stake(scene: Scene, finding: Finding) -> str | None:
    """The kind of the benefit that is at stake in a finding, since money of different kinds is not added."""
    known = scene.known.get(finding.subject.id) if finding.subject.kind == "assignment" else None
    holder = _holder(scene, known, finding) if known else None
    if isinstance(holder, KnownItem):
        return holder.item.expects.kind if holder.item.expects else None
    return kind_of(holder) if holder else None


def owner(scene: Scene, finding: Finding) -> str | None:
    """Whose a finding is: the benefit's or roadmap item's owner, else the lead, else the department's manager."""
    match finding.subject.kind:
        case "assignment":
            known = scene.known.get(finding.subject.id)
            return (_item_owner(scene, known, finding) or known.assignment.lead) if known else None
        case "department":
            department = scene.portfolio.departments.get(finding.subject.id)
            return department.manager if department else None
        case "goal" | "program":
            return finding.item if finding.rule == "program-lead-overloaded" else None
        case unknown:
            assert_never(unknown)


def _item_owner(scene: Scene, known: Known, finding: Finding) -> str | None:
    holder = _holder(scene, known, finding)
    if isinstance(holder, KnownItem):
        return holder.item.owner
    return holder.known.benefit.owner if holder else None


def _holder(scene: Scene, known: Known, finding: Finding) -> Holder | None:
    """The benefit or item that a finding stands in, by its place: ids may mean other things to other rules."""
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
