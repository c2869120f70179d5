"""The colours: a few of the eight ANSI ones, each only doubling what a word or a sign says."""

from collections.abc import Mapping
from types import MappingProxyType

from staircase.core.reports.block import Tone
from staircase.render.look import Look

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


def paint(text: str, tone: Tone, look: Look) -> str:
    """Colour text, where colours are used."""
    code = _CODES[tone]
    return f"\x1b[{code}m{text}\x1b[0m" if code and text and look.colour else text
