"""Findings that came, went, or were accepted, as changes: the same facts are judged by both sides' decisions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from staircase.core.acceptance import governance
from staircase.core.assess import Assessment, assess
from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.findings import Names, as_now, governing, hidden, pairing, subject_as_now
from staircase.core.finding import Finding
from staircase.core.fingerprint import fingerprint
from staircase.core.load import assignment_id
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS
from staircase.core.source import AtKey, Span
from staircase.core.term import Code, Term

_Found = tuple[Finding | None, Finding | None]
"""A finding before and after; ``None`` where it is not."""

_ByMark = dict[str, list[Finding]]
"""Findings by their fingerprints, as named after the change."""


def gaps(before: Assessment, after: Assessment, names: Names) -> Iterator[Change]:
    """Tell of each finding that is on one side only.

    Args:
        before: the one side.
        after: the other side, on the same day.
        names: the new ids of renamed assignments, by their old ones.
    """
    both = before.scene is not None and after.scene is not None
    ours, theirs = (_ordered(side, side.findings if both else side.portfolio.findings) for side in (before, after))
    accepted, revealed = _hidden(before, after, names) if both else ({}, {})
    found, there = pairing(ours, theirs, names), _there(after.portfolio)
    for one in found.before:
        if not _is_unread(after, one, names):
            hides = _next(accepted, as_now(one, names))
            subject = subject_as_now(one.subject, names)
            is_gone = subject.kind == "assignment" and subject.id not in there  # no more than its assignment
            kind = "finding-accepted" if hides else "finding-gone" if is_gone else "finding-fixed"
            yield _told(kind, hides or one, (one, hides), names)
    for one in found.after:
        if not _is_unread(before, one, _turned(names)):
            hides = _next(revealed, one)
            yield _told("finding-unaccepted" if hides else "finding-new", one, (hides, one), names)
    for one in _left(accepted):
        yield _told("finding-accepted", one, (None, one), names)
    for one in _left(revealed):
        yield _told("finding-unaccepted", one, (one, None), names)


def _hidden(before: Assessment, after: Assessment, names: Names) -> tuple[_ByMark, _ByMark]:
    """Give the gaps after that only the decisions before would list, and the other way round."""
    if governing(before.portfolio, names) == governance(after.portfolio):
        return {}, {}
    now_as_before = assess(after.portfolio, after.day, after.day, governing(before.portfolio, names))
    before_as_now = assess(before.portfolio, before.day, before.day, governing(after.portfolio, _turned(names)))
    return (
        _by_mark(_ordered(after, hidden(now_as_before.findings, after.findings)), {}),
        _by_mark(_ordered(before, hidden(before_as_now.findings, before.findings)), names),
    )


def _by_mark(findings: Iterable[Finding], names: Names) -> _ByMark:
    found: _ByMark = defaultdict(list)
    for finding in findings:
        found[fingerprint(as_now(finding, names))].append(finding)
    return dict(found)


def _next(of: _ByMark, like: Finding) -> Finding | None:
    """Take out the next finding that is the same as this one."""
    same = of.get(fingerprint(like))
    return same.pop(0) if same else None


def _left(of: _ByMark) -> Iterator[Finding]:
    return (finding for same in of.values() for finding in same)


def _turned(names: Names) -> dict[str, str]:
    return {new: old for old, new in names.items()}


def _ordered(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings as they stand in the files."""

    def key(finding: Finding) -> tuple[str, int, int]:
        span = assessment.portfolio.span(finding.path, finding.where)
        return finding.path, span.line, span.column

    return tuple(sorted(findings, key=key))


def _is_unread(other: Assessment, finding: Finding, names: Names) -> bool:
    """Tell whether a gap is missing on the other side only because its file could not be read there."""
    subject = subject_as_now(finding.subject, names)
    return finding.rule not in ERRORS and subject.kind == "assignment" and subject.id in other.portfolio.broken


def _there(portfolio: Portfolio) -> frozenset[str]:
    """Give the ids of all files that there are, whatever is wrong with them."""
    return frozenset(map(assignment_id, (*portfolio.sources, *portfolio.unreadable)))


def _told(kind: str, finding: Finding, found: _Found, names: Names) -> Change:
    before, after = found
    subject, was = finding.subject, subject_as_now(finding.subject, _turned(names))
    if before:
        subject, was = subject_as_now(before.subject, names), before.subject
    return Change(kind, subject, was, finding.item, _side(before) if before else None, _side(after) if after else None)


def _side(finding: Finding) -> Side:
    terms: dict[str, Term] = {"message": finding.message, "rule": Code(finding.rule)}
    match finding.where:
        case Span() as span:
            return Side(finding.path, (), None, terms, span)
        case AtKey(keys):
            return Side(finding.path, keys, None, terms)
        case keys:
            return Side(finding.path, keys, None, terms)
