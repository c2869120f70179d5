"""What a file refers to and is not there. Errors."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from staircase.core.model.assignment import Accepted, Assignment
from staircase.core.portfolio import NAMED, Portfolio, names_of
from staircase.core.rules.rule import FileCase, Hit, ProgramCase
from staircase.core.rules.table import ERRORS, GAPS
from staircase.core.source import PROGRAM_FILE, AtKey, KeyPath
from staircase.core.suggest import FEW_ENOUGH_TO_LIST, TYPOGRAPHIC, as_id, by_name, folded, letters
from staircase.core.term import Choices, Code, Name, Term, line, quoted

Reference = tuple[KeyPath | AtKey, str, str | None]
"""A reference in a file: where, to what, and the item that it belongs to."""

Lost = tuple[str, Reference, Collection[str]]
"""A reference that leads nowhere: the kind of what it names, itself, and what there is of that kind."""


@dataclass(frozen=True, slots=True)
class AllBut(Collection[str]):
    """All ids but one, without a copy: a crowd of files that each refer to nothing would copy a crowd of ids."""

    known: Collection[str]
    left_out: str

    def __contains__(self, name: object) -> bool:
        """Whether an id is among them."""
        return name != self.left_out and name in self.known

    def __iter__(self) -> Iterator[str]:
        """The ids in their order."""
        return (name for name in self.known if name != self.left_out)

    def __len__(self) -> int:
        """How many they are."""
        return len(self.known) - (self.left_out in self.known)


_RULES = dict.fromkeys((*GAPS, *sorted(ERRORS)))


def reference_unknown(case: FileCase) -> Iterator[Hit]:
    """The references of an assignment to what does not exist."""
    portfolio, assignment = case.portfolio, case.entry.assignment
    lost = _lost(assignment, portfolio)
    if assignment.roadmap:
        lost += _lost_of_roadmap(case)
    if case.entry.is_decided_anew:
        lost += _lost_before(assignment, portfolio)
    for kind, reference, known in lost:
        yield _hit(kind, reference, AllBut(known, case.entry.id) if kind == "assignment" else known, case)
    if not assignment.stopped:
        yield from _parts_of_stopped(assignment, portfolio)


def program_reference_unknown(case: ProgramCase) -> Iterator[Hit]:
    """The references of ``program.yaml`` to what does not exist."""
    portfolio, program = case.portfolio, case.program
    for number, department in enumerate(program.departments):
        for position, heir in enumerate(department.became):
            if heir not in portfolio.departments:
                lost = (("departments", number, "became", position), heir, department.id)
                yield _hit("department", lost, portfolio.departments, case)
    for number, document in enumerate(program.documents):
        if document.department is not None and document.department not in portfolio.departments:
            owner = (("documents", number, "department"), document.department, document.id)
            yield _hit("department", owner, portfolio.departments, case)
    for name in (*program.rules, *_rules_without_level(portfolio)):
        if name not in _RULES:
            yield _hit("rule", (AtKey(("rules", name)), name, None), GAPS, case)
    for reference in _rules(program.accepted):
        yield _hit("rule", reference, _RULES, case)


def _rules_without_level(portfolio: Portfolio) -> Iterator[str]:
    """The rules that are named without a level: nothing is said of them, but each is to exist."""
    for null in portfolio.sources[PROGRAM_FILE].nulls:
        match null.keys:
            case ("rules", str(name)):
                yield name


def _hit(kind: str, reference: Reference, known: Collection[str], case: FileCase | ProgramCase) -> Hit:
    """A reference that leads nowhere, with the id that is meant: that of what it names, or the nearest one."""
    where, name, item = reference
    terms: dict[str, Term] = {"name": Name(name), "correction": _line(reference, "…", case)}
    if (same := _id_of(kind, name, case)) and same[0] in known:
        terms |= {"nearest": Name(same[0]), "correction": _line(reference, same[0], case)}
        reason, more = _in_other_letters(kind, name, same)
        return Hit(where, terms | more, item, reason)
    if several := _several(reference, known):
        terms |= {"nearest": Name(several), "correction": _line(reference, several, case)}
        return Hit(where, terms, item, f"{kind}-nearest")
    near = case.patience.nearest(name, known)
    if near:
        terms |= {"nearest": Name(near), "correction": _line(reference, near, case)}
        return Hit(where, terms, item, f"{kind}-nearest")
    if kind in _DECLARED:
        terms["entry"] = Name(f"- {{id: {as_id(name)}, {_DECLARED[kind]}: …}}")
    if 0 < len(known) <= FEW_ENOUGH_TO_LIST:
        return Hit(where, terms | {"choices": Choices(tuple(known))}, item, f"{kind}-choices")
    return Hit(where, terms, item, kind)


def _in_other_letters(kind: str, name: str, same: tuple[str, str]) -> tuple[str, dict[str, Term]]:
    """The reason of a reference that is an id in other letters or in quotes, or the name of what has the id."""
    if letters(name) != letters(same[0]) or folded(name) == folded(same[1]) or " " in name.strip():
        return f"{kind}-named", {"other": quoted(same[1])}
    if name[0] in TYPOGRAPHIC:
        return "typographic", {"sign": Code(name[0])}
    return f"{kind}-nearest", {}


_DECLARED = {"department": "name", "goal": "title", "document": "title"}
"""What ``program.yaml`` declares, and what it calls the name of each."""


_BESIDE = 5
"""How many entries on either side are written with the one to mend: a crowd of them is copied for none of a crowd."""


def _line(reference: Reference, meant: str, case: FileCase | ProgramCase) -> Name:
    """The line to write for what is meant: of a list, the whole of it, or what stands around in a long one."""
    where, name, _ = reference
    if isinstance(where, AtKey):
        return Name("journey-stuck: note" if meant == "…" else f"{meant}: …")
    place = where[-1]
    if isinstance(place, str):
        meaning = meant if not isinstance(case, FileCase) else _written(where, case).replace(name, meant, 1)
        return line(f"{place}: {meaning}")
    listed = _written(where[:-1], case)
    mended = listed[place].replace(name, meant, 1)
    if where[-2] == "department" and len(listed) == 1:
        return line(f"department: {mended}")
    first, last = max(place - _BESIDE, 0), place + _BESIDE
    names = [*listed[first:place], mended, *listed[place + 1 : last + 1]]
    before, after = "…, " if first else "", ", …" if last + 1 < len(listed) else ""
    return line(f"{where[-2]}: [{before}{', '.join(names)}{after}]")


def _written(keys: KeyPath, case: FileCase | ProgramCase) -> Any:  # noqa: ANN401 - what stands at a place may be anything
    """What a file says at a place."""
    found: Any = case.entry.assignment if isinstance(case, FileCase) else case.program
    for key in keys:
        found = found[key] if isinstance(key, int) else getattr(found, key)
    return found


def _id_of(kind: str, name: str, case: FileCase | ProgramCase) -> tuple[str, str] | None:
    """The id and the name of what is called so, in whatever letters; nothing where several are."""
    index = case.patience.names.get(kind)
    if index is None:
        called = next((names_of(one, case.portfolio) for one in NAMED if one == kind), {})
        index = case.patience.names[kind] = by_name(called)
    return index.get(letters(name))


def _several(reference: Reference, known: Collection[str]) -> str:
    """The ids that stand in a list as one text, ``care, school``, or without the comma between them; else empty."""
    where, name, _ = reference
    if isinstance(where, AtKey) or not isinstance(where[-1], int):
        return ""
    ids = dict.fromkeys(name.replace(",", " ").split())
    if len(ids) == 1 or not all(one in known for one in ids):
        return ""
    return f"[{', '.join(ids)}]" if where[-2] == "department" else ", ".join(ids)


def _lost(assignment: Assignment, portfolio: Portfolio) -> list[Lost]:
    """What is referred to outside the roadmap, and is not there."""
    lists = (
        ("department", "department", assignment.department, portfolio.departments),
        ("goal", "goals", assignment.goals, portfolio.goals),
        ("assignment", "depends_on", assignment.depends_on, portfolio.ids),
    )
    lost = list(_lost_in_lists((), None, lists))
    for number, benefit in enumerate(assignment.benefits):
        for position, entry in enumerate(benefit.taken_home):
            if entry.document is not None and entry.document not in portfolio.documents:
                where = ("benefits", number, "taken_home", position, "document")
                lost.append(("document", (where, entry.document, benefit.id), portfolio.documents))
        if benefit.part_of is not None:
            lost += _lost_whole(benefit.part_of, (("benefits", number, "part_of"), benefit.id), portfolio)
    return lost + [("rule", reference, _RULES) for reference in _rules(assignment.accepted)]


def _lost_whole(name: str, part: tuple[KeyPath, str], portfolio: Portfolio) -> Iterator[Lost]:
    """The benefit that another is part of, where there is none of that name, ``assignment/benefit``."""
    where, item = part
    assignment, slash, _ = name.partition("/")
    if not slash:  # half a name: what may be meant is what either half of it says
        yield "benefit", (where, name, item), [one for one in _wholes(portfolio) if name in one.split("/")]
    elif assignment not in portfolio.ids:
        yield "assignment", (where, assignment, item), portfolio.ids
    elif assignment in portfolio.entries:
        known = [f"{assignment}/{one.id}" for one in portfolio.entries[assignment].assignment.benefits]
        if name not in known:
            yield "benefit", (where, name, item), known


def _wholes(portfolio: Portfolio) -> Iterator[str]:
    """Every benefit as ``part_of`` names it."""
    return (f"{name}/{one.id}" for name, entry in portfolio.entries.items() for one in entry.assignment.benefits)


def _parts_of_stopped(assignment: Assignment, portfolio: Portfolio) -> Iterator[Hit]:
    """The benefits that are counted in an assignment that was stopped, and so nowhere."""
    for number, benefit in enumerate(assignment.benefits):
        if benefit.part_of is not None:
            name, _, whole = benefit.part_of.partition("/")
            other = portfolio.assignment(name)
            if other and other.stopped and any(one.id == whole for one in other.benefits):
                params: dict[str, Term] = {"name": Name(benefit.part_of), "stopped": other.stopped.date}
                yield Hit(("benefits", number, "part_of"), params, benefit.id, "benefit-stopped")


def _lost_before(assignment: Assignment, portfolio: Portfolio) -> Iterator[Lost]:
    """What was referred to before, and is not there: departments, goals and documents, also of before, remain."""
    for number, entry in enumerate(assignment.was):
        lists: tuple[tuple[str, str, tuple[str, ...] | None, Collection[str]], ...] = (
            ("department", "department", entry.department, portfolio.departments),
            ("goal", "goals", entry.goals, portfolio.goals),
        )
        yield from _lost_in_lists(("was", number), None, lists)
    for place, item in enumerate(assignment.roadmap):
        for number, earlier in enumerate(item.was):
            lists = (
                ("goal", "goals", earlier.goals, portfolio.goals),
                ("document", "anchored_in", earlier.anchored_in, portfolio.documents),
            )
            yield from _lost_in_lists(("roadmap", place, "was", number), item.id, lists)


def _lost_in_lists(
    place: KeyPath, item: str | None, lists: Iterable[tuple[str, str, tuple[str, ...] | None, Collection[str]]]
) -> Iterator[Lost]:
    """What lists of references at a place name, each with its kind, its key and what there is, and is not there."""
    for kind, key, names, known in lists:
        for position, name in enumerate(names or ()):
            if name not in known:
                yield kind, ((*place, key, position), name, item), known


def _lost_of_roadmap(case: FileCase) -> Iterator[Lost]:
    """What the items of the roadmap refer to, and is not there."""
    portfolio, trials = case.portfolio, _Trials(case)
    for number, item in enumerate(case.entry.assignment.roadmap):
        if item.department is not None and item.department not in portfolio.departments:
            yield "department", (("roadmap", number, "department"), item.department, item.id), portfolio.departments
        for position, goal in enumerate(item.goals):
            if goal not in portfolio.goals:
                yield "goal", (("roadmap", number, "goals", position), goal, item.id), portfolio.goals
        for position, document in enumerate(item.anchored_in):
            if document not in portfolio.documents:
                yield "document", (("roadmap", number, "anchored_in", position), document, item.id), portfolio.documents
        if item.became is not None and item.became not in portfolio.ids:
            yield "assignment", (("roadmap", number, "became"), item.became, item.id), portfolio.ids
        for position, lesson in enumerate(item.based_on):
            if found := trials.lost(lesson):
                kind, name, known = found
                yield kind, (("roadmap", number, "based_on", position), name, item.id), known


def _rules(entries: Iterable[Accepted]) -> list[Reference]:
    return [
        (("accepted", number, "rule"), entry.rule, None)
        for number, entry in enumerate(entries)
        if entry.rule not in _RULES
    ]


class _Trials:
    """The trials that an assignment may refer to: its own by their ids, others' as ``assignment/trial``."""

    def __init__(self, case: FileCase) -> None:
        self._portfolio = case.portfolio
        own = case.entry.assignment.trials
        self._own = None if "trials" in case.wrong else dict.fromkeys(trial.id for trial in own)
        self._others: dict[str, Collection[str]] = {}

    def lost(self, lesson: str) -> tuple[str, str, Collection[str]] | None:
        """What a lesson refers to and is not there: its kind, its name, and what there is."""
        portfolio = self._portfolio
        name, slash, _ = lesson.partition("/")
        if slash and name not in portfolio.ids:
            return "assignment", name, portfolio.ids
        known = self._of(name) if slash else self._own
        return ("trial", lesson, known) if known is not None and lesson not in known else None

    def _of(self, name: str) -> Collection[str] | None:
        """The trials of another assignment, as they are referred to; nothing where it can't be read."""
        if name not in self._others and name in self._portfolio.entries:
            trials = self._portfolio.entries[name].assignment.trials
            self._others[name] = dict.fromkeys(f"{name}/{trial.id}" for trial in trials)
        return self._others.get(name)
