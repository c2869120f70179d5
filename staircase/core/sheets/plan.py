"""An import planned: each row of the sheets put into files, judged by the rules, and what can't be is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.edits.outcome import Outcome, outcome_of, tried
from staircase.core.finding import Finding
from staircase.core.load import Shelf
from staircase.core.period import DayOrder
from staircase.core.portfolio import Portfolio
from staircase.core.sheets.files import ImportFiles, ImportPlan, PlannedRow, Unheard, UnusedCell, names_in
from staircase.core.sheets.grid import Grid, column_letters, headings_of, shown
from staircase.core.sheets.heading import Vocabulary
from staircase.core.sheets.mapping import SKIP, ImportMapping, SheetMapping
from staircase.core.sheets.placing import place_row
from staircase.core.sheets.row import SheetRow, UnchangedRows
from staircase.core.sheets.table import SHEETS
from staircase.core.sheets.taking import LAST_HEAD, Sureness, TakenColumn, TakenSheet, Taker
from staircase.core.suggest import Patience, letters
from staircase.core.term import Code, Said, Term
from staircase.core.yaml.compose import scalar

_MOST_TRIES = 20
"""How often rows are left out that bring an error: each time there are fewer."""


@dataclass(frozen=True)
class ImportSource:
    """What an import is made of.

    Attributes:
        grids: the sheets of a file; of those that are not read, their cells may be missing.
        mapping: what the user says of them.
        vocabulary: what the program itself calls tables and columns.
        order: in which order the parts of days stand, where the user says so.
        sheets: the names of the sheets to read; where there is none, all that are not hidden.
        declares: whether what is not declared is to be.
    """

    grids: Sequence[Grid]
    mapping: ImportMapping
    vocabulary: Vocabulary
    order: DayOrder | None = None
    sheets: Sequence[str] = ()
    declares: bool = False

    def taken(self, portfolio: Portfolio) -> tuple[list[TakenSheet], dict[str, str]]:
        """The sheets that are taken, and why others are not.

        Raises:
            MappingError: the mapping says something that can't be.
        """
        taken: list[TakenSheet] = []
        ignored: dict[str, str] = {}
        for grid in self.grids:
            if self.sheets and grid.name not in self.sheets:
                continue
            if why := self._left_out(grid.name, is_hidden=grid.is_hidden):
                ignored[grid.name] = why
                continue
            one = Taker(self.mapping.of(grid.name), self.vocabulary, portfolio, self.order).taken(grid)
            if one is None:
                ignored[grid.name] = "no-headings" if grid.cells else "blank"
            else:
                taken.append(one)
        return taken, ignored

    def unheard(self, taken: Sequence[TakenSheet]) -> Iterator[Unheard]:
        """What the mapping says that is about nothing here; what is said of a sheet that is not read may be right."""
        patience = Patience()
        names = {letters(grid.name): grid.name for grid in self.grids}
        for key, one in self.mapping.sheets.items():
            if key not in names:
                name = str(one.path[-1])
                yield Unheard("sheet", name, patience.nearest(name, names.values()) or "")
        read = [grid for grid in self.grids if self.reads(grid.name, is_hidden=grid.is_hidden)]
        for one in (self.mapping.common, *self.mapping.sheets.values()):
            own = [grid for grid in read if self.mapping.of(grid.name) is one]
            if own or (read and one is self.mapping.common):
                yield from _unheard(one, own, taken, patience)

    def reads(self, name: str, *, is_hidden: bool) -> bool:
        """Whether a sheet's cells are looked at at all."""
        return (not self.sheets or name in self.sheets) and not self._left_out(name, is_hidden=is_hidden)

    def _left_out(self, name: str, *, is_hidden: bool) -> str:
        """Why a sheet is not taken, whatever its cells hold; empty where nothing speaks against it."""
        if is_hidden and not self.sheets:
            return "hidden"
        is_mapped = self.mapping.of(name).said.rows is not None
        return "figures" if letters(name) in self.vocabulary.figures and not is_mapped else ""


