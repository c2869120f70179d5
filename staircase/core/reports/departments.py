"""``departments``: the operations' journeys and the evidence; and ``gaps --roadmap``: what their next step lacks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS
from staircase.core.evidence import Standing
from staircase.core.known import Known, KnownBenefit, KnownItem
from staircase.core.model.program import Department
from staircase.core.reports import Block, Cell, GapLine, Gaps, Kind, Legend, Lines, Report, Sign, Tone
from staircase.core.reports.outline import Content, Each, Field, Outline, Totals, toned
from staircase.core.reports.select import ALL, Selection, departments_of
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Count, Name, Said, Term, Word, file_name


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


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a department lacks for its next step: in which assignment and item, if in any."""

    place: DepartmentLine
    said: Said
    known: Known | None = None
    item: str | None = None


class Lacking(NamedTuple):
    """What the totals count: the departments, and all that they lack."""

    departments: Sequence[DepartmentLine]
    lacks: Sequence[Lack]


def _stands(place: DepartmentLine) -> Said | Word:
    """How far a department has come, in words."""
    reached = place.standing.reached
    if not reached:
        return Word("ways.nowhere")
    return Said("ways.reached", {"number": reached, "step": Word(f"step.{STEPS[reached - 1]}")})


WAYS_FIELDS: tuple[Field[Lack], ...] = (
    Field("department", lambda lack: Code(lack.place.department.id)),
    Field("name", lambda lack: Name(lack.place.department.name), shrink=20),
    Field(
        "reached",
        lambda lack: lack.place.standing.reached,
        draw=lambda lack, _: Cell(_stands(lack.place)),
        kind="number",
    ),
    Field("next", lambda lack: lack.place.advice),
    Field("assignment", lambda lack: Code(lack.known.id) if lack.known else None),
    Field("item", lambda lack: Code(lack.item) if lack.item else None),
    Field("missing", lambda lack: lack.said, shrink=20),
    Field("lead", lambda lack: Name(lack.known.assignment.lead) if lack.known else None, shrink=14),
    Field("path", lambda lack: file_name(lack.known.path) if lack.known else None),
)

WAYS_USUAL = ("department", "name", "reached", "next", "assignment", "missing", "lead", "path")
"""What stands in a pipe, one thing a line."""

WAYS_TOTALS: Totals[Lacking] = {
    "departments": lambda lacking: len(lacking.departments),
    "missing": lambda lacking: len(lacking.lacks),
}

WAYS = Outline("gaps-roadmap", WAYS_FIELDS, WAYS_TOTALS, WAYS_USUAL)


def ways(assessment: Assessment, selection: Selection = ALL) -> Report:
    """The report: for each department the step to prove next, and what is missing for it."""
    return WAYS.report(assessment, selection, lambda scene: _ways_content(scene, selection))


def _ways_content(scene: Scene, selection: Selection) -> Content[Lack, Lacking]:
    counted = chosen_departments(scene, selection, state=False)
    lacks = {place.department.id: list(_lacks(scene, place)) for place in counted}
    chosen = chosen_departments(scene, selection) if selection.state else counted
    shown = WAYS.in_order([lack for place in chosen for lack in lacks[place.department.id]], selection.sort)
    return Content(
        lines=shown,
        sums=Lacking(counted, [lack for of in lacks.values() for lack in of]),
        blocks=_ways_blocks(shown, selection),
        sentences=lambda: map(_way_sentence, shown),
        hints=((Said("hint.gaps-all", {}), "staircase gaps"),) if shown else (),
    )


def _lacks(scene: Scene, place: DepartmentLine) -> Iterator[Lack]:
    match place.next:
        case "begin":
            yield Lack(place, Said("ways.begin", {}))
        case "explore":
            yield from _for_explore(place)
        case "benefits":
            yield from _for_benefits(scene, place)
        case "roadmap":
            yield from _for_roadmap(scene, place)
        case "embed":
            yield from _for_embed(scene, place)
        case _:
            yield Lack(place, Said("ways.keep", {}))


def _counting(place: DepartmentLine) -> list[Known]:
    return [known for known in place.standing.assignments if known.counts]


def _for_explore(place: DepartmentLine) -> Iterator[Lack]:
    """The trials that could end with a lesson, else that there is none."""
    trials = [(known, trial) for known in _counting(place) for trial in known.trials]
    for known, trial in trials:
        key = "ways.lesson" if trial.ended else "ways.trial-open"
        yield Lack(place, Said(key, {"title": Name(trial.trial.title)}), known, trial.trial.id)
    if not trials:
        yield Lack(place, Said("ways.no-trial", {}))


