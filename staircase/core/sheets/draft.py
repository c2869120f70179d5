"""Files as an import is to leave them: entries that are there and new ones, with what becomes otherwise in each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from pydantic import BaseModel

from staircase.core.edits import RefusedError
from staircase.core.edits.values import new_id, place_for
from staircase.core.model import Part, attribute_of, is_id, keys_at, required_at
from staircase.core.model.assignment import Assignment
from staircase.core.period import Period
from staircase.core.sheets import Sheet, SheetValue, written
from staircase.core.sheets.content import Content, as_written
from staircase.core.sheets.grid import CellRefusal, refuse_cell
from staircase.core.sheets.table import SHEETS
from staircase.core.source import KeyPath
from staircase.core.suggest import letters
from staircase.core.term import quoted
from staircase.core.yaml import Raw
from staircase.core.yaml.edit import Add, Edit, Remove, Set

Field = tuple[str, ...]
"""Where a value stands in an entry: its keys."""


Claims = Mapping[KeyPath, Sequence[Field]]
"""Parts of a file by their places, and of which keys of theirs the rows say something that are about them."""


class HeldCell(NamedTuple):
    """What a cell says, and where it stands; nothing where a cell was emptied.

    ``refusal`` is why it can't be used, of one that may say what its file says already: then nothing is asked of it.
    """

    content: Content | None
    column: int
    written: str
    refusal: CellRefusal | None = None

    def says(self, old: SheetValue) -> bool:
        """Whether it says what stands in the file: of a cell that tells nothing, whether its very text stands there."""
        if self.content is None:
            is_there = old is not None and written(old).split() == self.written.split()
            return is_there or (self.refusal is None and old in (None, ()))
        if isinstance(old, str) and isinstance(self.content, str):
            return old.split() == self.content.split()
        return old == self.content or (old is None and self.content == ())


Group = dict[str, HeldCell]
"""The cells of a row that are of one table, by the keys of its columns."""


@dataclass
class DraftEntry:
    """A file, or an entry of a list in one, that is there already or new.

    Attributes:
        kind: its model.
        there: what stands there; ``None`` of a new one.
        place: where it stands in its file.
        given: what it is to hold otherwise; nothing in the place of what is to go.
        said: the keys of which a row has said anything: another one may not say otherwise.
        lists: the entries of its lists, those that are there before the new ones.
        is_claimed: whether a row is about it.
        claims: the parts of its file that rows have told of which say nothing new, each with the keys of those.
    """

    kind: type[Part]
    there: Part | None = None
    place: KeyPath = ()
    given: dict[Field, Content | None] = field(default_factory=dict)
    said: set[Field] = field(default_factory=set)
    lists: dict[str, list["DraftEntry"]] = field(default_factory=dict)
    is_claimed: bool = False
    claims: Claims = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with what a row has said of it that says nothing new."""
        if self.there is not None and (fields := self.claims.get(self.place)) is not None:
            self.is_claimed = True
            self.said = {one for one in fields if self.value(one) not in (None, ())}

    def value(self, path: Field) -> Content | None:
        """What it says under a key, by default or after what has been given so far."""
        if path in self.given:
            return self.given[path]
        return _value(self.there, path) if self.there is not None else _default(self.kind, path)

    def says(self, path: Field) -> bool:
        """Whether it says anything under a key that leads there, or further."""
        if any(one[: len(path)] == path and value is not None for one, value in self.given.items()):
            return True
        return self.there is not None and _attribute(self.there, path) is not None

    def put(self, path: Field, content: Content | None) -> None:
        """Have another value under a key; nothing takes it away."""
        self.given[path] = content

    def entries(self, family: str, kind: type[Part]) -> list["DraftEntry"]:
        """The entries of a list."""
        if family not in self.lists:
            there = getattr(self.there, attribute_of(family), ()) if self.there is not None else ()
            self.lists[family] = [
                DraftEntry(kind, one, (*self.place, family, number), claims=self.claims)
                for number, one in enumerate(there)
            ]
        return self.lists[family]

    def add(self, family: str, kind: type[Part]) -> "DraftEntry":
        """A new entry of a list."""
        new = DraftEntry(kind)
        self.entries(family, kind).append(new)
        return new

    def missing(self) -> Iterator[Field]:
        """The keys that it must have and lacks, its own and those of what it holds."""
        needed = [*required_at(self.kind, ())]
        if self.kind is Assignment and self.value(("kind",)) != "enabling":
            needed.insert(1, "department")
        yield from ((key,) for key in needed if not self.says((key,)))
        for top in dict.fromkeys(path[0] for path, value in self.given.items() if len(path) > 1 and value is not None):
            yield from ((top, key) for key in required_at(self.kind, (top,)) if not self.says((top, key)))

    def raw(self) -> dict[str, Raw]:
        """A new entry as files have it, its keys in the format's order."""
        found: dict[str, Raw] = {}
        for path, content in self.given.items():
            if content is not None and content != ():
                _put(found, path, _written(path, content))
        for family, entries in self.lists.items():
            ordered = sorted(entries, key=lambda one: one.day) if all(one.day for one in entries) else entries
            if ordered:
                found[family] = [one.raw() for one in ordered]
        return _in_order(found, self.kind, ())

    def edits(self) -> Iterator[Edit]:
        """What is to be edited in a file that is there: values first, since new entries move those after them."""
        yield from self.value_edits()
        yield from self.new_entries()

    def value_edits(self) -> Iterator[Edit]:
        """The edits of values in what is there."""
        for path, content in self.given.items():
            if content is None:
                yield Remove((*self.place, *path))
            else:
                yield Set((*self.place, *path), _written(path, content))
        for entries in self.lists.values():
            for one in entries:
                if one.there is not None:
                    yield from one.value_edits()

    def new_entries(self) -> Iterator[Edit]:
        """The edits that add entries to lists."""
        for family, entries in self.lists.items():
            days = [one.day or None for one in entries if one.there is not None]
            for one in entries:
                if one.there is not None:
                    yield from one.new_entries()
                    continue
                at = place_for(one.day, days) if one.day else None
                yield Add((*self.place, family), one.raw(), at)
                days.insert(len(days) if at is None else at, one.day)

    @property
    def day(self) -> str:
        """The day by which it stands among others; empty where it has none, as what has an id."""
        for key in ("entered", "date", "from", "until"):
            if key in keys_at(self.kind, ()) and "id" not in keys_at(self.kind, ()):
                value = self.value((key,))
                return value.isoformat() if isinstance(value, date) else ""
        return ""


