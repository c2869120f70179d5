"""Assignments as files: a new one, one made of a roadmap item, and one that gets another name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from staircase.core.edits.ground import ASKED, EventGround, EventPlan, refuse
from staircase.core.file import ASSIGNMENTS, PROGRAM_FILE
from staircase.core.fix import command
from staircase.core.load import assignment_id
from staircase.core.model.value import is_id
from staircase.core.suggest import as_id
from staircase.core.term import Name
from staircase.core.yaml.edit import Set
from staircase.core.yaml.parse import Raw, everything
from staircase.core.yaml.source import KeyPath

DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices, whatever stands after a dot."""


@dataclass(frozen=True)
class NewEvent:
    """A new assignment."""

    title: str
    id: str
    department: str
    lead: str
    together: list[str] = field(default_factory=list, metadata=ASKED)
    started: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """Its file."""
        return EventPlan(made=_file(self, ground, department=ground.declared("department", self.department)))


@dataclass(frozen=True)
class NewEnablingEvent:
    """A new enabling assignment, which is beside the stairs and needs no department."""

    title: str
    id: str
    lead: str
    department: str | None = None
    together: list[str] = field(default_factory=list)
    started: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """Its file."""
        own = ground.declared("department", self.department) if self.department else None
        return EventPlan(made=_file(self, ground, kind="enabling", department=own))


@dataclass(frozen=True)
class NewOfItemEvent:
    """A new assignment that a roadmap item turns into: its title, department and goals, unless others are given."""

    id: str
    of: str
    lead: str
    title: str | None = None
    department: str | None = None
    together: list[str] = field(default_factory=list, metadata=ASKED)
    started: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """Its file, and that the item became it."""
        name, _, item = self.of.partition("/")
        origin = ground.assignment(name)
        place, entry = origin.place("roadmap", item), origin.entry("roadmap", item)
        if heir := entry.get("became"):
            refuse("became", command("show", str(heir)), title=Name(item), id=Name(str(heir)))
        given = ground.declared("department", self.department) if self.department else None
        own: Raw = given or entry.get("department") or origin.data.get("department")
        title = self.title or str(entry.get("title") or self.id)
        made = _file(self, ground, title=title, department=own, goals=entry.get("goals"))
        return EventPlan({origin.path: (Set((*place, "became"), self.id),)}, made)


def _file(event: Any, ground: EventGround, **more: Raw) -> dict[str, dict[str, Raw]]:  # noqa: ANN401 - each of the three
    """The new file by its path, its keys in the format's order."""
    free_id(event.id, ground)
    said: dict[str, Raw] = {
        "title": more.get("title") or event.title,
        "kind": more.get("kind"),
        "department": more.get("department"),
        "lead": event.lead,
        "started": event.started or ground.day,
        "goals": more.get("goals"),
        "together": list(event.together),
    }
    return {f"{ASSIGNMENTS}/{event.id}.yaml": {key: value for key, value in said.items() if value}}


def free_id(name: str, ground: EventGround) -> None:
    """Refuse what can't be the id of another assignment.

    Raises:
        RefusedError: it is none, it is taken, or Windows keeps it for a device.
    """
    if not is_id(name):
        refuse("not-an-id", word=Name(name), correction=Name(as_id(name)))
    if DEVICES.fullmatch(name):
        refuse("device", word=Name(name))
    if name in ground.portfolio.ids:
        refuse("id-taken", command("show", name), word=Name(name))


@dataclass(frozen=True)
class RenameEvent:
    """An assignment gets another id: its file's name, and every reference to it."""

    id: str
    new: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The file moved, and edits of each file that refers to it."""
        target = ground.assignment(self.id)
        free_id(self.new, ground)
        edits = {}
        for path, source in ground.portfolio.sources.items():
            if path == PROGRAM_FILE or target.id not in source.text:
                continue
            data = everything(source.text)
            if data is None:
                refuse("unreadable", "staircase check", path=Name(path))
            if found := tuple(Set(place, value) for place, value in _renamed(data, target.id, self.new)):
                edits[path] = found
        folder, _, name = target.path.rpartition("/")
        moved = f"{folder}/{self.new}{name.removeprefix(assignment_id(target.path))}"
        return EventPlan(edits, moved={target.path: moved}, undo=command("rename", self.new, target.id))


_REFERENCES = frozenset({"depends_on", "based_on", "became", "part_of"})


def _renamed(data: Any, old: str, new: str, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401 - raw
    """The references to an assignment, or to something in it, with its new id."""
    if isinstance(data, dict | list):
        for part, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _renamed(value, old, new, (*path, part))
    elif isinstance(data, str) and {part for part in path[-2:] if isinstance(part, str)} & _REFERENCES:
        name, parted, rest = data.partition("/")
        if name == old:
            yield path, f"{new}{parted}{rest}"
