"""``departments``: the operations' journeys, step by step with the evidence, and what is next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS
from staircase.core.evidence import Standing
from staircase.core.model.program import Department
from staircase.core.reports.block import Block, Cell, Legend, Lines, Report, Sign, Tone
from staircase.core.reports.outline import Content, Each, Field, Outline, Totals, toned
from staircase.core.reports.select import ALL, Selection, departments_of
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Count, Name, Said, Term, Word


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A department and its place on the stairs."""

    department: Department
    standing: Standing

    @property
    def open(self) -> int:
        """How many of its staircase assignments are open."""
        return sum(known.is_open for known in self.standing.assignments)

    @property
    def next(self) -> str:
        """The step to prove next: its lowest hole, else the one after the highest proven; all proven: keep on."""
        unproven = [step for step, proven in zip(STEPS, self.standing.marks, strict=True) if not proven]
        if not self.standing.assignments:
            return "begin"
        return unproven[0] if unproven else "keep"

    @property
    def advice(self) -> Word:
        """What to do next, in words: nobody can write what a trial taught where there is none."""
        untried = self.next == "explore" and not any(known.trials for known in self.standing.assignments)
        return Word("next.try" if untried else f"next.{self.next}")


def _step_field(number: int) -> Field[DepartmentLine]:
    """Whether a step is proven: shown as a sign, a hole with one of its own."""

    def draw(line: DepartmentLine, cell: Cell) -> Cell:
        if cell.term:
            return Cell(None, Tone.GOOD, (Sign.PROVEN,), flat=True)
        if number in line.standing.holes:
            return Cell(None, Tone.WARN, (Sign.HOLE,), flat=False)
        return Cell(None, Tone.PLAIN, (Sign.UNPROVEN,), flat=False)

    return Field(STEPS[number - 1], lambda line: line.standing.marks[number - 1], draw=draw, kind="boolean")


def _holes(line: DepartmentLine) -> tuple[Word, ...]:
    return tuple(Word(f"step.{STEPS[number - 1]}") for number in line.standing.holes)


def _draw_holes(line: DepartmentLine, _: Cell) -> Cell:
    """The holes in words; without one there is nothing to say of it."""
    words: list[Term] = list(_holes(line))
    return Cell(reduce(lambda some, last: Said("list.comma", {"some": some, "last": last}), words) if words else None)


def _draw_rounds(line: DepartmentLine, cell: Cell) -> Cell:
    return Cell(cell.term, Tone.PLAIN, (Sign.PROVEN,) if line.standing.trained else (), flat=cell.term)


FIELDS: tuple[Field[DepartmentLine], ...] = (
    Field("id", lambda line: Code(line.department.id), priority=8, draw=toned(Tone.STRONG)),
    Field("name", lambda line: Name(line.department.name), shrink=16),
    *(_step_field(number) for number in range(1, len(STEPS) + 1)),
    Field("reached", lambda line: line.standing.reached, "right"),
    Field("holes", _holes, draw=_draw_holes, piped=True, kind="array"),
    Field("rounds", lambda line: line.standing.rounds, "right", priority=6, draw=_draw_rounds),
    Field("trained", lambda line: line.standing.trained, piped=True, kind="boolean"),
    Field("assignments", lambda line: len(line.standing.assignments), "right", priority=7),
    Field("open", lambda line: line.open, "right", priority=5),
    Field("roadmap_until", lambda line: line.standing.roadmap_until, priority=3),
    Field("next", lambda line: line.advice, shrink=18, priority=1, broken=True),
)

USUAL = ("id", "name", *STEPS, "holes", "rounds", "trained", "assignments", "open", "roadmap_until", "next")


def _reached(lines: Sequence[DepartmentLine]) -> dict[str, int]:
    return {step: sum(line.standing.reached >= number for line in lines) for number, step in enumerate(STEPS, 1)}


TOTALS: Totals[Sequence[DepartmentLine]] = {
    "departments": len,
    "reached": Each(STEPS, _reached),
}

DEPARTMENTS = Outline("departments", FIELDS, TOTALS, USUAL)


def departments(assessment: Assessment, selection: Selection = ALL) -> Report:
    """The report: every department, or those that the filters leave an assignment of."""
    return DEPARTMENTS.report(assessment, selection, lambda scene: _content(scene, selection))


def _content(scene: Scene, selection: Selection) -> Content[DepartmentLine, Sequence[DepartmentLine]]:
    shown = DEPARTMENTS.in_order(chosen_departments(scene, selection), selection.sort)
    return Content(
        lines=shown,
        sums=chosen_departments(scene, selection, state=False),
        blocks=_blocks(shown, selection),
        sentences=lambda: map(_sentence, shown),
        hints=((Said("hint.department", {}), "staircase status --by department"),) if shown else (),
    )


def chosen_departments(scene: Scene, selection: Selection, *, state: bool = True) -> list[DepartmentLine]:
    """The departments that the filters leave an assignment of, with their places on the stairs."""
    return _lines(scene, departments_of(scene, selection, state=state))


def _lines(scene: Scene, departments: Iterable[Department]) -> list[DepartmentLine]:
    return [DepartmentLine(department, scene.standings[department.id]) for department in departments]


def _blocks(lines: Sequence[DepartmentLine], selection: Selection) -> Iterator[Block]:
    if not lines:
        yield Lines((Said("report.no-match", {}),))
        return
    yield DEPARTMENTS.single_table(lines, selection)
    if not selection.columns:
        yield Legend(tuple(legend(lines)))


def legend(lines: Sequence[DepartmentLine]) -> Iterator[tuple[Sign, str]]:
    """What the signs mean of which the lines have some."""
    yield Sign.PROVEN, "legend.proven"
    if any(line.standing.holes for line in lines):
        yield Sign.HOLE, "legend.hole"
    yield Sign.UNPROVEN, "legend.unproven"


def _sentence(line: DepartmentLine) -> Said:
    standing = line.standing
    terms: dict[str, Term] = {
        "name": Name(line.department.name),
        "reached": standing.reached,
        "rounds": Count(standing.rounds, "round"),
        "assignments": Count(len(standing.assignments), "assignment"),
        "open": line.open,
        "next": line.advice,
    }
    opening = Said("plain.departments", terms)
    return DEPARTMENTS.aloud(line, opening, {"name", "rounds", "assignments", "open", "next"})
