"""Cells and rows of tables as HTML: written here and not in a template, which takes three times as long for them."""

from collections.abc import Sequence
from fractions import Fraction
from typing import cast

from markupsafe import Markup, escape

from staircase.core.choices import STEPS
from staircase.core.reports.block import Cell, Group, Sign, Table, Tone
from staircase.core.term import Climb, Gauge, Share, Term, Trend
from staircase.render.html import spark
from staircase.render.html.pen import DRAWN, PagePen

COLOURED = frozenset({Tone.WARN, Tone.BAD, Tone.STRONG})
"""The tones that a page shows: colour is for what asks for something, and what it says stands in words too."""


class CellPen:
    """Draws cells and rows for one page. Every part of them is escaped, or made here."""

    def __init__(self, pen: PagePen) -> None:
        self._pen = pen

    def cell(self, cell: Cell) -> Markup:
        """What stands in a cell, for a template."""
        return whole(self.drawn(cell))

    def link(self, name: str, text: str) -> Markup:
        """A text that leads to the card of an assignment, where the page has it."""
        return whole(self._link(name, text))

    def body(self, table: Table) -> Markup:
        """The groups of a table: a heading each, where they have one, and their rows."""
        return whole("".join(self._group(group, len(table.columns)) for group in table.groups))

    def row(self, cells: Sequence[Cell]) -> Markup:
        """The same of a row that a template draws on."""
        return whole(self._row(cells))

    def _group(self, group: Group, columns: int) -> str:
        title = f'<tr class="group"><th scope="rowgroup" colspan="{columns}">{escape(self._pen.say(group.title))}'
        rows = "".join(f"<tr>{self._row(row)}\n" for row in group.rows)
        return f"<tbody>{'' if group.title is None else title}{rows}"

    def _row(self, cells: Sequence[Cell]) -> str:
        """The cells of a row; the first is its heading, as HTML takes a ``th`` whose column has no other cells."""
        head, *others = map(self.drawn, cells)
        return "".join((f"<th>{head}", *(f"<td>{cell}" for cell in others)))

    def drawn(self, cell: Cell) -> str:
        """What stands in a cell: a link to the card of the assignment that it names, or its content in its tone."""
        if self._pen.leads(cell):
            return self._link(self._pen.plain(cell), self._pen.title(cell))
        signs = [self._sign(sign) for sign in cell.signs]
        if cell.term is None:
            return " ".join(signs) or escape(self._pen.say(None))
        content = " ".join((self._content(cell.term), *signs))
        return f'<b class="{cell.tone.value}">{content}</b>' if cell.tone in COLOURED else content

    def _link(self, name: str, text: str) -> str:
        anchor = self._pen.anchor(name)
        return f'<a href="#{anchor}">{escape(text)}</a>' if anchor else escape(text)

    def _content(self, term: Term) -> str:
        match term:
            case Climb(step):
                return f"{step} {escape(self._pen.text(f'step.{STEPS[step - 1]}'))}"
            case Gauge(realised, planned) as gauge:
                terms: dict[str, Term] = {"realised": Share(realised), "planned": Share(planned or Fraction(0))}
                said = self._pen.say(gauge) if planned is None else self._pen.text("page.gauge", **terms)
                return f"{spark.gauge(gauge)}{escape(said)}"
            case Trend() as trend:
                return spark.trend(trend, self._pen.say(trend))
            case _:
                return escape(self._pen.brief(cast("Term", term)))

    def _sign(self, sign: Sign) -> str:
        """What a sign says; the style sheet draws the sign in its place, where it has one."""
        said = escape(self._pen.sign(sign))
        return f'<i class="{sign.value}">{said}</i>' if sign in DRAWN else said


def whole(text: str) -> Markup:
    """What is made here, as HTML that a template takes as it is."""
    return Markup(text)  # noqa: S704 -- each of its parts is escaped
