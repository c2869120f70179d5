"""An assignment as it was known on a day: later facts forgotten, its state and its place on the stairs derived."""

# Tuples, for of these a dozen are made for each assignment: it takes half the time of frozen dataclasses.

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from staircase.core.choices import STEPS, State, Step
from staircase.core.combination import months_counted
from staircase.core.model.assignment import (
    Assignment,
    Baseline,
    Benefit,
    Measurement,
    Pause,
    RoadmapItem,
    TakenHome,
    Trial,
    in_force,
)
from staircase.core.model.program import Reorganised
from staircase.core.period import latest
from staircase.core.source import KeyPath


@dataclass(frozen=True)
class Entry:
    """An assignment that could be read: its id, its file, and what the file says.

    ``touches`` are the days of all that shows that somebody had their hand on the file, in their order; gathered while
    what was read is at hand, for every report asks. ``is_decided_anew``: ``was`` says what stood there before a day.
    """

    id: str
    path: str
    assignment: Assignment
    touches: tuple[date, ...] = field(init=False, repr=False, compare=False)
    is_decided_anew: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the days, and see whether what the file says has been otherwise before."""
        assignment = self.assignment
        object.__setattr__(self, "touches", tuple(sorted(_touches(assignment))))
        object.__setattr__(self, "is_decided_anew", _has_past(assignment))


@dataclass(frozen=True)
class Remnant(Entry):
    """What can be judged of a file that no report can show: without the keys at its top whose values are wrong."""

    wrong: frozenset[str]


def _has_past(assignment: Assignment) -> bool:
    """Whether anything in the file was decided anew."""
    pasts: list[object] = [assignment.was]
    pasts += [benefit.was for benefit in assignment.benefits]
    pasts += [item.was for item in assignment.roadmap]
    return any(pasts)


def _touches(assignment: Assignment) -> list[date]:
    """Those days; lists grow here, and no generator runs, since there are two dozen for each file."""
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
        days += [entry.baseline.date for entry in benefit.was if entry.baseline] if benefit.was else ()
        days += [measurement.date for measurement in benefit.measurements]
        if benefit.closed:
            days.append(benefit.closed.date)
    for item in assignment.roadmap:
        days += [day for day in (item.started, item.done, item.dropped and item.dropped.date) if day]
    return days


class ItemState(StrEnum):
    """What has become of a roadmap item on a day."""

    IDEA = "idea"
    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


class Stay(NamedTuple):
    """A visit to a step: visits to the same step running are one, and before the first one is on explore.

    ``left`` is the day of the next visit, ``None`` for the current one; ``place`` is where the file says it.
    """

    step: Step
    entered: date
    left: date | None
    place: KeyPath

    @property
    def number(self) -> int:
        """The step's number, 1-4."""
        return STEPS.index(self.step) + 1


class KnownTrial(NamedTuple):
    """A trial that had started; ``ended`` only if that was known, and its lesson with it."""

    number: int
    trial: Trial
    ended: date | None

    @property
    def is_round(self) -> bool:
        """Whether it has ended with a lesson."""
        return self.ended is not None and self.trial.learned is not None


class KnownBenefit(NamedTuple):
    """A benefit with what was known of it.

    ``measurement`` is the latest known one, after the baseline where there is one, and ``latest`` its position.
    ``closed``: no more will come of it.
    """

    number: int
    benefit: Benefit
    baseline: Baseline | None
    latest: int | None
    measurement: Measurement | None
    taken_home: tuple[TakenHome, ...]
    closed: bool

    @property
    def place(self) -> KeyPath:
        """Its place in the file."""
        return ("benefits", self.number)

    @property
    def measured(self) -> tuple[Measurement, ...]:
        """The known measurements, in the order of their days: after the baseline where there is one."""
        if self.measurement is None:
            return ()
        since = self.baseline.date if self.baseline else date.min
        until = self.measurement.date
        known = [one for one in self.benefit.measurements if since < one.date <= until]
        return tuple(sorted(known, key=lambda one: one.date))

    @property
    def is_proven(self) -> bool:
        """Whether it has an owner, a baseline, a target and a measurement; a level to keep needs no baseline."""
        target = self.benefit.target
        return bool(self.benefit.owner and target and (self.baseline or target.keep) and self.latest is not None)


