"""How a text is written as a YAML scalar: plain where every tool reads the same, else quoted, long ones in a block."""

import re
from datetime import date

from yaml import SafeLoader

from staircase.core.suggest import TYPOGRAPHIC

WIDTH = 100
"""The columns that a line is to keep to, as far as its words allow."""

_PLAIN_START = re.compile(r"[^\W_]|[(/§€$£°][^\s:#]|[-+.][^\W_]")
_NEVER_PLAIN = re.compile(r"[:#]$|: | #|\s\s$|[\n\t]")
_NOT_IN_FLOW = re.compile(r"[\[\]{},:]")
_OTHER_IN_CORE = re.compile(
    r"[yYnN]|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?0o?[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)"
    r"|\.(?:nan|NaN|NAN)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_TEXT_TAG = "tag:yaml.org,2002:str"
_RESOLVERS = SafeLoader.yaml_implicit_resolvers
_SPACE = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def scalar(text: str, *, in_flow: bool = False, is_text: bool = True, quote: str = "") -> str:
    """A text on one line, to be read back as that text.

    Args:
        text: the text.
        in_flow: whether it stands within brackets.
        is_text: whether it means text, so that what looks like a number or a date is to be quoted.
        quote: the quotes that stood there, kept where they serve.
    """
    if not quote and _is_plain(text, in_flow=in_flow) and (_is_read_as_text(text) or not (is_text or _is_other(text))):
        return text
    if "\n" in text or "\t" in text:
        return _double(text)
    if quote == "'" or (quote != '"' and ('"' in text or "\\" in text)):
        return "'" + text.replace("'", "''") + "'"
    return _double(text)


def block_scalar(text: str, indent: int) -> tuple[str, ...] | None:
    """The head and the lines of a text as a block, so far in; nothing where the text can't stand in one."""
    paragraphs = text.split("\n")
    if text != text.strip() or "\t" in text or any(line != line.rstrip(" ") for line in paragraphs):
        return None
    pad = " " * indent
    room = max(WIDTH - indent, WIDTH // 3)
    if any(line.startswith(" ") for line in paragraphs) or all(len(line) <= room for line in paragraphs):
        return ("|-", *(pad + line if line else "" for line in paragraphs))
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            lines.append("")
        lines += _wrapped(paragraph, room) if paragraph else ()
    return (">-", *(pad + line if line else "" for line in lines))


def is_long(text: str, column: int) -> bool:
    """Whether a text that begins in a column is to stand in a block."""
    return "\n" in text or (column + len(text) > WIDTH and " " in text.strip())


def holds_words(text: str) -> bool:
    """Whether a text is more than one word, code or number."""
    return not text or any(sign.isspace() for sign in text)


def is_number(text: str) -> bool:
    """Whether a text is a number, for JSON and for YAML alike."""
    return _NUMBER.fullmatch(text) is not None


def _double(text: str) -> str:
    spelled = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{spelled}"'


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether YAML reads a text without quotes as that text, and no reader takes its beginning for a quote."""
    if not _PLAIN_START.match(text) or not text.isprintable() or text != text.strip() or text[0] in TYPOGRAPHIC:
        return False
    return not _NEVER_PLAIN.search(text) and not (in_flow and _NOT_IN_FLOW.search(text))


def _is_read_as_text(text: str) -> bool:
    """Whether tools for YAML 1.1 and for YAML 1.2 take a plain text for a text, and for nothing else."""
    resolvers = (*_RESOLVERS.get(text[0], ()), *_RESOLVERS.get(None, ()))
    is_text = all(tag == _TEXT_TAG or not pattern.match(text) for tag, pattern in resolvers)
    return is_text and not _OTHER_IN_CORE.fullmatch(text)


def _is_other(text: str) -> bool:
    """Whether tools take a plain text that is no text for something else than the number or the day that it says."""
    if is_number(text.removeprefix("+")):
        return False
    try:
        return date.fromisoformat(text).isoformat() != text
    except ValueError:
        return True


def _wrapped(text: str, room: int) -> list[str]:
    """A text parted at single blanks into lines that keep to the room."""
    lines = [""]
    for word in _SPACE.split(text):
        if not lines[-1]:
            lines[-1] = word
        elif len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
