"""Days in a file that contradict one another or lie in the future, and a target that asks for nothing. Errors."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from staircase.core.model.assignment import Assignment, Benefit, Earlier, Pause, RoadmapItem, decided_before
from staircase.core.model.program import Department, Document, Mandate
from staircase.core.period import Month, month_of
from staircase.core.rules.rule import FileCase, Hit, ProgramCase
from staircase.core.source import KeyPath
from staircase.core.term import Code, Quantity, Terms, Word

Dated = tuple[KeyPath, date, str | None]
"""A date in a file: where, which day, and the item that it belongs to."""


def date_order(case: FileCase) -> Iterator[Hit]:
    """The dates of an assignment that contradict one another."""
    assignment = case.entry.assignment
    yield from _bounded_by_start_and_ending(assignment)
    yield from _visits_in_order(assignment)
    yield from _spans_in_order(assignment)
    if len(assignment.pauses) > 1:
        yield from _pauses_apart(assignment)
    for number, benefit in enumerate(assignment.benefits):
        if len(benefit.measurements) > 1:
            yield from _measured_once_a_day(number, benefit)
        closed, baseline = benefit.closed, benefit.baseline
        if closed and baseline and closed.date < baseline.date:
            yield _before((("benefits", number, "closed", "date"), closed.date, benefit.id), baseline.date, "baseline")
    if case.entry.is_decided_anew:
        yield from _decisions_in_order(assignment)


def program_date_order(case: ProgramCase) -> Iterator[Hit]:
    """The periods of ``program.yaml`` that end before they begin."""
    program = case.program
    periods: list[tuple[KeyPath, Mandate | Department | Document]] = [
        *((("departments", number), department) for number, department in enumerate(program.departments)),
        *((("documents", number), document) for number, document in enumerate(program.documents)),
    ]
    if program.mandate:
        periods.append((("mandate",), program.mandate))
    for path, part in periods:
        if part.from_ and part.to and part.from_.first > part.to.last:
            yield Hit((*path, "to"), {"from": part.from_, "to": part.to}, None, "from-after-to")


def date_in_future(case: FileCase) -> Iterator[Hit]:
    """The facts dated later than the clock's day and one more, which CI's clock may be ahead by.

    Of a month the whole has to lie ahead.
    """
    limit = case.today + timedelta(1)
    if case.entry.touches[-1] <= limit:  # which is nearly always so, and quickly seen
        return
    for where, day, item in _facts(case.entry.assignment):
        if _earliest(day) > limit:
            yield Hit(where, {"day": day, "today": case.today, "field": _field(where)}, item)


Past = tuple[KeyPath, str | None, tuple[Earlier, ...]]
"""What was decided before: of which part of a file, the item that it is, and the entries of its ``was``."""


def _pasts(assignment: Assignment) -> Iterator[Past]:
    yield (), None, assignment.was
    for number, benefit in enumerate(assignment.benefits):
        yield ("benefits", number), benefit.id, benefit.was
    for number, item in enumerate(assignment.roadmap):
        yield ("roadmap", number), item.id, item.was


def _decisions_in_order(assignment: Assignment) -> Iterator[Hit]:
    """Decisions that held until before the start, two that end one key's value on one day, periods askew before."""
    for path, item, entries in _pasts(assignment):
        ended: set[tuple[str, date]] = set()
        for number, entry in enumerate(entries):
            where = (*path, "was", number, "until")
            if entry.until < assignment.started:
                yield _before((where, entry.until, item), assignment.started, "started")
            ends = {(type(entry).model_fields[name].alias or name, entry.until) for name in entry.values}
            for key, day in sorted(ends & ended):
                yield Hit(where, {"day": day, "key": Code(key)}, item, "decided-twice")
            ended |= ends
    for number, one in enumerate(assignment.roadmap):
        for position, former, before in decided_before(one):
            period, keys = (before.from_, before.to), former.values.keys() & {"from_", "to"}
            if keys and period[0] and period[1] and period[0].first > period[1].last:
                where = ("roadmap", number, "was", position, "to" if "to" in keys else "from")
                yield Hit(where, {"from": period[0], "to": period[1]}, one.id, "from-after-to")


def _earliest(day: date) -> date:
    """The first day that a date may mean: of a month its first, whatever day it counts as."""
    return month_of(day).first if isinstance(day, Month) else day


def _latest(day: date) -> date:
    """The last day that a date may mean."""
    return month_of(day).last if isinstance(day, Month) else day


