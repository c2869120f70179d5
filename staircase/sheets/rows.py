"""Rows of a worksheet in the plain shape that programs write: read as they stand, without an event for each element.

Rows of any other shape, and all else, are left to the XML parser, which decides whether the part is sound. Measured on
the export of 10,000 assignments, 2.2 million cells: 3.1 s instead of 5.5 s, of an import of 8.1 s.
"""

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from html import unescape
from typing import IO

from staircase.sheets.archive import CHUNK

_LONGEST_ROW = 1 << 18
"""A sheet with a longer row, or more in which none ends, is left to the XML parser from there on."""

PlainCell = tuple[str, str]
"""A cell of a plain row: the letters of its column, and what XML has of it from there to the end of its text."""

TakeRow = Callable[[int, Sequence[PlainCell]], None]
"""What takes a plain row by its number."""

_TEXT = r"[^<>&\x00-\x08\x0b-\x1f]*+(?:&(?:amp|lt|gt|quot|apos);[^<>&\x00-\x08\x0b-\x1f]*+)*+"
_CELL = (
    r'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,9}")?(?: t="[A-Za-z]{1,9}")?'
    rf'(?:/>|>(?:<v>{_TEXT}</v>|<is><t(?: xml:space="preserve")?>{_TEXT}</t></is>)</c>)'
)
_ROW = re.compile(
    rf'<row r="([1-9][0-9]{{0,6}})"(?: [A-Za-z][\w:]*="[^"<>&]*+")*+>((?:{_CELL})*+)</row>'.encode(),
)
_CELLS = re.compile(r'<c r="([A-Z]+)[0-9]+"([^/>]*+(?:/>|><(?:v|is><t[^>]*+)>[^<]*+))')
"""The cells of a row that is known to be plain."""

_ATTRIBUTES = re.compile(r'(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?')
_ROW_END = b"</row>"
_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"[^<>?]*\?>\s*)?<worksheet[ >]')
_NEVER_PLAIN = (b"<!", b"<?", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""What rows may be hidden in, as in comments, and the characters that XML has not."""


def without_plain_rows(part: IO[bytes], take: TakeRow) -> Iterator[bytes]:
    """The bytes of a worksheet for the XML parser, without the plain rows, which are taken in their turn.

    Raises:
        UnicodeDecodeError: a row is not the text that it should be.
    """
    held = part.read(CHUNK)
    if head := _HEAD.match(held):
        yield head[0]
        held = held[head.end() :]
        while len(held) < _LONGEST_ROW and not any(one in held for one in _NEVER_PLAIN):
            held = yield from _without_plain_rows(held, take)
            if not (chunk := part.read(CHUNK)):
                break
            held += chunk
    yield held
    while chunk := part.read(CHUNK):
        yield chunk


def _without_plain_rows(text: bytes, take: TakeRow) -> Generator[bytes, None, bytes]:
    """What stands between plain rows, to the end of the last row of any shape; returns what follows that."""
    done = 0
    for row in _ROW.finditer(text):
        if row.start() > done:
            yield text[done : row.start()]
        take(int(row[1]), _CELLS.findall(row[2].decode()))
        done = row.end()
    last = text.rfind(_ROW_END, done)
    if last >= 0:
        yield text[done : last + len(_ROW_END)]
        done = last + len(_ROW_END)
    return text[done:]


def parts_of(content: str) -> tuple[str, str, str]:
    """The kind, the style and the text of a plain cell."""
    attributes, _, text = content.rpartition(">")
    style, kind = _ATTRIBUTES.findall(attributes)[0]
    return kind or "n", style or "0", unescape(text)
