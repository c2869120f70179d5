"""The mirror of a change: the same as it is told on the way back, by the ids that things have there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from staircase.core.comparison.change import Change
from staircase.core.comparison.ids import Renames
from staircase.core.comparison.kinds import KINDS

_DECIDED: Mapping[str, Literal["anew", "undone", "corrected"]] = {
    "anew": "undone",
    "undone": "anew",
    "corrected": "corrected",
}


_NOTHING = Renames()


def mirrored(change: Change, names: Renames = _NOTHING) -> Change:
    """The same change as seen from the other side, but for what follows from it and what it does to figures."""
    kind = KINDS[change.kind].mirror
    decided = change.decision and replace(change.decision, kind=_DECIDED[change.decision.kind])
    return Change(kind, change.was, change.subject, _item(change, names.back), change.after, change.before, decided)


def _item(change: Change, back: Renames) -> str | None:
    if change.item is None:
        return None
    if change.was.kind == "assignment":
        return back.item(change.rule, change.item, change.was.id)
    return back.declared.get(("documents", change.item), change.item)
