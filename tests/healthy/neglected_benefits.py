"""Benefits that nobody looks after: one neglect for each rule about a benefit."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from tests.healthy.occasion import (
    WRITTEN,
    Case,
    asked_on,
    benefits_of,
    end_of,
    entry_in,
    entry_to,
    is_closed_by,
    key_of,
    left_alone,
    without_key,
)
from tests.healthy.programme import LAST
from tests.healthy.record import Record
from tests.healthy.story import last_of


def _lacking(*where: str) -> Callable[[Record], Iterator[Case]]:
    """A benefit without one of its keys."""

    def lacking(record: Record) -> Iterator[Case]:
        due = asked_on(record)
        for name in benefits_of(record):
            lacks = record.without(lambda one, name=name: one.where == ("benefits", name, *where))  # type: ignore[misc]
            lacks = lacks.changed("benefits", name, to=lambda value: without_key(value, where[-1]))
            if due and lacks != record and not is_closed_by(record, name, due):
                yield lacks, due

    return lacking


def _benefit_missing(record: Record) -> Iterator[Case]:
    entered, end = entry_to(record, "benefits"), end_of(record)
    if entered and end and (end - entered).days > 91:
        yield record.without(lambda fact: fact.where[0] in ("benefits", "live")), entered + timedelta(91) + WRITTEN


def _owner_is_lead(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        lead = record.at("lead")[0].value
        same = record.changed(
            "benefits",
            name,
            to=lambda value, lead=lead: {**value, "owner": lead} if isinstance(value, dict) else value,  # type: ignore[misc]
        )
        due = (entry_to(record, "benefits") or LAST) + WRITTEN
        if not is_closed_by(record, name, due):
            yield same, due


def _baseline(
    change: Callable[[Record, dict[str, object]], dict[str, object]],
) -> Callable[[Record], Iterator[Case]]:
    def changed(record: Record) -> Iterator[Case]:
        for name in benefits_of(record):
            old = entry_in(record.at("benefits", name, "baseline")[0])
            new = record.changed("benefits", name, "baseline", to=lambda _, o=old: change(record, o))  # type: ignore[misc]
            due = (entry_to(record, "benefits") or LAST) + 2 * WRITTEN
            if not is_closed_by(record, name, due):
                yield new, due

    return changed


def _late(record: Record, old: dict[str, object]) -> dict[str, object]:
    live = record.day_of("live") or LAST
    return {**old, "date": (live + timedelta(20)).isoformat()}


def _estimated(_: Record, old: dict[str, object]) -> dict[str, object]:
    return {**old, "how": "estimated"}


def _every(record: Record, name: str) -> timedelta:
    return timedelta(int(str(entry_in(record.at("benefits", name, "measure")[0])["every_days"])))


def _not_measured(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        live = record.day_of("live") or LAST
        gone = left_alone(record, name, "measurements", "taken_home")
        yield gone, live + _every(record, name) + WRITTEN + timedelta(1)


def _measure_overdue(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        measured = record.at("benefits", name, "measurements")
        if len(measured) > 1:
            first = measured[0]
            gone = left_alone(record, name, "taken_home").without(measured[1:].__contains__)
            yield gone, first.happened + _every(record, name) + WRITTEN + timedelta(1)


def _not_followed_up(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        measured = record.at("benefits", name, "measurements")
        if record.at("benefits", name, "taken_home"):
            yield left_alone(record, name), max(one.happened for one in measured) + timedelta(301) + WRITTEN


def _numbers(record: Record, name: str) -> tuple[float, float, date, date]:
    """A benefit's baseline and target, the day on which it begins, and that by which it should have come."""
    baseline = entry_in(record.at("benefits", name, "baseline")[0])
    target = entry_in(record.at("benefits", name, "target")[0])
    return (
        float(str(baseline["value"])),
        float(str(target["value"])),
        record.day_of("live") or LAST,
        last_of(str(target["by"])),
    )


