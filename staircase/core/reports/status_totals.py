"""What ``status`` counts: over the assignments that the filters let through, whatever their state."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from staircase.core.assess import Assessment
from staircase.core.finding import Finding
from staircase.core.known import State
from staircase.core.model.assignment import STEPS
from staircase.core.reports.block import Value
from staircase.core.reports.concern import departments_of, is_about
from staircase.core.reports.select import Selection
from staircase.core.reports.status_row import Line
from staircase.core.rules.names import ERRORS
from staircase.core.rules.rule import Scene

YEAR = timedelta(365)


@dataclass(frozen=True, slots=True)
class Totals:
    """The counts; ``open``, ``per_step`` and ``arrived`` are of open staircase assignments.

    ``departments_reached`` counts the departments that have reached at least the step; ``per_state`` counts enabling
    assignments too.
    """

    open: int
    at_once: int
    started_last_year: int
    per_step: Mapping[str, int]
    arrived: Mapping[str, int]
    departments_reached: Mapping[str, int]
    per_state: Mapping[str, int]
    gaps: int
    errors: int

    def values(self) -> dict[str, Value]:
        """Give the totals as JSON has them."""
        return asdict(self)


def totals(scene: Scene, counted: Sequence[Line], findings: Sequence[Finding], selection: Selection) -> Totals:
    """Count what the filters let through."""
    climbing = [line for line in counted if line.known.climbs]
    on_stairs = [line for line in climbing if line.known.is_open]
    arrived = [line for line in on_stairs if line.arrived]
    return Totals(
        open=len(on_stairs),
        at_once=scene.settings.at_once,
        started_last_year=sum(scene.day - YEAR < line.known.assignment.started <= scene.day for line in climbing),
        per_step={step: sum(line.known.current.step == step for line in on_stairs) for step in STEPS},
        arrived={step: sum(line.known.current.step == step for line in arrived) for step in STEPS},
        departments_reached=_reached(scene, selection),
        per_state={state.value: sum(line.known.state is state for line in counted) for state in State},
        gaps=sum(finding.rule not in ERRORS for finding in findings),
        errors=sum(finding.rule in ERRORS for finding in findings),
    )


def _reached(scene: Scene, selection: Selection) -> dict[str, int]:
    reached = [scene.standings[each.id].reached for each in departments_of(scene, selection, state=False)]
    return {step: sum(height >= number for height in reached) for number, step in enumerate(STEPS, 1)}


def findings_of(
    assessment: Assessment, scene: Scene, counted: Sequence[Line], selection: Selection
) -> Sequence[Finding]:
    """Give all findings of the portfolio, or those of the assignments that are left and what else is asked for."""
    if not selection.narrows:
        return assessment.findings
    ids = {line.known.id for line in counted}
    return [
        finding
        for finding in assessment.findings
        if (
            finding.subject.id in ids
            if finding.subject.kind == "assignment"
            else is_about(scene, finding, selection, state=False)
        )
    ]
