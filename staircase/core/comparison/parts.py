"""Parts of a file on both sides: which are the same by id, day or value, and what is told of them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, Literal, Protocol, TypeVar

from staircase.core.comparison.change import AssignmentPair, Change, Model, Pair, Side, Sides, View
from staircase.core.comparison.ids import Place, title_of
from staircase.core.model.assignment import Assignment
from staircase.core.model.value import Part
from staircase.core.term import Code, Name, Term
from staircase.core.yaml.source import KeyPath

T = TypeVar("T")
Identity = Hashable


def _by(*names: str) -> Callable[[Any], Identity]:
    return lambda part: tuple(getattr(part, name) for name in names)


_IDENTITIES: Mapping[str, Callable[[Any], Identity]] = MappingProxyType(
    {
        "journey": _by("step", "entered"),
        "pauses": _by("from_"),
        "measurements": _by("date"),
        "shown": _by("date"),
        "taken_home": _by("from_", "document"),
        "accepted": _by("rule", "item"),
        "links": _by("url"),
        "was": _by("until"),
    }
)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A part of a list with its position there."""

    number: int
    part: T


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A part on both sides, or on one of them alone."""

    before: Placed[T] | None
    after: Placed[T] | None


def identified(field: str, parts: Sequence[T]) -> dict[Identity, Placed[T]]:
    """The parts of a list by what makes them the same; equal ones are numbered in the order of what they say."""
    alike: dict[Identity, list[Placed[T]]] = defaultdict(list)
    for number, part in enumerate(parts):
        alike[_identity(field, part)].append(Placed(number, part))
    found: dict[Identity, Placed[T]] = {}
    for identity, several in alike.items():
        if len(several) > 1:
            several.sort(key=lambda placed: repr(placed.part))
        found |= {(identity, count): placed for count, placed in enumerate(several)}
    return found


def matched(field: str, before: Sequence[T], after: Sequence[T]) -> Iterator[Match[T]]:
    """The parts of both sides, matched by identity; those of before first, in their order."""
    ours, theirs = identified(field, before), identified(field, after)
    for identity, placed in ours.items():
        yield Match(placed, theirs.get(identity))
    yield from (Match(None, placed) for identity, placed in theirs.items() if identity not in ours)


def paired(
    matches: Sequence[Match[T]], alike: Callable[[T], Hashable], order: Callable[[T], Any]
) -> Iterator[Match[T]]:
    """Match what is left alone on both sides once more, by what is alike in it, both sides in that order."""
    waiting: dict[Hashable, list[Placed[T]]] = defaultdict(list)
    for placed in sorted(_alone(matches, "after"), key=lambda placed: order(placed.part)):
        waiting[alike(placed.part)].append(placed)
    yield from (match for match in matches if match.before and match.after)
    for placed in sorted(_alone(matches, "before"), key=lambda placed: order(placed.part)):
        rest = waiting[alike(placed.part)]
        yield Match(placed, rest.pop(0) if rest else None)
    yield from (Match(None, placed) for rest in waiting.values() for placed in rest)


def _alone(matches: Sequence[Match[T]], side: Literal["before", "after"]) -> Iterator[Placed[T]]:
    for match in matches:
        own, other = (match.before, match.after) if side == "before" else (match.after, match.before)
        if own and other is None:
            yield own


def _identity(field: str, part: object) -> Identity:
    if not isinstance(part, Part):
        return (part,)
    own = _IDENTITIES.get(field)
    return own(part) if own else (getattr(part, "id", None),)


class Titled(Protocol):
    """What has an id and a title."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""


TitledT = TypeVar("TitledT", bound=Titled)


@dataclass(frozen=True, slots=True)
class Thing(Generic[TitledT]):
    """A part of an assignment that is on both sides; ``field`` is the list that it stands in."""

    pair: AssignmentPair
    field: str
    before: Placed[TitledT]
    after: Placed[TitledT]

    @property
    def parts(self) -> tuple[TitledT, TitledT]:
        """What it is on both sides."""
        return self.before.part, self.after.part

    def sides(self, key: str | KeyPath, read: Callable[[TitledT], Term | None]) -> Sides:
        """The places of one of its keys, with what it says there; none where it says nothing."""
        keys = (key,) if isinstance(key, str) else key
        return (
            self.side(self.pair.before, self.before, keys, read(self.before.part)),
            self.side(self.pair.after, self.after, keys, read(self.after.part)),
        )

    def side(self, view: View[Assignment], placed: Placed[TitledT], keys: KeyPath, value: Term | None) -> Side | None:
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
        yield from self.pair.differing(kind, sides, self.after.part.id)

    def altered(self, kind: str, key: str | KeyPath, read: Callable[[TitledT], Term | None]) -> Iterator[Change]:
        """A value that is not the same on both sides, or is on one of them alone."""
        before, after = map(read, self.parts)
        if before != after:
            yield self.told(kind, self.sides(key, read))

    def owned(self, read: Callable[[TitledT], str | None]) -> Iterator[Change]:
        """Another owner, one that was named, or one that was removed."""
        sides = self.sides("owner", lambda part: Name(owner) if (owner := read(part)) else None)
        yield from self.came("owner-named", sides)
        yield from self.differing("owner-changed", sides)


def things(
    pair: AssignmentPair, field: str, added: str, whole: Callable[[TitledT], Term | None]
) -> Iterator[Thing[TitledT] | Change]:
    """What is on both sides of a list; what came or went is told."""
    before: tuple[TitledT, ...] = getattr(pair.before.model, field)
    after: tuple[TitledT, ...] = getattr(pair.after.model, field)
    for match in matched(field, before, after):
        if match.before and match.after:
            yield Thing(pair, field, match.before, match.after)
        else:
            yield from _came(pair, field, added, match, whole)


def _came(
    pair: AssignmentPair, field: str, added: str, match: Match[TitledT], whole: Callable[[TitledT], Term | None]
) -> Iterator[Change]:
    before, after = (
        view.side((field, placed.number), whole(placed.part), title=Name(placed.part.title)) if placed else None
        for view, placed in ((pair.before, match.before), (pair.after, match.after))
    )
    placed = match.after or match.before
    yield from pair.came(added, (before, after), placed.part.id if placed else None)


def id_changes(pair: Pair[Model], ids: Mapping[Place, str]) -> Iterator[Change]:
    """The renaming of each entry of a file that has another id; both sides of the pair have the ids of now."""
    for (family, old), new in ids.items():
        before, after = (_id_side(view, (family, new), name) for view, name in ((pair.before, old), (pair.after, new)))
        yield pair.told("id-changed", (before, after), new)


def _id_side(view: View[Model], at: Place, name: str) -> Side:
    entries = enumerate(getattr(view.model, at[0]))
    number, entry = next((number, entry) for number, entry in entries if entry.id == at[1])
    return view.side((at[0], number, "id"), Code(name), title=Name(title_of(entry)))
