"""The days that the months of an assignment's file count as; loaded only for files that have one."""

from datetime import date
from typing import TypeVar

from staircase.core.model import Part
from staircase.core.model.assignment import Assignment, Benefit, RoadmapItem, Visit
from staircase.core.period import Month

PartT = TypeVar("PartT", bound=Part)


def with_months_counted(assignment: Assignment) -> Assignment:
    """An assignment whose months count as the days that they must follow, where those lie in them.

    A visit follows the start and the visit before it, pauses and trials follow the start, their ends follow their
    beginnings, and the ending follows all of these; a benefit is closed after its baseline, and an item done or
    dropped after it started.
    """
    started = assignment.started
    visits: list[Visit] = []
    for visit in assignment.journey:
        visits.append(_counted(visit, "entered", started, visits[-1].entered if visits else None))
    pauses = [_span_counted(pause, "from_", "to", started) for pause in assignment.pauses]
    trials = [_span_counted(trial, "started", "ended", started) for trial in assignment.trials]
    before = [started, *(visit.entered for visit in visits)]
    before += [day for pause in pauses for day in (pause.from_, pause.to) if day]
    before += [day for trial in trials for day in (trial.started, trial.ended) if day]
    counted = _counted(assignment, "completed", *before)
    update = {
        "stopped": assignment.stopped and _counted(assignment.stopped, "date", *before),
        "journey": tuple(visits),
        "pauses": tuple(pauses),
        "trials": tuple(trials),
        "benefits": tuple(map(_closing_counted, assignment.benefits)),
        "roadmap": tuple(map(_fate_counted, assignment.roadmap)),
    }
    return counted.model_copy(update={key: value for key, value in update.items() if value})


def _counted(part: PartT, key: str, *earlier: date | None) -> PartT:
    """A part in which a day that is a month counts after those days, where they lie in it."""
    day = getattr(part, key)
    return part.model_copy(update={key: day.counted_after(*earlier)}) if isinstance(day, Month) else part


def _span_counted(part: PartT, first: str, last: str, started: date) -> PartT:
    begun = _counted(part, first, started)
    return _counted(begun, last, getattr(begun, first))


def _closing_counted(benefit: Benefit) -> Benefit:
    if benefit.closed is None or benefit.baseline is None:
        return benefit
    return benefit.model_copy(update={"closed": _counted(benefit.closed, "date", benefit.baseline.date)})


def _fate_counted(item: RoadmapItem) -> RoadmapItem:
    fate = _counted(item, "done", item.started)
    return fate.model_copy(update={"dropped": _counted(fate.dropped, "date", item.started)}) if fate.dropped else fate
