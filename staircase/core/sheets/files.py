"""The files that an import is about, the names in its cells, and what becomes of each row."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal, NamedTuple

from staircase.core.edits import EventPlan
from staircase.core.edits.values import DEVICES
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Department, Goal, Program
from staircase.core.portfolio import NAMED, Named, Portfolio, names_of
from staircase.core.sheets.draft import DraftEntry, Field
from staircase.core.sheets.grid import address, refuse_cell
from staircase.core.sheets.taking import TakenSheet
from staircase.core.source import ASSIGNMENTS, PROGRAM_FILE, KeyPath
from staircase.core.suggest import Patience, as_id, letters
from staircase.core.term import Choices, Code, Name, Said, Terms, quoted


class RowFate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNUSABLE = "unusable"


class RowChange(NamedTuple):
    """A value that a row brings: its key, what stood there, and what is to stand there; nothing where it goes."""

    key: str
    old: str | None
    new: str | None


class UnusedCell(NamedTuple):
    """A cell that could not be used, or a row where ``column`` is 0: what stands there, why, and what would do."""

    sheet: str
    row: int
    column: int
    written: str
    why: Said
    would_do: Said

    @property
    def place(self) -> str:
        """The cell's address; of a row its number."""
        return address(self.row, self.column) if self.column else str(self.row)


@dataclass(slots=True)
class PlannedRow:
    """A row, what it is about, and what becomes of that.

    Attributes:
        sheet: the sheet's name.
        table: the table that it is a row of.
        row: its number in the sheet.
        id: the assignment, or the entry of the programme, that it is about; empty where that can't be told.
        title: what people call it.
        path: the file that it changes.
        is_new: whether it is about something that was not there.
        is_usable: whether it can be used; some cells of it may not be.
        changes: the values that it brings.
    """

    sheet: str
    table: str
    row: int
    id: str = ""
    title: str = ""
    path: str = ""
    is_new: bool = False
    is_usable: bool = True
    changes: list[RowChange] = field(default_factory=list)

    @property
    def fate(self) -> RowFate:
        """What becomes of it."""
        if not self.is_usable:
            return RowFate.UNUSABLE
        if self.is_new:
            return RowFate.NEW
        return RowFate.CHANGED if self.changes else RowFate.SAME


class Undeclared(NamedTuple):
    """A department, goal or document that a sheet names and the programme does not declare: its id would be this."""

    kind: Named
    name: str
    id: str
    near: str
    times: int
    first: str


class Unheard(NamedTuple):
    """What a mapping says of a heading or a sheet that the file lacks, or always of a table that it has no sheet of.

    ``near`` is what it may have meant; empty where nothing is like it.
    """

    kind: Literal["heading", "sheet", "always"]
    written: str
    near: str = ""

    @property
    def said(self) -> Said:
        """It in the catalogues' words."""
        terms: Terms = {"written": quoted(self.written), "near": quoted(self.near)}
        return Said(f"import.unheard.{self.kind}{'.near' if self.near else ''}", terms)


@dataclass(frozen=True)
class ImportPlan:
    """What an import comes to.

    Attributes:
        sheets: the sheets that were taken, with their columns.
        ignored: the names of those that were not, each with why.
        rows: what becomes of each row.
        unused: the cells that can't be used.
        undeclared: what is to be declared.
        absent: the ids of the assignments that are in no row, where any other is.
        declared: whether what was undeclared is declared with it.
        notes: how many of a sheet's cells were left alone, by the number of their column, and why.
        unheard: what the mapping says that is about nothing here.
    """

    sheets: Sequence[TakenSheet]
    ignored: Mapping[str, str]
    rows: Sequence[PlannedRow]
    unused: Sequence[UnusedCell]
    undeclared: Sequence[Undeclared]
    absent: Sequence[str]
    declared: bool
    notes: Sequence[tuple[str, int, Said]] = ()
    unheard: Sequence[Unheard] = ()

    @cached_property
    def _counts(self) -> Counter[RowFate]:
        return Counter(row.fate for row in self.rows)

    def count(self, fate: RowFate) -> int:
        """How many rows have a fate."""
        return self._counts[fate]

    def noted(self, of: TakenSheet) -> Mapping[int, Said]:
        """What is to be said of a sheet's cells that were left alone, by the number of their column."""
        return {column: said for sheet, column, said in self.notes if sheet == of.grid.name}

    @property
    def unused_in_order(self) -> Sequence[UnusedCell]:
        """The cells that can't be used as they stand in the sheets."""
        return sorted(self.unused, key=lambda cell: (cell.sheet, cell.row, cell.column))

    @property
    def is_whole(self) -> bool:
        """Whether every row and every cell of it can be used."""
        return not self.unused and not any(row.fate is RowFate.UNUSABLE for row in self.rows)


_ID_LENGTH = 60


@dataclass
class NameIndex:
    """The ids and names of all of a kind, by their letters; what an import adds is found, too."""

    ids: dict[str, str] = field(default_factory=dict)
    by_letters: dict[str, dict[str, None]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, called: str) -> None:
        """Something with an id, and what it is called."""
        self.ids[name] = called
        for word in (name, called):
            if word:
                self.by_letters.setdefault(letters(word), {})[name] = None

    def meant(self, word: str) -> list[str]:
        """The ids that a word may stand for."""
        return [word] if word in self.ids else list(self.by_letters.get(letters(word), ()))

    def new_id(self, title: str) -> str:
        """An id made of a title, unlike all others; empty where the title has no letters for one."""
        made = as_id(title, "")
        if made and not (made in self.ids or DEVICES.fullmatch(made)):
            return made
        number = self._numbers.get(made, 1)
        while made:
            number += 1
            self._numbers[made] = number
            if (found := f"{made[:_ID_LENGTH].rstrip('-')}-{number}") not in self.ids:
                return found
        return ""


