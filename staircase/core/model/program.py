"""The programme: what ``program.yaml`` declares for all assignments, and which departments that makes on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

from pydantic import Field

from staircase.core.choices import Language, Step
from staircase.core.model import (
    Currency,
    DayOrMonth,
    Id,
    Line,
    Part,
    Positive,
    Prose,
    Reference,
    Share,
    Span,
    Whole,
)
from staircase.core.model.assignment import Accepted, Assignment, EarlierAssignment, RoadmapItem
from staircase.core.period import Period

DocumentKind = Literal["operational-plan", "budget", "strategy", "programme", "policy", "guideline"]
Level = Literal["error", "warning", "note", "off"]


class Mandate(Part):
    """The decision that the programme rests on."""

    decided_by: Line | None = Field(None, description="Who decided.")
    date: DayOrMonth | None = Field(None, description="The day of the decision.")
    reference: Line | None = Field(None, description="Its number.")
    from_: Span | None = Field(None, alias="from", description="From when it holds.")
    to: Span | None = Field(None, description="Until when it holds.")


class Department(Part):
    """An operation that makes the journey."""

    id: Id = Field(description="Its id, to refer to.")
    name: Line = Field(description="Its name.")
    manager: Line | None = Field(None, description="Its head: a role or a name.")
    from_: Span | None = Field(None, alias="from", description="From when there is such a department.")
    to: Span | None = Field(None, description="Until when, its last day included.")
    became: tuple[Reference, ...] = Field((), description="What it became after its last day: ids of departments.")


class Goal(Part):
    """A goal that assignments and roadmaps serve."""

    id: Id = Field(description="Its id, to refer to.")
    title: Line = Field(description="The goal in a few words.")


class Document(Part):
    """An operational plan or governing document that roadmaps are worked into."""

    id: Id = Field(description="Its id, to refer to.")
    title: Line = Field(description="What it is called.")
    kind: DocumentKind | None = Field(None, description="What sort of document it is.")
    department: Reference | None = Field(None, description="Whose it is; absent: the whole organisation's.")
    adopted: DayOrMonth | None = Field(None, description="The day it was adopted; absent: a draft.")
    from_: Span | None = Field(None, alias="from", description="From when it is in force.")
    to: Span | None = Field(None, description="Until when it is in force.")
    url: Prose | None = Field(None, description="Where it can be read.")


class StepDays(Part):
    """How many days an assignment may stay on each step before somebody asks."""

    explore: Positive = Field(180, description="Days on step 1.")
    benefits: Positive = Field(180, description="Days on step 2.")
    roadmap: Positive = Field(270, description="Days on step 3.")
    embed: Positive = Field(540, description="Days on step 4.")

    def of(self, step: Step) -> int:
        """The days of a step."""
        days: int = getattr(self, step)
        return days


class ProgramSettings(Part):
    """What the programme has decided about itself; all have defaults."""

    at_once: Positive = Field(30, description="How many assignments the programme can carry at the same time.")
    per_lead: Positive = Field(6, description="How many of them one lead can carry.")
    step_days: StepDays = Field(StepDays(), description="How long a step may take.")
    rounds_to_trust: Positive = Field(2, description="Trials with a lesson before a department counts as trained.")
    write_days: Whole = Field(45, description="How long people may take to write down what has happened.")
    evidence_days: Whole = Field(90, description="How long a step may go on before its evidence is asked for.")
    stale_after_days: Whole = Field(90, description="After how many days without a new fact a file is stale.")
    measure_grace_days: Whole = Field(45, description="How late a measurement may be.")
    behind_from: Share = Field(Fraction(1, 2), description="The planned share from which a benefit can be behind.")
    behind_share: Share = Field(Fraction(3, 5), description="The part of its planned share below which it is behind.")
    target_tolerance: Share = Field(Fraction(1, 10), description="So near its target a benefit has nearly reached it.")
    shown_after_days: Whole = Field(200, description="How long after its first measurement a benefit is to be shown.")
    shown_within_days: Whole = Field(365, description="How often the benefit is to be shown to management.")
    use_days: Whole = Field(90, description="How long the line may take to decide what freed time goes to.")
    followup_days: Whole = Field(730, description="How long a benefit that was taken home may go unmeasured.")
    roadmap_grace_days: Whole = Field(180, description="How long a trained department may take to make its roadmap.")
    roadmap_ahead_days: Whole = Field(90, description="How far ahead a department's roadmap is to reach.")
    anchor_ahead_days: Whole = Field(30, description="How long before it starts an item should stand in a plan.")
    plan_gap_days: Whole = Field(60, description="How long after a plan's end its successor may take.")


EARLIER_KEYS: Mapping[str, str] = MappingProxyType(
    {"adopted_ahead_days": "write_days", "behind_tolerance": "behind_share"}
)
"""Settings of an earlier version of the format, each with the one that has taken its place."""


class Program(Part):
    """The programme: its departments, goals, documents, settings and rules."""

    format: Literal["1"] = Field(description="The version of this file format.")
    name: Line = Field(description="The programme's name.")
    organisation: Line = Field(description="Whose programme it is.")
    language: Language | None = Field(None, description="The reports' language; absent: the reader's own.")
    currency: Currency = Field("SEK", description="The currency of every amount.")
    mandate: Mandate | None = Field(None, description="The decision that the programme rests on.")
    departments: tuple[Department, ...] = Field(description="The operations that make the journey.")
    goals: tuple[Goal, ...] = Field((), description="The goals that assignments and roadmaps serve.")
    documents: tuple[Document, ...] = Field((), description="The plans that roadmaps are worked into.")
    settings: ProgramSettings = Field(ProgramSettings(), description="What the programme has decided about itself.")
    rules: dict[str, Level] = Field({}, description="A gap's severity, turned up, down or off.")
    accepted: tuple[Accepted, ...] = Field((), description="Gaps of departments, goals and the programme to live with.")


def lives_on(department: Department, day: date) -> bool:
    """Whether there is such a department on a day: first(from) <= day <= last(to)."""
    return limit(department, day) is None


def limit(department: Department, day: date) -> Period | None:
    """The period that keeps a department from a day: its ``from`` lies ahead, or its ``to`` is past."""
    if department.from_ and day < department.from_.first:
        return department.from_
    return department.to if department.to and department.to.last < day else None


class Reorganised(NamedTuple):
    """What became of the departments that have ended by a day, and their last days, by their ids."""

    became: Mapping[str, tuple[str, ...]]
    last_days: Mapping[str, date]

    def going_with(self, name: str) -> str:
        """Where what is open goes with its department: on to what that became, as long as it became exactly one."""
        way = {name: None}
        while len(heirs := self.became.get(name, ())) == 1 and heirs[0] not in way:
            (name,) = heirs
            way[name] = None
        return name

    def counting_for(self, name: str) -> tuple[str, ...]:
        """Whom what has ended counts for, and a document: each that its department became, itself if it became none."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                heirs = self.became.get(one, ())
                waiting += reversed(heirs)
                if not heirs:
                    found[one] = None
        return tuple(found) or (name,)

    def heirs(self, name: str) -> tuple[str, ...]:
        """What came after a department on the day: nothing where it is there, or became none."""
        return self.counting_for(name) if self.became.get(name) else ()

    def departments(self, names: tuple[str, ...], *, ended: bool) -> tuple[str, ...]:
        """Where what a file says belongs to those departments belongs on the day."""
        if self.became.keys().isdisjoint(names):
            return names
        heirs = [self.counting_for(name) if ended else (self.going_with(name),) for name in names]
        return tuple(dict.fromkeys(heir for several in heirs for heir in several))


