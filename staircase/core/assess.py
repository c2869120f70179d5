"""The assessment: a portfolio on a day with its evidence and findings, computed once; all above takes this."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from staircase.core.acceptance import Governance, accepted_and_listed, governance
from staircase.core.engine import found
from staircase.core.evidence import Marks, anchors, assignment_marks, by_department, standing
from staircase.core.figures import AllFigures, Ground
from staircase.core.finding import Finding
from staircase.core.known import Known, goals_served_by, needed_by
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene


class Judgement(NamedTuple):
    """What the rules say: the findings to list, errors first, and those that are accepted for now."""

    listed: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


@dataclass(frozen=True)
class Assessment:
    """All that a day has to say of a portfolio.

    Attributes:
        portfolio: all that was loaded.
        day: the as-of day.
        today: the clock's day, which only says what lies in the future.
        scene: what is known on the day, with the evidence; ``None`` when ``program.yaml`` can't be read.
        judge: asks the rules; called once, and only when somebody wants to know.
    """

    portfolio: Portfolio
    day: date
    today: date
    scene: Scene | None
    judge: Callable[[], Judgement] = field(repr=False, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The errors, then the gaps that are neither accepted nor turned off."""
        return self._judgement.listed

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The gaps that are accepted for now."""
        return self._judgement.accepted

    @cached_property
    def _judgement(self) -> Judgement:
        return self.judge()


def assess(portfolio: Portfolio, as_of: date, today: date, governed: Governance | None = None) -> Assessment:
    """Assess a portfolio on a day.

    Args:
        portfolio: all that was loaded.
        as_of: the day that the assessment tells of: no fact after it shows.
        today: the clock's day, which only says what lies in the future.
        governed: what decides about gaps in place of the portfolio's own ``settings``, ``rules`` and ``accepted``.
    """
    program = portfolio.program
    if program and governed:
        program = program.model_copy(update={"settings": governed.settings, "rules": governed.rules})
    scene = _scene(portfolio, program, as_of) if program else None
    return Assessment(portfolio, as_of, today, scene, lambda: _judged(portfolio, scene, today, governed))


def decided_by(governed: Governance, assessment: Assessment) -> Assessment:
    """The same portfolio on the same day, with others' decisions about its gaps in place of its own."""
    if governed == governance(assessment.portfolio):
        return assessment
    return assess(assessment.portfolio, assessment.day, assessment.today, governed)


def _judged(portfolio: Portfolio, scene: Scene | None, today: date, governed: Governance | None) -> Judgement:
    errors, gaps = found(portfolio, scene, today)
    errors = (*portfolio.findings, *errors)
    if scene is None:
        return Judgement(errors, ())
    accepted, listed = accepted_and_listed(scene, gaps, governed)
    return Judgement((*errors, *listed), accepted)


def _scene(portfolio: Portfolio, program: Program, day: date) -> Scene:
    anchored = anchors(program, portfolio.documents, day)
    known: dict[str, Known] = {}
    climbing: list[Known] = []
    marks: dict[str, Marks] = {}
    needed: set[str] = set()
    goals_served: set[str] = set()
    heirs: set[str] = set()
    for one in portfolio.each_known_on(day):  # all that is asked of each at once, while it is at hand
        known[one.id] = one
        if one.climbs and one.has_started:
            climbing.append(one)
            marks[one.id] = assignment_marks(one, anchored)
        needed.update(needed_by(one))
        goals_served.update(goals_served_by(one))
        heirs.update([item.item.became for item in one.items if item.item.became])
    standings = {
        name: standing(name, assignments, marks, anchored, program.settings.rounds_to_trust)
        for name, assignments in by_department(climbing, portfolio.departments).items()
    }
    return Scene(
        portfolio=portfolio,
        program=program,
        day=day,
        known=known,
        marks=marks,
        standings=standings,
        anchors=anchored,
        figures=AllFigures(known, Ground(anchored, program.settings, program.currency)),
        needed=needed,
        goals_served=goals_served,
        heirs=heirs,
    )
