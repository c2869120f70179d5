from datetime import date

import pytest

from staircase.core.known import ItemState
from tests.core.build import assignment, known_on


def item_on(day: str, item: str, rest: str = "", **others: str) -> tuple[ItemState, bool]:
    """Give a roadmap item's state, and whether it is live."""
    (item_,) = known_on(day, assignment(f"roadmap: [{{id: a, title: A, {item}}}]\n{rest}"), **others).items
    return item_.state, item_.live


@pytest.mark.parametrize(
    ("item", "state", "live"),
    [
        ("area: x", ItemState.IDEA, False),
        ("from: 2027", ItemState.PLANNED, True),
        ("started: 2026-06-30", ItemState.STARTED, True),
        ("from: 2027, started: 2026-07-01", ItemState.PLANNED, True),
        ("started: 2026-07-01", ItemState.IDEA, False),
        ("from: 2026, started: 2026-02-01, done: 2026-06-30", ItemState.DONE, False),
        ("from: 2026, started: 2026-02-01, done: 2026-07-01", ItemState.STARTED, True),
        ("from: 2026, dropped: {date: 2026-06-30}", ItemState.DROPPED, False),
        ("from: 2026, done: 2026-02-01, dropped: {date: 2026-06-30}", ItemState.DROPPED, False),
        ("from: 2026, dropped: {date: 2026-07-01}", ItemState.PLANNED, True),
    ],
)
def test_an_items_state_follows_from_the_dates_known_on_the_day(item: str, state: ItemState, *, live: bool) -> None:
    assert item_on("2026-06-30", item) == (state, live)


@pytest.mark.parametrize(
    ("heir", "day", "state"),
    [
        (assignment(started="2026-07-01"), "2026-06-30", ItemState.PLANNED),
        (assignment(started="2026-06-30"), "2026-06-30", ItemState.STARTED),
        (assignment("completed: 2026-06-30"), "2026-06-29", ItemState.STARTED),
        (assignment("completed: 2026-06-30"), "2026-06-30", ItemState.DONE),
        (assignment("stopped: {date: 2026-06-30, why: x}"), "2026-06-30", ItemState.DROPPED),
        (assignment("stopped: {date: 2026-06-30, why: x}"), "2026-06-29", ItemState.STARTED),
    ],
)
def test_an_item_that_became_an_assignment_shares_its_fate(heir: str, day: str, state: ItemState) -> None:
    live = state in {ItemState.PLANNED, ItemState.STARTED}

    assert item_on(day, "from: 2026, became: heir", heir=heir) == (state, live)
    assert item_on(day, "from: 2026, started: 2026-01-02, done: 2026-01-03, became: heir", heir=heir) == (state, live)


def test_an_item_that_became_an_assignment_may_still_be_dropped_itself() -> None:
    assert item_on("2026-06-30", "from: 2026, became: heir, dropped: {date: 2026-06-30}", heir=assignment()) == (
        ItemState.DROPPED,
        False,
    )


@pytest.mark.parametrize(
    ("item", "state"), [("from: 2026, done: 2026-02-01", ItemState.PLANNED), ("area: x", ItemState.IDEA)]
)
def test_of_an_heir_that_can_not_be_read_nothing_is_known(item: str, state: ItemState) -> None:
    assert item_on("2026-06-30", f"{item}, became: unread")[0] is state


@pytest.mark.parametrize(
    ("rest", "live"),
    [
        ("", True),
        ("pauses: [{from: 2026-02-01}]", True),
        ("completed: 2026-02-01", True),
        ("stopped: {date: 2026-02-01, why: x}", False),
    ],
)
def test_items_of_open_and_completed_assignments_are_live(rest: str, *, live: bool) -> None:
    assert item_on("2026-06-30", "from: 2026", rest) == (ItemState.PLANNED, live)


def test_items_of_planned_assignments_are_not_live() -> None:
    assert item_on("2025-12-31", "from: 2026") == (ItemState.PLANNED, False)


@pytest.mark.parametrize(
    ("item", "first", "last"),
    [
        ("area: x", None, None),
        ("from: 2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("from: 2026-Q3, to: 2027-02", date(2026, 7, 1), date(2027, 2, 28)),
    ],
)
def test_an_item_lasts_to_the_end_of_to_or_of_from(item: str, first: date | None, last: date | None) -> None:
    (known,) = known_on("2026-06-30", assignment(f"roadmap: [{{id: a, title: A, {item}}}]")).items

    assert (known.first, known.last, known.number, known.place) == (first, last, 0, ("roadmap", 0))
