"""Whatever is decided later, with what stood before in ``was``, no report of an earlier day changes."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import Assessment, assess
from staircase.core.load import load
from staircase.core.reports import Report
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments, ways
from staircase.core.reports.findings import check, gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.show import show
from staircase.core.reports.status import status
from staircase.core.rules.table import ERRORS
from staircase.render import render
from staircase.render.look import Look
from staircase.words.speech import words
from tests.core.generated import TODAY, Data, as_of, files, is_level, portfolios

MONTH = "2025-05"
GOALS = st.sampled_from([[], ["economy"], ["economy", "service"]])
DECISIONS: Mapping[str, Mapping[str, st.SearchStrategy[Any]]] = {
    "": {
        "department": st.sampled_from(["care", "school", ["school", "care"]]),
        "lead": st.just("Leo"),
        "costs": st.fixed_dictionaries({"per_year": st.sampled_from(["0", "7"])}),
        "goals": GOALS,
        "together": st.sampled_from([[], ["teacher"]]),
    },
    "benefits": {
        "title": st.just("Another"),
        "owner": st.sampled_from(["Rut", "lea"]),
        "kind": st.sampled_from(["cash", "quality"]),
        "measure": st.just({"what": "letters", "unit": "kr/year", "every_days": "30"}),
        "baseline": st.sampled_from(
            [
                {"value": "90", "date": "2024-03-01"},
                {"value": "110", "date": "2026-03-01"},
                {"value": "9", "date": MONTH},
            ]
        ),
        "target": st.sampled_from([{"value": "30", "by": "2027"}, {"value": "0"}, {"value": "60", "keep": "at-most"}]),
        "worth": st.just({"per_unit": "3"}),
        "realisation": st.just("A smaller budget"),
    },
    "roadmap": {
        "title": st.just("Another"),
        "owner": st.just("Eva"),
        "from": st.sampled_from(["2025-Q1", "2028"]),
        "expects": st.just({"kind": "quality"}),
        "goals": GOALS,
        "anchored_in": st.sampled_from([[], ["plan"], ["draft", "plan"]]),
    },
}
LISTS = frozenset({"goals", "together", "anchored_in"})


@st.composite
def decided_later(draw: st.DrawFn, portfolio: Mapping[str, Data], day: date) -> dict[str, Data]:
    """Draw one decision after the other on a copy of a portfolio, each with what stood there before in ``was``."""
    changed = deepcopy(dict(portfolio))
    for path, data in changed.items():
        if path == "program.yaml":
            continue
        until = max(day, date.fromisoformat(data["started"]))
        for family, part in parts(data):
            for number in range(draw(st.integers(0, 2))):
                decide(draw, part, DECISIONS[family], until + timedelta(7 * number))
    return changed


def parts(data: Data) -> Iterator[tuple[str, Data]]:
    yield "", data
    for family in ("benefits", "roadmap"):
        yield from ((family, part) for part in data[family])


def decide(draw: st.DrawFn, part: Data, values: Mapping[str, st.SearchStrategy[Any]], until: date) -> None:
    able = sorted(key for key in values if key in part or key in LISTS)
    keys = draw(st.lists(st.sampled_from(able), unique=True, min_size=1, max_size=3))
    entry = {"until": until.isoformat(), **{key: part.get(key, []) for key in keys}}
    part.setdefault("was", []).insert(draw(st.integers(0, 1)), entry)
    part |= {key: draw(values[key]) for key in keys}
    decisions = (part, *part["was"])
    if any(is_level(one.get("target")) for one in decisions) and any(one.get("kind") == "cash" for one in decisions):
        part |= {"kind": "quality"} if "kind" in keys else {"target": {"value": "0"}}


def placeless(assessment: Assessment) -> Iterator[Report]:
    """The reports that show no lines of files."""
    yield status(assessment)
    yield status(assessment, by="department")
    yield from (make(assessment) for make in (benefits, departments, roadmap, flow, lessons, ways))


def placed(assessment: Assessment) -> Iterator[Report]:
    """The reports that say where something was found."""
    yield gaps(assessment)
    yield check(assessment, sorted(assessment.findings, key=lambda one: (one.rule, one.subject.id, one.item or "")))
    assert assessment.scene
    yield from (show(assessment, name) for name in assessment.scene.known)


def told(assessment: Assessment) -> list[Any]:
    """All that people and programs are told, without the lines and columns of what was found."""
    people = [render(report, "table", LOOK, words("en")) for report in placeless(assessment)]
    programs = [
        render(report, "json", LOOK, words("en")) for make in (placeless, placed) for report in make(assessment)
    ]
    return [people, [json.loads(text, object_hook=without_places) for text in programs]]


LOOK = Look(200, wide=True)


def without_places(part: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in part.items() if key not in {"line", "column", "end_line", "end_column"}}


@pytest.mark.no_cover
@given(data=st.data(), portfolio=portfolios, day=as_of)
def test_a_decision_after_a_day_changes_nothing_that_is_told_of_it(
    data: st.DataObject, portfolio: Mapping[str, Data], day: date
) -> None:
    changed = data.draw(decided_later(portfolio, day))

    before, after = (assess(load(files(one)), day, TODAY) for one in (portfolio, changed))

    assert [one for one in after.findings if one.rule in ERRORS] == []
    assert told(after) == told(before)
