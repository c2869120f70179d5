"""Bytes to text, text to plain data and places; whatever the bytes are, what is wrong with them is a finding."""

import re
from array import array
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from yaml import SafeLoader
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from staircase.core.finding import NO_TERMS, PROGRAM, Finding, Subject
from staircase.core.source import COLLECTION, FLOW, MAPPING, PROGRAM_FILE, Positions, Source
from staircase.core.term import Code, Said, Term, file_name
from staircase.core.yaml.reader import DEPTH, Events, Reader, Refusal, StoppedError, code_point, not_plain

pure_events: Callable[[str], Events] = SafeLoader
"""PyYAML's own parser: there everywhere, ten times as slow, and now and then of another mind about tabs and escapes."""

HAS_LIBYAML = True
"""Whether PyYAML was built with libyaml."""

try:
    from yaml._yaml import CParser

    from staircase.core.yaml.sound import sound
except ImportError:
    HAS_LIBYAML = False
    fastest_events = pure_events
else:
    fastest_events = CParser

_UTF16_SAMPLE = 400
_SECTION = re.compile(r"^(?=[\w\"'])", re.MULTILINE)

# Patterns that no sound file asks for stand as texts: re compiles each when it is first asked for.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_FOREIGN = f"\r(?!\n)|[\x85\u2028\u2029\ufeff]|{_FORBIDDEN}"
_UNSEEN = ("\x85", "\u2028", "\u2029", "\ufeff")
_HEAD = r"(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n?)*"
_DIRECTIVE = r"^%[^\r\n]*"
_VERSION = r"%YAML[ \t]+1\.[12][ \t]*(?:[ \t]#.*)?"
_BYTE_ORDER_MARK = "\ufeff"


def decode(path: str, content: bytes) -> str | Finding:
    """A file's text without its byte-order mark, or say where it stops being UTF-8."""
    body = content.removeprefix(BOM_UTF8)
    if _looks_like_utf16(content):
        return _unreadable(path, "utf16", "", b"")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        reason = "cp1252" if _looks_like_cp1252(body, error.start) else "not-utf8"
        return _unreadable(path, reason, body[: error.start].decode(), body[error.start : error.start + 1])


def _looks_like_utf16(content: bytes) -> bool:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    sample = content[:_UTF16_SAMPLE]
    return 0 in sample and any(2 * half.count(0) > len(half) for half in (sample[::2], sample[1::2]))


def _looks_like_cp1252(body: bytes, start: int) -> bool:
    """Whether the bad byte is a letter or sign of Windows' own alphabet, and the file no binary."""
    try:
        body.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return 0 not in body and body[start] not in range(0x80)


def _unreadable(path: str, reason: str, before: str, byte: bytes) -> Finding:
    subject = PROGRAM if path == PROGRAM_FILE else Subject("assignment", PurePosixPath(path).stem)
    where = Source(path, before + "?").between(len(before), len(before) + 1)
    params: dict[str, Term] = {"byte": Code(f"0x{byte[0]:02X}"), "line": where.line} if byte else {}
    return Finding("file-unreadable", path, where, subject, params, reason=reason)


def places(text: str, events: Callable[[str], Events]) -> Positions:
    """The places of a text's first value, and of all within it, as far as it can be read."""
    notes = _Notes()
    with suppress(YAMLError, ValueError, OverflowError):  # what is wrong was said when it was read
        notes.take(events(text))
    return notes.table(text)


fastest_places: Callable[[str], Positions] = partial(places, events=fastest_events)
"""The same with the fastest parser: one for all files, since each keeps it."""


class _Notes:
    """What has been noted of a text; ``opened`` holds the collections that stand open, and what follows each."""

    __slots__ = ("nodes", "odd_keys", "opened")

    def __init__(self) -> None:
        self.nodes: array[int] = array("I")
        self.odd_keys: dict[int, str] = {}
        self.opened: list[tuple[int, bool | None]] = []

    def take(self, events: Events) -> None:
        """Note events until the value ends, or stands deeper than the reader goes; ``is_key`` is what follows."""
        nodes, opened = self.nodes, self.opened
        get: Callable[[], Any] = events.get_event
        is_key = None
        while (opened or not nodes) and (event := get()) is not None:
            kind = event.__class__
            if kind is ScalarEvent or kind is AliasEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if is_key and kind is ScalarEvent and end - start != len(event.value):
                    self.odd_keys[len(nodes) >> 1] = event.value
                nodes.extend((start, end))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node, is_key = opened.pop()
                nodes[node + 1] = len(nodes) >> 1
                nodes.extend((event.end_mark.index, 0))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(opened) == DEPTH:
                    return
                is_key = self._open(event, is_key)
                continue
            else:
                continue
            is_key = None if is_key is None else not is_key

    def _open(self, event: MappingStartEvent | SequenceStartEvent, is_key: bool | None) -> bool | None:  # noqa: FBT001 - as in take
        """Note where a collection starts, and what it is; give what comes first in it."""
        self.opened.append((len(self.nodes), is_key))
        is_mapping = isinstance(event, MappingStartEvent)
        start = event.start_mark.index if event.start_mark else 0
        flags = COLLECTION | (MAPPING if is_mapping else 0) | (FLOW if event.flow_style else 0)
        self.nodes.extend((start | flags, 0))
        return True if is_mapping else None

    def table(self, text: str) -> Positions:
        """What was noted; where the text breaks off, its end closes what stands open."""
        for node, _ in self.opened:
            self.nodes[node + 1] = len(self.nodes) >> 1
        self.nodes.extend((len(text), 0) if self.opened else ())
        return Positions(text, self.nodes, self.odd_keys)


