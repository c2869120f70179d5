"""The portfolio as a whole: its programme, departments and files; gaps. What depends on itself in a ring; errors."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from staircase.core.choices import STEPS
from staircase.core.evidence import ends_of_rounds, roadmap_due
from staircase.core.finding import PROGRAM
from staircase.core.flow import YEAR, at_once, last_year
from staircase.core.known import Known
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import AcceptedCase, Case, DepartmentCase, GoalCase, Hit, ProgramCase, Scene
from staircase.core.rules.table import GAPS
from staircase.core.source import KeyPath, Source
from staircase.core.suggest import folded
from staircase.core.term import Choices, Code, Count, Days, Name, Terms, days_of, file_name, line


def untouched(case: DepartmentCase) -> Iterator[Hit]:
    """No staircase assignment started."""
    if not case.standing.assignments:
        yield Hit(case.where, {"name": Name(case.department.name)})


def only_explores(case: DepartmentCase) -> Iterator[Hit]:
    """Trained, a round with an outcome other than failed, the first round over a year ago, nothing above explore."""
    assignments, day = case.standing.assignments, case.scene.day
    if not case.standing.trained or any(stay.step != "explore" for known in assignments for stay in known.stays):
        return
    first = ends_of_rounds(assignments)[0]
    outcomes = {trial.trial.outcome for known in assignments for trial in known.trials if trial.is_round}
    if outcomes - {None, "failed"} and day - first > YEAR:
        rounds = Count(case.standing.rounds, "round")
        params: Terms = {"name": Name(case.department.name), "rounds": rounds, "first": first, "as_of": day}
        yield Hit(case.where, params)


def no_roadmap(case: DepartmentCase) -> Iterator[Hit]:
    """A roadmap is overdue: see ``roadmap_due``."""
    due = roadmap_due(case.standing, case.scene.settings, case.scene.day)
    if due is None or not due.overdue:
        return
    name = Name(case.department.name)
    trained: Terms = {"name": name, "rounds": Count(case.standing.rounds, "round"), "ready": due.since}
    visited: Terms = {"name": name, "entered": due.since, "days": days_of((case.scene.day - due.since).days, due.since)}
    yield Hit(case.where, trained if due.reason == "trained" else visited, None, due.reason)


def short_roadmap(case: DepartmentCase) -> Iterator[Hit]:
    """Proves roadmap, and the latest last(to) of the live items that prove it < t + roadmap_ahead_days."""
    until, scene = case.standing.roadmap_until, case.scene
    if until and until < scene.day + timedelta(scene.settings.roadmap_ahead_days):
        yield Hit(case.where, {"name": Name(case.department.name), "until": until})


def ended(case: Case) -> Iterator[Hit]:
    """An open staircase assignment whose department has ended by t and became none or several."""
    known, scene = case.known, case.scene
    moved = scene.anchors.moved
    if not moved.became or not known.is_open:
        return
    for position, name in enumerate(known.assignment.department):
        department = scene.portfolio.departments.get(moved.going_with(name))
        if department is None or department.to is None or not department.to.last < scene.day:
            continue
        params: Terms = {"name": Name(department.name), "ended": department.to.last, "as_of": scene.day}
        if not department.became:
            yield Hit(("department", position), params, None, "none")
        elif len(department.became) > 1:
            heirs: Terms = {"heirs": Choices(department.became), "first": Code(department.became[0])}
            yield Hit(("department", position), {**params, **heirs}, None, "several")


ENOUGH_TO_TELL = 10
"""How many must have ended in a year before it means anything that none was stopped."""


def over_capacity(scene: Scene) -> Iterator[Hit]:
    """Open staircase assignments > at_once on t, and also on the day t - write_days, as the facts known on t tell."""
    limit, write_days = scene.settings.at_once, scene.settings.write_days
    opened = at_once(scene.known.values())
    before = scene.day - timedelta(write_days)
    if opened > limit and sum(known.climbs and _was_open(known, before) for known in scene.known.values()) > limit:
        params: Terms = {"open": Count(opened, "assignment"), "limit": limit, "days": Days(write_days)}
        yield Hit(("settings",), params)


def _was_open(known: Known, day: date) -> bool:
    return known.assignment.started <= day and (known.ended is None or day < known.ended)


def lead_overloaded(scene: Scene) -> Iterator[Hit]:
    """A lead with more than per_lead open staircase assignments, named as in the first of them by id."""
    leads: dict[str, list[str]] = {}
    for name in sorted(scene.known):
        known = scene.known[name]
        if known.climbs and known.is_open:
            leads.setdefault(folded(known.assignment.lead), []).append(known.assignment.lead)
    for written in leads.values():
        if len(written) > scene.settings.per_lead:
            lead = written[0]
            params: Terms = {"lead": Name(lead), "open": Count(len(written), "assignment")}
            yield Hit(("settings",), {**params, "limit": scene.settings.per_lead}, lead)


def never_stops(scene: Scene) -> Iterator[Hit]:
    """10 or more staircase assignments ended in (t - 365 days, t], none of them stopped."""
    year = last_year(scene.known.values(), scene.day)
    if year.ended >= ENOUGH_TO_TELL and year.completed == year.ended:
        yield Hit((), {"ended": Count(year.ended, "assignment"), "as_of": scene.day})


def goal_unserved(case: GoalCase) -> Iterator[Hit]:
    """A goal that no open assignment and no live item names."""
    if case.goal.id not in case.scene.goals_served:
        yield Hit(("goals", case.place), {"title": Name(case.goal.title)})


FREE_TEXT = frozenset(
    {
        "area", "basis", "decided_by", "decision", "forum", "how", "lead", "learned", "manager", "name",
        "organisation", "owner", "realisation", "reference", "source", "title", "together", "what", "why",
    }
)  # fmt: skip
"""The keys whose values a person writes; tags and units are not free text, and ``baseline.how`` is a choice."""


def text_cut(source: Source) -> Iterator[Hit]:
    """In a field of free text: plain text followed on its line by `` #`` and a character other than a blank.

    Or a plain value whose first and last characters are typographic quotes, with none between.
    """
    for reason, paths in (("comment", source.cuts), ("quotes", source.quoted)):
        for path in paths:
            if _is_free_text(path):
                yield Hit(path, {"key": Code(spelled(path))}, spelled(path), reason)


def ignored(path: str) -> Iterator[Hit]:
    """A file under ``assignments/``, not hidden, that is not .yaml or .yml in any case."""
    yield Hit((), {"path": file_name(path)}, path)


def spelled(path: KeyPath) -> str:
    """Spell a key path as people do: ``trials[0].title``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _is_free_text(path: KeyPath) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return bool(keys) and keys[-1] in FREE_TEXT and keys[-2:] != ["baseline", "how"]


