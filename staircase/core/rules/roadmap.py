"""Items of the roadmap: without owner, benefit, lesson or goal; late; or not worked into the plans. Gaps."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from staircase.core.axis import Anchoring, anchoring
from staircase.core.known import ItemState
from staircase.core.model.program import Document
from staircase.core.rules.rule import Hit, ItemCase
from staircase.core.term import Days, Name, Term


def no_owner(case: ItemCase) -> Iterator[Hit]:
    """Live item without owner."""
    if case.item.item.owner is None:
        yield _at_item(case)


def no_benefit(case: ItemCase) -> Iterator[Hit]:
    """Live item without ``expects``."""
    if case.item.item.expects is None:
        yield _at_item(case)


def no_lesson(case: ItemCase) -> Iterator[Hit]:
    """Live item with empty ``based_on``."""
    if not case.item.item.based_on:
        yield _at_item(case)


def no_goal(case: ItemCase) -> Iterator[Hit]:
    """Live item without goals, and the programme has goals."""
    if not case.scene.anchors.serves(case.item):
        yield _at_item(case)


def overdue(case: ItemCase) -> Iterator[Hit]:
    """Live item, last(to) < t; located at ``from`` where that says it all."""
    item, day = case.item, case.scene.day
    if item.last is not None and item.last < day:
        params = {**_title(case), "last": item.last, "days": Days((day - item.last).days)}
        yield Hit((*item.place, "to" if item.item.to else "from"), params, item.item.id)


def late_start(case: ItemCase) -> Iterator[Hit]:
    """Planned item, last(from) < t <= last(to)."""
    item, period, day = case.item, case.item.item.from_, case.scene.day
    if item.state is ItemState.PLANNED and period and item.last and period.last < day <= item.last:
        params = {**_title(case), "from": period, "days": Days((day - period.last).days)}
        yield Hit((*item.place, "from"), params, item.item.id)


def not_anchored(case: ItemCase) -> Iterator[Hit]:
    """Live item, first(from) <= t + anchor_ahead_days, no ``anchored_in`` that applies to its department."""
    first = _soon(case, case.scene.settings.anchor_ahead_days)
    if first is not None and not _applying(case):
        reason = "other-department" if case.scene.anchors.named(case.item) else "none"
        yield Hit(case.item.place, {**_title(case), "first": first}, case.item.item.id, reason)


def weak_anchor(case: ItemCase) -> Iterator[Hit]:
    """Live item, first(from) <= t + adopted_ahead_days, and no document that applies holds.

    There is a document in ``anchored_in`` that applies, but none that is also adopted and in force on
    max(t, first(from)).
    """
    anchors = case.scene.anchors
    first, documents = _soon(case, case.scene.settings.adopted_ahead_days), _applying(case)
    if first is None or anchoring(case.item, case.known.assignment.department, anchors) is not Anchoring.PROPOSED:
        return
    adopted = [document for document in documents if anchors.is_adopted(document)]
    params = {**_title(case), "document": Name((adopted or documents)[0].title), "day": max(anchors.day, first)}
    reason = "not-in-force" if adopted else "draft"
    yield Hit((*case.item.place, "anchored_in"), params, case.item.item.id, reason)


def _soon(case: ItemCase, ahead_days: int) -> date | None:
    """Give the item's first day if it lies before t + ``ahead_days``, or on it."""
    first = case.item.first
    return first if first is not None and first <= case.scene.day + timedelta(ahead_days) else None


def _applying(case: ItemCase) -> tuple[Document, ...]:
    return case.scene.anchors.applying(case.item, case.known.assignment.department)


def _title(case: ItemCase) -> Mapping[str, Term]:
    return {"title": Name(case.item.item.title)}


def _at_item(case: ItemCase) -> Hit:
    return Hit(case.item.place, _title(case), case.item.item.id)
