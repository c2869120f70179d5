"""A portfolio that is kept as the method means it stays nearly silent through two years."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from staircase.core.choices import STEPS, State
from staircase.core.known import Stay
from staircase.core.load import load
from tests.healthy.expected import DISPUTED, DISPUTED_AS_THEY_END, THANKED, THANKED_AS_THEY_STOOD, cases
from tests.healthy.replay import (
    DAYS,
    LAST,
    MONTHS,
    assessed,
    assessed_as_they_stood,
    errors,
    healthy,
    median_of_gaps,
    named,
    of_no_open_assignment,
    shifted,
    without,
)

FILES = healthy()
HEALTHY = load(list(FILES))
SETTLED = date(2025, 5, 1)
"""By then every department and every goal has its first assignment, also with shifted dates."""

BESIDES = {"at first": 8, "settled": 2}
"""How many gaps may concern no open assignment: one for each department and goal; then two departments or endings."""

SEEDS = range(12)


def _move(before: Stay, after: Stay) -> str:
    if after.number < before.number:
        return "return"
    return "forward" if after.number == before.number + 1 else "jump"


def test_the_portfolio_shows_what_the_method_holds() -> None:
    assessment = assessed(HEALTHY, LAST)
    scene = assessment.scene
    assert scene

    known = scene.known.values()
    climbing = [one for one in known if one.climbs]
    moves = Counter(_move(before, after) for one in climbing for before, after in pairwise(one.stays))

    assert Counter(one.climbs for one in known) == {True: 12, False: 2}
    assert moves == {"forward": 18, "jump": 2, "return": 2}
    assert Counter(one.state for one in climbing) == {State.COMPLETED: 8, State.STOPPED: 1, State.ACTIVE: 3}
    assert {STEPS[one.current.number - 1] for one in climbing if one.ended} == set(STEPS)
    assert {benefit.kind for one in climbing for benefit in one.assignment.benefits} == {
        "cash",
        "capacity",
        "avoidance",
        "quality",
    }
    assert {name: sum(standing.marks) for name, standing in scene.standings.items()} == {
        "social-care": 4,
        "education": 4,
        "built-environment": 4,
        "culture-leisure": 3,
    }


@pytest.mark.parametrize("day", MONTHS, ids=str)
def test_half_of_the_open_assignments_have_at_most_one_gap(day: date) -> None:
    assessment = assessed(HEALTHY, day)

    assert errors(assessment) == []
    assert median_of_gaps(assessment) <= 1


@pytest.mark.parametrize("day", MONTHS, ids=str)
def test_departments_goals_the_programme_and_what_has_ended_have_few_gaps(day: date) -> None:
    besides = of_no_open_assignment(assessed(HEALTHY, day))

    assert len(besides) <= BESIDES["settled" if day >= SETTLED else "at first"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_silence_is_no_accident_of_the_dates(seed: int) -> None:
    files = shifted(FILES, seed)

    for day in MONTHS:
        assessment = assessed_as_they_stood(files, day)
        besides = of_no_open_assignment(assessment)
        assert errors(assessment) == []
        assert median_of_gaps(assessment) <= 1, day
        assert len(besides) <= BESIDES["settled" if day >= SETTLED else "at first"], (day, besides)


def test_each_gap_that_fires_on_people_who_do_right_is_known_with_its_reason() -> None:
    fired = {named(finding) for day in DAYS for finding in assessed(HEALTHY, day).findings}

    assert fired == cases(THANKED, DISPUTED, DISPUTED_AS_THEY_END)


def test_as_the_files_stood_each_gap_that_fires_is_known_with_its_reason() -> None:
    weekly = [assessed_as_they_stood(FILES, day) for day in DAYS[::7]]

    fired = {named(gap) for assessment in weekly for gap in assessment.findings}

    assert fired - cases(THANKED, DISPUTED) == cases(THANKED_AS_THEY_STOOD)


@pytest.mark.parametrize("day", ["2025-09-01", "2026-02-01", "2026-10-01"])
def test_the_same_portfolio_without_care_is_not_silent(day: str) -> None:
    careless = load(list(without(FILES, "together", "goals", "owner", "learned", "reviewed")))

    assert median_of_gaps(assessed(careless, date.fromisoformat(day))) > 1
