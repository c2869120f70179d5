"""What took a finding away unmended: its thing was removed, withdrawn, dropped, stopped, paused or completed."""

from collections.abc import Mapping
from types import MappingProxyType

from staircase.core.choices import State
from staircase.core.finding import Finding
from staircase.core.known import ItemState, Known
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS

_OF_OPEN = frozenset(
    {
        *("journey-paused-long", "journey-not-together", "journey-no-goal", "journey-outside-mandate"),
        *(
            "journey-not-shown",
            "journey-blocked",
            "trial-running-long",
            "department-ended",
            "enabling-enables-nothing",
            "roadmap-idea-forgotten",
        ),
    }
)
_OF_ACTIVE = frozenset({"journey-stale", "journey-stuck", "benefit-measure-overdue"})

SILENT: Mapping[State, frozenset[str]] = MappingProxyType(
    {State.PAUSED: _OF_ACTIVE, State.COMPLETED: _OF_ACTIVE - {"benefit-measure-overdue"} | _OF_OPEN}
)
"""The rules that no longer ask of an assignment that has come to a state; of a planned or a stopped one, none does."""

_OVER = frozenset({ItemState.DONE, ItemState.DROPPED})


def is_gone(finding: Finding, now: Finding, before: Scene, after: Scene) -> bool:
    """Whether what a finding of the side before is about is no more, or nobody asks of it any longer.

    Args:
        finding: what only the side before has, about an assignment.
        now: the same by the ids after the change.
        before: the side before.
        after: the side after.
    """
    ours, theirs = before.known.get(finding.subject.id), after.known.get(now.subject.id)
    if ours is None or theirs is None:
        return False
    if finding.item in _parts(ours, finding.rule) and now.item not in _parts(theirs, finding.rule):
        return True
    if ours.state is theirs.state or finding.rule in ERRORS:
        return False
    if theirs.state in {State.PLANNED, State.STOPPED}:
        return True
    return finding.rule in SILENT.get(theirs.state, ())


def _parts(known: Known, rule: str) -> frozenset[str]:
    """The ids of the benefits, trials or roadmap items that a rule may find, by the first word of its name."""
    match rule.partition("-")[0]:
        case "benefit":
            return frozenset(one.benefit.id for one in known.benefits if not one.closed)
        case "roadmap":
            return frozenset(one.item.id for one in known.items if one.state not in _OVER)
        case "trial":
            return frozenset(one.trial.id for one in known.trials)
        case _:
            return frozenset()
