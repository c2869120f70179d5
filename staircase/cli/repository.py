"""Where the portfolio stands in its repository: machines know files by their paths from there."""

import os
from collections.abc import Sequence
from pathlib import Path

from staircase.cli.settings import Settings


def repository_prefix(told: Settings) -> str:
    """What leads from the repository's root to the portfolio, ended with ``/``; outside one, from here."""
    root = Path(os.path.realpath(told.root))
    above = next((folder for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), None)
    try:
        seen = os.path.relpath(root, above or os.path.realpath(told.here)).replace(os.sep, "/")
    except ValueError:  # on another drive
        seen = str(root).replace(os.sep, "/")
    return "" if seen == "." else f"{seen}/"


def work_trees(told: Settings) -> Sequence[str]:
    """All work trees around the current folder and the portfolio; without git the portfolio's folder is one."""
    starts = [Path(os.path.realpath(folder)) for folder in (told.root, told.here)]
    folders = {folder for start in starts for folder in (start, *start.parents)}
    return [str(starts[0]), *(str(folder) for folder in folders if os.path.lexists(folder / ".git"))]
