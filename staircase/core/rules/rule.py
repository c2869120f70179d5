"""What rules look at, and what they find: a case for each scope, and hits.

Cases are made by the thousand and compared by nobody, hence tuples.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from staircase.core.choices import STEPS, State
from staircase.core.evidence import Anchors, Marks, Standing
from staircase.core.figures import BenefitFigures
from staircase.core.finding import NO_TERMS
from staircase.core.flow import days_on, in_last_year
from staircase.core.known import Entry, Known, KnownItem
from staircase.core.model.assignment import Assignment, Benefit
from staircase.core.model.program import Department, Goal, Program, ProgramSettings
from staircase.core.portfolio import Portfolio
from staircase.core.source import KeyPath, Where
from staircase.core.suggest import Patience
from staircase.core.term import Name, Term

BENEFITS = STEPS.index("benefits") + 1
"""The number of the step where benefits are shown."""


LONG_ON_EXPLORE = 30
"""Days on explore after which an assignment should have learned something of its own."""


class Hit(NamedTuple):
    """One thing that a rule found: where, with which terms, which of its messages, and the item it concerns.

    ``entry`` is the assignment in whose file it stands, where the case is wider than a file.
    """

    where: Where = ()
    params: Mapping[str, Term] = NO_TERMS
    item: str | None = None
    reason: str = ""
    entry: Entry | None = None


class FileCase(NamedTuple):
    """An assignment's file, whatever the day; ``today`` is the clock's, and ``patience`` is shared by all files.

    ``wrong`` names the keys at the file's top whose values could not be read, and which the entry is without.
    """

    portfolio: Portfolio
    entry: Entry
    today: date
    patience: Patience
    wrong: AbstractSet[str] = frozenset()


class ProgramCase(NamedTuple):
    """``program.yaml``, whatever the day; ``patience`` is shared with the assignments' files."""

    portfolio: Portfolio
    program: Program
    patience: Patience


class AcceptedCase(NamedTuple):
    """What accepts gaps, an assignment or the programme, on a day; ``leads`` are those of all assignments, folded."""

    of: Assignment | Program
    day: date
    leads: AbstractSet[str]


class Scene(NamedTuple):
    """What a rule may look at: the whole portfolio on a day, with the evidence.

    Attributes:
        portfolio: all that was loaded.
        program: its programme, which could be read.
        day: the as-of day.
        known: every assignment as known on the day, by id.
        marks: the steps that each started staircase assignment proves by itself, by id.
        standings: the place on the stairs of each department that lives on the day, by id.
        proven: the steps that each department proves, also one that does not live on the day, by id.
        anchors: the documents as they stand on the day.
        figures: each assignment's benefits with their figures, by the assignment's id, in the order of its file.
        needed: the ids of what open assignments depend on.
        goals_served: the goals that an open assignment or a live roadmap item names.
        heirs: the ids of the assignments that roadmap items became.
    """

    portfolio: Portfolio
    program: Program
    day: date
    known: Mapping[str, Known]
    marks: Mapping[str, Marks]
    standings: Mapping[str, Standing]
    proven: Mapping[str, Marks]
    anchors: Anchors
    figures: Mapping[str, tuple[BenefitFigures, ...]]
    needed: AbstractSet[str]
    goals_served: AbstractSet[str]
    heirs: AbstractSet[str]

    @property
    def settings(self) -> ProgramSettings:
        """What the programme has decided about itself."""
        return self.program.settings

    def department_name(self, name: str) -> str:
        """What a department is called, or its id where it is not declared."""
        department = self.portfolio.departments.get(name)
        return department.name if department else name

    def department_names(self, names: Iterable[str]) -> str:
        """What some departments are called, one after the other."""
        return ", ".join(map(self.department_name, names))

    def is_over_write_days(self, fact: date) -> bool:
        """Whether a fact is more than write_days old."""
        return (self.day - fact).days > self.settings.write_days


