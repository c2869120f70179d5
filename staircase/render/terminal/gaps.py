"""Gaps for a terminal: each kind with its one line of advice, and its findings in columns common to all kinds."""

from collections.abc import Iterator, Sequence
from functools import partial

from staircase.core.reports.block import GapLine, Gaps, Kind, Tone
from staircase.core.term import Term
from staircase.render.layout import BETWEEN, Strip, hanging, joined, side_by_side, to_copy
from staircase.render.terminal.pen import Drawn, Pen
from staircase.render.terminal.table import NARROWEST, Plan, Shown, Wanted, everything, plan

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
    """Kinds of gaps, one after the other."""
    rows = [[_drawn(entry, pen) for entry in kind.entries] for kind in block.kinds]
    chosen = _plan([row for kind in rows for row in kind], pen)
    lines: list[str] = []
    for kind, entries in zip(block.kinds, rows, strict=True):
        lines.extend([""] * bool(lines))
        lines.extend(_head(kind, pen))
        for entry, row in zip(kind.entries, entries, strict=True):
            lines.extend(_told(row, pen) if chosen is None else _lines(row, chosen, pen))
            lines.extend(_ask(entry.ask, 2 * _INDENT, pen))
            lines.extend(_fix(entry.fix, 3 * _INDENT if entry.ask or chosen is None else _text_at(chosen), pen))
    return Shown(tuple(lines), () if chosen is None else chosen.hidden)


def _text_at(chosen: Plan) -> int:
    """The column that the sentences begin in."""
    return _INDENT + sum(room + BETWEEN for index, room in chosen.shown if index < _TEXT)


def _drawn(entry: GapLine, pen: Pen) -> tuple[Drawn, ...]:
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
    sign = () if kind.sign is None else (Strip(pen.sign(kind.sign), 1),)
    name = pen.say(kind.title)
    beside_it = [", ".join(map(pen.say, kind.facts)), "" if kind.rule is None else pen.say(kind.rule)]
    titled = joined((*sign, Strip.of(name, pen.paint(name, Tone.STRONG))), 1)
    together = joined((titled, *map(Strip.of, filter(None, beside_it))))
    yield from [together.painted] if together.width <= pen.look.width else _stacked(sign, name, beside_it, pen)
    yield from _ask(kind.ask, _INDENT, pen)
    yield from _fix(kind.fix, 2 * _INDENT, pen)


def _stacked(sign: Sequence[Strip], name: str, others: Sequence[str], pen: Pen) -> Iterator[str]:
    """Lines of a heading that is too wide for one: the kind, and below it what stood beside it."""
    lead = "".join(f"{strip.painted} " for strip in sign)
    strong = partial(pen.paint, tone=Tone.STRONG)
    yield from hanging(name, pen.look.width, indent=2 * len(sign), lead=lead, paint=strong)
    below = (" " * BETWEEN).join(filter(None, others))
    yield from hanging(below, pen.look.width, indent=_INDENT, lead=" " * _INDENT)


def _ask(ask: Term | None, indent: int, pen: Pen) -> Iterator[str]:
    if ask is not None:
        lead = f"{' ' * indent}{pen.signs.arrow} "
        yield from hanging(pen.say(ask), pen.look.width, indent=indent + 2, lead=lead)


def _fix(fix: Term | None, indent: int, pen: Pen) -> Iterator[str]:
    """The command that mends it, on a line of its own."""
    if fix is not None:
        paint = partial(pen.paint, tone=Tone.ACCENT)
        yield from to_copy(pen.say(fix), pen.look.width, indent=indent, paint=paint)


def _lines(row: Sequence[Drawn], chosen: Plan, pen: Pen) -> Iterator[str]:
    """Lines of a finding in its columns: a sentence goes on below, since it is not to be cut."""
    cells = []
    for index, room in chosen.shown:
        cell = row[index]
        lines = pen.broken(cell, room) if index == _TEXT else [pen.fitted(cell, room)]
        cells.append(list(map(pen.strip, lines)) if cell.set else [])
    yield from (" " * _INDENT + line for line in side_by_side(cells, [room for _, room in chosen.shown]))


def _told(row: Sequence[Drawn], pen: Pen) -> Iterator[str]:
    text = (" " * BETWEEN).join(cell.body for cell in row if cell.set).strip(" ")
    yield from hanging(text, pen.look.width, indent=2 * _INDENT, lead=" " * _INDENT)
