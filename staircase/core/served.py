"""What others rest on: the assignments that are depended on, and the goals that are served."""

from collections.abc import Iterator, Sequence

from staircase.core.known import Known


def needed_by(known: Known) -> Sequence[str]:
    """Give the ids of what an assignment depends on, as long as it is open."""
    return known.assignment.depends_on if known.is_open else ()


def goals_served_by(known: Known) -> Iterator[str]:
    """Give the goals that an open assignment or a live item of its roadmap names."""
    if known.is_open:
        yield from known.assignment.goals
    for item in known.items:
        if item.live:
            yield from item.item.goals
