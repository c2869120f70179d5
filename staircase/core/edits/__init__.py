"""The everyday events of the programme: where one happens, and what it comes to: edits of files, or a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NoReturn, Protocol

from staircase.core.choices import State
from staircase.core.finding import PROGRAM, command
from staircase.core.known import Known, known
from staircase.core.model.program import reorganised
from staircase.core.portfolio import Named, Portfolio, meant, names_of
from staircase.core.source import PROGRAM_FILE, KeyPath
from staircase.core.term import Name, Said, Term, Word
from staircase.core.yaml import Raw, everything
from staircase.core.yaml.edit import Edit


class RefusedError(Exception):
    """What is asked for makes no sense, or can't be done.

    Attributes:
        said: why.
        call: the nearest call that makes sense, where there is one.
        word: what was written, where something else may have been meant.
        choices: what could have been written in its place.
        either: the fields of the event of which one would settle it.
    """

    def __init__(
        self, said: Said, call: str = "", word: str = "", choices: Sequence[str] = (), either: tuple[str, ...] = ()
    ) -> None:
        super().__init__(said, call, word, choices, either)
        self.said, self.call, self.word, self.choices, self.either = said, call, word, tuple(choices), either


def refuse(reason: str, call: str = "", **terms: Term) -> NoReturn:
    """Refuse for a reason, in the catalogues' words.

    Raises:
        RefusedError: always.
    """
    raise RefusedError(Said(f"refused.{reason}", terms), call)


def refuse_unknown(what: str, word: str, choices: Sequence[str]) -> NoReturn:
    """Refuse a word that names nothing of its kind.

    Raises:
        RefusedError: always.
    """
    raise RefusedError(Said(f"refused.unknown-{what}", {"word": Name(word)}), word=word, choices=choices)


@dataclass(frozen=True)
class EventPlan:
    """What an event comes to.

    Attributes:
        edits: what is to be edited in files that are there, by path.
        made: what new files are to say, by path.
        moved: the new path of files that get another name, by the old one.
        undo: the command that takes it back, where there is one.
        may_repeat: whether it may be told again, and then changes nothing.
    """

    edits: Mapping[str, Sequence[Edit]] = field(default_factory=dict)
    made: Mapping[str, Mapping[str, Raw]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    undo: str = ""
    may_repeat: bool = False


ASKED: Mapping[str, bool] = MappingProxyType({"asked": True})
"""Metadata of an event's field that is asked for along with what is missing, and may be left open."""


class EverydayEvent(Protocol):
    """An event: its values are its fields, and those without a default are asked for where they are missing."""

    def plan(self, ground: "EventGround") -> EventPlan:
        """What it comes to there.

        Raises:
            RefusedError: it makes no sense there.
        """
        ...


@dataclass(frozen=True)
class EventFile:
    """The assignment that an event is about.

    ``data`` is what its file says, text by text; ``known`` what was known of it on the event's day, and ``None`` where
    the file can't be judged.
    """

    id: str
    path: str
    data: dict[str, Any]
    known: Known | None = None

    def days(self, family: str, key: str) -> list[str | None]:
        """What the entries of a list say under the key of their day, in their order."""
        return _days(self.data.get(family), key)

    def days_within(self, family: str, name: str, inner: str, key: str) -> list[str | None]:
        """The same of a list within an entry.

        Raises:
            RefusedError: there is no such entry.
        """
        return _days(self.entry(family, name).get(inner), key)

    def value_on(self, family: str, name: str, inner: str, day: str) -> str | None:
        """The value that an entry of such a list has on a day; nothing where it has none.

        Raises:
            RefusedError: there is no such entry.
        """
        entries = self.entry(family, name).get(inner) or ()
        return next((one.get("value") for one in entries if isinstance(one, dict) and one.get("date") == day), None)

    def ids(self, family: str) -> list[str]:
        """The ids of the entries of a list."""
        found = self.data.get(family)
        return [str(entry["id"]) for entry in found or () if isinstance(entry, dict) and entry.get("id")]

    def place(self, family: str, name: str) -> KeyPath:
        """Where the entry with an id stands.

        Raises:
            RefusedError: there is none.
        """
        found = self.data.get(family)
        for number, item in enumerate(found if isinstance(found, list) else ()):
            if isinstance(item, dict) and item.get("id") == name:
                return (family, number)
        refuse_unknown(family, name, self.ids(family))

    def entry(self, family: str, name: str) -> dict[str, Any]:
        """The entry with an id.

        Raises:
            RefusedError: there is none.
        """
        place = self.place(family, name)
        entry: dict[str, Any] = self.data[family][place[1]]
        return entry

    def open_on(self, day: date, call: str) -> "EventFile":
        """The same, if it has begun and has not ended.

        Raises:
            RefusedError: it is planned, or has ended.
        """
        known = self.running_on(day, call).known
        if known and known.state is State.COMPLETED and known.ended:
            self._refuse_ended(known, known.ended)
        return self

    def running_on(self, day: date, call: str) -> "EventFile":
        """The same, if it has begun and was not stopped: of what is completed benefits are measured and taken home.

        Raises:
            RefusedError: it is planned, or was stopped.
        """
        known = self.known
        if known and known.state is State.PLANNED and day < known.assignment.started:
            started = known.assignment.started
            refuse("not-started", f"{call} --on {started.isoformat()}", id=Name(self.id), started=started, day=day)
        if known and known.state is State.STOPPED and known.ended:
            self._refuse_ended(known, known.ended)
        return self

    def climbing(self) -> "EventFile":
        """The same, if it is a staircase assignment.

        Raises:
            RefusedError: it is an enabling one, which has no journey, trials, benefits or roadmap.
        """
        if self.data.get("kind", "assignment") != "assignment":
            refuse("enabling", f"staircase show {self.id}", id=Name(self.id))
        return self

    def _refuse_ended(self, known: Known, ended: date) -> NoReturn:
        key = "completed" if known.state is State.COMPLETED else "stopped"
        refuse("ended", f"staircase unset {self.id} {key}", id=Name(self.id), state=Word(f"state.{key}"), ended=ended)