class KnownItem(NamedTuple):
    """A roadmap item with its state.

    ``live`` is planned or started in an assignment that is open or completed; ``done`` is the day of one that is done.
    ``departments`` are those whose roadmap it is on.
    """

    number: int
    item: RoadmapItem
    state: ItemState
    live: bool
    done: date | None
    departments: tuple[str, ...]

    @property
    def place(self) -> KeyPath:
        """Its place in the file."""
        return ("roadmap", self.number)

    @property
    def first(self) -> date | None:
        """The first day of its period."""
        return self.item.from_.first if self.item.from_ else None

    @property
    def last(self) -> date | None:
        """The last day of its period; without ``to`` that of ``from``."""
        period = self.item.to or self.item.from_
        return period.last if period else None

    @property
    def has_ended(self) -> bool:
        """Whether it is done or dropped."""
        return self.state is ItemState.DONE or self.state is ItemState.DROPPED


class Known(NamedTuple):
    """What was known of an assignment on a day; ``shown`` holds the days when the benefit was shown to management.

    ``departments`` are those that it belongs to, reorganisations followed, the one where it is at home first.
    """

    id: str
    path: str
    assignment: Assignment
    departments: tuple[str, ...]
    state: State
    ended: date | None
    stays: tuple[Stay, ...]
    trials: tuple[KnownTrial, ...]
    benefits: tuple[KnownBenefit, ...]
    items: tuple[KnownItem, ...]
    shown: tuple[date, ...]
    pause: int | None
    last_touched: date | None

    @property
    def is_open(self) -> bool:
        """Whether it is active or paused."""
        return self.state is State.ACTIVE or self.state is State.PAUSED

    @property
    def counts(self) -> bool:
        """Whether it is open or completed: what its benefits and roadmap count on."""
        return self.state is State.COMPLETED or self.is_open

    @property
    def has_started(self) -> bool:
        """Whether its first day has come."""
        return self.state is not State.PLANNED

    @property
    def climbs(self) -> bool:
        """Whether it is a staircase assignment, not an enabling one."""
        return self.assignment.kind == "assignment"

    @property
    def current(self) -> Stay:
        """The current visit. Only staircase assignments that have started have one."""
        return self.stays[-1]

    def is_over(self, item: KnownItem) -> bool:
        """Whether an item of it is done, dropped or stopped with it: it serves no goal any more."""
        return self.state is State.STOPPED or item.has_ended

    @property
    def rounds(self) -> int:
        """Count the trials that have ended with a lesson."""
        return len([trial for trial in self.trials if trial.is_round])


Look = Callable[[str], Assignment | None]
"""Finds an assignment by its id, for what roadmap items became."""


def known(entry: Entry, day: date, look: Look, moved: Reorganised) -> Known:
    """What was known of an assignment on a day, dates and states as the format defines them."""
    assignment, touches = entry.assignment, entry.touches
    if entry.is_decided_anew:
        assignment = months_counted(in_force(assignment, day))
        touches = tuple(sorted(_touches(assignment)))
    state, ended = _state(assignment, day)
    return Known(
        id=entry.id,
        path=entry.path,
        assignment=assignment,
        departments=moved.departments(assignment.department, ended=ended is not None),
        state=state,
        ended=ended,
        stays=_stays(assignment, day) if state is not State.PLANNED and assignment.kind == "assignment" else (),
        trials=_trials(assignment, day),
        benefits=tuple([_benefit(number, benefit, day) for number, benefit in enumerate(assignment.benefits)]),
        items=tuple(_items(assignment, day, look, state, moved)) if assignment.roadmap else (),
        shown=tuple([showing.date for showing in assignment.shown if showing.date <= day]),
        pause=_pause(assignment.pauses, day) if state is State.PAUSED else None,
        last_touched=latest(touches, day),
    )


def is_same(entry: Entry, other: Known) -> bool:
    """Whether an assignment is known as another revision has it on the day: its own file says all, and is the same."""
    assignment = entry.assignment
    own = assignment is other.assignment and entry.path == other.path and assignment.department == other.departments
    parts = [one.part_of for one in assignment.benefits]
    return own and not any([*parts, *(item.became or item.department for item in assignment.roadmap)])


def _state(assignment: Assignment, day: date) -> tuple[State, date | None]:
    if day < assignment.started:
        return State.PLANNED, None
    if assignment.completed and assignment.completed <= day:
        return State.COMPLETED, assignment.completed
    if assignment.stopped and assignment.stopped.date <= day:
        return State.STOPPED, assignment.stopped.date
    return (State.ACTIVE if _pause(assignment.pauses, day) is None else State.PAUSED), None


