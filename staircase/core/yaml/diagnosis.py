"""The likely real cause of a syntax error, which the parser only notices 3 to 30 lines later."""

import re
from collections.abc import Iterator

from staircase.core.suggest import LIST_SIGNS, TYPOGRAPHIC
from staircase.core.term import Code, Name, quoted
from staircase.core.yaml.reader import Refusal, ordinary_blanks
from staircase.core.yaml.suspect import (
    Reason,
    Suspect,
    closes,
    entry_at,
    line_end,
    odd_blank,
    open_bracket,
    suspects,
    typographic,
)

MOST_SHOWN = 50
"""Characters of a text that are written out in a correction."""

_KEY_BEFORE = re.compile(r"[\w$-]+:[ \t]+$")
_COMMENT = re.compile(r"[ \t]+#.*")
_IN_BRACKETS = re.compile(r"[^,\]}\r\n]*")
_PAIR = re.compile(r"[\[{,][ \t]*(?P<key>[\w-]+:[ \t]+)?(?P<text>[^\[\]{},\n]*)$")
_TAIL = 30
_AFTER_ITEM = " \t;"
_QUOTES = ("'", '"')


def correction(text: str, reason: Reason, start: int) -> Name | None:
    """The line to write for a syntax error of these kinds; ``None`` for all others, whose asks stand by themselves."""
    begun = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[start : line_end(text, start)]
    match reason:
        case "colon-in-text":
            line = _whole_text_quoted(text, start)
        case "indicator-start" | "typographic-quote":
            line = _value_quoted(text, start)
        case "unclosed-quote" | "quote-inside-quote" | "escape":
            line = _requoted(text, start, start + (reason != "quote-inside-quote"))
        case "open-brace" | "open-bracket":
            line = _closed(begun.strip(), rest)
        case "no-break-space":
            line = _shortened(ordinary_blanks(begun + rest))
        case "list-sign":
            line = f"- {_shortened(rest[1:])}"
        case "missing-hyphen":
            line = f"- {_shortened(rest)}"
        case "missing-comma" | "mixed-brackets" | "extra-comma" | "extra-bracket":
            line = _with_other_sign(begun.strip(), rest, reason)
        case "missing-space":
            line = _shortened(f"{begun}{rest[:1]} {rest[1:]}")
        case _:
            return None
    return Name(line)


def _with_other_sign(begun: str, rest: str, reason: Reason) -> str:
    """A line within brackets with the sign that is meant at the place, between the ends of what stands around it."""
    before = begun if len(begun) <= _TAIL else f"…{begun[-_TAIL:]}"
    match reason:
        case "missing-comma":
            return f"{before}, {_shortened(rest.lstrip(_AFTER_ITEM))}".strip()
        case "mixed-brackets":
            return f"{before}{']' if rest[0] == '}' else '}'}{_shortened(rest[1:])}"
        case _:
            return f"{before}{_shortened(rest[1:])}"


