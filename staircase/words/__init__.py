"""Every sentence a person reads, in each language: keyed catalogues, and how terms are said in them."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from staircase.core.choices import FALLBACK, Language

if TYPE_CHECKING:
    from staircase.core.schema import Lexicon
    from staircase.words.speech import Words

CATALOGUE = ("changes", "errors", "gaps", "importing", "page", "report", "term", "write")
"""The modules of every language with the sentences of reports, findings and changes."""


def words(language: Language, currency: str = "SEK") -> "Words":
    """The sentences of a language, loaded without those of the others."""
    from staircase.words.speech import Words  # noqa: PLC0415 - start-up: help has a catalogue of its own

    nouns: Mapping[str, tuple[str, str]] = import_module(f"staircase.words.{language}.term").NOUNS
    return Words(language, _texts(language), nouns, currency)


def heard(language: Language) -> Mapping[str, str]:
    """What people call the columns, sheets and states of their own spreadsheets, by key, with commas between."""
    texts: Mapping[str, str] = import_module(f"staircase.words.{language}.heard").TEXTS
    return texts


def sheet_texts(language: Language) -> Mapping[str, str]:
    """What the sheets of an export, their columns and their choices are called in a language, by key."""
    return {**_texts(language), **import_module(f"staircase.words.{language}.sheets").TEXTS}


def lexicon(language: Language) -> "Lexicon":
    """The words for the fields of files, their examples and choices, for editors; English fields stand in the models.

    Raises:
        KeyError: when a field is asked for that the language does not describe.
    """
    from staircase.core.schema import Lexicon  # noqa: PLC0415 - start-up: only schemas explain the fields

    told = import_module(f"staircase.words.{language}.fields")
    fields: dict[str, str] = told.FIELDS

    def described(name: str, english: str) -> str:
        return fields.get(name, english) if language == FALLBACK else fields[name]

    return Lexicon(described, told.EXAMPLES, told.CHOICES)


def headline_texts(parts: Mapping[str, tuple[str, str]], numbers: Sequence[str]) -> dict[str, str]:
    """A headline's parts, one and many of each, and its numbers from one on; all as beginnings of a sentence, too."""
    texts = {f"headline.{part}.one": one for part, (one, _) in parts.items()}
    texts |= {f"headline.{part}.many": many for part, (_, many) in parts.items()}
    texts |= {f"number.{number}": word for number, word in enumerate(numbers, 1)}
    return texts | {f"{key}.first": text[:1].upper() + text[1:] for key, text in texts.items()}


@cache
def _texts(language: Language) -> Mapping[str, str]:
    modules = (import_module(f"staircase.words.{language}.{name}") for name in CATALOGUE)
    return {key: text for module in modules for key, text in module.TEXTS.items()}
