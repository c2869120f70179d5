"""The words of a language: its catalogue of sentences, and how each term is said in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, assert_never

from staircase.core.choices import FALLBACK, LANGUAGES, Language
from staircase.core.finding import Finding
from staircase.core.period import PARTS_OF_A_YEAR, Month, Period, month_of
from staircase.core.source import spelled_name
from staircase.core.term import (
    IN_MILLIONS,
    Choices,
    Climb,
    Code,
    Count,
    Days,
    Gauge,
    Money,
    Name,
    Quantity,
    Said,
    Share,
    ShareRange,
    Term,
    Trend,
    Word,
)

if TYPE_CHECKING:
    from staircase.core.schema import Lexicon

Value = Money | Share | Gauge | Trend | ShareRange | Quantity | Period | date | int | bool
"""The terms that are figures and days."""

DAYS_PER_MONTH = Fraction(36525, 1200)
"""365.25 days a year in twelve months."""

THOUSAND, MILLION = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language.

    Attributes:
        language: the language of the sentences.
        texts: sentences by key; ``{name}`` is filled with the term of that name.
        nouns: singular and plural by key.
        currency: the programme's currency, said after amounts.
        spells_days: whether days are said in words: ``2 november 2026``.
        spells_money: whether amounts are said as in speech: ``1,2 miljoner kronor om året``.
    """

    language: Language
    texts: Mapping[str, str]
    nouns: Mapping[str, tuple[str, str]]
    currency: str = "SEK"
    spells_days: bool = False
    spells_money: bool = False

    def text(self, key: str, terms: Mapping[str, Term] | None = None) -> str:
        """The sentence of a key, its places filled with the terms."""
        template = self.texts[key]
        if not terms:
            return template
        return template.format_map({name: self.say(term) for name, term in terms.items()})

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in self.texts

    def message(self, finding: Finding) -> str:
        """What is wrong or missing, in a sentence."""
        return self.say(finding.message)

    def ask(self, finding: Finding) -> str:
        """The next thing to do about a finding."""
        return self.say(finding.ask)

    def say(self, term: Term) -> str:  # noqa: PLR0911 -- one line for each kind of term
        """A term in a sentence; quotes around names are the sentence's own affair."""
        match term:
            case Name() if term.of_file:
                return spelled_name(term.text)
            case Name() | Code():
                return term.text
            case Days():
                return self._length(term)
            case Count():
                return self.counted(term.number, term.noun)
            case Choices():
                return self._listed(term.options)
            case Climb():
                return self.number(term.step)
            case Said():
                return self.text(term.key if term.key in self.texts else term.otherwise or term.key, term.terms)
            case Word():
                return self.texts[term.key]
            case _:
                return self._say_value(term)

    def cell(self, term: Term) -> str:
        """A term in a table's cell: lengths of time in whole months, a month as it is written, the rest as in a sentence."""
        if isinstance(term, Days):
            return self.months(term.count)
        if isinstance(term, Month) and not self.spells_days:
            return term.isoformat()
        return self.say(term)

    def flat(self, term: Term) -> str:
        """A term where a program may read it too: whole, a length of time in days, a month as it is written."""
        match term:
            case Name() if term.of_file:
                return spelled_name(term.text)
            case Name() | Code():
                return term.text
            case Days():
                return self._length(term)
            case Month():
                return term.isoformat()
            case _:
                return self.say(term)

    def counted(self, number: int, noun: str) -> str:
        """How many of a thing there are: ``1 dag``, ``237 dagar``."""
        one, many = self.nouns[noun]
        return f"{self.number(number)} {one if number == 1 else many}"

    def months(self, days: int) -> str:
        """A length of time in whole months, the nearest; less than half of one is ``<1``."""
        return self.texts["time.months"].format(months=_months(days) or "<1")

    def _length(self, days: Days) -> str:
        """A length of time in a sentence: ``237 dagar``, or ``8 månader`` where it is known no better."""
        if not days.in_months:
            return self.counted(days.count, "day")
        months = _months(days.count)
        return self.counted(months, "month") if months else self.texts["time.under-a-month"]

    def number(self, value: Fraction | int, decimals: int | None = None) -> str:
        """A number with the language's thousands and decimal sign; exactly, unless ``decimals`` rounds it half to even."""
        places = decimals if decimals is not None else _decimals(value)
        numerator, denominator = value.as_integer_ratio()
        scaled = numerator * 10**places
        scaled = scaled if denominator == 1 else rounded(scaled, denominator)
        whole, rest = divmod(abs(scaled), 10**places)
        style = LANGUAGES[self.language]
        said = f"{whole:,}".replace(",", style.thousands)
        if places:
            said += f"{style.decimal}{rest:0{places}}"
        return f"\u2212{said}" if scaled < 0 else said

    def _money(self, money: Money) -> str:
        unit, size = self._unit_of(max(abs(money.amount), money.beside))
        amount = self._in_unit(money.amount, unit)
        if money.bare:
            return amount
        key = "value.money.spelled" if self.spells_money else "value.money"
        key = key if money.yearly else "value.money.once"
        return self.texts[key].format(amount=amount, currency=self._of_currency(size))

    def _unit_of(self, largest: Fraction) -> tuple[int, str]:
        """The unit that an amount as large as that is said in, and what the keys of its words have before the currency."""
        if largest > (MILLION if self.spells_money else IN_MILLIONS):
            return MILLION, "million."
        return (1, "one.") if 0 < largest < THOUSAND else (THOUSAND, "")

    def _in_unit(self, amount: Fraction, unit: int) -> str:
        """An amount in a unit: millions with one decimal; with more where it would be nothing, down to a hundredth of one.

        What is less than that, is said to be less: only nothing is said to be nothing.
        """
        numerator, denominator = amount.as_integer_ratio()
        finest = len(str(unit)) + 1
        for decimals in range(int(unit == MILLION), finest + 1):
            parts = rounded(numerator * 10**decimals, denominator * unit)
            if parts:
                return self.number(Fraction(parts, 10**decimals) if decimals else parts, decimals)
        least = Fraction(1, 10**finest)
        if not amount:
            return self.number(0)
        return f"<{self.number(least)}" if amount > 0 else self.number(-least)

    def percent(self, share: Fraction) -> str:
        """A share in whole per cent, without the sign: what is not all of it, or not nothing, is never said to be."""
        numerator, denominator = share.as_integer_ratio()
        hundredths = rounded(numerator * 100, denominator)
        if not hundredths and numerator:
            return "<1" if numerator > 0 else self.number(-1)
        return self.number(min(hundredths, 99) if numerator < denominator else hundredths)

    def _say_value(self, term: Value) -> str:  # noqa: C901, PLR0911 -- one line for each kind of term
        match term:
            case Money():
                return self._money(term)
            case Share():
                return self.texts["value.share"].format(share=self.percent(term.value))
            case Gauge():
                return self.texts["value.share"].format(share=self.percent(term.realised))
            case Trend():
                values = " → ".join(self.number(value) for _, value in term.points)
                return f"{values} {term.unit}".rstrip()
            case ShareRange():
                return self._range(term)
            case Quantity():
                return f"{self.number(term.value)} {term.unit}".rstrip()
            case Period():
                return self._period(term)
            case bool():
                return self.texts["value.yes" if term else "value.no"]
            case date():
                return self._day(term)
            case int():
                return self.number(term)
            case _:
                assert_never(term)

    def _day(self, day: date) -> str:
        if isinstance(day, Month):
            return self._month(month_of(day))
        if not self.spells_days:
            return day.isoformat()
        return self.texts["page.date"].format(day=day.day, month=self.texts[f"month.{day.month}"], year=day.year)

    def _period(self, period: Period) -> str:
        if not self.spells_days:
            return period.text
        year, _, part = period.text.partition("-")
        if part[:1] in PARTS_OF_A_YEAR:
            key = {"Q": "page.quarter", "T": "page.tertial", "H": "page.half-year"}[part[0]]
            return self.texts[key].format(number=part[1:], year=year)
        return self._day(period.first) if period.first == period.last else self._month(period)

    def _month(self, period: Period) -> str:
        if period.text == str(period.first.year):
            return period.text
        return self.texts["page.month"].format(month=self.texts[f"month.{period.first.month}"], year=period.first.year)

    def _range(self, term: ShareRange) -> str:
        low, high = self.percent(term.low), self.percent(term.high)
        return self.texts["value.share"].format(share=low if low == high else f"{low}\u2013{high}")

    def _of_currency(self, size: str) -> str:
        how = ".spelled" if self.spells_money else ""
        known = self.texts.get(f"currency.{size}{self.currency}{how}", self.texts[f"currency.{size}other"])
        return known.format(currency=self.currency)

    def _listed(self, options: tuple[str, ...]) -> str:
        if len(options) < 2:  # noqa: PLR2004 - one needs no "or"
            return "".join(options)
        return self.texts["list.or"].format(some=", ".join(options[:-1]), last=options[-1])


