"""Which assignments a change has renamed: gone under one id, and there under another with the same or like values.

What is compared is what files say, not how they are written; a file with errors offers what can be read of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from fractions import Fraction

from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import Subject
from staircase.core.load import assignment_id
from staircase.core.portfolio import Portfolio
from staircase.core.yaml.parse import Raw, parse

ENOUGH = Fraction(1, 2)
"""The least share of equal values in a file that has another title or start."""

RARE = 8
"""A value that more files than this have that went, or that came, makes no two of them alike."""

COMMON = frozenset({"department", "lead", "together", "kind", "goals", "tags"})
"""Keys whose values many assignments share by nature: none of them tells one file from another."""

_EQUAL, _SAME_HEAD = 3, 2
_HEAD = (("title",), ("started",))

_SECTION = re.compile(r"^(?=[\w\"'])", re.MULTILINE)
_BETWEEN = re.compile(r": |[\n,{}\[\]]")
"""What stands between two values, however a file is written."""

_Value = tuple[tuple[str, ...], str]
"""A place without positions, and what stands there."""

_Values = Counter[_Value]


def renames(before: Portfolio, after: Portfolio) -> dict[str, str]:
    """Pair the ids before with those after, each once: equal texts first, then the most alike.

    Alike are files whose values are equal, those with the same title and start, and those that share half of all their
    values and half of those that tell files apart. What a file that stayed says, too, tells none apart: the ready-made
    text of a house makes no rename, and what is in doubt is another assignment.
    """
    gone, come = _texts(before, after), _texts(after, before)
    found = _of_equal_text(gone, come)
    if gone and come:
        likeness = _Likeness(_offered(gone), _offered(come), _words((before, after), {*gone, *come}))
        taken: set[str] = set()
        for _, _, old, new in sorted((-score, sorted(pair), *pair) for pair, score in likeness.scores()):
            if old not in found and new not in taken:
                found[old] = new
                taken.add(new)
    return found


def _texts(portfolio: Portfolio, other: Portfolio) -> dict[str, str]:
    """The texts of the assignments that only this portfolio has, those with errors among them, by id."""
    known = {assignment_id(path) for path in other.sources if path != PROGRAM_FILE} | other.ids
    found: dict[str, str] = {}
    for path, source in portfolio.sources.items():
        name = assignment_id(path)
        if path != PROGRAM_FILE and name not in known:
            found.setdefault(name, source.text)
    return found


def _of_equal_text(gone: dict[str, str], come: dict[str, str]) -> dict[str, str]:
    """Take out the pairs of equal texts, both sides in the order of their names."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(come, reverse=True):
        waiting[come[name]].append(name)
    found = {name: waiting[gone[name]].pop() for name in sorted(gone) if waiting[gone[name]]}
    for old, new in found.items():
        del gone[old], come[new]
    return found


def _offered(texts: Mapping[str, str]) -> dict[str, _Values]:
    return {name: Counter(_of(_data(text), ())) for name, text in texts.items()}


def _data(text: str) -> dict[str, Raw]:
    """What a text says as plain data; of one that cannot be read whole, the sections that can."""
    data = _parsed(text)
    if data is None:
        data = {}
        for section in _SECTION.split(text):
            data |= _parsed(section) or {}
    return data


def _parsed(text: str) -> dict[str, Raw] | None:
    return parse("", text, Subject("assignment", "")).data


def _of(raw: Raw, place: tuple[str, ...]) -> Iterator[_Value]:
    match raw:
        case str():
            yield place, raw
        case dict():
            for key, value in raw.items():
                yield from _of(value, (*place, key))
        case list():
            for one in raw:
                name = one.get("id") if isinstance(one, dict) else None
                yield from _of(one, (*place, name if isinstance(name, str) else ""))
        case _:  # an item without anything in it
            return


def _words(sides: Iterable[Portfolio], moved: set[str]) -> frozenset[str]:
    """All that stands in the files that neither came nor went."""
    texts = {
        source.text
        for portfolio in sides
        for path, source in portfolio.sources.items()
        if path != PROGRAM_FILE and assignment_id(path) not in moved
    }
    return frozenset(word for text in texts for word in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    return (piece.strip(" -\"'") for piece in _BETWEEN.split(text))


class _Likeness:
    """How alike files are that went and that came, beside what those say that stayed."""

    def __init__(self, gone: Mapping[str, _Values], come: Mapping[str, _Values], stayed: frozenset[str]) -> None:
        self._gone, self._come, self._stayed = gone, come, stayed

    def scores(self) -> Iterator[tuple[tuple[str, str], Fraction]]:
        """The pairs that are alike enough: 3 where equal, 2 and a share with the same head, else the share."""
        for old, new in set(self._candidates()):
            score = self._score(self._gone[old], self._come[new])
            if score:
                yield (old, new), score

    def _candidates(self) -> Iterator[tuple[str, str]]:
        """The pairs that share a value which few others have; equal files share all of theirs."""
        ours, theirs = _holders(self._gone), _holders(self._come)
        for value, names in ours.items():
            others = theirs.get(value, ())
            if len(names) <= RARE and len(others) <= RARE:
                yield from ((name, other) for name in names for other in others)

    def _score(self, ours: _Values, theirs: _Values) -> Fraction:
        share = _share(ours, theirs)
        if share == 1:
            return Fraction(_EQUAL)
        if len(_head(ours)) == len(_HEAD) and _head(ours) == _head(theirs) and self._telling(_head(ours)):
            return _SAME_HEAD + share
        told = _share(self._telling(ours), self._telling(theirs))
        return share if share >= ENOUGH and told >= ENOUGH else Fraction(0)

    def _telling(self, values: _Values) -> _Values:
        """Leave out what many assignments share by nature, and what a file that stayed says too."""
        return Counter(
            {
                (place, text): count
                for (place, text), count in values.items()
                if place[0] not in COMMON and not self._stayed.issuperset(_pieces(text))
            }
        )


def _holders(files: Mapping[str, _Values]) -> dict[Hashable, list[str]]:
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(files):
        values = files[name]
        if values:
            holders[frozenset(values.items())].append(name)
            holders["head", frozenset(_head(values))].append(name)
        for value in values:
            holders[value].append(name)
    return holders


def _head(values: _Values) -> _Values:
    """The title and the start."""
    return Counter({value: count for value, count in values.items() if value[0] in _HEAD})


def _share(ours: _Values, theirs: _Values) -> Fraction:
    """The share of equal values among the larger file's."""
    largest = max(ours.total(), theirs.total())
    return Fraction((ours & theirs).total(), largest) if largest else Fraction(0)
