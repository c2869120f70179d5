from datetime import date

import pytest

from staircase.core.choices import State
from staircase.core.known import Stay
from tests.core.build import FULL, assignment, known_on


@pytest.mark.parametrize(
    ("rest", "day", "state"),
    [
        ("", "2025-12-31", State.PLANNED),
        ("", "2026-01-01", State.ACTIVE),
        ("completed: 2026-05-01", "2026-04-30", State.ACTIVE),
        ("completed: 2026-05-01", "2026-05-01", State.COMPLETED),
        ("completed: 2026-05-01", "2025-12-31", State.PLANNED),
        ("stopped: {date: 2026-05-01, why: x}", "2026-04-30", State.ACTIVE),
        ("stopped: {date: 2026-05-01, why: x}", "2026-05-01", State.STOPPED),
        ("pauses: [{from: 2026-02-01, to: 2026-02-10}]", "2026-01-31", State.ACTIVE),
        ("pauses: [{from: 2026-02-01, to: 2026-02-10}]", "2026-02-01", State.PAUSED),
        ("pauses: [{from: 2026-02-01, to: 2026-02-10}]", "2026-02-09", State.PAUSED),
        ("pauses: [{from: 2026-02-01, to: 2026-02-10}]", "2026-02-10", State.ACTIVE),
        ("pauses: [{from: 2026-02-01}]", "2099-01-01", State.PAUSED),
        ("pauses: [{from: 2026-02-01, to: 2026-02-01}]", "2026-02-01", State.ACTIVE),
        ("pauses: [{from: 2026-02-01}]\ncompleted: 2026-03-01", "2026-03-01", State.COMPLETED),
        ("pauses: [{from: 2026-02-01}]", "2025-12-31", State.PLANNED),
    ],
)
def test_the_state_follows_from_the_dates_known_on_the_day(rest: str, day: str, state: State) -> None:
    assert known_on(day, assignment(rest)).state is state


@pytest.mark.parametrize(
    ("state", "is_open", "counts", "has_started"),
    [
        (State.PLANNED, False, False, False),
        (State.ACTIVE, True, True, True),
        (State.PAUSED, True, True, True),
        (State.COMPLETED, False, True, True),
        (State.STOPPED, False, False, True),
    ],
)
def test_open_is_active_or_paused_and_completed_ones_count_too(
    state: State, *, is_open: bool, counts: bool, has_started: bool
) -> None:
    texts = {
        State.PLANNED: assignment(started="2027-01-01"),
        State.ACTIVE: assignment(),
        State.PAUSED: assignment("pauses: [{from: 2026-02-01}]"),
        State.COMPLETED: assignment("completed: 2026-02-01"),
        State.STOPPED: assignment("stopped: {date: 2026-02-01, why: x}"),
    }

    known = known_on("2026-06-30", texts[state])

    assert (known.state, known.is_open, known.counts, known.has_started) == (state, is_open, counts, has_started)


@pytest.mark.parametrize(
    ("rest", "ended"),
    [
        ("", None),
        ("completed: 2026-05-01", date(2026, 5, 1)),
        ("stopped: {date: 2026-05-02, why: x}", date(2026, 5, 2)),
        ("completed: 2026-07-01", None),
    ],
)
def test_an_ending_is_known_when_it_has_come(rest: str, ended: date | None) -> None:
    assert known_on("2026-06-30", assignment(rest)).ended == ended


@pytest.mark.parametrize(
    ("pauses", "pause"),
    [
        ("[]", None),
        ("[{from: 2026-02-01, to: 2026-03-01}, {from: 2026-06-01}]", 1),
        ("[{from: 2026-06-02}, {from: 2026-06-01}]", 1),
        ("[{from: 2026-06-30}]", 0),
        ("[{from: 2026-07-01}]", None),
    ],
)
def test_the_pause_that_covers_the_day_is_the_earliest_of_them(pauses: str, pause: int | None) -> None:
    assert known_on("2026-06-30", assignment(f"pauses: {pauses}")).pause == pause


