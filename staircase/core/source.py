"""Where in a file a thing stands: key paths, spans, and the side table that leads from one to the other."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

KeyPath = tuple[str | int, ...]
"""The keys and list positions that lead to a value: ``("benefits", 0, "by")``; ``()`` is the file."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. Lines and columns count from 1; columns are characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""The place of what concerns a file as a whole."""


@dataclass(frozen=True, slots=True)
class AtKey:
    """The key at the end of a path, rather than the value it leads to."""

    keys: KeyPath


Where = KeyPath | AtKey | Span
"""A finding's place: a path (its key where the value is a block, else the value), a key, or a ready span."""

COLLECTION, MAPPING, FLOW = 1 << 31, 1 << 30, 1 << 29
"""Flags on the start of a node in the table; a file's own indexes stay far below them."""

_INDEX = FLOW - 1


@dataclass(frozen=True, slots=True)
class Null:
    """A key that is there without a value: nothing, ``~`` or ``null``; ``in_flow`` inside ``{ }``."""

    keys: KeyPath
    in_flow: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A key and its value, or a list item, by their numbers in the table."""

    key: int | None
    value: int


_ROOT = _Place(None, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """Where the values of a text stand.

    Attributes:
        nodes: two numbers for each node in document order. A scalar: where it starts and ends. A collection:
            its start with flags and the number of its closing entry, which holds its end.
        odd_keys: the keys that are not spelled as they read, by node: quoted or escaped ones.
    """

    nodes: "array[int]"
    odd_keys: Mapping[int, str]


def nowhere(_text: str) -> Table:
    """Give the table of a text that holds no values."""
    return Table(array("I"), {})


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, and where each of its values stands.

    Attributes:
        path: the file, relative to the portfolio, with ``/``.
        text: all of it, without a byte-order mark.
        note: gives the places in a text; asked only when a place is, and only for the section that it lies in.
        tops: where the keys of the file's own mapping start, if it is a block: there its sections part.
        nulls: the keys that are there without a value, in document order.
        cuts: the values whose plain text was cut at `` #``, in document order.
    """

    path: str
    text: str
    note: Callable[[str], Table] = field(default=nowhere, repr=False, compare=False)
    tops: Sequence[int] = field(default=(), repr=False)
    nulls: tuple[Null, ...] = ()
    cuts: tuple[KeyPath, ...] = ()
    _tables: list[Table] = field(default_factory=list, init=False, repr=False, compare=False)
    _sections: "dict[int, Source]" = field(default_factory=dict, init=False, repr=False, compare=False)
    _breaks: list[int] = field(default_factory=list, init=False, repr=False, compare=False)
    _inside: dict[int, dict[str | int, _Place]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def nodes(self) -> "array[int]":
        """Give the places of the values, two numbers for each."""
        return self._table().nodes

    def span(self, where: Where) -> Span:
        """Give the place of a path, or of its nearest ancestor that exists."""
        if isinstance(where, Span):
            return where
        keys = where.keys if isinstance(where, AtKey) else where
        start = self._section_start(keys)
        if start is None:
            return self._span(keys, at_key=isinstance(where, AtKey))
        lines, there = self.text.count("\n", 0, start), self._section(start).span(where)
        return Span(there.line + lines, there.column, there.end_line + lines, there.end_column)

    def has(self, path: KeyPath) -> bool:
        """Tell whether the path leads to something in the file, if only to a key without a value."""
        start = self._section_start(path)
        return self._find(path)[0] == len(path) if start is None else self._section(start).has(path)

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, without its line break; nothing beyond the last."""
        breaks = self._line_breaks()
        if not 1 <= number < len(breaks):
            return ""
        return self.text[breaks[number - 1] + 1 : breaks[number]].removesuffix("\r")

    def between(self, start: int, end: int) -> Span:
        """Give the span of a stretch of text by its character indexes."""
        return Span(*self._position(start), *self._position(max(start, end)))

    def key_line(self, mapping: int, key: str) -> int:
        """Give the line where the mapping that starts at a character's index first holds a key."""
        starts = self.nodes[::2]
        node = next((node for node, start in enumerate(starts) if start & ~FLOW == mapping | COLLECTION | MAPPING), 0)
        place = self._places_in(node).get(key)
        return self._position(self._bounds(place.key)[0])[0] if place and place.key is not None else 1

    def _section_start(self, keys: KeyPath) -> int | None:
        """Give where the section starts that a path lies in; ``None`` where the sections can't be told apart."""
        key = keys[0] if keys else 0
        if isinstance(key, int) or any(start and self.text[start - 1] != "\n" for start in self.tops):
            return None
        starts = (start for start in self.tops if self.text.startswith(key, start))
        return next((start for start in starts if self._section(start).has((key,))), None)

    def _section(self, start: int) -> "Source":
        """Give one key of the file's own mapping with its value, as if it were a file of its own."""
        if start not in self._sections:
            end = next((top for top in self.tops if top > start), len(self.text))
            self._sections[start] = Source(self.path, self.text[start:end], self.note)
        return self._sections[start]

    def _span(self, keys: KeyPath, *, at_key: bool) -> Span:
        found, place = self._find(keys)
        if at_key and found == len(keys) and place.key is not None:
            return self.between(*self._bounds(place.key))
        return self._value_span(keys[:found], place)

    def _table(self) -> Table:
        if not self._tables:
            self._tables.append(self.note(self.text))
        return self._tables[0]

    def _position(self, index: int) -> tuple[int, int]:
        breaks = self._line_breaks()
        index = min(index, len(self.text))
        number = bisect_left(breaks, index, 1)
        return number, index - breaks[number - 1]

    def _line_breaks(self) -> list[int]:
        if not self._breaks:
            self._breaks.extend(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=-1))
        return self._breaks

    def _find(self, path: KeyPath) -> tuple[int, _Place]:
        place = _ROOT
        for depth, part in enumerate(path):
            below = self._places_in(place.value).get(part)
            if below is None:
                return depth, place
            place = below
        return len(path), place

    def _places_in(self, node: int) -> dict[str | int, _Place]:
        if node not in self._inside:
            self._inside[node] = {}
            for part, place in self._children(node):
                self._inside[node].setdefault(part, place)
        return self._inside[node]

    def _children(self, node: int) -> Iterator[tuple[str | int, _Place]]:
        if not self._flags(node) & COLLECTION:
            return
        position, child, close = 0, node + 1, self.nodes[2 * node + 1]
        while child < close:
            key, value = (child, self._after(child)) if self._flags(node) & MAPPING else (None, child)
            if value >= close:  # the reading stopped between a key and its value
                return
            yield (position if key is None else self._key_text(key)), _Place(key, value)
            position, child = position + 1, self._after(value)

    def _flags(self, node: int) -> int:
        return self.nodes[2 * node] & ~_INDEX if self.nodes else 0

    def _after(self, node: int) -> int:
        return (self.nodes[2 * node + 1] if self._flags(node) & COLLECTION else node) + 1

    def _key_text(self, node: int) -> str:
        return self._table().odd_keys.get(node, self.text[self.nodes[2 * node] & _INDEX : self.nodes[2 * node + 1]])

    def _bounds(self, node: int) -> tuple[int, int]:
        start, end = self.nodes[2 * node] & _INDEX, self.nodes[2 * node + 1]
        return start, self.nodes[2 * end] if self._flags(node) & COLLECTION else end

    def _value_span(self, path: KeyPath, place: _Place) -> Span:
        if not path:
            return START
        start, end = self._bounds(place.value)
        if place.key is not None and (start == end or self._flags(place.value) & COLLECTION):
            return self.between(*self._bounds(place.key))
        return self._item_span(place.value)

    def _item_span(self, node: int) -> Span:
        start, end = self._bounds(node)
        flags = self._flags(node)
        if flags & COLLECTION and not (flags & FLOW and "\n" not in self.text[start:end]):
            first = next(self._children(node), None)
            if first is None:
                return self.between(start, start + 1)
            place = first[1]
            return self._item_span(place.value if place.key is None else place.key)
        if start == end:
            start = max(self.text.rfind("-", 0, start), 0)
            return self.between(start, start + 1)
        return self.between(start, start + len(self.text[start:end].rstrip()))
