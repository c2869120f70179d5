"""``departments``: the operations' journeys, step by step with the evidence, and what is next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from staircase.core.assess import Assessment
from staircase.core.evidence import Standing
from staircase.core.model.assignment import STEPS
from staircase.core.model.program import Department
from staircase.core.reports.block import Block, Cell, Column, Heading, Hints, Legend, Lines, Report, Row, Sign, Tone
from staircase.core.reports.columns import Drawn, asked_for, table
from staircase.core.reports.concern import departments_of
from staircase.core.reports.empty import unread_lines, without_program
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.select import ALL, Selection, in_order
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Count, Name, Said, Term, Word

NAME_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A department and its place on the stairs."""

    department: Department
    standing: Standing

    @property
    def open(self) -> int:
        """Count its open staircase assignments."""
        return sum(known.is_open for known in self.standing.assignments)

    @property
    def next(self) -> str:
        """Give the step to prove next: its lowest hole, else the one after the highest proven; all proven: keep on."""
        unproven = [step for step, proven in zip(STEPS, self.standing.marks, strict=True) if not proven]
        if not self.standing.assignments:
            return "begin"
        return unproven[0] if unproven else "keep"


def departments(assessment: Assessment, selection: Selection = ALL) -> Report:
    """Make the report: every department, or those that the filters leave an assignment of."""
    scene = assessment.scene
    if scene is None:
        return without_program("departments", assessment)
    places = chosen_places(scene, selection)
    counted = _places(scene, departments_of(scene, selection, state=False))
    shown = in_order(places, _row, selection.sort)
    return Report(
        name="departments",
        keys=KEYS["departments"],
        day=scene.day,
        program=scene.program.name,
        rows=Made(lambda: map(_row, shown)),
        totals={"departments": len(counted), "reached": _reached(counted)},
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(_blocks(assessment, scene, shown, selection)),
        sentences=Made(lambda: map(_sentence, shown)),
        columns=selection.columns,
    )


def chosen_places(scene: Scene, selection: Selection) -> list[Place]:
    """Give the departments that the filters leave an assignment of, with their places on the stairs."""
    return _places(scene, departments_of(scene, selection))


def _places(scene: Scene, of: Iterable[Department]) -> list[Place]:
    return [Place(department, scene.standings[department.id]) for department in of]


def _reached(places: Sequence[Place]) -> dict[str, int]:
    return {step: sum(place.standing.reached >= number for place in places) for number, step in enumerate(STEPS, 1)}


def _row(place: Place) -> Row:
    standing = place.standing
    explore, benefits, roadmap, embed = standing.marks
    return {
        "id": Code(place.department.id),
        "name": Name(place.department.name),
        "explore": explore,
        "benefits": benefits,
        "roadmap": roadmap,
        "embed": embed,
        "reached": standing.reached,
        "holes": tuple(Word(f"step.{STEPS[number - 1]}") for number in standing.holes),
        "rounds": standing.rounds,
        "trained": standing.trained,
        "assignments": len(standing.assignments),
        "open": place.open,
        "roadmap_until": standing.roadmap_until,
    }


def _blocks(assessment: Assessment, scene: Scene, places: Sequence[Place], selection: Selection) -> Iterator[Block]:
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    if not places:
        yield Lines((Said("report.no-match", {}),))
        return
    chosen = selection.columns
    yield table([(None, places)], asked_for(chosen, _ASKED) if chosen else _USUAL)
    if not chosen:
        yield Legend(tuple(_legend(places)))
    yield Hints(((Said("hint.department", {}), "staircase status --by department"),))


def _legend(places: Sequence[Place]) -> Iterator[tuple[Sign, str]]:
    yield Sign.PROVEN, "legend.proven"
    if any(place.standing.holes for place in places):
        yield Sign.HOLE, "legend.hole"
    yield Sign.UNPROVEN, "legend.unproven"


def _sentence(place: Place) -> Said:
    standing = place.standing
    terms: dict[str, Term] = {
        "name": Name(place.department.name),
        "reached": standing.reached,
        "rounds": Count(standing.rounds, "round"),
        "assignments": Count(len(standing.assignments), "assignment"),
        "open": place.open,
        "next": Word(f"next.{place.next}"),
    }
    if standing.holes:
        holes = Word(f"step.{STEPS[standing.holes[0] - 1]}")
        return Said("plain.departments.hole", terms | {"hole": holes})
    return Said("plain.departments", terms)


def _mark(place: Place, number: int) -> Cell:
    proven = place.standing.marks[number - 1]
    if proven:
        return Cell(None, Tone.GOOD, (Sign.PROVEN,), flat=True)
    if number in place.standing.holes:
        return Cell(None, Tone.WARN, (Sign.HOLE,), flat=False)
    return Cell(None, Tone.PLAIN, (Sign.UNPROVEN,), flat=False)


def _rounds(place: Place) -> Cell:
    signs = (Sign.PROVEN,) if place.standing.trained else ()
    return Cell(place.standing.rounds, Tone.PLAIN, signs, flat=place.standing.rounds)


def _step_column(number: int) -> Drawn[Place]:
    return Drawn(Column(STEPS[number - 1]), lambda place: _mark(place, number))


_USUAL: tuple[Drawn[Place], ...] = (
    Drawn(Column("id"), lambda place: Cell(Code(place.department.id), Tone.STRONG)),
    Drawn(Column("name", 4, shrink=NAME_WIDTH), lambda place: Cell(Name(place.department.name))),
    *(_step_column(number) for number in range(1, len(STEPS) + 1)),
    Drawn(Column("rounds", 6, "right"), _rounds),
    Drawn(Column("assignments", 7, "right"), lambda place: Cell(len(place.standing.assignments))),
    Drawn(Column("open", 5, "right"), lambda place: Cell(place.open or None, flat=place.open)),
    Drawn(Column("roadmap_until", 3), lambda place: Cell(place.standing.roadmap_until)),
    Drawn(Column("next", 1, shrink=18), lambda place: Cell(Word(f"next.{place.next}"))),
)


def _holes(place: Place) -> Cell:
    names = tuple(STEPS[number - 1] for number in place.standing.holes)
    return Cell(Code(" ".join(names)) if names else None)


_ASKED: dict[str, Drawn[Place]] = {drawn.column.key: drawn for drawn in _USUAL} | {
    "reached": Drawn(Column("reached", 0, "right"), lambda place: Cell(place.standing.reached)),
    "holes": Drawn(Column("holes"), _holes),
    "trained": Drawn(Column("trained"), lambda place: Cell(place.standing.trained)),
}
