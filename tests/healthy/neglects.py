"""One neglect for each gap rule: something that people of a healthy programme leave out, or do wrong."""

import random
from collections.abc import Callable, Iterator, Mapping

from tests.healthy.neglected_benefits import OF_BENEFITS
from tests.healthy.neglected_journeys import OF_JOURNEYS
from tests.healthy.neglected_roadmaps import OF_ITEMS
from tests.healthy.neglected_whole import OF_THE_WHOLE
from tests.healthy.occasion import (
    EARLIEST,
    LATEST,
    Case,
    Neglect,
    with_records,
    with_settings,
)
from tests.healthy.programme import Programme
from tests.healthy.record import Record

OF_AN_ASSIGNMENT: Mapping[str, Callable[[Record], Iterator[Case]]] = {**OF_JOURNEYS, **OF_BENEFITS, **OF_ITEMS}


def planted(rule: str, healthy: Programme, number: int) -> Neglect | None:
    """One neglect of a rule, at a place that the number chooses; none where the years give no occasion."""
    if rule in OF_THE_WHOLE:
        return OF_THE_WHOLE[rule](healthy, number)
    cases = [
        case
        for record in healthy.assignments.values()
        for case in OF_AN_ASSIGNMENT[rule](record)
        if EARLIEST <= case[1] <= LATEST
    ]
    if not cases:
        return None
    record, due = random.Random(f"{rule} {healthy.seed} {number}").choice(cases)  # noqa: S311 - the same each time
    return Neglect(with_records(with_settings(healthy, rule), record), record.id, due)
