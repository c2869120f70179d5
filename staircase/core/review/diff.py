"""``diff``: what a change means, setbacks first, with what the check says of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, Direction
from staircase.core.comparison.compare import changes, counts, headline
from staircase.core.reports.block import Block, Cell, Column, Group, Heading, Lines, Report, Table, Tone, Value
from staircase.core.reports.field import keys_of, row_of
from staircase.core.review.line import CHANGE_FIELDS, ChangeLine, lines
from staircase.core.term import Said, Term, Word, file_name

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
        """Give the changes with their places, setbacks first."""
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
        blocks=tuple(_blocks(of, shown)),
        sentences=(of.headline, *map(_sentence, shown)),
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


def _blocks(of: Review, shown: Sequence[ChangeLine]) -> Iterator[Block]:
    program = of.after.portfolio.program or of.before.portfolio.program
    if program:
        yield Heading(program.organisation, program.name, of.after.day)
    yield Lines((of.headline,), Tone.STRONG)
    if shown:
        groups = tuple(_group(direction, shown) for direction in Direction)
        yield Table(_COLUMNS, tuple(group for group in groups if group.rows), "direction")
        yield Lines((of.verdict,))
    yield Lines((of.compared,))


def _group(direction: Direction, shown: Sequence[ChangeLine]) -> Group:
    rows = tuple(_cells(line) for line in shown if line.change.direction is direction)
    return Group(Word(f"direction.{direction}"), rows)


def _cells(line: ChangeLine) -> tuple[Cell, ...]:
    place = line.place
    return (
        Cell(file_name(line.change.subject.id), Tone.STRONG),
        Cell(line.change.message, _TONES.get(line.change.direction, Tone.PLAIN)),
        Cell(file_name(f"{place.path}:{place.line}") if place else None),
    )


def _sentence(line: ChangeLine) -> Said:
    change = line.change
    terms: dict[str, Term] = {
        "direction": Word(f"direction.{change.direction}"),
        "subject": file_name(change.subject.id),
    }
    return Said("plain.diff", {**terms, "message": change.message})
