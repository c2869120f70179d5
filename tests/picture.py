"""Draws the pictures of a terminal in README and the guides: ``python -m tests.picture``."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from staircase.core.choices import LANGUAGES, Language
from tests.cli.screen import terminal
from tests.repositories import surroundings
from tests.start import MADE_UP, REVISION, blocks, told

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github"
COLUMNS = 120
STATUS = ("status", "--as-of", "2026-11-02", "--step", "embed", "--step", "roadmap", "--step", "benefits")
NAMES: dict[Language, str] = {"sv": "status.svg", "en": "status-en.svg"}


def main() -> None:
    """Draw what status shows of the example, and what the start guide's last commands show, in every language."""
    for language in LANGUAGES:
        _draw(NAMES[language], "staircase status", _on_terminal(ROOT, language, *STATUS))
        _draw(f"start-{language}.svg", "staircase guide start", "".join(_start(language)))


def _draw(name: str, title: str, shown: str) -> None:
    """Save what a terminal looks like."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text.from_ansi(shown), crop=False)
    (FOLDER / name).write_text(console.export_svg(title=title, theme=MONOKAI, unique_id=name[:-4]), encoding="utf-8")


def _start(language: Language) -> Iterator[str]:
    """The start guide's last commands, each with what it shows on a terminal."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "portfolio"
        folder.mkdir()
        *before, last = blocks(language)
        for block in before:
            told(block, folder, language)
        for line in last:
            words = line.removesuffix(" --format markdown").split()
            if words[0] == "git":
                told([line], folder, language)
                yield f"\x1b[1m$ {line}\x1b[0m\n"
            else:
                shown = _on_terminal(folder, language, *words[1:])
                yield f"\x1b[1m$ {' '.join(words)}\x1b[0m\n{REVISION.sub(MADE_UP, shown)}\n"


def _on_terminal(folder: Path, language: Language, *arguments: str) -> str:
    """What the program shows on a terminal so many columns wide."""
    variables = surroundings(folder.parent / "home", STAIRCASE_LANG=language, TERM="xterm", PYTHONPATH=str(ROOT))
    command = [sys.executable, "-m", "staircase", *arguments]
    with terminal(COLUMNS) as (screen, shown):
        subprocess.run(command, cwd=folder, env=variables, stdout=screen, check=True)
    return shown[0].decode().replace("\r\n", "\n")


if __name__ == "__main__":
    main()
