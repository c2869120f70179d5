"""Edits of chance on any data of the format, and what must hold of a text that they have been made on."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError as OtherError

from staircase.core.model import keys_at
from staircase.core.model.assignment import Assignment
from staircase.core.source import KeyPath
from staircase.core.yaml.edit import Add, Edit, Remove, Set, value_at
from tests.render.attacks import ATTACKS, HONEST

TEXTS = (
    *(text for text in (*ATTACKS.values(), *HONEST.values())),
    *("no", "Yes", "null", "~", "112", "1.10", "0123", "0x1F", "1e3", "12:30", "2026-01-31", "2026-02-30", "-5", ".5"),
    *("a", "a: b", "a #b", "a:", "- a", "-", "? a", "'a'", '"a"', "a, b", "[a]", "{a: b}", "&a", "*a", "!a", "<<", "="),
    *(
        "word " * 40 + "end",
        "one\ntwo",
        "one\n\ntwo",
        " one",
        "one ",
        "one\n",
        "\none",
        "a\n  b",
        "x" * 150,
        "---",
        "...",
    ),
    *("word " * 30 + "end\n" + "other " * 30 + "end", "%a", "@a", "`a`", "a\tb", "”hej”", "\xa0a", "a  b", "é", "日本"),
)
NULLS = ("", "~", "null")
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")


def paths(data: Any, path: KeyPath = ()) -> Iterator[KeyPath]:  # noqa: ANN401 - plain data
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in below:
        yield (*path, part)
        yield from paths(value, (*path, part))


def edit(chance: Random, data: Any) -> Edit:  # noqa: ANN401 - plain data
    """An edit of something that is there, or could be."""
    there = list(paths(data))
    path = chance.choice(there)
    value = value_at(data, path)
    match chance.choice(["set", "set", "new", "add", "remove"]):
        case "remove" if len(data) > 1 or len(path) > 1:
            return Remove(path)
        case "add":
            lists = [one for one in there if isinstance(value_at(data, one), list)]
            path = chance.choice(lists or [("goals",)])
            items = value_at(data, path) or []
            at = chance.choice([None, None, None, chance.randint(0, len(items))])
            return Add(path, new_value(chance) if not items else like(chance, items[-1]), at)
        case "new":
            holders = [(), *(one for one in there if isinstance(value_at(data, one), dict))]
            holder = chance.choice(holders)
            keys = [key for key in keys_at(Assignment, holder) if key not in (value_at(data, holder) or {})]
            return Set((*holder, chance.choice([*keys, "x-new"])), new_value(chance))
        case _:
            return Set(path, chance.choice([like(chance, value), like(chance, value), new_value(chance)]))


def like(chance: Random, value: Any) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return {key: like(chance, one) for key, one in value.items()}
    if isinstance(value, list):
        return [like(chance, one) for one in value]
    return chance.choice([*TEXTS, "2026-05-04", "17", "4.5", "a word", "code"])


def new_value(chance: Random) -> Any:  # noqa: ANN401 - plain data
    return chance.choice(
        [
            *(like(chance, None) for _ in range(4)),
            {"value": "4.5", "date": "2026-01-31"},
            {"step": "benefits", "entered": "2026-01-31", "why": like(chance, None)},
            {"id": "new", "title": like(chance, None), "measure": {"what": like(chance, None), "unit": "h"}},
            [like(chance, None), "two"],
            [{"date": "2026-01-31", "forum": like(chance, None)}],
        ]
    )


def is_allowed(made: Edit) -> bool:
    """Whether no text of an edit holds what a file may not."""
    values = [] if isinstance(made, Remove) else [made.value if isinstance(made, Set) else made.item]
    while values:
        value = values.pop()
        if isinstance(value, dict | list):
            values += value.values() if isinstance(value, dict) else value
        elif value and FORBIDDEN.search(value):
            return False
    return True


@lru_cache(maxsize=64)
def other_reading(text: str) -> Any:  # noqa: ANN401 - plain data
    """What another library takes the text to say by YAML 1.2, every scalar as text."""
    reader = YAML(typ="base", pure=True)
    reader.version = (1, 2)
    try:
        return reader.load(text)
    except OtherError:
        return None


def as_texts(data: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data where nothing and its spellings are the same."""
    if isinstance(data, dict):
        return {str(key): as_texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_texts(value) for value in data]
    return "" if data is None or data in NULLS else data


