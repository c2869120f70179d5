"""What a term is to a machine: numbers rounded half to even from exact fractions, words by their own names."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from typing import assert_never

from staircase.core.period import Period
from staircase.core.reports.block import Value
from staircase.core.term import (
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
from staircase.words.speech import Words

Plain = str | int | bool | Decimal | None | list["Plain"] | dict[str, "Plain"]
"""A value without types of ours: what JSON and CSV know how to write."""

_SHARE_PLACES, _MONEY_PLACES, _MOST_PLACES = 6, 2, 6
_DIGITS = 60


def plain(value: Value, words: Words) -> Plain:
    """A row's or a total's value as machines are told it."""
    match value:
        case None:
            return None
        case tuple():
            return [plain(part, words) for part in value]
        case Mapping():
            return {key: plain(part, words) for key, part in value.items()}
        case _:
            return _term(value, words)


def rounded(value: Fraction, places: int) -> Decimal:
    """Round an exact fraction half to even, keeping its zeros."""
    scaled = round(value * 10**places)
    with localcontext(prec=_DIGITS):
        return Decimal(scaled).scaleb(-places)


def _term(term: Term, words: Words) -> Plain:  # noqa: C901, PLR0911, PLR0912 -- one line for each kind of term
    match term:
        case bool() | int():
            return term
        case Days(number) | Count(number) | Climb(number):
            return number
        case Money(amount):
            return rounded(amount, _MONEY_PLACES)
        case Share(share) | Gauge(share):
            return rounded(share, _SHARE_PLACES)
        case ShareRange(low, high):
            return [rounded(low, _SHARE_PLACES), rounded(high, _SHARE_PLACES)]
        case Quantity(measured):
            return _shortest(measured)
        case Trend(points):
            return [_shortest(value) for _, value in points]
        case Name(text) | Code(text) | Period(text):
            return text
        case Word(key):
            return key.rpartition(".")[2]
        case Choices(options):
            return list(options)
        case Said():
            return words.say(term)
        case date():
            return term.isoformat()
        case _:
            assert_never(term)


def _shortest(value: Fraction) -> Plain:
    if value.denominator == 1:
        return value.numerator
    with localcontext(prec=_DIGITS, rounding=ROUND_HALF_EVEN):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        if Fraction(exact) != value:
            exact = rounded(value, _MOST_PLACES)
        return exact.normalize()
