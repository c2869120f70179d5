from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.period import (
    NoSuchDateError,
    NotADateError,
    Period,
    day_of,
    months_before,
    parse_date,
    parse_period,
)

DAYS = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-24", date(2026, 11, 24), date(2026, 11, 24)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-T1", date(2026, 1, 1), date(2026, 4, 30)),
        ("2026-T2", date(2026, 5, 1), date(2026, 8, 31)),
        ("2026-T3", date(2026, 9, 1), date(2026, 12, 31)),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("1970", date(1970, 1, 1), date(1970, 12, 31)),
        ("2200", date(2200, 1, 1), date(2200, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, first: date, last: date) -> None:
    assert parse_period(text) == Period(text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2026-13",
        "2026-00",
        "2026-Q0",
        "2026-Q5",
        "2026-Q9",
        "2026-T0",
        "2026-T4",
        "2026-H0",
        "2026-H3",
        "1969",
        "2201",
        "1969-12",
        "2201-Q1",
        "0000",
        "9999",
        "2026-02-30",
    ],
)
def test_a_period_that_the_calendar_lacks_is_no_such_date(text: str) -> None:
    with pytest.raises(NoSuchDateError):
        parse_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2026",
        "2026\n",
        "2026-1",
        "2026-q4",
        "2026-h1",
        "2026-S1",
        "2026-Q",
        "2026-Q10",
        "26",
        "20260",
        "2026-",
        "2026-W4",
        "٢٠٢٦",
        "-2026",
    ],
)
def test_other_texts_are_no_periods(text: str) -> None:
    with pytest.raises(NotADateError):
        parse_period(text)


@pytest.mark.parametrize(
    "text", ["2026-11", "2026", "2026-11-2", "2026-11-24T10", "24/11/2026", "2026-11-24\n", "２０２６-11-24"]
)
def test_a_date_has_year_month_and_day(text: str) -> None:
    with pytest.raises(NotADateError):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2027-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "1969-12-31", "2201-01-01", "0000-01-01"],
)
def test_a_day_that_the_calendar_lacks_is_no_such_date(text: str) -> None:
    with pytest.raises(NoSuchDateError):
        parse_date(text)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 24), 3, date(2026, 8, 24)),
        (date(2026, 3, 24), 3, date(2025, 12, 24)),
        (date(2026, 1, 24), 1, date(2025, 12, 24)),
        (date(2026, 12, 24), 12, date(2025, 12, 24)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2028, 5, 31), 3, date(2028, 2, 29)),
        (date(2026, 7, 31), 1, date(2026, 6, 30)),
        (date(2026, 7, 31), 0, date(2026, 7, 31)),
    ],
)
def test_months_before_keep_the_day_of_the_month_where_there_is_one(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@pytest.mark.no_cover
@given(DAYS)
def test_a_date_comes_back_as_it_was_written(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_period(day.isoformat()) == Period(day.isoformat(), day, day)


@given(
    st.integers(1970, 2200),
    st.sampled_from(
        [
            ["Q1", "Q2", "Q3", "Q4"],
            ["T1", "T2", "T3"],
            ["H1", "H2"],
            [f"{month:02}" for month in range(1, 13)],
        ]
    ),
)
def test_the_parts_of_a_year_follow_on_one_another(year: int, parts: list[str]) -> None:
    periods = [parse_period(f"{year}-{each}") for each in parts]

    whole = parse_period(str(year))
    assert (periods[0].first, periods[-1].last) == (whole.first, whole.last)
    assert [each.last + timedelta(1) for each in periods[:-1]] == [each.first for each in periods[1:]]


@pytest.mark.no_cover
@given(st.text(max_size=12))
def test_any_text_is_a_period_or_refused_in_one_of_two_ways(text: str) -> None:
    try:
        period = parse_period(text)
    except (NoSuchDateError, NotADateError):
        return
    assert (period.text, period.first <= period.last) == (text, True)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        (0, date(1970, 1, 1)),
        (86_399, date(1970, 1, 1)),
        (86_400, date(1970, 1, 2)),
        (7_289_654_399, date(2200, 12, 31)),
    ],
)
def test_a_day_lies_so_many_seconds_after_the_beginning_of_1970(seconds: int, day: date) -> None:
    assert day_of(seconds) == day


@pytest.mark.parametrize("seconds", [-1, 7_289_654_400])
def test_a_second_before_1970_or_after_2200_has_no_day(seconds: int) -> None:
    with pytest.raises(NoSuchDateError):
        day_of(seconds)