def stale(case: AcceptedCase) -> Iterator[Hit]:
    """An entry with until < t, or with an ``item`` that does not exist."""
    items = _assignment_items(case.of) if isinstance(case.of, Assignment) else _program_items(case.of)
    for number, entry in enumerate(case.of.accepted):
        if entry.rule not in GAPS:
            continue
        if entry.until < case.day:
            params: Terms = {"rule": Code(entry.rule), "until": entry.until}
            yield Hit(("accepted", number), params, entry.rule, "expired")
        elif entry.item is not None and not _exists(case, entry.rule, entry.item, items):
            yield Hit(
                ("accepted", number),
                {"rule": Code(entry.rule), "item": Name(entry.item)},
                entry.rule,
                "no-item",
            )


def _exists(case: AcceptedCase, rule: str, item: str, items: AbstractSet[str]) -> bool:
    """Whether what an entry names is there: for program-lead-overloaded it is a lead."""
    return folded(item) in case.leads if rule == "program-lead-overloaded" else item in items


def _assignment_items(assignment: Assignment) -> AbstractSet[str]:
    """What an entry of an assignment may name: its trials, benefits, roadmap, dependencies, and the steps."""
    trials = {trial.id for trial in assignment.trials}
    benefits = {benefit.id for benefit in assignment.benefits}
    items = {item.id for item in assignment.roadmap}
    return trials | benefits | items | {*assignment.depends_on, *STEPS}


def _program_items(program: Program) -> AbstractSet[str]:
    """What an entry of ``program.yaml`` may name: departments, goals, and the programme itself."""
    return {department.id for department in program.departments} | {goal.id for goal in program.goals} | {PROGRAM.id}


Needs = Mapping[str, Sequence[str]]


