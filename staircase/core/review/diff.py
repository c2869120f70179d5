"""``diff``: what is otherwise between two sides, for a reviewer who has a minute."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from staircase.core.assess import Assessment
from staircase.core.choices import ReviewOrder
from staircase.core.comparison.block import ChangeBlock, Event, blocks, counts, headline
from staircase.core.comparison.change import Change, PortfolioShift, PortfolioSums, whole
from staircase.core.comparison.compare import changes_of
from staircase.core.comparison.findings import compare
from staircase.core.comparison.kinds import Direction, Weight
from staircase.core.reports.block import Block, Cell, Column, Group, Heading, Lines, Report, Table, Tone, Value
from staircase.core.reports.outline import keys_of, row_of
from staircase.core.review.line import (
    CHANGE_COLUMN,
    CHANGE_FIELDS,
    ChangeLine,
    LinePlace,
    amounts,
    lines,
    place,
    sentence,
    totals,
)
from staircase.core.term import Said, Term, Word, file_name

_TONES: Mapping[Direction, Tone] = {Direction.BACK: Tone.BAD, Direction.FORWARD: Tone.GOOD}
_PLACE = Column("gap_place", priority=1)


@dataclass(frozen=True, slots=True)
class EventLine:
    """What people are told of: an event, whom it is about, and its place, where it has one."""

    event: Event
    subject: Term
    place: LinePlace | None


@dataclass(frozen=True)
class Review:
    """Two assessments of one day beside each other.

    Attributes:
        before: the one side.
        after: the other side.
        base: what the one side is called: a commit, a folder.
        head: what the other side is called.
        changes: what is otherwise.
        check: what the check says of its findings, as ``check --base`` counts them.
    """

    before: Assessment
    after: Assessment
    base: Term
    head: Term
    changes: tuple[Change, ...]
    check: Mapping[str, int]

    @property
    def unread(self) -> tuple[str, ...]:
        """The paths of what could not be read on either side."""
        return tuple(dict.fromkeys((*self.after.portfolio.unreadable, *self.before.portfolio.unreadable)))

    @property
    def unread_before(self) -> tuple[str, ...]:
        """The paths of what could be read after, or is no more, and not before."""
        return tuple(path for path in self.unread if path not in self.after.portfolio.unreadable)

    @cached_property
    def blocks(self) -> tuple[ChangeBlock, ...]:
        """The changes as people read them."""
        return blocks(self.changes)

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """The changes with their places, block by block."""
        return lines(self.changes, self.blocks, self.before.portfolio, self.after.portfolio)

    def event_lines(self, by: ReviewOrder) -> tuple[EventLine, ...]:
        """What people are told, in that order: whatever could not be compared first."""
        told = tuple(self._told())
        if by == "weight":
            return told
        order = {direction: number for number, direction in enumerate(Direction)}
        return tuple(sorted(told, key=lambda line: (line.event.weight > Weight.UNREAD, order[line.event.direction])))

    def _told(self) -> Iterator[EventLine]:
        before, after = self.before.portfolio, self.after.portfolio
        for block in self.blocks:
            for event in block.events:
                first = event.first
                at = place(after, first.after) or place(before, first.before)
                yield EventLine(event, block.title, at if len(event.changes) == 1 else None)

    @cached_property
    def whole(self) -> PortfolioShift:
        """The sums of the whole portfolio, before and after."""
        return whole(self.before, self.after)

    @property
    def headline(self) -> Said:
        """What the change means, in one sentence."""
        return headline(counts(self.changes))

    @property
    def verdict(self) -> Said:
        """What the check says of it."""
        return Said("diff.check", {**self.check})

    @property
    def compared(self) -> Said:
        """What was compared, and as of which day."""
        return Said("diff.compared", {"base": self.base, "head": self.head, "day": self.after.day})


def review(before: Assessment, after: Assessment, base: Term, head: Term) -> Review:
    """Compare two assessments of one day."""
    compared = compare(before, after)
    check = {
        "new": len(compared.new),
        "carried": len(compared.judged.findings) - len(compared.new),
        "fixed": len(compared.fixed),
        "accepted": len(compared.accepted_here),
    }
    return Review(before, after, base, head, changes_of(compared), check)


def diff(of: Review, by: ReviewOrder = "weight") -> Report:
    """The report of a review."""
    told = of.event_lines(by)
    program = of.after.portfolio.program or of.before.portfolio.program
    return Report(
        name="diff",
        keys=keys_of(CHANGE_FIELDS),
        day=of.after.day,
        program=program.name if program else "",
        rows=tuple(row_of(CHANGE_FIELDS, line) for line in of.lines),
        totals={**totals(of.changes), "findings": of.check, **_portfolio(of.whole), "base": of.base, "head": of.head},
        unreadable=of.unread,
        blocks=tuple(_diff_blocks(of, told, by)),
        sentences=tuple(map(change_sentence, told)),
    )


def _portfolio(of: PortfolioShift) -> dict[str, Value]:
    """The sums of both sides, as machines get them."""
    return {"portfolio": {"before": of.before and _sums(of.before), "after": of.after and _sums(of.after)}}


def _sums(of: PortfolioSums) -> dict[str, Value]:
    kinds: dict[str, Value] = {kind: amounts(sums) for kind, sums in of.kinds.items()}
    return {"open": of.open, "at_once": of.at_once, **kinds}


def _diff_blocks(of: Review, told: Sequence[EventLine], by: ReviewOrder) -> Iterator[Block]:
    program = of.after.portfolio.program or of.before.portfolio.program
    if program:
        yield Heading(program.organisation, program.name, of.after.day)
    yield Lines((of.headline,), Tone.STRONG, leads=True)
    if told:
        yield change_table(told) if by == "weight" else _by_direction(told)
        yield Lines((*of.whole.lines, of.verdict))
    yield Lines((of.compared,))


def change_table(told: Sequence[EventLine]) -> Table:
    """What people are told, by whom it is about."""
    groups = (
        Group(title, tuple((_direction(line), _change(line), _at(line)) for line in own))
        for title, own in groupby(told, lambda line: line.subject)
    )
    return Table((Column("direction"), CHANGE_COLUMN, _PLACE), tuple(groups), "subject")


def _by_direction(told: Sequence[EventLine]) -> Table:
    groups = (
        Group(
            Word(f"direction.{direction}"),
            tuple((Cell(line.subject, Tone.STRONG), _change(line), _at(line)) for line in own),
        )
        for direction, own in groupby(told, lambda line: line.event.direction)
    )
    return Table((Column("subject"), CHANGE_COLUMN, _PLACE), tuple(groups), "direction")


def _direction(line: EventLine) -> Cell:
    return Cell(Word(f"direction.{line.event.direction}"))


def _change(line: EventLine) -> Cell:
    return Cell(line.event.message, _TONES.get(line.event.direction, Tone.PLAIN))


def _at(line: EventLine) -> Cell:
    return Cell(file_name(f"{line.place.path}:{line.place.line}") if line.place else None)


def change_sentence(line: EventLine) -> Said:
    """What people are told in one sentence, for a screen reader."""
    said = sentence(line.event, line.subject)
    if line.place is None:
        return said
    where: dict[str, Term] = {
        "label": Word(f"column.{_PLACE.key}"),
        "value": file_name(f"{line.place.path}:{line.place.line}"),
    }
    return Said("plain.more", {"said": said, **where})
