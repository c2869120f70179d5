"""What a run has been told, decided once, and files as they are named in it; the only place that reads the clock."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from staircase import disk
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import (
    chosen_language,
    has_colour,
    here,
    is_terminal,
    locale_language,
    named_portfolio,
    width,
)
from staircase.cli.options import DayOptions, ShapeOptions
from staircase.cli.output import DONE, FAILED, say
from staircase.cli.usage import MisuseError, NoSuchPathError
from staircase.core.choices import Language
from staircase.core.period import NoSuchDateError, NotADateError, parse_date
from staircase.core.yaml.source import spelled_name
from staircase.render.look import Look, choose
from staircase.render.safe import one_line


@dataclass(frozen=True, slots=True)
class Settings:
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
    return Settings(
        here=here(),
        root=_root(options.portfolio),
        asked_language=chosen_language(options.lang, os.environ),
        locale_language=locale_language(os.environ),
        today=today,
        as_of=_day("--as-of", as_of) if as_of is not None else today,
        look=look_of(options),
    )


def today_told() -> date:
    """Today: as STAIRCASE_TODAY says, else as the clock does."""
    written = os.environ.get("STAIRCASE_TODAY")
    return _day("STAIRCASE_TODAY", written) if written else day_of_clock(datetime.now().astimezone())


def day_of_clock(now: datetime) -> date:
    """Day of a moment where the clock stands.

    Raises:
        MisuseError: the clock is not set: its day is outside 1970-2200.
    """
    written = now.date().isoformat()
    try:
        return parse_date(written)
    except NoSuchDateError as error:
        raise MisuseError(key="shell.bad_clock", word=written) from error


def _day(option: str, written: str) -> date:
    try:
        return parse_date(written)
    except (NotADateError, NoSuchDateError) as error:
        raise MisuseError(key="shell.bad_date", word=written, places={"option": option}) from error


def _root(option: str | None) -> Path:
    return disk.find(here(), named_portfolio(option, os.environ))


def look_of(options: GlobalOptions) -> Look:
    """Decide what the output can show."""
    terminal = is_terminal(sys.stdout)
    encoding = sys.stdout.encoding if sys.stdout is not None else None
    return Look(
        width=width(),
        terminal=terminal,
        colour=has_colour(options.color, os.environ, sys.stdout),
        signs=choose(encoding or "utf-8").name,
        wide=isinstance(options, ShapeOptions) and options.wide,
        plain=_is_plain(options),
    )


def _is_plain(options: GlobalOptions) -> bool:
    is_asked = bool(getattr(options, "plain", False))  # reports and guides have the option
    return is_asked or os.environ.get("ACCESSIBLE", "0") not in {"", "0"}


def meant(written: Sequence[str], known: Iterable[str], told: Settings, language: Language) -> frozenset[str]:
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


MOST_NAMED = 10
"""How many files are named."""


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
