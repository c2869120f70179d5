"""The program run as its users run it: as a process of its own, with an environment of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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
    done = subprocess.run(
        [sys.executable, "-m", "staircase", *arguments],
        cwd=folder,
        env=environment(**(variables or {})),
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def plant(root: Path, files: Mapping[str, str]) -> Path:
    for name, content in ({"program.yaml": PROGRAM} | dict(files)).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root
