"""A report as text: drawn on a terminal, and without drawing or cutting for a pipe and to be read aloud.

A pipe gets one head and one whole record a line; what stands around the table on a terminal follows below it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from staircase.core.reports import (
    Advice,
    Block,
    Cell,
    Fact,
    Facts,
    Gaps,
    Group,
    Heading,
    Hints,
    Legend,
    Lines,
    Report,
    Section,
    Sign,
    Staircase,
    Table,
    Timeline,
    Tread,
)
from staircase.core.term import Name
from staircase.render.layout import BETWEEN, Strip, wrap
from staircase.render.look import Look
from staircase.render.safe import LONGEST_CELL, guarded_lines
from staircase.render.terminal.pen import Pen, advice, heading, heading_parts, hints, legend, lines, section
from staircase.render.terminal.staircase import staircase, told
from staircase.render.terminal.table import Shown, gaps, table
from staircase.words.speech import Words

_GAP = " " * BETWEEN


def render(report: Report, look: Look, words: Words) -> str:
    """Write a report for whoever reads the output, each line ended."""
    pen = Pen(look, words)
    show = _plain if look.plain else _drawn if look.terminal else _piped
    return guarded_lines(pen.signs.ended("".join(f"{line}\n" for line in show(report, pen))))


def _drawn(report: Report, pen: Pen) -> list[str]:
    found: list[str] = []
    hidden: list[str] = []
    before: Block | None = None
    for block, shown in _blocks(report, pen):
        found.extend([""] * bool(found and shown.lines and not isinstance(before, Section)))
        found.extend(shown.lines)
        hidden.extend(key for key in shown.hidden if key not in hidden)
        before = block
    if not report.widens:
        return found
    return [*found, *_hidden(hidden, pen, apart=not (report.blocks and isinstance(report.blocks[-1], Hints)))]


def _blocks(report: Report, pen: Pen) -> Iterator[tuple[Block, Shown]]:
    """The blocks as they are shown; of a legend what explains a sign in the others."""
    shown = [_block(block, pen) for block in report.blocks]
    drawn = "\n".join(line for one in shown for line in one.lines)
    for block, one in zip(report.blocks, shown, strict=True):
        yield block, Shown(tuple(legend(block, drawn, pen))) if isinstance(block, Legend) else one


def _hidden(keys: list[str], pen: Pen, *, apart: bool) -> list[str]:
    if not keys:
        return []
    names = ", ".join(pen.words.text(f"column.{key}") for key in keys)
    line = pen.text("table.hidden", {"columns": Name(names)})
    return [*([""] * apart), *wrap(line, pen.look.width)]


def _block(block: Block, pen: Pen) -> Shown:  # noqa: C901, PLR0911 -- one line for each kind of block
    match block:
        case Table():
            return table(block, pen)
        case Heading():
            return Shown(tuple(heading(block, pen)))
        case Section():
            return Shown(tuple(section(block, pen)))
        case Facts():
            return Shown(tuple(told(block.facts, pen)))
        case Timeline():
            from staircase.render.terminal.timeline import timeline  # noqa: PLC0415 - start-up: few reports have one

            return timeline(block, pen)
        case Gaps():
            return gaps(block, pen)
        case Staircase():
            return Shown(tuple(staircase(block, pen)))
        case Legend():
            return Shown(())
        case Advice():
            return Shown(tuple(advice(block, pen)))
        case Lines():
            return Shown(tuple(lines(block, pen)))
        case Hints():
            return Shown(tuple(hints(block, pen)))
        case _:
            assert_never(block)


def _piped(report: Report, pen: Pen) -> list[str]:
    """A report's records for other programs to read, and below them all else; asked for columns stand alone."""
    records = [part for block in report.blocks if (part := _record(block, pen))]
    if records and report.columns:
        parts = records
    else:
        headline = [part for block in report.blocks if _is_headline(block) and (part := [*_beside(block, pen)])]
        others = [part for block in report.blocks if not _is_headline(block) and (part := [*_beside(block, pen)])]
        parts = [*headline, *records, *others]
    return [line for number, part in enumerate(parts) for line in ([""] * bool(number) + part)]


def _plain(report: Report, pen: Pen) -> list[str]:
    """A report as sentences, one a line, to be read aloud: in the order of a terminal, its records as sentences."""
    found: list[str] = []
    begun = False
    for block in report.blocks:
        if _is_record(block) and not begun:
            begun = True
            found.extend(map(pen.said, report.sentences))
        found.extend(_beside(block, pen))
    return found


def _is_headline(block: Block) -> bool:
    """Whether it says first what all the records come to, as that of a comparison does."""
    return isinstance(block, Lines) and block.leads


def _is_record(block: Block) -> bool:
    return isinstance(block, Table | Timeline | Gaps | Section) or (isinstance(block, Facts) and block.records)


def _record(block: Block, pen: Pen) -> list[str]:
    match block:
        case (Table() as table) | Gaps(flat=Table() as table):
            return _table(table, pen)
        case Timeline():
            return _timeline(block, pen)
        case Gaps(kinds):
            said = (flat for kind in kinds for flat in (kind.flat, *(entry.flat for entry in kind.entries)))
            return [pen.said(flat) for flat in said if flat]
        case Section(title, beside) if beside:
            return [_GAP.join(map(pen.flat_term, (title, *beside)))]
        case Facts(facts, records=True):
            return [_fact(fact, pen) for fact in facts]
        case _:
            return []


def _beside(block: Block, pen: Pen) -> Iterator[str]:
    """Lines of what is no record: who and when, sums, sentences, what to take first and what is not shown."""
    match block:
        case Heading():
            yield ", ".join(heading_parts(block, pen))
        case Staircase():
            yield from _staircase(block, pen)
        case Table(groups=groups):
            yield from (pen.say(group.title) for group in groups if group.title and group.flat)
        case Timeline(lanes=lanes):
            yield from (f"{pen.flat_term(one.title)}: {pen.said(one.said)}" for one in lanes if one.title and one.said)
        case Facts(facts, records=False):
            yield from (_fact(fact, pen) for fact in facts)
        case Advice(title, rows):
            yield f"{pen.text(title)}:"
            yield from (_advised(row, pen) for row in rows)
        case Lines(said):
            yield from map(pen.said, said)
        case Hints(entries):
            yield from (f"{pen.said(said).rstrip(':')}: {pen.safe(command)}" for said, command in entries)
        case Gaps() | Section() | Facts() | Legend():
            return


def _staircase(block: Staircase, pen: Pen) -> Iterator[str]:
    yield ", ".join(heading_parts(block.heading, pen))
    yield from map(pen.said, block.lines)
    yield from (_tread(tread, pen) for tread in sorted(block.treads, key=lambda tread: -tread.number))
    yield from (_fact(fact, pen) for fact in block.facts)


def _tread(tread: Tread, pen: Pen) -> str:
    cells = (pen.flat(cell) for line in tread.lines for cell in line)
    return f"{tread.number} {pen.text(tread.name)}: {', '.join(cells)}"


def _advised(row: Sequence[Cell], pen: Pen) -> str:
    sign, name, *others = map(pen.flat, (cell for cell in row if cell.term or cell.flat))
    return f"{sign}, {name}: {'. '.join(others)}"


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
    return list(_aligned(rows, [False] * len(keys))) if len(rows) > 1 else []


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
