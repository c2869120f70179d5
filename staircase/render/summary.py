"""The summary of a workflow's step: the Markdown of a check, within what GitHub takes from a step."""

from staircase.render.findings_markdown import render as document
from staircase.render.notice import Notices
from staircase.words.speech import Words

LONGEST = 900_000
"""Bytes: GitHub takes 1 MiB from a step, from all its commands together."""


def render(notices: Notices, words: Words) -> str:
    """Write the summary; it begins on a line of its own, since others may have written before."""
    return f"\n{document(notices, words, LONGEST)}"
