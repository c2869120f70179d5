"""What is proven on a day: steps, by an assignment for itself and its department, and roadmap items, by plans."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, NamedTuple

from staircase.core.choices import Bucket
from staircase.core.known import ItemState, Known, KnownItem
from staircase.core.model.program import Department, Document, Program, ProgramSettings, Reorganised, reorganised
from staircase.core.period import following, quarter_of

Marks = tuple[bool, bool, bool, bool]
"""One mark a step, from explore to embed: whether it is proven."""

_HIGH = frozenset({"roadmap", "embed"})

UNPROVEN: Marks = (False, False, False, False)


class Anchors(NamedTuple):
    """The documents that roadmaps are worked into, as they stand on a day."""

    day: date
    documents: Mapping[str, Document]
    gap_days: int
    has_goals: bool
    moved: Reorganised

    def applies(self, document: Document, departments: Collection[str]) -> bool:
        """Whether a document applies to any of some departments: the organisation's, their own, or one that they got.

        A department's documents go with it to each that it became.
        """
        whose = document.department
        if whose is None or whose in departments:
            return True
        return whose in self.moved.became and any(heir in departments for heir in self.moved.counting_for(whose))

    def applying(self, known: Known, item: KnownItem) -> tuple[Document, ...]:
        """The documents an item is anchored in that apply to its department, or to one that makes the journey too."""
        served = served_by_plans(known, item)
        return tuple([document for document in self.named(item) if self.applies(document, served)])

    def named(self, item: KnownItem) -> tuple[Document, ...]:
        """The documents that an item is anchored in."""
        return tuple([self.documents[name] for name in item.item.anchored_in if name in self.documents])

    def plans_covering(self, day: date, departments: Collection[str]) -> tuple[Document, ...]:
        """The operational plans and budgets for departments whose own period covers a day; an absent end is open."""
        return tuple(
            [
                document
                for document in self.documents.values()
                if document.kind in {"operational-plan", "budget"} and self.applies(document, departments)
                if document.from_ is None or document.from_.first <= day
                if document.to is None or day <= document.to.last
            ]
        )

    def is_adopted(self, document: Document) -> bool:
        """Whether a document was adopted on the day or before."""
        return document.adopted is not None and document.adopted <= self.day

    def is_in_force(self, document: Document, day: date) -> bool:
        """Whether a document is in force on ``day``: first(from) <= day <= last(to) + plan_gap_days."""
        begun = document.from_ is None or document.from_.first <= day
        return begun and (document.to is None or day <= document.to.last + timedelta(self.gap_days))

    def serves(self, item: KnownItem) -> bool:
        """Whether an item names a goal, where the programme has any."""
        return bool(item.item.goals) or not self.has_goals


def served_by_plans(known: Known, item: KnownItem) -> tuple[str, ...]:
    """The departments of which a plan serves an item: its own, and all that make the journey together."""
    return (
        known.departments if set(item.departments) <= set(known.departments) else known.departments + item.departments
    )


class Own(NamedTuple):
    """What belongs to a department on a day: its started staircase assignments, and the items of its roadmap.

    What is shared belongs to each; an item stands with the assignment that adds it.
    """

    assignments: list[Known]
    items: list[tuple[Known, KnownItem]]


class Standing(NamedTuple):
    """A department's place on the stairs.

    Attributes:
        marks: which steps are proven, over its staircase assignments started by the day.
        rounds: how many trials ended with a lesson.
        trained: whether they are as many as the programme trusts.
        assignments: those staircase assignments.
        items: the items of its roadmap, whatever their state, each with its assignment.
        roadmap_until: the latest last day of the live items that prove its roadmap.
    """

    marks: Marks
    rounds: int
    trained: bool
    assignments: tuple[Known, ...]
    items: tuple[tuple[Known, KnownItem], ...]
    roadmap_until: date | None

    @property
    def reached(self) -> int:
        """The highest proven step, 0-4."""
        return max((number for number, proven in enumerate(self.marks, 1) if proven), default=0)

    @property
    def holes(self) -> tuple[int, ...]:
        """The unproven steps below the one reached."""
        return tuple(number for number in range(1, self.reached) if not self.marks[number - 1])


def anchors(program: Program, documents: Mapping[str, Document], day: date) -> Anchors:
    """The programme's documents as they stand on a day."""
    moved = reorganised(program.departments, day)
    return Anchors(day, documents, program.settings.plan_gap_days, bool(program.goals), moved)


def assignment_marks(known: Known, anchored: Anchors) -> Marks:
    """The steps that an assignment proves on the day.

    Explore: a trial has ended with a lesson. Benefits: a benefit has an owner, a baseline, a target and a
    measurement. Roadmap: an item, live or done, has an owner, an expected benefit and a period. Embed: such an item
    has a goal (where the programme has goals) and is anchored in a document that is adopted.
    """
    items = [item for item in known.items if (item.live or item.state is ItemState.DONE) and _is_planned(item)]
    return (
        known.rounds > 0,
        any(benefit.is_proven for benefit in known.benefits),
        bool(items),
        any(anchored.serves(item) and any(map(anchored.is_adopted, anchored.named(item))) for item in items),
    )


