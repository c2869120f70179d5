"""A portfolio as it was on an earlier day: the same files without what has happened since."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from staircase.core.known import Entry
from staircase.core.model.assignment import Assignment, Benefit, RoadmapItem, Trial
from staircase.core.model.program import Program
from staircase.core.model.value import Part
from staircase.core.portfolio import Portfolio

PartT = TypeVar("PartT", bound=Part)


def as_it_was(portfolio: Portfolio, day: date) -> Portfolio:
    """The portfolio without the facts that are dated after a day; what had not started yet was planned.

    What has no date of its own is as it is: files do not say when it was written. Nor do they of a first day in use or
    a taking home that lay ahead then: each is a fact of its day like the others, and was not announced before it.
    """
    return replace(
        portfolio,
        program=_program(portfolio.program, day) if portfolio.program else None,
        entries={
            name: Entry(entry.id, entry.path, _assignment(entry.assignment, day))
            for name, entry in portfolio.entries.items()
        },
    )


def _program(program: Program, day: date) -> Program:
    documents = tuple(
        _with(document, adopted=document.adopted if _is_known(document.adopted, day) else None)
        for document in program.documents
    )
    return _with(program, documents=documents)


def _assignment(assignment: Assignment, day: date) -> Assignment:
    stopped = assignment.stopped
    return _with(
        assignment,
        live=_known(assignment.live, day),
        reviewed=_known(assignment.reviewed, day),
        journey=tuple(visit for visit in assignment.journey if visit.entered <= day),
        pauses=tuple(pause for pause in assignment.pauses if pause.from_ <= day),
        trials=tuple(_trial(trial, day) for trial in assignment.trials if trial.started <= day),
        benefits=tuple(_benefit(benefit, day) for benefit in assignment.benefits),
        shown=tuple(showing for showing in assignment.shown if showing.date <= day),
        roadmap=tuple(_item(item, day) for item in assignment.roadmap),
        completed=_known(assignment.completed, day),
        stopped=stopped if stopped and stopped.date <= day else None,
    )


def _trial(trial: Trial, day: date) -> Trial:
    return trial if _is_known(trial.ended, day) else _with(trial, ended=None, outcome=None, learned=None)


def _benefit(benefit: Benefit, day: date) -> Benefit:
    return _with(
        benefit,
        baseline=benefit.baseline if benefit.baseline and benefit.baseline.date <= day else None,
        measurements=tuple(one for one in benefit.measurements if one.date <= day),
        taken_home=tuple(one for one in benefit.taken_home if one.from_ <= day),
        closed=benefit.closed if benefit.closed and benefit.closed.date <= day else None,
    )


def _item(item: RoadmapItem, day: date) -> RoadmapItem:
    dropped = item.dropped if item.dropped and item.dropped.date <= day else None
    return _with(item, started=_known(item.started, day), done=_known(item.done, day), dropped=dropped)


def _is_known(fact: date | None, day: date) -> bool:
    return fact is not None and fact <= day


def _known(fact: date | None, day: date) -> date | None:
    return fact if _is_known(fact, day) else None


def _with(part: PartT, **values: Any) -> PartT:  # noqa: ANN401 -- the values of any part
    """The same part with other values; the very same where none differs."""
    differs = any(getattr(part, name) != value for name, value in values.items())
    return part.model_copy(update=values) if differs else part
