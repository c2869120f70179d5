"""Ids that a change has renamed: of assignments, of what stands in them, and of what the programme declares.

Both sides are compared by the ids of now, so that what names a renamed thing means the same by its old id and its new
one, and nothing but the renaming itself is told.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from staircase.core.comparison.renames import renames
from staircase.core.finding import Finding, Subject
from staircase.core.model.assignment import Accepted, Assignment, Benefit, RoadmapItem, Trial
from staircase.core.model.program import Department, Document, Goal, Program
from staircase.core.model.value import Part
from staircase.core.portfolio import Portfolio

PARTS = ("trials", "benefits", "roadmap")
"""The lists of an assignment whose entries have ids."""

DECLARED = ("departments", "goals", "documents")
"""The lists of the programme whose entries have ids."""

Entry = Trial | Benefit | RoadmapItem | Department | Goal | Document
"""What has an id within a file."""

TELLING = 3
"""So many values besides its title tell an entry from any other."""

Place = tuple[str, str]
"""An id with the list that it stands in."""

_OF_ASSIGNMENTS = frozenset({"journey-blocked", "reference-cycle"})
"""The rules whose item is an assignment."""

_REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "department": "departments",
        "goals": "goals",
        "anchored_in": "documents",
        "document": "documents",
        "depends_on": "assignments",
        "based_on": "trials",
        "part_of": "benefits",
        "became": "assignments",
    }
)
"""The fields that name something by its id, and what they name; a department became departments."""

PartT = TypeVar("PartT", bound=Part)


@dataclass(frozen=True)
class Renames:
    """New ids by the old ones.

    Attributes:
        assignments: of assignments.
        parts: of trials, benefits and roadmap items, by the id that their assignment has now.
        declared: of departments, goals and documents.
    """

    assignments: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, Mapping[Place, str]] = field(default_factory=dict)
    declared: Mapping[Place, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was renamed."""
        return bool(self.assignments or self.parts or self.declared)

    @cached_property
    def back(self) -> "Renames":
        """The old ids by the new ones."""
        former = {new: old for old, new in self.assignments.items()}
        parts = {former.get(name, name): _turned(own) for name, own in self.parts.items()}
        return Renames(former, parts, _turned(self.declared))

    def subject(self, subject: Subject) -> Subject:
        """Whom a finding or a change is about, by the id of now."""
        if subject.kind == "assignment":
            name = self.assignments.get(subject.id, subject.id)
        else:
            name = self.declared.get((f"{subject.kind}s", subject.id), subject.id)
        return subject if name == subject.id else Subject(subject.kind, name)

    def item(self, rule: str, item: str, name: str) -> str:
        """What a rule names within an assignment, by the id of now; ids are unique over all lists of an assignment."""
        if rule in _OF_ASSIGNMENTS:
            return self.assignments.get(item, item)
        own = self.parts.get(name, {})
        return next((own[family, item] for family in PARTS if (family, item) in own), item)

    def finding(self, finding: Finding) -> Finding:
        """A finding by the ids of now."""
        subject = self.subject(finding.subject)
        item = finding.item and self.item(finding.rule, finding.item, subject.id)
        if (subject, item) == (finding.subject, finding.item):
            return finding
        return finding._replace(subject=subject, item=item)

    def accepted(self, entries: Iterable[Accepted], name: str) -> tuple[Accepted, ...]:
        """What accepts gaps of an assignment, by the ids of now."""
        return tuple(
            entry.model_copy(update={"item": self.item(entry.rule, entry.item, name)}) if entry.item else entry
            for entry in entries
        )

    def accepted_of_program(self, entries: Iterable[Accepted]) -> tuple[Accepted, ...]:
        """What accepts gaps of departments and goals, by the ids of now."""
        own = {old: new for (family, old), new in self.declared.items() if family in {"departments", "goals"}}
        return tuple(entry.model_copy(update={"item": own.get(entry.item or "", entry.item)}) for entry in entries)

    def assignment(self, model: Assignment, name: str) -> Assignment:
        """An assignment by the ids of now; ``name`` is its own."""
        if not self:
            return model
        followed = _Follower(self, name).part(model)
        return followed.model_copy(update={"accepted": self.accepted(model.accepted, name)})

    def program(self, model: Program) -> Program:
        """A programme by the ids of now."""
        if not self.declared:
            return model
        followed = _Follower(self, "").part(model)
        return followed.model_copy(update={"accepted": self.accepted_of_program(model.accepted)})


