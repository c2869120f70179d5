"""What is otherwise and was told of by no other kind: text only, written ahead, or named by its key. None is lost."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import accumulate
from typing import assert_never

from staircase.core.comparison.change import Change, Model, Pair, Side, Sides, later, listed
from staircase.core.comparison.ids import DECLARED, PARTS
from staircase.core.comparison.kinds import GOVERNING, KINDS
from staircase.core.comparison.parts import identified
from staircase.core.finding import PROGRAM
from staircase.core.model import MOST_DIGITS, Part
from staircase.core.period import Period
from staircase.core.source import KeyPath
from staircase.core.term import Name, Quantity, Said, Term, Word

Steady = tuple[Hashable, ...]
"""A place that names parts of lists by what makes them the same, not by their position."""

Scalar = str | int | date | Fraction | Period

_FieldValue = Part | Mapping[str, "_FieldValue"] | Sequence["_FieldValue"] | Scalar | None
"""What a field of a file may be."""


@dataclass(frozen=True, slots=True)
class PlacedValue:
    """A value and where it stands in the file.

    Attributes:
        keys: its key path.
        value: what it says.
        entries: the places of the list entries that it stands in, the outermost first.
    """

    keys: KeyPath
    value: Scalar
    entries: tuple[Steady, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    steady: Steady = ()
    keys: KeyPath = ()
    entries: tuple[Steady, ...] = ()

    def key(self, name: str) -> "_Place":
        return _Place((*self.steady, name), (*self.keys, name), self.entries)

    def entry(self, identity: Hashable, number: int) -> "_Place":
        steady, keys = (*self.steady, identity), (*self.keys, number)
        return _Place(steady, keys, (*self.entries, steady))


def leaves(part: Part) -> dict[Steady, PlacedValue]:
    """Every value of a file by its steady place; what is absent or an empty list gives none."""
    return {place.steady: PlacedValue(place.keys, value, place.entries) for place, value in _of_part(part, _Place())}


def _of_part(part: Part, place: _Place) -> Iterator[tuple[_Place, Scalar]]:
    for name, field in type(part).model_fields.items():
        yield from _of(name, getattr(part, name), place.key(field.alias or name))


def _of(name: str, value: _FieldValue, place: _Place) -> Iterator[tuple[_Place, Scalar]]:
    match value:
        case None:
            return
        case Part():
            yield from _of_part(value, place)
        case Mapping():
            for key in value:
                yield from _of(key, value[key], place.key(key))
        case str() | int() | date() | Fraction() | Period():
            yield place, value
        case Sequence():
            for identity, placed in identified(name, value).items():
                yield from _of(name, placed.part, place.entry(identity, placed.number))
        case _:
            assert_never(value)


_TEXTS = frozenset(
    {
        *("title", "name", "organisation", "why", "learned", "what", "source", "basis", "how", "forum", "decision"),
        *("area", "realisation"),
    }
)
"""The keys whose values are prose: another wording changes no figure, state or gap by itself."""

_DATED = {
    "journey": "entered",
    "measurements": "date",
    "shown": "date",
    "taken_home": "from",
    "baseline": "date",
    "closed": "date",
    "dropped": "date",
    "stopped": "date",
    "trials": "started",
}
"""The parts that are facts of a day, and the key of that day."""

_DAYS = frozenset({"completed", "ended", "started", "done", "reviewed", "live", "adopted"})


_NOWHERE: frozenset[KeyPath] = frozenset()

_Values = Mapping[Steady, PlacedValue]
"""The values of a side by their steady places."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """Both sides' values, and those places that no change tells of yet."""

    before: Mapping[Steady, PlacedValue]
    after: Mapping[Steady, PlacedValue]
    untold: tuple[Steady, ...]


def rest(
    pair: Pair[Model],
    told: Iterable[Change],
    kept: tuple[AbstractSet[KeyPath], AbstractSet[KeyPath]] = (_NOWHERE, _NOWHERE),
) -> Iterator[Change]:
    """Every value that is otherwise and that no change so far tells of; ``kept`` holds what either side had."""
    before, after = leaves(pair.before.model), leaves(pair.after.model)
    claims = _Claims.of(pair, told, kept)
    untold = tuple(
        place
        for place in {**before, **after}
        if _value(before.get(place)) != _value(after.get(place))
        and not claims.hold(place, before.get(place), after.get(place))
    )
    found = _Rest(before, after, untold)
    for group, places in _grouped(found).items():
        yield _told(pair, found, group, places)


