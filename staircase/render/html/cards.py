"""The assignments' cards as HTML: written here and not in a template, with which a whole page takes a third longer."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from markupsafe import Markup, escape

from staircase.core.page.picture import Journey
from staircase.core.page.shape import AssignmentCard, CardBlock
from staircase.core.reports.block import Cell, Column, Facts, Gaps, Kind, Section, Table
from staircase.render.html.cells import CellPen, whole
from staircase.render.html.pen import PagePen
from staircase.render.html.picture import journey

LABELLED = frozenset({"taken_home", "owner"})
"""The columns whose headings stand before what they hold, where a card tells a table in sentences."""


ASK = '<p class="ask">'
"""What begins a line that says what to do."""


class CardPen:
    """Draws the cards of one page. Every part of them is escaped, or made here."""

    def __init__(self, pen: PagePen, cells: CellPen) -> None:
        self._pen = pen
        self._cells = cells

    def cards(self, cards: Sequence[AssignmentCard], *, is_open: bool) -> Markup:
        """All of them, open or folded away under their titles."""
        return whole("".join(self._card(card, number, is_open=is_open) for number, card in enumerate(cards, 1)))

    def facts(self, facts: Facts) -> Markup:
        """What is known, each under its label."""
        return whole(self._facts(facts))

    def _card(self, card: AssignmentCard, number: int, *, is_open: bool) -> str:
        head = f'<article id="{self._pen.anchor(card.id)}"><details{" open" if is_open else ""}><summary><h3>'
        parts = [head, escape(self._pen.title_of(card.id)), "</h3></summary>\n"]
        if card.journey:
            parts.append(self._journey(card.journey, f"v{number}"))
        parts += map(self._block, card.blocks)
        return "".join((*parts, "</details></article>\n"))

    def _journey(self, of: Journey, name: str) -> str:
        """A journey in words; where it has several visits drawn as well."""
        last = len(of.visits) - 1
        said = "; ".join(
            self._pen.visit(visit, of.ended if number == last else visit.last) for number, visit in enumerate(of.visits)
        )
        if not last:
            return f'<p class="visits">{escape(said)}</p>\n'
        drawn = journey(of, self._pen.text("page.journey"), name)
        return f'{drawn}\n<p class="visits" id="{name}">{escape(said)}</p>\n'

    def _block(self, block: CardBlock) -> str:
        match block:
            case Facts():
                return self._facts(block)
            case Section(title):
                return f"<h4>{escape(self._pen.say(title))}</h4>\n"
            case Table(columns, groups):
                return self._list(self._record(row, columns) for group in groups for row in group.rows)
            case Gaps(kinds):
                return self._list(map(self._remark, kinds))
            case _:
                assert_never(block)

    def _list(self, items: Iterable[str]) -> str:
        return "".join(("<ul>\n", *(f"<li>{item}\n" for item in items), "</ul>\n"))

    def _facts(self, of: Facts) -> str:
        parts = ['<dl class="facts">\n']
        for fact in of.facts:
            said = " ".join(self._cells.drawn(cell) for cell in fact.cells if cell.term is not None)
            parts.append(f"<dt>{escape(self._pen.text(fact.label))}<dd>{said}\n")
        return "".join((*parts, "</dl>\n"))

    def _record(self, row: Sequence[Cell], columns: Sequence[Column]) -> str:
        """A row in a sentence: what it is about, and what is set of the rest."""
        parts = [f"<b>{self._cells.drawn(row[0])}</b>"]
        for cell, column in zip(row[1:], columns[1:], strict=True):
            if cell.term is not None or cell.signs:
                label = f"{escape(self._pen.heading(column).lower())} " if column.key in LABELLED else ""
                parts.append(f"{label}{self._cells.drawn(cell)}")
        return ", ".join(parts)

    def _remark(self, kind: Kind) -> str:
        """A trial with what it taught, or a gap with what to do about it."""
        title = escape(self._pen.say(kind.title))
        facts = "".join(f", {escape(self._pen.say(fact))}" for fact in kind.facts)
        ask = "" if kind.ask is None else f"{escape(self._pen.ask(kind.ask))}</p>"
        if kind.sign:
            sign = f'<span class="{kind.sign.value}">{escape(self._pen.sign(kind.sign))}</span>'
            return f"{sign} {title}{facts}{ask and ASK}{ask}"
        return f"<b>{title}</b>{facts}{ask and '<p>'}{ask}"
