"""A row put where it belongs: into an assignment's file or an entry, what is otherwise there, and what is missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import NoReturn, TypeVar

from staircase.core.choices import STEPS, State
from staircase.core.model import required_at
from staircase.core.model.assignment import Assignment, Pause, Visit
from staircase.core.sheets import Sheet, SheetColumn
from staircase.core.sheets.content import Content, UnitRefusal, as_written
from staircase.core.sheets.draft import DraftEntry, Field, Group, HeldCell, called, entry_for
from staircase.core.sheets.files import PlannedRow, RowChange
from staircase.core.sheets.grid import CellRefusal, refuse_cell
from staircase.core.sheets.row import Groups, SheetRow
from staircase.core.sheets.table import SHEETS, sheet
from staircase.core.sheets.taking import Sureness
from staircase.core.source import PROGRAM_FILE
from staircase.core.suggest import letters
from staircase.core.term import Choices, Code, Name, quoted


@dataclass
class Filling:
    """An entry that a row's cells are put into, on the day of the import.

    ``unit`` is that of the measure of what it stands in, ``currency`` the programme's; ``refused`` are the cells that
    can't be used after all, each with why.
    """

    entry: DraftEntry
    of: Sheet
    day: date
    changes: list[RowChange] = field(default_factory=list)
    refused: list[tuple[HeldCell, CellRefusal]] = field(default_factory=list)
    prefix: str = ""
    unit: Content | None = None
    currency: str = "SEK"

    def take(self, group: Group) -> None:
        """Put the facts of a row where they are otherwise."""
        for column in self.of.facts:
            held = group.get(column.key)
            if held is not None and not (column.key == "title" and "id" not in group and self._is_called(held)):
                self._take(column, held)

    def _is_called(self, held: HeldCell) -> bool:
        """Whether a title is how the row has named what it is about: by its id, or in another spelling."""
        names = [letters(one) for one in called(self.entry)] if self.entry.there is not None else []
        return isinstance(held.content, str) and letters(held.content) in names

    def _in_its_unit(self, held: HeldCell) -> HeldCell:
        """A cell in which a unit stands beside the number: its number, where that is the measure's unit."""
        unit = str(self.entry.value(("measure", "unit")) or self.unit or "")
        if not isinstance(held.refusal, UnitRefusal):
            return held
        value = held.refusal.counted_in(unit, self.currency) if unit else None
        return held._replace(content=value, refusal=held.refusal.beside(unit) if value is None else None)

    def _take(self, column: SheetColumn, held: HeldCell) -> None:
        held = self._in_its_unit(held)
        old = self.entry.value(column.field)
        is_said = column.field in self.entry.said
        if held.content is not None:
            self.entry.said.add(column.field)
        if held.says(old):
            return
        if held.refusal:
            self.refused.append((held, held.refusal))
        elif is_said:
            self._refuse(held, "otherwise", other=_told(old) or "")
        elif held.content is None and column.field in {(key,) for key in required_at(self.entry.kind, ())}:
            self._refuse(held, "emptied", key=column.key)
        else:
            self.entry.put(column.field, held.content)
            self.changes.append(RowChange(f"{self.prefix}{column.key}", _told(old), _told(held.content)))

    def complete(self, group: Group) -> bool:
        """Whether it has all that it must have; where it lacks something that its own cells need, those are refused.

        What is in the files already has all of it, since no cell may take away what must be there.
        """
        whole = True
        for path in list(self.entry.missing()):
            if len(path) == 1:
                whole = False
                continue
            for column in self.of.facts:
                if column.field[:1] == path[:1] and (held := group.get(column.key)) and held.content is not None:
                    self.entry.given.pop(column.field, None)
                    self.changes[:] = [one for one in self.changes if one.key != f"{self.prefix}{column.key}"]
                    self._refuse(held, "needs", key=_key_of(self.of, path))
        return whole

    def _refuse(self, held: HeldCell, reason: str, **terms: str) -> None:
        told = {name: Code(term) for name, term in terms.items()}
        self.refused.append((held, CellRefusal(reason, written=Name(held.written), **told)))

    def take_state(self, held: HeldCell) -> None:
        """What a state says that no other key does; a state follows from dated facts."""
        entry, state = self.entry, held.content
        completed, stopped = entry.value(("completed",)), entry.value(("stopped", "date"))
        started = entry.value(("started",))
        match state:
            case State.COMPLETED if completed is None:
                self._refuse(held, "state-needs-day", key="completed")
            case State.STOPPED if stopped is None:
                self._refuse(held, "state-needs-day", key="stopped")
            case State.PAUSED if not self._is_paused():
                self._refuse(held, "state-paused", key="pauses")
            case State.PLANNED if isinstance(started, date) and started <= self.day:
                self._refuse(held, "state-planned", key="started")
            case State.PLANNED | State.ACTIVE | State.PAUSED if completed is not None or stopped is not None:
                self._refuse(held, "state-ended", key="completed" if completed is not None else "stopped")
            case _:
                pass

    def _is_paused(self) -> bool:
        pauses = self.entry.entries("pauses", Pause)
        spans = [(one.value(("from",)), one.value(("to",))) for one in pauses]
        return any(
            isinstance(first, date) and first <= self.day and (not isinstance(last, date) or self.day < last)
            for first, last in spans
        )

    def take_step(self, step: HeldCell, entered: HeldCell | None) -> bool:
        """A visit to a step, where it stands on another; returns whether its day was that of the import.

        Without a journey it stands on the first step from its start on.
        """
        visits = self.entry.entries("journey", Visit)
        days = {one.value(("entered",)): one.value(("step",)) for one in visits}
        known = [day for day in days if isinstance(day, date) and day <= self.day]
        current = days[max(known)] if known else STEPS[0]
        day = entered.content if entered and isinstance(entered.content, date) else None
        if step.content == current and (day is None or day in days or not visits):
            return False
        if self.entry.value(("completed",)) is not None and day is None:
            self._refuse(step, "step-needs-day", key="entered")
            return False
        visit = self.entry.add("journey", Visit)
        visit.put(("step",), step.content)
        visit.put(("entered",), day or self.day)
        self.changes.append(RowChange("step", _told(current), f"{step.content} {(day or self.day).isoformat()}"))
        return day is None

    def take_entered(self, step: str, held: HeldCell) -> None:
        """The day when a step was entered, of a column that holds such days."""
        visits = [one for one in self.entry.entries("journey", Visit) if one.value(("step",)) == step]
        if held.content is None or any(one.value(("entered",)) == held.content for one in visits):
            return
        if len(visits) > 1:
            self._refuse(held, "entered-often", key=step)
            return
        visit = visits[0] if visits else self.entry.add("journey", Visit)
        old = visit.value(("entered",)) if visits else None
        if not visits:
            visit.put(("step",), step)
        visit.put(("entered",), held.content)
        self.changes.append(RowChange(f"entered.{step}", _told(old), _told(held.content)))


