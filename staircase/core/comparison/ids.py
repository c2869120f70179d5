"""What a change has renamed: assignments, what stands in them, and what the programme declares, each by its old id.

An assignment is renamed that is gone under one id and there under another with the same or like values: what files say
is compared, not how they are written, and a file with errors offers what can be read of it. Both sides are compared by
the ids of now, so that nothing but the renaming itself is told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from staircase.core.finding import Finding, Subject
from staircase.core.load import assignment_id
from staircase.core.model import Part
from staircase.core.model.assignment import Accepted, Benefit, RoadmapItem, Trial
from staircase.core.model.program import Department, Document, Goal
from staircase.core.portfolio import Portfolio
from staircase.core.source import PROGRAM_FILE
from staircase.core.yaml import Raw, readable

ENOUGH = Fraction(1, 2)
"""The least share of equal values in a file that has another title or start."""

RARE = 8
"""A value that more files than this have that went, or that came, makes no two of them alike."""

COMMON = frozenset({"department", "lead", "together", "kind", "goals", "tags"})
"""Keys whose values many assignments share by nature: none of them tells one file from another."""

_HEAD = (("title",), ("started",))

_BETWEEN = re.compile(r": |[\n,{}\[\]]")
"""What stands between two values, however a file is written."""

_Value = tuple[tuple[str, ...], str]
"""A place without positions, and what stands there."""

_Values = Counter[_Value]


def renames(before: Portfolio, after: Portfolio) -> dict[str, str]:
    """Pair the ids before with those after, each once: equal texts first, then the most alike.

    Alike are files whose values are equal, those with the same title and start, and those that share half of all their
    values and half of those that tell files apart. What a file that stayed says, too, tells none apart: the ready-made
    text of a house makes no rename, and what is in doubt is another assignment.
    """
    gone, come = _texts(before, after), _texts(after, before)
    found = _of_equal_text(gone, come)
    if gone and come:
        likeness = _Likeness(_offered(gone), _offered(come), _words((before, after), {*gone, *come}))
        taken: set[str] = set()
        for _, _, old, new in sorted((-score, sorted(pair), *pair) for pair, score in likeness.scores()):
            if old not in found and new not in taken:
                found[old] = new
                taken.add(new)
    return found


def _texts(portfolio: Portfolio, other: Portfolio) -> dict[str, str]:
    """The texts of the assignments that only this portfolio has, those with errors among them, by id."""
    known = {assignment_id(path) for path in other.sources if path != PROGRAM_FILE} | other.ids
    found: dict[str, str] = {}
    for path, source in portfolio.sources.items():
        name = assignment_id(path)
        if path != PROGRAM_FILE and name not in known:
            found.setdefault(name, source.text)
    return found


def _of_equal_text(gone: dict[str, str], come: dict[str, str]) -> dict[str, str]:
    """Take out the pairs of equal texts, both sides in the order of their names."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(come, reverse=True):
        waiting[come[name]].append(name)
    found = {name: waiting[gone[name]].pop() for name in sorted(gone) if waiting[gone[name]]}
    for old, new in found.items():
        del gone[old], come[new]
    return found


def _offered(texts: Mapping[str, str]) -> dict[str, _Values]:
    return {name: Counter(_of(readable(text), ())) for name, text in texts.items()}


def _of(raw: Raw, place: tuple[str, ...]) -> Iterator[_Value]:
    match raw:
        case str():
            yield place, raw
        case dict():
            for key, value in raw.items():
                yield from _of(value, (*place, key))
        case list():
            for one in raw:
                name = one.get("id") if isinstance(one, dict) else None
                yield from _of(one, (*place, name if isinstance(name, str) else ""))


