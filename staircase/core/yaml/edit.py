"""Text and edits to text: what an edit does not name stays as it is, byte for byte, and the result is proven."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, assert_never

from pydantic import BaseModel

from staircase.core.finding import PROGRAM, Finding
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.source import PROGRAM_FILE, KeyPath, Source
from staircase.core.yaml import Raw, everything, fastest_places, parse
from staircase.core.yaml.compose import Composer
from staircase.core.yaml.splice import Layout, Splicer


@dataclass(frozen=True, slots=True)
class Set:
    """A value at a path, whether one is there or not; what leads to it is made. Nothing in it means: remove."""

    path: KeyPath
    value: Raw


@dataclass(frozen=True, slots=True)
class Add:
    """A new item of a list, which is made where there is none: the last, or one ``at`` a position."""

    path: KeyPath
    item: Raw
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Nothing at a path any more, nor at what would then hold nothing."""

    path: KeyPath


Edit = Set | Add | Remove


class LayoutError(Exception):
    """A text is laid out in a way that can't be edited safely.

    ``line`` is the line to edit by hand, or to add below, and ``to_add`` what is to stand there; empty to remove.
    """

    def __init__(self, line: int, to_add: tuple[str, ...]) -> None:
        super().__init__(line, to_add)
        self.line, self.to_add = line, to_add


def edited(source: Source, edits: Sequence[Edit]) -> str:
    """The text of a file after edits, each made on what the one before has left.

    Raises:
        LayoutError: an edit can't be made without touching what it does not name.
    """
    model = Program if source.path == PROGRAM_FILE else Assignment
    text, data, done = source.text, everything(source.text), None
    for edit in edits:
        for step in _steps(data, edit):
            (text, data), done = _spliced(text, data, step, model), step
    if done and not _errors(source.path, text) <= _errors(source.path, source.text):
        raise _refusal(source.text, done, model)
    return text


def new_text(data: Mapping[str, Raw], model: type[BaseModel]) -> str:
    """The text of a new file that holds the data, its keys in the order of the mapping."""
    composer = Composer(model)
    return "".join(f"{line}\n" for key, value in data.items() for line in composer.entry(key, value, (key,), 0))


def after(data: Raw, edit: Edit) -> Raw:
    """What a file is to say after an edit."""
    data = deepcopy(data)
    for step in _steps(data, edit):
        data = _after_step(data, step)
    return data


