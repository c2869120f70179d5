"""Places in a broken file that look like the real cause, found by reading its lines as a person means them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from staircase.core.finding import NO_TERMS
from staircase.core.model import keys_within
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.suggest import TYPOGRAPHIC
from staircase.core.term import Code, Term
from staircase.core.yaml.reader import BLANKS, code_point

Reason = Literal[
    "bracket-content",
    "colon-in-text",
    "escape",
    "extra-bracket",
    "extra-comma",
    "indentation",
    "indicator-start",
    "list-sign",
    "loose-text",
    "merge-markers",
    "missing-comma",
    "missing-hyphen",
    "missing-space",
    "mixed-brackets",
    "no-break-space",
    "open-brace",
    "open-bracket",
    "other",
    "outdented-item",
    "outdented-text",
    "quote-inside-quote",
    "tab",
    "typographic-quote",
    "unclosed-quote",
]
"""What people do wrong when they write YAML by hand; each has its own words."""

_ENTRY = re.compile(
    rf"(?P<indent>[ \t{BLANKS}]*)(?P<dashes>(?:-(?:[ \t{BLANKS}]+|(?=\r?\n|\Z)))*)"
    rf"(?:(?P<key>[^\s\"'#\[\]{{}},&*!|>%@`:{BLANKS}-][^\n\"'#\[\]{{}}:]*|\"[^\"\n]*\"|'[^'\n]*')"
    rf"[ \t]*(?P<colon>:)(?=[ \t\r\n{BLANKS}]|\Z)(?P<gap>[ \t{BLANKS}]*))?(?P<value>[^\r\n]*)"
)
"""A line as it is meant: indentation, dashes, a key with its colon, and what follows."""

_BLANK = re.compile(f"[{BLANKS}]")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\[\s\S])*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_AFTER_QUOTED = re.compile(r"[ \t]*(?:[,\]}:\r\n]|\Z)|[ \t]+#")
_FLOW = re.compile(r"[\[\]{}\n]|(?<=[\[{,: \t\n])[\"']|(?<=[ \t\[{])#[^\n]*")
_AFTER_FLOW = re.compile(r"[ \t]*(?P<sign>[^ \t\r\n#:])")
_AFTER_COLON = re.compile(r"[ \t]*:")
_CLOSED_IN_BRACKETS = re.compile(rf"[^\n{TYPOGRAPHIC}]*[{TYPOGRAPHIC}](?=[ \t]*[,\]}}])")
_NEXT_QUOTED = re.compile(r"[ \t]+[\"']")
_NEXT_KEY = re.compile(r"[ \t;]+(?P<key>[\w-]+):(?=[ \t\r\n])")
_SECOND_COLON = re.compile(r"[^{}\[\],:\n]*:[ \t]+(?P<value>[^{}\[\],\n]*?)(?P<gap>[ \t;]+)(?P<key>[\w-]+)")
_COLON = re.compile(r":(?=[ \t\r]|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*", re.MULTILINE)
_SIGN_IN_BRACKETS = re.compile(r"[@`%>|?*&!]|-(?=[ \t,\]}])")
_HASH = re.compile(r"(?:[:,][ \t]+|[\[{][ \t]*)(?P<sign>#)[^\n]*")
_TAG = re.compile(r"[:,\[{][ \t]*(?P<sign>!)[^\s,]*\Z")
_TEXT_AFTER = re.compile(r"[ \t]+[^\s\"'#:,\[\]{}][^\n:,\[\]{}]*[,\]}]")
_VALUE_WITH_COLON = re.compile(r"[^{}\[\],:\n]*:[ \t]+(?P<value>[^{}\[\],\n]+)")
_CLOSING = {"[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_KEY_ON_ITS_LINE = re.compile(r"[ \t]*(?:[\w$-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A likely cause, and where it stands in the text."""

    reason: Reason
    start: int
    end: int
    params: Mapping[str, Term] = field(default_factory=lambda: NO_TERMS)


