"""Asks every rule about every case of its scope, and makes findings of their hits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TypeVar

from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import PROGRAM, Finding, Severity, Subject
from staircase.core.portfolio import Portfolio
from staircase.core.refusal import LIMIT
from staircase.core.rules import accepted, file
from staircase.core.rules.date import program_date_order
from staircase.core.rules.names import GAPS
from staircase.core.rules.reference import program_reference_unknown
from staircase.core.rules.registry import (
    ABSENT,
    BENEFIT,
    CLIMBING,
    DEPARTMENT,
    ENABLING,
    FILE,
    GOAL,
    ITEM,
    PROGRAM_WIDE,
    REFERENCE,
    STARTED,
)
from staircase.core.rules.ring import reference_cycle
from staircase.core.rules.rule import (
    BENEFITS,
    BenefitCase,
    Case,
    DepartmentCase,
    FileCase,
    GoalCase,
    Hit,
    ItemCase,
    Rule,
    Scene,
)
from staircase.core.suggest import Patience
from staircase.core.term import Count

C = TypeVar("C")


def hard_errors(portfolio: Portfolio, today: date) -> Iterator[Finding]:
    """Give the errors that need no schema; without a programme only those that a file shows by itself."""
    program = portfolio.program
    rules = FILE if program is None else (*FILE, *REFERENCE)
    patience = Patience()
    cases = (
        *(FileCase(portfolio, entry, today, patience) for entry in portfolio.entries.values()),
        *(FileCase(portfolio, remnant, today, patience, remnant.wrong) for remnant in portfolio.remnants),
    )
    for case in cases:
        yield from _first(_asked(rules, case, case.entry.path, Subject("assignment", case.entry.id)))
    if program is None:
        return
    for entry, hit in reference_cycle(portfolio):
        yield _finding("reference-cycle", entry.path, Subject("assignment", entry.id), hit)
    for hit in program_date_order(program):
        yield _finding("date-order", PROGRAM_FILE, PROGRAM, hit)
    for hit in program_reference_unknown(program, portfolio, patience):
        yield _finding("reference-unknown", PROGRAM_FILE, PROGRAM, hit)


def _first(found: Iterator[Finding]) -> Sequence[Finding]:
    """Give as many errors as one file may have; where there are more, the last says how many."""
    kept = list(islice(found, LIMIT))
    if len(kept) == LIMIT and (more := sum(1 for _ in found)):
        kept[-1] = replace(kept[-1], rule="field-invalid", params={"count": more + 1}, reason="more", item=None)
    return kept


def gaps(scene: Scene) -> Iterator[Finding]:
    """Give every gap of a scene with its rule's own severity, accepted ones too."""
    unread = scene.portfolio.unreadable
    return (_with_unread(gap, scene) if unread and gap.rule in ABSENT else gap for gap in _all_gaps(scene))


def _with_unread(gap: Finding, scene: Scene) -> Finding:
    """Let a gap say how many files could not be read: one of them may hold what is missing."""
    return replace(gap, params={**gap.params, "unread": Count(len(scene.portfolio.unreadable), "unread-file")})


def _all_gaps(scene: Scene) -> Iterator[Finding]:
    for known in scene.known.values():
        if known.has_started:
            yield from _assignment_gaps(Case(scene, known))
    yield from _program_gaps(scene)
    yield from _file_gaps(scene)


def _assignment_gaps(case: Case) -> Iterator[Finding]:
    scene, known = case.scene, case.known
    subject = Subject("assignment", known.id)
    yield from _asked(STARTED, case, known.path, subject)
    yield from _asked(CLIMBING if known.climbs else ENABLING, case, known.path, subject)
    if known.climbs and known.counts:
        on_benefits = any(stay.number >= BENEFITS for stay in known.stays)
        for figures in scene.figures[known.id]:
            case_of_it = BenefitCase(scene, known, figures, figures.known.benefit, on_benefits)
            yield from _asked(BENEFIT, case_of_it, known.path, subject)
    for item in known.items:
        if item.live:
            found = _asked(ITEM, ItemCase(scene, known, item), known.path, subject)
            rests = item.item.became in scene.portfolio.broken  # what has become of it can't be told then
            yield from (_with_unread(gap, scene) for gap in found) if rests else found


def _program_gaps(scene: Scene) -> Iterator[Finding]:
    for place, department in enumerate(scene.program.departments):
        case = DepartmentCase(scene, department, place, scene.standings[department.id])
        yield from _asked(DEPARTMENT, case, PROGRAM_FILE, Subject("department", department.id))
    for place, goal in enumerate(scene.program.goals):
        yield from _asked(GOAL, GoalCase(scene, goal, place), PROGRAM_FILE, Subject("goal", goal.id))
    yield from _asked(PROGRAM_WIDE, scene, PROGRAM_FILE, PROGRAM)


def _asked(rules: Iterable[Rule[C]], case: C, path: str, subject: Subject) -> Iterator[Finding]:
    for name, check in rules:
        for hit in check(case):
            yield _finding(name, path, subject, hit)


def _file_gaps(scene: Scene) -> Iterator[Finding]:
    portfolio, program = scene.portfolio, scene.program
    for path, hit in file.ignored(portfolio.ignored):
        yield _finding("file-ignored", path, PROGRAM, hit)
    yield from _own_gaps(portfolio, PROGRAM_FILE, PROGRAM)
    for hit in accepted.stale(program.accepted, accepted.program_items(program), scene.day):
        yield _finding("accepted-stale", PROGRAM_FILE, PROGRAM, hit)
    for entry in portfolio.entries.values():
        subject = Subject("assignment", entry.id)
        yield from _own_gaps(portfolio, entry.path, subject)
        if entry.assignment.accepted:
            items = accepted.assignment_items(entry.assignment)
            for hit in accepted.stale(entry.assignment.accepted, items, scene.day):
                yield _finding("accepted-stale", entry.path, subject, hit)


def _own_gaps(portfolio: Portfolio, path: str, subject: Subject) -> Iterator[Finding]:
    source = portfolio.sources[path]
    if source.cuts:
        for hit in file.text_cut(source):
            yield _finding("text-cut", path, subject, hit)


def _finding(rule: str, path: str, subject: Subject, hit: Hit) -> Finding:
    severity = GAPS.get(rule, Severity.ERROR)
    return Finding(rule, path, hit.where, subject, hit.params, severity, hit.reason, hit.item)
