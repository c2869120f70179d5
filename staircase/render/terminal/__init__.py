"""A report as text for people on a terminal, for pipes, and for reading aloud."""

from collections.abc import Iterator
from typing import assert_never

from staircase.core.reports.block import (
    Advice,
    Block,
    Facts,
    Gaps,
    Heading,
    Hints,
    Legend,
    Lines,
    Report,
    Section,
    Staircase,
    Table,
    Timeline,
)
from staircase.core.term import Name
from staircase.render.layout import wrap
from staircase.render.look import Look
from staircase.render.safe import guarded_lines
from staircase.render.terminal import piped, prose
from staircase.render.terminal.gaps import gaps
from staircase.render.terminal.pen import Pen
from staircase.render.terminal.staircase import staircase, told
from staircase.render.terminal.table import Shown, table
from staircase.words.speech import Words


def render(report: Report, look: Look, words: Words) -> str:
    """Write a report for whoever reads the output, each line ended."""
    pen = Pen(look, words)
    if look.plain:
        lines = piped.plain(report, pen)
    elif look.terminal:
        lines = _drawn(report, pen)
    else:
        lines = piped.piped(report, pen)
    return guarded_lines(pen.signs.ended("".join(f"{line}\n" for line in lines)))


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
        yield block, Shown(tuple(prose.legend(block, drawn, pen))) if isinstance(block, Legend) else one


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
            return Shown(tuple(prose.heading(block, pen)))
        case Section():
            return Shown(tuple(prose.section(block, pen)))
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
            return Shown(tuple(prose.advice(block, pen)))
        case Lines():
            return Shown(tuple(prose.lines(block, pen)))
        case Hints():
            return Shown(tuple(prose.hints(block, pen)))
        case _:
            assert_never(block)