def suspects(text: str, until: int) -> Iterator[Suspect]:
    """The likely causes that stand before the place where the parser gave up, in their order."""
    position = 0
    while position <= until and position < len(text):
        entry = entry_at(text, position)
        if (entry["key"] or entry["value"]) and (blank := odd_blank(entry)):
            yield blank
        suspect, position = _value(text, entry, until)
        if suspect:
            yield suspect
        position = _next_line(text, position)


def entry_at(text: str, index: int) -> re.Match[str]:
    """Take apart the line that begins at a place; each of its parts may be empty, so that any line is an entry."""
    return next(_ENTRY.finditer(text, index))


def typographic(text: str, index: int) -> Suspect:
    """Suspect the typographic quote that stands at a place."""
    return Suspect("typographic-quote", index, index + 1, {"sign": Code(text[index])})


def odd_blank(entry: re.Match[str]) -> Suspect | None:
    """Suspect the first blank of a line that looks like a space and is none."""
    for part in ("indent", "dashes", "gap"):
        if found := _BLANK.search(entry[part] or ""):
            start = entry.start(part) + found.start()
            return Suspect("no-break-space", start, start + 1, {"sign": code_point(found[0])})
    return None


def line_end(text: str, index: int) -> int:
    """Where the line ends that a place stands on."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def _next_line(text: str, index: int) -> int:
    return line_end(text, index) + 1


def _value(text: str, entry: re.Match[str], until: int) -> tuple[Suspect | None, int]:
    """Look at what follows the key or the dash; give what is wrong with it, and where it ends."""
    value, start = entry["value"], entry.start("value")
    sign = value[:1]
    if sign in _QUOTED:
        suspect, end = _quoted(text, start)
        return suspect or _second_colon(text, entry, end), end
    if sign and sign in "[{":
        return _flow(text, start, until, len(entry["indent"]))
    if sign and sign in "|>" and _HEADER.fullmatch(value):
        return None, _block_end(text, entry)
    if sign == "%" and start == entry.start():
        return Suspect("indicator-start", start, start + 1, {"sign": Code(sign)}), entry.end()
    if value.startswith("#") or not (entry["key"] or entry["dashes"]):
        return None, entry.end()
    return _plain(text, value, start), entry.end()


def _second_colon(text: str, entry: re.Match[str], end: int) -> Suspect | None:
    found = _AFTER_COLON.match(text, end) if entry["key"] else None
    return Suspect("colon-in-text", found.end() - 1, found.end()) if found else None


def _quoted(text: str, start: int) -> tuple[Suspect | None, int]:
    found = _QUOTED[text[start]].match(text, start)
    if found is None:
        return _unclosed(text, start), len(text)
    if _AFTER_QUOTED.match(text, found.end()):
        return None, found.end()
    if any(_looks_meant(line) for line in found[0].splitlines()[1:]):
        return _unclosed(text, start), found.end()
    if closing := _CLOSED_IN_BRACKETS.match(found[0]):
        return typographic(text, start + closing.end() - 1), found.end()
    inner = found.end() - 1
    return Suspect("quote-inside-quote", inner, inner + 1, {"sign": Code(text[start])}), found.end()


def _looks_meant(line: str) -> bool:
    """Whether a line within quotes looks like one of the file's own: a key with its colon, or a list item."""
    entry = entry_at(line, 0)
    return bool(entry["key"] or entry["dashes"])


def _unclosed(text: str, start: int) -> Suspect:
    whole = text[start + 1 : line_end(text, start)]
    for line in (whole.rstrip(), _COMMENT.sub("", whole).rstrip()):
        if line and line[-1] in TYPOGRAPHIC:
            return typographic(text, start + len(line))
    return Suspect("unclosed-quote", start, start + 1, {"sign": Code(text[start])})


