"""What a format needs to know of the world outside, decided once by the shell, and the colours that go by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from staircase.core.reports.block import Tone

SignSetName = Literal["unicode", "cp1252", "ascii"]


@dataclass(frozen=True, slots=True)
class Look:
    """The outside as a format sees it.

    Attributes:
        width: the terminal's columns; without meaning where there is none.
        terminal: whether a person sees it; otherwise it is piped.
        colour: whether the eight ANSI colours are used.
        signs: the name of the set of signs that the output can encode.
        wide: show every column, whatever the width.
        plain: one sentence a line, to be read aloud.
        links: whether the terminal knows hyperlinks.
    """

    width: int
    terminal: bool = False
    colour: bool = False
    signs: SignSetName = "unicode"
    wide: bool = False
    plain: bool = False
    links: bool = False


_CODES: Mapping[Tone, str] = MappingProxyType(
    {
        Tone.PLAIN: "",
        Tone.STRONG: "1",
        Tone.GOOD: "32",
        Tone.WARN: "33",
        Tone.BAD: "1;31",
        Tone.FAINT: "2",
        Tone.ACCENT: "1;36",
    }
)
"""A few of the eight ANSI colours, each only doubling what a word or a sign says."""


def paint(text: str, tone: Tone, look: Look) -> str:
    """Text in the colour of a tone, where colours are used."""
    code = _CODES[tone]
    return f"\x1b[{code}m{text}\x1b[0m" if code and text and look.colour else text
