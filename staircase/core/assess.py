"""The assessment: a portfolio on a day with its evidence and what all rules find; all above takes this."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from staircase.core.evidence import Marks, anchors, assignment_marks, by_department, standing
from staircase.core.figures import AllFigures, Ground
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.known import Known, goals_served_by
from staircase.core.listing import Governance, accepted_and_listed, governance
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program, lives_on
from staircase.core.portfolio import NAMED, Portfolio, names_of
from staircase.core.rules.rule import (
    AcceptedCase,
    BenefitCase,
    Case,
    DepartmentCase,
    FileCase,
    GoalCase,
    Hit,
    ItemCase,
    ProgramCase,
    Scene,
    linked,
)
from staircase.core.rules.table import RULES, Rule, Scope
from staircase.core.source import PROGRAM_FILE
from staircase.core.suggest import Patience, folded
from staircase.core.term import Count, Said, Terms
from staircase.core.yaml.reader import LIMIT

Check = Callable[[Any], Iterable[Hit]]
"""A rule's function: it takes the case of its scope, which a test holds it to."""


def check_of(name: str) -> Check:
    """Return the function that a row of the table names."""
    module, _, function = name.partition(":")
    check: Check = getattr(import_module(f"staircase.core.rules.{module}"), function)
    return check


CHECKS: Mapping[Scope, tuple[tuple[Rule, Check], ...]] = MappingProxyType(
    {scope: tuple((rule, check_of(rule.checks[scope])) for rule in RULES if scope in rule.checks) for scope in Scope}
)
"""The rules to ask of each scope's cases, in the table's order, with their functions."""

_ABOUT_ABSENCE = frozenset(rule.name for rule in RULES if rule.about_absence)


class Found(NamedTuple):
    """What the rules found: errors that need no schema, and gaps with their rules' own severity, accepted ones too.

    ``each`` has the same of every assignment by itself that anything was found in, by id. ``patience`` is how
    much was left before and after: of a crowd of wrong references only the first are compared with what there is.
    """

    errors: Sequence[Finding] = ()
    gaps: Sequence[Finding] = ()
    each: Mapping[str, "Found"] = MappingProxyType({})
    patience: tuple[int, int] = (0, 0)


def found(
    portfolio: Portfolio, scene: Scene | None, today: date, taken: Mapping[str, Found] = MappingProxyType({})
) -> Found:
    """Ask every rule; without a programme, and so without a scene, only those for what a file shows by itself.

    An assignment is asked about all at once, while it is at hand, and the programme after them. ``taken`` is what is
    known of some assignments already.
    """
    errors: list[Finding] = []
    gaps: list[Finding] = []
    each: dict[str, Found] = {}
    patience = Patience()
    for entry in portfolio.entries.values():
        own = taken.get(entry.id)
        if own is None or (own.errors and own.patience[0] != patience.left):
            own = _found_in(FileCase(portfolio, entry, today, patience), scene)
        elif own.errors:
            patience.left = own.patience[1]
        if own.errors or own.gaps:
            each[entry.id] = own
            errors += own.errors
            gaps += own.gaps
    for remnant in portfolio.remnants:
        errors += _file_errors(FileCase(portfolio, remnant, today, patience, remnant.wrong))
    if portfolio.program:
        errors += _program_errors(ProgramCase(portfolio, portfolio.program, patience))
    if scene:
        gaps += _program_gaps(scene)
        gaps += _file_gaps(scene)
    return Found(errors, [_told(gap, scene) for gap in gaps] if scene and portfolio.unreadable else gaps, each)


def _found_in(case: FileCase, scene: Scene | None) -> Found:
    known = scene.known[case.entry.id] if scene else None
    gaps = _assignment_gaps(Case(scene, known)) if scene and known and known.has_started else ()
    before = case.patience.left
    return Found(_file_errors(case), gaps, patience=(before, case.patience.left))


def _file_errors(case: FileCase) -> Sequence[Finding]:
    """As many errors as one file may have; where there are more, the last says how many."""
    path, subject = case.entry.path, Subject("assignment", case.entry.id)
    errors = _asked(Scope.ASSIGNMENT_FILE, case, path, subject)
    if case.portfolio.program is not None:
        errors += _asked(Scope.ASSIGNMENT_REFERENCES, case, path, subject)
    if len(errors) <= LIMIT:
        return errors
    terms: Terms = {"count": len(errors) - LIMIT + 1}
    more = errors[LIMIT - 1]._replace(rule="field-invalid", params=terms, reason="more", item=None)
    return [*errors[: LIMIT - 1], more]


