"""The line to write in the place of what does not fit: a key with its value, filled in as far as the value tells."""

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction

from pydantic import BaseModel

from staircase.core.model import choices_at, has_doubtful_dot, keys_at, required_at
from staircase.core.period import FIRST_YEAR, LAST_YEAR, PARTS_OF_A_YEAR
from staircase.core.source import AtKey, KeyPath, Source
from staircase.core.suggest import (
    UNKNOWN,
    as_date,
    as_day_of,
    as_day_or_month,
    as_id,
    as_items,
    as_number,
    as_period,
    as_sum,
    either_number,
)
from staircase.core.term import Code, Name, Term, line
from staircase.core.yaml import Raw
from staircase.core.yaml.reader import ordinary_blanks

_LAST_DAYS = frozenset({"until", "to"})
"""The keys for whose day a month most likely means its last one."""

_SUMS = frozenset({"amount", "one_off", "per_unit", "per_year"})
"""The keys that hold a sum of money, in the currency itself."""

_LAST_MONTH = 12
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NEEDS_QUOTES = re.compile(r"[\[\]{},#&*!|>'\"%@`]|: |:$")
_PAIR = re.compile(r"(?P<key>[a-z_]+)(?:\s*(?P<sign>[:=])\s*(?P<value>\S.*)|\s+(?P<word>\S+))")
_BLOCK = re.compile(r":[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")
_GROUPS = r"\d+(?:[ \u00a0\u2009\u202f'_.]\d{3})*"
_WHOLE_PART = re.compile(rf"(?P<key>(?:[\w-]+:\s+)?)(?P<digits>[+-]?{_GROUPS}),(?P<gap>\s?)$")
_FURTHER = re.compile(r"\d+(?:,\s?\d{3}(?!\d)|,\d{1,2}(?!\d))+(?:\.\d+)?")
_OF_DIGITS = re.compile(r"[-+]?\d[\d.:TQH-]*")
_DECIMALS = re.compile(r"[0-9]+\s?[^\d\s,.]")
_CUT = re.compile(r"(?:^|[{,]\s*|- )(?P<key>[\w-]+):\s+(?P<text>(?:(?!:\s)[^{}])*),\s*$")


def existing_day(value: str) -> str:
    """The last day of a month that is shorter, or the day with day and month changed about; else an example."""
    found = _YEAR_FIRST.fullmatch(value)
    year, month, day = (int(part) for part in found.groups()) if found else (0, 0, 0)
    if month > _LAST_MONTH:
        month, day = day, month
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= _LAST_MONTH or not day:
        return as_date("")
    return date(year, month, min(day, monthrange(year, month)[1])).isoformat()


def existing_period(value: str) -> str:
    """The nearest month or part of the year that there is; of the year of the example where that is too far off."""
    year, part = value[:4], value[5:]
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        year = as_date("")[:4]
    if not part:
        return year
    if part.isdigit():
        return f"{year}-{min(max(int(part), 1), _LAST_MONTH):02}"
    return f"{year}-{part[0]}{min(max(int(part[1:]), 1), PARTS_OF_A_YEAR[part[0]])}"


def whole(value: str) -> str:
    """The nearest whole number, 1 at least."""
    return str(max(round(Fraction(value)), 1))


def share(value: str) -> str:
    """The share that a number of per cent means: ``0.6`` for ``60``; else ten per cent."""
    per_cent = Fraction(value)
    return f"{float(per_cent / 100):.4g}" if 1 < per_cent <= 100 else "0.10"  # noqa: PLR2004 - all of it


def in_line(text: str) -> str:
    """A text as a value within a line, in quotes where it would be read otherwise."""
    if not _NEEDS_QUOTES.search(text):
        return text
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


_REWRITTEN: Mapping[str, Callable[[str], str]] = {
    "not-a-date": as_date,
    "not-a-day-or-month": as_day_or_month,
    "date-in-other-form": as_date,
    "no-such-date": existing_day,
    "no-such-month": existing_period,
    "no-such-period": existing_period,
    "not-a-period": as_period,
    "decimal-comma": as_number,
    "number-with-blanks": as_number,
    "not-a-number": as_number,
    "not-whole": whole,
    "not-a-share": share,
    "negative": lambda value: value.lstrip("-"),
    "not-an-id": as_id,
    "id-too-long": as_id,
    "one-line": lambda value: " ".join(value.split()),
    "blank": ordinary_blanks,
    "empty": lambda _: UNKNOWN,
    "number-too-long": lambda _: UNKNOWN,
    "number-too-large": lambda _: UNKNOWN,
}
"""What is wrong with a value that says what is meant all the same, with how it is to be written."""


def correction(model: type[BaseModel], path: KeyPath, value: Raw, reason: str) -> Name | None:
    """The line to write for a value that is wrong for a reason; ``None`` where the ask stands by itself."""
    begun = "- " if isinstance(path[-1], int) else f"{path[-1]}: "
    if reason in _REWRITTEN and isinstance(value, str):
        is_sum = reason == "not-a-number" and path[-1] in _SUMS
        return line(f"{begun}{as_sum(value) if is_sum else _REWRITTEN[reason](value)}")
    if reason == "nothing-before":
        return line(f"{keys_at(model, path)[2]}: {UNKNOWN}")  # the first key after until and why
    if reason == "month-for-day":
        return line(f"{begun}{as_day_of(str(value), last=path[-1] in _LAST_DAYS)}")
    if reason == "not-entries":
        return line(_entry(keys_at(model, (*path, 0)), value))
    match reason:
        case "not-a-list":
            written = f"[{as_items(value) if isinstance(value, str) else UNKNOWN}]"
        case "list-for-value":
            written = _shown(value[0] if value and isinstance(value, list) else None)
        case "not-a-mapping" | "item-not-a-mapping":
            written = f"{{{', '.join(_parts(model, path, value))}}}"
        case "not-a-scalar" | "item-not-a-scalar":
            written = _as_text(value)
        case "empty-item":
            written = UNKNOWN
        case _:
            return None
    return line(f"{begun}{written}")


