"""A row of a sheet: whether it says what its file says; else what its cells say, and which of them can't be used."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from staircase.core.model import attribute_of, is_id
from staircase.core.sheets import Holds, Role, SheetColumn, SheetValue, reader_of
from staircase.core.sheets.content import ColumnManner, Content, UnitRefusal, content_of
from staircase.core.sheets.draft import Field, Group, HeldCell
from staircase.core.sheets.files import ImportFiles, PlannedRow, UnusedCell
from staircase.core.sheets.grid import CellRefusal, GridCell, address, shown
from staircase.core.sheets.heading import ColumnTarget
from staircase.core.sheets.taking import Sureness, TakenColumn, TakenSheet
from staircase.core.source import PROGRAM_FILE, KeyPath
from staircase.core.suggest import as_id
from staircase.core.term import Code, Name, Terms

_LONG = 10
"""Digits of a number that no list is as long as."""

Groups = dict[tuple[str, str], Group]
"""The cells of a row by the table that they are of, and by the step where they hold the day when it was entered."""


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet that is taken, on its way into files."""

    files: ImportFiles
    whole: TakenSheet
    number: int
    refused: set[str] = field(default_factory=set)
    """The keys of the table's own columns whose cells can't be used."""

    def plain(self, key: str) -> str:
        """What stands in the first of the table's own columns of a key that holds anything, on one line."""
        whole = self.whole
        for column in whole.columns:
            if any((target.table, target.column.key) == (whole.of.name, key) for target in column.targets):
                cell = whole.grid.at(self.number, column.number)
                if cell and (text := " ".join(shown(cell).split())):
                    return text
        return ""

    def identify(self) -> str:
        """The id of the assignment that the row is about, made where it is new; empty where none can be told."""
        index = self.files.names.indexes["assignment"]
        said, title = self.plain("id"), self.plain("title")
        wanted = as_id(said, "") if said and not said.isdecimal() else ""
        there = index.meant(said if wanted else title) if wanted or title else []
        if len(there) == 1:
            return there[0]
        made = "" if there else wanted if is_id(wanted) else index.new_id(title)
        if made:
            index.add(made, title)
        return made

    def is_state_told(self, own: Group) -> bool:
        """Whether no cell that tells where it stands is refused: a file without it says active, on the first step."""
        ends = set() if "state" in own else {"completed", "stopped.date"}
        return self.refused.isdisjoint({"state", "step", "entered"} | ends)

    def groups(self) -> Groups:
        """What its cells say; those that can't be used are noted."""
        groups: Groups = {}
        for column in (one for one in self.whole.columns if one.targets):
            cell = self.whole.grid.at(self.number, column.number)
            for target in column.targets:
                held = self._held(column, target, cell)
                if held is not None:
                    self._put(groups.setdefault((target.table, target.step), {}), target.column, held)
        for target, text in self.whole.always.items():
            held = self._held(TakenColumn(0, "", manner=self.whole.manner), target, GridCell(text))
            if held is not None:
                groups.setdefault((target.table, target.step), {}).setdefault(target.column.key, held)
        return groups

    def _put(self, group: Group, column: SheetColumn, held: HeldCell) -> None:
        """Put a cell among those of its table; several columns of one list are put together, others must agree."""
        other = group.get(column.key)
        if other is None or other.content is None:
            group[column.key] = held
        elif isinstance(other.content, tuple) and isinstance(held.content, tuple):
            group[column.key] = other._replace(content=tuple(dict.fromkeys((*other.content, *held.content))))
        elif held.content != other.content:
            terms: Terms = {"key": Code(column.key), "other": Name(address(self.number, other.column))}
            self.refuse(held.column, held.written, CellRefusal("said-otherwise", **terms))

    def _held(self, column: TakenColumn, target: ColumnTarget, cell: GridCell | None) -> HeldCell | None:
        is_read_back = self.whole.is_own and target.column.role is Role.FACT
        if cell is None:
            return HeldCell(None, column.number, "") if is_read_back else None
        try:
            content = self._resolved(content_of(cell, target.column, column.manner), target.column, column.number)
        except CellRefusal as refusal:
            if isinstance(refusal, UnitRefusal) and target.column.holds is Holds.NUMBER:
                return HeldCell(None, column.number, shown(cell), refusal)  # the measure's unit may be that
            self.refused.add(".".join(target.column.field) or target.column.key)
            if is_read_back and target.table == self.whole.of.name:
                return HeldCell(None, column.number, shown(cell), refusal)
            self.refuse(column.number, shown(cell), refusal)
            return None
        if content is None and not self.whole.is_own:
            return None
        return HeldCell(content, column.number, shown(cell))

    def _resolved(self, content: Content | None, column: SheetColumn, number: int) -> Content | None:
        """Ids in the place of names."""
        names, kind = self.files.names, column.refers_to
        if kind is None:
            return content
        place = f"{self.whole.grid.name}!{address(self.number, number)}" if number else ""
        if isinstance(content, str):
            return names.resolved(content, kind, place)
        if isinstance(content, tuple):
            index = names.indexes[kind]
            parts = [part.strip() for part in content[0].split(",") if part.strip()] if len(content) == 1 else []
            is_list = len(parts) > 1 and not index.meant(content[0]) and any(map(index.meant, parts))
            return tuple(dict.fromkeys(names.resolved(part, kind, place) for part in (parts if is_list else content)))
        return content

    def keys_of(self, number: int) -> Iterator[str]:
        """The keys that a column says, as a new entry may lack them."""
        for column in (one for one in self.whole.columns if one.number == number):
            yield from (".".join(target.column.field) or target.column.key for target in column.targets)

    def refuse(self, column: int, written: str, refusal: CellRefusal) -> None:
        """Note a cell, or the row where there is no column, as one that can't be used."""
        self.files.unused.append(
            UnusedCell(self.whole.grid.name, self.number, column, written, refusal.why, refusal.would_do)
        )

    def refuse_group(self, group: Group, refusal: CellRefusal) -> None:
        """Note the first of some cells that belong together as one that can't be used."""
        held = next(iter(group.values()))
        self.refuse(held.column, held.written, refusal)

    def note(self, column: int, said: str) -> None:
        """Note that a cell was left alone, or read in a way that is to be told."""
        place = (self.whole.grid.name, column, said)
        self.files.notes[place] = self.files.notes.get(place, 0) + 1


