"""What does not fit the format: pydantic's errors as findings, and fields that may not stand together."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ValidationError

from staircase.core.finding import NO_TERMS, Finding, Subject
from staircase.core.model import choices_at, has_doubtful_dot, keys_at
from staircase.core.model.program import EARLIER_KEYS
from staircase.core.source import AtKey, KeyPath, Null, Source, Where
from staircase.core.suggest import (
    LIST_SIGNS,
    TYPOGRAPHIC,
    Patience,
    as_number,
    choice_in_other_words,
    either_number,
    key_in_other_words,
    odd_sign,
)
from staircase.core.term import Choices, Code, Said, Term, quoted
from staircase.core.term import line as as_line
from staircase.core.yaml import Raw
from staircase.core.yaml.reader import NEAR, continues_number, odd_blank, ordinary_blanks

COMPARED = 5_000
"""How many words are compared for one file: a file of nothing but unknown keys gets its first suggestions only."""

MOST_SHOWN = 60
"""How long a list or a mapping may be that a message shows."""

COMPARED_KEYS = 100
"""How many unknown keys of a file may each stand for one that is missing."""

_REASONS = {
    "literal_error": "choice",
    "tuple_type": "not-a-list",
    "model_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
    "string_type": "not-a-scalar",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "one-line",
}

_ITEM_REASONS = frozenset({"not-a-mapping", "not-a-scalar"})
"""What is said in other words of an item in a list, where the key is not what is wrong."""

_READ_AS_SIGNS = frozenset(
    {"choice", "not-a-date", "not-a-day-or-month", "not-a-list", "not-a-number", "not-a-period", "not-an-id"}
)
"""What may be wrong for no more than a blank that can't be told from an ordinary one."""


_LIST_SIGN = rf"[{LIST_SIGNS}+](?=\s)"

_OF_NUMBERS = frozenset({"decimal-comma", "number-with-blanks", "not-a-number"})
"""The reasons that the writing of a number has."""

_DOUBTFUL = _OF_NUMBERS | {"thousands-or-decimals"}
"""The reasons of a number whose only dot or comma may part thousands."""

_SPOILT_BY_SIGNS = _OF_NUMBERS | {"date-in-other-form", "not-a-date", "not-a-day-or-month", "not-a-period", "not-an-id"}
"""What may be wrong for no more than a sign that stands for one of the keyboard."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file on its way from data to model: what every finding about it needs."""

    model: type[BaseModel]
    data: Mapping[str, Raw]
    source: Source
    subject: Subject
    patience: Patience = field(default_factory=partial(Patience, COMPARED), compare=False)

    def finding(self, rule: str, where: Where, params: Mapping[str, Term], reason: str = "") -> Finding:
        """Make a finding of this file."""
        return Finding(rule, self.source.path, where, self.subject, params, reason=reason)


class Fault(NamedTuple):
    """One thing that does not fit: the path it stands at, and its finding, which is made only if it is to be told."""

    path: KeyPath
    finding: Callable[[], Finding]
    kind: Literal["unknown", "missing", "invalid"] = "invalid"


def misfits(reading: Reading, error: ValidationError) -> Iterator[Fault]:
    """A fault for each error, without pydantic's own sentences and without its copies of the input."""
    for detail in error.errors(include_url=False, include_input=False):
        path = _as_written(reading, detail["loc"])
        match detail["type"]:
            case "missing":
                yield missing_key(reading, path)
            case "extra_forbidden":
                yield Fault(path, partial(unknown, reading, path, None), "unknown")
            case other:
                yield Fault(path, partial(_invalid, reading, path, other, detail.get("ctx", {})))


def _as_written(reading: Reading, path: KeyPath) -> KeyPath:
    """The path that the file has: a value that stands alone is read as a list of one."""
    stands_alone = path[-1] == 0 and not isinstance(_value_at(reading.data, path[:-1]), list)
    return path[:-1] if stands_alone else path


def unknown_nulls(reading: Reading) -> Iterator[Fault]:
    """A fault for each key without a value that the format does not have: the data leaves those keys out.

    What a number goes on with that has been cut already is no fault of its own.
    """
    for null in reading.source.nulls:
        *parent, key = null.keys
        known = keys_at(reading.model, tuple(parent))
        if known and key not in known and not (null.in_flow and _is_further(reading.source, null.keys)):
            yield Fault(null.keys, partial(unknown, reading, null.keys, null), "unknown")


def _is_further(source: Source, path: KeyPath) -> bool:
    """Whether three digits without a value go on a number that a comma has cut before."""
    key = str(path[-1])
    if not key[:1].isdigit():
        return False
    span = source.span(AtKey(path))
    near, left_out = source.window(span, NEAR)
    return continues_number(near[: span.column - 1 - left_out], key)


