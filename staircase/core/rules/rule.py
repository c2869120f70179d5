"""What rules look at, and what they find: a case for each scope, and hits.

Cases are made by the thousand and compared by nobody, hence tuples.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from staircase.core.choices import STEPS
from staircase.core.entry import Entry
from staircase.core.evidence import Anchors, Marks, Standing
from staircase.core.figures import BenefitFigures
from staircase.core.finding import NO_TERMS
from staircase.core.known import Known, KnownItem
from staircase.core.model.assignment import Assignment, Benefit
from staircase.core.model.program import Department, Goal, Program, Settings
from staircase.core.portfolio import Portfolio
from staircase.core.source import Where
from staircase.core.suggest import Patience
from staircase.core.table import KeyPath
from staircase.core.term import Term

BENEFITS = STEPS.index("benefits") + 1
"""The number of the step where benefits are shown."""


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
    """What accepts gaps, an assignment or the programme, on a day."""

    of: Assignment | Program
    day: date


class Scene(NamedTuple):
    """What a rule may look at: the whole portfolio on a day, with the evidence.

    Attributes:
        portfolio: all that was loaded.
        program: its programme, which could be read.
        day: the as-of day.
        known: every assignment as known on the day, by id.
        marks: the steps that each started staircase assignment proves by itself, by id.
        standings: each department's place on the stairs, by id.
        anchors: the documents as they stand on the day.
        figures: each assignment's benefits with their figures, by the assignment's id, in the order of its file.
        needed: the ids of what open assignments depend on.
        goals_served: the goals that an open assignment or a live roadmap item names.
    """

    portfolio: Portfolio
    program: Program
    day: date
    known: Mapping[str, Known]
    marks: Mapping[str, Marks]
    standings: Mapping[str, Standing]
    anchors: Anchors
    figures: Mapping[str, tuple[BenefitFigures, ...]]
    needed: AbstractSet[str]
    goals_served: AbstractSet[str]

    @property
    def settings(self) -> Settings:
        """Give what the programme has decided about itself."""
        return self.program.settings


class Case(NamedTuple):
    """An assignment that has started, in its scene."""

    scene: Scene
    known: Known


class BenefitCase(NamedTuple):
    """A benefit of an open or completed assignment, in its scene.

    Attributes:
        scene: the whole portfolio on the day.
        known: the assignment.
        figures: the benefit with its figures.
        benefit: the benefit as the file says it.
        on_benefits: whether the assignment has visited step benefits, or a higher one.
    """

    scene: Scene
    known: Known
    figures: BenefitFigures
    benefit: Benefit
    on_benefits: bool

    @property
    def place(self) -> KeyPath:
        """Give its place in the file."""
        return self.figures.known.place

    @property
    def is_live(self) -> bool:
        """Say whether its assignment is in ordinary use: live <= t."""
        live = self.known.assignment.live
        return live is not None and live <= self.scene.day


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
