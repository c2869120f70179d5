"""``log``: what each commit meant, in the words of ``diff``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from staircase.core.comparison.block import Event, blocks, counts, headline
from staircase.core.comparison.change import Change
from staircase.core.reports import Block, Cell, Column, Group, Heading, Lines, Report, Row, Table, Tone, Value
from staircase.core.reports.outline import Field, keys_of, row_of
from staircase.core.review import CHANGE_COLUMN, CHANGE_FIELDS, ChangeLine, sentence, totals
from staircase.core.term import Code, Said, Term, Word

_LOG_COLUMNS = (Column("direction"), Column("subject"), CHANGE_COLUMN)
_SHORT = 12


@dataclass(frozen=True)
class CommitChanges:
    """A commit and what it meant.

    Attributes:
        commit: its full id.
        day: its own day, which its changes are told as of; none where it names no day from 1970 to 2200.
        lines: its changes; ``None`` where there was nothing to compare with, or it could not be read.
        why: why there are none.
    """

    commit: str
    day: date | None
    lines: tuple[ChangeLine, ...] | None
    why: Said | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it changed."""
        return tuple(line.change for line in self.lines or ())

    @cached_property
    def events(self) -> tuple[tuple[Event, Term], ...]:
        """What people are told of, each with whom it is about."""
        return tuple((event, block.title) for block in blocks(self.changes) for event in block.events)

    @property
    def headline(self) -> Said:
        """What it meant, in one sentence."""
        return self.why or headline(counts(self.changes))


COMMIT_FIELDS: tuple[Field[CommitChanges], ...] = (
    Field("commit", lambda told: Code(told.commit)),
    Field("date", lambda told: told.day),
)
"""What stands of the commit before each of its changes."""


@dataclass(frozen=True, slots=True)
class History:
    """Commits, newest first, of a programme, as seen on a day; ``more`` where older ones are left out."""

    organisation: str
    program: str
    day: date
    told: tuple[CommitChanges, ...]
    unreadable: tuple[str, ...] = ()
    more: bool = False


def log(history: History) -> Report:
    """The report of a history; commits that changed no meaning are left out, those not compared are not."""
    shown = [told for told in history.told if told.why or told.lines]
    return Report(
        name="log",
        keys=(*keys_of(COMMIT_FIELDS), *keys_of(CHANGE_FIELDS)),
        day=history.day,
        program=history.program,
        rows=tuple(row for told in shown for row in _commit_rows(told)),
        totals={"commits": tuple(_commit_row(told) for told in shown), "more": history.more},
        unreadable=history.unreadable,
        blocks=tuple(_log_blocks(history, shown)),
        sentences=tuple(sentence for told in shown for sentence in _commit_sentences(told)),
    )


def _commit_rows(told: CommitChanges) -> Iterator[Row]:
    for line in told.lines or ():
        yield row_of(COMMIT_FIELDS, told) | row_of(CHANGE_FIELDS, line)


def _commit_row(told: CommitChanges) -> dict[str, Value]:
    is_compared = told.lines is not None
    head: dict[str, Value] = {"commit": Code(told.commit), "date": told.day, "compared": is_compared}
    return {**head, "headline": told.headline, **totals(told.changes)}


def _log_blocks(history: History, shown: Sequence[CommitChanges]) -> Iterator[Block]:
    yield Heading(history.organisation, history.program, history.day)
    if not shown:
        yield Lines((Said("log.none", {}),))
    else:
        yield Table(_LOG_COLUMNS, tuple(_commit_group(told) for told in shown), "commit")
    if history.more:
        yield Lines((Said("log.more", {"shown": len(shown), "command": Code("staircase log --number")}),))


def _commit_group(told: CommitChanges) -> Group:
    rows = tuple(_log_cells(event, subject) for event, subject in told.events)
    return Group(_commit_title(told), rows or ((Cell(None), Cell(None), Cell(told.headline)),))


def _commit_title(told: CommitChanges) -> Said:
    terms: dict[str, Term] = {"commit": Code(told.commit[:_SHORT]), "headline": told.headline}
    if told.day is None:
        return Said("log.commit.undated", terms)
    return Said("log.commit", {**terms, "day": told.day})


def _log_cells(event: Event, subject: Term) -> tuple[Cell, ...]:
    return Cell(Word(f"direction.{event.direction}")), Cell(subject, Tone.STRONG), Cell(event.message)


def _commit_sentences(told: CommitChanges) -> Iterator[Said]:
    yield _commit_title(told)
    yield from (sentence(event, subject) for event, subject in told.events)
