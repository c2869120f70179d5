"""Whether a changed value was decided anew, with the one before it in ``was``, or written over, also for days past."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from staircase.core.comparison.change import AssignmentPair, Change, Decision, Side
from staircase.core.comparison.kinds import KINDS
from staircase.core.comparison.parts import matched
from staircase.core.model.assignment import (
    Assignment,
    Benefit,
    Earlier,
    EarlierAssignment,
    EarlierBenefit,
    EarlierItem,
    RoadmapItem,
)
from staircase.core.yaml.source import KeyPath

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
