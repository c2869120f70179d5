"""Gaps for a terminal: each kind with its one line of advice, and its findings in columns common to all kinds."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from staircase.core.reports.block import Entry, Gaps, Kind, Tone
from staircase.core.term import Term
from staircase.render.planner import BETWEEN, Plan, Wanted, everything, plan
from staircase.render.terminal.pen import Drawn, Pen
from staircase.render.terminal.strip import EMPTY, Strip, beside
from staircase.render.terminal.table import NARROWEST, Shown
from staircase.render.width import width, wrap

_INDENT = 2
_LEAST_TEXT, _LEAST_OWNER = 30, 18
_TEXT = 1
"""The column of sentences, which are broken and never cut."""
_COLUMNS: tuple[tuple[str, int, int | None], ...] = (
    ("id", 0, None),
    ("title", 0, _LEAST_TEXT),
    ("gap_owner", 1, _LEAST_OWNER),
    ("gap_place", 5, None),
)


def gaps(block: Gaps, pen: Pen) -> Shown:
    """Draw kinds of gaps one after the other."""
    rows = [[_drawn(entry, pen) for entry in kind.entries] for kind in block.kinds]
    chosen = _plan([row for kind in rows for row in kind], pen)
    lines: list[str] = []
    for kind, entries in zip(block.kinds, rows, strict=True):
        lines.extend([""] * bool(lines))
        lines.extend(_head(kind, pen))
        for entry, row in zip(kind.entries, entries, strict=True):
            lines.extend(_told(row, pen) if chosen is None else _lines(row, chosen, pen))
            lines.extend(_ask(entry.ask, 2 * _INDENT, pen))
    return Shown(tuple(lines), () if chosen is None else chosen.hidden)


def _drawn(entry: Entry, pen: Pen) -> tuple[Drawn, ...]:
    return tuple(map(pen.draw, (entry.subject, entry.text, entry.owner, entry.place)))


def _plan(rows: Sequence[tuple[Drawn, ...]], pen: Pen) -> Plan | None:
    wanted = [
        Wanted(key, max((row[at].width + row[at].tail for row in rows), default=0), priority, shrink)
        for at, (key, priority, shrink) in enumerate(_COLUMNS)
    ]
    if pen.look.wide:
        return everything(wanted)
    chosen = plan(wanted, pen.look.width - _INDENT)
    return chosen if chosen.fits and pen.look.width >= NARROWEST else None


def _head(kind: Kind, pen: Pen) -> Iterator[str]:
    sign = [] if kind.sign is None else [Strip(pen.sign(kind.sign), 1)]
    name = pen.say(kind.title)
    beside_it = [", ".join(map(pen.say, kind.facts)), "" if kind.rule is None else pen.say(kind.rule)]
    parts = [*sign, Strip.of(name, pen.paint(name, Tone.STRONG)), *map(Strip.of, filter(None, beside_it))]
    places, at = [], 0
    for number, part in enumerate(parts):
        places.append((at, part))
        at += part.width + (1 if sign and not number else BETWEEN)
    together = beside(places)
    yield from [together.painted] if together.width <= pen.look.width else _stacked(sign, name, beside_it, pen)
    yield from _ask(kind.ask, _INDENT, pen)


def _stacked(sign: Sequence[Strip], name: str, others: Sequence[str], pen: Pen) -> Iterator[str]:
    """Write a heading that is too wide for a line: the kind, and below it what stood beside it."""
    lead = "".join(f"{strip.painted} " for strip in sign)
    indent = " " * (2 * len(sign))
    for number, line in enumerate(wrap(name, pen.look.width - len(indent))):
        yield f"{indent if number else lead}{pen.paint(line, Tone.STRONG)}"
    below = (" " * BETWEEN).join(filter(None, others))
    yield from (f"{' ' * _INDENT}{line}" for line in wrap(below, pen.look.width - _INDENT))


def _ask(ask: Term | None, indent: int, pen: Pen) -> Iterator[str]:
    if ask is not None:
        for number, line in enumerate(wrap(pen.say(ask), pen.look.width - indent - 2)):
            yield f"{' ' * indent}{' ' if number else pen.signs.arrow} {line}"


def _lines(row: Sequence[Drawn], chosen: Plan, pen: Pen) -> Iterator[str]:
    """Set a finding in its columns; what is too long for one goes on below, since a sentence is not to be cut."""
    starts, columns, at = [], [], _INDENT
    for index, room in chosen.shown:
        starts.append(at)
        columns.append(_broken(row[index], room, pen) if index == _TEXT else [_cut(row[index], room, pen)])
        at += room + BETWEEN
    for parts in zip_longest(*columns, fillvalue=EMPTY):
        yield beside(zip(starts, parts, strict=True)).painted


def _cut(cell: Drawn, room: int, pen: Pen) -> Strip:
    cell = pen.fitted(cell, room)
    return Strip(pen.painted(cell), cell.width + cell.tail) if cell.set else EMPTY


def _broken(cell: Drawn, room: int, pen: Pen) -> list[Strip]:
    """Give a cell's lines, no wider than the room; its signs stand after the first."""
    if not cell.set:
        return [EMPTY]
    if cell.width + cell.tail <= room:
        return [Strip(pen.painted(cell), cell.width + cell.tail)]
    first, *others = wrap(cell.body, room - cell.tail)
    drawn = cell._replace(body=first, width=width(first))
    return [
        Strip(pen.painted(drawn), drawn.width + drawn.tail),
        *(Strip(pen.paint(line, cell.tone), width(line)) for line in others),
    ]


def _told(row: Sequence[Drawn], pen: Pen) -> Iterator[str]:
    text = "  ".join(cell.body for cell in row if cell.set)
    for number, line in enumerate(wrap(text, pen.look.width - 2 * _INDENT)):
        yield " " * (2 * _INDENT if number else _INDENT) + line.strip(" ")
