"""An event's values: what each is chosen from and may be, and how it is written in files, alone or in an entry."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import starmap
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel

from staircase.core.choices import STEPS
from staircase.core.edits import EventFile, EventGround, EventPlan, refuse
from staircase.core.finding import command
from staircase.core.model import is_id, is_list_at, is_text_at
from staircase.core.model.assignment import Kind, Outcome
from staircase.core.period import NoSuchDateError, NotADateError, parse_date, parse_period
from staircase.core.portfolio import Named, names_of
from staircase.core.rules.table import GAPS
from staircase.core.source import KeyPath
from staircase.core.suggest import as_id, as_period, keyboard
from staircase.core.term import Code, Name
from staircase.core.yaml import Raw
from staircase.core.yaml.edit import Add, Edit, Set, value_at

_BLANKS = re.compile(r"[ \u00a0\u2009\u202f'_]")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'_]\d{3})+)(?:[.,]\d+)?", re.ASCII)
_DIGITS = re.compile(r"[+-]?\d[\d.,' \u00a0\u2009\u202f_]*", re.ASCII)
"""What can only be meant as a number, if it is one: a day has hyphens."""

Declared = Literal["department", "goal", "document"]
DECLARED: tuple[Declared, ...] = get_args(Declared)
"""What the programme declares."""

DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices, whatever stands after a dot."""

_COMMA = re.compile(r"\s*,\s*")


def number(written: str) -> str:
    """A number as files write it: ``4,5`` is ``4.5``, ``420 000`` is ``420000``.

    Raises:
        RefusedError: it is none, or may be meant in two ways.
    """
    plain = keyboard(written)
    if not _NUMBER.fullmatch(plain):
        refuse("not-a-number", word=Name(written))
    return _BLANKS.sub("", plain).replace(",", ".")


def number_if_given(written: str | None) -> str | None:
    """The same of what may be left out."""
    return None if written is None else number(written)


def fitting(written: str, model: type[BaseModel], path: KeyPath) -> Raw:
    """A value as the place that it is meant for takes it: a text whole, a list at its commas, the rest tidied."""
    if is_list_at(model, path):
        parts: list[Raw] = [part for part in _COMMA.split(written.strip()) if part]
        return parts[0] if path == ("department",) and len(parts) == 1 else parts
    if is_text_at(model, path):
        return written
    plain = keyboard(written)
    return number(plain) if _DIGITS.fullmatch(plain) else plain


def period(written: str | None) -> str | None:
    """A period as files write it, where it can mean but one: ``Q4 2026`` is ``2026-Q4``."""
    return None if written is None else as_period(written, written)


def new_id(title: str, taken: Collection[str]) -> str:
    """An id made of a title, with a number where it is taken; refused where the title has no letters for one."""
    made = as_id(title, "")
    if not made:
        refuse("no-id", word=Name(title))
    return unlike(taken, made)


def unlike(taken: Collection[str], name: str) -> str:
    """An id that is not among those taken: with a number where it is."""
    found, number_of = name, 1
    while found in taken:
        number_of += 1
        found = f"{name[:60].rstrip('-')}-{number_of}"
    return found


def free_id(name: str, ground: EventGround) -> None:
    """Refuse what can't be the id of another assignment.

    Raises:
        RefusedError: it is none, it is taken, or Windows keeps it for a device.
    """
    if not is_id(name):
        refuse("not-an-id", word=Name(name), correction=Name(as_id(name)))
    if DEVICES.fullmatch(name):
        refuse("device", word=Name(name))
    if name in ground.portfolio.ids:
        refuse("id-taken", command("show", name), word=Name(name))


def entry(**values: str | None) -> dict[str, Raw]:
    """An entry of a list from the values that were given; ``from_`` is the key ``from``."""
    return {key.rstrip("_"): value for key, value in values.items() if value is not None}


