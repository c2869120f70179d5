"""The program on a terminal that asks, and somebody who answers."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.cli.running import environment
from tests.cli.screen import written_on

PROMPT = b"> "
PATIENCE = 60


def conversation(
    arguments: Sequence[str], folder: Path, answers: Sequence[str], variables: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, str]:
    """Run the program on a terminal of its own, and answer what it asks: its exit code, and all that was shown.

    An answer is typed when there is a prompt; ``^C`` is the key that interrupts, ``^D`` the one that ends the input.
    """
    ours, its = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "staircase", *arguments],
        cwd=folder,
        env=environment(**{"TERM": "xterm", "COLUMNS": "100", **variables}),
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 - no thread runs here
    )
    os.close(its)
    shown, waiting = b"", [*answers]
    while more := written_on(ours, PATIENCE):
        shown += more
        if waiting and shown.endswith(PROMPT):
            answer = waiting.pop(0)
            os.write(ours, {"^C": b"\x03", "^D": b"\x04"}.get(answer, f"{answer}\n".encode()))
    os.close(ours)
    return running.wait(), shown.decode().replace("\r\n", "\n")


def _take_terminal() -> None:
    """Make the terminal the one whose keys interrupt, also where a shell in the background has that ignored."""
    import fcntl  # noqa: PLC0415 - in the new process
    import termios  # noqa: PLC0415 - as above

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
