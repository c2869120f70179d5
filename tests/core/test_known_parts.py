"""A benefit that is part of another assignment's: listed twice, counted in the other only."""

from staircase.core.figures import BenefitStanding
from staircase.core.totals import kind_totals
from tests.core.build import assessed, assignment, program

WHOLE = """
kind: cash
    owner: Olle
    measure: {what: postage, unit: SEK/year}
    baseline: {value: 1000, date: 2026-01-31}
    target: {value: 500, by: 2027}
    measurements: [{value: 800, date: 2026-03-31}]
    taken_home: [{from: 2026-04-01, amount: 100, document: plan}]
    was: [{until: 2026-05-31, owner: Rut}]
"""
PLAN = program("documents: [{id: plan, title: Plan, adopted: 2026-01-01}]")
CARE = assignment("benefits:\n  - id: postage\n    title: Postage\n    " + WHOLE.strip())
JOURNEY = "journey: [{step: benefits, entered: 2026-01-02}]\nshown: [{date: 2026-04-02}]\n"
BARE = assignment(JOURNEY + "benefits: [{id: ours, title: Our postage, part_of: care/postage}]")
FULL = assignment(
    JOURNEY + "benefits:\n  - id: ours\n    title: Our postage\n    part_of: care/postage\n    " + WHOLE.strip()
)


def test_it_has_no_figures_of_its_own_whatever_stands_in_it() -> None:
    for text in (BARE, FULL):
        scene = assessed(PLAN, care=CARE, it=text).scene
        assert scene

        (own,) = scene.figures["it"]

        assert own.standing is BenefitStanding.UNSET
        assert (own.realised, own.planned, own.potential, own.now, own.taken_home) == (None,) * 5
        assert (own.next_due, own.known.measurement, own.known.baseline) == (None, None, None)
        assert (own.known.benefit.measure, own.known.benefit.target, own.known.benefit.worth) == (None, None, None)


def test_it_is_counted_in_the_other_only() -> None:
    scene = assessed(PLAN, care=CARE, it=FULL).scene
    assert scene

    cash = kind_totals(figures for of in scene.figures.values() for figures in of)["cash"]

    assert (cash.count, cash.measured) == (1, 1)
    assert [cash.potential, cash.now, cash.taken_home] == [500, 200, 100]


def test_it_proves_nothing_here() -> None:
    scene = assessed(PLAN, care=CARE, it=FULL).scene
    assert scene

    assert [scene.marks[name][1] for name in ("care", "it")] == [True, False]


def test_no_gap_asks_about_it() -> None:
    found = assessed(PLAN, day="2026-12-31", it=FULL, care=CARE).findings

    assert [one.rule for one in found if one.subject.id == "it" and one.item == "ours"] == []
