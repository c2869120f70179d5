"""The start guide's own commands, as somebody types them: ``python -m tests.start`` types and times them.

They go into a real shell on a terminal of its own, in an empty folder, as a person follows the guide.
"""

import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from staircase.core.choices import LANGUAGES, Language
from tests.cli.running import ROOT, run
from tests.repositories import git, installed, surroundings
from tests.shell import Shell

MOST_COMMANDS, MOST_KEYS = 14, 900
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
REVISION, MADE_UP = re.compile(r"\b[0-9a-f]{12}\b"), "0f1e2d3c4b5a"
"""How a commit is named, and what stands in its place where it is to be the same tomorrow."""


def blocks(language: Language) -> list[list[str]]:
    """The blocks of commands that lead from an empty folder to a change to review, line by line."""
    path = ROOT / "staircase" / "words" / language / "guides" / "start.md"
    found = [block.splitlines() for block in _BLOCK.findall(path.read_text(encoding="utf-8"))]
    first = next(number for number, block in enumerate(found) if block[0].startswith("git init"))
    return found[first : first + 3]


@cache
def shown(language: Language) -> tuple[str, ...]:
    """What the last command of staircase shows in each block; the commit that a change is compared with is made up."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "portfolio"
        folder.mkdir()
        return tuple(REVISION.sub(MADE_UP, told(block, folder, language)) for block in blocks(language))


def told(block: Sequence[str], folder: Path, language: Language) -> str:
    """What the last command of staircase tells where a block is run."""
    last = ""
    for line in block:
        program, *words = shlex.split(line)
        if program == "git":
            git(folder, *words)
        else:
            ended = run([*words, "--lang", language], folder)
            assert ended.code == 0, (line, ended)
            last = ended.out + ended.err
    return last


@dataclass(frozen=True)
class Typed:
    """What was typed, what each command showed and how it ended, how many keys that took, and how many seconds."""

    commands: tuple[str, ...]
    screens: tuple[str, ...]
    codes: tuple[int, ...]
    keys: int
    seconds: float


def typed(language: Language, folder: Path) -> Typed:
    """Type the guide's commands in an empty folder, key by key."""
    bin_folder = installed(folder / "bin" / "staircase").parent
    home, work = folder / "home", folder / "work"
    work.mkdir()
    variables = surroundings(home, STAIRCASE_LANG=language, TERM="xterm", LC_ALL="C.UTF-8")
    variables["PATH"] = f"{bin_folder}:{variables['PATH']}"
    commands = tuple(line for block in blocks(language) for line in block)
    begun = monotonic()
    with Shell(("bash", "--noprofile", "--norc", "-i"), work, variables) as shell:
        screens, codes, keys = [], [], 0
        for command in commands:
            before = shell.pressed
            screens.append(shell.run(command))
            keys += shell.pressed - before - 1  # the shell's screen is cleared with one key
            codes.append(int(shell.run("echo $?")))
    return Typed(commands, tuple(screens), tuple(codes), keys, monotonic() - begun)


if __name__ == "__main__":
    for _language in LANGUAGES:
        with TemporaryDirectory() as _place:
            _typed = typed(_language, Path(_place))
        _told = (
            f"{len(_typed.commands)} commands, {_typed.keys} keys, {_typed.seconds:.1f} s, ended with {_typed.codes}"
        )
        sys.stdout.write(f"{_language}: {_told}\n")
