"""The portfolio beside its base, read for a check: what the two have in common is neither read nor parsed again."""

from typing import NamedTuple

from staircase import git
from staircase.cli.reading import loaded
from staircase.cli.settings import Settings
from staircase.cli.sides import PortfolioReader, refusal
from staircase.core.load import Shelf
from staircase.core.portfolio import Portfolio


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
