"""Changes as a reviewer reads them: a block for each thing that changed, the heaviest first, equal changes told once.

A finding that follows from a change is told with it. The headline counts them in one sentence: how many of each sort,
the heaviest first and gaps last, at most five of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from staircase.core.comparison.change import Change, listed
from staircase.core.comparison.kinds import KINDS, Direction, Weight
from staircase.core.finding import Subject
from staircase.core.term import Count, Said, Term, Word, file_name

FOLDED = 3
"""So many equal changes, each of another thing, are told as one."""

WHOLE = frozenset(f"department-{fate}" for fate in ("added", "removed", "ended", "became"))
"""The kinds that name the thing itself: what is equal in them is told without its name."""

MOST_NAMED = 20
"""Things that are named behind equal changes; how many more there are is said."""


@dataclass(frozen=True)
class Event:
    """A change with what follows from it, or several equal ones.

    Attributes:
        changes: the change, or the equal ones of several things.
        effects: the findings that follow from the first of them.
    """

    changes: tuple[Change, ...]
    effects: tuple[Change, ...] = ()

    @property
    def first(self) -> Change:
        """The change, or the first of several."""
        return self.changes[0]

    @property
    def weight(self) -> Weight:
        """How much a reviewer has to know of it."""
        return self.first.weight

    @property
    def direction(self) -> Direction:
        """Where it leads."""
        return self.first.direction

    @property
    def message(self) -> Said:
        """What changed, with what follows from it; of several things, with their names."""
        if len(self.changes) == 1:
            return self.own_message
        message = self.shared_message
        names = [change.subject.id for change in self.changes]
        named = file_name(", ".join(names[:MOST_NAMED]))
        if len(names) <= MOST_NAMED:
            return Said("change.folded", {"message": message, "names": named})
        more = len(names) - MOST_NAMED
        return Said("change.folded.more", {"message": message, "names": named, "count": more})

    @cached_property
    def own_message(self) -> Said:
        """What changed of one thing, with what follows from it."""
        return self._with_effects(self.first.message)

    @cached_property
    def shared_message(self) -> Said:
        """The same as it is said of several things: without the name of each."""
        said = self.first.message
        if self.first.kind not in WHOLE:
            return self.own_message
        terms = {name: term for name, term in said.terms.items() if name != "title"}
        return self._with_effects(Said(f"{said.key}.many", terms))

    def _with_effects(self, said: Said) -> Said:
        asked = [Word(f"asked.{one.rule}") for one in self.effects if one.kind == "finding-asked"]
        if asked:
            said = Said("change.asked", {"message": said, "asked": listed(dict.fromkeys(asked))})
        gone = sum(one.kind == "finding-gone" for one in self.effects)
        return Said("change.taking", {"message": said, "gaps": Count(gone, "gap")}) if gone else said


@dataclass(frozen=True, slots=True)
class ChangeBlock:
    """What changed of one thing, the heaviest first; or equal changes of several things."""

    subjects: tuple[Subject, ...]
    events: tuple[Event, ...]

    @property
    def title(self) -> Term:
        """Whom it is about: its id, or how many there are."""
        if len(self.subjects) == 1:
            return file_name(self.subjects[0].id)
        return Count(len(set(self.subjects)), self.subjects[0].kind)


def blocks(changes: Iterable[Change]) -> tuple[ChangeBlock, ...]:
    """The blocks by their heaviest events, equally heavy ones by whom they are about."""
    found = [*_blocks(tuple(_events(changes)))]
    return tuple(
        sorted(found, key=lambda block: (block.events[0].weight, block.subjects[0].kind, block.subjects[0].id))
    )


def _events(changes: Iterable[Change]) -> Iterator[Event]:
    effects: dict[int, list[Change]] = defaultdict(list)
    causes: list[Change] = []
    for change in changes:
        if change.cause is None:
            causes.append(change)
        else:
            effects[id(change.cause)].append(change)
    return (Event((change,), tuple(effects[id(change)])) for change in causes)


def _blocks(events: Sequence[Event]) -> Iterator[ChangeBlock]:
    folded = [*_equal(events)]
    for same in folded:
        every = tuple(event.first for event in same)
        yield ChangeBlock(tuple(change.subject for change in every), (Event(every, same[0].effects),))
    told = {id(event) for same in folded for event in same}
    yield from _of_subjects(event for event in events if id(event) not in told)


def _equal(events: Sequence[Event]) -> Iterator[list[Event]]:
    """The events that are told as one: what is said of several things in the very same words."""
    alike: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        alike[event.first.kind, event.first.subject.kind].append(event)
    for several in alike.values():
        if len(several) >= FOLDED:
            equal: dict[str, list[Event]] = defaultdict(list)
            for event in several:
                equal[repr(event.shared_message)].append(event)
            yield from (same for same in equal.values() if len({event.first.subject for event in same}) >= FOLDED)


def _of_subjects(events: Iterable[Event]) -> Iterator[ChangeBlock]:
    of_subject: Mapping[Subject, list[Event]] = defaultdict(list)
    for event in events:
        of_subject[event.first.subject].append(event)
    for subject, own in of_subject.items():
        yield ChangeBlock((subject,), tuple(sorted(own, key=lambda event: event.weight)))


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
