"""What a person sees of ``roadmap``: the departments' items on an axis of quarters, and in words who has none."""

from collections.abc import Iterator, Sequence
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.axis import Bucket, bucket
from staircase.core.known import State
from staircase.core.model.program import Department
from staircase.core.quarters import quarter_of
from staircase.core.reports.block import (
    Bar,
    Block,
    Cell,
    Column,
    Heading,
    Hints,
    Lane,
    Legend,
    Lines,
    Sign,
    Timeline,
    Tone,
    Track,
)
from staircase.core.reports.columns import Drawn, asked_for, of_rows, table
from staircase.core.reports.concern import departments_of
from staircase.core.reports.empty import nothing_of, unread_lines
from staircase.core.reports.keys import KEYS
from staircase.core.reports.roadmap_row import Line, row
from staircase.core.reports.select import Selection
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Name, Said, Word

TITLE_WIDTH = 20
YEARS_AHEAD = 2
"""How far the axis reaches at most: what goes on after it is drawn to its end."""


def blocks(
    assessment: Assessment, scene: Scene, shown: Sequence[Line], selection: Selection, *, of_all_items: bool
) -> Iterator[Block]:
    """Give the blocks from top to bottom; ``of_all_items`` where no filter but the departments was asked of items."""
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    timeline = _timeline(scene, shown, selection, of_all_items=of_all_items)
    if not timeline.lanes:
        yield Lines((Said("report.no-match-items", {}),))
        return
    if selection.columns or (selection.sort and shown):
        columns = asked_for(selection.columns, _ASKED) if selection.columns else _SORTED
        yield table([(None, [row(line) for line in shown])], columns)
        return
    if not shown and not selection.narrows:
        yield nothing_of("roadmap.none", assessment, selection)
    yield timeline
    if shown:
        yield Legend(
            ((Sign.SOLID, "legend.anchored"), (Sign.DASHED, "legend.unanchored"), (Sign.TODAY, "legend.today"))
        )
    yield Hints(((Said("hint.next-step", {}), "staircase gaps --roadmap"),))


def _timeline(scene: Scene, shown: Sequence[Line], selection: Selection, *, of_all_items: bool) -> Timeline:
    first, last = _ends(scene.day, shown)
    empty = {one.id for one in departments_of(scene, selection) if of_all_items and not _has_items(scene, one.id)}
    filled = {line.department for line in shown}
    departments = [one for one in scene.program.departments if one.id in empty | filled]
    lanes = [_lane(scene, department, shown) for department in departments]
    strays = [line for line in shown if line.department not in scene.portfolio.departments]
    if strays:
        lanes.append(Lane(Word("status.no-department"), tuple(map(_track, strays))))
    before = (Column("roadmap_title", shrink=TITLE_WIDTH), Column("assignment", 2))
    after = (Column("roadmap_state", shrink=12), Column("owner", 4, shrink=14))
    return Timeline(first, last, scene.day, "quarter", before, after, tuple(lanes))


def _has_items(scene: Scene, department: str) -> bool:
    """Say whether a department has anything on its roadmap, shown or not."""
    going = (known for known in scene.standings[department].assignments if known.state is not State.STOPPED)
    return any(bucket(item, scene.day) for known in going for item in known.items)


def _ends(day: date, shown: Sequence[Line]) -> tuple[date, date]:
    """Give the axis's ends: from the quarter of the day to that of the last item's end."""
    farthest = day.replace(year=day.year + YEARS_AHEAD, day=1)
    lasts = [line.item.last for line in shown if line.item.last]
    return quarter_of(day).first, quarter_of(min(max([*lasts, day]), farthest)).last


def _lane(scene: Scene, department: Department, shown: Sequence[Line]) -> Lane:
    tracks = tuple(_track(line) for line in shown if line.department == department.id)
    return Lane(Name(department.name), tracks, None if tracks else _in_words(scene, department))


def _in_words(scene: Scene, department: Department) -> Said:
    """Say why a department has no roadmap: it has not begun, it still trains, or it lacks one."""
    standing = scene.standings[department.id]
    if not standing.assignments:
        return Said("roadmap.untouched", {})
    _, shown, _, _ = standing.marks
    return Said("roadmap.lacking" if standing.trained and shown else "roadmap.training", {})


def _track(line: Line) -> Track:
    item = line.item
    bars = (Bar(item.first, item.last, line.anchored),) if item.first and item.last else ()
    before = (Cell(Name(item.item.title)), Cell(Code(line.known.id), Tone.STRONG))
    owner = item.item.owner
    after = (state_cell(line), Cell(Name(owner) if owner else None))
    return Track(before, bars, after)


def state_cell(line: Line) -> Cell:
    """Say whether an item is anchored in a plan, overdue, or only an idea."""
    match line.bucket:
        case Bucket.IDEA:
            return Cell(Word("roadmap.idea"))
        case Bucket.OVERDUE:
            return Cell(Word("roadmap.overdue"), Tone.WARN)
        case _:
            anchored = Word("roadmap.anchored" if line.anchored else "roadmap.unanchored")
            return Cell(anchored, Tone.GOOD if line.anchored else Tone.WARN)


_ASKED = of_rows(KEYS["roadmap"], numbers=("per_year",), long=("title", "owner", "area"))


_PRIORITIES = {"assignment": 2, "department": 3, "owner": 4}
_SORTED = tuple(
    Drawn(_ASKED[key].column._replace(priority=_PRIORITIES.get(key, 0)), _ASKED[key].cell)
    for key in ("title", "assignment", "department", "from", "to", "bucket", "anchored", "owner")
)
"""The columns of a sorted roadmap, which is a list and no drawing."""
