"""Days and values at the exact limits, counted by hand: the limit itself is quiet, or loud, as the design says."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.oracle.aspects import compared
from tests.oracle.sides import ask

T = date(2026, 6, 15)

PROGRAM = f"""\
format: 1
name: Programme
organisation: Town
departments:
  - {{id: care, name: Care}}
documents:
  - {{id: draft, title: Draft}}
  - {{id: firm, title: Firm, adopted: {T - timedelta(days=46)}, to: {T + timedelta(days=100)}}}
"""


def on(days: int) -> str:
    """The day that lies so many days after t."""
    return (T + timedelta(days=days)).isoformat()


def assignment(rest: str, started: int = -900) -> str:
    return f"title: A\ndepartment: care\nlead: L\nstarted: {on(started)}\ntogether: [w]\n{rest}"


def stepped(step: str, entered: int, rest: str = "", started: int = -900) -> str:
    return assignment(f"journey: [{{step: {step}, entered: {on(entered)}}}]\n{rest}", started)


def ended(key: str, days: int, rest: str = "", started: int = -900) -> str:
    written = on(days) if key == "completed" else f"{{date: {on(days)}, why: no need}}"
    return assignment(f"{key}: {written}\n{rest}", started)


def benefit(rest: str, live: int = -800, kind: str = "quality", above: str = "") -> str:
    return assignment(f"live: {on(live)}\n{above}benefits:\n  - {{id: b, title: B, owner: O, kind: {kind}, {rest}}}\n")


def measured(value: str, at: int, by: int, every: int = 365, before: int = -850) -> str:
    return (
        f"measure: {{what: w, unit: u, every_days: {every}}}, baseline: {{value: 0, date: {on(before)}}}, "
        f"target: {{value: 100, by: {on(by)}}}, measurements: [{{value: {value}, date: {on(at)}}}]"
    )


def base(every: int) -> str:
    return f"measure: {{what: w, unit: u, every_days: {every}}}, baseline: {{value: 0, date: {on(-850)}}}"


def item(rest: str, above: str = "") -> str:
    return assignment(f"{above}roadmap:\n  - {{id: r, title: R, {rest}}}\n")


def home(days: int, taken: int = -800) -> str:
    return f"{measured('100', days, 400)}, taken_home: [{{from: {on(taken)}, how: h}}]"


def shown(first: int, closed: str = "") -> str:
    inner = f"{measured('50', first, 400)}, {closed}"
    return f"benefits: [{{id: b, title: B, owner: O, {inner}}}]\n"


def trial(started: int, end: int | None = None, learned: str = "") -> str:
    ending = "" if end is None else f", ended: {on(end)}"
    return f"trials: [{{id: t, title: T, started: {on(started)}{ending}{learned}}}]\n"


PAUSED = f"pauses: [{{from: {on(-200)}, to: {on(-150)}}}]\n"
BOTH_SIDES: list[tuple[str, str, Callable[[int], str], int]] = [
    ("journey-stale", "stale after 90 days", lambda n: assignment(f"reviewed: {on(-n)}\n"), 90),
    (
        "journey-stale",
        "stale after 180 days while a trial runs",
        lambda n: assignment(f"reviewed: {on(-n)}\n{trial(-600)}"),
        180,
    ),
    ("journey-stuck", "stuck after 180 days", lambda n: stepped("benefits", -n), 180),
    ("journey-stuck", "stuck after 270 days on roadmap", lambda n: stepped("roadmap", -n), 270),
    ("journey-stuck", "stuck after 180 days and 50 paused ones", lambda n: stepped("benefits", -n, PAUSED), 230),
    ("journey-paused-long", "paused for 180 days", lambda n: assignment(f"pauses: [{{from: {on(-n)}}}]\n"), 180),
    ("journey-unproven", "45 days to write", lambda n: stepped("benefits", -n), 45),
    ("journey-not-shown", "200 days to show", lambda n: stepped("benefits", -500, shown(-n)), 200),
    (
        "journey-not-shown",
        "shown 365 days ago",
        lambda n: stepped("benefits", -500, f"{shown(-400)}shown: [{{date: {on(-n)}}}]\n"),
        365,
    ),
    ("trial-no-lesson", "45 days to write what a trial taught", lambda n: assignment(trial(-800, -n)), 45),
    ("trial-no-lesson", "45 days to write what a stop taught", lambda n: ended("stopped", -n), 45),
    ("trial-no-lesson", "45 days to write what was learned", lambda n: ended("completed", -n), 45),
    ("trial-no-lesson", "30 days on explore", lambda n: ended("completed", -100, "", -100 - n), 30),
    ("trial-running-long", "a trial of 180 days", lambda n: assignment(trial(-n)), 180),
    ("trial-running-long", "a trial of 180 days and 50 paused ones", lambda n: assignment(trial(-n) + PAUSED), 230),
    ("benefit-missing", "90 days on benefits", lambda n: stepped("benefits", -n), 90),
    (
        "benefit-no-owner",
        "90 days on benefits",
        lambda n: stepped("benefits", -n, "benefits: [{id: b, title: B}]\n"),
        90,
    ),
    (
        "benefit-no-owner",
        "completed 45 days ago",
        lambda n: stepped("benefits", -50, f"completed: {on(-n)}\nbenefits: [{{id: b, title: B}}]\n"),
        45,
    ),
    ("benefit-not-measured", "365 days and a grace of 45", lambda n: benefit(base(365), -n), 410),
    ("benefit-measure-overdue", "90 days and a grace of 45", lambda n: benefit(measured("10", -n, 400, 90)), 135),
    ("benefit-not-followed-up", "730 days unmeasured", lambda n: benefit(home(-n)), 730),
    ("benefit-missed", "45 days to write that a target was met", lambda n: benefit(measured("50", 0, -n)), 45),
    (
        "benefit-capacity-unused",
        "90 days to use what came",
        lambda n: benefit(measured("100", -n, 400), kind="capacity"),
        90,
    ),
    ("benefit-cash-not-booked", "365 days unbooked", lambda n: benefit(measured("100", -n, 400), kind="cash"), 365),
    ("roadmap-overdue", "45 days after its end", lambda n: item(f"from: {on(-200)}, to: {on(-n)}"), 45),
    ("roadmap-late-start", "45 days after its beginning", lambda n: item(f"from: {on(-n)}, to: {on(9)}"), 45),
    (
        "roadmap-weak-anchor",
        "45 days after its beginning",
        lambda n: item(f"from: {on(-n)}, to: {on(9)}, anchored_in: [draft]"),
        45,
    ),
    ("roadmap-idea-forgotten", "untouched for 365 days", lambda n: item("area: x", f"reviewed: {on(-n)}\n"), 365),
    (
        "department-no-roadmap",
        "180 days on roadmap",
        lambda n: stepped("roadmap", -n),
        180,
    ),
]
"""A rule, what is meant, a file for a number of days, and the last number of days at which the rule is quiet."""

ROWS = [
    pytest.param(rule, made(limit + more), more == 1, id=f"{rule}: {meaning}{', a day more' * more}")
    for rule, meaning, made, limit in BOTH_SIDES
    for more in (0, 1)
]
OTHERS = [
    ("benefit-not-followed-up", benefit(home(-1460), live=-1500), True, "unmeasured for 1460 days"),
    ("benefit-missed", benefit(measured("50", 0, -365)), True, "missed a year ago"),
    ("benefit-missed", benefit(measured("50", 0, -366)), False, "missed over a year ago"),
    ("benefit-missed", benefit(measured("90", 0, -100)), False, "nearly reached"),
    ("benefit-missed", benefit(measured("89.9", 0, -100)), True, "not nearly reached"),
    ("benefit-missed", benefit(measured("50", -134, -100, 90)), False, "not yet overdue for measuring"),
    ("benefit-worse", benefit(measured("-5", -1, 400)), False, "five hundredths worse"),
    ("benefit-worse", benefit(measured("-5.01", -1, 400)), True, "over five hundredths worse"),
    ("benefit-behind", benefit(measured("30", -50, 0), -100), False, "0.30 of planned 0.50"),
    ("benefit-behind", benefit(measured("29.9", -50, 0), -100), True, "0.299 of planned 0.50"),
    ("benefit-behind", benefit(measured("0", -51, 0), -100), False, "planned 0.49"),
    ("benefit-measure-overdue", benefit(measured("100", -136, 400, 90)), False, "already achieved"),
    ("benefit-measure-overdue", benefit(measured("99.99", -136, 400, 90)), True, "nearly achieved"),
    ("benefit-measure-overdue", benefit(measured("10", -500, -365, 90)), True, "a year after by"),
    ("benefit-measure-overdue", benefit(measured("10", -500, -366, 90)), False, "over a year after by"),
    ("roadmap-not-anchored", item(f"from: {on(30)}"), True, "starts in 30 days"),
    ("roadmap-not-anchored", item(f"from: {on(31)}"), False, "starts in 31 days"),
    ("roadmap-not-anchored", item(f"from: {on(0)}"), True, "ends today"),
    ("roadmap-not-anchored", item(f"from: {on(-1)}"), False, "overdue since yesterday"),
    ("journey-not-together", assignment("").replace("[w]", '[" l "]'), True, "nobody but the lead"),
    ("journey-not-together", assignment("").replace("[w]", "[l, w]"), False, "somebody beside the lead"),
    (
        "department-short-roadmap",
        item(f"from: {on(1)}, to: {on(90)}, owner: O, expects: {{kind: cash}}"),
        False,
        "a roadmap of 90 days",
    ),
    (
        "department-short-roadmap",
        item(f"from: {on(1)}, to: {on(89)}, owner: O, expects: {{kind: cash}}"),
        True,
        "a roadmap of 89 days",
    ),
]
ROWS += [pytest.param(rule, text, expected, id=f"{rule}: {meaning}") for rule, text, expected, meaning in OTHERS]


@pytest.mark.parametrize(("rule", "text", "expected"), ROWS)
def test_the_limit_is_where_the_design_puts_it(rule: str, text: str, *, expected: bool) -> None:
    both = ask({"program.yaml": PROGRAM, "assignments/a.yaml": text}, T, T)

    assert (rule in {gap.rule for gap in both.verdict.listed}) == expected
    told, known = compared(both)
    assert told == known


BUDGET = "  - {{id: budget, title: Budget, kind: budget, adopted: {}, from: {}, to: {}}}\n"
DECIDED = [
    ("adopted 46 days ago", BUDGET.format(on(-46), on(0), on(9)), True),
    ("adopted 45 days ago", BUDGET.format(on(-45), on(0), on(9)), False),
    ("ended yesterday", BUDGET.format(on(-46), on(-9), on(-1)), False),
    (
        "beside a draft",
        BUDGET.format(on(-46), on(0), on(9)) + "  - {id: other, title: Other, kind: operational-plan}\n",
        False,
    ),
]


@pytest.mark.parametrize(("documents", "expected"), [pytest.param(text, so, id=name) for name, text, so in DECIDED])
def test_an_item_is_decided_without_where_the_plan_for_it_is_decided(documents: str, *, expected: bool) -> None:
    texts: dict[str, str | None] = {
        "program.yaml": PROGRAM + documents,
        "assignments/a.yaml": item(f"started: {on(-10)}"),
    }
    both = ask(texts, T, T)

    assert ("roadmap-not-anchored" in {gap.rule for gap in both.verdict.listed}) == expected
    told, known = compared(both)
    assert told == known


@pytest.mark.parametrize(("started", "expected"), [(-45, True), (-44, False)])
def test_a_programme_over_its_capacity_has_been_so_as_long_as_it_takes_to_write(
    started: int, *, expected: bool
) -> None:
    texts: dict[str, str | None] = {
        "program.yaml": f"{PROGRAM}settings: {{at_once: 1}}\n",
        "assignments/a.yaml": assignment(""),
        "assignments/b.yaml": assignment("", started),
    }
    both = ask(texts, T, T)

    assert ("program-over-capacity" in {gap.rule for gap in both.verdict.listed}) == expected
    told, known = compared(both)
    assert told == known
