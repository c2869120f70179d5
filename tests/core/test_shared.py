"""What several departments share stands under each of them, and is counted once in the whole."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from staircase.core.assess import assess
from staircase.core.load import load
from staircase.core.reports import Report
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments
from staircase.core.reports.flow import flow
from staircase.core.reports.select import Selection
from staircase.core.reports.status import status
from staircase.render import render
from staircase.render.look import Look
from staircase.words.speech import words
from tests.core.generated import TODAY, Data, as_of, files, portfolios

pytestmark = pytest.mark.no_cover

FIRST_DAYS = {"new": "2025-07-01"}
LAST_DAYS = {"old": "2025-06-30", "split": "2025-12-31"}
HEIRS = {"old": ["new"], "split": ["new", "care"]}
EVERY = ("planned", "active", "paused", "completed", "stopped")
KINDS = ("cash", "capacity", "avoidance", "quality", "unsorted")


def ended(data: Data, day: str) -> bool:
    """Whether an assignment has ended; of a month the day of what came before it in that month, else its first."""
    ending: str = data.get("completed") or data.get("stopped", {}).get("date") or "9999-12-31"
    latest = max([data["started"], *(visit["entered"] for visit in data["journey"])])
    counted = f"{ending[:7]}-01" if len(ending) == len("2025-05") else ending
    return (max(counted, latest) if latest.startswith(ending) else counted) <= day


def homes(data: Data, day: str) -> list[str]:
    """The departments that an assignment stands under, as the format has it of this programme."""
    written = data["department"] if isinstance(data["department"], list) else [data["department"]]
    found: list[str] = []
    for name in written:
        goes = LAST_DAYS.get(name, day) < day and (len(HEIRS[name]) == 1 or ended(data, day))
        found += [one for one in (HEIRS[name] if goes else [name]) if one not in found]
    return found


def places(portfolio: Mapping[str, Data], day: str) -> dict[str, set[str]]:
    """The assignments of each department that is there on a day."""
    names = {path.removeprefix("assignments/")[:-5]: data for path, data in portfolio.items() if "started" in data}
    return {
        department: {name for name, data in names.items() if department in homes(data, day)}
        for department in ("care", "school", "old", "split", "new")
        if FIRST_DAYS.get(department, day) <= day <= LAST_DAYS.get(department, day)
    }


def told(report: Report) -> dict[str, Any]:
    """A report as programs read it."""
    found: dict[str, Any] = json.loads(render(report, "json", Look(80), words("en")))
    return found


@given(portfolio=portfolios, day=as_of)
def test_each_department_has_all_that_it_shares(portfolio: Mapping[str, Data], day: date) -> None:
    assessment, expected = assess(load(files(portfolio)), day, TODAY), places(portfolio, day.isoformat())
    started = {row["id"] for row in told(status(assessment, Selection(state=EVERY[1:])))["rows"]}
    rounds = {row["id"]: row["rounds"] for row in told(status(assessment, Selection(state=EVERY)))["rows"]}

    rows = {row["id"]: row for row in told(departments(assessment))["rows"]}

    assert list(rows) == list(expected)
    for name, its in expected.items():
        listed = told(status(assessment, Selection((name,), state=EVERY)))["rows"]
        assert {row["id"] for row in listed} == its
        assert rows[name]["assignments"] == len(its & started)
        assert rows[name]["rounds"] == sum(rounds[one] for one in its & started)
        assert sum(row["started"] for row in told(flow(assessment, Selection((name,))))["rows"]) == len(its & started)
    assert sum(row["started"] for row in told(flow(assessment))["rows"]) == len(started)


@given(portfolio=portfolios, day=as_of)
def test_money_is_under_each_department_and_once_in_the_whole(portfolio: Mapping[str, Data], day: date) -> None:
    assessment, expected = assess(load(files(portfolio)), day, TODAY), places(portfolio, day.isoformat())
    everything = {path.removeprefix("assignments/")[:-5] for path in portfolio}
    whole = told(benefits(assessment))
    counting = told(status(assessment, Selection(state=("active", "paused", "completed"))))["rows"]

    for selection, its in ((Selection(), everything), *((Selection((name,)), its) for name, its in expected.items())):
        totals = told(benefits(assessment, selection))["totals"]
        rows = [row for row in whole["rows"] if row["assignment"] in its and row["id"] != "part"]
        for kind in KINDS:
            own = [row for row in rows if (row["kind"] or "unsorted") == kind]
            assert totals[kind]["count"] == len(own)
            for key in ("potential", "now", "taken_home"):
                assert totals[kind][key] == added(row[key] for row in own)
        costs = [portfolio[f"assignments/{row['id']}.yaml"].get("costs", {}) for row in counting if row["id"] in its]
        for key in ("one_off", "per_year"):
            assert totals["costs"][key] == added(int(one[key]) if key in one else None for one in costs)


def added(parts: Iterable[float | None]) -> float | None:
    present = [part for part in parts if part is not None]
    return round(sum(present), 2) if present else None
