"""All that a file says, value by value, each at a place that does not depend on order."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from staircase.core.comparison.parts import identified
from staircase.core.model.value import Part
from staircase.core.period import Period
from staircase.core.table import KeyPath

Steady = tuple[Hashable, ...]
"""A place that names parts of lists by what makes them the same, not by their position."""

Scalar = str | int | date | Fraction | Period

_Value = Part | Mapping[str, "_Value"] | Sequence["_Value"] | Scalar | None
"""What a field of a file may be."""


@dataclass(frozen=True, slots=True)
class Leaf:
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


def leaves(part: Part) -> dict[Steady, Leaf]:
    """Every value of a file by its steady place; what is absent or an empty list gives none."""
    return {place.steady: Leaf(place.keys, value, place.entries) for place, value in _of_part(part, _Place())}


def _of_part(part: Part, place: _Place) -> Iterator[tuple[_Place, Scalar]]:
    for name, field in type(part).model_fields.items():
        yield from _of(name, getattr(part, name), place.key(field.alias or name))


def _of(name: str, value: _Value, place: _Place) -> Iterator[tuple[_Place, Scalar]]:
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
