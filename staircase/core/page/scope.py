"""The scope of a page: an assessment, or one department's part of it, beside what it was before."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change
from staircase.core.comparison.compare import changes
from staircase.core.finding import Finding
from staircase.core.known import Known
from staircase.core.reports.benefits import BenefitLine, benefit_lines
from staircase.core.reports.departments import DepartmentLine, chosen_departments
from staircase.core.reports.select import ALL, Selection, benefits_of, is_about, matches
from staircase.core.reports.status_line import StatusLine, status_lines
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.term import Term
from staircase.core.totals import Totals, totals

BENEFITS_OPEN = 20
"""Up to so many benefits are told together; of more only those that ask for a decision. All stand on their cards."""


@dataclass(frozen=True)
class PageScope:
    """All that a page is made of.

    Attributes:
        assessment: the portfolio on the day to tell of.
        scene: what can be asked of it.
        department: the id of the only department to tell of, where it is one.
        before: the portfolio as it was, where what has happened since is told.
        since: what that earlier state is called: its day, or a revision.
    """

    assessment: Assessment
    scene: Scene
    department: str | None = None
    before: Assessment | None = None
    since: Term | None = None

    @cached_property
    def selection(self) -> Selection:
        """The same as reports are asked for it."""
        return replace(ALL, department=(self.department,)) if self.department else ALL

    @cached_property
    def lines(self) -> Sequence[StatusLine]:
        """Its assignments, whatever their state."""
        every = status_lines(self.assessment, self.scene)
        return tuple(line for line in every if matches(line.known, self.selection, state=False))

    @property
    def known(self) -> Iterator[Known]:
        """What is known of them."""
        return (line.known for line in self.lines)

    @cached_property
    def departments(self) -> Sequence[DepartmentLine]:
        """Its departments."""
        return chosen_departments(self.scene, self.selection)

    @cached_property
    def gaps(self) -> Sequence[Finding]:
        """Its gaps."""
        found = (one for one in self.assessment.findings if one.rule not in ERRORS)
        return tuple(one for one in found if is_about(self.scene, one, self.selection, state=False))

    @cached_property
    def accepted(self) -> int:
        """How many of its gaps are accepted, and not among them."""
        return sum(is_about(self.scene, one, self.selection, state=False) for one in self.assessment.accepted)

    @cached_property
    def benefits(self) -> Sequence[BenefitLine]:
        """Its benefits, by kind."""
        return benefit_lines(self.scene, self.selection)

    @cached_property
    def benefits_together(self) -> AbstractSet[tuple[str, str]]:
        """The ids of the assignments and benefits that the page tells together: all where they are not too many."""
        few = self.benefits if len(self.benefits) <= BENEFITS_OPEN else ()
        return {(line.known.id, line.benefit.id) for line in few}

    @cached_property
    def sums(self) -> Totals:
        """Its benefits and costs, summed up."""
        counting = [known for known in self.known if known.counts]
        own = (each for known in counting for each in benefits_of(self.scene, known, self.selection))
        return totals(own, counting)

    @cached_property
    def earlier(self) -> "PageScope | None":
        """The same as it was before."""
        scene = self.before.scene if self.before else None
        if self.before is None or scene is None or not self._was_there(scene):
            return None
        return PageScope(self.before, scene, self.department)

    @cached_property
    def changes(self) -> Sequence[Change]:
        """What has happened since."""
        found = changes(self.before, self.assessment) if self.before else ()
        return tuple(change for change in found if self._is_own(change))

    def _was_there(self, scene: Scene) -> bool:
        return self.department is None or self.department in scene.portfolio.departments

    def _is_own(self, change: Change) -> bool:
        if self.department is None:
            return True
        if change.subject.kind == "department":
            return change.subject.id == self.department
        names = {known.id for known in (*self.known, *(self.earlier.known if self.earlier else ()))}
        return change.subject.kind == "assignment" and bool({change.subject.id, change.was.id} & names)
