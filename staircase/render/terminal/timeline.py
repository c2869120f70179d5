"""Timelines for a terminal: an axis where days stand, lanes of bars on it, or lines of days where it is narrow."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from staircase.core.reports import Bar, Cell, Lane, Sign, Timeline, Tone, Track
from staircase.render.layout import BETWEEN, Strip, beside, cut, joined, width, wrapped
from staircase.render.terminal.pen import Drawn, Pen, sign_tone
from staircase.render.terminal.table import Plan, Shown, Wanted, everything, plan, title

Unit = Literal["month", "quarter", "year"]
_YEAR = len("2026 ")
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}


class Axis(NamedTuple):
    """Units of time, each as many columns wide; ``starts`` are their first days and the day after the last one."""

    starts: tuple[date, ...]
    unit: Unit
    each: int

    @property
    def width(self) -> int:
        """The columns of the whole axis."""
        return self.each * (len(self.starts) - 1)

    def column(self, day: date) -> int:
        """The column that a day stands in, from 0; days outside stand at the ends."""
        for number, (start, following) in enumerate(pairwise(self.starts)):
            if day < following:
                passed = max(0, (day - start).days)
                return number * self.each + passed * self.each // (following - start).days
        return self.width - 1

    def years(self) -> str:
        """Write each year over its first unit, in two digits where four are too many; the first may lack room."""
        firsts = [
            number
            for number, start in enumerate(self.starts[:-1])
            if number == 0 or start.year != self.starts[number - 1].year
        ]
        rooms = [(after - before) * self.each for before, after in pairwise(firsts)]
        shortest = min(rooms[1:], default=_YEAR)
        if rooms and rooms[0] < min(_YEAR, shortest):
            del firsts[0]
        short = min(rooms[-len(firsts) + 1 :] if len(firsts) > 1 else [_YEAR]) < _YEAR
        labels = [""] * (len(self.starts) - 1)
        for number in firsts:
            year = str(self.starts[number].year)
            labels[number] = f"'{year[2:]}" if short else year
        return self._labelled(labels)

    def labels(self) -> str:
        """Write what each unit is called, of months and quarters without the year; quarters all of them or none."""
        if self.unit == "quarter" and self.each < len("Q1 "):
            return ""
        return self._labelled([_label(start, self.unit) for start in self.starts[:-1]])

    def _labelled(self, labels: Sequence[str]) -> str:
        line = ""
        for number, label in enumerate(labels):
            at = number * self.each
            if label and (not line or len(line) < at) and at + len(label) <= self.width:
                line = line.ljust(at) + label
        return line[: self.width]


def axis(first: date, last: date, unit: Unit, columns: int) -> Axis | None:
    """Divide columns among the units from one day to another; nothing where there is less than one column each."""
    starts = tuple(_starts(first, last, unit))
    each = columns // (len(starts) - 1)
    return Axis(starts, unit, each) if each else None


def units(first: date, last: date, unit: Unit) -> int:
    """Count the months, quarters or years from that of one day to that of another."""
    return sum(1 for _ in _starts(first, last, unit)) - 1


def _starts(first: date, last: date, unit: Unit) -> Iterator[date]:
    months = _MONTHS[unit]
    number = (first.year * 12 + first.month - 1) // months * months
    day = _month(number)
    yield day
    while day <= last:
        number += months
        day = _month(number)
        yield day


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _label(start: date, unit: Unit) -> str:
    match unit:
        case "month":
            return str(start.month)
        case "quarter":
            return f"Q{(start.month + 2) // 3}"
        case "year":
            return str(start.year)


_LEAST_AXIS, _WIDEST_AXIS = 24, 84
_MOST_OF_AXIS, _OF_UNIT = 45, 16
"""What the axis has before columns that can be dropped or cut: a sixteenth of the width a unit, at most 45 per cent."""
_INDENT = 2


class _Frame(NamedTuple):
    """The columns beside the axis, as planned, and the axis between them."""

    headings: tuple[str, ...]
    plan: Plan
    count_before: int
    axis: Axis

    @property
    def before(self) -> list[tuple[int, int]]:
        return [(at, room) for at, room in self.plan.shown if at < self.count_before]

    @property
    def after(self) -> list[tuple[int, int]]:
        return [(at, room) for at, room in self.plan.shown if at >= self.count_before]

    @property
    def start(self) -> int:
        return _INDENT + sum(room + BETWEEN for _, room in self.before)

    @property
    def end(self) -> int:
        return self.start + self.axis.width + BETWEEN


def timeline(block: Timeline, pen: Pen) -> Shown:
    """Lanes on their axis, or each track as a line of its cells and days."""
    frame = _frame(block, pen) if any(lane.tracks for lane in block.lanes) else None
    lines = [] if frame is None else [*_head(block, frame, pen)]
    for before, lane in zip((None, *block.lanes), block.lanes, strict=False):
        lines.extend([""] * bool(before and (before.tracks or lane.tracks)))
        lines.extend(_told(lane, pen) if frame is None else _lane(lane, block, frame, pen))
    return Shown(tuple(line.rstrip() for line in lines), frame.plan.hidden if frame else ())


def _frame(block: Timeline, pen: Pen) -> _Frame | None:
    columns = (*block.before, *block.after)
    headings = tuple(pen.text(f"column.{column.key}") for column in columns)
    tracks = [[pen.draw(cell) for cell in _cells(track)] for lane in block.lanes for track in lane.tracks]
    wanted = []
    for at, (column, heading) in enumerate(zip(columns, headings, strict=True)):
        natural = max([width(heading), *(track[at].width + track[at].tail for track in tracks)])
        wanted.append(Wanted(column.key, natural, column.priority, column.shrink, width(heading)))
    planned = _planned(wanted, units(block.first, block.last, block.unit), pen)
    taken = sum(columns + BETWEEN for _, columns in planned.shown)
    room = max(_LEAST_AXIS, pen.look.width - _INDENT - taken)
    found = axis(block.first, block.last, block.unit, min(_WIDEST_AXIS, room))
    return _Frame(headings, planned, len(block.before), found) if found and planned.fits else None


def _planned(wanted: Sequence[Wanted], count: int, pen: Pen) -> Plan:
    """Columns beside the axis: it has its share of the width, or the least where they would not fit then."""
    if pen.look.wide:
        return everything(wanted)
    columns = pen.look.width
    share = max(_LEAST_AXIS, min(columns * _MOST_OF_AXIS // 100, count * columns // _OF_UNIT))
    beside_axis = columns - _INDENT - BETWEEN
    generous = plan(wanted, beside_axis - share)
    return generous if generous.fits else plan(wanted, beside_axis - _LEAST_AXIS)


def _cells(track: Track) -> tuple[Cell, ...]:
    return (*track.before, *track.after)


def _head(block: Timeline, frame: _Frame, pen: Pen) -> Iterator[str]:
    today = block.first <= block.today <= block.last
    mark = frame.start + frame.axis.column(block.today)
    if block.unit != "year":
        yield beside([(frame.start, Strip.of(frame.axis.years()))]).painted
    places = [(frame.start, Strip.of(frame.axis.labels()))]
    at = _INDENT
    for index, room in frame.before:
        places.append((at, Strip.of(frame.headings[index])))
        at += room + BETWEEN
    at = frame.end
    for index, room in frame.after:
        places.append((at, Strip.of(frame.headings[index])))
        at += room + BETWEEN
    yield pen.paint(beside(places).painted, Tone.STRONG)
    rule = pen.signs.rule * max(0, at - BETWEEN)
    label = f"{pen.signs.signs[Sign.TODAY]} {pen.text('timeline.today')} "
    if today and mark + width(label) <= len(rule):
        rule = rule[:mark] + label + rule[mark + width(label) :]
    yield pen.paint(rule, Tone.FAINT)


def _lane(lane: Lane, block: Timeline, frame: _Frame, pen: Pen) -> Iterator[str]:
    yield from _title(lane, pen)
    for track in lane.tracks:
        cells = [pen.draw(cell) for cell in _cells(track)]
        places = [(frame.start, _bars(track.bars, block, frame.axis, pen))]
        places.extend(_placed(cells, frame.before, _INDENT, pen))
        places.extend(_placed(cells, frame.after, frame.end, pen))
        yield beside(places).painted


def _placed(
    cells: Sequence[Drawn], columns: Sequence[tuple[int, int]], start: int, pen: Pen
) -> Iterator[tuple[int, Strip]]:
    for index, room in columns:
        cell = pen.fitted(cells[index], room)
        if cell.set:
            yield start, pen.strip(cell)
        start += room + BETWEEN


def _bars(bars: Sequence[Bar], block: Timeline, scale: Axis, pen: Pen) -> Strip:
    if bars and not any(_is_drawn(bar, block) for bar in bars):
        days = ", ".join(map(_days, bars))
        return Strip.of(cut(pen.safe(days), scale.width, pen.signs.ellipsis))
    drawn = [pen.signs.ahead if column % scale.each == 0 else " " for column in range(scale.width)]
    if block.first <= block.today <= block.last:
        drawn[scale.column(block.today)] = pen.signs.signs[Sign.TODAY]
    for bar in bars:
        sign = pen.signs.signs[bar.sign]
        if _is_drawn(bar, block):
            first, last = scale.column(bar.first), scale.column(bar.last)
            drawn[first : last + 1] = sign * (last + 1 - first)
    text = "".join(drawn).rstrip()
    runs = ("".join(run) for _, run in groupby(text))
    known = {pen.signs.signs[sign]: sign_tone(sign) for sign in (Sign.SOLID, Sign.HATCHED, Sign.DASHED, Sign.TODAY)}
    return Strip.of(text, "".join(pen.paint(run, known.get(run[0], Tone.FAINT)) for run in runs))


def _is_drawn(bar: Bar, block: Timeline) -> bool:
    return bar.last >= block.first and bar.first <= block.last


def _title(lane: Lane, pen: Pen) -> Iterator[str]:
    said = "" if lane.said is None else pen.said(lane.said)
    name = "" if lane.title is None else pen.say(lane.title)
    together = "  ".join(filter(None, (name, said)))
    if width(together) <= pen.look.width and together:
        yield "  ".join(filter(None, (pen.paint(name, Tone.ACCENT), said)))
        return
    if name:
        yield from title(name, pen)
    if said:
        yield from wrapped([Strip.of(said)], pen.look.width)


def _told(lane: Lane, pen: Pen) -> Iterator[str]:
    yield from _title(lane, pen)
    for track in lane.tracks:
        cells = [pen.strip(cell) for cell in map(pen.draw, _cells(track)) if cell.set]
        stretches = [Strip.of(pen.safe(_days(bar))) for bar in track.bars]
        yield from wrapped([beside([(_INDENT, joined((*cells, *stretches)))])], pen.look.width)


def _days(bar: Bar) -> str:
    return f"{bar.first.isoformat()}–{bar.last.isoformat()}"  # noqa: RUF001 -- a range has a dash