def in_quotes(value: str) -> str:
    """The text in the kind of quotes that it does not hold."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _shortened(value: str) -> str:
    value = value.strip()
    return value if len(value) <= MOST_SHOWN else f"{value[: MOST_SHOWN - 1]}…"


def _value_quoted(text: str, start: int) -> str:
    """The key of a line, where it has one, and the text that begins with a quote or a sign, in straight quotes."""
    line = text.rfind("\n", 0, start) + 1
    entry = entry_at(text, line)
    if text[start] in TYPOGRAPHIC and text[line:start].rstrip()[-1:] not in (":", "[", "{", ",", "-", ""):
        # it is the quote that closes which is typographic: the text begins at the straight one that opens
        opening = max(text.rfind(sign, line, start) for sign in "\"'")
        start = opening if opening >= 0 else entry.start("value")
    is_whole = start == entry.start("value")
    inner = text.find("]" if text[start] == "[" else "}", start) + 1 if text[start] in "[{" else start
    end = line_end(text, start) if is_whole else _end_in_brackets(text, inner)
    value = _COMMENT.sub("", text[start:end]).strip().strip(f"\"'{TYPOGRAPHIC}")
    key = _KEY_BEFORE.search(text, line, start)
    return f"{key[0] if key else ''}{in_quotes(_shortened(value))}"


def _requoted(text: str, start: int, until: int) -> str:
    """The key of a line, where it has one, and its text that a quote or a backslash spoils, in quotes that fit."""
    line = text.rfind("\n", 0, start) + 1
    entry = entry_at(text, line)
    is_whole = entry["value"][:1] in _QUOTES
    opening = entry.start("value") if is_whole else max(text.rfind(sign, line, until) for sign in _QUOTES)
    if opening < line:
        return in_quotes(_shortened(text[line : line_end(text, start)]))
    end = line_end(text, start) if is_whole else _end_in_brackets(text, opening)
    value = _COMMENT.sub("", text[opening + 1 : end]).strip().removesuffix(text[opening])
    key = _KEY_BEFORE.search(text, line, opening)
    return f"{key[0] if key else ''}{in_quotes(_shortened(value))}"


def _closed(begun: str, rest: str) -> str:
    """A line on which a bracket is opened, closed at its end; without what follows if the values stand below."""
    inside = _COMMENT.sub("", rest[1:]).strip().rstrip(",")
    return f"{begun} {rest[0]}{_shortened(inside) or '…'}{'}' if rest[0] == '{' else ']'}".strip()


def _end_in_brackets(text: str, start: int) -> int:
    found = _IN_BRACKETS.match(text, start)
    return found.end() if found else start


def _whole_text_quoted(text: str, start: int) -> str:
    """The text that holds a colon, in quotes: from its key, which may stand in a line above."""
    line = text.rfind("\n", 0, start) + 1
    parts: list[str] = []
    entry = entry_at(text, line)
    pair = _PAIR.search(text, line, start) if entry["value"][:1] in ("[", "{") else None
    if pair:
        value = text[pair.start("text") : _end_in_brackets(text, start)]
        return f"{pair['key'] or ''}{in_quotes(_shortened(value))}"
    while entry.start("colon") == start or not (entry["key"] or entry["dashes"]):
        parts.insert(0, text[entry.end("dashes") : line_end(text, line)])
        if line == 0 or len(parts) > MOST_SHOWN:
            return in_quotes(_shortened(" ".join(part.strip() for part in parts)))
        line = text.rfind("\n", 0, line - 1) + 1
        entry = entry_at(text, line)
    value = _shortened(" ".join(part.strip() for part in (_COMMENT.sub("", entry["value"]), *parts)))
    key = f"{entry['key']}: " if entry["key"] else ""
    return key + in_quotes(value)


_OURS = re.compile(r"^<{7}(?:[ \t]+([^\r\n]*))?\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?:[ \t]+([^\r\n]*))?\r?$", re.MULTILINE)
_MIDDLE = "======="
_ESCAPE = re.compile(r"\\(?:[xuU][0-9A-Fa-f]*)?")
_LONGEST_ESCAPE = 10
_LONGEST_KEY = 1000
_DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)
_INDICATORS = "@`%*&!|>,]}?"
_LIST_SIGN = re.compile(rf"(?:[{LIST_SIGNS}]|\*)(?=\s)")
_TIGHT_COLON = re.compile(r"[\w-]+(:)[^\s/]")
_TIGHT_DASH = re.compile(r"-(?=[^\s-])")


def diagnose(text: str, gave_up: int, began: int) -> Refusal:
    """Name the likely real cause, given where the parser gave up and where that began which it was reading."""
    suspect = (
        _merge_markers(text)
        or next(suspects(text, gave_up), None)
        or _line_cause(text, gave_up, began)
        or _hyphen_cause(text, gave_up, began)
        or _bracket_cause(text, gave_up, began)
        or _loose_cause(text, gave_up, began)
        or Suspect("other", gave_up, gave_up + 1)
    )
    return _refusal(text, suspect)


def keyless_cause(text: str) -> Refusal | None:
    """Name what makes text of a whole file: merge markers, or a no-break space after a key's colon."""
    blanks = (suspect for suspect in suspects(text, len(text)) if suspect.reason == "no-break-space")
    suspect = _merge_markers(text) or next(blanks, None)
    return _refusal(text, suspect) if suspect else None


