"""A change as a line: what machines get of it, with its places, and the sums of many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from staircase.core.comparison.block import ChangeBlock, Event, counts
from staircase.core.comparison.change import MONEY, BenefitValues, Change, FigureShift, Side
from staircase.core.comparison.kinds import Direction
from staircase.core.portfolio import Portfolio
from staircase.core.reports.block import Column, Value
from staircase.core.reports.outline import Field
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
