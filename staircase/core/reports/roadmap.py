"""``roadmap``: the departments' roadmaps in time, what is anchored in plans, and who has none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.axis import Bucket, bucket, is_anchored
from staircase.core.known import Known, KnownItem, State
from staircase.core.reports.block import Report, Value
from staircase.core.reports.empty import without_program
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.roadmap_blocks import blocks
from staircase.core.reports.roadmap_row import Line, row
from staircase.core.reports.select import ALL, Selection, in_order, is_one_of, matches
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Name, Said, Term, Word

BUCKETS: tuple[Bucket, ...] = tuple(Bucket)


def roadmap(assessment: Assessment, selection: Selection = ALL, buckets: Sequence[str] = ()) -> Report:
    """Make the report: live items and ideas of assignments that have started and are not stopped."""
    scene = assessment.scene
    if scene is None:
        return without_program("roadmap", assessment)
    lines = sorted(_lines(scene, selection, buckets), key=lambda line: _weight(scene, line))
    shown = in_order(lines, row, selection.sort)
    whole = not (replace(selection, department=()).narrows or selection.state or buckets)
    return Report(
        name="roadmap",
        keys=KEYS["roadmap"],
        day=scene.day,
        program=scene.program.name,
        rows=Made(lambda: map(row, shown)),
        totals=_totals(list(_lines(scene, replace(selection, state=()), buckets)) if selection.state else shown),
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(blocks(assessment, scene, shown, selection, of_all_items=whole)),
        sentences=Made(lambda: map(sentence, shown)),
        columns=selection.columns,
    )


def _lines(scene: Scene, selection: Selection, buckets: Sequence[str]) -> Iterator[Line]:
    for known in scene.known.values():
        chosen = (
            matches(known, selection) if selection.state else known.has_started and known.state is not State.STOPPED
        )
        if not chosen or not matches(known, selection.for_items, state=False):
            continue
        for item in known.items:
            line = _line(scene, known, item)
            if line and _is_chosen(line, selection, buckets):
                yield line


def _line(scene: Scene, known: Known, item: KnownItem) -> Line | None:
    found = bucket(item, scene.day)
    if found is None:
        return None
    return Line(known, item, found, is_anchored(item, known.assignment.department, scene.anchors))


def _is_chosen(line: Line, selection: Selection, buckets: Sequence[str]) -> bool:
    """Ask the filters of the item where it has a word of its own: its owner and its goals."""
    if buckets and line.bucket not in buckets:
        return False
    if selection.owner and not is_one_of(line.item.item.owner or "", selection.owner):
        return False
    goals = {*line.item.item.goals, *line.known.assignment.goals}
    return not selection.goal or any(goal in goals for goal in selection.goal)


def _weight(scene: Scene, line: Line) -> tuple[object, ...]:
    departments = list(scene.portfolio.departments)
    place = departments.index(line.department) if line.department in departments else len(departments)
    return (place, line.item.first or date.max, line.item.last or date.max, line.known.id, line.item.number)


def _totals(shown: Sequence[Line]) -> Mapping[str, Value]:
    counts = {name.value: sum(line.bucket is name for line in shown) for name in BUCKETS}
    return {"items": len(shown), "anchored": sum(line.anchored for line in shown), "buckets": counts}


def sentence(line: Line) -> Said:
    """Give one sentence for a roadmap item, to be read aloud."""
    terms: dict[str, Term] = {
        "id": Code(line.known.id),
        "title": Name(line.item.item.title),
        "bucket": Word(f"bucket.{line.bucket}"),
        "anchored": Word("roadmap.anchored" if line.anchored else "roadmap.unanchored"),
    }
    if line.item.first and line.item.last:
        return Said("plain.roadmap", terms | {"from": line.item.first, "to": line.item.last})
    return Said("plain.roadmap.undated", terms)
