"""The two sides of a comparison: a portfolio at a revision, as staged, in its folder, and beside its base."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from staircase import disk, git, history
from staircase.cli.options.review import DiffOptions
from staircase.cli.reading import language_for, loaded
from staircase.cli.settings import Settings
from staircase.cli.usage import MisuseError, NoBaseError
from staircase.core.file import ASSIGNMENTS, PROGRAM_FILE, File
from staircase.core.load import Shelf, load
from staircase.core.portfolio import Portfolio
from staircase.core.term import Code, Name, Term, Word

SHORT = 12
"""Digits of a commit's id that people are shown."""

_RANGE = re.compile(r"(?s)(.*?)(\.\.\.?)(.*)")


@dataclass(frozen=True, slots=True)
class NamedSide:
    """One side: its portfolio, what it is called, and what a comment's mark calls it."""

    portfolio: Portfolio
    name: Term
    mark: str


@dataclass(frozen=True, slots=True)
class PortfolioReader:
    """Reads portfolios that have much in common: each file once."""

    settings: Settings
    shelf: Shelf
    repository: git.Repository

    @property
    def folder(self) -> str:
        """The portfolio's folder as the repository's trees name it."""
        return self.repository.inside(self.settings.root)

    @property
    def paths(self) -> tuple[str, str]:
        """What a portfolio is made of, as the repository's trees name it."""
        start = f"{self.folder}/" if self.folder else ""
        return f"{start}{PROGRAM_FILE}", f"{start}{ASSIGNMENTS}"

    def at(self, commit: str) -> Portfolio:
        """Read the portfolio at a commit."""
        return load(history.read(self.repository, commit, self.folder, self._known), shelf=self.shelf)

    def staged(self) -> Portfolio:
        """Read the portfolio that is staged; a file in several versions cannot be read."""
        start = f"{self.folder}/" if self.folder else ""
        found = {path.removeprefix(start): leaf for path, leaf in history.staged(self.repository, self.paths).items()}
        if PROGRAM_FILE not in found:
            raise git.RevisionError(
                reason="no-portfolio", places={"revision": "--staged", "folder": self.folder or "."}
            )
        whole = history.read_leaves(self.repository, _settled(found), self._known)
        torn = (File(path, problem="failed") for path, leaf in found.items() if leaf is None)
        ordered = sorted((*whole, *torn), key=lambda file: (file.path != PROGRAM_FILE, file.path))
        return load(ordered, shelf=self.shelf)

    @property
    def _known(self) -> tuple[File, ...]:
        return (*self.shelf.programs, *self.shelf.assignments)


def sides(options: DiffOptions, told: Settings) -> tuple[NamedSide, NamedSide]:
    """What is to be compared.

    Raises:
        NoBaseError: a revision cannot be read.
        NoPortfolioError: a folder holds no portfolio.
    """
    base, head = options.base, options.head
    if base and head and are_folders(options, told.here):
        return _folder(told, base), _folder(told, head)
    between = _RANGE.fullmatch(base or "")
    if (between and head) or (options.staged and (head or between)):
        raise MisuseError(key="shell.extra", word=head or base or "", command="staircase diff")
    return refusing(told, lambda: _revisions(options, told))


def refusing(told: Settings, read: Callable[[], tuple[NamedSide, NamedSide]]) -> tuple[NamedSide, NamedSide]:
    """Read with git, and say in the portfolio's language what cannot be read and what to do about it."""
    try:
        return read()
    except git.RevisionError as error:
        raise refusal(error, told) from error


def refusal(error: git.RevisionError, told: Settings) -> NoBaseError:
    """The refusal of a revision, with its words."""
    places = dict(error.places)
    if "folder" in places:
        places["quoted"] = quote(places["folder"])
    program = load(disk.read_each(told.root, [(PROGRAM_FILE, None)]))
    return NoBaseError(f"shell.base.{error.reason}", places, language_for(told, program))


def root_of(options: DiffOptions, here: Path) -> str | None:
    """The folder that is the portfolio, where two folders are compared."""
    return options.head if are_folders(options, here) else options.portfolio


def are_folders(options: DiffOptions, here: Path) -> bool:
    """Whether both sides are named, and name folders; what no file can be called is none."""
    return all(one and os.path.isdir(here / one) for one in (options.base, options.head))  # noqa: PTH112 - Path fails on a name too long


def _revisions(options: DiffOptions, told: Settings) -> tuple[NamedSide, NamedSide]:
    reader = PortfolioReader(told, Shelf(), git.repository(told.root))
    repository, between = reader.repository, _RANGE.fullmatch(options.base or "")
    if between:
        old, new = (git.commit(repository, one or "HEAD") for one in (between[1], between[3]))
        old = git.merge_base(repository, old, new) if between[2] == "..." else old
        after = _commit(reader, new)
        return _commit(reader, old), after
    base = "HEAD" if options.staged and not options.base else options.base or history.main_branch(repository)
    old = git.merge_base(repository, base, options.head or "HEAD")
    if options.head:
        after = _commit(reader, git.commit(repository, options.head))
    elif options.staged:
        after = NamedSide(reader.staged(), Word("diff.staged"), "staged")
    else:
        after = NamedSide(loaded(told, reader.shelf), Word("diff.worktree"), "worktree")
    return _commit(reader, old), after


def _commit(reader: PortfolioReader, commit: str) -> NamedSide:
    return NamedSide(reader.at(commit), Code(commit[:SHORT]), commit)


def _folder(told: Settings, written: str) -> NamedSide:
    root = disk.find(told.here, Path(written))
    return NamedSide(loaded(replace(told, root=root)), Name(written), "folder")


def _settled(found: Mapping[str, git.Leaf | None]) -> dict[str, git.Leaf]:
    return {path: leaf for path, leaf in found.items() if leaf}


class BesideBase(NamedTuple):
    """A portfolio as its folder holds it, the one at its base, and the base's commit."""

    head: Portfolio
    base: Portfolio
    commit: str


def beside_base(told: Settings, base: str) -> BesideBase:
    """Read the portfolio, and the one at the commit where it began from ``base``.

    Raises:
        NoBaseError: that commit cannot be read.
    """
    shelf = Shelf()
    head = loaded(told, shelf)
    try:
        reader = PortfolioReader(told, shelf, git.repository(told.root))
        commit = git.merge_base(reader.repository, base)
        return BesideBase(head, reader.at(commit), commit)
    except git.RevisionError as error:
        raise refusal(error, told) from error
