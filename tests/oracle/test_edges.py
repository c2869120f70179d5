"""Days and values at the exact limits, counted by hand: the limit itself is quiet, or loud, as the design says."""

from datetime import date, timedelta

import pytest

from tests.oracle.sides import ask, listed

T = date(2026, 6, 15)

PROGRAM = """\
format: 1
name: Programme
organisation: Town
departments:
  - {id: care, name: Care}
documents:
  - {id: plan, title: Plan}
"""


def on(days: int) -> str:
    """Write the day that lies so many days after t."""
    return (T + timedelta(days=days)).isoformat()


def assignment(rest: str) -> str:
    return f"title: A\ndepartment: care\nlead: L\nstarted: {on(-900)}\ntogether: [w]\n{rest}"


def benefit(rest: str, live: int = -800) -> str:
    return assignment(f"live: {on(live)}\nbenefits:\n  - {{id: b, title: B, owner: O, kind: quality, {rest}}}\n")


def measured(value: str, day: int, by: int, every: int = 365, before: int = -850) -> str:
    return (
        f"measure: {{what: w, unit: u, every_days: {every}}}, baseline: {{value: 0, date: {on(before)}}}, "
        f"target: {{value: 100, by: {on(by)}}}, measurements: [{{value: {value}, date: {on(day)}}}]"
    )


def item(rest: str) -> str:
    return assignment(f"roadmap:\n  - {{id: r, title: R, {rest}}}\n")


SHOWN = f"""\
journey: [{{step: benefits, entered: {on(-500)}}}]
benefits: [{{id: b, title: B, owner: O, {measured("50", -10, 400)}}}]
"""

