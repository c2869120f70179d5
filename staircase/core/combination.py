"""What keys of a file say together: what rules one another out or stands twice, and the day that a month counts as."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from staircase.core.finding import Finding
from staircase.core.misfit import Fault, Reading, missing_key, shown_value
from staircase.core.model import Part, has_doubtful_dot
from staircase.core.model.assignment import NOT_ENABLING, Assignment, Benefit, RoadmapItem, Visit, has_months
from staircase.core.period import Month
from staircase.core.rules.table import ERRORS, NEVER_ACCEPTED
from staircase.core.source import AtKey, KeyPath
from staircase.core.suggest import either_number
from staircase.core.term import Code, Term, quoted
from staircase.core.term import line as as_line
from staircase.core.yaml import Raw

PartT = TypeVar("PartT", bound=Part)

Identified = tuple[str, KeyPath]


def assignment_combinations(reading: Reading) -> Iterator[Fault]:
    """What does not go together in an assignment's file."""
    data = reading.data
    if data.get("kind") != "enabling":
        if data.get("department", []) == []:
            yield missing_key(reading, ("department",))
    else:
        for key in NOT_ENABLING:
            if data.get(key):
                yield _fault(reading, AtKey((key,)), {"key": Code(key)}, "not-enabling")
    if "completed" in data and "stopped" in data:
        endings = [key for key in data if key in {"completed", "stopped"}]
        day = shown_value(data["completed"])
        terms: dict[str, Term] = {"key": Code(endings[-1]), "completed": quoted(day)}
        yield _fault(reading, AtKey((endings[-1],)), terms, "both-endings")
    places: list[tuple[KeyPath, Raw]] = [(("department",), data.get("department"))]
    places += [(("was", number, "department"), was.get("department")) for number, was in _entries(data.get("was"))]
    for path, departments in places:
        yield from _repeated(reading, _values(path, departments), "repeated-value")
    yield from _repeated(reading, _ids(data, "trials", "benefits", "roadmap"), "repeated-id")
    yield from _levels_of_cash(reading)
    for number, item in _entries(data.get("roadmap")):
        for place in _ends_alone(item):
            name = item.get("id")
            params: dict[str, Term] = {"item": quoted(name if isinstance(name, str) else str(number + 1))}
            yield _fault(reading, ("roadmap", number, *place), params, "to-without-from")
    yield from _accepted(reading)


def _ends_alone(item: Mapping[str, Raw]) -> list[KeyPath]:
    """Where a roadmap item has a ``to`` and at the same time no ``from``: now, and on the last days of ``was``."""
    if "from" in item:
        return []
    found: list[KeyPath] = [("to",)] if "to" in item else []
    entries = _entries(item.get("was"))
    begins = max((str(entry.get("until")) for _, entry in entries if "from" in entry), default="")
    return found + [
        ("was", number, "to") for number, entry in entries if "to" in entry and str(entry.get("until")) > begins
    ]


def _levels_of_cash(reading: Reading) -> Iterator[Fault]:
    """The levels to keep of benefits that are cash."""
    for number, benefit in _entries(reading.data.get("benefits")):
        target = benefit.get("target")
        if "was" in benefit or (isinstance(target, dict) and "keep" in target):  # which is seldom so, and quickly seen
            for path in _cash_levels(benefit):
                yield _fault(reading, ("benefits", number, *path), {"key": Code("keep")}, "keep-cash")


def _cash_levels(benefit: Mapping[str, Raw]) -> Iterator[KeyPath]:
    """Where the target is a level though the kind is cash, today or on the last day of what was decided before."""
    entries = [(("was", number), entry) for number, entry in _entries(benefit.get("was")) if "until" in entry]
    entries.sort(key=lambda placed: str(placed[1]["until"]), reverse=True)
    in_force: dict[str, Raw] = {}
    for place, part in ((), benefit), *entries:
        decided = {key: part[key] for key in ("kind", "target") if key in part}
        in_force |= decided
        target = in_force.get("target")
        if decided and in_force.get("kind") == "cash" and isinstance(target, dict) and "keep" in target:
            yield (*place, "target", "keep") if isinstance(decided.get("target"), dict) else (*place, "kind")


