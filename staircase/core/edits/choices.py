"""What an event's missing values are chosen from, as far as the portfolio knows, and the likely one."""

from collections.abc import Callable, Iterator, Mapping
from itertools import starmap
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from staircase.core.choices import STEPS
from staircase.core.edits.ground import EventFile, EventGround
from staircase.core.edits.program import DECLARED
from staircase.core.model.assignment import Kind, Outcome
from staircase.core.portfolio import Named, names_of
from staircase.core.rules.table import GAPS

Values = Mapping[str, Any]
"""An event's values so far, by the names of its fields."""


class Choice(NamedTuple):
    """Something to choose: its value, and what it is called."""

    value: str
    label: str = ""


class Question(NamedTuple):
    """What to ask for a value: the choices (any text goes where there are none), and the likely answer.

    ``may_be_open``: whether it may be left without an answer.
    """

    choices: tuple[Choice, ...] = ()
    default: str = ""
    may_be_open: bool = False


def question_for(
    name: str, values: Values, ground: EventGround, *, command: str = "", may_be_open: bool = False
) -> Question:
    """What to ask for a value of a command's event, by the name of its field."""
    make = _CHOICES.get(f"{command}.{name}") or _CHOICES.get(name)
    choices = tuple(make(values, ground)) if make else ()
    if name == "step":
        return Question(choices, _next_step(values, ground), may_be_open)
    return Question(choices, choices[0].value if len(choices) == 1 and not may_be_open else "", may_be_open)


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


def _of(*words: str) -> Callable[[Values, EventGround], Iterator[Choice]]:
    return lambda _values, _ground: map(Choice, words)


_CHOICES: Mapping[str, Callable[[Values, EventGround], Iterator[Choice]]] = MappingProxyType(
    {
        "id": _assignments,
        "ids": _assignments,
        "step": _of(*STEPS),
        "benefit": _entries("benefits"),
        "item": _entries("roadmap"),
        "based_on": _entries("trials"),
        "document": _named("document"),
        "goal": _named("goal"),
        "department": _named("department"),
        "kind": _of(*get_args(Kind)),
        "expects_kind": _of(*get_args(Kind)),
        "outcome": _of(*get_args(Outcome)),
        "rule": _of(*GAPS),
        "declare.what": _of(*DECLARED),
        # where something new may be named
        "new.id": _of(),
        "benefit.benefit": _of(),
        "plan.item": _of(),
    }
)
"""What is chosen from, by the names of the events' fields, those of one command before those of all."""
