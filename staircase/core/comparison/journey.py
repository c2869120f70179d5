"""Steps forward, jumps and returns, and those that were taken back: from the visits on both sides."""

from collections.abc import Iterator, Mapping
from datetime import date

from staircase.core.choices import STEPS, Step
from staircase.core.comparison.change import AssignmentPair, Change, Side, Sides, View
from staircase.core.comparison.parts import Match, Placed, matched, paired
from staircase.core.model.assignment import Assignment, Visit
from staircase.core.term import Word


def journey(pair: AssignmentPair) -> Iterator[Change]:
    """The visits that came, went, or have another day."""
    before, after = (_moves(view, pair.day) for view in (pair.before, pair.after))
    by_day = tuple(matched("journey", pair.before.model.journey, pair.after.model.journey))
    for match in paired(by_day, lambda visit: visit.step, lambda visit: visit.entered):
        yield from _visit(pair, match, (before, after))


_Moves = Mapping[int, tuple[Step, Step]]
"""The steps that a visit goes from and to, by its position; only of visits that are known and move."""


def _moves(view: View[Assignment], day: date) -> _Moves:
    visits = [(number, visit) for number, visit in enumerate(view.model.journey) if visit.entered <= day]
    visits.sort(key=lambda numbered: numbered[1].entered)
    froms: list[Step] = ["explore", *(visit.step for _, visit in visits)]
    return {
        number: (start, visit.step)
        for start, (number, visit) in zip(froms, visits, strict=False)
        if start != visit.step
    }


def _visit(pair: AssignmentPair, match: Match[Visit], moves: tuple[_Moves, _Moves]) -> Iterator[Change]:
    before, after = (
        _side(view, placed, moving)
        for view, placed, moving in zip((pair.before, pair.after), (match.before, match.after), moves, strict=True)
    )
    if before and after:
        if before.value != after.value:
            yield pair.told("step-redated", (before, after), _step(match))
        return
    move = moves[1][match.after.number] if match.after and after else None
    move = moves[0][match.before.number] if match.before and before else move
    if move:
        yield from _moved(pair, move, (before, after))


def _side(view: View[Assignment], placed: Placed[Visit] | None, moves: _Moves) -> Side | None:
    """The place of a visit, if it is one that moves."""
    if placed is None or placed.number not in moves:
        return None
    start, step = moves[placed.number]
    keys = ("journey", placed.number)
    return view.side(keys, placed.part.entered, step=Word(f"step.{step}"), start=Word(f"step.{start}"))


def _step(match: Match[Visit]) -> str | None:
    placed = match.after or match.before
    return placed.part.step if placed else None


def _moved(pair: AssignmentPair, move: tuple[Step, Step], sides: Sides) -> Iterator[Change]:
    steps = STEPS.index(move[1]) - STEPS.index(move[0])
    went = sides[1] is None
    if steps < 0:
        kind = "step-return-undone" if went else "step-returned"
    elif steps == 1:
        kind = "step-forward-undone" if went else "step-forward"
    else:
        kind = "step-jump-undone" if went else "step-jumped"
    yield pair.told(kind, sides, move[1])
