"""What a person sees of ``roadmap``: the departments' items on an axis of quarters, and in words who has none."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.axis import Bucket
from staircase.core.model.program import Department
from staircase.core.period import months_before
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
from staircase.core.reports.columns import Drawn, asked_for, table
from staircase.core.reports.empty import unread_lines
from staircase.core.reports.keys import KEYS
from staircase.core.reports.roadmap_row import Line, row
from staircase.core.reports.select import Selection
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Name, Said, Word

TITLE_WIDTH = 18
YEARS_AHEAD, MONTHS_BEHIND = 2, 3
"""How far the axis reaches at most: what lies beyond is drawn to its end."""


def blocks(assessment: Assessment, scene: Scene, shown: Sequence[Line], selection: Selection) -> Iterator[Block]:
    """Give the blocks from top to bottom."""
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    if not shown and (selection.narrows or selection.state):
        yield Lines((Said("report.no-match-items", {}),))
        return
    if selection.columns or selection.sort:
        columns = asked_for(selection.columns or KEYS["roadmap"], _asked())
        yield table([(None, shown)], columns)
        return
    if not shown:
        yield Lines((Said("roadmap.none", {}),))
    yield _timeline(scene, shown, selection)
    if shown:
        yield Legend(
            ((Sign.SOLID, "legend.anchored"), (Sign.DASHED, "legend.unanchored"), (Sign.TODAY, "legend.today"))
        )
    yield Hints(((Said("hint.next-step", {}), "staircase gaps --roadmap"),))


def _timeline(scene: Scene, shown: Sequence[Line], selection: Selection) -> Timeline:
    first, last = _ends(scene.day, shown)
    departments = [one for one in scene.program.departments if _is_walked(one.id, shown, selection)]
    lanes = [_lane(scene, department, shown, (first, last)) for department in departments]
    strays = [line for line in shown if line.department not in scene.portfolio.departments]
    if strays:
        lanes.append(Lane(Word("status.no-department"), tuple(_track(line, first, last) for line in strays)))
    before = (Column("roadmap_title", shrink=TITLE_WIDTH), Column("assignment", 2))
    after = (Column("roadmap_state", shrink=12), Column("owner", 4, shrink=14))
    return Timeline(first, last, scene.day, "quarter", before, after, tuple(lanes))


def _is_walked(department: str, shown: Sequence[Line], selection: Selection) -> bool:
    """Say whether a department has a lane: all have, unless filters ask for something else than departments."""
    if selection.department:
        return department in selection.department
    return not selection.narrows or any(line.department == department for line in shown)


def _ends(day: date, shown: Sequence[Line]) -> tuple[date, date]:
    """Give the axis's ends: from the quarter of the day, or an item's before it, to that of the last item's end."""
    farthest = day.replace(year=day.year + YEARS_AHEAD, day=1)
    firsts = [line.item.first for line in shown if line.item.first and line.bucket is not Bucket.IDEA]
    lasts = [line.item.last for line in shown if line.item.last]
    latest = min(max([*lasts, day]), farthest)
    earliest = max(min([*firsts, day]), months_before(day, MONTHS_BEHIND))
    return quarter_of(earliest).first, quarter_of(max(latest, day)).last


def _lane(scene: Scene, department: Department, shown: Sequence[Line], ends: tuple[date, date]) -> Lane:
    of = [line for line in shown if line.department == department.id]
    tracks = tuple(_track(line, *ends) for line in of)
    return Lane(Name(department.name), tracks, None if tracks else _in_words(scene, department))


def _in_words(scene: Scene, department: Department) -> Said:
    """Say why a department has no roadmap: it has not begun, it still trains, or it lacks one."""
    standing = scene.standings[department.id]
    if not standing.assignments:
        return Said("roadmap.untouched", {})
    _, shown, _, _ = standing.marks
    return Said("roadmap.lacking" if standing.trained and shown else "roadmap.training", {})


def _track(line: Line, first: date, last: date) -> Track:
    item = line.item
    bars: tuple[Bar, ...] = ()
    if item.first and item.last and item.first <= last and item.last >= first:
        bars = (Bar(max(item.first, first), min(item.last, last), line.anchored),)
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


def _asked() -> dict[str, Drawn[Line]]:
    return {
        key: Drawn(Column(key, 0, "right" if key == "per_year" else "left"), _plain(key)) for key in KEYS["roadmap"]
    }


def _plain(key: str) -> Callable[[Line], Cell]:
    def cell(line: Line) -> Cell:
        match row(line)[key]:
            case tuple() as names:
                return Cell(Name(" ".join(name.text for name in names if isinstance(name, Name))) if names else None)
            case value:
                return Cell(value)  # type: ignore[arg-type]  # a row of this report holds terms and lists only

    return cell