_ENDINGS = re.compile(
    r"(?:s?(?:forvaltning(?:en)?|namnd(?:en)?|kontor(?:et)?|avdelning(?:en)?|sektor(?:n)?)|department)$"
)
_LEAST = 4


def _begun_alike(word: str, called: Mapping[str, str]) -> str | None:
    """The department whose name begins as a word does, or the other way round: ``Vård- och omsorgsförvaltningen``."""
    plain = _ENDINGS.sub("", letters(word))
    for name, title in called.items():
        own = _ENDINGS.sub("", letters(title))
        if min(len(own), len(plain)) >= _LEAST and (own.startswith(plain) or plain.startswith(own)):
            return name
    return None


@dataclass
class Names:
    """What a portfolio has names for, and what cells named that it does not declare."""

    indexes: Mapping[Named, NameIndex]
    declares: bool
    found: dict[tuple[Named, str], Undeclared] = field(default_factory=dict)
    patience: Patience = field(default_factory=Patience)

    def resolved(self, word: str, kind: Named, place: str) -> str:
        """The id that a word stands for.

        Raises:
            CellRefusal: several are called so, or nothing is; then it is noted as undeclared.
        """
        index = self.indexes[kind]
        several = index.meant(word)
        if len(several) == 1:
            return several[0]
        if several:
            refuse_cell("several", written=quoted(word), choices=Choices(tuple(several)))
        near = self.patience.nearest(word, index.ids) or self.patience.nearest(
            word, [name for name in index.ids.values() if name]
        )
        if kind == "department":
            near = near or _begun_alike(word, index.ids)
        if kind == "assignment":
            if near:
                refuse_cell("unknown-assignment-near", written=quoted(word), near=Name(near))
            refuse_cell("unknown-assignment", written=quoted(word))
        return self._undeclared(word, kind, near or "", place)

    def _undeclared(self, word: str, kind: Named, near: str, place: str) -> str:
        key = (kind, letters(word))
        known = self.found.get(key)
        if known is None:
            made = self.indexes[kind].new_id(word)
            if not made:
                refuse_cell("undeclared-without-id", written=quoted(word), kind=Code(kind))
            known = Undeclared(kind, word, made, near, 0, place)
        self.found[key] = known._replace(times=known.times + 1)
        if not self.declares or kind == "document" or known.near:
            reason = f"undeclared-{kind}-near" if known.near else f"undeclared-{kind}"
            refuse_cell(reason, written=quoted(word), id=Name(known.id), near=Name(known.near))
        return known.id


def names_in(portfolio: Portfolio, *, declares: bool) -> Names:
    """The names that a portfolio has."""
    indexes: dict[Named, NameIndex] = {}
    for kind in NAMED:
        indexes[kind] = NameIndex()
        for name, called in names_of(kind, portfolio).items():
            indexes[kind].add(name, called)
    return Names(indexes, declares)


@dataclass
class ImportFiles:
    """A portfolio's files on the way of an import.

    Attributes:
        portfolio: what is there.
        day: the day of the import.
        names: which id each name means.
        drafts: the assignments that rows change, by id.
        claims: what rows have told of that say nothing new, by the path of its file.
        program: what ``program.yaml`` is to say.
        rows: what becomes of each row so far.
        unused: the cells that can't be used.
        notes: how many cells of a column were left alone, by sheet, column and why.
    """

    portfolio: Portfolio
    day: date
    names: Names
    drafts: dict[str, DraftEntry] = field(default_factory=dict)
    claims: defaultdict[str, dict[KeyPath, Sequence[Field]]] = field(default_factory=lambda: defaultdict(dict))
    rows: list[PlannedRow] = field(default_factory=list)
    unused: list[UnusedCell] = field(default_factory=list)
    notes: dict[tuple[str, int, str], int] = field(default_factory=dict)
    program: DraftEntry = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the programme as it is."""
        self.program = DraftEntry(Program, self.portfolio.program, claims=self.claims[PROGRAM_FILE])

    def draft(self, name: str) -> DraftEntry | None:
        """An assignment, new or there; nothing where there is none yet, or it can't be read."""
        if name not in self.drafts and (entry := self.portfolio.entries.get(name)):
            self.drafts[name] = DraftEntry(Assignment, entry.assignment, claims=self.claims[entry.path])
        return self.drafts.get(name)

    def path(self, name: str) -> str:
        """Where the file of an assignment stands, or is to stand."""
        entry = self.portfolio.entries.get(name)
        return entry.path if entry else f"{ASSIGNMENTS}/{name}.yaml"

    def declare(self) -> None:
        """Declare what was named, and is none of the programme's."""
        for one in self.names.found.values():
            if one.near:
                continue  # another spelling of what is declared, as likely as not
            if one.kind == "department":
                entry, key = self.program.add("departments", Department), "name"
            elif one.kind == "goal":
                entry, key = self.program.add("goals", Goal), "title"
            else:
                continue
            entry.put(("id",), one.id)
            entry.put((key,), one.name)

    def plan(self, rows: Iterable[PlannedRow]) -> EventPlan:
        """The edits that some rows come to."""
        paths = {row.path for row in rows if row.is_usable}
        drafts = {path: draft for name, draft in self.drafts.items() if (path := self.path(name)) in paths}
        edits = {path: tuple(draft.edits()) for path, draft in drafts.items() if draft.there}
        edits[PROGRAM_FILE] = tuple(self.program.edits())
        made = {path: draft.raw() for path, draft in drafts.items() if not draft.there}
        return EventPlan({path: several for path, several in edits.items() if several}, made)
