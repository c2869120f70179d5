"""The files' form as frozen pydantic models, and what a field may hold: every scalar comes as text."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal, LiteralString, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from staircase.core.period import Month, NoSuchDateError, NotADateError, Period, parse_fact, parse_period
from staircase.core.source import KeyPath

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 64
LINE_LENGTH = 200
PROSE_LENGTH = 20_000
LARGEST = 10**15
MOST_DIGITS = 64
MOST_WHOLE = 100_000
_KEPT = 1 << 12

_ID = re.compile(ID_PATTERN)
_CURRENCY = re.compile("[A-Za-z]{3}")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_DOTTED = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_BLANK = r" \u00a0\u2009\u202f"  # as people group digits: a blank, a no-break one, and the thin ones of print
_COMMA_NUMBER = re.compile(rf"[+-]?[0-9][0-9{_BLANK}.]*,[0-9]+")
_SPACED_NUMBER = re.compile(rf"[+-]?[0-9]{{1,3}}([{_BLANK}'_][0-9]{{3}})+(\.[0-9]+)?")
_DATE_IN_ANOTHER_ORDER = re.compile(
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}|[0-9]{8}"
)

Result = TypeVar("Result")


_FORGOTTEN: set[str] = set()  # shared: a copy with other values gets a set of its own from pydantic


class Part(BaseModel):
    """A mapping of the format: unknown keys are refused, values can't change."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=False)

    def model_post_init(self, _: object, /) -> None:
        """Forget which keys the file had: nobody asks, and their sets are 8 of 27 kB that an assignment takes."""
        object.__setattr__(self, "__pydantic_fields_set__", _FORGOTTEN)


def is_id(text: str) -> bool:
    """Whether the text is a valid id: a-z, 0-9 and single hyphens between them, at most 64 characters."""
    return len(text) <= ID_LENGTH and _ID.match(text) is not None and not text.endswith("\n")


def has_doubtful_dot(text: str) -> bool:
    """Whether a sum of money may be meant as thousands: ``420.000``, since people part thousands with a dot."""
    return "." in text and _DOTTED.fullmatch(text) is not None


def _refusal(reason: LiteralString) -> PydanticCustomError:
    return PydanticCustomError(reason, "")


def refuse_nothing(values: object) -> None:
    """Refuse an entry that says what was decided before, and holds nothing of it."""
    if not values:
        raise _refusal("nothing-before")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise _refusal("empty-item" if value is None else "not-a-scalar")


def _id(value: object) -> str:
    text = _text(value)
    if not is_id(text):
        raise _refusal("id-too-long" if _ID.match(text) and len(text) > ID_LENGTH else "not-an-id")
    return text


def _currency(value: object) -> str:
    text = _text(value)
    if not _CURRENCY.fullmatch(text):
        raise _refusal("not-a-currency")
    return text


def _dated(parse: Callable[[str], Result], kind: LiteralString) -> Callable[[object], Result]:
    def read(value: object) -> Result:
        text = _text(value)
        try:
            return parse(text)
        except NoSuchDateError:
            raise _refusal(_lacking(text)) from None
        except NotADateError:
            raise _refusal(_unlike(text, kind)) from None

    return read


def _whole_day(text: str) -> date:
    day = parse_fact(text)
    if isinstance(day, Month):
        raise _refusal("month-for-day")
    return day


def _unlike(text: str, kind: LiteralString) -> LiteralString:
    """Why a text has not the form of a date or a period."""
    return "date-in-other-form" if _DATE_IN_ANOTHER_ORDER.fullmatch(text) else f"not-a-{kind}"


def _lacking(text: str) -> LiteralString:
    """Why the calendar lacks what has the form of a day, a month or another period."""
    if text[4:].count("-") > 1:
        return "no-such-date"
    return "no-such-month" if text[5:].isdigit() else "no-such-period"


def _number(value: object) -> Fraction:
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise _refusal(_wrong_number(text))
    if len(text) > MOST_DIGITS:
        raise _refusal("number-too-long")
    whole, _, decimals = text.partition(".")
    digits, scale = int(whole + decimals), 10 ** len(decimals)  # five times as fast as Fraction's own reading
    if abs(digits) > LARGEST * scale:
        raise _refusal("number-too-large")
    return Fraction(digits, scale) if decimals else Fraction(digits)


