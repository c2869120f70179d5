"""Findings as GitHub-flavoured Markdown: a comment's body or a step's summary, new and grave ones first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from staircase.core.finding import Severity
from staircase.core.reports import Cell
from staircase.core.term import Code, Count, Term
from staircase.render.findings import RANK, Notices, Problem
from staircase.render.look import UNICODE
from staircase.render.markdown import MarkdownPen
from staircase.render.safe import code_span, guarded_lines
from staircase.words.speech import Words

LONGEST = 60_000
"""Bytes of a document: a comment on GitHub takes 65,536 characters."""

LONGEST_SUMMARY = 900_000
"""Bytes of a step's summary: GitHub takes 1 MiB from a step, from all its commands together."""

_RESERVE = 1_000
_SHORT = 12


@dataclass(frozen=True, slots=True)
class _Section:
    """A table of findings under a heading."""

    title: str
    found: Sequence[Problem]


def render(notices: Notices, words: Words, longest: int = LONGEST) -> str:
    """A heading, the counts and the findings, in at most so many bytes; says what it leaves out."""
    pen = MarkdownPen(words, UNICODE)
    parts = [f"## {pen.said('check.heading')}", *_counts(notices, words, pen)]
    room = longest - _RESERVE - sum(map(_size, parts))
    for section in _sections(notices):
        lines, room = _written(section, pen, room)
        parts.append("\n".join(lines))
    return guarded_lines("\n\n".join(parts) + "\n")


def summary(notices: Notices, words: Words) -> str:
    """Summary of a workflow's step; it begins on a line of its own, since others may have written before."""
    return f"\n{render(notices, words, LONGEST_SUMMARY)}"


def _counts(notices: Notices, words: Words, pen: MarkdownPen) -> Iterator[str]:
    counting = [notice.finding.severity for notice in notices.counting]
    found = ", ".join(words.counted(counting.count(each), each.value) for each in Severity if each in counting)
    clean = "check.clean.compared" if notices.compared else "check.clean"
    yield words.text("check.found").format(found=found) if found else pen.said(clean)
    if notices.day is not None:
        base: dict[str, Term] = {"day": notices.day, "base": Code(notices.revision[:_SHORT])}
        yield pen.said("check.base" if notices.compared else "heading.day", base)
    if notices.unread_base:
        yield pen.said("check.unread_base", {"files": Count(len(notices.unread_base), "unread-file")})
    if notices.compared:
        parts = {"new": notices.counting, "carried": notices.carried, "fixed": notices.fixed}
        yield pen.said("check.compared", {name: len(part) for name, part in parts.items()})
    if notices.accepted:
        yield pen.said("check.standing", {"accepted": len(notices.accepted)})


def _sections(notices: Notices) -> Iterator[_Section]:
    every = (
        _Section("new" if notices.compared else "listed", notices.counting),
        _Section("accepted_here", sorted(notices.accepted_here, key=lambda each: RANK[each.finding.severity])),
        _Section("fixed", notices.fixed),
        _Section("gone", notices.gone),
    )
    return (section for section in every if section.found)


def _written(section: _Section, pen: MarkdownPen, room: int) -> tuple[list[str], int]:
    """Write as many rows of a section as there is room for, and give what room is left."""
    titles = ("severity", "rule", "gap_place", "message")
    lines = [
        f"### {pen.said(f'check.section.{section.title}')}",
        "",
        _row([pen.said(f"column.{title}") for title in titles]),
        _row(["---"] * len(titles)),
    ]
    room -= sum(map(_size, lines)) + _RESERVE
    shown = 0
    for notice in section.found:
        row = _row(_cells(notice, pen))
        if _size(row) > room:
            break
        room -= _size(row)
        lines.append(row)
        shown += 1
    if shown < len(section.found):
        terms: dict[str, Term] = {"shown": shown, "all": len(section.found)}
        lines.extend(("", pen.said("check.shown", terms)))
        room = 0
    return lines, room + _RESERVE


def _cells(notice: Problem, pen: MarkdownPen) -> list[str]:
    finding = notice.finding
    asked = [pen.signs.arrow, pen.cell(Cell(finding.ask))] if notice.ask else []
    fix = [code_span(notice.fix, in_table=True)] if notice.fix else []
    return [
        pen.said(f"severity.{finding.severity.value}"),
        code_span(finding.rule, in_table=True),
        code_span(notice.place, in_table=True),
        " ".join((pen.cell(Cell(finding.message)), *asked, *fix)),
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace")) + 2
