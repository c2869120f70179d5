"""Which departments, benefits and findings a selection of assignments is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from staircase.core.figures import BenefitFigures
from staircase.core.finding import Finding
from staircase.core.known import Known
from staircase.core.model.program import Department
from staircase.core.reports.select import Selection, is_one_of, matches
from staircase.core.rules.rule import Scene
from staircase.core.stake import owner


def departments_of(scene: Scene, selection: Selection, *, state: bool = True) -> Sequence[Department]:
    """The departments that the filters leave an assignment of, in the order of ``program.yaml``.

    Without ``state`` that filter is not asked.
    """
    return [each for each in scene.program.departments if _is_left(scene, each.id, selection, state=state)]


def benefits_of(scene: Scene, known: Known, selection: Selection) -> Iterator[BenefitFigures]:
    """An assignment's benefits, or those of the owners that are asked for."""
    for figures in scene.figures[known.id]:
        if not selection.owner or is_one_of(figures.known.benefit.owner or "", selection.owner):
            yield figures


def is_about(scene: Scene, finding: Finding, selection: Selection, *, state: bool = True) -> bool:
    """Whether the filters let through what a finding is about; the owner is the finding's own."""
    if not selection.narrows and not (state and selection.state):
        return True
    if selection.owner and not is_one_of(owner(scene, finding) or "", selection.owner):
        return False
    if selection.department and department_of(scene, finding) not in selection.department:
        return False
    others = selection.without_owner_and_department
    if not others.narrows and not (state and others.state):
        return True
    if finding.subject.kind == "goal":
        return finding.subject.id in others.goal
    known = scene.known.get(finding.subject.id) if finding.subject.kind == "assignment" else None
    return known is not None and matches(known, others, state=state)


def department_of(scene: Scene, finding: Finding) -> str:
    """The id of the department that a finding is about, by itself or through its assignment."""
    match finding.subject.kind:
        case "department":
            return finding.subject.id
        case "assignment" if known := scene.known.get(finding.subject.id):
            return known.assignment.department or ""
        case _:
            return ""


def _is_left(scene: Scene, name: str, selection: Selection, *, state: bool) -> bool:
    if selection.department and name not in selection.department:
        return False
    if not replace(selection, department=()).narrows and not (state and selection.state):
        return True
    return any(matches(known, selection, state=state) for known in scene.standings[name].assignments)
