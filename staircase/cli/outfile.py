"""Files that results are written to: prepared before anything is read, then written whole or not at all."""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_hex
from typing import BinaryIO

from staircase.cli.output import OutputError


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
        try:
            self.stream.write(content)
            self.stream.flush()
            if self.beside:
                os.fsync(self.stream.fileno())
            self.stream.close()
            if self.beside:
                os.replace(self.beside, self.place)  # noqa: PTH105 - the places are text
                self.beside = ""
        except OSError as error:
            self.abandon()
            raise OutputError(error.strerror or str(error), self.name) from error

    def abandon(self) -> None:
        """Leave the file as it was."""
        with suppress(OSError):  # what it still held is not wanted
            self.stream.close()
        if self.beside:
            os.unlink(self.beside)  # noqa: PTH108 - as above
            self.beside = ""


def prepared(name: str, folder: str) -> OutFile:
    """Open a file to write to; what stands there now stays until all is written.

    Raises:
        OSError: it cannot be written.
    """
    place = placed(name, folder)
    mode = _mode(place)
    if mode is None:
        return OutFile(name, place, *_beside(place))
    if not stat.S_ISREG(mode):
        return OutFile(name, place, "", open(place, "wb"))  # noqa: PTH123 - closed when it is written
    os.close(os.open(place, os.O_WRONLY))  # a file that may not be written is not replaced either
    beside, stream = _beside(place)
    os.chmod(beside, stat.S_IMODE(mode))  # noqa: PTH101 - as above
    return OutFile(name, place, beside, stream)


def placed(name: str, folder: str) -> str:
    """Give where a file is that is named in a folder, links followed."""
    return os.path.realpath(os.path.join(folder, os.path.expanduser(name)))  # noqa: PTH111, PTH118 - as above


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
