"""Which findings of two assessments are the same: what is new, carried, fixed or accepted, for every report alike.

Findings are paired by their fingerprints, as multisets, by the names that assignments have after the change. What the
base has decided governs what is new; what time alone brought, both sides have on the day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from staircase.core.acceptance import Governance, governance
from staircase.core.assess import Assessment
from staircase.core.comparison.reach import Reach
from staircase.core.comparison.verdict import Novelty
from staircase.core.finding import Finding, Severity, Subject
from staircase.core.fingerprint import fingerprint
from staircase.core.model.assignment import Accepted
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS
from staircase.core.source import Where

_RANK = {severity: rank for rank, severity in enumerate(Severity)}

_OF_ASSIGNMENTS = frozenset({"journey-blocked", "reference-cycle"})
"""The rules whose item is an assignment."""

Names = Mapping[str, str]
"""The new ids of renamed assignments, by their old ones."""


def governing(base: Portfolio, names: Names) -> Governance:
    """Give what the base has decided, by the ids that its assignments have now."""
    own = governance(base)
    accepted = {
        names.get(name, name): tuple(_entry_as_now(entry, names) for entry in entries)
        for name, entries in own.accepted_of.items()
    }
    return replace(own, accepted_of=accepted)


def _entry_as_now(entry: Accepted, names: Names) -> Accepted:
    """Give what accepts a gap by the ids that assignments have now, where the gap's item is an assignment."""
    named = entry.item and entry.rule in _OF_ASSIGNMENTS and names.get(entry.item)
    return entry.model_copy(update={"item": named}) if named else entry


def subject_as_now(subject: Subject, names: Names) -> Subject:
    """Give whom a finding is about by the id that an assignment has now."""
    if subject.kind == "assignment" and subject.id in names:
        return Subject("assignment", names[subject.id])
    return subject


def as_now(finding: Finding, names: Names) -> Finding:
    """Give a finding of the base by the ids that assignments have now."""
    if not names:
        return finding
    subject, item = subject_as_now(finding.subject, names), finding.item
    if item and finding.rule in _OF_ASSIGNMENTS:
        item = names.get(item, item)
    return (
        replace(finding, subject=subject, item=item) if (subject, item) != (finding.subject, finding.item) else finding
    )


class Pairing(NamedTuple):
    """Findings of two sides: those that are on both, and those that are on one alone, in their order."""

    both: tuple[tuple[Finding, Finding], ...]
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]


def pairing(before: Sequence[Finding], after: Sequence[Finding], names: Names) -> Pairing:
    """Pair findings of equal fingerprints, each once; of several equal ones first those that say the very same."""
    now = tuple(as_now(finding, names) for finding in before)
    places = _places(now, after)
    taken = frozenset(places.values())
    return Pairing(
        tuple((before[old], after[new]) for old, new in places.items()),
        tuple(finding for place, finding in enumerate(before) if place not in places),
        tuple(finding for place, finding in enumerate(after) if place not in taken),
    )


def _places(before: Sequence[Finding], after: Sequence[Finding]) -> dict[int, int]:
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


@dataclass(frozen=True)
class ComparedFindings:
    """How the findings of a change compare with those of its base, as the base's decisions govern them.

    Attributes:
        base: the base, as it decides for itself.
        head: the head, as the base's decisions govern it.
        own: the head, as it decides for itself.
        names: the ids of the head by those of the base.
    """

    base: Assessment
    head: Assessment
    own: Assessment
    names: Names

    @cached_property
    def _pairing(self) -> Pairing:
        return pairing(self.base.findings, self.head.findings, self.names)

    @property
    def novelties(self) -> tuple[Novelty, ...]:
        """Tell of each finding of the head, in its order, whether the base has it too."""
        new = {id(finding) for finding in self._pairing.after}
        return tuple("new" if id(finding) in new else "carried" for finding in self.head.findings)

    @property
    def fixed(self) -> tuple[Finding, ...]:
        """Give what the base has and the head has not, where the head could be read well enough to tell."""
        reach = Reach.of(self.base.portfolio, self.head.portfolio, self.names)
        return tuple(finding for finding in self._pairing.before if reach.tells_of(as_now(finding, self.names)))

    @property
    def accepted_here(self) -> tuple[Finding, ...]:
        """Give what the head's own decisions would hide, or make lighter, and the base's do not."""
        if self.own is self.head:
            return ()
        left = {place_of(finding): _RANK[finding.severity] for finding in self.own.findings}
        least = len(_RANK)
        return tuple(
            finding
            for finding in self.head.findings
            if finding.rule not in ERRORS and left.get(place_of(finding), least) > _RANK[finding.severity]
        )


Place = tuple[str, str, Where, str | None]
"""What tells a finding from others of the same files, whoever judges them."""


def place_of(finding: Finding) -> Place:
    """Give what makes a finding the same one when others' decisions govern the same files."""
    return finding.rule, finding.path, finding.where, finding.item


def hidden(judged: Sequence[Finding], own: Sequence[Finding]) -> Iterator[Finding]:
    """Give the gaps that other decisions list, and a side's own do not."""
    listed = {place_of(finding) for finding in own}
    return (finding for finding in judged if finding.rule not in ERRORS and place_of(finding) not in listed)
