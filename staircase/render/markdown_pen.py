"""The pen that writes Markdown: text from files only ever stands in code spans, whatever sentence holds it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from staircase.core.file import spelled_name
from staircase.core.reports.block import Cell, Sign
from staircase.core.term import Choices, Climb, Code, Gauge, Name, Quantity, Said, Term
from staircase.render.layout import cut
from staircase.render.look import SignSet
from staircase.render.safe import LONGEST_CELL, code_span, one_line
from staircase.words.speech import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~@&$])")
_PLACE = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True, slots=True)
class _Spans:
    """Puts a sentence's untrusted terms into code spans: places hold them while the sentence is said and escaped."""

    in_table: bool
    ellipsis: str
    texts: list[str] = field(default_factory=list)

    def hold(self, text: str) -> str:
        self.texts.append(cut(one_line(text), LONGEST_CELL, self.ellipsis) if self.in_table else text)
        return f"\ue000{len(self.texts) - 1}\ue001"

    def held(self, term: Term) -> Term:
        match term:
            case Name(text):
                return Name(self.hold(spelled_name(text) if term.of_file else text))
            case Code(text):
                return Code(self.hold(text))
            case Quantity(value, unit) if unit:
                return Quantity(value, self.hold(unit))
            case Choices(options):
                return Choices(tuple(map(self.hold, options)))
            case Said(key, terms, otherwise):
                return Said(key, {name: self.held(inner) for name, inner in terms.items()}, otherwise)
            case _:
                return term

    def speaking(self, words: Words) -> Words:
        known = words.has(f"currency.{words.currency}")
        return words if known else replace(words, currency=self.hold(words.currency))

    def filled(self, said: str) -> str:
        return _PLACE.sub(self._span, escaped(said))

    def _span(self, match: re.Match[str]) -> str:
        return code_span(self.texts[int(match[1])], in_table=self.in_table)


@dataclass(frozen=True, slots=True)
class MarkdownPen:
    """Writes terms and signs as Markdown."""

    words: Words
    signs: SignSet

    def said(self, key: str, terms: Mapping[str, Term] | None = None) -> str:
        """A sentence."""
        return self.say(Said(key, terms or {}))

    def say(self, term: Term) -> str:
        """A term outside of tables."""
        spans = _Spans(in_table=False, ellipsis=self.signs.ellipsis)
        return spans.filled(spans.speaking(self.words).say(spans.held(term)))

    def cell(self, cell: Cell, *, in_table: bool = True) -> str:
        """Write a cell: its text, then its signs."""
        term, signs = cell.term, cell.signs
        if isinstance(term, Gauge):
            term = cell.flat or term
        if term is None:
            return self.drawn(signs or (Sign.NOTHING,))
        if isinstance(term, Climb):
            arrived = (Sign.ARRIVED,) if term.arrived else ()
            return " ".join(filter(None, (escaped(self.signs.climb(term)), self.drawn((*arrived, *signs)))))
        spans = _Spans(in_table=in_table, ellipsis=self.signs.ellipsis)
        text = spans.filled(spans.speaking(self.words).cell(spans.held(term)))
        return " ".join(filter(None, (text, self.drawn(signs))))

    def drawn(self, signs: Sequence[Sign]) -> str:
        """Draw signs."""
        return escaped(" ".join(self.signs.signs[sign] for sign in signs))


def escaped(text: str) -> str:
    """Escape every character that Markdown could act upon."""
    return _SPECIAL.sub(r"\\\1", one_line(text))
