"""What a page tells of: an assessment, or a department's part of it, and what each thing in it is called."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar, assert_never

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import changes
from staircase.core.finding import Finding, Subject
from staircase.core.known import Known
from staircase.core.page import CardBlock, Happenings, ManagementPage
from staircase.core.reports import Block, Cell, Column, Facts, GapLine, Gaps, Table, Timeline, Track
from staircase.core.reports.benefits import BenefitLine, benefit_lines
from staircase.core.reports.departments import DepartmentLine, chosen_departments
from staircase.core.reports.select import ALL, Selection, benefits_of, is_about, matches
from staircase.core.reports.status_line import StatusLine, status_lines
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.term import Code, Name, Said, Term, Word, file_name
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
        return ALL._replace(department=(self.department,)) if self.department else ALL

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


_KEY = re.compile(r"[a-z_]+")
"""A key in a key path, between its dots and places."""


def title_of(scene: Scene, subject: Subject) -> Name:
    """What a subject that is there is called by people."""
    match subject.kind:
        case "assignment":
            return Name(scene.known[subject.id].assignment.title)
        case "department":
            return Name(scene.portfolio.departments[subject.id].name)
        case "goal":
            return Name(scene.portfolio.goals[subject.id].title)
        case "program":
            return Name(scene.program.name)
        case unknown:
            assert_never(unknown)


def title_now(scope: PageScope, subject: Subject) -> Name:
    """What a subject is called, or the id of one that is no more."""
    portfolio = scope.scene.portfolio
    families = {"assignment": scope.scene.known, "department": portfolio.departments, "goal": portfolio.goals}
    is_there = subject.id in families.get(subject.kind, {subject.id})
    return title_of(scope.scene, subject) if is_there else file_name(subject.id)


def in_words(scene: Scene, term: Term, key: str = "") -> Term:
    """A gap's message without an id, a rule's name or a key of the files; ``key`` is a term's place in a sentence."""
    match key, term:
        case _, Said(terms=terms):
            return replace(term, terms={place: in_words(scene, each, place) for place, each in terms.items()})
        case "id", Name(name) if name in scene.known:
            return Name(scene.known[name].assignment.title)
        case "rule", Code(rule):
            return Said("page.quoted", {"said": Word(f"rule.{rule}")})
        case "key", Code(path):
            return Word(f"key.{_KEY.findall(path)[-1]}")
        case _:
            return term


_BY_ITS_KIND = frozenset({"finding.department-untouched.message", "finding.program-goal-unserved.message"})
"""Messages that say no more than the kind of gap and its subject do, which stand beside them."""


def entry_in_words(scene: Scene, entry: GapLine) -> GapLine:
    """An entry of a list of gaps in the same words; an assignment keeps its id, which leads to its card."""
    said = entry.text.term
    if isinstance(said, Said) and said.key in _BY_ITS_KIND:
        said = None
    text = entry.text._replace(term=said and in_words(scene, said))
    if entry.about is None or entry.about.kind == "assignment":
        return entry._replace(text=text)
    return entry._replace(text=text, subject=entry.subject._replace(term=title_of(scene, entry.about)))


PEOPLE = frozenset({"owner", "lead"})
"""The keys of the columns that hold a name."""

PartT = TypeVar("PartT")


def unnamed(page: ManagementPage) -> ManagementPage:
    """The page without those names; a name within a sentence is for the format to hide."""
    return replace(
        page,
        decisions=tuple(one._replace(whose=None) for one in page.decisions),
        sections=tuple(one._replace(blocks=tuple(map(_block, one.blocks))) for one in page.sections),
        cards=tuple(one._replace(blocks=tuple(map(_of_card, one.blocks))) for one in page.cards),
        shows_people=False,
    )


def _block(block: Block | Happenings) -> Block | Happenings:
    match block:
        case Timeline():
            return _timeline(block)
        case Table() | Facts() | Gaps():
            return _of_card(block)
        case _:
            return block


def _of_card(block: CardBlock) -> CardBlock:
    match block:
        case Table(columns):
            return block._replace(
                columns=_kept(columns, columns),
                groups=tuple(one._replace(rows=tuple(_kept(row, columns) for row in one.rows)) for one in block.groups),
            )
        case Facts(facts):
            return block._replace(facts=tuple(one for one in facts if one.label.removeprefix("column.") not in PEOPLE))
        case Gaps(kinds):
            kinds = tuple(
                kind._replace(entries=tuple(entry._replace(owner=Cell()) for entry in kind.entries)) for kind in kinds
            )
            return block._replace(kinds=kinds)
        case _:
            return block


def _timeline(of: Timeline) -> Timeline:
    lanes = (lane._replace(tracks=tuple(_track(one, of) for one in lane.tracks)) for lane in of.lanes)
    return of._replace(before=_kept(of.before, of.before), after=_kept(of.after, of.after), lanes=tuple(lanes))


def _track(track: Track, of: Timeline) -> Track:
    return Track(_kept(track.before, of.before), track.bars, _kept(track.after, of.after))


def _kept(parts: Sequence[PartT], columns: Sequence[Column]) -> tuple[PartT, ...]:
    """The parts whose columns hold no name."""
    return tuple(part for part, column in zip(parts, columns, strict=True) if column.key not in PEOPLE)
