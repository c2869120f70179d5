"""New text between the lines and the brackets of an old one, as it is laid out: keys and items put in and taken out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from staircase.core.model import keys_at
from staircase.core.source import KeyPath, Place, Positions
from staircase.core.yaml import Raw
from staircase.core.yaml.compose import WIDTH, Composer, is_long

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


_COMMA = re.compile(r"[ \t]*,[ \t]*")


@dataclass(frozen=True)
class Splicer:
    """Ways to change one thing in a text; each returns the whole new text, and none looks whether it is right."""

    layout: Layout
    composer: Composer

    def key_texts(self, path: KeyPath, value: Raw) -> Iterator[str]:
        """The text with a new key in a mapping that is there, the likeliest place first."""
        layout, positions = self.layout, self.layout.positions
        *_, mapping = self._nodes(path[:-1])
        children, key = positions.children(mapping), str(path[-1])
        before = self._predecessor(mapping, path)
        if positions.is_flow(mapping):
            yield self._in_brackets(mapping, before, self.composer.pair(key, value, path))
            return
        lines = self.composer.entry(key, value, path, layout.key_column(mapping))
        opening = layout.opening(mapping, 0)
        if before is None and layout.begins_line(opening):
            yield self._above(opening, lines)
        pred = children[before or 0][1]
        is_section = len(lines) > 1 or layout.is_long(pred)
        following = children[(before or 0) + 1 :]
        is_parted = not following or layout.follows_blank_line(layout.start(following[0][1]))
        if mapping == 0 and is_section and is_parted and layout.parts_sections:
            yield self._below(layout.end(pred.value), ("", *lines))
        yield self._below(layout.end(pred.value), lines)
        if layout.begins_line(layout.start(pred)):
            yield self._above(layout.start(pred), lines)

    def item_text(self, path: KeyPath, item: Raw, at: int, old: Sequence[Raw]) -> str:
        """The text with a new item in a list that holds those."""
        layout, positions = self.layout, self.layout.positions
        *_, items = self._nodes(path)
        beside = max(at - 1, 0)
        if positions.is_flow(items):
            return self._in_brackets(items, beside if at else None, self.composer.flow(item, (*path, at)))
        dash = layout.dash(items, beside)
        node = positions.children(items)[beside][1].value
        value = positions.whole(node)[0]
        gap = layout.text[dash + 1 : value]
        begun = f"{' ' * layout.column(dash)}-{gap if gap and not gap.strip(' ') else ' '}"
        lines = self.composer.item(item, (*path, at), begun, self._like(items, old))
        if at == 0:
            return self._above(dash, lines)
        parted = beside > 0 and layout.follows_blank_line(dash)
        return self._below(layout.end(node), ("", *lines) if parted else lines)

    def _like(self, items: int, old: Sequence[Raw]) -> Raw:
        """The last of a list's items in brackets; nothing in it where all of its mappings are in block."""
        positions = self.layout.positions
        nodes = [place.value for _, place in positions.children(items)]
        in_flow = [number for number, node in enumerate(nodes) if positions.is_flow(node)]
        if in_flow:
            return old[in_flow[-1]]
        return {} if any(positions.is_mapping(node) for node in nodes) else None

    def value_text(self, path: KeyPath, value: Raw) -> str:
        """The text with another value in the place of one that is there."""
        layout, positions, text = self.layout, self.layout.positions, self.layout.text
        nodes = self._nodes(path)
        _, place = positions.find(path)
        start, end = positions.whole(place.value)
        quote = text[start : start + 1] if start < end and text[start] in "\"'" else ""
        if any(positions.is_flow(node) for node in nodes[:-1]):
            return self._in_place(place, self.composer.flow(value, path, quote))
        is_plain = start < end and not positions.is_collection(place.value) and not layout.is_block_scalar(place.value)
        if is_plain and isinstance(value, str) and not is_long(value, layout.column(start)):
            return text[:start] + self.composer.plain(value, path, quote) + text[end:]
        return self._anew(place, nodes[-2], path, value)

    def without(self, path: KeyPath) -> str:
        """The text without a key or an item, which is not the only one where it stands."""
        layout, positions, text = self.layout, self.layout.positions, self.layout.text
        *_, holder = self._nodes(path[:-1])
        children = positions.children(holder)
        number = [part for part, _ in children].index(path[-1])
        if positions.is_flow(holder):
            return self._without_in_brackets(holder, number)
        opening, end = layout.opening(holder, number), layout.end(children[number][1].value)
        first, last = layout.line_start(opening), layout.next_line(end)
        if layout.begins_line(opening):
            if layout.is_blank_line(first - 1) and (last == len(text) or layout.is_blank_line(last)):
                first = layout.line_start(first - 1)  # the blank line that parted it from what stands above
            if last == len(text) and not text.endswith("\n"):
                first = layout.line_end(max(first - 1, 0))  # the last line has no line break
            return text[:first] + text[last:]
        following = layout.opening(holder, number + 1) if number + 1 < len(children) else end
        return text[:opening] + text[end if "#" in text[end:following] else following :]

    def _nodes(self, path: KeyPath) -> list[int]:
        """The nodes on the way to a path, the file's own mapping first."""
        return [self.layout.positions.find(path[:depth])[1].value for depth in range(len(path) + 1)]

    def _predecessor(self, mapping: int, path: KeyPath) -> int | None:
        """Which of a mapping's keys a new one follows: the nearest before it in the format's order, else the last."""
        order = {key: number for number, key in enumerate(keys_at(self.composer.model, path[:-1]))}
        parts = [part for part, _ in self.layout.positions.children(mapping)]
        if path[-1] not in order:
            return len(parts) - 1 if parts else None
        before = [n for n, part in enumerate(parts) if order.get(str(part), len(order)) < order[str(path[-1])]]
        return max(before, key=lambda number: order[str(parts[number])], default=None)

    def _below(self, index: int, lines: tuple[str, ...]) -> str:
        layout, text = self.layout, self.layout.text
        end, line_break = layout.line_end(index), layout.line_break(index)
        return text[:end] + "".join(line_break + line for line in lines) + text[end:]

    def _above(self, index: int, lines: tuple[str, ...]) -> str:
        layout, text = self.layout, self.layout.text
        start, line_break = layout.line_start(index), layout.line_break(index)
        return text[:start] + "".join(line + line_break for line in lines) + text[start:]

    def _in_brackets(self, node: int, before: int | None, new: str) -> str:
        """The text with something new within brackets: after one that is there, first, or as the only one."""
        layout, text = self.layout, self.layout.text
        start = layout.positions.whole(node)[0]
        children = layout.positions.children(node)
        if not children:
            return text[: start + 1] + new + text[start + 1 :]
        if before is None:
            first = layout.start(children[0][1])
            return f"{text[:first]}{new}, {text[first:]}"
        place = children[before][1]
        end = self._end_in_brackets(place)
        comma = " ," if end > layout.start(place) and text[end - 1] == ":" else ","
        blank = " "
        length = layout.line_end(end) - layout.line_start(end) + len(new) + len(comma) + 1
        if length > WIDTH or (before > 0 and layout.begins_line(layout.start(place))):
            shift = layout.start(children[0][1] if length > WIDTH else place)
            blank = layout.line_break(end) + " " * layout.column(shift)
        return text[:end] + comma + blank + new + text[end:]

    def _end_in_brackets(self, place: Place) -> int:
        start, end = self.layout.positions.whole(place.value)
        return self.layout.after_key(place) if start == end and place.key is not None else end

    def _in_place(self, place: Place, new: str) -> str:
        """The text with a value within brackets replaced, or given to a key that has none."""
        text = self.layout.text
        start, end = self.layout.positions.whole(place.value)
        if start == end and place.key is not None:
            end = self.layout.after_key(place)
            return f"{text[:end]}{'' if text[end - 1] == ':' else ':'} {new}{text[end:]}"
        return text[:start] + new + text[end:]

    def _anew(self, place: Place, holder: int, path: KeyPath, value: Raw) -> str:
        """The text with a value in block written anew from its key or its dash on; comments on its lines stay."""
        layout, text, node = self.layout, self.layout.text, place.value
        start, stop = layout.positions.whole(node)
        opening = layout.start(place) if place.key is not None else layout.dash(holder, int(path[-1]))
        base = layout.after_key(place) if place.key is not None else opening + 1
        end = layout.end(node) if start < stop else base
        gap, head = text[base:start], ""
        if "\n" in gap:
            gap, head = " ", text[base : layout.line_end(base)]
        elif layout.is_block_scalar(node):
            head = text[layout.header_end(node) : layout.line_end(start)]
        tail = "" if layout.is_block_scalar(node) else text[end : layout.line_end(end)]
        column = layout.column(base) + max(len(gap), 1)
        first, *below = self.composer.value(value, path, layout.column(opening), column)
        new = (gap if start < stop and gap else " ") + first if first else ""
        lines = "".join(layout.line_break(opening) + line for line in below)
        return text[:base] + new + head + tail + lines + text[layout.line_end(end) :]

    def _without_line(self, start: int, end: int) -> str:
        layout = self.layout
        return layout.text[: layout.line_start(start)] + layout.text[layout.next_line(end) :]

    def _without_in_brackets(self, node: int, number: int) -> str:
        layout, text = self.layout, self.layout.text
        children = layout.positions.children(node)
        start, end = layout.start(children[number][1]), self._end_in_brackets(children[number][1])
        comma = _COMMA.match(text, end)
        if comma and number + 1 < len(children):
            stop = comma.end()
            alone = layout.begins_line(start) and stop == layout.line_end(end)
            return text[:start] + text[stop:] if not alone else self._without_line(start, end)
        if number + 1 < len(children):
            return text[:start] + text[layout.start(children[number + 1][1]) :]
        before = self._end_in_brackets(children[number - 1][1])
        between = text[before:start]
        return text[: start if "#" in between else before] + text[comma.end() if comma and "#" in between else end :]
