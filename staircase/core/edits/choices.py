"""What an event's missing values are chosen from, as far as the portfolio knows, and the likely one."""

from collections.abc import Callable, Iterator, Mapping
from itertools import starmap
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from staircase.core.choices import STEPS
from staircase.core.edits.files import free_id
from staircase.core.edits.ground import EventFile, EventGround, refuse
from staircase.core.edits.setting import DECLARED
from staircase.core.edits.values import new_id, number
from staircase.core.model.assignment import Kind, Outcome
from staircase.core.period import NoSuchDateError, NotADateError, parse_date, parse_period
from staircase.core.portfolio import Named, names_of
from staircase.core.rules.table import GAPS
from staircase.core.suggest import as_id, as_period
from staircase.core.term import Name

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