def doubtful_values(reading: Reading) -> Iterator[tuple[str, Finding]]:
    """The values of benefits with a doubtful dot, each with its unit: wrong where that is money a year."""
    for number, benefit in _entries(reading.data.get("benefits")):
        for keys, value, unit in _doubtful(benefit):
            if unit:
                either: dict[str, Term] = {name: Code(one) for name, one in either_number(value).items()}
                params = {"key": Code("value"), "value": quoted(value), **either}
                fault = _fault(reading, ("benefits", number, *keys, "value"), params, "thousands-or-decimals")
                yield unit, fault.finding()


def _unit(benefit: Mapping[str, Raw]) -> str:
    """The unit of what is measured; empty where there is none to read."""
    measure = benefit.get("measure")
    unit = measure.get("unit") if isinstance(measure, dict) else None
    return unit if isinstance(unit, str) else ""


def _doubtful(benefit: Mapping[str, Raw]) -> Iterator[tuple[KeyPath, str, str]]:
    """The values of a benefit with a doubtful dot, by their places, with their units: hardly ever is there one."""
    unit, valued, measurements = _unit(benefit), ("baseline", "target"), benefit.get("measurements")
    for key in valued:
        if value := _doubtful_value(benefit.get(key)):
            yield (key,), value, unit
    for place, one in enumerate(measurements if isinstance(measurements, list) else ()):
        if value := _doubtful_value(one):
            yield ("measurements", place), value, unit
    for place, entry in _entries(benefit.get("was")):
        for key in valued:
            if value := _doubtful_value(entry.get(key)):
                yield ("was", place, key), value, _unit(entry) or unit


def _doubtful_value(part: Raw) -> str:
    """The value of a baseline, a target or a measurement, if it has a doubtful dot; else nothing."""
    value = part.get("value") if isinstance(part, dict) else None
    return value if isinstance(value, str) and has_doubtful_dot(value) else ""


def program_combinations(reading: Reading) -> Iterator[Fault]:
    """What does not go together in ``program.yaml``."""
    if reading.data.get("departments") == []:
        yield missing_key(reading, ("departments",))
    for family in ("departments", "goals", "documents"):
        yield from _repeated(reading, _ids(reading.data, family), "repeated-id")
    for number, department in _entries(reading.data.get("departments")):
        became = department.get("became")
        if became and "to" not in department:
            yield _fault(reading, ("departments", number, "became"), {}, "became-without-to")
        yield from _repeated(reading, _values(("departments", number, "became"), became), "repeated-value")
    rules = reading.data.get("rules")
    for rule in rules if isinstance(rules, dict) else ():
        if rule in ERRORS:
            yield _fault(reading, AtKey(("rules", rule)), {"rule": Code(rule)}, "error-rule")
    yield from _accepted(reading)


def _entries(value: Raw) -> list[tuple[int, Mapping[str, Raw]]]:
    """The mappings of a list with their positions; what is neither is a finding of its own."""
    if not isinstance(value, list):
        return []
    return [(number, entry) for number, entry in enumerate(value) if isinstance(entry, dict)]


def _ids(data: Mapping[str, Raw], *families: str) -> list[Identified]:
    return [
        (name, (family, number, "id"))
        for family in families
        for number, entry in _entries(data.get(family))
        if isinstance(name := entry.get("id"), str)
    ]


def _values(path: KeyPath, listed: Raw) -> list[Identified]:
    values = enumerate(listed) if isinstance(listed, list) else ()
    return [(value, (*path, place)) for place, value in values if isinstance(value, str)]


