"""``roadmap``: the departments' roadmaps in time, what is anchored in plans, and who has none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.choices import Bucket, State
from staircase.core.evidence import Anchoring, anchoring, bucket, roadmap_due
from staircase.core.known import Known, KnownItem
from staircase.core.period import quarter_of
from staircase.core.reports import (
    Bar,
    Block,
    Cell,
    Lane,
    Legend,
    Lines,
    NotShown,
    Report,
    Sign,
    Timeline,
    Tone,
    Track,
)
from staircase.core.reports.outline import Content, Each, Field, Outline, Totals, first_of, nothing_of, toned
from staircase.core.reports.select import (
    ALL,
    MANY_DEPARTMENTS,
    Selection,
    department_heading,
    departments_of,
    is_one_of,
    matches,
)
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Money, Name, Said, Term, Word

YEARS_AHEAD = 2
"""How far the axis reaches at most: what goes on after it is drawn to its end."""

SIGNS = {Anchoring.DECIDED: Sign.SOLID, Anchoring.DRAFT: Sign.HATCHED, Anchoring.NONE: Sign.DASHED}
"""How an item's time is drawn, as firmly as it is anchored."""


@dataclass(frozen=True, slots=True)
class RoadmapLine:
    """A roadmap item in its assignment, with its bucket and how firmly it is anchored."""

    known: Known
    item: KnownItem
    bucket: Bucket
    anchoring: Anchoring
    department_names: str

    @property
    def departments(self) -> tuple[str, ...]:
        """The ids of the departments whose roadmap it is on: several only where one became several."""
        return self.item.departments


def roadmap_lines(scene: Scene, known: Known) -> Iterator[RoadmapLine]:
    """An assignment's items, those that have ended too."""
    for item in known.items:
        names = scene.department_names(item.departments)
        found = bucket(known, item, scene.day)
        yield RoadmapLine(known, item, found, anchoring(known, item, scene.anchors), names)


def _per_year(line: RoadmapLine) -> Money | None:
    expects = line.item.item.expects
    return Money(expects.per_year) if expects and expects.per_year is not None else None


FIELDS: tuple[Field[RoadmapLine], ...] = (
    Field(
        "department",
        lambda line: first_of(line.departments),
        shrink=12,
        priority=3,
        draw=lambda line, _: Cell(Name(line.department_names)),
    ),
    Field("departments", lambda line: tuple(map(Name, line.departments)), kind="array"),
    Field("assignment", lambda line: Code(line.known.id), priority=2),
    Field("id", lambda line: Code(line.item.item.id)),
    Field("title", lambda line: Name(line.item.item.title), shrink=20),
    Field("area", lambda line: Name(line.item.item.area) if line.item.item.area else None, shrink=20),
    Field("state", lambda line: Word(f"item.{line.item.state}")),
    Field("from", lambda line: line.item.first),
    Field("to", lambda line: line.item.last),
    Field("bucket", lambda line: Word(f"bucket.{line.bucket}")),
    Field("owner", lambda line: Name(line.item.item.owner) if line.item.item.owner else None, shrink=20, priority=4),
    Field("kind", lambda line: Word(f"kind.{line.item.item.expects.kind}") if line.item.item.expects else None),
    Field("per_year", _per_year, "right"),
    Field("goals", lambda line: tuple(map(Name, line.item.item.goals)), kind="array"),
    Field("documents", lambda line: tuple(map(Name, line.item.item.anchored_in)), kind="array"),
    Field("anchored", lambda line: line.anchoring is Anchoring.DECIDED, kind="boolean"),
    Field("anchoring", lambda line: Word(f"anchoring.{line.anchoring}")),
)

USUAL = ("title", "assignment", "department", "from", "to", "bucket", "anchoring", "owner")
"""The columns of a sorted roadmap, which is a list and no drawing."""


def _buckets(lines: Sequence[RoadmapLine]) -> Mapping[str, int]:
    return {name: sum(line.bucket is name for line in lines) for name in Bucket}


TOTALS: Totals[Sequence[RoadmapLine]] = {
    "items": len,
    "anchored": lambda lines: sum(line.anchoring is Anchoring.DECIDED for line in lines),
    "buckets": Each(Bucket, _buckets),
}

ROADMAP = Outline("roadmap", FIELDS, TOTALS, USUAL)


