"""What a term is to a machine, and a report as JSON: versioned, with all keys, the same bytes each time."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from typing import assert_never

from staircase.core.period import Period
from staircase.core.reports import Report, Value
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
    six_decimals,
)
from staircase.render.safe import json_text
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
            return _share(share)
        case ShareRange(low, high):
            return [_share(low), _share(high)]
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


def _share(share: Fraction) -> Decimal:
    return rounded(six_decimals(share), _SHARE_PLACES)


def _shortest(value: Fraction) -> Plain:
    if value.denominator == 1:
        return value.numerator
    with localcontext(prec=_DIGITS, rounding=ROUND_HALF_EVEN):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        if Fraction(exact) != value:
            exact = rounded(value, _MOST_PLACES)
        return exact.normalize()


_STEP = "  "


def render(report: Report, words: Words) -> str:
    """Write a report's rows and totals as one JSON document."""
    whole: Plain = {
        "schema": f"staircase.{report.name}/1",
        "as_of": report.day.isoformat(),
        "program": report.program or None,
        "rows": [plain(row, words) for row in report.rows],
        "totals": plain(report.totals, words),
        "unreadable": list(report.unreadable),
        "not_shown": [{"what": one.what, "count": one.number, "command": one.command} for one in report.not_shown],
    }
    return document(whole)


def document(value: Plain) -> str:
    """Write a value as a document of its own, indented, its last line ended."""
    return "".join(_written(value, "\n")) + "\n"


def compact(value: Plain) -> str:
    """Write a value on one line."""
    return "".join(_written(value, ""))


def _written(value: Plain, indent: str) -> Iterator[str]:
    """Write a value; ``indent`` is a line's end and its blanks, or nothing where all stands on one line."""
    match value:
        case dict():
            parts = ((_text(key) + ": ", part) for key, part in value.items())
            yield from _bracketed("{}", list(parts), indent)
        case list():
            yield from _bracketed("[]", [("", part) for part in value], indent)
        case str():
            yield _text(value)
        case Decimal():
            yield f"{value:f}"
        case _:
            yield json.dumps(value)


def _bracketed(brackets: str, parts: list[tuple[str, Plain]], indent: str) -> Iterator[str]:
    if not parts:
        yield brackets
        return
    deeper = indent and indent + _STEP
    yield brackets[0]
    for number, (lead, part) in enumerate(parts):
        yield ("," + (deeper or " ")) if number else deeper
        yield lead
        yield from _written(part, deeper)
    yield indent
    yield brackets[1]


def _text(text: str) -> str:
    return json_text(json.dumps(text, ensure_ascii=False))
