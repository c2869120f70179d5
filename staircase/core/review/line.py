"""A change as a line: what is said of it, and where it stands in both sides' files."""

from collections.abc import Sequence
from dataclasses import dataclass

from staircase.core.comparison.change import Change, Direction, Side
from staircase.core.portfolio import Portfolio
from staircase.core.reports.field import Field
from staircase.core.term import Code, Name, file_name

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
    Field("message", lambda line: line.change.message),
    Field("before", lambda line: line.change.before.value if line.change.before else None),
    Field("after", lambda line: line.change.after.value if line.change.after else None),
    Field("path_before", lambda line: file_name(line.before.path) if line.before else None),
    Field("line_before", lambda line: line.before.line if line.before else None),
    Field("path", lambda line: file_name(line.after.path) if line.after else None),
    Field("line", lambda line: line.after.line if line.after else None),
)
"""What machines get of a change; people get ``message`` and the place."""


def lines(changes: Sequence[Change], before: Portfolio, after: Portfolio) -> tuple[ChangeLine, ...]:
    """Changes as lines: what could not be compared, then setbacks, then the rest by direction and subject."""
    ordered = sorted(changes, key=lambda change: (change.kind != _FIRST, _ORDER[change.direction]))
    return tuple(ChangeLine(change, _place(before, change.before), _place(after, change.after)) for change in ordered)


def _place(portfolio: Portfolio, side: Side | None) -> LinePlace | None:
    return LinePlace(side.path, portfolio.span(side.path, side.span or side.keys).line) if side else None
