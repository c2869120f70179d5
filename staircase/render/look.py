"""What a format needs to know of the world outside, decided once by the shell: width, colours and the set of signs."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple
from unicodedata import normalize

from staircase.core.reports import Sign, Tone
from staircase.core.term import Climb, Gauge

SignSetName = Literal["unicode", "cp1252", "ascii"]


class Look(NamedTuple):
    """The outside as a format sees it.

    Attributes:
        width: the terminal's columns; without meaning where there is none.
        terminal: whether a person sees it; otherwise it is piped.
        colour: whether the eight ANSI colours are used.
        signs: the name of the set of signs that the output can encode.
        wide: show every column, whatever the width.
        plain: one sentence a line, to be read aloud.
        links: whether the terminal knows hyperlinks.
    """

    width: int
    terminal: bool = False
    colour: bool = False
    signs: SignSetName = "unicode"
    wide: bool = False
    plain: bool = False
    links: bool = False


_CODES: Mapping[Tone, str] = MappingProxyType(
    {
        Tone.PLAIN: "",
        Tone.STRONG: "1",
        Tone.GOOD: "32",
        Tone.WARN: "33",
        Tone.BAD: "1;31",
        Tone.FAINT: "2",
        Tone.ACCENT: "1;36",
    }
)
"""A few of the eight ANSI colours, each only doubling what a word or a sign says."""


def paint(text: str, tone: Tone, look: Look) -> str:
    """Text in the colour of a tone, where colours are used."""
    code = _CODES[tone]
    return f"\x1b[{code}m{text}\x1b[0m" if code and text and look.colour else text


class SignSet(NamedTuple):
    """What signs, rules and drawings look like.

    Attributes:
        name: the set's name.
        signs: one character for each sign.
        stairs: the four steps of the little staircase.
        ahead: a step of it that is not reached.
        rule: the line under a table's head, and a drawn tread.
        riser: the vertical of a drawn step.
        corner: where a riser meets its tread.
        inner: where a tread meets the next riser.
        ellipsis: what stands for what was cut away.
        arrow: leads to what is to be done.
        dot: between the parts of a heading.
        replaced: punctuation of texts that the set lacks, and what stands for it.
    """

    name: SignSetName
    signs: Mapping[Sign, str]
    stairs: str
    ahead: str
    rule: str
    riser: str
    corner: str
    inner: str
    ellipsis: str
    arrow: str
    dot: str
    replaced: Mapping[int, str]

    def climb(self, place: Climb) -> str:
        """Draw an assignment's place on the little staircase."""
        step = min(max(place.step, 0), len(self.stairs))
        return self.stairs[:step] + self.ahead * (len(self.stairs) - step)

    def gauge(self, share: Gauge, columns: int) -> str:
        """Draw a share of a target, full where it is reached and only there, and the plan's level on it."""
        filled = round(min(max(share.realised, Fraction(0)), Fraction(1)) * columns)
        filled = min(filled, columns - 1) if share.realised < 1 else filled
        bar = self.signs[Sign.GAUGE] * filled + self.ahead * (columns - filled)
        if share.planned is None:
            return bar
        mark = min(columns - 1, int(min(max(share.planned, Fraction(0)), Fraction(1)) * columns))
        return bar[:mark] + self.signs[Sign.PLAN] + bar[mark + 1 :]

    def ended(self, text: str) -> str:
        """Put plain blanks for no-break ones where the set lacks them, once nothing is wrapped any more."""
        return text.replace("\xa0", " ") if self.name == "ascii" else text

    def fit(self, text: str) -> str:
        """Put what the set has in place of the punctuation that it lacks."""
        return text if text.isascii() or not self.replaced else text.translate(self.replaced)


def _signs(drawn: str) -> Mapping[Sign, str]:
    return MappingProxyType(dict(zip(Sign, drawn, strict=True)))


def _replaced(*pairs: tuple[str, str]) -> Mapping[int, str]:
    return MappingProxyType({ord(character): plain for lacking, plain in pairs for character in lacking})


UNICODE = SignSet(
    name="unicode",
    signs=_signs("▲!&–✗●○✓·□‖▆┃▆▒╌│"),  # noqa: RUF001 -- the dash is meant
    stairs="▂▄▆█",
    ahead="·",
    rule="─",
    riser="│",
    corner="┌",
    inner="┘",
    ellipsis="…",
    arrow="→",
    dot="·",
    replaced=_replaced(),
)
_BEYOND_CP1252 = (
    ("→", "->"),
    ("←", "<-"),
    ("−‐‑‒", "-"),  # noqa: RUF001 -- the minus and the hyphens are meant
    ("≤", "<="),
    ("≥", ">="),
    ("\u202f\u2009", "\xa0"),
    ("▲", "+"),
    ("✓", "v"),
    ("✗", "x"),
    ("─", "-"),
    ("●", "*"),
    ("○", "o"),
)
CP1252 = SignSet(
    name="cp1252",
    signs=_signs("+!&–×•ov·¤=#|#=-|"),  # noqa: RUF001 -- the dash and the times sign are meant
    stairs="1234",
    ahead="·",
    rule="-",
    riser="|",
    corner="+",
    inner="+",
    ellipsis="…",
    arrow="»",
    dot="·",
    replaced=_replaced(*_BEYOND_CP1252),
)
ASCII = SignSet(
    name="ascii",
    signs=_signs("+!&-x*ov._=#|#=-|"),
    stairs="1234",
    ahead=".",
    rule="-",
    riser="|",
    corner="+",
    inner="+",
    ellipsis="...",
    arrow=">",
    dot="-",
    replaced=_replaced(
        *_BEYOND_CP1252,
        ("–—", "-"),  # noqa: RUF001 -- the dash is meant
        ("…", "..."),
        ("·•", "."),
        ("“”„«»", '"'),
        ("‘’‚", "'"),  # noqa: RUF001 -- the quotes are meant
        ("×", "x"),  # noqa: RUF001 -- the times sign is meant
    ),
)
SETS: Mapping[SignSetName, SignSet] = MappingProxyType({"unicode": UNICODE, "cp1252": CP1252, "ascii": ASCII})


def choose(encoding: str | None) -> SignSet:
    """The richest set that can be encoded; ASCII where the encoding is unknown."""
    for signs in (UNICODE, CP1252):
        if _encodes(_all_of(signs), encoding or "ascii"):
            return signs
    return ASCII


def fitted(text: str, encoding: str) -> str:
    """A text that can be encoded: plainer quotes, letters without marks (``Å`` becomes ``A``), else ``?``."""
    if _encodes(text, encoding):
        return text
    plainer = choose(encoding).fit(text)
    return "".join(part if _encodes(part, encoding) else _bare(part, encoding) for part in plainer)


def _all_of(signs: SignSet) -> str:
    drawn = (signs.stairs, signs.ahead, signs.rule, signs.riser, signs.corner, signs.inner)
    return "".join((*signs.signs.values(), *drawn, signs.ellipsis, signs.arrow, signs.dot))


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _bare(character: str, encoding: str) -> str:
    """A letter, digit or blank without its marks; of other signs none: wide colons would become a command."""
    bare = normalize("NFKD", character)[:1]
    return bare if (bare.isalnum() or bare == " ") and _encodes(bare, encoding) else "?"
