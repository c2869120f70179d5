"""The kinds of changes: where each leads, how much it weighs, its word in a headline, and its mirror.

They stand in the order in which a headline names them, the heaviest first. What a kind looks at are key paths, ``*``
being a position or a name: ``trials.*.ended+outcome`` stands at a trial's end and speaks of its outcome, too; ``|``
parts places that it may stand at. A kind without any is told of files, figures or findings, and speaks of no value.
What no kind speaks of, the rest tells by its key. The words of a kind are found under ``change.`` and its name, those
of its part of a headline under ``headline.``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType

from staircase.core.source import KeyPath


class Direction(StrEnum):
    """Where a change leads, setbacks first: what is mere housekeeping comes last."""

    BACK = "back"
    REVALUED = "revalued"
    FORWARD = "forward"
    NEUTRAL = "neutral"
    HOUSEKEEPING = "housekeeping"


class Weight(IntEnum):
    """How much a reviewer has to know of a change, the most first."""

    UNREAD = 1
    """It could not be compared."""
    GONE = 2
    """Removed or withdrawn."""
    WORSE = 3
    """Worse than before, or wrong."""
    LESS = 4
    """Less is asked for, or holds, than before; gaps that the change itself accepts."""
    HALTED = 5
    """Stopped, paused, ended, returned or opened again."""
    REVALUED = 6
    """Other figures, though nothing has happened; other rules to judge by."""
    REACHED = 7
    """Completed, achieved, taken home, a step forward, anchored, adopted."""
    BEGUN = 8
    """Started, measured, tried, shown, planned."""
    ASKED = 9
    """Gaps that came or went."""
    PEOPLE = 10
    """Other people, and corrected days."""
    TEXT = 11
    """Other words."""
    UPKEEP = 12
    """Housekeeping."""


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """What sort of change.

    Attributes:
        direction: where it leads.
        weight: how much a reviewer has to know of it.
        part: what it counts as in a headline; empty where it is told with what caused it.
        mirror: what it is when both sides change places.
        looks_at: the places it speaks of.
        is_asking: whether the gaps stand under it that it newly asks for.
        is_taking: whether the gaps stand under it that went with it.
    """

    direction: Direction
    weight: Weight
    part: str
    mirror: str
    looks_at: str = ""
    is_asking: bool = False
    is_taking: bool = False

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

_BACK, _REVALUED, _FORWARD, _NEUTRAL, _UPKEEP = Direction

_OWNERS = "benefits.*.owner | roadmap.*.owner"
_IDS = " | ".join(f"{each}.*.id" for each in ("trials", "benefits", "roadmap", "departments", "goals", "documents"))
_PERIOD = "roadmap.*.from+to"
_MEASURED = "benefits.*.measurements.*"
_TAKEN = "benefits.*.taken_home.*"

_Row = tuple[str, str, Direction, str, str]

_ROWS: Mapping[Weight, tuple[_Row, ...]] = {
    Weight.UNREAD: (("not-compared", "not-compared", _NEUTRAL, "not_compared", ""),),
    Weight.GONE: (
        ("assignment-removed", "assignment-added", _BACK, "removed", ""),
        ("benefit-withdrawn", "benefit-added", _BACK, "benefits_withdrawn", "benefits.*"),
        ("item-removed", "item-added", _BACK, "items_removed", "roadmap.*"),
        ("target-withdrawn", "target-set", _BACK, "targets_withdrawn", "benefits.*.target"),
        ("baseline-withdrawn", "baseline-set", _BACK, "baselines_withdrawn", "benefits.*.baseline"),
        ("measurement-removed", "benefit-measured", _BACK, "measurements_removed", _MEASURED),
        ("setback-unmeasured", "setback-measured", _FORWARD, "measurements_removed", _MEASURED),
        ("trial-removed", "trial-added", _BACK, "trials_removed", "trials.*"),
        ("lesson-removed", "lesson-learned", _BACK, "lessons_removed", "trials.*.learned | stopped.learned"),
        ("showing-removed", "shown", _BACK, "showings_removed", "shown.*"),
        ("department-removed", "department-added", _NEUTRAL, "departments_removed", "departments.*"),
        ("goal-removed", "goal-added", _NEUTRAL, "goals_removed", "goals.*"),
        ("document-removed", "document-added", _NEUTRAL, "documents_removed", "documents.*"),
    ),
    Weight.WORSE: (
        ("benefit-slipped", "benefit-achieved", _BACK, "slipped", ""),
        ("setback-measured", "setback-unmeasured", _BACK, "setbacks", _MEASURED),
        ("unit-changed", "unit-changed", _BACK, "units_changed", "benefits.*.measure.unit"),
    ),
    Weight.LESS: (
        ("target-lowered", "target-raised", _BACK, "targets_lowered", "benefits.*.target.value"),
        ("target-put-off", "target-brought-forward", _BACK, "targets_put_off", "benefits.*.target.by"),
        ("target-undated", "target-dated", _BACK, "targets_undated", "benefits.*.target.by"),
        ("taken-back", "taken-home", _BACK, "taken_back", _TAKEN),
        ("item-unanchored", "item-anchored", _BACK, "items_unanchored", "roadmap.*.anchored_in.*"),
        ("document-unadopted", "document-adopted", _BACK, "documents_unadopted", "documents.*.adopted"),
        ("owner-removed", "owner-named", _BACK, "owners_removed", _OWNERS),
        ("measured-less-often", "measured-more-often", _BACK, "measured_less", "benefits.*.measure.every_days"),
        ("finding-accepted", "finding-unaccepted", _NEUTRAL, "gaps_accepted", GOVERNING),
        ("acceptance-prolonged", "acceptance-shortened", _NEUTRAL, "acceptances_prolonged", ""),
        ("acceptance-written", "acceptance-withdrawn", _NEUTRAL, "acceptances_written", "accepted.*"),
    ),
    Weight.HALTED: (
        ("stopped", "stop-undone", _NEUTRAL, "stopped", "stopped"),
        ("paused", "resumed", _BACK, "paused", "pauses.*"),
        ("step-returned", "step-return-undone", _BACK, "steps_back", "journey.*"),
        ("step-forward-undone", "step-forward", _BACK, "steps_back", "journey.*"),
        ("step-jump-undone", "step-jumped", _BACK, "steps_back", "journey.*"),
        ("reopened", "completed", _BACK, "reopened", "completed"),
        ("stop-undone", "stopped", _NEUTRAL, "reopened", "stopped"),
        ("start-undone", "started", _BACK, "starts_put_off", "started"),
        ("start-put-off", "start-brought-forward", _BACK, "starts_put_off", "started"),
        ("live-undone", "went-live", _BACK, "out_of_use", "live"),
        ("trial-reopened", "trial-ended", _BACK, "trials_reopened", "trials.*.ended+outcome"),
        ("department-became", "department-became-undone", _NEUTRAL, "departments_ended", "departments.*.to+became"),
        ("department-ended", "department-end-undone", _NEUTRAL, "departments_ended", "departments.*.to"),
        ("benefit-closed", "benefit-reopened", _NEUTRAL, "benefits_closed", "benefits.*.closed"),
        ("item-dropped", "item-undropped", _BACK, "items_dropped", "roadmap.*.dropped"),
        ("item-put-off", "item-brought-forward", _BACK, "items_put_off", _PERIOD),
        ("item-unscheduled", "item-scheduled", _BACK, "items_unscheduled", _PERIOD),
        ("item-done-undone", "item-done", _BACK, "items_reopened", "roadmap.*.done"),
        ("item-start-undone", "item-started", _BACK, "items_reopened", "roadmap.*.started"),
        ("item-became-undone", "item-became", _BACK, "items_reopened", "roadmap.*.became"),
    ),
    Weight.REVALUED: (
        ("unit-converted", "unit-converted", _REVALUED, "revalued", "benefits.*.measure.unit"),
        ("sort-changed", "sort-changed", _REVALUED, "revalued", "kind"),
        ("benefit-kind-changed", "benefit-kind-changed", _REVALUED, "revalued", "benefits.*.kind"),
        ("worth-changed", "worth-changed", _REVALUED, "revalued", "benefits.*.worth.per_unit"),
        ("baseline-changed", "baseline-changed", _REVALUED, "revalued", "benefits.*.baseline.value"),
        ("target-changed", "target-changed", _REVALUED, "revalued", "benefits.*.target.value | benefits.*.target.keep"),
        ("measurement-corrected", "measurement-corrected", _REVALUED, "revalued", f"{_MEASURED}.value"),
        ("taken-home-changed", "taken-home-changed", _REVALUED, "revalued",
         f"{_TAKEN}.amount+from+document+how | {_TAKEN}.document+from+amount+how"),
        ("part-changed", "part-changed", _REVALUED, "revalued", "benefits.*.part_of"),
        ("expects-changed", "expects-changed", _REVALUED, "revalued", "roadmap.*.expects"),
        ("costs-changed", "costs-changed", _REVALUED, "revalued", "costs.one_off | costs.per_year"),
        ("currency-changed", "currency-changed", _REVALUED, "revalued", "currency"),
        ("rule-changed", "rule-changed", _NEUTRAL, "rules_changed", "rules.*"),
        ("setting-changed", "setting-changed", _NEUTRAL, "settings_changed", "settings.* | settings.*.*"),
    ),
    Weight.REACHED: (
        ("completed", "reopened", _FORWARD, "completed", "completed"),
        ("benefit-achieved", "benefit-slipped", _FORWARD, "achieved", ""),
        ("taken-home", "taken-back", _FORWARD, "taken_home", _TAKEN),
        ("step-forward", "step-forward-undone", _FORWARD, "steps_forward", "journey.*"),
        ("step-jumped", "step-jump-undone", _FORWARD, "steps_forward", "journey.*"),
        ("step-return-undone", "step-returned", _FORWARD, "steps_forward", "journey.*"),
        ("item-done", "item-done-undone", _FORWARD, "items_done", "roadmap.*.done"),
        ("item-became", "item-became-undone", _FORWARD, "items_became", "roadmap.*.became"),
        ("item-anchored", "item-unanchored", _FORWARD, "items_anchored", "roadmap.*.anchored_in.*"),
        ("document-adopted", "document-unadopted", _FORWARD, "documents_adopted", "documents.*.adopted"),
    ),
    Weight.BEGUN: (
        ("started", "start-undone", _FORWARD, "started", "started"),
        ("assignment-added", "assignment-removed", _FORWARD, "assignments_added", ""),
        ("resumed", "paused", _FORWARD, "resumed", "pauses.*"),
        ("went-live", "live-undone", _FORWARD, "live", "live"),
        ("benefit-measured", "measurement-removed", _FORWARD, "measured", _MEASURED),
        ("trial-ended", "trial-reopened", _FORWARD, "trials_ended", "trials.*.ended+outcome"),
        ("lesson-learned", "lesson-removed", _FORWARD, "lessons", "trials.*.learned | stopped.learned"),
        ("trial-added", "trial-removed", _FORWARD, "trials_added", "trials.*"),
        ("shown", "showing-removed", _FORWARD, "shown", "shown.*"),
        ("item-started", "item-start-undone", _FORWARD, "items_started", "roadmap.*.started"),
        ("item-scheduled", "item-unscheduled", _FORWARD, "items_scheduled", _PERIOD),
        ("item-brought-forward", "item-put-off", _FORWARD, "items_brought_forward", _PERIOD),
        ("item-rescheduled", "item-rescheduled", _NEUTRAL, "items_rescheduled", _PERIOD),
        ("item-undropped", "item-dropped", _FORWARD, "items_wanted", "roadmap.*.dropped"),
        ("item-added", "item-removed", _FORWARD, "items_added", "roadmap.*"),
        ("target-raised", "target-lowered", _FORWARD, "targets_raised", "benefits.*.target.value"),
        ("target-brought-forward", "target-put-off", _FORWARD, "targets_brought_forward", "benefits.*.target.by"),
        ("measured-more-often", "measured-less-often", _FORWARD, "measured_more", "benefits.*.measure.every_days"),
        ("target-dated", "target-undated", _FORWARD, "targets_dated", "benefits.*.target.by"),
        ("target-set", "target-withdrawn", _FORWARD, "targets_set", "benefits.*.target"),
        ("baseline-set", "baseline-withdrawn", _FORWARD, "baselines_set", "benefits.*.baseline"),
        ("benefit-added", "benefit-withdrawn", _FORWARD, "benefits_added", "benefits.*"),
        ("benefit-reopened", "benefit-closed", _NEUTRAL, "benefits_reopened", "benefits.*.closed"),
        ("start-brought-forward", "start-put-off", _FORWARD, "starts_brought_forward", "started"),
        ("department-became-undone", "department-became", _NEUTRAL, "departments_kept", "departments.*.to+became"),
        ("department-end-undone", "department-ended", _NEUTRAL, "departments_kept", "departments.*.to"),
        ("department-added", "department-removed", _NEUTRAL, "departments_added", "departments.*"),
        ("goal-added", "goal-removed", _NEUTRAL, "goals_added", "goals.*"),
        ("document-added", "document-removed", _NEUTRAL, "documents_added", "documents.*"),
        ("written-ahead", "written-ahead", _NEUTRAL, "written_ahead", ""),
    ),
    Weight.ASKED: (
        ("finding-new", "finding-fixed", _BACK, "gaps_opened", ""),
        ("finding-asked", "finding-fixed", _NEUTRAL, "gaps_asked", ""),
        ("finding-fixed", "finding-new", _FORWARD, "gaps_closed", ""),
        ("finding-gone", "finding-new", _NEUTRAL, "", ""),
        ("finding-unaccepted", "finding-accepted", _NEUTRAL, "gaps_unaccepted", GOVERNING),
        ("acceptance-shortened", "acceptance-prolonged", _NEUTRAL, "acceptances_withdrawn", ""),
        ("acceptance-withdrawn", "acceptance-written", _NEUTRAL, "acceptances_withdrawn", "accepted.*"),
    ),
    Weight.PEOPLE: (
        ("owner-changed", "owner-changed", _NEUTRAL, "people", _OWNERS),
        ("owner-named", "owner-removed", _FORWARD, "owners_named", _OWNERS),
        ("lead-changed", "lead-changed", _NEUTRAL, "people", "lead"),
        ("together-changed", "together-changed", _NEUTRAL, "people", "together"),
        ("manager-changed", "manager-changed", _NEUTRAL, "people", "departments.*.manager"),
        ("department-changed", "department-changed", _NEUTRAL, "moved", "department"),
        ("item-moved", "item-moved", _NEUTRAL, "moved", "roadmap.*.department"),
        ("goals-changed", "goals-changed", _NEUTRAL, "goals_changed", "goals"),
        ("item-goals-changed", "item-goals-changed", _NEUTRAL, "goals_changed", "roadmap.*.goals"),
        ("dependence-changed", "dependence-changed", _NEUTRAL, "dependences", "depends_on"),
        ("item-lessons-changed", "item-lessons-changed", _NEUTRAL, "dependences", "roadmap.*.based_on"),
        ("unit-rescaled", "unit-rescaled", _NEUTRAL, "rescaled", "benefits.*.measure.unit"),
        ("ending-changed", "ending-changed", _NEUTRAL, "corrected", "completed | stopped"),
        ("start-corrected", "start-corrected", _NEUTRAL, "corrected", "started"),
        ("pause-added", "pause-removed", _NEUTRAL, "pauses", "pauses.*"),
        ("pause-removed", "pause-added", _NEUTRAL, "pauses", "pauses.*"),
        ("pause-changed", "pause-changed", _NEUTRAL, "corrected", "pauses.*.to"),
        ("pause-redated", "pause-redated", _NEUTRAL, "corrected", "pauses.*"),
        ("step-redated", "step-redated", _NEUTRAL, "corrected", "journey.*"),
        ("trial-changed", "trial-changed", _NEUTRAL, "corrected",
         "trials.*.started | trials.*.ended | trials.*.outcome"),
        ("measurement-redated", "measurement-redated", _NEUTRAL, "corrected", _MEASURED),
        ("taken-home-redated", "taken-home-redated", _NEUTRAL, "corrected", _TAKEN),
        ("showing-redated", "showing-redated", _NEUTRAL, "corrected", "shown.*"),
        ("live-corrected", "live-corrected", _NEUTRAL, "corrected", "live"),
        ("baseline-redated", "baseline-redated", _NEUTRAL, "corrected", "benefits.*.baseline.date"),
        ("baseline-how-changed", "baseline-how-changed", _NEUTRAL, "corrected", "benefits.*.baseline.how"),
        ("document-period-changed", "document-period-changed", _NEUTRAL, "corrected",
         "documents.*.from | documents.*.to"),
        ("assignment-renamed", "assignment-renamed", _NEUTRAL, "renamed", ""),
        ("id-changed", "id-changed", _NEUTRAL, "renamed", _IDS),
    ),
    Weight.TEXT: (
        ("other", "other", _NEUTRAL, "others", ""),
        ("text-changed", "text-changed", _UPKEEP, "texts", ""),
    ),
    Weight.UPKEEP: (
        ("reviewed", "review-withdrawn", _UPKEEP, "reviewed", "reviewed"),
        ("review-withdrawn", "reviewed", _UPKEEP, "reviews_withdrawn", "reviewed"),
    ),
}  # fmt: skip
"""The kinds of each weight: name, mirror, direction, part of a headline, and what it looks at."""

_ASKING = frozenset(
    {
        *("assignment-added", "started", "resumed", "went-live", "stopped", "stop-undone", "completed", "reopened"),
        *("step-forward", "step-jumped", "step-returned", "trial-added", "trial-ended", "department-added"),
        *(
            "benefit-added",
            "benefit-reopened",
            "target-set",
            "target-dated",
            "baseline-set",
            "benefit-measured",
            "goal-added",
        ),
        *("item-added", "item-scheduled", "item-brought-forward", "item-undropped", "item-started"),
        *("item-done-undone", "item-became-undone"),
    }
)
_TAKING = frozenset(
    {
        *("assignment-removed", "start-undone", "stopped", "paused", "completed", "benefit-withdrawn", "trial-removed"),
        *("item-removed", "item-dropped", "item-done", "item-became", "goal-removed", "benefit-closed"),
        *("department-removed", "department-ended", "department-became"),
    }
)

KINDS: Mapping[str, ChangeKind] = MappingProxyType(
    {
        name: ChangeKind(direction, weight, part, mirror, looks_at, name in _ASKING, name in _TAKING)
        for weight, rows in _ROWS.items()
        for name, mirror, direction, part, looks_at in rows
    }
)
"""All kinds of changes, in the order of their weight; each has a mirror, as what is told is told of both sides."""
