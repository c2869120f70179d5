"""Values as people write them, in the form that files have: numbers, lists, new ids, and entries made or filled in."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel

from staircase.core.edits.ground import EventFile, EventPlan, refuse
from staircase.core.fix import command
from staircase.core.model.value import is_list_at, is_text_at
from staircase.core.suggest import as_id, as_period, keyboard
from staircase.core.term import Code, Name
from staircase.core.yaml.edit import Add, Edit, Set, value_at
from staircase.core.yaml.parse import Raw
from staircase.core.yaml.source import KeyPath

_BLANKS = re.compile(r"[ \u00a0\u2009\u202f'_]")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'_]\d{3})+)(?:[.,]\d+)?", re.ASCII)
_DIGITS = re.compile(r"[+-]?\d[\d.,' \u00a0\u2009\u202f_]*", re.ASCII)
"""What can only be meant as a number, if it is one: a day has hyphens."""

_COMMA = re.compile(r"\s*,\s*")


def number(written: str) -> str:
    """A number as files write it: ``4,5`` is ``4.5``, ``420 000`` is ``420000``.

    Raises:
        RefusedError: it is none, or may be meant in two ways.
    """
    plain = keyboard(written)
    if not _NUMBER.fullmatch(plain):
        refuse("not-a-number", word=Name(written))
    return _BLANKS.sub("", plain).replace(",", ".")


def number_if_given(written: str | None) -> str | None:
    """The same of what may be left out."""
    return None if written is None else number(written)


def fitting(written: str, model: type[BaseModel], path: KeyPath) -> Raw:
    """A value as the place that it is meant for takes it: a text whole, a list at its commas, the rest tidied."""
    if is_list_at(model, path):
        parts: list[Raw] = [part for part in _COMMA.split(written.strip()) if part]
        return parts[0] if path == ("department",) and len(parts) == 1 else parts
    if is_text_at(model, path):
        return written
    plain = keyboard(written)
    return number(plain) if _DIGITS.fullmatch(plain) else plain


def period(written: str | None) -> str | None:
    """A period as files write it, where it can mean but one: ``Q4 2026`` is ``2026-Q4``."""
    return None if written is None else as_period(written, written)


def new_id(title: str, taken: Collection[str]) -> str:
    """An id made of a title, with a number where it is taken; refused where the title has no letters for one."""
    made = as_id(title, "")
    if not made:
        refuse("no-id", word=Name(title))
    found, number_of = made, 1
    while found in taken:
        number_of += 1
        found = f"{made[:60]}-{number_of}"
    return found


def entry(**values: str | None) -> dict[str, Raw]:
    """An entry of a list from the values that were given; ``from_`` is the key ``from``."""
    return {key.rstrip("_"): value for key, value in values.items() if value is not None}


def place_for(day: str, days: Collection[str | None]) -> int | None:
    """The position of a new entry among entries in the order of their days; ``None`` at the end."""
    before = [number for number, other in enumerate(days, 1) if other is None or other[: len(day)] <= day]
    at = max(before, default=0)
    return None if at == len(days) else at


Given = Mapping[tuple[str, ...], Raw]
"""What was given of an entry, by the paths of its keys; nothing where it was not."""


def added(target: EventFile, family: str, title: str, name: str | None, given: Given) -> EventPlan:
    """A new entry of a list, with an id of its own."""
    taken = [one for each in ("trials", "benefits", "roadmap") for one in target.ids(each)]
    if name is not None and name in taken:
        refuse("id-taken", word=Name(name))
    found = name or new_id(title, taken)
    entry: dict[str, Raw] = {"id": found, "title": title}
    for path, value in given.items():
        if value is not None:
            _put(entry, path, value)
    return EventPlan({target.path: (Add((family,), entry),)}, undo=command("unset", target.id, f"{family}.{found}"))


def filled(target: EventFile, family: str, name: str, given: Given) -> EventPlan:
    """More of an entry that is there; a value that stands there already is for ``set`` to change.

    Raises:
        RefusedError: another value stands there, or nothing was given.
    """
    place = target.place(family, name)
    edits: list[Edit] = []
    keys: list[str] = []
    for path, value in given.items():
        if value is None:
            continue
        old = value_at(target.data, (*place, *path))
        key = ".".join((family, name, *path))
        if old not in (None, value):
            written = value if isinstance(value, str) else "…"
            refuse("stands-already", command("set", target.id, key, written), key=Code(key))
        edits.append(Set((*place, *path), value))
        keys.append(key)
    if not edits:
        refuse("nothing-given", command("show", target.id), word=Name(name))
    is_new = all(value_at(target.data, edit.path) is None for edit in edits)
    return EventPlan({target.path: tuple(edits)}, undo=command("unset", target.id, *keys) if is_new else "")


def _put(entry: dict[str, Any], path: tuple[str, ...], value: Raw) -> None:
    for part in path[:-1]:
        entry = entry.setdefault(part, {})
    entry[path[-1]] = value