def _refusal(text: str, suspect: Suspect) -> Refusal:
    params = dict(suspect.params)
    if line := correction(text, suspect.reason, suspect.start):
        params["correction"] = line
    return Refusal("file-syntax", suspect.reason, suspect.start, suspect.end, params)


def _merge_markers(text: str) -> Suspect | None:
    ours, theirs = _OURS.search(text), _THEIRS.search(text)
    first = ours or theirs
    if first is None:
        return None
    names = {name: quoted((found and found[1]) or "?") for name, found in (("ours", ours), ("theirs", theirs))}
    return Suspect("merge-markers", first.start(), first.start() + 7, names)


def _line_cause(text: str, gave_up: int, began: int) -> Suspect | None:
    """Look at the line where the parser gave up, and at the one where that began which it was reading."""
    for place in dict.fromkeys((gave_up, began)):
        start = text.rfind("\n", 0, place) + 1
        entry = entry_at(text, start)
        if (tab := text.find("\t", start, entry.end("dashes"))) >= 0:
            return Suspect("tab", tab, tab + 1)
        if found := _LIST_SIGN.match(text, entry.end("indent")):
            return _suspect("list-sign", found.start(), Code(found[0]))
        if suspect := _value_cause(text, entry, place):
            return suspect
    backslash = text.rfind("\\", max(gave_up - _LONGEST_ESCAPE, 0), gave_up + 1)
    if backslash >= 0 and (found := _ESCAPE.match(text, backslash)) and gave_up <= found.end():
        return Suspect("escape", backslash, found.end() + 1)
    return None


def _value_cause(text: str, entry: re.Match[str], place: int) -> Suspect | None:
    """Look at how the text begins that stands after a key or a dash, where it is that text that could not be read."""
    start = entry.start("value")
    sign = entry["value"][:1]
    if not sign or place < start:
        return None
    if sign in TYPOGRAPHIC and place > start:
        return typographic(text, start)
    is_dash = sign == "-" and entry["key"] is not None
    if sign in _INDICATORS or is_dash:
        return Suspect("indicator-start", start, start + 1, {"sign": Code(sign)})
    return None


def _hyphen_cause(text: str, gave_up: int, began: int) -> Suspect | None:
    """Look for an entry of a list without a hyphen: in brackets, or with the first key of the entry above."""
    for place in dict.fromkeys((began, gave_up)):
        entry = entry_at(text, text.rfind("\n", 0, place) + 1)
        above = next(_lines_above(entry), None)
        if entry["dashes"]:
            bare = above if above and _in_brackets(above) else None
        else:
            bare = entry if _follows_entry(entry) or _repeats_first_key(entry) else None
        if bare:
            return _suspect("missing-hyphen", bare.end("indent"))
    return None


def _in_brackets(entry: re.Match[str]) -> bool:
    """Whether a line is nothing but a list or a mapping in brackets, which may close further below."""
    is_bare = not entry["dashes"] and not entry["key"] and entry["value"][:1] in ("[", "{")
    return is_bare and closes(entry.string, entry.start("value") + 1, 1, len(entry["indent"]))


def _follows_entry(entry: re.Match[str]) -> bool:
    """Whether a line in brackets stands below an entry of a list, with no key of the file's own between."""
    for number, above in enumerate(_lines_above(entry) if _in_brackets(entry) else ()):
        if above["dashes"] or (number == 0 and _in_brackets(above)):
            return True
        if above["key"] and not above["indent"]:
            return False
    return False


def _repeats_first_key(entry: re.Match[str]) -> bool:
    """Whether a key stands right below a list's hyphen, and is what the entry above begins with."""
    margin = len(entry["indent"])
    above = next((one for one in _lines_above(entry) if len(one["indent"]) <= margin), None)
    return bool(
        entry["key"] and above and above["dashes"] and len(above["indent"]) == margin and above["key"] == entry["key"]
    )


