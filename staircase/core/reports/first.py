"""What comes first: errors, then warnings, then notes; in these the kind of harm, and then what is at stake."""

from collections.abc import Iterable
from fractions import Fraction

from staircase.core.finding import Finding, Severity, Subject
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS, HARMS
from staircase.core.rules.rule import Scene
from staircase.core.stake import at_stake

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def first_to_take(scene: Scene, findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """The first few findings, each about another subject: the first of each in the order of all."""
    first: dict[Subject, tuple[tuple[object, ...], Finding]] = {}
    for finding in findings:
        heavy = weight(scene.portfolio, finding, at_stake(scene, finding))
        if finding.subject not in first or heavy < first[finding.subject][0]:
            first[finding.subject] = heavy, finding
    return tuple(finding for _, finding in sorted(first.values(), key=lambda pair: pair[0])[:most])


def weight(portfolio: Portfolio, finding: Finding, stake: Fraction) -> tuple[object, ...]:
    """What findings are ordered by, the first to take being the least.

    Errors come by path and place. Gaps come by severity, kind of harm, own stake with the largest first, subject,
    item and rule.
    """
    if finding.rule in ERRORS:
        span = portfolio.span(finding.path, finding.where)
        return (-1, finding.path, span.line, span.column, finding.rule, finding.item or "", finding.reason)
    subject = (finding.subject.id, finding.subject.kind)
    ranks = (_RANK[finding.severity], HARMS[finding.rule], *dearest(stake))
    return (*ranks, *subject, finding.item or "", finding.rule, finding.reason)


def dearest(amount: Fraction) -> tuple[float, Fraction]:
    """What amounts are ordered by, the largest first: seen at a glance, and exactly where that does not tell."""
    return -float(amount), -amount
