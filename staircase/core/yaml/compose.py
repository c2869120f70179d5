"""New values as text: in brackets on one line, or in block under a file's own indentation."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from staircase.core.model.shape import is_text_at
from staircase.core.yaml.parse import Raw
from staircase.core.yaml.scalar import WIDTH, block_scalar, holds_words, is_long, is_number, scalar
from staircase.core.yaml.source import KeyPath


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
