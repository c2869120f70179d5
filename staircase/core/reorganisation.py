"""The departments of a day: which there are, and where what belonged to those that have ended belongs now.

Files that name what their department became say nothing new.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from staircase.core.model.assignment import Assignment, EarlierAssignment, RoadmapItem
from staircase.core.model.program import Department, Document, Program
from staircase.core.period import Period


def lives_on(department: Department, day: date) -> bool:
    """Whether there is such a department on a day: first(from) <= day <= last(to)."""
    return limit(department, day) is None


def limit(department: Department, day: date) -> Period | None:
    """The period that keeps a department from a day: its ``from`` lies ahead, or its ``to`` is past."""
    if department.from_ and day < department.from_.first:
        return department.from_
    return department.to if department.to and department.to.last < day else None


class Reorganised(NamedTuple):
    """What became of the departments that have ended by a day, and their last days, by their ids."""

    became: Mapping[str, tuple[str, ...]]
    last_days: Mapping[str, date]

    def going_with(self, name: str) -> str:
        """Where what is open goes with its department: on to what that became, as long as it became exactly one."""
        way = {name: None}
        while len(heirs := self.became.get(name, ())) == 1 and heirs[0] not in way:
            (name,) = heirs
            way[name] = None
        return name

    def counting_for(self, name: str) -> tuple[str, ...]:
        """Whom what has ended counts for, and a document: each that its department became, itself if it became none."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                heirs = self.became.get(one, ())
                waiting += reversed(heirs)
                if not heirs:
                    found[one] = None
        return tuple(found) or (name,)

    def heirs(self, name: str) -> tuple[str, ...]:
        """What came after a department on the day: nothing where it is there, or became none."""
        return self.counting_for(name) if self.became.get(name) else ()

    def departments(self, names: tuple[str, ...], *, ended: bool) -> tuple[str, ...]:
        """Where what a file says belongs to those departments belongs on the day."""
        if self.became.keys().isdisjoint(names):
            return names
        heirs = [self.counting_for(name) if ended else (self.going_with(name),) for name in names]
        return tuple(dict.fromkeys(heir for several in heirs for heir in several))


def reorganised(departments: Iterable[Department], day: date) -> Reorganised:
    """What became of those of the departments that have ended by a day: last(to) < day."""
    ended = [(one, one.to.last) for one in departments if one.to and one.to.last < day]
    return Reorganised({one.id: one.became for one, _ in ended}, {one.id: last for one, last in ended})


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
