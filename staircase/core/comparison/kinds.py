"""The kinds of change, as a table: what each looks at, where it leads, and what it is when the sides change places.

What a kind looks at are key paths, ``*`` being a position or a name: ``trials.*.ended+outcome`` stands at a trial's end
and speaks of its outcome, too; ``|`` parts places that it may stand at. A kind without any is told of files, figures or
findings, and speaks of no value. What no kind speaks of, the rest tells by its key. The words of a kind are found under
``change.`` and its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from staircase.core.table import KeyPath


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