def missing_key(reading: Reading, path: KeyPath) -> Fault:
    """The fault that a required key is absent."""
    return Fault(path, partial(missing, reading, path), "missing")


def without_echoes(reading: Reading, faults: Sequence[Fault]) -> Sequence[Fault]:
    """Leave out what only follows from another fault: one slip is one error.

    That a key is missing where it stands in other words, and what is wrong with a number that a comma has cut.
    """
    unknowns = [fault.path for fault in faults if fault.kind == "unknown"]
    absent = {fault.path for fault in faults if fault.kind == "missing"}
    meant = {(*path[:-1], _key_meant(reading, path)) for path in islice(unknowns if absent else (), COMPARED_KEYS)}
    cut = _cut_numbers(reading, unknowns[:COMPARED_KEYS])
    echoes = {("missing", path) for path in meant} | {("invalid", path) for path in cut}
    return [fault for fault in faults if (fault.kind, fault.path) not in echoes]


def _cut_numbers(reading: Reading, unknowns: Sequence[KeyPath]) -> Iterator[KeyPath]:
    """The values whose number a comma within ``{ }`` has cut, by the unknown keys that their digits are now."""
    from staircase.core.correction import cut_number  # noqa: PLC0415 - start-up: only for broken files

    flowing = {null.keys for null in reading.source.nulls if null.in_flow} if unknowns else frozenset[KeyPath]()
    for path in unknowns:
        if path in flowing and (number := cut_number(reading.source, path)):
            yield (*path[:-1], number["key"].rstrip(": "))


def _key_meant(reading: Reading, path: KeyPath) -> str | None:
    """The key that an unknown one stands for, as far as can be told."""
    key, known = str(path[-1]), keys_at(reading.model, path[:-1])
    return key_in_other_words(key, known) or reading.patience.nearest(key, known)


def unknown(reading: Reading, path: KeyPath, null: Null | None) -> Finding:
    """A key that the format lacks; one without value inside ``{ }`` is most likely the rest of a cut text."""
    from staircase.core.correction import cut_in_brackets  # noqa: PLC0415 - start-up: only for broken files

    key = str(path[-1])
    known = keys_at(reading.model, path[:-1])
    value = shown_value(None if null else _value_at(reading.data, path))
    terms: dict[str, Term] = {"key": quoted(key), "own": as_line(f"x-{key}: {value}")}
    reason = "keys"
    if sign := odd_blank(key):
        terms |= {"sign": sign, "correction": as_line(f"{ordinary_blanks(key)}: {value}")}
        reason = "blank"
    elif null and null.in_flow:
        reason, more = cut_in_brackets(reading.source, path, known)
        terms |= more
    elif path[:-1] == ("settings",) and (successor := EARLIER_KEYS.get(key)):
        terms["successor"], reason = Code(successor), "earlier"
    elif path[-3:-2] == ("was",) and key in keys_at(reading.model, path[:-3]):
        terms |= {"keys": Choices(known[2:]), "correction": as_line(f"{known[2]}: …")}  # those after until and why
        reason = "not-in-was"
    elif near := _key_meant(reading, path):
        terms |= {"nearest": Code(near), "correction": as_line(f"{near}: {value}")}
        reason = "nearest"
    else:
        terms["keys"] = Choices(known)
    return reading.finding("field-unknown", AtKey(path), terms, reason)


def missing(reading: Reading, path: KeyPath) -> Finding:
    """The lack of a required key: at the key if it stands there empty, else at the mapping that lacks it."""
    where: Where = path[:-1]
    if reading.source.has(path):
        where = AtKey(path)
    elif len(path) == 1 and reading.data:
        where = AtKey((next(iter(reading.data)),))
    *parts, key = (part for part in path if isinstance(part, str))
    line = Said(f"line.{'.'.join((*parts, key))}", NO_TERMS, otherwise=f"line.{key}")
    return reading.finding("field-missing", where, {"key": Code(key), "line": line})


