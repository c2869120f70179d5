"""Keys of a file as people write them: ``benefits.travel-time.owner``, entries by their id or their day."""

from typing import Any

from staircase.core.edits.ground import refuse_unknown
from staircase.core.yaml.edit import value_at
from staircase.core.yaml.source import KeyPath

_DAYS = ("entered", "date", "from", "until")
"""The keys of entries without an id whose day tells them apart."""


def name_of(entry: Any) -> str | None:  # noqa: ANN401 - raw data has no narrower type
    """What an entry of a list is called: its id, its day, its rule or address, or the text that it is."""
    if isinstance(entry, dict):
        found = next((entry[key] for key in ("id", *_DAYS, "rule", "url") if isinstance(entry.get(key), str)), None)
        return str(found) if found else None
    return entry if isinstance(entry, str) else None


def spelled(data: Any, path: KeyPath) -> str | None:  # noqa: ANN401 - as above
    """A path as people write it; ``None`` where an entry on the way has no name of its own."""
    parts: list[str] = []
    for depth, part in enumerate(path):
        holder = value_at(data, path[:depth])
        if not isinstance(part, int):
            parts.append(part)
            continue
        names = [name_of(entry) for entry in holder]
        name = names[part]
        if name is None or names.count(name) > 1:
            return None
        parts.append(name)
    return ".".join(parts)


def path_of(data: Any, written: str) -> KeyPath:  # noqa: ANN401 - as above
    """The path that a written key means; its last parts may lead to what is not there yet.

    Raises:
        RefusedError: an entry that it names is not in its list.
    """
    path: KeyPath = ()
    rest = written
    while rest:
        holder = value_at(data, path)
        if not isinstance(holder, list):
            part, _, rest = rest.partition(".")
            path = (*path, part)
            continue
        names = [name_of(entry) or "" for entry in holder]
        number = next(
            (n for n, name in enumerate(names) if name and (rest == name or rest.startswith(f"{name}."))), None
        )
        if number is None:
            refuse_unknown("entry", rest.partition(".")[0], [name for name in names if name])
        rest = rest[len(names[number]) + 1 :]
        path = (*path, number)
    return path
