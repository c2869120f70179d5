"""Neglects that are about a department, a goal, the programme, or more than one assignment."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tests.healthy.neglected_roadmaps import unstarted
from tests.healthy.occasion import (
    EARLIEST,
    WRITTEN,
    YEAR,
    Neglect,
    Whole,
    benefits_of,
    end_of,
    entry_in,
    is_closed_by,
    items_of,
    key_of,
    span_of,
    start_of,
    with_records,
    with_settings,
)
from tests.healthy.programme import DEPARTMENTS, LAST, Programme
from tests.healthy.record import Fact, Record


def _day(number: int) -> date:
    """One of the days on which a programme neglects something, spread over the two years."""
    return EARLIEST + timedelta(100 + 83 * number % 450)


def _program_plus(where: tuple[str, ...], value: Callable[[date], object], subject: str, after: int = 0) -> Whole:
    def neglect(healthy: Programme, number: int) -> Neglect:
        day = _day(number)
        program = healthy.program.plus(day, where, value(day))
        return Neglect(replace(healthy, program=program), subject, day + timedelta(after))

    return neglect


def _outside_mandate(healthy: Programme, number: int) -> Neglect:
    end = _day(number)
    after = min((one for one in healthy.assignments.values() if start_of(one) > end), key=start_of)
    program = healthy.program.changed("mandate", to=lambda _: {"from": "2024-01-01", "to": end.isoformat()})
    return Neglect(replace(healthy, program=program), after.id, after.facts[0].written)


def _blocked(healthy: Programme, number: int) -> Neglect | None:
    """Somebody builds on an assignment that was stopped."""
    stopped = [one for one in healthy.assignments.values() if (one.day_of("stopped") or LAST) < _day(number)]
    pairs = [
        (one, two)
        for one in stopped[-8:]
        for two in healthy.assignments.values()
        if two.at("trials")
        and not two.at("depends_on")
        and start_of(two) + 2 * WRITTEN < _day(number) < (end_of(two) or LAST)
    ]
    if not pairs:
        return None
    on, blocked = pairs[number % len(pairs)]
    return Neglect(
        with_records(healthy, blocked.plus(_day(number), ("depends_on",), [on.id])), blocked.id, _day(number)
    )


def _of(healthy: Programme, department: str) -> list[Record]:
    return [
        one
        for one in healthy.assignments.values()
        if one.at("department") and one.at("department")[0].value == department
    ]


def _lessons(record: Record) -> list[Fact]:
    return [fact for fact in record.at("trials") if "learned" in entry_in(fact)]


def _only_explores(healthy: Programme, number: int) -> Neglect:
    """A department whose assignments all end when they have tried, and that plans nothing."""
    department = DEPARTMENTS[number % len(DEPARTMENTS)]
    mine = [
        one.without(lambda fact: fact.where[0] in ("journey", "benefits", "live", "shown", "roadmap", "costs"))
        for one in _of(healthy, department)
    ]
    rounds = sorted(fact.happened for one in mine for fact in _lessons(one))
    worked = sorted(
        fact.happened
        for one in mine
        for fact in one.at("trials")
        if entry_in(fact).get("outcome") in ("worked", "mixed")
    )
    due = max(rounds[0] + YEAR, rounds[1], worked[0], EARLIEST) + WRITTEN
    return Neglect(with_records(healthy, *mine), department, due)


def _no_roadmap(healthy: Programme, number: int) -> Neglect:
    department = DEPARTMENTS[number % len(DEPARTMENTS)]
    mine = [
        one.without(lambda fact: fact.where[0] == "roadmap" or _part_is(fact, "roadmap", "embed"))
        for one in _of(healthy, department)
    ]
    rounds = sorted(fact.happened for one in mine for fact in _lessons(one))
    seen = min(
        max(min(one.happened for one in record.facts if key_of(one) == "measurements"), record.at("shown")[0].happened)
        for record in mine
        if record.at("shown")
    )
    return Neglect(with_records(healthy, *mine), department, max(rounds[1], seen) + timedelta(181) + WRITTEN)


def _part_is(fact: Fact, *steps: str) -> bool:
    return fact.where == ("journey",) and entry_in(fact)["step"] in steps


def _short_roadmap(healthy: Programme, number: int) -> Neglect | None:
    """A department that made its roadmap once and does not look further."""
    department = DEPARTMENTS[number % len(DEPARTMENTS)]
    hosts = [one for one in _of(healthy, department) if one.at("roadmap")]
    if not hosts:
        return None
    spans = {(one.id, name): span_of(one, name)[1] for one in hosts for name in items_of(one)}
    (host, only), last = min(spans.items(), key=lambda one: one[1])
    mine = [
        one.without(lambda fact, one=one: fact.where[0] == "roadmap" and (one.id, fact.where[1]) != (host, only))  # type: ignore[misc]
        for one in hosts
    ]
    due = last - timedelta(90)
    alone = next(unstarted(one, only) for one in mine if one.id == host)
    alone = alone.plus(due, ("roadmap", only, "started"), (due - timedelta(60)).isoformat())
    return Neglect(with_records(healthy, *mine, alone), department, due + timedelta(1))


def _over_capacity(healthy: Programme, number: int) -> Neglect:
    """Twelve are started at once that nobody has asked whether there is room for."""
    day = _day(number)
    more = [_small(f"more-{n}", day, f"Lead more {n}") for n in range(12)]
    return Neglect(with_records(healthy, *more), "program", day + timedelta(46))


def _small(name: str, day: date, lead: str) -> Record:
    about = {
        "title": name,
        "department": DEPARTMENTS[0],
        "lead": lead,
        "started": day.isoformat(),
        "together": ["a user"],
    }
    return Record(name, tuple(Fact(day, day, (key,), value) for key, value in about.items()))


def _lead_overloaded(healthy: Programme, number: int) -> Neglect:
    day = _day(number)
    mine = [
        one for one in healthy.assignments.values() if one.at("trials") and start_of(one) < day < (end_of(one) or LAST)
    ]
    moved = [one.plus(day, ("lead",), "Lead of all") for one in mine[-12:]]
    return Neglect(with_records(healthy, *moved), "program", day)


def _never_stops(healthy: Programme, _: int) -> Neglect:
    """What should be stopped is completed instead."""
    mine = [
        replace(
            one,
            facts=tuple(
                replace(fact, where=("completed",), value=fact.happened.isoformat())
                if fact.where == ("stopped",)
                else fact
                for fact in one.facts
            ),
        )
        for one in healthy.assignments.values()
    ]
    return Neglect(with_records(healthy, *mine), "program", EARLIEST)


def _enables_nothing(healthy: Programme, number: int) -> Neglect:
    day = _day(number)
    alone = Record(
        "alone",
        tuple(
            Fact(day, day, (key,), value)
            for key, value in {
                "title": "alone",
                "kind": "enabling",
                "lead": "Lead A",
                "started": day.isoformat(),
            }.items()
        ),
    )
    return Neglect(with_records(with_settings(healthy, "enabling-enables-nothing"), alone), "alone", day)


def _ignored(healthy: Programme, number: int) -> Neglect:
    return Neglect(replace(healthy, stray_files={"assignments/notes.txt": None}), "program", _day(number))


def _looks_shared(healthy: Programme, number: int) -> Neglect | None:
    """Two assignments write down one benefit, each as its own."""
    day = _day(number)
    measured = [
        (one, name)
        for one in healthy.assignments.values()
        for name in benefits_of(one)
        if start_of(one) < day < (end_of(one) or LAST) and not is_closed_by(one, name, LAST)
    ]
    pairs = [(one, two) for one in measured for two in measured if start_of(one[0]) < start_of(two[0])]
    if not pairs:
        return None
    (one, name), (two, twin) = pairs[7 * number % len(pairs)]
    for key in ("measure", "baseline"):
        same = one.at("benefits", name, key)[0].value
        two = two.changed("benefits", twin, key, to=lambda _, same=same: same)  # type: ignore[misc]
    due = max(
        fact.written for record, of in ((one, name), (two, twin)) for fact in record.at("benefits", of, "baseline")
    )
    return Neglect(with_records(healthy, two), two.id, max(due, day))


def _department_ended(healthy: Programme, number: int) -> Neglect:
    """A department is parted in two, and nobody says where what it has under way belongs."""
    day = _day(number)
    going = [
        one
        for one in healthy.assignments.values()
        if one.at("trials") and start_of(one) < day and (end_of(one) or LAST) > day + 2 * WRITTEN
    ]
    one = going[number % len(going)]
    name = one.at("department")[0].value
    heirs = [other for other in DEPARTMENTS if other != name][:2]
    program = healthy.program.plus(day, ("departments", str(name), "to"), day.isoformat())
    program = program.plus(day, ("departments", str(name), "became"), heirs)
    return Neglect(replace(healthy, program=program), one.id, day + timedelta(1))


OF_THE_WHOLE: Mapping[str, Whole] = {
    "journey-outside-mandate": _outside_mandate,
    "journey-blocked": _blocked,
    "department-untouched": _program_plus(
        ("departments", "harbour"), lambda _: {"name": "Harbour", "manager": "Director of harbour"}, "harbour"
    ),
    "department-only-explores": _only_explores,
    "department-ended": _department_ended,
    "department-no-roadmap": _no_roadmap,
    "department-short-roadmap": _short_roadmap,
    "program-over-capacity": _over_capacity,
    "program-lead-overloaded": _lead_overloaded,
    "program-goal-unserved": _program_plus(("goals", "less-carbon"), lambda _: {"title": "Less carbon"}, "less-carbon"),
    "program-never-stops": _never_stops,
    "benefit-looks-shared": _looks_shared,
    "enabling-enables-nothing": _enables_nothing,
    "file-ignored": _ignored,
}
