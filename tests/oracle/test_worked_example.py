"""The worked example of the design, with the numbers worked out by hand, against both sides."""

from dataclasses import astuple
from datetime import date
from fractions import Fraction

from staircase.core.totals import totals
from tests.oracle import money, sums
from tests.oracle.sides import ask, scene

DAY = date(2020, 5, 25)

PROGRAM = """\
format: 1
name: Programme
organisation: Town
departments:
  - {id: building, name: Building permits}
documents:
  - {id: budget-2021, title: Budget 2021, from: 2021, to: 2021}
"""

ASSIGNMENT = """\
title: Applications on the web
department: building
lead: Programme
started: 2019-05-01
live: 2019-11-18
costs: {one_off: 420000, per_year: 60000}
journey:
  - {step: benefits, entered: 2019-11-18}
benefits:
  - id: handling-time
    title: Shorter handling time
    kind: capacity
    measure: {what: handling time, unit: minutes/application}
    baseline: {value: 55, date: 2019-05-20}
    target: {value: 30, by: 2020-12-31}
    measurements:
      - {value: 48, date: 2020-01-31}
      - {value: 41, date: 2020-04-30}
    worth: {per_unit: 14250}
  - id: paper
    title: Paper and postage
    kind: cash
    measure: {what: paper and postage, unit: SEK/year}
    baseline: {value: 96000, date: 2019-05-31}
    target: {value: 24000, by: 2021-06-30}
    measurements:
      - {value: 40000, date: 2020-04-30}
    taken_home:
      - {from: 2020-05-01, amount: 56000, document: budget-2021}
"""

TEXTS: dict[str, str | None] = {"program.yaml": PROGRAM, "assignments/web.yaml": ASSIGNMENT}


def exact(*numbers: int) -> tuple[Fraction | None, ...]:
    return tuple(Fraction(number) for number in numbers)


def test_the_oracle_works_the_example_out() -> None:
    world = ask(TEXTS, DAY, DAY)[1].world
    assignment = world.assignments["web"]

    time, paper = [money.figures(world, assignment, benefit) for benefit in assignment["benefits"]]

    assert (time.share, time.planned, time.standing) == (Fraction(14, 25), Fraction(164, 409), "on-track")
    assert (time.potential, time.now, time.taken) == exact(356250, 199500, 0)
    assert (paper.share, paper.standing) == (Fraction(7, 9), "on-track")
    assert (paper.potential, paper.now, paper.taken) == exact(72000, 56000, 0)
    assert astuple(sums.net(world, ("cash",))) == exact(-4000, 12000, 35)
    assert astuple(sums.net(world, ("cash", "capacity"))) == (*exact(195500, 368250), Fraction(420000, 368250))


def test_the_program_works_the_example_out() -> None:
    on_the_day = scene(ask(TEXTS, DAY, DAY)[0])

    time, paper = on_the_day.figures["web"]
    whole = totals((time, paper), on_the_day.known.values())

    assert (time.realised, time.planned, str(time.standing)) == (Fraction(14, 25), Fraction(164, 409), "on-track")
    assert (time.potential, time.now, time.taken_home) == exact(356250, 199500, 0)
    assert (paper.realised, str(paper.standing)) == (Fraction(7, 9), "on-track")
    assert (paper.potential, paper.now, paper.taken_home) == exact(72000, 56000, 0)
    assert (whole.cash.now, whole.cash.at_target, whole.cash.payback_years) == exact(-4000, 12000, 35)
    assert (whole.with_capacity.now, whole.with_capacity.at_target) == exact(195500, 368250)
    assert whole.with_capacity.payback_years == Fraction(420000, 368250)
