"""Text in columns: how many columns text takes, and lines that are cut, wrapped, indented and set side by side.

Every module that lays out text for a terminal does it with these few functions, so that all measure alike.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, Self

BETWEEN = 2
"""Blanks between columns."""

_BLANKS = re.compile(" +")
_PAINT = re.compile(r"\x1b\[[0-9;]*m")
_WORDS = re.compile("(?:'[^']*'|\"[^\"]*\"|[^ ])+")
_GOES_ON = " \\"

_NARROW = re.compile(
    r"[ -\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u22ff"
    r"\u2500-\u2595\u25a1\u25b2\u25bc\u25cf\u25cb\u2713\u2717\ue000]*"
)
"""Text whose every character takes one column: Latin, Greek, Cyrillic, punctuation and what we draw with."""


def width(text: str) -> int:
    """Columns that a text without control characters takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 -- only what is not plainly narrow needs the tables

    return cell_len(text)


def cut(text: str, columns: int, ellipsis: str) -> str:
    """Text cut to a width after a whole character as a reader sees it, with an ellipsis where something is left out."""
    if width(text) <= columns:
        return text
    if columns <= len(ellipsis):
        return ellipsis[:columns]
    return head(text, columns - len(ellipsis)).rstrip() + ellipsis


def head(text: str, columns: int) -> str:
    """Longest beginning that is no wider than so many columns and splits no joined character."""
    end, taken = 0, 0
    for start, stop, cells in _clusters(text):
        if taken + cells > columns:
            break
        end, taken = max(stop, start), taken + cells
    return text[:end]


def tail(text: str, columns: int) -> str:
    """Longest end that is no wider than so many columns and splits no joined character."""
    start, taken = len(text), 0
    for first, _, cells in reversed(list(_clusters(text))):
        if taken + cells > columns:
            break
        start, taken = first, taken + cells
    return text[start:]


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Text filled with blanks to a width; ``right`` sets it to the right."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, columns: int) -> list[str]:
    """Lines of a text, broken between words and no wider than so many columns; a longer word is broken.

    Where there is no column at all, each character has a line of its own.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer) <= columns:
            line = longer
            continue
        if line:
            lines.append(line.rstrip(" "))
        *full, line = _pieces(word, columns)
        lines.extend(full)
    return [*lines, line] if line or not lines else lines


def hanging(
    text: str, columns: int, *, indent: int, lead: str = "", paint: Callable[[str], str] = str
) -> Iterator[str]:
    """Lines of a text within so many columns: the lead stands before the first one, the indent before the others.

    The lead is painted already and takes no more columns than the indent; ``paint`` colours each line by itself.
    """
    for number, line in enumerate(wrap(text, columns - indent)):
        yield (" " * indent if number else lead) + paint(line)


def to_copy(command: str, columns: int, *, indent: int, paint: Callable[[str], str] = str) -> Iterator[str]:
    """Lines of a command that is to be copied whole: on one line, less far in where it would not fit there.

    One that fits nowhere goes on below after a backslash, which shells read as one line; its words are not broken.
    """
    at = next((one for one in (indent, BETWEEN, 0) if width(command) <= columns - one), None)
    if at is not None:
        yield " " * at + paint(command)
        return
    lines = [""]
    for word in _WORDS.findall(command):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        lines[-1:] = [longer] if not lines[-1] or width(longer) <= columns - len(_GOES_ON) else [lines[-1], word]
    if max(map(width, lines)) > columns - len(_GOES_ON):
        yield from map(paint, wrap(command, columns))
    else:
        yield from (paint(f"{line}{_GOES_ON}") for line in lines[:-1])
        yield paint(lines[-1])


class Strip(NamedTuple):
    """A painted line and the columns it takes."""

    painted: str
    width: int

    @classmethod
    def of(cls, text: str, painted: str | None = None) -> Self:
        """A text, measured, and how it is painted if it is."""
        return cls(text if painted is None else painted, width(text))

    @property
    def plain(self) -> str:
        """The line without its colours."""
        return _PAINT.sub("", self.painted)

    def padded(self, columns: int, *, right: bool = False) -> str:
        """The line filled with blanks to a width; ``right`` sets it to the right."""
        blanks = " " * (columns - self.width)
        return blanks + self.painted if right else self.painted + blanks


EMPTY = Strip("", 0)


def beside(places: Iterable[tuple[int, Strip]]) -> Strip:
    """One line of strips, each beginning at its column or right after the one before it."""
    line, taken = "", 0
    for column, strip in sorted(places, key=lambda place: place[0]):
        if strip.width:
            blanks = max(0, column - taken)
            line, taken = line + " " * blanks + strip.painted, taken + blanks + strip.width
    return Strip(line, taken)


def joined(strips: Iterable[Strip], between: int = BETWEEN) -> Strip:
    """One line of strips with so many blanks between them."""
    parts = list(strips)
    blanks = max(0, len(parts) - 1) * between
    return Strip((" " * between).join(part.painted for part in parts), sum(part.width for part in parts) + blanks)


def side_by_side(cells: Iterable[Sequence[Strip]], rooms: Sequence[int]) -> Iterator[str]:
    """Lines of a row whose cells have lines of their own, each cell as wide as its room and set to the left."""
    for parts in zip_longest(*cells, fillvalue=EMPTY):
        padded = (part.padded(room) for part, room in zip(parts, rooms, strict=True))
        yield (" " * BETWEEN).join(padded).rstrip()


def flowed(strips: Iterable[Strip], between: int, columns: int) -> Iterator[str]:
    """Lines of strips, as many beside one another as there is room for; one that is too wide is wrapped."""
    line = EMPTY
    for strip in strips:
        if line.width and line.width + between + strip.width > columns:
            yield line.painted
            line = EMPTY
        if line.width:
            line = joined((line, strip), between)
        elif strip.width > columns:
            yield from wrap(strip.plain, columns)
        else:
            line = strip
    if line.width:
        yield line.painted


def wrapped(strips: Iterable[Strip], columns: int) -> list[str]:
    """Lines of strips; those that are too wide are wrapped, without their colours and columns."""
    lines: list[str] = []
    for strip in strips:
        fits = strip.width <= columns
        lines.extend([strip.painted] if fits else wrap(_BLANKS.sub(" ", strip.plain), columns))
    return lines


def _pieces(word: str, columns: int) -> list[str]:
    pieces = []
    while word and width(word) > columns:
        piece = head(word, columns) or word[:1]
        pieces.append(piece)
        word = word[len(piece) :]
    return [*pieces, word]


def _clusters(text: str) -> Iterator[tuple[int, int, int]]:
    if text.isascii() or _NARROW.fullmatch(text):
        return ((at, at + 1, 1) for at in range(len(text)))
    from rich.cells import split_graphemes  # noqa: PLC0415 -- as above

    return iter(split_graphemes(text)[0])
