"""A trial, benefit or roadmap item that is on both sides, and what is told of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from staircase.core.comparison.change import AssignmentPair, Change, Side, Sides, View
from staircase.core.comparison.identity import Match, Placed, matched
from staircase.core.model.assignment import Assignment
from staircase.core.table import KeyPath
from staircase.core.term import Name, Term


class Titled(Protocol):
    """What has an id and a title."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""


T = TypeVar("T", bound=Titled)


@dataclass(frozen=True, slots=True)
class Thing(Generic[T]):
    """A part of an assignment that is on both sides; ``field`` is the list that it stands in."""

    pair: AssignmentPair
    field: str
    before: Placed[T]
    after: Placed[T]

    @property
    def parts(self) -> tuple[T, T]:
        """What it is on both sides."""
        return self.before.part, self.after.part

    def sides(self, key: str | KeyPath, read: Callable[[T], Term | None]) -> Sides:
        """The places of one of its keys, with what it says there; none where it says nothing."""
        keys = (key,) if isinstance(key, str) else key
        return (
            self.side(self.pair.before, self.before, keys, read(self.before.part)),
            self.side(self.pair.after, self.after, keys, read(self.after.part)),
        )

    def side(self, view: View[Assignment], placed: Placed[T], keys: KeyPath, value: Term | None) -> Side | None:
        """The place of one of its keys on one side, if it says anything."""
        if value is None:
            return None
        return view.side((self.field, placed.number, *keys), value, title=Name(placed.part.title))

    def came(self, kind: str, sides: Sides) -> Iterator[Change]:
        """What came to it, or went from it."""
        yield from self.pair.came(kind, sides, self.after.part.id)

    def turned(self, sign: int, kind: str, sides: Sides) -> Change:
        """A change in this kind's direction, or its mirror's where the sign is negative."""
        return self.pair.turned(sign, kind, sides, self.after.part.id)

    def told(self, kind: str, sides: Sides) -> Change:
        """A change in this kind's own direction."""
        return self.pair.told(kind, sides, self.after.part.id)

    def differing(self, kind: str, sides: Sides) -> Iterator[Change]:
        """A value that is on both sides and is not the same."""
        before, after = sides
        if before and after and before.value != after.value:
            yield self.told(kind, sides)

    def owned(self, read: Callable[[T], str | None]) -> Iterator[Change]:
        """Another owner, one that was named, or one that was removed."""
        sides = self.sides("owner", lambda part: Name(owner) if (owner := read(part)) else None)
        yield from self.came("owner-named", sides)
        yield from self.differing("owner-changed", sides)


def things(
    pair: AssignmentPair, field: str, added: str, whole: Callable[[T], Term | None]
) -> Iterator[Thing[T] | Change]:
    """What is on both sides of a list; what came or went is told."""
    before: tuple[T, ...] = getattr(pair.before.model, field)
    after: tuple[T, ...] = getattr(pair.after.model, field)
    for match in matched(field, before, after):
        if match.before and match.after:
            yield Thing(pair, field, match.before, match.after)
        else:
            yield from _came(pair, field, added, match, whole)


def _came(
    pair: AssignmentPair, field: str, added: str, match: Match[T], whole: Callable[[T], Term | None]
) -> Iterator[Change]:
    before, after = (
        view.side((field, placed.number), whole(placed.part), title=Name(placed.part.title)) if placed else None
        for view, placed in ((pair.before, match.before), (pair.after, match.after))
    )
    placed = match.after or match.before
    yield from pair.came(added, (before, after), placed.part.id if placed else None)
