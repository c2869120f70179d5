"""The roadmap in time: which bucket an item lies in, and whether it is anchored."""

from datetime import date

from staircase.core.choices import Bucket
from staircase.core.evidence import Anchors
from staircase.core.known import ItemState, KnownItem
from staircase.core.quarters import following, quarter_of


def bucket(item: KnownItem, day: date) -> Bucket | None:
    """Give an item's bucket on t; those that are done or dropped have none.

    A live item is overdue if last(to) < t; else by first(from): now up to the end of t's quarter, next the following
    two quarters, later after. Started without a period: now.
    """
    if item.state is ItemState.IDEA:
        return Bucket.IDEA
    if not item.live:
        return None
    if item.first is None or item.last is None:
        return Bucket.NOW
    if item.last < day:
        return Bucket.OVERDUE
    now = quarter_of(day)
    if item.first <= now.last:
        return Bucket.NOW
    following_two = following(following(now, "quarter"), "quarter")
    return Bucket.NEXT if item.first <= following_two.last else Bucket.LATER


def is_anchored(item: KnownItem, department: str | None, anchors: Anchors) -> bool:
    """Say whether a document that applies is adopted, and in force on max(t, first(from))."""
    day = max(anchors.day, item.first) if item.first else anchors.day
    return any(
        anchors.is_adopted(document) and anchors.is_in_force(document, day)
        for document in anchors.applying(item, department)
    )
