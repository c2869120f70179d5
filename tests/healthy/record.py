"""A file as a list of facts, each with the day on which it happened and the day on which somebody wrote it down."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import yaml

LONGEST_DELAY = 45
"""How many days people take to write down what has happened, at most."""

Where = tuple[str, ...]
"""A key path; an id stands for the member of a list that has it."""

_BY_ID = frozenset({"trials", "benefits", "roadmap", "departments", "goals", "documents"})
_IN_ORDER_OF = {
    "journey": "entered",
    "pauses": "from",
    "measurements": "date",
    "shown": "date",
    "taken_home": "from",
    "accepted": "until",
}


class _Plain(yaml.CSafeDumper):
    """A writer of YAML that repeats what stands twice: the format has no anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - whatever it is
        return True


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a file says from a day on.

    Attributes:
        happened: when it happened or was decided.
        written: when it came to stand in the file.
        where: the key path that it stands at.
        value: what stands there: it replaces what stood before, and is added where the path ends at a list of entries.
    """

    happened: date
    written: date
    where: Where
    value: object


@dataclass(frozen=True)
class Record:
    """All that one file ever says, in the order in which it is written.

    Attributes:
        id: the name of the file.
        facts: what it says.
        slip: a piece of its text, and what somebody typed instead.
    """

    id: str
    facts: tuple[Fact, ...]
    slip: tuple[str, str] = ("", "")

    def at(self, *where: str) -> tuple[Fact, ...]:
        """The facts at a key path, or below it."""
        return tuple(fact for fact in self.facts if fact.where[: len(where)] == where)

    def day_of(self, *where: str) -> date | None:
        """When the first fact at a key path happened."""
        return min((fact.happened for fact in self.at(*where)), default=None)

    def without(self, forgotten: Callable[[Fact], bool]) -> "Record":
        """The same file where nobody writes certain facts."""
        return replace(self, facts=tuple(fact for fact in self.facts if not forgotten(fact)))

    def plus(self, day: date, where: Where, value: object) -> "Record":
        """The same file where somebody writes one fact more, the same day."""
        facts = sorted((*self.facts, Fact(day, day, where, value)), key=lambda fact: fact.written)
        return replace(self, facts=tuple(facts))

    def changed(self, *where: str, to: Callable[[object], object]) -> "Record":
        """The same file with other values at a key path."""
        facts = (replace(one, value=to(one.value)) if one.where == where else one for one in self.facts)
        return replace(self, facts=tuple(facts))

    def known_to(self, day: date) -> int:
        """How many of the facts stand in the file on a day."""
        return sum(fact.written <= day for fact in self.facts)

    def text(self, facts: int) -> str:
        """The file with that many of its facts."""
        content: dict[str, object] = {}
        for fact in self.facts[:facts]:
            _put(content, fact.where, fact.value)
        return yaml.dump(content, Dumper=_Plain, sort_keys=False, allow_unicode=True).replace(*self.slip, 1)


class Diary:
    """A file while its story is being made up: what happens, before it is known when it is written down."""

    def __init__(self, name: str) -> None:
        self.id = name
        self.happenings: list[tuple[date, Where, object, bool]] = []

    def note(self, day: date, *where: str, value: object, same_day: bool = False) -> None:
        """Something happens; ``same_day`` where writing it is the act itself, as it is to vouch for a file."""
        self.happenings.append((day, where, value, same_day))

    def forget(self, forgotten: Callable[[date, Where], bool]) -> None:
        """Something that was to happen does not."""
        self.happenings = [one for one in self.happenings if not forgotten(one[0], one[1])]

    def written_down(self, chance: random.Random) -> Record:
        """The file with the day on which each fact is written.

        Who writes a fact down writes the earlier ones, too: a file does not tell an ending before its beginning.
        """
        happenings = sorted(self.happenings, key=lambda one: one[0])
        written: dict[date, date] = {}
        sitting = date.max
        for day in sorted({day for day, _, _, same_day in happenings if not same_day}, reverse=True):
            sitting = written[day] = min(sitting, day + timedelta(chance.randint(0, LONGEST_DELAY)))
        facts = (
            Fact(day, day if same_day else written[day], where, value) for day, where, value, same_day in happenings
        )
        there = [fact for fact in facts if fact.written >= sitting]  # nobody vouches for a file that is not there yet
        return Record(self.id, tuple(sorted(there, key=lambda fact: fact.written)))


def _put(content: dict[str, object], where: Where, value: object) -> None:
    key, *rest = where
    if not rest and key in _IN_ORDER_OF:
        entries = content.setdefault(key, [])
        assert isinstance(entries, list)
        entries.append(value)
        entries.sort(key=lambda entry: str(entry[_IN_ORDER_OF[key]]))
    elif rest and key in _BY_ID:
        members = content.setdefault(key, [])
        assert isinstance(members, list)
        name, *inside = rest
        member = next((one for one in members if one["id"] == name), None)
        if member is None:
            member = {"id": name}
            members.append(member)
        _put_in(member, tuple(inside), value)
    elif rest:
        part = content.setdefault(key, {})
        assert isinstance(part, dict)
        _put(part, tuple(rest), value)
    else:
        content[key] = value


def _put_in(member: dict[str, object], inside: Where, value: object) -> None:
    if inside:
        _put(member, inside, value)
    else:
        assert isinstance(value, Mapping)
        member.update(value)
