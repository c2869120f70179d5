"""The program run within this process, as a user would run it: fast enough to try every command on every attack."""

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from staircase.__main__ import main

TODAY = {"STAIRCASE_TODAY": "2026-11-02", "LC_ALL": "C.UTF-8", "HOME": os.sep}
_KEPT = ("PATH", "TMPDIR", "SYSTEMROOT")


class Stream(io.TextIOWrapper):
    """A stream of bytes that are kept, of a terminal or of none."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding, "backslashreplace", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def content(self) -> bytes:
        self.flush()
        kept = self.buffer
        assert isinstance(kept, io.BytesIO)
        return kept.getvalue()


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
    out, err = Stream(encoding, terminal=terminal), Stream(encoding, terminal=False)
    with chdir(folder), _surroundings(variables or {}), _streams(out, err):
        begun = process_time()
        code = main(arguments)
        seconds = process_time() - begun
    return Met(code, out.content(), err.content().decode("utf-8", "replace"), seconds)


@contextmanager
def _streams(out: Stream, err: Stream) -> Iterator[None]:
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


@contextmanager
def _surroundings(variables: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update({name: before[name] for name in _KEPT if name in before} | TODAY | dict(variables))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
