"""Parts of a file on both sides: which are the same, and whether a value was decided anew or written over."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Generic, Literal, Protocol, TypeVar

from staircase.core.comparison.change import AssignmentPair, Change, Decision, Model, Pair, Side, Sides, View
from staircase.core.comparison.ids import Place, title_of
from staircase.core.comparison.kinds import KINDS
from staircase.core.model import Part
from staircase.core.model.assignment import (
    Assignment,
    Benefit,
    Earlier,
    EarlierAssignment,
    EarlierBenefit,
    EarlierItem,
    RoadmapItem,
)
from staircase.core.source import KeyPath
from staircase.core.term import Code, Name, Term

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


_Part = Assignment | Benefit | RoadmapItem
_Placed = tuple[KeyPath, _Part]

_ENTRIES: Mapping[str, type[Earlier]] = {"benefits": EarlierBenefit, "roadmap": EarlierItem}
"""What stands in ``was``, by the list whose parts have it; else it is the assignment's own."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided anew, or whose decision was taken back, between two sides of an assignment.

    Attributes:
        before: each decision by the place of its key before the change.
        after: the same by the place after it.
        kept: the places in ``was``, before and after, that only hold the other side's value.
    """

    before: dict[KeyPath, Decision] = field(default_factory=dict)
    after: dict[KeyPath, Decision] = field(default_factory=dict)
    kept: tuple[set[KeyPath], set[KeyPath]] = field(default_factory=lambda: (set(), set()))

    def of(self, change: Change) -> Change:
        """A change with what was decided of it; a value that took the place of another one was else corrected."""
        places = (_places(change, change.before), _places(change, change.after))
        for of_side, decided in zip(places, (self.before, self.after), strict=True):
            for place in of_side:
                if place in decided:
                    return replace(change, decision=decided[place])
        is_over = change.before is not None and any(map(_is_decidable, places[1]))
        return replace(change, decision=Decision("corrected")) if is_over else change


def _places(change: Change, side: Side | None) -> list[KeyPath]:
    """The places that a change speaks of on a side, no farther in than what is decided as a whole."""
    keys = (side.keys, *KINDS[change.kind].spoken_of(side.keys)) if side else ()
    return [place[: 3 if place[:1] in {("benefits",), ("roadmap",)} else 1] for place in keys]


def _is_decidable(place: KeyPath) -> bool:
    entry = _ENTRIES.get(str(place[0]), EarlierAssignment)
    return place[-1] in {key for _, key in _keys(entry)}


def _keys(entry: type[Earlier]) -> Iterator[tuple[str, str]]:
    """The fields of an entry that hold earlier values, and how files call them."""
    fields = entry.model_fields.items()
    return ((name, one.alias or name) for name, one in fields if name not in Earlier.model_fields)


def decisions(pair: AssignmentPair) -> Decisions:
    """The values that moved into ``was``, and those that came back from it."""
    found = Decisions()
    for ours, theirs in _both(pair):
        for old, new, kept, decision in (*_moved(ours, theirs, "anew"), *_moved(theirs, ours, "undone")):
            before, after = (old, new) if decision.kind == "anew" else (new, old)
            found.before[before], found.after[after] = decision, decision
            found.kept[1 if decision.kind == "anew" else 0].update(kept)
    return found


def _both(pair: AssignmentPair) -> Iterator[tuple[_Placed, _Placed]]:
    """The assignment, its benefits and its items on both sides."""
    before, after = pair.before.model, pair.after.model
    yield ((), before), ((), after)
    for family in _ENTRIES:
        for match in matched(family, getattr(before, family), getattr(after, family)):
            if match.before and match.after:
                places = ((family, match.before.number), (family, match.after.number))
                yield (places[0], match.before.part), (places[1], match.after.part)


def _moved(
    old: _Placed, new: _Placed, kind: Literal["anew", "undone"]
) -> Iterator[tuple[KeyPath, KeyPath, list[KeyPath], Decision]]:
    """The keys whose old value stands in a new entry of ``was``: where they stood, where they stand, and the entry."""
    (old_place, before), (new_place, after) = old, new
    there = frozenset(before.was)
    for number, entry in enumerate(after.was):
        if entry in there:
            continue
        where = (*new_place, "was", number)
        values = entry.values
        held = [
            key
            for name, key in _keys(type(entry))
            if name in values and values[name] == _value(before, name) != _value(after, name)
        ]
        rest = ("until", "why") if len(held) == len(values) else ()
        for key in held:
            kept = [(*where, one) for one in (key, *rest)]
            yield (*old_place, key), (*new_place, key), kept, Decision(kind, entry.until, entry.why)


def _value(part: _Part, name: str) -> object:
    """A value that holds now: an item without ``to`` ends as it begins."""
    value: object = getattr(part, name)
    return part.from_ if value is None and name == "to" and isinstance(part, RoadmapItem) else value
