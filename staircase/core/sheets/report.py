"""What an import comes to, as a report: which column is taken for what, what becomes of each row, and what is left."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from staircase.core.assess import Assessment
from staircase.core.finding import command
from staircase.core.model.program import Program
from staircase.core.reports import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Hints,
    Lines,
    Report,
    Section,
    Table,
    Tone,
    Value,
)
from staircase.core.reports.outline import Field, Made, Outline
from staircase.core.sheets.files import ImportPlan, PlannedRow, RowFate, Undeclared, Unheard, UnusedCell
from staircase.core.sheets.grid import column_letters
from staircase.core.sheets.plan import JudgedImport
from staircase.core.sheets.taking import Sureness, TakenColumn, TakenSheet
from staircase.core.term import Code, Count, Name, Said, Term, Word, file_name, quoted
from staircase.core.yaml.compose import Composer, scalar

MOST_ROWS, MOST_LINES, MOST_NAMED, MOST_DIFFERENT, MOST_TEXTS, MOST_COLUMNS = 12, 40, 8, 5, 3, 100
"""How many rows of a fate, lines, names, kinds of cells in one column, texts of one kind, and columns are shown."""


@dataclass(frozen=True)
class ImportRun:
    """An import that was planned, and whether it was written.

    Attributes:
        file: the file's name.
        judged: what it comes to.
        before: the portfolio as it was.
        is_written: whether files were written.
        is_refused: whether they were to be, and were not, since not all can be used.
        call: the command that was given, to be said again.
    """

    file: str
    judged: JudgedImport
    before: Assessment
    is_written: bool
    is_refused: bool
    call: tuple[str, ...]

    @property
    def plan(self) -> ImportPlan:
        """What it comes to, row by row."""
        return self.judged.plan

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the files that change."""
        return tuple(file.path for file in self.judged.outcome.files) if self.judged.outcome else ()


def _change(key: str, old: str | None, new: str | None) -> dict[str, Value]:
    return {
        "key": Code(key),
        "old": Name(old) if old is not None else None,
        "new": Name(new) if new is not None else None,
    }


def _sheet(of: TakenSheet, plan: ImportPlan) -> Value:
    noted = plan.noted(of)
    return {
        "sheet": Name(of.grid.name),
        "table": Code(of.of.name),
        "head": of.head,
        "rows": len(of.rows),
        "columns": tuple(_column(column, of, noted.get(column.number)) for column in of.columns),
        "always": tuple({"key": Code(one.spelled(of.of)), "text": Name(text)} for one, text in of.always.items()),
        "left_out": tuple({"row": one.row, "why": Code(one.reason), "text": Name(one.text)} for one in of.left_out),
    }


def _column(column: TakenColumn, of: TakenSheet, noted: Said | None) -> Value:
    return {
        "column": Code(column_letters(column.number)),
        "heading": Name(column.heading),
        "becomes": tuple(Code(target.spelled(of.of)) for target in column.targets),
        "sureness": Code(column.sureness),
        "note": column.note,
        "noted": noted,
        "filled": column.filled,
    }


def _unused(cell: UnusedCell) -> Value:
    return {
        "sheet": Name(cell.sheet),
        "row": cell.row,
        "cell": Code(cell.place) if cell.column else None,
        "written": Name(cell.written),
        "why": cell.why,
        "would_do": cell.would_do,
    }


def _undeclared(one: Undeclared) -> Value:
    return {"kind": Code(one.kind), "name": Name(one.name), "id": Name(one.id), "count": one.times}


def _unheard(one: Unheard) -> Value:
    return {"kind": Code(one.kind), "written": Name(one.written), "near": Name(one.near) if one.near else None}


def _fate_count(fate: RowFate, run: ImportRun) -> Value:
    return run.plan.count(fate)


IMPORT: Outline[PlannedRow, ImportRun] = Outline(
    name="import",
    fields=(
        Field("sheet", lambda row: Name(row.sheet)),
        Field("row", lambda row: row.row, "right"),
        Field("table", lambda row: Code(row.table)),
        Field("fate", lambda row: Code(row.fate)),
        Field("id", lambda row: Name(row.id) if row.id else None),
        Field("title", lambda row: Name(row.title) if row.title else None),
        Field("changes", lambda row: tuple(_change(one.key, one.old, one.new) for one in row.changes), kind="array"),
    ),
    totals={
        **{fate: partial(_fate_count, fate) for fate in RowFate},
        "written": lambda run: run.is_written,
        "files": lambda run: tuple(map(file_name, run.files)),
        "sheets": lambda run: tuple(_sheet(one, run.plan) for one in run.plan.sheets),
        "ignored": lambda run: tuple({"sheet": Name(name), "why": Code(why)} for name, why in run.plan.ignored.items()),
        "unused": lambda run: tuple(map(_unused, run.plan.unused_in_order)),
        "undeclared": lambda run: tuple(map(_undeclared, run.plan.undeclared)),
        "absent": lambda run: tuple(map(Name, run.plan.absent)),
        "unheard": lambda run: tuple(map(_unheard, run.plan.unheard)),
    },
)
"""What an import is as a report: a row of a sheet in each of its rows, and the rest among its totals."""


