"""Rows and sentences that are made when they are first asked for."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, overload

Part_co = TypeVar("Part_co", covariant=True)


class Made(Sequence[Part_co]):
    """Rows or sentences that are made when they are first asked for: a table needs neither."""

    def __init__(self, make: Callable[[], Iterable[Part_co]]) -> None:
        self._make = make

    @cached_property
    def _parts(self) -> tuple[Part_co, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, place: int) -> Part_co: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Part_co, ...]: ...

    def __getitem__(self, place: int | slice) -> Part_co | tuple[Part_co, ...]:
        """One part, or several."""
        return self._parts[place]

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def __eq__(self, other: object) -> bool:
        """Equality of the parts, also with those of a tuple."""
        return isinstance(other, Made | tuple) and self._parts == tuple(other)

    def __hash__(self) -> int:
        """The hash of the tuple of the parts."""
        return hash(self._parts)
