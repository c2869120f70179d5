from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.flow import days_in_step, days_running
from tests.core.build import assignment, known_on


def in_step(day: str, rest: str) -> int:
    """Give the days in the current step."""
    return days_in_step(known_on(day, assignment(rest)), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("rest", "day", "days"),
    [
        ("", "2026-01-01", 0),
        ("", "2026-01-02", 1),
        ("", "2026-05-01", 120),
        ("", "2026-05-02", 121),
        ("journey: [{step: explore, entered: 2026-01-01}]", "2026-01-31", 30),
        ("journey: [{step: explore, entered: 2026-01-20}]", "2026-01-31", 30),
        ("journey: [{step: benefits, entered: 2026-02-01}]", "2026-01-31", 30),
        ("journey: [{step: benefits, entered: 2026-02-01}]", "2026-02-01", 0),
        ("journey: [{step: benefits, entered: 2026-02-01}]", "2026-02-02", 1),
        ("journey: [{step: benefits, entered: 2026-02-01}, {step: explore, entered: 2026-03-01}]", "2026-03-11", 10),
        ("completed: 2026-01-11", "2026-06-30", 10),
        ("stopped: {date: 2026-01-11, why: x}", "2026-06-30", 10),
        ("completed: 2026-07-11", "2026-06-30", 180),
    ],
)
def test_days_in_step_are_those_of_the_current_visit_until_the_end_or_the_day(rest: str, day: str, days: int) -> None:
    assert in_step(day, rest) == days


@pytest.mark.parametrize(
    ("pauses", "days"),
    [
        ("{from: 2026-01-11, to: 2026-01-21}", 20),
        ("{from: 2026-01-11}", 10),
        ("{from: 2026-01-01}", 0),
        ("{from: 2026-01-30}", 29),
        ("{from: 2026-01-31}", 30),
        ("{from: 2026-02-05, to: 2026-02-06}", 30),
        ("{from: 2026-01-11, to: 2026-01-11}", 30),
        ("{from: 2026-01-21, to: 2026-03-01}", 20),  # its end is not known yet
        ("{from: 2026-01-11, to: 2026-01-21}, {from: 2026-01-21, to: 2026-01-26}", 15),
        ("{from: 2026-01-21, to: 2026-01-26}, {from: 2026-01-02, to: 2026-01-03}", 24),
    ],
)
def test_paused_days_are_no_days_in_step(pauses: str, days: int) -> None:
    assert in_step("2026-01-31", f"pauses: [{pauses}]") == days


@pytest.mark.parametrize(
    ("pauses", "days"),
    [
        ("{from: 2026-01-11, to: 2026-01-21}, {from: 2026-01-16, to: 2026-01-26}", 15),
        ("{from: 2026-01-11, to: 2026-01-26}, {from: 2026-01-16, to: 2026-01-21}", 15),
        ("{from: 2026-01-11}, {from: 2026-01-16}", 10),
        ("{from: 2026-01-11, to: 2026-01-21}, {from: 2026-01-11, to: 2026-01-21}", 20),
    ],
)
def test_a_day_that_two_pauses_cover_is_paused_once(pauses: str, days: int) -> None:
    assert in_step("2026-01-31", f"pauses: [{pauses}]") == days


@pytest.mark.parametrize(
    ("pauses", "days"),
    [
        ("{from: 2026-01-05, to: 2026-01-10}", 20),
        ("{from: 2026-01-05, to: 2026-01-11}", 20),
        ("{from: 2026-01-05, to: 2026-01-12}", 19),
        ("{from: 2026-01-05}", 0),
    ],
)
def test_pauses_before_the_visit_are_not_taken_from_it(pauses: str, days: int) -> None:
    assert in_step("2026-01-31", f"journey: [{{step: benefits, entered: 2026-01-11}}]\npauses: [{pauses}]") == days


def test_pauses_after_the_end_are_not_taken_from_the_last_visit() -> None:
    assert in_step("2026-06-30", "completed: 2026-01-31\npauses: [{from: 2026-01-21}]") == 20


DAYS = st.integers(0, 40)


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=4), DAYS, DAYS)
def test_days_in_step_agree_with_counting_day_by_day(
    pauses: list[tuple[int, int | None]], entered: int, day: int
) -> None:
    start = date(2026, 1, 1)
    written = "".join(
        f"  - {{from: {start + timedelta(from_)}, to: {'~' if to is None else start + timedelta(to)}}}\n"
        for from_, to in pauses
    )
    journey = f"journey: [{{step: benefits, entered: {start + timedelta(entered)}}}]\n"
    since = entered if entered <= day else 0

    days = in_step((start + timedelta(day)).isoformat(), journey + (f"pauses:\n{written}" if written else ""))

    paused = {one for one in range(since, day) for from_, to in pauses if from_ <= one and (to is None or one < to)}
    assert days == day - since - len(paused)


@pytest.mark.parametrize(
    ("rest", "day", "days"),
    [
        ("", "2026-01-01", 0),
        ("", "2026-01-31", 30),
        ("pauses: [{from: 2026-01-11}]", "2026-01-31", 30),
        ("completed: 2026-01-11", "2026-01-10", 9),
        ("completed: 2026-01-11", "2026-01-31", 10),
        ("stopped: {date: 2026-01-11, why: x}", "2026-01-31", 10),
        ("journey: [{step: embed, entered: 2026-01-21}]", "2026-01-31", 30),
    ],
)
def test_days_running_go_from_the_start_to_the_end_or_the_day_pauses_and_all(rest: str, day: str, days: int) -> None:
    assert days_running(known_on(day, assignment(rest)), date.fromisoformat(day)) == days
