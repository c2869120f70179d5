"""The journey up the stairs: too long on a step, without proof, alone, without a goal, blocked. Gaps."""

from collections.abc import Iterator
from datetime import date

from staircase.core.choices import STEPS, State
from staircase.core.flow import days_in_step
from staircase.core.rules.rule import BENEFITS, Case, Hit
from staircase.core.term import Days, Name, Terms, Word

PAUSED_LONG = 180
"""Days after which a pause is worth a note."""


def stale(case: Case) -> Iterator[Hit]:
    """Active, and days(last touched, t) > stale_after_days."""
    known, scene = case.known, case.scene
    if known.state is State.ACTIVE and known.last_touched:
        days = (scene.day - known.last_touched).days
        if days > scene.settings.stale_after_days:
            yield Hit((), {"days": Days(days), "touched": known.last_touched})


def stuck(case: Case) -> Iterator[Hit]:
    """Active, and the days in the current visit, less paused days, > step_days of its step."""
    known, scene = case.known, case.scene
    if known.state is State.ACTIVE:
        days = days_in_step(known, scene.day)
        limit = scene.settings.step_days.of(known.current.step)
        if days > limit:
            step = known.current.step
            params: Terms = {"step": Word(f"step.{step}"), "days": Days(days), "limit": Days(limit)}
            yield Hit(known.current.place, params, step)


def paused_long(case: Case) -> Iterator[Hit]:
    """Paused, since more than 180 days."""
    known = case.known
    if known.pause is not None:
        since = known.assignment.pauses[known.pause].from_
        days = (case.scene.day - since).days
        if days > PAUSED_LONG:
            yield Hit(("pauses", known.pause), {"days": Days(days), "since": since})


def unproven(case: Case) -> Iterator[Hit]:
    """Open or completed: each step below the current one that neither the assignment nor its department proves."""
    known, scene = case.known, case.scene
    if not known.counts:
        return
    standing = scene.standings.get(known.assignment.department or "")
    for number in range(known.current.number - 1):
        if not scene.marks[known.id][number] and not (standing and standing.marks[number]):
            params = {"step": Word(f"step.{STEPS[number]}"), "current": Word(f"step.{known.current.step}")}
            yield Hit(known.current.place, params, STEPS[number], STEPS[number])


def return_unexplained(case: Case) -> Iterator[Hit]:
    """A visit to a lower step than the one just before it, without ``why``."""
    known = case.known
    visits = known.assignment.journey
    for number, visit in enumerate(visits):
        if number and visit.entered <= case.scene.day and not visit.why:
            before = visits[number - 1].step
            if STEPS.index(visit.step) < STEPS.index(before):
                params = {"step": Word(f"step.{visit.step}"), "before": Word(f"step.{before}")}
                yield Hit(("journey", number), params, visit.step)


def not_together(case: Case) -> Iterator[Hit]:
    """Open staircase assignment with nobody in ``together``."""
    if case.known.is_open and not case.known.assignment.together:
        yield Hit()


def no_goal(case: Case) -> Iterator[Hit]:
    """Open, current step >= benefits, no ``goals``, and the programme has goals."""
    known = case.known
    asked = known.is_open and known.current.number >= BENEFITS and case.scene.program.goals
    if asked and not known.assignment.goals:
        yield Hit((), {"step": Word(f"step.{known.current.step}")})


def outside_mandate(case: Case) -> Iterator[Hit]:
    """Started before mandate.from or after mandate.to."""
    mandate, started = case.scene.program.mandate, case.known.assignment.started
    if mandate and mandate.from_ and started < mandate.from_.first:
        yield Hit(("started",), {"started": started, "limit": mandate.from_.first}, None, "before")
    elif mandate and mandate.to and started > mandate.to.last:
        yield Hit(("started",), {"started": started, "limit": mandate.to.last}, None, "after")


def not_shown(case: Case) -> Iterator[Hit]:
    """Open, step >= benefits, proves benefits itself, no ``shown`` with days(date, t) <= shown_within_days."""
    known, scene = case.known, case.scene
    if not known.is_open or known.current.number < BENEFITS or not scene.marks[known.id][BENEFITS - 1]:
        return
    latest: date | None = max(known.shown, default=None)
    if latest is None:
        yield Hit(("benefits",), {}, None, "never")
    elif (scene.day - latest).days > scene.settings.shown_within_days:
        yield Hit(("benefits",), {"shown": latest, "days": Days((scene.day - latest).days)}, None, "long-ago")


def blocked(case: Case) -> Iterator[Hit]:
    """Open, and an assignment in its ``depends_on`` is stopped or paused on t."""
    if not case.known.is_open:
        return
    for position, name in enumerate(case.known.assignment.depends_on):
        other = case.scene.known.get(name)
        if other and other.state in {State.STOPPED, State.PAUSED}:
            params: Terms = {"id": Name(name), "state": Word(f"state.{other.state}")}
            yield Hit(("depends_on", position), params, name, other.state)
