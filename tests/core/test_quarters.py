"""Quarters and months as the calendar has them."""

from datetime import date

import pytest

from staircase.core.period import Per, Period, following, parse_period, period_of, periods


@pytest.mark.parametrize(
    ("day", "per", "text"),
    [
        ("2026-01-01", "quarter", "2026-Q1"),
        ("2026-03-31", "quarter", "2026-Q1"),
        ("2026-04-01", "quarter", "2026-Q2"),
        ("2026-12-31", "quarter", "2026-Q4"),
        ("2024-02-29", "month", "2024-02"),
        ("2026-12-01", "month", "2026-12"),
    ],
)
def test_a_day_lies_in_the_period_that_the_format_writes_so(day: str, per: Per, text: str) -> None:
    assert period_of(date.fromisoformat(day), per) == parse_period(text)


def test_the_year_turns() -> None:
    assert following(parse_period("2026-Q4"), "quarter") == parse_period("2027-Q1")
    assert following(parse_period("2026-12"), "month") == parse_period("2027-01")


def test_periods_go_from_the_first_day_s_to_the_last_day_s() -> None:
    found = list(periods(date(2026, 9, 30), date(2027, 1, 1), "quarter"))

    assert found == [parse_period("2026-Q3"), parse_period("2026-Q4"), parse_period("2027-Q1")]


def test_the_format_s_last_year_has_a_quarter_after_it() -> None:
    after = following(parse_period("2200-Q4"), "quarter")

    assert after == Period("2201-Q1", date(2201, 1, 1), date(2201, 3, 31))
