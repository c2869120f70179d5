"""The texts that stand in files of their own: a page for each rule, a guide for each topic, and what ``init`` writes."""

from dataclasses import dataclass
from importlib.resources import files

from staircase.core.choices import Language

SECTIONS = ("what", "why", "mend", "example")
"""The sections of every page, in their order: what it says, why, how to mend it, an example before and after."""


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's manual page: its title, its Markdown as a whole, and its sections' text by their names."""

    title: str
    text: str
    sections: tuple[tuple[str, str], ...]


def page(language: str, rule: str) -> Page:
    """The manual page of a rule that exists.

    Raises:
        FileNotFoundError: there is no such page: the rule does not exist.
    """
    text = files("staircase.words").joinpath(language, "manual", f"{rule}.md").read_text(encoding="utf-8")
    title, *parts = _parts(text)
    return Page(title, text, tuple(zip(SECTIONS, (part.partition("\n")[2].strip() for part in parts), strict=True)))


def _parts(text: str) -> list[str]:
    """Split a page at its headings of the second level; the first part is the title without its sign."""
    head, *parts = text.split("\n## ")
    return [head.removeprefix("# ").strip(), *parts]


TOPICS = ("start", "sheets", "write", "format", "figures", "rules", "review", "page", "ci", "contributing")
"""The topics, in the order that a newcomer meets them."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide: its title, its first paragraph, and its Markdown as a whole."""

    title: str
    summary: str
    text: str


def guide(language: str, topic: str) -> Guide:
    """Read the guide of a topic that exists.

    Raises:
        FileNotFoundError: there is no such topic.
    """
    text = files("staircase.words").joinpath(language, "guides", f"{topic}.md").read_text(encoding="utf-8")
    title, summary, *_ = text.split("\n\n")
    return Guide(title.removeprefix("# "), " ".join(summary.split()), text)


def template(name: str, language: Language) -> str:
    """A file that ``init`` writes, with places to fill in: ``@NAME@``; the language's own, or the one that all share.

    Raises:
        FileNotFoundError: there is no such file.
    """
    words = files("staircase.words")
    own = words.joinpath(language, "setup", name)
    return (own if own.is_file() else words.joinpath("setup", name)).read_text(encoding="utf-8")
