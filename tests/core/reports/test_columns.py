from datetime import date
from fractions import Fraction

import pytest

from staircase.core.period import parse_period
from staircase.core.reports.block import Cell, Column, Group, Table, Value
from staircase.core.reports.columns import Drawn, asked_for, of_rows, table, value_cell
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Share, Term, Word

PLAIN: Drawn[int] = Drawn(Column("plain", 3, "right", shrink=5), Cell)
NAMED: Drawn[int] = Drawn(Column("named", 1), lambda one: Cell(Name(str(one))))


def test_a_table_has_a_row_a_line_in_groups_that_are_not_empty() -> None:
    made = table([(Name("one"), [1, 2]), (Name("none"), []), (None, [3])], (PLAIN, NAMED), group_key="group")

    assert made == Table(
        columns=(PLAIN.column, NAMED.column),
        groups=(
            Group(Name("one"), ((Cell(1), Cell(Name("1"))), (Cell(2), Cell(Name("2"))))),
            Group(None, ((Cell(3), Cell(Name("3"))),)),
        ),
        group_key="group",
    )


def test_columns_that_are_asked_for_are_never_dropped_and_stand_in_the_order_asked() -> None:
    asked = asked_for(("named", "plain"), {"plain": PLAIN, "named": NAMED})

    assert [drawn.column for drawn in asked] == [Column("named"), Column("plain", 0, "right", shrink=5)]
    assert [drawn.cell(7) for drawn in asked] == [Cell(Name("7")), Cell(7)]


def test_rows_give_a_column_for_each_of_their_keys() -> None:
    drawn = of_rows(("name", "worth", "text"), numbers=("worth",), long=("text",))

    assert [one.column for one in drawn.values()] == [
        Column("name"),
        Column("worth", align="right"),
        Column("text", shrink=20),
    ]
    row: dict[str, Value] = {"name": Name("n"), "worth": Money(Fraction(7)), "text": None}
    assert {key: one.cell(row) for key, one in drawn.items()} == {
        "name": Cell(Name("n")),
        "worth": Cell(Money(Fraction(7))),
        "text": Cell(None),
    }


@pytest.mark.parametrize("term", [Name("x"), Word("step.embed"), 7, True, date(2026, 1, 2), Share(Fraction(1, 3))])
def test_a_term_is_a_cell_as_it_stands(term: Term) -> None:
    assert value_cell(term) == Cell(term)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((), None),
        ((Name("a"), Code("b")), "a b"),
        ((Word("step.embed"), parse_period("2026-Q1")), "embed 2026-Q1"),
        ({}, None),
        ({"title": Name("A, b"), "days": Days(7)}, "title: A, b, days: 7"),
        ({"count": Count(2, "gap"), "day": date(2026, 1, 2)}, "count: 2, day: 2026-01-02"),
        (
            {"share": Share(Fraction(1, 4)), "sum": Money(Fraction(5, 2)), "value": Quantity(Fraction(9))},
            "share: 0.25, sum: 2.5, value: 9",
        ),
    ],
)
def test_lists_and_mappings_are_written_out(value: Value, text: str | None) -> None:
    assert value_cell(value) == Cell(Name(text) if text else None)
