"""Ids and names: ids are for references, and people know names; which id somebody means by what they wrote."""

from collections.abc import Mapping, Sequence
from typing import Literal, assert_never, get_args

from staircase.core.portfolio import Portfolio
from staircase.core.suggest import letters

Named = Literal["department", "goal", "document", "assignment"]
"""What has both an id and a name or title."""

NAMED: Sequence[Named] = get_args(Named)


def names_of(kind: Named, portfolio: Portfolio) -> Mapping[str, str]:
    """The names or titles of all of a kind, by their ids; a file that can't be read has an id only."""
    match kind:
        case "department":
            return {one.id: one.name for one in portfolio.departments.values()}
        case "goal":
            return {one.id: one.title for one in portfolio.goals.values()}
        case "document":
            return {one.id: one.title for one in portfolio.documents.values()}
        case "assignment":
            titles = {one.id: one.assignment.title for one in portfolio.entries.values()}
            return titles | dict.fromkeys(portfolio.broken, "")
        case unknown:
            assert_never(unknown)


def meant(word: str, kind: Named, portfolio: Portfolio) -> Sequence[str]:
    """The ids that a word stands for.

    An id stands for itself only; else all whose id or name is the word, in whatever case, with or without accents.
    """
    known = names_of(kind, portfolio)
    if word in known:
        return [word]
    wanted = letters(word)
    return [name for name, called in known.items() if wanted and wanted in {letters(name), letters(called)}]
