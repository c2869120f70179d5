"""How a text is laid out in lines: what an edit needs to know beyond where each value starts."""

import re
from dataclasses import dataclass
from functools import cached_property

from staircase.core.yaml.source import KeyPath, Place, Positions

_KEEPING = re.compile(r"[|>][0-9]*\+")
_HEADER = re.compile(r"[|>][-+0-9]*")
_USUAL_INDENT = 2


@dataclass(frozen=True)
class Layout:
    """A text with its table of positions, and the habits of its writer."""

    text: str
    positions: Positions

    def line_start(self, index: int) -> int:
        """Where the line of a place starts."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the line of a place ends, before its line break."""
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if end and self.text[end - 1] == "\r" else end

    def next_line(self, index: int) -> int:
        """Where the line after that of a place starts, or where the text ends."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end + 1

    def column(self, index: int) -> int:
        """How many characters stand before a place on its line."""
        return index - self.line_start(index)

    def line_break(self, index: int) -> str:
        """The line break of a place's line; of the line before where it is the last and has none."""
        end = self.line_end(index)
        if end == len(self.text):
            end = self.line_end(max(self.line_start(index) - 1, 0)) if "\n" in self.text else end
            end -= self.text[end - 1 : end + 1] == "\r\n"
        found = self.text[end : self.next_line(end)]
        return found if found in {"\n", "\r\n"} else "\n"

    def key_column(self, mapping: int) -> int:
        """The column of the keys of a mapping in block."""
        return self.column(self.positions.whole(mapping)[0])

    def start(self, place: Place) -> int:
        """Where a key or an item in brackets starts, or the value of an item in block."""
        return self.positions.whole(place.value if place.key is None else place.key)[0]

    def end(self, node: int) -> int:
        """Where the last character of a value ends; what follows on the line is blank or a comment."""
        start, end = self.positions.whole(node)
        if self.positions.is_collection(node) and not self.positions.is_flow(node):
            return self.end(self.positions.children(node)[-1][1].value)
        if self.is_block_scalar(node):
            written = self.text[start:end]
            if _KEEPING.match(written):
                return start + len(written.rstrip(" ").removesuffix("\n").removesuffix("\r"))
            return start + len(written.rstrip())
        return end

    def is_block_scalar(self, node: int) -> bool:
        """Whether a value is a text under ``|`` or ``>``."""
        start, end = self.positions.whole(node)
        return start < end and not self.positions.is_collection(node) and self.text[start] in "|>"

    def header_end(self, node: int) -> int:
        """Where the ``|`` or ``>`` of a text ends, with its signs."""
        found = _HEADER.match(self.text, self.positions.whole(node)[0])
        return found.end() if found else self.positions.whole(node)[0]

    def after_key(self, place: Place) -> int:
        """Right after a key's colon, or after the key where it has none."""
        end = self.positions.whole(place.value if place.key is None else place.key)[1]
        found = re.compile(r"[ \t]*:").match(self.text, end)
        return found.end() if found else end

    def dash(self, items: int, number: int) -> int:
        """Where the dash of an item of a list in block stands."""
        first = self.positions.whole(items)[0]
        if number == 0:
            return first
        end = self.end(self.positions.children(items)[number - 1][1].value)
        found = re.compile(rf"^ {{{self.column(first)}}}(?=-)", re.MULTILINE).search(self.text, self.next_line(end))
        return found.end() if found else end

    def opening(self, collection: int, number: int) -> int:
        """Where a key or an item starts that stands in a collection, with its dash where it has one."""
        place = self.positions.children(collection)[number][1]
        in_block = not self.positions.is_flow(collection)
        return self.dash(collection, number) if in_block and place.key is None else self.start(place)

    def begins_line(self, index: int) -> bool:
        """Whether only blanks stand before a place on its line."""
        return not self.text[self.line_start(index) : index].strip(" ")

    def is_blank_line(self, index: int) -> bool:
        """Whether nothing stands on the line of a place."""
        return index >= 0 and not self.text[self.line_start(index) : self.line_end(index)].strip()

    def follows_blank_line(self, index: int) -> bool:
        """Whether a blank line stands above a place, or above the comments that stand right above it."""
        above = (line.strip() for line in reversed(self.text[: self.line_start(index)].split("\n")[:-1]))
        return next((not line for line in above if not line.startswith("#")), False)

    @cached_property
    def list_indent(self) -> int:
        """How much further in than their key the file's first list in block stands."""
        return self._indent_of(mappings=False)

    @cached_property
    def mapping_indent(self) -> int:
        """How much further in than their key the file's first mapping in block stands."""
        return max(self._indent_of(mappings=True), 1)

    def _indent_of(self, *, mappings: bool) -> int:
        positions, nodes = self.positions, [0]
        while nodes:
            node = nodes.pop()
            if not positions.is_collection(node) or positions.is_flow(node):
                continue
            for _, place in positions.children(node):
                below = place.value
                in_block = positions.is_collection(below) and not positions.is_flow(below)
                if in_block and place.key is not None and positions.is_mapping(below) == mappings:
                    return self.column(positions.whole(below)[0]) - self.key_column(node)
            nodes += [place.value for _, place in reversed(positions.children(node))]
        return _USUAL_INDENT

    @cached_property
    def parts_sections(self) -> bool:
        """Whether a blank line stands before the sections of the file: its keys with values of several lines."""
        return any(self.follows_blank_line(self.start(place)) for _, place in self.positions.children(0)[1:])

    def is_long(self, place: Place) -> bool:
        """Whether a key's value takes more than the key's line."""
        return "\n" in self.text[self.start(place) : self.end(place.value)]

    def number(self, path: KeyPath) -> int:
        """The line where a path, or as much of it as there is, stands."""
        _, place = self.positions.find(path)
        start = self.start(place) if self.positions.nodes and path else 0
        return self.text.count("\n", 0, start) + 1
