"""Assignments that nobody looks after: one neglect for each rule about a journey, its trials or its file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from tests.healthy.occasion import (
    WRITTEN,
    YEAR,
    Case,
    benefits_of,
    end_of,
    entry_to,
    is_enabling,
    key_of,
    left_alone,
    open_for_ever,
    start_of,
    without_key,
)
from tests.healthy.programme import LAST
from tests.healthy.record import Record


def _stale(record: Record) -> Iterator[Case]:
    day = start_of(record) + timedelta(60)
    limit = 181 if is_enabling(record) or not end_of(record) else 91
    if (end_of(record) or LAST) > day and all(one.happened < day for one in record.at("trials")):
        yield record.without(lambda fact: fact.happened > day), day + timedelta(limit) + WRITTEN


def _stuck(record: Record) -> Iterator[Case]:
    entered = entry_to(record, "benefits") or start_of(record)
    if not is_enabling(record) and not entry_to(record, "roadmap"):
        last = max((one.happened for one in record.at("trials")), default=LAST)
        yield open_for_ever(record, max(last, entered)), entered + timedelta(181)


def _paused_long(record: Record) -> Iterator[Case]:
    if not is_enabling(record):
        day = start_of(record) + timedelta(100)
        if (end_of(record) or LAST) > day:
            pause = {"from": day.isoformat(), "why": "procurement"}
            yield open_for_ever(record, day).plus(day, ("pauses",), pause), day + timedelta(181)


def _unproven(record: Record) -> Iterator[Case]:
    entered = entry_to(record, "benefits")
    if entered and not entry_to(record, "roadmap"):
        yield record.without(lambda fact: fact.where[0] == "trials"), entered + 2 * WRITTEN


def _return_unexplained(record: Record) -> Iterator[Case]:
    entered = entry_to(record, "benefits")
    if entered and not entry_to(record, "roadmap"):
        back = entered + timedelta(80)
        if back < (end_of(record) or LAST):
            visit = {"step": "explore", "entered": back.isoformat()}
            yield record.plus(back, ("journey",), visit), back + WRITTEN


def _not_together(record: Record) -> Iterator[Case]:
    if not is_enabling(record):
        yield record.without(lambda fact: fact.where == ("together",)), start_of(record) + WRITTEN


def _no_goal(record: Record) -> Iterator[Case]:
    if entered := entry_to(record, "benefits"):
        yield record.without(lambda fact: fact.where == ("goals",)), entered + WRITTEN


def _not_shown(record: Record) -> Iterator[Case]:
    entered = entry_to(record, "benefits")
    measured = [one.happened for one in record.facts if key_of(one) == "measurements"]
    if entered and measured and (end_of(record) or LAST) + YEAR > min(measured) + timedelta(310):
        names = benefits_of(record)
        unclosed = record
        for name in names:
            unclosed = left_alone(unclosed, name)
        yield unclosed.without(lambda fact: fact.where == ("shown",)), min(measured) + timedelta(201) + WRITTEN


def _trial_no_lesson(record: Record) -> Iterator[Case]:
    if record.at("trials") and not entry_to(record, "benefits"):
        ended = record.at("trials")[-1]
        gone = record.changed(*ended.where, to=lambda value: without_key(value, "learned"))
        yield gone, ended.happened + 2 * WRITTEN


def _trial_running_long(record: Record) -> Iterator[Case]:
    trials = record.at("trials")
    if trials:
        day = trials[0].happened
        yield open_for_ever(record, day), day + timedelta(181)


def _accepted_stale(record: Record) -> Iterator[Case]:
    day = start_of(record) + timedelta(30)
    entry = {"rule": "journey-stuck", "until": (day + timedelta(60)).isoformat(), "why": "procurement"}
    yield record.plus(day, ("accepted",), entry), day + timedelta(61)


def _text_cut(record: Record) -> Iterator[Case]:
    if not is_enabling(record):
        day = start_of(record) + WRITTEN
        title = record.at("title")[0].value
        yield replace(record, slip=(f"title: {title}", f"title: {title} #2")), day


OF_JOURNEYS: Mapping[str, Callable[[Record], Iterator[Case]]] = {
    "text-cut": _text_cut,
    "journey-stale": _stale,
    "journey-stuck": _stuck,
    "journey-paused-long": _paused_long,
    "journey-unproven": _unproven,
    "journey-return-unexplained": _return_unexplained,
    "journey-not-together": _not_together,
    "journey-no-goal": _no_goal,
    "journey-not-shown": _not_shown,
    "trial-no-lesson": _trial_no_lesson,
    "trial-running-long": _trial_running_long,
    "accepted-stale": _accepted_stale,
}
