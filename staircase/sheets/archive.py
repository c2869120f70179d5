"""The XML within a workbook, and its numbers: read event by event, in time and memory that are bounded for any file.

Measured on 250,000 cells: this reader 2.0 s, openpyxl 4.1 s, python-calamine 0.2 s. But calamine ends the process
over a file of 5 kB whose one cell stands in the last row and column, and tells nothing of percent and units.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from math import isfinite
from typing import IO, Literal, Protocol
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as CompressionError  # noqa: N812 - a class, whatever its name

MOST_PACKED = 64 * 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_CELLS = 3_000_000
"""More than the export of 10,000 assignments has: 2.3 million, which take 190 MiB."""

MOST_SHEETS = 1_000

CHUNK = 1 << 16
"""How much of a part is unpacked at a time."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

UnreadReason = Literal["broken", "too-large", "declarations", "old-or-locked", "other-kind", "not-text", "failed"]
"""Why a file could not be read as a spreadsheet; each has its own sentence in the catalogues."""


class UnreadBookError(Exception):
    """A file can't be read as a spreadsheet; ``detail`` is the system's own word where it gave one."""

    def __init__(self, reason: UnreadReason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason: UnreadReason = reason
        self.detail = detail


class XmlTaker(Protocol):
    """What takes in the events of an XML file."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; its name has no prefix."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within an element, or a part of it."""


class SheetChoice(Protocol):
    """Which sheets are to be read."""

    def __call__(self, name: str, *, is_hidden: bool) -> bool:
        """Whether a sheet is."""


def any_sheet(name: str, *, is_hidden: bool) -> bool:  # noqa: ARG001 - as the protocol has it
    """Each of them."""
    return True


class Archive:
    """A workbook's parts by their paths; all of them together are bounded before the first is read."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise UnreadBookError(reason="broken", detail=str(error)) from error
        self._sizes = {one.filename: one.file_size for one in self._zip.infolist()}
        self._left = MOST_UNPACKED

    def __contains__(self, path: str) -> bool:
        """Whether there is such a part."""
        return path in self._sizes

    def read(self, path: str, taker: XmlTaker, rest: "Rest | None" = None) -> None:
        """Read a part to its end; ``rest`` takes some of it by itself, and leaves the rest to the parser.

        Raises:
            UnreadBookError: it is missing, larger than may be, no sound XML, or declares entities.
        """
        self._left -= self._sizes.get(path, 0)
        if self._left < 0:
            raise UnreadBookError(reason="too-large", detail=path)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_declarations
        parser.CharacterDataHandler = taker.text
        try:
            with self._zip.open(path) as part:
                _parse(parser, (rest or _chunks)(part), taker)
        except (expat.ExpatError, BadZipFile, CompressionError, LookupError, ValueError, EOFError) as error:
            raise UnreadBookError(reason="broken", detail=f"{path}: {error}") from error
        except (NotImplementedError, RuntimeError) as error:  # another compression, or a password
            raise UnreadBookError(reason="old-or-locked", detail=path) from error


Rest = Callable[[IO[bytes]], Iterable[bytes]]
"""What a parser is to see of a part."""


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    """All of it."""
    while chunk := part.read(CHUNK):
        yield chunk


def _parse(parser: expat.XMLParserType, chunks: Iterable[bytes], taker: XmlTaker) -> None:
    """Hand the events over without a call between, until a name may have a prefix to lose."""
    parser.StartElementHandler, parser.EndElementHandler = taker.start, taker.end
    is_plain, before = True, b""
    for chunk in chunks:
        if is_plain and (_PREFIXED.search(before + chunk) or b"\x00" in chunk):
            parser.StartElementHandler = lambda name, attributes: taker.start(name.rpartition(":")[2], attributes)
            parser.EndElementHandler = lambda name: taker.end(name.rpartition(":")[2])
            is_plain = False
        before = (before + chunk)[-_LONGEST_PREFIX:]
        parser.Parse(chunk)
    parser.Parse(b"", True)  # noqa: FBT003 - the library's own: that was all


_LONGEST_PREFIX = 1 << 10
_PREFIXED = re.compile(rb"<[^\s/>?!<:]+:")
"""An element whose name has a prefix: programs choose it, and may choose several for one namespace."""


def _refuse_declarations(*_: object) -> None:
    """Refuse what no workbook has, and what entities are declared in that grow a thousand times when they are used."""
    raise UnreadBookError(reason="declarations")


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """An attribute by its name without a prefix; empty where it is not there."""
    found = attributes.get(name)
    if found is not None:
        return found
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "")


def number_of(text: str) -> Fraction | None:
    """The number that a workbook has stored: a binary one, as the 15 digits that it shows."""
    try:
        value = float(text)
    except ValueError:
        return None
    if not isfinite(value):
        return None
    return Fraction(int(text)) if text.lstrip("+-").isdecimal() else Fraction(format(value, ".15g"))
