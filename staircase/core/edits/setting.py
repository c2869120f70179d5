"""Keys of files, set: what the programme declares, the gaps it lives with, and any other key as people write it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from staircase.core.edits import EventFile, EventGround, EventPlan, RefusedError, refuse, refuse_unknown
from staircase.core.edits.values import DECLARED, entry, fitting, period, place_for
from staircase.core.finding import PROGRAM, command
from staircase.core.model import keys_at
from staircase.core.model.assignment import Assignment, EarlierAssignment, EarlierBenefit, EarlierItem
from staircase.core.model.program import Program
from staircase.core.rules.table import GAPS, RULES, Scope
from staircase.core.source import PROGRAM_FILE, KeyPath
from staircase.core.term import Code, Name, Said
from staircase.core.yaml import Raw
from staircase.core.yaml.edit import Add, Edit, Remove, Set, value_at


@dataclass(frozen=True)
class DeclareEvent:
    """A department, a goal or a document of the programme."""

    what: str
    new: str
    name: str
    manager: str | None = None
    kind: str | None = None
    department: str | None = None
    from_: str | None = None
    to: str | None = None
    url: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """An entry of ``program.yaml``."""
        if self.what not in DECLARED:
            refuse_unknown("declared", self.what, DECLARED)
        program, family = ground.program, f"{self.what}s"
        if self.new in program.ids(family):
            call = command("set", PROGRAM.id, f"{family}.{self.new}.{_NAMED[self.what]}", self.name)
            refuse("declared-already", call, word=Name(self.new))
        declared = {
            "id": self.new,
            _NAMED[self.what]: self.name,
            **entry(
                kind=self.kind,
                department=ground.id_of("department", self.department) if self.department else None,
                manager=self.manager,
                from_=period(self.from_),
                to=period(self.to),
                url=self.url,
            ),
        }
        undo = command("unset", PROGRAM.id, f"{family}.{self.new}")
        return EventPlan({program.path: (Add((family,), declared),)}, undo=undo)


_NAMED = {"department": "name", "goal": "title", "document": "title"}


@dataclass(frozen=True)
class AdoptEvent:
    """A plan or a governing document was adopted."""

    document: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The day, where it was a draft."""
        program, document = ground.program, ground.id_of("document", self.document)
        key = f"documents.{document}.adopted"
        if day := program.entry("documents", document).get("adopted"):
            call = command("set", PROGRAM.id, key, ground.day)
            refuse("adopted-already", call, word=Name(document), written=Name(str(day)))
        place = (*program.place("documents", document), "adopted")
        return EventPlan({program.path: (Set(place, ground.day),)}, undo=command("unset", PROGRAM.id, key))


@dataclass(frozen=True)
class AcceptEvent:
    """The programme decides to live with a gap, for now."""

    rule: str
    id: str
    until: str
    why: str
    item: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """An entry of ``accepted``: in the assignment's file, else in ``program.yaml`` with what it is about."""
        if self.rule not in GAPS:
            refuse_unknown("rule", self.rule, tuple(GAPS))
        if self.until < ground.day:
            refuse("until-past", word=Name(self.until), day=ground.on)
        about = self._of_program(ground)
        target = ground.assignment(self.id) if about is None else ground.program
        item = self.item if about is None else None if about == PROGRAM.id else about
        accepted = entry(rule=self.rule, item=item, until=self.until, why=self.why)
        return EventPlan({target.path: (Add(("accepted",), accepted),)})

    def _of_program(self, ground: EventGround) -> str | None:
        """Which of the things that gaps of the programme are about it is: itself, a department, a goal or a lead.

        What the rule looks at says which, for a department may be called as a lead or an assignment is. ``None`` of an
        assignment, and of what is none of them.

        Raises:
            RefusedError: nothing is called so that the rule looks at, or several are.
        """
        checks = next(rule.checks for rule in RULES if rule.name == self.rule)
        if Scope.DEPARTMENT in checks:
            return ground.declared("department", self.id)
        if Scope.GOAL in checks:
            return ground.declared("goal", self.id)
        portfolio = ground.portfolio
        if Scope.PROGRAM not in checks or ground.id_of("assignment", self.id) in portfolio.ids:
            return None
        leads = {one.assignment.lead for one in portfolio.entries.values()}
        return self.id if self.id in {PROGRAM.id, *leads} else None


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


