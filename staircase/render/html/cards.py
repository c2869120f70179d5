"""The assignments' cards as HTML: written here and not in a template, with which a whole page takes a third longer."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, groupby, takewhile
from operator import attrgetter
from typing import NamedTuple, assert_never

from markupsafe import Markup, escape

from staircase.core.page import AssignmentCard, CardBlock, Journey, ManagementPage
from staircase.core.reports import Cell, Column, Facts, Gaps, Kind, Section, Sign, Table
from staircase.core.term import Count, Term
from staircase.render.html.cells import CellPen, whole
from staircase.render.html.pen import PagePen
from staircase.render.html.picture import journey
from staircase.render.html.room import size

LABELLED = frozenset({"to", "taken_home", "owner"})
"""The columns whose headings stand before what they hold, where a card tells a table in sentences."""

LABEL, FACT = "<dt", "<dd>"
"""What a label begins with, and each fact under it. Both end where the next begins."""

BELOW = "<p>"
"""What begins a line of its own: what a trial taught, or what to do. It ends where the next fact begins."""


class DrawnCard(NamedTuple):
    """A card as HTML: its title, its labels and facts in their order, and how many bytes it takes in all."""

    title: str
    parts: tuple[str, ...]
    size: int


class CardPen:
    """Draws the cards of one page. Every part of them is escaped, or made here."""

    def __init__(self, pen: PagePen, cells: CellPen, page: ManagementPage) -> None:
        self._pen = pen
        self._cells = cells
        self._advice = _advice(page, pen)

    def facts(self, facts: Facts) -> Markup:
        """What is known, each under its label."""
        return whole(f'<dl class="facts">\n{"".join(self._facts(facts))}</dl>\n')

    def drawn(self, card: AssignmentCard, *, is_open: bool) -> DrawnCard:
        """A card, open or folded away under its title."""
        opened = " open" if is_open else ""
        title = escape(self._pen.whole_title(card.id))
        head = f"<details id={self._pen.anchor(card.id)}{opened}><summary><h3>{title}</h3></summary>"
        parts = (*self._journey(card.journey), *(part for block in card.blocks for part in self._block(block)))
        return DrawnCard(head, parts, size(_closed(head, parts)))

    def within(self, card: DrawnCard, most: int | None) -> str:
        """A card in so many bytes: with the facts that have room, and how many have none."""
        if most is None or card.size <= most:
            return _closed(card.title, card.parts)
        room = most - size(_closed(card.title, card.parts[:1], self._left(card.parts)))
        kept = list(card.parts[: _fitting(card.parts, room)])
        while kept and kept[-1].startswith(LABEL):
            kept.pop()
        return _closed(card.title, kept, self._left(card.parts[len(kept) :]))

    def _left(self, parts: Sequence[str]) -> str:
        count = sum(part.startswith(FACT) for part in parts)
        return f"<p>{escape(self._pen.text('page.left.card', facts=Count(count, 'fact')))}</p>"

    def _journey(self, of: Journey | None) -> Iterator[str]:
        """A journey in words; where it has several visits drawn as well."""
        if of is not None:
            yield f"{LABEL}>{escape(self._pen.text('page.journey'))}"
            yield f"{FACT}{journey(of) if len(of.visits) > 1 else ''}{escape(self._pen.journey(of))}"

    def _block(self, block: CardBlock) -> Iterator[str]:
        match block:
            case Facts():
                yield from self._facts(block)
            case Section(title):
                yield f"{LABEL}>{escape(self._pen.say(title))}"
            case Table(columns, groups):
                yield from (f"{FACT}{self._record(row, columns)}" for group in groups for row in group.rows)
            case Gaps(kinds):
                for sign, alike in groupby(kinds, attrgetter("sign")):
                    yield from self._weighing(sign, tuple(alike))
            case _:
                assert_never(block)

    def _facts(self, of: Facts) -> Iterator[str]:
        for fact in of.facts:
            between = ", " if all(map(self._pen.leads, fact.cells)) else " "
            told = [self._cells.drawn(cell) for cell in fact.cells if cell.term is not None]
            yield f"{LABEL}>{escape(self._pen.text(fact.label))}"
            yield f"{FACT}{between.join(told) or escape(self._pen.say(None))}"

    def _record(self, row: Sequence[Cell], columns: Sequence[Column]) -> str:
        """A row in a sentence: what it is about, and what is set of the rest; what two columns say stands once."""
        parts = [f"<b>{self._cells.drawn(row[0])}</b>"]
        for cell, column in zip(row[1:], columns[1:], strict=True):
            if cell.term is not None or cell.signs:
                label = f"{escape(self._pen.heading(column).lower())} " if column.key in LABELLED else ""
                parts.append(f"{label}{self._cells.drawn(cell)}")
        parts = list(dict.fromkeys(parts))
        return ", ".join(parts)

    def _weighing(self, sign: Sign | None, kinds: Sequence[Kind]) -> Iterator[str]:
        """Gaps that weigh the same, which is their label, each advice once that is no kind's; or trials."""
        if sign is None:
            yield from (f"{FACT}{self._trial(kind)}" for kind in kinds)
            return
        by_ask: dict[str, list[str]] = {}
        for kind in kinds:
            by_ask.setdefault(self._below(kind.ask), []).append(escape(self._pen.say(kind.title)))
        weight = escape(self._pen.say(Count(len(kinds), sign.value)))
        yield f"{LABEL} class={sign.value}>{weight if sign is Sign.ERROR else f'<a href=#gaps>{weight}</a>'}"
        for ask, (*others, last) in by_ask.items():
            yield from (f"{FACT}{said}" for said in others)
            yield f"{FACT}{last}{ask}"

    def _trial(self, of: Kind) -> str:
        """A trial with what it taught."""
        facts = "".join(f", {escape(self._pen.say(fact))}" for fact in of.facts)
        taught = "" if of.ask is None else f"{BELOW}{escape(self._pen.say(of.ask))}"
        return f"<b>{escape(self._pen.say(of.title))}</b>{facts}{taught}"

    def _below(self, ask: Term | None) -> str:
        said = "" if ask is None else self._pen.ask(ask)
        return "" if said in self._advice else f"{BELOW}{escape(said)}"


def _closed(title: str, parts: Iterable[str], left: str = "") -> str:
    """A card whole."""
    told = "".join(parts)
    return f"{title}{f'<dl>{told}</dl>' if told else ''}{left}</details>\n"


def _fitting(parts: Sequence[str], room: int) -> int:
    """How many of the parts have room."""
    sums = accumulate(map(size, parts))
    return sum(1 for _ in takewhile(lambda taken: taken <= room, sums))


def _advice(page: ManagementPage, pen: PagePen) -> AbstractSet[str]:
    """What the page tells of what to do, kind by kind: a card that leads there need not tell it again."""
    blocks = (block for section in page.sections if section.name == "gaps" for block in section.blocks)
    kinds = (kind for block in blocks if isinstance(block, Gaps) for kind in block.kinds)
    return {"", *(pen.ask(kind.ask) for kind in kinds if kind.ask)}
