"""Painted lines of known width, and how they are set beside one another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from staircase.render.width import width, wrap

_BLANKS = re.compile(" +")
_PAINT = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Strip:
    """A painted line and the columns it takes."""

    painted: str
    width: int

    @property
    def plain(self) -> str:
        """Give the line without its colours."""
        return _PAINT.sub("", self.painted)

    @classmethod
    def of(cls, text: str, painted: str | None = None) -> Self:
        """Measure a text, and keep how it is painted."""
        return cls(text if painted is None else painted, width(text))


EMPTY = Strip("", 0)


def beside(places: Iterable[tuple[int, Strip]]) -> Strip:
    """Set strips on one line, each beginning at its column or right after the one before it."""
    line, taken = "", 0
    for column, strip in sorted(places, key=lambda place: place[0]):
        if strip.width:
            blanks = max(0, column - taken)
            line, taken = line + " " * blanks + strip.painted, taken + blanks + strip.width
    return Strip(line, taken)


def wrapped(strips: Sequence[Strip], columns: int) -> list[str]:
    """Give the lines, those that are too wide wrapped and without their colours and columns."""
    return [line for strip in strips for line in _wrapped(strip, columns)]


def _wrapped(strip: Strip, columns: int) -> list[str]:
    if strip.width <= columns:
        return [strip.painted]
    return wrap(_BLANKS.sub(" ", strip.plain), columns)
