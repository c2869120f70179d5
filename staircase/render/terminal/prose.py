"""Headings, sentences, hints, legends and advice for a terminal."""

from collections.abc import Iterable, Iterator

from staircase.core.reports.block import Advice, Heading, Hints, Legend, Lines, Section, Tone
from staircase.render.terminal.pen import Drawn, Pen
from staircase.render.width import width, wrap

_NARROWEST_SENTENCE = 24
_KEPT = "\ue000"
"""Stands for a blank within a name while a sentence is wrapped."""


def heading(block: Heading, pen: Pen) -> list[str]:
    """Tell whose report it is and of what day: on one line where there is room."""
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
    """Give the organisation, the programme and the day, each as it is said."""
    parts = (block.organisation, block.program)
    return [*filter(None, map(pen.safe, parts)), pen.text("heading.day", {"day": block.day})]


def section(block: Section, pen: Pen) -> list[str]:
    """Head a part of a report, with what stands beside its title."""
    name = pen.say(block.title)
    others = [text for text in map(pen.say, block.beside) if text]
    together = "  ".join((name, *others))
    if width(together) > pen.look.width:
        return [line for text in (name, *others) for line in wrap(text, pen.look.width)]
    return ["  ".join((pen.paint(name, Tone.STRONG), *others))]


def lines(block: Lines, pen: Pen) -> list[str]:
    """Write sentences, each wrapped to the width."""
    return [pen.paint(line, block.tone) for said in block.said for line in wrap(pen.said(said), pen.look.width)]


def hints(block: Hints, pen: Pen) -> list[str]:
    """Write what to do next: sentences and commands, beside one another where there is room."""
    pairs = [(pen.said(said).rstrip(":") + ":", pen.safe(command)) for said, command in block.entries]
    drawn = ((f"{say} {command}", f"{say} {pen.paint(command, Tone.STRONG)}") for say, command in pairs)
    return list(flowed(drawn, "    ", pen.look.width))


def legend(block: Legend, pen: Pen) -> list[str]:
    """Explain signs, in a line where there is room."""
    entries = [(sign, pen.text(key)) for sign, key in block.entries]
    drawn = ((f"{pen.signs.signs[sign]} {text}", f"{pen.sign(sign)} {text}") for sign, text in entries)
    return list(flowed(drawn, "   ", pen.look.width))


def flowed(entries: Iterable[tuple[str, str]], between: str, room: int) -> Iterator[str]:
    """Set entries, plain and painted, beside one another, beginning a new line where one ends."""
    painted, taken = "", 0
    for plain, drawn in entries:
        if painted and taken + len(between) + width(plain) > room:
            yield painted
            painted, taken = "", 0
        if not painted and width(plain) > room:
            yield from wrap(plain, room)
            continue
        taken += width(plain) + (len(between) if painted else 0)
        painted = f"{painted}{between}{drawn}" if painted else drawn
    if painted:
        yield painted


def advice(block: Advice, pen: Pen) -> list[str]:
    """Say what to take first: a sign, whom it is about, and the sentence, wrapped rather than cut."""
    drawn = [tuple(map(pen.draw, row)) for row in block.rows]
    sign = max((row[0].width + row[0].tail for row in drawn if row), default=0)
    name = max((row[1].width + row[1].tail for row in drawn if len(row) > 1), default=0)
    found = [pen.paint(pen.text(block.title), Tone.STRONG)]
    for row in drawn:
        found.extend(_advised(row, (sign, name), pen))
    return found


def _advised(row: tuple[Drawn, ...], columns: tuple[int, int], pen: Pen) -> Iterator[str]:
    lead = "  ".join(
        pen.painted(cell) + " " * (room - cell.width - cell.tail) for cell, room in zip(row, columns, strict=False)
    )
    indent = sum(columns) + 4
    sentence = "  ".join((row[2].body, *(_kept(cell.body) for cell in row[3:] if cell.set)))
    if pen.look.width - indent < _NARROWEST_SENTENCE:
        yield lead.rstrip()
        lead, indent = "  ", 4
    first = True
    for line in wrap(sentence, max(pen.look.width - indent, 1)):
        text = line.replace(_KEPT, " ").strip(" ")
        yield f"{lead}  {text}" if first else " " * indent + text
        first = False


def _kept(name: str) -> str:
    return name.replace(" ", _KEPT)
