"""A filter means in every report what the oracle knows it to mean, and what is counted follows it."""

from collections.abc import Iterator
from typing import Any

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.choices import State
from staircase.core.load import load
from staircase.core.reports import Report
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import Selection
from staircase.core.reports.status import status
from staircase.core.source import File
from tests.oracle.aspects import is_orderly
from tests.oracle.chance import Chance
from tests.oracle.dressing import dress
from tests.oracle.filters import Found, shown, values
from tests.oracle.generate import Portfolio, portfolio
from tests.oracle.making import Part
from tests.oracle.naive import Verdict, build, judge
from tests.oracle.test_example_portfolio import TODAY, texts

SEEDS = (2020, 2021, 2041)
"""Some with all of it: things of the stopped, of the dropped, and of what has not started."""
MANY = range(2042, 2140)
TAGS = ("web", "Web ", "mobile")
EVERY_STATE = tuple(state.value for state in State)


def tagged(chance: Chance, program: Part, assignments: dict[str, Part]) -> None:
    """Dresses a portfolio with all that real organisations do, and with tags."""
    dress(chance, program, assignments)
    for one in assignments.values():
        if chance.often(0.6):
            one["tags"] = [chance.one(TAGS)]


def both(made: Portfolio) -> tuple[Assessment, Verdict]:
    """A portfolio as the program reads it, and as the oracle does."""
    files = [File(path, None if text is None else text.encode()) for path, text in made.texts.items()]
    return assess(load(files), made.t, made.today), judge(build(made.texts, made.t, made.today))


def told(of: Assessment, option: str, value: str) -> Found:
    """What each report shows where one filter is given."""
    selection = Selection(**{option: (value,)})  # type: ignore[arg-type]  # filters only
    every = Selection(**{option: (value,), "state": EVERY_STATE})  # type: ignore[arg-type]  # filters only
    standing = status(of, selection)
    return {
        "status": {row["id"] for row in ids(status(of, every), "id")},
        "open": standing.totals["open"],
        "benefits": {(row["assignment"], row["id"]) for row in ids(benefits(of, selection), "assignment", "id")},
        "roadmap": {(row["assignment"], row["id"]) for row in ids(roadmap(of, selection), "assignment", "id")},
        "gaps": [(row["rule"], row["subject"]) for row in ids(gaps(of, selection), "rule", "subject")],
        "lessons": {(row["assignment"], row["trial"]) for row in ids(lessons(of, selection), "assignment", "trial")},
        "departments": {row["id"] for row in ids(departments(of, selection), "id")},
        "flow": sum(row["started"] for row in flow(of, selection).rows),  # type: ignore[misc]  # numbers
    }


def ids(report: Report, *keys: str) -> Iterator[dict[str, Any]]:
    """The rows of a report with those of their values as plain text."""
    for row in report.rows:
        yield {key: getattr(row[key], "text", row[key]) for key in keys}


@pytest.mark.parametrize("seed", [*SEEDS, *(pytest.param(seed, marks=pytest.mark.slow) for seed in MANY)])
def test_a_filter_means_the_same_in_every_report(seed: int) -> None:
    of, verdict = both(portfolio(seed, tagged))
    if not is_orderly(verdict.world):
        assert verdict.errors
        return

    asked = sorted(values(verdict.world))

    assert {one: told(of, *one) for one in asked} == {one: shown(verdict, *one) for one in asked}


@pytest.mark.slow
def test_every_filter_of_the_example_means_the_same_in_every_report() -> None:
    of, verdict = both(Portfolio(texts(), TODAY, TODAY))

    asked = sorted(values(verdict.world))

    assert {option for option, _ in asked} == {"goal", "owner", "tag", "lead"}
    assert {one: told(of, *one) for one in asked} == {one: shown(verdict, *one) for one in asked}
