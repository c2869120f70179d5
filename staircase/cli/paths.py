"""Files as people and machines name them: the PATHs of a command line, what could not be read, and from where."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from staircase.cli.exits import DONE, FAILED
from staircase.cli.output import say
from staircase.cli.settings import Settings
from staircase.cli.usage import NoSuchPathError
from staircase.core.choices import Language
from staircase.core.yaml.source import spelled_name
from staircase.render.safe import one_line


def meant(written: Sequence[str], known: Iterable[str], settings: Settings, language: Language) -> frozenset[str]:
    """The files, of those that are known, that the paths name: themselves, or all that is below them.

    Raises:
        NoSuchPathError: a path names none.
    """
    files = tuple(known)
    root = os.path.realpath(settings.root)
    found = {path: _below(path, files, root, settings) for path in written}
    if missing := [path for path, below in found.items() if not below]:
        raise NoSuchPathError(missing, language)
    return frozenset().union(*found.values())


def _below(written: str, files: Sequence[str], root: str, settings: Settings) -> frozenset[str]:
    places = {_place(settings.here / written), os.path.realpath(settings.here / written)}
    return frozenset(file for file in files if _is_below(os.path.join(root, file), places))  # noqa: PTH118 - fast


def _place(path: Path) -> str:
    """A path's own place: the folder with links followed, the file itself not."""
    whole = os.path.abspath(path)  # noqa: PTH100 - `..` is meant as it is written
    return str(Path(os.path.realpath(Path(whole).parent)) / Path(whole).name)


def _is_below(place: str, places: Iterable[str]) -> bool:
    return any(place == above or place.startswith(above.rstrip(os.sep) + os.sep) for above in places)


MOST = 10
"""How many files are named."""


def name_unread(paths: Sequence[str], settings: Settings, said: Mapping[str, str]) -> int:
    """Name the files that are left out; give 1 when there are any, else 0."""
    return _named(paths, settings, said["shell.unreadable_one" if len(paths) == 1 else "shell.unreadable_many"], said)


def name_unread_base(paths: Sequence[str], settings: Settings, said: Mapping[str, str]) -> None:
    """Name the files that could not be read at the base."""
    _named(paths, settings, said["shell.base.unread_one" if len(paths) == 1 else "shell.base.unread_many"], said)


def name_unread_before(paths: Sequence[str], settings: Settings, said: Mapping[str, str]) -> None:
    """Name the files that could not be read on the one side of a comparison, and can be or are gone on the other."""
    _named(paths, settings, said["shell.diff.unread_one" if len(paths) == 1 else "shell.diff.unread_many"], said)


def _named(paths: Sequence[str], settings: Settings, message: str, said: Mapping[str, str]) -> int:
    if not paths:
        return DONE
    say(said["shell.error"].format(message=message.format(count=len(paths))))
    for path in paths[:MOST]:
        say(f"  {one_line(spelled_name(from_here(path, settings)))}")
    if len(paths) > MOST:
        say(f"  {said['shell.and_more'].format(count=len(paths) - MOST)}")
    return FAILED


def from_here(path: str, settings: Settings) -> str:
    """A path of the portfolio as it is seen from the current folder, with ``/``."""
    folder = _folder(settings.root, settings.here)
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
