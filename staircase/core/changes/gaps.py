"""Findings that came, went, or were accepted: the same facts are judged by both sides' settings to tell why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from staircase.core.acceptance import governance
from staircase.core.assess import Assessment, assess
from staircase.core.changes.change import Change, Side
from staircase.core.delta import governing
from staircase.core.finding import Finding, Subject
from staircase.core.fingerprint import numbered
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS
from staircase.core.source import AtKey, Span
from staircase.core.table import KeyPath
from staircase.core.term import Code, Term

_OF_ASSIGNMENTS = frozenset({"journey-blocked", "reference-cycle"})
"""The rules whose item is an assignment."""


_Found = tuple[Finding | None, Finding | None]
"""A finding before and after; ``None`` where it is not."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """Findings by fingerprint, as named after the change."""

    before: Mapping[str, Finding]
    after: Mapping[str, Finding]
    now_as_before: Mapping[str, Finding]
    before_as_now: Mapping[str, Finding]


def gaps(before: Assessment, after: Assessment, names: Mapping[str, str]) -> Iterator[Change]:
    """Tell of each finding that is on one side only.

    Args:
        before: the one side.
        after: the other side, on the same day.
        names: the new ids of renamed assignments, by their old ones.
    """
    judged, acceptances = _judged(before, after, names), _Acceptances(before, after, names, _turned(names))
    for mark in dict.fromkeys((*judged.before, *judged.after)):
        ours, theirs = judged.before.get(mark), judged.after.get(mark)
        if ours and not theirs and not _is_unread(after, ours, names):
            hidden = judged.now_as_before.get(mark)
            kind = "finding-accepted" if hidden else "finding-fixed"
            yield _told(kind, hidden or ours, (ours, hidden), acceptances)
        elif theirs and not ours and not _is_unread(before, theirs, acceptances.former):
            hidden = judged.before_as_now.get(mark)
            kind = "finding-unaccepted" if hidden else "finding-new"
            yield _told(kind, theirs, (hidden, theirs), acceptances)
    yield from _hidden_at_once(judged, acceptances)


def _hidden_at_once(judged: _Judged, acceptances: "_Acceptances") -> Iterator[Change]:
    """Tell of gaps that came together with what accepts them, or went together with it."""
    for mark, finding in judged.now_as_before.items():
        if mark not in judged.before and mark not in judged.after:
            yield _told("finding-accepted", finding, (None, finding), acceptances)
    for mark, finding in judged.before_as_now.items():
        if mark not in judged.before and mark not in judged.after:
            yield _told("finding-unaccepted", finding, (finding, None), acceptances)


def _judged(before: Assessment, after: Assessment, names: Mapping[str, str]) -> _Judged:
    both = before.scene is not None and after.scene is not None
    ours = _marked(before, before.findings if both else before.portfolio.findings, names)
    theirs = _marked(after, after.findings if both else after.portfolio.findings, {})
    if not both or not _decides_otherwise(before.portfolio, after.portfolio, names):
        return _Judged(ours, theirs, {}, {})
    rulings = (governing(before.portfolio, names), governing(after.portfolio, _turned(names)))
    now_as_before = assess(after.portfolio, after.day, after.day, rulings[0])
    before_as_now = assess(before.portfolio, before.day, before.day, rulings[1])
    return _Judged(
        ours,
        theirs,
        _marked(now_as_before, filter(_is_gap, now_as_before.findings), {}),
        _marked(before_as_now, filter(_is_gap, before_as_now.findings), names),
    )


def _turned(names: Mapping[str, str]) -> dict[str, str]:
    return {new: old for old, new in names.items()}


def _is_gap(finding: Finding) -> bool:
    return finding.rule not in ERRORS


def _decides_otherwise(before: Portfolio, after: Portfolio, names: Mapping[str, str]) -> bool:
    """Tell whether the sides differ in anything that hides gaps."""
    return governing(before, names) != governance(after)


def _marked(assessment: Assessment, findings: Iterable[Finding], names: Mapping[str, str]) -> dict[str, Finding]:
    """Give findings by fingerprint, as if the renamed had had their new names; equal ones are numbered."""
    ordered = tuple(sorted(findings, key=lambda finding: (finding.path, _place(assessment, finding))))
    return dict(zip(numbered(_named(finding, names) for finding in ordered), ordered, strict=True))


def _place(assessment: Assessment, finding: Finding) -> tuple[int, int]:
    span = assessment.portfolio.span(finding.path, finding.where)
    return span.line, span.column


def _named(finding: Finding, names: Mapping[str, str]) -> Finding:
    subject, item = _called(finding.subject, names), finding.item
    if item and finding.rule in _OF_ASSIGNMENTS:
        item = names.get(item, item)
    return replace(finding, subject=subject, item=item) if names else finding


def _called(subject: Subject, names: Mapping[str, str]) -> Subject:
    return Subject(subject.kind, names.get(subject.id, subject.id)) if subject.kind == "assignment" else subject


def _is_unread(other: Assessment, finding: Finding, names: Mapping[str, str]) -> bool:
    """Tell whether a gap is missing on the other side only because its file could not be read there."""
    subject = _called(finding.subject, names)
    return finding.rule not in ERRORS and subject.kind == "assignment" and subject.id in other.portfolio.broken


@dataclass(frozen=True, slots=True)
class _Acceptances:
    """Finds the entries that accept a gap, on both sides; ``former`` are old ids by the new ones of ``names``."""

    before: Assessment
    after: Assessment
    names: Mapping[str, str]
    former: Mapping[str, str]

    def entries(self, finding: Finding, assessment: Assessment, name: str) -> tuple[KeyPath, ...]:
        """Give the places of the entries that name a gap's rule, with its item or none."""
        own = finding.subject.kind == "assignment"
        model = assessment.portfolio.assignment(name) if own else assessment.portfolio.program
        item = finding.item if own else finding.subject.id
        return tuple(
            ("accepted", number)
            for number, entry in enumerate(model.accepted if model else ())
            if entry.rule == finding.rule and entry.item in {None, item}
        )


def _told(kind: str, finding: Finding, found: _Found, acceptances: _Acceptances) -> Change:
    """Tell of a finding; what is accepted on one side tells of the entries that do it, too."""
    subject, was = _subjects(finding, found[0], acceptances)
    before, after = found
    ours = acceptances.entries(before, acceptances.before, was.id) if before and kind == "finding-unaccepted" else ()
    theirs = acceptances.entries(after, acceptances.after, subject.id) if after and kind == "finding-accepted" else ()
    sides = (_side(before, ours) if before else None, _side(after, theirs) if after else None)
    return Change(kind, subject, was, finding.item, *sides)


def _subjects(finding: Finding, before: Finding | None, acceptances: _Acceptances) -> tuple[Subject, Subject]:
    """Give whom a finding is about, as named after the change and before it."""
    if before:
        return _called(before.subject, acceptances.names), before.subject
    return finding.subject, _called(finding.subject, acceptances.former)


def _side(finding: Finding, also: tuple[KeyPath, ...]) -> Side:
    terms: dict[str, Term] = {"message": finding.message, "rule": Code(finding.rule)}
    match finding.where:
        case Span() as span:
            return Side(finding.path, (), None, terms, also, span)
        case AtKey(keys):
            return Side(finding.path, keys, None, terms, also)
        case keys:
            return Side(finding.path, keys, None, terms, also)
