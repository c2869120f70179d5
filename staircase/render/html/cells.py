"""Cells and rows of tables as HTML: written here and not in a template, which takes three times as long for them."""

from collections.abc import Sequence
from fractions import Fraction
from typing import cast

from markupsafe import Markup, escape

from staircase.core.choices import STEPS
from staircase.core.reports.block import Cell, Column, Group, Sign, Table, Tone
from staircase.core.term import Climb, Gauge, Share, Term, Trend
from staircase.render.html import spark
from staircase.render.html.pen import DRAWN, PagePen

COLOURED = frozenset({Tone.GOOD, Tone.WARN, Tone.BAD, Tone.STRONG})
"""The tones that a page shows; what they say stands in words too."""


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
        return whole("".join(self._group(group, table.columns) for group in table.groups))

    def row(self, cells: Sequence[Cell], columns: Sequence[Column]) -> Markup:
        """The cells of a row, of which the first is its heading."""
        return whole(self._row(cells, columns))

    def _group(self, group: Group, columns: Sequence[Column]) -> str:
        title = f'<tr class="group"><th scope="rowgroup" colspan="{len(columns)}">{escape(self._pen.say(group.title))}'
        rows = "".join(f"<tr>{self._row(row, columns)}\n" for row in group.rows)
        return f"<tbody>{'' if group.title is None else title}{rows}"

    def _row(self, cells: Sequence[Cell], columns: Sequence[Column]) -> str:
        parts = [f'<th scope="row">{self.drawn(cells[0])}']
        for cell, column in zip(cells[1:], columns[1:], strict=True):
            parts += ('<td class="r">' if column.align == "right" else "<td>", self.drawn(cell))
        return "".join(parts)

    def drawn(self, cell: Cell) -> str:
        """What stands in a cell: a link to the card of the assignment that it names, or its content in its tone."""
        if self._pen.leads(cell):
            return self._link(self._pen.plain(cell), self._pen.title(cell))
        parts = [self._content(cell.term)] if cell.term is not None else []
        parts += [self._sign(sign) for sign in cell.signs]
        content = " ".join(parts) or escape(self._pen.say(None))
        return f'<span class="{cell.tone.value}">{content}</span>' if cell.tone in COLOURED else content

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
                return spark.gauge(gauge, said)
            case Trend() as trend:
                return spark.trend(trend, self._pen.say(trend))
            case _:
                return escape(self._pen.brief(cast("Term", term)))

    def _sign(self, sign: Sign) -> str:
        said = escape(self._pen.sign(sign))
        if sign not in DRAWN:
            return f"<span>{said}</span>"
        return f'<span aria-hidden="true">{DRAWN[sign]}</span><span class="vh">{said}</span>'


def whole(text: str) -> Markup:
    """What is made here, as HTML that a template takes as it is."""
    return Markup(text)  # noqa: S704 -- each of its parts is escaped
