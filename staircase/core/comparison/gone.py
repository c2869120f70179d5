"""What took a finding away unmended: its thing was removed, withdrawn, dropped, stopped, paused or completed."""

from staircase.core.choices import State
from staircase.core.finding import Finding
from staircase.core.known import ItemState, Known
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS, RULES

_SILENT = {rule.name: rule.silent for rule in RULES}
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
    return theirs.state in _SILENT[finding.rule]


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
