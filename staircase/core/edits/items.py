"""Entries that an event makes, or fills in further: what was given, where nothing else stands yet."""

from collections.abc import Mapping
from typing import Any

from staircase.core.edits.ground import EventFile, EventPlan, refuse
from staircase.core.edits.values import new_id
from staircase.core.fix import command
from staircase.core.term import Code, Name
from staircase.core.yaml.edit import Add, Edit, Set, value_at
from staircase.core.yaml.parse import Raw

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
