"""Headings, sentences, hints, legends and advice for a terminal."""

from collections.abc import Iterator
from functools import partial

from staircase.core.reports.block import Advice, Heading, Hints, Legend, Lines, Section, Tone
from staircase.render.layout import BETWEEN, Strip, flowed, hanging, to_copy, width, wrap
from staircase.render.terminal.pen import Drawn, Pen

_NARROWEST_SENTENCE = 24
_APART = 4
_KEPT = "\ue000"
"""Stands for a blank within a name while a sentence is wrapped."""


def heading(block: Heading, pen: Pen) -> list[str]:
    """Whose report it is and of what day: on one line where there is room."""
    parts = heading_parts(block, pen)
    line = f" {pen.signs.dot} ".join(parts)
    if width(line) > pen.look.width:
        return [
            pen.paint(line, Tone.PLAIN if number else Tone.STRONG)
            for number, part in enumerate(parts)
            for line in wrap(part, pen.look.width)
        ]
    return [pen.paint(parts[0], Tone.STRONG) + line.removeprefix(parts[0])]


def heading_parts(block: Heading, pen: Pen) -> list[str]:
    """The organisation, the programme and the day, each as it is said."""
    parts = (block.organisation, block.program)
    return [*filter(None, map(pen.safe, parts)), pen.text("heading.day", {"day": block.day})]


def section(block: Section, pen: Pen) -> list[str]:
    """Heading of a part of a report, with what stands beside its title."""
    name = pen.say(block.title)
    others = [text for text in map(pen.say, block.beside) if text]
    together = "  ".join((name, *others))
    if width(together) > pen.look.width:
        return [line for text in (name, *others) for line in wrap(text, pen.look.width)]
    return ["  ".join((pen.paint(name, Tone.STRONG), *others))]


def lines(block: Lines, pen: Pen) -> list[str]:
    """Sentences, each wrapped to the width."""
    return [pen.paint(line, block.tone) for said in block.said for line in wrap(pen.said(said), pen.look.width)]


def hints(block: Hints, pen: Pen) -> list[str]:
    """What to do next: sentences and commands, beside one another where there is room."""
    lines: list[str] = []
    together: list[Strip] = []
    strong = partial(pen.paint, tone=Tone.STRONG)
    for said, run in block.entries:
        label, command = pen.said(said).rstrip(":") + ":", pen.safe(run)
        strip = Strip.of(f"{label} {command}", f"{label} {strong(command)}")
        if strip.width <= pen.look.width:
            together.append(strip)
            continue
        lines.extend((*flowed(together, _APART, pen.look.width), *wrap(label, pen.look.width)))
        lines.extend(to_copy(command, pen.look.width, indent=BETWEEN, paint=strong))
        together = []
    return [*lines, *flowed(together, _APART, pen.look.width)]


def legend(block: Legend, drawn: str, pen: Pen) -> list[str]:
    """Meanings of those signs that stand in what is drawn (a column may be hidden), in a line where there is room."""
    entries = [(sign, pen.text(key)) for sign, key in block.entries if pen.signs.signs[sign] in drawn]
    strips = (Strip.of(f"{pen.signs.signs[sign]} {text}", f"{pen.sign(sign)} {text}") for sign, text in entries)
    return list(flowed(strips, 3, pen.look.width))


def advice(block: Advice, pen: Pen) -> list[str]:
    """What to take first: a sign, whom it is about and the sentence, and below it the ask; wrapped rather than cut."""
    drawn = [tuple(map(pen.draw, row)) for row in block.rows]
    sign = max((row[0].width + row[0].tail for row in drawn if row), default=0)
    name = max((row[1].width + row[1].tail for row in drawn if len(row) > 1), default=0)
    found = [pen.paint(pen.text(block.title), Tone.STRONG)]
    for row in drawn:
        found.extend(_advised(row, (sign, name), pen))
    return found


def _advised(row: tuple[Drawn, ...], columns: tuple[int, int], pen: Pen) -> Iterator[str]:
    lead = "".join(pen.strip(cell).padded(room + BETWEEN) for cell, room in zip(row, columns, strict=False))
    indent = sum(columns) + 2 * BETWEEN
    if pen.look.width - indent < _NARROWEST_SENTENCE:
        yield lead.rstrip()
        indent = 2 * BETWEEN
        lead = " " * indent
    columns_left = max(pen.look.width, indent + 1)
    yield from hanging(row[2].body, columns_left, indent=indent, lead=lead)
    ask, *others = row[3:]
    below = "  ".join((ask.body, *(cell.body.replace(" ", _KEPT) for cell in others[:1] if cell.set)))
    yield from hanging(below, columns_left, indent=indent, lead=" " * indent, paint=_with_blanks)
    for cell in others[1:]:
        if cell.set:
            yield from to_copy(cell.body, columns_left, indent=indent, paint=partial(pen.paint, tone=cell.tone))


def _with_blanks(line: str) -> str:
    return line.replace(_KEPT, " ").strip(" ")
