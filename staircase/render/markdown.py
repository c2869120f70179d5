"""A report as GitHub-flavoured Markdown: text from files only ever stands in code spans."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from staircase.core.reports.block import (
    Advice,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    GapLine,
    Gaps,
    Group,
    Heading,
    Hints,
    Legend,
    Lines,
    Report,
    Section,
    Staircase,
    Table,
    Timeline,
    Track,
)
from staircase.core.term import Term
from staircase.render.look import SETS, Look
from staircase.render.markdown_pen import MarkdownPen
from staircase.render.safe import code_span, guarded_lines
from staircase.words.speech import Words


def render(report: Report, look: Look, words: Words) -> str:
    """Write a report's blocks as Markdown."""
    pen = MarkdownPen(words, SETS[look.signs])
    parts = ("\n".join(lines) for block in report.blocks if (lines := list(_block(block, pen))))
    return guarded_lines("\n\n".join(parts) + "\n")


def _block(block: Block, pen: MarkdownPen) -> Iterator[str]:  # noqa: C901 -- one case for each kind of block
    match block:
        case Heading():
            yield from _heading(block, pen)
        case Section():
            beside = (pen.say(term) for term in block.beside)
            yield "### " + " ".join((pen.say(block.title), *beside))
        case Facts():
            yield from _facts(block.facts, pen)
        case Timeline():
            yield from _timeline(block, pen)
        case Gaps():
            yield from _gaps(block, pen)
        case Staircase():
            yield from _staircase(block, pen)
        case Table():
            yield from _table(block, pen)
        case Legend():
            yield _legend(block, pen)
        case Advice():
            yield from _advice(block, pen)
        case Lines():
            yield "\n\n".join(pen.said(said.key, said.terms) for said in block.said)
        case Hints():
            yield from (f"- {pen.say(said).rstrip(':')}: {code_span(run)}" for said, run in block.entries)
        case _:
            assert_never(block)


def _heading(block: Heading, pen: MarkdownPen) -> Iterator[str]:
    names = (code_span(name) for name in (block.organisation, block.program) if name)
    yield f"## {' · '.join(names)}"
    yield ""
    yield pen.said("heading.day", {"day": block.day})


def _staircase(block: Staircase, pen: MarkdownPen) -> Iterator[str]:
    yield from _heading(block.heading, pen)
    yield ""
    yield from (f"- {pen.said(said.key, said.terms)}" for said in block.lines)
    for tread in sorted(block.treads, key=lambda tread: -tread.number):
        lines = ", ".join(" ".join(pen.cell(cell, in_table=False) for cell in line) for line in tread.lines)
        yield f"- **{tread.number} {pen.said(tread.name)}**: {lines}".removesuffix(": ")
    yield from _facts(block.facts, pen)


def _facts(facts: Sequence[Fact], pen: MarkdownPen) -> Iterator[str]:
    for fact in facts:
        cells = " ".join(pen.cell(cell, in_table=False) for cell in fact.cells)
        yield f"- **{pen.said(fact.label)}**: {cells}"


def _timeline(block: Timeline, pen: MarkdownPen) -> Iterator[str]:
    columns = (*block.before, Column("first_day"), Column("last_day"), *block.after)
    for number, lane in enumerate(block.lanes):
        yield from [""] * bool(number)
        title = [] if lane.title is None else [pen.say(lane.title)]
        said = [] if lane.said is None else [pen.say(lane.said)]
        if title or said:
            yield f"#### {' '.join((*title, *said))}"
            yield ""
        if lane.tracks:
            yield from _rows(columns, Group(None, tuple(map(_track, lane.tracks))), pen)


def _track(track: Track) -> tuple[Cell, ...]:
    """A track as a row: its days stand instead of bars, and words instead of how those are drawn."""
    first = min((bar.first for bar in track.bars), default=None)
    last = max((bar.last for bar in track.bars), default=None)
    after = (Cell(cell.flat) if cell.flat else cell for cell in track.after)
    return (*track.before, Cell(first), Cell(last), *after)


def _gaps(block: Gaps, pen: MarkdownPen) -> Iterator[str]:
    for number, kind in enumerate(block.kinds):
        yield from [""] * bool(number)
        sign = [] if kind.sign is None else [pen.drawn((kind.sign,))]
        rule = [] if kind.rule is None else [pen.say(kind.rule)]
        facts = ", ".join(map(pen.say, kind.facts))
        yield "### " + " ".join(filter(None, (*sign, pen.say(kind.title), facts, *rule)))
        yield ""
        if kind.ask is not None:
            yield " ".join((pen.say(kind.ask), *_fix(kind.fix, pen)))
            yield ""
        yield from (f"- {_entry(entry, pen)}" for entry in kind.entries)


def _entry(entry: GapLine, pen: MarkdownPen) -> str:
    cells = (entry.subject, entry.text, entry.owner, entry.place)
    said = [pen.cell(cell, in_table=False) for cell in cells if cell.term is not None or cell.signs]
    ask = [] if entry.ask is None else [f"{pen.signs.arrow} {pen.say(entry.ask)}"]
    return " ".join((*said, *ask, *_fix(entry.fix, pen)))


def _fix(fix: Term | None, pen: MarkdownPen) -> list[str]:
    """The command that mends it, in a code span."""
    return [] if fix is None else [pen.say(fix)]


def _table(block: Table, pen: MarkdownPen) -> Iterator[str]:
    groups = [group for group in block.groups if group.rows]
    for number, group in enumerate(groups):
        if number:
            yield ""
        if group.title is not None:
            yield f"### {pen.say(group.title)}"
            yield ""
        yield from _rows(block.columns, group, pen)


def _rows(columns: Sequence[Column], group: Group, pen: MarkdownPen) -> Iterator[str]:
    shown = [(at, column) for at, column in enumerate(columns) if not column.piped]
    yield _row([pen.said(f"column.{column.key}") for _, column in shown])
    yield _row(["---:" if column.align == "right" else "---" for _, column in shown])
    yield from (_row([pen.cell(row[at]) for at, _ in shown]) for row in group.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _legend(block: Legend, pen: MarkdownPen) -> str:
    return ", ".join(f"{pen.drawn((sign,))} {pen.said(key)}" for sign, key in block.entries)


def _advice(block: Advice, pen: MarkdownPen) -> Iterator[str]:
    yield f"### {pen.said(block.title)}"
    yield ""
    for row in block.rows:
        sign, name, sentence = (pen.cell(cell, in_table=False) for cell in row[:3])
        yield f"- {sign} {name} {sentence}"
        yield f"  - {' '.join(pen.cell(cell, in_table=False) for cell in row[3:] if cell.term is not None)}"
