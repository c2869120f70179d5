"""The program and the naive oracle agree on hundreds of small portfolios, in every value that its commands print."""

from functools import cache

import pytest

from tests.oracle import facts, money, sums
from tests.oracle.aspects import ERRORS, compared, is_orderly
from tests.oracle.generate import portfolio
from tests.oracle.naive import Verdict, build, judge
from tests.oracle.order import first_three
from tests.oracle.plain import STEPS
from tests.oracle.severities import NEVER_ACCEPTED, RULES
from tests.oracle.sides import sides

SEEDS = range(30)
MANY = range(30, 120)
MORE = range(1000, 1400)
LOOKED_AT = range(400)
"""For what the oracle alone is asked about."""


@pytest.mark.parametrize("seed", SEEDS)
def test_the_program_says_what_the_oracle_says(seed: int) -> None:
    told, known = compared(sides(seed))

    assert told == known


@pytest.mark.parametrize(
    "seed",
    [
        *(pytest.param(seed, marks=pytest.mark.slow) for seed in MANY),
        *(pytest.param(seed, marks=pytest.mark.long) for seed in MORE),
    ],
)
def test_the_program_says_what_the_oracle_says_of_many_more(seed: int) -> None:
    told, known = compared(sides(seed))

    assert told == known


@cache
def verdicts() -> list[Verdict]:
    made = [portfolio(seed) for seed in LOOKED_AT]
    return [judge(build(one.texts, one.t, one.today)) for one in made]


@pytest.mark.slow
def test_every_rule_fires_somewhere_in_portfolios_of_which_all_is_compared() -> None:
    orderly = [verdict for verdict in verdicts() if is_orderly(verdict.world)]

    fired = {gap.rule for verdict in orderly for gap in verdict.listed}

    assert sorted(RULES - fired) == [], "making.py gives them no chance"


@pytest.mark.slow
def test_every_error_and_a_ring_fire_somewhere() -> None:
    everything = verdicts()

    fired = {rule for verdict in everything for _, _, rule in verdict.errors}

    assert fired == set(ERRORS)
    assert any(verdict.rings for verdict in everything)


@pytest.mark.slow
def test_most_gaps_are_accepted_somewhere() -> None:
    accepted = {gap.rule for verdict in verdicts() for gap in verdict.accepted}

    assert accepted <= RULES - set(NEVER_ACCEPTED)
    assert len(accepted) >= len(RULES) * 2 // 3


@pytest.mark.slow
def test_every_standing_payback_and_step_shows_somewhere() -> None:
    worlds = [verdict.world for verdict in verdicts()]

    standings = {
        money.standing(world, one, benefit)
        for world in worlds
        for one in sums.counted(world)
        for benefit in one.get("benefits", [])
    }
    paybacks = {sums.net(world, kinds).payback for world in worlds for kinds in (("cash",), ("cash", "capacity"))}
    steps = {step for world in worlds for one in facts.climbing(world).values() for step, _ in facts.visits(world, one)}

    assert standings == {
        "achieved",
        "closed",
        "unset",
        "unmeasured",
        "worse",
        "missed",
        "nearly",
        "behind",
        "on-track",
    }
    assert paybacks == {"unset", "never", "years"}
    assert steps == set(STEPS)


@pytest.mark.slow
def test_the_three_to_take_first_are_of_three_subjects_and_the_first_of_each() -> None:
    for verdict in verdicts():
        three = first_three(verdict.listed)

        subjects = [(gap.kind, gap.subject) for gap in three]
        assert len(set(subjects)) == len(subjects) == min(3, len({(gap.kind, gap.subject) for gap in verdict.listed}))
        assert three == [next(gap for gap in verdict.listed if (gap.kind, gap.subject) == one) for one in subjects]
