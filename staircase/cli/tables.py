"""Tables taken in and given out: ``import``, planned and judged, rows taken by ``measure --from``, and ``export``."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from staircase import __version__, disk, git, store
from staircase.cli import DONE, FAILED, MISUSED, say
from staircase.cli import write as put
from staircase.cli.environment import here, texts
from staircase.cli.events import MeasureOptions
from staircase.cli.options import ExportOptions, ImportOptions
from staircase.cli.outfile import OutFile, leads_out, open_to_write, placed
from staircase.cli.reading import (
    Progress,
    Settings,
    language_of,
    loaded,
    name_unread,
    read,
    settings,
    words_of,
    work_trees,
)
from staircase.cli.report import selected
from staircase.cli.usage import MisuseError, echoed
from staircase.cli.writing import day_of, not_written, refused, write_event
from staircase.core.assess import Assessment, assess
from staircase.core.choices import LANGUAGES
from staircase.core.edits import RefusedError
from staircase.core.edits.benefits import MeasuredRow, MeasureManyEvent
from staircase.core.load import Shelf
from staircase.core.portfolio import as_it_was
from staircase.core.sheets import Sheet
from staircase.core.sheets.extract import Extract, FilledSheet, TooLargeError, Wording, cover
from staircase.core.sheets.grid import Grid, shown
from staircase.core.sheets.heading import Vocabulary
from staircase.core.sheets.mapping import ImportMapping, MappingError, read_mapping
from staircase.core.sheets.plan import ImportSource, judged, planned, saved_mapping
from staircase.core.sheets.report import ImportRun, import_report
from staircase.core.sheets.table import SHEETS
from staircase.core.source import PROGRAM_FILE
from staircase.core.term import Code, Said, Term
from staircase.render import ReportFormat, patch, render
from staircase.sheets import SheetFormat, SheetWriter, grids_of, writer
from staircase.sheets.archive import UnreadBookError
from staircase.system import said_reason, system_reason
from staircase.words.speech import Words, heard, sheet_texts


def import_file(options: ImportOptions) -> int:
    """Plan an import and show it, or write it; returns 0, 2 where not all can be used and that is asked, or 74."""
    told = settings(options)
    day, shelf = day_of(options.on, told), Shelf()
    portfolio = loaded(told, shelf)
    before = assess(portfolio, told.today, told.today)
    words = words_of(told, before)
    try:
        source = _source(options, words)
        plan, files = planned(source, portfolio, day)
        result = judged(plan, files, shelf, before)
        if options.save_map:
            _save(options.save_map, saved_mapping(plan, source.grids, words.texts))
        is_refused = options.write and not (result.plan.is_whole or options.partial)
        is_written = options.write and not is_refused and not options.dry_run and result.outcome is not None
        if is_written and result.outcome is not None:
            store.write(told.root, [store.FileChange(*file) for file in result.outcome.files])
    except RefusedError as error:
        return refused(error, words, "import")
    except MappingError as error:
        return _refuse_mapping(error, options.map or "", words)
    except store.NotWrittenError as error:
        return not_written(error, words.language)
    except MisuseError as error:
        error.language = words.language
        raise
    run = ImportRun(Path(options.file).name, result, before, is_written, is_refused, _call(options))
    if options.dry_run and not options.json and result.outcome:
        put(patch.render(result.outcome.files, is_seen=told.look.terminal))
    else:
        form: ReportFormat = "json" if options.json else "table"
        put(render(import_report(run), form, told.look, words), "utf-8" if options.json else None)
    name_unread(portfolio.unreadable, told, texts(words.language))
    return MISUSED if is_refused else DONE


def _source(options: ImportOptions, words: Words) -> ImportSource:
    """What is to be imported.

    Raises:
        MisuseError: the file, or its mapping, can't be read, or it has no such sheet.
        MappingError: the mapping says something that can't be.
    """
    vocabulary = Vocabulary(tuple(map(sheet_texts, LANGUAGES)), tuple(map(heard, LANGUAGES)))
    mapping = _mapping(options.map) if options.map else ImportMapping()
    source = ImportSource((), mapping, vocabulary, options.dates, tuple(options.sheet), options.declare)
    try:
        grids = grids_of(here() / options.file, source.reads)
    except UnreadBookError as error:
        raise _unread(options.file, error, words) from error
    names = tuple(grid.name for grid in grids)
    for sheet in options.sheet:
        if sheet not in names:
            raise MisuseError(key="shell.no_sheet", word=sheet, choices=names)
    return replace(source, grids=grids)


def _unread(name: str, error: UnreadBookError, words: Words) -> MisuseError:
    """That a file is no table that can be read."""
    detail = said_reason(error.detail, texts(words.language))
    reason = words.text(f"unread-book.{error.reason}") + (f" ({detail})" if detail else "")
    return MisuseError(key="shell.unread_book", word=name, places={"reason": reason}, language=words.language)


def _mapping(name: str) -> ImportMapping:
    """The mapping that a file says; it may be as long as files of a portfolio.

    Raises:
        MisuseError: it can't be read.
        MappingError: it says something that can't be.
    """
    try:
        with (here() / name).open("rb") as file:
            content = file.read(disk.LIMIT + 1)
    except (OSError, ValueError) as error:
        raise MisuseError(key="shell.unreadable_table", word=name, places={"reason": system_reason(error)}) from error
    return read_mapping(name, content)


def _save(name: str, text: str) -> None:
    """Write a mapping where no file is yet.

    Raises:
        MisuseError: there is one, or the disk refuses.
    """
    try:
        with (here() / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise MisuseError(key="shell.unsaved_map", word=name, places={"reason": system_reason(error)}) from error


def _refuse_mapping(error: MappingError, name: str, words: Words) -> int:
    """Write what is wrong with a mapping, each at its place."""
    for fault in error.faults:
        say(f"{echoed(name)}:{fault.line}:{fault.column}: {words.say(fault.said)}")
    for finding, line, column in error.findings:
        say(f"{echoed(name)}:{line}:{column}: {words.message(finding)}. {words.ask(finding)}")
    return MISUSED


def _call(options: ImportOptions) -> tuple[str, ...]:
    """The command's own words, to be said again with others after them."""
    given = [options.file]
    for sheet in options.sheet:
        given += ["--sheet", sheet]
    for name, value in (("--map", options.map), ("--dates", options.dates), ("--on", options.on)):
        given += [name, value] if value else []
    return (*given, *(["--declare"] if options.declare else []))


