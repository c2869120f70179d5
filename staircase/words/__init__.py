"""Every sentence a person reads, in Swedish and English: keyed catalogues, and how terms are said in them."""

from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from staircase.words.speech import Words

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def words(language: Language, currency: str = "SEK") -> "Words":
    """Load the catalogue of a language, and nothing of the other."""
    from staircase.words.speech import Words  # noqa: PLC0415 - start-up: help has a catalogue of its own

    catalogue = import_module(f"staircase.words.{language}.catalogue")
    return Words(language, catalogue.TEXTS, catalogue.NOUNS, currency)
