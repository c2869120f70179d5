"""What depends on itself, is part of itself, or became itself, in a ring. Errors."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Hit, ProgramCase
from staircase.core.term import Name, Terms, line

Needs = Mapping[str, Sequence[str]]


def reference_cycle(portfolio: Portfolio) -> Iterator[Hit]:
    """A ring for each knot of dependencies that go round, at the assignment of it whose id comes first.

    A knot is a set of assignments that all need one another, by one way or another.
    """
    for ring in _rings(_needs(portfolio)):
        entry = portfolio.entries[ring[0]]
        depends_on = entry.assignment.depends_on
        left = ", ".join(name for name in depends_on if name != ring[1])
        params: Terms = {"ring": Name(" -> ".join(ring)), "correction": line(f"depends_on: [{left}]")}
        yield Hit(("depends_on", depends_on.index(ring[1])), params, ring[1], entry=entry)
    yield from _rings_of_parts(portfolio)


def _rings_of_parts(portfolio: Portfolio) -> Iterator[Hit]:
    """A ring for each knot of benefits that are part of one another, or of themselves: they are counted nowhere."""
    parts = {
        f"{name}/{benefit.id}": (entry, number, benefit.part_of)
        for name, entry in portfolio.entries.items()
        for number, benefit in enumerate(entry.assignment.benefits)
        if benefit.part_of is not None
    }
    needs = {name: (whole,) if whole in parts else () for name, (_, _, whole) in parts.items()}
    for ring in _rings(needs):
        entry, number, _ = parts[ring[0]]
        where, item = ("benefits", number, "part_of"), entry.assignment.benefits[number].id
        params: Terms = {"ring": Name(" -> ".join(ring)), "whole": Name(ring[1])}
        yield Hit(where, params, item, "part", entry)


def department_cycle(case: ProgramCase) -> Iterator[Hit]:
    """A ring for each knot of departments that became one another, at the one of it whose id comes first."""
    departments = case.program.departments
    became = {one.id: [heir for heir in one.became if heir in case.portfolio.departments] for one in departments}
    for ring in _rings(became):
        number, department = next((n, one) for n, one in enumerate(departments) if one.id == ring[0])
        where = ("departments", number, "became", department.became.index(ring[1]))
        left = ", ".join(name for name in department.became if name != ring[1])
        params: Terms = {"ring": Name(" -> ".join(ring)), "correction": line(f"became: [{left or '…'}]")}
        yield Hit(where, params, ring[0], "became")


def _needs(portfolio: Portfolio) -> Needs:
    """Who needs whom, without those that need nobody: no ring goes through them."""
    needing = {name: entry.assignment.depends_on for name, entry in portfolio.entries.items()}
    needing = {name: others for name, others in needing.items() if others}
    return {name: tuple(other for other in others if other in needing) for name, others in needing.items()}


def _rings(needs: Needs) -> Iterator[list[str]]:
    """A ring for each knot that has one, from the name that comes first in it."""
    for knot in _knots(needs):
        if ring := _ring(min(knot), needs, knot):
            yield ring


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