@dataclass(frozen=True, slots=True)
class _Claims:
    """What changes speak of, as the table of kinds says: places on both sides, and entries that accept a rule's gap."""

    before: frozenset[KeyPath]
    after: frozenset[KeyPath]
    accepting: frozenset[tuple[str, str | None]]

    @classmethod
    def of(
        cls, pair: Pair[Model], told: Iterable[Change], kept: tuple[AbstractSet[KeyPath], AbstractSet[KeyPath]]
    ) -> "_Claims":
        """Gather what these changes speak of in the files of a pair."""
        before, after = set(kept[0]), set(kept[1])
        accepting: set[tuple[str, str | None]] = set()
        for change in told:
            kind = KINDS[change.kind]
            if kind.looks_at == GOVERNING:
                accepting |= set(_accepting(change)) if _is_governed(change, pair) else set()
            else:
                before.update(kind.spoken_of(change.before.keys) if change.before else ())
                after.update(kind.spoken_of(change.after.keys) if change.after else ())
        return cls(frozenset(before), frozenset(after), frozenset(accepting))

    def hold(self, place: Steady, before: PlacedValue | None, after: PlacedValue | None) -> bool:
        """Whether a value stands in one of the places, on either side."""
        if self.accepting and place[0] == "accepted" and isinstance(place[1], tuple):
            return place[1][0] in self.accepting  # what makes an entry the same one
        return _is_within(before, self.before) or _is_within(after, self.after)


def _is_within(leaf: PlacedValue | None, places: frozenset[KeyPath]) -> bool:
    return leaf is not None and not places.isdisjoint(accumulate((key,) for key in leaf.keys))


def _is_governed(change: Change, pair: Pair[Model]) -> bool:
    """Whether a finding is accepted in the file of a pair: an assignment's own, or the programme's."""
    subject = pair.after.subject
    return change.subject == subject or (subject == PROGRAM and change.subject.kind != "assignment")


def _accepting(change: Change) -> Iterator[tuple[str, str | None]]:
    """What an entry may name to accept a finding: its rule, with its item or none."""
    item = change.item if change.subject.kind == "assignment" else change.subject.id
    yield from ((change.rule, None), (change.rule, item))


def _grouped(found: _Rest) -> Mapping[Steady, Sequence[Steady]]:
    """What is told of together: an entry that is on one side only, a list of words, or a value alone."""
    if not found.untold:
        return {}
    sides = (_within(found.before), _within(found.after))
    groups: dict[Steady, list[Steady]] = {}
    for place in found.untold:
        groups.setdefault(_group(found, place, sides), []).append(place)
    return {
        group: [group] if group in places else list(dict.fromkeys([*sides[0].get(group, ()), *sides[1].get(group, ())]))
        for group, places in groups.items()
    }


_Within = Mapping[Steady, Sequence[Steady]]
"""The places that lie within a place, itself among them."""


def _within(side: Mapping[Steady, PlacedValue]) -> _Within:
    found: dict[Steady, list[Steady]] = {}
    for place in side:
        for depth in range(1, len(place) + 1):
            found.setdefault(place[:depth], []).append(place)
    return found


def _group(found: _Rest, place: Steady, sides: tuple[_Within, _Within]) -> Steady:
    leaf = found.before.get(place) or found.after[place]
    for entry in leaf.entries:
        if entry == place:
            return place[:-1]
        if not all(entry in side for side in sides):
            return entry
    return place


def _told(pair: Pair[Model], found: _Rest, group: Steady, places: Sequence[Steady]) -> Change:
    ours, theirs = found.before, found.after
    before = _side(pair.before.path, group, places=places, sides=(ours, theirs))
    after = _side(pair.after.path, group, places=places, sides=(theirs, ours))
    if any(_is_ahead(side, place, pair.day) for side in (found.before, found.after) for place in places):
        return pair.told("written-ahead", (before, after), _item(group))
    if group[0] == "accepted":
        return _acceptance(pair, (before, after), group)
    kind = "text-changed" if places == [group] and _is_text(group) else "other"
    return pair.told(kind, (before, after), _item(group))


