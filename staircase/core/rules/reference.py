"""References that lead nowhere. Errors."""

from collections.abc import Collection, Iterable, Iterator

from staircase.core.file import PROGRAM_FILE
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
    families: tuple[tuple[str, list[Reference], Collection[str]], ...] = (
        ("department", _department(assignment, portfolio.departments), portfolio.departments),
        ("goal", _goals(assignment, portfolio.goals), portfolio.goals),
        ("document", _documents(assignment, portfolio.documents), portfolio.documents),
        ("assignment", _assignments(assignment, portfolio.ids), portfolio.ids),
        ("rule", _rules(assignment.accepted), _RULES),
    )
    for kind, lost, known in families:
        for reference in lost:
            yield _hit(kind, reference, known, patience)
    yield from _unknown_trials(case)


def program_reference_unknown(program: Program, portfolio: Portfolio, patience: Patience) -> Iterator[Hit]:
    """Give the references of ``program.yaml`` to what does not exist."""
    for number, document in enumerate(program.documents):
        if document.department is not None and document.department not in portfolio.departments:
            owner = (("documents", number, "department"), document.department, document.id)
            yield _hit("department", owner, portfolio.departments, patience)
    for name in (*program.rules, *_rules_without_level(portfolio)):
        if name not in _RULES:
            yield _hit("rule", (AtKey(("rules", name)), name, None), GAPS, patience)
    for reference in _rules(program.accepted):
        yield _hit("rule", reference, _RULES, patience)


def _rules_without_level(portfolio: Portfolio) -> Iterator[str]:
    """Give the rules that are named without a level: nothing is said of them, but each is to exist."""
    for null in portfolio.sources[PROGRAM_FILE].nulls:
        match null.keys:
            case ("rules", str(name)):
                yield name


def _hit(kind: str, reference: Reference, known: Collection[str], patience: Patience) -> Hit:
    where, name, item = reference
    near = patience.nearest(name, known)
    terms: dict[str, Term] = {"name": Name(name)}
    if near:
        return Hit(where, terms | {"nearest": Name(near)}, item, f"{kind}-nearest")
    if 0 < len(known) <= FEW_ENOUGH_TO_LIST:
        return Hit(where, terms | {"choices": Choices(tuple(known))}, item, f"{kind}-choices")
    return Hit(where, terms, item, kind)


def _department(assignment: Assignment, known: Collection[str]) -> list[Reference]:
    name = assignment.department
    return [] if name is None or name in known else [(("department",), name, None)]


def _goals(assignment: Assignment, known: Collection[str]) -> list[Reference]:
    found: list[Reference] = [
        (("goals", position), goal, None) for position, goal in enumerate(assignment.goals) if goal not in known
    ]
    for number, item in enumerate(assignment.roadmap):
        for position, goal in enumerate(item.goals):
            if goal not in known:
                found.append((("roadmap", number, "goals", position), goal, item.id))
    return found


def _documents(assignment: Assignment, known: Collection[str]) -> list[Reference]:
    found: list[Reference] = []
    for number, benefit in enumerate(assignment.benefits):
        for position, entry in enumerate(benefit.taken_home):
            if entry.document is not None and entry.document not in known:
                found.append((("benefits", number, "taken_home", position, "document"), entry.document, benefit.id))
    for number, item in enumerate(assignment.roadmap):
        for position, document in enumerate(item.anchored_in):
            if document not in known:
                found.append((("roadmap", number, "anchored_in", position), document, item.id))
    return found


def _assignments(assignment: Assignment, known: Collection[str]) -> list[Reference]:
    found: list[Reference] = [
        (("depends_on", position), other, None)
        for position, other in enumerate(assignment.depends_on)
        if other not in known
    ]
    for number, item in enumerate(assignment.roadmap):
        if item.became is not None and item.became not in known:
            found.append((("roadmap", number, "became"), item.became, item.id))
    return found


def _rules(entries: Iterable[Accepted]) -> list[Reference]:
    return [
        (("accepted", number, "rule"), entry.rule, None)
        for number, entry in enumerate(entries)
        if entry.rule not in _RULES
    ]


def _unknown_trials(case: FileCase) -> Iterator[Hit]:
    portfolio, assignment, patience = case.portfolio, case.entry.assignment, case.patience
    own = None if "trials" in case.wrong else dict.fromkeys(trial.id for trial in assignment.trials)
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
