"""The program run on a terminal of so many columns, as a person meets it."""

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import TextIO

from tests.cli.inside import Stream, code_of
from tests.cli.running import Ended, environment


def on_screen(
    arguments: Sequence[str], folder: Path, columns: int = 80, variables: Mapping[str, str] | None = None
) -> Ended:
    """Run the program on a terminal of its own; stderr is piped, so that only results are on the screen."""
    known = environment(**({"TERM": "xterm"} | dict(variables or {})))
    errors = Stream("utf-8")
    with terminal(columns, known.get("PYTHONIOENCODING", "utf-8")) as (screen, shown):
        code = code_of(arguments, folder, known, screen, errors)
    return Ended(code, shown[0].decode("utf-8", "replace").replace("\r\n", "\n"), errors.content().decode())


@contextmanager
def terminal(columns: int, encoding: str = "utf-8") -> Iterator[tuple[TextIO, list[bytes]]]:
    """Open a terminal to write on, and give it with a list that in the end holds all that it was told to show."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    shown: list[bytes] = []
    with ThreadPoolExecutor(1) as aside:  # a terminal that nobody reads takes no more after some pages
        read = aside.submit(lambda: b"".join(iter(lambda: written_on(ours), b"")))
        with os.fdopen(its, "w", encoding=encoding) as screen:
            yield screen, shown
        shown.append(read.result())
    os.close(ours)


def written_on(terminal: int, patience: float | None = None) -> bytes:
    """What has been written on a terminal since; nothing at its end, or where nothing comes for so many seconds."""
    try:
        return os.read(terminal, 65536) if select([terminal], [], [], patience)[0] else b""
    except OSError:  # how a terminal says that nobody writes to it any more
        return b""