def standing(own: Own, marks: Mapping[str, Marks], anchored: Anchors, rounds_to_trust: int) -> Standing:
    """A department's place on the stairs, over its staircase assignments started by the day.

    Explore: one round at least. Benefits: an assignment proves it and has been shown. Roadmap: a live item has an
    owner, an expected benefit and a last day not yet past. Embed: such an item has a goal (where the programme has
    goals) and is anchored in a document that is adopted, applies to the department, and is in force on the day.
    """
    lasting = [
        (known, item)
        for known, item in own.items
        if item.live and _is_planned(item) and item.last and item.last >= anchored.day
    ]
    rounds = sum(known.rounds for known in own.assignments)
    return Standing(
        marks=(
            rounds > 0,
            any(marks[known.id][1] and known.shown for known in own.assignments),
            bool(lasting),
            any(_is_embedded(known, item, anchored) for known, item in lasting),
        ),
        rounds=rounds,
        trained=rounds >= rounds_to_trust,
        assignments=tuple(own.assignments),
        items=tuple(own.items),
        roadmap_until=max((item.last for _, item in lasting if item.last), default=None),
    )


def by_department(assignments: Iterable[Known], departments: Iterable[Department]) -> dict[str, Own]:
    """What belongs to each of some departments."""
    sorted_under = {one.id: Own([], []) for one in departments}
    for known in assignments:
        if known.climbs and known.has_started:
            for name in known.departments:
                if name in sorted_under:
                    sorted_under[name].assignments.append(known)
            for item in known.items:
                for name in item.departments:
                    if name in sorted_under:
                        sorted_under[name].items.append((known, item))
    return sorted_under


class RoadmapDue(NamedTuple):
    """Why a department is to make a roadmap, the day since which it is, and whether that is too long ago."""

    reason: Literal["trained", "visited"]
    since: date
    overdue: bool


def roadmap_due(standing: Standing, settings: ProgramSettings, day: date) -> RoadmapDue | None:
    """Why a department that does not prove roadmap, and has none in the making, is to make one.

    In the making: a live item, an idea in an open or completed assignment, or an item done in the last
    roadmap_grace_days. Trained: it is ready. Visited: one of its assignments, stopped ones too, entered roadmap or
    embed. Either is overdue after roadmap_grace_days.
    """
    grace = settings.roadmap_grace_days
    if standing.marks[2] or _has_roadmap_in_the_making(standing, day - timedelta(grace)):
        return None
    visits = [stay.entered for known in standing.assignments for stay in known.stays if stay.step in _HIGH]
    ready, entered = _ready(standing.assignments, settings.rounds_to_trust), min(visits, default=None)
    dues = [RoadmapDue("trained", ready, (day - ready).days > grace)] if ready else []
    dues += [RoadmapDue("visited", entered, (day - entered).days > grace)] if entered else []
    return max(dues, key=lambda due: due.overdue, default=None)


def _has_roadmap_in_the_making(standing: Standing, since: date) -> bool:
    return any(
        item.live or (item.state is ItemState.IDEA and known.counts) or (item.done is not None and item.done > since)
        for known, item in standing.items
    )


def _ready(assignments: Iterable[Known], rounds_to_trust: int) -> date | None:
    """The day when the department had trained enough and an assignment of it had measured and shown a benefit."""
    ends = ends_of_rounds(assignments)
    shown = [
        max(measured, min(known.shown))
        for known in assignments
        if known.shown and (measured := _first_measured(known)) is not None
    ]
    return max(ends[rounds_to_trust - 1], min(shown)) if len(ends) >= rounds_to_trust and shown else None


def ends_of_rounds(assignments: Iterable[Known]) -> list[date]:
    """The days on which the trials with a lesson ended, in their order."""
    return sorted(
        trial.ended for known in assignments for trial in known.trials if trial.is_round and trial.ended is not None
    )


def _first_measured(known: Known) -> date | None:
    """The first known measurement after B of a benefit with owner, B and T."""
    return min((benefit.measured[0].date for benefit in known.benefits if benefit.is_proven), default=None)


def _is_planned(item: KnownItem) -> bool:
    return item.item.owner is not None and item.item.expects is not None and item.item.from_ is not None


def _is_embedded(known: Known, item: KnownItem, anchored: Anchors) -> bool:
    return anchored.serves(item) and any(
        anchored.is_adopted(document) and anchored.is_in_force(document, anchored.day)
        for document in anchored.applying(known, item)
    )


class Anchoring(StrEnum):
    """How firmly an item stands in its department's plans; only the last of these is *anchored*.

    In none that applies; in one that is not adopted, or not in force when the item starts; in one that is both.
    """

    NONE = "none"
    DRAFT = "draft"
    DECIDED = "decided"


def bucket(known: Known, item: KnownItem, day: date) -> Bucket:
    """An assignment's item's bucket on t.

    Ended when it is done or dropped, or the assignment was stopped: nobody will do it. Else an idea, or by its time:
    overdue if last(to) < t, else by first(from): now up to the end of t's quarter, next the following two quarters,
    later after. Started without a period: now.
    """
    if known.is_over(item):
        return Bucket.ENDED
    if item.state is ItemState.IDEA:
        return Bucket.IDEA
    if item.first is None or item.last is None:
        return Bucket.NOW
    if item.last < day:
        return Bucket.OVERDUE
    now = quarter_of(day)
    if item.first <= now.last:
        return Bucket.NOW
    following_two = following(following(now, "quarter"), "quarter")
    return Bucket.NEXT if item.first <= following_two.last else Bucket.LATER


def needed_on(item: KnownItem, anchors: Anchors) -> date:
    """The day f when a document has to hold: max(t, first(from)), t without ``from``."""
    return max(anchors.day, item.first) if item.first else anchors.day


def anchoring(known: Known, item: KnownItem, anchors: Anchors) -> Anchoring:
    """How firmly an assignment's item stands in the documents that apply to its department, on max(t, first(from))."""
    documents = anchors.applying(known, item)
    if not documents:
        return Anchoring.NONE
    day = needed_on(item, anchors)
    decided = any(anchors.is_adopted(document) and anchors.is_in_force(document, day) for document in documents)
    return Anchoring.DECIDED if decided else Anchoring.DRAFT
