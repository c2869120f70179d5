"""Asks every rule about every case of its scope, and makes findings of their hits."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
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
    folded,
)
from staircase.core.rules.table import RULES, Rule, Scope
from staircase.core.suggest import Patience
from staircase.core.term import Count
from staircase.core.yaml.refusal import LIMIT

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
    """What the rules found: errors that need no schema, and gaps with their rules' own severity, accepted ones too."""

    errors: Sequence[Finding]
    gaps: Sequence[Finding]


def found(portfolio: Portfolio, scene: Scene | None, today: date) -> Found:
    """Ask every rule; without a programme, and so without a scene, only those for what a file shows by itself.

    An assignment is asked about all at once, while it is at hand, and the programme after them.
    """
    errors: list[Finding] = []
    gaps: list[Finding] = []
    patience = Patience()
    for entry in portfolio.entries.values():
        errors += _file_errors(FileCase(portfolio, entry, today, patience))
        if scene and (known := scene.known[entry.id]).has_started:
            gaps += _assignment_gaps(Case(scene, known))
    for remnant in portfolio.remnants:
        errors += _file_errors(FileCase(portfolio, remnant, today, patience, remnant.wrong))
    if portfolio.program:
        errors += _program_errors(ProgramCase(portfolio, portfolio.program, patience))
    if scene:
        gaps += _program_gaps(scene)
        gaps += _file_gaps(scene)
    return Found(errors, [_told(gap, scene) for gap in gaps] if scene and portfolio.unreadable else gaps)


def _file_errors(case: FileCase) -> Sequence[Finding]:
    return _first(_file_errors_of(case))


def _file_errors_of(case: FileCase) -> Iterator[Finding]:
    path, subject = case.entry.path, Subject("assignment", case.entry.id)
    yield from _asked(Scope.ASSIGNMENT_FILE, case, path, subject)
    if case.portfolio.program is not None:
        yield from _asked(Scope.ASSIGNMENT_REFERENCES, case, path, subject)


def _program_errors(case: ProgramCase) -> Iterator[Finding]:
    for scope in (Scope.DEPENDENCIES, Scope.PROGRAM_FILE, Scope.PROGRAM_REFERENCES):
        yield from _asked(scope, case.portfolio if scope is Scope.DEPENDENCIES else case, PROGRAM_FILE, PROGRAM)


def _first(found: Iterator[Finding]) -> Sequence[Finding]:
    """As many errors as one file may have; where there are more, the last says how many."""
    kept = list(islice(found, LIMIT))
    if len(kept) == LIMIT and (more := sum(1 for _ in found)):
        kept[-1] = replace(kept[-1], rule="field-invalid", params={"count": more + 1}, reason="more", item=None)
    return kept


def _with_unread(gap: Finding, scene: Scene) -> Finding:
    """Let a gap say how many files could not be read: one of them may hold what is missing."""
    return replace(gap, params={**gap.params, "unread": Count(len(scene.portfolio.unreadable), "unread-file")})


def _told(gap: Finding, scene: Scene) -> Finding:
    """A gap about something absent with how many files are unread."""
    return _with_unread(gap, scene) if gap.rule in _ABOUT_ABSENCE else gap


def _assignment_gaps(case: Case) -> Iterator[Finding]:
    scene, known = case.scene, case.known
    subject = Subject("assignment", known.id)
    yield from _asked(Scope.STARTED, case, known.path, subject)
    yield from _asked(Scope.CLIMBING if known.climbs else Scope.ENABLING, case, known.path, subject)
    if known.climbs and known.counts:
        is_asked = case.is_asked
        for figures in scene.figures[known.id]:
            if figures.known.closed:
                continue
            case_of_it = BenefitCase(scene, known, figures, figures.known.benefit, is_asked)
            yield from _asked(Scope.BENEFIT, case_of_it, known.path, subject)
    for item in known.items:
        if item.live:
            found = _asked(Scope.ITEM, ItemCase(scene, known, item), known.path, subject)
            rests = item.item.became in scene.portfolio.broken  # what has become of it can't be told then
            yield from (_with_unread(gap, scene) for gap in found) if rests else found


def _program_gaps(scene: Scene) -> Iterator[Finding]:
    for place, department in enumerate(scene.program.departments):
        case = DepartmentCase(scene, department, place, scene.standings[department.id])
        yield from _asked(Scope.DEPARTMENT, case, PROGRAM_FILE, Subject("department", department.id))
    for place, goal in enumerate(scene.program.goals):
        yield from _asked(Scope.GOAL, GoalCase(scene, goal, place), PROGRAM_FILE, Subject("goal", goal.id))
    yield from _asked(Scope.PROGRAM, scene, PROGRAM_FILE, PROGRAM)


def _file_gaps(scene: Scene) -> Iterator[Finding]:
    portfolio, program = scene.portfolio, scene.program
    for path in portfolio.ignored:
        yield from _asked(Scope.IGNORED_FILE, path, path, PROGRAM)
    leads = {folded(entry.assignment.lead) for entry in portfolio.entries.values()} if program.accepted else set()
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


def _asked(scope: Scope, case: object, path: str, subject: Subject) -> Iterator[Finding]:
    for rule, check in CHECKS[scope]:
        for hit in check(case):
            yield _finding(rule, path, subject, hit)


def _finding(rule: Rule, path: str, subject: Subject, hit: Hit) -> Finding:
    if hit.entry:
        path, subject = hit.entry.path, Subject("assignment", hit.entry.id)
    return Finding(rule.name, path, hit.where, subject, hit.params, rule.severity, hit.reason, hit.item)
