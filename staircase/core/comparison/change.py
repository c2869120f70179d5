"""A change between two portfolios, in the programme's terms: its kind, its two sides, and whom it is about.

The kinds are a table: what each looks at, where it leads, and what it is when the sides change places. What a kind
looks at are key paths, ``*`` being a position or a name: ``trials.*.ended+outcome`` stands at a trial's end and speaks
of its outcome, too; ``|`` parts places that it may stand at. A kind without any is told of files, figures or findings,
and speaks of no value. What no kind speaks of, the rest tells by its key. The words of a kind are found under
``change.`` and its name.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

from staircase.core.finding import NO_TERMS, Subject
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.model.value import Part
from staircase.core.term import Name, Said, Term, Word
from staircase.core.yaml.source import KeyPath, Span


class Direction(StrEnum):
    """Where a change leads, setbacks first: what is mere housekeeping comes last."""

    BACK = "back"
    FORWARD = "forward"
    NEUTRAL = "neutral"
    HOUSEKEEPING = "housekeeping"


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """What sort of change: where it leads, what it is when both sides change places, and what it looks at."""

    direction: Direction
    mirror: str
    looks_at: str = ""

    def spoken_of(self, keys: KeyPath) -> Iterator[KeyPath]:
        """The places that a change of this kind speaks of, if it stands at this one."""
        for look in self.looks_at.split(" | "):
            place, *others = look.split("+")
            way = place.split(".")
            if len(way) == len(keys) and all(part in {"*", key} for part, key in zip(way, keys, strict=True)):
                yield keys
                yield from ((*keys[:-1], other) for other in others)


GOVERNING = "accepted.*"
"""What a finding that is accepted looks at: the entries that name its rule, wherever the finding stands."""

_OWNERS = "benefits.*.owner | roadmap.*.owner"
_PERIOD = "roadmap.*.from+to"
_MEASURED = "benefits.*.measurements.*"

_PROGRESS = (
    ("assignment-added", "assignment-removed", ""),
    ("started", "start-undone", "started"),
    ("went-live", "live-undone", "live"),
    ("start-brought-forward", "start-put-off", "started"),
    ("resumed", "paused", "pauses.*"),
    ("completed", "reopened", "completed"),
    ("step-forward", "step-forward-undone", "journey.*"),
    ("step-jumped", "step-jump-undone", "journey.*"),
    ("step-return-undone", "step-returned", "journey.*"),
    ("trial-added", "trial-removed", "trials.*"),
    ("trial-ended", "trial-reopened", "trials.*.ended+outcome"),
    ("lesson-learned", "lesson-removed", "trials.*.learned | stopped.learned"),
    ("benefit-added", "benefit-withdrawn", "benefits.*"),
    ("benefit-measured", "measurement-removed", _MEASURED),
    ("setback-unmeasured", "setback-measured", _MEASURED),
    ("benefit-achieved", "benefit-slipped", ""),
    ("target-set", "target-withdrawn", "benefits.*.target"),
    ("target-raised", "target-lowered", "benefits.*.target.value"),
    ("target-brought-forward", "target-put-off", "benefits.*.target.by"),
    ("target-dated", "target-undated", "benefits.*.target.by"),
    ("baseline-set", "baseline-withdrawn", "benefits.*.baseline"),
    ("taken-home", "taken-back", "benefits.*.taken_home.*"),
    ("shown", "showing-removed", "shown.*"),
    ("item-added", "item-removed", "roadmap.*"),
    ("item-undropped", "item-dropped", "roadmap.*.dropped"),
    ("item-scheduled", "item-unscheduled", _PERIOD),
    ("item-brought-forward", "item-put-off", _PERIOD),
    ("item-anchored", "item-unanchored", "roadmap.*.anchored_in.*"),
    ("item-became", "item-became-undone", "roadmap.*.became"),
    ("item-started", "item-start-undone", "roadmap.*.started"),
    ("item-done", "item-done-undone", "roadmap.*.done"),
    ("owner-named", "owner-removed", _OWNERS),
    ("document-adopted", "document-unadopted", "documents.*.adopted"),
    ("finding-fixed", "finding-new", ""),
)
"""Kinds that lead forward, each with its mirror, which leads back, and what both look at."""

_TWINS = (
    ("stopped", "stop-undone", "stopped"),
    ("pause-added", "pause-removed", "pauses.*"),
    ("finding-accepted", "finding-unaccepted", GOVERNING),
    ("department-added", "department-removed", "departments.*"),
    ("department-ended", "department-end-undone", "departments.*.to"),
    ("department-became", "department-became-undone", "departments.*.to+became"),
    ("goal-added", "goal-removed", "goals.*"),
    ("document-added", "document-removed", "documents.*"),
)
"""Kinds that lead neither way, each with its mirror, and what both look at."""

_EVEN = (
    ("assignment-renamed", ""),
    ("start-corrected", "started"),
    ("pause-changed", "pauses.*.to"),
    ("ending-changed", "completed | stopped"),
    ("step-redated", "journey.*"),
    ("trial-changed", "trials.*.started | trials.*.ended | trials.*.outcome"),
    ("measurement-corrected", f"{_MEASURED}.value"),
    ("target-changed", "benefits.*.target.value"),
    ("baseline-changed", "benefits.*.baseline"),
    ("taken-home-changed", "benefits.*.taken_home.*"),
    ("item-rescheduled", _PERIOD),
    ("owner-changed", _OWNERS),
    ("lead-changed", "lead"),
    ("department-changed", "department"),
    ("costs-changed", "costs.one_off | costs.per_year"),
    ("manager-changed", "departments.*.manager"),
    ("document-period-changed", "documents.*.from | documents.*.to"),
    ("setting-changed", "settings.* | settings.*.*"),
    ("rule-changed", "rules.*"),
    ("written-ahead", ""),
    ("other", ""),
    ("not-compared", ""),
)
"""Kinds that lead neither way and are their own mirror, and what they look at."""

_UPKEEP = (("reviewed", "review-withdrawn", "reviewed"), ("text-changed", "text-changed", ""))
"""Kinds that are mere housekeeping, each with its mirror, and what both look at."""


def _kinds() -> Mapping[str, ChangeKind]:
    kinds = {kind: ChangeKind(Direction.NEUTRAL, kind, looks) for kind, looks in _EVEN}
    for forward, back, looks in _PROGRESS:
        kinds |= {forward: ChangeKind(Direction.FORWARD, back, looks), back: ChangeKind(Direction.BACK, forward, looks)}
    for rows, direction in ((_TWINS, Direction.NEUTRAL), (_UPKEEP, Direction.HOUSEKEEPING)):
        for one, other, looks in rows:
            kinds |= {one: ChangeKind(direction, other, looks), other: ChangeKind(direction, one, looks)}
    kinds["finding-gone"] = ChangeKind(Direction.NEUTRAL, "finding-new")  # with its assignment: no progress
    return MappingProxyType(kinds)


KINDS: Mapping[str, ChangeKind] = _kinds()
"""All kinds of changes. Each has a mirror: none is without one, since what is told is told of facts on both sides."""


NOTHING = Word("change.nothing")
"""What stands before or after where there is no value."""


@dataclass(frozen=True, slots=True)
class Side:
    """Where a changed thing stands on one side, and what it says there.

    Attributes:
        path: the file, relative to the portfolio.
        keys: the place in it.
        value: what it says there.
        terms: what a sentence tells of it besides.
        span: the very place, where no key path leads to it.
    """

    path: str
    keys: KeyPath
    value: Term | None = None
    terms: Mapping[str, Term] = field(default_factory=lambda: NO_TERMS)
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """How a value came to be another one.

    ``anew``: the one before it stands in ``was``, up to a day. ``undone``: it came back from there. ``corrected``: it
    was written over, and the reports of earlier days are otherwise, too.
    """

    kind: Literal["anew", "undone", "corrected"]
    until: date | None = None
    why: str | None = None

    def said(self, message: Said) -> Said:
        """What changed, with how it was decided."""
        terms: dict[str, Term] = {"message": message}
        if self.until:
            terms["until"] = self.until
        if self.kind == "anew" and self.why:
            return Said("change.decision.anew.why", {**terms, "why": Name(self.why)})
        return Said(f"change.decision.{self.kind}", terms)


_MIRRORED: Mapping[str, Literal["anew", "undone", "corrected"]] = MappingProxyType(
    {"anew": "undone", "undone": "anew", "corrected": "corrected"}
)
"""What a decision is when the sides change places."""


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
        decision: how one value took the place of another, of what can be decided anew.
    """

    kind: str
    subject: Subject
    was: Subject
    item: str | None = None
    before: Side | None = None
    after: Side | None = None
    decision: Decision | None = None

    @property
    def direction(self) -> Direction:
        """Where it leads."""
        return KINDS[self.kind].direction

    @property
    def message(self) -> Said:
        """What changed, to be said of its subject."""
        main = self.after or self.before
        terms = dict(main.terms) if main else {}
        said = Said(f"change.{self.kind}", {**terms, "before": _value(self.before), "after": _value(self.after)})
        return self.decision.said(said) if self.decision else said


