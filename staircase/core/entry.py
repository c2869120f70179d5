"""An assignment's file: its id, what it says, and what follows from that on any day."""

from dataclasses import dataclass, field
from datetime import date

from staircase.core.model.assignment import Assignment


@dataclass(frozen=True)
class Entry:
    """An assignment that could be read: its id, its file, and what the file says.

    ``touches`` are the days of all that shows that somebody had their hand on the file, in their order: gathered at
    once, while what was read is still at hand, since every report asks for them.
    """

    id: str
    path: str
    assignment: Assignment
    touches: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the days."""
        object.__setattr__(self, "touches", tuple(sorted(_touches(self.assignment))))


@dataclass(frozen=True)
class Remnant(Entry):
    """What can be judged of a file that no report can show: without the keys at its top whose values are wrong."""

    wrong: frozenset[str]


def _touches(assignment: Assignment) -> list[date]:
    """Give those days; lists grow here, and no generator runs, since there are two dozen for each file."""
    days = [assignment.started]
    days += [day for day in (assignment.completed, assignment.reviewed) if day]
    days += [assignment.stopped.date] if assignment.stopped else ()
    days += [visit.entered for visit in assignment.journey]
    days += [showing.date for showing in assignment.shown]
    for trial in assignment.trials:
        days += (trial.started, trial.ended) if trial.ended else (trial.started,)
    for benefit in assignment.benefits:
        if benefit.baseline:
            days.append(benefit.baseline.date)
        days += [measurement.date for measurement in benefit.measurements]
        if benefit.closed:
            days.append(benefit.closed.date)
    for item in assignment.roadmap:
        days += [day for day in (item.started, item.done, item.dropped and item.dropped.date) if day]
    return days
