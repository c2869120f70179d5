"""The worked example of the design, with the numbers worked out by hand, against both sides."""

from dataclasses import astuple
from datetime import date
from fractions import Fraction

from tests.oracle import money, sums
from tests.oracle.aspects import compared
from tests.oracle.sides import ask

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
    world = ask(TEXTS, DAY, DAY).verdict.world
    assignment = world.assignments["web"]

    time, paper = [money.figures(world, assignment, benefit) for benefit in assignment["benefits"]]

    assert (time.share, time.planned, time.standing) == (Fraction(14, 25), Fraction(164, 409), "on-track")
    assert (time.potential, time.now, time.taken) == exact(356250, 199500, 0)
    assert (paper.share, paper.standing) == (Fraction(7, 9), "on-track")
    assert (paper.potential, paper.now, paper.taken) == exact(72000, 56000, 0)
    assert astuple(sums.net(world, ("cash",))) == (*exact(-4000, 12000), "years", Fraction(35))
    assert astuple(sums.net(world, ("cash", "capacity"))) == (
        *exact(195500, 368250),
        "years",
        Fraction(420000, 368250),
    )


def test_the_program_works_the_example_out() -> None:
    told = ask(TEXTS, DAY, DAY).told["benefits"]
    time, paper = [next(row for row in told["rows"] if row["id"] == name) for name in ("handling-time", "paper")]
    keys = ("realised", "planned", "standing", "potential", "now", "taken_home")

    assert [time[key] for key in keys] == [0.56, 0.400978, "on-track", 356250, 199500, 0]
    assert [paper[key] for key in keys if key != "planned"] == [0.777778, "on-track", 72000, 56000, 0]
    assert told["totals"]["net"] == {
        "cash": {"now": -4000, "at_target": 12000, "payback": "years", "payback_years": 35},
        "with_capacity": {"now": 195500, "at_target": 368250, "payback": "years", "payback_years": 1.140530},
    }


def test_both_sides_agree_on_all_else_of_the_example() -> None:
    told, known = compared(ask(TEXTS, DAY, DAY))

    assert told == known
