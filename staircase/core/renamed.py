"""Which assignments a change has renamed: gone under one id, and there under another with much the same text."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from staircase.core.portfolio import Portfolio

ALIKE = 0.5
"""The share of equal lines from which two files are one: git's own measure of a rename."""

MOST_PAIRS = 10_000
"""Pairs of files that are compared line by line; in a larger change only equal texts and equal titles count."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A file's text, and its title and first day where it could be read."""

    whole: str
    begun: tuple[str, date] | None


def renamed(before: Portfolio, after: Portfolio) -> Mapping[str, str]:
    """Give the ids after by the ids before: each once, first those of equal text, then the most alike.

    Alike are files with the same title and first day, and those with at least half of their lines in common: twice
    the number of common lines through the number of lines in both.
    """
    gone, come = _texts(before, after), _texts(after, before)
    found: dict[str, str] = {}
    for key in (_whole, _begun):
        _match(found, gone, come, key)
    for _, old, new in sorted(_alike(gone, come)):
        if old in gone and new in come:
            _keep(found, gone, come, (old, new))
    return found


def _texts(portfolio: Portfolio, other: Portfolio) -> dict[str, _Text]:
    """Give the texts of the assignments that the other portfolio does not have, by id."""
    paths = {name: entry.path for name, entry in portfolio.entries.items()} | dict(portfolio.broken)
    return {
        name: _Text(portfolio.sources[path].text, _title_and_start(portfolio, name))
        for name, path in paths.items()
        if name not in other.ids and path in portfolio.sources
    }


def _title_and_start(portfolio: Portfolio, name: str) -> tuple[str, date] | None:
    assignment = portfolio.assignment(name)
    return (assignment.title, assignment.started) if assignment else None


def _whole(text: _Text) -> str:
    return text.whole


def _begun(text: _Text) -> tuple[str, date] | None:
    return text.begun


def _match(
    found: dict[str, str], gone: dict[str, _Text], come: dict[str, _Text], key: Callable[[_Text], Hashable]
) -> None:
    """Keep the pairs that have a key in common, in the order of their paths."""
    by_key: dict[Hashable, list[str]] = {}
    for new in reversed(come):
        by_key.setdefault(key(come[new]), []).append(new)
    for old in tuple(gone):
        same = key(gone[old])
        if same is not None and by_key.get(same):
            _keep(found, gone, come, (old, by_key[same].pop()))


def _keep(found: dict[str, str], gone: dict[str, _Text], come: dict[str, _Text], pair: tuple[str, str]) -> None:
    old, new = pair
    found[old] = new
    del gone[old], come[new]


def _alike(gone: Mapping[str, _Text], come: Mapping[str, _Text]) -> Iterator[tuple[float, str, str]]:
    """Give the pairs that are alike enough, with their likeness below 0: the most alike sort first."""
    if len(gone) * len(come) > MOST_PAIRS:
        return
    lines = {name: Counter(text.whole.splitlines()) for name, text in come.items()}
    for old, text in gone.items():
        own = Counter(text.whole.splitlines())
        for new, other in lines.items():
            both = own.total() + other.total()
            likeness = 2 * (own & other).total() / both if both else 0.0
            if likeness >= ALIKE:
                yield -likeness, old, new