def _acceptance(pair: Pair[Model], sides: Sides, group: Steady) -> Change:
    """What is otherwise of an entry that accepts a gap, where no finding tells of it: the gap is not there today."""
    before, after = sides
    if before is None or after is None:
        return pair.turned(1 if after else -1, "acceptance-written", sides, _item(group))
    days = [side.value for side in (before, after) if isinstance(side.value, date)]
    if len(days) == len(sides):
        named = {"key": Name(_named(group[1]))}
        before, after = (replace(side, terms=named) for side in (before, after))
        return pair.turned(later(*days), "acceptance-prolonged", (before, after), _item(group))
    return pair.told("text-changed", sides, _item(group))


def _called(group: Steady, sides: Iterable[_Values]) -> Term:
    """What a place is called in words: its keys and days, and the title that it belongs to, best on the first side."""
    titles = [side.get((*group[:2], key)) for side in sides for key in ("title", "name")]
    title = next((leaf.value for leaf in titles if leaf), None) if group[0] in _TITLED else None
    way = group[2:] if title and len(group) > 2 else group[:1] if title else group  # noqa: PLR2004 - a list and an entry
    key = listed(term for part in way for term in _in_words(part, group[0]))
    return Said("change.key.of", {"key": key, "title": Name(str(title))}) if title else key


def _in_words(part: object, family: object) -> Iterator[Term]:
    """A key by its word, and an entry by what makes it the same one: a visit by its step's name and its day."""
    match part:
        case ((step, *others), count) if family == "journey":
            yield from (Word(f"step.{step}"), Name(_named((others, count))))
        case tuple():
            yield Name(_named(part))
        case _:
            yield Word(f"key.{part}")


def _side(path: str, group: Steady, *, places: Sequence[Steady], sides: tuple[_Values, _Values]) -> Side | None:
    """What the first of the sides says at some places, which are told of together."""
    of = [sides[0][place] for place in places if place in sides[0]]
    if not of:
        return None
    of = sorted(of, key=lambda leaf: [key for key in leaf.keys if isinstance(key, int)])
    value = _term(of[0].value) if len(of) == 1 else Name(", ".join(_text(leaf.value) for leaf in of))
    return Side(path, of[0].keys[: len(group)], value, {"key": _called(group, sides)})


def _is_text(place: Steady) -> bool:
    return place[-1] in _TEXTS and "mandate" not in place


def _is_ahead(side: Mapping[Steady, PlacedValue], place: Steady, day: date) -> bool:
    """Whether a value is, or belongs to, a fact of a day that has not come."""
    days = [side[place]] if place in side and place[-1] in _DAYS else []
    for depth, part in enumerate(place, start=1):
        dated = _DATED.get(part) if isinstance(part, str) else None
        if dated:
            days += [side[at] for at in ((*place[:depth], dated), (*place[: depth + 1], dated)) if at in side]
    return any(isinstance(leaf.value, date) and leaf.value > day for leaf in days)


_TITLED = frozenset({*PARTS, *DECLARED})
"""The lists whose entries have an id and a title."""


def _item(group: Steady) -> str:
    """The id of the trial, benefit or item that a value belongs to, else its key."""
    if len(group) > 1 and group[0] in _TITLED:
        return _spelled(group[1:2])
    return _spelled(group)


def _spelled(place: Steady) -> str:
    return ".".join(map(_named, place))


def _named(part: object) -> str:
    """Spell a key as it is, and an entry by what makes it the same one: its id, day or words."""
    if isinstance(part, tuple):
        identity, count = part
        spelled = " ".join(_text(one) for one in identity if one is not None)
        return f"{spelled} ({count + 1})" if count else spelled
    return str(part)


def _value(leaf: PlacedValue | None) -> Scalar | None:
    return leaf.value if leaf else None


def _term(value: Scalar) -> Term:
    match value:
        case str():
            return Name(value)
        case int() | Fraction():
            return Quantity(Fraction(value))
        case _:
            return value


def _text(value: Scalar) -> str:
    match value:
        case Period():
            return value.text
        case date():
            return value.isoformat()
        case Fraction():
            return _decimal(value)
        case _:
            return str(value)


def _decimal(number: Fraction) -> str:
    """Write a number as the files do: exactly, with a decimal point where it has decimals."""
    with localcontext(prec=MOST_DIGITS):
        return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"