def _written(path: Field, content: Content) -> Raw:
    written = as_written(content)
    if not isinstance(written, list):
        return written
    return written[0] if path == ("department",) and len(written) == 1 else [*written]


def _attribute(part: BaseModel, path: Field) -> object:
    found: object = part
    for key in path:
        if not isinstance(found, BaseModel):
            return None
        found = getattr(found, attribute_of(key), None)
    return found


def _value(part: BaseModel, path: Field) -> Content | None:
    return _content(_attribute(part, path))


def _default(kind: type[Part], path: Field) -> Content | None:
    one = kind.model_fields.get(attribute_of(path[0]))
    return _content(one.default) if one is not None and len(path) == 1 else None


def _content(value: object) -> Content | None:
    """A model's value as cells have it: whole numbers are numbers as any other."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    return value if isinstance(value, str | Fraction | date | Period | bool | tuple) else None


def _put(entry: Mapping[str, Raw], path: Field, value: Raw) -> None:
    held: dict[str, Raw] = entry  # type: ignore[assignment]  # a mapping that is being made
    for part in path[:-1]:
        below = held.setdefault(part, {})
        held = below if isinstance(below, dict) else {}
    held[path[-1]] = value


def _in_order(found: dict[str, Raw], kind: type[Part], path: Field) -> dict[str, Raw]:
    """A mapping with its keys in the order of the format."""
    order = keys_at(kind, path)
    ranked = sorted(found, key=lambda key: order.index(key) if key in order else len(order))
    return {
        key: _in_order(value, kind, (*path, key)) if isinstance(value := found[key], dict) else value for key in ranked
    }


def natural_key(table: str) -> tuple[str, ...]:
    """What tells entries without an id apart: their day, as a rule."""
    return _NATURAL.get(table, ("until",) if table.endswith("_before") else ())


_NATURAL: Mapping[str, tuple[str, ...]] = {
    "visits": ("step", "entered"),
    "measurements": ("date",),
    "taken_home": ("from",),
    "shown": ("date",),
    "pauses": ("from",),
    "accepted": ("rule", "item", "until"),
    "links": ("url",),
}


def called(entry: DraftEntry) -> list[str]:
    """What an entry is called: its id, and its title or name."""
    return [str(value) for key in ("id", "title", "name") if (value := entry.value((key,)))]


def entry_for(parent: DraftEntry, of: Sheet, group: Group) -> DraftEntry:
    """The entry of a list that a row is about: one that is there, or a new one.

    Raises:
        CellRefusal: no id can be made for a new one.
    """
    assert of.part is not None, of.name  # noqa: S101 - tables that are read have one
    entries = parent.entries(of.lists[-1], of.part)
    has_ids = "id" in of.part.model_fields
    found = _with_id(entries, group) if has_ids else _alike(entries, of, group)
    if found is None:
        name = _new_id(parent, of, group) if has_ids else ""
        found = parent.add(of.lists[-1], of.part)
        if name:
            found.put(("id",), name)
    found.is_claimed = True
    return found


def _with_id(entries: Sequence[DraftEntry], group: Group) -> DraftEntry | None:
    """The entry that has the row's id; where it says none, the one of its title."""
    said = {key: str(held.content) for key, held in group.items() if held.content is not None}
    word = letters(said.get("id") or said.get("title") or said.get("name") or "")
    for entry in entries if word else ():
        names = [str(entry.value(("id",)))] if "id" in said else called(entry)
        if word in map(letters, names):
            return entry
    return None


def _alike(entries: Sequence[DraftEntry], of: Sheet, group: Group) -> DraftEntry | None:
    """The entry that has the row's day; else the one that has its number, as export writes it."""
    natural = natural_key(of.name)
    columns = [column for column in of.facts if column.key in natural and column.key in group]
    number = str(group["number"].content) if "number" in group else ""
    numbered = entries[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(entries) else None
    free = [one for one in entries if not one.is_claimed] if number else [*entries]
    alike = [
        one for one in free if columns and all(one.value(each.field) == group[each.key].content for each in columns)
    ]
    if numbered is not None and not numbered.is_claimed and (numbered in alike or not alike):
        return numbered
    return alike[0] if alike else None


def _new_id(parent: DraftEntry, of: Sheet, group: Group) -> str:
    said = group.get("id")
    if said and isinstance(said.content, str) and is_id(said.content):
        return said.content
    taken: set[str] = set()
    for one in SHEETS:
        if one.part is not None and len(one.lists) == 1 and one.of_program == of.of_program:
            taken |= {str(entry.value(("id",))) for entry in parent.entries(one.lists[0], one.part)}
    held = said or group.get("title") or group.get("name")
    try:
        made = new_id(held.written if held else "", taken)
    except RefusedError:
        refuse_cell("no-id", written=quoted(held.written if held else ""))
    return made
