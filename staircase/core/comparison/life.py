"""An assignment's life: its start, pauses and ending, who runs it, what it costs, and that somebody vouched for it."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

from staircase.core.comparison.change import AssignmentPair, Change, Side, Sides, View, later
from staircase.core.comparison.parts import Match, Placed, matched
from staircase.core.model.assignment import Assignment, Costs, Pause
from staircase.core.table import KeyPath
from staircase.core.term import Code, Name, Quantity, Term, Word


def life(pair: AssignmentPair) -> Iterator[Change]:
    """What happened to the assignment itself."""
    yield from _start(pair)
    yield from _pauses(pair)
    yield from _ending(pair)
    yield from _live(pair)
    yield from _reviewed(pair)
    yield from _people(pair)
    yield from _costs(pair)


def _start(pair: AssignmentPair) -> Iterator[Change]:
    before, after = pair.before.model.started, pair.after.model.started
    sides = pair.sides(lambda view: view.side(("started",), view.model.started))
    if before == after:
        return
    begun = (before <= pair.day, after <= pair.day)
    match begun:
        case (True, True):
            yield pair.told("start-corrected", sides)
        case (False, False):
            yield pair.turned(later(after, before), "start-brought-forward", sides)
        case _:
            yield pair.turned(1 if begun[1] else -1, "started", sides)


def _covers(pause: Pause, day: date) -> bool:
    return pause.from_ <= day and (pause.to is None or day < pause.to)


def _covering(view: View[Assignment], day: date) -> int | None:
    """The position of the pause that covers a day, the earliest of several."""
    found = [(pause.from_, number) for number, pause in enumerate(view.model.pauses) if _covers(pause, day)]
    return min(found)[1] if found else None


def _pauses(pair: AssignmentPair) -> Iterator[Change]:
    before, after = _covering(pair.before, pair.day), _covering(pair.after, pair.day)
    turned = (before is None) != (after is None)
    for match in matched("pauses", pair.before.model.pauses, pair.after.model.pauses):
        sides = (_pause(pair.before, match.before), _pause(pair.after, match.after))
        if turned and (_is_at(match.before, before) or _is_at(match.after, after)):
            yield pair.turned(1 if after is None else -1, "resumed", sides)
        elif match.before and match.after:
            yield from _prolonged(pair, match, sides)
        else:
            yield from pair.came("pause-added", sides)


def _is_at(placed: Placed[Pause] | None, number: int | None) -> bool:
    return placed is not None and placed.number == number


def _pause(view: View[Assignment], placed: Placed[Pause] | None) -> Side | None:
    if placed is None:
        return None
    why: Term = Name(placed.part.why) if placed.part.why else Word("change.no-reason")
    return view.side(("pauses", placed.number), placed.part.to, start=placed.part.from_, why=why)


def _prolonged(pair: AssignmentPair, match: Match[Pause], sides: Sides) -> Iterator[Change]:
    if match.before and match.after and match.before.part.to != match.after.part.to:
        narrow = (_narrowed(sides[0], "to"), _narrowed(sides[1], "to"))
        yield pair.told("pause-changed", narrow)


def _narrowed(side: Side | None, key: str) -> Side | None:
    """The place of one key of a part, so that its other keys are told of by themselves."""
    return side and Side(side.path, (*side.keys, key), side.value, side.terms)


def _ending(pair: AssignmentPair) -> Iterator[Change]:
    (was, before), (now, after) = (_ended(view, pair.day) for view in (pair.before, pair.after))
    kind = "stopped" if "stopped" in {was, now} else "completed"
    if was and now:
        if before and after and (was, before.value) != (now, after.value):
            yield pair.told("ending-changed", (before, after))
        return
    yield from pair.came(kind, (before, after))


def _ended(view: View[Assignment], day: date) -> tuple[str, Side | None]:
    """How it ended by a day, and where that stands."""
    model = view.model
    if model.completed and model.completed <= day:
        return "completed", view.side(("completed",), model.completed, state=Word("state.completed"))
    if model.stopped and model.stopped.date <= day:
        learned: Term = Name(model.stopped.learned) if model.stopped.learned else Word("change.no-lesson")
        terms = {"why": Name(model.stopped.why), "learned": learned, "state": Word("state.stopped")}
        return "stopped", Side(view.path, ("stopped",), model.stopped.date, terms)
    return "", None


def _live(pair: AssignmentPair) -> Iterator[Change]:
    def live(view: View[Assignment]) -> Side | None:
        return view.side(("live",), view.model.live) if pair.known(view.model.live) else None

    yield from pair.came("went-live", pair.sides(live))


def _reviewed(pair: AssignmentPair) -> Iterator[Change]:
    def reviewed(view: View[Assignment]) -> Side | None:
        return view.side(("reviewed",), view.model.reviewed) if pair.known(view.model.reviewed) else None

    before, after = (pair.known(view.model.reviewed) or date.min for view in (pair.before, pair.after))
    if before != after:
        yield pair.turned(later(before, after), "reviewed", pair.sides(reviewed))


def _people(pair: AssignmentPair) -> Iterator[Change]:
    yield from _told(pair, "lead-changed", ("lead",), lambda model: Name(model.lead))
    yield from _told(
        pair,
        "department-changed",
        ("department",),
        lambda model: Name(model.department) if model.department else None,
    )


def _costs(pair: AssignmentPair) -> Iterator[Change]:
    yield from _told(pair, "costs-changed", ("costs", "one_off"), lambda model: _amount(model.costs, "one_off"))
    yield from _told(pair, "costs-changed", ("costs", "per_year"), lambda model: _amount(model.costs, "per_year"))


def _amount(costs: Costs | None, key: Literal["one_off", "per_year"]) -> Quantity | None:
    amount: Fraction | None = getattr(costs, key, None)
    return None if amount is None else Quantity(amount)


def _told(
    pair: AssignmentPair, kind: str, keys: KeyPath, read: Callable[[Assignment], Term | None]
) -> Iterator[Change]:
    before, after = read(pair.before.model), read(pair.after.model)
    if before != after:
        key = Code(str(keys[-1]))
        sides = pair.sides(lambda view: view.side(keys, value, key=key) if (value := read(view.model)) else None)
        yield pair.told(kind, sides, str(keys[-1]) if len(keys) > 1 else None)
