"""The portfolio that a run is about: what was told of it, its files read as far as they can be, and named from here."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from staircase import disk
from staircase.cli import DONE, FAILED, say
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import (
    chosen_language,
    day_said,
    here,
    is_terminal,
    locale_language,
    look_of,
    named_portfolio,
    texts,
    today_told,
)
from staircase.cli.options import DayOptions, ShapeOptions
from staircase.cli.usage import MisuseError, NewerFormatError, NoSuchPathError
from staircase.core.assess import Assessment, assess
from staircase.core.choices import Language
from staircase.core.load import Shelf, load
from staircase.core.portfolio import Named, Portfolio, meant, names_of
from staircase.core.source import spelled_name
from staircase.render import ReportOutput
from staircase.render.look import Look
from staircase.render.safe import one_line
from staircase.words.speech import Words, words

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds that people wait without wondering."""

MOST_NAMED = 10
"""How many files are named."""


class Settings(NamedTuple):
    """What a run has been told, by options, by variables and by what it writes to.

    Attributes:
        here: the folder that the run looks from.
        root: the portfolio's folder.
        asked_language: the language that was asked for; it goes before the portfolio's own.
        locale_language: the language for those who ask for none in a portfolio that names none.
        today: the day of the clock.
        as_of: the day to tell of.
        look: what the output can show.
    """

    here: Path
    root: Path
    asked_language: Language | None
    locale_language: Language
    today: date
    as_of: date
    look: Look

    def language(self, of_program: Language | None) -> Language:
        """Language in which to speak about a portfolio that names this one."""
        return self.asked_language or of_program or self.locale_language


def settings(options: GlobalOptions) -> Settings:
    """Decide the settings of a run; one that takes no day is about today.

    Raises:
        MisuseError: a day is none.
        NoPortfolioError: there is no portfolio.
    """
    today = today_told()
    as_of = options.as_of if isinstance(options, DayOptions) else None
    is_wide = isinstance(options, ShapeOptions) and options.wide
    is_plain = isinstance(options, ShapeOptions) and options.plain
    return Settings(
        here=here(),
        root=disk.find(here(), named_portfolio(options.portfolio, os.environ)),
        asked_language=chosen_language(options.lang, os.environ),
        locale_language=locale_language(os.environ),
        today=today,
        as_of=day_said("--as-of", as_of) if as_of is not None else today,
        look=look_of(options.color, wide=is_wide, plain=is_plain),
    )


def form_of(options: ShapeOptions) -> ReportOutput:
    """The format that was asked for, in one of three ways."""
    if options.json and options.excel:
        raise MisuseError(key="shell.contradiction", places={"option": "--json", "other": "--excel"})
    for flag, is_given, fitting in (("--json", options.json, "json"), ("--excel", options.excel, "csv")):
        if is_given and options.format not in {None, fitting}:
            places = {"option": flag, "other": f"--format {options.format}"}
            raise MisuseError(key="shell.contradiction", places=places)
    if options.excel:
        return "excel"
    return "json" if options.json else options.format or "table"


class Progress:
    """Counts steps, and shows them once they have taken long enough."""

    def __init__(self, title: str, *, colour: bool, patience: float = PATIENCE) -> None:
        self._title = title
        self._colour = colour
        self._total = 0
        self._done = 0
        self._bar: Bar | None = None
        self._shows_from = monotonic() + patience if is_terminal(sys.stderr) else float("inf")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def expect(self, total: int) -> None:
        """How many steps there will be from here."""
        self._total, self._done = total, 0

    def step(self) -> None:
        """Count one step."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)
        elif monotonic() > self._shows_from:
            self._bar = self._opened()

    def _opened(self) -> "Bar":
        from rich.console import Console  # noqa: PLC0415 - start-up: only for long work
        from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

        bar = Bar(console=Console(stderr=True, no_color=not self._colour), transient=True)
        bar.add_task(self._title, total=self._total, completed=self._done)
        bar.start()
        return bar


def read(told: Settings) -> Assessment:
    """Read, validate and assess the portfolio; what cannot be read becomes findings."""
    return assess(loaded(told), told.as_of, told.today)


def loaded(told: Settings, shelf: Shelf | None = None) -> Portfolio:
    """Read and validate the portfolio; the shelf keeps what another revision may have in common with it."""
    title, root = texts(told.language(None))["shell.reading"], told.root
    with Progress(title, colour=told.look.colour) as progress:
        (portfolio, own), is_partial = disk.undisturbed(root, lambda: _once(root, progress, shelf))
    if shelf and own:
        shelf.take(own)
    if is_partial:
        said = texts(language_for(told, portfolio))
        say(said["shell.error"].format(message=said["shell.unfinished"]))
    return portfolio


def _once(root: Path, progress: Progress, shelf: Shelf | None) -> tuple[Portfolio, Shelf | None]:
    """Read the portfolio, and put what was read on a shelf of its own."""
    files, own = disk.listed(root), shelf.apart() if shelf else None
    progress.expect(len(files))
    return known_format(load(disk.read_each(root, files), progress.step, own)), own


def known_format(portfolio: Portfolio) -> Portfolio:
    """The portfolio, if its format is known.

    Raises:
        NewerFormatError: it is newer.
    """
    if newer := portfolio.newer_format:
        raise NewerFormatError(newer)
    return portfolio


def language_of(told: Settings, assessment: Assessment) -> Language:
    """The language that the reader or the portfolio asks for."""
    return language_for(told, assessment.portfolio)


def language_for(told: Settings, portfolio: Portfolio) -> Language:
    """The same language, before the portfolio is assessed."""
    program = portfolio.program
    return told.language(program.language if program else None)


def words_of(told: Settings, assessment: Assessment) -> Words:
    """The words of that language, with the portfolio's currency."""
    program = assessment.portfolio.program
    language = language_of(told, assessment)
    return words(language, program.currency) if program else words(language)


