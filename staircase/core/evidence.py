"""Which steps are proven on a day, by an assignment for itself and for its department."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from staircase.core.known import ItemState, Known, KnownItem
from staircase.core.model.program import Document, Program

Marks = tuple[bool, bool, bool, bool]
"""One mark a step, from explore to embed: whether it is proven."""

UNPROVEN: Marks = (False, False, False, False)


class Anchors(NamedTuple):
    """The documents that roadmaps are worked into, as they stand on a day."""

    day: date
    documents: Mapping[str, Document]
    gap_days: int
    has_goals: bool

    def applying(self, item: KnownItem, department: str | None) -> tuple[Document, ...]:
        """The documents an item is anchored in that apply to the department: the organisation's or its own."""
        return tuple([doc for doc in self.named(item) if doc.department is None or doc.department == department])

    def named(self, item: KnownItem) -> tuple[Document, ...]:
        """The documents that an item is anchored in."""
        return tuple([self.documents[name] for name in item.item.anchored_in if name in self.documents])

    def plans_covering(self, day: date, department: str | None) -> tuple[Document, ...]:
        """The operational plans and budgets for a department whose own period covers a day; an absent end is open."""
        return tuple(
            [
                document
                for document in self.documents.values()
                if document.kind in {"operational-plan", "budget"} and document.department in {None, department}
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


class Standing(NamedTuple):
    """A department's place on the stairs.

    Attributes:
        marks: which steps are proven, over its staircase assignments started by the day.
        rounds: how many trials ended with a lesson.
        trained: whether they are as many as the programme trusts.
        assignments: those staircase assignments.
        roadmap_until: the latest last day of the live items that prove its roadmap.
    """

    marks: Marks
    rounds: int
    trained: bool
    assignments: tuple[Known, ...]
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
    return Anchors(day, documents, program.settings.plan_gap_days, bool(program.goals))


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


def standing(
    department: str,
    assignments: Sequence[Known],
    marks: Mapping[str, Marks],
    anchored: Anchors,
    rounds_to_trust: int,
) -> Standing:
    """A department's place on the stairs, over its staircase assignments started by the day.

    Explore: one round at least. Benefits: an assignment proves it and has been shown. Roadmap: a live item has an
    owner, an expected benefit and a last day not yet past. Embed: such an item has a goal (where the programme has
    goals) and is anchored in a document that is adopted, applies to the department, and is in force on the day.
    """
    items = [item for known in assignments for item in known.items if item.live and _is_planned(item)]
    lasting = [item for item in items if item.last and item.last >= anchored.day]
    rounds = sum(known.rounds for known in assignments)
    return Standing(
        marks=(
            rounds > 0,
            any(marks[known.id][1] and known.shown for known in assignments),
            bool(lasting),
            any(_is_embedded(item, department, anchored) for item in lasting),
        ),
        rounds=rounds,
        trained=rounds >= rounds_to_trust,
        assignments=tuple(assignments),
        roadmap_until=max((item.last for item in lasting if item.last), default=None),
    )


def by_department(assignments: Iterable[Known], departments: Iterable[str]) -> dict[str, list[Known]]:
    """Sort the staircase assignments that have started under their departments."""
    sorted_under: dict[str, list[Known]] = {name: [] for name in departments}
    for known in assignments:
        if known.climbs and known.has_started and known.assignment.department in sorted_under:
            sorted_under[known.assignment.department].append(known)
    return sorted_under


def _is_planned(item: KnownItem) -> bool:
    return item.item.owner is not None and item.item.expects is not None and item.item.from_ is not None


def _is_embedded(item: KnownItem, department: str, anchored: Anchors) -> bool:
    return anchored.serves(item) and any(
        anchored.is_adopted(document) and anchored.is_in_force(document, anchored.day)
        for document in anchored.applying(item, department)
    )
