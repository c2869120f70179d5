"""The catalogue of the language: the sentences of its modules under one roof."""

from staircase.words.en import (
    benefit,
    changes,
    check,
    column,
    field,
    journey,
    program,
    reference,
    render,
    report,
    roadmap,
    syntax,
    term,
)

_MODULES = (benefit, changes, check, column, field, journey, program, reference, render, report, roadmap, syntax, term)

NOUNS = term.NOUNS
TEXTS: dict[str, str] = {key: text for module in _MODULES for key, text in module.TEXTS.items()}