COLUMNS = ("assignment", "benefit", "date", "value")


def write_table(options: MeasureOptions) -> int:
    """Write all measurements of a table, or none."""
    if options.id or options.on:
        raise MisuseError(key="shell.contradiction", places={"option": "--from", "other": options.id or "--on"})
    name = options.table or ""
    try:
        grid = next(iter(grids_of(here() / name)), Grid(name, {}))
    except UnreadBookError as error:
        told = settings(options)
        words = words_of(told, assess(loaded(told), told.today, told.today))
        raise _unread(name, error, words) from error
    rows = tuple(_rows(name, grid))
    if not rows:
        raise MisuseError(key="shell.no_rows", word=name)
    names = tuple(dict.fromkeys(row.assignment for row in rows))
    return write_event(options, "measure", MeasureManyEvent(rows), names)


def _rows(name: str, grid: Grid) -> Iterator[MeasuredRow]:
    """The rows below the columns' names; what stands in other columns is not asked for."""
    first, *rest = grid.rows or [0]
    places = {shown(cell): column for column, cell in grid.cells.get(first, {}).items()}
    if missing := [one for one in COLUMNS if one not in places]:
        raise MisuseError(key="shell.no_column", word=name, places={"columns": ", ".join(missing)})
    for row in rest:
        cells = [grid.at(row, places[one]) for one in COLUMNS]
        if any(cells):
            yield MeasuredRow(row, *(shown(cell) if cell else "" for cell in cells))


SHORT = 12
"""Digits of a commit's id that people are shown."""

_ENDS: Mapping[str, SheetFormat] = {".xlsx": "xlsx", ".jsonl": "jsonl"}
"""What a name's end says; any other name is that of a folder."""

_FOLDERS = frozenset({"csv", "parquet"})
"""The formats that hold one table each."""

_COMMAND = "staircase export"


class _Target(NamedTuple):
    """A file that will be written, and the sheets that it is to hold."""

    file: OutFile
    sheets: Sequence[Sheet]


class _Extracted(NamedTuple):
    """What is taken out of a portfolio, and how a workbook says it."""

    extract: Extract
    wording: Wording


def export(options: ExportOptions) -> int:
    """Write the tables; returns 1 where a file of the portfolio could not be read, else 0."""
    form = _form(options)
    write = _writer(form)
    told = settings(options)
    with _targets(options, form, told) as targets:
        assessment = _on_its_day(read(told))
        said, words = texts(language_of(told, assessment)), words_of(told, assessment)
        extract = _extract(options, told, assessment, replace(words, texts=sheet_texts(words.language)))
        if extract is None:
            terms: dict[str, Term] = {"file": Code(PROGRAM_FILE), "command": Code("staircase check")}
            say(said["shell.error"].format(message=words.say(Said("report.no-program", terms))))
        else:
            with Progress(said["shell.writing"], colour=told.look.colour) as progress:
                _fill(targets, write, extract, progress)
            say(said["shell.written"].format(file=options.to))
    return name_unread(assessment.portfolio.unreadable, told, said) or (FAILED if extract is None else 0)


