"""The catalogue of one language: its modules' sentences under one roof."""

from staircase.words.sv import field, journey, reference, render, report, syntax, term

NOUNS = term.NOUNS
TEXTS = field.TEXTS | journey.TEXTS | reference.TEXTS | render.TEXTS | report.TEXTS | syntax.TEXTS | term.TEXTS