def cut_in_brackets(source: Source, path: KeyPath, known: Collection[str]) -> tuple[str, dict[str, Term]]:
    """Why what is none of the known keys stands without a value within ``{ }``, and the line that is meant.

    It is a key whose colon is not one to YAML, ``by:2026`` and ``per_year 60000``; what follows a comma in a number or
    a text; or a number or a day that lacks its key.
    """
    rest = str(path[-1])
    pair = _PAIR.fullmatch(rest)
    if pair and pair["key"] in known and (pair["sign"] or not source.has((*path[:-1], pair["key"]))):
        meant: dict[str, Term] = {
            "nearest": Code(pair["key"]),
            "correction": line(f"{pair['key']}: {pair['value'] or pair['word']}"),
        }
        return "no-colon", meant
    before, after = _around(source, path)
    if number := cut_number(source, path):
        further = _FURTHER.match(after)
        rest = re.sub(r"\s", "", further[0]) if further else rest
        return _cut_number(number["key"], number["digits"], rest)
    found = _CUT.search(before)
    if found and _OF_DIGITS.fullmatch(found["text"]) and _OF_DIGITS.fullmatch(rest):
        absent = (key for key in known if not source.has((*path[:-1], key)))
        return "no-key", {"correction": line(f"{next(absent, UNKNOWN)}: {rest}")}
    key, text = (f"{found['key']}: ", found["text"].strip().strip("\"'")) if found else ("", UNKNOWN)
    return "comma", {"correction": line(f'{key}"{text}, {rest}"')}


def cut_number(source: Source, path: KeyPath) -> re.Match[str] | None:
    """The key and the digits of the number that a comma has cut within ``{ }``, before what stands without a value.

    A blank may follow the comma before three more digits only: ``{value: 5200, 2026}`` is no number.
    """
    rest = str(path[-1])
    number = _WHOLE_PART.search(_around(source, path)[0])
    if not number or (number["gap"] and not re.fullmatch(r"\d{3}", rest)):
        return None
    is_rest = rest.replace(".", "").isdigit() or (number["key"] and _DECIMALS.match(rest))
    return number if is_rest else None


def _around(source: Source, path: KeyPath) -> tuple[str, str]:
    """What stands on the line of a key before it, and from it on."""
    span = source.span(AtKey(path))
    line = source.line(span.line)
    return line[: span.column - 1], line[span.column - 1 :]


def _cut_number(key: str, digits: str, rest: str) -> tuple[str, dict[str, Term]]:
    """Why a comma has cut a number, and the line that is meant: as a sum of money ``1,5 mnkr`` is 1500000."""
    written = f"{digits},{rest}"
    if has_doubtful_dot(number := as_number(written)):
        either = either_number(number)
        return "thousands-or-decimals", {name: line(f"{key}{one}") for name, one in either.items()}
    meant = as_sum(written) if key.rstrip(": ") in _SUMS else number
    return "thousands" if written.count(",") > 1 else "decimal-comma", {"correction": line(f"{key}{meant}")}


def follows_block(source: Source, path: KeyPath) -> bool:
    """Whether an item stands right below a block of text that is indented more: most likely a line of it."""
    at = source.span(path).line
    for number in range(at - 1, 0, -1):
        line = source.line(number)
        if line.strip() and _indent(line) <= _indent(source.line(at)):
            return False
        if _BLOCK.search(line):
            return True
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _entry(keys: Sequence[str], value: Raw) -> str:
    """How the first entry of a list begins, where its keys or its text stand without a hyphen."""
    first, below = next(iter(value.items())) if isinstance(value, dict) and value else (keys[0], None)
    return f"- {first}: {_shown(below)}"


def _parts(model: type[BaseModel], path: KeyPath, value: Raw) -> list[str]:
    """The keys that a mapping must have, else its first two; a text that stood there goes where it fits."""
    keys = required_at(model, path) or keys_at(model, path)[:2] or (UNKNOWN,)
    known: dict[str, str] = {}
    if isinstance(value, str):
        named = next((key for key in keys if key in {"title", "name"}), None)
        at = named or next((key for key in keys if not choices_at(model, (*path, key))), None)
        if at and (named or required_at(model, path)):
            known[at] = in_line(value)
        if named and "id" in keys:
            known["id"] = as_id(value)
    return [f"{key}: {known.get(key, UNKNOWN)}" for key in keys]


def _as_text(value: Raw) -> str:
    """A single value made of a mapping that a colon in a text has made of it."""
    if isinstance(value, dict) and len(value) == 1:
        [(key, below)] = value.items()
        if isinstance(below, str):
            return in_line(f"{key}: {below}")
    return UNKNOWN


def _shown(value: Raw) -> str:
    return value if isinstance(value, str) else UNKNOWN
