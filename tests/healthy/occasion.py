"""What neglects are made of: where in a programme one has an occasion, and what a file says until then."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.healthy.programme import FIRST, LAST, Programme
from tests.healthy.record import Fact, Record
from tests.healthy.story import last_of

YEAR = timedelta(365)
WRITTEN = timedelta(45)
"""How long people may take to write down what has happened."""

EARLIEST, LATEST = FIRST + YEAR, LAST - timedelta(31)

Case = tuple[Record, date]
"""A file as the neglect leaves it, and when it is due to be told."""


@dataclass(frozen=True)
class Neglect:
    """A programme in which one thing is neglected.

    Attributes:
        programme: all files, those that the neglect changes among them.
        subject: whom staircase should tell of.
        due: from when on it should: what the neglect is has happened, and the time that people get is over.
    """

    programme: Programme
    subject: str
    due: date


Whole = Callable[[Programme, int], Neglect | None]
"""A neglect that is about more than one assignment."""


def with_records(healthy: Programme, *records: Record) -> Programme:
    return replace(healthy, assignments=healthy.assignments | {record.id: record for record in records})


def with_settings(healthy: Programme, rule: str) -> Programme:
    """The programme turns on what is off by itself, and three years are long for what takes two."""
    program = healthy.program
    if rule in ("benefit-late-baseline", "benefit-baseline-estimated", "enabling-enables-nothing"):
        program = program.plus(FIRST, ("rules", rule), "note")
    if rule == "benefit-not-followed-up":
        program = program.plus(FIRST, ("settings", "followup_days"), "300")
    return replace(healthy, program=program)


def key_of(fact: Fact) -> str:
    return fact.where[-1]


def entry_to(record: Record, step: str) -> date | None:
    return next((one.happened for one in record.at("journey") if entry_in(one)["step"] == step), None)


def entry_in(fact: Fact) -> dict[str, object]:
    assert isinstance(fact.value, dict)
    return fact.value


def start_of(record: Record) -> date:
    return record.facts[0].happened


def end_of(record: Record) -> date | None:
    return record.day_of("completed") or record.day_of("stopped")


def is_enabling(record: Record) -> bool:
    return bool(record.at("kind"))


def open_for_ever(record: Record, day: date) -> Record:
    """Nothing happens any more after a day, but people vouch for the file."""
    cut = record.without(lambda fact: fact.happened > day)
    while (day := day + timedelta(40)) < LAST:
        cut = cut.plus(day, ("reviewed",), day.isoformat())
    return cut


def asked_on(record: Record) -> date | None:
    entered, end = entry_to(record, "benefits"), end_of(record)
    return entered and min(entered + timedelta(91), end + WRITTEN + timedelta(1) if end else LAST) + WRITTEN


def without_key(value: object, key: str) -> object:
    return {name: part for name, part in value.items() if name != key} if isinstance(value, dict) else value


def benefits_of(record: Record) -> list[str]:
    return sorted({fact.where[1] for fact in record.at("benefits")})


def is_closed_by(record: Record, name: str, day: date) -> bool:
    closed = record.day_of("benefits", name, "closed")
    return closed is not None and closed <= day + timedelta(62)


def left_alone(record: Record, name: str, *keys: str) -> Record:
    """A benefit that nobody closes or decides anew, and of which some other facts are missing."""
    new_targets = record.at("benefits", name, "target")[1:]
    gone = {"closed", *keys}
    return record.without(
        lambda one: (
            one in new_targets or (one.where[:2] == ("benefits", name) and len(one.where) > 2 and key_of(one) in gone)
        )
    )


def items_of(record: Record) -> list[str]:
    return sorted({fact.where[1] for fact in record.at("roadmap")})


def span_of(record: Record, name: str) -> tuple[date, date]:
    item = entry_in(record.at("roadmap", name)[0])
    first, last = str(item["from"]), str(item["to"])
    return (
        date(int(first[:4]), 3 * int(first[-1]) - 2, 1),
        last_of(f"{last[:4]}-{3 * int(last[-1]):02}"),
    )