def _before(dated: Dated, other: date, key: str) -> Hit:
    where, day, item = dated
    limit = Code(f"{other}")
    params: Terms = {"day": day, "other": other, "key": Code(key), "field": _field(where), "limit": limit}
    return Hit(where, params, item, "before")


def _after(dated: Dated, ending: Dated) -> Hit:
    where, day, item = dated
    key, limit = Code(str(ending[0][0])), Code(f"{ending[1]}")
    params: Terms = {"day": day, "end": ending[1], "field": _field(where), "ending": key, "limit": limit}
    return Hit(where, params, item, "after-ending")


def _field(where: KeyPath) -> Code:
    """The key whose line is to be written anew."""
    return Code(str(where[-1]))


def _ending(assignment: Assignment) -> Dated | None:
    if assignment.completed:
        return ("completed",), assignment.completed, None
    return (("stopped", "date"), assignment.stopped.date, None) if assignment.stopped else None


def _bounded_by_start_and_ending(assignment: Assignment) -> Iterator[Hit]:
    """What comes before the start or after the ending; an ending before the start bounds nothing else."""
    started, ending = assignment.started, _ending(assignment)
    if ending and ending[1] < started:
        yield _before(ending, started, "started")
        ending = None
    days = _bounded_days(assignment)
    if not days or (min(days) >= started and (not ending or max(days) <= ending[1])):  # as in date_in_future
        return
    for dated in _bounded(assignment):
        if dated[1] < started:
            yield _before(dated, started, "started")
        elif ending and dated[1] > ending[1]:
            yield _after(dated, ending)


def _bounded_days(assignment: Assignment) -> list[date]:
    """The days that are to lie between the start and the ending, without their places."""
    days = [visit.entered for visit in assignment.journey]
    for trial in assignment.trials:
        days.append(trial.started)
        if trial.ended:
            days.append(trial.ended)
    for pause in assignment.pauses:
        days += (pause.from_, pause.to or pause.from_)
    return days


def _bounded(assignment: Assignment) -> list[Dated]:
    found: list[Dated] = [
        (("journey", number, "entered"), visit.entered, None) for number, visit in enumerate(assignment.journey)
    ]
    for number, pause in enumerate(assignment.pauses):
        found.append((("pauses", number, "from"), pause.from_, None))
        if pause.to and pause.to >= pause.from_:
            found.append((("pauses", number, "to"), pause.to, None))
    for number, trial in enumerate(assignment.trials):
        found.append((("trials", number, "started"), trial.started, trial.id))
        if trial.ended and trial.ended >= trial.started:
            found.append((("trials", number, "ended"), trial.ended, trial.id))
    return found


def _visits_in_order(assignment: Assignment) -> Iterator[Hit]:
    for number, (one, other) in enumerate(pairwise(assignment.journey), 1):
        if _latest(other.entered) <= one.entered:
            params = {"day": other.entered, "other": one.entered, "next": one.entered + timedelta(1)}
            yield Hit(("journey", number, "entered"), params, None, "visit-not-after")
        if other.step == one.step:
            yield Hit(("journey", number, "step"), {"step": Word(f"step.{one.step}")}, None, "same-step")


def _spans_in_order(assignment: Assignment) -> Iterator[Hit]:
    for number, pause in enumerate(assignment.pauses):
        if pause.to and pause.to < pause.from_:
            yield _before((("pauses", number, "to"), pause.to, None), pause.from_, "from")
    for number, trial in enumerate(assignment.trials):
        if trial.ended and trial.ended < trial.started:
            yield _before((("trials", number, "ended"), trial.ended, trial.id), trial.started, "started")
    for number, item in enumerate(assignment.roadmap):
        if item.started or item.to:
            yield from _item_in_order(number, item)


def _item_in_order(number: int, item: RoadmapItem) -> Iterator[Hit]:
    dropped = item.dropped.date if item.dropped else None
    for path, day in ((("done",), item.done), (("dropped", "date"), dropped)):
        if day and item.started and day < item.started:
            yield _before((("roadmap", number, *path), day, item.id), item.started, "started")
    if item.from_ and item.to and item.from_.first > item.to.last:
        params = {"from": item.from_, "to": item.to}
        yield Hit(("roadmap", number, "to"), params, item.id, "from-after-to")