def _pause(pauses: Sequence[Pause], day: date) -> int | None:
    covering = [n for n, pause in enumerate(pauses) if pause.from_ <= day and (not pause.to or day < pause.to)]
    return min(covering, key=lambda number: pauses[number].from_, default=None)


def _stays(assignment: Assignment, day: date) -> tuple[Stay, ...]:
    visits: list[tuple[Step, date, KeyPath]] = [
        (visit.step, visit.entered, ("journey", number))
        for number, visit in enumerate(assignment.journey)
        if visit.entered <= day
    ]
    if not visits or visits[0][1] > assignment.started:
        if visits and visits[0][0] == "explore":
            visits[0] = ("explore", assignment.started, visits[0][2])
        else:
            visits.insert(0, ("explore", assignment.started, ("started",)))
    moves = [visit for number, visit in enumerate(visits) if number == 0 or visit[0] != visits[number - 1][0]]
    lefts = [*[entered for _, entered, _ in moves[1:]], None]
    return tuple([Stay(step, entered, left, place) for (step, entered, place), left in zip(moves, lefts, strict=True)])


def _trials(assignment: Assignment, day: date) -> tuple[KnownTrial, ...]:
    return tuple(
        [
            KnownTrial(number, trial, trial.ended if trial.ended and trial.ended <= day else None)
            for number, trial in enumerate(assignment.trials)
            if trial.started <= day
        ]
    )


def _benefit(number: int, benefit: Benefit, day: date) -> KnownBenefit:
    if benefit.part_of is not None:
        benefit = benefit.model_copy(update=_NOTHING_TO_COUNT)
    baseline = benefit.baseline
    if baseline and baseline.date > day:
        baseline = None
    latest, measured, newest = None, None, baseline.date if baseline else date.min
    for position, measurement in enumerate(benefit.measurements):
        if newest < measurement.date <= day:
            latest, measured, newest = position, measurement, measurement.date
    taken_home = tuple([entry for entry in benefit.taken_home if entry.from_ <= day]) if benefit.taken_home else ()
    closed = benefit.closed is not None and benefit.closed.date <= day
    return KnownBenefit(number, benefit, baseline, latest, measured, taken_home, closed)


_NOTHING_TO_COUNT = {
    **dict.fromkeys(("measure", "baseline", "target", "worth")),
    **dict.fromkeys(("measurements", "taken_home"), ()),
}
"""What a benefit is without that is part of another one: it is counted there, whatever stands here."""


def _items(assignment: Assignment, day: date, look: Look, state: State, moved: Reorganised) -> Iterator[KnownItem]:
    """The items of an assignment in that state: each on the roadmap of its own department, else of the first."""
    ended = state is State.COMPLETED or state is State.STOPPED
    counts = state is not State.PLANNED and state is not State.STOPPED
    home = moved.departments(assignment.department[:1], ended=ended)
    for number, item in enumerate(assignment.roadmap):
        stands, done = _item(item, day, look)
        live = counts and (stands is ItemState.PLANNED or stands is ItemState.STARTED)
        departments = home if item.department is None else moved.departments((item.department,), ended=ended)
        yield KnownItem(number, item, stands, live, done, departments)


def _item(item: RoadmapItem, day: date, look: Look) -> tuple[ItemState, date | None]:
    """What has become of an item, and the day when it was done."""
    dropped = item.dropped.date if item.dropped else None
    started, done, stopped = (item.started, item.done, None) if item.became is None else _heir(look(item.became))
    if (dropped and dropped <= day) or (stopped and stopped <= day):
        return ItemState.DROPPED, None
    if done and done <= day:
        return ItemState.DONE, done
    if started and started <= day:
        return ItemState.STARTED, None
    return ItemState.PLANNED if item.from_ else ItemState.IDEA, None


def _heir(assignment: Assignment | None) -> tuple[date | None, date | None, date | None]:
    """When what an item became was started, completed and stopped."""
    if assignment is None:
        return None, None, None
    return assignment.started, assignment.completed, assignment.stopped.date if assignment.stopped else None


def goals_served_by(known: Known) -> Iterator[str]:
    """The goals that an open assignment or a live item of its roadmap names."""
    if known.is_open:
        yield from known.assignment.goals
    for item in known.items:
        if item.live:
            yield from item.item.goals
