"""What others rest on: the assignments that are depended on, and the goals that are served."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from staircase.core.known import Known


def needed(assignments: Iterable[Known]) -> AbstractSet[str]:
    """Give the ids of what open assignments depend on."""
    return frozenset(name for known in assignments if known.is_open for name in known.assignment.depends_on)


def goals_served(assignments: Iterable[Known]) -> AbstractSet[str]:
    """Give the goals that an open assignment or a live roadmap item names."""
    served: set[str] = set()
    for known in assignments:
        if known.is_open:
            served.update(known.assignment.goals)
        for item in known.items:
            if item.live:
                served.update(item.item.goals)
    return served
