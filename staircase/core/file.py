"""A portfolio's files as the shell hands them to the core: names and bytes, or why there are none."""

from typing import Literal, NamedTuple

PROGRAM_FILE = "program.yaml"
ASSIGNMENTS = "assignments"

Unreadable = Literal["link", "not-regular", "no-permission", "too-large", "vanished", "failed"]
"""Why a file gave no bytes; each has its own sentence in the catalogues."""


class File(NamedTuple):
    """One file: its path relative to the portfolio (with ``/``), and its bytes or why it has none.

    A file that is only named (not YAML, under ``assignments/``) has neither: ``content`` and ``problem`` are ``None``.
    """

    path: str
    content: bytes | None = None
    problem: Unreadable | None = None


def spelled_name(text: str) -> str:
    r"""Spell the line breaks and tabs of a file's name: ``\x0a``, ``\x09``."""
    return text.replace("\n", "\\x0a").replace("\t", "\\x09") if "\n" in text or "\t" in text else text
