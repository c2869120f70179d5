"""A portfolio as it was: on the earlier day it says what the whole portfolio says of that day."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from staircase.core.assess import Assessment, assess
from staircase.core.choices import State
from staircase.core.load import load
from staircase.core.portfolio import as_it_was
from staircase.core.reports import Report
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.status import status
from tests.core.build import FULL, assignment, portfolio
from tests.core.generated import TODAY, as_of, files, portfolios

REPORTS: tuple[Callable[[Assessment], Report], ...] = (status, benefits, departments, roadmap, lessons, flow)


@given(portfolios, as_of)
def test_the_earlier_portfolio_says_of_its_day_what_the_whole_one_says(whole: Mapping[str, Any], day: date) -> None:
    then = assess(as_it_was(load(files(whole)), day), day, TODAY)
    now = assess(load(files(without_what_is_announced(whole, day))), day, TODAY)

    for report in REPORTS:
        assert tuple(report(then).rows) == tuple(report(now).rows)
    assert gaps_of(then) == gaps_of(now)


def without_what_is_announced(whole: Mapping[str, Any], day: date) -> Mapping[str, Any]:
    """The files without the days in use and the takings home that lie ahead: these count before they come."""
    found = deepcopy(dict(whole))
    for path, data in found.items():
        found[path] = {key: value for key, value in data.items() if key != "live" or value <= day.isoformat()}
        for benefit in data.get("benefits", ()):
            if taken := benefit.get("taken_home"):
                benefit["taken_home"] = [one for one in taken if one["from"] <= day.isoformat()]
    return found


def gaps_of(assessment: Assessment) -> list[tuple[str, str, str]]:
    return sorted((one.rule, one.subject.id, one.item or "") for one in assessment.findings)


@pytest.mark.parametrize(
    ("day", "ended", "measured", "trials"),
    [
        (date(2026, 6, 24), False, 3, 2),
        (date(2026, 6, 25), True, 3, 2),
        (date(2026, 5, 19), False, 2, 2),
        (date(2026, 5, 20), False, 3, 2),
        (date(2026, 2, 19), False, 1, 1),
    ],
)
def test_a_fact_is_known_from_its_own_day_on(day: date, *, ended: bool, measured: int, trials: int) -> None:
    found = as_it_was(portfolio(keyless=FULL), day).entries["keyless"].assignment

    assert (found.completed is not None) is ended
    assert len(found.benefits[0].measurements) == measured
    assert len(found.trials) == trials


@pytest.mark.parametrize(("live", "known"), [("2026-05-01", True), ("2026-05-02", False)])
def test_a_first_day_in_use_that_lay_ahead_was_not_known(live: str, *, known: bool) -> None:
    found = portfolio(keyless=assignment(f"live: {live}"))

    was = as_it_was(found, date(2026, 5, 1)).entries["keyless"].assignment

    assert was.live == (date(2026, 5, 1) if known else None)


def test_what_has_not_changed_is_the_very_same() -> None:
    found = portfolio(keyless=FULL)

    assert as_it_was(found, date(2026, 6, 30)).entries["keyless"].assignment is (found.entries["keyless"].assignment)


def test_what_had_not_started_was_planned() -> None:
    found = portfolio(keyless=assignment(started="2026-05-02"))
    day = date(2026, 5, 1)

    was = assess(as_it_was(found, day), day, TODAY)

    assert was.scene
    assert was.scene.known["keyless"].state is State.PLANNED


def test_a_portfolio_without_its_programme_has_none_before_either() -> None:
    assert as_it_was(portfolio("["), date(2026, 5, 1)).program is None