class _Standing(NamedTuple):
    """A part of a file that is there: the file, its place in it, itself, whose it is, and what it is called."""

    path: str
    place: KeyPath
    part: Any
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class _ComparedColumn:
    """A column of facts: where it stands in a sheet, what reads it in a file, and how its cells are read.

    ``declared`` are the ids that it may name; ``kept`` is what was read of its cells, many of which are alike.
    """

    number: int
    of_file: Callable[[Any], SheetValue]
    column: SheetColumn
    manner: ColumnManner
    declared: Container[str] | None
    kept: dict[GridCell, Content | None]

    def is_said(self, cell: GridCell | None, part: Any) -> bool:  # noqa: ANN401 - a part of any kind
        """Whether a cell says what a part of a file does: its very value, or in other words."""
        value = self.of_file(part)
        if cell is None:
            return value is None or value == ()
        held, unit, problem = cell
        is_same = held == value and type(held) is type(value) and not (unit or problem)
        return (is_same or self._is_read_as(cell, value)) and (self.declared is None or self._is_declared(value))

    def _is_read_as(self, cell: GridCell, value: SheetValue) -> bool:
        if cell not in self.kept:
            try:
                self.kept[cell] = content_of(cell, self.column, self.manner)
            except CellRefusal:
                return False
        content = self.kept[cell]
        return content == value or HeldCell(content, self.number, shown(cell)).says(value)

    def _is_declared(self, value: SheetValue) -> bool:
        names = value if isinstance(value, tuple) else (value,)
        return self.declared is not None and all(name in self.declared for name in names)


