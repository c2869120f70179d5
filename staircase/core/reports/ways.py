"""``gaps --roadmap``: department by department, what is missing between here and the next step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS
from staircase.core.known import Known, KnownBenefit, KnownItem
from staircase.core.reports.block import Block, Cell, GapLine, Gaps, Kind, Lines, Report, Tone
from staircase.core.reports.departments import DepartmentLine, chosen_departments
from staircase.core.reports.outline import Content, Field, Outline, Totals
from staircase.core.reports.select import ALL, Selection
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Name, Said, Term, Word, file_name


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


FIELDS: tuple[Field[Lack], ...] = (
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

USUAL = ("department", "name", "reached", "next", "assignment", "missing", "lead", "path")
"""What stands in a pipe, one thing a line."""

TOTALS: Totals[Lacking] = {
    "departments": lambda lacking: len(lacking.departments),
    "missing": lambda lacking: len(lacking.lacks),
}

WAYS = Outline("gaps-roadmap", FIELDS, TOTALS, USUAL)


def ways(assessment: Assessment, selection: Selection = ALL) -> Report:
    """The report: for each department the step to prove next, and what is missing for it."""
    return WAYS.report(assessment, selection, lambda scene: _content(scene, selection))


def _content(scene: Scene, selection: Selection) -> Content[Lack, Lacking]:
    counted = chosen_departments(scene, selection, state=False)
    lacks = {place.department.id: list(_lacks(scene, place)) for place in counted}
    chosen = chosen_departments(scene, selection) if selection.state else counted
    shown = WAYS.in_order([lack for place in chosen for lack in lacks[place.department.id]], selection.sort)
    return Content(
        lines=shown,
        sums=Lacking(counted, [lack for of in lacks.values() for lack in of]),
        blocks=_blocks(shown, selection),
        sentences=lambda: map(_sentence, shown),
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


def _blocks(shown: Sequence[Lack], selection: Selection) -> Iterator[Block]:
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


def _sentence(lack: Lack) -> Said:
    terms: dict[str, Term] = {"name": Name(lack.place.department.name), "missing": lack.said}
    opening = Said("ways.line.of", terms | {"id": Code(lack.known.id)}) if lack.known else Said("ways.line", terms)
    return WAYS.aloud(lack, opening, {"name", "assignment", "missing"})
