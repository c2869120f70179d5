"""Turns typed cells into safe, measured and painted text: the one way from a report's values to a terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from staircase.core.reports.block import Cell, Sign, Tone
from staircase.core.term import Climb, Gauge, Said, Term
from staircase.render import safe
from staircase.render.layout import Strip, cut, width, wrap
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
