"""Dependencies that go round. An error."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Hit
from staircase.core.term import Name

Needs = Mapping[str, Sequence[str]]


def reference_cycle(portfolio: Portfolio) -> Iterator[Hit]:
    """A ring for each knot of dependencies that go round, at the assignment of it whose id comes first.

    A knot is a set of assignments that all need one another, by one way or another.
    """
    for knot in _knots(needs := _needs(portfolio)):
        first = min(knot)
        ring = _ring(first, needs, knot)
        if ring:
            entry = portfolio.entries[first]
            where = ("depends_on", entry.assignment.depends_on.index(ring[1]))
            yield Hit(where, {"ring": Name(" -> ".join(ring))}, ring[1], entry=entry)


def _needs(portfolio: Portfolio) -> Needs:
    """Who needs whom, without those that need nobody: no ring goes through them."""
    needing = {name: entry.assignment.depends_on for name, entry in portfolio.entries.items()}
    needing = {name: others for name, others in needing.items() if others}
    return {name: tuple(other for other in others if other in needing) for name, others in needing.items()}


def _ring(first: str, needs: Needs, knot: set[str]) -> list[str]:
    """The shortest way from ``first`` within its knot back to itself, both ends named; empty if there is none."""
    came_from: dict[str, str] = {}
    queue = deque([first])
    while queue:
        name = queue.popleft()
        for other in needs[name]:
            if other == first:
                return _way_back(first, name, came_from)
            if other in knot and other not in came_from:
                came_from[other] = name
                queue.append(other)
    return []


def _way_back(first: str, last: str, came_from: Mapping[str, str]) -> list[str]:
    ring = [first]
    while last != first:
        ring.append(last)
        last = came_from[last]
    return [first, *ring[::-1]]


def _knots(needs: Needs) -> Iterator[set[str]]:
    """The strongly connected components (Kosaraju's algorithm), in linear time and without recursion."""
    users: dict[str, list[str]] = {name: [] for name in needs}
    for name, others in needs.items():
        for other in others:
            users[other].append(name)
    seen: set[str] = set()
    finished = [name for start in needs for name in _finished(start, needs, seen)]
    seen = set()
    for start in reversed(finished):
        knot = set(_finished(start, users, seen))
        if knot:
            yield knot


def _finished(start: str, ways: Needs, seen: set[str]) -> Iterator[str]:
    """What can be reached from ``start`` and was not seen, each after all that lies beyond it."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(ways[start]))]
    while stack:
        name, others = stack[-1]
        other = next((other for other in others if other not in seen), None)
        if other is None:
            stack.pop()
            yield name
        else:
            seen.add(other)
            stack.append((other, iter(ways[other])))
