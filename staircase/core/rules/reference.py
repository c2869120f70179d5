"""References that lead nowhere. Errors."""

from collections.abc import Collection, Iterable, Iterator

from staircase.core.model.assignment import Accepted, Assignment
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS, GAPS
from staircase.core.rules.rule import FileCase, Hit
from staircase.core.source import AtKey, Where
from staircase.core.suggest import FEW_ENOUGH_TO_LIST, Patience
from staircase.core.term import Choices, Name, Term

Reference = tuple[Where, str, str | None]
"""A reference in a file: where, to what, and the item that it belongs to."""

_RULES = dict.fromkeys((*GAPS, *sorted(ERRORS)))


def reference_unknown(case: FileCase) -> Iterator[Hit]:
    """Give the references of an assignment to what does not exist."""
    portfolio, assignment, patience = case.portfolio, case.entry.assignment, case.patience
    if assignment.department is not None:
        department: list[Reference] = [(("department",), assignment.department, None)]
        yield from _unknown("department", department, portfolio.departments, patience)
    yield from _unknown("goal", _goals(assignment), portfolio.goals, patience)
    yield from _unknown("document", _documents(assignment), portfolio.documents, patience)
    yield from _unknown("assignment", _assignments(assignment), portfolio.ids, patience)
    if assignment.accepted:
        yield from _unknown("rule", _accepted_rules(assignment.accepted), _RULES, patience)
    yield from _unknown_trials(portfolio, assignment, patience)


def program_reference_unknown(program: Program, portfolio: Portfolio, patience: Patience) -> Iterator[Hit]:
    """Give the references of ``program.yaml`` to what does not exist."""
    owners = (
        (("documents", number, "department"), document.department, document.id)
        for number, document in enumerate(program.documents)
        if document.department is not None
    )
    yield from _unknown("department", owners, portfolio.departments, patience)
    for name in program.rules:
        if name not in _RULES:
            yield _hit("rule", (AtKey(("rules", name)), name, None), GAPS, patience)
    yield from _unknown("rule", _accepted_rules(program.accepted), _RULES, patience)


def _unknown(kind: str, references: Iterable[Reference], known: Collection[str], patience: Patience) -> list[Hit]:
    return [_hit(kind, reference, known, patience) for reference in references if reference[1] not in known]


def _hit(kind: str, reference: Reference, known: Collection[str], patience: Patience) -> Hit:
    where, name, item = reference
    near = patience.nearest(name, known)
    terms: dict[str, Term] = {"name": Name(name)}
    if near:
        return Hit(where, terms | {"nearest": Name(near)}, item, f"{kind}-nearest")
    if 0 < len(known) <= FEW_ENOUGH_TO_LIST:
        return Hit(where, terms | {"choices": Choices(tuple(known))}, item, f"{kind}-choices")
    return Hit(where, terms, item, kind)


def _goals(assignment: Assignment) -> list[Reference]:
    found: list[Reference] = [(("goals", position), goal, None) for position, goal in enumerate(assignment.goals)]
    for number, item in enumerate(assignment.roadmap):
        found += [(("roadmap", number, "goals", position), goal, item.id) for position, goal in enumerate(item.goals)]
    return found


def _documents(assignment: Assignment) -> list[Reference]:
    found: list[Reference] = []
    for number, benefit in enumerate(assignment.benefits):
        for position, entry in enumerate(benefit.taken_home):
            if entry.document is not None:
                found.append((("benefits", number, "taken_home", position, "document"), entry.document, benefit.id))
    for number, item in enumerate(assignment.roadmap):
        for position, document in enumerate(item.anchored_in):
            found.append((("roadmap", number, "anchored_in", position), document, item.id))
    return found


def _assignments(assignment: Assignment) -> list[Reference]:
    found: list[Reference] = [
        (("depends_on", position), other, None) for position, other in enumerate(assignment.depends_on)
    ]
    for number, item in enumerate(assignment.roadmap):
        if item.became is not None:
            found.append((("roadmap", number, "became"), item.became, item.id))
    return found


def _accepted_rules(entries: Iterable[Accepted]) -> Iterator[Reference]:
    for number, entry in enumerate(entries):
        yield ("accepted", number, "rule"), entry.rule, None


def _unknown_trials(portfolio: Portfolio, assignment: Assignment, patience: Patience) -> Iterator[Hit]:
    own = dict.fromkeys(trial.id for trial in assignment.trials)
    others: dict[str, Collection[str]] = {}
    for where, lesson, item in _lessons(assignment):
        name, slash, _ = lesson.partition("/")
        if slash and name not in portfolio.ids:
            yield _hit("assignment", (where, name, item), portfolio.ids, patience)
            continue
        if slash and name not in others and name in portfolio.entries:
            trials = portfolio.entries[name].assignment.trials
            others[name] = dict.fromkeys(f"{name}/{trial.id}" for trial in trials)
        known = others.get(name) if slash else own
        if known is not None and lesson not in known:
            yield _hit("trial", (where, lesson, item), known, patience)


def _lessons(assignment: Assignment) -> Iterator[Reference]:
    for number, item in enumerate(assignment.roadmap):
        for position, lesson in enumerate(item.based_on):
            yield ("roadmap", number, "based_on", position), lesson, item.id
