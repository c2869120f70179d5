"""How the page says things: days in words, long texts cut, names hidden where they are to be, and where links lead."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from fractions import Fraction

from staircase.core.choices import State
from staircase.core.model import LINE_LENGTH, keys_within
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.page import AssignmentCard, DotRow, DrawnVisit, Journey, ManagementPage
from staircase.core.reports import Cell, Column, Sign
from staircase.core.term import Code, Days, Name, Quantity, Said, Term, Trend, Word
from staircase.render.safe import visible
from staircase.words.speech import Words

ALL = 1_000_000
"""More than there is of anything: nothing is left out."""

SIGNS = {
    Sign.ARRIVED: "legend.arrived",
    Sign.OVER: "legend.over",
    Sign.SHARED: "legend.shared",
    Sign.NOTHING: "page.unset",
    Sign.ERROR: "severity.error",
    Sign.WARNING: "severity.warning",
    Sign.NOTE: "severity.note",
    Sign.PROVEN: "legend.proven",
    Sign.UNPROVEN: "legend.unproven",
    Sign.HOLE: "legend.hole",
    Sign.PAUSED: "legend.paused",
    Sign.GAUGE: "legend.realised",
    Sign.PLAN: "legend.planned",
    Sign.SOLID: "legend.anchoring.decided",
    Sign.HATCHED: "legend.anchoring.draft",
    Sign.DASHED: "legend.anchoring.none",
    Sign.TODAY: "legend.today",
}
"""What each sign stands for, in words."""

DRAWN = {Sign.PROVEN: "●", Sign.UNPROVEN: "·", Sign.HOLE: "○", Sign.ARRIVED: "▲", Sign.OVER: "!", Sign.PAUSED: "‖"}
"""The signs that are drawn in a table; the others are said."""


_KEYS = frozenset({*keys_within(Assignment), *keys_within(Program)})
"""The keys of the files."""

_LINE = re.compile(r": ([a-z_]+):(?= |$)")
"""Where a line for a file may begin, after what is to be done."""


TOLD = 3
"""So many values of a line are told in words; of more than these the first and the last."""


@dataclass(frozen=True, slots=True)
class PageWords(Words):
    """The words of a page: long texts are cut, and names hidden that are to be, wherever in a sentence they stand.

    Attributes:
        hidden: the names to hide.
        letters: how many characters of a text are told.
    """

    hidden: AbstractSet[str] = frozenset()
    letters: int = ALL

    def say(self, term: Term) -> str:
        """A term in a sentence."""
        if isinstance(term, Name):
            if term.text in self.hidden:
                return self.texts["page.someone"]
            if len(term.text) > self.letters:
                return self._cut(term.text)
        elif isinstance(term, Quantity | Trend):
            return Words.say(self, replace(term, unit=self._unit(term.unit)))
        return Words.say(self, term)

    def _unit(self, unit: str) -> str:
        """A unit of measure: of money as the language says it, a long one cut."""
        if unit == f"{self.currency}/year":
            return self._of_currency("year.")
        return unit if len(unit) <= self.letters else f"{unit[: self.letters].rstrip()}…"

    def _cut(self, text: str) -> str:
        """The beginning of a text; of prose with how much more there is of it."""
        begins = text[: self.letters].rstrip()
        if len(text) <= LINE_LENGTH:
            return f"{begins}…"
        left = self.number(len(text) - len(begins))
        return self.texts["page.cut"].format(text=begins, count=left)


class PagePen:
    """Says terms and cells for one page."""

    def __init__(self, words: Words, hidden: AbstractSet[str], cards: Sequence[AssignmentCard], letters: int) -> None:
        told = {each.name: getattr(words, each.name) for each in fields(words)}
        self._words = PageWords(**told | {"spells_days": True}, hidden=hidden, letters=letters)
        self._titles = {card.id: (visible(card.title), self.say(Name(card.title))) for card in cards}
        self._anchors = {card.id: f"a{number}" for number, card in enumerate(cards, 1)}

    def text(self, key: str, **terms: Term) -> str:
        """A sentence of the catalogues; what its terms bring that acts or hides is shown as an escape."""
        said = self._words.text(key, terms)
        return visible(said) if terms else said

    def headline(self, said: Term) -> str:
        """What the page or a section of it says first, with money as in speech."""
        return visible(replace(self._words, spells_money=True).say(said))

    def say(self, term: Term | None) -> str:
        """A term in a sentence, or the sign for nothing; what acts or hides is shown as an escape."""
        return visible(self._words.say(term)) if term is not None else self._words.text("page.unset")

    def sentence(self, term: Term) -> str:
        """A term that stands as a sentence of its own."""
        said = self.say(term)
        return f"{said[:1].upper()}{said[1:]}."

    def heading_of(self, page: ManagementPage) -> str:
        """Whose page it is, and the day that it tells of."""
        program: Term = Name(page.program) if page.program else Word("page.untitled")
        terms: dict[str, Term] = {"organisation": Name(page.organisation), "program": program, "day": page.day}
        if not page.organisation:
            return self.say(Said("page.name.bare", terms))
        if page.department is None:
            return self.say(Said("page.name", terms))
        return self.say(Said("page.name.department", {**terms, "department": Name(page.department)}))

    def brief(self, term: Term) -> str:
        """A term in a table."""
        return visible(self._words.cell(term))

    def heading(self, column: Column) -> str:
        """A column's heading."""
        return self._words.text(f"column.{column.key}")

    def ask(self, term: Term) -> str:
        """What to do, without the line to write that it ends with: management writes in no file."""
        said = self.say(term)
        line = next((found for found in _LINE.finditer(said) if found[1] in _KEYS), None)
        return said[: line.start()] if line else said

    def sign(self, sign: Sign) -> str:
        """What a sign stands for, in words."""
        return self._words.text(SIGNS[sign])

    def drawn(self, sign: Sign) -> str:
        """A sign as it is drawn in a legend; what the style sheet draws is empty."""
        return self._words.text("page.unset") if sign is Sign.NOTHING else DRAWN.get(sign, "")

    def leads(self, cell: Cell) -> bool:
        """Whether a cell holds the id of an assignment that is on the page."""
        return isinstance(cell.term, Code) and cell.term.text in self._anchors

    def plain(self, cell: Cell) -> str:
        """The id in a cell."""
        return cell.term.text if isinstance(cell.term, (Name, Code)) else ""

    def title(self, cell: Cell) -> str:
        """The title of the assignment whose id is in a cell, else what stands there."""
        name = self.plain(cell)
        return self.title_of(name) if name in self._titles else self.say(cell.term)

    def title_of(self, name: str) -> str:
        """The title of an assignment that is on the page."""
        return self._titles[name][1]

    def whole_title(self, name: str) -> str:
        """The same where it stands over all that is told of it: as whole as a line may be."""
        return self._titles[name][0][:LINE_LENGTH]

    def median(self, row: DotRow) -> str:
        """A step's median and its limit, in words."""
        days = Days(round(row.median)) if row.median is not None else Word("page.unset")
        return self.text("page.dots.median", days=days, limit=Days(row.limit))

    def moved(self, of: Trend) -> str:
        """How a value has moved, in words: from the first to the last; of many values how many there are."""
        if len(of.points) <= TOLD:
            return self.say(of)
        ends = replace(of, points=(of.points[0], of.points[-1]))
        return self.text("page.trend", ends=ends, count=len(of.points))

    def journey(self, of: Journey) -> str:
        """A journey in words: each visit's step with its first day, and what it has come to."""
        *before, last = of.visits
        said = [self._visit("page.journey.visit", visit) for visit in before]
        state = Word(f"state.{of.state}")
        if of.ended:
            ended = self.text("page.journey.ended", state=state, day=of.ended)
            return ", ".join((*said, self._visit("page.journey.visit", last), ended))
        paused = (self.say(state),) if of.state is State.PAUSED else ()
        return ", ".join((*said, self._visit("page.journey.open", last), *paused))

    def _visit(self, key: str, visit: DrawnVisit) -> str:
        return self.text(key, step=Word(f"step.{visit.step}"), first=visit.first)

    def anchor(self, name: str) -> str | None:
        """Where a link to an assignment leads, if it is on the page."""
        return self._anchors.get(name)

    def percent(self, share: Fraction) -> str:
        """A share of a drawing's width, within it."""
        return f"{float(min(max(share, Fraction(0)), Fraction(1)) * 100):.1f}".rstrip("0").rstrip(".") + "%"
