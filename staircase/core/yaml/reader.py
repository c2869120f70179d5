"""One pass over the YAML parser's events: plain data is built, and what is not plain is refused, with its place."""
# ruff: noqa: ANN401 - raw data, and the marks that stand in a key's place, have no narrower type

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple, Protocol, cast

from yaml.events import (
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

from staircase.core.finding import NO_TERMS, Finding, Subject
from staircase.core.source import KeyPath, Null, Source
from staircase.core.suggest import TYPOGRAPHIC
from staircase.core.term import Code, Term, quoted

LIMIT = 100
"""How many findings one file gives; the last of them says how many more there are."""

NEAR = 20
"""How many characters before a key tell whether it is a part of a number."""

Rule = Literal["file-syntax", "file-not-plain", "file-duplicate-key", "field-invalid"]

_PROPERTY = re.compile(r"[&!][^ \t\r\n]*")
_BLANKS = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")

DEPTH = 20
"""How many collections may stand inside each other."""

FREE = "x-"
"""How a key begins that is the user's own, in any mapping."""

SCHEMA = "$schema"
"""The key for an editor's schema, allowed at the top of a file."""


BLANKS = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"
"""What looks like a space, or like nothing, and is none; for use in a regular expression."""

# Patterns that no sound file asks for stand as texts: re compiles each when it is first asked for.
_BLANK = f"[{BLANKS}]"
_NOTHING = "[\u200b-\u200d\u2060]"


class Refusal(NamedTuple):
    """One thing that is wrong in the text, from ``start`` to ``end``, both as indexes of characters.

    ``twice`` is a key that stands twice, with the index where its mapping starts.
    """

    rule: Rule
    reason: str
    start: int
    end: int
    params: Mapping[str, Term] = NO_TERMS
    twice: tuple[int, str] | None = None


@dataclass(slots=True)
class Refusals:
    """All that is wrong in one file: the first ones whole, the rest counted."""

    kept: list[Refusal] = field(default_factory=list)
    more: int = 0

    def add(self, refusal: Refusal) -> None:
        """Keep a refusal while there is room, else count it."""
        if len(self.kept) < LIMIT:
            self.kept.append(refusal)
        else:
            self.more += 1

    def extend(self, refusals: Iterable[Refusal]) -> None:
        """Add each of them."""
        for refusal in refusals:
            self.add(refusal)

    def findings(self, source: Source, subject: Subject) -> tuple[Finding, ...]:
        """Its findings in the order of the text; where some did not fit, the last says how many."""
        kept = sorted(self.kept, key=lambda refusal: refusal.start)
        if self.more:
            end = len(source.text)
            kept[-1] = Refusal("file-not-plain", "more", end, end, {"count": self.more + 1})
        return tuple(_finding(refusal, source, subject) for refusal in kept)


def not_plain(reason: str, start: int, end: int, params: Mapping[str, Term] = NO_TERMS) -> Refusal:
    """Refuse what is YAML, but not the plain YAML of the format."""
    return Refusal("file-not-plain", reason, start, end, params)


def properties(text: str, start: int, *, has_anchor: bool, has_tag: bool) -> Iterator[Refusal]:
    """Refuse the anchor and the tag that stand before a value, each at its own place."""
    for sign, reason, is_there in (("&", "anchor", has_anchor), ("!", "tag", has_tag)):
        if is_there:
            place = _property(text, start, sign)
            yield not_plain(reason, *place, {"name": quoted(text[slice(*place)].rstrip(",]}"))})


def control_character(value: str, start: int, end: int) -> Refusal | None:
    """Refuse a value that an escape has put a control character into."""
    found = _CONTROL.search(value)
    return not_plain("control-character", start, end, {"sign": code_point(found[0])}) if found else None


def continues_number(before: str, key: str) -> bool:
    """Whether a key is more digits of a number that commas have cut within ``{ }``: ``1,000,000``, also ``1,2,345``."""
    if re.match(r"\d{3}(?!\d)", key) and re.search(r"\d,\s?\d{3},\s?$", before):
        return True
    return bool(re.match(r"\d{1,3}(?!\d)", key) and re.search(r"\d,\d{1,3},$", before))


def code_point(sign: str) -> Code:
    """A character that can't be shown by its number: ``U+001B``."""
    return Code(f"U+{ord(sign):04X}")


def _property(text: str, start: int, sign: str) -> tuple[int, int]:
    """Find the property that begins with a sign: the first one that stands at ``start``, or the one after."""
    first = _PROPERTY.match(text, start)
    if first and not first[0].startswith(sign):
        blanks = _BLANKS.match(text, first.end())
        first = _PROPERTY.match(text, blanks.end()) if blanks else None
    return first.span() if first else (start, start + 1)


def _finding(refusal: Refusal, source: Source, subject: Subject) -> Finding:
    where = source.between(refusal.start, refusal.end)
    params = refusal.params
    if refusal.twice is not None:
        params = {**params, "first": source.key_line(*refusal.twice)}
    return Finding(refusal.rule, source.path, where, subject, params, reason=refusal.reason)


def odd_blank(text: str) -> Code | None:
    """The first character that looks like a space, or like nothing, and is none."""
    found = None if text.isascii() else re.search(_BLANK, text)
    return code_point(found[0]) if found else None


def ordinary_blanks(text: str) -> str:
    """The text with ordinary spaces for what looks like them, and without what looks like nothing."""
    return re.sub(_BLANK, " ", re.sub(_NOTHING, "", text)).strip() or "…"


class Events(Protocol):
    """A parser that gives one event after the other, ``None`` at the end; PyYAML's two kinds do."""

    def get_event(self) -> Event | None:
        """The next event."""


class StoppedError(Exception):
    """It is no use to read on; ``has_data`` tells whether what was read can be used."""

    def __init__(self, *, has_data: bool) -> None:
        super().__init__()
        self.has_data = has_data


class _Mark:
    """What stands in a key's place: one object for each meaning, compared by identity."""


_ITEM: Final[Any] = _Mark()  # the collection at hand is a list
_DROPPED: Final = _Mark()  # the value that follows is not kept
_UNFINISHED: Final = _Mark()  # a collection stands as a key, and has not ended
_IN_LIST = 2  # how many collections stand open in the list below a key of the file's own mapping
BRACKETS = frozenset("{[")
"""What a mapping or a list begins with that is written on one line."""

_NULLS = frozenset({"", "~", "null"})
_RARE = ("&", "*", "!", "\\", "<", "x-", *TYPOGRAPHIC)
_RARE_SYNTAX = re.compile(rf"(?:^|[\s\[{{,:?])[&*!]|\\|<<|x-|[:\[{{,-][ \t]+[{TYPOGRAPHIC}]")
_CUT = re.compile(r" #[^ \t\r\n]")
_IN_QUOTES = re.compile(rf"[{TYPOGRAPHIC}][^{TYPOGRAPHIC}]*[{TYPOGRAPHIC}]", re.DOTALL)
_CUT_AFTER = re.compile(r"[ \t]+#[^ \t\r\n]")


def is_rare(text: str) -> bool:
    """Whether to look closely at scalars: anchors, tags, escapes, free keys or cuts may be there."""
    if any(sign in text for sign in _RARE) and _RARE_SYNTAX.search(text):
        return True
    return "\t" in text or (" #" in text and _CUT.search(text) is not None)


class Reader:
    """One pass over a text: what has been built, what stands open, what has been refused."""

    __slots__ = (
        "cuts",
        "documents",
        "dropped",
        "items",
        "nulls",
        "quoted",
        "refusals",
        "roots",
        "stack",
        "text",
        "top",
        "tops",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.nulls: list[Null] = []
        self.cuts: list[KeyPath] = []
        self.quoted: list[KeyPath] = []
        self.dropped: list[tuple[Any, Any]] = []
        self.refusals = Refusals()
        self.roots: Any = []
        self.stack: list[tuple[Any, Any, CollectionStartEvent]] = []
        self.documents = 0
        self.top: Any = None
        self.tops = array("I")
        self.items = array("I")

    def read(self, events: Events) -> None:
        """Take in every event: what is usual in this one hot loop, what is rare in the methods below."""
        stack, careful = self.stack, is_rare(self.text)
        get = cast("Callable[[], Any]", events.get_event)
        holder, key = self.roots, _ITEM
        while (event := get()) is not None:
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                if key is None and holder is self.top:
                    self.tops.append(event.start_mark.index)
                if careful or value in _NULLS:
                    key = self._rare_scalar(event, holder, key)
                elif key is None:
                    key = value if value not in holder else self._key(event, value, holder)
                elif key is _ITEM:
                    holder.append(value)
                else:
                    holder[key] = value
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                is_mapping = kind is MappingStartEvent
                inside: Any = {} if is_mapping else []
                stack.append((holder, self._opened(event, inside, holder, key), event))
                holder, key = inside, None if is_mapping else _ITEM
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                holder, key, _ = stack.pop()
                key = key if key is _ITEM else None if key is not _UNFINISHED else self._drop(holder)
            else:
                key = self._rare_event(event, holder, key)

    def _opened(self, event: Any, inside: Any, holder: Any, key: Any) -> Any:
        """Put a collection into what holds it, and give what it stands under."""
        if len(self.stack) == DEPTH:
            self.refusals.add(not_plain("too-deep", *_ends(event), {"limit": DEPTH}))
            raise StoppedError(has_data=False)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if key is _ITEM:
            if len(self.stack) == _IN_LIST:
                self._note_item(event, holder)
            holder.append(inside)
            if holder is self.roots and not event.flow_style:
                self.top = inside
        elif key is not None:
            holder[key] = inside
        else:
            self.refusals.add(not_plain("key-not-text", *_ends(event)))
            return _UNFINISHED
        return key

    def _note_item(self, event: Any, holder: Any) -> None:
        """Note where an item of a section's list starts, unless it is a mapping that begins without its bracket."""
        above, key, _ = self.stack[1]
        start = event.start_mark.index
        if above is self.top and key.__class__ is str and (not event.flow_style or self.text[start] in BRACKETS):
            self.items.extend((len(holder), start))

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
        elif value is not None and not event.style and _IN_QUOTES.fullmatch(value):
            self.quoted.extend(self._paths(holder, key))
        if key is _ITEM:
            holder.append(value)
            return key
        holder[key] = value
        if value is None:
            self.dropped.append((holder, key))
            in_flow = bool(self.stack[-1][2].flow_style)
            self.nulls.extend(Null(path, in_flow) for path in self._paths(holder, key))
        return None

    def _rare_event(self, event: Event, holder: Any, key: Any) -> Any:
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refusals.add(not_plain("second-document", *_ends(event)))
                raise StoppedError(has_data=True)
        if not isinstance(event, AliasEvent):
            return key
        self.refusals.add(not_plain("alias", *_ends(event), {"name": quoted(event.anchor or "")}))
        if key is None:
            return self._drop(holder)
        if key is _ITEM:
            holder.append(None)
            return key
        holder[key] = None
        self.dropped.append((holder, key))
        return None

    def _key(self, event: ScalarEvent, value: str | None, holder: Any) -> Any:
        """The key to keep a value under: its text, or a mark where it is refused."""
        start, end = _ends(event)
        if value is None:
            self.refusals.add(not_plain("key-null", start, max(end, start + 1)))
            return self._drop(holder)
        if value == "<<" and not event.style:
            self.refusals.add(not_plain("merge-key", start, end))
            return self._drop(holder)
        if value in holder:
            if continues_number(self.text[max(start - NEAR, 0) : start], value):
                return self._drop(holder)  # the first of its digits is told
            twice = (_ends(self.stack[-1][2])[0], value)
            self.refusals.add(Refusal("file-duplicate-key", "", start, end, {"key": quoted(value)}, twice))
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
        """The path of the value at hand, unless it stands under a key that is not kept."""
        above = (len(held) - 1 if at is _ITEM else at for held, at, _ in self.stack[1:])
        path = (*above, len(holder) if key is _ITEM else key)
        if path[0] != SCHEMA and all(map(_is_kept, path)):
            yield path

    def data(self) -> Any:
        """What was built, without what is not kept: a mapping, unless the top of the file is no mapping."""
        for holder, key in self.dropped:
            holder.pop(key, None)
        root = {} if not self.roots or self.roots[0] is None else self.roots[0]
        if isinstance(root, dict):
            root.pop(SCHEMA, None)
        return root


def _ends(event: Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _is_kept(part: object) -> bool:
    return isinstance(part, int) or (isinstance(part, str) and not part.startswith(FREE))
