"""A change: what is otherwise between two portfolios, in the programme's terms. It holds no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from staircase.core.finding import NO_TERMS, Subject
from staircase.core.source import Span
from staircase.core.table import KeyPath
from staircase.core.term import Said, Term, Word

NOTHING = Word("change.nothing")
"""What stands before or after where there is no value."""


class Direction(StrEnum):
    """Where a change leads, setbacks first: what is mere housekeeping comes last."""

    BACK = "back"
    FORWARD = "forward"
    NEUTRAL = "neutral"
    HOUSEKEEPING = "housekeeping"


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of change: where it leads, and the kind that it is when both sides change places."""

    direction: Direction
    mirror: str


@dataclass(frozen=True, slots=True)
class Side:
    """Where a changed thing stands on one side, and what it says there.

    Attributes:
        path: the file, relative to the portfolio.
        keys: the place in it.
        value: what it says there.
        terms: what a sentence tells of it besides.
        also: further places in the file that the same change tells of.
        span: the very place, where no key path leads to it.
    """

    path: str
    keys: KeyPath
    value: Term | None = None
    terms: Mapping[str, Term] = field(default_factory=lambda: NO_TERMS)
    also: tuple[KeyPath, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        kind: a key of ``KINDS``.
        subject: whom it is about, as named after the change.
        was: whom it is about, as named before it; another id only where it was renamed.
        item: the benefit, trial, roadmap item, step, document, setting or key within the subject.
        before: where it stood; ``None`` where it was not.
        after: where it stands; ``None`` where it is no more.
    """

    kind: str
    subject: Subject
    was: Subject
    item: str | None = None
    before: Side | None = None
    after: Side | None = None

    @property
    def direction(self) -> Direction:
        """Give where it leads."""
        return KINDS[self.kind].direction

    @property
    def message(self) -> Said:
        """Give what changed, to be said of its subject."""
        main = self.after or self.before
        terms = dict(main.terms) if main else {}
        return Said(f"change.{self.kind}", {**terms, "before": _value(self.before), "after": _value(self.after)})


def mirrored(change: Change) -> Change:
    """Give the same change as seen from the other side."""
    kind = KINDS[change.kind].mirror
    return Change(kind, change.was, change.subject, change.item, change.after, change.before)


def _value(side: Side | None) -> Term:
    return NOTHING if side is None or side.value is None else side.value


_PROGRESS = (
    *(("assignment-added", "assignment-removed"), ("started", "start-undone"), ("went-live", "live-undone")),
    *(("start-brought-forward", "start-put-off"), ("resumed", "paused"), ("completed", "reopened")),
    *(("step-forward", "step-forward-undone"), ("step-jumped", "step-jump-undone")),
    *(("step-return-undone", "step-returned"), ("trial-added", "trial-removed"), ("trial-ended", "trial-reopened")),
    *(("lesson-learned", "lesson-removed"), ("benefit-added", "benefit-withdrawn")),
    *(("benefit-measured", "measurement-removed"), ("setback-unmeasured", "setback-measured")),
    *(("benefit-achieved", "benefit-slipped"), ("target-set", "target-withdrawn"), ("target-raised", "target-lowered")),
    *(("target-brought-forward", "target-put-off"), ("target-dated", "target-undated")),
    *(("baseline-set", "baseline-withdrawn"), ("taken-home", "taken-back"), ("shown", "showing-removed")),
    *(("item-added", "item-removed"), ("item-undropped", "item-dropped"), ("item-scheduled", "item-unscheduled")),
    *(("item-brought-forward", "item-put-off"), ("item-anchored", "item-unanchored")),
    *(("item-became", "item-became-undone"), ("item-started", "item-start-undone"), ("item-done", "item-done-undone")),
    *(("owner-named", "owner-removed"), ("document-adopted", "document-unadopted"), ("finding-fixed", "finding-new")),
)
"""Kinds that lead forward, each with its mirror, which leads back."""

_TWINS = (
    *(("stopped", "stop-undone"), ("pause-added", "pause-removed"), ("finding-accepted", "finding-unaccepted")),
    *(("department-added", "department-removed"), ("goal-added", "goal-removed")),
    *(("document-added", "document-removed"),),
)
"""Kinds that lead neither way, each with its mirror."""

_EVEN = (
    *("assignment-renamed", "start-corrected", "pause-changed", "ending-changed", "step-redated", "trial-changed"),
    *("measurement-corrected", "target-changed", "baseline-changed", "taken-home-changed", "item-rescheduled"),
    *("owner-changed", "lead-changed", "department-changed", "costs-changed", "manager-changed"),
    *("document-period-changed", "setting-changed", "rule-changed", "written-ahead", "other", "not-compared"),
)
"""Kinds that lead neither way and are their own mirror."""


def _kinds() -> Mapping[str, Kind]:
    kinds = {kind: Kind(Direction.NEUTRAL, kind) for kind in _EVEN}
    for forward, back in _PROGRESS:
        kinds |= {forward: Kind(Direction.FORWARD, back), back: Kind(Direction.BACK, forward)}
    for one, other in _TWINS:
        kinds |= {one: Kind(Direction.NEUTRAL, other), other: Kind(Direction.NEUTRAL, one)}
    kinds["finding-gone"] = Kind(Direction.NEUTRAL, "finding-new")  # with its assignment: no progress
    for one, other in (("reviewed", "review-withdrawn"), ("text-changed", "text-changed")):
        kinds |= {one: Kind(Direction.HOUSEKEEPING, other), other: Kind(Direction.HOUSEKEEPING, one)}
    return MappingProxyType(kinds)


KINDS: Mapping[str, Kind] = _kinds()
"""All kinds of changes. Each has a mirror: none is without one, since what is told is told of facts on both sides."""
