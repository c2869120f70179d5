"""Typed words of a sentence or a table: what a value *is*, so that each language and format can say it its own way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from unicodedata import normalize

from staircase.core.period import Month, Period


@dataclass(frozen=True, slots=True)
class Days:
    """A length of time in whole calendar days; one that is known no better than in months is told in these."""

    count: int
    in_months: bool = False


def days_of(count: int, *ends: date | None) -> Days:
    """The days counted from and to those dates: told in months where one of them is a month."""
    return Days(count, any(isinstance(end, Month) for end in ends))


IN_MILLIONS = 10_000_000
"""Money above this is told in millions: more thousands than can be taken in."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount a year, or once, in the program's currency; told in thousands, or in millions above ten of them.

    Attributes:
        amount: how much it is.
        yearly: whether it is that much each year.
        beside: the largest of the amounts that it is told beside: they share one unit, that of the largest.
        bare: whether it is told without its unit, which stands after another in the same sentence.
    """

    amount: Fraction
    yearly: bool = True
    beside: Fraction = field(default=Fraction(0), compare=False, repr=False)
    bare: bool = False


def largest(*amounts: Fraction | None) -> Fraction:
    """The largest of some amounts, whatever its sign."""
    return max((abs(amount) for amount in amounts if amount is not None), default=Fraction(0))


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a target: 1 is all of it. Not clamped."""

    value: Fraction


_NEARLY_ALL = Fraction(999_999, 1_000_000)


def six_decimals(share: Fraction) -> Fraction:
    """A share as programs are told it, rounded half to even: what is not all of it is never said to be."""
    return min(round(share, 6), _NEARLY_ALL) if share < 1 else round(share, 6)


@dataclass(frozen=True, slots=True)
class ShareRange:
    """The lowest and the highest of several shares, which are never averaged."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured value in the unit of its measure, as the file writes it."""

    value: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """Text that came from a file or a file's name: untrusted, to be escaped at the sink."""

    text: str
    of_file: bool = field(default=False, compare=False, repr=False)


def file_name(text: str) -> Name:
    """Name a file, or an id that is one: its line breaks and tabs are spelled, not folded to blanks."""
    return Name(text, of_file=True)


MOST_QUOTED = 60
"""Characters of a text that a message quotes."""


MOST_WRITTEN = 120
"""Characters of a line that is to be written."""


def quoted(text: str, most: int = MOST_QUOTED) -> Name:
    """A text of a file's as a message quotes it: no more than its beginning."""
    return Name(text if len(text) <= most else f"{text[: most - 1]}…")


def line(text: str) -> Name:
    """A line to write in a file, as a message shows it."""
    return quoted(text, MOST_WRITTEN)


@dataclass(frozen=True, slots=True)
class Code:
    """A key, rule, id, command or value of the format: the same in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the catalogues, by its key: ``step.explore``, ``state.active``, ``kind.cash``."""

    key: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things; ``noun`` is a key of the catalogues' nouns, which have a singular and a plural."""

    number: int
    noun: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Values of the format to choose between, in the order to show them."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Climb:
    """A place on the stairs, to be drawn: step 1-4, and whether it was entered in the last three months."""

    step: int
    arrived: bool = False


@dataclass(frozen=True, slots=True)
class Gauge:
    """A share of a target to be drawn as a bar, with the plan's level on the same day where there is one."""

    realised: Fraction
    planned: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """How a measured value has moved, to be drawn: the days and values in their order, the first being the baseline.

    ``target`` is the value to come to, and ``unit`` what all of them are measured in.
    """

    points: tuple[tuple[date, Fraction], ...]
    target: Fraction | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the catalogues, by its key, with the terms that fill its places.

    ``otherwise`` is the key of a more general sentence, for when the catalogues have none of that key.
    """

    key: str
    terms: "Mapping[str, Term]"
    otherwise: str = ""


Term = (
    Days
    | Money
    | Share
    | ShareRange
    | Quantity
    | Name
    | Code
    | Word
    | Count
    | Choices
    | Climb
    | Gauge
    | Trend
    | Said
    | Period
    | date
    | int
    | bool
)
"""Whatever may stand in a sentence's place or in a table's cell. ``None`` in a cell is unset."""

Terms = Mapping[str, Term]
"""The terms that fill a sentence's places, by name."""


def money_of(amount: Fraction | None) -> Money | None:
    """An amount as a value, where it is set."""
    return None if amount is None else Money(amount)


def costs_in_words(one_off: Fraction | None, per_year: Fraction | None) -> Said | None:
    """What something costs, once and a year, as far as it is known."""
    terms: dict[str, Term] = {}
    if one_off is not None:
        terms["one_off"] = Money(one_off, yearly=False, beside=largest(per_year))
    if per_year is not None:
        terms["per_year"] = Money(per_year, beside=largest(one_off))
    return Said(f"costs.{'.'.join(terms)}", terms) if terms else None


def taken_of(taken: Fraction, potential: Fraction) -> dict[str, Term]:
    """What has been taken home beside what is possible: one unit for both, told once."""
    return {
        "taken": Money(taken, beside=largest(potential), bare=True),
        "potential": Money(potential, beside=largest(taken)),
    }


_SIGNS = {
    "sek": ("kr",),
    "nok": ("kr",),
    "dkk": ("kr",),
    "eur": ("€",),
    "usd": ("$",),
    "gbp": ("£",),
}
"""Short for a currency; like its code they may have a size before them."""

_NAMES = {
    "sek": ("kronor", "kroner"),
    "nok": ("kronor", "kroner"),
    "dkk": ("kronor", "kroner"),
    "eur": ("euro", "euros"),
    "usd": ("dollar", "dollars"),
    "gbp": ("pound", "pounds", "pund"),
}

_SIZES = {"": 1, "t": 1000, "k": 1000, "m": 1_000_000, "mn": 1_000_000}

_A_YEAR = ("/year", "/yr", "/år", "peryear", "ayear", "perår", "omåret")


def money_a_year(unit: str, currency: str) -> Fraction | None:
    """How much money a year one of the unit is: [size] money year, compared without case and blanks; else unset."""
    text = normalize("NFC", "".join(unit.split())).casefold()
    code = currency.casefold()
    for year in _A_YEAR:
        money = text.removesuffix(year)
        if money == text:
            continue
        if money in _NAMES.get(code, ()):
            return Fraction(1)
        for size, factor in _SIZES.items():
            if money.removeprefix(size) in (code, *_SIGNS.get(code, ())) and money.startswith(size):
                return Fraction(factor)
    return None
