"""Trials: a failed one with a lesson is a good one, one without a lesson is a gap."""

from collections.abc import Iterator

from staircase.core.known import State
from staircase.core.rules.rule import Case, Hit
from staircase.core.term import Name


def no_lesson(case: Case) -> Iterator[Hit]:
    """A trial ended without ``learned``; one without end in an ended assignment; a stopped one that learned nothing."""
    known = case.known
    for trial in known.trials:
        where, params = ("trials", trial.number), {"title": Name(trial.trial.title)}
        if trial.ended and not trial.trial.learned:
            yield Hit(where, {**params, "ended": trial.ended}, trial.trial.id, "unlearned")
        elif not trial.ended and known.ended:
            yield Hit(where, params, trial.trial.id, "unended")
    stopped = known.assignment.stopped
    if known.state is State.STOPPED and stopped and not stopped.learned and not known.rounds:
        yield Hit(("stopped",), {"stopped": stopped.date}, None, "stopped")
