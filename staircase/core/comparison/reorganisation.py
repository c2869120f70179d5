"""What a reorganisation alone changed: files that name what their department became say nothing new."""

from typing import TypeVar

from staircase.core.model.assignment import Assignment, EarlierAssignment, RoadmapItem
from staircase.core.model.program import Document, Program
from staircase.core.reorganisation import Reorganised

Owned = TypeVar("Owned", RoadmapItem, Document)


def followed(one: Assignment, other: Assignment, moved: Reorganised) -> Assignment:
    """One side of an assignment; where the other side names what its department became, it names that too.

    It also keeps in ``was``, as the other side does, what the department was until its last day. Where the other side
    does not, though the assignment had begun by then, earlier days are told otherwise: that does not follow.
    """
    if not moved.became:
        return one
    items = {item.id: item for item in other.roadmap}
    roadmap = tuple(_followed(item, items.get(item.id), moved) for item in one.roadmap)
    update: dict[str, object] = {"roadmap": roadmap}
    if moved.departments(one.department, ended=False) == other.department != one.department:
        former = [entry for entry in other.was if entry not in one.was and _is_former(entry, one.department, moved)]
        if former or not _had_begun(one, moved):
            update |= {"department": other.department, "was": (*one.was, *former)}
    return one.model_copy(update=update)


def _is_former(entry: EarlierAssignment, department: tuple[str, ...], moved: Reorganised) -> bool:
    """Whether all that was decided before is the department, until the last day of each that is no more."""
    last_days = {moved.last_days[name] for name in department if name in moved.last_days}
    return entry.values == {"department": department} and last_days == {entry.until}


def _had_begun(one: Assignment, moved: Reorganised) -> bool:
    """Whether an assignment was on its way while one of its departments that are no more was there."""
    return any(one.started <= moved.last_days[name] for name in one.department if name in moved.last_days)


def followed_program(one: Program, other: Program, moved: Reorganised) -> Program:
    """One side of a programme, with its documents as in ``followed``."""
    if not moved.became:
        return one
    there = {document.id: document for document in other.documents}
    documents = tuple(_followed(document, there.get(document.id), moved) for document in one.documents)
    return one.model_copy(update={"documents": documents})


def _followed(one: Owned, other: Owned | None, moved: Reorganised) -> Owned:
    if one.department is None or other is None or moved.going_with(one.department) != other.department:
        return one
    return one.model_copy(update={"department": other.department})
