"""The headline of a change, in one sentence: how many steps, benefits, targets and gaps."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from staircase.core.comparison.change import Change
from staircase.core.rules.names import ERRORS
from staircase.core.term import Said, Term, Word

_KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "not_compared": frozenset({"not-compared"}),
        "removed": frozenset({"assignment-removed"}),
        "steps_forward": frozenset({"step-forward", "step-jumped"}),
        "steps_back": frozenset({"step-returned", "step-forward-undone", "step-jump-undone"}),
        "taken_home": frozenset({"taken-home"}),
        "taken_back": frozenset({"taken-back"}),
        "achieved": frozenset({"benefit-achieved"}),
        "slipped": frozenset({"benefit-slipped"}),
        "targets_raised": frozenset({"target-raised"}),
        "targets_lowered": frozenset({"target-lowered"}),
        "gaps_opened": frozenset({"finding-new"}),
        "gaps_closed": frozenset({"finding-fixed"}),
        "gaps_accepted": frozenset({"finding-accepted"}),
    }
)
"""What is counted, in the order it is said, and the kinds that count."""

_OF_ERRORS = {"gaps_opened": "errors_opened", "gaps_closed": "errors_closed"}

_NUMBERED = range(2, 13)
"""The numbers that are said as words."""


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """Count what a headline may say; errors are no gaps."""
    found = dict.fromkeys((*_KINDS, "errors_opened", "errors_closed", "others"), 0)
    for change in changes:
        part = next((part for part, kinds in _KINDS.items() if change.kind in kinds), "others")
        found[_OF_ERRORS.get(part, part) if rule(change) in ERRORS else part] += 1
    return found


def rule(change: Change) -> str:
    """The rule whose finding came or went; empty for other changes."""
    side = change.after or change.before
    return str(getattr(side.terms.get("rule"), "text", "")) if side else ""


def headline(found: Mapping[str, int]) -> Said:
    """The counts in one sentence; where none is of steps, benefits or gaps, how many changes there are."""
    told = [part for part in found if found[part] and part != "others"]
    if not told and not found["others"]:
        return Said("diff.none", {})
    return _joined(told or ["others"], found)


def _joined(parts: Sequence[str], found: Mapping[str, int]) -> Said:
    """Nest the parts, since a sentence has a place for each of its terms."""
    said = _first(parts[0], found[parts[0]])
    for before, part in pairwise(parts):
        name = "steps_back_too" if (before, part) == ("steps_forward", "steps_back") else part
        said = Said("headline.rest", {"first": said, "rest": _next(name, found[part])})
    return said


def _first(part: str, count: int) -> Said:
    if count == 1:
        return Said(f"headline.{part}.one.first", {})
    number: Term = Word(f"number.{count}.first") if count in _NUMBERED else count
    return Said(f"headline.{part}.many.first", {"count": number})


def _next(part: str, count: int) -> Said:
    if count == 1:
        return Said(f"headline.{part}.one", {})
    number: Term = Word(f"number.{count}") if count in _NUMBERED else count
    return Said(f"headline.{part}.many", {"count": number})
