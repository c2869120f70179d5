"""An assignment, or the programme, as it is on both sides, and the changes that are told of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.kinds import KINDS
from staircase.core.finding import Subject
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.model.value import Part
from staircase.core.table import KeyPath
from staircase.core.term import Term

Model = TypeVar("Model", bound=Part)
Sides = tuple[Side | None, Side | None]
"""A place before and after; ``None`` where there is none."""


@dataclass(frozen=True, slots=True)
class View(Generic[Model]):
    """One side: whom it is about, its file, and what the file says."""

    subject: Subject
    path: str
    model: Model

    def side(self, keys: KeyPath, value: Term | None = None, /, **terms: Term) -> Side:
        """A place on this side, what it says, and what a sentence tells of it besides."""
        return Side(self.path, keys, value, terms)


@dataclass(frozen=True, slots=True)
class Pair(Generic[Model]):
    """Both sides on a day: later facts are not known; ``renames`` are new ids of assignments by the old ones."""

    day: date
    before: View[Model]
    after: View[Model]
    renames: Mapping[str, str] = field(default_factory=dict)

    def told(self, kind: str, sides: Sides, item: str | None = None) -> Change:
        """A change in this kind's own direction."""
        return Change(kind, self.after.subject, self.before.subject, item, *sides)

    def turned(self, sign: int, kind: str, sides: Sides, item: str | None = None) -> Change:
        """A change in this kind's direction, or in its mirror's where the sign is negative."""
        return self.told(kind if sign > 0 else KINDS[kind].mirror, sides, item)

    def came(self, kind: str, sides: Sides, item: str | None = None) -> Iterator[Change]:
        """What came, or in the mirror's kind of what went; nothing where it is on both sides or on none."""
        before, after = sides
        if (before is None) != (after is None):
            yield self.turned(1 if after else -1, kind, sides, item)

    def sides(self, read: Callable[[View[Model]], Side | None]) -> Sides:
        """What is read of both sides."""
        return read(self.before), read(self.after)

    def known(self, day: date | None) -> date | None:
        """A day, if it has come."""
        return day if day and day <= self.day else None


AssignmentPair = Pair[Assignment]
ProgramPair = Pair[Program]


def sign(difference: Fraction | int) -> int:
    """1 for more than nothing, -1 for less, else 0."""
    return (difference > 0) - (difference < 0)


def later(before: date, after: date) -> int:
    """1 when the second day is the later one, -1 when it is the earlier, else 0."""
    return sign((after - before).days)
