"""Dates that contradict each other, one sort at a time: each must be told of as date-order; and money with dots."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Part = dict[str, Any]
Spoil = Callable[[Part, date], None]
"""Puts one contradiction in an assignment that started on a day."""


def _on(day: date, later: int) -> str:
    return (day + timedelta(days=later)).isoformat()


def _same_step_twice(part: Part, day: date) -> None:
    part["journey"] = [{"step": "explore", "entered": _on(day, 1)}, {"step": "explore", "entered": _on(day, 2)}]


def _two_visits_on_a_day(part: Part, day: date) -> None:
    part["journey"] = [{"step": "explore", "entered": _on(day, 1)}, {"step": "benefits", "entered": _on(day, 1)}]


def _visit_before_start(part: Part, day: date) -> None:
    part["journey"] = [{"step": "explore", "entered": _on(day, -1)}]


def _overlapping_pauses(part: Part, day: date) -> None:
    part["pauses"] = [{"from": _on(day, 0), "to": _on(day, 5)}, {"from": _on(day, 4), "to": _on(day, 8)}]


def _nested_pauses(part: Part, day: date) -> None:
    part["pauses"] = [{"from": _on(day, 0), "to": _on(day, 5)}, {"from": _on(day, 1), "to": _on(day, 3)}]


def _pauses_from_one_day(part: Part, day: date) -> None:
    part["pauses"] = [{"from": _on(day, 2), "to": _on(day, 5)}, {"from": _on(day, 2), "to": _on(day, 3)}]


def _pause_after_an_open_one(part: Part, day: date) -> None:
    part["pauses"] = [{"from": _on(day, 0)}, {"from": _on(day, 4), "to": _on(day, 8)}]


def _pause_turned(part: Part, day: date) -> None:
    part["pauses"] = [{"from": _on(day, 5), "to": _on(day, 4)}]


def _trial_turned(part: Part, day: date) -> None:
    part["trials"] = [{"id": "t0", "title": "Trial", "started": _on(day, 5), "ended": _on(day, 4)}]


def _trial_before_start(part: Part, day: date) -> None:
    part["trials"] = [{"id": "t0", "title": "Trial", "started": _on(day, -1), "ended": _on(day, 0)}]


def _period_turned(part: Part, day: date) -> None:
    part["roadmap"] = [{"id": "r0", "title": "Item", "from": _on(day, 31), "to": f"{day - timedelta(days=31):%Y-%m}"}]


def _done_before_started(part: Part, day: date) -> None:
    part["roadmap"] = [{"id": "r0", "title": "Item", "started": _on(day, 1), "done": _on(day, 0)}]


def _dropped_before_started(part: Part, day: date) -> None:
    part["roadmap"] = [
        {"id": "r0", "title": "Item", "started": _on(day, 1), "dropped": {"date": _on(day, 0), "why": "no"}}
    ]


def _measured_twice_on_a_day(part: Part, day: date) -> None:
    twice = [{"value": "1", "date": _on(day, 0)}, {"value": "2", "date": _on(day, 0)}]
    part["benefits"] = [{"id": "b0", "title": "Benefit", "measurements": twice}]


def _completed_before_start(part: Part, day: date) -> None:
    part.pop("stopped", None)
    part["completed"] = _on(day, -1)


def _closed_before_its_baseline(part: Part, day: date) -> None:
    both = {"baseline": {"value": "1", "date": _on(day, 0)}, "closed": {"date": _on(day, -1), "why": "enough"}}
    part["benefits"] = [{"id": "b0", "title": "Benefit", **both}]


def _cost_with_a_dot(part: Part, _: date) -> None:
    part["costs"] = {"one_off": "420.000"}


def _amount_with_a_dot(part: Part, day: date) -> None:
    part["benefits"] = [{"id": "b0", "title": "B", "taken_home": [{"from": _on(day, 0), "amount": "1.500"}]}]


def _worth_with_a_dot(part: Part, _: date) -> None:
    part["benefits"] = [{"id": "b0", "title": "B", "worth": {"per_unit": "999.999"}}]


def _expected_with_a_dot(part: Part, _: date) -> None:
    part["roadmap"] = [{"id": "r0", "title": "R", "expects": {"kind": "cash", "per_year": "12.000"}}]


def _value_of_money_with_a_dot(part: Part, _: date) -> None:
    measure = {"what": "w", "unit": "kr om året"}
    part["benefits"] = [{"id": "b0", "title": "B", "measure": measure, "target": {"value": "420.000"}}]


def _to_without_from(part: Part, _: date) -> None:
    part["roadmap"] = [{"id": "r0", "title": "R", "to": "2026"}]


def _both_endings(part: Part, day: date) -> None:
    part["completed"], part["stopped"] = _on(day, 1), {"date": _on(day, 1), "why": "both"}


SPOILS: tuple[Spoil, ...] = (
    _same_step_twice,
    _two_visits_on_a_day,
    _visit_before_start,
    _overlapping_pauses,
    _nested_pauses,
    _pauses_from_one_day,
    _pause_after_an_open_one,
    _pause_turned,
    _trial_turned,
    _trial_before_start,
    _period_turned,
    _done_before_started,
    _dropped_before_started,
    _measured_twice_on_a_day,
    _completed_before_start,
    _closed_before_its_baseline,
    _cost_with_a_dot,
    _amount_with_a_dot,
    _worth_with_a_dot,
    _expected_with_a_dot,
    _value_of_money_with_a_dot,
    _to_without_from,
    _both_endings,
)