def _form(options: ExportOptions) -> SheetFormat:
    """The format that is asked for, else the one that the name's end says, else CSV.

    Raises:
        MisuseError: the format has a file for each table, and the name is that of one file.
    """
    end = PurePath(options.to).suffix.lower()
    form = options.format or _ENDS.get(end, "csv")
    if form in _FOLDERS and end in {".csv", ".parquet", ".xlsx", ".jsonl"}:
        raise MisuseError(key="shell.export_folder", word=options.to, places={"format": form}, command=_COMMAND)
    return form


def _writer(form: SheetFormat) -> SheetWriter:
    try:
        return writer(form)
    except ModuleNotFoundError as error:
        raise MisuseError(key="shell.no_sheets", word=form, command=_COMMAND) from error


@contextmanager
def _targets(options: ExportOptions, form: SheetFormat, told: Settings) -> Iterator[list[_Target]]:
    """Open what will be written; each file that is not written in the end stays as it was, and no folder is left.

    Raises:
        MisuseError: a file can't be written.
    """
    sheets = [sheet.without_people() if options.without_people else sheet for sheet in SHEETS]
    is_file = form == "xlsx" or (form == "jsonl" and PurePath(options.to).suffix.lower() == ".jsonl")
    folder = None if is_file else _made(options.to, told)
    names = [options.to] if is_file else [f"{options.to}{os.sep}{sheet.name}.{form}" for sheet in sheets]
    held = [sheets] if is_file else [[sheet] for sheet in sheets]
    targets: list[_Target] = []
    try:
        for name, own in zip(names, held, strict=True):
            targets.append(_Target(open_to_write(name, told), own))
        yield targets
    finally:
        for target in targets:
            target.file.abandon()
        if folder:
            with suppress(OSError):  # it holds what was written
                folder.rmdir()


def _made(name: str, told: Settings) -> Path | None:
    """Make the folder of a name, where there is none yet; returns its place, or nothing where it is there."""
    place = Path(placed(name, str(told.here)))
    if place.is_dir():
        return None
    try:
        if leads_out(name, str(told.here), work_trees(told)):
            raise MisuseError(key="shell.leads_out", word=name)
        place.mkdir()
    except (OSError, ValueError) as error:
        raise MisuseError(key="shell.unwritable", word=name, places={"reason": system_reason(error)}) from error
    return place


def _on_its_day(assessment: Assessment) -> Assessment:
    """The portfolio as it was, where an earlier day is asked for: nothing that came later."""
    day, today = assessment.day, assessment.today
    return assessment if day >= today else assess(as_it_was(assessment.portfolio, day), day, today)


def _extract(options: ExportOptions, told: Settings, assessment: Assessment, words: Words) -> _Extracted | None:
    """What is asked for of a portfolio, unless its programme can't be read."""
    if assessment.scene is None:
        return None
    selection = selected(options, assessment, words.language)
    commit = git.latest_commit(told.root)[:SHORT]
    extract = Extract(assessment, assessment.scene, words.say, selection, commit, __version__)

    def lines(rows: Mapping[Sheet, int]) -> Iterator[tuple[str, str]]:
        for title, text in cover(extract, rows, shows_people=not options.without_people):
            yield words.say(title), words.say(text)

    return _Extracted(extract, Wording(words.texts, lines, assessment.day))


def _fill(targets: Sequence[_Target], write: SheetWriter, extracted: _Extracted, progress: Progress) -> None:
    """Write every file, and put all in place once they are whole.

    Raises:
        OutputError: a place takes no more.
        MisuseError: a sheet is too large for the format.
    """
    progress.expect(len(SHEETS))
    extract, wording = extracted

    def filled(sheets: Iterable[Sheet]) -> Iterator[FilledSheet]:
        for sheet in sheets:
            yield extract.filled(sheet)
            progress.step()

    for file, sheets in targets:
        rows = filled(sheets)
        try:
            file.fill(lambda stream, rows=rows: write(rows, stream, wording))  # type: ignore[misc]
        except TooLargeError as error:
            places = {"sheet": wording.texts[f"sheet.{error.sheet}"]}
            raise MisuseError(key="shell.too_large", word=file.name, places=places, command=_COMMAND) from error
    for file, _ in targets:
        file.finish()
