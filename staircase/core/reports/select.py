"""The filters of reports, what is sorted by, and which departments, benefits and findings the filters leave."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from staircase.core.assess import Assessment
from staircase.core.choices import OPEN, STEPS, Bucket, State
from staircase.core.figures import BenefitFigures
from staircase.core.finding import Finding, Severity
from staircase.core.known import Known
from staircase.core.listing import owner
from staircase.core.model.program import Department, limit, reorganised
from staircase.core.period import Period
from staircase.core.portfolio import Named, Portfolio, meant, names_of
from staircase.core.reports import Value
from staircase.core.rules.rule import Scene
from staircase.core.suggest import folded
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Said, Share, ShareRange, Term, Word

One = TypeVar("One")

MOST_HEADINGS = 50
"""The departments that something is shown under, one by one."""

MANY_DEPARTMENTS = "~"
"""What stands for all departments that share something where they are more than that; no department has this id."""


class Selection(NamedTuple):
    """What the user asked to see: OR within a filter, AND between them; empty filters let all through.

    ``sort`` is a row's key, with ``-`` before it for the other direction; ``columns`` are the row keys to show.
    """

    department: tuple[str, ...] = ()
    step: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    sort: str = ""
    columns: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether any filter but the state is given."""
        return any((self.department, self.step, self.lead, self.owner, self.tag, self.goal))

    @property
    def options(self) -> str:
        """Its filters but the state as they are written on a command line, with a blank before each."""
        if not self.narrows:
            return ""
        names = ("department", "step", "lead", "owner", "tag", "goal")
        return "".join(f" --{name} {_quoted(value)}" for name in names for value in getattr(self, name))

    @property
    def for_items(self) -> "Selection":
        """What is left when department, owner and goal have been asked of items of their own."""
        return self._replace(department=(), owner=(), goal=())

    @property
    def without_owner_and_department(self) -> "Selection":
        """What is left when those two have been asked of something else than the assignment."""
        return self._replace(owner=(), department=())

    def departments_shown(self, departments: Sequence[str]) -> Sequence[str]:
        """Those of some departments under which to show what they share: where some are asked for, these only.

        What very many share would fill a report: it is shown once, under the heading of ``MANY_DEPARTMENTS``.
        """
        shown = [name for name in departments if not self.department or name in self.department]
        return shown if len(shown) <= MOST_HEADINGS else (MANY_DEPARTMENTS,)


ALL = Selection()


_NAMED: Mapping[str, Named] = {"department": "department", "goal": "goal"}
"""The filters whose values have both an id and a name."""


def in_ids(selection: Selection, portfolio: Portfolio) -> Selection:
    """The same selection, with the id wherever a department or goal stands by its name."""
    changed: dict[str, Any] = {}
    for option, kind in _NAMED.items():
        found = [(word, meant(word, kind, portfolio)) for word in getattr(selection, option)]
        changed[option] = tuple(ids[0] if len(ids) == 1 else word for word, ids in found)
    return selection._replace(**changed)


class Unknown(NamedTuple):
    """A filter's value, or a column, that does not exist or may be several.

    Attributes:
        option: the option.
        word: what was asked for.
        choices: what there is instead, or which ones it may be.
        names: what those are called, by their ids.
        is_shared: whether several are called so.
    """

    option: str
    word: str
    choices: tuple[str, ...]
    names: Mapping[str, str] = MappingProxyType({})
    is_shared: bool = False


def problems(assessment: Assessment, selection: Selection, report: str, keys: tuple[str, ...]) -> tuple[Unknown, ...]:
    """What the selection asks for that the portfolio, or the report of that name with those keys, does not have."""
    known = {**VALUES, "owner": _owners_of_gaps} if report == "gaps" else VALUES
    asked: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]] = (
        *((name, getattr(selection, name), values(assessment.scene)) for name, values in known.items()),
        ("sort", (selection.sort.removeprefix("-"),) if selection.sort else (), keys),
        ("columns", selection.columns, keys),
    )
    return tuple(
        _unknown(option, value, choices, assessment.portfolio)
        for option, given, choices in asked
        for value in given
        if value not in choices and not _is_loosely(option, value, choices)
    )


def _unknown(option: str, word: str, choices: tuple[str, ...], portfolio: Portfolio) -> Unknown:
    kind = _NAMED.get(option)
    if kind is None:
        return Unknown(option, word, choices)
    if shared := tuple(meant(word, kind, portfolio)):
        return Unknown(option, word, shared, is_shared=True)
    return Unknown(option, word, choices, names_of(kind, portfolio))


