"""Files that results are written to: prepared before anything is read, then written whole or not at all."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from staircase import disk
from staircase.cli import OutputError
from staircase.cli.reading import Settings, work_trees
from staircase.cli.usage import MisuseError
from staircase.system import system_reason


@dataclass(slots=True)
class OutFile:
    """A file that will be written: beside it, under a hidden name, until it is whole; a device is written to itself.

    Attributes:
        name: the file as it was asked for.
        place: where it is, links followed.
        beside: the file that takes its place when it is whole; empty where the file itself is written to.
        stream: what is written to.
    """

    name: str
    place: str
    beside: str
    stream: BinaryIO = field(repr=False)

    def write(self, content: bytes) -> None:
        """Write it whole, and put it in place.

        Raises:
            OutputError: the disk is full, or the place cannot be written to any more.
        """
        self.fill(lambda stream: stream.write(content))
        self.finish()

    def fill(self, write: Callable[[BinaryIO], object]) -> None:
        """Write what it is to hold, as it comes, without putting it in place.

        Raises:
            OutputError: the disk is full, or the place cannot be written to any more.
        """
        with self._refused():
            write(self.stream)
            self.stream.flush()
            if self.beside:
                os.fsync(self.stream.fileno())
            self.stream.close()

    def finish(self) -> None:
        """Put it in place, now that it is whole.

        Raises:
            OutputError: the place cannot be written to any more.
        """
        with self._refused():
            if self.beside:
                os.replace(self.beside, self.place)  # noqa: PTH105 - the places are text
                self.beside = ""

    @contextmanager
    def _refused(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.abandon()
            raise OutputError(system_reason(error), self.name) from error

    def abandon(self) -> None:
        """Leave the file as it was."""
        with suppress(OSError):  # what it still held is not wanted
            self.stream.close()
        if self.beside:
            os.unlink(self.beside)  # noqa: PTH108 - as above
            self.beside = ""


def open_to_write(name: str, told: Settings, taken: Sequence[str] = ()) -> OutFile:
    """Open a file that a run will write to; what stands there now stays until all is written.

    Raises:
        MisuseError: it is the portfolio's own, a link leads it out, another result goes there, or it can't be written.
    """
    try:
        if disk.holds(told.root, placed(name, str(told.here))):
            raise MisuseError(key="shell.own_file", word=name)
        if leads_out(name, str(told.here), work_trees(told)):
            raise MisuseError(key="shell.leads_out", word=name)
        file = prepared(name, str(told.here))
    except (OSError, ValueError) as error:
        raise MisuseError(key="shell.unwritable", word=name, places={"reason": system_reason(error)}) from error
    if file.place in taken and file.beside:
        file.abandon()
        raise MisuseError(key="shell.same_file", word=name)
    return file


def prepared(name: str, folder: str) -> OutFile:
    """Open a file to write to; what stands there now stays until all is written.

    Raises:
        OSError: it cannot be written.
    """
    place = placed(name, folder)
    named = os.path.join(folder, os.path.expanduser(name))  # noqa: PTH111, PTH118 - as above
    mode = _mode(named)
    if mode is None:
        return OutFile(name, place, *_beside(place))
    if not stat.S_ISREG(mode):
        reached = place if os.path.exists(place) else named  # noqa: PTH110 - a pipe's /dev/stdout has no other name
        return OutFile(name, place, "", open(reached, "wb"))  # noqa: PTH123 - closed when it is written
    os.close(
        os.open(place, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
    )  # a file that may not be written is not replaced either
    beside, stream = _beside(place)
    os.chmod(beside, stat.S_IMODE(mode))  # noqa: PTH101 - as above
    return OutFile(name, place, beside, stream)


def placed(name: str, folder: str) -> str:
    """Where a file is that is named in a folder, links followed."""
    return os.path.realpath(os.path.join(folder, os.path.expanduser(name)))  # noqa: PTH111, PTH118 - as above


def leads_out(name: str, folder: str, trees: Sequence[str]) -> bool:
    """Whether a link in a work tree leads a name out of that tree, or the name ends in git's own folder.

    Links are a pull request's to commit: what they lead to is not what the user named.
    """
    asked = Path(folder, os.path.expanduser(name))  # noqa: PTH111 - it never fails
    at = asked.anchor
    for part in asked.parts[1:]:
        seen = os.path.join(at, part) if part != os.pardir else os.path.dirname(at)  # noqa: PTH118, PTH120 - as above
        at = os.path.realpath(seen)
        tree = max((each for each in trees if _is_under(seen, each)), key=len, default="")
        if tree and os.path.islink(seen) and not _is_under(at, tree):  # noqa: PTH114 - as above
            return True
    own = [Path(at).relative_to(tree).parts for tree in trees if _is_under(at, tree)]
    return any(part.casefold() == ".git" for parts in own for part in parts)


def _is_under(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip(os.sep) + os.sep)


def _beside(place: str) -> tuple[str, BinaryIO]:
    """Make a file beside another, under a hidden name that no report reads."""
    name = f"{os.path.dirname(place)}{os.sep}.staircase-{token_hex(4)}"  # noqa: PTH120 - as above
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return name, os.fdopen(os.open(name, flags, 0o666), "wb")


def _mode(place: str) -> int | None:
    try:
        return os.stat(place).st_mode  # noqa: PTH116 - as above
    except FileNotFoundError:
        return None
