"""The columns of ``status``: the usual ones, and every one that can be asked for."""

from collections.abc import Callable

from staircase.core.figures import share_range
from staircase.core.known import State
from staircase.core.reports.block import Align, Cell, Column, Sign, Tone
from staircase.core.reports.columns import Drawn
from staircase.core.reports.keys import KEYS
from staircase.core.reports.status_row import Line, row
from staircase.core.rules.rule import Scene
from staircase.core.term import Climb, Code, Days, Name, Said, Term

TITLE_WIDTH = 27
RIGHT = frozenset({"step_number", "days_in_step", "days_running", "rounds", "benefits", "roadmap_items", "errors"})


def usual(scene: Scene) -> tuple[Drawn[Line], ...]:
    """Give the columns that are shown unless others are asked for; the highest priority is dropped first."""
    return (
        Drawn(Column("climb"), _climb),
        Drawn(Column("id"), _id),
        Drawn(Column("title", shrink=TITLE_WIDTH), _title),
        Drawn(Column("department", 5, shrink=12), lambda line: Cell(department_name(scene, line))),
        Drawn(Column("lead", 7, shrink=14), lambda line: Cell(Name(line.known.assignment.lead))),
        Drawn(Column("days_in_step", 2, "right"), _time),
        Drawn(Column("benefit", 1, "right"), lambda line: Cell(share_range(scene.figures[line.known.id]))),
        Drawn(Column("gaps"), _gaps),
        Drawn(Column("last_touched", 8), _touched),
        Drawn(Column("entered", 9), lambda line: Cell(line.known.current.entered if line.known.stays else None)),
    )


def asked(scene: Scene) -> dict[str, Drawn[Line]]:
    """Give a column for every key of a row."""
    special = {drawn.column.key: drawn for drawn in usual(scene)}
    return {key: special.get(key) or Drawn(Column(key, 0, _align(key)), _plain(key)) for key in KEYS["status"]}


def department_name(scene: Scene, line: Line) -> Name:
    """Give the department's name, or its id where it is not declared, or nothing."""
    name = line.known.assignment.department or ""
    department = scene.portfolio.departments.get(name)
    return Name(department.name if department else name)


def _align(key: str) -> Align:
    return "right" if key in RIGHT else "left"


def _plain(key: str) -> Callable[[Line], Cell]:
    def cell(line: Line) -> Cell:
        value = row(line)[key]
        return Cell(value)  # type: ignore[arg-type]  # a row of this report holds terms only, no lists

    return cell


def _climb(line: Line) -> Cell:
    if not line.known.stays:
        return Cell(None)
    step = line.known.current.number
    return Cell(Climb(step, line.arrived), Tone.ACCENT, flat=step)


def _id(line: Line) -> Cell:
    return Cell(Code(line.known.id), Tone.STRONG)


def _title(line: Line) -> Cell:
    return Cell(Name(line.known.assignment.title))


def _time(line: Line) -> Cell:
    if line.days_in_step is None:
        return Cell(None)
    days = Days(line.days_in_step)
    if line.over:
        return Cell(days, Tone.WARN, (Sign.OVER,), flat=days)
    return Cell(days, signs=(Sign.PAUSED,) if line.known.state is State.PAUSED else (), flat=days)


def _gaps(line: Line) -> Cell:
    if line.errors:
        errors: Term = Said("status.errors", {"gaps": line.gaps, "errors": line.errors})
        return Cell(errors, Tone.BAD)
    return Cell(line.gaps, Tone.WARN) if line.gaps else Cell(None)


def _touched(line: Line) -> Cell:
    return Cell(line.known.last_touched, Tone.WARN if line.stale else Tone.PLAIN)
