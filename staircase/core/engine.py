"""Asks every rule about every case of its scope, and makes findings of their hits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeVar

from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import PROGRAM, Finding, Severity, Subject
from staircase.core.model.program import Program
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

_REFERRING = (*FILE, *REFERENCE)


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
        errors += _program_errors(portfolio, portfolio.program, patience)
    if scene:
        gaps += _program_gaps(scene)
        gaps += _file_gaps(scene)
    return Found(errors, [_told(gap, scene) for gap in gaps] if scene and portfolio.unreadable else gaps)


def _file_errors(case: FileCase) -> Sequence[Finding]:
    rules = FILE if case.portfolio.program is None else _REFERRING
    return _first(_asked(rules, case, case.entry.path, Subject("assignment", case.entry.id)))


def _program_errors(portfolio: Portfolio, program: Program, patience: Patience) -> Iterator[Finding]:
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


def _with_unread(gap: Finding, scene: Scene) -> Finding:
    """Let a gap say how many files could not be read: one of them may hold what is missing."""
    return replace(gap, params={**gap.params, "unread": Count(len(scene.portfolio.unreadable), "unread-file")})


def _told(gap: Finding, scene: Scene) -> Finding:
    """Give a gap about something absent with how many files are unread."""
    return _with_unread(gap, scene) if gap.rule in ABSENT else gap


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
