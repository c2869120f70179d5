"""Changes of a portfolio as reports: ``diff`` between two sides, ``log`` commit by commit; a line for each change."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from staircase.core.assess import Assessment
from staircase.core.choices import ReviewOrder
from staircase.core.comparison.block import Event, blocks
from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.compare import changes_of
from staircase.core.comparison.findings import compare
from staircase.core.comparison.headline import counts, headline
from staircase.core.comparison.kinds import Direction, Weight
from staircase.core.portfolio import Portfolio
from staircase.core.reports.block import Block, Cell, Column, Group, Heading, Lines, Report, Row, Table, Tone, Value
from staircase.core.reports.outline import Field, keys_of, row_of
from staircase.core.term import Code, Name, Said, Term, Word, file_name


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

    @property
    def place(self) -> LinePlace | None:
        """Where to look: after the change, else before it."""
        return self.after or self.before


CHANGE_FIELDS: tuple[Field[ChangeLine], ...] = (
    Field("kind", lambda line: Code(line.change.kind)),
    Field("direction", lambda line: Code(line.change.direction)),
    Field("weight", lambda line: line.change.weight.value, kind="number"),
    Field("group", lambda line: line.group, kind="number"),
    Field("subject_kind", lambda line: Code(line.change.subject.kind)),
    Field("subject", lambda line: file_name(line.change.subject.id)),
    Field("item", lambda line: Name(line.change.item) if line.change.item is not None else None),
    Field("cause", lambda line: Code(line.change.cause.kind) if line.change.cause else None),
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


def lines(changes: Sequence[Change], before: Portfolio, after: Portfolio) -> tuple[ChangeLine, ...]:
    """Changes as lines, block by block, the heaviest first; what follows from a change stands after it."""
    places: dict[int, tuple[int, int]] = {}
    for number, block in enumerate(blocks(changes), start=1):
        for row, event in enumerate(block.events):
            places |= {id(change): (number, row) for change in event.changes}

    def order(change: Change) -> tuple[tuple[int, int], bool]:
        return places[id(change.cause or change)], change.cause is not None

    return tuple(
        ChangeLine(change, _place(before, change.before), _place(after, change.after), order(change)[0][0])
        for change in sorted(changes, key=order)
    )


def _place(portfolio: Portfolio, side: Side | None) -> LinePlace | None:
    return LinePlace(side.path, portfolio.span(side.path, side.span or side.keys).line) if side else None


_TONES: Mapping[Direction, Tone] = {Direction.BACK: Tone.BAD, Direction.FORWARD: Tone.GOOD}
_CHANGE, _PLACE = Column("change", shrink=40, broken=True), Column("gap_place", priority=1)


@dataclass(frozen=True, slots=True)
class EventLine:
    """What people are told of: an event, whom it is about, and its place, where it has one."""

    event: Event
    subject: Term
    place: LinePlace | None


@dataclass(frozen=True, slots=True)
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

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """The changes with their places, block by block."""
        return lines(self.changes, self.before.portfolio, self.after.portfolio)

    def event_lines(self, by: ReviewOrder) -> tuple[EventLine, ...]:
        """What people are told, in that order: whatever could not be compared first."""
        told = tuple(self._told())
        if by == "weight":
            return told
        order = {direction: number for number, direction in enumerate(Direction)}
        return tuple(sorted(told, key=lambda line: (line.event.weight > Weight.UNREAD, order[line.event.direction])))

    def _told(self) -> Iterator[EventLine]:
        before, after = self.before.portfolio, self.after.portfolio
        for block in blocks(self.changes):
            for event in block.events:
                first = event.first
                place = _place(after, first.after) or _place(before, first.before)
                yield EventLine(event, block.title, place if len(event.changes) == 1 else None)

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
        totals={**totals(of.changes), "findings": of.check, "base": of.base, "head": of.head},
        unreadable=of.unread,
        blocks=tuple(_diff_blocks(of, told, by)),
        sentences=tuple(map(change_sentence, told)),
    )


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


def _diff_blocks(of: Review, told: Sequence[EventLine], by: ReviewOrder) -> Iterator[Block]:
    program = of.after.portfolio.program or of.before.portfolio.program
    if program:
        yield Heading(program.organisation, program.name, of.after.day)
    yield Lines((of.headline,), Tone.STRONG, leads=True)
    if told:
        yield change_table(told) if by == "weight" else _by_direction(told)
        yield Lines((of.verdict,))
    yield Lines((of.compared,))


def change_table(told: Sequence[EventLine]) -> Table:
    """What people are told, by whom it is about."""
    groups = (
        Group(title, tuple((_direction(line), _change(line), _at(line)) for line in own))
        for title, own in groupby(told, lambda line: line.subject)
    )
    return Table((Column("direction"), _CHANGE, _PLACE), tuple(groups), "subject")


def _by_direction(told: Sequence[EventLine]) -> Table:
    groups = (
        Group(
            Word(f"direction.{direction}"),
            tuple((Cell(line.subject, Tone.STRONG), _change(line), _at(line)) for line in own),
        )
        for direction, own in groupby(told, lambda line: line.event.direction)
    )
    return Table((Column("subject"), _CHANGE, _PLACE), tuple(groups), "direction")


def _direction(line: EventLine) -> Cell:
    return Cell(Word(f"direction.{line.event.direction}"))


def _change(line: EventLine) -> Cell:
    return Cell(line.event.message, _TONES.get(line.event.direction, Tone.PLAIN))


def _at(line: EventLine) -> Cell:
    return Cell(file_name(f"{line.place.path}:{line.place.line}") if line.place else None)


def change_sentence(line: EventLine) -> Said:
    """What people are told in one sentence, for a screen reader."""
    said = _sentence(line.event, line.subject)
    if line.place is None:
        return said
    where: dict[str, Term] = {
        "label": Word(f"column.{_PLACE.key}"),
        "value": file_name(f"{line.place.path}:{line.place.line}"),
    }
    return Said("plain.more", {"said": said, **where})


def _sentence(event: Event, subject: Term) -> Said:
    direction = Word(f"direction.{event.direction}")
    return Said("plain.diff", {"direction": direction, "subject": subject, "message": event.message})


_LOG_COLUMNS = (Column("direction"), Column("subject"), _CHANGE)
_SHORT = 12


@dataclass(frozen=True, slots=True)
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
    rows = tuple(_log_cells(event, block.title) for block in blocks(told.changes) for event in block.events)
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
    yield from (_sentence(event, block.title) for block in blocks(told.changes) for event in block.events)