Raw = str | None | list["Raw"] | dict[str, "Raw"]
"""What a file holds: every scalar is text; ``None`` only as an item of a list that has nothing in it."""


class Parsed(NamedTuple):
    """A file's data with its places, and what is wrong with it as YAML."""

    data: dict[str, Raw] | None
    source: Source
    findings: tuple[Finding, ...] = ()


def parse(path: str, text: str, subject: Subject, events: Callable[[str], Events] = fastest_events) -> Parsed:
    """Read a file's text as plain YAML; whatever the text is, what is wrong with it is a finding."""
    if HAS_LIBYAML and events is fastest_events and not (may_be_foreign(text) or may_have_directive(text)):
        usual = sound(text)
        if usual:
            return Parsed(usual.data, Source(path, text, fastest_places, usual.tops, usual.items))
    reader = Reader(text)
    has_data = _read(reader, events)
    if not has_data or may_be_foreign(text):
        reader.refusals.extend(foreign_characters(text))
    data = reader.data()
    if has_data and not isinstance(data, dict):
        from staircase.core.yaml.diagnosis import keyless_cause  # noqa: PLC0415 - start-up: only for broken files

        reader.refusals.add(keyless_cause(text) or not_a_mapping(path))
        has_data = False
    note = fastest_places if events is fastest_events else partial(places, events=events)
    nulls, cuts, in_quotes = tuple(reader.nulls), tuple(reader.cuts), tuple(reader.quoted)
    source = Source(path, text, note, reader.tops, reader.items, nulls, cuts, in_quotes)
    return Parsed(data if has_data else None, source, reader.refusals.findings(source, subject))


def everything(text: str, events: Callable[[str], Events] = fastest_events) -> Any:  # noqa: ANN401 - raw data
    """All that a text says, the user's own keys and keys without value among it; nothing where it can't be read."""
    reader = Reader(text)
    with suppress(StoppedError, YAMLError, ValueError, OverflowError):
        reader.read(events(text))
        return reader.roots[0] if reader.roots else None
    return None


def readable(text: str) -> dict[str, Raw]:
    """What a text says as plain data; of one that can't be read whole, the sections that can."""
    data = _parsed(text)
    if data is None:
        data = {}
        for section in _SECTION.split(text):
            data |= _parsed(section) or {}
    return data


def _parsed(text: str) -> dict[str, Raw] | None:
    return parse("", text, Subject("assignment", "")).data


def _read(reader: Reader, events: Callable[[str], Events]) -> bool:
    """Take in the whole text, and tell whether there is data to use."""
    if directive := foreign_directive(reader.text):
        reader.refusals.add(directive)
        return False
    try:
        reader.read(events(reader.text))
    except StoppedError as stopped:
        return stopped.has_data
    except (YAMLError, ValueError, OverflowError) as error:
        # A lone surrogate and an escape beyond Unicode are other errors from within the YAML library.
        if not holds_foreign(reader.text):
            from staircase.core.yaml.diagnosis import diagnose  # noqa: PLC0415 - start-up: only for broken files

            reader.refusals.add(diagnose(reader.text, *_marks(error)))
        return False
    return True


def _marks(error: Exception) -> tuple[int, int]:
    """Where the parser gave up, and where that began which it was reading."""
    marks = (error.problem_mark, error.context_mark) if isinstance(error, MarkedYAMLError) else ()
    indexes = [mark.index for mark in marks if mark] or [0]
    return indexes[0], indexes[-1]


def not_a_mapping(path: str) -> Refusal:
    """Refuse a file whose top is a text or a list."""
    line = Said("line.format" if path == PROGRAM_FILE else "line.title", NO_TERMS)
    return Refusal("field-invalid", "not-a-mapping", 0, 0, {"key": file_name(path), "correction": line})


def may_be_foreign(text: str) -> bool:
    """Quick test whether a text that the parser accepts may hold what we do not: foreign line breaks."""
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return True
    return not text.isascii() and any(sign in text for sign in _UNSEEN)


def holds_foreign(text: str) -> bool:
    """Whether the text holds a character that may not stand in a file: it may be why the parser gave up."""
    return re.search(_FOREIGN, text) is not None


def spelled(text: str) -> str:
    r"""The text with each character that may not stand in a file as an escape: ``\x1b``; names of files have some."""
    if text.isprintable():
        return text
    return re.sub(_FOREIGN, lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def foreign_characters(text: str) -> Iterator[Refusal]:
    """Refuse each kind of character that may not stand in a file, at its first place."""
    places: dict[str, list[int]] = {}
    for found in re.finditer(_FOREIGN, text):
        places.setdefault(found[0], []).append(found.start())
    for sign, starts in places.items():
        yield _character(sign, starts[0], {"sign": code_point(sign), "times": len(starts)})


def _character(sign: str, start: int, params: Mapping[str, Term]) -> Refusal:
    if re.match(_FORBIDDEN, sign):
        return Refusal("file-syntax", "forbidden-character", start, start + 1, params)
    reason = "byte-order-mark" if sign == _BYTE_ORDER_MARK else "line-break"
    return not_plain(reason, start, start + 1, params)


def may_have_directive(text: str) -> bool:
    """Quick test whether a line of the text begins as a directive does."""
    return "%" in text and (text[0] == "%" or "\n%" in text)


def foreign_directive(text: str) -> Refusal | None:
    """Refuse a directive at the head of the file, but for one ``%YAML 1.1`` or ``1.2``, which says nothing new."""
    if not may_have_directive(text):
        return None
    head = re.match(_HEAD, text)
    for number, found in enumerate(re.finditer(_DIRECTIVE, head[0] if head else "", re.MULTILINE)):
        if number or not re.fullmatch(_VERSION, found[0]):
            return not_plain("directive", *found.span())
    return None
