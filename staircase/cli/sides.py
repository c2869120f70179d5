"""The two sides of a comparison: a portfolio at a revision, as staged, in its folder, and beside its base."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from staircase import disk, git, history
from staircase.cli import say
from staircase.cli.options import DiffOptions
from staircase.cli.reading import Settings, known_format, language_for, loaded
from staircase.cli.usage import MisuseError, NoBaseError
from staircase.core.load import Shelf, load
from staircase.core.portfolio import Portfolio
from staircase.core.source import ASSIGNMENTS, PROGRAM_FILE, File
from staircase.core.term import Code, Name, Term, Word
from staircase.render.safe import one_line

SHORT = 12
"""Digits of a commit's id that people are shown."""

_RANGE = re.compile(r"(?s)(.*?)(\.\.\.?)(.*)")


@dataclass(frozen=True, slots=True)
class NamedSide:
    """One side of a comparison.

    Attributes:
        portfolio: what stands there; none where that is no portfolio.
        name: what it is called.
        mark: what a comment's mark calls it: a commit's full id, ``worktree``, ``staged`` or ``folder``.
        root: the folder that its portfolio stands in, or stood in.
        elsewhere: that folder as the repository's trees name it, where the portfolio has been moved since.
    """

    portfolio: Portfolio | None
    name: Term
    mark: str
    root: Path
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class PortfolioReader:
    """Reads portfolios that have much in common: each file once."""

    settings: Settings
    shelf: Shelf
    repository: git.Repository
    place: str | None = None
    """The folder as the repository's trees name it, where the portfolio stood in another one than today."""

    @property
    def folder(self) -> str:
        """The portfolio's folder as the repository's trees name it."""
        return self.repository.inside(self.settings.root) if self.place is None else self.place

    @property
    def start(self) -> str:
        """What the paths of its files begin with in the repository's trees; empty where it is the repository."""
        return f"{self.folder}/" if self.folder else ""

    @property
    def paths(self) -> tuple[str, str]:
        """What a portfolio is made of, as the repository's trees name it."""
        return f"{self.start}{PROGRAM_FILE}", f"{self.start}{ASSIGNMENTS}"

    def at(self, commit: str, folder: str | None = None) -> Portfolio:
        """Read the portfolio at a commit, in its own folder or another."""
        place = self.folder if folder is None else folder
        return known_format(load(history.read(self.repository, commit, place, self._known), shelf=self.shelf))

    def found(self, commit: str) -> Portfolio | None:
        """Read the portfolio at a commit; none where it has none."""
        try:
            return self.at(commit)
        except git.RevisionError as error:
            if error.reason != "no-portfolio":
                raise
            return None

    def before_move(self, commit: str, side: NamedSide) -> str | None:
        """The folder that held a side's portfolio at a commit, before it was moved; none where it was nowhere."""
        if side.portfolio is None:
            return None
        paths = (*side.portfolio.sources, *side.portfolio.unreadable)
        return history.moved_from(self.repository, commit, paths, lambda folder: self.holds(side, folder))

    def holds(self, side: NamedSide, folder: str) -> bool:
        """Whether a side holds a portfolio in a folder."""
        path = f"{folder}/{PROGRAM_FILE}" if folder else PROGRAM_FILE
        match side.mark:
            case "worktree":
                return os.path.lexists(self.repository.root / path)
            case "staged":
                return path in history.staged(self.repository, (path,))
            case commit:
                return path in git.tree(self.repository, commit, (path,))

    def staged(self) -> Portfolio:
        """Read the portfolio that is staged; a file in several versions cannot be read."""
        staged = history.staged(self.repository, self.paths)
        found = {path.removeprefix(self.start): leaf for path, leaf in staged.items()}
        if PROGRAM_FILE not in found:
            raise git.RevisionError(
                reason="no-portfolio", places={"revision": "--staged", "folder": self.folder or "."}
            )
        whole = history.read_leaves(self.repository, _settled(found), self._known)
        torn = (File(path, problem="failed") for path, leaf in found.items() if leaf is None)
        ordered = sorted((*whole, *torn), key=lambda file: (file.path != PROGRAM_FILE, file.path))
        return known_format(load(ordered, shelf=self.shelf))

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
        return _beside_one_another(reader, old, _commit(reader, new))
    base = "HEAD" if options.staged and not options.base else options.base or history.main_branch(repository)
    old = git.merge_base(repository, base, options.head or "HEAD")
    if options.head:
        after = _commit(reader, git.commit(repository, options.head))
    elif options.staged:
        after = NamedSide(reader.staged(), Word("diff.staged"), "staged", told.root)
    else:
        after = _worktree(told, loaded(told, reader.shelf))
    return _beside_one_another(reader, old, after)


def _commit(reader: PortfolioReader, commit: str) -> NamedSide:
    return NamedSide(reader.found(commit), Code(commit[:SHORT]), commit, reader.settings.root)


def _worktree(told: Settings, portfolio: Portfolio) -> NamedSide:
    return NamedSide(portfolio, Word("diff.worktree"), "worktree", told.root)


def _beside_one_another(reader: PortfolioReader, commit: str, after: NamedSide) -> tuple[NamedSide, NamedSide]:
    """A commit, and what came after it: each with the portfolio that the other one has, also where that was moved."""
    before = _commit(reader, commit)
    return _followed(reader, before, after), _followed(reader, after, before)


def _followed(reader: PortfolioReader, side: NamedSide, other: NamedSide) -> NamedSide:
    """A commit without a portfolio in the folder, with the one that the other side has moved."""
    if side.portfolio or not git.OBJECT_ID.fullmatch(side.mark):
        return side
    folder = reader.before_move(side.mark, other)
    if folder is None:
        return side
    root = reader.repository.root / folder
    return replace(side, portfolio=reader.at(side.mark, folder), root=root, elsewhere=folder)


def _folder(told: Settings, written: str) -> NamedSide:
    root = disk.find(told.here, Path(written))
    return NamedSide(loaded(told._replace(root=root)), Name(written), "folder", root)


def _settled(found: Mapping[str, git.Leaf | None]) -> dict[str, git.Leaf]:
    return {path: leaf for path, leaf in found.items() if leaf}


class BesideBase(NamedTuple):
    """A portfolio as its folder holds it, and its base; none where the repository has no commit yet."""

    head: Portfolio
    base: NamedSide | None


def beside_base(told: Settings, base: str) -> BesideBase:
    """Read the portfolio, and the one at the commit where it began from ``base``.

    Before the first commit of all there is no ``HEAD``, and nothing to be beside.

    Raises:
        NoBaseError: that commit cannot be read.
    """
    shelf = Shelf()
    head = loaded(told, shelf)
    try:
        reader = PortfolioReader(told, shelf, git.repository(told.root))
        commit = git.merge_base(reader.repository, base)
        return BesideBase(head, _followed(reader, _commit(reader, commit), _worktree(told, head)))
    except git.RevisionError as error:
        if error.reason == "unborn" and base == "HEAD":
            return BesideBase(head, None)
        raise refusal(error, told) from error


def say_where(side: NamedSide, told: Settings, said: Mapping[str, str]) -> None:
    """A line on stderr where a commit has no portfolio, or had it in another folder."""
    if side.portfolio and side.elsewhere is None:
        return
    folder = git.repository(told.root).inside(told.root) or "."
    places = {"revision": side.mark[:SHORT], "folder": folder, "elsewhere": side.elsewhere or "."}
    message = said["shell.base.none" if side.portfolio is None else "shell.base.moved"].format(**places)
    say(said["shell.error"].format(message=one_line(message)))