def import_report(run: ImportRun) -> Report:
    """The report of an import."""
    alone = IMPORT.rows_alone(run.before, run.plan.rows, run)
    return alone._replace(blocks=tuple(_blocks(run)), sentences=Made(partial(_sentences, run.plan)))


def _blocks(run: ImportRun) -> Iterator[Block]:
    plan, program = run.plan, run.before.portfolio.program
    if program:
        yield Heading(program.organisation, program.name, run.before.day)
    yield Lines((_headline(run),), Tone.STRONG, leads=True)
    for of in plan.sheets:
        yield from _sheet_blocks(of, plan)
    if plan.unheard:
        yield Lines(tuple(_unheard_lines(plan.unheard)), Tone.WARN)
    if plan.ignored:
        yield Lines(tuple(Said(f"import.ignored.{why}", {"sheet": Name(name)}) for name, why in plan.ignored.items()))
    yield from _row_blocks(plan)
    yield from _undeclared_blocks(plan)
    yield from _unused_blocks(plan)
    if plan.absent:
        some = Name(", ".join(plan.absent[:MOST_NAMED]))
        terms: dict[str, Term] = {"count": Count(len(plan.absent), "assignment"), "some": some}
        yield Lines((Said("import.absent.more" if len(plan.absent) > MOST_NAMED else "import.absent", terms),))
    if run.is_written and run.judged.outcome:
        review = run.judged.outcome.review
        yield Lines((review.headline,), Tone.STRONG)
        yield Lines((Said("import.files", {"count": len(run.files)}),), Tone.FAINT)
    if hints := tuple(_hints(run)):
        yield Hints(hints)


def _headline(run: ImportRun) -> Said:
    plan = run.plan
    terms: dict[str, Term] = {"file": file_name(run.file), "rows": Count(len(plan.rows), "row")}
    terms |= {str(fate): plan.count(fate) for fate in RowFate}
    how = "written" if run.is_written else "refused" if run.is_refused else "same" if not run.files else "planned"
    terms["how"] = Word(f"import.{how}")
    return Said("import.headline" if plan.count(RowFate.UNUSABLE) else "import.headline.usable", terms)


def _sheet_blocks(of: TakenSheet, plan: ImportPlan) -> Iterator[Block]:
    terms: dict[str, Term] = {"sheet": quoted(of.grid.name), "table": Word(f"table.{of.of.name}"), "head": of.head}
    shown = _shown_columns(of)
    cut = _first("columns", MOST_COLUMNS, len(shown))
    yield Section(Said("import.sheet", terms), (Count(len(of.rows), "row"), *cut))
    if of.lacking and all(row.fate is RowFate.UNUSABLE for row in plan.rows if row.sheet == of.grid.name):
        yield Lines(tuple(_lacks(of, is_one=len(plan.sheets) == 1)), Tone.WARN)
    notes = plan.noted(of)
    place, heading = Column("sheet_column"), Column("heading", shrink=12)
    columns = (place, heading, Column("becomes"), Column("sureness", shrink=24, broken=True))
    if shown:
        yield Table(columns, (Group(None, tuple(_column_cells(one, of, notes) for one in shown[:MOST_COLUMNS])),))
    if of.always or of.left_out:
        always = [(Code(one.spelled(of.of)), quoted(text)) for one, text in of.always.items()]
        yield Lines((*(Said("import.always", {"key": key, "text": text}) for key, text in always), *_left_out(of)))


def _shown_columns(of: TakenSheet) -> Sequence[TakenColumn]:
    """All columns; of a sheet that ``export`` wrote those that are read, where any is not just its heading."""
    if not of.is_own:
        return of.columns
    read = [one for one in of.columns if one.targets]
    return [] if all(one.sureness is Sureness.HEADING and not one.note for one in read) else read