def _told(content: Content | None) -> str | None:
    written = None if content is None or content == () else as_written(content)
    return ", ".join(written) if isinstance(written, list) else written


def _key_of(of: Sheet, path: Field) -> str:
    return next(column.key for column in of.facts if column.field == path)


Found = TypeVar("Found")


class _RowRefusal(Exception):  # noqa: N818 - an answer, as CellRefusal is
    """A row that can't be used, for a cell of it that has been told of."""


def place_row(row: SheetRow, name: str) -> PlannedRow:
    """Put a row where it belongs; ``name`` is the assignment that it is about, where its table is theirs."""
    planned = PlannedRow(row.whole.grid.name, row.whole.of.name, row.number)
    placing = _RowPlacing(row, planned)
    groups = row.groups()
    own = groups.pop((row.whole.of.name, ""), {})
    try:
        if row.whole.of.of_program:
            planned.path = PROGRAM_FILE
            placing.take_entry(row.files.program, own, groups)
        elif row.whole.of.lists:
            placing.take_part(own, groups)
        else:
            placing.take_assignment(name, own, groups)
    except CellRefusal as refusal:
        planned.is_usable = False
        row.refuse(0, planned.title, refusal)
    except _RowRefusal:
        planned.is_usable = False
    if not planned.is_usable:
        _refuse_untold(row, (own, *groups.values()))
    return planned