def matches(known: Known, selection: Selection, *, state: bool = True) -> bool:
    """Whether an assignment passes every filter; without ``state`` that filter is not asked."""
    return all(
        not wanted or any(is_one_of(value, wanted) for value in FACTS[name](known))
        for name in FACTS
        if (state or name != "state") and (wanted := getattr(selection, name))
    )


def is_one_of(value: str, wanted: Iterable[str]) -> bool:
    """Whether a value is wanted, case and blanks at the ends aside."""
    return folded(value) in map(folded, wanted)


def in_order(lines: Iterable[One], value: Callable[[One], Value], *, descending: bool) -> tuple[One, ...]:
    """Lines sorted by a value of each; unset ones last either way; equals keep their order."""
    valued = [(value(line), line) for line in lines]
    filled = [(found, line) for found, line in valued if found is not None]
    filled.sort(key=lambda pair: sort_value(pair[0]), reverse=descending)
    return (*(line for _, line in filled), *(line for found, line in valued if found is None))


def sort_value(value: Value) -> tuple[Any, ...]:  # noqa: C901, PLR0911 -- one line for each kind of term
    """What a value is sorted by: numbers and dates by size, text case aside, lists and sentences part by part."""
    match value:
        case Name() | Code():
            return (value.text.casefold(), value.text)
        case Word():
            return (_place(value.key), value.key)
        case Days():
            return (value.count,)
        case Count():
            return (value.number,)
        case Money():
            return (value.amount,)
        case Share() | Quantity():
            return (value.value,)
        case Period():
            return (value.first, value.last)
        case ShareRange():
            return (value.low, value.high)
        case tuple():
            return tuple(part for item in value for part in sort_value(item))
        case Said():
            return (value.key, *_sort_parts(value.terms))
        case Mapping():
            return _sort_parts(value)
        case _:
            return (value,)


def _sort_parts(values: Mapping[str, Any]) -> tuple[Any, ...]:
    """What named values are sorted by; the kind of each goes before it, since kinds can't be compared."""
    return tuple((name, type(value).__name__, sort_value(value)) for name, value in values.items())


_ORDERS: Mapping[str, Sequence[str]] = {
    "step": STEPS,
    "state": tuple(State),
    "severity": tuple(Severity),
    "bucket": tuple(Bucket),
}
"""Words that have an order of their own, by the first part of their keys."""


def _place(key: str) -> int:
    family, _, name = key.rpartition(".")
    order = _ORDERS.get(family, ())
    return order.index(name) if name in order else len(order)


def _quoted(value: str) -> str:
    """A value as one word of a command line: quoted where it is more than letters, digits and hyphens."""
    if value.isascii() and value.replace("-", "x").isalnum():
        return value
    return "'" + value.replace("'", "'\"'\"'") + "'"


def _is_loosely(option: str, value: str, choices: Iterable[str]) -> bool:
    """Whether case and blanks at the ends are all that differs, where people write names."""
    return option in {"lead", "owner", "tag"} and folded(value) in map(folded, choices)


def _owners(known: Known) -> Iterator[str]:
    """Who answers for a benefit, or for a roadmap item that is not over."""
    yield from filter(None, (benefit.benefit.owner for benefit in known.benefits))
    yield from filter(None, (item.item.owner for item in known.items if not known.is_over(item)))


def _written_owners(known: Known) -> Iterator[str]:
    """Who may be asked for: every owner that the file names, as decided on the day."""
    owners = (
        *(benefit.benefit.owner for benefit in known.benefits),
        *(item.owner for item in known.assignment.roadmap),
    )
    yield from (owner for owner in owners if owner)


def _goals(known: Known) -> Iterator[str]:
    """The goals that the assignment names, and its roadmap items that are not over."""
    yield from known.assignment.goals
    for item in known.items:
        if not known.is_over(item):
            yield from item.item.goals


def _states(known: Known) -> tuple[str, ...]:
    return (known.state.value, OPEN) if known.is_open else (known.state.value,)


FACTS: Mapping[str, Callable[[Known], Iterable[str]]] = {
    "department": lambda known: known.departments,
    "step": lambda known: (known.current.step,) if known.stays else (),
    "state": _states,
    "lead": lambda known: (known.assignment.lead,),
    "owner": _owners,
    "tag": lambda known: known.assignment.tags,
    "goal": _goals,
}
"""What each filter looks at in an assignment."""


def _everywhere(look: Callable[[Known], Iterable[str]], scene: Scene | None) -> tuple[str, ...]:
    return tuple(sorted({value for known in scene.known.values() for value in look(known)})) if scene else ()


