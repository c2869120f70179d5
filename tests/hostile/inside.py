"""The program run within this process: fast enough to try every command on every attack."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from staircase.__main__ import main
from tests.cli.inside import Stream, put_in
from tests.cli.running import SMALL, plant

TODAY = {"STAIRCASE_TODAY": "2026-11-02", "LC_ALL": "C.UTF-8", "HOME": os.sep}
PATIENCE = 12_000
"""How many times as much as a small portfolio anything may cost: what would never end costs more on any machine."""

_KEPT = ("PATH", "TMPDIR", "SYSTEMROOT")


@dataclass(frozen=True)
class Met:
    """How a run ended, and the processor's seconds it took."""

    code: int
    raw: bytes
    err: str
    seconds: float

    @property
    def out(self) -> str:
        return self.raw.decode("utf-8")

    @property
    def was_endless(self) -> bool:
        """Tell whether nobody would have waited for it."""
        return self.seconds > PATIENCE * _usual()


def meet(
    arguments: Sequence[str],
    folder: Path,
    variables: Mapping[str, str] | None = None,
    *,
    terminal: bool = False,
    encoding: str = "utf-8",
) -> Met:
    """Run the program in a folder, with an environment of its own.

    Only stdout can be a terminal: on stderr a slow machine would meet the bar of a run that takes long.
    """
    out, err = Stream(encoding, terminal=terminal), Stream(encoding)
    known = {name: os.environ[name] for name in _KEPT if name in os.environ} | TODAY | dict(variables or {})
    with put_in(folder, known, out, err):
        begun = process_time()
        code = main(arguments)
        seconds = process_time() - begun
    return Met(code, out.content(), err.content().decode("utf-8", "replace"), seconds)


@cache
def _usual() -> float:
    """Measure what a report on a small portfolio costs here, once all that it needs is loaded."""
    with TemporaryDirectory() as folder:
        root = plant(Path(folder), {"assignments/keyless.yaml": SMALL})
        return min(meet(["status"], root).seconds for _ in range(3))
