from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.choices import State
from staircase.core.known import ItemState, Known
from tests.core.build import FULL, assignment, known_on, portfolio


@pytest.mark.parametrize(
    ("day", "trials", "rounds"),
    [
        ("2026-01-09", [], 0),
        ("2026-01-10", [(0, None, False)], 0),
        ("2026-02-09", [(0, None, False)], 0),
        ("2026-02-10", [(0, date(2026, 2, 10), True)], 1),
        ("2026-02-20", [(0, date(2026, 2, 10), True), (1, None, False)], 1),
        ("2026-03-01", [(0, date(2026, 2, 10), True), (1, date(2026, 3, 1), False)], 1),
    ],
)
def test_a_round_is_a_trial_that_has_ended_with_a_lesson(
    day: str, trials: list[tuple[int, date | None, bool]], rounds: int
) -> None:
    known = known_on(day, FULL)

    assert [(trial.number, trial.ended, trial.is_round) for trial in known.trials] == trials
    assert known.rounds == rounds


def test_a_lesson_without_an_ending_is_no_round() -> None:
    known = known_on("2026-06-30", assignment("trials: [{id: a, title: A, started: 2026-01-01, learned: x}]"))

    assert known.rounds == 0


@pytest.mark.parametrize(
    ("day", "has_baseline", "latest", "taken_home"),
    [
        ("2026-01-19", False, None, 0),
        ("2026-01-20", True, None, 0),  # measured on the baseline's day is history
        ("2026-04-19", True, None, 0),
        ("2026-04-20", True, 1, 0),
        ("2026-05-01", True, 1, 1),
        ("2026-05-19", True, 1, 1),
        ("2026-05-20", True, 0, 1),
        ("2026-06-01", True, 0, 2),
    ],
)
def test_of_a_benefit_the_latest_measurement_after_the_baseline_counts(
    day: str, *, has_baseline: bool, latest: int | None, taken_home: int
) -> None:
    (benefit,) = known_on(day, FULL).benefits

    assert ((benefit.baseline is not None), benefit.latest, len(benefit.taken_home)) == (
        has_baseline,
        latest,
        taken_home,
    )
    assert benefit.measurement == (None if latest is None else benefit.benefit.measurements[latest])
    assert (benefit.number, benefit.place) == (0, ("benefits", 0))


@pytest.mark.parametrize(
    ("day", "values"),
    [("2026-01-20", []), ("2026-04-20", [1]), ("2026-05-19", [1]), ("2026-05-20", [1, 0]), ("2026-06-30", [1, 0])],
)
def test_the_measurements_of_a_benefit_come_by_their_days_from_the_baseline_on(day: str, values: list[int]) -> None:
    (benefit,) = known_on(day, FULL).benefits

    assert list(benefit.measured) == [benefit.benefit.measurements[value] for value in values]


def test_a_benefit_is_closed_from_the_day_that_says_so() -> None:
    closed = assignment("benefits: [{id: a, title: A, closed: {date: 2026-05-02, why: all have it}}]")

    days = {
        day: (known_on(day, closed).benefits[0].closed, known_on(day, closed).last_touched)
        for day in ("2026-05-01", "2026-05-02")
    }

    assert days == {"2026-05-01": (False, date(2026, 1, 1)), "2026-05-02": (True, date(2026, 5, 2))}


def test_without_a_known_baseline_every_known_measurement_counts() -> None:
    later = (
        "benefits: [{id: a, title: A, baseline: {value: 1, date: 2026-05-01},"
        " measurements: [{value: 2, date: 2026-02-01}]}]"
    )

    assert known_on("2026-04-30", assignment(later)).benefits[0].latest == 0
    assert known_on("2026-05-01", assignment(later)).benefits[0].latest is None


@pytest.mark.parametrize("lacking", ["", "owner", "target", "baseline", "measurements"])
def test_a_benefit_is_proven_by_owner_baseline_target_and_measurement(lacking: str) -> None:
    lines = {
        "owner": "owner: O",
        "target": "target: {value: 5}",
        "baseline": "baseline: {value: 9, date: 2026-01-20}",
        "measurements": "measurements: [{value: 7, date: 2026-04-20}]",
    }
    parts = ", ".join(line for key, line in lines.items() if key != lacking)

    known = known_on("2026-06-30", assignment(f"benefits: [{{id: a, title: A, {parts}}}]"))

    assert known.benefits[0].is_proven == (lacking == "")


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2026-05-20", ()),
        ("2026-05-21", (date(2026, 5, 21),)),
        ("2026-05-25", (date(2026, 5, 25), date(2026, 5, 21))),
    ],
)
def test_a_showing_is_known_from_its_day(day: str, shown: tuple[date, ...]) -> None:
    assert known_on(day, FULL).shown == shown