def reference_cycle(portfolio: Portfolio) -> Iterator[Hit]:
    """A ring for each knot of dependencies that go round, at the assignment of it whose id comes first.

    A knot is a set of assignments that all need one another, by one way or another.
    """
    for ring in _rings(_needs(portfolio)):
        entry = portfolio.entries[ring[0]]
        depends_on = entry.assignment.depends_on
        left = ", ".join(name for name in depends_on if name != ring[1])
        params: Terms = {"ring": Name(" -> ".join(ring)), "correction": line(f"depends_on: [{left}]")}
        yield Hit(("depends_on", depends_on.index(ring[1])), params, ring[1], entry=entry)
    yield from _rings_of_parts(portfolio)


def _rings_of_parts(portfolio: Portfolio) -> Iterator[Hit]:
    """A ring for each knot of benefits that are part of one another, or of themselves: they are counted nowhere."""
    parts = {
        f"{name}/{benefit.id}": (entry, number, benefit.part_of)
        for name, entry in portfolio.entries.items()
        for number, benefit in enumerate(entry.assignment.benefits)
        if benefit.part_of is not None
    }
    needs = {name: (whole,) if whole in parts else () for name, (_, _, whole) in parts.items()}
    for ring in _rings(needs):
        entry, number, _ = parts[ring[0]]
        where, item = ("benefits", number, "part_of"), entry.assignment.benefits[number].id
        params: Terms = {"ring": Name(" -> ".join(ring)), "whole": Name(ring[1])}
        yield Hit(where, params, item, "part", entry)


def department_cycle(case: ProgramCase) -> Iterator[Hit]:
    """A ring for each knot of departments that became one another, at the one of it whose id comes first."""
    departments = case.program.departments
    became = {one.id: [heir for heir in one.became if heir in case.portfolio.departments] for one in departments}
    for ring in _rings(became):
        number, department = next((n, one) for n, one in enumerate(departments) if one.id == ring[0])
        where = ("departments", number, "became", department.became.index(ring[1]))
        left = ", ".join(name for name in department.became if name != ring[1])
        params: Terms = {"ring": Name(" -> ".join(ring)), "correction": line(f"became: [{left or '…'}]")}
        yield Hit(where, params, ring[0], "became")


def _needs(portfolio: Portfolio) -> Needs:
    """Who needs whom, without those that need nobody: no ring goes through them."""
    needing = {name: entry.assignment.depends_on for name, entry in portfolio.entries.items()}
    needing = {name: others for name, others in needing.items() if others}
    return {name: tuple(other for other in others if other in needing) for name, others in needing.items()}


def _rings(needs: Needs) -> Iterator[list[str]]:
    """A ring for each knot that has one, from the name that comes first in it."""
    for knot in _knots(needs):
        if ring := _ring(min(knot), needs, knot):
            yield ring


def _ring(first: str, needs: Needs, knot: set[str]) -> list[str]:
    """The shortest way from ``first`` within its knot back to itself, both ends named; empty if there is none."""
    came_from: dict[str, str] = {}
    queue = deque([first])
    while queue:
        name = queue.popleft()
        for other in needs[name]:
            if other == first:
                return _way_back(first, name, came_from)
            if other in knot and other not in came_from:
                came_from[other] = name
                queue.append(other)
    return []


def _way_back(first: str, last: str, came_from: Mapping[str, str]) -> list[str]:
    ring = [first]
    while last != first:
        ring.append(last)
        last = came_from[last]
    return [first, *ring[::-1]]


def _knots(needs: Needs) -> Iterator[set[str]]:
    """The strongly connected components (Kosaraju's algorithm), in linear time and without recursion."""
    users: dict[str, list[str]] = {name: [] for name in needs}
    for name, others in needs.items():
        for other in others:
            users[other].append(name)
    seen: set[str] = set()
    finished = [name for start in needs for name in _finished(start, needs, seen)]
    seen = set()
    for start in reversed(finished):
        knot = set(_finished(start, users, seen))
        if knot:
            yield knot


def _finished(start: str, ways: Needs, seen: set[str]) -> Iterator[str]:
    """What can be reached from ``start`` and was not seen, each after all that lies beyond it."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(ways[start]))]
    while stack:
        name, others = stack[-1]
        other = next((other for other in others if other not in seen), None)
        if other is None:
            stack.pop()
            yield name
        else:
            seen.add(other)
            stack.append((other, iter(ways[other])))
