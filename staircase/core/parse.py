"""Text to data and places, in one pass over the YAML parser's events."""
# ruff: noqa: ANN401 - raw data, and the marks that stand in a key's place, have no narrower type

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

# With core/events.py this is the one module that knows the YAML library, and only its events.
from yaml.error import MarkedYAMLError, YAMLError  # noqa: TID251 - see above
from yaml.events import (  # noqa: TID251 - see above
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from staircase.core.characters import foreign_characters, foreign_directive, holds_foreign, may_be_foreign
from staircase.core.diagnosis import diagnose, keyless_cause
from staircase.core.events import Events, fastest_events
from staircase.core.finding import Finding, Subject
from staircase.core.refusal import Refusal, Refusals, control_character, not_a_mapping, not_plain, properties
from staircase.core.source import COLLECTION, FLOW, MAPPING, KeyPath, Null, Source
from staircase.core.term import Name

Raw = str | None | list["Raw"] | dict[str, "Raw"]
"""What a file holds: every scalar is text; ``None`` only as an item of a list that has nothing in it."""

DEPTH = 20
"""How many collections may stand inside each other."""


FREE = "x-"
"""How a key begins that is the user's own, in any mapping."""

SCHEMA = "$schema"
"""The key for an editor's schema, allowed at the top of a file."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's data with its places, and what is wrong with it as YAML."""

    data: dict[str, Raw] | None
    source: Source
    findings: tuple[Finding, ...] = ()


def parse(path: str, text: str, subject: Subject, events: Callable[[str], Events] = fastest_events) -> Parsed:
    """Read a file's text as plain YAML; whatever the text is, what is wrong with it is a finding."""
    reading = _Reading(text)
    has_data = False
    if directive := foreign_directive(text):
        reading.refusals.add(directive)
    else:
        has_data = _read(reading, events)
    if not has_data or may_be_foreign(text):
        reading.refusals.extend(foreign_characters(text))
    return reading.parsed(path, subject, has_data=has_data)


def _read(reading: "_Reading", events: Callable[[str], Events]) -> bool:
    """Take in the whole text, and tell whether there is data to use."""
    try:
        reading.read(events(reading.text))
    except _StoppedError as stopped:
        return stopped.has_data
    except (YAMLError, UnicodeError) as error:
        if not holds_foreign(reading.text):
            reading.refusals.add(diagnose(reading.text, *_places(error)))
        return False
    return True


def _places(error: Exception) -> tuple[int, int]:
    """Give where the parser gave up, and where that began which it was reading."""
    marks = (error.problem_mark, error.context_mark) if isinstance(error, MarkedYAMLError) else ()
    indexes = [mark.index for mark in marks if mark] or [0]
    return indexes[0], indexes[-1]


class _StoppedError(Exception):
    """It is no use to read on."""

    def __init__(self, *, has_data: bool) -> None:
        super().__init__()
        self.has_data = has_data


class _Mark:
    """What stands in a key's place: one object for each meaning, compared by identity."""


_ITEM: Final = _Mark()  # the collection at hand is a list
_DROPPED: Final = _Mark()  # the value that follows is not kept
_UNFINISHED: Final = _Mark()  # a collection stands as a key, and has not ended
_NULLS = frozenset({"", "~", "null"})
_RARE = ("&", "*", "!", "\\", "<", "x-")
_RARE_SYNTAX = re.compile(r"(?:^|[\s\[{,:])[&*!]|\\|<<|x-")
_CUT = re.compile(r" #[^ \t\r\n]")
_CUT_AFTER = re.compile(r"[ \t]+#[^ \t\r\n]")


def _is_rare(text: str) -> bool:
    """Tell whether to look closely at scalars: anchors, tags, escapes, free keys or cuts may be there."""
    if any(sign in text for sign in _RARE) and _RARE_SYNTAX.search(text):
        return True
    return "\t" in text or (" #" in text and _CUT.search(text) is not None)


class _Reading:
    """One pass over a text: what has been built, what stands open, what has been refused."""

    __slots__ = (
        "cuts",
        "documents",
        "dropped",
        "nodes",
        "nulls",
        "odd_keys",
        "refusals",
        "roots",
        "stack",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.nodes: array[int] = array("I")
        self.odd_keys: dict[int, str] = {}
        self.nulls: list[Null] = []
        self.cuts: list[KeyPath] = []
        self.dropped: list[tuple[Any, Any]] = []
        self.refusals = Refusals()
        self.roots: list[Raw] = []
        self.stack: list[tuple[Any, Any, int]] = []
        self.documents = 0

    def read(self, events: Events) -> None:
        """Take in every event: what is usual in this one hot loop, what is rare in the methods below."""
        nodes, stack, careful = self.nodes, self.stack, _is_rare(self.text)
        add = nodes.append
        holder: Any = self.roots
        key: Any = _ITEM
        get: Callable[[], Any] = events.get_event
        while (event := get()) is not None:
            kind = event.__class__
            if kind is ScalarEvent:
                start, end, value = event.start_mark.index, event.end_mark.index, event.value
                add(start)
                add(end)
                if careful or value in _NULLS:
                    key = self._rare_scalar(event, holder, key)
                elif key is None:
                    is_usual = end - start == len(value) and value not in holder
                    key = value if is_usual else self._key(event, value, holder)
                elif key is _ITEM:
                    holder.append(value)
                else:
                    holder[key] = value
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                holder, key = self._open(event, holder, key)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                holder, key, opened = stack.pop()
                nodes[opened + 1] = len(nodes) >> 1
                add(event.end_mark.index)
                add(0)
                if key is not _ITEM:
                    key = None if key is not _UNFINISHED else self._drop(holder)
            else:
                key = self._rare_event(event, holder, key)

    def _open(self, event: CollectionStartEvent, holder: Any, key: Any) -> tuple[Any, Any]:
        if len(self.stack) == DEPTH:
            self.refusals.add(not_plain("too-deep", *_ends(event), {"limit": DEPTH}))
            raise _StoppedError(has_data=False)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        is_mapping = event.__class__ is MappingStartEvent
        inside: Any = {} if is_mapping else []
        if key is _ITEM:
            holder.append(inside)
        elif key is not None:
            holder[key] = inside
        else:
            self.refusals.add(not_plain("key-not-text", *_ends(event)))
            key = _UNFINISHED
        self.stack.append((holder, key, len(self.nodes)))
        flags = COLLECTION | MAPPING if is_mapping else COLLECTION
        self.nodes.append(_ends(event)[0] | (flags | FLOW if event.flow_style else flags))
        self.nodes.append(0)
        return inside, None if is_mapping else _ITEM

    def _rare_scalar(self, event: ScalarEvent, holder: Any, key: Any) -> Any:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if event.style == '"' and (refusal := control_character(event.value, *_ends(event))):
            self.refusals.add(refusal)
        value = None if not event.style and event.value in _NULLS else event.value
        if key is None:
            return self._key(event, value, holder)
        if value is not None and not event.style and _CUT_AFTER.match(self.text, _ends(event)[1]):
            self.cuts.extend(self._paths(holder, key))
        if key is _ITEM:
            holder.append(value)
            return key
        holder[key] = value
        if value is None:
            self.dropped.append((holder, key))
            in_flow = bool(self.nodes[self.stack[-1][2]] & FLOW)
            self.nulls.extend(Null(path, in_flow) for path in self._paths(holder, key))
        return None

    def _rare_event(self, event: Event, holder: Any, key: Any) -> Any:
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refusals.add(not_plain("second-document", *_ends(event)))
                raise _StoppedError(has_data=True)
        if not isinstance(event, AliasEvent):
            return key
        self.refusals.add(not_plain("alias", *_ends(event), {"name": Name(event.anchor or "")}))
        self.nodes.extend(_ends(event))
        if key is None:
            return self._drop(holder)
        if key is _ITEM:
            holder.append(None)
            return key
        holder[key] = None
        self.dropped.append((holder, key))
        return None

    def _key(self, event: ScalarEvent, value: str | None, holder: Any) -> Any:
        """Give the key to keep a value under: its text, or a mark where it is refused."""
        start, end = _ends(event)
        if value is None:
            self.refusals.add(not_plain("key-null", start, max(end, start + 1)))
            return self._drop(holder)
        if end - start != len(value):
            self.odd_keys[len(self.nodes) // 2 - 1] = value
        if value == "<<" and not event.style:
            self.refusals.add(not_plain("merge-key", start, end))
            return self._drop(holder)
        if value in holder:
            twice = (self.stack[-1][2] // 2, value)
            self.refusals.add(Refusal("file-duplicate-key", "", start, end, {"key": Name(value)}, twice))
            return self._drop(holder)
        if value.startswith(FREE):
            self.dropped.append((holder, value))
        return value

    def _drop(self, holder: Any) -> Any:
        self.dropped.append((holder, _DROPPED))
        return _DROPPED

    def _refuse_properties(self, event: ScalarEvent | CollectionStartEvent) -> None:
        has_anchor, has_tag = event.anchor is not None, event.tag is not None
        self.refusals.extend(properties(self.text, _ends(event)[0], has_anchor=has_anchor, has_tag=has_tag))

    def _paths(self, holder: Any, key: Any) -> Iterator[KeyPath]:
        """Give the path of the value at hand, unless it stands under a key that is not kept."""
        above = (len(held) - 1 if at is _ITEM else at for held, at, _ in self.stack[1:])
        path = (*above, len(holder) if key is _ITEM else key)
        if all(part.__class__ is int or (part.__class__ is str and not part.startswith(FREE)) for part in path):
            yield path

    def parsed(self, path: str, subject: Subject, *, has_data: bool) -> Parsed:
        """Give what was read."""
        for holder, key in self.dropped:
            holder.pop(key, None)
        for _, _, opened in self.stack:  # the file breaks off: its end closes what stands open
            self.nodes[opened + 1] = len(self.nodes) >> 1
        self.nodes.extend((len(self.text), 0) if self.stack else ())
        root = self.roots[0] if self.roots else None
        data = {} if root is None else root
        if isinstance(data, dict):
            data.pop(SCHEMA, None)
        elif has_data:
            self.refusals.add(keyless_cause(self.text) or not_a_mapping(path))
        source = Source(path, self.text, self.nodes, self.odd_keys, tuple(self.nulls), tuple(self.cuts))
        findings = self.refusals.findings(source, subject)
        return Parsed(data if has_data and isinstance(data, dict) else None, source, findings)


def _ends(event: Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)
