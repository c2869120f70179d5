"""What changed of an assignment: its life, its people and costs, its journey, its trials and its roadmap."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from staircase.core.choices import STEPS, Step
from staircase.core.comparison.change import AssignmentPair, Change, Side, Sides, View, later
from staircase.core.comparison.parts import Match, Placed, Thing, matched, paired, things
from staircase.core.model.assignment import Assignment, Costs, Pause, RoadmapItem, Trial, Visit
from staircase.core.period import Period
from staircase.core.source import KeyPath
from staircase.core.term import Name, Quantity, Said, Term, Word


def life(pair: AssignmentPair) -> Iterator[Change]:
    """What happened to the assignment itself."""
    yield from _start(pair)
    yield from _pauses(pair)
    yield from _ending(pair)
    yield from _live(pair)
    yield from _reviewed(pair)
    yield from _people(pair)
    yield from _field_changed(pair, "sort-changed", ("kind",), lambda model: Word(f"sort.{model.kind}"))
    yield from _references(pair)
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
        case (False, False) if not later(after, before):  # a month that became its first day
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
    by_day = tuple(matched("pauses", pair.before.model.pauses, pair.after.model.pauses))
    for match in paired(by_day, lambda pause: (pause.to, pause.why), lambda pause: pause.from_):
        sides = (_pause(pair.before, match.before), _pause(pair.after, match.after))
        if turned and (_is_at(match.before, before) or _is_at(match.after, after)):
            yield pair.turned(1 if after is None else -1, "resumed", sides)
        elif match.before and match.after:
            yield from _prolonged(pair, (match.before.part, match.after.part), sides)
        else:
            yield from pair.came("pause-added", sides)


def _is_at(placed: Placed[Pause] | None, number: int | None) -> bool:
    return placed is not None and placed.number == number


def _pause(view: View[Assignment], placed: Placed[Pause] | None) -> Side | None:
    if placed is None:
        return None
    why: Term = Name(placed.part.why) if placed.part.why else Word("change.no-reason")
    return view.side(("pauses", placed.number), placed.part.to, start=placed.part.from_, why=why)


def _prolonged(pair: AssignmentPair, pauses: tuple[Pause, Pause], sides: Sides) -> Iterator[Change]:
    was, now = pauses
    if was.from_ != now.from_:
        before, after = (side and replace(side, value=side.terms["start"]) for side in sides)
        yield pair.told("pause-redated", (before, after))
    if was.to != now.to:
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

    sides = pair.sides(live)
    yield from pair.came("went-live", sides)
    yield from pair.differing("live-corrected", sides)


def _reviewed(pair: AssignmentPair) -> Iterator[Change]:
    def reviewed(view: View[Assignment]) -> Side | None:
        return view.side(("reviewed",), view.model.reviewed) if pair.known(view.model.reviewed) else None

    before, after = (pair.known(view.model.reviewed) or date.min for view in (pair.before, pair.after))
    if before != after:
        yield pair.turned(later(before, after), "reviewed", pair.sides(reviewed))


def _people(pair: AssignmentPair) -> Iterator[Change]:
    yield from _field_changed(pair, "lead-changed", ("lead",), lambda model: Name(model.lead))
    yield from _field_changed(
        pair,
        "department-changed",
        ("department",),
        lambda model: Name(", ".join(model.department)) if model.department else None,
    )
    yield from _field_changed(pair, "together-changed", ("together",), lambda model: several(model.together))


def _references(pair: AssignmentPair) -> Iterator[Change]:
    yield from _field_changed(pair, "goals-changed", ("goals",), lambda model: several(model.goals))
    yield from _field_changed(pair, "dependence-changed", ("depends_on",), lambda model: several(model.depends_on))


def several(names: Iterable[str]) -> Name | None:
    """Names whose order says nothing."""
    return Name(", ".join(sorted(set(names)))) if names else None


def _costs(pair: AssignmentPair) -> Iterator[Change]:
    yield from _field_changed(
        pair, "costs-changed", ("costs", "one_off"), lambda model: _amount(model.costs, "one_off")
    )
    yield from _field_changed(
        pair, "costs-changed", ("costs", "per_year"), lambda model: _amount(model.costs, "per_year")
    )


def _amount(costs: Costs | None, key: Literal["one_off", "per_year"]) -> Quantity | None:
    amount: Fraction | None = getattr(costs, key, None)
    return None if amount is None else Quantity(amount)


def _field_changed(
    pair: AssignmentPair, kind: str, keys: KeyPath, read: Callable[[Assignment], Term | None]
) -> Iterator[Change]:
    before, after = read(pair.before.model), read(pair.after.model)
    if before != after:
        key = Word(f"key.{keys[-1]}")
        sides = pair.sides(lambda view: view.side(keys, value, key=key) if (value := read(view.model)) else None)
        yield pair.told(kind, sides, str(keys[-1]) if len(keys) > 1 else None)


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
    before, after = _known_visit(pair, pair.before, match.before), _known_visit(pair, pair.after, match.after)
    was, now = _move(match.before, moves[0]), _move(match.after, moves[1])
    if match.after and (was is None) == (now is None):
        yield from pair.differing("step-redated", (before, after), match.after.part.step)
    elif was:
        yield from _moved(pair, was, (_from(was, before), None))
    elif now:
        yield from _moved(pair, now, (None, _from(now, after)))


def _known_visit(pair: AssignmentPair, view: View[Assignment], placed: Placed[Visit] | None) -> Side | None:
    """The place of a visit, if its day has come."""
    if placed is None or not pair.known(placed.part.entered):
        return None
    return view.side(("journey", placed.number), placed.part.entered, step=Word(f"step.{placed.part.step}"))


def _move(placed: Placed[Visit] | None, moves: _Moves) -> tuple[Step, Step] | None:
    """The steps that a visit goes from and to, if it moves."""
    return moves.get(placed.number) if placed else None


def _from(move: tuple[Step, Step], side: Side | None) -> Side | None:
    """Let the place of a visit tell of the step that it comes from, too."""
    return side and replace(side, terms={**side.terms, "start": Word(f"step.{move[0]}")})


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


def trials(pair: AssignmentPair) -> Iterator[Change]:
    """The changes of each trial, and of the lesson of a stopped assignment."""
    found: Iterator[Thing[Trial] | Change] = things(pair, "trials", "trial-added", lambda trial: trial.started)
    for one in found:
        if isinstance(one, Change):
            yield one
        else:
            yield from _trial(one)
    yield from _lesson_of_stopping(pair)


def _trial(trial: Thing[Trial]) -> Iterator[Change]:
    ends = trial.sides("ended", lambda part: trial.pair.known(part.ended))
    ended = list(trial.came("trial-ended", ends))
    yield from ended
    yield from trial.came("lesson-learned", trial.sides("learned", _lesson))
    yield from trial.differing("trial-changed", trial.sides("started", lambda part: part.started))
    yield from trial.differing("trial-changed", ends)
    if not ended:
        yield from trial.altered("trial-changed", "outcome", _outcome)


def _lesson(trial: Trial) -> Term | None:
    return Name(trial.learned) if trial.learned else None


def _outcome(trial: Trial) -> Term | None:
    return Word(f"outcome.{trial.outcome}") if trial.outcome else None


def _lesson_of_stopping(pair: AssignmentPair) -> Iterator[Change]:
    stops = (pair.before.model.stopped, pair.after.model.stopped)
    if stops[0] and stops[1] and pair.known(stops[0].date) and pair.known(stops[1].date):
        before, after = (
            view.side(("stopped", "learned"), Name(stopped.learned), title=Name(view.model.title))
            if stopped and stopped.learned
            else None
            for view, stopped in zip((pair.before, pair.after), stops, strict=True)
        )
        yield from pair.came("lesson-learned", (before, after))


def roadmap(pair: AssignmentPair) -> Iterator[Change]:
    """The changes of each roadmap item."""
    found: Iterator[Thing[RoadmapItem] | Change] = things(pair, "roadmap", "item-added", _planned)
    for one in found:
        if isinstance(one, Change):
            yield one
        else:
            yield from _period(one)
            yield from _fate(one)
            yield from _anchors(one)
            yield from one.altered("expects-changed", "expects", _expected)
            yield from one.altered("item-goals-changed", "goals", lambda item: several(item.goals))
            yield from one.altered("item-lessons-changed", "based_on", lambda item: several(item.based_on))
            yield from one.altered("item-moved", "department", _department)
            yield from one.owned(lambda item: item.owner)


def _department(item: RoadmapItem) -> Term | None:
    return Name(item.department) if item.department else None


def _planned(item: RoadmapItem) -> Term:
    return item.from_ or Word("item.idea")


def _period(item: Thing[RoadmapItem]) -> Iterator[Change]:
    before, after = item.sides("from", lambda part: part.from_)
    yield from item.came("item-scheduled", (before, after))
    was, now = (_ends(part) for part in item.parts)
    if was and now and _days(was) != _days(now):
        moved = {later(*days) for days in zip(_days(was), _days(now), strict=True)} - {0}
        sides = (_until(before, was[1]), _until(after, now[1]))
        if len(moved) > 1:
            yield item.told("item-rescheduled", sides)
        else:
            yield item.turned(-moved.pop(), "item-brought-forward", sides)


def _ends(item: RoadmapItem) -> tuple[Period, Period] | None:
    """The periods when it begins and when it ends; none of an idea."""
    return (item.from_, item.to or item.from_) if item.from_ else None


def _days(ends: tuple[Period, Period]) -> tuple[date, date]:
    return ends[0].first, ends[1].last


def _until(side: Side | None, end: Period) -> Side | None:
    """Let a period's place tell of its end too."""
    return side and replace(side, terms={**side.terms, "to": end})