def linked(before: Scene, after: Scene) -> AbstractSet[str]:
    """The assignments whose findings on one day a change may have touched, by all that a rule looks at.

    Those whose files are others, or that are known otherwise through what an item became; those that refer to such
    ones, or to a file that can't be read; those that are now needed, or what an item became, or no longer; and all of
    a department that proves other steps. With another ``program.yaml``, all.
    """
    if before.program != after.program:
        return after.known.keys()
    changed = {name for name, known in after.known.items() if not _is_as_before(known, before.known.get(name))}
    gone = before.known.keys() - after.known.keys()
    others = {*changed, *gone, *before.portfolio.broken, *after.portfolio.broken}
    moved = {name for name, marks in after.proven.items() if marks != before.proven[name]}
    found = changed | (before.needed ^ after.needed) | (before.heirs ^ after.heirs)
    return found | {
        name
        for name, known in after.known.items()
        if not moved.isdisjoint(known.departments) or not others.isdisjoint(_referred_to(known.assignment))
    }


def _is_as_before(known: Known, other: Known | None) -> bool:
    return known is other or (other is not None and known.assignment is other.assignment and known == other)


def _referred_to(assignment: Assignment) -> set[str]:
    """The ids of the assignments that one depends on, has become in part, builds on, or counts a benefit in."""
    found = set(assignment.depends_on)
    found.update([one.part_of.partition("/")[0] for one in assignment.benefits if one.part_of is not None])
    for item in assignment.roadmap:
        if item.became is not None:
            found.add(item.became)
        found.update([lesson.partition("/")[0] for lesson in item.based_on])
    return found


class Case(NamedTuple):
    """An assignment that has started, in its scene."""

    scene: Scene
    known: Known

    @property
    def is_recent(self) -> bool:
        """Whether it is open, or was completed in the last 365 days."""
        known = self.known
        return known.is_open or (
            known.state is State.COMPLETED and known.ended is not None and in_last_year(known.ended, self.scene.day)
        )

    @property
    def is_asked(self) -> bool:
        """Whether the evidence of step benefits is asked for.

        Open or completed, and more than evidence_days on step benefits or higher, or it has visited roadmap or embed,
        or it was completed more than write_days ago and has visited benefits or higher.
        """
        known = self.known
        steps = {stay.step for stay in known.stays} - {"explore"}
        if not steps or not known.counts:
            return False
        if steps != {"benefits"} or (known.ended and self.is_over_write_days(known.ended)):
            return True
        return days_on(known, steps, self.scene.day) > self.scene.settings.evidence_days

    @property
    def days_exploring(self) -> int:
        """The days on explore in all, less paused days."""
        return days_on(self.known, {"explore"}, self.scene.day)

    @property
    def is_completed_untaught(self) -> bool:
        """Whether it was completed more than write_days ago, without a round after more than 30 days on explore."""
        known = self.known
        if known.state is not State.COMPLETED or known.ended is None or known.rounds:
            return False
        return self.is_over_write_days(known.ended) and self.days_exploring > LONG_ON_EXPLORE

    def is_over_write_days(self, fact: date) -> bool:
        """Whether a fact is more than write_days old: people get that time to write down what has happened."""
        return self.scene.is_over_write_days(fact)


class BenefitCase(NamedTuple):
    """A benefit of an open or completed assignment that is not closed, in its scene.

    Attributes:
        scene: the whole portfolio on the day.
        known: the assignment.
        figures: the benefit with its figures.
        benefit: the benefit as the file says it.
        is_asked: whether the evidence of step benefits is asked for.
    """

    scene: Scene
    known: Known
    figures: BenefitFigures
    benefit: Benefit
    is_asked: bool

    @property
    def place(self) -> KeyPath:
        """Its place in the file."""
        return self.figures.known.place

    @property
    def is_live(self) -> bool:
        """Whether its assignment is in ordinary use: live <= t."""
        live = self.known.assignment.live
        return live is not None and live <= self.scene.day

    @property
    def title(self) -> dict[str, Term]:
        """Its title, which every message about it names."""
        return {"title": Name(self.benefit.title)}


class ItemCase(NamedTuple):
    """A live item of the roadmap, in its scene."""

    scene: Scene
    known: Known
    item: KnownItem


class GoalCase(NamedTuple):
    """A goal, in its scene; ``place`` is its position in ``program.yaml``."""

    scene: Scene
    goal: Goal
    place: int


class DepartmentCase(NamedTuple):
    """A department, in its scene; ``place`` is its position in ``program.yaml``."""

    scene: Scene
    department: Department
    place: int
    standing: Standing

    @property
    def where(self) -> KeyPath:
        """Its entry in ``program.yaml``."""
        return ("departments", self.place)