def _measured(share: Callable[[float], float]) -> Callable[[Record, str], Record]:
    """A benefit of which the planned share becomes another share, and that nobody acts on."""

    def other(record: Record, name: str) -> Record:
        before, target, live, by = _numbers(record, name)

        def value(day: date) -> str:
            planned = min(1.0, (day - live).days / (by - live).days)
            return str(round(before + (target - before) * share(planned)))

        unattended = left_alone(record, name, "measurements", "taken_home")
        day = live + _every(record, name)
        while day <= LAST:
            one = {"value": value(day), "date": day.isoformat()}
            unattended = unattended.plus(day, ("benefits", name, "measurements"), one)
            day += _every(record, name)
        return unattended

    return other


def _worse(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        live = record.day_of("live") or LAST
        yield _measured(lambda _: -0.2)(record, name), live + _every(record, name) + timedelta(1)


def _missed(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        *_, by = _numbers(record, name)
        yield _measured(lambda planned: min(planned, 0.7))(record, name), by + WRITTEN + _every(record, name)


def _behind(record: Record) -> Iterator[Case]:
    for name in benefits_of(record):
        *_, live, by = _numbers(record, name)
        due = live + (by - live) / 2 + _every(record, name)
        if due + WRITTEN < by:
            yield _measured(lambda planned: 0.3 * planned)(record, name), due


def _comes(record: Record, kind: str) -> Iterator[tuple[str, date]]:
    """The benefits of a kind that are taken home before they are closed, with the day on which they had come."""
    for name in benefits_of(record):
        about = entry_in(record.at("benefits", name)[0])
        taken = record.day_of("benefits", name, "taken_home")
        if about["kind"] == kind and taken and taken != record.day_of("benefits", name, "closed"):
            before, target, _, by = _numbers(record, name)
            measured = [entry_in(one) for one in record.at("benefits", name, "measurements")]
            days = {date.fromisoformat(str(one["date"])): float(str(one["value"])) for one in measured}
            reached = [day for day, value in days.items() if (value - before) / (target - before) >= 1]
            yield name, min([*reached, max(by, min(days))])


def _cash_not_booked(record: Record) -> Iterator[Case]:
    for name, came in _comes(record, "cash"):
        budget = date(came.year + (came > date(came.year, 12, 9)), 12, 17)
        due = min(budget + WRITTEN + timedelta(1), came + timedelta(366))
        yield left_alone(record, name, "taken_home"), due


def _capacity_unused(record: Record) -> Iterator[Case]:
    for name, came in _comes(record, "capacity"):
        yield left_alone(record, name, "taken_home"), came + timedelta(91)


def _below_cost(record: Record) -> Iterator[Case]:
    due = asked_on(record)
    kinds = [entry_in(record.at("benefits", name)[0])["kind"] for name in benefits_of(record)]
    if due and kinds and "quality" not in kinds:
        costly = record.without(lambda fact: fact.where[0] == "costs" or key_of(fact) == "closed")
        day = entry_to(record, "benefits") or due
        yield costly.plus(day, ("costs",), {"per_year": 90000000}), due


OF_BENEFITS: Mapping[str, Callable[[Record], Iterator[Case]]] = {
    "benefit-missing": _benefit_missing,
    "benefit-no-owner": _lacking("owner"),
    "benefit-no-kind": _lacking("kind"),
    "benefit-no-measure": _lacking("measure"),
    "benefit-no-baseline": _lacking("baseline"),
    "benefit-no-target": _lacking("target"),
    "benefit-no-realisation": _lacking("realisation"),
    "benefit-no-worth": _lacking("worth"),
    "benefit-owner-is-lead": _owner_is_lead,
    "benefit-late-baseline": _baseline(_late),
    "benefit-baseline-estimated": _baseline(_estimated),
    "benefit-not-measured": _not_measured,
    "benefit-measure-overdue": _measure_overdue,
    "benefit-not-followed-up": _not_followed_up,
    "benefit-worse": _worse,
    "benefit-missed": _missed,
    "benefit-behind": _behind,
    "benefit-cash-not-booked": _cash_not_booked,
    "benefit-capacity-unused": _capacity_unused,
    "benefit-below-cost": _below_cost,
}
