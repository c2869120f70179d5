"""A page without those who lead and own: no column, no fact and no remark that is there for their names alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from staircase.core.page.shape import CardBlock, Happenings, ManagementPage
from staircase.core.reports.block import Block, Cell, Column, Facts, Gaps, Table, Timeline, Track

PEOPLE = frozenset({"owner", "lead"})
"""The keys of the columns that hold a name."""

PartT = TypeVar("PartT")


def unnamed(page: ManagementPage) -> ManagementPage:
    """The page without them; a name within a sentence is for the format to hide."""
    return replace(
        page,
        decisions=tuple(one._replace(whose=None) for one in page.decisions),
        sections=tuple(one._replace(blocks=tuple(map(_block, one.blocks))) for one in page.sections),
        cards=tuple(one._replace(blocks=tuple(map(_of_card, one.blocks))) for one in page.cards),
        shows_people=False,
    )


def _block(block: Block | Happenings) -> Block | Happenings:
    match block:
        case Timeline():
            return _timeline(block)
        case Table() | Facts() | Gaps():
            return _of_card(block)
        case _:
            return block


def _of_card(block: CardBlock) -> CardBlock:
    match block:
        case Table(columns):
            return block._replace(
                columns=_kept(columns, columns),
                groups=tuple(one._replace(rows=tuple(_kept(row, columns) for row in one.rows)) for one in block.groups),
            )
        case Facts(facts):
            return block._replace(facts=tuple(one for one in facts if one.label.removeprefix("column.") not in PEOPLE))
        case Gaps(kinds):
            kinds = tuple(
                kind._replace(entries=tuple(entry._replace(owner=Cell()) for entry in kind.entries)) for kind in kinds
            )
            return block._replace(kinds=kinds)
        case _:
            return block


def _timeline(of: Timeline) -> Timeline:
    lanes = (lane._replace(tracks=tuple(_track(one, of) for one in lane.tracks)) for lane in of.lanes)
    return of._replace(before=_kept(of.before, of.before), after=_kept(of.after, of.after), lanes=tuple(lanes))


def _track(track: Track, of: Timeline) -> Track:
    return Track(_kept(track.before, of.before), track.bars, _kept(track.after, of.after))


def _kept(parts: Sequence[PartT], columns: Sequence[Column]) -> tuple[PartT, ...]:
    """The parts whose columns hold no name."""
    return tuple(part for part, column in zip(parts, columns, strict=True) if column.key not in PEOPLE)
