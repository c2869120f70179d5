"""Renamed files: an assignment that went and one that came, whose data are equal or alike enough."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from fractions import Fraction

from staircase.core.changes.leaves import leaves
from staircase.core.entry import Entry
from staircase.core.portfolio import Portfolio

ENOUGH = Fraction(1, 2)
"""The least share of equal values in a file that has another title or start."""

_RARE = 8
"""A value in more files than this on one side makes no two of them alike."""

_COMMON = frozenset({"department", "lead", "together", "kind", "goals", "tags"})
"""Keys whose values many assignments share by nature: at least half of the others must be equal too."""

_EQUAL, _SAME_HEAD = 3, 2

_Values = Counter[Hashable]


def renamed(before: Portfolio, after: Portfolio) -> dict[str, str]:
    """Give the new id of each assignment that was renamed, best likeness first, each id once."""
    gone = _values(before.entries[name] for name in before.entries.keys() - after.ids)
    come = _values(after.entries[name] for name in after.entries.keys() - before.ids)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, old, new in sorted((-score, *pair) for pair, score in _scores(gone, come).items()):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _values(entries: Iterable[Entry]) -> dict[str, _Values]:
    return {
        entry.id: Counter((place, leaf.value) for place, leaf in leaves(entry.assignment).items()) for entry in entries
    }


def _scores(gone: Mapping[str, _Values], come: Mapping[str, _Values]) -> dict[tuple[str, str], Fraction]:
    candidates = set(_candidates(gone, come))
    scored = {pair: _likeness(gone[pair[0]], come[pair[1]]) for pair in candidates}
    return {pair: score for pair, score in scored.items() if score}


def _candidates(gone: Mapping[str, _Values], come: Mapping[str, _Values]) -> Iterator[tuple[str, str]]:
    """Give the pairs that share a value which few others have; equal files are found through all of their values."""
    ours, theirs = _holders(gone), _holders(come)
    for value, names in ours.items():
        others = theirs.get(value, ())
        if len(names) <= _RARE and len(others) <= _RARE:
            yield from ((name, other) for name in names for other in others)


def _holders(files: Mapping[str, _Values]) -> dict[Hashable, list[str]]:
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(files):
        values = files[name]
        holders[frozenset(values)].append(name)
        holders["head", frozenset(_head(values))].append(name)
        for value in values:
            holders[value].append(name)
    return holders


def _head(values: _Values) -> set[Hashable]:
    """Give the title and the start."""
    return {value for value in values if isinstance(value, tuple) and value[0] in {("title",), ("started",)}}


def _likeness(ours: _Values, theirs: _Values) -> Fraction:
    """Give how alike two files are: 3 equal, 2 and a share with the same title and start, else a share; 0 too little.

    The share is that of equal values among the larger file's; it must be half of all, and of those that tell files
    apart.
    """
    share = _share(ours, theirs)
    if share == 1:
        return Fraction(_EQUAL)
    if _head(ours) == _head(theirs):
        return _SAME_HEAD + share
    return share if share >= ENOUGH and _share(_telling(ours), _telling(theirs)) >= ENOUGH else Fraction(0)


def _telling(values: _Values) -> _Values:
    return Counter({value: n for value, n in values.items() if isinstance(value, tuple) and value[0][0] not in _COMMON})


def _share(ours: _Values, theirs: _Values) -> Fraction:
    largest = max(ours.total(), theirs.total())
    return Fraction((ours & theirs).total(), largest) if largest else Fraction(0)
