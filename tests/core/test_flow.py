"""Movement and time: how long on each step, what moved, what ended and how."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.flow import (
    Ending,
    FlowRow,
    LastYear,
    Move,
    at_once,
    days_in_step,
    days_running,
    ending,
    flow_rows,
    last_year,
    median_days,
    moves,
)
from staircase.core.known import Known
from staircase.core.period import Per
from tests.core.build import assignment, known_on, portfolio

DAY = date(2026, 6, 30)


def known(rest: str = "", *, day: str = "2026-06-30", **keys: str) -> Known:
    return known_on(day, assignment(rest, **keys))


def journey(*visits: str) -> str:
    steps = (visit.split(" ") for visit in visits)
    return "journey:\n" + "".join(f"- {{step: {step}, entered: {day}}}\n" for step, day in steps)


def enabling(rest: str = "", *, started: str = "2026-01-01") -> Known:
    return known(rest, kind="enabling", department="", together="", started=started)


STOPPED = "stopped: {date: 2026-06-01, why: no need}\n"
TAUGHT = "stopped: {date: 2026-06-01, why: no need, learned: a lot}\n"
TRIED = "trials: [{id: a, title: A, started: 2026-02-01, ended: 2026-03-01, learned: a lot}]\n"
DULL = "trials: [{id: a, title: A, started: 2026-02-01, ended: 2026-03-01}]\n"


@pytest.mark.parametrize(
    ("rest", "how"),
    [
        pytest.param("", None, id="open"),
        pytest.param("completed: 2026-06-30", Ending.COMPLETED, id="completed on the day"),
        pytest.param("completed: 2026-07-01", None, id="completed the day after"),
        pytest.param(STOPPED, Ending.STOPPED, id="stopped without a word"),
        pytest.param(STOPPED + DULL, Ending.STOPPED, id="stopped with trials that taught nothing"),
        pytest.param(TAUGHT, Ending.LEARNED, id="stopped with a lesson"),
        pytest.param(STOPPED + TRIED, Ending.LEARNED, id="stopped with a trial's lesson"),
    ],
)
def test_an_ending_is_completed_learned_or_stopped(rest: str, how: Ending | None) -> None:
    assert ending(known(rest)) is how


def test_the_open_ones_are_the_staircase_s_active_and_paused() -> None:
    counted = [
        known(),
        known("pauses: [{from: 2026-06-01}]"),
        known("completed: 2026-06-01"),
        known(STOPPED),
        known(started="2026-07-01"),
        enabling(),
    ]

    assert at_once(counted) == 2


def test_the_last_year_reaches_365_days_back_and_no_further() -> None:
    counted = [
        known("completed: 2025-06-30", started="2025-06-30"),
        known("completed: 2025-07-01", started="2025-06-30"),
        known("stopped: {date: 2026-06-30, why: no need}", started="2025-07-01"),
        known(TAUGHT, started="2026-01-01"),
        known(started="2026-06-30"),
        known(started="2026-07-01"),
        enabling("completed: 2026-06-01"),
    ]

    year = last_year(counted, DAY)

    assert year == LastYear(started=3, completed=1, learned=1, stopped=1)
    assert (year.ended, year.stop_rate) == (3, Fraction(2, 3))


def test_without_endings_there_is_no_stop_rate() -> None:
    assert last_year([known()], DAY).stop_rate is None


def test_moves_go_forward_jump_and_return() -> None:
    visited = known(
        journey(
            "explore 2026-01-01",
            "benefits 2026-02-01",
            "explore 2026-03-01",
            "roadmap 2026-04-01",
            "embed 2026-05-01",
            "explore 2026-06-01",
            "embed 2026-07-01",
        )
    )

    assert list(moves(visited)) == [
        (date(2026, 2, 1), Move.FORWARD),
        (date(2026, 3, 1), Move.RETURN),
        (date(2026, 4, 1), Move.JUMP),
        (date(2026, 5, 1), Move.FORWARD),
        (date(2026, 6, 1), Move.RETURN),
    ]


def test_the_time_before_the_first_visit_is_on_explore_and_a_move_from_there_counts() -> None:
    assert list(moves(known(journey("benefits 2026-02-01")))) == [(date(2026, 2, 1), Move.FORWARD)]


def test_days_running_end_with_the_assignment() -> None:
    running, ended = known(started="2026-06-01"), known("completed: 2026-06-15", started="2026-06-01")

    assert (days_running(running, DAY), days_running(ended, DAY)) == (29, 14)


@pytest.mark.parametrize(
    ("pauses", "days"),
    [
        pytest.param("", 29, id="no pause"),
        pytest.param("{from: 2026-06-10, to: 2026-06-12}", 27, id="a pause's last day is worked"),
        pytest.param("{from: 2026-06-20}", 19, id="a pause that goes on"),
        pytest.param("{from: 2026-05-01, to: 2026-06-02}", 28, id="a pause from before the visit"),
        pytest.param("{from: 2026-05-01, to: 2026-05-20}", 29, id="a pause on the step before"),
        pytest.param("{from: 2026-06-25, to: 2026-08-01}", 24, id="a pause beyond the day"),
        pytest.param("{from: 2026-07-05}", 29, id="a pause to come"),
        pytest.param(
            "{from: 2026-06-05, to: 2026-06-15}, {from: 2026-06-10, to: 2026-06-20}", 14, id="two that overlap"
        ),
        pytest.param("{from: 2026-06-05, to: 2026-06-20}, {from: 2026-06-08, to: 2026-06-10}", 14, id="one in another"),
    ],
)
def test_days_in_the_step_are_those_of_the_visit_less_its_pauses(pauses: str, days: int) -> None:
    visited = known(journey("explore 2026-01-01", "benefits 2026-06-01") + f"pauses: [{pauses}]")

    assert days_in_step(visited, DAY) == days


def test_the_median_counts_those_that_left_a_step_for_good_or_ended() -> None:
    counted = [
        known(journey("explore 2026-01-01", "benefits 2026-01-11"), started="2026-01-01"),
        known(journey("explore 2026-01-01", "benefits 2026-01-21", "explore 2026-01-31") + "completed: 2026-02-05"),
        known(journey("explore 2026-01-01", "benefits 2026-01-05", "explore 2026-02-01")),
        known(),
        enabling("completed: 2026-06-01"),
    ]

    medians = median_days(counted, DAY)

    assert medians == {"explore": Fraction(35, 2), "benefits": Fraction(37, 2), "roadmap": None, "embed": None}


def test_the_median_of_an_odd_count_is_the_middle_one() -> None:
    counted = [known(f"completed: 2026-01-{day}") for day in ("02", "11", "31")]

    assert median_days(counted, DAY)["explore"] == 10


def test_paused_days_are_part_of_the_time_in_a_step() -> None:
    paused = known(
        "pauses: [{from: 2026-01-05, to: 2026-01-20}]\n" + journey("explore 2026-01-01", "benefits 2026-02-01")
    )

    assert median_days([paused], DAY)["explore"] == 31


def on(explore: int = 0, benefits: int = 0, roadmap: int = 0, embed: int = 0) -> dict[str, int]:
    return {"explore": explore, "benefits": benefits, "roadmap": roadmap, "embed": embed}


def rows(per: Per, day: str, **texts: str) -> list[tuple[str, tuple[int, ...], dict[str, int]]]:
    assignments = portfolio(**texts).known_on(date.fromisoformat(day)).values()
    return [told(row) for row in flow_rows(assignments, date.fromisoformat(day), per)]


def told(row: FlowRow) -> tuple[str, tuple[int, ...], dict[str, int]]:
    happened = (row.started, row.completed, row.learned, row.stopped, row.forward, row.jumps, row.returns)
    return row.period.text, happened, {str(step): count for step, count in row.standing.items()}


FLOW = {
    "one": assignment(
        journey("explore 2025-12-31", "benefits 2026-03-31", "embed 2026-04-01", "benefits 2026-06-30"),
        started="2025-12-31",
    ),
    "two": assignment("completed: 2026-03-31", started="2026-01-01"),
    "three": assignment(TAUGHT, started="2026-02-01"),
    "four": assignment("stopped: {date: 2026-07-02, why: no need}", started="2026-05-01"),
    "later": assignment(started="2026-09-01"),
    "enabling": assignment(kind="enabling", department="", together="", started="2024-01-01"),
}


def test_each_quarter_tells_what_happened_in_it_and_who_stood_where_at_its_end() -> None:
    assert rows("quarter", "2026-07-01", **FLOW) == [
        ("2025-Q4", (1, 0, 0, 0, 0, 0, 0), on(explore=1)),
        ("2026-Q1", (2, 1, 0, 0, 1, 0, 0), on(explore=1, benefits=1)),
        ("2026-Q2", (1, 0, 1, 0, 0, 1, 1), on(explore=1, benefits=1)),
        ("2026-Q3", (0, 0, 0, 0, 0, 0, 0), on(explore=1, benefits=1)),
    ]


def test_the_last_quarter_stands_on_the_day_not_on_its_end() -> None:
    assert rows("quarter", "2026-05-15", **FLOW)[-1] == (
        "2026-Q2",
        (1, 0, 0, 0, 0, 1, 0),
        on(explore=2, embed=1),
    )


def test_months_are_told_likewise() -> None:
    assert rows("month", "2026-07-02", four=FLOW["four"]) == [
        ("2026-05", (1, 0, 0, 0, 0, 0, 0), on(explore=1)),
        ("2026-06", (0, 0, 0, 0, 0, 0, 0), on(explore=1)),
        ("2026-07", (0, 0, 0, 1, 0, 0, 0), on()),
    ]


def test_before_the_first_start_there_is_no_flow() -> None:
    assert rows("quarter", "2025-12-30", **FLOW) == []


def test_dates_out_of_order_cost_the_file_an_error_and_the_flow_nothing() -> None:
    torn = assignment(
        journey("explore 2026-05-01", "roadmap 2026-02-01", "benefits 2026-01-15") + "completed: 2026-01-05",
        started="2026-01-10",
    )

    assert [period for period, _, _ in rows("month", "2026-03-01", torn=torn)] == ["2026-01", "2026-02", "2026-03"]


def test_visits_written_out_of_order_still_put_an_assignment_on_one_step_at_a_time() -> None:
    askew = assignment(journey("benefits 2026-04-24", "roadmap 2026-02-25"), started="2026-01-10")

    found = rows("month", "2026-05-01", askew=askew)

    assert [standing for _, _, standing in found] == [
        on(explore=1),
        on(roadmap=1),
        on(roadmap=1),
        on(roadmap=1),
        on(roadmap=1),
    ]
