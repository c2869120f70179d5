"""Every sentence a person reads, in Swedish and English: keyed catalogues, and how terms are said in them."""

from importlib import import_module
from typing import Literal

from staircase.words.speech import Words

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def words(language: Language, currency: str = "SEK") -> Words:
    """Give the catalogue of a language; only that one is loaded."""
    catalogue = import_module(f"staircase.words.{language}")
    return Words(language, catalogue.TEXTS, catalogue.NOUNS, currency)
