"""What days people mean: one answer for cells, for corrections of files and for what is typed."""

from datetime import date

import pytest

from staircase.core.period import DayOrder, Month, day_written, days_written, period_written
from staircase.core.suggest import as_date, as_day_or_month, as_period


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("2026/12/24 08:00", date(2026, 12, 24)),
        ("20261224", date(2026, 12, 24)),
        ("24.12.2026", date(2026, 12, 24)),
        ("5.2.2026", date(2026, 2, 5)),
        ("5/5/26", date(2026, 5, 5)),
        ("den 3:e mars 2026", date(2026, 3, 3)),
        ("March 3rd, 2026", date(2026, 3, 3)),
        ("2026-12", Month(2026, 12, 1)),
        ("2026.5", Month(2026, 5, 1)),
        ("2026maj", Month(2026, 5, 1)),
        ("5/2026", Month(2026, 5, 1)),
        ("sept. 2026", Month(2026, 9, 1)),
        ("okt-26", Month(2026, 10, 1)),
        ("5/2/2026", None),
        ("5.2.26", None),
        ("201112", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("1.1.1950", None),
        ("marknad 2026", None),
        ("8.30.2", None),
        ("2026", None),
        ("", None),
    ],
)
def test_a_text_means_one_day_or_month_or_none(written: str, day: date | None) -> None:
    assert day_written(written) == day
    assert isinstance(day_written(written), Month) is isinstance(day, Month)


@pytest.mark.parametrize(
    ("written", "order", "days"),
    [
        ("5/2/2026", None, {"dmy": date(2026, 2, 5), "mdy": date(2026, 5, 2)}),
        ("5/2/2026", "mdy", {"mdy": date(2026, 5, 2)}),
        ("5.2.2026", "mdy", {"mdy": date(2026, 5, 2)}),
        ("25/2/2026", "mdy", {"dmy": date(2026, 2, 25)}),
        ("05-02-03", "ymd", {"ymd": date(2005, 2, 3)}),
        ("30/30/2026", None, {}),
        ("2026-13", None, {}),
        ("snart", None, None),
    ],
)
def test_an_order_settles_what_the_text_can_have_and_nothing_else(
    written: str, order: DayOrder | None, days: dict[DayOrder, date] | None
) -> None:
    assert days_written(written, order) == days


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("Q4 2026", "2026-Q4"),
        ("2026K4", "2026-Q4"),
        ("kvartal 4 -26", "2026-Q4"),
        ("tertial 3 2026", "2026-T3"),
        ("2027 H1", "2027-H1"),
        ("T4 2026", None),
        ("2026", "2026"),
        ("2026-12", "2026-12"),
        ("maj 2026", "2026-05"),
        ("31/12/2026", "2026-12-31"),
        ("5/2/2026", None),
        ("snart", None),
    ],
)
def test_a_text_means_one_period_or_none(written: str, period: str | None) -> None:
    assert period_written(written) == period


def test_a_correction_is_what_a_cell_would_be_read_as_or_an_example() -> None:
    texts = ("2026-12", "15 april 2026", "5/2/2026", "\u201c2026\u20135\u20131\u201d")

    assert [as_date(text) for text in texts] == ["2026-11-24", "2026-04-15", "2026-11-24", "2026-05-01"]
    assert [as_day_or_month(text) for text in texts[:3]] == ["2026-12", "2026-04-15", "2026-11-24"]
    assert [as_period(text) for text in ("2026-12", "5/2/2026")] == ["2026-12", "2026-Q4"]
    assert as_period("snart", "snart") == "snart"