def value_at(data: Any, path: KeyPath) -> Any:  # noqa: ANN401 - raw data has no narrower type
    """What stands at a path in plain data; ``None`` where nothing does."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _steps(data: Raw, edit: Edit) -> Iterator[Edit]:
    """An edit as edits of one value each, as near to what is there as they come."""
    old = value_at(data, edit.path)
    match edit:
        case Remove(path):
            if _is_there(data, path):
                yield Remove(_outermost(data, path))
        case Add(path, item, at):
            if isinstance(old, list) and old:
                yield Add(path, item, len(old) if at is None else min(at, len(old)))
            else:
                yield from _steps(data, Set(path, [item]))
        case Set():
            yield from _set_steps(data, edit, old)
        case unknown:
            assert_never(unknown)


def _set_steps(data: Raw, edit: Set, old: Raw) -> Iterator[Edit]:
    path, value = edit.path, edit.value
    if not value and value != "":
        yield from _steps(data, Remove(path))
    elif isinstance(value, dict) and isinstance(old, dict) and old:
        yield from (step for key in value for step in _steps(data, Set((*path, key), value[key])))
        yield from (Remove((*path, key)) for key in old if key not in value)
    elif isinstance(value, list) and isinstance(old, list) and old:
        yield from _list_steps(data, path, old, value)
    elif value != old:
        yield _whole_step(data, path, value)


def _list_steps(data: Raw, path: KeyPath, old: list[Raw], new: list[Raw]) -> Iterator[Edit]:
    for number, item in enumerate(new[: len(old)]):
        yield from _steps(data, Set((*path, number), item))
    yield from (Add(path, item, len(old) + number) for number, item in enumerate(new[len(old) :]))
    yield from (Remove((*path, number)) for number in range(len(old) - 1, len(new) - 1, -1))


def _whole_step(data: Raw, path: KeyPath, value: Raw) -> Set:
    """Set a value with all that is missing on the way to it."""
    while len(path) > 1 and not value_at(data, path[:-1]) and isinstance(path[-1], str):
        path, value = path[:-1], {str(path[-1]): value}
    return Set(path, value)


def _is_there(data: Raw, path: KeyPath) -> bool:
    holder = value_at(data, path[:-1])
    part = path[-1]
    return part in holder if isinstance(holder, dict) else isinstance(holder, list) and int(part) < len(holder)


def _outermost(data: Raw, path: KeyPath) -> KeyPath:
    """The path of what holds nothing but what stands at a path."""
    while len(path) > 1 and len(value_at(data, path[:-1])) == 1:
        path = path[:-1]
    return path


def _after_step(data: Any, step: Edit) -> Any:  # noqa: ANN401 - raw data has no narrower type
    data = deepcopy(data)
    match step:
        case Add(path, item, at):
            value_at(data, path).insert(at, item)
        case Set(path, value):
            value_at(data, path[:-1])[path[-1]] = value
        case Remove(path):
            del value_at(data, path[:-1])[path[-1]]
        case unknown:
            assert_never(unknown)
    return data


def _spliced(text: str, data: Raw, step: Edit, model: type[BaseModel]) -> tuple[str, Raw]:
    """The first text that says what is intended, and what it says."""
    if not isinstance(data, dict):
        raise _refusal(text, step, model)
    intended = _after_step(data, step)
    for candidate in _candidates(text, data, step, model):
        if (said := everything(candidate)) == intended:
            return candidate, said
    raise _refusal(text, step, model)


def _candidates(text: str, data: Raw, step: Edit, model: type[BaseModel]) -> Iterator[str]:
    layout = Layout(text, fastest_places(text))
    splicer = Splicer(layout, _composer(layout, model, step.path))
    match step:
        case Add(path, item, at):
            yield splicer.item_text(path, item, at or 0, value_at(data, path))
        case Set(path, value) if _is_there(data, path):
            yield splicer.value_text(path, value)
        case Set(path, value):
            yield from splicer.key_texts(path, value)
        case Remove(path):
            yield splicer.without(path)
        case unknown:
            assert_never(unknown)


def _composer(layout: Layout, model: type[BaseModel], path: KeyPath) -> Composer:
    """How new text is written at a path: in double quotes where the keys and items in brackets around it are."""
    positions, is_quoted = layout.positions, False
    for depth in range(len(path) + 1):
        found, place = positions.find(path[:depth])
        if found == depth and positions.is_flow(place.value) and (children := positions.children(place.value)):
            sign = layout.text[layout.start(children[-1][1])]
            is_quoted = sign == '"' or (is_quoted and sign in "{[")
    is_json = is_quoted and positions.is_flow(0)
    return Composer(model, layout.list_indent, layout.mapping_indent, is_quoted=is_quoted, is_json=is_json)


def _errors(path: str, text: str) -> Counter[tuple[str, str]]:
    found: tuple[Finding, ...] = parse(path, text, PROGRAM).findings
    return Counter((finding.rule, finding.reason) for finding in found)


def _refusal(text: str, step: Edit, model: type[BaseModel]) -> LayoutError:
    layout = Layout(text, fastest_places(text))
    composer, path = Composer(model), step.path
    match step:
        case Add(path, item):
            lines = composer.item(item, (*path, 0), "- ")
        case Set(path, value):
            lines = composer.entry(str(path[-1]), value, path, 0)
        case Remove():
            lines = ()
        case unknown:
            assert_never(unknown)
    return LayoutError(layout.number(path), lines)
