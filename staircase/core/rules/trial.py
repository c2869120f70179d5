"""Trials: a failed one with a lesson is a good one, one without a lesson or without an end is a gap."""

from collections.abc import Iterator

from staircase.core.choices import State
from staircase.core.flow import days_between
from staircase.core.rules.rule import Case, Hit
from staircase.core.term import Days, Name, Terms


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
    is_untaught = stopped and known.state is State.STOPPED and not stopped.learned and not known.rounds
    if stopped and is_untaught and case.is_over_write_days(stopped.date):
        yield Hit(("stopped",), {"stopped": stopped.date}, None, "stopped")
    if known.ended and case.is_completed_untaught:
        params = {"completed": known.ended, "days": Days(case.days_exploring)}
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
                "days": Days(days),
                "limit": Days(limit),
                "as_of": day,
            }
            yield Hit(("trials", number), params, trial.id)
