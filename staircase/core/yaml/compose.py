"""New values as text: scalars, plain where every tool reads the same, in brackets on one line, or in block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel
from yaml import SafeLoader

from staircase.core.model import is_text_at
from staircase.core.source import KeyPath
from staircase.core.suggest import TYPOGRAPHIC
from staircase.core.yaml import Raw

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


@dataclass(frozen=True)
class Composer:
    """How one file writes new values.

    Attributes:
        model: what the file is, which tells text from numbers and dates.
        list_indent: how much further in than its key a list in block stands.
        mapping_indent: how much further in than its key a mapping in block stands.
        is_quoted: whether every text is in double quotes, as those around are.
        is_json: whether the whole file is JSON, so that a date is in quotes, too.
    """

    model: type[BaseModel]
    list_indent: int = 2
    mapping_indent: int = 2
    is_quoted: bool = False
    is_json: bool = False

    def entry(self, key: str, value: Raw, path: KeyPath, indent: int) -> tuple[str, ...]:
        """The lines of a key with its value, so far in; ``path`` leads to the value."""
        begun = f"{' ' * indent}{self.text(key)}:"
        head, *below = self.value(value, path, indent, len(begun) + 1)
        return (f"{begun} {head}" if head else begun, *below)

    def value(self, value: Raw, path: KeyPath, indent: int, column: int) -> tuple[str, ...]:
        """What stands after a key that is so far in, from a column on, and the lines below it."""
        if not isinstance(value, dict | list):
            text = value or ""
            long = block_scalar(text, indent + self.mapping_indent) if is_long(text, column) else None
            return long or (self.plain(text, path),)
        if self._suits_flow(value, path) and column + len(flow := self.flow(value, path)) <= WIDTH:
            return (flow,)
        if isinstance(value, list):
            within = indent + self.list_indent
            items = (self.item(one, (*path, place), f"{' ' * within}- ") for place, one in enumerate(value))
            return ("", *(line for item in items for line in item))
        return ("", *self._entries(value, path, indent + self.mapping_indent))

    def item(self, value: Raw, path: KeyPath, begun: str, like: Raw = None) -> tuple[str, ...]:
        """The lines of an item of a list in block, begun with its dash; ``like`` is an item in brackets beside it."""
        if isinstance(value, dict) and value:
            suits = self._suits_flow(value, path, like) if like != {} else False
            if suits and len(begun) + len(flow := self.flow(value, path)) <= WIDTH:
                return (begun + flow,)
            head, *below = self._entries(value, path, len(begun))
            return (begun + head.lstrip(" "), *below)
        if isinstance(value, dict | list):
            return (begun + self.flow(value, path),)
        head, *below = self.value(value, path, begun.index("-"), len(begun))
        return (begun + head, *below)

    def flow(self, value: Raw, path: KeyPath, quote: str = "") -> str:
        """A value within brackets, on one line."""
        if isinstance(value, dict):
            return "{" + ", ".join(self.pair(key, one, (*path, key)) for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(one, (*path, place)) for place, one in enumerate(value)) + "]"
        return self.plain(value or "", path, quote, in_flow=True)

    def pair(self, key: str, value: Raw, path: KeyPath) -> str:
        """A key with its value within brackets."""
        return f"{self.text(key, in_flow=True)}: {self.flow(value, path)}"

    def plain(self, text: str, path: KeyPath, quote: str = "", *, in_flow: bool = False) -> str:
        """A text on one line, in the quotes that stood there where it needs some."""
        is_text = is_text_at(self.model, path)
        if self.is_quoted and (is_text or (self.is_json and not is_number(text))):
            quote = quote or '"'
        return scalar(text, in_flow=in_flow, is_text=is_text, quote=quote)

    def text(self, text: str, *, in_flow: bool = False) -> str:
        """A key."""
        return scalar(text, in_flow=in_flow, quote='"' if self.is_quoted else "")

    def _entries(self, value: dict[str, Raw], path: KeyPath, indent: int) -> Sequence[str]:
        return [line for key, one in value.items() for line in self.entry(key, one, (*path, key), indent)]

    def _suits_flow(self, value: dict[str, Raw] | list[Raw], path: KeyPath, like: Raw = None) -> bool:
        """Whether a value is usually written in brackets: a list of texts, or a mapping that holds nothing to read.

        Beside an item in brackets the texts may stand there that stand there.
        """
        if isinstance(value, list):
            return not any(isinstance(one, dict | list) or (one and "," in one) for one in value)
        known = like if isinstance(like, dict) else {}
        return not any(
            isinstance(one, dict | list) or (key not in known and self._is_read(key, one or "", (*path, key)))
            for key, one in value.items()
        )

    def _is_read(self, key: str, text: str, path: KeyPath) -> bool:
        """Whether a text is there for people to read, rather than a number, a date or a word of the format."""
        return is_text_at(self.model, path) and (key in _FOR_PEOPLE or holds_words(text))


_FOR_PEOPLE = frozenset({"id", "title", "name", "what", "why", "how", "learned"})
"""Keys whose mappings people read, however short the text is."""