def _months(days: int) -> int:
    return int(days / DAYS_PER_MONTH + Fraction(1, 2))


def rounded(numerator: int, denominator: int) -> int:
    """Round a quotient to a whole number, half to even, without reducing it first."""
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1))


def _decimals(value: Fraction | int) -> int:
    """Count the decimals that a finite decimal needs to be said exactly, ten at most."""
    if value.denominator == 1:
        return 0
    return next((places for places in range(10) if 10**places % value.denominator == 0), 10)


CATALOGUE = ("changes", "errors", "gaps", "page", "report", "write")
"""The modules of every language with the sentences of reports, findings and changes; its terms stand in its package."""


def words(language: Language, currency: str = "SEK") -> Words:
    """The sentences of a language, loaded without those of the others."""
    nouns: Mapping[str, tuple[str, str]] = import_module(f"staircase.words.{language}").NOUNS
    return Words(language, _texts(language), nouns, currency)


def heard(language: Language) -> Mapping[str, str]:
    """What people call the columns, sheets and states of their own spreadsheets, by key, with commas between."""
    texts: Mapping[str, str] = import_module(f"staircase.words.{language}.sheets").HEARD
    return texts


def sheet_texts(language: Language) -> Mapping[str, str]:
    """What the sheets of an export, their columns and their choices are called in a language, by key."""
    return {**_texts(language), **import_module(f"staircase.words.{language}.sheets").TEXTS}


