"""Which lines of a file may become others when its data does, and whether an edited text keeps all the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import yaml

from tests.core.generated import Data


def keeps_what_is_not_meant(old: str, new: str, before: Data, after: Data) -> bool:
    """Whether only lines of what is otherwise in the data have changed or gone, and no comment but with its thing."""
    breaks = {"\r\n", "\n"} & {line[len(line.rstrip("\r\n")) :] for line in old.splitlines(keepends=True)}
    if len(breaks) == 1 and not _breaks(new) <= breaks:
        return False
    if old.endswith("\n") != new.endswith("\n"):
        return False
    ground = _Ground(old.removeprefix("\ufeff"))
    ground.compare(yaml.compose(ground.text, Loader=yaml.CSafeLoader), before, after, (0, len(ground.lines)))
    lost = comments(old) - comments(new)
    return (
        ground.leads_to(new.removeprefix("\ufeff"))
        and not comments(new) - comments(old)
        and (ground.takes_away or not lost)
    )


def _breaks(text: str) -> set[str]:
    return {"\r\n" if line.endswith("\r") else "\n" for line in text.split("\n")[:-1]}


def comments(text: str) -> Counter[str]:
    """The comments of a text: what stands between its tokens, and at the head of its blocks of text."""
    found: list[str] = []
    end, text = 0, text.removeprefix("\ufeff")
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        found += _comments(text[end : token.start_mark.index])
        end = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            found += _comments(text[token.start_mark.index + 1 :].partition("\n")[0])
    return Counter([*found, *_comments(text[end:])])


def _comments(gap: str) -> Iterator[str]:
    for line in gap.split("\n"):
        if "#" in line:
            yield line[line.index("#") :].rstrip()


@dataclass
class _Ground:
    """A text, which of its lines may change or go, and before which of them lines may come."""

    text: str
    lines: list[str] = field(init=False)
    open: set[int] = field(default_factory=set)
    seams: set[int] = field(default_factory=set)
    takes_away: bool = False

    def __post_init__(self) -> None:
        self.lines = [line.removesuffix("\r") for line in self.text.split("\n")]

    def compare(self, node: Any, before: Any, after: Any, span: tuple[int, int]) -> None:  # noqa: ANN401 - plain data
        """Open what has to change for the data to become another; ``span`` are the lines of the node with its key."""
        if before == after:
            return
        if before and after and isinstance(before, dict) and isinstance(after, dict):
            self._keys(node, before, after)
        elif before and after and isinstance(before, list) and isinstance(after, list):
            self._items(node, before, after)
        else:
            self.takes_away |= bool(before) and not isinstance(before, str)
            self._open(*span)

    def _keys(self, node: yaml.MappingNode, before: Data, after: Data) -> None:
        spans = [(key.start_mark.line, self._after(value, key.end_mark.line + 1)) for key, value in node.value]
        for number, ((key, value), span) in enumerate(zip(node.value, spans, strict=True)):
            name = key.value
            if name in after:
                self.compare(value, before[name], after[name], span)
            elif node.flow_style:
                self._all_of(node)
            else:
                self._away(*span)
                if not number and len(spans) > 1 and self.lines[span[0]][: key.start_mark.column].strip():
                    self._open(spans[1][0], spans[1][0] + 1)  # its first line comes up to the dash
        if after.keys() - before.keys():
            self._seams(node, spans)

    def _items(self, node: yaml.SequenceNode, before: list[Any], after: list[Any]) -> None:
        ends = [self._after(item, item.start_mark.line + 1) for item in node.value]
        starts = [self._dash(node, number, item, ends) for number, item in enumerate(node.value)]
        spans = [*zip(starts, ends, strict=True)]
        if len(before) == len(after):
            for number, item in enumerate(node.value):
                self.compare(item, before[number], after[number], spans[number])
            return
        matcher = SequenceMatcher(None, [*map(repr, before)], [*map(repr, after)], autojunk=False)
        for kind, first, last, *_ in matcher.get_opcodes():
            if kind != "equal" and node.flow_style:
                self._all_of(node)
            elif kind == "insert":
                self.seams.add(spans[first - 1][1] if first else spans[0][0])
            elif kind != "equal":
                for span in spans[first:last]:
                    self._away(*span)
                self._seams(node, spans[first:last])

    def _dash(self, node: yaml.SequenceNode, number: int, item: yaml.Node, ends: Sequence[int]) -> int:
        """The line where an item starts, which may be above what it says."""
        if node.flow_style:
            return int(item.start_mark.line)
        first, line = ends[number - 1] if number else int(node.start_mark.line), int(item.start_mark.line)
        return next((one for one in range(line, first, -1) if self.lines[one].lstrip().startswith("-")), first)

    def _seams(self, node: yaml.CollectionNode, spans: Sequence[tuple[int, int]]) -> None:
        """Lines may come before or after any of these."""
        if node.flow_style:
            self.takes_away = self._all_of(node) or self.takes_away
        for start, end in spans:
            self.seams |= {start, end}

    def _all_of(self, node: yaml.Node) -> bool:
        """Open all lines of what stands in brackets."""
        self._open(node.start_mark.line, node.end_mark.line + 1)
        self.takes_away = True
        return True

    def _open(self, start: int, end: int) -> None:
        self.open |= {*range(start, end)}
        self.seams |= {*range(start, end + 1)}

    def _away(self, start: int, end: int) -> None:
        self.takes_away = True
        self._open(start - (start > 0 and not self.lines[start - 1].strip()), end)

    def _after(self, node: Any, least: int) -> int:  # noqa: ANN401 - nodes have no common type in the stubs
        """The line after the last one of a node."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            below, start = (last[1], last[0].end_mark.line) if isinstance(last, tuple) else (last, last.start_mark.line)
            return max(self._after(below, start + 1), least)
        end = int(node.end_mark.line) + (node.end_mark.column > 0 or node.style not in {"|", ">"})
        while end > least and not self.lines[end - 1].strip():
            end -= 1
        return max(end, least)

    def leads_to(self, new: str) -> bool:
        """Whether another text comes of this one by changing, taking away and adding lines where that may be."""
        places: dict[str, int] = {}
        lines = [line.removesuffix("\r") for line in new.split("\n")]
        for number, line in enumerate(lines):
            places[line] = places.get(line, 0) | 1 << number
        every, reached = (1 << len(lines) + 1) - 1, 1  # bit n: the first n lines of the new text are accounted for
        for number in range(len(self.lines) + 1):
            if number in self.seams and reached:
                reached = every & ~((reached & -reached) - 1)
            if number < len(self.lines):
                kept = (reached & places.get(self.lines[number], 0)) << 1
                reached = kept | (reached if number in self.open else 0)
        return bool(reached >> len(lines) & 1)
