"""Sums per kind and never across, costs, net a year and payback."""

from dataclasses import replace
from fractions import Fraction

import pytest

from staircase.core.figures import BenefitFigures
from staircase.core.rules.rule import Scene
from staircase.core.totals import CostTotals, KindTotals, Net, Payback, cost_totals, kind_totals, net, totals
from tests.core.build import PROGRAM, assessed, assignment

NONE = KindTotals(0, 0, 0, 0, None, None, None)


def benefit(name: str, rest: str) -> str:
    return "- {id: " + name + ", title: It, baseline: {value: 100, date: 2026-01-01}, " + rest + "}\n"


def scene(**assignments: str) -> Scene:
    found = assessed(PROGRAM, day="2026-06-30", **assignments).scene
    assert found
    return found


def all_benefits(scene: Scene) -> list[BenefitFigures]:
    return [figures for known in scene.known.values() if known.counts for figures in scene.figures[known.id]]


TARGET = "target: {value: 0, by: 2026-12-31}"
HALF = f"{TARGET}, measurements: [{{value: 50, date: 2026-06-01}}]"
ALL = f"{TARGET}, measurements: [{{value: 0, date: 2026-06-01}}]"


def test_kinds_are_summed_apart_and_the_unset_is_left_out() -> None:
    found = scene(
        one=assignment(
            "benefits:\n"
            + benefit("a", f"kind: cash, worth: {{per_unit: 2}}, {HALF}")
            + benefit("b", f"kind: cash, {ALL}")
            + benefit("c", f"kind: cash, worth: {{per_unit: 3}}, {TARGET}")
            + benefit("d", f"kind: quality, {ALL}")
            + benefit("e", f"worth: {{per_unit: 7}}, {HALF}")
        ),
        two=assignment("benefits:\n" + benefit("a", f"kind: capacity, worth: {{per_unit: 5}}, {HALF}")),
    )

    summed = kind_totals(all_benefits(found))

    assert summed == {
        "cash": KindTotals(3, 3, 2, 1, Fraction(500), Fraction(100), Fraction(0)),
        "capacity": KindTotals(1, 1, 1, 0, Fraction(500), Fraction(250), Fraction(0)),
        "avoidance": NONE,
        "quality": KindTotals(1, 1, 1, 1, None, None, None),
        "unsorted": KindTotals(1, 1, 1, 0, Fraction(700), Fraction(350), None),
    }


def test_costs_are_those_of_open_and_completed_assignments_enabling_ones_too() -> None:
    found = scene(
        open=assignment("costs: {one_off: 1, per_year: 10}"),
        completed=assignment("costs: {one_off: 2, per_year: 20}\ncompleted: 2026-06-01"),
        enabling=assignment("costs: {one_off: 4}", kind="enabling", department="", together=""),
        free=assignment(),
        stopped=assignment("costs: {one_off: 8, per_year: 80}\nstopped: {date: 2026-06-01, why: no need}"),
        planned=assignment("costs: {one_off: 16, per_year: 160}", started="2026-09-01"),
    )

    assert cost_totals(found.known.values()) == CostTotals(Fraction(7), Fraction(30))


def test_benefits_without_a_target_are_counted_and_are_no_targets() -> None:
    found = scene(it=assignment("benefits:\n" + benefit("a", f"kind: quality, {ALL}") + benefit("b", "kind: quality")))

    assert kind_totals(all_benefits(found))["quality"] == KindTotals(2, 1, 1, 1, None, None, None)


CASH = replace(NONE, potential=Fraction(100), now=Fraction(40))
CAPACITY = replace(NONE, potential=Fraction(300), now=Fraction(-10))


@pytest.mark.parametrize(
    ("costs", "kinds", "expected"),
    [
        pytest.param(
            CostTotals(Fraction(50), Fraction(20)),
            [CASH],
            Net(Fraction(20), Fraction(80), Payback.YEARS, Fraction(5, 8)),
            id="cash alone",
        ),
        pytest.param(
            CostTotals(Fraction(50), Fraction(20)),
            [CASH, CAPACITY],
            Net(Fraction(10), Fraction(380), Payback.YEARS, Fraction(50, 380)),
            id="with freed capacity",
        ),
        pytest.param(
            CostTotals(None, Fraction(20)),
            [CASH],
            Net(Fraction(20), Fraction(80), Payback.UNSET, None),
            id="without a one-off cost nothing is paid back",
        ),
        pytest.param(
            CostTotals(Fraction(50), None),
            [CASH],
            Net(Fraction(40), Fraction(100), Payback.YEARS, Fraction(1, 2)),
            id="no yearly cost",
        ),
        pytest.param(
            CostTotals(Fraction(50), Fraction(100)),
            [CASH],
            Net(Fraction(-60), Fraction(0), Payback.NEVER, None),
            id="never at nothing",
        ),
        pytest.param(
            CostTotals(Fraction(50), Fraction(99)),
            [CASH],
            Net(Fraction(-59), Fraction(1), Payback.YEARS, Fraction(50)),
            id="by a krona",
        ),
        pytest.param(
            CostTotals(Fraction(50), Fraction(101)),
            [CASH],
            Net(Fraction(-61), Fraction(-1), Payback.NEVER, None),
            id="never at a loss",
        ),
        pytest.param(
            CostTotals(Fraction(0), None),
            [CASH],
            Net(Fraction(40), Fraction(100), Payback.YEARS, Fraction(0)),
            id="at once when free",
        ),
        pytest.param(
            CostTotals(None, Fraction(5)),
            [NONE],
            Net(Fraction(-5), Fraction(-5), Payback.UNSET, None),
            id="an unset part is nothing",
        ),
        pytest.param(
            CostTotals(None, None),
            [CASH],
            Net(Fraction(40), Fraction(100), Payback.UNSET, None),
            id="what is not entered is not never paid back",
        ),
        pytest.param(
            CostTotals(Fraction(50), None),
            [NONE, NONE],
            Net(None, None, Payback.UNSET, None),
            id="unset when all its parts are",
        ),
        pytest.param(
            CostTotals(Fraction(50), None),
            [replace(NONE, potential=Fraction(100))],
            Net(None, Fraction(100), Payback.YEARS, Fraction(1, 2)),
            id="known at target and not yet now",
        ),
    ],
)
def test_net_is_what_is_left_a_year_after_costs(costs: CostTotals, kinds: list[KindTotals], expected: Net) -> None:
    assert net(costs, kinds) == expected


def test_a_portfolio_of_nothing_sums_to_unset() -> None:
    summed = totals([], [])

    assert set(summed.kinds.values()) == {NONE}
    assert summed.costs == CostTotals(None, None)