def _words(sides: Iterable[Portfolio], moved: set[str]) -> frozenset[str]:
    """All that stands in the files that neither came nor went."""
    texts = {
        source.text
        for portfolio in sides
        for path, source in portfolio.sources.items()
        if path != PROGRAM_FILE and assignment_id(path) not in moved
    }
    return frozenset(word for text in texts for word in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    return (piece.strip(" -\"'") for piece in _BETWEEN.split(text))


class _Likeness:
    """How alike files are that went and that came, beside what those say that stayed."""

    def __init__(self, gone: Mapping[str, _Values], come: Mapping[str, _Values], stayed: frozenset[str]) -> None:
        self._gone, self._come, self._stayed = gone, come, stayed

    def scores(self) -> Iterator[tuple[tuple[str, str], Fraction]]:
        """The pairs that are alike enough, with their share of equal values; one more where equal or begun alike."""
        for old, new in set(self._candidates()):
            score = self._score(self._gone[old], self._come[new])
            if score:
                yield (old, new), score

    def _candidates(self) -> Iterator[tuple[str, str]]:
        """The pairs that share a value which few others have; equal files share all of theirs."""
        ours, theirs = _holders(self._gone), _holders(self._come)
        for value, names in ours.items():
            others = theirs.get(value, ())
            if len(names) <= RARE and len(others) <= RARE:
                yield from ((name, other) for name in names for other in others)

    def _score(self, ours: _Values, theirs: _Values) -> Fraction:
        share = _share(ours, theirs)
        head = _head(ours)
        if share == 1 or (head == _head(theirs) and len(head) == len(_HEAD) and self._telling(head)):
            return 1 + share
        told = _share(self._telling(ours), self._telling(theirs))
        return share if share >= ENOUGH and told >= ENOUGH else Fraction(0)

    def _telling(self, values: _Values) -> _Values:
        """Leave out what many assignments share by nature, and what a file that stayed says too."""
        return Counter(
            {
                (place, text): count
                for (place, text), count in values.items()
                if place[0] not in COMMON and not self._stayed.issuperset(_pieces(text))
            }
        )


def _holders(files: Mapping[str, _Values]) -> dict[Hashable, list[str]]:
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(files):
        values = files[name]
        if values:
            holders[frozenset(values.items())].append(name)
            holders["head", frozenset(_head(values))].append(name)
        for value in values:
            holders[value].append(name)
    return holders


def _head(values: _Values) -> _Values:
    """The title and the start."""
    return Counter({value: count for value, count in values.items() if value[0] in _HEAD})


def _share(ours: _Values, theirs: _Values) -> Fraction:
    """The share of equal values among the larger file's."""
    largest = max(ours.total(), theirs.total())
    return Fraction((ours & theirs).total(), largest) if largest else Fraction(0)


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
        """What a rule names in an assignment of this name or in the programme, by the id of now."""
        if rule in _OF_ASSIGNMENTS:
            return self.assignments.get(item, item)
        own = self.parts.get(name, {}) if name else self.declared
        return next((new for (family, old), new in own.items() if old == item and family != "documents"), item)

    def finding(self, finding: Finding) -> Finding:
        """A finding by the ids of now."""
        subject = self.subject(finding.subject)
        item = finding.item and self.item(finding.rule, finding.item, subject.id)
        return finding._replace(subject=subject, item=item)

    def accepted(self, entries: Iterable[Accepted], name: str = "") -> tuple[Accepted, ...]:
        """What accepts gaps, by the ids of now, in an assignment of this name or in the programme."""
        return tuple(
            entry.model_copy(update={"item": self.item(entry.rule, entry.item, name)}) if entry.item else entry
            for entry in entries
        )

    def followed(self, before: PartT, after: Part, name: str = "") -> PartT:
        """The side before by the ids of now, of an assignment of this name or of the programme."""
        if not self:
            return before
        were, are = (frozenset(_named(side)) for side in (before, after))
        return _Follower(self, name, were - are, are - were).part(before)


def _turned(ids: Mapping[Place, str]) -> dict[Place, str]:
    return {(family, new): old for (family, old), new in ids.items()}


_Named = tuple[str, str]
"""An id that a file names, after the field that names it, or the rule whose gap it accepts."""


def _named(part: Part) -> Iterator[_Named]:
    for key, value in part:
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Accepted) and one.item:
                yield one.rule, one.item
            elif isinstance(one, Part):
                yield from _named(one)
            elif key in _REFERENCES and isinstance(one, str):
                yield key, one


@dataclass(frozen=True, slots=True)
class _Follower:
    """Writes the ids of now into a file as it was before.

    Attributes:
        renames: what was renamed.
        name: its assignment.
        gone: what only the side before names; what the side after names by the id of then, too, is wrong and no change.
        come: what only the side after names; what is not among it by the id of now was given up, by the id of then.
    """

    renames: Renames
    name: str
    gone: frozenset[_Named]
    come: frozenset[_Named]

    def part(self, part: PartT, family: str = "") -> PartT:
        """A part with the ids of now; ``family`` is the list that it stands in."""
        values = {key: getattr(part, key) for key in type(part).model_fields}
        news = {key: self._value(value, key, family) for key, value in values.items()}
        update = {key: new for key, new in news.items() if new != values[key]}
        return part.model_copy(update=update) if update else part

    def _value(self, value: Any, key: str, family: str) -> Any:  # noqa: ANN401 - a field of any model
        match value:
            case Accepted(rule=rule, item=str(item)):
                is_stale = (rule, item) not in self.gone
                return value if is_stale else self.renames.accepted((value,), self.name)[0]
            case Part():
                return self.part(value, family)
            case tuple():
                return tuple(self._value(one, key, key) for one in value)
            case str() if key == "id":
                return self._renamed(value, family)
            case str() if key in _REFERENCES:
                named = "departments" if family == "departments" else _REFERENCES[key]
                new = self._renamed(value, named)
                return new if (key, value) in self.gone and (key, new) in self.come else value
            case _:
                return value

    def _renamed(self, value: str, family: str) -> str:
        if family == "assignments":
            return self.renames.assignments.get(value, value)
        if family not in PARTS:
            return self.renames.declared.get((family, value), value)
        first, slash, last = value.rpartition("/")
        name = self.renames.assignments.get(first, first) if slash else self.name
        new = self.renames.parts.get(name, {}).get((family, last), last)
        return f"{name}/{new}" if slash else new


def renamed(before: Portfolio, after: Portfolio) -> Renames:
    """What is there under one id before, and under another after."""
    assignments = renames(before, after) if before.sources.keys() != after.sources.keys() else {}
    old, new = before.program, after.program
    declared = _ids(DECLARED, old, new) if old and new and old is not new else {}
    entries = ((entry, after.entries.get(assignments.get(old, old))) for old, entry in before.entries.items())
    parts = {
        now.id: ids
        for was, now in entries
        if now and now.assignment is not was.assignment and (ids := _ids(PARTS, was.assignment, now.assignment))
    }
    return Renames(assignments, parts, declared)


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
