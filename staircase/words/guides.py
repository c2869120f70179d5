"""The guides: one Markdown file per topic and language, with a title and one line on what it is about."""

from dataclasses import dataclass
from importlib.resources import files

TOPICS = ("start", "format", "figures", "rules", "review", "ci", "contributing")
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
