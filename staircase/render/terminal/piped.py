"""What goes into a pipe: one head and one whole record a line, without drawing, colour or cutting."""

from collections.abc import Iterable, Sequence

from staircase.core.reports.block import Fact, Facts, Gaps, Group, Lines, Report, Section, Sign, Table, Timeline
from staircase.render.layout import BETWEEN, Strip
from staircase.render.safe import LONGEST_CELL
from staircase.render.terminal.pen import Pen

_GAP = " " * BETWEEN


def piped(report: Report, pen: Pen) -> list[str]:
    """A report's tables and sentences for other programs to read."""
    parts = [part for block in report.blocks if (part := _block(block, pen))]
    return [line for number, part in enumerate(parts) for line in ([""] * bool(number) + part)]


def plain(report: Report, pen: Pen) -> list[str]:
    """A report as sentences, one a line, to be read aloud."""
    return [pen.said(said) for said in report.sentences]


def _block(block: object, pen: Pen) -> list[str]:  # noqa: PLR0911 -- one line for each kind of block
    match block:
        case Table():
            return _table(block, pen)
        case Timeline():
            return _timeline(block, pen)
        case Gaps():
            said = (flat for kind in block.kinds for flat in (kind.flat, *(entry.flat for entry in kind.entries)))
            return [pen.said(flat) for flat in said if flat]
        case Section(title, beside) if beside:
            return [_GAP.join(map(pen.flat_term, (title, *beside)))]
        case Facts(facts, piped=True):
            return [_fact(fact, pen) for fact in facts]
        case Lines(piped=True):
            return [pen.said(said) for said in block.said]
        case _:
            return []


def _fact(fact: Fact, pen: Pen) -> str:
    return f"{pen.text(fact.label)}: {' '.join(map(pen.flat, fact.cells))}"


def _table(block: Table, pen: Pen) -> list[str]:
    keys = [column.key for column in block.columns]
    right = [column.align == "right" for column in block.columns]
    key = block.group_key if block.group_key not in keys else None
    if key is not None:
        keys, right = [key, *keys], [False, *right]
    rows = [row for group in block.groups for row in _rows(group, pen, led=key is not None)]
    return list(_aligned([[pen.text(f"column.{name}") for name in keys], *rows], right))


def _timeline(block: Timeline, pen: Pen) -> list[str]:
    led = any(lane.title for lane in block.lanes)
    columns = (*(one.key for one in block.before), "first_day", "last_day", *(one.key for one in block.after))
    keys = ("lane", *columns) if led else columns
    nothing = pen.signs.signs[Sign.NOTHING]
    rows = [[pen.text(f"column.{key}") for key in keys]]
    for lane in block.lanes:
        name = nothing if lane.title is None else pen.flat_term(lane.title)
        for track in lane.tracks:
            days = (min(bar.first for bar in track.bars), max(bar.last for bar in track.bars)) if track.bars else ()
            first, last = (day.isoformat() for day in days) if days else (nothing, nothing)
            cells = [*map(pen.flat, track.before), first, last, *map(pen.flat, track.after)]
            rows.append([name, *cells] if led else cells)
    said = [f"{pen.flat_term(lane.title)}: {pen.said(lane.said)}" for lane in block.lanes if lane.title and lane.said]
    table = list(_aligned(rows, [False] * len(keys))) if len(rows) > 1 else []
    return [*table, *([""] if table and said else []), *said]


def _rows(group: Group, pen: Pen, *, led: bool) -> Iterable[list[str]]:
    title = group.flat or group.title
    name = pen.signs.signs[Sign.NOTHING] if title is None else pen.flat_term(title)
    lead = [name] if led else []
    return ([*lead, *map(pen.flat, row)] for row in group.rows)


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterable[str]:
    strips = [list(map(Strip.of, row)) for row in rows]
    rooms = [min(max(cell.width for cell in column), LONGEST_CELL) for column in zip(*strips, strict=True)]
    for row in strips:
        yield _GAP.join(
            cell.padded(room, right=at_right) for cell, room, at_right in zip(row, rooms, right, strict=True)
        ).rstrip()