def _program_errors(case: ProgramCase) -> Iterator[Finding]:
    for scope in (Scope.DEPENDENCIES, Scope.PROGRAM_FILE, Scope.PROGRAM_REFERENCES):
        yield from _asked(scope, case.portfolio if scope is Scope.DEPENDENCIES else case, PROGRAM_FILE, PROGRAM)


def _dated(error: Finding, today: date) -> Finding:
    """The lack of a key with the day, so that its ask writes lines that could stand there today."""
    if error.rule != "field-missing":
        return error
    line = error.params.get("line")
    dated = {"line": replace(line, terms={"today": today})} if isinstance(line, Said) else {}
    return error._replace(params={**error.params, **dated, "today": today})


def _with_unread(gap: Finding, scene: Scene) -> Finding:
    """Let a gap say how many files could not be read: one of them may hold what is missing."""
    return gap._replace(params={**gap.params, "unread": Count(len(scene.portfolio.unreadable), "unread-file")})


def _told(gap: Finding, scene: Scene) -> Finding:
    """A gap about something absent with how many files are unread."""
    return _with_unread(gap, scene) if gap.rule in _ABOUT_ABSENCE else gap


def _assignment_gaps(case: Case) -> Sequence[Finding]:
    scene, known = case.scene, case.known
    subject = Subject("assignment", known.id)
    gaps = _asked(Scope.STARTED, case, known.path, subject)
    gaps += _asked(Scope.CLIMBING if known.climbs else Scope.ENABLING, case, known.path, subject)
    if known.climbs and known.counts and known.benefits:
        is_asked = case.is_asked
        for figures in scene.figures[known.id]:
            if figures.known.closed or figures.known.benefit.part_of is not None:
                continue
            case_of_it = BenefitCase(scene, known, figures, figures.known.benefit, is_asked)
            gaps += _asked(Scope.BENEFIT, case_of_it, known.path, subject)
    for item in known.items:
        if item.live:
            found = _asked(Scope.ITEM, ItemCase(scene, known, item), known.path, subject)
            rests = item.item.became in scene.portfolio.broken  # what has become of it can't be told then
            gaps += [_with_unread(gap, scene) for gap in found] if rests else found
    return gaps


def _program_gaps(scene: Scene) -> Iterator[Finding]:
    for place, department in enumerate(scene.program.departments):
        if department.id not in scene.standings:
            continue
        case = DepartmentCase(scene, department, place, scene.standings[department.id])
        yield from _asked(Scope.DEPARTMENT, case, PROGRAM_FILE, Subject("department", department.id))
    for place, goal in enumerate(scene.program.goals):
        yield from _asked(Scope.GOAL, GoalCase(scene, goal, place), PROGRAM_FILE, Subject("goal", goal.id))
    yield from _asked(Scope.PROGRAM, scene, PROGRAM_FILE, PROGRAM)


def _file_gaps(scene: Scene) -> Iterator[Finding]:
    portfolio, program = scene.portfolio, scene.program
    for path in portfolio.ignored:
        yield from _asked(Scope.IGNORED_FILE, path, path, PROGRAM)
    leads = {folded(known.assignment.lead) for known in scene.known.values()} if program.accepted else set()
    yield from _own_gaps(scene, program, PROGRAM_FILE, PROGRAM, leads)
    for entry in portfolio.entries.values():
        yield from _own_gaps(scene, entry.assignment, entry.path, Subject("assignment", entry.id))


def _own_gaps(
    scene: Scene, of: Assignment | Program, path: str, subject: Subject, leads: AbstractSet[str] = frozenset()
) -> Iterator[Finding]:
    source = scene.portfolio.sources[path]
    if source.cuts or source.quoted:
        yield from _asked(Scope.TEXT, source, path, subject)
    if of.accepted:
        yield from _asked(Scope.ACCEPTED, AcceptedCase(of, scene.day, leads), path, subject)


def _asked(scope: Scope, case: object, path: str, subject: Subject) -> list[Finding]:
    return [_finding(rule, path, subject, hit) for rule, check in CHECKS[scope] for hit in check(case)]


def _finding(rule: Rule, path: str, subject: Subject, hit: Hit) -> Finding:
    if hit.entry:
        path, subject = hit.entry.path, Subject("assignment", hit.entry.id)
    return Finding(rule.name, path, hit.where, subject, hit.params, rule.severity, hit.reason, hit.item)


class Judgement(NamedTuple):
    """What the rules say: the findings to list, errors first, those that are accepted for now, and each by itself."""

    listed: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    each: Mapping[str, Found]


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

    @property
    def found_in_each(self) -> Mapping[str, Found]:
        """What the rules found in every assignment by itself, whatever is accepted or turned off."""
        return self._judgement.each

    @cached_property
    def _judgement(self) -> Judgement:
        return self.judge()


