"""Naming on stderr what could not be read, and what to run."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from staircase.cli.exits import DONE, FAILED
from staircase.cli.output import say
from staircase.cli.settings import Settings
from staircase.core.file import spelled_name
from staircase.render.safe import one_line

MOST = 10
"""How many files are named."""


def name_unread(paths: Sequence[str], settings: Settings, said: Mapping[str, str]) -> int:
    """Name the files that are left out; give 1 when there are any, else 0."""
    return _named(paths, settings, said["shell.unreadable_one" if len(paths) == 1 else "shell.unreadable_many"], said)


def name_unread_base(paths: Sequence[str], settings: Settings, said: Mapping[str, str]) -> None:
    """Name the files that could not be read at the base."""
    _named(paths, settings, said["shell.base.unread_one" if len(paths) == 1 else "shell.base.unread_many"], said)


def name_unread_before(paths: Sequence[str], settings: Settings, said: Mapping[str, str]) -> None:
    """Name the files that could not be read on the one side of a comparison, and can be or are gone on the other."""
    _named(paths, settings, said["shell.diff.unread_one" if len(paths) == 1 else "shell.diff.unread_many"], said)


def _named(paths: Sequence[str], settings: Settings, message: str, said: Mapping[str, str]) -> int:
    if not paths:
        return DONE
    say(said["shell.error"].format(message=message.format(count=len(paths))))
    for path in paths[:MOST]:
        say(f"  {one_line(spelled_name(from_here(path, settings)))}")
    if len(paths) > MOST:
        say(f"  {said['shell.and_more'].format(count=len(paths) - MOST)}")
    return FAILED


def from_here(path: str, settings: Settings) -> str:
    """A path of the portfolio as it is seen from the current folder, with ``/``."""
    folder = _folder(settings.root, settings.here)
    return path if folder == os.curdir else f"{folder}/{path}"


@cache
def _folder(root: Path, here: Path) -> str:
    try:
        seen = os.path.relpath(root, here)
    except ValueError:  # on another drive
        seen = str(root)
    return seen.replace(os.sep, "/")
