"""The assessment: a portfolio on a day with its evidence and findings, computed once; all above takes this."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from staircase.core.engine import found
from staircase.core.evidence import Marks, anchors, assignment_marks, by_department, standing
from staircase.core.figures import AllFigures, Ground
from staircase.core.finding import Finding, Severity
from staircase.core.known import Known, goals_served_by, needed_by
from staircase.core.model.assignment import Accepted
from staircase.core.model.program import Level, Program, ProgramSettings
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene, folded
from staircase.core.rules.table import NEVER_ACCEPTED, OFF


@dataclass(frozen=True, slots=True)
class Governance:
    """What a programme has decided about its gaps: its settings, its rules' severities, and what it lives with.

    Attributes:
        settings: of ``program.yaml``.
        rules: of ``program.yaml``: a gap's severity, or ``off``.
        accepted: of ``program.yaml``, for gaps of departments, goals and the programme.
        accepted_of: those of the assignments that have any, by id.
    """

    settings: ProgramSettings
    rules: Mapping[str, Level]
    accepted: tuple[Accepted, ...]
    accepted_of: Mapping[str, tuple[Accepted, ...]]


def governance(portfolio: Portfolio) -> Governance:
    """What a portfolio's own files decide; without a readable programme it has decided nothing."""
    program = portfolio.program
    entries = portfolio.entries.items()
    return Governance(
        settings=program.settings if program else ProgramSettings(),
        rules=program.rules if program else {},
        accepted=program.accepted if program else (),
        accepted_of={name: entry.assignment.accepted for name, entry in entries if entry.assignment.accepted},
    )


def accepted_and_listed(
    scene: Scene, gaps: Iterable[Finding], governed: Governance | None = None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the gaps in those that are accepted and those to list, with their severities set; some are turned off."""
    governs = governed or governance(scene.portfolio)
    accepted: list[Finding] = []
    listed: list[Finding] = []
    for gap in gaps:
        (accepted if _is_accepted(governs, scene.day, gap) else listed).append(gap)
    return tuple(_leveled(accepted, governs.rules)), tuple(_leveled(listed, governs.rules))


def _leveled(gaps: Sequence[Finding], levels: Mapping[str, str]) -> Iterable[Finding]:
    for gap in gaps:
        level = levels.get(gap.rule, "off" if gap.rule in OFF else None)
        if level is None:
            yield gap
        elif level != "off":
            yield replace(gap, severity=Severity(level))


def _is_accepted(governs: Governance, day: date, gap: Finding) -> bool:
    if gap.rule in NEVER_ACCEPTED:
        return False
    if gap.subject.kind == "assignment":
        entries = governs.accepted_of.get(gap.subject.id, ())
        return any(_covers(entry, day, gap, gap.item) for entry in entries)
    if gap.item is not None and gap.rule == "program-lead-overloaded":
        return any(_covers_lead(entry, day, gap, gap.item) for entry in governs.accepted)
    return any(_covers(entry, day, gap, gap.subject.id) for entry in governs.accepted)


def _covers(entry: Accepted, day: date, gap: Finding, item: str | None) -> bool:
    return entry.rule == gap.rule and entry.until >= day and entry.item in {None, item}


def _covers_lead(entry: Accepted, day: date, gap: Finding, lead: str) -> bool:
    """Whether an entry accepts what is said of a lead, who is known by a name as people write it."""
    return entry.rule == gap.rule and entry.until >= day and (entry.item is None or folded(entry.item) == folded(lead))


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
