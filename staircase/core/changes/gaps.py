"""Findings that came, went, or were accepted: the same facts are judged by both sides' settings to tell why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from staircase.core.assess import Assessment, assess
from staircase.core.changes.change import Change, Side
from staircase.core.finding import Finding, Subject
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
from staircase.core.reports.check import fingerprint, in_reading_order
from staircase.core.rules.names import ERRORS
from staircase.core.source import AtKey, KeyPath, Span
from staircase.core.term import Code, Term

_OF_ACCEPTANCE = "accepted-stale"
"""A gap of what is accepted, which no acceptance, rule or setting hides."""


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
    judged = _judged(before, after, names)
    for mark in dict.fromkeys((*judged.before, *judged.after)):
        ours, theirs = judged.before.get(mark), judged.after.get(mark)
        if ours and not theirs and not _is_unread(after, ours, names):
            hidden = judged.now_as_before.get(mark)
            kind = "finding-accepted" if hidden else "finding-fixed"
            yield _told(kind, (ours, hidden), _Acceptances(before, after, names))
        elif theirs and not ours and not _is_unread(before, theirs, {new: old for old, new in names.items()}):
            hidden = judged.before_as_now.get(mark)
            kind = "finding-unaccepted" if hidden else "finding-new"
            yield _told(kind, (hidden, theirs), _Acceptances(before, after, names))
    yield from _hidden_at_once(judged, _Acceptances(before, after, names))


def _hidden_at_once(judged: _Judged, acceptances: "_Acceptances") -> Iterator[Change]:
    """Tell of gaps that came together with what accepts them, or went together with it."""
    for mark, finding in judged.now_as_before.items():
        if mark not in judged.before and mark not in judged.after:
            yield _told("finding-accepted", (None, finding), acceptances)
    for mark, finding in judged.before_as_now.items():
        if mark not in judged.before and mark not in judged.after:
            yield _told("finding-unaccepted", (finding, None), acceptances)


def _judged(before: Assessment, after: Assessment, names: Mapping[str, str]) -> _Judged:
    both = before.scene is not None and after.scene is not None
    ours = _marked(before, before.findings if both else before.portfolio.findings, names)
    theirs = _marked(after, after.findings if both else after.portfolio.findings, {})
    old = {new: old for old, new in names.items()}
    if not both or not _governed_otherwise(before.portfolio, after.portfolio, names):
        return _Judged(ours, theirs, {}, {})
    now_as_before = _governed(after, before, old)
    before_as_now = _governed(before, after, names)
    return _Judged(
        ours,
        theirs,
        _marked(now_as_before, filter(_can_hide, now_as_before.findings), {}),
        _marked(before_as_now, filter(_can_hide, before_as_now.findings), names),
    )


def _can_hide(finding: Finding) -> bool:
    return finding.rule not in ERRORS and finding.rule != _OF_ACCEPTANCE


def _governed_otherwise(before: Portfolio, after: Portfolio, names: Mapping[str, str]) -> bool:
    """Tell whether the sides differ in anything that hides gaps."""
    if before.program is None or after.program is None or _hiding(before.program) != _hiding(after.program):
        return True
    ours = {names.get(name, name): entry.assignment.accepted for name, entry in before.entries.items()}
    theirs = {name: entry.assignment.accepted for name, entry in after.entries.items()}
    return any(ours.get(name, ()) != theirs.get(name, ()) for name in ours.keys() | theirs.keys())


def _hiding(program: Program) -> tuple[object, ...]:
    return program.accepted, program.rules, program.settings


def _governed(facts: Assessment, ruler: Assessment, names: Mapping[str, str]) -> Assessment:
    """Judge one side's facts by what the other has accepted and set; ``names`` are its ids on the other side."""
    program, ruling = facts.portfolio.program, ruler.portfolio.program
    if program is None or ruling is None:
        return facts
    rules = {"accepted": ruling.accepted, "rules": ruling.rules, "settings": ruling.settings}
    entries = {}
    for name, entry in facts.portfolio.entries.items():
        other = ruler.portfolio.assignment(names.get(name, name))
        accepted = other.accepted if other else ()
        entries[name] = replace(entry, assignment=entry.assignment.model_copy(update={"accepted": accepted}))
    governed = replace(facts.portfolio, program=program.model_copy(update=rules), entries=entries)
    return assess(governed, facts.day, facts.day)


def _marked(assessment: Assessment, findings: Iterable[Finding], names: Mapping[str, str]) -> dict[str, Finding]:
    """Give findings by fingerprint, as if the renamed had had their new names; equal ones are numbered."""
    seen: Counter[str] = Counter()
    found: dict[str, Finding] = {}
    for finding in in_reading_order(assessment, findings):
        mark = fingerprint(replace(finding, subject=_called(finding.subject, names)))
        seen[mark] += 1
        found[f"{mark}:{seen[mark]}"] = finding
    return found


def _called(subject: Subject, names: Mapping[str, str]) -> Subject:
    return Subject(subject.kind, names.get(subject.id, subject.id)) if subject.kind == "assignment" else subject


def _is_unread(other: Assessment, finding: Finding, names: Mapping[str, str]) -> bool:
    """Tell whether a gap is missing on the other side only because its file could not be read there."""
    subject = _called(finding.subject, names)
    return finding.rule not in ERRORS and subject.kind == "assignment" and subject.id in other.portfolio.broken


@dataclass(frozen=True, slots=True)
class _Acceptances:
    """Finds the entries that accept a gap, on both sides."""

    before: Assessment
    after: Assessment
    names: Mapping[str, str]

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


def _told(kind: str, found: tuple[Finding | None, Finding | None], acceptances: _Acceptances) -> Change:
    """Tell of a finding; what is accepted on one side tells of the entries that do it, too."""
    finding = found[1] or found[0]
    if finding is None:
        raise ValueError(kind)
    subject, was = _subjects(found, acceptances.names)
    before, after = (_side(one) if one else None for one in found)
    if kind == "finding-accepted" and after:
        after = replace(after, also=acceptances.entries(finding, acceptances.after, subject.id))
    if kind == "finding-unaccepted" and before:
        before = replace(before, also=acceptances.entries(finding, acceptances.before, was.id))
    return Change(kind, subject, was, finding.item, before, after)


def _subjects(found: tuple[Finding | None, Finding | None], names: Mapping[str, str]) -> tuple[Subject, Subject]:
    old = {new: old for old, new in names.items()}
    before, after = found
    if before:
        return _called(before.subject, names), before.subject
    if after:
        return after.subject, _called(after.subject, old)
    raise ValueError(found)


def _side(finding: Finding) -> Side:
    terms: dict[str, Term] = {"message": finding.message, "rule": Code(finding.rule)}
    match finding.where:
        case Span() as span:
            return Side(finding.path, (), None, terms, span=span)
        case AtKey(keys):
            return Side(finding.path, keys, None, terms)
        case keys:
            return Side(finding.path, keys, None, terms)