def _flow(text: str, start: int, until: int, indent: int) -> tuple[Suspect | None, int]:
    """Look through brackets to the last one that closes; a line that looks like the next key says none does."""
    opened: list[int] = []
    position = start
    while position <= until:
        found = _FLOW.search(text, position)
        if found is None or (found[0] == "\n" and _begins_anew(text, found.end(), indent)):
            return _comment_inside(text, opened[-1]) or open_bracket(text, opened[-1]), (
                found.start() if found else len(text)
            )
        if opened and found.start() >= until:
            break
        position = found.end()
        if found[0] in _QUOTED:
            suspect, position = _quoted(text, found.start())
            if suspect:
                return _comma_missing(text, position) or suspect, position
        elif found[0] in ("[", "{"):
            opened.append(found.start())
        elif found[0] in ("]", "}"):
            opened.pop()
        if not opened:
            return _after_brackets(text, start, position) or _tag_inside(text, start, position - 1), position
    if not opened:
        return None, position
    return _tag_inside(text, opened[-1], until) or _given_up_inside(text, opened, until, indent), position


def _comment_inside(text: str, opening: int) -> Suspect | None:
    """A value that begins with ``#`` after a bracket: to YAML a comment, and all that closes the bracket is in it."""
    found = _HASH.search(text, opening, line_end(text, opening))
    if found is None or _CLOSING[text[opening]] not in found[0]:
        return None
    return Suspect("indicator-start", found.start("sign"), found.end("sign"), {"sign": Code("#")})


def _tag_inside(text: str, opening: int, place: int) -> Suspect | None:
    """A value that begins with ``!`` and ends at the bracket: YAML takes the bracket for a part of the tag."""
    found = _TAG.search(text, opening, place)
    return Suspect("indicator-start", found.start("sign"), found.end("sign"), {"sign": Code("!")}) if found else None


def _given_up_inside(text: str, opened: list[int], place: int, indent: int) -> Suspect | None:
    """Look at the place inside brackets where the parser gave up: a bracket, a sign of YAML's own, a missing comma."""
    inside = opened[-1] + 1
    sign = text[place : place + 1]
    if sign in ("]", "}") and sign != _CLOSING[text[opened[-1]]]:
        return _other_bracket(text, opened, place, indent)
    start = place - 1 if text[place - 1 : place] in ("*", "&") else place
    before = _last_written(text, inside, start)
    if before == inside or text[before - 1] in ",:":
        return _at_beginning(text, start, before == inside or text[before - 1] == ",")
    line = text.rfind("\n", 0, place) + 1
    if sign == ":" and (suspect := _second_colon_inside(text, max(inside, line), place)):
        return suspect
    if sign == ":" and _KEY_ON_ITS_LINE.fullmatch(text, line, place):
        before = _last_written(text, inside, line)
    if before == inside or text[before - 1] in ",:" or not closes(text, before, len(opened), indent):
        return None
    if text[before - 1] in _OPENING and _TEXT_AFTER.match(text, before):
        return _bracket_in_text(text, inside, before)
    is_between = "\n" in text[before:place] or text[before - 1] in "]}\"'"
    return Suspect("missing-comma", before, before) if is_between else None


def _bracket_in_text(text: str, inside: int, end: int) -> Suspect | None:
    """A bracket that closes and is followed by words, not by another item: the text begins with a bracket."""
    start = text.rfind(_OPENING[text[end - 1]], inside, end)
    return Suspect("indicator-start", start, start + 1, {"sign": Code(text[start])}) if start >= inside else None


def _at_beginning(text: str, start: int, is_item: bool) -> Suspect | None:  # noqa: FBT001 - an item, or a value after a colon
    """Look at what can't begin a value inside brackets: a sign of YAML's own, or at an item a second comma."""
    if is_item and text[start : start + 1] in (",", ":"):
        return Suspect("extra-comma" if text[start] == "," else "bracket-content", start, start + 1)
    found = _SIGN_IN_BRACKETS.match(text, start)
    return Suspect("indicator-start", start, start + 1, {"sign": Code(found[0])}) if found else None


def _other_bracket(text: str, opened: list[int], place: int, indent: int) -> Suspect | None:
    """A closing bracket of the other kind: one that was mistaken, or one that is missing before it."""
    sign = text[opened[-1]]
    closing = _CLOSING[sign]
    if len(opened) > 1 and not closes(text, place, len(opened), indent):
        return open_bracket(text, opened[-1])
    return Suspect("mixed-brackets", place, place + 1, {"sign": Code(sign), "closing": Code(closing)})


