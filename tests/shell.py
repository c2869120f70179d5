"""A real shell on a terminal of its own, typed at key by key, and read off its screen."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.cli.screen import written_on

COLUMNS, LINES = 160, 200
PATIENCE = 120
PROMPT = "ready> "
_AFTER = "~"


class Shell:
    """A shell, and what its screen shows."""

    def __init__(self, command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> None:
        self.pressed = 0
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._running = subprocess.Popen(
            command,
            cwd=folder,
            env={**variables, "PS1": PROMPT},
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no thread runs here
        )
        os.close(its)

    def __enter__(self) -> Self:
        self._until(lambda: self.line == PROMPT.rstrip())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()
        os.close(self._ours)

    @property
    def line(self) -> str:
        """The line that is being typed, with what has been put into it."""
        return self._screen.display[self._screen.cursor.y].rstrip()

    @property
    def shown(self) -> str:
        """All that the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip("\n")

    def press(self, keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            os.write(self._ours, key.encode())
            self.pressed += 1

    def run(self, command: str) -> str:
        """Type a command, answer what it asks as it proposes, wait for its end, and return what it showed."""
        self.press("\x0c")  # the key that clears the screen and shows the prompt anew
        self._until(lambda: self.line == PROMPT.rstrip() and self._screen.cursor.y == 0)
        self.press(f"{command}\n")
        while True:
            self._until(lambda: self._screen.cursor.y > 0 and self.line.endswith(">"))
            if self.line == PROMPT.rstrip():
                break
            self.press("\n")
            asked = self._screen.cursor.y
            self._until(lambda at=asked: self._screen.cursor.y > at)  # type: ignore[misc]
        return self.shown.removesuffix(PROMPT.rstrip()).partition("\n")[2]

    def completed(self, begun: str) -> str:
        """What stands in the line after a tab: the shell has done with it when it shows the key that follows."""
        self.press(f"{begun}\t{_AFTER}")
        self._until(lambda: self.line.endswith(_AFTER))
        found = self.line.removesuffix(_AFTER).rstrip()
        self.press("\x15")  # the key that empties the line
        self._until(lambda: self.line == PROMPT.rstrip())
        return found

    def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            more = written_on(self._ours, PATIENCE)
            assert more, f"the shell shows nothing more:\n{self.shown}"
            self._stream.feed(more)