def changed(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """How many lines stay at the head, and how many lines of the old and of the new text are not the same."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, len(old) - head - tail, len(new) - head - tail


def lines_of(text: str, path: KeyPath) -> tuple[int, int]:
    """The first line of what stands at a path, with its key or dash, and the line after its last one."""
    node, start = yaml.compose(text, Loader=yaml.CSafeLoader), 0
    for part in path:
        if isinstance(node, yaml.MappingNode):
            key, node = next((key, value) for key, value in node.value if key.value == part)
            start = key.start_mark.line
        elif isinstance(node, yaml.SequenceNode):
            start = _line_after(node.value[int(part) - 1]) if part and not node.flow_style else node.start_mark.line
            node = node.value[int(part)]
    return start, max(_line_after(node), start + 1)


def _line_after(node: Any) -> int:  # noqa: ANN401 - nodes have no common type in the stubs
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return max(_line_after(last[1]), last[0].end_mark.line + 1) if isinstance(last, tuple) else _line_after(last)
    end = node.end_mark
    return int(end.line) + (end.column > 0 or node.style not in {"|", ">"})


def is_in_brackets(text: str, path: KeyPath) -> bool:
    """Whether what stands at a path, or something around it, is a mapping or a list in brackets."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    for part in (*path, None):
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            return True
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and part is not None:
            node = node.value[int(part)]
    return False


def keeps_the_rest(text: str, new: str, data: Any, made: Edit) -> bool:  # noqa: ANN401 - plain data
    """Whether nothing has changed but lines that the edit names."""
    if text == new:
        return True
    if isinstance(made, Set) and not made.value and made.value != "":
        made = Remove(made.path)  # nothing is to stand there
    old_lines, new_lines = text.split("\n"), new.split("\n")
    holder = made.path if isinstance(made, Add) else made.path[:-1]
    named = made.path
    while isinstance(made, Remove) and len(named) > 1 and len(value_at(data, named[:-1])) == 1:
        named = named[:-1]
        holder = named[:-1]
    is_first_of_item = isinstance(made, Remove) and holder and isinstance(holder[-1], int) and _is_first(data, named)
    if is_in_brackets(text, holder) or is_first_of_item:
        named = holder
    elif (
        not isinstance(made, Remove) and value_at(data, holder) and (isinstance(made, Add) or not _is_key(data, named))
    ):
        removed = changed(old_lines, new_lines)[1]
        return removed == 0 or (removed == 1 and not text.endswith("\n"))
    while not _is_key(data, named):
        named = named[:-1]
    first, after_last = lines_of(text, named) if named else (0, len(old_lines))
    if not text.endswith("\n"):
        first -= 1  # the break of the line above is the last one then
    elif isinstance(made, Remove) and first and not old_lines[first - 1].strip():
        first -= 1  # the blank line that parts it from what stands above
    head, removed, _ = changed(old_lines, new_lines)
    tail, removed_again, _ = changed(old_lines[::-1], new_lines[::-1])
    tail = len(old_lines) - tail - removed_again
    return any(first <= at and at + removed <= after_last for at in (head, tail))


def _is_first(data: Any, path: KeyPath) -> bool:  # noqa: ANN401 - plain data
    holder = value_at(data, path[:-1])
    return isinstance(holder, dict) and next(iter(holder)) == path[-1]


def _is_key(data: Any, path: KeyPath) -> bool:  # noqa: ANN401 - plain data
    holder = value_at(data, path[:-1])
    return not path or (path[-1] in holder if isinstance(holder, dict) else isinstance(holder, list))
