"""Roadmap items that nobody looks after: one neglect for each rule about an item."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from tests.healthy.occasion import (
    WRITTEN,
    Case,
    items_of,
    key_of,
    span_of,
    without_key,
)
from tests.healthy.programme import FIRST
from tests.healthy.record import Record


def _item_lacks(key: str) -> Callable[[Record], Iterator[Case]]:
    def lacks(record: Record) -> Iterator[Case]:
        for name in items_of(record):
            made = record.at("roadmap", name)[0]
            yield record.changed(*made.where, to=lambda value: without_key(value, key)), made.written + timedelta(1)

    return lacks


def unstarted(record: Record, name: str) -> Record:
    gone = {"became", "started", "done", "dropped", "to"}
    return record.without(lambda one: one.where[:2] == ("roadmap", name) and key_of(one) in gone)


def _overdue(record: Record) -> Iterator[Case]:
    for name in items_of(record):
        yield unstarted(record, name), span_of(record, name)[1] + WRITTEN + timedelta(1)


def _late_start(record: Record) -> Iterator[Case]:
    for name in items_of(record):
        first, last = span_of(record, name)
        quarter = date(first.year + (first.month == 10), first.month % 12 + 3 if first.month < 10 else 1, 1)
        if last > quarter + 3 * WRITTEN:
            yield unstarted(record, name), quarter + WRITTEN


def _not_anchored(record: Record) -> Iterator[Case]:
    for name in items_of(record):
        made = record.at("roadmap", name)[0]
        first, _ = span_of(record, name)
        gone = record.without(lambda one, name=name: one.where == ("roadmap", name, "anchored_in"))  # type: ignore[misc]
        yield gone, max(first - timedelta(30), made.written + timedelta(1))


def _weak_anchor(record: Record) -> Iterator[Case]:
    department = str(record.at("department")[0].value) if record.at("department") else ""
    for name in items_of(record):
        made = record.at("roadmap", name)[0]
        first, _ = span_of(record, name)
        gone = record.without(lambda one, name=name: one.where == ("roadmap", name, "anchored_in"))  # type: ignore[misc]
        if first.year > FIRST.year + 1:  # the plan of the year before is not in force
            old = [f"{department}-{first.year - 1}"]
            due = max(date(first.year, 3, 2), first + timedelta(46), made.written)
            yield gone.plus(made.written, ("roadmap", name, "anchored_in"), old), due


def _idea_forgotten(record: Record) -> Iterator[Case]:
    end = record.day_of("completed")
    if end:
        last = max(one.happened for one in record.facts)
        idea = {"title": "And then the night team"}
        yield record.plus(end, ("roadmap", "idea"), idea), last + timedelta(366) + WRITTEN


OF_ITEMS: Mapping[str, Callable[[Record], Iterator[Case]]] = {
    "roadmap-no-owner": _item_lacks("owner"),
    "roadmap-no-benefit": _item_lacks("expects"),
    "roadmap-no-lesson": _item_lacks("based_on"),
    "roadmap-no-goal": _item_lacks("goals"),
    "roadmap-overdue": _overdue,
    "roadmap-late-start": _late_start,
    "roadmap-not-anchored": _not_anchored,
    "roadmap-weak-anchor": _weak_anchor,
    "roadmap-idea-forgotten": _idea_forgotten,
}