def draw_standing(line: RoadmapLine, _: Cell) -> Cell:
    """How firmly an item is anchored, unless it is overdue, an idea or has ended, which is said instead."""
    match line.bucket:
        case Bucket.IDEA:
            return Cell(Word("roadmap.idea"))
        case Bucket.ENDED:
            said = f"item.{line.item.state}" if line.item.has_ended else "roadmap.stopped"
            return Cell(Word(said), Tone.FAINT)
        case Bucket.OVERDUE:
            overdue, firmly = Word("roadmap.overdue"), Word(f"anchoring.{line.anchoring}")
            return Cell(overdue, Tone.WARN, flat=Said("list.comma", {"some": overdue, "last": firmly}))
        case _:
            tone = Tone.GOOD if line.anchoring is Anchoring.DECIDED else Tone.WARN
            return Cell(Word(f"anchoring.{line.anchoring}"), tone)


STANDING: Field[RoadmapLine] = Field("roadmap_state", draw=draw_standing)
"""How firmly an item is anchored, or that it is overdue or only an idea: what stands beside the drawing."""

OWNER = ROADMAP.field("owner")._replace(shrink=14)

BEFORE = (
    ROADMAP.field("title")._replace(heading="roadmap_title"),
    ROADMAP.field("assignment")._replace(draw=toned(Tone.STRONG)),
)
AFTER = (STANDING, OWNER)
"""What stands before an item's bar, and after it."""


def roadmap(assessment: Assessment, selection: Selection = ALL, buckets: Sequence[str] = ()) -> Report:
    """The report: live items and ideas of assignments that have started; what has ended only where it is asked for."""
    return ROADMAP.report(assessment, selection, lambda scene: _content(scene, selection, buckets))


def _content(scene: Scene, selection: Selection, buckets: Sequence[str]) -> Content[RoadmapLine, Sequence[RoadmapLine]]:
    places = {name: place for place, name in enumerate(scene.portfolio.departments)}
    lines = sorted(_lines(scene, selection, buckets), key=lambda line: _weight(places, line))
    shown = ROADMAP.in_order(lines, selection.sort)
    whole = not (selection._replace(department=()).narrows or selection.state or buckets)
    timeline = _timeline(scene, shown, selection, of_all_items=whole)
    blocks = tuple(_blocks(scene, shown, timeline, selection))
    return Content(
        lines=shown,
        sums=list(_lines(scene, selection._replace(state=()), buckets)) if selection.state else shown,
        blocks=blocks,
        sentences=lambda: map(sentence, shown),
        hints=_HINTS if timeline in blocks else (),
        not_shown=tuple(_not_shown(scene, shown, selection, buckets)),
    )


_HINTS = ((Said("hint.next-step", {}), "staircase gaps --roadmap"),)


def _not_shown(
    scene: Scene, shown: Sequence[RoadmapLine], selection: Selection, buckets: Sequence[str]
) -> Iterator[NotShown]:
    ahead = _lines(scene, selection._replace(state=(State.PLANNED.value,)), buckets)
    planned = 0 if selection.state else sum(1 for _ in ahead)
    if planned:
        chosen = "".join(f" --bucket {name}" for name in buckets)
        yield NotShown("hidden-item", planned, f"staircase roadmap --state planned{chosen}{selection.options}")
    ended = () if buckets else _lines(scene, selection, (Bucket.ENDED,))
    more = sum(1 for _ in ended) - sum(line.bucket is Bucket.ENDED for line in shown)
    if more > 0:
        states = "".join(f" --state {name}" for name in selection.state)
        yield NotShown("ended-item", more, f"staircase roadmap --bucket ended{states}{selection.options}")


def _lines(scene: Scene, selection: Selection, buckets: Sequence[str]) -> Iterator[RoadmapLine]:
    for known in scene.known.values():
        chosen = matches(known, selection) if selection.state else known.has_started
        if not chosen or not matches(known, selection.for_items, state=False):
            continue
        yield from (line for line in roadmap_lines(scene, known) if _is_chosen(line, selection, buckets))


def _is_chosen(line: RoadmapLine, selection: Selection, buckets: Sequence[str]) -> bool:
    """Whether the filters let an item through; its department, its owner and its goals are its own.

    Those that have ended only where their bucket is asked for, or the stopped assignments that they ended with.
    """
    is_asked = line.bucket is not Bucket.ENDED or (selection.state and line.known.state is State.STOPPED)
    if not (line.bucket in buckets if buckets else is_asked):
        return False
    if selection.department and not set(line.departments).intersection(selection.department):
        return False
    if selection.owner and not is_one_of(line.item.item.owner or "", selection.owner):
        return False
    goals = {*line.item.item.goals, *line.known.assignment.goals}
    return not selection.goal or any(goal in goals for goal in selection.goal)


