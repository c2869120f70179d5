"""The assignments' cards as HTML: written here and not in a template, with which a whole page takes a third longer."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import assert_never

from markupsafe import Markup, escape

from staircase.core.page.shape import AssignmentCard, CardBlock, Journey
from staircase.core.reports.block import Cell, Column, Facts, Gaps, Kind, Section, Sign, Table
from staircase.core.term import Count, Term
from staircase.render.html.cells import CellPen, whole
from staircase.render.html.pen import PagePen
from staircase.render.html.picture import journey

LABELLED = frozenset({"to", "taken_home", "owner"})
"""The columns whose headings stand before what they hold, where a card tells a table in sentences."""


BELOW = "<p>"
"""What begins a line of its own: what a trial taught, or what to do. It ends where the next fact begins."""


class CardPen:
    """Draws the cards of one page. Every part of them is escaped, or made here."""

    def __init__(self, pen: PagePen, cells: CellPen) -> None:
        self._pen = pen
        self._cells = cells

    def cards(self, cards: Sequence[AssignmentCard], *, is_open: bool) -> Markup:
        """All of them, open or folded away under their titles."""
        return whole("".join(self._card(card, is_open=is_open) for card in cards))

    def facts(self, facts: Facts) -> Markup:
        """What is known, each under its label."""
        return whole(f'<dl class="facts">\n{self._facts(facts)}</dl>\n')

    def _card(self, card: AssignmentCard, *, is_open: bool) -> str:
        anchor = self._pen.anchor(card.id)
        title = escape(self._pen.title_of(card.id))
        told = self._journey(card.journey) if card.journey else ""
        told += "".join(map(self._block, card.blocks))
        facts = f"<dl>\n{told}</dl>" if told else ""
        opened = " open" if is_open else ""
        return f'<details id="{anchor}"{opened}><summary><h3>{title}</h3></summary>\n{facts}</details>\n'

    def _journey(self, of: Journey) -> str:
        """A journey in words; where it has several visits drawn as well."""
        drawn = journey(of) if len(of.visits) > 1 else ""
        return f"<dt>{escape(self._pen.text('page.journey'))}<dd>{drawn}{escape(self._pen.journey(of))}\n"

    def _block(self, block: CardBlock) -> str:
        match block:
            case Facts():
                return self._facts(block)
            case Section(title):
                return f"<dt>{escape(self._pen.say(title))}\n"
            case Table(columns, groups):
                return self._list(self._record(row, columns) for group in groups for row in group.rows)
            case Gaps(kinds):
                return "".join(self._weighing(sign, tuple(alike)) for sign, alike in groupby(kinds, attrgetter("sign")))
            case _:
                assert_never(block)

    def _list(self, items: Iterable[str]) -> str:
        return "".join(f"<dd>{item}\n" for item in items)

    def _facts(self, of: Facts) -> str:
        parts = []
        for fact in of.facts:
            between = ", " if all(map(self._pen.leads, fact.cells)) else " "
            told = [self._cells.drawn(cell) for cell in fact.cells if cell.term is not None]
            said = between.join(told) or escape(self._pen.say(None))
            parts.append(f"<dt>{escape(self._pen.text(fact.label))}<dd>{said}\n")
        return "".join(parts)

    def _record(self, row: Sequence[Cell], columns: Sequence[Column]) -> str:
        """A row in a sentence: what it is about, and what is set of the rest; what two columns say stands once."""
        parts = [f"<b>{self._cells.drawn(row[0])}</b>"]
        for cell, column in zip(row[1:], columns[1:], strict=True):
            if cell.term is not None or cell.signs:
                label = f"{escape(self._pen.heading(column).lower())} " if column.key in LABELLED else ""
                parts.append(f"{label}{self._cells.drawn(cell)}")
        parts = list(dict.fromkeys(parts))
        return ", ".join(parts)

    def _weighing(self, sign: Sign | None, kinds: Sequence[Kind]) -> str:
        """Gaps that weigh the same, which is their label, each advice once; or trials, which weigh nothing."""
        if sign is None:
            return self._list(map(self._trial, kinds))
        by_ask: dict[str, list[str]] = {}
        for kind in kinds:
            by_ask.setdefault(self._below(kind.ask), []).append(escape(self._pen.say(kind.title)))
        label = f'<dt class="{sign.value}">{escape(self._pen.say(Count(len(kinds), sign.value)))}'
        return label + "".join(f"{self._list(said)}{ask}" for ask, said in by_ask.items())

    def _trial(self, of: Kind) -> str:
        """A trial with what it taught."""
        facts = "".join(f", {escape(self._pen.say(fact))}" for fact in of.facts)
        return f"<b>{escape(self._pen.say(of.title))}</b>{facts}{self._below(of.ask)}"

    def _below(self, ask: Term | None) -> str:
        return "" if ask is None else f"{BELOW}{escape(self._pen.ask(ask))}"
