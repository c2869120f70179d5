"""Findings in a list: which are lived with, what makes one the same, whose it is, and the order to read them in."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple, assert_never

from staircase.core.figures import NOTHING, BenefitFigures
from staircase.core.finding import Finding, Severity, Subject
from staircase.core.known import Known, KnownItem
from staircase.core.model.assignment import Accepted
from staircase.core.model.program import Level, ProgramSettings
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS, HARMS, NEVER_ACCEPTED, OFF
from staircase.core.source import AtKey, Span
from staircase.core.suggest import folded
from staircase.core.term import Code, Name, Term, Word
from staircase.core.totals import kind_of


class Governance(NamedTuple):
    """What a programme has decided about its gaps: its settings, its rules' severities, and what it lives with.

    Attributes:
        settings: of ``program.yaml``.
        rules: of ``program.yaml``: a gap's severity, or ``off``.
        accepted: of ``program.yaml``, for gaps of departments, goals and the programme.
        accepted_of: those of the assignments that have any, by id.
    """

    settings: ProgramSettings
    rules: Mapping[str, Level]
    accepted: tuple[Accepted, ...]
    accepted_of: Mapping[str, tuple[Accepted, ...]]


def governance(portfolio: Portfolio) -> Governance:
    """What a portfolio's own files decide; without a readable programme it has decided nothing."""
    program = portfolio.program
    entries = portfolio.entries.items()
    return Governance(
        settings=program.settings if program else ProgramSettings(),
        rules=program.rules if program else {},
        accepted=program.accepted if program else (),
        accepted_of={name: entry.assignment.accepted for name, entry in entries if entry.assignment.accepted},
    )


def accepted_and_listed(
    scene: Scene, gaps: Iterable[Finding], governed: Governance | None = None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the gaps in those that are accepted and those to list, with their severities set; some are turned off."""
    governs = governed or governance(scene.portfolio)
    accepted: list[Finding] = []
    listed: list[Finding] = []
    for gap in gaps:
        (accepted if _is_accepted(governs, scene.day, gap) else listed).append(gap)
    return tuple(_leveled(accepted, governs.rules)), tuple(_leveled(listed, governs.rules))


def _leveled(gaps: Sequence[Finding], levels: Mapping[str, str]) -> Iterable[Finding]:
    for gap in gaps:
        level = levels.get(gap.rule, "off" if gap.rule in OFF else None)
        if level is None:
            yield gap
        elif level != "off":
            yield gap._replace(severity=Severity(level))


def _is_accepted(governs: Governance, day: date, gap: Finding) -> bool:
    if gap.rule in NEVER_ACCEPTED:
        return False
    if gap.subject.kind == "assignment":
        entries = governs.accepted_of.get(gap.subject.id, ())
        return any(_covers(entry, day, gap, gap.item) for entry in entries)
    if gap.item is not None and gap.rule == "program-lead-overloaded":
        return any(_covers_lead(entry, day, gap, gap.item) for entry in governs.accepted)
    return any(_covers(entry, day, gap, gap.subject.id) for entry in governs.accepted)


def _covers(entry: Accepted, day: date, gap: Finding, item: str | None) -> bool:
    return entry.rule == gap.rule and entry.until >= day and entry.item in {None, item}


def _covers_lead(entry: Accepted, day: date, gap: Finding, lead: str) -> bool:
    """Whether an entry accepts what is said of a lead, who is known by a name as people write it."""
    return entry.rule == gap.rule and entry.until >= day and (entry.item is None or folded(entry.item) == folded(lead))


Holder = BenefitFigures | KnownItem
"""The benefit or roadmap item that a finding stands in."""

_OF_THE_TEXT = frozenset({"text-cut"})
"""Rules that may stand inside a benefit or an item, and yet say nothing of what it is worth."""


def at_stake(scene: Scene, finding: Finding) -> Fraction:
    """The money a year at stake in the benefit or roadmap item that a finding is about, never below 0.

    A benefit's: potential - taken home, unset counting as 0. An item's: ``expects.per_year``. 0 for everything else:
    what is about a whole assignment, department or programme does not inherit the money of all that stands in it.
    """
    holder = _staked(scene, finding)
    if holder is None:
        return NOTHING
    if isinstance(holder, KnownItem):
        expects = holder.item.expects
        return max(expects.per_year or NOTHING, NOTHING) if expects else NOTHING
    return max((holder.potential or NOTHING) - (holder.taken_home or NOTHING), NOTHING)


def kind_at_stake(scene: Scene, finding: Finding) -> str | None:
    """The kind of the benefit that is at stake in a finding, since money of different kinds is not added."""
    holder = _staked(scene, finding)
    if isinstance(holder, KnownItem):
        return holder.item.expects.kind if holder.item.expects else None
    return kind_of(holder) if holder else None


def _staked(scene: Scene, finding: Finding) -> Holder | None:
    """The benefit or roadmap item whose money is at stake in a finding, if it is about one."""
    if finding.subject.kind != "assignment" or finding.rule in _OF_THE_TEXT:
        return None
    known = scene.known.get(finding.subject.id)
    return _holder(scene, known, finding) if known else None


def owner(scene: Scene, finding: Finding) -> str | None:
    """Whose a finding is: the benefit's or roadmap item's owner, else the lead, else the department's manager."""
    match finding.subject.kind:
        case "assignment":
            known = scene.known.get(finding.subject.id)
            return (_item_owner(scene, known, finding) or known.assignment.lead) if known else None
        case "department":
            department = scene.portfolio.departments.get(finding.subject.id)
            return department.manager if department else None
        case "goal" | "program":
            return finding.item if finding.rule == "program-lead-overloaded" else None
        case unknown:
            assert_never(unknown)


def _item_owner(scene: Scene, known: Known, finding: Finding) -> str | None:
    holder = _holder(scene, known, finding)
    if isinstance(holder, KnownItem):
        return holder.item.owner
    return holder.known.benefit.owner if holder else None


def _holder(scene: Scene, known: Known, finding: Finding) -> Holder | None:
    """The benefit or item that a finding stands in, by its place: ids may mean other things to other rules."""
    match finding.where:
        case Span():
            return None
        case AtKey(keys) | keys:
            match keys:
                case ("benefits", int(number), *_):
                    return scene.figures[known.id][number]
                case ("roadmap", int(number), *_):
                    return known.items[number]
                case _:
                    return None


_RANK = {severity: rank for rank, severity in enumerate(Severity)}

_DERIVED = frozenset({"completed", "correction", "ending", "entry", "field", "nearest", "other", "own"})
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
        ranks = (_RANK[finding.severity], finding.rule, finding.item or "", finding.reason)
        return (*_place(portfolio, finding), *ranks)

    return tuple(sorted(findings, key=mark))


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
