"""The assessment: a portfolio on a day with its evidence and findings, computed once; all above takes this."""

from dataclasses import dataclass
from datetime import date

from staircase.core.acceptance import Governance, accepted_and_listed
from staircase.core.engine import gaps, hard_errors
from staircase.core.evidence import anchors, assignment_marks, by_department, standing
from staircase.core.figures import Ground, all_figures
from staircase.core.finding import Finding
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene
from staircase.core.served import goals_served, needed


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that a day has to say of a portfolio.

    Attributes:
        portfolio: all that was loaded.
        day: the as-of day.
        scene: what is known on the day, with the evidence; ``None`` when ``program.yaml`` can't be read.
        findings: the errors, then the gaps that are neither accepted nor turned off.
        accepted: the gaps that are accepted for now.
    """

    portfolio: Portfolio
    day: date
    scene: Scene | None
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


def assess(portfolio: Portfolio, as_of: date, today: date, governed: Governance | None = None) -> Assessment:
    """Assess a portfolio on a day.

    Args:
        portfolio: all that was loaded.
        as_of: the day that the assessment tells of: no fact after it shows.
        today: the clock's day, which only says what lies in the future.
        governed: what decides about gaps in place of the portfolio's own ``settings``, ``rules`` and ``accepted``.
    """
    errors = [*portfolio.findings, *hard_errors(portfolio, today)]
    if portfolio.program is None:
        return Assessment(portfolio, as_of, None, tuple(errors), ())
    program = portfolio.program
    if governed:
        program = program.model_copy(update={"settings": governed.settings, "rules": governed.rules})
    scene = _scene(portfolio, program, as_of)
    accepted, listed = accepted_and_listed(scene, gaps(scene), governed)
    return Assessment(portfolio, as_of, scene, (*errors, *listed), accepted)


def _scene(portfolio: Portfolio, program: Program, day: date) -> Scene:
    known = portfolio.known_on(day)
    anchored = anchors(program, portfolio.documents, day)
    climbing = [one for one in known.values() if one.climbs and one.has_started]
    marks = {one.id: assignment_marks(one, anchored) for one in climbing}
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
        figures=all_figures(known.values(), Ground(anchored, program.settings, program.currency)),
        needed=needed(known.values()),
        goals_served=goals_served(known.values()),
    )
