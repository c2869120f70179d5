"""The program run in a folder and an environment of its own: within this process, or as a fresh one."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from tests.cli.inside import Stream, code_of

PROGRAM = (
    "format: 1\nname: P\norganisation: O\n"
    "departments:\n  - id: care\n    name: Care\n  - id: schools\n    name: Schools\n"
)
SMALL = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-09-01\ntogether: [care worker]\n"
CLEAN = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


def environment(**variables: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in CLEAN if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "STAIRCASE_TODAY": "2026-11-02", "LC_ALL": "C.UTF-8"} | variables


def run(arguments: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Ended:
    """Run the program within this process; as one of its own where variables are given that Python heeds at its start.

    ``PYTHONIOENCODING`` is what the streams here are made with.
    """
    given = variables or {}
    if any(name.startswith("PYTHON") and name != "PYTHONIOENCODING" for name in given):
        return fresh(arguments, folder, given)
    encoding = given.get("PYTHONIOENCODING", "utf-8")
    out, err = Stream(encoding), Stream(encoding)
    code = code_of(arguments, folder, environment(**given), out, err)
    return Ended(code, out.content().decode("utf-8", "replace"), err.content().decode("utf-8", "replace"))


def fresh(arguments: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Ended:
    """Run the program as a process of its own: where its start, or Python's, is what a test is about."""
    return process([sys.executable, "-m", "staircase", *arguments], folder, variables)


def process(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Ended:
    """Run any program."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(**(variables or {})),
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def example(folder: Path) -> Path:
    """A folder with the example portfolio, to write in."""
    copytree(ROOT / "portfolio", folder / "portfolio")
    return folder


def plant(root: Path, files: Mapping[str, str]) -> Path:
    for name, content in ({"program.yaml": PROGRAM} | dict(files)).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root
