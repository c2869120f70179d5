"""The clock's day passes the gate of all days: what it says outside is refused in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from staircase.cli.environment import day_of_clock
from staircase.cli.usage import MisuseError, sentence
from staircase.words.en.help import TEXTS as ENGLISH
from staircase.words.sv.help import TEXTS as SWEDISH

WEST, EAST = timezone(timedelta(hours=-5)), timezone(timedelta(hours=5))


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), date(1970, 1, 1)),
        (datetime(2200, 12, 31, 23, 59, 59, tzinfo=UTC), date(2200, 12, 31)),
        (datetime(1969, 12, 31, 20, tzinfo=UTC).astimezone(EAST), date(1970, 1, 1)),
    ],
)
def test_the_clock_s_day_is_the_one_where_it_stands(now: datetime, day: date) -> None:
    assert day_of_clock(now) == day


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC).astimezone(WEST), "1969-12-31"),  # a clock that was never set
        (datetime(2201, 1, 1, tzinfo=UTC), "2201-01-01"),
        (datetime(9999, 12, 31, tzinfo=UTC), "9999-12-31"),
    ],
)
def test_a_clock_outside_the_gate_is_refused(now: datetime, said: str) -> None:
    with pytest.raises(MisuseError) as raised:
        day_of_clock(now)

    assert sentence(raised.value, ENGLISH) == (
        f"this machine’s clock says {said}, which is not between 1970 and 2200; set the clock, or STAIRCASE_TODAY."
    )
    assert sentence(raised.value, SWEDISH) == (
        f"datorns klocka visar {said}, som inte ligger mellan 1970 och 2200; ställ klockan eller ange STAIRCASE_TODAY."
    )