def lexicon(language: Language) -> "Lexicon":
    """The words for the fields of files, their examples and choices, for editors; English fields stand in the models.

    Raises:
        KeyError: when a field is asked for that the language does not describe.
    """
    from staircase.core.schema import Lexicon  # noqa: PLC0415 - start-up: only schemas explain the fields

    told = import_module(f"staircase.words.{language}.fields")
    fields: dict[str, str] = told.FIELDS

    def described(name: str, english: str) -> str:
        return fields.get(name, english) if language == FALLBACK else fields[name]

    return Lexicon(described, told.EXAMPLES, told.CHOICES)


def headline_texts(parts: Mapping[str, tuple[str, str]], numbers: Sequence[str]) -> dict[str, str]:
    """A headline's parts, one and many of each, and its numbers from one on; all as beginnings of a sentence, too."""
    texts = {f"headline.{part}.one": one for part, (one, _) in parts.items()}
    texts |= {f"headline.{part}.many": many for part, (_, many) in parts.items()}
    texts |= {f"number.{number}": word for number, word in enumerate(numbers, 1)}
    return texts | {f"{key}.first": text[:1].upper() + text[1:] for key, text in texts.items()}


@cache
def _texts(language: Language) -> Mapping[str, str]:
    own = f"staircase.words.{language}"
    modules = map(import_module, (own, *(f"{own}.{name}" for name in CATALOGUE)))
    return {key: text for module in modules for key, text in module.TEXTS.items()}
