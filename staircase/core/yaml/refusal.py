"""What a file's text is refused for, gathered while it is read: also the characters and directives it may not hold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from staircase.core.finding import NO_TERMS, Finding, Subject
from staircase.core.term import Code, Said, Term, file_name, quoted
from staircase.core.yaml.source import PROGRAM_FILE, Source

LIMIT = 100
"""How many findings one file gives; the last of them says how many more there are."""

NEAR = 20
"""How many characters before a key tell whether it is a part of a number."""

Rule = Literal["file-syntax", "file-not-plain", "file-duplicate-key", "field-invalid"]

_PROPERTY = re.compile(r"[&!][^ \t\r\n]*")
_BLANKS = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")


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


def not_a_mapping(path: str) -> Refusal:
    """Refuse a file whose top is a text or a list."""
    line = Said("line.format" if path == PROGRAM_FILE else "line.title", NO_TERMS)
    return Refusal("field-invalid", "not-a-mapping", 0, 0, {"key": file_name(path), "correction": line})


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


BLANKS = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"
"""What looks like a space, or like nothing, and is none; for use in a regular expression."""

# Patterns that no sound file asks for stand as texts: re compiles each when it is first asked for.
_BLANK = f"[{BLANKS}]"
_NOTHING = "[\u200b-\u200d\u2060]"
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_FOREIGN = f"\r(?!\n)|[\x85\u2028\u2029\ufeff]|{_FORBIDDEN}"
_UNSEEN = ("\x85", "\u2028", "\u2029", "\ufeff")
_HEAD = r"(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n?)*"
_DIRECTIVE = r"^%[^\r\n]*"
_VERSION = r"%YAML[ \t]+1\.[12][ \t]*(?:[ \t]#.*)?"
_BYTE_ORDER_MARK = "\ufeff"


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


def foreign_directive(text: str) -> Refusal | None:
    """Refuse a directive at the head of the file, but for one ``%YAML 1.1`` or ``1.2``, which says nothing new."""
    if "%" not in text or (text[0] != "%" and "\n%" not in text):
        return None
    head = re.match(_HEAD, text)
    for number, found in enumerate(re.finditer(_DIRECTIVE, head[0] if head else "", re.MULTILINE)):
        if number or not re.fullmatch(_VERSION, found[0]):
            return not_plain("directive", *found.span())
    return None


def odd_blank(text: str) -> Code | None:
    """The first character that looks like a space, or like nothing, and is none."""
    found = None if text.isascii() else re.search(_BLANK, text)
    return code_point(found[0]) if found else None


def ordinary_blanks(text: str) -> str:
    """The text with ordinary spaces for what looks like them, and without what looks like nothing."""
    return re.sub(_BLANK, " ", re.sub(_NOTHING, "", text)).strip() or "…"


def _character(sign: str, start: int, params: Mapping[str, Term]) -> Refusal:
    if re.match(_FORBIDDEN, sign):
        return Refusal("file-syntax", "forbidden-character", start, start + 1, params)
    reason = "byte-order-mark" if sign == _BYTE_ORDER_MARK else "line-break"
    return not_plain(reason, start, start + 1, params)