def _fate(item: Thing[RoadmapItem]) -> Iterator[Change]:
    known = item.pair.known

    def dropped(part: RoadmapItem) -> date | None:
        return known(part.dropped.date) if part.dropped else None

    yield from item.came("item-dropped", item.sides("dropped", dropped))
    yield from item.came("item-started", item.sides("started", lambda part: known(part.started)))
    yield from item.came("item-done", item.sides("done", lambda part: known(part.done)))
    yield from item.came("item-became", item.sides("became", lambda part: Name(part.became) if part.became else None))


def _expected(item: RoadmapItem) -> Term | None:
    """The benefit that is expected of it: its kind, and its worth where that is set."""
    expects = item.expects
    if expects is None:
        return None
    kind = Word(f"kind.{expects.kind}")
    if expects.per_year is None:
        return kind
    return Said("change.expected", {"kind": kind, "a_year": Quantity(expects.per_year)})


def _anchors(item: Thing[RoadmapItem]) -> Iterator[Change]:
    for match in matched("anchored_in", item.before.part.anchored_in, item.after.part.anchored_in):
        views = (item.pair.before, item.pair.after)
        before, after = (
            item.side(view, placed, ("anchored_in", document.number), Name(document.part)) if document else None
            for view, placed, document in zip(
                views, (item.before, item.after), (match.before, match.after), strict=True
            )
        )
        yield from item.came("item-anchored", (before, after))