@dataclass(frozen=True)
class UnchangedRows:
    """The rows of a sheet that export wrote which say what the files say: nothing is to be made of them.

    Of a sheet that comes back they are nearly all. What is said here is said of any other sheet, and of a part of which
    rows say several things, by the way that puts cells into files.
    """

    files: ImportFiles
    whole: TakenSheet

    def planned(self, row: int, name: str) -> PlannedRow | None:
        """What becomes of a row, where that is nothing; ``name`` is the assignment that a row of theirs is about."""
        cells = self.whole.grid.cells[row]
        found = self._standing(cells, name) if self._is_compared else None
        if found is None:
            return None
        for column in self._facts:
            if not column.is_said(cells.get(column.number), found.part):
                return None
        self.files.claims[found.path][found.place] = self._fields
        return PlannedRow(self.whole.grid.name, self.whole.of.name, row, found.id, found.title, found.path)

    @cached_property
    def _is_compared(self) -> bool:
        """Whether its cells can be compared one by one: each says what its heading does, and nothing else says that."""
        whole = self.whole
        mapped = any(one.sureness is Sureness.MAPPED for one in whole.columns)
        return whole.is_own and not (mapped or whole.always or whole.grid.merged)

    @cached_property
    def _facts(self) -> Sequence[_ComparedColumn]:
        indexes = self.files.names.indexes
        return [
            _ComparedColumn(
                one.number,
                reader_of(target.column.field),
                target.column,
                one.manner,
                indexes[target.column.refers_to].ids if target.column.refers_to else None,
                {},
            )
            for one in self.whole.columns
            for target in one.targets
            if target.column.role is Role.FACT
        ]

    @cached_property
    def _fields(self) -> Sequence[Field]:
        return [one.column.field for one in self._facts]

    @cached_property
    def _title(self) -> Callable[[Any], SheetValue] | None:
        """What reads the title, or the name, of a part that has one."""
        fields = self.whole.of.part.model_fields if self.whole.of.part else ()
        return next((reader_of((key,)) for key in ("title", "name") if key in fields), None)

    @cached_property
    def _places(self) -> Sequence[int]:
        """The numbers of the columns that say which part of which file a row is; 0 of one that is not there."""
        numbers = {target.column.key: one.number for one in self.whole.columns for target in one.targets}
        return [numbers.get(one.key, 0) for one in self.whole.of.places]

    @cached_property
    def _steps(self) -> Sequence[tuple[str, bool]]:
        """The lists that lead to a part, as models call them, and whether a number tells their entries apart."""
        of = self.whole.of
        keys = of.places[len(of.places) - len(of.lists) :]
        return [(attribute_of(family), key.key == "number") for family, key in zip(of.lists, keys, strict=True)]

    def _standing(self, cells: Mapping[int, GridCell], name: str) -> _Standing | None:
        """The part of a file that a row is about, by its very ids; nothing where other rows have changed that file."""
        files, of = self.files, self.whole.of
        words = [str(cell.value) if (cell := cells.get(number)) else "" for number in self._places]
        part: Any
        if of.of_program:
            path, part, own = PROGRAM_FILE, files.portfolio.program, words
            is_changed = of.lists[0] in files.program.lists
        else:
            name = words[0] if of.lists else name
            entry = files.portfolio.entries.get(name)
            path, part, own = (entry.path, entry.assignment, words[1:]) if entry else ("", None, words)
            is_changed = name in files.drafts
        if part is None or is_changed:
            return None
        place: KeyPath = ()
        for (family, is_numbered), word in zip(self._steps, own, strict=True):
            entries = getattr(part, family)
            at = _place_of(word, entries, is_numbered=is_numbered)
            if at is None:
                return None
            part, place = entries[at], (*place, family, at)
        if place in files.claims[path]:
            return None
        title = (self._title(part) if self._title else None) or (own[0] if len(own) > 1 else "")
        return _Standing(path, place, part, name or words[0], " ".join(str(title).split()))


def _place_of(word: str, entries: Sequence[Any], *, is_numbered: bool) -> int | None:
    """The place of an entry in its list, by its number from 1, or by its id."""
    if not is_numbered:
        return next((place for place, one in enumerate(entries) if one.id == word), None)
    is_there = word.isdecimal() and len(word) < _LONG and 0 < int(word) <= len(entries)
    return int(word) - 1 if is_there else None
