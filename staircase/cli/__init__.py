"""The shell: options in, one call into the core, rendered text out; a module for each family of commands.

Here is what any run leaves: its result whole on stdout, all else on stderr, and an exit code that means one thing.
"""

import errno
import os
import sys

TYPE_CHECKING = False  # start-up: typing itself is loaded for the checker only
if TYPE_CHECKING:
    from typing import TextIO

DONE = 0
FAILED = 1
"""Findings, or a file that could not be read."""
MISUSED = 2
NOTHING_THERE = 3
"""No portfolio, or paths that match nothing."""
NO_BASE = 4
"""The revision to compare with cannot be read."""
BUG = 70
UNWRITTEN = 74
"""The result could not be written."""
INTERRUPTED = 130

_CLOSED = "system.closed"


class OutputError(Exception):
    """Stdout, or a file, is closed or takes no more; the reason is a key, or the system's own word."""

    def __init__(self, reason: str, file: str = "") -> None:
        super().__init__(reason)
        self.file = file


def write(text: str, encoding: str | None = None) -> None:
    """Write a result to stdout at once, with its line ends as they are.

    A reader that has gone away (``| head``) is no error. Characters that the encoding lacks become ``?``.

    Raises:
        OutputError: stdout is closed, or the disk is full.
    """
    if sys.stdout is None or sys.stdout.closed:
        raise OutputError(_CLOSED)
    try:
        _put(sys.stdout, text, encoding or sys.stdout.encoding or "utf-8")
    except BrokenPipeError:
        _abandon(sys.stdout)
    except KeyboardInterrupt:
        _abandon(sys.stdout)
        raise
    except OSError as error:
        _abandon(sys.stdout)
        if error.errno != errno.EINVAL or os.name != "nt":  # Windows' word for a reader that has gone away
            from staircase.system import system_reason  # noqa: PLC0415 - start-up: only where writing fails

            raise OutputError(system_reason(error)) from error


def say(text: str) -> None:
    """Write lines for people to stderr, within a terminal's columns; there is nobody to tell where that fails."""
    if sys.stderr is None or sys.stderr.closed:
        return
    from staircase.render.safe import one_line  # noqa: PLC0415 - start-up: loaded when there is something to say

    try:
        lines = list(map(one_line, text.split("\n")))
        shown = [part for line in lines for part in _broken(line)] if sys.stderr.isatty() else lines
        _put(sys.stderr, "".join(f"{line}\n" for line in shown), sys.stderr.encoding or "utf-8")
    except OSError:
        _abandon(sys.stderr)


def _broken(line: str) -> list[str]:
    """A line broken between words, as far in as it begins; a command that ends it stays whole, to be copied."""
    from shutil import get_terminal_size  # noqa: PLC0415 - start-up: as above

    from staircase.render.layout import hanging, width  # noqa: PLC0415 - start-up: as above

    columns = get_terminal_size().columns
    if width(line) <= columns:
        return [line]
    text, leads, command = line.partition(": staircase ")
    indent = " " * (len(text) - len(text.lstrip()))
    lines = hanging(text.lstrip() + leads[:1], columns, indent=len(indent), lead=indent)
    return [*lines, *([f"{indent}{leads[2:]}{command}"] if leads else [])]


def _put(stream: "TextIO", text: str, encoding: str) -> None:
    stream.flush()
    if hasattr(stream, "buffer"):
        stream.buffer.write(_encoded(text, encoding))
    else:  # a stream of text that a program around us has put there
        stream.write(text)
    stream.flush()


def _encoded(text: str, encoding: str) -> bytes:
    """Encode text; letters that the encoding lacks lose their marks, all else that it lacks becomes ``?``."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        from staircase.render.look import fitted  # noqa: PLC0415 - start-up: only where letters are lacking

        return fitted(text, encoding).encode(encoding, "replace")


def _abandon(stream: "TextIO") -> None:
    """Lead the stream nowhere, so that what it still holds cannot fail once more when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