def _lines_above(entry: re.Match[str]) -> Iterator[re.Match[str]]:
    """The lines above one that are not blank, the nearest first."""
    text, start = entry.string, entry.start()
    while start > 0:
        start = text.rfind("\n", 0, start - 1) + 1
        above = entry_at(text, start)
        if above["dashes"] or above["key"] or above["value"]:
            yield above


def _bracket_cause(text: str, gave_up: int, began: int) -> Suspect | None:
    if text[began : began + 1] not in ("[", "{"):
        return None
    if gave_up > line_end(text, began):
        return open_bracket(text, began)
    return Suspect("bracket-content", gave_up, gave_up + 1)


def _loose_cause(text: str, gave_up: int, began: int) -> Suspect | None:
    """Look at how the lines stand to each other."""
    if _DOCUMENT_END.search(text, 0, gave_up):
        return None
    for place in dict.fromkeys((began, gave_up)):
        start = text.rfind("\n", 0, place) + 1
        entry = entry_at(text, start)
        if not entry["key"] and (suspect := _keyless_cause(entry, start, place, gave_up)):
            return suspect
    entry = entry_at(text, text.rfind("\n", 0, gave_up) + 1)
    if not (entry["key"] or entry["dashes"]):
        return None
    return _line_above_cause(text, entry) or _keyed_cause(entry, gave_up)


def _line_above_cause(text: str, entry: re.Match[str]) -> Suspect | None:
    """Look at the line above: a key without a blank after its colon takes the next line to be its own text."""
    start = text.rfind("\n", 0, max(entry.start() - 1, 0)) + 1
    above = entry_at(text, start)
    if start < entry.start() and (found := _LIST_SIGN.match(text, above.end("indent"))):
        return _suspect("list-sign", found.start(), Code(found[0]))
    if start == entry.start() or above["key"] or len(above["indent"]) > len(entry["indent"]):
        return None
    return _keyless_cause(above, start, entry.start(), -1)


def _keyless_cause(entry: re.Match[str], start: int, place: int, gave_up: int) -> Suspect | None:
    """Look at a line without a key: a blank may be missing, or it is text that has slipped out of its place."""
    value, at = entry["value"], entry.start("value")
    if value == _MIDDLE:
        return Suspect("merge-markers", at, at + len(_MIDDLE), {"ours": Name("?"), "theirs": Name("?")})
    for pattern, group in ((_TIGHT_COLON, 1), (_TIGHT_DASH, 0)):
        if found := pattern.match(value):
            return _suspect("missing-space", at + found.start(group), Code(found[group]))
    if entry["dashes"] and place == gave_up:
        return _slipped_text(entry) or _suspect("outdented-item", start + len(entry["indent"]))
    if not value:
        return odd_blank(entry)
    return None if entry["dashes"] else _suspect("loose-text", at)


def _slipped_text(entry: re.Match[str]) -> Suspect | None:
    """Look for a block of text right above: a line of it that slipped out is no item, though it begins with a dash."""
    text, first, start = entry.string, entry.end("indent"), entry.start()
    while start > 0:
        start = text.rfind("\n", 0, start - 1) + 1
        above = entry_at(text, start)
        if above["key"] and not above["dashes"] and len(above["indent"]) <= len(entry["indent"]):
            is_block = above["value"][:1] in ("|", ">")
            return _suspect("outdented-text", first) if is_block else None
        if above["dashes"] and len(above["indent"]) <= len(entry["indent"]):
            return None
    return None


def _keyed_cause(entry: re.Match[str], gave_up: int) -> Suspect | None:
    first = entry.end("indent")
    if len(entry["key"] or "") > _LONGEST_KEY:
        return None
    if entry["dashes"]:
        if gave_up != first:
            return None
        return _slipped_text(entry) or _suspect("outdented-item", first)
    if gave_up == entry.start("colon") and " " in entry["key"]:
        return _suspect("colon-in-text", gave_up)
    return _suspect("indentation", first)


def _suspect(reason: Reason, start: int, sign: Code | None = None) -> Suspect:
    return Suspect(reason, start, start + 1, {"sign": sign} if sign else {})
