"""Runs checks one after another before a person's eyes: how far it is, how each ended, and what took longest."""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
SHARED = ("--quiet", "--numprocesses=auto", "--dist=worksteal", "--durations=10")
"""How pytest is run: who has done all that was given takes from those who have not."""

_ROW_OF_SIGNS = re.compile(r"[.FEsxX]* *\[ *(\d+)%\]")
_SLOW = re.compile(r"([\d.]+)s (?:call|setup|teardown) +(.+)")
_SHOWN = 10


@dataclass(frozen=True)
class _Ended:
    what: str
    code: int
    last: str
    seconds: float


def run(checks: Mapping[str, Sequence[str]]) -> int:
    """Run every check, also after one that failed, and give the exit code: 0 where all hold."""
    slowest: list[tuple[float, str]] = []
    ends = []
    for number, (what, command) in enumerate(checks.items(), 1):
        _say(f"\n--- {number} of {len(checks)}: {what} ({' '.join(command)})")
        ends.append(_ended(what, command, slowest))
    _say("\nWhat took longest:")
    for seconds, what in sorted([*slowest, *((end.seconds, f"all of {end.what}") for end in ends)])[: -_SHOWN - 1 : -1]:
        _say(f"{seconds:7.1f} s  {what}")
    _say("")
    for end in ends:
        _say(f"{end.what + ':':12}{'holds' if end.code == 0 else 'FAILS'}  {end.last}")
    return int(any(end.code for end in ends))


def _ended(what: str, command: Sequence[str], slowest: list[tuple[float, str]]) -> _Ended:
    """Run a check; its last line is its summary, and of pytest's rows of signs each tenth is told."""
    last, told, begun = "", 0, monotonic()
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
            text = line.rstrip()
            if row := _ROW_OF_SIGNS.fullmatch(text):
                if int(row[1]) // 10 > told:
                    told = int(row[1]) // 10
                    _say(f"{told * 10:3} % of the {what}, after {monotonic() - begun:.0f} s")
            elif slow := _SLOW.fullmatch(text):
                slowest.append((float(slow[1]), slow[2]))
            else:
                _say(text)
            last = text or last
    return _Ended(what, check.returncode, last, monotonic() - begun)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
