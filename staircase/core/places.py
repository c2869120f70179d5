"""Where each value of a file stands: noted in a second pass, and only of files whose places are asked for."""

from array import array
from collections.abc import Callable
from contextlib import suppress
from typing import Any

# With events.py, parse.py and reader.py this is where the YAML library is known.
from yaml.error import YAMLError  # noqa: TID251 - see above
from yaml.events import (  # noqa: TID251 - see above
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from staircase.core.events import Events
from staircase.core.reader import DEPTH
from staircase.core.yaml.source import COLLECTION, FLOW, MAPPING, Table


def places(text: str, events: Callable[[str], Events]) -> Table:
    """Give the places of a text's first value, and of all within it, as far as it can be read."""
    notes = _Notes()
    with suppress(YAMLError, ValueError, OverflowError):  # what is wrong was said when it was read
        notes.take(events(text))
    return notes.table(text)


class _Notes:
    """What has been noted of a text; ``opened`` holds the collections that stand open, and what follows each."""

    __slots__ = ("nodes", "odd_keys", "opened")

    def __init__(self) -> None:
        self.nodes: array[int] = array("I")
        self.odd_keys: dict[int, str] = {}
        self.opened: list[tuple[int, bool | None]] = []

    def take(self, events: Events) -> None:
        """Note events until the value ends, or stands deeper than the reader goes; ``is_key`` is what follows."""
        nodes, opened = self.nodes, self.opened
        get: Callable[[], Any] = events.get_event
        is_key = None
        while (opened or not nodes) and (event := get()) is not None:
            kind = event.__class__
            if kind is ScalarEvent or kind is AliasEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if is_key and kind is ScalarEvent and end - start != len(event.value):
                    self.odd_keys[len(nodes) >> 1] = event.value
                nodes.extend((start, end))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node, is_key = opened.pop()
                nodes[node + 1] = len(nodes) >> 1
                nodes.extend((event.end_mark.index, 0))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(opened) == DEPTH:
                    return
                is_key = self._open(event, is_key)
                continue
            else:
                continue
            is_key = None if is_key is None else not is_key

    def _open(self, event: MappingStartEvent | SequenceStartEvent, is_key: bool | None) -> bool | None:  # noqa: FBT001 - as in take
        """Note where a collection starts, and what it is; give what comes first in it."""
        self.opened.append((len(self.nodes), is_key))
        is_mapping = isinstance(event, MappingStartEvent)
        start = event.start_mark.index if event.start_mark else 0
        flags = COLLECTION | (MAPPING if is_mapping else 0) | (FLOW if event.flow_style else 0)
        self.nodes.extend((start | flags, 0))
        return True if is_mapping else None

    def table(self, text: str) -> Table:
        """Give what was noted; where the text breaks off, its end closes what stands open."""
        for node, _ in self.opened:
            self.nodes[node + 1] = len(self.nodes) >> 1
        self.nodes.extend((len(text), 0) if self.opened else ())
        return Table(text, self.nodes, self.odd_keys)
