"""An assignment's line in ``status``: what is known of it, with its counts, and the row made of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.flow import days_in_step, days_running
from staircase.core.known import Known, State
from staircase.core.period import months_before
from staircase.core.reports.block import Row
from staircase.core.rules.names import ERRORS
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Days, Name, Word, file_name

ARRIVED_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """An assignment with what a row of ``status`` says of it; what a planned or enabling one lacks is ``None``."""

    known: Known
    days_in_step: int | None
    days_running: int | None
    arrived: bool
    over: bool
    stale: bool
    errors: int
    gaps: int


def lines(assessment: Assessment, scene: Scene) -> tuple[Line, ...]:
    """Give a line for every assignment, in the order of their files."""
    errors: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    for finding in assessment.findings:
        if finding.subject.kind == "assignment":
            (errors if finding.rule in ERRORS else gaps)[finding.subject.id] += 1
    since = months_before(scene.day, ARRIVED_MONTHS)
    return tuple(_line(scene, known, since, (errors[known.id], gaps[known.id])) for known in scene.known.values())


def row(line: Line) -> Row:
    """Give the row, keys in their order."""
    known, assignment = line.known, line.known.assignment
    stay = known.current if known.stays else None
    return {
        "id": Code(known.id),
        "title": Name(assignment.title),
        "department": Name(assignment.department) if assignment.department else None,
        "kind": Word(f"kind.{assignment.kind}"),
        "lead": Name(assignment.lead),
        "state": Word(f"state.{known.state}"),
        "step": Word(f"step.{stay.step}") if stay else None,
        "step_number": stay.number if stay else None,
        "entered": stay.entered if stay else None,
        "days_in_step": None if line.days_in_step is None else Days(line.days_in_step),
        "days_running": None if line.days_running is None else Days(line.days_running),
        "last_touched": known.last_touched,
        "rounds": known.rounds,
        "benefits": len(known.benefits),
        "roadmap_items": sum(item.live for item in known.items),
        "errors": line.errors,
        "gaps": line.gaps,
        "path": file_name(known.path),
    }


def grouped_order(of: Iterable[Line]) -> tuple[Line, ...]:
    """Put the highest step first, and within it those first that have been there longest; ids part equals."""
    return tuple(sorted(of, key=lambda line: (-_height(line), -(line.days_in_step or 0), line.known.id)))


def _height(line: Line) -> int:
    return line.known.current.number if line.known.stays else 0


def _line(scene: Scene, known: Known, since: date, found: tuple[int, int]) -> Line:
    errors, gaps = found
    climbing = bool(known.stays)
    days = days_in_step(known, scene.day) if climbing else None
    touched = (scene.day - known.last_touched).days if known.last_touched else 0
    return Line(
        known=known,
        days_in_step=days,
        days_running=days_running(known, scene.day) if known.has_started else None,
        arrived=climbing and known.current.entered > since,
        over=days is not None
        and known.state is State.ACTIVE
        and days > scene.settings.step_days.of(known.current.step),
        stale=known.is_open and touched > scene.settings.stale_after_days,
        errors=errors,
        gaps=gaps,
    )
