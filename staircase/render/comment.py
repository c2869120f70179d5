"""What a change means as the body of a comment: found again by its mark, short enough, harmless whatever files say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from posixpath import commonprefix

from staircase.core.reports.block import Cell
from staircase.core.term import Name, Said, Term, Word
from staircase.render.look import UNICODE
from staircase.render.markdown import MarkdownPen
from staircase.render.safe import guarded_lines
from staircase.words.speech import Words

LONGEST = 60_000
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


def render(comment: Comment, words: Words, longest: int = LONGEST) -> str:
    """Write the comment in at most so many bytes: details go before rows, and what is left out is said."""
    pen = MarkdownPen(words, UNICODE)
    start = [mark(comment.key, comment.head), f"**{pen.say(comment.headline)}**"]
    if not comment.changes:
        return _put([start[0], pen.say(comment.headline)])
    end = [pen.say(said) for said in comment.closing]
    room = longest - _RESERVE - sum(map(_size, (*start, *end)))
    table = _heaviest(comment.changes, pen, room, MOST_ROWS)
    room -= sum(map(_size, table))
    return _put([*start, *_table(comment, table, pen), *_details(comment, pen, room), *end])


def mark(key: str, head: str) -> str:
    """The hidden mark that a comment begins with, by which it is found again."""
    return f"<!-- staircase:diff v1 key={_plain(key)} head={_plain(head)} -->"


def _plain(text: str) -> str:
    """Leave only what cannot end the mark or hide in it, and tell apart what would then be the same."""
    plain = _NO_MARK.sub("-", text).strip("-")
    return plain if plain == text else f"{plain}.{sha256(text.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"


def _table(comment: Comment, rows: Sequence[str], pen: MarkdownPen) -> Iterator[str]:
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


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace")) + 2


def _put(parts: Sequence[str]) -> str:
    return guarded_lines("\n\n".join(parts) + "\n")
