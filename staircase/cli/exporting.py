"""``export``, made and written: the tables of a portfolio as one file, or as a folder with a file for each."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from staircase import __version__, git
from staircase.cli import FAILED, say
from staircase.cli.environment import texts
from staircase.cli.options import ExportOptions
from staircase.cli.outfile import OutFile, leads_out, open_to_write, placed
from staircase.cli.reading import Progress, Settings, language_of, name_unread, read, settings, words_of, work_trees
from staircase.cli.report import selected
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment, assess
from staircase.core.portfolio import as_it_was
from staircase.core.sheets import Sheet
from staircase.core.sheets.extract import Extract, FilledSheet, TooLargeError, Wording, cover
from staircase.core.sheets.table import SHEETS
from staircase.core.source import PROGRAM_FILE
from staircase.core.term import Code, Said, Term
from staircase.sheets import SheetFormat, SheetWriter, writer
from staircase.system import system_reason
from staircase.words.speech import Words, sheet_texts

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


def show(options: ExportOptions) -> int:
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
