"""The programme as a whole, and the journey of each of its departments. Gaps."""

from collections.abc import Iterator
from datetime import date, timedelta

from staircase.core.evidence import ends_of_rounds, roadmap_due
from staircase.core.flow import YEAR, at_once, last_year
from staircase.core.known import Known
from staircase.core.rules.rule import Case, DepartmentCase, GoalCase, Hit, Scene
from staircase.core.suggest import folded
from staircase.core.term import Choices, Code, Count, Days, Name, Terms, days_of


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
