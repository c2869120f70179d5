"""Trials that were added, ended or opened again, and lessons that came of them and of stopping."""

from collections.abc import Iterator

from staircase.core.comparison.change import AssignmentPair, Change
from staircase.core.comparison.parts import Thing, things
from staircase.core.model.assignment import Trial
from staircase.core.term import Name, Term, Word


def trials(pair: AssignmentPair) -> Iterator[Change]:
    """The changes of each trial, and of the lesson of a stopped assignment."""
    found: Iterator[Thing[Trial] | Change] = things(pair, "trials", "trial-added", lambda trial: trial.started)
    for one in found:
        if isinstance(one, Change):
            yield one
        else:
            yield from _trial(one)
    yield from _lesson_of_stopping(pair)


def _trial(trial: Thing[Trial]) -> Iterator[Change]:
    ends = trial.sides("ended", lambda part: trial.pair.known(part.ended))
    ended = list(trial.came("trial-ended", ends))
    yield from ended
    yield from trial.came("lesson-learned", trial.sides("learned", _lesson))
    yield from trial.differing("trial-changed", trial.sides("started", lambda part: part.started))
    yield from trial.differing("trial-changed", ends)
    outcomes = trial.sides("outcome", _outcome)
    if not ended and trial.parts[0].outcome != trial.parts[1].outcome:
        yield trial.told("trial-changed", outcomes)


def _lesson(trial: Trial) -> Term | None:
    return Name(trial.learned) if trial.learned else None


def _outcome(trial: Trial) -> Term | None:
    return Word(f"outcome.{trial.outcome}") if trial.outcome else None


def _lesson_of_stopping(pair: AssignmentPair) -> Iterator[Change]:
    stops = (pair.before.model.stopped, pair.after.model.stopped)
    if stops[0] and stops[1] and pair.known(stops[0].date) and pair.known(stops[1].date):
        before, after = (
            view.side(("stopped", "learned"), Name(stopped.learned), title=Name(view.model.title))
            if stopped and stopped.learned
            else None
            for view, stopped in zip((pair.before, pair.after), stops, strict=True)
        )
        yield from pair.came("lesson-learned", (before, after))