ROWS = [
    pytest.param("journey-stale", assignment(f"reviewed: {on(-60)}\n"), False, id="touched 60 days ago"),
    pytest.param("journey-stale", assignment(f"reviewed: {on(-61)}\n"), True, id="touched 61 days ago"),
    pytest.param(
        "journey-stuck", assignment(f"journey: [{{step: benefits, entered: {on(-120)}}}]\n"), False, id="120 days"
    ),
    pytest.param(
        "journey-stuck", assignment(f"journey: [{{step: benefits, entered: {on(-121)}}}]\n"), True, id="121 days"
    ),
    pytest.param(
        "journey-stuck",
        assignment(
            f"journey: [{{step: benefits, entered: {on(-130)}}}]\n"
            f"pauses: [{{from: {on(-140)}, to: {on(-125)}}}, {{from: {on(-20)}, to: {on(-15)}}}]\n"
        ),
        False,
        id="130 days with ten of them paused",
    ),
    pytest.param("journey-paused-long", assignment(f"pauses: [{{from: {on(-180)}}}]\n"), False, id="paused 180 days"),
    pytest.param("journey-paused-long", assignment(f"pauses: [{{from: {on(-181)}}}]\n"), True, id="paused 181 days"),
    pytest.param("journey-not-shown", assignment(f"{SHOWN}shown: [{{date: {on(-365)}}}]\n"), False, id="shown 365 ago"),
    pytest.param("journey-not-shown", assignment(f"{SHOWN}shown: [{{date: {on(-366)}}}]\n"), True, id="shown 366 ago"),
    pytest.param(
        "benefit-measure-overdue", benefit(measured("10", -104, 400, 90)), False, id="90 days and the grace of 14"
    ),
    pytest.param("benefit-measure-overdue", benefit(measured("10", -105, 400, 90)), True, id="a day more"),
    pytest.param("benefit-measure-overdue", benefit(measured("100", -105, 400, 90)), False, id="already achieved"),
    pytest.param("benefit-measure-overdue", benefit(measured("99.99", -105, 400, 90)), True, id="nearly achieved"),
    pytest.param("benefit-measure-overdue", benefit(measured("10", -500, -365, 90)), True, id="a year after by"),
    pytest.param("benefit-measure-overdue", benefit(measured("10", -500, -366, 90)), False, id="over a year after by"),
    pytest.param("benefit-missed", benefit(measured("50", -1, -1)), True, id="measured on the last day, yesterday"),
    pytest.param("benefit-missed", benefit(measured("50", 0, 0)), False, id="the last day is today"),
    pytest.param("benefit-missed", benefit(measured("50", -104, -1, 90)), False, id="not yet overdue for measuring"),
    pytest.param("benefit-missed", benefit(measured("50", -105, -1, 90)), True, id="overdue for measuring"),
    pytest.param("benefit-missed", benefit(measured("0", -1, -1)), True, id="nothing realised is missed, not worse"),
    pytest.param("benefit-worse", benefit(measured("-0.01", -1, 400)), True, id="a hundredth worse"),
    pytest.param("benefit-worse", benefit(measured("0", -1, 400)), False, id="as before"),
    pytest.param("benefit-behind", benefit(measured("40", -50, 0), -100), False, id="0.40 of planned 0.50"),
    pytest.param("benefit-behind", benefit(measured("39.9", -50, 0), -100), True, id="0.399 of planned 0.50"),
    pytest.param("benefit-behind", benefit(measured("0", -100, 0), -100), False, id="nothing is planned for live"),
    pytest.param(
        "benefit-behind", benefit(measured("0", 0, -400, 90, -850), 0), False, id="nothing is planned, by lies before s"
    ),
    pytest.param(
        "benefit-not-measured",
        benefit(f"measure: {{what: w, unit: u, every_days: 90}}, baseline: {{value: 0, date: {on(-850)}}}", -104),
        False,
        id="in use for 104 days",
    ),
    pytest.param(
        "benefit-not-measured",
        benefit(f"measure: {{what: w, unit: u, every_days: 90}}, baseline: {{value: 0, date: {on(-850)}}}", -105),
        True,
        id="in use for 105 days",
    ),
    pytest.param("roadmap-overdue", item(f"from: {on(-9)}, to: {on(0)}"), False, id="ends today"),
    pytest.param("roadmap-overdue", item(f"from: {on(-9)}, to: {on(-1)}"), True, id="ended yesterday"),
    pytest.param("roadmap-late-start", item(f"from: {on(0)}, to: {on(9)}"), False, id="starts today"),
    pytest.param("roadmap-late-start", item(f"from: {on(-1)}, to: {on(0)}"), True, id="should have begun yesterday"),
    pytest.param("roadmap-late-start", item(f"from: {on(-2)}, to: {on(-1)}"), False, id="overdue instead"),
    pytest.param("roadmap-not-anchored", item(f"from: {on(180)}"), True, id="starts in 180 days"),
    pytest.param("roadmap-not-anchored", item(f"from: {on(181)}"), False, id="starts in 181 days"),
    pytest.param("roadmap-weak-anchor", item(f"from: {on(60)}, anchored_in: [plan]"), True, id="a draft in 60 days"),
    pytest.param("roadmap-weak-anchor", item(f"from: {on(61)}, anchored_in: [plan]"), False, id="a draft in 61 days"),
    pytest.param(
        "department-short-roadmap",
        item(f"from: {on(1)}, to: {on(180)}, owner: O, expects: {{kind: cash}}"),
        False,
        id="a roadmap of 180 days",
    ),
    pytest.param(
        "department-short-roadmap",
        item(f"from: {on(1)}, to: {on(179)}, owner: O, expects: {{kind: cash}}"),
        True,
        id="a roadmap of 179 days",
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), ROWS)
def test_the_limit_is_where_the_design_puts_it(rule: str, text: str, *, expected: bool) -> None:
    assessment, verdict = ask({"program.yaml": PROGRAM, "assignments/a.yaml": text}, T, T)

    assert (rule in {gap[0] for gap in listed(assessment)}) == expected
    assert (rule in {gap[0] for gap in verdict.listed}) == expected
    assert listed(assessment) == verdict.listed
