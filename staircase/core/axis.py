"""The roadmap in time: which bucket an item lies in, and how firmly it is anchored."""

from datetime import date
from enum import StrEnum

from staircase.core.choices import Bucket
from staircase.core.evidence import Anchors
from staircase.core.known import ItemState, Known, KnownItem
from staircase.core.period import following, quarter_of


class Anchoring(StrEnum):
    """How firmly an item stands in its department's plans; only the last of these is *anchored*.

    In none that applies; in one that is not adopted, or not in force when the item starts; in one that is both.
    """

    NONE = "none"
    DRAFT = "draft"
    DECIDED = "decided"


def bucket(known: Known, item: KnownItem, day: date) -> Bucket:
    """An assignment's item's bucket on t.

    Ended when it is done or dropped, or the assignment was stopped: nobody will do it. Else an idea, or by its time:
    overdue if last(to) < t, else by first(from): now up to the end of t's quarter, next the following two quarters,
    later after. Started without a period: now.
    """
    if known.is_over(item):
        return Bucket.ENDED
    if item.state is ItemState.IDEA:
        return Bucket.IDEA
    if item.first is None or item.last is None:
        return Bucket.NOW
    if item.last < day:
        return Bucket.OVERDUE
    now = quarter_of(day)
    if item.first <= now.last:
        return Bucket.NOW
    following_two = following(following(now, "quarter"), "quarter")
    return Bucket.NEXT if item.first <= following_two.last else Bucket.LATER


def needed_on(item: KnownItem, anchors: Anchors) -> date:
    """The day f when a document has to hold: max(t, first(from)), t without ``from``."""
    return max(anchors.day, item.first) if item.first else anchors.day


def anchoring(known: Known, item: KnownItem, anchors: Anchors) -> Anchoring:
    """How firmly an assignment's item stands in the documents that apply to its department, on max(t, first(from))."""
    documents = anchors.applying(known, item)
    if not documents:
        return Anchoring.NONE
    day = needed_on(item, anchors)
    decided = any(anchors.is_adopted(document) and anchors.is_in_force(document, day) for document in documents)
    return Anchoring.DECIDED if decided else Anchoring.DRAFT
