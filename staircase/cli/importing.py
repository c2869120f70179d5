"""Tables taken in: the sheets of a file by ``import``, planned and judged, and a table's rows by ``measure --from``."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from staircase import disk, store
from staircase.cli import DONE, MISUSED, say
from staircase.cli import write as put
from staircase.cli.environment import here, texts
from staircase.cli.events import MeasureOptions
from staircase.cli.options import ImportOptions
from staircase.cli.reading import loaded, name_unread, settings, words_of
from staircase.cli.usage import MisuseError, echoed
from staircase.cli.writing import day_of, not_written, refused, write_event
from staircase.core.assess import assess
from staircase.core.choices import LANGUAGES
from staircase.core.edits import RefusedError
from staircase.core.edits.benefits import MeasuredRow, MeasureManyEvent
from staircase.core.load import Shelf
from staircase.core.sheets.grid import Grid, shown
from staircase.core.sheets.heading import Vocabulary
from staircase.core.sheets.mapping import ImportMapping, MappingError, read_mapping
from staircase.core.sheets.plan import ImportSource, judged, planned, saved_mapping
from staircase.core.sheets.report import ImportRun, import_report
from staircase.render import ReportFormat, patch, render
from staircase.sheets import grids_of
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