def _turned(ids: Mapping[Place, str]) -> dict[Place, str]:
    return {(family, new): old for (family, old), new in ids.items()}


@dataclass(frozen=True, slots=True)
class _Follower:
    """Writes the ids of now into a file's model; ``name`` is its assignment."""

    renames: Renames
    name: str

    def part(self, part: PartT, family: str = "") -> PartT:
        """A part with the ids of now; ``family`` is the list that it stands in."""
        values = {key: getattr(part, key) for key in type(part).model_fields}
        news = {key: self._value(value, key, family) for key, value in values.items()}
        update = {key: new for key, new in news.items() if new != values[key]}
        return part.model_copy(update=update) if update else part

    def _value(self, value: Any, key: str, family: str) -> Any:  # noqa: ANN401 - a field of any model
        match value:
            case Part():
                return self.part(value, family)
            case tuple():
                return tuple(self._value(one, key, key) for one in value)
            case str() if key == "id":
                return self._own.get((family, value)) or self.renames.declared.get((family, value), value)
            case str() if key in _REFERENCES:
                return self._reference(value, "departments" if family == "departments" else _REFERENCES[key])
            case _:
                return value

    @property
    def _own(self) -> Mapping[Place, str]:
        return self.renames.parts.get(self.name, {})

    def _reference(self, value: str, family: str) -> str:
        if family == "assignments":
            return self.renames.assignments.get(value, value)
        if family not in PARTS:
            return self.renames.declared.get((family, value), value)
        first, slash, last = value.partition("/")
        if not slash:
            return self._own.get((family, value), value)
        name = self.renames.assignments.get(first, first)
        return f"{name}/{self.renames.parts.get(name, {}).get((family, last), last)}"


def renamed(before: Portfolio, after: Portfolio) -> Renames:
    """What is there under one id before, and under another after."""
    assignments = renames(before, after)
    return Renames(assignments, dict(_parts(before, after, assignments)), _declared(before.program, after.program))


def _parts(
    before: Portfolio, after: Portfolio, assignments: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[Place, str]]]:
    for old, entry in before.entries.items():
        name = assignments.get(old, old)
        other = after.entries.get(name)
        if (
            other
            and other.assignment is not entry.assignment
            and (ids := _ids(PARTS, entry.assignment, other.assignment))
        ):
            yield name, ids


def _declared(before: Program | None, after: Program | None) -> dict[Place, str]:
    return {} if before is None or after is None or before is after else _ids(DECLARED, before, after)


def _ids(families: Iterable[str], before: Part, after: Part) -> dict[Place, str]:
    """The new ids in some lists of a file by the old ones."""
    lists = ((family, getattr(before, family), getattr(after, family)) for family in families)
    return {(family, old): new for family, *sides in lists for old, new in _paired(*sides)}


def _paired(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """The old and new ids of entries that are called the same, else of those that say the same under another title.

    Only where no other entry that came or went does so, too.
    """
    stayed = {one.id for one in before} & {one.id for one in after}
    gone, come = ([one for one in side if one.id not in stayed] for side in (before, after))
    for mark in (title_of, _rest):
        ours, theirs = _by(mark, gone), _by(mark, come)
        for said, ids in ours.items():
            if said and len(ids) == len(theirs.get(said, ())) == 1:
                yield ids[0], theirs[said][0]
                gone = [one for one in gone if one.id != ids[0]]
                come = [one for one in come if one.id != theirs[said][0]]


def title_of(entry: Entry) -> str:
    """What something with an id is called."""
    return entry.name if isinstance(entry, Department) else entry.title


def _rest(entry: Entry) -> tuple[object, ...]:
    """What an entry says besides its id and what it is called; nothing where that is too little to know it by."""
    own = [(key, value) for key, value in entry if key not in {"id", "title", "name"} and value not in (None, ())]
    return tuple(own) if len(own) >= TELLING else ()


def _by(mark: Callable[[Entry], Hashable], entries: Iterable[Entry]) -> Mapping[Hashable, Sequence[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for one in entries:
        found[mark(one)].append(one.id)
    return found
