from fractions import Fraction

import pytest

from staircase.core.reports import Cell, Fact
from staircase.core.reports.status import money_facts
from staircase.core.term import Count, Money, Said, Share
from staircase.core.totals import totals
from tests.core.build import assessed, assignment, program

PROGRAM = program("documents: [{id: plan, title: Plan, adopted: 2026-01-01}]")
HALF = (
    "worth: {per_unit: 1000}, baseline: {value: 100, date: 2026-01-01}, target: {value: 0}, "
    "measurements: [{value: 50, date: 2026-06-01}]"
)
DONE = HALF.replace("value: 50", "value: 0")
TAKEN = "taken_home: [{from: 2026-01-01, amount: 12500, document: plan}]"


def shown(*benefits: str) -> tuple[Fact, ...]:
    """Give the facts of an assignment with those benefits."""
    items = "".join(f"- {{id: b{number}, title: B, {rest}}}\n" for number, rest in enumerate(benefits))
    read = assessed(PROGRAM, it=assignment(f"benefits:\n{items}" if items else ""))
    assert read.scene is not None
    return tuple(money_facts(totals(read.scene.figures["it"], ())))


def taken(kind: str, amount: int, potential: int, share: Fraction | None) -> Fact:
    """Say what was taken home of what is possible."""
    said = Said(
        f"status.{kind}", {"taken": Money(Fraction(amount), bare=True), "potential": Money(Fraction(potential))}
    )
    return Fact(f"kind.{kind}", (Cell(said), Cell(Share(share) if share is not None else None)))


@pytest.mark.parametrize(
    ("benefits", "expected"),
    [
        ((), ()),
        ((f"kind: avoidance, {HALF}", HALF), ()),
        ((f"kind: cash, {HALF}",), (taken("cash", 0, 100000, Fraction(0)),)),
        ((f"kind: cash, {HALF}, {TAKEN}",), (taken("cash", 12500, 100000, Fraction(1, 8)),)),
        ((f"kind: capacity, {HALF}, {TAKEN}",), (taken("capacity", 12500, 100000, Fraction(1, 8)),)),
        ((f"kind: cash, {HALF.replace('1000', '0')}",), (taken("cash", 0, 0, None),)),
        (("kind: cash",), (Fact("kind.cash", (Cell(Said("status.cash.unset", {})), Cell(None))),)),
        (("kind: capacity",), (Fact("kind.capacity", (Cell(Said("status.capacity.unset", {})), Cell(None))),)),
        (("kind: quality",), (Fact("kind.quality", (Cell(Said("status.quality.unset", {})), Cell(None))),)),
        (
            (f"kind: quality, {HALF}", f"kind: quality, {DONE}", "kind: quality"),
            (
                Fact(
                    "kind.quality",
                    (
                        Cell(Said("status.quality", {"achieved": 1, "targets": Count(2, "target")})),
                        Cell(Share(Fraction(1, 2))),
                    ),
                ),
            ),
        ),
    ],
)
def test_each_kind_says_what_has_been_taken_home(benefits: tuple[str, ...], expected: tuple[Fact, ...]) -> None:
    assert shown(*benefits) == expected


def test_the_kinds_come_in_their_order() -> None:
    labels = [fact.label for fact in shown("kind: quality", "kind: capacity", "kind: cash")]

    assert labels == ["kind.cash", "kind.capacity", "kind.quality"]