def _invalid(reading: Reading, path: KeyPath, kind: str, context: Mapping[str, Any]) -> Finding:
    from staircase.core.correction import correction  # noqa: PLC0415 - start-up: only for broken files

    value = _value_at(reading.data, path)
    reason = _reason(reading, kind, value, path)
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    params: dict[str, Term] = {"key": Code(key)}
    if reason in {"not-a-list", "not-entries"} and (sign := _list_sign(path, value)):
        return reading.finding("field-invalid", *sign, "list-sign")
    if isinstance(value, str):
        params["value"] = quoted(value)
        if reason in _READ_AS_SIGNS and (blank := odd_blank(value)):
            reason, params["sign"] = "blank", blank
    if line := correction(reading.model, path, value, reason):
        params["correction"] = line
    if isinstance(value, str):
        reason, more = _of_text(reading, path, value, reason)
        params |= more
    if reason == "too-long":
        params |= {"most": int(context["max_length"]), "length": len(value or "")}
    return reading.finding("field-invalid", path, params, reason)


def _of_text(reading: Reading, path: KeyPath, value: str, reason: str) -> tuple[str, dict[str, Term]]:
    """The reason in closer words where the text itself tells what is meant, and what is to be said of it."""
    if reason in _DOUBTFUL and has_doubtful_dot(number := as_number(value)):
        return "thousands-or-decimals", {name: Code(one) for name, one in either_number(number).items()}
    if reason in _SPOILT_BY_SIGNS:
        return _odd_reason(reason, value)
    return _choice(reading, path, value) if reason == "choice" else (reason, {})


def _choice(reading: Reading, path: KeyPath, value: str) -> tuple[str, dict[str, Term]]:
    """A word that is none of the choices, with them and the one that is meant."""
    key, choices = path[-1], choices_at(reading.model, path)
    near = choice_in_other_words(value, choices) or reading.patience.nearest(value, choices)
    params: dict[str, Term] = {"choices": Choices(choices), "correction": Code(f"{key}: {near or choices[0]}")}
    if near is None:
        return "choice", params
    if value[0] in TYPOGRAPHIC:
        return "typographic", params | {"sign": Code(value[0])}
    return "choice-nearest", params | {"nearest": Code(near)}


def _odd_reason(reason: str, value: str) -> tuple[str, dict[str, Term]]:
    """The reason of a value that a sign alone may spoil, with the sign: typographic quotes, a dash before a number."""
    found = odd_sign(value)
    if not found:
        return reason, {}
    is_sum = reason in _OF_NUMBERS and found[0] != "typographic"
    return "minus-sign" if is_sum else found[0], {"sign": Code(found[1])}


def _list_sign(path: KeyPath, value: Raw) -> tuple[Where, dict[str, Term]] | None:
    """A sign such as ``•`` that begins the items of a list in the place of a hyphen: where it stands, and its terms."""
    where: Where = path
    text = value
    if isinstance(value, dict) and value:
        key, below = next(iter(value.items()))
        where, text = AtKey((*path, key)), f"{key}: {shown_value(below)}"
    if not isinstance(text, str) or not re.match(_LIST_SIGN, text):
        return None
    item = text.split(f" {text[0]} ")[0][1:].strip()
    return where, {"sign": Code(text[0]), "correction": quoted(f"- {item}")}


def shown_value(value: Raw) -> str:
    """A value as a message shows it: a text, or a short list or mapping of texts; what is more is not told."""
    from staircase.core.correction import in_line  # noqa: PLC0415 - start-up: only for broken files
    from staircase.core.suggest import UNKNOWN  # noqa: PLC0415 - start-up: only for broken files

    match value:
        case str():
            return value
        case list() if value and all(isinstance(each, str) for each in value):
            shown = f"[{', '.join(in_line(str(each)) for each in value)}]"
        case dict() if value and all(isinstance(each, str) for each in value.values()):
            shown = f"{{{', '.join(f'{key}: {in_line(str(each))}' for key, each in value.items())}}}"
        case _:
            return UNKNOWN
    return shown if len(shown) <= MOST_SHOWN else UNKNOWN


def _reason(reading: Reading, kind: str, value: Raw, path: KeyPath) -> str:
    from staircase.core.correction import follows_block  # noqa: PLC0415 - start-up: only for broken files

    if value is None:
        return "empty-item"
    reason = _REASONS.get(kind, kind)
    if reason == "choice" and not isinstance(value, str):
        reason = "not-a-scalar"
    if reason in _ITEM_REASONS and isinstance(path[-1], int):
        return "slipped-text" if isinstance(value, str) and follows_block(reading.source, path) else f"item-{reason}"
    if reason == "not-a-list" and keys_at(reading.model, (*path, 0)):
        return "not-entries"
    return "list-for-value" if reason == "not-a-scalar" and isinstance(value, list) else reason


def _value_at(data: Raw | Mapping[str, Raw], path: KeyPath) -> Raw:
    found: Any = data
    for part in path:
        found = found[part]
    return found  # type: ignore[no-any-return]  # plain data: what the path leads to is data again
