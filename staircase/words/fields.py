"""What each field of the files is called and explained by, for editors; English descriptions stand in the models."""

from importlib import import_module

from staircase.core.language import FALLBACK, Language
from staircase.core.model.schema import Lexicon


def lexicon(language: Language) -> Lexicon:
    """The words for fields, examples and choices in a language.

    Raises:
        KeyError: when a field is asked for that the language does not describe.
    """
    told = import_module(f"staircase.words.{language}.fields")
    fields: dict[str, str] = told.FIELDS

    def described(name: str, english: str) -> str:
        return fields.get(name, english) if language == FALLBACK else fields[name]

    return Lexicon(described, told.EXAMPLES, told.CHOICES)
