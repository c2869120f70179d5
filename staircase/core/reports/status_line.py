"""An assignment as a line of ``status``: what is known of it with its counts, and the fields that tell of it."""

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.choices import State
from staircase.core.figures import share_range
from staircase.core.flow import days_in_step, days_running, may_be_silent
from staircase.core.known import Known, Stay
from staircase.core.period import months_before
from staircase.core.reports import Cell, Sign, Tone
from staircase.core.reports.outline import Field, Outline, first_of, toned
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.term import Climb, Code, Count, Days, Name, Said, Term, Terms, Word, days_of, file_name

ARRIVED_MONTHS = 3


class StatusLine(NamedTuple):
    """An assignment with what ``status`` says of it; what a planned or enabling one lacks is ``None``."""

    scene: Scene
    known: Known
    days_in_step: int | None
    arrived: bool
    over: bool
    stale: bool
    errors: int
    gaps: int

    @property
    def stay(self) -> Stay | None:
        """Where it stands on the stairs, if it does."""
        return self.known.current if self.known.stays else None

    @property
    def department_names(self) -> Name:
        """The departments' names, or their ids where they are not declared, or nothing."""
        return Name(self.scene.department_names(self.known.departments))

    @property
    def is_shared(self) -> bool:
        """Whether several departments make it together."""
        return len(self.known.departments) > 1

    @property
    def weight(self) -> tuple[object, ...]:
        """The usual order: the highest step first, in it those that have been there longest; ids part equals."""
        height = self.stay.number if self.stay else 0
        return (-height, -(self.days_in_step or 0), self.known.id)


def status_lines(assessment: Assessment, scene: Scene) -> tuple[StatusLine, ...]:
    """A line for every assignment, in the order of their files."""
    errors: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    for finding in assessment.findings:
        if finding.subject.kind == "assignment":
            (errors if finding.rule in ERRORS else gaps)[finding.subject.id] += 1
    since = months_before(scene.day, ARRIVED_MONTHS)
    return tuple(_line(scene, known, since, (errors[known.id], gaps[known.id])) for known in scene.known.values())


def _line(scene: Scene, known: Known, since: date, found: tuple[int, int]) -> StatusLine:
    errors, gaps = found
    climbing = bool(known.stays)
    days = days_in_step(known, scene.day) if climbing else None
    touched = (scene.day - known.last_touched).days if known.last_touched else 0
    return StatusLine(
        scene=scene,
        known=known,
        days_in_step=days,
        arrived=climbing and known.current.entered > since,
        over=days is not None
        and known.state is State.ACTIVE
        and days > scene.settings.step_days.of(known.current.step),
        stale=known.is_open and touched > may_be_silent(known, scene.settings),
        errors=errors,
        gaps=gaps,
    )


def _draw_climb(line: StatusLine, cell: Cell) -> Cell:
    if line.stay is None:
        return cell
    return Cell(Climb(line.stay.number, line.arrived), Tone.ACCENT, flat=line.stay.number)


def _draw_days(line: StatusLine, cell: Cell) -> Cell:
    if cell.term is None:
        return cell
    if line.over:
        return Cell(cell.term, Tone.WARN, (Sign.OVER,), flat=cell.term)
    return Cell(cell.term, signs=(Sign.PAUSED,) if line.known.state is State.PAUSED else (), flat=cell.term)


def _draw_gaps(line: StatusLine, cell: Cell) -> Cell:
    if line.errors:
        return Cell(Said("status.errors", {"gaps": line.gaps, "errors": line.errors}), Tone.BAD)
    return Cell(cell.term, Tone.WARN if line.gaps else Tone.PLAIN)


def _draw_touched(line: StatusLine, cell: Cell) -> Cell:
    return Cell(cell.term, Tone.WARN if line.stale else Tone.PLAIN)


def _days_in_step(line: StatusLine) -> Days | None:
    known, days = line.known, line.days_in_step
    return None if days is None else days_of(days, known.current.entered, known.ended)


def _days_running(line: StatusLine) -> Days | None:
    known = line.known
    return (
        days_of(days_running(known, line.scene.day), known.assignment.started, known.ended)
        if known.has_started
        else None
    )


def _draw_departments(line: StatusLine, _: Cell) -> Cell:
    """Their names; a sign says that they are several, also where there is only room for the first one."""
    signs = (Sign.SHARED,) if line.is_shared else ()
    return Cell(line.department_names, signs=signs, flat=line.department_names)


STATUS_FIELDS: tuple[Field[StatusLine], ...] = (
    Field("id", lambda line: Code(line.known.id), draw=toned(Tone.STRONG)),
    Field("title", lambda line: Name(line.known.assignment.title), shrink=27),
    Field(
        "department",
        lambda line: first_of(line.known.departments),
        shrink=12,
        priority=5,
        draw=_draw_departments,
    ),
    Field("departments", lambda line: tuple(map(Name, line.known.departments)), kind="array"),
    Field("kind", lambda line: Word(f"kind.{line.known.assignment.kind}")),
    Field("lead", lambda line: Name(line.known.assignment.lead), shrink=14, priority=7),
    Field("state", lambda line: Word(f"state.{line.known.state}"), piped=True),
    Field("step", lambda line: Word(f"step.{line.stay.step}") if line.stay else None),
    Field("step_number", lambda line: line.stay.number if line.stay else None, "right"),
    Field("entered", lambda line: line.stay.entered if line.stay else None, priority=9),
    Field(
        "days_in_step",
        _days_in_step,
        "right",
        priority=2,
        draw=_draw_days,
    ),
    Field("days_running", _days_running, "right"),
    Field("last_touched", lambda line: line.known.last_touched, priority=8, draw=_draw_touched),
    Field("rounds", lambda line: line.known.rounds, "right"),
    Field("benefits", lambda line: len(line.known.benefits), "right"),
    Field("roadmap_items", lambda line: sum(item.live for item in line.known.items), "right"),
    Field("errors", lambda line: line.errors, "right"),
    Field("gaps", lambda line: line.gaps, draw=_draw_gaps, kind="number"),
    Field("path", lambda line: file_name(line.known.path)),
    Field("arrived", lambda line: line.arrived, piped=True, kind="boolean"),
    Field("over", lambda line: line.over, piped=True, kind="boolean"),
    Field("benefit", lambda line: share_range(line.scene.figures[line.known.id]), "right", priority=1, kind="array"),
    Field("climb", draw=_draw_climb),
)

STATUS_USUAL = (
    *("climb", "arrived", "id", "title", "department", "lead", "state", "days_in_step", "over", "benefit", "gaps"),
    *("last_touched", "entered"),
)


_OPENING = {"id", "title", "state", "gaps"}
"""What every opening of a sentence tells."""


def status_sentence(line: StatusLine, outline: Outline[StatusLine, Any]) -> Said:
    """An assignment, to be read aloud: where it stands, and all that its line shows."""
    known = line.known
    terms: dict[str, Term] = {
        "id": Code(known.id),
        "title": Name(known.assignment.title),
        "state": Word(f"state.{known.state}"),
        "gaps": Count(line.gaps, "gap"),
        "errors": Count(line.errors, "error"),
    }
    if line.days_in_step is None:
        key = "plain.status.planned" if known.state is State.PLANNED else "plain.status.enabling"
        return outline.aloud(line, Said(key, terms), _OPENING)
    step: Terms = {
        "number": known.current.number,
        "step": Word(f"step.{known.current.step}"),
        "days": days_of(line.days_in_step, known.current.entered, known.ended),
    }
    return outline.aloud(line, Said("plain.status.climbing", {**terms, **step}), {*_OPENING, "climb", "days_in_step"})
