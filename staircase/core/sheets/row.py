"""A row of a sheet: what its cells say, by the tables that they are of, and which of them can't be used."""

from dataclasses import dataclass, field

from staircase.core.model.value import is_id
from staircase.core.sheets.column import Role, SheetColumn
from staircase.core.sheets.content import Content, content_of
from staircase.core.sheets.draft import Group, HeldCell
from staircase.core.sheets.files import ImportFiles, UnusedCell
from staircase.core.sheets.grid import CellRefusal, GridCell, address, shown
from staircase.core.sheets.heading import ColumnTarget
from staircase.core.sheets.taking import TakenColumn, TakenSheet
from staircase.core.suggest import as_id
from staircase.core.term import Code, Name, Terms

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
            held = self._held(TakenColumn(0, ""), target, GridCell(text))
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
