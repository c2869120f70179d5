"""Movement and time of staircase assignments: how long they stay on their steps, how they move and how they end."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from staircase.core.choices import STEPS, State, Step
from staircase.core.known import Known
from staircase.core.model.assignment import Pause
from staircase.core.model.program import ProgramSettings
from staircase.core.period import Per, Period, periods

YEAR = timedelta(365)
"""What "the last year" reaches back over: (t - 365 days, t]."""


class Ending(StrEnum):
    """How an assignment ended; a stop with a lesson is a good one."""

    COMPLETED = "completed"
    LEARNED = "learned"
    STOPPED = "stopped"


class Move(StrEnum):
    """A move between two visits: one step up, more than one up, or down."""

    FORWARD = "forward"
    JUMP = "jump"
    RETURN = "return"


class LastYear(NamedTuple):
    """What began and ended in (t - 365 days, t]; the three endings are apart from one another."""

    started: int
    completed: int
    learned: int
    stopped: int

    @property
    def ended(self) -> int:
        """Count all that ended."""
        return self.completed + self.learned + self.stopped

    @property
    def stop_rate(self) -> Fraction | None:
        """Share (learned + stopped) / ended, unset when none ended."""
        return Fraction(self.learned + self.stopped, self.ended) if self.ended else None


def climbing(assignments: Iterable[Known]) -> Iterator[Known]:
    """The staircase assignments that have started: the only ones that the flow counts."""
    return (known for known in assignments if known.climbs and known.has_started)


def at_once(assignments: Iterable[Known]) -> int:
    """Count the open staircase assignments, paused ones too."""
    return sum(known.climbs and known.is_open for known in assignments)


def last_year(assignments: Iterable[Known], day: date) -> LastYear:
    """Count what started and ended in (t - 365 days, t]."""
    counted = tuple(climbing(assignments))
    endings = [how for known in counted if (how := ending(known)) and known.ended and in_last_year(known.ended, day)]
    return LastYear(
        started=sum(in_last_year(known.assignment.started, day) for known in counted),
        completed=endings.count(Ending.COMPLETED),
        learned=endings.count(Ending.LEARNED),
        stopped=endings.count(Ending.STOPPED),
    )


def in_last_year(fact: date, day: date) -> bool:
    """Whether a fact lies in (t - 365 days, t]."""
    return day - YEAR < fact <= day


def ending(known: Known) -> Ending | None:
    """How an assignment ended: learned is stopped with ``learned`` there or in a trial; ``None`` if it has not."""
    if known.state is State.COMPLETED:
        return Ending.COMPLETED
    if known.state is not State.STOPPED:
        return None
    stopped = known.assignment.stopped
    taught = (stopped and stopped.learned) or any(trial.trial.learned for trial in known.trials)
    return Ending.LEARNED if taught else Ending.STOPPED


def moves(known: Known) -> Iterator[tuple[date, Move]]:
    """The moves between consecutive visits with their days: forward, jump, return."""
    for one, other in pairwise(known.stays):
        up = other.number - one.number
        yield other.entered, Move.RETURN if up < 0 else Move.FORWARD if up == 1 else Move.JUMP


def median_days(assignments: Iterable[Known], day: date) -> Mapping[Step, Fraction | None]:
    """The median time in each step, over those that have moved on from their last visit to it, or ended.

    Of an even count it is the mean of the middle two; unset when there is none.
    """
    times = days_on_left_steps(assignments, day)
    return {step: _median(sorted(days)) if days else None for step, days in times.items()}


def _median(ordered: Sequence[int]) -> Fraction:
    count = len(ordered)
    return Fraction(ordered[(count - 1) // 2] + ordered[count // 2], 2)


def days_on_left_steps(assignments: Iterable[Known], day: date) -> Mapping[Step, Sequence[int]]:
    """The days of each assignment on each step that it has moved on from, or ended on, in the order of assignments."""
    times: dict[Step, list[int]] = {step: [] for step in STEPS}
    for known in climbing(assignments):
        for step, days in _times_in_left_steps(known, day):
            times[step].append(days)
    return times


class StepTime(NamedTuple):
    """How long an assignment has been on a step: since its first visit to it, in days of all of them.

    ``moved_on``: it has gone on from its last visit, or ended, so that no more days will come.
    """

    step: Step
    entered: date
    days: int
    moved_on: bool


def times_on_steps(known: Known, day: date) -> Iterator[StepTime]:
    """The time of an assignment on each step, in the order of its first visits; paused days are part of it."""
    days: dict[Step, int] = {}
    entered: dict[Step, date] = {}
    for stay in known.stays:
        until = stay.left or known.ended or day
        days[stay.step] = days.get(stay.step, 0) + (until - stay.entered).days
        entered.setdefault(stay.step, stay.entered)
    for step, count in days.items():
        yield StepTime(step, entered[step], count, known.ended is not None or step != known.current.step)


def days_running(known: Known, day: date) -> int:
    """Length of days(started, min(end, t)) of an assignment that has started."""
    return ((known.ended or day) - known.assignment.started).days


def days_in_step(known: Known, day: date) -> int:
    """The days of the current visit, to the end or t, less paused days, each day once."""
    return days_between(known, known.current.entered, known.ended or day)


def days_on(known: Known, steps: Collection[str], day: date) -> int:
    """The days of all visits to some steps, to the end or t, less paused days."""
    until = known.ended or day
    return sum(days_between(known, stay.entered, stay.left or until) for stay in known.stays if stay.step in steps)


def days_between(known: Known, since: date, until: date) -> int:
    """The days from one day to another, less those that a pause of the assignment covers, each day once."""
    return (until - since).days - _paused_days(known.assignment.pauses, since, until)


def may_be_silent(known: Known, settings: ProgramSettings) -> int:
    """The days without a new fact before a file is stale: twice as many for enabling ones and while a trial runs."""
    running = any(trial.ended is None for trial in known.trials)
    return settings.stale_after_days * (2 if running or not known.climbs else 1)


def _times_in_left_steps(known: Known, day: date) -> Iterator[tuple[Step, int]]:
    return ((time.step, time.days) for time in times_on_steps(known, day) if time.moved_on)


def _paused_days(pauses: Iterable[Pause], since: date, until: date) -> int:
    days, reached = 0, since
    for from_, to in sorted(_clipped(pauses, since, until)):
        days += max((to - max(from_, reached)).days, 0)
        reached = max(reached, to)
    return days


def _clipped(pauses: Iterable[Pause], since: date, until: date) -> Iterator[tuple[date, date]]:
    for pause in pauses:
        from_, to = max(pause.from_, since), min(pause.to or until, until)
        if from_ < to:
            yield from_, to


STARTED = "started"

_Event = tuple[date, Ending | Move | str]


class FlowRow(NamedTuple):
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