def _unheard(
    mapping: SheetMapping, grids: Sequence[Grid], taken: Sequence[TakenSheet], patience: Patience
) -> Iterator[Unheard]:
    """What is said of some sheets' headings that none of them has, and always of a table that none of them is."""
    own = {id(one.grid): one for one in taken}
    texts = [*dict.fromkeys(text for grid in grids for text in _headings(grid, own.get(id(grid))))]
    heard = {one.path for text in texts if (one := mapping.of(text))}
    for said in mapping.headings:
        if said.path not in heard:
            yield Unheard("heading", said.heading, patience.nearest(said.heading, texts) or "")
    keys = {key for grid in grids if (of := own.get(id(grid))) for key in (one.spelled(of.of) for one in of.always)}
    yield from (Unheard("always", said.heading) for said in mapping.always if said.heading not in keys)


def _headings(grid: Grid, taken: TakenSheet | None) -> Iterator[str]:
    """The headings of a sheet; of one that is not taken whatever stands where they are looked for."""
    if taken:
        yield from (column.heading for column in taken.columns)
    else:
        yield from (shown(cell) for row in grid.rows if row <= LAST_HEAD for cell in grid.cells[row].values())


def planned(source: ImportSource, portfolio: Portfolio, day: date) -> tuple[ImportPlan, ImportFiles]:
    """What an import comes to, before the rules have judged it.

    Raises:
        MappingError: the mapping says something that can't be.
    """
    sheets, ignored = source.taken(portfolio)
    files = ImportFiles(portfolio, day, names_in(portfolio, declares=source.declares))
    _take(files, sheets)
    if source.declares:
        files.declare()
    plan = ImportPlan(
        sheets=tuple(sheets),
        ignored=ignored,
        rows=tuple(files.rows),
        unused=tuple(files.unused),
        undeclared=tuple(files.names.found.values()),
        absent=tuple(_absent(files, sheets)),
        declared=source.declares,
        notes=tuple(
            (sheet, column, Said(key, {"count": count})) for (sheet, column, key), count in files.notes.items()
        ),
        unheard=tuple(source.unheard(sheets)),
    )
    return plan, files


def _take(files: ImportFiles, sheets: Sequence[TakenSheet]) -> None:
    """Take all rows: those of the programme first, then the assignments, so that others can refer to them."""
    order = [one.name for one in SHEETS]
    ranked = sorted(sheets, key=lambda one: (not one.of.of_program, bool(one.of.lists), order.index(one.of.name)))
    named: dict[int, list[str]] = {}
    for place, one in enumerate(ranked):
        if not one.of.lists:
            named[place] = [SheetRow(files, one, number).identify() for number in one.rows]
    for place, one in enumerate(ranked):
        names = named.get(place) or [""] * len(one.rows)
        unchanged = UnchangedRows(files, one)
        for number, name in zip(one.rows, names, strict=True):
            planned = unchanged.planned(number, name)
            files.rows.append(planned or place_row(SheetRow(files, one, number), name))


def _absent(files: ImportFiles, sheets: Sequence[TakenSheet]) -> Iterator[str]:
    """The assignments that are in no row of a sheet of assignments, where any other is."""
    named = {row.id for row in files.rows if row.table == "assignments"}
    if any(one.of.name == "assignments" for one in sheets) and named & set(files.portfolio.entries):
        yield from (name for name in files.portfolio.entries if name not in named)


@dataclass(frozen=True)
class JudgedImport:
    """An import with what it means; ``outcome`` is nothing where no file changes."""

    plan: ImportPlan
    outcome: Outcome | None


def judged(plan: ImportPlan, files: ImportFiles, shelf: Shelf, before: Assessment) -> JudgedImport:
    """An import as the rules judge it: rows that would bring an error can't be used.

    Raises:
        RefusedError: a file can't be edited safely.
    """
    rows, unused = [*plan.rows], [*plan.unused]
    errors: dict[str, Finding] = {}
    for _ in range(_MOST_TRIES):
        edits = files.plan(rows)
        if not edits.edits and not edits.made:
            break
        attempt = tried(edits, shelf.apart(), before)  # what one attempt loads is not there for the next
        errors = {finding.path: finding for finding in reversed(attempt.errors)}
        if not errors:
            told = replace(plan, rows=tuple(rows), unused=tuple(unused))
            return JudgedImport(told, outcome_of(attempt, before) if attempt.files else None)
        unused += _refused(rows, errors)
    if last := next(iter(errors.values()), None):  # what is left is not written either
        unused += _refused(rows, dict.fromkeys((row.path for row in rows), last))
    return JudgedImport(replace(plan, rows=tuple(rows), unused=tuple(unused)), None)