def assess(
    portfolio: Portfolio,
    as_of: date,
    today: date,
    governed: Governance | None = None,
    beside: Assessment | None = None,
) -> Assessment:
    """Assess a portfolio on a day.

    Args:
        portfolio: all that was loaded.
        as_of: the day that the assessment tells of: no fact after it shows.
        today: the clock's day, which only says what lies in the future.
        governed: what decides about gaps in place of the portfolio's own ``settings``, ``rules`` and ``accepted``.
        beside: another revision, assessed: only what differs from it, or is linked to that, is judged anew.
    """
    program = portfolio.program
    if program and governed:
        program = program.model_copy(update={"settings": governed.settings, "rules": governed.rules})
    likeness = beside if beside and (beside.day, beside.today) == (as_of, today) else None
    known = likeness.scene.known if likeness and likeness.scene else {}
    scene = _scene(portfolio, program, as_of, known) if program else None
    taken = _taken(likeness, scene) if likeness and scene else {}
    return Assessment(portfolio, as_of, today, scene, lambda: _judged(portfolio, scene, today, governed, taken))


def nothing_beside(other: Assessment) -> Assessment:
    """What stands beside a portfolio where there is none: the same programme, with no file, and nothing found."""
    portfolio = Portfolio(
        program=other.portfolio.program,
        entries={},
        broken={},
        unreadable=(),
        findings=(),
        ignored=(),
        sources={},
    )
    bare = assess(portfolio, other.day, other.today)
    return replace(bare, judge=lambda: Judgement((), (), {}))


def _taken(beside: Assessment, scene: Scene) -> Mapping[str, Found]:
    """What was found beside in the assignments that need not be judged anew.

    Those with errors need be where there is something else to refer to: what is told of a wrong reference depends on
    all of that.
    """
    anew = linked(beside.scene, scene) if beside.scene else scene.known.keys()
    each, nothing = beside.found_in_each, Found()
    found = {name: each.get(name, nothing) for name in scene.known if name not in anew}
    if not any(own.errors for own in each.values()) or _referable(beside.portfolio) == _referable(scene.portfolio):
        return found
    return {name: own for name, own in found.items() if not own.errors}


def _referable(portfolio: Portfolio) -> Sequence[object]:
    """All that a file may refer to, with what it is called, in its order."""
    parts = [
        (name, [one.id for one in entry.assignment.trials], [one.id for one in entry.assignment.benefits])
        for name, entry in portfolio.entries.items()
    ]
    return [parts, *(list(names_of(kind, portfolio).items()) for kind in NAMED)]


def decided_by(governed: Governance, assessment: Assessment) -> Assessment:
    """The same portfolio on the same day, with others' decisions about its gaps in place of its own."""
    if governed == governance(assessment.portfolio):
        return assessment
    return assess(assessment.portfolio, assessment.day, assessment.today, governed)


def _judged(
    portfolio: Portfolio, scene: Scene | None, today: date, governed: Governance | None, taken: Mapping[str, Found]
) -> Judgement:
    errors, gaps, each, _ = found(portfolio, scene, today, taken)
    errors = (*(_dated(error, today) for error in portfolio.findings), *errors)
    if scene is None:
        return Judgement(errors, (), each)
    accepted, listed = accepted_and_listed(scene, gaps, governed)
    return Judgement((*errors, *listed), accepted, each)


def _scene(portfolio: Portfolio, program: Program, day: date, before: Mapping[str, Known]) -> Scene:
    anchored = anchors(program, portfolio.documents, day)
    known: dict[str, Known] = {}
    climbing: list[Known] = []
    marks: dict[str, Marks] = {}
    needed: set[str] = set()
    goals_served: set[str] = set()
    heirs: set[str] = set()
    for one in portfolio.each_known_on(day, before):  # all that is asked of each at once, while it is at hand
        known[one.id] = one
        if one.climbs and one.has_started:
            climbing.append(one)
            marks[one.id] = assignment_marks(one, anchored)
        if one.is_open:
            needed.update(one.assignment.depends_on)
        goals_served.update(goals_served_by(one))
        heirs.update([item.item.became for item in one.items if item.item.became])
    standings = {
        name: standing(own, marks, anchored, program.settings.rounds_to_trust)
        for name, own in by_department(climbing, program.departments).items()
    }
    return Scene(
        portfolio=portfolio,
        program=program,
        day=day,
        known=known,
        marks=marks,
        standings={one.id: standings[one.id] for one in program.departments if lives_on(one, day)},
        proven={name: one.marks for name, one in standings.items()},
        anchors=anchored,
        figures=AllFigures(known, Ground(anchored, program.settings, program.currency)),
        needed=needed,
        goals_served=goals_served,
        heirs=heirs,
    )
