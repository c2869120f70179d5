"""The program's figures are the oracle's, for benefits, totals, flow, roadmap and what is at stake."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest

from staircase.core.axis import bucket, is_anchored
from staircase.core.figures import BenefitFigures
from staircase.core.flow import at_once, days_in_step, days_running, ending, last_year, median_days, moves
from staircase.core.known import Known
from staircase.core.quarters import Per
from staircase.core.stake import at_stake
from staircase.core.throughput import flow_rows
from staircase.core.totals import KindTotals, Net, totals
from tests.oracle import facts, faults, money, movement, sums
from tests.oracle.plain import STEPS, World
from tests.oracle.sides import scene, sides, told

SEEDS = range(200)
HAPPENINGS = ("started", "completed", "learned", "stopped", "forward", "jump", "return")


def of_program(figures: BenefitFigures) -> money.Figures:
    """Give the program's figures of a benefit in the oracle's shape."""
    return money.Figures(
        kind=figures.known.benefit.kind or "unsorted",
        measured=figures.known.latest is not None,
        share=figures.realised,
        planned=figures.planned,
        standing=str(figures.standing),
        potential=figures.potential,
        now=figures.now,
        taken=figures.taken_home,
        due=figures.next_due,
        overdue=figures.overdue,
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_of_each_benefit(seed: int) -> None:
    assessment, verdict = sides(seed)
    world = verdict.world
    counting = {name: one for name, one in world.assignments.items() if facts.counts(world, one)}

    found = {name: [of_program(one) for one in scene(assessment).figures.get(name, ())] for name in counting}

    assert found == {
        name: [money.figures(world, one, benefit) for benefit in one.get("benefits", [])]
        for name, one in counting.items()
    }


def _sums(kind: KindTotals) -> sums.Kind:
    return sums.Kind(kind.count, kind.measured, kind.achieved, kind.potential, kind.now, kind.taken_home)


def _net(net: Net) -> sums.Net:
    return sums.Net(net.now, net.at_target, net.payback_years)


@pytest.mark.parametrize("seed", SEEDS)
def test_sums_net_and_payback(seed: int) -> None:
    assessment, verdict = sides(seed)
    world, on_the_day = verdict.world, scene(assessment)
    counting = [name for name, one in world.assignments.items() if facts.counts(world, one)]

    found = totals((one for name in counting for one in on_the_day.figures.get(name, ())), on_the_day.known.values())

    assert {kind: _sums(one) for kind, one in found.kinds.items() if one.count} == sums.kind_sums(world)
    assert (found.costs.one_off, found.costs.per_year) == (sums.cost(world, "one_off"), sums.cost(world, "per_year"))
    assert _net(found.cash) == sums.net(world, ("cash",))
    assert _net(found.with_capacity) == sums.net(world, ("cash", "capacity"))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_flow_of_the_last_year(seed: int) -> None:
    assessment, verdict = sides(seed)
    known, flow = list(scene(assessment).known.values()), movement.flow(verdict.world)

    year = last_year(known, verdict.world.t)

    assert at_once(known) == flow.at_once
    assert (year.started, year.completed, year.learned, year.stopped) == tuple(
        flow.last_year[name] for name in HAPPENINGS[:4]
    )
    assert year.stop_rate == flow.stop_rate
    assert dict(median_days(known, verdict.world.t)) == flow.medians


def _rows(known: list[Known], world: World, per: Per) -> list[movement.Row]:
    return [
        (
            row.period.first,
            Counter(
                dict(
                    zip(
                        HAPPENINGS,
                        (row.started, row.completed, row.learned, row.stopped, row.forward, row.jumps, row.returns),
                        strict=True,
                    )
                )
            ),
            Counter({step: row.standing[step] for step in row.standing}),
        )
        for row in flow_rows(known, world.t, per)
    ]


def in_order(world: World) -> World:
    """Give the world with those whose journeys are in order: others have no one flow."""
    kept = {
        name: one
        for name, one in world.assignments.items()
        if not faults.outside(one) and not faults.visits_out_of_order(one.get("journey", []))
    }
    return replace(world, assignments=kept)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_flow_by_quarters_and_months(seed: int) -> None:
    assessment, verdict = sides(seed)
    world = in_order(verdict.world)
    known = [one for name, one in scene(assessment).known.items() if name in world.assignments]

    flow = movement.flow(world)

    assert _rows(known, world, "quarter") == flow.quarters
    assert _rows(known, world, "month") == flow.months


@pytest.mark.parametrize("seed", SEEDS)
def test_how_each_assignment_moves_and_ends(seed: int) -> None:
    assessment, verdict = sides(seed)
    world, known = verdict.world, scene(assessment).known
    climbing = facts.climbing(world)

    found = {
        name: (
            days_running(known[name], world.t),
            days_in_step(known[name], world.t),
            [(day, str(move)) for day, move in moves(known[name])],
            ending(known[name]),
        )
        for name in climbing
    }

    assert found == {
        name: (
            movement.running(world, one),
            movement.in_step(world, one),
            movement.moves(world, one),
            movement.ending(world, one),
        )
        for name, one in climbing.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_the_roadmaps_buckets_and_anchors(seed: int) -> None:
    assessment, verdict = sides(seed)
    world, on_the_day = verdict.world, scene(assessment)

    items = [
        (one, item, known)
        for name, one in world.assignments.items()
        for item, known in zip(one.get("roadmap", []), on_the_day.known[name].items, strict=True)
        if facts.counts(world, one)
    ]

    assert [
        (
            str(known.state),
            known.live,
            bucket(known, world.t),
            is_anchored(known, one["department"], on_the_day.anchors),
        )
        for one, item, known in items
    ] == [
        (
            facts.item_state(world, item),
            facts.is_live(world, one, item),
            movement.bucket(world, item),
            movement.is_anchored(world, item, one["department"]),
        )
        for one, item, _ in items
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_at_stake_in_each_gap(seed: int) -> None:
    assessment, verdict = sides(seed)
    gaps = [one for one in assessment.findings if told(one) in verdict.listed]

    found = {told(one): at_stake(scene(assessment), one) for one in gaps}

    assert found == {gap: sums.stake(verdict.world, *gap[2:]) for gap in found}
    assert all(stake >= Fraction(0) for stake in found.values())


def test_every_standing_and_step_shows_somewhere_in_the_portfolios() -> None:
    worlds = [sides(seed)[1].world for seed in SEEDS]

    standings = {
        money.standing(world, one, benefit)
        for world in worlds
        for one in sums.counted(world)
        for benefit in one.get("benefits", [])
    }
    steps = {step for world in worlds for one in facts.climbing(world).values() for step, _ in facts.visits(world, one)}

    assert standings == {"unset", "unmeasured", "achieved", "worse", "missed", "behind", "on-track"}
    assert steps == set(STEPS)
