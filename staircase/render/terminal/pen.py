"""The pen: typed cells and sentences as safe, measured and painted text, the one way from values to a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from staircase.core.reports import Advice, Cell, Heading, Hints, Legend, Lines, Section, Sign, Tone
from staircase.core.term import Climb, Gauge, Said, Term
from staircase.render import safe
from staircase.render.layout import BETWEEN, Strip, cut, flowed, hanging, to_copy, width, wrap
from staircase.render.look import SETS, Look, SignSet, paint
from staircase.words.speech import Words

_SIGN_TONES: Mapping[Sign, Tone] = MappingProxyType(
    {
        Sign.ARRIVED: Tone.GOOD,
        Sign.OVER: Tone.WARN,
        Sign.SHARED: Tone.ACCENT,
        Sign.NOTHING: Tone.FAINT,
        Sign.ERROR: Tone.BAD,
        Sign.WARNING: Tone.WARN,
        Sign.NOTE: Tone.ACCENT,
        Sign.PROVEN: Tone.GOOD,
        Sign.UNPROVEN: Tone.FAINT,
        Sign.HOLE: Tone.WARN,
        Sign.PAUSED: Tone.WARN,
        Sign.GAUGE: Tone.ACCENT,
        Sign.PLAN: Tone.STRONG,
        Sign.SOLID: Tone.ACCENT,
        Sign.HATCHED: Tone.WARN,
        Sign.DASHED: Tone.WARN,
        Sign.TODAY: Tone.STRONG,
    }
)

_GAUGE, _WIDE_GAUGE = 12, 20
_WIDE_TERMINAL = 160
_NARROWEST_SENTENCE = 24
_APART = 4
_KEPT = "\ue000"
"""Stands for a blank within a name while a sentence is wrapped."""


def sign_tone(sign: Sign) -> Tone:
    """Colour of a sign."""
    return _SIGN_TONES[sign]


class Drawn(NamedTuple):
    """A cell as drawn: its text with a tone, and the signs that follow it."""

    body: str
    width: int
    tone: Tone = Tone.PLAIN
    signs: tuple[Sign, ...] = ()
    set: bool = True

    @property
    def tail(self) -> int:
        """The columns that the signs take."""
        return 2 * len(self.signs)


@dataclass(frozen=True)
class Pen:
    """Writes for one look in one language."""

    look: Look
    words: Words
    _before: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def signs(self) -> SignSet:
        """The set of signs that the output can encode."""
        return SETS[self.look.signs]

    def safe(self, text: str) -> str:
        """Make text safe and encodable: everything that is shown goes this way, much of it again and again."""
        shown = self._before.get(text)
        if shown is None:
            shown = self._before[text] = self.signs.fit(safe.one_line(text))
        return shown

    def text(self, key: str, terms: Mapping[str, Term] | None = None) -> str:
        """A sentence of the catalogues."""
        return self.safe(self.words.text(key, terms))

    def say(self, term: Term) -> str:
        """A term as in a sentence."""
        return self.safe(self.words.say(term))

    def said(self, said: Said) -> str:
        """A sentence with its terms."""
        return self.say(said)

    def paint(self, text: str, tone: Tone) -> str:
        """Colour text, where colours are used."""
        return paint(text, tone, self.look)

    def sign(self, sign: Sign) -> str:
        """Draw a sign in its own colour."""
        return self.paint(self.signs.signs[sign], _SIGN_TONES[sign])

    def draw(self, cell: Cell) -> Drawn:
        """Draw a cell for a person: no longer than a cell may be."""
        term, signs = cell.term, cell.signs
        if term is None:
            return self._signs_alone(cell)
        if isinstance(term, Climb):
            stairs = self.signs.climb(term)
            arrived = (Sign.ARRIVED,) if term.arrived and Sign.ARRIVED not in signs else ()
            tone = Tone.ACCENT if cell.tone is Tone.PLAIN else cell.tone
            return Drawn(stairs, len(stairs), tone, (*arrived, *signs))
        if isinstance(term, Gauge):
            columns = _WIDE_GAUGE if self.look.width >= _WIDE_TERMINAL else _GAUGE
            tone = Tone.ACCENT if cell.tone is Tone.PLAIN else cell.tone
            return Drawn(self.signs.gauge(term, columns), columns, tone, signs)
        body = cut(self.safe(self.words.cell(term)), safe.LONGEST_CELL, self.signs.ellipsis)
        if not body:
            return self._signs_alone(cell)
        return Drawn(body, width(body), cell.tone, signs)

    def flat(self, cell: Cell) -> str:
        """Write a cell for a pipe: whole, without drawing and colour."""
        if cell.flat is not None:
            return self.flat_term(cell.flat)
        if cell.term is not None and not isinstance(cell.term, Climb):
            return self._signed(self.flat_term(cell.term), cell.signs)
        if cell.term is None and not cell.signs:
            return self.signs.signs[Sign.NOTHING]
        drawn = self.draw(cell)
        return self._signed(drawn.body, drawn.signs)

    def flat_term(self, term: Term) -> str:
        """A term for a pipe, whole: what machines may read too."""
        return self.safe(self.words.flat(term)) or self.signs.signs[Sign.NOTHING]

    def fitted(self, drawn: Drawn, columns: int) -> Drawn:
        """Cut a drawn cell's text so that the whole is no wider than so many columns."""
        if drawn.width + drawn.tail <= columns:
            return drawn
        body = cut(drawn.body, columns - drawn.tail, self.signs.ellipsis)
        return drawn._replace(body=body, width=width(body))

    def broken(self, drawn: Drawn, columns: int) -> list[Drawn]:
        """Lines of a drawn cell, none wider than so many columns; its signs stand after the first."""
        if drawn.width + drawn.tail <= columns:
            return [drawn]
        first, *others = wrap(drawn.body, columns - drawn.tail)
        return [
            drawn._replace(body=first, width=width(first)),
            *(Drawn(line, width(line), drawn.tone) for line in others),
        ]

    def strip(self, drawn: Drawn) -> Strip:
        """A drawn cell, painted, and the columns that it takes."""
        tail = "".join(f" {self.sign(sign)}" for sign in drawn.signs)
        return Strip(self.paint(drawn.body, drawn.tone) + tail, drawn.width + drawn.tail)

    def _signed(self, text: str, signs: Sequence[Sign]) -> str:
        return " ".join((text, *(self.signs.signs[sign] for sign in signs))) if signs else text

    def _signs_alone(self, cell: Cell) -> Drawn:
        first, *rest = cell.signs or (Sign.NOTHING,)
        tone = _SIGN_TONES[first] if cell.tone in {Tone.PLAIN, Tone.STRONG} else cell.tone
        return Drawn(self.signs.signs[first], 1, tone, tuple(rest), bool(cell.signs))


