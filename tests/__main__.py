"""All that must hold before a change is taken in, in order: ``python -m tests`` at the root of the repository."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = ("--cov=staircase/core", "--cov-branch", "--cov-fail-under=99.9", "--cov-report=term-missing:skip-covered")
SHARED = ("--numprocesses=auto", "--dist=worksteal")  # who has done all that was given takes from those who have not
CHECKS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "tests": ("pytest", "--quiet", *SHARED, "-m", "not slow", *CORE),
    "slow tests": ("pytest", "--quiet", *SHARED, "-m", "slow"),
}
"""What is run, by what it checks; of the core's branches the quick tests miss at most what only chance reaches."""


def main() -> int:
    """Run every check, also after one that failed, and give the exit code: 0 where all hold."""
    ends = {what: _run(what, command) for what, command in CHECKS.items()}
    _say("")
    for what, (code, last) in ends.items():
        _say(f"{what + ':':12}{'holds' if code == 0 else 'FAILS'}  {last}")
    return int(any(code for code, _ in ends.values()))


def _run(what: str, command: tuple[str, ...]) -> tuple[int, str]:
    """Run a check before the reader's eyes, and give how it ended and its last line: the summary."""
    _say(f"\n--- {what}: {' '.join(command)}")
    last = ""
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as check:
        for line in check.stdout or ():
            _say(line.rstrip("\n"))
            last = line.strip() or last
    return check.returncode, last


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
