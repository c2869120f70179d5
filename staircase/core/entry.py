"""An assignment's file: its id, what it says, and what follows from that on any day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from staircase.core.model.assignment import Assignment


@dataclass(frozen=True)
class Entry:
    """An assignment that could be read: its id, its file, and what the file says."""

    id: str
    path: str
    assignment: Assignment

    @cached_property
    def touches(self) -> tuple[date, ...]:
        """Give the days of all that shows that somebody had their hand on the file, in their order."""
        return tuple(sorted(fact for fact in _touches(self.assignment) if fact is not None))


@dataclass(frozen=True)
class Remnant(Entry):
    """What can be judged of a file that no report can show: without the keys at its top whose values are wrong."""

    wrong: frozenset[str]


def _touches(assignment: Assignment) -> Iterator[date | None]:
    yield assignment.started
    yield assignment.completed
    yield assignment.reviewed
    yield assignment.stopped.date if assignment.stopped else None
    for visit in assignment.journey:
        yield visit.entered
    for showing in assignment.shown:
        yield showing.date
    for trial in assignment.trials:
        yield trial.started
        yield trial.ended
    for benefit in assignment.benefits:
        yield benefit.baseline.date if benefit.baseline else None
        for measurement in benefit.measurements:
            yield measurement.date
    for item in assignment.roadmap:
        yield item.started
        yield item.done
        yield item.dropped.date if item.dropped else None
