"""Which findings to take first: errors, then what has most at stake."""

from collections.abc import Iterable
from fractions import Fraction
from heapq import nsmallest

from staircase.core.finding import Finding, Severity
from staircase.core.rules.rule import Scene
from staircase.core.stake import at_stake

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def first_to_take(scene: Scene, findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """The first few findings: the heaviest, of equals those with most at stake, then as the files are named."""
    return tuple(nsmallest(most, findings, key=lambda finding: weight(finding, at_stake(scene, finding))))


def weight(finding: Finding, stake: Fraction) -> tuple[object, ...]:
    """What findings are ordered by, the first to take being the least."""
    return (_RANK[finding.severity], *dearest(stake), finding.path, finding.rule, finding.item or "")


def dearest(amount: Fraction) -> tuple[float, Fraction]:
    """What amounts are ordered by, the largest first: seen at a glance, and exactly where that does not tell."""
    return -float(amount), -amount
