"""The flow period by period: what started, ended and moved in it, and how many stood on each step at its end."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.choices import STEPS, Step
from staircase.core.flow import Ending, Move, climbing, ending, moves
from staircase.core.known import Known
from staircase.core.period import Per, Period, periods

STARTED = "started"

_Event = tuple[date, Ending | Move | str]


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One quarter or month: what happened in it, and the open assignments on each step at its end, or on t."""

    period: Period
    started: int
    completed: int
    learned: int
    stopped: int
    forward: int
    jumps: int
    returns: int
    standing: Mapping[Step, int]


def flow_rows(assignments: Iterable[Known], day: date, per: Per) -> tuple[FlowRow, ...]:
    """A row for each quarter or month from the first start to t: the cumulative flow."""
    counted = tuple(climbing(assignments))
    if not counted:
        return ()
    spans = tuple(periods(min(known.assignment.started for known in counted), day, per))
    ends = [*(span.last for span in spans[:-1]), day]
    happened = _counted_events(counted, ends)
    standing = {step: _standing(counted, step, ends) for step in STEPS}
    return tuple(
        _row(span, happened[number], {step: standing[step][number] for step in STEPS})
        for number, span in enumerate(spans)
    )


def _row(period: Period, happened: Counter[str], standing: Mapping[Step, int]) -> FlowRow:
    return FlowRow(
        period=period,
        started=happened[STARTED],
        completed=happened[Ending.COMPLETED],
        learned=happened[Ending.LEARNED],
        stopped=happened[Ending.STOPPED],
        forward=happened[Move.FORWARD],
        jumps=happened[Move.JUMP],
        returns=happened[Move.RETURN],
        standing=standing,
    )


def _counted_events(assignments: Iterable[Known], ends: Sequence[date]) -> tuple[Counter[str], ...]:
    counts: tuple[Counter[str], ...] = tuple(Counter() for _ in ends)
    for known in assignments:
        for day, event in _events(known):
            counts[bisect_left(ends, day)][event] += 1
    return counts


def _events(known: Known) -> Iterator[_Event]:
    yield known.assignment.started, STARTED
    yield from moves(known)
    how = ending(known)
    if how and known.ended:
        yield known.ended, how


def _standing(assignments: Iterable[Known], step: Step, ends: Sequence[date]) -> list[int]:
    """Count at each end those whose visit to the step has begun and neither it nor the assignment has ended."""
    changes = [0] * (len(ends) + 1)
    for known in assignments:
        for at, entered, until in _visits(known):
            if at == step:
                first, last = bisect_left(ends, entered), bisect_left(ends, until)
                changes[first] += 1
                changes[max(first, last)] -= 1
    return _running_sums(changes)[:-1]


def _visits(known: Known) -> Iterator[tuple[Step, date, date]]:
    """Each visit's step, first day and the day it ended, one at a time even where the file has them askew."""
    until = known.ended or date.max
    for stay in reversed(known.stays):
        yield stay.step, stay.entered, until
        until = min(until, stay.entered)


def _running_sums(changes: Iterable[int]) -> list[int]:
    total, sums = 0, []
    for change in changes:
        total += change
        sums.append(total)
    return sums
