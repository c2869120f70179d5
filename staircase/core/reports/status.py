"""``status``: where every assignment stands, and what the portfolio amounts to."""

from collections.abc import Sequence
from typing import Literal

from staircase.core.assess import Assessment
from staircase.core.reports.block import Report
from staircase.core.reports.empty import without_program
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.select import ALL, Selection, in_order, matches
from staircase.core.reports.status_blocks import Shown, blocks, sentences
from staircase.core.reports.status_row import Line, grouped_order, lines, row
from staircase.core.reports.status_totals import findings_of, totals
from staircase.core.rules.rule import Scene
from staircase.core.totals import Totals as Sums
from staircase.core.totals import totals as sums

By = Literal["step", "department", "lead", "state", "goal"]


def status(assessment: Assessment, selection: Selection = ALL, by: By = "step") -> Report:
    """Make the report: open assignments unless states are asked for; totals obey every filter but the state."""
    scene = assessment.scene
    if scene is None:
        return without_program("status", assessment)
    counted = [line for line in lines(assessment, scene) if matches(line.known, selection, state=False)]
    ordered = _ordered(counted, selection)
    findings = findings_of(assessment, scene, counted, selection)
    shown = Shown(
        assessment=assessment,
        scene=scene,
        selection=selection,
        by=by,
        lines=ordered,
        totals=totals(scene, counted, findings, selection),
        findings=findings,
        money=_sums(scene, counted),
    )
    return Report(
        name="status",
        keys=KEYS["status"],
        day=scene.day,
        program=scene.program.name,
        rows=Made(lambda: map(row, ordered)),
        totals=shown.totals.values(),
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(blocks(shown)),
        sentences=Made(lambda: sentences(shown)),
        columns=selection.columns,
    )


def _ordered(counted: Sequence[Line], selection: Selection) -> tuple[Line, ...]:
    """Give the lines to show: the open ones, or those of the states that are asked for."""
    chosen = [line for line in counted if (matches(line.known, selection) if selection.state else line.known.is_open)]
    return in_order(grouped_order(chosen), row, selection.sort)


def _sums(scene: Scene, counted: Sequence[Line]) -> Sums:
    """Sum up the benefits of the open and completed assignments that the filters let through."""
    counting = [line.known for line in counted if line.known.counts]
    return sums((figures for known in counting for figures in scene.figures[known.id]), counting)
