"""A change as a line: what is said of it, and where it stands in both sides' files."""

from collections.abc import Sequence
from dataclasses import dataclass

from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.kinds import Direction
from staircase.core.portfolio import Portfolio
from staircase.core.reports.block import Row
from staircase.core.term import Code, Name, file_name

KEYS = (
    *("kind", "direction", "subject_kind", "subject", "item", "message", "before", "after"),
    *("path_before", "line_before", "path", "line"),
)
"""The keys of a change's row."""

_ORDER = {direction: number for number, direction in enumerate(Direction)}
_FIRST = "not-compared"


@dataclass(frozen=True, slots=True)
class Place:
    """A file, relative to the portfolio, and a line in it."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A change with its places."""

    change: Change
    before: Place | None
    after: Place | None

    @property
    def place(self) -> Place | None:
        """Give where to look: after the change, else before it."""
        return self.after or self.before

    @property
    def row(self) -> Row:
        """Give it as machines get it."""
        change, before, after = self.change, self.before, self.after
        return {
            "kind": Code(change.kind),
            "direction": Code(change.direction),
            "subject_kind": Code(change.subject.kind),
            "subject": file_name(change.subject.id),
            "item": Name(change.item) if change.item is not None else None,
            "message": change.message,
            "before": change.before.value if change.before else None,
            "after": change.after.value if change.after else None,
            "path_before": file_name(before.path) if before else None,
            "line_before": before.line if before else None,
            "path": file_name(after.path) if after else None,
            "line": after.line if after else None,
        }


def lines(changes: Sequence[Change], before: Portfolio, after: Portfolio) -> tuple[Line, ...]:
    """Give changes as lines: what could not be compared, then setbacks, then the rest by direction and subject."""
    ordered = sorted(changes, key=lambda change: (change.kind != _FIRST, _ORDER[change.direction]))
    return tuple(Line(change, _place(before, change.before), _place(after, change.after)) for change in ordered)


def _place(portfolio: Portfolio, side: Side | None) -> Place | None:
    return Place(side.path, portfolio.span(side.path, side.span or side.keys).line) if side else None
