"""Items of the roadmap: without owner, benefit, lesson or goal; late; or not worked into the plans. Gaps."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from staircase.core.axis import Anchoring, anchoring, needed_on
from staircase.core.evidence import served_by_plans
from staircase.core.flow import YEAR
from staircase.core.known import ItemState
from staircase.core.model.program import Document
from staircase.core.rules.rule import Case, Hit, ItemCase
from staircase.core.term import Days, Name, Term, Terms, days_of


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
    """Live item, last(to) + write_days < t; located at ``from`` where that says it all."""
    item, day = case.item, case.scene.day
    if item.last is not None and case.scene.is_over_write_days(item.last):
        params = {**_title(case), "last": item.last, "days": Days((day - item.last).days), "as_of": day}
        yield Hit((*item.place, "to" if item.item.to else "from"), params, item.item.id)


def late_start(case: ItemCase) -> Iterator[Hit]:
    """Planned item, last(from) + write_days < t <= last(to)."""
    item, period, day = case.item, case.item.item.from_, case.scene.day
    if item.state is not ItemState.PLANNED or period is None or _is_past(case):
        return
    if case.scene.is_over_write_days(period.last):
        params = {**_title(case), "from": period, "days": Days((day - period.last).days), "as_of": day}
        yield Hit((*item.place, "from"), params, item.item.id)


def not_anchored(case: ItemCase) -> Iterator[Hit]:
    """Live item that is not overdue, no ``anchored_in`` that applies to its department.

    And it is decided without, or first(from) <= t + anchor_ahead_days.
    """
    if _is_past(case) or _applying(case):
        return
    anchors, first = case.scene.anchors, case.item.first
    document = _decided_without(case)
    if document is not None:
        params: dict[str, Term] = {"document": Name(document.title), "adopted": document.adopted or anchors.day}
        yield Hit(case.item.place, {**_title(case), **params}, case.item.item.id, "decided")
    elif first is not None and first <= anchors.day + timedelta(case.scene.settings.anchor_ahead_days):
        reason = "other-department" if anchors.named(case.item) else "none"
        yield Hit(case.item.place, {**_title(case), "first": first}, case.item.item.id, reason)


def weak_anchor(case: ItemCase) -> Iterator[Hit]:
    """Live item that is not overdue, and no document that applies holds.

    There is a document in ``anchored_in`` that applies, but none that is also adopted and in force on f; and the item
    is decided without, or first(from) + write_days < t.
    """
    anchors = case.scene.anchors
    if _is_past(case) or anchoring(case.known, case.item, anchors) is not Anchoring.DRAFT:
        return
    begun = case.item.first is not None and case.scene.is_over_write_days(case.item.first)
    if not begun and _decided_without(case) is None:
        return
    documents = _applying(case)
    adopted = [document for document in documents if anchors.is_adopted(document)]
    params = {**_title(case), "document": Name((adopted or documents)[0].title), "day": needed_on(case.item, anchors)}
    reason = "not-in-force" if adopted else "draft"
    yield Hit((*case.item.place, "anchored_in"), params, case.item.item.id, reason)


def idea_forgotten(case: Case) -> Iterator[Hit]:
    """An idea in an open or completed assignment, days(last touched, t) > 365."""
    known, day = case.known, case.scene.day
    if not known.counts or known.last_touched is None or day - known.last_touched <= YEAR:
        return
    for item in known.items:
        if item.state is ItemState.IDEA:
            days = days_of((day - known.last_touched).days, known.last_touched)
            params: Terms = {"title": Name(item.item.title), "touched": known.last_touched, "days": days, "as_of": day}
            yield Hit(item.place, params, item.item.id)


def _is_past(case: ItemCase) -> bool:
    """Whether the item is overdue: last(to) < t."""
    return case.item.last is not None and case.item.last < case.scene.day


def _decided_without(case: ItemCase) -> Document | None:
    """The plan or budget for the item's time that was adopted more than write_days ago, where none is a draft on t."""
    anchors = case.scene.anchors
    covering = anchors.plans_covering(needed_on(case.item, anchors), served_by_plans(case.known, case.item))
    if not all(anchors.is_adopted(document) for document in covering):
        return None
    adopted = [one for one in covering if one.adopted is not None and case.scene.is_over_write_days(one.adopted)]
    return max(adopted, key=lambda one: (one.adopted or anchors.day, one.title), default=None)


def _applying(case: ItemCase) -> tuple[Document, ...]:
    return case.scene.anchors.applying(case.known, case.item)


def _title(case: ItemCase) -> Mapping[str, Term]:
    return {"title": Name(case.item.item.title)}


def _at_item(case: ItemCase) -> Hit:
    return Hit(case.item.place, _title(case), case.item.item.id)