def _weight(places: Mapping[str, int], line: RoadmapLine) -> tuple[object, ...]:
    place = min((places[name] for name in line.departments if name in places), default=len(places))
    return (place, line.item.first or date.max, line.item.last or date.max, line.known.id, line.item.number)


def _blocks(scene: Scene, shown: Sequence[RoadmapLine], timeline: Timeline, selection: Selection) -> Iterator[Block]:
    if not timeline.lanes:
        yield Lines((Said("report.no-match-items", {}),))
        return
    if selection.columns or (selection.sort and shown):
        yield ROADMAP.single_table(shown, selection)
        return
    if not shown and not selection.narrows:
        yield nothing_of("roadmap.none", scene, selection)
    yield timeline
    if shown:
        signs = [(sign, f"legend.anchoring.{kind}") for kind, sign in SIGNS.items()]
        yield Legend((*signs, (Sign.TODAY, "legend.today")))


def _timeline(scene: Scene, shown: Sequence[RoadmapLine], selection: Selection, *, of_all_items: bool) -> Timeline:
    first, last = _ends(scene.day, shown)
    empty = {one.id for one in departments_of(scene, selection) if of_all_items and not _has_items(scene, one.id)}
    filled: dict[str, list[RoadmapLine]] = {}
    for line in shown:
        known = filter(scene.portfolio.departments.keys().__contains__, line.departments)
        for name in selection.departments_shown(tuple(known)) or ("",):
            filled.setdefault(name, []).append(line)
    declared = (one.id for one in scene.program.departments if one.id in empty or one.id in filled)
    others = (name for name in (MANY_DEPARTMENTS, "") if name in filled)
    lanes = [_lane(scene, name, filled.get(name, ())) for name in (*declared, *others)]
    before, after = (tuple(field.column for field in fields) for fields in (BEFORE, AFTER))
    return Timeline(first, last, scene.day, "quarter", before, after, tuple(lanes))


def _has_items(scene: Scene, department: str) -> bool:
    """Whether a department has anything on its roadmap, shown or not."""
    items = scene.standings[department].items
    return any(bucket(known, item, scene.day) is not Bucket.ENDED for known, item in items)


def _ends(day: date, shown: Sequence[RoadmapLine]) -> tuple[date, date]:
    """The axis's ends: from the quarter of the day to that of the last item's end."""
    farthest = day.replace(year=day.year + YEARS_AHEAD, day=1)
    lasts = [line.item.last for line in shown if line.item.last]
    return quarter_of(day).first, quarter_of(min(max([*lasts, day]), farthest)).last


def _lane(scene: Scene, department: str, lines: Sequence[RoadmapLine]) -> Lane:
    heading = department_heading(scene, department)
    return Lane(heading, tuple(map(_track, lines)), None if lines else _in_words(scene, department))


def _in_words(scene: Scene, department: str) -> Said:
    """Why nothing stands on a department's roadmap, by the evidence that the rules ask for one."""
    standing = scene.standings[department]
    if not standing.assignments:
        return Said("roadmap.untouched", {})
    due = roadmap_due(standing, scene.settings, scene.day)
    if due is not None:
        return Said("roadmap.lacking" if due.overdue or due.reason == "visited" else "roadmap.ready", {})
    if any(item.done for _, item in standing.items):
        return Said("roadmap.done", {})
    return Said("roadmap.trained" if standing.trained else "roadmap.training", {})


def _track(line: RoadmapLine) -> Track:
    first, last = line.item.first, line.item.last
    bars = (Bar(first, last, SIGNS[line.anchoring]),) if first and last else ()
    return Track(tuple(field.cell(line) for field in BEFORE), bars, tuple(field.cell(line) for field in AFTER))


def sentence(line: RoadmapLine, fields: Iterable[Field[RoadmapLine]] | None = None) -> Said:
    """One sentence for a roadmap item, to be read aloud, with the usual fields or those."""
    terms: dict[str, Term] = {
        "id": Code(line.known.id),
        "title": Name(line.item.item.title),
        "bucket": Word(f"bucket.{line.bucket}"),
        "anchoring": Word(f"anchoring.{line.anchoring}"),
    }
    told = {"title", "assignment", "bucket"}
    if line.item.first and line.item.last and fields is None:
        dated = Said("plain.roadmap", terms | {"from": line.item.first, "to": line.item.last})
        return ROADMAP.aloud(line, dated, {*told, "from", "to", "anchoring"})
    return ROADMAP.aloud(line, Said("plain.roadmap.undated", terms), told, fields)
