"""An assignment's file: facts with dates, from which the state and the step of any day are derived."""

from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Literal, Self, TypeVar

from pydantic import Field, model_validator

from staircase.core.choices import Step
from staircase.core.model import (
    Amount,
    Day,
    DayOrMonth,
    Id,
    Line,
    Number,
    Part,
    Positive,
    Prose,
    Reference,
    References,
    Span,
    Sum,
    refuse_nothing,
)
from staircase.core.period import Month

Outcome = Literal["worked", "failed", "mixed"]
Kind = Literal["cash", "capacity", "avoidance", "quality"]
How = Literal["measured", "estimated"]
Keep = Literal["at-least", "at-most"]

NOT_ENABLING = ("journey", "trials", "benefits", "shown", "roadmap")
"""What the steps are made of; enabling assignments run beside them."""


class Costs(Part):
    """What the assignment costs, in the programme's currency."""

    one_off: Amount | None = Field(None, description="What it costs once.")
    per_year: Amount | None = Field(None, description="What it costs each year.")


class Visit(Part):
    """A dated visit to a step. Visits may jump and return: no journey is like another."""

    step: Step = Field(description="The step that was entered.")
    entered: DayOrMonth = Field(description="The day when it was entered.")
    why: Prose | None = Field(None, description="Why, when the visit is a return to a lower step.")


class Pause(Part):
    """A time when nothing was to happen."""

    from_: DayOrMonth = Field(alias="from", description="The first day of the pause.")
    to: DayOrMonth | None = Field(None, description="The day when work goes on; absent: still paused.")
    why: Prose | None = Field(None, description="Why it paused.")


class Trial(Part):
    """One of the small projects of the first step."""

    id: Id = Field(description="Its id, unique over the assignment's trials, benefits and roadmap.")
    title: Line = Field(description="What was tried.")
    started: DayOrMonth = Field(description="The first day of the trial.")
    ended: DayOrMonth | None = Field(None, description="Its last day; absent: it goes on.")
    outcome: Outcome | None = Field(None, description="How it went: a failed trial with a lesson is a good trial.")
    learned: Prose | None = Field(None, description="What was learned, whatever the outcome.")


class Measure(Part):
    """What is measured to see the benefit."""

    what: Prose = Field(description="What is measured.")
    unit: Line = Field(description="The unit of baseline, target and measurements.")
    source: Prose | None = Field(None, description="Where the figure comes from.")
    every_days: Positive | None = Field(None, description="How often it is to be measured; absent: once a year.")


class Baseline(Part):
    """The value before the change."""

    value: Number = Field(description="The value, in the unit of the measure.")
    date: DayOrMonth = Field(description="The day of the value.")
    how: How = Field("measured", description="Whether it was measured or estimated.")


class Target(Part):
    """The value to reach, and when; or the level to keep."""

    value: Number = Field(description="The value, in the unit of the measure.")
    by: Span | None = Field(None, description="The period by whose last day it is to be reached.")
    keep: Keep | None = Field(None, description="That the value is a level to keep, and which side of it is right.")

    def holds(self, value: Fraction) -> bool:
        """Whether a value is on the right side of the level, or on it."""
        return value >= self.value if self.keep == "at-least" else value <= self.value


class Measurement(Part):
    """One measured value."""

    value: Number = Field(description="The value, in the unit of the measure.")
    date: DayOrMonth = Field(description="The day of the value.")


class Worth(Part):
    """What one unit of the measure is worth a year."""

    per_unit: Amount = Field(description="Money a year for one unit, in the programme's currency.")
    basis: Prose | None = Field(None, description="How that was worked out.")


class TakenHome(Part):
    """That the benefit has been realised: a budget lowered, or freed time put to use."""

    from_: DayOrMonth = Field(alias="from", description="From which day.")
    how: Prose | None = Field(None, description="How it was taken home.")
    amount: Sum | None = Field(None, description="Its worth a year; for cash what the budget was lowered by.")
    document: Reference | None = Field(None, description="The document where it is decided: an id of program.yaml.")


class Closed(Part):
    """That no more will come of a benefit: from then on it is history."""

    date: DayOrMonth = Field(description="The day.")
    why: Prose = Field(description="Why no more will come of it.")


