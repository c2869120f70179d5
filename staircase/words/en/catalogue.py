"""The catalogue of the language: the sentences of its modules under one roof."""

from staircase.words.en import changes, errors, gaps, headline, importing, keys, page, report, term, write

_MODULES = (changes, errors, gaps, headline, importing, keys, page, report, term, write)

NOUNS = term.NOUNS
TEXTS: dict[str, str] = {key: text for module in _MODULES for key, text in module.TEXTS.items()}
