"""A fact's date of which only the month is known: the day that it counts as, and when it contradicts another."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from staircase.core.model.assignment import Assignment
from staircase.core.period import Month
from staircase.words.speech import words
from tests.core.build import assessed, assignment, known_on, portfolio


def read(text: str) -> Assignment:
    loaded = portfolio(it=text)
    assert loaded.findings == ()
    return loaded.entries["it"].assignment


def errors(text: str, today: str = "2026-12-31") -> list[tuple[str, str]]:
    found = assessed(it=text, day="2026-12-31", today=today).findings
    return [(one.rule, one.reason) for one in found if one.rule in {"date-order", "date-in-future"}]


def day_of(fact: date | None) -> str:
    assert isinstance(fact, Month)
    assert fact.isoformat() == "2026-05"
    return fact.day_counted.isoformat()


def days(text: str) -> Iterator[str]:
    """Give the days that the months of a file count as, in the order of its keys."""
    it = read(text)
    for visit in it.journey:
        if isinstance(visit.entered, Month):
            yield day_of(visit.entered)
    for pause in it.pauses:
        yield from (day_of(day) for day in (pause.from_, pause.to) if isinstance(day, Month))
    for trial in it.trials:
        yield from (day_of(day) for day in (trial.started, trial.ended) if isinstance(day, Month))
    for benefit in it.benefits:
        if benefit.closed:
            yield day_of(benefit.closed.date)
    for item in it.roadmap:
        fates = (item.started, item.done, item.dropped.date if item.dropped else None)
        yield from (day_of(day) for day in fates if isinstance(day, Month))
    yield from (day_of(day) for day in (it.completed, it.stopped.date if it.stopped else None) if day)


@pytest.mark.parametrize(
    ("started", "rest", "counted"),
    [
        ("2026-04-30", "journey: [{step: explore, entered: 2026-05}]", ["2026-05-01"]),
        ("2026-05-12", "journey: [{step: explore, entered: 2026-05}]", ["2026-05-12"]),
        ("2026-05", "journey: [{step: explore, entered: 2026-05}]", ["2026-05-01"]),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-05-20}, {step: benefits, entered: 2026-05}]",
            ["2026-05-20"],
        ),
        (
            "2026-05-02",
            "journey: [{step: explore, entered: 2026-05}, {step: benefits, entered: 2026-05}]",
            ["2026-05-02", "2026-05-02"],
        ),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-05}, {step: benefits, entered: 2026-05-20}]",
            ["2026-05-01"],
        ),
        ("2026-05-12", "pauses: [{from: 2026-05, to: 2026-06-01}]", ["2026-05-12"]),
        ("2026-01-01", "pauses: [{from: 2026-05-12, to: 2026-05}]", ["2026-05-12"]),
        ("2026-05-12", "pauses: [{from: 2026-05, to: 2026-05}]", ["2026-05-12", "2026-05-12"]),
        ("2026-01-01", "pauses: [{from: 2026-04-30, to: 2026-05}]", ["2026-05-01"]),
        ("2026-05-12", "trials: [{id: a, title: A, started: 2026-05}]", ["2026-05-12"]),
        ("2026-01-01", "trials: [{id: a, title: A, started: 2026-05-12, ended: 2026-05}]", ["2026-05-12"]),
        ("2026-01-01", "trials: [{id: a, title: A, started: 2026-04-12, ended: 2026-05}]", ["2026-05-01"]),
        (
            "2026-01-01",
            "benefits: [{id: a, title: A, baseline: {value: 1, date: 2026-05-12}, closed: {date: 2026-05, why: x}}]",
            ["2026-05-12"],
        ),
        ("2026-05-12", "benefits: [{id: a, title: A, closed: {date: 2026-05, why: x}}]", ["2026-05-01"]),
        ("2026-01-01", "roadmap: [{id: a, title: A, started: 2026-05-12, done: 2026-05}]", ["2026-05-12"]),
        ("2026-01-01", "roadmap: [{id: a, title: A, started: 2026-05-12, dropped: {date: 2026-05}}]", ["2026-05-12"]),
        ("2026-05-12", "roadmap: [{id: a, title: A, done: 2026-05}]", ["2026-05-01"]),
        ("2026-05-12", "completed: 2026-05", ["2026-05-12"]),
        ("2026-04-12", "completed: 2026-05", ["2026-05-01"]),
        ("2026-01-01", "completed: 2026-05\njourney: [{step: explore, entered: 2026-05-20}]", ["2026-05-20"]),
        ("2026-01-01", "completed: 2026-05\npauses: [{from: 2026-04-20, to: 2026-05-21}]", ["2026-05-21"]),
        ("2026-01-01", "completed: 2026-05\npauses: [{from: 2026-05-21}]", ["2026-05-21"]),
        (
            "2026-01-01",
            "stopped: {date: 2026-05, why: x}\ntrials: [{id: a, title: A, started: 2026-01-02, ended: 2026-05-22}]",
            ["2026-05-22"],
        ),
    ],
)
def test_a_month_counts_as_its_first_day_or_as_the_day_in_it_that_it_must_follow(
    started: str, rest: str, counted: list[str]
) -> None:
    assert list(days(assignment(rest, started=started))) == counted


def test_what_follows_nothing_counts_as_its_first_day() -> None:
    it = read(
        assignment(
            """
            live: 2026-05
            shown: [{date: 2026-05}]
            benefits:
              - id: a
                title: A
                baseline: {value: 1, date: 2026-05}
                measurements: [{value: 2, date: 2026-05}]
                taken_home: [{from: 2026-05}]
            """,
            started="2026-05-12",
        )
    )
    [benefit] = it.benefits

    assert {
        day_of(day)
        for day in (
            it.live,
            it.shown[0].date,
            benefit.baseline.date if benefit.baseline else None,
            benefit.measurements[0].date,
            benefit.taken_home[0].from_,
        )
    } == {"2026-05-01"}


def test_a_month_is_equal_as_it_is_written_and_ordered_as_it_counts() -> None:
    first, twelfth = Month(2026, 5, 1), Month(2026, 5, 12)

    assert first == twelfth
    assert not first != twelfth  # noqa: SIM202 - a date has an answer of its own to this
    assert date(2026, 5, 1) != first
    assert first != date(2026, 5, 1)
    assert hash(first) == hash(twelfth)
    assert first not in {date(2026, 5, 1), Month(2026, 6, 1), Month(2025, 5, 1)}
    assert date(2026, 5, 11) < twelfth < date(2026, 5, 13)
    assert f"{twelfth}" == "2026-05"


def test_what_is_counted_from_a_month_is_a_day() -> None:
    month = Month(2026, 5, 12)

    counted = [month + timedelta(1), month - timedelta(1), date(2026, 5, 12) + (month - date(2026, 5, 12))]

    assert [(type(day), day.isoformat()) for day in counted] == [
        (date, "2026-05-13"),
        (date, "2026-05-11"),
        (date, "2026-05-12"),
    ]


@pytest.mark.parametrize(
    ("started", "rest", "expected"),
    [
        ("2026-06-01", "completed: 2026-05", ["before"]),
        ("2026-05-31", "completed: 2026-05", []),
        ("2026-06", "completed: 2026-05-31", ["before"]),
        ("2026-05", "completed: 2026-05-01", []),
        ("2026-05", "completed: 2026-05", []),
        ("2026-06", "completed: 2026-05", ["before"]),
        ("2026-06-01", "journey: [{step: explore, entered: 2026-05}]", ["before"]),
        ("2026-05-31", "journey: [{step: explore, entered: 2026-05}]", []),
        ("2026-01-01", "completed: 2026-05-01\njourney: [{step: explore, entered: 2026-05}]", []),
        ("2026-01-01", "completed: 2026-04-30\njourney: [{step: explore, entered: 2026-05}]", ["after-ending"]),
        ("2026-01-01", "completed: 2026-05\njourney: [{step: explore, entered: 2026-05-31}]", []),
        ("2026-01-01", "completed: 2026-05\njourney: [{step: explore, entered: 2026-06-01}]", ["after-ending"]),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-05-30}, {step: benefits, entered: 2026-05}]",
            [],
        ),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-05-31}, {step: benefits, entered: 2026-05}]",
            ["visit-not-after"],
        ),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-06-01}, {step: benefits, entered: 2026-05}]",
            ["visit-not-after"],
        ),
        ("2026-01-01", "journey: [{step: explore, entered: 2026-05}, {step: benefits, entered: 2026-05-02}]", []),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-05}, {step: benefits, entered: 2026-05-01}]",
            ["visit-not-after"],
        ),
        ("2026-01-01", "journey: [{step: explore, entered: 2026-05}, {step: benefits, entered: 2026-05}]", []),
        (
            "2026-01-01",
            "journey: [{step: explore, entered: 2026-05}, {step: benefits, entered: 2026-04-30}]",
            ["visit-not-after"],
        ),
        ("2026-01-01", "trials: [{id: a, title: A, started: 2026-06-01, ended: 2026-05}]", ["before"]),
        ("2026-01-01", "trials: [{id: a, title: A, started: 2026-05-31, ended: 2026-05}]", []),
        ("2026-01-01", "pauses: [{from: 2026-06-01, to: 2026-05}]", ["before"]),
        ("2026-01-01", "pauses: [{from: 2026-05-31, to: 2026-05}]", []),
        ("2026-01-01", "pauses: [{from: 2026-04-03, to: 2026-05-30}, {from: 2026-05}]", []),
        ("2026-01-01", "pauses: [{from: 2026-04-03, to: 2026-06-01}, {from: 2026-05}]", ["overlapping-pauses"]),
        ("2026-01-01", "pauses: [{from: 2026-04-03, to: 2026-05}, {from: 2026-05-01}]", []),
        ("2026-01-01", "pauses: [{from: 2026-04-03, to: 2026-05}, {from: 2026-04-30}]", ["overlapping-pauses"]),
        ("2026-01-01", "pauses: [{from: 2026-05-10, to: 2026-06-10}, {from: 2026-05, to: 2026-05-11}]", []),
        ("2026-01-01", "pauses: [{from: 2026-05-10, to: 2026-06-10}, {from: 2026-05, to: 2026-05}]", []),
        ("2026-01-01", "pauses: [{from: 2026-05}, {from: 2026-05}]", ["overlapping-pauses"]),
        (
            "2026-01-01",
            "benefits: [{id: a, title: A, measurements: [{value: 1, date: 2026-05}, {value: 2, date: 2026-05}]}]",
            ["measured-twice"],
        ),
        (
            "2026-01-01",
            "benefits: [{id: a, title: A, measurements: [{value: 1, date: 2026-05}, {value: 2, date: 2026-05-01}]}]",
            [],
        ),
    ],
)
def test_only_a_whole_month_is_out_of_order(started: str, rest: str, expected: list[str]) -> None:
    assert errors(assignment(rest, started=started)) == [("date-order", reason) for reason in expected]


def test_the_line_to_write_has_a_month_as_files_write_it() -> None:
    pauses = "pauses: [{from: 2026-02, to: 2026-06}, {from: 2026-04-03, to: 2026-05}]"
    found = assessed(
        a=assignment("completed: 2026-05", started="2026-06"),
        b=assignment("completed: 2026-05\njourney: [{step: explore, entered: 2026-07}]"),
        c=assignment(pauses),
        d=assignment("pauses: [{from: 2026-02, to: 2026-06}, {from: 2026-04-03}]"),
    ).findings

    assert [words("en").ask(one) for one in found if one.rule == "date-order"] == [
        "Write completed: 2026-06 or later, or an earlier day for started",
        "Write entered: 2026-05 or earlier, or a later day for completed",
        "Correct the dates, or write them as one pause: - {from: 2026-02, to: 2026-06}",
        "Correct the dates, or write them as one pause: - {from: 2026-02}",
    ]


@pytest.mark.parametrize(("today", "expected"), [("2026-11-29", [("date-in-future", "")]), ("2026-11-30", [])])
def test_only_a_whole_month_lies_ahead(today: str, expected: list[tuple[str, str]]) -> None:
    at_the_start = "journey: [{step: explore, entered: 2026-12}]"

    assert errors(assignment("completed: 2026-12"), today) == expected
    assert errors(assignment(at_the_start, started="2026-12-20"), today) == expected


@pytest.mark.parametrize(("day", "closed"), [("2026-05-09", False), ("2026-05-10", True), ("2026-05-11", False)])
def test_a_closing_follows_the_baseline_of_the_day(day: str, *, closed: bool) -> None:
    decided = (
        "benefits: [{id: a, title: A, closed: {date: 2026-05, why: x}, baseline: {value: 1, date: 2026-05-12}, "
        "was: [{until: 2026-05-10, baseline: {value: 2, date: 2026-05-10}}]}]"
    )

    assert known_on(day, assignment(decided)).benefits[0].closed is closed


@pytest.mark.parametrize(
    ("shown", "touched"),
    [
        ("[{date: 2026-05}]", "2026-05"),
        ("[{date: 2026-05}, {date: 2026-05-01}]", "2026-05-01"),
        ("[{date: 2026-05-01}, {date: 2026-05}]", "2026-05-01"),
        ("[{date: 2026-05}, {date: 2026-04-30}]", "2026-05"),
        ("[{date: 2026-05}, {date: 2026-05-02}]", "2026-05-02"),
    ],
)
def test_of_a_month_and_a_day_that_count_as_one_the_day_is_known_better(shown: str, touched: str) -> None:
    assert str(known_on("2026-12-31", assignment(f"shown: {shown}")).last_touched) == touched