def test_an_assignment_that_ended_while_paused_is_not_paused() -> None:
    known = known_on("2026-06-30", assignment("pauses: [{from: 2026-02-01}]\ncompleted: 2026-03-01"))

    assert (known.pause, known.is_open) == (None, False)


# the journey


ROUND_TRIP = (
    "[{step: explore, entered: 2026-01-09}, {step: roadmap, entered: 2026-02-01}, {step: explore, entered: 2026-03-01}]"
)


def stays(day: str, journey: str, **keys: str) -> list[tuple[str, str, str | None, tuple[str | int, ...]]]:
    """Give step, first day, day of leaving, and place."""
    found = known_on(day, assignment(f"journey: {journey}", **keys)).stays
    return [(s.step, s.entered.isoformat(), s.left.isoformat() if s.left else None, s.place) for s in found]


@pytest.mark.parametrize(
    ("journey", "expected"),
    [
        ("[]", [("explore", "2026-01-01", None, ("started",))]),
        ("[{step: explore, entered: 2026-01-01}]", [("explore", "2026-01-01", None, ("journey", 0))]),
        ("[{step: explore, entered: 2026-01-09}]", [("explore", "2026-01-01", None, ("journey", 0))]),
        ("[{step: benefits, entered: 2026-01-01}]", [("benefits", "2026-01-01", None, ("journey", 0))]),
        (
            "[{step: benefits, entered: 2026-01-02}]",
            [("explore", "2026-01-01", "2026-01-02", ("started",)), ("benefits", "2026-01-02", None, ("journey", 0))],
        ),
        (
            ROUND_TRIP,
            [
                ("explore", "2026-01-01", "2026-02-01", ("journey", 0)),
                ("roadmap", "2026-02-01", "2026-03-01", ("journey", 1)),
                ("explore", "2026-03-01", None, ("journey", 2)),
            ],
        ),
        (
            "[{step: benefits, entered: 2026-02-01}, {step: benefits, entered: 2026-03-01}]",
            [("explore", "2026-01-01", "2026-02-01", ("started",)), ("benefits", "2026-02-01", None, ("journey", 0))],
        ),
        ("[{step: embed, entered: 2026-07-01}]", [("explore", "2026-01-01", None, ("started",))]),
    ],
)
def test_until_the_first_visit_it_is_on_explore_and_a_visit_lasts_to_the_next_one(
    journey: str, expected: list[tuple[str, str, str | None, tuple[str | int, ...]]]
) -> None:
    assert stays("2026-06-30", journey) == expected


@pytest.mark.parametrize(
    ("day", "step"), [("2026-03-09", "explore"), ("2026-03-10", "benefits"), ("2026-03-11", "benefits")]
)
def test_a_visit_is_known_from_its_day(day: str, step: str) -> None:
    assert known_on(day, FULL).current.step == step


def test_steps_are_numbered_from_the_lowest() -> None:
    places = [Stay(step, date(2026, 1, 1), None, ()) for step in ("explore", "benefits", "roadmap", "embed")]

    assert [stay.number for stay in places] == [1, 2, 3, 4]


def test_planned_and_enabling_assignments_stand_on_no_step() -> None:
    enabling = known_on("2026-06-30", assignment(kind="enabling"))

    assert (enabling.stays, enabling.climbs) == ((), False)
    assert known_on("2025-12-31", assignment()).stays == ()
    assert known_on("2025-12-31", assignment()).climbs


def test_an_ended_assignment_still_stands_where_it_ended() -> None:
    known = known_on(
        "2026-06-30", assignment("journey: [{step: benefits, entered: 2026-02-01}]\ncompleted: 2026-03-01")
    )

    assert known.current == Stay("benefits", date(2026, 2, 1), None, ("journey", 0))


@pytest.mark.parametrize(("day", "state"), [("2026-05-19", State.ACTIVE), ("2026-05-20", State.COMPLETED)])
def test_a_month_as_the_end_counts_from_the_latest_of_what_lies_in_it(day: str, state: State) -> None:
    visits = "journey: [{step: benefits, entered: 2026-05-10}, {step: roadmap, entered: 2026-05-20}]\n"

    assert known_on(day, assignment(visits + "completed: 2026-05\n")).state is state