def _owners_of_gaps(scene: Scene | None) -> tuple[str, ...]:
    """Whom a gap may belong to: who owns a benefit or an item, else the lead, else the department's manager."""
    departments = scene.program.departments if scene else ()
    managers = {each.manager for each in departments if each.manager}
    return tuple(sorted({*_everywhere(_written_owners, scene), *_everywhere(FACTS["lead"], scene), *managers}))


VALUES: Mapping[str, Callable[[Scene | None], tuple[str, ...]]] = {
    "department": lambda scene: tuple(scene.portfolio.departments) if scene else (),
    "step": lambda _: STEPS,
    "state": lambda _: (*State, OPEN),
    "lead": partial(_everywhere, FACTS["lead"]),
    "owner": partial(_everywhere, _written_owners),
    "tag": partial(_everywhere, FACTS["tag"]),
    "goal": lambda scene: tuple(scene.portfolio.goals) if scene else (),
}
"""What each filter may be given."""


def elsewhere(scene: Scene, selection: Selection, report: str) -> Iterator[tuple[Said, str]]:
    """What is said of the departments that are asked for and are not there on the day.

    Of one that others came after, the command shows these; of another one, the day that is nearest.
    """
    command = f"staircase {report.replace('-', ' --')}"
    for name in selection.department:
        one = scene.portfolio.departments[name]
        period = limit(one, scene.day)
        if period is None:
            continue
        terms: dict[str, Term] = {"department": Name(one.name), "day": period}
        heirs = reorganised(scene.program.departments, scene.day).heirs(name)
        if heirs:
            others = (each for each in selection.department if each != name)
            narrowed = selection._replace(department=tuple(dict.fromkeys((*heirs, *others))))
            terms["heirs"] = Name(scene.department_names(heirs))
            yield Said("hint.department-became", terms), f"{command}{narrowed.options}"
        else:
            key, nearest = ("ended", period.last) if period.last < scene.day else ("begins", period.first)
            yield Said(f"hint.department-{key}", terms), f"{command}{selection.options} --as-of {nearest}"


def departments_of(scene: Scene, selection: Selection, *, state: bool = True) -> Sequence[Department]:
    """The departments of the day that the filters leave an assignment of, in the order of ``program.yaml``.

    Without ``state`` that filter is not asked.
    """
    living = [each for each in scene.program.departments if each.id in scene.standings]
    return [each for each in living if _is_left(scene, each.id, selection, state=state)]


def benefits_of(scene: Scene, known: Known, selection: Selection) -> Iterator[BenefitFigures]:
    """An assignment's benefits, or those of the owners that are asked for."""
    for figures in scene.figures[known.id]:
        if not selection.owner or is_one_of(figures.known.benefit.owner or "", selection.owner):
            yield figures


def is_about(scene: Scene, finding: Finding, selection: Selection, *, state: bool = True) -> bool:
    """Whether the filters let through what a finding is about, the same for ``gaps`` and what ``status`` counts.

    The owner is the finding's own: who answers for the benefit or item, else the lead, else the department's manager.
    """
    if not selection.narrows and not (state and selection.state):
        return True
    if selection.owner and not is_one_of(owner(scene, finding) or "", selection.owner):
        return False
    if selection.department and not set(departments_about(scene, finding)).intersection(selection.department):
        return False
    others = selection.without_owner_and_department
    if not others.narrows and not (state and others.state):
        return True
    if finding.subject.kind == "goal":
        return finding.subject.id in others.goal
    known = scene.known.get(finding.subject.id) if finding.subject.kind == "assignment" else None
    return known is not None and matches(known, others, state=state)


def department_heading(scene: Scene, name: str) -> Term:
    """The heading of what is shown under a department, under none, or under all that share it."""
    if name in {"", MANY_DEPARTMENTS}:
        return Word("status.many-departments" if name else "status.no-department")
    return Name(scene.department_name(name))


def departments_about(scene: Scene, finding: Finding) -> tuple[str, ...]:
    """The ids of the departments that a finding is about, by itself or through its assignment."""
    match finding.subject.kind:
        case "department":
            return (finding.subject.id,)
        case "assignment" if known := scene.known.get(finding.subject.id):
            return known.departments
        case _:
            return ()


def _is_left(scene: Scene, name: str, selection: Selection, *, state: bool) -> bool:
    if selection.department and name not in selection.department:
        return False
    if not selection._replace(department=()).narrows and not (state and selection.state):
        return True
    return any(matches(known, selection, state=state) for known in scene.standings[name].assignments)
