"""Trials: a failed one with a lesson is a good one, one without a lesson is a gap."""

from collections.abc import Iterator

from staircase.core.choices import State
from staircase.core.rules.rule import Case, Hit
from staircase.core.term import Name, Terms


def no_lesson(case: Case) -> Iterator[Hit]:
    """A trial ended without ``learned``; one without end in an ended assignment; a stopped one that learned nothing."""
    known = case.known
    for number, trial, ended in known.trials:
        if ended and not trial.learned:
            params: Terms = {"title": Name(trial.title), "ended": ended}
            yield Hit(("trials", number), params, trial.id, "unlearned")
        elif not ended and known.ended:
            yield Hit(("trials", number), {"title": Name(trial.title)}, trial.id, "unended")
    stopped = known.assignment.stopped
    if known.state is State.STOPPED and stopped and not stopped.learned and not known.rounds:
        yield Hit(("stopped",), {"stopped": stopped.date}, None, "stopped")
