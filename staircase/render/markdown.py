"""Reports, and changes as a comment's body, in GitHub-flavoured Markdown: text from files stands in code spans only."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from posixpath import commonprefix
from typing import assert_never

from staircase.core.reports import (
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
    Sign,
    Staircase,
    Table,
    Timeline,
    Track,
)
from staircase.core.source import spelled_name
from staircase.core.term import Choices, Climb, Code, Gauge, Name, Quantity, Said, Term, Word
from staircase.render.layout import cut
from staircase.render.look import SETS, UNICODE, Look, SignSet
from staircase.render.safe import LONGEST_CELL, code_span, guarded_lines, one_line
from staircase.words.speech import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~@&$])")
_PLACE = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True, slots=True)
class _Spans:
    """Puts a sentence's untrusted terms into code spans: places hold them while the sentence is said and escaped."""

    in_table: bool
    ellipsis: str
    texts: list[str] = field(default_factory=list)

    def hold(self, text: str) -> str:
        self.texts.append(cut(one_line(text), LONGEST_CELL, self.ellipsis) if self.in_table else text)
        return f"\ue000{len(self.texts) - 1}\ue001"

    def held(self, term: Term) -> Term:
        match term:
            case Name(text):
                return Name(self.hold(spelled_name(text) if term.of_file else text))
            case Code(text):
                return Code(self.hold(text))
            case Quantity(value, unit) if unit:
                return Quantity(value, self.hold(unit))
            case Choices(options):
                return Choices(tuple(map(self.hold, options)))
            case Said(key, terms, otherwise):
                return Said(key, {name: self.held(inner) for name, inner in terms.items()}, otherwise)
            case _:
                return term

    def speaking(self, words: Words) -> Words:
        known = words.has(f"currency.{words.currency}")
        return words if known else replace(words, currency=self.hold(words.currency))

    def filled(self, said: str) -> str:
        return _PLACE.sub(self._span, escaped(said))

    def _span(self, match: re.Match[str]) -> str:
        return code_span(self.texts[int(match[1])], in_table=self.in_table)


@dataclass(frozen=True, slots=True)
class MarkdownPen:
    """Writes terms and signs as Markdown."""

    words: Words
    signs: SignSet

    def said(self, key: str, terms: Mapping[str, Term] | None = None) -> str:
        """A sentence."""
        return self.say(Said(key, terms or {}))

    def say(self, term: Term) -> str:
        """A term outside of tables."""
        spans = _Spans(in_table=False, ellipsis=self.signs.ellipsis)
        return spans.filled(spans.speaking(self.words).say(spans.held(term)))

    def cell(self, cell: Cell, *, in_table: bool = True) -> str:
        """Write a cell: its text, then its signs."""
        term, signs = cell.term, cell.signs
        if isinstance(term, Gauge):
            term = cell.flat or term
        if term is None:
            return self.drawn(signs or (Sign.NOTHING,))
        if isinstance(term, Climb):
            arrived = (Sign.ARRIVED,) if term.arrived else ()
            return " ".join(filter(None, (escaped(self.signs.climb(term)), self.drawn((*arrived, *signs)))))
        spans = _Spans(in_table=in_table, ellipsis=self.signs.ellipsis)
        text = spans.filled(spans.speaking(self.words).cell(spans.held(term)))
        return " ".join(filter(None, (text, self.drawn(signs))))

    def drawn(self, signs: Sequence[Sign]) -> str:
        """Draw signs."""
        return escaped(" ".join(self.signs.signs[sign] for sign in signs))