def _days(entries: Any, key: str) -> list[str | None]:  # noqa: ANN401 - raw data has no narrower type
    days = [entry.get(key) if isinstance(entry, dict) else None for entry in entries or ()]
    return [day if isinstance(day, str) else None for day in days]


@dataclass(frozen=True)
class EventGround:
    """The portfolio that an event happens in, and its day."""

    portfolio: Portfolio
    on: date
    today: date
    _targets: dict[str, EventFile] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def day(self) -> str:
        """The event's day as files write it."""
        return self.on.isoformat()

    def assignment(self, name: str) -> EventFile:
        """The assignment of that id or title.

        Raises:
            RefusedError: there is none, there are several, or its file can't be read as YAML.
        """
        found = self.id_of("assignment", name)
        if found not in self.portfolio.ids:
            refuse_unknown("assignment", name, sorted(self.portfolio.ids))
        if found not in self._targets:
            self._targets[found] = self._target(found)
        return self._targets[found]

    def running(self, name: str, event: str, *words: str) -> EventFile:
        """The staircase assignment of that name, if it runs on the day; else the event is to be told of another day.

        Raises:
            RefusedError: there is none, it is an enabling one, it is planned, or it was stopped.
        """
        return self.assignment(name).climbing().running_on(self.on, command(event, name, *words))

    def file(self, name: str) -> EventFile:
        """The assignment of that name, or the programme: ``program``.

        Raises:
            RefusedError: there is none, or its file can't be read as YAML.
        """
        return self.program if name == PROGRAM.id and name not in self.portfolio.ids else self.assignment(name)

    @property
    def program(self) -> EventFile:
        """What ``program.yaml`` says.

        Raises:
            RefusedError: it can't be read as YAML.
        """
        return EventFile(PROGRAM.id, PROGRAM_FILE, self._data(PROGRAM_FILE))

    def id_of(self, kind: Named, name: str) -> str:
        """The id of what is called so; of what nothing is called, that name.

        Raises:
            RefusedError: several are called so.
        """
        found = meant(name, kind, self.portfolio)
        if len(found) > 1:
            raise RefusedError(Said("refused.several", {"word": Name(name)}), word=name, choices=sorted(found))
        return found[0] if found else name

    def declared(self, kind: Named, name: str) -> str:
        """The id of what the programme declares under that id or name; any, where ``program.yaml`` can't be read.

        Raises:
            RefusedError: nothing is called so, or several are.
        """
        found, known = self.id_of(kind, name), names_of(kind, self.portfolio)
        if self.portfolio.program and found not in known:
            refuse_unknown(kind, name, sorted(known))
        return found

    def _target(self, name: str) -> EventFile:
        portfolio = self.portfolio
        entry = portfolio.entries.get(name)
        if entry is None:
            path = portfolio.broken[name]
            return EventFile(name, path, self._data(path))
        moved = reorganised(portfolio.departments.values(), self.on)
        return EventFile(name, entry.path, self._data(entry.path), known(entry, self.on, portfolio.assignment, moved))

    def _data(self, path: str) -> dict[str, Any]:
        source = self.portfolio.sources.get(path)
        data = everything(source.text) if source else None
        if not isinstance(data, dict):
            refuse("unreadable", "staircase check", path=Name(path))
        return data
