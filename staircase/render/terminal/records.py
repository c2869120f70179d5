"""Rows as records, a label and a value on each line: for a terminal too narrow for columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from staircase.render.layout import hanging, pad, width, wrap
from staircase.render.terminal.pen import Drawn, Pen

_MOST_FOR_LABELS = 16
_LEAST_FOR_VALUES = 12


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a record: a column's heading and the cell under it."""

    label: str
    value: Drawn


def records(rows: Sequence[Sequence[Record]], pen: Pen) -> Iterator[str]:
    """Lines of rows as records with a blank line between them; what is unset is left out."""
    labels = (width(line.label) for row in rows for line in row if line.value.set)
    indent = min(max(labels, default=0), _MOST_FOR_LABELS) + 2
    if pen.look.width - indent < _LEAST_FOR_VALUES:
        indent = 2
    for number, row in enumerate(rows):
        if number:
            yield ""
        for line in row:
            if line.value.set:
                yield from _line(line, indent, pen)


def _line(line: Record, indent: int, pen: Pen) -> Iterator[str]:
    label = f"{line.label}:" if line.label else ""
    if width(label) >= indent:
        yield from wrap(label, max(pen.look.width, 1))
        label = ""
    room = max(pen.look.width - indent, 1)
    value = line.value
    if value.width + value.tail <= room:
        yield f"{pad(label, indent)}{pen.strip(value).painted}".rstrip()
        return
    tone = partial(pen.paint, tone=value.tone)
    lines = hanging(value.body, indent + room - value.tail, indent=indent, lead=pad(label, indent), paint=tone)
    yield from (line.rstrip() for line in lines)
