"""Changes of a portfolio as reports: ``diff`` between two sides, ``log`` commit by commit; a line for each change."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.compare import changes
from staircase.core.comparison.headline import counts, headline
from staircase.core.comparison.kinds import Direction
from staircase.core.portfolio import Portfolio
from staircase.core.reports.block import Block, Cell, Column, Group, Heading, Lines, Report, Row, Table, Tone, Value
from staircase.core.reports.outline import Field, keys_of, row_of
from staircase.core.term import Code, Name, Said, Term, Word, file_name

_ORDER = {direction: number for number, direction in enumerate(Direction)}
_FIRST = "not-compared"


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A file, relative to the portfolio, and a line in it."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change with its places."""

    change: Change
    before: LinePlace | None
    after: LinePlace | None

    @property
    def place(self) -> LinePlace | None:
        """Where to look: after the change, else before it."""
        return self.after or self.before


CHANGE_FIELDS: tuple[Field[ChangeLine], ...] = (
    Field("kind", lambda line: Code(line.change.kind)),
    Field("direction", lambda line: Code(line.change.direction)),
    Field("subject_kind", lambda line: Code(line.change.subject.kind)),
    Field("subject", lambda line: file_name(line.change.subject.id)),
    Field("item", lambda line: Name(line.change.item) if line.change.item is not None else None),
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
    """Changes as lines: what could not be compared, then setbacks, then the rest by direction and subject."""
    ordered = sorted(changes, key=lambda change: (change.kind != _FIRST, _ORDER[change.direction]))
    return tuple(ChangeLine(change, _place(before, change.before), _place(after, change.after)) for change in ordered)


def _place(portfolio: Portfolio, side: Side | None) -> LinePlace | None:
    return LinePlace(side.path, portfolio.span(side.path, side.span or side.keys).line) if side else None


_TONES: Mapping[Direction, Tone] = {Direction.BACK: Tone.BAD, Direction.FORWARD: Tone.GOOD}
_COLUMNS = (Column("subject"), Column("change", shrink=40, broken=True), Column("gap_place", priority=1))


@dataclass(frozen=True, slots=True)
class Review:
    """Two assessments of one day beside each other.

    Attributes:
        before: the one side.
        after: the other side.
        base: what the one side is called: a commit, a folder.
        head: what the other side is called.
        changes: what is otherwise.
    """

    before: Assessment
    after: Assessment
    base: Term
    head: Term
    changes: tuple[Change, ...]

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
        """The changes with their places, setbacks first."""
        return lines(self.changes, self.before.portfolio, self.after.portfolio)

    @property
    def headline(self) -> Said:
        """What the change means, in one sentence."""
        return headline(counts(self.changes))

    @property
    def verdict(self) -> Said:
        """What the check says of it."""
        return Said("diff.check", {**findings(self.changes)})

    @property
    def compared(self) -> Said:
        """What was compared, and as of which day."""
        return Said("diff.compared", {"base": self.base, "head": self.head, "day": self.after.day})


def review(before: Assessment, after: Assessment, base: Term, head: Term) -> Review:
    """Compare two assessments of one day."""
    return Review(before, after, base, head, changes(before, after))


def diff(of: Review) -> Report:
    """The report of a review."""
    shown = of.lines
    program = of.after.portfolio.program or of.before.portfolio.program
    return Report(
        name="diff",
        keys=keys_of(CHANGE_FIELDS),
        day=of.after.day,
        program=program.name if program else "",
        rows=tuple(row_of(CHANGE_FIELDS, line) for line in shown),
        totals={**totals(of.changes), "base": of.base, "head": of.head},
        unreadable=of.unread,
        blocks=tuple(_diff_blocks(of, shown)),
        sentences=tuple(map(_diff_sentence, shown)),
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
    return {name: kinds[f"finding-{name}"] for name in ("new", "fixed", "accepted")}


def _diff_blocks(of: Review, shown: Sequence[ChangeLine]) -> Iterator[Block]:
    program = of.after.portfolio.program or of.before.portfolio.program
    if program:
        yield Heading(program.organisation, program.name, of.after.day)
    yield Lines((of.headline,), Tone.STRONG, leads=True)
    if shown:
        groups = tuple(_direction_group(direction, shown) for direction in Direction)
        yield Table(_COLUMNS, tuple(group for group in groups if group.rows), "direction")
        yield Lines((of.verdict,))
    yield Lines((of.compared,))


def _direction_group(direction: Direction, shown: Sequence[ChangeLine]) -> Group:
    rows = tuple(_diff_cells(line) for line in shown if line.change.direction is direction)
    return Group(Word(f"direction.{direction}"), rows)


def _diff_cells(line: ChangeLine) -> tuple[Cell, ...]:
    place = line.place
    return (
        Cell(file_name(line.change.subject.id), Tone.STRONG),
        Cell(line.change.message, _TONES.get(line.change.direction, Tone.PLAIN)),
        Cell(file_name(f"{place.path}:{place.line}") if place else None),
    )


def _diff_sentence(line: ChangeLine) -> Said:
    change = line.change
    terms: dict[str, Term] = {
        "direction": Word(f"direction.{change.direction}"),
        "subject": file_name(change.subject.id),
    }
    said = Said("plain.diff", {**terms, "message": change.message})
    place = line.place
    if place is None:
        return said
    where: dict[str, Term] = {
        "label": Word(f"column.{_COLUMNS[-1].key}"),
        "value": file_name(f"{place.path}:{place.line}"),
    }
    return Said("plain.more", {"said": said, **where})


_LOG_COLUMNS = (Column("direction"), Column("subject"), Column("change", shrink=40, broken=True))
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
    rows = tuple(_log_cells(line) for line in told.lines or ())
    return Group(_commit_title(told), rows or ((Cell(None), Cell(None), Cell(told.headline)),))


def _commit_title(told: CommitChanges) -> Said:
    terms: dict[str, Term] = {"commit": Code(told.commit[:_SHORT]), "headline": told.headline}
    if told.day is None:
        return Said("log.commit.undated", terms)
    return Said("log.commit", {**terms, "day": told.day})


def _log_cells(line: ChangeLine) -> tuple[Cell, ...]:
    change = line.change
    return (
        Cell(Word(f"direction.{change.direction}")),
        Cell(file_name(change.subject.id), Tone.STRONG),
        Cell(change.message),
    )


def _commit_sentences(told: CommitChanges) -> Iterator[Said]:
    yield _commit_title(told)
    for line in told.lines or ():
        terms: dict[str, Term] = {
            "direction": Word(f"direction.{line.change.direction}"),
            "subject": file_name(line.change.subject.id),
        }
        yield Said("plain.diff", {**terms, "message": line.change.message})
