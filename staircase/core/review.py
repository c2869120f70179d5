"""``diff``: what is otherwise between two sides, line by line for machines, and for a reviewer who has a minute."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from staircase.core.assess import Assessment
from staircase.core.choices import ReviewOrder
from staircase.core.comparison import compare
from staircase.core.comparison.block import ChangeBlock, Event, blocks, counts, headline
from staircase.core.comparison.change import (
    MONEY,
    BenefitValues,
    Change,
    FigureShift,
    PortfolioShift,
    PortfolioSums,
    Side,
    whole,
)
from staircase.core.comparison.difference import changes_of
from staircase.core.comparison.kinds import Direction, Weight
from staircase.core.portfolio import Portfolio
from staircase.core.reports import Block, Cell, Column, Group, Heading, Lines, Report, Table, Tone, Value
from staircase.core.reports.outline import Field, keys_of, row_of
from staircase.core.term import Code, Name, Said, Share, Term, Word, file_name, money_of
from staircase.core.totals import KindTotals


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A file, relative to the portfolio, and a line in it."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change with its places, and the number of the block that it is told in."""

    change: Change
    before: LinePlace | None
    after: LinePlace | None
    group: int = 1


CHANGE_FIELDS: tuple[Field[ChangeLine], ...] = (
    Field("kind", lambda line: Code(line.change.kind)),
    Field("direction", lambda line: Code(line.change.direction)),
    Field("weight", lambda line: line.change.weight.value, kind="number"),
    Field("group", lambda line: line.group, kind="number"),
    Field("subject_kind", lambda line: Code(line.change.subject.kind)),
    Field("subject", lambda line: file_name(line.change.subject.id)),
    Field("item", lambda line: Name(line.change.item) if line.change.item is not None else None),
    Field("cause", lambda line: Code(line.change.cause.kind) if line.change.cause else None),
    Field("figures", lambda line: _figures(line.change.figures), kind="object"),
    Field("decision", lambda line: Code(line.change.decision.kind) if line.change.decision else None),
    Field("message", lambda line: line.change.message),
    Field("before", lambda line: line.change.before.value if line.change.before else None, kind="any"),
    Field("after", lambda line: line.change.after.value if line.change.after else None, kind="any"),
    Field("path_before", lambda line: file_name(line.before.path) if line.before else None),
    Field("line_before", lambda line: line.before.line if line.before else None, kind="number"),
    Field("path", lambda line: file_name(line.after.path) if line.after else None),
    Field("line", lambda line: line.after.line if line.after else None, kind="number"),
)
"""What machines get of a change; people get ``message`` and the place."""


def _figures(shift: FigureShift | None) -> dict[str, Value] | None:
    """A benefit's figures on both sides, as machines get them."""
    return {"before": _values(shift.before), "after": _values(shift.after)} if shift else None


def _values(of: BenefitValues | None) -> dict[str, Value] | None:
    if of is None:
        return None
    return {"kind": Code(of.kind), "share": None if of.share is None else Share(of.share), **amounts(of)}


def amounts(of: BenefitValues | KindTotals) -> dict[str, Value]:
    """The money of a benefit or of a whole kind, as machines get it."""
    return {key: money_of(getattr(of, key)) for key in MONEY}


def lines(
    changes: Sequence[Change], told: Iterable[ChangeBlock], before: Portfolio, after: Portfolio
) -> tuple[ChangeLine, ...]:
    """Changes as lines, in the order of their blocks; what follows from a change stands after it."""
    places: dict[int, tuple[int, int]] = {}
    for number, block in enumerate(told, start=1):
        for row, event in enumerate(block.events):
            places |= {id(change): (number, row) for change in event.changes}

    def order(change: Change) -> tuple[tuple[int, int], bool]:
        return places[id(change.cause or change)], change.cause is not None

    return tuple(
        ChangeLine(change, place(before, change.before), place(after, change.after), order(change)[0][0])
        for change in sorted(changes, key=order)
    )


def place(portfolio: Portfolio, side: Side | None) -> LinePlace | None:
    """Where a side stands in its file."""
    return LinePlace(side.path, portfolio.span(side.path, side.span or side.keys).line) if side else None


def totals(changes: Sequence[Change]) -> dict[str, Value]:
    """How many changes there are, by direction, and of steps, benefits, targets, gaps and findings."""
    directions = Counter(change.direction for change in changes)
    found = counts(changes)
    return {
        "changes": len(changes),
        **{direction.value: directions[direction] for direction in Direction},
        "steps": {"forward": found["steps_forward"], "back": found["steps_back"]},
        "benefits": {key: found[key] for key in ("taken_home", "taken_back", "achieved", "slipped")},
        "targets": {"raised": found["targets_raised"], "lowered": found["targets_lowered"]},
        "gaps": {"opened": found["gaps_opened"], "closed": found["gaps_closed"]},
        "findings": findings(changes),
        "not_compared": found["not_compared"],
    }


def findings(changes: Sequence[Change]) -> dict[str, int]:
    """Count the findings that came, went, and were accepted."""
    kinds = Counter(change.kind for change in changes)
    new = kinds["finding-new"] + kinds["finding-asked"]
    return {"new": new, "fixed": kinds["finding-fixed"], "accepted": kinds["finding-accepted"]}


def sentence(event: Event, subject: Term) -> Said:
    """What is read aloud of an event."""
    direction = Word(f"direction.{event.direction}")
    return Said("plain.diff", {"direction": direction, "subject": subject, "message": event.message})


CHANGE_COLUMN = Column("change", shrink=40, broken=True)
"""Where a table says what changed."""


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