class Earlier(Part):
    """What was decided before, up to a day: the values that current ones have taken the place of."""

    until: Day = Field(description="The last day it held.")
    why: Prose | None = Field(None, description="Why it was decided anew.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        refuse_nothing(self.values)
        return self

    @property
    def values(self) -> dict[str, object]:
        """What stood there before, by the fields' names."""
        return {name: value for name, value in self if name not in Earlier.model_fields and value is not None}


class EarlierBenefit(Earlier):
    """What was decided of a benefit before, up to a day."""

    title: Line | None = Field(None, description="What it was called.")
    kind: Kind | None = Field(None, description="How it could be taken home.")
    owner: Line | None = Field(None, description="The line manager who was to take it home.")
    measure: Measure | None = Field(None, description="What was measured.")
    baseline: Baseline | None = Field(None, description="The value before the change.")
    target: Target | None = Field(None, description="The value that was to be reached.")
    worth: Worth | None = Field(None, description="What one unit was worth a year.")
    realisation: Prose | None = Field(None, description="How the benefit was to be realised.")


class Benefit(Part):
    """A benefit for the operation: what it is, who owns it, and how it is measured."""

    id: Id = Field(description="Its id, unique over the assignment's trials, benefits and roadmap.")
    title: Line = Field(description="The benefit in a few words.")
    kind: Kind | None = Field(None, description="How it can be taken home.")
    owner: Line | None = Field(None, description="The line manager who is to take it home; not the lead.")
    measure: Measure | None = Field(None, description="What is measured.")
    baseline: Baseline | None = Field(None, description="The value before the change.")
    target: Target | None = Field(None, description="The value to reach.")
    measurements: tuple[Measurement, ...] = Field((), description="What was measured, one entry a day at most.")
    worth: Worth | None = Field(None, description="What one unit is worth a year.")
    realisation: Prose | None = Field(None, description="How the benefit is to be realised.")
    taken_home: tuple[TakenHome, ...] = Field((), description="That it has been realised.")
    closed: Closed | None = Field(None, description="That no more will come of it.")
    part_of: Reference | None = Field(
        None, description="The benefit that it is part of, and is counted in: `other-assignment/benefit`."
    )
    was: tuple[EarlierBenefit, ...] = Field((), description="What was decided before, each entry up to a day.")

    @property
    def keeps(self) -> bool:
        """Whether its target is a level to keep."""
        return self.target is not None and self.target.keep is not None


class Showing(Part):
    """The benefit was shown to management."""

    date: DayOrMonth = Field(description="The day.")
    forum: Prose | None = Field(None, description="Where it was shown.")
    decision: Prose | None = Field(None, description="What was decided there.")


class Expects(Part):
    """The benefit that a roadmap item is expected to give."""

    kind: Kind = Field(description="How it could be taken home.")
    per_year: Sum | None = Field(None, description="Its worth a year, in the programme's currency.")
    what: Prose | None = Field(None, description="The benefit in words.")


class Dropped(Part):
    """That a roadmap item is no longer wanted."""

    date: DayOrMonth = Field(description="The day.")
    why: Prose | None = Field(None, description="Why it was dropped.")


class EarlierItem(Earlier):
    """What was decided of a roadmap item before, up to a day."""

    title: Line | None = Field(None, description="What it was called.")
    owner: Line | None = Field(None, description="The line manager who owned it.")
    from_: Span | None = Field(None, alias="from", description="The period when it was to begin.")
    to: Span | None = Field(None, description="The period when it was to end.")
    expects: Expects | None = Field(None, description="The benefit that it was expected to give.")
    goals: tuple[Reference, ...] | None = Field(None, description="The goals it served; an empty list: none.")
    anchored_in: tuple[Reference, ...] | None = Field(
        None, description="The documents it was worked into; an empty list: none."
    )


class RoadmapItem(Part):
    """What the assignment adds to its department's roadmap."""

    id: Id = Field(description="Its id, unique over the assignment's trials, benefits and roadmap.")
    title: Line = Field(description="The item in a few words.")
    department: Reference | None = Field(
        None, description="Whose roadmap it is on: an id of program.yaml; absent: the assignment's first."
    )
    area: Prose | None = Field(None, description="The part of the operation that it concerns.")
    from_: Span | None = Field(None, alias="from", description="The period when it begins; absent: an idea.")
    to: Span | None = Field(None, description="The period when it ends; absent: as `from`.")
    owner: Line | None = Field(None, description="The line manager who owns it.")
    expects: Expects | None = Field(None, description="The benefit that it is expected to give.")
    based_on: tuple[Reference, ...] = Field((), description="The trials it builds on: `trial` or `assignment/trial`.")
    goals: tuple[Reference, ...] = Field((), description="The goals it serves: ids of program.yaml.")
    anchored_in: tuple[Reference, ...] = Field((), description="The documents it is worked into: ids of program.yaml.")
    became: Reference | None = Field(None, description="The assignment that it turned into.")
    started: DayOrMonth | None = Field(None, description="The day when it started.")
    done: DayOrMonth | None = Field(None, description="The day when it was done.")
    dropped: Dropped | None = Field(None, description="That it is no longer wanted.")
    was: tuple[EarlierItem, ...] = Field((), description="What was decided before, each entry up to a day.")


class Accepted(Part):
    """A gap that the programme has decided to live with, for now."""

    rule: Reference = Field(description="The rule's name.")
    item: Line | None = Field(
        None, description="The benefit, trial or item it concerns; absent: all of that rule here."
    )
    until: Day = Field(description="The last day it is accepted.")
    why: Prose = Field(description="Why.")


class Link(Part):
    """Something to read elsewhere."""

    title: Line | None = Field(None, description="What it is.")
    url: Prose = Field(description="Where it is: an http, https or mailto address.")


class Stopped(Part):
    """That the assignment ended before its time; with a lesson it is a good ending."""

    date: DayOrMonth = Field(description="The day.")
    why: Prose = Field(description="Why it was stopped.")
    learned: Prose | None = Field(None, description="What was learned; absent when a trial says it.")


class EarlierAssignment(Earlier):
    """What was decided of an assignment before, up to a day."""

    department: References | None = Field(None, description="Who made the journey: one, or a list of several.")
    lead: Line | None = Field(None, description="Who ran it.")
    costs: Costs | None = Field(None, description="What it was to cost.")
    goals: tuple[Reference, ...] | None = Field(None, description="The goals it served; an empty list: none.")
    together: tuple[Line, ...] | None = Field(None, description="Who took part; an empty list: nobody.")


class Assignment(Part):
    """One assignment: a file of its own, whose name is its id."""

    title: Line = Field(description="What the assignment is called.")
    kind: Literal["assignment", "enabling"] = Field(
        "assignment",
        description="An assignment climbs the staircase; an enabling one creates the conditions for others.",
    )
    department: References = Field(
        (), description="Who makes the journey: an id of program.yaml, or a list of those that make it together."
    )
    lead: Line = Field(description="Who runs the assignment: a role or a name.")
    started: DayOrMonth = Field(description="The first day; may lie ahead: then it is planned.")
    live: DayOrMonth | None = Field(None, description="First day in ordinary use, after the trials.")
    completed: DayOrMonth | None = Field(None, description="The day when it was completed.")
    stopped: Stopped | None = Field(None, description="That it was stopped.")
    reviewed: Day | None = Field(None, description="Somebody vouched for the whole file on this day.")
    goals: tuple[Reference, ...] = Field((), description="The goals it serves: ids of program.yaml.")
    together: tuple[Line, ...] = Field((), description="Who from the operation takes part.")
    depends_on: tuple[Reference, ...] = Field((), description="The assignments it needs, enabling ones included.")
    tags: tuple[Line, ...] = Field((), description="Words of your own to sort and filter by.")
    costs: Costs | None = Field(None, description="What it costs.")
    journey: tuple[Visit, ...] = Field(
        (), description="Dated visits to the steps, in order; the last is where it stands."
    )
    pauses: tuple[Pause, ...] = Field((), description="When nothing was to happen.")
    trials: tuple[Trial, ...] = Field((), description="The small projects of the first step.")
    benefits: tuple[Benefit, ...] = Field((), description="The benefits, shown and taken home on the second step.")
    shown: tuple[Showing, ...] = Field((), description="When the benefit was shown to management.")
    roadmap: tuple[RoadmapItem, ...] = Field((), description="What it adds to its department's roadmap.")
    accepted: tuple[Accepted, ...] = Field((), description="Gaps that the programme lives with for now.")
    links: tuple[Link, ...] = Field((), description="What to read elsewhere.")
    was: tuple[EarlierAssignment, ...] = Field((), description="What was decided before, each entry up to a day.")


def has_months(assignment: Assignment) -> bool:
    """Whether a day that must not come before another of the file is known by its month only."""
    return Month in map(type, _days_that_follow(assignment))


def _days_that_follow(assignment: Assignment) -> list[date | None]:
    """The days that another day of the file may not come after; a list, and not a generator, as it is made so often."""
    days: list[date | None] = [assignment.completed, assignment.stopped.date if assignment.stopped else None]
    days += [visit.entered for visit in assignment.journey]
    for pause in assignment.pauses:
        days += (pause.from_, pause.to)
    for trial in assignment.trials:
        days += (trial.started, trial.ended)
    days += [benefit.closed.date for benefit in assignment.benefits if benefit.closed]
    for item in assignment.roadmap:
        days += (item.done, item.dropped.date if item.dropped else None)
    return days


Decided = TypeVar("Decided", Assignment, Benefit, RoadmapItem)


def in_force(part: Decided, day: date) -> Decided:
    """What was decided on a day: each key as the entry of ``was`` with the earliest ``until`` >= t that has it says.

    Where there is no such entry the current value holds. Of an assignment that goes for its benefits and items, too.
    """
    held: dict[str, object] = {"was": ()}
    for entry in sorted(part.was, key=lambda entry: entry.until, reverse=True):
        if entry.until >= day:
            held |= entry.values
    if isinstance(part, Assignment):
        held["benefits"] = tuple([in_force(one, day) if one.was else one for one in part.benefits])
        held["roadmap"] = tuple([in_force(one, day) if one.was else one for one in part.roadmap])
    return part.model_copy(update=held)


def decided_before(part: Decided) -> list[tuple[int, Earlier, Decided]]:
    """The entries of ``was`` with their positions, and the part as it was on the last day of each: see ``in_force``."""
    if not part.was:  # which is nearly always so
        return []
    found: list[tuple[int, Earlier, Decided]] = []
    held: dict[str, object] = {"was": ()}
    latest_first = sorted(enumerate(part.was), key=lambda placed: placed[1].until, reverse=True)
    for _, placed in groupby(latest_first, key=lambda placed: placed[1].until):
        of_a_day = list(placed)
        for _, entry in of_a_day:
            held |= entry.values
        then = part.model_copy(update=held)
        found += [(number, entry, then) for number, entry in of_a_day]
    return sorted(found, key=lambda one: one[0])
