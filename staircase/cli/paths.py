"""The PATHs of a command line: which files of the portfolio they mean."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from staircase.cli.settings import Settings
from staircase.cli.usage import NoSuchPathError
from staircase.core.language import Language


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