def heading(block: Heading, pen: Pen) -> list[str]:
    """Whose report it is and of what day: on one line where there is room."""
    parts = heading_parts(block, pen)
    line = f" {pen.signs.dot} ".join(parts)
    if width(line) > pen.look.width:
        return [
            pen.paint(line, Tone.PLAIN if number else Tone.STRONG)
            for number, part in enumerate(parts)
            for line in wrap(part, pen.look.width)
        ]
    return [pen.paint(parts[0], Tone.STRONG) + line.removeprefix(parts[0])]


def heading_parts(block: Heading, pen: Pen) -> list[str]:
    """The organisation, the programme and the day, each as it is said."""
    parts = (block.organisation, block.program)
    return [*filter(None, map(pen.safe, parts)), pen.text("heading.day", {"day": block.day})]


def section(block: Section, pen: Pen) -> list[str]:
    """Heading of a part of a report, with what stands beside its title."""
    name = pen.say(block.title)
    others = [text for text in map(pen.say, block.beside) if text]
    together = "  ".join((name, *others))
    if width(together) > pen.look.width:
        return [line for text in (name, *others) for line in wrap(text, pen.look.width)]
    return ["  ".join((pen.paint(name, Tone.STRONG), *others))]


def lines(block: Lines, pen: Pen) -> list[str]:
    """Sentences, each wrapped to the width."""
    return [pen.paint(line, block.tone) for said in block.said for line in wrap(pen.said(said), pen.look.width)]


def hints(block: Hints, pen: Pen) -> list[str]:
    """What to do next: sentences and commands, beside one another where there is room."""
    lines: list[str] = []
    together: list[Strip] = []
    strong = partial(pen.paint, tone=Tone.STRONG)
    for said, run in block.entries:
        label, command = pen.said(said).rstrip(":") + ":", pen.safe(run)
        strip = Strip.of(f"{label} {command}", f"{label} {strong(command)}")
        if strip.width <= pen.look.width:
            together.append(strip)
            continue
        lines.extend((*flowed(together, _APART, pen.look.width), *wrap(label, pen.look.width)))
        lines.extend(to_copy(command, pen.look.width, indent=BETWEEN, paint=strong))
        together = []
    return [*lines, *flowed(together, _APART, pen.look.width)]


def legend(block: Legend, drawn: str, pen: Pen) -> list[str]:
    """Meanings of those signs that stand in what is drawn (a column may be hidden), in a line where there is room."""
    entries = [(sign, pen.text(key)) for sign, key in block.entries if pen.signs.signs[sign] in drawn]
    strips = (Strip.of(f"{pen.signs.signs[sign]} {text}", f"{pen.sign(sign)} {text}") for sign, text in entries)
    return list(flowed(strips, 3, pen.look.width))


def advice(block: Advice, pen: Pen) -> list[str]:
    """What to take first: a sign, whom it is about and the sentence, and below it the ask; wrapped rather than cut."""
    drawn = [tuple(map(pen.draw, row)) for row in block.rows]
    sign = max((row[0].width + row[0].tail for row in drawn if row), default=0)
    name = max((row[1].width + row[1].tail for row in drawn if len(row) > 1), default=0)
    found = [pen.paint(pen.text(block.title), Tone.STRONG)]
    for row in drawn:
        found.extend(_advised(row, (sign, name), pen))
    return found


def _advised(row: tuple[Drawn, ...], columns: tuple[int, int], pen: Pen) -> Iterator[str]:
    lead = "".join(pen.strip(cell).padded(room + BETWEEN) for cell, room in zip(row, columns, strict=False))
    indent = sum(columns) + 2 * BETWEEN
    if pen.look.width - indent < _NARROWEST_SENTENCE:
        yield lead.rstrip()
        indent = 2 * BETWEEN
        lead = " " * indent
    columns_left = max(pen.look.width, indent + 1)
    yield from hanging(row[2].body, columns_left, indent=indent, lead=lead)
    ask, *others = row[3:]
    below = "  ".join((ask.body, *(cell.body.replace(" ", _KEPT) for cell in others[:1] if cell.set)))
    yield from hanging(below, columns_left, indent=indent, lead=" " * indent, paint=_with_blanks)
    for cell in others[1:]:
        if cell.set:
            yield from to_copy(cell.body, columns_left, indent=indent, paint=partial(pen.paint, tone=cell.tone))


def _with_blanks(line: str) -> str:
    return line.replace(_KEPT, " ").strip(" ")