def reorganised(departments: Iterable[Department], day: date) -> Reorganised:
    """What became of those of the departments that have ended by a day: last(to) < day."""
    ended = [(one, one.to.last) for one in departments if one.to and one.to.last < day]
    return Reorganised({one.id: one.became for one, _ in ended}, {one.id: last for one, last in ended})


Owned = TypeVar("Owned", RoadmapItem, Document)


def followed(one: Assignment, other: Assignment, moved: Reorganised) -> Assignment:
    """One side of an assignment; where the other side names what its department became, it names that too.

    It also keeps in ``was``, as the other side does, what the department was until its last day. Where the other side
    does not, though the assignment had begun by then, earlier days are told otherwise: that does not follow.
    """
    if not moved.became:
        return one
    items = {item.id: item for item in other.roadmap}
    roadmap = tuple(_followed(item, items.get(item.id), moved) for item in one.roadmap)
    update: dict[str, object] = {"roadmap": roadmap}
    if moved.departments(one.department, ended=False) == other.department != one.department:
        former = [entry for entry in other.was if entry not in one.was and _is_former(entry, one.department, moved)]
        if former or not _had_begun(one, moved):
            update |= {"department": other.department, "was": (*one.was, *former)}
    return one.model_copy(update=update)


def _is_former(entry: EarlierAssignment, department: tuple[str, ...], moved: Reorganised) -> bool:
    """Whether all that was decided before is the department, until the last day of each that is no more."""
    last_days = {moved.last_days[name] for name in department if name in moved.last_days}
    return entry.values == {"department": department} and last_days == {entry.until}


def _had_begun(one: Assignment, moved: Reorganised) -> bool:
    """Whether an assignment was on its way while one of its departments that are no more was there."""
    return any(one.started <= moved.last_days[name] for name in one.department if name in moved.last_days)


def followed_program(one: Program, other: Program, moved: Reorganised) -> Program:
    """One side of a programme, with its documents as in ``followed``."""
    if not moved.became:
        return one
    there = {document.id: document for document in other.documents}
    documents = tuple(_followed(document, there.get(document.id), moved) for document in one.documents)
    return one.model_copy(update={"documents": documents})


def _followed(one: Owned, other: Owned | None, moved: Reorganised) -> Owned:
    if one.department is None or other is None or moved.going_with(one.department) != other.department:
        return one
    return one.model_copy(update={"department": other.department})
