"""What to write in the place of a line that YAML can't read: the end of an error's ask."""

import re

from staircase.core.suspect import TYPOGRAPHIC, Reason, entry_at, line_end
from staircase.core.term import Name

MOST_SHOWN = 50
"""Characters of a text that are written out in a correction."""

_KEY_BEFORE = re.compile(r"[\w$-]+:[ \t]+$")
_COMMENT = re.compile(r"[ \t]+#.*")
_IN_BRACKETS = re.compile(r"[^,\]}\r\n]*")
_TAIL = 30


def correction(text: str, reason: Reason, start: int) -> Name | None:
    """The line to write for a syntax error of these kinds; ``None`` for all others, whose asks stand by themselves."""
    match reason:
        case "colon-in-text":
            return Name(_whole_text_quoted(text, start))
        case "indicator-start" | "typographic-quote":
            return Name(_value_quoted(text, start))
        case "list-sign":
            return Name(f"- {_shortened(text[start + 1 : line_end(text, start)])}")
        case "missing-comma":
            line = text[text.rfind("\n", 0, start) + 1 : start].strip()
            return Name(f"{line if len(line) <= _TAIL else f'…{line[-_TAIL:]}'},")
        case "missing-space":
            line = text[text.rfind("\n", 0, start) + 1 : line_end(text, start)]
            at = start + 1 - text.rfind("\n", 0, start) - 1
            return Name(_shortened(f"{line[:at]} {line[at:]}"))
        case _:
            return None


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
    end = line_end(text, start) if is_whole else _end_in_brackets(text, start)
    value = _COMMENT.sub("", text[start:end]).strip().strip(f"\"'{TYPOGRAPHIC}")
    key = _KEY_BEFORE.search(text, line, start)
    return f"{key[0] if key else ''}{in_quotes(_shortened(value))}"


def _end_in_brackets(text: str, start: int) -> int:
    found = _IN_BRACKETS.match(text, start)
    return found.end() if found else start


def _whole_text_quoted(text: str, start: int) -> str:
    """The text that holds a colon, in quotes: from its key, which may stand in a line above."""
    line = text.rfind("\n", 0, start) + 1
    parts: list[str] = []
    entry = entry_at(text, line)
    while entry.start("colon") == start or not (entry["key"] or entry["dashes"]):
        parts.insert(0, text[entry.end("dashes") : line_end(text, line)])
        if line == 0 or len(parts) > MOST_SHOWN:
            return in_quotes(_shortened(" ".join(part.strip() for part in parts)))
        line = text.rfind("\n", 0, line - 1) + 1
        entry = entry_at(text, line)
    value = _shortened(" ".join(part.strip() for part in (_COMMENT.sub("", entry["value"]), *parts)))
    key = f"{entry['key']}: " if entry["key"] else ""
    return key + in_quotes(value)
