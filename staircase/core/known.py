"""An assignment as it was known on a day: later facts forgotten, its state and its place on the stairs derived."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from staircase.core.model.assignment import (
    STEPS,
    Assignment,
    Baseline,
    Benefit,
    Measurement,
    Pause,
    RoadmapItem,
    Step,
    TakenHome,
    Trial,
)
from staircase.core.source import KeyPath


class State(StrEnum):
    """What an assignment is doing on a day; open is active or paused."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"


class ItemState(StrEnum):
    """What has become of a roadmap item on a day."""

    IDEA = "idea"
    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit to a step: visits to the same step running are one, and before the first one is on explore.

    ``left`` is the day of the next visit, ``None`` for the current one; ``place`` is where the file says it.
    """

    step: Step
    entered: date
    left: date | None
    place: KeyPath

    @property
    def number(self) -> int:
        """Give the step's number, 1-4."""
        return STEPS.index(self.step) + 1


@dataclass(frozen=True, slots=True)
class KnownTrial:
    """A trial that had started; ``ended`` only if that was known, and its lesson with it."""

    number: int
    trial: Trial
    ended: date | None

    @property
    def is_round(self) -> bool:
        """Say whether it has ended with a lesson."""
        return self.ended is not None and self.trial.learned is not None


@dataclass(frozen=True, slots=True)
class KnownBenefit:
    """A benefit with what was known of it; ``latest`` is the position of the latest measurement that counts."""

    number: int
    benefit: Benefit
    baseline: Baseline | None
    latest: int | None
    taken_home: tuple[TakenHome, ...]

    @property
    def place(self) -> KeyPath:
        """Give its place in the file."""
        return ("benefits", self.number)

    @property
    def measurement(self) -> Measurement | None:
        """Give the latest known measurement, after the baseline where there is one."""
        return None if self.latest is None else self.benefit.measurements[self.latest]

    @property
    def is_proven(self) -> bool:
        """Say whether it has an owner, a baseline, a target and a measurement."""
        benefit = self.benefit
        return bool(benefit.owner and self.baseline and benefit.target and self.latest is not None)


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A roadmap item with its state; ``live`` is planned or started in an assignment that is open or completed."""

    number: int
    item: RoadmapItem
    state: ItemState
    live: bool

    @property
    def place(self) -> KeyPath:
        """Give its place in the file."""
        return ("roadmap", self.number)

    @property
    def first(self) -> date | None:
        """Give the first day of its period."""
        return self.item.from_.first if self.item.from_ else None

    @property
    def last(self) -> date | None:
        """Give the last day of its period; without ``to`` that of ``from``."""
        period = self.item.to or self.item.from_
        return period.last if period else None


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of an assignment on a day; ``shown`` holds the days when the benefit was shown to management."""

    id: str
    path: str
    assignment: Assignment
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
        """Say whether it is active or paused."""
        return self.state in _OPEN

    @property
    def counts(self) -> bool:
        """Say whether it is open or completed: what its benefits and roadmap count on."""
        return self.state in _COUNTING

    @property
    def has_started(self) -> bool:
        """Say whether its first day has come."""
        return self.state is not State.PLANNED

    @property
    def climbs(self) -> bool:
        """Say whether it is a staircase assignment, not an enabling one."""
        return self.assignment.kind == "assignment"

    @property
    def current(self) -> Stay:
        """Give the current visit. Only staircase assignments that have started have one."""
        return self.stays[-1]

    @property
    def rounds(self) -> int:
        """Count the trials that have ended with a lesson."""
        return sum(trial.is_round for trial in self.trials)


_OPEN = frozenset({State.ACTIVE, State.PAUSED})
_COUNTING = _OPEN | {State.COMPLETED}

Look = Callable[[str], Assignment | None]
"""Finds an assignment by its id, for what roadmap items became."""


def known(name: str, path: str, assignment: Assignment, day: date, look: Look) -> Known:
    """Give what was known of an assignment on a day, dates and states as the format defines them."""
    state, ended = _state(assignment, day)
    counts = state in _COUNTING
    return Known(
        id=name,
        path=path,
        assignment=assignment,
        state=state,
        ended=ended,
        stays=_stays(assignment, day) if state is not State.PLANNED and assignment.kind == "assignment" else (),
        trials=tuple(_trials(assignment, day)),
        benefits=tuple(_benefit(number, benefit, day) for number, benefit in enumerate(assignment.benefits)),
        items=tuple(_item(number, item, day, look, counts) for number, item in enumerate(assignment.roadmap)),
        shown=tuple(showing.date for showing in assignment.shown if showing.date <= day),
        pause=_pause(assignment.pauses, day) if state is State.PAUSED else None,
        last_touched=max((fact for fact in _touches(assignment) if fact <= day), default=None),
    )


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
    lefts = [*(entered for _, entered, _ in moves[1:]), None]
    return tuple(Stay(step, entered, left, place) for (step, entered, place), left in zip(moves, lefts, strict=True))


def _trials(assignment: Assignment, day: date) -> Iterator[KnownTrial]:
    for number, trial in enumerate(assignment.trials):
        if trial.started <= day:
            yield KnownTrial(number, trial, trial.ended if trial.ended and trial.ended <= day else None)


def _benefit(number: int, benefit: Benefit, day: date) -> KnownBenefit:
    baseline = benefit.baseline if benefit.baseline and benefit.baseline.date <= day else None
    latest = None
    for position, measurement in enumerate(benefit.measurements):
        if measurement.date > day or (baseline and measurement.date <= baseline.date):
            continue
        if latest is None or measurement.date > benefit.measurements[latest].date:
            latest = position
    taken_home = tuple(entry for entry in benefit.taken_home if entry.from_ <= day)
    return KnownBenefit(number, benefit, baseline, latest, taken_home)


def _item(number: int, item: RoadmapItem, day: date, look: Look, counts: bool) -> KnownItem:  # noqa: FBT001 - the assignment's state, asked once
    state = _item_state(item, day, look)
    return KnownItem(number, item, state, counts and state in {ItemState.PLANNED, ItemState.STARTED})


def _item_state(item: RoadmapItem, day: date, look: Look) -> ItemState:
    dropped = [item.dropped.date if item.dropped else None]
    started, done = item.started, item.done
    if item.became:
        heir = look(item.became)
        dropped.append(heir.stopped.date if heir and heir.stopped else None)
        started, done = (heir.started, heir.completed) if heir else (None, None)
    if any(fact and fact <= day for fact in dropped):
        return ItemState.DROPPED
    if done and done <= day:
        return ItemState.DONE
    if started and started <= day:
        return ItemState.STARTED
    return ItemState.PLANNED if item.from_ else ItemState.IDEA


def _touches(assignment: Assignment) -> Iterator[date]:
    yield assignment.started
    single = (
        assignment.completed,
        assignment.reviewed,
        assignment.stopped.date if assignment.stopped else None,
    )
    yield from (fact for fact in single if fact)
    yield from (visit.entered for visit in assignment.journey)
    yield from (showing.date for showing in assignment.shown)
    for trial in assignment.trials:
        yield trial.started
        if trial.ended:
            yield trial.ended
    for benefit in assignment.benefits:
        if benefit.baseline:
            yield benefit.baseline.date
        yield from (measurement.date for measurement in benefit.measurements)
    for item in assignment.roadmap:
        happened = (item.started, item.done, item.dropped.date if item.dropped else None)
        yield from (fact for fact in happened if fact)