def _refused(rows: Sequence[PlannedRow], errors: Mapping[str, Finding]) -> Iterator[UnusedCell]:
    """Rows of files that would hold an error, as such that can't be used."""
    for row in rows:
        error = errors.get(row.path)
        if error is not None and row.is_usable and (row.changes or row.is_new):
            row.is_usable = False
            terms: dict[str, Term] = {"message": error.message, "ask": error.ask, "rule": Code(error.rule)}
            yield UnusedCell(row.sheet, row.row, 0, row.title, Said("cell.error", terms), Said("cell.error.do", terms))


def saved_mapping(plan: ImportPlan, grids: Sequence[Grid], texts: Mapping[str, str]) -> str:
    """The text of the mapping; columns that were not read stand there, too.

    Sheets of which no heading is known are begun: beside others in comments, so that it reads as was read before.
    """
    unread = [grid for grid in grids if plan.ignored.get(grid.name) == "no-headings"]
    parts = [(of.grid.name, "", [*_lines(of, texts)]) for of in plan.sheets]
    parts += [(grid.name, "# " if plan.sheets else "", [*_begun(grid, texts)]) for grid in unread]
    if len(parts) == 1:
        return "".join(f"{line}\n" for line in parts[0][2])
    lines = ["sheets:"] if parts else []
    for name, mark, own in parts:
        why = f"  # {texts['import.map.untaken']}" if mark else ""
        lines += [f"  {mark}{scalar(name)}:{why}", *(f"  {mark}  {line}" for line in own)]
    return "".join(f"{line}\n" for line in lines)


def _begun(grid: Grid, texts: Mapping[str, str]) -> Iterator[str]:
    """What a mapping of a sheet may begin with that has no heading which is known."""
    rows = [row for row in grid.rows if row <= LAST_HEAD] or grid.rows
    head = max(rows, key=lambda row: sum(isinstance(cell.value, str) for cell in grid.cells[row].values()))
    headings = headings_of(grid, head)
    yield f"rows: assignments  # {texts['import.map.rows']}"
    yield f"head: {head}  # {texts['import.map.head']}"
    for number, heading in headings.items():
        if [*headings.values()].count(heading) == 1:
            yield f"{scalar(heading)}: {SKIP}  # {column_letters(number)}: {texts['sureness.nothing']}"


def _lines(of: TakenSheet, texts: Mapping[str, str]) -> Iterator[str]:
    yield f"rows: {of.of.name}"
    yield f"head: {of.head}"
    headings = [one.heading for one in of.columns]
    for column in of.columns:
        if headings.count(column.heading) == 1:
            why = f"{column_letters(column.number)}: {texts[f'sureness.{column.sureness}']}"
            yield f"{scalar(column.heading)}: {_meaning(column, of)}  # {why}"
    for target, text in of.always.items():
        yield f"{target.spelled(of.of)}: {{always: {scalar(text, in_flow=True)}}}"


def _meaning(column: TakenColumn, of: TakenSheet) -> str:
    keys = [target.spelled(of.of) for target in column.targets] or [SKIP]
    is_ = keys[0] if len(keys) == 1 else f"[{', '.join(keys)}]"
    more = [
        f"{scalar(word, in_flow=True)}: {scalar(value or SKIP, in_flow=True)}"
        for word, value in column.manner.words.items()
    ]
    more += [f"split: {scalar(column.manner.split, in_flow=True)}"] if column.manner.split else []
    more += [f"dates: {column.manner.order}"] if column.manner.order and column.sureness is not Sureness.NOTHING else []
    return f"{{is: {is_}, {', '.join(more)}}}" if more else is_
