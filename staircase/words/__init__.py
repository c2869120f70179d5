"""Every sentence a person reads: catalogues by key in each language; here, the texts that stand in files of their own."""

from typing import NamedTuple

from staircase.core.choices import Language

SECTIONS = ("what", "why", "mend", "example")
"""The sections of every page, in their order: what it says, why, how to mend it, an example before and after."""


class Page(NamedTuple):
    """A rule's manual page: its title, its Markdown as a whole, and its sections' text by their names."""

    title: str
    text: str
    sections: tuple[tuple[str, str], ...]


def page(language: str, rule: str) -> Page:
    """The manual page of a rule that exists.

    Raises:
        FileNotFoundError: there is no such page: the rule does not exist.
    """
    text = _text(language, "manual", f"{rule}.md")
    title, *parts = _parts(text)
    return Page(title, text, tuple(zip(SECTIONS, (part.partition("\n")[2].strip() for part in parts), strict=True)))


def _parts(text: str) -> list[str]:
    """Split a page at its headings of the second level; the first part is the title without its sign."""
    head, *parts = text.split("\n## ")
    return [head.removeprefix("# ").strip(), *parts]


TOPICS = ("start", "sheets", "write", "format", "figures", "rules", "review", "page", "ci", "contributing")
"""The topics, in the order that a newcomer meets them."""


class Guide(NamedTuple):
    """A guide: its title, its first paragraph, and its Markdown as a whole."""

    title: str
    summary: str
    text: str


def guide(language: str, topic: str) -> Guide:
    """Read the guide of a topic that exists.

    Raises:
        FileNotFoundError: there is no such topic.
    """
    text = _text(language, "guides", f"{topic}.md")
    title, summary, *_ = text.split("\n\n")
    return Guide(title.removeprefix("# "), " ".join(summary.split()), text)


def template(name: str, language: Language) -> str:
    """A file that ``init`` writes, with places to fill in: ``@NAME@``; the language's own, or the one that all share.

    Raises:
        FileNotFoundError: there is no such file.
    """
    try:
        return _text(language, "setup", name)
    except FileNotFoundError:
        return _text("setup", name)


def _text(*path: str) -> str:
    from importlib.resources import files  # noqa: PLC0415 - start-up: needed only where such a text is asked for

    return files(__name__).joinpath(*path).read_text(encoding="utf-8")
