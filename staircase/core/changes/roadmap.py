"""Roadmap items: added, scheduled, moved in time, anchored, and what became of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from staircase.core.changes.change import Change, Side
from staircase.core.changes.identity import matched
from staircase.core.changes.pair import AssignmentPair, later
from staircase.core.changes.thing import Thing, things
from staircase.core.model.assignment import RoadmapItem
from staircase.core.term import Name


def roadmap(pair: AssignmentPair) -> Iterator[Change]:
    """Tell of each roadmap item that is otherwise."""
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
    before, after = (
        side and replace(side, also=((*side.keys[:2], "to"),)) for side in item.sides("from", lambda part: part.from_)
    )
    yield from item.came("item-scheduled", (before, after))
    days = tuple(_days(part) for part in item.parts)
    if days[0] and days[1] and days[0] != days[1]:
        moved = {later(was, now) for was, now in zip(days[0], days[1], strict=True)} - {0}
        sides = (_until(before, item.parts[0]), _until(after, item.parts[1]))
        if len(moved) > 1:
            yield item.told("item-rescheduled", sides)
        else:
            yield item.turned(-moved.pop(), "item-brought-forward", sides)


def _days(item: RoadmapItem) -> tuple[date, date] | None:
    return (item.from_.first, (item.to or item.from_).last) if item.from_ else None


def _until(side: Side | None, item: RoadmapItem) -> Side | None:
    """Let a period's place tell of its end too."""
    if side is None or item.from_ is None:
        return side
    return replace(side, terms={**side.terms, "to": item.to or item.from_})


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
