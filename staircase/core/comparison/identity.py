"""What makes a part of a file the same part on both sides: its id, day or value, never its position."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

from staircase.core.model.value import Part

T = TypeVar("T")
Identity = Hashable


def _by(*names: str) -> Callable[[Any], Identity]:
    return lambda part: tuple(getattr(part, name) for name in names)


_IDENTITIES: Mapping[str, Callable[[Any], Identity]] = MappingProxyType(
    {
        "journey": _by("step", "entered"),
        "pauses": _by("from_"),
        "measurements": _by("date"),
        "shown": _by("date"),
        "taken_home": _by("from_", "document"),
        "accepted": _by("rule", "item"),
        "links": _by("url"),
    }
)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A part of a list with its position there."""

    number: int
    part: T


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A part on both sides, or on one of them alone."""

    before: Placed[T] | None
    after: Placed[T] | None


def identified(field: str, parts: Sequence[T]) -> dict[Identity, Placed[T]]:
    """The parts of a list by what makes them the same; equal ones are numbered in the order of what they say."""
    alike: dict[Identity, list[Placed[T]]] = defaultdict(list)
    for number, part in enumerate(parts):
        alike[_identity(field, part)].append(Placed(number, part))
    found: dict[Identity, Placed[T]] = {}
    for identity, several in alike.items():
        if len(several) > 1:
            several.sort(key=lambda placed: repr(placed.part))
        found |= {(identity, count): placed for count, placed in enumerate(several)}
    return found


def matched(field: str, before: Sequence[T], after: Sequence[T]) -> Iterator[Match[T]]:
    """The parts of both sides, matched by identity; those of before first, in their order."""
    ours, theirs = identified(field, before), identified(field, after)
    for identity, placed in ours.items():
        yield Match(placed, theirs.get(identity))
    yield from (Match(None, placed) for identity, placed in theirs.items() if identity not in ours)


def paired(
    matches: Sequence[Match[T]], alike: Callable[[T], Hashable], order: Callable[[T], Any]
) -> Iterator[Match[T]]:
    """Match what is left alone on both sides once more, by what is alike in it, both sides in that order."""
    waiting: dict[Hashable, list[Placed[T]]] = defaultdict(list)
    for placed in sorted(_alone(matches, "after"), key=lambda placed: order(placed.part)):
        waiting[alike(placed.part)].append(placed)
    yield from (match for match in matches if match.before and match.after)
    for placed in sorted(_alone(matches, "before"), key=lambda placed: order(placed.part)):
        rest = waiting[alike(placed.part)]
        yield Match(placed, rest.pop(0) if rest else None)
    yield from (Match(None, placed) for rest in waiting.values() for placed in rest)


def _alone(matches: Sequence[Match[T]], side: Literal["before", "after"]) -> Iterator[Placed[T]]:
    for match in matches:
        own, other = (match.before, match.after) if side == "before" else (match.after, match.before)
        if own and other is None:
            yield own


def _identity(field: str, part: object) -> Identity:
    if not isinstance(part, Part):
        return (part,)
    own = _IDENTITIES.get(field)
    return own(part) if own else (getattr(part, "id", None),)
