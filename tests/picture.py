"""Draws README's picture of a terminal: ``python -m tests.picture``; needs nothing but the program and rich."""

import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / ".github" / "status.svg"
COLUMNS = 120
STEPS = ("--step", "embed", "--step", "roadmap", "--step", "benefits")


def main() -> None:
    """Run ``status`` in colour on a terminal of its own, and save what it looks like."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text.from_ansi(_on_terminal("status", "--as-of", "2026-11-02", *STEPS)), crop=False)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(console.export_svg(title="staircase status", theme=MONOKAI), encoding="utf-8")


def _on_terminal(*arguments: str) -> str:
    """Run the program on a terminal so many columns wide, and give what it wrote."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    variables = {**os.environ, "STAIRCASE_LANG": "sv", "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    variables.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "staircase", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=variables, stdout=its):
        os.close(its)
        written = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a terminal says that nobody writes to it any more
        return b""


if __name__ == "__main__":
    main()