@pytest.mark.parametrize(
    ("day", "touched"),
    [
        ("2026-01-01", "2026-01-01"),
        ("2026-01-10", "2026-01-10"),  # a trial's start
        ("2026-01-20", "2026-01-20"),  # a baseline
        ("2026-02-10", "2026-02-10"),  # a trial's end
        ("2026-03-10", "2026-03-10"),  # a visit
        ("2026-04-19", "2026-03-10"),  # a pause is written ahead
        ("2026-04-20", "2026-04-20"),  # a measurement
        ("2026-05-19", "2026-04-20"),  # so is what was taken home
        ("2026-05-21", "2026-05-21"),  # a showing
        ("2026-06-02", "2026-06-02"),  # an item's start
        ("2026-06-04", "2026-06-04"),  # its end
        ("2026-06-20", "2026-06-20"),  # a review
        ("2026-06-24", "2026-06-20"),
        ("2026-06-25", "2026-06-25"),  # the ending
        ("2027-01-01", "2026-06-25"),
    ],
)
def test_the_latest_known_fact_touches_the_assignment(day: str, touched: str) -> None:
    assert known_on(day, FULL).last_touched == date.fromisoformat(touched)


@pytest.mark.parametrize(
    ("rest", "touched"),
    [
        ("live: 2026-02-01", "2026-01-01"),
        ("stopped: {date: 2026-02-01, why: x}", "2026-02-01"),
        ("roadmap: [{id: a, title: A, dropped: {date: 2026-02-01}}]", "2026-02-01"),
        ("roadmap: [{id: a, title: A, became: it, started: 2026-02-01}]", "2026-02-01"),
        ("accepted: [{rule: journey-stale, until: 2026-02-01, why: x}]", "2026-01-01"),
    ],
)
def test_what_is_written_ahead_does_not_touch(rest: str, touched: str) -> None:
    assert known_on("2026-06-30", assignment(rest)).last_touched == date.fromisoformat(touched)


def test_a_planned_assignment_is_touched_by_a_review_only() -> None:
    assert known_on("2025-12-31", assignment()).last_touched is None
    assert known_on("2025-12-31", assignment("reviewed: 2025-12-01")).last_touched == date(2025, 12, 1)


def counted(known: Known) -> tuple[int, ...]:
    """Count the facts that are known."""
    return (
        len(known.stays),
        len(known.trials),
        known.rounds,
        sum(benefit.baseline is not None for benefit in known.benefits),
        sum(len(benefit.taken_home) for benefit in known.benefits),
        len(known.shown),
        int(known.has_started),
        int(known.ended is not None),
        sum(item.state in {ItemState.STARTED, ItemState.DONE} for item in known.items),
        sum(item.state is ItemState.DONE for item in known.items),
        (known.last_touched or date.min).toordinal(),
    )


@given(st.integers(-10, 250), st.integers(0, 250))
def test_a_later_day_never_forgets_a_fact(start: int, later: int) -> None:
    read, day = portfolio(it=FULL), date(2026, 1, 1) + timedelta(start)

    before, after = (counted(read.known_on(each)["it"]) for each in (day, day + timedelta(later)))

    assert all(one <= other for one, other in zip(before, after, strict=True))


@given(st.integers(-10, 250), st.integers(1, 400))
def test_facts_after_the_day_change_nothing(start: int, ahead: int) -> None:
    day = date(2026, 1, 1) + timedelta(start)
    fact = max(day, date(2026, 6, 25)) + timedelta(ahead)
    later = FULL.replace("shown: [", f"shown: [{{date: {fact}}}, ").replace(
        "measurements: [", f"measurements: [{{value: 1, date: {fact}}}, "
    )

    one, other = (portfolio(it=text).known_on(day)["it"] for text in (FULL, later))

    assert counted(one) == counted(other)
    assert [benefit.measurement for benefit in one.benefits] == [benefit.measurement for benefit in other.benefits]


def test_every_readable_assignment_is_known_in_the_order_of_the_files() -> None:
    read = portfolio(b=assignment(title="B"), a=assignment(started="2027-01-01"), c="title: [")

    known = read.known_on(date(2026, 6, 30))

    assert [(name, one.id, one.path, one.state) for name, one in known.items()] == [
        ("b", "b", "assignments/b.yaml", State.ACTIVE),
        ("a", "a", "assignments/a.yaml", State.PLANNED),
    ]