def _refuse_untold(row: SheetRow, groups: Iterable[Group]) -> None:
    """Refuse numbers with a unit that no measure was found for, since their row could not be placed."""
    for held in (held for group in groups for held in group.values()):
        if isinstance(held.refusal, UnitRefusal) and not row.refused.issuperset(row.keys_of(held.column)):
            row.refuse(held.column, held.written, held.refusal)


@dataclass(frozen=True)
class _RowPlacing:
    row: SheetRow
    planned: PlannedRow

    def take_assignment(self, name: str, own: Group, groups: Groups) -> None:
        """Put it into the file of its assignment.

        Raises:
            CellRefusal: no assignment can be told, another row is about it, or its file can't be read.
        """
        files, planned = self.row.files, self.planned
        planned.title = self.row.plain("title")
        if not name:
            self._refuse_nameless()
        planned.id, planned.path = name, files.path(name)
        if name in files.portfolio.broken:
            refuse_cell("broken-file", path=Name(files.portfolio.broken[name]))
        draft = files.draft(name)
        planned.is_new = draft is None
        if draft is None:
            draft = files.drafts[name] = DraftEntry(Assignment)
        if draft.is_claimed:
            refuse_cell("twice", id=Code(name))
        draft.is_claimed = True
        self._leave_end_ahead(own)
        filling = self._filling(draft, self.row.whole.of, draft)
        filling.take(own)
        is_whole = filling.complete(own)
        if state := own.get("state"):
            filling.take_state(state)
        self._take_within(draft, groups, filling)
        step = own.get("step")
        if step and "entered" in self.row.refused:
            filling.refused.append((step, CellRefusal("step-day-unread")))
        elif step and filling.take_step(step, own.get("entered")):
            self.row.note(step.column, "taken.step-day")
        self._finish(filling)
        if planned.is_new and not (is_whole and self.row.is_state_told(own)):
            del files.drafts[name]  # so that rows of other tables are not put into it
            self._refuse_lacking(draft)

    def _refuse_nameless(self) -> None:
        title = self.planned.title
        if several := self.row.files.names.indexes["assignment"].meant(title) if title else []:
            refuse_cell("several", written=quoted(title), choices=Choices(tuple(several)))
        refuse_cell("no-id" if title else "no-title", written=quoted(title))

    def _leave_end_ahead(self, own: Group) -> None:
        """Leave an end alone that nothing says has been reached: a plan has its end ahead, and files have none."""
        held, state, whole = own.get("completed"), own.get("state"), self.row.whole
        mapped = {0, *(one.number for one in whole.columns if one.sureness is Sureness.MAPPED)}
        if held is None or held.column in mapped or whole.is_own:
            return
        if state is None or state.content != State.COMPLETED:
            del own["completed"]
            self.row.note(held.column, "taken.end-ahead")

    def _take_within(self, parent: DraftEntry, groups: Groups, filling: Filling) -> None:
        """Rows of other tables that stand in the same row: its benefit, a measurement, the days of its steps."""
        for (table, step), group in groups.items():
            if step:
                for held in group.values():
                    if isinstance(held.content, date) and held.content > self.row.files.day:
                        self.row.note(held.column, "taken.ahead")
                    else:
                        filling.take_entered(step, held)
            elif any(held.content is not None or held.refusal for held in group.values()):
                self._take_inner(parent, sheet(table), group, filling)

    def _take_inner(self, parent: DraftEntry, of: Sheet, group: Group, filling: Filling) -> None:
        try:
            entry = entry_for(parent, of, group)
        except CellRefusal:
            self.row.refuse_group(group, _lacks(["title"]))
            return
        inner = replace(self._filling(entry, of, parent), prefix=f"{of.name}.")
        inner.take(group)
        if inner.complete(group):
            filling.changes += inner.changes
            filling.refused += inner.refused
        else:
            filling.refused += inner.refused
            if not inner.refused:
                self.row.refuse_group(group, _lacks(_lacking(entry)))
            parent.lists[of.lists[-1]].remove(entry)

    def take_part(self, own: Group, groups: Groups) -> None:
        """Put it into an entry of its assignment, or of a benefit or an item of that.

        Raises:
            CellRefusal: no assignment can be told, or it lacks something.
        """
        files, planned, of = self.row.files, self.planned, self.row.whole.of
        planned.title = self.row.plain("title")
        said = own.get("assignment")
        if said is None or not isinstance(said.content, str):
            refuse_cell("no-assignment")
        word = said.content
        name = self._found(said, partial(files.names.resolved, word, "assignment", ""))
        planned.id, planned.path = name, files.path(name)
        if name in files.portfolio.broken:
            refuse_cell("broken-file", path=Name(files.portfolio.broken[name]))
        parent = files.draft(name)
        if parent is None:
            refuse_cell("assignment-unusable", id=Code(name))
        for family in of.lists[:-1]:
            held = own.get("benefit") or own.get("item")
            if held is None or not isinstance(held.content, str):
                refuse_cell("no-benefit")
            parent = self._found(held, partial(_inner, parent, family, held.content))
            planned.title = planned.title or held.content
        self.take_entry(parent, own, groups)

    def take_entry(self, parent: DraftEntry, own: Group, groups: Groups) -> None:
        """Put it into an entry of a list.

        Raises:
            CellRefusal: it is new and lacks something.
        """
        planned, of = self.planned, self.row.whole.of
        entry = entry_for(parent, of, own)
        planned.id = planned.id or str(entry.value(("id",)) or "")
        filling = self._filling(entry, of, parent)
        filling.take(own)
        planned.is_new = entry.there is None and bool(filling.changes)  # a row may stand twice
        planned.title = planned.title or str(entry.value(("title",)) or entry.value(("name",)) or "")
        is_whole = filling.complete(own)
        if is_whole:
            self._take_within(entry, groups, filling)
        self._finish(filling)
        if not is_whole:
            parent.lists[of.lists[-1]].remove(entry)
            self._refuse_lacking(entry)

    def _filling(self, entry: DraftEntry, of: Sheet, parent: DraftEntry) -> Filling:
        unit, manner = parent.value(("measure", "unit")), self.row.whole.manner
        return Filling(entry, of, self.row.files.day, unit=unit, currency=manner.currency)

    def _finish(self, filling: Filling) -> None:
        self.planned.changes += filling.changes
        for held, refusal in filling.refused:
            self.row.refuse(held.column, held.written, refusal)
            self.row.refused.update(self.row.keys_of(held.column))

    def _refuse_lacking(self, entry: DraftEntry) -> NoReturn:
        """Refuse a new entry for what it lacks; where a cell was to say it, that cell has been told of.

        Raises:
            CellRefusal: cells that were not told of are missing.
        """
        if lacking := [key for key in _lacking(entry) if key not in self.row.refused]:
            raise _lacks(lacking, "needs-row")
        raise _RowRefusal

    def _found(self, held: HeldCell, find: Callable[[], Found]) -> Found:
        """What is found for a cell; where nothing is, the cell is told of, and the row can't be used."""
        try:
            return find()
        except CellRefusal as refusal:
            self.row.refuse(held.column, held.written, refusal)
            raise _RowRefusal from refusal


def _lacks(keys: Sequence[str], reason: str = "needs") -> CellRefusal:
    """A refusal for what is missing: one key, or several."""
    *some, last = keys
    if some:
        return CellRefusal(f"{reason}-several", keys=Code(", ".join(some)), last=Code(last))
    return CellRefusal(reason, key=Code(last))


def _lacking(entry: DraftEntry) -> list[str]:
    return [path[0] for path in entry.missing() if len(path) == 1]


def _inner(parent: DraftEntry, family: str, word: str) -> DraftEntry:
    """The benefit or the item of an assignment that a word means.

    Raises:
        CellRefusal: there is none, or there are several.
    """
    kind = next(one.part for one in SHEETS if one.lists == (family,) and one.part)
    entries = parent.entries(family, kind)
    found = [one for one in entries if letters(word) in map(letters, called(one))]
    if len(found) != 1:
        ids = tuple(str(one.value(("id",))) for one in found or entries)
        refuse_cell("several" if found else "unknown-benefit", written=quoted(word), choices=Choices(ids))
    return found[0]
