"""The way of an assignment: its steps, its trials and their lessons, what it enables, and its roadmap. Gaps."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from staircase.core.choices import STEPS, State
from staircase.core.evidence import Anchoring, anchoring, needed_on, served_by_plans
from staircase.core.flow import YEAR, days_between, days_in_step, may_be_silent
from staircase.core.known import ItemState
from staircase.core.model.program import Document
from staircase.core.rules.rule import BENEFITS, LONG_ON_EXPLORE, Case, Hit, ItemCase
from staircase.core.suggest import folded
from staircase.core.term import Days, Name, Term, Terms, Word, days_of

PAUSED_LONG = 180
"""Days after which a pause is worth a note."""


def stale(case: Case) -> Iterator[Hit]:
    """Active, days(last touched, t) > stale_after_days; twice that for enabling ones and while a trial runs."""
    known, scene = case.known, case.scene
    if known.state is State.ACTIVE and known.last_touched:
        days = (scene.day - known.last_touched).days
        if days > may_be_silent(known, scene.settings):
            yield Hit(
                (), {"days": days_of(days, known.last_touched), "touched": known.last_touched, "as_of": scene.day}
            )


def stuck(case: Case) -> Iterator[Hit]:
    """Active, and the days in the current visit, less paused days, > step_days of its step."""
    known, scene = case.known, case.scene
    if known.state is State.ACTIVE:
        days = days_in_step(known, scene.day)
        limit = scene.settings.step_days.of(known.current.step)
        if days > limit:
            step = known.current.step
            params: Terms = {
                "step": Word(f"step.{step}"),
                "days": days_of(days, known.current.entered),
                "limit": Days(limit),
                "as_of": scene.day,
            }
            yield Hit(known.current.place, params, step)


def paused_long(case: Case) -> Iterator[Hit]:
    """Paused, since more than 180 days."""
    known = case.known
    if known.pause is not None:
        since = known.assignment.pauses[known.pause].from_
        days = (case.scene.day - since).days
        if days > PAUSED_LONG:
            yield Hit(("pauses", known.pause), {"days": days_of(days, since), "since": since, "as_of": case.scene.day})


def unproven(case: Case) -> Iterator[Hit]:
    """Each step below the current one that neither the assignment nor a department of it proves.

    Open, or completed in the last 365 days, and the current visit entered more than write_days ago. Roadmap counts as
    proven for what a roadmap item became. Explore counts as unproven also where only the department proves it, when
    the assignment stayed there more than 30 days and has no round of its own, unless trial-no-lesson tells it of the
    ending.
    """
    known, scene = case.known, case.scene
    if not case.is_recent or not case.is_over_write_days(known.current.entered):
        return
    marks = [scene.proven[name] for name in known.departments if name in scene.proven]
    for number, step in enumerate(STEPS[: known.current.number - 1]):
        if scene.marks[known.id][number]:
            continue
        elsewhere = any(proven[number] for proven in marks) or (step == "roadmap" and known.id in scene.heirs)
        if elsewhere and (step != "explore" or not _explored_untaught(case)):
            continue
        params: Terms = {
            "step": Word(f"step.{step}"),
            "current": Word(f"step.{known.current.step}"),
            "as_of": scene.day,
        }
        yield Hit(known.current.place, params, step, step)


def _explored_untaught(case: Case) -> bool:
    """Whether it stayed on explore for more than 30 days without a round, and trial-no-lesson does not tell that."""
    return case.days_exploring > LONG_ON_EXPLORE and not case.known.rounds and not case.is_completed_untaught


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
    """Open staircase assignment with nobody in ``together``, or nobody but its lead."""
    if not case.known.is_open:
        return
    assignment = case.known.assignment
    if not assignment.together:
        yield Hit((), {}, None, "nobody")
    elif all(folded(name) == folded(assignment.lead) for name in assignment.together):
        yield Hit((), {"lead": Name(assignment.lead)}, None, "lead")


def no_goal(case: Case) -> Iterator[Hit]:
    """Open, current step >= benefits, no ``goals``, and the programme has goals."""
    known = case.known
    asked = known.is_open and known.current.number >= BENEFITS and case.scene.program.goals
    if asked and not known.assignment.goals:
        yield Hit((), {"step": Word(f"step.{known.current.step}")})


def outside_mandate(case: Case) -> Iterator[Hit]:
    """Open, started before mandate.from or after mandate.to."""
    mandate, started = case.scene.program.mandate if case.known.is_open else None, case.known.assignment.started
    if mandate and mandate.from_ and started < mandate.from_.first:
        yield Hit(("started",), {"started": started, "limit": mandate.from_.first}, None, "before")
    elif mandate and mandate.to and started > mandate.to.last:
        yield Hit(("started",), {"started": started, "limit": mandate.to.last}, None, "after")


def not_shown(case: Case) -> Iterator[Hit]:
    """Proves benefits by one that is not closed, measured for the first time more than shown_after_days ago; not shown.

    Not shown: open, step >= benefits, no ``shown`` with days(date, t) <= shown_within_days; or completed in the last
    365 days and never shown.
    """
    known, settings, day = case.known, case.scene.settings, case.scene.day
    if not case.is_recent or (known.is_open and known.current.number < BENEFITS):
        return
    latest = max(known.shown, default=None)
    if latest and not (known.is_open and (day - latest).days > settings.shown_within_days):
        return
    measured = [one.measured[0].date for one in known.benefits if one.is_proven and not one.closed]
    if not measured or (day - min(measured)).days <= settings.shown_after_days:
        return
    if latest is None:
        first = min(measured)
        params: Terms = {"measured": first, "days": days_of((day - first).days, first), "as_of": day}
        yield Hit(("benefits",), params, None, "never")
    else:
        params = {"shown": latest, "days": days_of((day - latest).days, latest), "as_of": day}
        yield Hit(("benefits",), params, None, "long-ago")


def blocked(case: Case) -> Iterator[Hit]:
    """Open, and an assignment in its ``depends_on`` is stopped or paused on t."""
    if not case.known.is_open:
        return
    for position, name in enumerate(case.known.assignment.depends_on):
        other = case.scene.known.get(name)
        if other and other.state in {State.STOPPED, State.PAUSED}:
            params: Terms = {"id": Name(name), "state": Word(f"state.{other.state}"), "as_of": case.scene.day}
            yield Hit(("depends_on", position), params, name, other.state)


def no_lesson(case: Case) -> Iterator[Hit]:
    """More than write_days ago, something ended without a lesson.

    A trial without ``learned``; an assignment with a trial that has no end; one that was stopped and learned nothing;
    one that was completed without a round after more than 30 days on explore.
    """
    known = case.known
    for number, trial, ended in known.trials:
        if ended and not trial.learned and case.is_over_write_days(ended):
            params: Terms = {"title": Name(trial.title), "ended": ended}
            yield Hit(("trials", number), params, trial.id, "unlearned")
        elif not ended and known.ended and case.is_over_write_days(known.ended):
            yield Hit(("trials", number), {"title": Name(trial.title), "ended": known.ended}, trial.id, "unended")
    stopped = known.assignment.stopped
    is_untaught = known.state is State.STOPPED and not known.rounds
    if stopped and is_untaught and not stopped.learned and case.is_over_write_days(stopped.date):
        yield Hit(("stopped",), {"stopped": stopped.date}, None, "stopped")
    if known.ended and case.is_completed_untaught:
        explored = (stay.entered for stay in known.stays if stay.step == "explore")
        params = {"completed": known.ended, "days": days_of(case.days_exploring, known.ended, *explored)}
        yield Hit(("completed",), params, None, "completed")


def running_long(case: Case) -> Iterator[Hit]:
    """Open, a trial without end for more than step_days of explore, less paused days."""
    known, day = case.known, case.scene.day
    if not known.is_open:
        return
    limit = case.scene.settings.step_days.explore
    for number, trial, ended in known.trials:
        days = 0 if ended else days_between(known, trial.started, day)
        if days > limit:
            params: Terms = {
                "title": Name(trial.title),
                "started": trial.started,
                "days": days_of(days, trial.started),
                "limit": Days(limit),
                "as_of": day,
            }
            yield Hit(("trials", number), params, trial.id)


def enables_nothing(case: Case) -> Iterator[Hit]:
    """Open enabling assignment that no open assignment depends on."""
    if case.known.is_open and case.known.id not in case.scene.needed:
        yield Hit()


def no_owner(case: ItemCase) -> Iterator[Hit]:
    """Live item without owner."""
    if case.item.item.owner is None:
        yield _at_item(case)


def no_benefit(case: ItemCase) -> Iterator[Hit]:
    """Live item without ``expects``."""
    if case.item.item.expects is None:
        yield _at_item(case)


def item_without_lesson(case: ItemCase) -> Iterator[Hit]:
    """Live item with empty ``based_on``."""
    if not case.item.item.based_on:
        yield _at_item(case)


def item_without_goal(case: ItemCase) -> Iterator[Hit]:
    """Live item without goals, and the programme has goals."""
    if not case.scene.anchors.serves(case.item):
        yield _at_item(case)


def overdue(case: ItemCase) -> Iterator[Hit]:
    """Live item, last(to) + write_days < t; located at ``from`` where that says it all."""
    item, day = case.item, case.scene.day
    if item.last is not None and case.scene.is_over_write_days(item.last):
        params = {**_title(case), "last": item.last, "days": Days((day - item.last).days), "as_of": day}
        yield Hit((*item.place, "to" if item.item.to else "from"), params, item.item.id)


def late_start(case: ItemCase) -> Iterator[Hit]:
    """Planned item, last(from) + write_days < t <= last(to)."""
    item, period, day = case.item, case.item.item.from_, case.scene.day
    if item.state is not ItemState.PLANNED or period is None or _is_past(case):
        return
    if case.scene.is_over_write_days(period.last):
        params = {**_title(case), "from": period, "days": Days((day - period.last).days), "as_of": day}
        yield Hit((*item.place, "from"), params, item.item.id)


def not_anchored(case: ItemCase) -> Iterator[Hit]:
    """Live item that is not overdue, no ``anchored_in`` that applies to its department.

    And it is decided without, or first(from) <= t + anchor_ahead_days.
    """
    if _is_past(case) or _applying(case):
        return
    anchors, first = case.scene.anchors, case.item.first
    document = _decided_without(case)
    if document is not None:
        params: dict[str, Term] = {"document": Name(document.title), "adopted": document.adopted or anchors.day}
        yield Hit(case.item.place, {**_title(case), **params}, case.item.item.id, "decided")
    elif first is not None and first <= anchors.day + timedelta(case.scene.settings.anchor_ahead_days):
        reason = "other-department" if anchors.named(case.item) else "none"
        yield Hit(case.item.place, {**_title(case), "first": first}, case.item.item.id, reason)


def weak_anchor(case: ItemCase) -> Iterator[Hit]:
    """Live item that is not overdue, and no document that applies holds.

    There is a document in ``anchored_in`` that applies, but none that is also adopted and in force on f; and the item
    is decided without, or first(from) + write_days < t.
    """
    anchors = case.scene.anchors
    if _is_past(case) or anchoring(case.known, case.item, anchors) is not Anchoring.DRAFT:
        return
    begun = case.item.first is not None and case.scene.is_over_write_days(case.item.first)
    if not begun and _decided_without(case) is None:
        return
    documents = _applying(case)
    adopted = [document for document in documents if anchors.is_adopted(document)]
    params = {**_title(case), "document": Name((adopted or documents)[0].title), "day": needed_on(case.item, anchors)}
    reason = "not-in-force" if adopted else "draft"
    yield Hit((*case.item.place, "anchored_in"), params, case.item.item.id, reason)


def idea_forgotten(case: Case) -> Iterator[Hit]:
    """An idea in an open or completed assignment, days(last touched, t) > 365."""
    known, day = case.known, case.scene.day
    if not known.counts or known.last_touched is None or day - known.last_touched <= YEAR:
        return
    for item in known.items:
        if item.state is ItemState.IDEA:
            days = days_of((day - known.last_touched).days, known.last_touched)
            params: Terms = {"title": Name(item.item.title), "touched": known.last_touched, "days": days, "as_of": day}
            yield Hit(item.place, params, item.item.id)


def _is_past(case: ItemCase) -> bool:
    """Whether the item is overdue: last(to) < t."""
    return case.item.last is not None and case.item.last < case.scene.day


def _decided_without(case: ItemCase) -> Document | None:
    """The plan or budget for the item's time that was adopted more than write_days ago, where none is a draft on t."""
    anchors = case.scene.anchors
    covering = anchors.plans_covering(needed_on(case.item, anchors), served_by_plans(case.known, case.item))
    if not all(anchors.is_adopted(document) for document in covering):
        return None
    adopted = [one for one in covering if one.adopted is not None and case.scene.is_over_write_days(one.adopted)]
    return max(adopted, key=lambda one: (one.adopted or anchors.day, one.title), default=None)


def _applying(case: ItemCase) -> tuple[Document, ...]:
    return case.scene.anchors.applying(case.known, case.item)


def _title(case: ItemCase) -> Mapping[str, Term]:
    return {"title": Name(case.item.item.title)}


def _at_item(case: ItemCase) -> Hit:
    return Hit(case.item.place, _title(case), case.item.item.id)
