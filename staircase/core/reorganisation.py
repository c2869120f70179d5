"""The departments of a day: which there are, and where what belonged to those that have ended belongs now."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from staircase.core.model.program import Department
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
