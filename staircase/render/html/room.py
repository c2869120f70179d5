"""The room of a page: how large it may be, and how much of each list and text is told so that it is no larger."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from staircase.core.reports import Lane, Table, Timeline

FREE, EACH = 20 * 1024, 2560
"""Bytes of any page, and as many more for each assignment that is on it."""


class Room(NamedTuple):
    """How much a page tells of what it lists; what is left out of a list is counted.

    Attributes:
        open: entries of a kind that stand open; the others are folded.
        entries: entries of a kind, names in a line, in all.
        kinds: kinds of entries.
        events: what is told to have happened to one thing.
        rows: rows of a table.
        letters: characters of a text that stands in a file.
        card: bytes that a long card must get at least; where there is no room for them, less is told of the rest.
    """

    open: int
    entries: int
    kinds: int
    events: int
    rows: int
    letters: int
    card: int

    @property
    def is_less(self) -> bool:
        """Whether something may be left out."""
        return self.rows < ALL


ALL = 1_000_000

ROOMS = (
    Room(open=8, entries=ALL, kinds=ALL, events=4, rows=ALL, letters=600, card=1500),
    Room(open=8, entries=24, kinds=ALL, events=4, rows=60, letters=600, card=1300),
    Room(open=6, entries=12, kinds=12, events=3, rows=20, letters=600, card=1100),
    Room(open=4, entries=8, kinds=8, events=2, rows=12, letters=600, card=900),
    Room(open=3, entries=5, kinds=5, events=2, rows=8, letters=600, card=800),
    Room(open=2, entries=3, kinds=4, events=1, rows=5, letters=150, card=600),
    Room(open=1, entries=1, kinds=0, events=1, rows=1, letters=16, card=1100),
    Room(open=0, entries=0, kinds=0, events=1, rows=0, letters=8, card=0),
)
"""From all that there is to the least that any page tells: the first that fits is drawn."""


def rows_of(table: Table, most: int) -> tuple[Table, int]:
    """A table with its first rows, in their groups, and how many rows are left out."""
    groups, room = [], most
    for group in table.groups:
        if rows := group.rows[:room]:
            groups.append(group._replace(rows=rows))
            room -= len(rows)
    return table._replace(groups=tuple(groups)), sum(len(one.rows) for one in table.groups) - (most - room)


def lanes_of(timeline: Timeline, most: int) -> tuple[Timeline, int]:
    """A timeline with its first tracks, in their lanes, and how many are left out; an empty lane is a line as well."""
    lanes, room = [], most
    for lane in timeline.lanes:
        if room > 0:
            tracks = lane.tracks[:room]
            lanes.append(lane._replace(tracks=tracks))
            room -= max(len(tracks), 1)
    return timeline._replace(lanes=tuple(lanes)), sum(map(_lines, timeline.lanes)) - sum(map(_lines, lanes))


def _lines(lane: Lane) -> int:
    return max(len(lane.tracks), 1)


_RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
_SELECTORS = re.compile(r",(?![^(]*\))")
_CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
_NO_CLASS = re.compile(r"\[[^]]*\]|:(?:not|has)\([^)]*\)")
"""What a selector asks for besides that must have no element on the page, or may have none."""
_NOTHING_IN = re.compile(r"@media[^{}]*\{\s*\}")
_CLASSES = re.compile(r"""class=(?:"([^"]*)"|([^\s>]+))""")


def classes_of(html: str) -> AbstractSet[str]:
    """The classes of a page's elements."""
    return {name for several, one in _CLASSES.findall(html) for name in (several or one).split()}


def style_for(sheet: str, classes: AbstractSet[str]) -> str:
    """A style sheet without the rules of classes that are not on the page: a quarter of it, where little is."""

    def kept(rule: re.Match[str]) -> str:
        selectors = [one for one in _SELECTORS.split(rule[1]) if set(_CLASS.findall(_NO_CLASS.sub("", one))) <= classes]
        return ",".join(selectors) + rule[2] if selectors else ""

    return _NOTHING_IN.sub("", _RULE.sub(kept, sheet))


def size(text: str) -> int:
    """How many bytes a text takes in a file."""
    return len(text.encode("utf-8", "backslashreplace"))


def even_share(sizes: Sequence[int], room: int) -> int | None:
    """How large each may be at most for all of them to fit: ``None`` where they do as they are, 0 where none can."""
    for number, size in enumerate(sorted(sizes)):
        share = room // (len(sizes) - number)
        if size > share:
            return max(share, 0)
        room -= size
    return None
