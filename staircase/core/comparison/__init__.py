"""Two assessments of a day compared: here the findings of a check, those listed, and those new or gone beside a base.

Findings of two assessments are paired by their fingerprints, as multisets, by the names that assignments have after the
change. What the side before has decided governs what is new; what time alone brought, both sides have on the day. What
went unmended, since its thing was removed, withdrawn, dropped, stopped, paused or completed, is gone and not fixed.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Literal, NamedTuple

from staircase.core.assess import Assessment, decided_by
from staircase.core.choices import State
from staircase.core.comparison.ids import Renames, renamed
from staircase.core.finding import PROGRAM, Finding, Severity, Subject
from staircase.core.known import ItemState, Known
from staircase.core.listing import Governance, fingerprint, governance
from staircase.core.load import assignment_id
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS, RULES
from staircase.core.source import Where

Novelty = Literal["new", "carried", ""]


class Judged(NamedTuple):
    """A finding that the check lists.

    Attributes:
        finding: the finding; its file and place are the head's.
        novelty: whether the base has it too; empty when nothing was compared.
        fingerprint: what makes it the same one tomorrow; unique within one verdict. Empty where no machine is told.
    """

    finding: Finding
    novelty: Novelty
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that a check has to say, after PATHs and ``--select`` have narrowed what is listed.

    Attributes:
        assessment: the head, as it is judged: with the base's ``accepted``, ``rules`` and ``settings`` where compared.
        shown: what is listed. Compared: the new ones first, then the carried ones, each with errors first.
            Not compared: as they stand in the files.
        fixed: what the base has and the head has not; paths and places are the base's.
        gone: what went because its assignment was removed, which is part of that and no progress; as ``fixed``.
        accepted: the gaps that are accepted for now, by the ``accepted`` that governs.
        accepted_here: the gaps among ``shown`` that the change's own ``accepted``, ``rules`` or ``settings`` would hide
            or make lighter, had they decided.
        base: the base on the same day; ``None`` when nothing was compared.
        revision: the commit the base was read at, in full; empty when nothing was compared.
    """

    assessment: Assessment
    shown: tuple[Judged, ...]
    fixed: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    accepted_here: tuple[Finding, ...] = ()
    base: Assessment | None = None
    revision: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every rule could be asked: most of them need ``program.yaml``."""
        return self.assessment.scene is not None

    @property
    def compared(self) -> bool:
        """Whether there was a base to compare with."""
        return self.base is not None

    @property
    def counting(self) -> tuple[Judged, ...]:
        """What people are shown and what may fail the check: all, or only the new ones where compared."""
        return tuple(each for each in self.shown if each.novelty != "carried")

    @property
    def carried(self) -> tuple[Judged, ...]:
        """What the base has too."""
        return tuple(each for each in self.shown if each.novelty == "carried")

    @property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity count."""
        found = Counter(each.finding.severity for each in self.counting)
        return {severity: found[severity] for severity in Severity}

    @property
    def unread_base(self) -> tuple[str, ...]:
        """The files that could not be read at the base alone: no gap in them now is called new."""
        still = self.assessment.portfolio.unreadable
        return tuple(path for path in (self.base.portfolio.unreadable if self.base else ()) if path not in still)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one side of a comparison could be read.

    Attributes:
        has_program: whether its ``program.yaml`` could be read.
        unread: the assignments that could not be, by the ids that they have after the change.
        is_as_wide: whether all that the other side could read could be read here, too.
        paths: every file that there is.
    """

    has_program: bool
    unread: AbstractSet[str]
    is_as_wide: bool
    paths: Collection[str]

    @classmethod
    def of(cls, portfolio: Portfolio, unread: AbstractSet[str], unread_beside: AbstractSet[str]) -> "Reach":
        """The reach of a portfolio whose unread assignments, and those of the other side, are known."""
        paths = frozenset((*portfolio.sources, *portfolio.unreadable, *portfolio.ignored))
        return cls(portfolio.program is not None, unread, unread <= unread_beside, paths)

    def tells_of(self, finding: Finding) -> bool:
        """Whether this side would have the finding, if it held here."""
        if finding.subject.kind == "assignment" and finding.subject.id in self.unread:
            return False
        if finding.rule == "file-unreadable" and any(path.startswith(f"{finding.path}/") for path in self.paths):
            return False  # a submodule, which only a folder gives
        if not self.has_program:
            return finding.rule in ERRORS and not finding.rule.startswith("reference-") and finding.subject != PROGRAM
        return self.is_as_wide or finding.subject.kind == "assignment" or finding.rule in ERRORS


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def governing(base: Portfolio, names: Renames) -> Governance:
    """What the base has decided, by the ids of now."""
    own = governance(base)
    if not names:
        return own
    now = {names.assignments.get(name, name): entries for name, entries in own.accepted_of.items()}
    return own._replace(
        accepted=names.accepted(own.accepted),
        accepted_of={name: names.accepted(entries, name) for name, entries in now.items()},
    )


class Pairing(NamedTuple):
    """Findings of two sides: those that are on both, and those that are on one alone, in their order."""

    both: tuple[tuple[Finding, Finding], ...]
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]


def pairing(before: Sequence[Finding], after: Sequence[Finding], names: Renames) -> Pairing:
    """Findings of equal fingerprints in pairs, each once; of several equal ones first those that say the very same."""
    now = tuple(map(names.finding, before)) if names else before
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
    """Pairs of those that say the very same: where one of several is new, it is the other one."""
    said: dict[tuple[str, str], list[int]] = {}
    for place in new:
        said.setdefault(_said(after[place]), []).append(place)
    return {place: same.pop(0) for place in old if (same := said.get(_said(before[place])))}


def _said(finding: Finding) -> tuple[str, str]:
    return finding.reason, repr(sorted(finding.params.items(), key=itemgetter(0)))


Sides = tuple[Finding | None, Finding | None]
"""A finding before and after; ``None`` where it is not."""


@dataclass(frozen=True)
class Comparison:
    """Two sides on one day, as ``check --base``, ``diff`` and ``log`` compare them.

    Attributes:
        before: the one side, as it decides for itself.
        after: the other side, as it decides for itself.
        names: what was renamed.
    """

    before: Assessment
    after: Assessment
    names: Renames

    @cached_property
    def judged(self) -> Assessment:
        """The side after, with the decisions of the side before about its gaps; where one has no file, with its own."""
        if not (self.before.portfolio.sources and self.after.portfolio.sources):
            return self.after
        return decided_by(governing(self.before.portfolio, self.names), self.after)

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """What only the side after has; a gap that the side before could not be read well enough to tell of is not new.

        Errors are, and what came with its assignment: somebody wrote it.
        """
        reach = Reach.of(self.before.portfolio, self._unread_before, self._unread_after)
        return tuple(
            one
            for one in self._pairing.after
            if one.rule in ERRORS or reach.tells_of(one) or not _has_file(self._ids_before, one.subject)
        )

    @property
    def novelties(self) -> tuple[Novelty, ...]:
        """For each finding of the side after as it is judged, in its order, whether it is new."""
        new = set(map(id, self.new))
        return tuple("new" if id(finding) in new else "carried" for finding in self.judged.findings)

    @property
    def fixed(self) -> tuple[Finding, ...]:
        """What only the side before has, of what is still there and could be read well enough to tell."""
        return tuple(one for one in self._past if self._is_still_there(one))

    @property
    def gone(self) -> tuple[Finding, ...]:
        """What only the side before has, because what it was about is no more or nobody asks of it: no progress."""
        return tuple(one for one in self._past if not self._is_still_there(one))

    @property
    def accepted_here(self) -> tuple[Finding, ...]:
        """What the side after would hide, or make lighter, by its own decisions alone."""
        if self.judged is self.after:
            return ()
        left = {_place(finding): _RANK[finding.severity] for finding in self.after.findings}
        least = len(_RANK)
        return tuple(
            finding for finding in self.judged.findings if left.get(_place(finding), least) > _RANK[finding.severity]
        )

    def before_of(self, finding: Finding) -> Finding | None:
        """The finding of the side before that is the same as one of the side after."""
        return self._pairs.get(id(finding))

    def unaccepted(self) -> Iterator[tuple[Finding, Sides]]:
        """What only the decisions after list, with where it stands: those before hide it, on whichever side it is."""
        if self.judged is self.after:
            return
        turned = governing(self.after.portfolio, self.names.back)
        revealed = _hidden(decided_by(turned, self.before).findings, self.before.findings)
        found = pairing(revealed, _hidden(self.after.findings, self.judged.findings), self.names)
        yield from ((new, (old, new)) for old, new in found.both)
        yield from ((old, (old, None)) for old in found.before)
        yield from ((new, (None, new)) for new in found.after)

    @cached_property
    def _pairing(self) -> Pairing:
        return pairing(self.before.findings, self.judged.findings, self.names)

    @cached_property
    def _pairs(self) -> Mapping[int, Finding]:
        return {id(new): old for old, new in self._pairing.both}

    @cached_property
    def _past(self) -> tuple[Finding, ...]:
        reach = Reach.of(self.after.portfolio, self._unread_after, self._unread_before)
        return tuple(one for one in self._pairing.before if reach.tells_of(self.names.finding(one)))

    @cached_property
    def _unread_before(self) -> frozenset[str]:
        return _ids(self.before.portfolio.unreadable, self.names.assignments)

    @cached_property
    def _unread_after(self) -> frozenset[str]:
        return _ids(self.after.portfolio.unreadable, {})

    @cached_property
    def _ids_before(self) -> frozenset[str]:
        return _ids((*self.before.portfolio.sources, *self.before.portfolio.unreadable), self.names.assignments)

    @cached_property
    def _ids_after(self) -> frozenset[str]:
        return _ids((*self.after.portfolio.sources, *self.after.portfolio.unreadable), {})

    def _is_still_there(self, finding: Finding) -> bool:
        now, before, after = self.names.finding(finding), self.before.scene, self.after.scene
        subject = now.subject
        if subject.kind == "department" and after:
            return subject.id in after.standings
        if subject.kind == "goal" and after:
            return subject.id in after.portfolio.goals
        is_gone_within = before and after and is_gone(finding, now, before, after)
        return _has_file(self._ids_after, subject) and not is_gone_within


def compare(before: Assessment, after: Assessment) -> Comparison:
    """The comparison of two portfolios that were assessed for the same day."""
    return Comparison(before, after, renamed(before.portfolio, after.portfolio))


def _ids(paths: Iterable[str], names: Mapping[str, str]) -> frozenset[str]:
    """The ids of files, whatever is wrong with them, as assignments are named after the change."""
    return frozenset(names.get(name, name) for name in map(assignment_id, paths))


def _has_file(ids: AbstractSet[str], subject: Subject) -> bool:
    """Whether an assignment is among those of a side; all others are on both."""
    return subject.kind != "assignment" or subject.id in ids


def _place(finding: Finding) -> tuple[str, str, Where, str | None]:
    """What makes a finding the same one when others' decisions govern the same files."""
    return finding.rule, finding.path, finding.where, finding.item


def _hidden(judged: Sequence[Finding], own: Sequence[Finding]) -> tuple[Finding, ...]:
    """The gaps that some decisions list and a side's own do not, in the same files."""
    listed = set(map(_place, own))
    return tuple(one for one in judged if one.rule not in ERRORS and _place(one) not in listed)


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
