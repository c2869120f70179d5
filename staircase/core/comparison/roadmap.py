"""Roadmap items: added, scheduled, moved in time, anchored, and what became of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from staircase.core.comparison.change import AssignmentPair, Change, Side, later
from staircase.core.comparison.parts import Thing, matched, things
from staircase.core.model.assignment import RoadmapItem
from staircase.core.period import Period
from staircase.core.term import Name


def roadmap(pair: AssignmentPair) -> Iterator[Change]:
    """The changes of each roadmap item."""
    found: Iterator[Thing[RoadmapItem] | Change] = things(pair, "roadmap", "item-added", lambda item: item.from_)
    for one in found:
        if isinstance(one, Change):
            yield one
        else:
            yield from _period(one)
            yield from _fate(one)
            yield from _anchors(one)
            yield from one.owned(lambda item: item.owner)


def _period(item: Thing[RoadmapItem]) -> Iterator[Change]:
    before, after = item.sides("from", lambda part: part.from_)
    yield from item.came("item-scheduled", (before, after))
    was, now = (_ends(part) for part in item.parts)
    if was and now and _days(was) != _days(now):
        moved = {later(*days) for days in zip(_days(was), _days(now), strict=True)} - {0}
        sides = (_until(before, was[1]), _until(after, now[1]))
        if len(moved) > 1:
            yield item.told("item-rescheduled", sides)
        else:
            yield item.turned(-moved.pop(), "item-brought-forward", sides)


def _ends(item: RoadmapItem) -> tuple[Period, Period] | None:
    """The periods when it begins and when it ends; none of an idea."""
    return (item.from_, item.to or item.from_) if item.from_ else None


def _days(ends: tuple[Period, Period]) -> tuple[date, date]:
    return ends[0].first, ends[1].last


def _until(side: Side | None, end: Period) -> Side | None:
    """Let a period's place tell of its end too."""
    return side and replace(side, terms={**side.terms, "to": end})


def _fate(item: Thing[RoadmapItem]) -> Iterator[Change]:
    known = item.pair.known

    def dropped(part: RoadmapItem) -> date | None:
        return known(part.dropped.date) if part.dropped else None

    yield from item.came("item-dropped", item.sides("dropped", dropped))
    yield from item.came("item-started", item.sides("started", lambda part: known(part.started)))
    yield from item.came("item-done", item.sides("done", lambda part: known(part.done)))
    yield from item.came("item-became", item.sides("became", lambda part: Name(part.became) if part.became else None))


def _anchors(item: Thing[RoadmapItem]) -> Iterator[Change]:
    for match in matched("anchored_in", item.before.part.anchored_in, item.after.part.anchored_in):
        views = (item.pair.before, item.pair.after)
        before, after = (
            item.side(view, placed, ("anchored_in", document.number), Name(document.part)) if document else None
            for view, placed, document in zip(
                views, (item.before, item.after), (match.before, match.after), strict=True
            )
        )
        yield from item.came("item-anchored", (before, after))
