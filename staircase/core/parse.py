"""Text to data and places, in one pass over the YAML parser's events."""

import re
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

# This is the one module that reads YAML, and only through its events.
from yaml import SafeLoader  # noqa: TID251 - see above
from yaml.error import MarkedYAMLError, YAMLError  # noqa: TID251 - see above
from yaml.events import (  # noqa: TID251 - see above
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from staircase.core.finding import Finding, Subject
from staircase.core.refusal import Refusal, Refusals
from staircase.core.source import COLLECTION, FLOW, MAPPING, KeyPath, Null, Source
from staircase.core.term import Name, Term

Raw = str | None | list["Raw"] | dict[str, "Raw"]
"""What a file holds: every scalar is text; ``None`` only as an item of a list that has nothing in it."""

DEPTH = 20
"""How many collections may stand inside each other."""


class Events(Protocol):
    """A parser that gives one event after the other; PyYAML's two kinds do."""

    def get_event(self) -> Event | None:
        """Give the next event."""


def pure_events(text: str) -> Events:
    """Give the events of PyYAML's own parser, which is there everywhere and slow."""
    return SafeLoader(text)


try:
    from yaml._yaml import CParser  # noqa: TID251 - see above
except ImportError:  # PyYAML was built without libyaml
    fastest_events: Callable[[str], Events] = pure_events
else:
    fastest_events = CParser


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's data with its places, and what is wrong with it as YAML."""

    data: dict[str, Raw] | None
    source: Source
    findings: tuple[Finding, ...] = ()


def parse(path: str, text: str, subject: Subject, events: Callable[[str], Events] = fastest_events) -> Parsed:
    """Read a file's text as plain YAML; whatever the text is, what is wrong with it is a finding."""
    reading = _Reading(text)
    try:
        reading.read(events(text))
    except (YAMLError, UnicodeError) as error:
        reading.fail(_index(error))
    return reading.parsed(path, subject)


def _index(error: Exception) -> int:
    """Give where the parser gave up."""
    marks = (error.problem_mark, error.context_mark) if isinstance(error, MarkedYAMLError) else ()
    return next((mark.index for mark in marks if mark), 0)


def _ends(event: Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


class _Dropped:
    """A key that is not kept: a refused one, or one that stands in for it."""

    def __init__(self, *, whole: bool) -> None:
        self.whole = whole


_DROPPED: Final = _Dropped(whole=True)
_UNFINISHED: Final = _Dropped(whole=False)
_SCALAR: type[Any] = ScalarEvent
_NULLS = {"", "~", "null"}
_CAREFUL = ("&", "*", "!", "\\", "<<", "x-")
_CUT = re.compile(r"[ \t]+#[^ \t\r\n]")
_PROPERTY = re.compile(r"([&!])[^ \t\r\n,\[\]{}]*[ \t\r\n]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")


def _is_kept(part: object) -> bool:
    return isinstance(part, int) or (isinstance(part, str) and not part.startswith("x-"))


class _Reading:
    """One pass over a text: what stands open, what has been built, what has been refused."""

    __slots__ = (
        "careful", "cuts", "documents", "dropped", "get", "holder", "key", "mapping", "nodes", "nulls",
        "odd_keys", "refusals", "roots", "stack", "stopped", "text",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self.careful = any(sign in text for sign in _CAREFUL) or _CUT.search(text) is not None
        self.nodes: array[int] = array("I")
        self.odd_keys: dict[int, str] = {}
        self.nulls: list[Null] = []
        self.cuts: list[KeyPath] = []
        self.dropped: list[tuple[Any, Any]] = []
        self.refusals = Refusals()
        self.roots: list[Raw] = []
        self.holder: Any = self.roots
        self.key: Any = None
        self.mapping = False
        self.stack: list[tuple[Any, Any, bool, int]] = []
        self.documents = 0
        self.stopped = False

    def read(self, events: Events) -> None:
        """Take in event after event to the end, or to where it is no use to go on."""
        self.get: Callable[[], Any] = events.get_event
        while self._structure(self._scalars()):
            pass

    def _scalars(self) -> Any:  # noqa: ANN401 - an event; told apart by its class alone, for speed
        """Take in scalars until an event of another kind comes, and give that one."""
        get, add, careful, scalar = self.get, self.nodes.append, self.careful, _SCALAR
        holder, key, mapping = self.holder, self.key, self.mapping
        while (event := get()).__class__ is scalar:
            start, end, value = event.start_mark.index, event.end_mark.index, event.value
            add(start)
            add(end)
            if careful:
                self._inspect(event, key)
            if value in _NULLS and not event.style:
                value = None
            if key is not None:
                holder[key] = value
                if value is None:
                    self._note_null(key)
                key = None
            elif not mapping:
                holder.append(value)
            elif careful or value is None or end - start != len(value) or value in holder:
                key = self._key(event, value)
            else:
                key = value
        self.key = key
        return event

    def _structure(self, event: Event) -> bool:
        """Take in an event that is no scalar, and tell whether to go on."""
        if isinstance(event, CollectionEndEvent):
            self._close(event)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self._document(event)
        return not self.stopped and not isinstance(event, StreamEndEvent)

    def _open(self, event: CollectionStartEvent) -> None:
        mapping = isinstance(event, MappingStartEvent)
        if len(self.stack) == DEPTH:
            self.stopped = True
            self._refuse("too-deep", event, {"limit": DEPTH})
            return
        self._properties(event)
        inside: Any = {} if mapping else []
        if self.key is not None:
            self.holder[self.key] = inside
        elif not self.mapping:
            self.holder.append(inside)
        else:
            self._refuse("key-not-text", event)
            self.key = _UNFINISHED
        self.stack.append((self.holder, self.key, self.mapping, len(self.nodes)))
        flags = COLLECTION | (MAPPING if mapping else 0) | (FLOW if event.flow_style else 0)
        self.nodes.extend((_ends(event)[0] | flags, 0))
        self.holder, self.key, self.mapping = inside, None, mapping

    def _close(self, event: CollectionEndEvent) -> None:
        self.holder, key, self.mapping, opened = self.stack.pop()
        self.key = self._drop() if key is _UNFINISHED else None
        self.nodes[opened + 1] = len(self.nodes) // 2
        self.nodes.extend((_ends(event)[1], 0))

    def _alias(self, event: AliasEvent) -> None:
        self._refuse("alias", event, {"name": Name(event.anchor or "")})
        self.nodes.extend(_ends(event))
        if self.key is not None:
            self.holder[self.key] = None
            self.dropped.append((self.holder, self.key))
            self.key = None
        elif self.mapping:
            self.key = self._drop()
        else:
            self.holder.append(None)

    def _document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stopped = True
            self._refuse("second-document", event)

    def _key(self, event: ScalarEvent, value: str | None) -> object:
        """Give the key to keep a value under; one that is refused, or not kept, is dropped in the end."""
        if value is None:
            self._refuse("key-null", event)
            return self._drop()
        node = len(self.nodes) // 2 - 1
        self.odd_keys[node] = value
        if value == "<<" and not event.style:
            self._refuse("merge-key", event)
            return self._drop()
        if value in self.holder:
            self._refuse_duplicate(event, value)
            return self._drop()
        if value.startswith("x-"):
            self.dropped.append((self.holder, value))
        return value

    def _drop(self) -> object:
        self.dropped.append((self.holder, _DROPPED))
        return _DROPPED

    def _refuse_duplicate(self, event: ScalarEvent, value: str) -> None:
        params: dict[str, Term] = {"key": Name(value), "first": 0}
        self.refusals.add(Refusal("file-duplicate-key", "", *_ends(event), params))

    def _inspect(self, event: ScalarEvent, key: object) -> None:
        self._properties(event)
        if event.style == '"' and (found := _CONTROL.search(event.value)):
            self._refuse("control-character", event, {"sign": Name(found[0])})
        is_plain_value = not event.style and event.value and (key is not None or not self.mapping)
        if is_plain_value and _CUT.match(self.text, _ends(event)[1]) and (path := self._path(key)):
            self.cuts.append(path)

    def _properties(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event)
        if event.tag is not None:
            self._refuse("tag", event)

    def _note_null(self, key: object) -> None:
        self.dropped.append((self.holder, key))
        if path := self._path(key):
            self.nulls.append(Null(path, bool(self.nodes[self.stack[-1][3]] & FLOW)))

    def _path(self, key: object) -> KeyPath | None:
        """Give the path of the value at hand, unless it stands under a key that is not kept."""
        frames = [*((holder, key) for holder, key, _, _ in self.stack[1:]), (self.holder, key)]
        parts: list[Any] = [len(holder) - 1 if key is None else key for holder, key in frames]
        if isinstance(self.holder, list):
            parts[-1] += 1
        return tuple(parts) if all(map(_is_kept, parts)) else None

    def _refuse(self, reason: str, event: Event, params: Mapping[str, Term] | None = None) -> None:
        self.refusals.add(Refusal("file-not-plain", reason, *_ends(event), params or {}))

    def fail(self, index: int) -> None:
        """Note that the parser gave up."""
        self.stopped = True
        self.refusals.add(Refusal("file-syntax", "other", index, index + 1))

    def parsed(self, path: str, subject: Subject) -> Parsed:
        """Give what was read."""
        for holder, key in self.dropped:
            holder.pop(key, None)
        root = self.roots[0] if self.roots else None
        if isinstance(root, dict):
            root.pop("$schema", None)
        elif root is not None:
            self.refusals.add(Refusal("field-invalid", "not-a-mapping", 0, 0))
        source = Source(path, self.text, self.nodes, self.odd_keys, tuple(self.nulls), tuple(self.cuts))
        data = ({} if root is None else root) if isinstance(root, dict | None) else None
        findings = self.refusals.findings(source, subject)
        return Parsed(None if self.stopped and self.documents == 1 else data, source, findings)
