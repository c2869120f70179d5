"""What a programme lives with for now: which gaps are accepted, which are listed, and how much each weighs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.finding import Finding, Severity
from staircase.core.model.assignment import Accepted
from staircase.core.model.program import Level, ProgramSettings
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import NEVER_ACCEPTED, OFF
from staircase.core.suggest import folded


@dataclass(frozen=True, slots=True)
class Governance:
    """What a programme has decided about its gaps: its settings, its rules' severities, and what it lives with.

    Attributes:
        settings: of ``program.yaml``.
        rules: of ``program.yaml``: a gap's severity, or ``off``.
        accepted: of ``program.yaml``, for gaps of departments, goals and the programme.
        accepted_of: those of the assignments that have any, by id.
    """

    settings: ProgramSettings
    rules: Mapping[str, Level]
    accepted: tuple[Accepted, ...]
    accepted_of: Mapping[str, tuple[Accepted, ...]]


def governance(portfolio: Portfolio) -> Governance:
    """What a portfolio's own files decide; without a readable programme it has decided nothing."""
    program = portfolio.program
    entries = portfolio.entries.items()
    return Governance(
        settings=program.settings if program else ProgramSettings(),
        rules=program.rules if program else {},
        accepted=program.accepted if program else (),
        accepted_of={name: entry.assignment.accepted for name, entry in entries if entry.assignment.accepted},
    )


def accepted_and_listed(
    scene: Scene, gaps: Iterable[Finding], governed: Governance | None = None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the gaps in those that are accepted and those to list, with their severities set; some are turned off."""
    governs = governed or governance(scene.portfolio)
    accepted: list[Finding] = []
    listed: list[Finding] = []
    for gap in gaps:
        (accepted if _is_accepted(governs, scene.day, gap) else listed).append(gap)
    return tuple(_leveled(accepted, governs.rules)), tuple(_leveled(listed, governs.rules))


def _leveled(gaps: Sequence[Finding], levels: Mapping[str, str]) -> Iterable[Finding]:
    for gap in gaps:
        level = levels.get(gap.rule, "off" if gap.rule in OFF else None)
        if level is None:
            yield gap
        elif level != "off":
            yield gap._replace(severity=Severity(level))


def _is_accepted(governs: Governance, day: date, gap: Finding) -> bool:
    if gap.rule in NEVER_ACCEPTED:
        return False
    if gap.subject.kind == "assignment":
        entries = governs.accepted_of.get(gap.subject.id, ())
        return any(_covers(entry, day, gap, gap.item) for entry in entries)
    if gap.item is not None and gap.rule == "program-lead-overloaded":
        return any(_covers_lead(entry, day, gap, gap.item) for entry in governs.accepted)
    return any(_covers(entry, day, gap, gap.subject.id) for entry in governs.accepted)


def _covers(entry: Accepted, day: date, gap: Finding, item: str | None) -> bool:
    return entry.rule == gap.rule and entry.until >= day and entry.item in {None, item}


def _covers_lead(entry: Accepted, day: date, gap: Finding, lead: str) -> bool:
    """Whether an entry accepts what is said of a lead, who is known by a name as people write it."""
    return entry.rule == gap.rule and entry.until >= day and (entry.item is None or folded(entry.item) == folded(lead))
