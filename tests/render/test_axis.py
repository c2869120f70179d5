"""A timeline's axis: the column that a day stands in."""

from datetime import date

import pytest

from staircase.render.terminal.timeline import axis


@pytest.mark.parametrize(
    ("day", "column"),
    [
        pytest.param("2025-12-31", 0, id="the day before the axis"),
        pytest.param("2026-01-01", 0, id="its first day"),
        pytest.param("2026-03-31", 9, id="the last day of its first unit"),
        pytest.param("2026-04-01", 10, id="the first day of its second"),
        pytest.param("2026-06-30", 19, id="its last day"),
        pytest.param("2026-07-01", 19, id="the day after it"),
        pytest.param("2030-01-01", 19, id="a day long after it"),
    ],
)
def test_a_day_outside_the_axis_stands_in_its_first_or_last_column(day: str, column: int) -> None:
    found = axis(date(2026, 1, 1), date(2026, 6, 30), "quarter", 21)

    assert found
    assert (found.width, found.column(date.fromisoformat(day))) == (20, column)