def _repeated(reading: Reading, ids: Sequence[Identified], reason: str) -> Iterator[Fault]:
    """A finding for each of some ids that has stood before."""
    if len(ids) < 2 or len(dict(ids)) == len(ids):  # noqa: PLR2004 - which is nearly always so, and quickly seen
        return
    first: dict[str, KeyPath] = {}
    kept = as_line(f"{ids[0][1][-2]}: [{', '.join(dict(ids))}]")
    for name, path in ids:
        if name in first:
            terms: dict[str, Term] = {"id": quoted(name), "line": reading.source.span(first[name]).line}
            other = {"correction": kept} if reason == "repeated-value" else {"other": quoted(f"{name[:60]}-2")}
            yield _fault(reading, path, terms | other, reason)
        first.setdefault(name, path)


def _accepted(reading: Reading) -> Iterator[Fault]:
    """What an ``accepted`` entry names that can't be accepted."""
    for number, entry in _entries(reading.data.get("accepted")):
        rule = entry.get("rule")
        if isinstance(rule, str) and (rule in ERRORS or rule in NEVER_ACCEPTED):
            reason = "error-accepted" if rule in ERRORS else "never-accepted"
            yield _fault(reading, ("accepted", number, "rule"), {"rule": Code(rule)}, reason)


def _fault(reading: Reading, where: KeyPath | AtKey, params: Mapping[str, Term], reason: str) -> Fault:
    path = where.keys if isinstance(where, AtKey) else where
    return Fault(path, lambda: reading.finding("field-invalid", where, params, reason))


def months_counted(assignment: Assignment) -> Assignment:
    """An assignment whose months count as the days that they must follow, where those lie in them.

    A visit follows the start and the visit before it, pauses and trials follow the start, their ends follow their
    beginnings, and the ending follows all of these; a benefit is closed after its baseline, and an item done or
    dropped after it started.
    """
    if not has_months(assignment):
        return assignment
    started = assignment.started
    visits: list[Visit] = []
    for visit in assignment.journey:
        visits.append(_counted(visit, "entered", started, visits[-1].entered if visits else None))
    pauses = [_span_counted(pause, "from_", "to", started) for pause in assignment.pauses]
    trials = [_span_counted(trial, "started", "ended", started) for trial in assignment.trials]
    before = [started, *(visit.entered for visit in visits)]
    before += [day for pause in pauses for day in (pause.from_, pause.to) if day]
    before += [day for trial in trials for day in (trial.started, trial.ended) if day]
    counted = _counted(assignment, "completed", *before)
    update = {
        "stopped": assignment.stopped and _counted(assignment.stopped, "date", *before),
        "journey": tuple(visits),
        "pauses": tuple(pauses),
        "trials": tuple(trials),
        "benefits": tuple(map(_closing_counted, assignment.benefits)),
        "roadmap": tuple(map(_fate_counted, assignment.roadmap)),
    }
    return counted.model_copy(update={key: value for key, value in update.items() if value})


def _counted(part: PartT, key: str, *earlier: date | None) -> PartT:
    """A part in which a day that is a month counts after those days, where they lie in it."""
    day = getattr(part, key)
    return part.model_copy(update={key: day.counted_after(*earlier)}) if isinstance(day, Month) else part


def _span_counted(part: PartT, first: str, last: str, started: date) -> PartT:
    begun = _counted(part, first, started)
    return _counted(begun, last, getattr(begun, first))


def _closing_counted(benefit: Benefit) -> Benefit:
    if benefit.closed is None or benefit.baseline is None:
        return benefit
    return benefit.model_copy(update={"closed": _counted(benefit.closed, "date", benefit.baseline.date)})


def _fate_counted(item: RoadmapItem) -> RoadmapItem:
    fate = _counted(item, "done", item.started)
    return fate.model_copy(update={"dropped": _counted(fate.dropped, "date", item.started)}) if fate.dropped else fate
