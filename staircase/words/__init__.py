"""Every sentence a person reads, in each language: keyed catalogues, and how terms are said in them."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from staircase.core.language import Language

if TYPE_CHECKING:
    from staircase.words.speech import Words


def words(language: Language, currency: str = "SEK") -> "Words":
    """The sentences of a language, loaded without those of the others."""
    from staircase.words.speech import Words  # noqa: PLC0415 - start-up: help has a catalogue of its own

    catalogue = import_module(f"staircase.words.{language}.catalogue")
    return Words(language, catalogue.TEXTS, catalogue.NOUNS, currency)


def heard(language: Language) -> Mapping[str, str]:
    """What people call the columns, sheets and states of their own spreadsheets, by key, with commas between."""
    texts: Mapping[str, str] = import_module(f"staircase.words.{language}.heard").TEXTS
    return texts


def sheet_texts(language: Language) -> Mapping[str, str]:
    """What the sheets of an export, their columns and their choices are called in a language, by key."""
    catalogue, sheets = (import_module(f"staircase.words.{language}.{name}") for name in ("catalogue", "sheets"))
    return {**catalogue.TEXTS, **sheets.TEXTS}
