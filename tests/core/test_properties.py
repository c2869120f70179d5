"""What holds for every portfolio: order means nothing, time forgets nothing, sums are of their rows, none is lost."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import Assessment, assess
from staircase.core.choices import State
from staircase.core.figures import BenefitFigures
from staircase.core.finding import Finding
from staircase.core.flow import flow_rows, last_year, median_days
from staircase.core.known import ItemState, Known
from staircase.core.listing import at_stake, owner
from staircase.core.load import load
from staircase.core.rules.table import ERRORS
from staircase.core.totals import kind_of, kind_totals, totals
from tests.core.generated import TODAY, Data, as_of, files, portfolios

pytestmark = pytest.mark.no_cover

DECIDED = {ItemState.STARTED, ItemState.DONE, ItemState.DROPPED}


def assessed(portfolio: Mapping[str, Data], day: date, chance: Random | None = None) -> Assessment:
    return assess(load(files(portfolio, chance)), day, TODAY)


def known(assessment: Assessment) -> Mapping[str, Known]:
    assert assessment.scene
    return assessment.scene.known


def counting_benefits(assessment: Assessment) -> list[BenefitFigures]:
    assert assessment.scene
    return [figures for one in known(assessment).values() if one.counts for figures in assessment.scene.figures[one.id]]


def told(assessment: Assessment, findings: Iterable[Finding]) -> Counter[str]:
    scene = assessment.scene
    assert scene
    return Counter(repr((one, sorted(one.params), at_stake(scene, one), owner(scene, one))) for one in findings)


@given(portfolio=portfolios, day=as_of, chance=st.randoms(use_true_random=False))
def test_the_order_of_files_and_keys_changes_nothing(portfolio: Mapping[str, Data], day: date, chance: Random) -> None:
    straight, shuffled = assessed(portfolio, day), assessed(portfolio, day, chance)
    assert straight.scene
    assert shuffled.scene

    assert told(straight, straight.findings) == told(shuffled, shuffled.findings)
    assert told(straight, straight.accepted) == told(shuffled, shuffled.accepted)
    assert straight.scene.figures == shuffled.scene.figures
    assert straight.scene.marks == shuffled.scene.marks
    one, other = known(straight).values(), known(shuffled).values()
    assert totals(counting_benefits(straight), one) == totals(counting_benefits(shuffled), other)
    assert flow_rows(one, day, "quarter") == flow_rows(other, day, "quarter")
    assert median_days(one, day) == median_days(other, day)


@given(portfolio=portfolios)
def test_portfolios_of_chance_are_without_errors(portfolio: Mapping[str, Data]) -> None:
    found = assessed(portfolio, TODAY).findings

    assert [one for one in found if one.rule in ERRORS] == []


@given(portfolio=portfolios, days=st.tuples(as_of, as_of).map(sorted))
def test_a_later_day_never_forgets_a_fact(portfolio: Mapping[str, Data], days: list[date]) -> None:
    earlier, later = (known(assessed(portfolio, day)) for day in days)

    assert earlier.keys() == later.keys()
    for name, before in earlier.items():
        after = later[name]
        assert [(stay.step, stay.entered) for stay in before.stays] == [
            (stay.step, stay.entered) for stay in after.stays[: len(before.stays)]
        ]
        assert set(before.shown) <= set(after.shown)
        assert before.rounds <= after.rounds
        assert before.ended in {None, after.ended}
        assert before.state is State.PLANNED or after.state is not State.PLANNED
        assert (before.last_touched or date.min) <= (after.last_touched or date.min)
        assert_benefits_are_remembered(before, after)


def assert_benefits_are_remembered(before: Known, after: Known) -> None:
    for one, other in zip(before.benefits, after.benefits, strict=True):
        assert one.baseline in {None, other.baseline}
        assert one.taken_home == tuple(entry for entry in other.taken_home if entry in one.taken_home)
        assert one.baseline != other.baseline or (one.latest is None or other.latest is not None)
    for item, later in zip(before.items, after.items, strict=True):
        assert item.state not in DECIDED or later.state in DECIDED


@given(portfolio=portfolios, day=as_of)
def test_sums_per_kind_equal_their_rows(portfolio: Mapping[str, Data], day: date) -> None:
    listed = counting_benefits(assessed(portfolio, day))
    rows = [row for row in listed if row.known.benefit.part_of is None]

    summed = kind_totals(listed)

    assert sum(kind.count for kind in summed.values()) == len(rows)
    for kind, found in summed.items():
        own = [row for row in rows if kind_of(row) == kind]
        assert found.count == len(own)
        assert found.measured == len([row for row in own if row.known.measurement])
        reached = [row for row in own if row.realised is not None and row.realised >= 1]
        kept = [row for row in own if row.standing == "kept"]
        assert found.achieved == len(reached) + len(kept)
        assert found.potential == added(row.potential for row in own)
        assert found.now == added(row.now for row in own)
        assert found.taken_home == added(row.taken_home for row in own)


def added(parts: Iterable[Fraction | None]) -> Fraction | None:
    total: Fraction | None = None
    for part in parts:
        if part is not None:
            total = part if total is None else total + part
    return total


@given(portfolio=portfolios, day=as_of)
def test_accepted_and_listed_are_all(portfolio: Mapping[str, Data], day: date) -> None:
    bare = {path: {**data, "accepted": []} for path, data in portfolio.items()}

    parted, whole = assessed(portfolio, day), assessed(bare, day)

    listed = [one for one in parted.findings if one.rule != "accepted-stale"]
    assert told(parted, [*listed, *parted.accepted]) == told(whole, whole.findings)
    assert whole.accepted == ()


@given(portfolio=portfolios, day=as_of)
def test_the_flow_s_rows_add_up_to_the_portfolio(portfolio: Mapping[str, Data], day: date) -> None:
    climbing = [one for one in known(assessed(portfolio, day)).values() if one.has_started]

    rows = flow_rows(climbing, day, "month")

    assert sum(row.started for row in rows) == len(climbing)
    assert sum(row.completed + row.learned + row.stopped for row in rows) == len([one for one in climbing if one.ended])
    moved = sum(row.forward + row.jumps + row.returns for row in rows)
    assert moved == sum(len(one.stays) - 1 for one in climbing)
    if rows:
        standing = Counter(one.current.step for one in climbing if one.is_open)
        assert {step: count for step, count in rows[-1].standing.items() if count} == standing
        assert last_year(climbing, day).started >= rows[-1].started
