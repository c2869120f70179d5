"""The program run on a terminal of so many columns, as a person meets it."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cli.running import Ended, environment


def on_screen(
    arguments: Sequence[str], folder: Path, columns: int = 80, variables: Mapping[str, str] | None = None
) -> Ended:
    """Run the program on a terminal of its own; stderr is piped, so that only results are on the screen."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    command = [sys.executable, "-m", "staircase", *arguments]
    known = environment(**({"TERM": "xterm"} | dict(variables or {})))
    with subprocess.Popen(command, cwd=folder, env=known, stdin=its, stdout=its, stderr=subprocess.PIPE) as ran:
        os.close(its)
        written = b"".join(iter(lambda: _read(ours), b""))
        errors = ran.stderr.read() if ran.stderr else b""
    os.close(ours)
    return Ended(ran.returncode, written.decode("utf-8", "replace").replace("\r\n", "\n"), errors.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a terminal says that nobody writes to it any more
        return b""
