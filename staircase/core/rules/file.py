"""Files as such: text cut short by a ``#``, and files that are no assignments. Gaps."""

from collections.abc import Iterator

from staircase.core.rules.rule import Hit
from staircase.core.term import Code, file_name
from staircase.core.yaml.source import KeyPath, Source

FREE_TEXT = frozenset(
    {
        "area", "basis", "decided_by", "decision", "forum", "how", "lead", "learned", "manager", "name",
        "organisation", "owner", "realisation", "reference", "source", "title", "together", "what", "why",
    }
)  # fmt: skip
"""The keys whose values a person writes; tags and units are not free text, and ``baseline.how`` is a choice."""


def text_cut(source: Source) -> Iterator[Hit]:
    """In a field of free text: plain text followed on its line by `` #`` and a character other than a blank.

    Or a plain value whose first and last characters are typographic quotes, with none between.
    """
    for reason, paths in (("comment", source.cuts), ("quotes", source.quoted)):
        for path in paths:
            if _is_free_text(path):
                yield Hit(path, {"key": Code(spelled(path))}, spelled(path), reason)


def ignored(path: str) -> Iterator[Hit]:
    """A file under ``assignments/``, not hidden, that is not .yaml or .yml in any case."""
    yield Hit((), {"path": file_name(path)}, path)


def spelled(path: KeyPath) -> str:
    """Spell a key path as people do: ``trials[0].title``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _is_free_text(path: KeyPath) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return bool(keys) and keys[-1] in FREE_TEXT and keys[-2:] != ["baseline", "how"]
