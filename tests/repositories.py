"""Real git repositories to try what teams adopt, made by the git that is here, with an identity of their own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cli.running import PROGRAM, plant

ROOT = Path(__file__).parents[1]
SILENT = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-10-15\ntogether: [care worker]\n"
BROKEN = "title: Robots\ndepartment: nowhere\nlead: Programme\nstarted: 2026-10-15\ntogether: [care worker]\n"
OLD = "title: Old gap\ndepartment: schools\nlead: Programme\nstarted: 2026-10-15\n"
GITHUB_BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
"""How GitHub's runner runs a step's script."""

_WHO = ("AUTHOR", "COMMITTER")
_IDENTITY = {f"GIT_{who}_NAME": "A" for who in _WHO} | {f"GIT_{who}_EMAIL": "a@example.org" for who in _WHO}
_DATES = {f"GIT_{who}_DATE": "2026-10-01T12:00:00Z" for who in _WHO}


def surroundings(home: Path, **variables: str) -> dict[str, str]:
    """An environment that knows nothing of the one who runs the tests, but where programs are."""
    home.mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    quiet = {"GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "STAIRCASE_TODAY": "2026-11-02"}
    return kept | {"HOME": str(home)} | quiet | _IDENTITY | _DATES | variables


def installed(program: Path) -> Path:
    """This program as a command, in the place of an installed one."""
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m staircase "$@"\n')
    program.chmod(0o755)
    return program


def logged(command: Sequence[str], folder: Path, given: Mapping[str, str]) -> tuple[int, str]:
    """How a command ends, and its log: all that it says, in its order."""
    done = subprocess.run(
        command, cwd=folder, env=given, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env=surroundings(folder.parent / "home"),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def commit(folder: Path, files: Mapping[str, str], message: str = "change") -> str:
    plant(folder, {"program.yaml": PROGRAM} | dict(files))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet")
    commit(folder, files, "begin")
    return folder