def _for_benefits(scene: Scene, place: DepartmentLine) -> Iterator[Lack]:
    """The assignments that only have to show their benefit; else what their benefits lack; else that none is."""
    proving = [known for known in _counting(place) if scene.marks[known.id][1]]
    for known in proving:
        yield Lack(place, Said("ways.show", {}), known)
    benefits = [(known, benefit) for known in _counting(place) for benefit in known.benefits]
    lacking = [(known, benefit) for known, benefit in benefits if benefit.benefit.part_of is None]
    for known, benefit in () if proving else lacking:
        for part in _missing_parts(benefit):
            yield Lack(place, Said(f"ways.{part}", {"title": Name(benefit.benefit.title)}), known, benefit.benefit.id)
    if not lacking:
        yield Lack(place, Said("ways.no-benefit", {}))


def _missing_parts(known: KnownBenefit) -> Iterator[str]:
    if not known.benefit.owner:
        yield "benefit-owner"
    if not known.baseline:  # also of a level to keep: without one it proves nothing
        yield "baseline"
    if not known.benefit.target:
        yield "target"
    if known.latest is None:
        yield "measurement"


def _for_roadmap(scene: Scene, place: DepartmentLine) -> Iterator[Lack]:
    """What live items lack; else that there is none."""
    items = [(known, item) for known, item in place.standing.items if item.live]
    for known, item in items:
        for part in _unplanned_parts(scene, item):
            yield Lack(place, Said(f"ways.{part}", {"title": Name(item.item.title)}), known, item.item.id)
    if not items:
        yield Lack(place, Said("ways.no-item", {}))


def _unplanned_parts(scene: Scene, item: KnownItem) -> Iterator[str]:
    if not item.item.owner:
        yield "item-owner"
    if not item.item.expects:
        yield "expects"
    if item.last is None:
        yield "period"
    elif item.last < scene.day:
        yield "past"


def _for_embed(scene: Scene, place: DepartmentLine) -> Iterator[Lack]:
    """What the items that prove the roadmap lack to stand in a plan."""
    for known, item in place.standing.items:
        if not item.live or any(_unplanned_parts(scene, item)):
            continue
        lacking = _unanchored_parts(scene, known, item)
        for part, terms in lacking:
            said = Said(f"ways.{part}", {"title": Name(item.item.title), **terms})
            yield Lack(place, said, known, item.item.id)


def _unanchored_parts(scene: Scene, known: Known, item: KnownItem) -> Iterator[tuple[str, dict[str, Term]]]:
    anchors = scene.anchors
    if not anchors.serves(item):
        yield "goal", {}
    applying = anchors.applying(known, item)
    if not applying:
        yield "anchor", {}
    elif not any(anchors.is_adopted(document) for document in applying):
        yield "adoption", {"document": Name(applying[0].title)}
    elif not any(anchors.is_adopted(one) and anchors.is_in_force(one, scene.day) for one in applying):
        yield "force", {"document": Name(applying[0].title)}


def _ways_blocks(shown: Sequence[Lack], selection: Selection) -> Iterator[Block]:
    if not shown:
        yield Lines((Said("report.no-match", {}),))
    elif selection.columns:
        yield WAYS.single_table(shown, selection)
    else:
        yield Gaps(tuple(_kinds(shown)), WAYS.single_table(shown, selection))


def _kinds(lacks: Sequence[Lack]) -> Iterator[Kind]:
    """The lacks by department, in the order that they come in."""
    departments: dict[str, list[Lack]] = {}
    for lack in lacks:
        departments.setdefault(lack.place.department.id, []).append(lack)
    for of in departments.values():
        yield _kind(of[0].place, of)


def _kind(place: DepartmentLine, lacks: Sequence[Lack]) -> Kind:
    ask = Said("ways.next", {"next": place.advice})
    return Kind(None, Name(place.department.name), (_stands(place),), None, ask, tuple(map(_entry, lacks)))


def _entry(lack: Lack) -> GapLine:
    known = lack.known
    return GapLine(
        subject=Cell(Code(known.id) if known else Code(lack.place.department.id), Tone.STRONG),
        text=Cell(lack.said),
        owner=Cell(Name(known.assignment.lead) if known else None),
        place=Cell(file_name(known.path) if known else None, Tone.FAINT),
    )


def _way_sentence(lack: Lack) -> Said:
    terms: dict[str, Term] = {"name": Name(lack.place.department.name), "missing": lack.said}
    opening = Said("ways.line.of", terms | {"id": Code(lack.known.id)}) if lack.known else Said("ways.line", terms)
    return WAYS.aloud(lack, opening, {"name", "assignment", "missing"})