def mirrored(change: Change) -> Change:
    """The same change as seen from the other side."""
    kind = KINDS[change.kind].mirror
    decided = change.decision and replace(change.decision, kind=_MIRRORED[change.decision.kind])
    return Change(kind, change.was, change.subject, change.item, change.after, change.before, decided)


def _value(side: Side | None) -> Term:
    return NOTHING if side is None or side.value is None else side.value


Model = TypeVar("Model", bound=Part)
Sides = tuple[Side | None, Side | None]
"""A place before and after; ``None`` where there is none."""


@dataclass(frozen=True, slots=True)
class View(Generic[Model]):
    """One side: whom it is about, its file, and what the file says."""

    subject: Subject
    path: str
    model: Model

    def side(self, keys: KeyPath, value: Term | None = None, /, **terms: Term) -> Side:
        """A place on this side, what it says, and what a sentence tells of it besides."""
        return Side(self.path, keys, value, terms)


@dataclass(frozen=True, slots=True)
class Pair(Generic[Model]):
    """Both sides on a day: later facts are not known; ``renames`` are new ids of assignments by the old ones."""

    day: date
    before: View[Model]
    after: View[Model]
    renames: Mapping[str, str] = field(default_factory=dict)

    def told(self, kind: str, sides: Sides, item: str | None = None) -> Change:
        """A change in this kind's own direction."""
        return Change(kind, self.after.subject, self.before.subject, item, *sides)

    def turned(self, sign: int, kind: str, sides: Sides, item: str | None = None) -> Change:
        """A change in this kind's direction, or in its mirror's where the sign is negative."""
        return self.told(kind if sign > 0 else KINDS[kind].mirror, sides, item)

    def came(self, kind: str, sides: Sides, item: str | None = None) -> Iterator[Change]:
        """What came, or in the mirror's kind of what went; nothing where it is on both sides or on none."""
        before, after = sides
        if (before is None) != (after is None):
            yield self.turned(1 if after else -1, kind, sides, item)

    def sides(self, read: Callable[[View[Model]], Side | None]) -> Sides:
        """What is read of both sides."""
        return read(self.before), read(self.after)

    def known(self, day: date | None) -> date | None:
        """A day, if it has come."""
        return day if day and day <= self.day else None


AssignmentPair = Pair[Assignment]
ProgramPair = Pair[Program]


def sign(difference: Fraction | int) -> int:
    """1 for more than nothing, -1 for less, else 0."""
    return (difference > 0) - (difference < 0)


def later(before: date, after: date) -> int:
    """1 when the second day is the later one, -1 when it is the earlier, else 0."""
    return sign((after - before).days)
