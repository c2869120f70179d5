"""Over the seeds everything that real organisations do shows somewhere, where all of it can be compared."""

from collections.abc import Sequence
from functools import cache

import pytest

from tests.oracle import sums
from tests.oracle.aspects import ERRORS, is_orderly
from tests.oracle.dressing import dress
from tests.oracle.features import EXPECTED, features
from tests.oracle.generate import portfolio
from tests.oracle.naive import Verdict, build, judge
from tests.oracle.severities import ALL_RULES, NEW_RULES, default

LOOKED_AT = range(500)
SOME = range(40)


@cache
def verdicts(seeds: Sequence[int] = LOOKED_AT) -> list[Verdict]:
    made = [portfolio(seed, dress) for seed in seeds]
    return [judge(build(one.texts, one.t, one.today)) for one in made]


def orderly() -> list[Verdict]:
    return [verdict for verdict in verdicts() if is_orderly(verdict.world)]


@pytest.mark.slow
def test_everything_that_real_organisations_do_shows_somewhere() -> None:
    found = {feature for verdict in orderly() for feature in features(verdict)}

    assert sorted(EXPECTED - found) == []


@pytest.mark.slow
def test_every_rule_fires_somewhere_where_everything_is_used() -> None:
    fired = {gap.rule for verdict in orderly() for gap in verdict.listed}

    assert sorted(ALL_RULES - fired) == [], "dressing.py gives them no chance"


@pytest.mark.slow
def test_the_new_rules_are_accepted_somewhere_and_their_severities_changed() -> None:
    accepted = {gap.rule for verdict in orderly() for gap in verdict.accepted}
    listed = [gap for verdict in orderly() for gap in verdict.listed]

    assert accepted >= NEW_RULES
    assert {gap.rule for gap in listed if gap.severity != default(gap.rule)} >= NEW_RULES


@pytest.mark.slow
def test_every_error_and_a_ring_fire_somewhere_where_everything_is_used() -> None:
    fired = {rule for verdict in verdicts() for _, _, rule in verdict.errors}

    assert fired == set(ERRORS)
    assert any("/" in name for verdict in verdicts() for name in verdict.rings)


@pytest.mark.parametrize("seeds", [SOME, pytest.param(LOOKED_AT, marks=pytest.mark.slow)], ids=len)
def test_a_benefit_that_is_part_of_another_is_in_no_sum(seeds: range) -> None:
    for verdict in verdicts(seeds):
        world = verdict.world
        counted = [one for one in sums.counted(world) for one in one.get("benefits", []) if "part_of" not in one]

        assert sum(kind.count for kind in sums.kind_sums(world).values()) == len(counted)