def _lacks(of: TakenSheet, *, is_one: bool) -> Iterator[Said]:
    """What no column of a sheet says, and what a mapping could: of one sheet, or of one among several."""
    yield Said("import.lacks", {"sheet": quoted(of.grid.name), "keys": Code(", ".join(of.lacking))})
    ways = [(key, "column" if key in {"title", "assignment", "benefit"} else "always") for key in of.lacking]
    if is_one:
        yield from (Said(f"import.lacks.{way}", {"key": Code(key)}) for key, way in ways)
    else:
        lines = ", ".join(f"{key}: {{always: …}}" if way == "always" else f"…: {key}" for key, way in ways)
        yield Said("import.lacks.sheet", {"sheet": Code(scalar(of.grid.name, in_flow=True)), "lines": Code(lines)})


def _column_cells(column: TakenColumn, of: TakenSheet, notes: Mapping[int, Said]) -> tuple[Cell, ...]:
    becomes = " + ".join(target.spelled(of.of) for target in column.targets)
    tone = {Sureness.LIKELY: Tone.WARN, Sureness.CONTENT: Tone.WARN, Sureness.NOTHING: Tone.FAINT}
    return (
        Cell(Code(column_letters(column.number))),
        Cell(Name(column.heading), Tone.STRONG if becomes else Tone.PLAIN),
        Cell(Code(becomes) if becomes else None),
        Cell(_known_by(column, notes.get(column.number)), tone.get(column.sureness, Tone.PLAIN)),
    )


def _known_by(column: TakenColumn, noted: Said | None) -> Term:
    """How a column is known, and what is to be said of it besides."""
    known: Term = Word(f"sureness.{column.sureness}")
    said = [one for one in (column.note, noted) if one]
    for one in said:
        known = Said("import.known", {"known": known, "note": one})
    return known


def _left_out(of: TakenSheet) -> Iterator[Said]:
    for reason in dict.fromkeys(one.reason for one in of.left_out):
        same = [one for one in of.left_out if one.reason == reason]
        some = [f"{one.row} ({quoted(one.text, 30).text})" for one in same[:MOST_NAMED]]
        some += ["…"] if len(same) > MOST_NAMED else []
        yield Said(f"import.left_out.{reason}", {"count": Count(len(same), "row"), "some": Name(", ".join(some))})


def _unheard_lines(unheard: Sequence[Unheard]) -> Iterator[Said]:
    """What the mapping says that is about nothing here: the first of it, and how much more."""
    yield from (one.said for one in unheard[:MOST_NAMED])
    if len(unheard) > MOST_NAMED:
        yield Said("import.unheard.more", {"more": len(unheard) - MOST_NAMED})


def _row_blocks(plan: ImportPlan) -> Iterator[Block]:
    told = [fate for fate in (RowFate.NEW, RowFate.CHANGED) if plan.count(fate)]
    if not told:
        return
    yield Section(Word("import.rows"), _first("each", MOST_ROWS, max(map(plan.count, told))))
    place, title, name = Column("row_place"), Column("row_title", shrink=20), Column("row_id")
    columns = (place, title, name, Column("row_changes", shrink=30, broken=True))
    groups = tuple(_row_group(plan, fate) for fate in told)
    yield Table(columns, groups, "fate")


def _row_group(plan: ImportPlan, fate: RowFate) -> Group:
    rows = [row for row in plan.rows if row.fate is fate]
    title = Said(f"fate.{fate}", {"count": len(rows)})
    return Group(title, tuple(_row_cells(row, plan) for row in rows[:MOST_ROWS]), Word(f"fate.{fate}.one"))


def _row_cells(row: PlannedRow, plan: ImportPlan) -> tuple[Cell, ...]:
    place = f"{row.sheet}!{row.row}" if len(plan.sheets) > 1 else str(row.row)
    is_part = row.fate is RowFate.NEW and row.table != "assignments"
    changes = ", ".join(f"{one.key} {quoted(one.new or '', 40).text}" for one in row.changes if is_part)
    changes = changes or "; ".join(_told(*one) for one in row.changes if row.fate is RowFate.CHANGED)
    return (
        Cell(Name(place)),
        Cell(Name(row.title) if row.title else None, Tone.STRONG),
        Cell(Name(row.id)),
        Cell(Name(changes) if changes else None),
    )


def _told(key: str, old: str | None, new: str | None) -> str:
    shown = [quoted(one, 40).text if one is not None else "\u2013" for one in (old, new)]
    return f"{key}: {shown[0]} → {shown[1]}"