def place_for(day: str, days: Collection[str | None]) -> int | None:
    """The position of a new entry among entries in the order of their days; ``None`` at the end."""
    before = [number for number, other in enumerate(days, 1) if other is None or other[: len(day)] <= day]
    at = max(before, default=0)
    return None if at == len(days) else at


Given = Mapping[tuple[str, ...], Raw]
"""What was given of an entry, by the paths of its keys; nothing where it was not."""


def added(target: EventFile, family: str, title: str, name: str | None, given: Given) -> EventPlan:
    """A new entry of a list, with an id of its own."""
    taken = [one for each in ("trials", "benefits", "roadmap") for one in target.ids(each)]
    if name is not None and name in taken:
        refuse("id-taken", word=Name(name))
    found = name or new_id(title, taken)
    entry: dict[str, Raw] = {"id": found, "title": title}
    for path, value in given.items():
        if value is not None:
            _put(entry, path, value)
    return EventPlan({target.path: (Add((family,), entry),)}, undo=command("unset", target.id, f"{family}.{found}"))


def filled(target: EventFile, family: str, name: str, given: Given) -> EventPlan:
    """More of an entry that is there; a value that stands there already is for ``set`` to change.

    Raises:
        RefusedError: another value stands there, or nothing was given.
    """
    place = target.place(family, name)
    edits: list[Edit] = []
    keys: list[str] = []
    for path, value in given.items():
        if value is None:
            continue
        old = value_at(target.data, (*place, *path))
        key = ".".join((family, name, *path))
        if old not in (None, value):
            written = value if isinstance(value, str) else "…"
            refuse("stands-already", command("set", target.id, key, written), key=Code(key))
        edits.append(Set((*place, *path), value))
        keys.append(key)
    if not edits:
        refuse("nothing-given", command("show", target.id), word=Name(name))
    is_new = all(value_at(target.data, edit.path) is None for edit in edits)
    return EventPlan({target.path: tuple(edits)}, undo=command("unset", target.id, *keys) if is_new else "")


def _put(entry: dict[str, Any], path: tuple[str, ...], value: Raw) -> None:
    for part in path[:-1]:
        entry = entry.setdefault(part, {})
    entry[path[-1]] = value


Values = Mapping[str, Any]
"""An event's values so far, by the names of its fields."""


class Choice(NamedTuple):
    """Something to choose: its value, and what it is called, or the key of the word for it."""

    value: str
    label: str = ""
    word: str = ""


class Question(NamedTuple):
    """What to ask for a value: the choices (any text goes where there are none), and the likely answer.

    ``may_be_open``: whether it may be left without an answer; ``may_be_new``: whether it may be none of the choices.
    """

    choices: tuple[Choice, ...] = ()
    default: str = ""
    may_be_open: bool = False
    may_be_new: bool = False


def question_for(
    name: str, values: Values, ground: EventGround, *, command: str = "", may_be_open: bool = False
) -> Question:
    """What to ask for a value of a command's event, by the name of its field."""
    make = _CHOICES.get(f"{command}.{name}") or _CHOICES.get(name)
    choices = tuple(make(values, ground)) if make else ()
    if name == "step":
        return Question(choices, _next_step(values, ground), may_be_open)
    if (command, name) == ("new", "id"):
        return Question(choices, _id_of(values, ground), may_be_open)
    if (command, name) in _MAYBE_NEW:
        return Question(choices, "", may_be_open, may_be_new=True)
    return Question(choices, choices[0].value if len(choices) == 1 and not may_be_open else "", may_be_open)


def is_worth_asking(values: Values, ground: EventGround, *, command: str) -> bool:
    """Whether what may be left open is asked for: how a trial went and what it taught is, once it has begun."""
    return command != "trial" or values["trial"] in _target(values, ground).ids("trials")


def judge(name: str, answer: str, ground: EventGround, *, command: str = "") -> None:
    """Refuse an answer that no event could use, so that it is given again before the next question.

    Raises:
        RefusedError: it is no number, no day, no period, or no id that is free.
    """
    judged = _JUDGES.get(f"{command}.{name}") or _JUDGES.get(name)
    if judged:
        judged(answer, ground)