def identified(word: str, kind: Named, portfolio: Portfolio, language: Language) -> str | None:
    """The id of what is called so, if there is anything.

    Raises:
        MisuseError: several are called so.
    """
    found = meant(word, kind, portfolio)
    if len(found) > 1:
        raise several(word, found, language)
    return found[0] if found else None


def several(word: str, ids: Sequence[str], language: Language) -> MisuseError:
    """The error that a name is that of several."""
    return MisuseError(key="shell.several", word=word, places={"ids": ", ".join(sorted(ids))}, language=language)


def unknown_assignment(word: str, portfolio: Portfolio, command: str, language: Language) -> MisuseError:
    """The error that there is no such assignment."""
    return MisuseError(
        key="shell.unknown_id",
        word=word,
        choices=tuple(sorted(portfolio.ids)),
        command=command,
        language=language,
        names=names_of("assignment", portfolio),
    )


def files_meant(written: Sequence[str], known: Iterable[str], told: Settings, language: Language) -> frozenset[str]:
    """The files, of those that are known, that the paths name: themselves, or all that is below them.

    Raises:
        NoSuchPathError: a path names none.
    """
    files = tuple(known)
    root = os.path.realpath(told.root)
    found = {path: _below(path, files, root, told) for path in written}
    if missing := [path for path, below in found.items() if not below]:
        raise NoSuchPathError(missing, language)
    return frozenset().union(*found.values())


def _below(written: str, files: Sequence[str], root: str, told: Settings) -> frozenset[str]:
    places = {_place(told.here / written), os.path.realpath(told.here / written)}
    return frozenset(file for file in files if _is_below(os.path.join(root, file), places))  # noqa: PTH118 - fast


def _place(path: Path) -> str:
    """A path's own place: the folder with links followed, the file itself not."""
    whole = os.path.abspath(path)  # noqa: PTH100 - `..` is meant as it is written
    return str(Path(os.path.realpath(Path(whole).parent)) / Path(whole).name)


def _is_below(place: str, places: Iterable[str]) -> bool:
    return any(place == above or place.startswith(above.rstrip(os.sep) + os.sep) for above in places)


def name_unread(paths: Sequence[str], told: Settings, said: Mapping[str, str]) -> int:
    """Name the files that are left out; returns 1 when there are any, else 0."""
    return _named(paths, told, said["shell.unreadable_one" if len(paths) == 1 else "shell.unreadable_many"], said)


def name_unread_base(paths: Sequence[str], told: Settings, said: Mapping[str, str]) -> None:
    """Name the files that could not be read at the base."""
    _named(paths, told, said["shell.base.unread_one" if len(paths) == 1 else "shell.base.unread_many"], said)


def name_unread_before(paths: Sequence[str], told: Settings, said: Mapping[str, str]) -> None:
    """Name the files that could not be read on the one side of a comparison, and can be or are gone on the other."""
    _named(paths, told, said["shell.diff.unread_one" if len(paths) == 1 else "shell.diff.unread_many"], said)


def _named(paths: Sequence[str], told: Settings, message: str, said: Mapping[str, str]) -> int:
    if not paths:
        return DONE
    say(said["shell.error"].format(message=message.format(count=len(paths))))
    for path in paths[:MOST_NAMED]:
        say(f"  {one_line(spelled_name(from_here(path, told)))}")
    if len(paths) > MOST_NAMED:
        say(f"  {said['shell.and_more'].format(count=len(paths) - MOST_NAMED)}")
    return FAILED


def from_here(path: str, told: Settings) -> str:
    """A path of the portfolio as it is seen from the current folder, with ``/``."""
    folder = _folder(told.root, told.here)
    return path if folder == os.curdir else f"{folder}/{path}"


@cache
def _folder(root: Path, here: Path) -> str:
    try:
        seen = os.path.relpath(root, here)
    except ValueError:  # on another drive
        seen = str(root)
    return seen.replace(os.sep, "/")


def repository_prefix(told: Settings) -> str:
    """What leads from the repository's root to the portfolio, ended with ``/``; outside one, from here."""
    root = Path(os.path.realpath(told.root))
    above = next((folder for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), None)
    try:
        seen = os.path.relpath(root, above or os.path.realpath(told.here)).replace(os.sep, "/")
    except ValueError:  # on another drive
        seen = str(root).replace(os.sep, "/")
    return "" if seen == "." else f"{seen}/"


def work_trees(told: Settings) -> Sequence[str]:
    """All work trees around the current folder and the portfolio; without git the portfolio's folder is one."""
    starts = [Path(os.path.realpath(folder)) for folder in (told.root, told.here)]
    folders = {folder for start in starts for folder in (start, *start.parents)}
    return [str(starts[0]), *(str(folder) for folder in folders if os.path.lexists(folder / ".git"))]
