"""Draws README's picture of a terminal: ``python -m tests.picture``; needs nothing but the program and rich."""

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from tests.cli.screen import terminal

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
    variables = {**os.environ, "STAIRCASE_LANG": "sv", "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    variables.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "staircase", *arguments]
    with terminal(COLUMNS) as (screen, shown):
        subprocess.run(command, cwd=ROOT, env=variables, stdout=screen, check=True)
    return shown[0].decode().replace("\r\n", "\n")


if __name__ == "__main__":
    main()
