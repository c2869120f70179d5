"""``report``, made and written: the portfolio as it is beside what it was, as a page or as a picture."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from staircase import __version__, git, history
from staircase.cli import say, write
from staircase.cli.environment import is_terminal, texts
from staircase.cli.options import PresentOptions
from staircase.cli.outfile import OutFile, open_to_write
from staircase.cli.reading import Settings, identified, language_of, name_unread, read, settings, words_of
from staircase.cli.sides import PortfolioReader, refusal
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment, assess
from staircase.core.load import Shelf
from staircase.core.model.program import limit, reorganised
from staircase.core.page import ManagementPage
from staircase.core.page.compose import page
from staircase.core.period import NoSuchDateError, NotADateError, parse_date
from staircase.core.portfolio import as_it_was, names_of
from staircase.core.term import Code, Term
from staircase.words.speech import Words

USUAL = "staircase.html"
"""Where the page goes on a terminal, when no file is named."""

SHORT = 12
"""Digits of a commit's id that people are shown."""


class Writing(NamedTuple):
    """Something to write: what draws it, and the file it goes to; ``None`` is standard output."""

    draw: Callable[[ManagementPage, Words], str]
    file: OutFile | None


def show(options: PresentOptions) -> int:
    """Write the page, the picture, or both; returns 1 where a file of the portfolio could not be read, else 0."""
    told = settings(options)
    with _targets(options, told) as targets:
        assessment = read(told)
        said, words = texts(language_of(told, assessment)), words_of(told, assessment)
        shown = _page(options, told, assessment)
        for target in targets:
            _write(target, target.draw(shown, words), said["shell.written"])
    return name_unread(assessment.portfolio.unreadable, told, said)


@contextmanager
def _targets(options: PresentOptions, told: Settings) -> Iterator[list[Writing]]:
    """Open what will be written; each file that is not written in the end stays as it was.

    Raises:
        MisuseError: what draws the page is not installed, or a file can't be written.
    """
    try:
        from staircase.render.html import render, slide  # noqa: PLC0415 - an extra, which may be missing
    except ModuleNotFoundError as error:
        raise MisuseError(key="shell.no_extra", word="report", command="staircase report") from error

    def whole(shown: ManagementPage, words: Words) -> str:
        return render(shown, words, __version__, git.latest_commit(told.root)[:SHORT])

    named = options.output or ("" if options.picture else USUAL if is_terminal(sys.stdout) else "-")
    asked = [(name, draw) for name, draw in ((named, whole), (options.picture, slide)) if name]
    targets: list[Writing] = []
    try:
        for name, draw in asked:
            taken = [target.file.place for target in targets if target.file]
            targets.append(Writing(draw, None if name == "-" else open_to_write(name, told, taken)))
        yield targets
    finally:
        for target in targets:
            if target.file:
                target.file.abandon()


def _write(target: Writing, text: str, written: str) -> None:
    """Write it, and say where."""
    if target.file is None:
        write(text, "utf-8")
        return
    target.file.write(text.encode("utf-8", "backslashreplace"))
    say(written.format(file=target.file.name))


def _page(options: PresentOptions, told: Settings, assessment: Assessment) -> ManagementPage:
    department = _department(options.department, told, assessment) if options.department is not None else None
    before, since = _before(options.since, told, assessment) if options.since is not None else (None, None)
    shown = page(assessment, department, before, since, shows_people=not options.without_people)
    return replace(shown, program=options.title) if options.title else shown


def _department(word: str, told: Settings, assessment: Assessment) -> str:
    """The id of the department that is asked for."""
    portfolio, language = assessment.portfolio, language_of(told, assessment)
    found = identified(word, "department", portfolio, language)
    if found is None and assessment.scene:
        raise MisuseError(
            key="shell.unknown_value",
            word=word,
            choices=tuple(portfolio.departments),
            places={"option": "--department"},
            command="staircase report",
            language=language,
            names=names_of("department", portfolio),
        )
    if found and (period := limit(portfolio.departments[found], told.as_of)):
        has_ended = period.last < told.as_of
        raise MisuseError(
            key="shell.department_ended" if has_ended else "shell.department_begins",
            word=found,
            choices=reorganised(portfolio.departments.values(), told.as_of).heirs(found),
            places={"day": f"{period.last if has_ended else period.first}"},
            command="staircase report",
            language=language,
        )
    return found or word


def _before(since: str, told: Settings, assessment: Assessment) -> tuple[Assessment, Term]:
    """The portfolio on an earlier day, or at a revision on that commit's day, and what that is called.

    Raises:
        MisuseError: it is a day that is none, or lies ahead.
        NoBaseError: it is no day, and no revision that git can read.
    """
    try:
        day = parse_date(since)
    except NotADateError:
        return _at(since, told)
    except NoSuchDateError as error:
        raise MisuseError(key="shell.bad_date", word=since, places={"option": "--since"}) from error
    if day > told.as_of:
        raise MisuseError(key="shell.since_ahead", word=since, command="staircase report")
    return assess(as_it_was(assessment.portfolio, day), day, told.today), day


def _at(revision: str, told: Settings) -> tuple[Assessment, Term]:
    try:
        repository = git.repository(told.root)
        commit = git.commit(repository, revision)
        (day,) = history.days(repository, [history.Commit(commit, None, ())])
        portfolio = PortfolioReader(told, Shelf(), repository).at(commit)
    except git.RevisionError as error:
        raise refusal(error, told) from error
    return assess(portfolio, day or told.as_of, told.today), day or Code(commit[:SHORT])
