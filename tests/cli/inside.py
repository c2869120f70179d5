"""The program run within this process, in a folder, an environment and streams of its own: no start is waited for."""

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import TextIO

from staircase.__main__ import main


class Stream(io.TextIOWrapper):
    """A stream of bytes that are kept, of a terminal or of none."""

    def __init__(self, encoding: str, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding, "backslashreplace", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def content(self) -> bytes:
        self.flush()
        kept = self.buffer
        assert isinstance(kept, io.BytesIO)
        return kept.getvalue()


@contextmanager
def put_in(folder: Path, environment: Mapping[str, str], out: TextIO, err: TextIO) -> Iterator[None]:
    """Be in a folder, with these variables and no others, and with these streams."""
    with chdir(folder), _variables(environment), _streams(out, err):
        yield


def code_of(arguments: Sequence[str], folder: Path, environment: Mapping[str, str], out: TextIO, err: TextIO) -> int:
    """Run the program as it is run by its users, and give its exit code."""
    with put_in(folder, environment, out, err):
        return main(arguments)


@contextmanager
def _streams(out: TextIO, err: TextIO) -> Iterator[None]:
    before = sys.stdout, sys.stderr, sys.__stdout__
    sys.stdout, sys.stderr = out, err
    setattr(sys, "__stdout__", out)  # noqa: B010 - it is declared final, and Python asks it how wide the terminal is
    try:
        yield
    finally:
        sys.stdout, sys.stderr, was = before
        setattr(sys, "__stdout__", was)  # noqa: B010 - as above


@contextmanager
def _variables(environment: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
