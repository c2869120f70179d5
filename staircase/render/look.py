"""What a format needs to know of the world outside, decided once by the shell."""

from dataclasses import dataclass
from typing import Literal

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
