"""Findings in a list: what makes one the same tomorrow, where they stand, and which to take first."""

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from hashlib import sha256

from staircase.core.finding import Finding, Severity, Subject
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS, HARMS
from staircase.core.stake import at_stake
from staircase.core.term import Code, Name, Term, Word

_RANK = {severity: rank for rank, severity in enumerate(Severity)}

_DERIVED = frozenset({"correction", "nearest", "other"})
"""Parameters of errors that say what to write, or what else the portfolio holds: a suggestion, another file's name."""

_VARIANT = re.compile(r"-(?:named|nearest|choices)$")
"""The ends of reasons that only say whether there was something to suggest."""


def fingerprint(finding: Finding) -> str:
    """32 hexadecimal digits of rule, subject, item, and the rule's own parameters that are not figures.

    An error's own are its reason and what it names in the file. A gap has none but what ``accepted-stale`` names: its
    others are days, money and titles, or tell where the assignment stands now. Lines and files' names do not count.
    """
    parts = (finding.rule, finding.subject.kind, finding.subject.id, finding.item or "")
    whole = "\0".join((*parts, *(f"{name}={text}" for name, text in sorted(_own(finding).items()) if text)))
    return sha256(whole.encode(errors="replace")).hexdigest()[:32]


def numbered(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fingerprints of findings; of equal ones the later are numbered, so that each stands once."""
    seen: Counter[str] = Counter()
    return tuple(_numbered(fingerprint(finding), seen) for finding in findings)


def _numbered(mark: str, seen: Counter[str]) -> str:
    seen[mark] += 1
    return mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"


def _own(finding: Finding) -> dict[str, str]:
    if finding.rule == "accepted-stale":
        return {name: _steady(term) for name, term in finding.params.items() if name == "item"}
    if finding.rule not in ERRORS:
        return {}
    own = {name: _steady(term) for name, term in finding.params.items() if name not in _DERIVED}
    return own | {"": _VARIANT.sub("", finding.reason)}


def _steady(term: Term) -> str:
    match term:
        case Name() | Code():
            return term.text
        case Word():
            return term.key
        case _:
            return ""


def by_place(portfolio: Portfolio, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they stand in the files: ``program.yaml`` last, then by line and column, else in their order."""
    return tuple(sorted(findings, key=lambda finding: _place(portfolio, finding)))


def in_reading_order(portfolio: Portfolio, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they stand in the files, and at one place by severity and rule."""

    def mark(finding: Finding) -> tuple[object, ...]:
        return _RANK[finding.severity], finding.rule, finding.item or "", finding.reason

    return by_place(portfolio, sorted(findings, key=mark))


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
        return (-1, *_place(portfolio, finding), finding.rule, finding.item or "", finding.reason)
    subject = (finding.subject.id, finding.subject.kind)
    ranks = (_RANK[finding.severity], HARMS[finding.rule], *dearest(stake))
    return (*ranks, *subject, finding.item or "", finding.rule, finding.reason)


def dearest(amount: Fraction) -> tuple[float, Fraction]:
    """What amounts are ordered by, the largest first: seen at a glance, and exactly where that does not tell."""
    return -float(amount), -amount


def _place(portfolio: Portfolio, finding: Finding) -> tuple[str, int, int]:
    span = portfolio.span(finding.path, finding.where)
    return finding.path, span.line, span.column