def _pauses_apart(assignment: Assignment) -> Iterator[Hit]:
    spans = sorted((*_sure_days(pause), number) for number, pause in enumerate(assignment.pauses))
    latest, holder = date.min, 0
    for from_, to, number in spans:
        if from_ < latest and (from_ < to or not _is_of_a_month(assignment.pauses[number])):
            yield _overlap(assignment.pauses[holder], assignment.pauses[number], number)
        if to > latest:
            latest, holder = to, number


def _overlap(first: Pause, second: Pause, number: int) -> Hit:
    ends = [pause.to for pause in (first, second) if pause.to]
    whole = f"{{from: {first.from_}, to: {max(ends)}}}" if len(ends) > 1 else f"{{from: {first.from_}}}"
    params: Terms = {"day": second.from_, "other": first.from_, "correction": Code(f"- {whole}")}
    return Hit(("pauses", number, "from"), params, None, "overlapping-pauses")


def _sure_days(pause: Pause) -> tuple[date, date]:
    """The span that a pause has whatever days its months mean; empty where it may be of no day that is known."""
    to = pause.to or date.max
    return min(_latest(pause.from_), _latest(to)), _earliest(to)


def _is_of_a_month(pause: Pause) -> bool:
    return isinstance(pause.from_, Month) or isinstance(pause.to, Month)


def _measured_once_a_day(number: int, benefit: Benefit) -> Iterator[Hit]:
    if len({measurement.date for measurement in benefit.measurements}) == len(benefit.measurements):
        return
    days: set[date] = set()
    for position, measurement in enumerate(benefit.measurements):
        if measurement.date in days:
            where = ("benefits", number, "measurements", position, "date")
            yield Hit(where, {"day": measurement.date}, benefit.id, "measured-twice")
        days.add(measurement.date)


def _facts(assignment: Assignment) -> Iterator[Dated]:
    ending = _ending(assignment)
    if ending:
        yield ending
    if assignment.reviewed:
        yield ("reviewed",), assignment.reviewed, None
    for number, visit in enumerate(assignment.journey):
        yield ("journey", number, "entered"), visit.entered, None
    for number, trial in enumerate(assignment.trials):
        if trial.ended:
            yield ("trials", number, "ended"), trial.ended, trial.id
    for number, showing in enumerate(assignment.shown):
        yield ("shown", number, "date"), showing.date, None
    yield from _measured(assignment)
    yield from _happened(assignment)


def _measured(assignment: Assignment) -> Iterator[Dated]:
    for number, benefit in enumerate(assignment.benefits):
        if benefit.baseline:
            yield ("benefits", number, "baseline", "date"), benefit.baseline.date, benefit.id
        for position, entry in enumerate(benefit.was):
            if entry.baseline:
                where = ("benefits", number, "was", position, "baseline", "date")
                yield where, entry.baseline.date, benefit.id
        for position, measurement in enumerate(benefit.measurements):
            yield ("benefits", number, "measurements", position, "date"), measurement.date, benefit.id
        if benefit.closed:
            yield ("benefits", number, "closed", "date"), benefit.closed.date, benefit.id


def _happened(assignment: Assignment) -> Iterator[Dated]:
    for number, item in enumerate(assignment.roadmap):
        dropped = item.dropped.date if item.dropped else None
        for path, day in (
            (("started",), item.started),
            (("done",), item.done),
            (("dropped", "date"), dropped),
        ):
            if day:
                yield ("roadmap", number, *path), day, item.id


def flat_target(case: FileCase) -> Iterator[Hit]:
    """T.value = B.value, whatever the day, and it is no level to keep; of what was decided before at its own place."""
    for number, benefit in enumerate(case.entry.assignment.benefits):
        yield from _flat(benefit, ("benefits", number, "target", "value"))
        for position, entry, before in decided_before(benefit):
            if keys := entry.values.keys() & {"target", "baseline"}:
                key = "target" if "target" in keys else "baseline"
                yield from _flat(before, ("benefits", number, "was", position, key, "value"))


def _flat(benefit: Benefit, where: KeyPath) -> Iterator[Hit]:
    baseline, target = benefit.baseline, benefit.target
    if baseline is None or target is None or target.keep:
        return
    if baseline.value.as_integer_ratio() == target.value.as_integer_ratio():
        unit = benefit.measure.unit if benefit.measure else ""
        params: Terms = {
            "value": Quantity(target.value, unit),
            "correction": Code(f"target: {{value: …, by: {target.by.text if target.by else '…'}}}"),
        }
        yield Hit(where, params, benefit.id)
