"""What is wrong in a file that does what real organisations do: contradictions, and what makes it unreadable."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Part = dict[str, Any]
Mistake = Callable[[Part], None]
"""Puts in an assignment what leaves its file out of every report."""
Disorder = Callable[[Part, date], None]
"""Puts one contradiction in an assignment that started in the month that begins on a day."""


def _reviewed_in_a_month(part: Part) -> None:
    part["reviewed"] = "2026-05"


def _accepted_until_a_month(part: Part) -> None:
    part["accepted"] = [{"rule": "journey-stale", "until": "2026-05", "why": "for now"}]


def _decided_in_a_month(part: Part) -> None:
    part["was"] = [{"until": "2026-05", "lead": "Former"}]


def _decided_nothing(part: Part) -> None:
    part["was"] = [{"until": "2026-05-31", "why": "no reason"}]


def _decided_without_a_day(part: Part) -> None:
    part["was"] = [{"lead": "Former"}]


def _thirteenth_month(part: Part) -> None:
    part["started"] = "2026-13"


def _month_zero(part: Part) -> None:
    part["live"] = "2026-00"


def _cash_to_keep(part: Part) -> None:
    if part.get("kind") != "enabling":
        target = {"value": "1", "keep": "at-most"}
        part["benefits"] = [{"id": "b0", "title": "Benefit", "kind": "cash", "target": target}]


MISTAKES: tuple[Mistake, ...] = (
    _reviewed_in_a_month,
    _accepted_until_a_month,
    _decided_in_a_month,
    _decided_nothing,
    _decided_without_a_day,
    _thirteenth_month,
    _month_zero,
    _cash_to_keep,
)


def _decided_before_the_start(part: Part, start: date) -> None:
    part["was"] = [{"until": (start - timedelta(days=1)).isoformat(), "lead": "Former"}]


def _decided_twice(part: Part, start: date) -> None:
    until = (start + timedelta(days=40)).isoformat()
    part["was"] = [{"until": until, "lead": "Former"}, {"until": until, "lead": "Other", "goals": []}]


def _measured_twice_in_a_month(part: Part, start: date) -> None:
    if part.get("kind") != "enabling":
        measurements = [{"value": value, "date": f"{start:%Y-%m}"} for value in ("1", "2")]
        part["benefits"] = [{"id": "b0", "title": "Benefit", "measurements": measurements}]


def _visit_in_an_earlier_month(part: Part, start: date) -> None:
    if part.get("kind") != "enabling":
        before = start - timedelta(days=1)
        part["journey"] = [{"step": "explore", "entered": f"{before:%Y-%m}"}]


def _trial_turned_by_months(part: Part, start: date) -> None:
    if part.get("kind") != "enabling":
        after = start + timedelta(days=40)
        turned = {"started": f"{after:%Y-%m}", "ended": f"{start:%Y-%m}"}
        part["trials"] = [{"id": "t0", "title": "Trial", **turned}]


DISORDERS: tuple[Disorder, ...] = (
    _decided_before_the_start,
    _decided_twice,
    _measured_twice_in_a_month,
    _visit_in_an_earlier_month,
    _trial_turned_by_months,
)
