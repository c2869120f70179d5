"""A file as the shell hands it over, its text, and where in it each thing stands: spans, by key path."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

PROGRAM_FILE = "program.yaml"
ASSIGNMENTS = "assignments"

Unreadable = Literal["link", "not-regular", "no-permission", "too-large", "vanished", "failed"]
"""Why a file gave no bytes; each has its own sentence in the catalogues."""


class File(NamedTuple):
    """One file: its path relative to the portfolio (with ``/``), and its bytes or why it has none.

    A file that is only named (not YAML, under ``assignments/``) has neither: ``content`` and ``problem`` are ``None``.
    """

    path: str
    content: bytes | None = None
    problem: Unreadable | None = None


def spelled_name(text: str) -> str:
    r"""Spell the line breaks and tabs of a file's name: ``\x0a``, ``\x09``."""
    return text.replace("\n", "\\x0a").replace("\t", "\\x09") if "\n" in text or "\t" in text else text


KeyPath = tuple[str | int, ...]
"""The keys and list positions that lead to a value: ``("benefits", 0, "by")``; ``()`` is the file."""

Stretch = tuple[int, int]
"""Where something starts in the text and where it ends, as indexes of characters; the end is exclusive."""

COLLECTION, MAPPING, FLOW = 1 << 31, 1 << 30, 1 << 29
"""Flags on the start of a node in the table; a file's own indexes stay far below them."""

_INDEX = FLOW - 1


class Place(NamedTuple):
    """A key and its value, or a list item, by their numbers in the table."""

    key: int | None
    value: int


ROOT = Place(None, 0)


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the values of a text stand.

    Attributes:
        text: the text.
        nodes: two numbers for each node in document order. A scalar: where it starts and ends. A collection:
            its start with flags and the number of its closing entry, which holds its end.
        odd_keys: the keys that are not spelled as they read, by node: quoted or escaped ones.
    """

    text: str
    nodes: "array[int]"
    odd_keys: Mapping[int, str]
    _inside: dict[int, dict[str | int, Place]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find(self, path: KeyPath) -> tuple[int, Place]:
        """How much of a path leads to something, and the place that it leads to."""
        place = ROOT
        for depth, part in enumerate(path):
            below = self._places_in(place.value).get(part)
            if below is None:
                return depth, place
            place = below
        return len(path), place

    def key(self, place: Place) -> Stretch | None:
        """Where the key of a place stands; a list item has none."""
        return None if place.key is None else self._bounds(place.key)

    def value(self, place: Place) -> Stretch:
        """Where to point for a value: at itself, or at its key where it is a block or nothing."""
        start, end = self._bounds(place.value)
        if place.key is not None and (start == end or self.nodes[2 * place.value] & COLLECTION):
            return self._bounds(place.key)
        return self._item(place.value)

    def mapping_key(self, mapping: int, key: str) -> Stretch | None:
        """Where the mapping that starts at a character's index first holds a key."""
        starts = self.nodes[::2]
        node = next((node for node, start in enumerate(starts) if start & ~FLOW == mapping | COLLECTION | MAPPING), 0)
        place = self._places_in(node).get(key)
        return self.key(place) if place else None

    def children(self, node: int) -> Sequence[tuple[str | int, Place]]:
        """What stands directly in a collection, in the order of the text; nothing in a scalar."""
        return tuple(self._children(node))

    def whole(self, node: int) -> Stretch:
        """From where a node starts to where the parser was done with it: blanks and comments may follow a block."""
        return self._bounds(node)

    def is_collection(self, node: int) -> bool:
        """Whether a node is a mapping or a list."""
        return bool(self.nodes[2 * node] & COLLECTION)

    def is_mapping(self, node: int) -> bool:
        """Whether a node is a mapping."""
        return self.is_collection(node) and bool(self.nodes[2 * node] & MAPPING)

    def is_flow(self, node: int) -> bool:
        """Whether a node is a mapping or a list in brackets."""
        return self.is_collection(node) and bool(self.nodes[2 * node] & FLOW)

    def _places_in(self, node: int) -> Mapping[str | int, Place]:
        """What stands directly in a collection; of equal keys the first."""
        found = self._inside.get(node)
        if found is None:
            found = self._inside[node] = {}
            for part, place in self._children(node):
                found.setdefault(part, place)
        return found

    def _children(self, node: int) -> Iterator[tuple[str | int, Place]]:
        nodes = self.nodes
        head = nodes[2 * node] if nodes else 0
        if not head & COLLECTION:
            return
        is_mapping, position, child, close = head & MAPPING, 0, node + 1, nodes[2 * node + 1]
        while child < close:
            key, value = (child, self._after(child)) if is_mapping else (None, child)
            if value >= close:  # the reading stopped between a key and its value
                return
            yield (position if key is None else self._key_text(key)), Place(key, value)
            position, child = position + 1, self._after(value)

    def _after(self, node: int) -> int:
        return (self.nodes[2 * node + 1] if self.nodes[2 * node] & COLLECTION else node) + 1

    def _key_text(self, node: int) -> str:
        odd = self.odd_keys.get(node)
        return self.text[self.nodes[2 * node] & _INDEX : self.nodes[2 * node + 1]] if odd is None else odd

    def _bounds(self, node: int) -> Stretch:
        start, end = self.nodes[2 * node], self.nodes[2 * node + 1]
        return (start & _INDEX, self.nodes[2 * end]) if start & COLLECTION else (start, end)

    def _item(self, node: int) -> Stretch:
        start, end = self._bounds(node)
        head = self.nodes[2 * node]
        if head & COLLECTION and not (head & FLOW and "\n" not in self.text[start:end]):
            place = next(iter(self._places_in(node).values()), None)
            if place is None:
                return start, start + 1
            return self._item(place.value if place.key is None else place.key)
        if start == end:
            start = max(self.text.rfind("-", 0, start), 0)
            return start, start + 1
        return start, start + len(self.text[start:end].rstrip())


