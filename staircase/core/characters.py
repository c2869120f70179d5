"""Characters and lines that no file may hold, found in the raw text: controls, foreign line breaks, directives."""

import re
from collections.abc import Iterator, Mapping

from staircase.core.refusal import Refusal, code_point, not_plain
from staircase.core.term import Code, Term

BLANKS = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"
"""What looks like a space, or like nothing, and is none; for use in a regular expression."""

_BLANK = re.compile(f"[{BLANKS}]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FOREIGN = re.compile("\r(?!\n)|[\x85\u2028\u2029\ufeff]|" + _FORBIDDEN.pattern)
_UNSEEN = ("\x85", "\u2028", "\u2029", "\ufeff")
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n?)*")
_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_VERSION = re.compile(r"%YAML[ \t]+1\.[12][ \t]*(?:[ \t]#.*)?")
_BYTE_ORDER_MARK = "\ufeff"


def may_be_foreign(text: str) -> bool:
    """Tell quickly whether a text that the parser accepts may hold what we do not: foreign line breaks."""
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return True
    return not text.isascii() and any(sign in text for sign in _UNSEEN)


def holds_foreign(text: str) -> bool:
    """Tell whether the text holds a character that may not stand in a file: it may be why the parser gave up."""
    return _FOREIGN.search(text) is not None


def foreign_characters(text: str) -> Iterator[Refusal]:
    """Refuse each kind of character that may not stand in a file, at its first place."""
    places: dict[str, list[int]] = {}
    for found in _FOREIGN.finditer(text):
        places.setdefault(found[0], []).append(found.start())
    for sign, starts in places.items():
        yield _refusal(sign, starts[0], {"sign": code_point(sign), "times": len(starts)})


def foreign_directive(text: str) -> Refusal | None:
    """Refuse a directive at the head of the file, but for one ``%YAML 1.1`` or ``1.2``, which says nothing new."""
    if "%" not in text or (text[0] != "%" and "\n%" not in text):
        return None
    head = _HEAD.match(text)
    for number, found in enumerate(_DIRECTIVE.finditer(head[0] if head else "")):
        if number or not _VERSION.fullmatch(found[0]):
            return not_plain("directive", *found.span())
    return None


def odd_blank(text: str) -> Code | None:
    """Give the first character that looks like a space, or like nothing, and is none."""
    found = None if text.isascii() else _BLANK.search(text)
    return code_point(found[0]) if found else None


def _refusal(sign: str, start: int, params: Mapping[str, Term]) -> Refusal:
    if _FORBIDDEN.match(sign):
        return Refusal("file-syntax", "forbidden-character", start, start + 1, params)
    reason = "byte-order-mark" if sign == _BYTE_ORDER_MARK else "line-break"
    return not_plain(reason, start, start + 1, params)
