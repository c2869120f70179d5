"""What a change brings: which findings are new, carried or fixed, and which only the change itself would accept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from staircase.core.acceptance import Governance, governance
from staircase.core.assess import Assessment
from staircase.core.finding import PROGRAM, Finding, Severity, Subject
from staircase.core.fingerprint import fingerprint
from staircase.core.load import assignment_id
from staircase.core.model.assignment import Accepted
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS
from staircase.core.source import Where
from staircase.core.verdict import Novelty

_RANK = {severity: rank for rank, severity in enumerate(Severity)}

_OF_ASSIGNMENTS = frozenset({"journey-blocked", "reference-cycle"})
"""The rules whose item is an assignment."""


@dataclass(frozen=True, slots=True)
class Delta:
    """How the findings of two assessments compare.

    Attributes:
        novelties: for each finding of the head, in its order, whether the base has it too.
        fixed: what the base has and the head has not, where the head could be read well enough to tell.
        accepted_here: what the head's own decisions would hide, or make lighter, and the base's do not.
    """

    novelties: tuple[Novelty, ...]
    fixed: tuple[Finding, ...]
    accepted_here: tuple[Finding, ...]


def governing(base: Portfolio, renamed: Mapping[str, str]) -> Governance:
    """Give what the base has decided, by the ids that its assignments have now."""
    own = governance(base)
    accepted = {
        renamed.get(name, name): tuple(_entry_as_now(entry, renamed) for entry in entries)
        for name, entries in own.accepted_of.items()
    }
    return replace(own, accepted_of=accepted)


def _entry_as_now(entry: Accepted, renamed: Mapping[str, str]) -> Accepted:
    """Give what accepts a gap by the ids that assignments have now, where the gap's item is an assignment."""
    named = entry.item and entry.rule in _OF_ASSIGNMENTS and renamed.get(entry.item)
    return entry.model_copy(update={"item": named}) if named else entry


def delta(base: Assessment, head: Assessment, own: Assessment, renamed: Mapping[str, str]) -> Delta:
    """Compare two assessments of the same day by their findings' fingerprints, as multisets.

    Args:
        base: the base, as it decides for itself.
        head: the head, as the base's decisions govern it.
        own: the head, as it decides for itself.
        renamed: the ids of the head by those of the base.
    """
    before = tuple(_as_now(finding, renamed) for finding in base.findings)
    kept = _matched(before, head.findings)
    found = frozenset(kept.values())
    reach = _Reach.of(base.portfolio, head.portfolio, renamed)
    return Delta(
        novelties=tuple("carried" if place in found else "new" for place in range(len(head.findings))),
        fixed=tuple(
            finding
            for place, finding in enumerate(base.findings)
            if place not in kept and reach.tells_of(before[place])
        ),
        accepted_here=_accepted_here(head, own),
    )


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far the head could be read: what stands in a file that could not be is not fixed for all that is known.

    Attributes:
        has_program: whether its ``program.yaml`` could be read.
        unread: the ids of the assignments that could not be.
        is_as_wide: whether all that the base could read could be read here, too.
        paths: every file that there is.
    """

    has_program: bool
    unread: frozenset[str]
    is_as_wide: bool
    paths: frozenset[str]

    @classmethod
    def of(cls, base: Portfolio, head: Portfolio, renamed: Mapping[str, str]) -> "_Reach":
        before = {renamed.get(name, name) for name in map(assignment_id, base.unreadable)}
        unread = frozenset(map(assignment_id, head.unreadable))
        paths = frozenset((*head.sources, *head.unreadable, *head.ignored))
        return cls(head.program is not None, unread, unread <= before, paths)

    def tells_of(self, finding: Finding) -> bool:
        """Tell whether the finding would be there, if it still held."""
        if finding.subject.kind == "assignment" and finding.subject.id in self.unread:
            return False
        if finding.rule == "file-unreadable" and any(path.startswith(f"{finding.path}/") for path in self.paths):
            return False  # a submodule, which only a folder gives
        if not self.has_program:
            return finding.rule in ERRORS and not finding.rule.startswith("reference-") and finding.subject != PROGRAM
        return self.is_as_wide or finding.subject.kind == "assignment" or finding.rule in ERRORS


def _as_now(finding: Finding, renamed: Mapping[str, str]) -> Finding:
    """Give a finding of the base by the ids that assignments have now."""
    subject, item = finding.subject, finding.item
    if subject.kind == "assignment" and subject.id in renamed:
        subject = Subject("assignment", renamed[subject.id])
    if item and finding.rule in _OF_ASSIGNMENTS:
        item = renamed.get(item, item)
    return (
        replace(finding, subject=subject, item=item) if (subject, item) != (finding.subject, finding.item) else finding
    )


def _matched(before: Sequence[Finding], after: Sequence[Finding]) -> dict[int, int]:
    """Pair findings of equal fingerprints, by their places; each is paired once."""
    olds, news = _grouped(before), _grouped(after)
    pairs: dict[int, int] = {}
    for mark, old in olds.items():
        new = news.get(mark, [])
        if len(old) != len(new):
            pairs |= _exactly_equal(old, new, before, after)
        left = ([place for place in old if place not in pairs], sorted(set(new) - set(pairs.values())))
        pairs |= dict(zip(*left, strict=False))
    return pairs


def _grouped(findings: Sequence[Finding]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for place, finding in enumerate(findings):
        groups.setdefault(fingerprint(finding), []).append(place)
    return groups


def _exactly_equal(
    old: Iterable[int], new: Iterable[int], before: Sequence[Finding], after: Sequence[Finding]
) -> dict[int, int]:
    """Pair those that say the very same: where one of several is new, it is the other one."""
    said: dict[tuple[str, str], list[int]] = {}
    for place in new:
        said.setdefault(_said(after[place]), []).append(place)
    return {place: same.pop(0) for place in old if (same := said.get(_said(before[place])))}


def _said(finding: Finding) -> tuple[str, str]:
    return finding.reason, repr(sorted(finding.params.items(), key=itemgetter(0)))


def _accepted_here(head: Assessment, own: Assessment) -> tuple[Finding, ...]:
    if own is head:
        return ()
    left = {_place(finding): _RANK[finding.severity] for finding in own.findings}
    least = len(_RANK)
    return tuple(
        finding
        for finding in head.findings
        if finding.rule not in ERRORS and left.get(_place(finding), least) > _RANK[finding.severity]
    )


def _place(finding: Finding) -> tuple[str, str, Where, str | None]:
    return finding.rule, finding.path, finding.where, finding.item
