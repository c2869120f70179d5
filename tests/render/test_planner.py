"""The planner chooses columns for a width: nothing crops, and a wider terminal never shows fewer."""

from hypothesis import given
from hypothesis import strategies as st

from staircase.render.terminal.table import Plan, Wanted, everything, plan

COLUMNS = st.lists(
    st.builds(
        Wanted,
        key=st.uuids().map(str),
        natural=st.integers(1, 90),
        priority=st.integers(0, 9),
        shrink=st.none() | st.integers(1, 40),
        heading=st.integers(1, 12),
    ),
    min_size=1,
    max_size=8,
)
WIDTHS = st.integers(20, 250)

STATUS = (
    Wanted("climb", 6),
    Wanted("id", 13),
    Wanted("title", 32, shrink=27),
    Wanted("department", 19, priority=5, shrink=14),
    Wanted("lead", 11, priority=7, shrink=8),
    Wanted("days_in_step", 8, priority=2),
    Wanted("benefit", 7, priority=1),
    Wanted("gaps", 9),
    Wanted("entered", 10, priority=9),
)


def _least(columns: list[Wanted]) -> int:
    least = [
        column.natural if column.shrink is None else min(column.natural, max(column.shrink, column.heading))
        for column in columns
        if column.priority == 0
    ]
    return sum(least) + 2 * max(0, len(least) - 1)


@given(COLUMNS, WIDTHS)
def test_it_is_never_wider_than_the_terminal_if_what_is_never_dropped_fits(columns: list[Wanted], width: int) -> None:
    chosen = plan(columns, width)

    taken = sum(room for _, room in chosen.shown) + 2 * (len(chosen.shown) - 1)
    assert (taken <= width) == chosen.fits
    assert chosen.fits or _least(columns) > width or not any(column.priority == 0 for column in columns)


@given(COLUMNS, WIDTHS)
def test_no_column_is_wider_than_its_text_or_cut_below_its_least(columns: list[Wanted], width: int) -> None:
    chosen = plan(columns, width)

    assert [columns[at].key for at, room in chosen.shown if not columns[at].least <= room <= columns[at].natural] == []
    assert [
        columns[at].key for at, room in chosen.shown if columns[at].shrink is None and room != columns[at].natural
    ] == []


@given(COLUMNS, WIDTHS)
def test_dropping_goes_by_priority_from_the_highest(columns: list[Wanted], width: int) -> None:
    chosen = plan(columns, width)

    shown = [columns[at].priority for at, _ in chosen.shown]
    dropped = [column.priority for column in columns if column.key in chosen.hidden]
    assert max(shown, default=0) < min(dropped, default=10)
    assert len(shown) + len(dropped) == len(columns)
    assert 0 not in dropped


@given(COLUMNS, WIDTHS, st.integers(0, 60))
def test_a_wider_terminal_shows_at_least_as_many(columns: list[Wanted], width: int, more: int) -> None:
    assert set(plan(columns, width + more).hidden) <= set(plan(columns, width).hidden)


def test_names_are_cut_for_primary_columns_and_not_for_secondary_ones() -> None:
    assert plan(STATUS, 84) == Plan(
        ((0, 6), (1, 13), (2, 31), (5, 8), (6, 7), (7, 9)), ("department", "lead", "entered"), fits=True
    )
    assert plan(STATUS, 76) == Plan(
        ((0, 6), (1, 13), (2, 32), (6, 7), (7, 9)), ("department", "lead", "days_in_step", "entered"), fits=True
    )


def test_what_never_fits_is_said_so_that_rows_become_records() -> None:
    assert plan([Wanted("id", 64), Wanted("title", 40, shrink=27)], 80) == Plan(((0, 64), (1, 27)), (), fits=False)


def test_everything_is_shown_whole_when_asked_for() -> None:
    assert everything(STATUS[:3]) == Plan(((0, 6), (1, 13), (2, 32)), (), fits=True)