def _money(value: object) -> Fraction:
    if isinstance(value, str) and has_doubtful_dot(value):
        raise _refusal("thousands-or-decimals")
    return _number(value)


def _amount(value: object) -> Fraction:
    number = _money(value)
    if number < 0:
        raise _refusal("negative")
    return number


def _wrong_number(text: str) -> str:
    if len(text) > LINE_LENGTH:
        return "not-a-number"
    if _COMMA_NUMBER.fullmatch(text):
        return "decimal-comma"
    return "number-with-blanks" if _SPACED_NUMBER.fullmatch(text) else "not-a-number"


def _whole(least: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        number = _number(value)
        if number.denominator != 1:
            raise _refusal("not-whole")
        if not least <= number <= MOST_WHOLE:
            raise _refusal(f"not-from-{least}")
        return int(number)

    return read


def _listed(value: object) -> object:
    """One value as a list of one."""
    return value if isinstance(value, list | tuple) else (value,)


def _share(value: object) -> Fraction:
    number = _number(value)
    if not 0 <= number <= 1:
        raise _refusal("not-a-share")
    return number


_YEARS = "(19[7-9][0-9]|2[01][0-9]{2}|2200)"
_MONTH = f"{_YEARS}-(0[1-9]|1[0-2])"
_DAY_OF_MONTH = "-(0[1-9]|[12][0-9]|3[01])"
_DATE = f"{_MONTH}{_DAY_OF_MONTH}"
_DAY_OR_MONTH = f"{_MONTH}({_DAY_OF_MONTH})?"
_PART = "(0[1-9]|1[0-2]|Q[1-4]|T[1-3]|H[12])"


def _of_text(most: int, pattern: str) -> WithJsonSchema:
    """Text as YAML has it: what looks like a number, and ``true``, is text all the same."""
    return WithJsonSchema({"type": ["string", "number", "boolean"], "maxLength": most, "pattern": pattern})


def _of_number(least: int, most: int, *, whole: bool = False) -> WithJsonSchema:
    """A number as YAML has it, in quotes, too."""
    kind, decimals = ("integer", "([.]0+)?") if whole else ("number", "([.][0-9]+)?")
    sign = "[+-]?" if least < 0 else "[+]?"
    pattern = f"^{sign}[0-9]+{decimals}$"
    return WithJsonSchema({"type": [kind, "string"], "minimum": least, "maximum": most, "pattern": pattern})


Line = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=LINE_LENGTH, pattern=r"^[^\r\n]*$"),
    _of_text(LINE_LENGTH, r"^\s*\S[^\r\n]*\s*$"),
]
"""One line of text, at most 200 characters."""

Prose = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=PROSE_LENGTH),
    _of_text(PROSE_LENGTH, r"\S"),
]
"""Text of one or several lines, at most 20,000 characters."""

Id = Annotated[
    str,
    PlainValidator(_id),
    WithJsonSchema(
        {"type": ["string", "integer", "boolean"], "minimum": 0, "pattern": ID_PATTERN, "maxLength": ID_LENGTH}
    ),
]
"""An id that is declared here."""

Currency = Annotated[
    str,
    PlainValidator(_currency),
    WithJsonSchema({"type": "string", "pattern": f"^{_CURRENCY.pattern}$", "examples": ["SEK"]}),
]
"""The code of a currency: three letters."""

Reference = Line
"""An id that is declared elsewhere: whether it exists is a rule's question, with a "did you mean"."""

References = Annotated[tuple[Reference, ...], BeforeValidator(_listed)]
"""One id that is declared elsewhere, or a list of them: a tuple either way."""

Day = Annotated[
    date,
    PlainValidator(_dated(_whole_day, "date")),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DATE}$", "examples": ["2026-11-24"]}),
]
"""A date, ``YYYY-MM-DD``, 1970 to 2200."""

DayOrMonth = Annotated[
    date,
    PlainValidator(_dated(parse_fact, "day-or-month")),
    WithJsonSchema({"type": "string", "pattern": f"^{_DAY_OR_MONTH}$", "examples": ["2026-11-24", "2026-11"]}),
]
"""The date of a fact: a day, or the month ``2026-05`` where no more is known."""

