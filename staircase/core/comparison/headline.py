"""What changes mean in one sentence: how many of each sort, the heaviest first and gaps last, at most five of them."""

from collections.abc import Iterable, Mapping, Sequence

from staircase.core.comparison.change import Change
from staircase.core.comparison.kinds import KINDS, Weight
from staircase.core.term import Said, Term, Word

MOST = 5
"""Parts of a headline; what else there is is counted."""

_GAPS = ("gaps_opened", "gaps_asked", "gaps_accepted", "gaps_unaccepted", "gaps_closed", "errors_closed")
"""The parts that come last, whatever they weigh."""

_NUMBERED = range(1, 13)
"""The numbers that are said as words."""


def _parts() -> tuple[str, ...]:
    """All parts in the order they are said."""
    found = dict.fromkeys(kind.part for kind in KINDS.values() if kind.weight <= Weight.WORSE)
    found |= dict.fromkeys(("errors_opened", *(kind.part for kind in KINDS.values())))
    return (*(part for part in found if part and part not in _GAPS), *_GAPS)


PARTS = _parts()


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """Count what a headline may say; what is told with what caused it is not counted by itself."""
    found = dict.fromkeys(PARTS, 0)
    for change in changes:
        if change.part:
            found[change.part] += 1
    return found


def headline(found: Mapping[str, int]) -> Said:
    """The counts in one sentence."""
    events = [part for part in PARTS if found[part] and part not in _GAPS]
    gaps = [part for part in _GAPS if found[part]]
    if not events and not gaps:
        return Said("diff.none", {})
    gaps = gaps[: max(1, MOST - len(events))]
    events = events[: MOST - len(gaps)]
    left = sum(found.values()) - sum(found[part] for part in (*events, *gaps))
    said = _listed(events, found, is_first=True) if events else _listed(gaps, found, is_first=True)
    if left:
        said = Said("headline.more", {"first": said, "count": _number(left)})
    if events and gaps:
        return Said("headline.gaps", {"first": said, "rest": _listed(gaps, found, is_first=False)})
    return said


def _listed(parts: Sequence[str], found: Mapping[str, int], *, is_first: bool) -> Said:
    """Nest the parts, since a sentence has a place for each of its terms."""
    said = _one(parts[0], found[parts[0]], is_first=is_first)
    for part in parts[1:]:
        said = Said("headline.rest", {"first": said, "rest": _one(part, found[part], is_first=False)})
    return said


def _one(part: str, count: int, *, is_first: bool) -> Said:
    key = f"headline.{part}.one" if count == 1 else f"headline.{part}.many"
    terms = {} if count == 1 else {"count": _number(count, is_first=is_first)}
    return Said(_begun(key, is_first=is_first), terms)


def _number(count: int, *, is_first: bool = False) -> Term:
    return Word(_begun(f"number.{count}", is_first=is_first)) if count in _NUMBERED else count


def _begun(key: str, *, is_first: bool) -> str:
    """The key of a word, or of the same word where a sentence begins with it."""
    return f"{key}.first" if is_first else key
