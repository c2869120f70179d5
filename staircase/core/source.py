"""Where in a file a thing stands: spans, and the way from a key path to one of them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from staircase.core.table import KeyPath, Table, Until, nowhere


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


@dataclass(frozen=True, slots=True)
class Null:
    """A key that is there without a value: nothing, ``~`` or ``null``; ``in_flow`` inside ``{ }``."""

    keys: KeyPath
    in_flow: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, and where each of its values stands.

    Attributes:
        path: the file, relative to the portfolio, with ``/``.
        text: all of it, without a byte-order mark.
        note: gives the places in a text; asked only when a place is, and only for the section that it lies in, up to
            the item of its list that is meant.
        tops: where the keys of the file's own mapping start, if it is a block: there its sections part.
        nulls: the keys that are there without a value, in document order.
        cuts: the values whose plain text was cut at `` #``, in document order.
        is_section: whether it is one key of a file's with its value.
    """

    path: str
    text: str
    note: Callable[[str, Until | None], Table] = field(default=nowhere, repr=False, compare=False)
    tops: Sequence[int] = field(default=(), repr=False)
    nulls: tuple[Null, ...] = ()
    cuts: tuple[KeyPath, ...] = ()
    is_section: bool = field(default=False, repr=False)
    _tables: dict[Until | None, Table] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sections: "dict[int, Source]" = field(default_factory=dict, init=False, repr=False, compare=False)
    _breaks: list[int] = field(default_factory=list, init=False, repr=False, compare=False)
    _spans: "dict[Where, Span]" = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def table(self) -> Table:
        """Give where the values stand, over the whole text."""
        if None not in self._tables:
            self._tables[None] = self.note(self.text, None)
        return self._tables[None]

    def span(self, where: Where) -> Span:
        """Give the place of a path, or of its nearest ancestor that exists."""
        if where == ():
            return START
        span = self._spans.get(where)
        if span is None:
            span = self._spans[where] = where if isinstance(where, Span) else self._placed(where)
        return span

    def has(self, path: KeyPath) -> bool:
        """Tell whether the path leads to something in the file, if only to a key without a value."""
        start = self._section_start(path)
        return self.table.find(path)[0] == len(path) if start is None else self._section(start).has(path)

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, without its line break; nothing beyond the last."""
        breaks = self._line_breaks()
        if not 1 <= number < len(breaks):
            return ""
        return self.text[breaks[number - 1] + 1 : breaks[number]].removesuffix("\r")

    def window(self, span: Span, reach: int) -> tuple[str, int]:
        """Give what stands around the start of a span on its line, and how many characters of the line come before."""
        breaks = self._line_breaks()
        if not 1 <= span.line < len(breaks):
            return "", 0
        first, last = breaks[span.line - 1] + 1, breaks[span.line]
        end = span.end_column if span.end_line == span.line else span.column
        left_out = max(0, span.column - 1 - reach)
        return self.text[first + left_out : min(last, first + end - 1 + reach)].removesuffix("\r"), left_out

    def between(self, start: int, end: int) -> Span:
        """Give the span of a stretch of text by its character indexes."""
        return Span(*self._position(start), *self._position(max(start, end)))

    def key_line(self, mapping: int, key: str) -> int:
        """Give the line where the mapping that starts at a character's index first holds a key."""
        stretch = self.table.mapping_key(mapping, key)
        return self._position(stretch[0])[0] if stretch else 1

    def _placed(self, where: KeyPath | AtKey) -> Span:
        keys = where.keys if isinstance(where, AtKey) else where
        start = self._section_start(keys)
        if start is None:
            return self._found(keys, at_key=isinstance(where, AtKey))
        lines, there = self.text.count("\n", 0, start), self._section(start).span(where)
        return Span(there.line + lines, there.column, there.end_line + lines, there.end_column)

    def _section_start(self, keys: KeyPath) -> int | None:
        """Give where the section starts that a path lies in; ``None`` where the sections can't be told apart."""
        key = keys[0] if keys else 0
        if isinstance(key, int) or any(start and self.text[start - 1] != "\n" for start in self.tops):
            return None
        starts = (start for start in self.tops if self.text.startswith(key, start))
        return next((start for start in starts if self._is_key_of(key, start)), None)

    def _is_key_of(self, key: str, start: int) -> bool:
        """Tell whether a section that begins as a key is that key's: at a glance where a colon ends it."""
        end = start + len(key)
        return self.text[end : end + 2] in {": ", ":\n"} or self._section(start).has((key,))

    def _section(self, start: int) -> "Source":
        """Give one key of the file's own mapping with its value, as if it were a file of its own."""
        if start not in self._sections:
            end = next((top for top in self.tops if top > start), len(self.text))
            self._sections[start] = Source(self.path, self.text[start:end], self.note, is_section=True)
        return self._sections[start]

    def _found(self, keys: KeyPath, *, at_key: bool) -> Span:
        table = self._table_up_to(keys)
        found, place = table.find(keys)
        if not found:
            return START
        key = table.key(place) if at_key and found == len(keys) else None
        return self.between(*(key or table.value(place)))

    def _table_up_to(self, keys: KeyPath) -> Table:
        """Give where the values stand, of a section's list at first only up to the item that is meant."""
        match keys:
            case (_, int(item), *inside) if self.is_section and None not in self._tables:
                until, noted = Until(item, begun=not inside), next(iter(self._tables), None)
                if noted is None:
                    self._tables[until] = self.note(self.text, until)
                    return self._tables[until]
                return self._tables[noted] if noted.holds(until) else self.table
            case _:
                return self.table

    def _position(self, index: int) -> tuple[int, int]:
        breaks = self._line_breaks()
        index = min(index, len(self.text))
        number = bisect_left(breaks, index, 1)
        return number, index - breaks[number - 1]

    def _line_breaks(self) -> list[int]:
        if not self._breaks:
            self._breaks.extend(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=-1))
        return self._breaks