Span = Annotated[
    Period,
    PlainValidator(_dated(parse_period, "period")),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "minimum": 1970,
            "maximum": 2200,
            "pattern": f"^({_YEARS}(-{_PART})?|{_DATE})$",
            "examples": ["2026-Q4", "2027-01-01", "2027"],
        }
    ),
]
"""A period: a date, a month ``2026-11``, a quarter ``-Q4``, a tertial ``-T3``, a half-year ``-H2`` or a year."""

Number = Annotated[Fraction, PlainValidator(_number), _of_number(-LARGEST, LARGEST)]
"""A number: digits with an optional sign and decimal point, at most 1e15 in size; kept exactly."""

Sum = Annotated[Fraction, PlainValidator(_money), _of_number(-LARGEST, LARGEST)]
"""An amount of money that may be negative."""

Amount = Annotated[Fraction, PlainValidator(_amount), _of_number(0, LARGEST)]
"""An amount of money: a number from 0 to 1e15."""

Positive = Annotated[int, PlainValidator(_whole(1)), _of_number(1, MOST_WHOLE, whole=True)]
"""A whole number from 1 to 100,000."""

Whole = Annotated[int, PlainValidator(_whole(0)), _of_number(0, MOST_WHOLE, whole=True)]
"""A whole number from 0 to 100,000."""

Share = Annotated[Fraction, PlainValidator(_share), _of_number(0, 1)]
"""A share from 0 to 1."""


def keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that the mapping at ``path`` may have; empty where there is no such mapping, or any key goes."""
    found = _kind_at(model, path)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return tuple(field.alias or name for name, field in found.model_fields.items())
    return ()


def required_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that the mapping at ``path`` must have."""
    found = _kind_at(model, path)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return tuple(field.alias or name for name, field in found.model_fields.items() if field.is_required())
    return ()


def keys_within(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a model and of all that stands in it."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from keys_within(part)


def attribute_of(key: str) -> str:
    """What a key of the files is called in the models."""
    return "from_" if key == "from" else key


def choices_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The values that the scalar at ``path`` is to be chosen from; empty where any goes."""
    found = _kind_at(model, path)
    return get_args(found) if get_origin(found) is Literal else ()


def is_text_at(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether a scalar at ``path`` is text: no number, no date, no period and nothing to be chosen."""
    kind = _kind_at(model, path)
    while get_origin(kind) in {tuple, Annotated}:  # one value may stand for a list of one
        kind = get_args(kind)[0]
    return kind is None or kind is str


def is_line_at(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the text at ``path`` has to be one line."""
    holder = _kind_at(model, path[:-1])
    fields = holder.model_fields.items() if isinstance(holder, type) and issubclass(holder, BaseModel) else ()
    found = next((field for name, field in fields if path[-1] in {name, field.alias}), None)
    if found is None:
        return False
    limits = [
        *found.metadata,
        *(one for part in get_args(found.annotation) for one in getattr(part, "__metadata__", ())),
    ]
    return any(getattr(one, "max_length", None) == LINE_LENGTH for one in limits)


def is_list_at(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether a list of single values stands at ``path``; one value alone may stand for a list of one."""
    kind = _kind_at(model, path)
    kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return get_origin(kind) is tuple and not isinstance(get_args(kind)[0], type(BaseModel))


@lru_cache(_KEPT)
def _kind_at(model: type[BaseModel], path: KeyPath) -> Any:  # noqa: ANN401 - annotations have no common type
    """What stands at a path of a model, kept: what is written asks of the same paths for each of its values."""
    kind: Any = model
    for key in path:
        kind = _below(kind, key)
        if kind is None:
            return None
    return kind


def _below(kind: Any, key: str | int) -> Any:  # noqa: ANN401 - annotations have no common type
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if key == (field.alias or name):
                return _plain(field.annotation)
        return None
    match get_origin(kind):
        case origin if origin is tuple and isinstance(key, int):
            return _plain(get_args(kind)[0])
        case origin if origin is dict and isinstance(key, str):
            return _plain(get_args(kind)[1])
    return None


def _plain(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    if get_origin(annotation) in {tuple, dict, Literal} or not get_args(annotation):
        return annotation
    return next(part for part in get_args(annotation) if part is not type(None))
