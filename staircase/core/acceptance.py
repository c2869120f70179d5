"""Gaps that the programme lives with for now, and the severities that it has set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from staircase.core.finding import Finding, Severity
from staircase.core.model.assignment import Accepted
from staircase.core.rules.names import NEVER_ACCEPTED
from staircase.core.rules.rule import Scene


def accepted_and_listed(scene: Scene, gaps: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the gaps in those that are accepted and those to list, with their severities set; some are turned off."""
    accepted: list[Finding] = []
    listed: list[Finding] = []
    for gap in gaps:
        (accepted if _is_accepted(scene, gap) else listed).append(gap)
    levels = scene.program.rules
    return tuple(_leveled(accepted, levels)), tuple(_leveled(listed, levels))


def _leveled(gaps: Sequence[Finding], levels: Mapping[str, str]) -> Iterable[Finding]:
    for gap in gaps:
        level = levels.get(gap.rule)
        if level is None:
            yield gap
        elif level != "off":
            yield replace(gap, severity=Severity(level))


def _is_accepted(scene: Scene, gap: Finding) -> bool:
    if gap.rule in NEVER_ACCEPTED:
        return False
    if gap.subject.kind == "assignment":
        entries = scene.portfolio.entries[gap.subject.id].assignment.accepted
        return any(_covers(scene, entry, gap, gap.item) for entry in entries)
    return any(_covers(scene, entry, gap, gap.subject.id) for entry in scene.program.accepted)


def _covers(scene: Scene, entry: Accepted, gap: Finding, item: str | None) -> bool:
    return entry.rule == gap.rule and entry.until >= scene.day and entry.item in {None, item}
