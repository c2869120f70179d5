"""How many columns text takes on a terminal; cutting, padding and wrapping by that measure."""

import re
from collections.abc import Iterator

_NARROW = re.compile(
    r"[ -\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u22ff"
    r"\u2500-\u2595\u25a1\u25b2\u25bc\u25cf\u25cb\u2713\u2717\ue000]*"
)
"""Text whose every character takes one column: Latin, Greek, Cyrillic, punctuation and what we draw with."""


def width(text: str) -> int:
    """Give the columns that a text without control characters takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 -- only what is not plainly narrow needs the tables

    return cell_len(text)


def cut(text: str, columns: int, ellipsis: str) -> str:
    """Cut text to a width, whole characters as a reader sees them, and say so with an ellipsis."""
    if width(text) <= columns:
        return text
    if columns <= len(ellipsis):
        return ellipsis[:columns]
    return head(text, columns - len(ellipsis)).rstrip() + ellipsis


def head(text: str, columns: int) -> str:
    """Give the longest beginning that is no wider than so many columns and splits no joined character."""
    end, taken = 0, 0
    for start, stop, cells in _clusters(text):
        if taken + cells > columns:
            break
        end, taken = max(stop, start), taken + cells
    return text[:end]


def tail(text: str, columns: int) -> str:
    """Give the longest end that is no wider than so many columns and splits no joined character."""
    start, taken = len(text), 0
    for first, _, cells in reversed(list(_clusters(text))):
        if taken + cells > columns:
            break
        start, taken = first, taken + cells
    return text[start:]


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill text with blanks to a width; ``right`` sets it to the right."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, columns: int) -> list[str]:
    """Break text between words into lines no wider than so many columns; a longer word is broken.

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