_DECIDED = ((0, None, EarlierAssignment), (2, "benefits", EarlierBenefit), (2, "roadmap", EarlierItem))
"""What ``was`` knows: how deep the key stands, in which list, and the entry's model."""


@dataclass(frozen=True)
class SetEvent:
    """A key has a value; of one that was decided before, whether that was wrong, or it is decided anew."""

    id: str
    key: str
    value: str
    correct: bool = False
    anew: bool = False
    why: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """The value in the place of the old one, which goes to ``was`` where it held until now."""
        target = ground.file(self.id)
        path = path_of(target.data, self.key)
        value = fitting(self.value, Program if target.path == PROGRAM_FILE else Assignment, path)
        if self.correct and self.anew:
            refuse("correct-and-anew", self._call(target, "--anew"))
        old = value_at(target.data, path)
        decided = decided_path(path) if old not in (None, value) else None
        if decided is None or self.correct:
            return EventPlan(
                {target.path: (Set(path, value),)}, undo=undo_of(target, path, is_decided=decided is not None)
            )
        if not self.anew:
            correction = Code(self._call(target, "--correct"))
            said = Said("refused.correct-or-anew", {"key": Code(self.key), "correction": correction})
            raise RefusedError(said, self._call(target, "--anew"), either=("correct", "anew"))
        return EventPlan({target.path: (*self._before(target, decided, ground), Set(path, value))})

    def _call(self, target: EventFile, how: str) -> str:
        return command("set", target.id, self.key, self.value, how)

    def _before(self, target: EventFile, decided: KeyPath, ground: EventGround) -> tuple[Edit, ...]:
        """The old value as an entry of ``was`` that holds until the day before."""
        until = (ground.on - timedelta(days=1)).isoformat()
        holder, key = (*decided[:-1], "was"), str(decided[-1])
        entries: Any = [one if isinstance(one, dict) else {} for one in value_at(target.data, holder) or ()]
        old: Raw = value_at(target.data, decided)
        days = [entry.get("until") for entry in entries]
        if until in days:
            place = (*holder, days.index(until))
            if key in entries[days.index(until)]:
                refuse("decided-already", self._call(target, "--correct"), key=Code(key), day=ground.on)
            return (Set((*place, key), old), *([Set((*place, "why"), self.why)] if self.why else []))
        entry = {"until": until, key: old, **({"why": self.why} if self.why else {})}
        return (Add(holder, entry, place_for(until, days)),)


def decided_path(path: KeyPath) -> KeyPath | None:
    """The path of what was decided, of which a path is all or a part; ``None`` of what ``was`` does not know."""
    for depth, family, model in _DECIDED:
        if len(path) > depth and (family is None or path[0] == family) and path[depth] in keys_at(model, ()):
            return path[: depth + 1] if path[depth] not in {"until", "why"} else None
    return None


def undo_of(target: EventFile, path: KeyPath, *, is_decided: bool = False) -> str:
    """The command that gives a key its old value back, or takes it away where it had none; empty where none can.

    A word of a list comes back with the list.
    """
    if isinstance(path[-1], int):
        path = path[:-1]
        is_decided = decided_path(path) is not None and len(value_at(target.data, path)) > 1
    key = spelled(target.data, path)
    old = value_at(target.data, path)
    if key is None:
        return ""
    if old is None:
        return command("unset", target.id, key)
    texts = old if isinstance(old, list) else [old]
    if not all(isinstance(one, str) and (old is one or "," not in one) for one in texts):
        return ""
    return command("set", target.id, key, ", ".join(texts), *(["--correct"] if is_decided else []))


@dataclass(frozen=True)
class UnsetEvent:
    """Some keys, or entries of lists, are no more."""

    id: str
    keys: list[str]

    def plan(self, ground: EventGround) -> EventPlan:
        """Each of them taken away."""
        target = ground.file(self.id)
        paths = [path_of(target.data, key) for key in self.keys]
        for path, key in zip(paths, self.keys, strict=True):
            if value_at(target.data, path) is None:
                refuse("not-there", command("show", target.id), key=Code(key), id=Name(target.id))
        last_first = sorted(set(paths), key=lambda path: [(isinstance(part, str), part) for part in path], reverse=True)
        undo = undo_of(target, paths[0]) if len(paths) == 1 else ""
        return EventPlan({target.path: tuple(Remove(path) for path in last_first)}, undo=undo)