def _undeclared_blocks(plan: ImportPlan) -> Iterator[Block]:
    if not plan.undeclared:
        return
    kinds = Counter(one.kind for one in plan.undeclared)
    title = Word("import.declared" if plan.declared else "import.undeclared")
    yield Section(title, _first("each", MOST_LINES, max(kinds.values())))
    columns = (Column("declare_line"), Column("declare_times", align="right"), Column("declare_near"))
    groups = []
    for kind in kinds:
        own = [one for one in plan.undeclared if one.kind == kind]
        groups.append(Group(Code(f"{kind}s:"), tuple(_undeclared_cells(one) for one in own[:MOST_LINES])))
    yield Table(columns, tuple(groups), "declare_family")


def _first(kind: str, most: int, count: int) -> tuple[Term, ...]:
    """What stands beside a heading under which no more than so many are shown."""
    return (Said(f"import.first.{kind}", {"some": most, "all": count}),) if count > most else ()


def _undeclared_cells(one: Undeclared) -> tuple[Cell, ...]:
    called = "name" if one.kind == "department" else "title"
    return (
        Cell(Name(f"- {Composer(Program).flow({'id': one.id, called: one.name}, (f'{one.kind}s', 0))}")),
        Cell(Count(one.times, "cell")),
        Cell(Said("import.near", {"near": Name(one.near)}) if one.near else None),
    )


class _Alike(NamedTuple):
    """Cells of a column that can't be used for the same reason, and some of what stands in them."""

    first: UnusedCell
    times: int = 0
    texts: tuple[str, ...] = ()


def _mark(cell: UnusedCell) -> tuple[object, ...]:
    """What cells have in common of which one is told for all."""
    written = cell.written if cell.column else str(cell.why.terms)
    return cell.sheet, cell.column, written, cell.why.key


def _unused_blocks(plan: ImportPlan) -> Iterator[Block]:
    alike: dict[tuple[object, ...], _Alike] = {}
    kinds = Counter(
        (cell.sheet, cell.column, cell.why.key) for cell in {_mark(cell): cell for cell in plan.unused}.values()
    )
    for cell in plan.unused_in_order:
        kind = (cell.sheet, cell.column, cell.why.key)
        key = kind if kinds[kind] > MOST_DIFFERENT else _mark(cell)
        found = alike.get(key, _Alike(cell))
        texts = dict.fromkeys((*found.texts, cell.written))
        alike[key] = _Alike(found.first, found.times + 1, (*texts,)[:MOST_TEXTS])
    if not alike:
        return
    cut = _first("kinds", MOST_LINES, len(alike))
    yield Section(Word("import.unused"), (Count(len(plan.unused), "cell"), *cut))
    columns = (Column("cell_place"), Column("cell_written", shrink=10), Column("cell_why", shrink=30, broken=True))
    rows = tuple(_unused_cells(one, plan) for one in [*alike.values()][:MOST_LINES])
    yield Table(columns, (Group(None, rows),))


def _unused_cells(one: _Alike, plan: ImportPlan) -> tuple[Cell, ...]:
    cell = one.first
    place = f"{cell.sheet}!{cell.place}" if len(plan.sheets) > 1 else cell.place
    terms: dict[str, Term] = {"place": Name(place), "more": one.times - 1}
    said = "import.place" + ("" if cell.column else ".row") + (".more" if one.times > 1 else "")
    return (
        Cell(Said(said, terms), Tone.WARN),
        Cell(quoted(", ".join(one.texts)) if cell.written else None),
        Cell(Said("import.why", {"why": cell.why, "would_do": cell.would_do})),
    )


def _hints(run: ImportRun) -> Iterator[tuple[Said, str]]:
    plan, call = run.plan, run.call
    if run.is_written:
        yield Said("import.next.check", {}), "staircase check"
        return
    needs = [one for one in plan.undeclared if one.kind != "document"]
    if needs and not plan.declared:
        yield Said("import.next.declare", {}), command("import", *call, "--declare")
    if ("no-headings" in plan.ignored.values() or not plan.is_whole) and "--map" not in call:
        yield Said("import.next.map", {}), command("import", *call, "--save-map", "map.yaml")
    if run.files and plan.is_whole:
        yield Said("import.next.write", {}), command("import", *call, "--write")
    elif run.files:
        yield Said("import.next.partial", {}), command("import", *call, "--write", "--partial")


def _sentences(plan: ImportPlan) -> Iterator[Said]:
    for row in plan.rows:
        terms: dict[str, Term] = {"sheet": Name(row.sheet), "row": row.row, "title": Name(row.title or row.id)}
        terms["fate"] = Word(f"fate.{row.fate}.one")
        yield Said("import.sentence", terms)
    for cell in plan.unused:
        yield Said(
            "import.sentence.cell",
            {"sheet": Name(cell.sheet), "place": Name(cell.place), "why": cell.why, "would_do": cell.would_do},
        )