def nowhere(text: str) -> Positions:
    """The table of a text that holds no values."""
    return Positions(text, array("I"), {})


class Span(NamedTuple):
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


class Null(NamedTuple):
    """A key that is there without a value: nothing, ``~`` or ``null``; ``in_flow`` inside ``{ }``."""

    keys: KeyPath
    in_flow: bool = False


Part = tuple[int, int]
"""A part of a file's text that is read by itself: where it starts and ends, as indexes of characters."""

_OF_ITEM = 2
"""The parts of a path to an item of a section's list: the section's key and the item's position."""

_BRACKETS = frozenset("{[")

_PLAIN_KEY = re.compile(r"[a-z]+(?:_[a-z]+)*(?=:[ \n])")
"""A key that is seen at a glance."""

_SHORT = 10_000
"""The characters of a text whose lines are counted for each place; those of a longer one are noted once for all."""


@dataclass(slots=True)
class _Seen:
    """What has been found out of a text, since somebody asked for a place in it."""

    tables: dict[Part, Positions] = field(default_factory=dict)
    sections: dict[str, Part | None] = field(default_factory=dict)
    items: dict[Part, Mapping[str | int, Part]] = field(default_factory=dict)
    spans: dict[Where, Span] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """A file's text, and where each of its values stands.

    Attributes:
        path: the file, relative to the portfolio, with ``/``.
        text: all of it, without a byte-order mark.
        note: gives the places in a text; asked only when a place is, and only for the part that it lies in: a section,
            or an item of the section's list.
        tops: where the keys of the file's own mapping start, if it is a block: there its sections part.
        items: the mappings and lists in these keys' lists, two numbers for each: its position, and where it starts.
        nulls: the keys that are there without a value, in document order.
        cuts: the values whose plain text was cut at `` #``, in document order.
        quoted: the values whose plain text stands in typographic quotes, which are then part of it.
    """

    path: str
    text: str
    note: Callable[[str], Positions] = field(default=nowhere, repr=False, compare=False)
    tops: Sequence[int] = field(default=(), repr=False)
    items: Sequence[int] = field(default=(), repr=False)
    nulls: tuple[Null, ...] = ()
    cuts: tuple[KeyPath, ...] = ()
    quoted: tuple[KeyPath, ...] = ()
    _found: _Seen | None = field(default=None, init=False, repr=False, compare=False)

    def span(self, where: Where) -> Span:
        """The place of a path, or of its nearest ancestor that exists."""
        if where == ():
            return START
        spans = self._seen.spans
        span = spans.get(where)
        if span is None:
            span = spans[where] = where if isinstance(where, Span) else self._placed(where)
        return span

    def has(self, path: KeyPath) -> bool:
        """Whether the path leads to something in the file, if only to a key without a value."""
        return self._table(self._section(path) or self._whole).find(path)[0] == len(path)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break; nothing beyond the last."""
        breaks = self._line_breaks()
        if not 1 <= number < len(breaks):
            return ""
        return self.text[breaks[number - 1] + 1 : breaks[number]].removesuffix("\r")

    def window(self, span: Span, reach: int) -> tuple[str, int]:
        """What stands around the start of a span on its line, and how many characters of the line come before."""
        breaks = self._line_breaks()
        if not 1 <= span.line < len(breaks):
            return "", 0
        first, last = breaks[span.line - 1] + 1, breaks[span.line]
        end = span.end_column if span.end_line == span.line else span.column
        left_out = max(0, span.column - 1 - reach)
        return self.text[first + left_out : min(last, first + end - 1 + reach)].removesuffix("\r"), left_out

    def between(self, start: int, end: int) -> Span:
        """The span of a stretch of text by its character indexes."""
        return Span(*self._position(start), *self._position(max(start, end)))

    def key_line(self, mapping: int, key: str) -> int:
        """The line where the mapping that starts at a character's index first holds a key."""
        stretch = self._table(self._whole).mapping_key(mapping, key)
        return self._position(stretch[0])[0] if stretch else 1

    @property
    def _seen(self) -> _Seen:
        found = self._found
        if found is None:
            found = self._found = _Seen()
        return found

    @property
    def _whole(self) -> Part:
        return 0, len(self.text)

    def _placed(self, where: KeyPath | AtKey) -> Span:
        keys, at_key = (where.keys, True) if isinstance(where, AtKey) else (where, False)
        section = self._section(keys)
        items = self._items(section) if section else {}
        if section and items and keys[1:] == ():
            return self.between(section[0], section[0] + len(str(keys[0])))  # the key of a block
        item = items.get(keys[1]) if items else None
        if item is None:
            return self._at(section or self._whole, keys, at_key=at_key)
        begun = _PLAIN_KEY.match(self.text, item[0]) if len(keys) == _OF_ITEM else None
        return self.between(*begun.span()) if begun else self._at(item, keys[_OF_ITEM:], at_key=at_key, is_item=True)

    def _at(self, part: Part, keys: KeyPath, *, at_key: bool, is_item: bool = False) -> Span:
        """The place that keys lead to within a part, or the nearest one; above an item's keys is the item."""
        table, shift = self._table(part), part[0] - self._indent(part)
        found, place = table.find(keys)
        if not found and not is_item:
            return self.between(part[0], part[0])
        key = table.key(place) if at_key and found == len(keys) else None
        start, end = key or table.value(place)
        return self.between(start + shift, end + shift)

    def _section(self, keys: KeyPath) -> Part | None:
        """The part that is a key of the file's own mapping with its value; nothing where it can't be told."""
        key = keys[0] if keys else 0
        if isinstance(key, int):
            return None
        sections = self._seen.sections
        if key not in sections:
            sections[key] = next(self._sections_of(key), None)
        return sections[key]

    def _sections_of(self, key: str) -> Iterator[Part]:
        if any(top and self.text[top - 1] != "\n" for top in self.tops):
            return
        for top, end in zip(self.tops, (*self.tops[1:], len(self.text)), strict=False):
            if self.text.startswith(key, top) and self._is_key_of((top, end), key):
                yield top, end

    def _is_key_of(self, section: Part, key: str) -> bool:
        """Whether a section that begins as a key is that key's: at a glance where a colon ends it."""
        after = section[0] + len(key)
        return self.text[after : after + 2] in {": ", ":\n"} or self._table(section).find((key,))[0] == 1

    def _items(self, section: Part) -> Mapping[str | int, Part]:
        """The parts that are the items of a section's list, as far as they are mappings and lists."""
        items = self._seen.items
        if section not in items:
            items[section] = dict(self._items_of(*section))
        return items[section]

    def _items_of(self, start: int, end: int) -> Iterator[tuple[int, Part]]:
        numbers, starts = self.items[::2], self.items[1::2]
        inside = slice(bisect_left(starts, start), bisect_left(starts, end))
        return zip(numbers[inside], pairwise((*starts[inside], end)), strict=True)

    def _table(self, part: Part) -> Positions:
        """Where the values stand in a part of the text, read as a file of its own, as far in as it stands."""
        tables = self._seen.tables
        if part not in tables:
            tables[part] = self.note(" " * self._indent(part) + self.text[slice(*part)])
        return tables[part]

    def _indent(self, part: Part) -> int:
        """How far in the lines of a part stand, which matters only where no bracket holds it together."""
        start = part[0]
        return 0 if self.text[start : start + 1] in _BRACKETS else start - 1 - self.text.rfind("\n", 0, start)

    def _position(self, index: int) -> tuple[int, int]:
        index = min(index, len(self.text))
        if len(self.text) < _SHORT and not self._seen.breaks:
            return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)
        breaks = self._line_breaks()
        number = bisect_left(breaks, index, 1)
        return number, index - breaks[number - 1]

    def _line_breaks(self) -> list[int]:
        breaks = self._seen.breaks
        if not breaks:
            breaks.extend(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=-1))
        return breaks
