"""The first sheet of a workbook: of which day it tells, what is left out of it, and how it is brought back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from staircase.core.sheets.column import Sheet
from staircase.core.sheets.rows import Extract
from staircase.core.term import Code, Count, Name, Said, Term, Word


class Wording(NamedTuple):
    """What a workbook says in the reader's language.

    Attributes:
        texts: names of sheets, headings and choices, by their keys.
        cover: the lines of the cover, each a title and a text; it is told how many rows each sheet has.
        day: the day that the workbook tells of.
    """

    texts: Mapping[str, str]
    cover: Callable[[Mapping[Sheet, int]], Iterable[tuple[str, str]]]
    day: date


CoverLine = tuple[Term, Term]
"""What a line of the cover is about, and what it says; a line that goes on with the same is about an empty name."""

_MORE = Name("")


def cover(extract: Extract, rows: Mapping[Sheet, int], *, shows_people: bool) -> Iterator[CoverLine]:
    """The lines of the cover, with how many rows each sheet has."""
    yield Name(extract.scene.program.organisation), Name(extract.scene.program.name)
    yield Word("cover.day"), extract.scene.day
    if extract.commit:
        yield Word("cover.commit"), Code(extract.commit)
    yield Word("cover.version"), Code(f"staircase {extract.version}")
    yield from _under(Word("cover.left_out"), _left_out(extract, shows_people=shows_people))
    yield Word("cover.back"), Said("cover.back.how" if extract.is_whole else "cover.back.not", {})
    yield from _under(Word("cover.sheets"), (_rows(sheet, count) for sheet, count in rows.items()))


def _under(title: Term, lines: Iterator[Term]) -> Iterator[CoverLine]:
    for number, line in enumerate(lines):
        yield _MORE if number else title, line


def _left_out(extract: Extract, *, shows_people: bool) -> Iterator[Term]:
    unreadable = len(extract.assessment.portfolio.unreadable)
    lines: list[Term] = []
    if unreadable:
        lines.append(Said("cover.unreadable", {"count": unreadable}))
    if extract.narrows:
        lines.append(Said("cover.filters", {"filters": Code(extract.selection.options)}))
    if not shows_people:
        lines.append(Word("cover.people"))
    if not extract.is_whole:
        lines.append(Word("cover.later"))
    yield from lines or [Word("cover.nothing")]


def _rows(sheet: Sheet, count: int) -> Said:
    terms: Mapping[str, Term] = {"sheet": Word(f"sheet.{sheet.name}"), "rows": Count(count, "row")}
    return Said("cover.read" if sheet.is_read else "cover.figures", terms)