def escaped(text: str) -> str:
    """Escape every character that Markdown could act upon."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


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


LONGEST_COMMENT = 60_000
"""Characters of a comment, and bytes: GitHub takes 65,536 characters."""

MOST_ROWS = 30
"""Rows of the table that is not folded."""

_NO_MARK = re.compile(r"[^A-Za-z0-9._/]+")
_RESERVE = 2_000


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A change as a comment tells it: where it leads, whom it is about, what happened, and where that stands.

    The less its ``weight``, the more a reviewer has to know of it.
    """

    direction: Term
    subject: Term
    message: Said
    place: str
    weight: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says.

    Attributes:
        key: which portfolio it is about, so that each has its own comment.
        head: the commit it tells of, so that an older one never replaces a newer.
        headline: the one sentence.
        changes: all of them, in the order to be told.
        closing: what the check says, and what was compared.
    """

    key: str
    head: str
    headline: Said
    changes: Sequence[CommentRow]
    closing: Sequence[Said]


def render_comment(comment: Comment, words: Words, longest: int = LONGEST_COMMENT) -> str:
    """Write the comment in at most so many bytes: details go before rows, and what is left out is said."""
    pen = MarkdownPen(words, UNICODE)
    start = [mark(comment.key, comment.head), f"**{pen.say(comment.headline)}**"]
    if not comment.changes:
        return _put([start[0], pen.say(comment.headline)])
    end = [pen.say(said) for said in comment.closing]
    room = longest - _RESERVE - sum(map(_size, (*start, *end)))
    table = _heaviest(comment.changes, pen, room, MOST_ROWS)
    room -= sum(map(_size, table))
    return _put([*start, *_changes(comment, table, pen), *_details(comment, pen, room), *end])


def mark(key: str, head: str) -> str:
    """The hidden mark that a comment begins with, by which it is found again."""
    return f"<!-- staircase:diff v1 key={_plain(key)} head={_plain(head)} -->"


def _plain(text: str) -> str:
    """Leave only what cannot end the mark or hide in it, and tell apart what would then be the same."""
    plain = _NO_MARK.sub("-", text).strip("-")
    return plain if plain == text else f"{plain}.{sha256(text.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"


def _changes(comment: Comment, rows: Sequence[str], pen: MarkdownPen) -> Iterator[str]:
    yield "\n".join((*_head(comment, pen), *rows))
    if len(rows) < len(comment.changes):
        yield pen.said("diff.shown", {"shown": len(rows), "all": len(comment.changes)})


def _head(comment: Comment, pen: MarkdownPen) -> tuple[str, str]:
    """The titles: that of the places names the folder of them all, so that the column is no wider than it must."""
    folder = _folder(comment.changes)
    place = Said("diff.place", {"folder": Name(folder.rstrip("/"))}) if folder else Word("column.gap_place")
    titles = [Word(f"column.{title}") for title in ("direction", "subject", "change")]
    return _row([pen.cell(Cell(title)) for title in (*titles, place)]), _row(["---"] * 4)


def _folder(changes: Iterable[CommentRow]) -> str:
    """The folder that all places are in, ended with ``/``; nothing where there is none."""
    folders = [change.place.split("/")[:-1] for change in changes if change.place]
    return "".join(f"{name}/" for name in commonprefix(folders))


def _details(comment: Comment, pen: MarkdownPen, room: int) -> Iterator[str]:
    """Fold all changes away, where not all of them are rows and as far as there is room."""
    if len(comment.changes) <= MOST_ROWS:
        return
    every = comment.changes
    if rows := _heaviest(every, pen, room, len(every)):
        summary = f"<details><summary>{pen.said('diff.all')}</summary>"
        left_out = {"shown": len(rows), "all": len(every)} if len(rows) < len(every) else None
        told = [pen.said("diff.shown", left_out)] if left_out else []
        yield "\n\n".join((summary, "\n".join((*_head(comment, pen), *rows)), *told, "</details>"))


def _heaviest(changes: Sequence[CommentRow], pen: MarkdownPen, room: int, most: int) -> list[str]:
    """Write so many rows, in their order, as there is room for: none is left out that weighs more than one of them."""
    taken: dict[int, str] = {}
    folder = _folder(changes)
    for number, change in sorted(enumerate(changes), key=lambda numbered: numbered[1].weight)[:most]:
        row = _row(_cells(change, folder, pen))
        room -= _size(row)
        if room < 0:
            break
        taken[number] = row
    return [taken[number] for number in sorted(taken)]


def _cells(change: CommentRow, folder: str, pen: MarkdownPen) -> list[str]:
    terms: tuple[Term | None, ...] = (
        change.direction,
        change.subject,
        change.message,
        Name(change.place.removeprefix(folder)) if change.place else None,
    )
    return [pen.cell(Cell(term)) for term in terms]


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace")) + 2


def _put(parts: Sequence[str]) -> str:
    return guarded_lines("\n\n".join(parts) + "\n")
