"""Quarters and months as stretches of the calendar: what time axes are divided into."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from staircase.core.period import Period

Per = Literal["quarter", "month"]
"""What a time axis is divided into."""


def period_of(day: date, per: Per) -> Period:
    """The quarter or month that a day lies in."""
    return quarter_of(day) if per == "quarter" else month_of(day)


def quarter_of(day: date) -> Period:
    """The quarter that a day lies in, written ``2026-Q4``."""
    number = (day.month - 1) // 3 + 1
    last = month_of(date(day.year, number * 3, 1)).last
    return Period(f"{day.year}-Q{number}", date(day.year, number * 3 - 2, 1), last)


def month_of(day: date) -> Period:
    """The month that a day lies in, written ``2026-11``."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Period(f"{day.year}-{day.month:02}", day.replace(day=1), last)


def following(period: Period, per: Per) -> Period:
    """The quarter or month after one."""
    return period_of(period.last + timedelta(1), per)


def periods(first: date, last: date, per: Per) -> Iterator[Period]:
    """The quarters or months from the one of ``first`` to the one of ``last``."""
    period = period_of(first, per)
    while period.first <= last:
        yield period
        period = following(period, per)
