"""The languages: each with its code and how it writes numbers; its words stand in ``words/CODE``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Language = Literal["sv", "en"]

NO_BREAK_SPACE = "\u00a0"


class NumberStyle(NamedTuple):
    """How a language writes numbers: the sign between thousands, and the one before decimals."""

    thousands: str
    decimal: str


LANGUAGES: Mapping[Language, NumberStyle] = MappingProxyType(
    {
        "sv": NumberStyle(thousands=NO_BREAK_SPACE, decimal=","),
        "en": NumberStyle(thousands=",", decimal="."),
    }
)
"""All languages, in the order that choices are shown in."""

FALLBACK: Language = "en"
"""The language of a reader whose locale names none of them."""


def language_named(name: str | None) -> Language | None:
    """Language that a name such as ``sv``, ``sv_SE.UTF-8`` or ``EN`` begins with, if it is one of them."""
    return next((language for language in LANGUAGES if name and name.lower()[:2] == language), None)
