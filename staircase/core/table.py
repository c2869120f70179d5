"""Where the values of a text stand: two numbers for each in document order, and the way through them by key paths."""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

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
class Table:
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
        """Give how much of a path leads to something, and the place that it leads to."""
        place = ROOT
        for depth, part in enumerate(path):
            below = self._places_in(place.value).get(part)
            if below is None:
                return depth, place
            place = below
        return len(path), place

    def key(self, place: Place) -> Stretch | None:
        """Give where the key of a place stands; a list item has none."""
        return None if place.key is None else self._bounds(place.key)

    def value(self, place: Place) -> Stretch:
        """Give where to point for a value: at itself, or at its key where it is a block or nothing."""
        start, end = self._bounds(place.value)
        if place.key is not None and (start == end or self.nodes[2 * place.value] & COLLECTION):
            return self._bounds(place.key)
        return self._item(place.value)

    def mapping_key(self, mapping: int, key: str) -> Stretch | None:
        """Give where the mapping that starts at a character's index first holds a key."""
        starts = self.nodes[::2]
        node = next((node for node, start in enumerate(starts) if start & ~FLOW == mapping | COLLECTION | MAPPING), 0)
        place = self._places_in(node).get(key)
        return self.key(place) if place else None

    def _places_in(self, node: int) -> Mapping[str | int, Place]:
        """Give what stands directly in a collection; of equal keys the first."""
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


def nowhere(text: str) -> Table:
    """Give the table of a text that holds no values."""
    return Table(text, array("I"), {})
