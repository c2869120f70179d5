"""References that lead nowhere. Errors."""

from collections.abc import Collection, Iterable, Iterator

from staircase.core.model.assignment import Accepted, Assignment
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS, GAPS
from staircase.core.rules.rule import FileCase, Hit
from staircase.core.source import AtKey, KeyPath, Where
from staircase.core.suggest import FEW_ENOUGH_TO_LIST, nearest
from staircase.core.term import Choices, Name, Term

Reference = tuple[KeyPath, str, str | None]
"""A reference in a file: where, to what, and the item that it belongs to."""

_RULES = dict.fromkeys((*GAPS, *sorted(ERRORS)))


def reference_unknown(case: FileCase) -> Iterator[Hit]:
    """Give the references of an assignment to what does not exist."""
    portfolio, assignment = case.portfolio, case.entry.assignment
    if assignment.department is not None:
        yield from _unknown("department", [(("department",), assignment.department, None)], portfolio.departments)
    yield from _unknown("goal", _goals(assignment), portfolio.goals)
    yield from _unknown("document", _documents(assignment), portfolio.documents)
    yield from _unknown("assignment", _assignments(assignment), portfolio.ids)
    yield from _unknown("rule", _accepted_rules(assignment.accepted), _RULES)
    for number, item in enumerate(assignment.roadmap):
        for position, lesson in enumerate(item.based_on):
            where = ("roadmap", number, "based_on", position)
            yield from _unknown_trial(portfolio, assignment, (where, lesson, item.id))


def program_reference_unknown(portfolio: Portfolio) -> Iterator[Hit]:
    """Give the references of ``program.yaml`` to what does not exist."""
    program = portfolio.program
    if program is None:
        return
    owners = (
        (("documents", number, "department"), document.department, document.id)
        for number, document in enumerate(program.documents)
        if document.department is not None
    )
    yield from _unknown("department", owners, portfolio.departments)
    for name in program.rules:
        if name not in _RULES:
            yield _hit("rule", AtKey(("rules", name)), name, None, GAPS)
    yield from _unknown("rule", _accepted_rules(program.accepted), _RULES)


def _unknown(kind: str, references: Iterable[Reference], known: Collection[str]) -> Iterator[Hit]:
    for where, name, item in references:
        if name not in known:
            yield _hit(kind, where, name, item, known)


def _hit(kind: str, where: Where, name: str, item: str | None, known: Iterable[str]) -> Hit:
    choices = tuple(known)
    near = nearest(name, choices)
    terms: dict[str, Term] = {"name": Name(name)}
    if near:
        return Hit(where, terms | {"nearest": Name(near)}, item, f"{kind}-nearest")
    if 0 < len(choices) <= FEW_ENOUGH_TO_LIST:
        return Hit(where, terms | {"choices": Choices(choices)}, item, f"{kind}-choices")
    return Hit(where, terms, item, kind)


def _goals(assignment: Assignment) -> Iterator[Reference]:
    for position, goal in enumerate(assignment.goals):
        yield ("goals", position), goal, None
    for number, item in enumerate(assignment.roadmap):
        for position, goal in enumerate(item.goals):
            yield ("roadmap", number, "goals", position), goal, item.id


def _documents(assignment: Assignment) -> Iterator[Reference]:
    for number, benefit in enumerate(assignment.benefits):
        for position, entry in enumerate(benefit.taken_home):
            if entry.document is not None:
                yield ("benefits", number, "taken_home", position, "document"), entry.document, benefit.id
    for number, item in enumerate(assignment.roadmap):
        for position, document in enumerate(item.anchored_in):
            yield ("roadmap", number, "anchored_in", position), document, item.id


def _assignments(assignment: Assignment) -> Iterator[Reference]:
    for position, other in enumerate(assignment.depends_on):
        yield ("depends_on", position), other, None
    for number, item in enumerate(assignment.roadmap):
        if item.became is not None:
            yield ("roadmap", number, "became"), item.became, item.id


def _accepted_rules(entries: Iterable[Accepted]) -> Iterator[Reference]:
    for number, entry in enumerate(entries):
        yield ("accepted", number, "rule"), entry.rule, None


def _unknown_trial(portfolio: Portfolio, assignment: Assignment, reference: Reference) -> Iterator[Hit]:
    where, lesson, item = reference
    name, slash, trial = lesson.partition("/")
    if not slash:
        yield from _unknown("trial", [reference], {trial.id: None for trial in assignment.trials})
    elif name not in portfolio.ids:
        yield _hit("assignment", where, name, item, portfolio.ids)
    elif name in portfolio.entries:
        trials = [f"{name}/{known.id}" for known in portfolio.entries[name].assignment.trials]
        if f"{name}/{trial}" not in trials:
            yield _hit("trial", where, lesson, item, trials)
