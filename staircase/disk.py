"""Finding and reading a portfolio's folder: plain files only, no link followed, nothing that can block."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from staircase.core.source import ASSIGNMENTS, PROGRAM_FILE, File, Unreadable

FOLDER = "portfolio"
"""The folder that a portfolio may stand in, beside whatever else the repository holds."""

JOURNAL = ".staircase-journal"
"""Stands in a portfolio's folder while several files are put in place; whoever is ended meanwhile leaves it there."""

LIMIT = 1024 * 1024
"""The largest file of a portfolio that is read, in bytes."""

READINGS = 3
"""How often a folder is read at most while others write there."""

Read = TypeVar("Read")

Listed = tuple[str, Unreadable | None]
"""A file's path, and what keeps it from being read as far as its folder tells."""

_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
_OPEN = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _FLAGS)
_YAML = (".yaml", ".yml")
_PROBLEMS: dict[int | None, Unreadable] = {
    errno.ENOENT: "vanished",
    errno.ENOTDIR: "vanished",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.ELOOP: "link",
    errno.EISDIR: "not-regular",
    errno.ENXIO: "not-regular",
}


class NoPortfolioError(Exception):
    """There is no portfolio; ``looked`` names the folders where it was looked for, in their order."""

    def __init__(self, looked: tuple[Path, ...]) -> None:
        super().__init__(", ".join(map(str, looked)))
        self.looked = looked


def find(start: Path, named: Path | None = None) -> Path:
    """The folder that holds ``program.yaml``: the named one, else the nearest upwards from ``start``.

    A folder that has none may hold it in its ``portfolio/``. A ``program.yaml`` that cannot be read counts.

    Raises:
        NoPortfolioError: neither is there.
    """
    looked = (start / named,) if named is not None else (start, *start.parents)
    for folder in looked:
        for candidate in (folder, folder / FOLDER):
            if os.path.lexists(candidate / PROGRAM_FILE):
                return candidate
    raise NoPortfolioError(looked)


def read(root: Path) -> tuple[File, ...]:
    """Read a portfolio: ``program.yaml`` first, then all that is under ``assignments/``, sorted by path."""
    return tuple(read_each(root, listed(root)))


def listed(root: Path) -> tuple[Listed, ...]:
    """What is to be read: ``program.yaml`` first, then all that is under ``assignments/``, by path."""
    return ((PROGRAM_FILE, None), *sorted(entries(root)))


def read_each(root: Path, files: Iterable[Listed]) -> Iterator[File]:
    """Read files one at a time, as they are asked for."""
    return (_file(root, path, problem) for path, problem in files)


def entries(root: Path) -> Iterator[Listed]:
    """The path of each file under ``assignments/``, with what keeps it from being read.

    Hidden ones are left out. A folder is given only when it cannot be looked into or is named as a file.
    """
    folders = [ASSIGNMENTS] if os.path.lexists(root / ASSIGNMENTS) else []
    if folders and (problem := _folder_problem(root / ASSIGNMENTS)):
        folders = []
        yield ASSIGNMENTS, problem
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as listing:
                for entry in listing:
                    if not entry.name.startswith("."):
                        yield from _entry(f"{folder}/{entry.name}", entry, folders)
        except OSError as error:
            yield folder, _PROBLEMS.get(error.errno, "failed")


def undisturbed(root: Path, reading: Callable[[], Read]) -> tuple[Read, bool]:
    """What comes of reading a folder, which is read again where somebody has written there meanwhile.

    The second is whether it may hold a part of a change all the same: of one that was interrupted, or goes on.
    """
    before = _writing_state(root)
    for _ in range(READINGS):
        found = reading()
        after = _writing_state(root)
        if after == before:
            return found, is_unfinished(root)
        before = after
    return found, True


def _writing_state(root: Path) -> tuple[bool, int]:
    """What is another one after several files were put in place: while they are, the journal stands in the folder."""
    try:
        return is_unfinished(root), root.stat().st_mtime_ns
    except OSError:
        return False, 0


def is_unfinished(root: Path) -> bool:
    """Whether some files of a change stand in place and others do not yet."""
    try:
        return stat.S_ISREG(os.lstat(f"{root}/{JOURNAL}").st_mode)
    except OSError:
        return False


def is_yaml(path: str) -> bool:
    """Whether a file is one to read, by its name."""
    return path.lower().endswith(_YAML)


def is_portfolios(path: str) -> bool:
    """Whether a path within a portfolio's folder is that of a file which is read as the portfolio's."""
    return path == PROGRAM_FILE or (path.startswith(f"{ASSIGNMENTS}/") and is_yaml(path))


def holds(root: Path, place: str) -> bool:
    """Whether a place, links followed, is that of a file which is read as the portfolio's, there or not yet."""
    start = os.path.realpath(root) + os.sep
    inside = place.removeprefix(start).replace(os.sep, "/") if place.startswith(start) else ""
    return is_portfolios(inside)


def _entry(path: str, entry: os.DirEntry[str], folders: list[str]) -> Iterator[Listed]:
    """A file, or put a folder among those to look into."""
    is_folder = entry.is_dir(follow_symlinks=False)
    if is_folder:
        folders.append(path)
    if is_yaml(path):
        yield path, _kind_problem(entry)
    elif entry.is_symlink() and _leads_to_folder(entry):
        yield path, "link"
    elif not is_folder:
        yield path, None


def _kind_problem(entry: os.DirEntry[str]) -> Unreadable | None:
    if entry.is_symlink():
        return "link"
    return None if entry.is_file(follow_symlinks=False) else "not-regular"


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _folder_problem(folder: Path) -> Unreadable | None:
    try:
        mode = folder.lstat().st_mode
    except OSError as error:
        return _PROBLEMS.get(error.errno, "failed")
    if stat.S_ISLNK(mode):
        return "link"
    return None if stat.S_ISDIR(mode) else "not-regular"


def _file(root: Path, path: str, problem: Unreadable | None) -> File:
    if problem or not is_yaml(path):
        return File(path, problem=problem)
    return read_file(root, path)


def read_file(root: Path, path: str, limit: int = LIMIT) -> File:
    """Read one file whole; what it is, is looked at before it is opened, and again once it is open."""
    place = f"{root}/{path}"
    try:
        mode = os.lstat(place).st_mode
        if not stat.S_ISREG(mode):
            return File(path, problem="link" if stat.S_ISLNK(mode) else "not-regular")
        descriptor = os.open(place, _OPEN)
        try:
            return _content(path, descriptor, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        return File(path, problem=_PROBLEMS.get(error.errno, "failed"))


def _content(path: str, descriptor: int, limit: int) -> File:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        return File(path, problem="not-regular")
    if status.st_size > limit:
        return File(path, problem="too-large")
    content = os.read(descriptor, status.st_size + 1)
    if len(content) != status.st_size:  # it grows while it is read, or its size is not told
        while (more := os.read(descriptor, limit)) and len(content) <= limit:
            content += more
    return File(path, content) if len(content) <= limit else File(path, problem="too-large")