def _second_colon_inside(text: str, start: int, place: int) -> Suspect | None:
    """A second colon in a pair within brackets: a comma is missing before a key of the format, else it is text."""
    begun = max(text.rfind(",", start, place) + 1, start)
    found = _SECOND_COLON.fullmatch(text, begun, place)
    if found and _is_key(found["key"]):
        return Suspect("missing-comma", found.end("value"), found.end("value"))
    value = found or _VALUE_WITH_COLON.fullmatch(text, begun, place)
    if value and text[value.start("value")] in TYPOGRAPHIC:
        return typographic(text, value.start("value"))
    return Suspect("colon-in-text", place, place + 1) if value else None


def _is_key(word: str) -> bool:
    """Whether a word is a key of the format, wherever it belongs, or one of the writer's own."""
    return word.startswith("x-") or word in {*keys_within(Assignment), *keys_within(Program)}


def _last_written(text: str, start: int, index: int) -> int:
    """Return where the last text before a place ends that is neither blank nor comment; ``start`` if there is none."""
    while index > start:
        line = max(text.rfind("\n", start, index) + 1, start)
        if written := _COMMENT.sub("", text[line:index]).rstrip():
            return line + len(written)
        index = line - 1
    return start


def closes(text: str, position: int, depth: int, indent: int) -> bool:
    """Whether so many open brackets close before a line that looks like the next key."""
    while depth and (found := _FLOW.search(text, position)):
        position = found.end()
        if found[0] == "\n" and _begins_anew(text, position, indent):
            return False
        if found[0] in _QUOTED:
            quoted = _QUOTED[found[0]].match(text, found.start())
            position = quoted.end() if quoted else position
        depth += (found[0] in ("[", "{")) - (found[0] in ("]", "}"))
    return depth == 0


def _after_brackets(text: str, start: int, position: int) -> Suspect | None:
    """Look at what follows brackets that have closed: a text that began with them, or one bracket too many."""
    found = _AFTER_FLOW.match(text, position)
    if found is None:
        return None
    if found["sign"] in ("]", "}"):
        return Suspect("extra-bracket", found.start("sign"), found.end(), {"sign": Code(found["sign"])})
    return Suspect("indicator-start", start, start + 1, {"sign": Code(text[start])})


def open_bracket(text: str, index: int) -> Suspect:
    """A square or a curly bracket that is opened and not closed."""
    sign = text[index]
    reason: Reason = "open-brace" if sign == "{" else "open-bracket"
    return Suspect(reason, index, index + 1, {"sign": Code(sign), "closing": Code(_CLOSING[sign])})


def _comma_missing(text: str, position: int) -> Suspect | None:
    """A new quoted item after the last one, without a comma between them, as opposed to a quote within a text."""
    key = _NEXT_KEY.match(text, position)
    if _NEXT_QUOTED.match(text, position) or (key and _is_key(key["key"])):
        return Suspect("missing-comma", position, position)
    return None


def _begins_anew(text: str, position: int, indent: int) -> bool:
    entry = entry_at(text, position)
    return len(entry["indent"]) <= indent and bool(entry["key"] or entry["dashes"])


def _block_end(text: str, entry: re.Match[str]) -> int:
    """Where a block of text ends: before the next line that is not indented more than its key."""
    margin = len(entry["indent"]) + (len(entry["dashes"]) if entry["key"] else 0)
    end = line_end(text, entry.end())
    while end < len(text):
        line = text[end + 1 : line_end(text, end + 1)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= margin:
            break
        end = line_end(text, end + 1)
    return end


def _plain(text: str, value: str, start: int) -> Suspect | None:
    written = _COMMENT.sub("", value)
    colon = _COLON.search(written)
    if colon is None:
        return None
    if value[0] in TYPOGRAPHIC:
        return typographic(text, start)
    return Suspect("colon-in-text", start + colon.start(), start + colon.end())