def _number(answer: str, _: EventGround) -> None:
    number(answer)


def _day(answer: str, _: EventGround) -> None:
    try:
        parse_date(answer)
    except (NotADateError, NoSuchDateError):
        refuse("not-a-day", word=Name(answer))


def _period(answer: str, _: EventGround) -> None:
    try:
        parse_period(as_period(answer, answer))
    except (NotADateError, NoSuchDateError):
        refuse("not-a-period", word=Name(answer))


def _id_of(values: Values, ground: EventGround) -> str:
    """The likely id of a new assignment: made of its title, or of that of the roadmap item."""
    title = str(values.get("title") or str(values.get("of") or "").rpartition("/")[2])
    return new_id(title, ground.portfolio.ids) if as_id(title, "") else ""


def _assignments(_: Values, ground: EventGround) -> Iterator[Choice]:
    for one in ground.portfolio.known_on(ground.on).values():
        if one.is_open:
            yield Choice(one.id, one.assignment.title)


def _next_step(values: Values, ground: EventGround) -> str:
    known = _target(values, ground).known
    number = known.current.number if known and known.stays else 0
    return STEPS[min(number, len(STEPS) - 1)]


def _target(values: Values, ground: EventGround) -> EventFile:
    return ground.assignment(str(values["id"]))


def _entries(family: str) -> Callable[[Values, EventGround], Iterator[Choice]]:
    """What is chosen from among the entries of an assignment."""

    def choices(values: Values, ground: EventGround) -> Iterator[Choice]:
        target = _target(values, ground)
        for name in target.ids(family):
            yield Choice(name, str(target.entry(family, name).get("title") or ""))

    return choices


def _named(kind: Named) -> Callable[[Values, EventGround], Iterator[Choice]]:
    """What is chosen from among all that the programme has of a kind."""
    return lambda _values, ground: starmap(Choice, names_of(kind, ground.portfolio).items())


def _of(key: str, *values: str) -> Callable[[Values, EventGround], Iterator[Choice]]:
    """What is chosen from among values of the format, each with its word, whose key has the value in it."""
    return lambda _values, _ground: (Choice(one, word=key.format(one)) for one in values)


_CHOICES: Mapping[str, Callable[[Values, EventGround], Iterator[Choice]]] = MappingProxyType(
    {
        "id": _assignments,
        "ids": _assignments,
        "step": _of("step.{}", *STEPS),
        "benefit": _entries("benefits"),
        "item": _entries("roadmap"),
        "based_on": _entries("trials"),
        "document": _named("document"),
        "goal": _named("goal"),
        "department": _named("department"),
        "kind": _of("kind.{}", *get_args(Kind)),
        "expects_kind": _of("kind.{}", *get_args(Kind)),
        "outcome": _of("outcome.{}", *get_args(Outcome)),
        "rule": _of("rule.{}", *GAPS),
        "declare.what": _of("key.{}s", *DECLARED),
        "new.id": lambda _values, _ground: iter(()),
        "trial.trial": _entries("trials"),
    }
)
"""What is chosen from, by the names of the events' fields, those of one command before those of all."""

_MAYBE_NEW = frozenset({("trial", "trial"), ("benefit", "benefit"), ("plan", "item")})
"""The commands, each with its field, where something new may be named."""

_JUDGES: Mapping[str, Callable[[str, EventGround], None]] = MappingProxyType(
    {
        "new.id": free_id,
        "rename.new": free_id,
        "measure.value": _number,
        **dict.fromkeys(("baseline", "target", "amount", "per_unit", "per_year"), _number),
        **dict.fromkeys(("by", "from_", "to"), _period),
        "until": _day,
    }
)
"""What an answer has to be, by the names of the events' fields likewise."""
