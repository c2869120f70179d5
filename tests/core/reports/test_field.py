"""A field is a key of a row, a column, and its cell: what a table shows comes from the value that the row holds."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.period import parse_period
from staircase.core.reports import Cell, Column, Group, Table, Tone, Value
from staircase.core.reports.outline import Field, table, toned, value_cell
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Share, Term, Word

PLAIN: Field[int] = Field("plain", lambda line: line, "right", shrink=5, priority=3)
NAMED: Field[int] = Field("named", lambda line: Name(str(line)), priority=1, heading="title")
DRAWN: Field[int] = Field("drawn", draw=lambda line, cell: Cell(line + 1, Tone.WARN, flat=cell.term))


def test_a_table_has_a_row_a_line_in_groups_that_are_not_empty() -> None:
    made = table([(Name("one"), [1, 2]), (Name("none"), []), (None, [3])], (PLAIN, NAMED, DRAWN), group_key="group")

    assert made == Table(
        columns=(Column("plain", 3, "right", shrink=5), Column("title", 1), Column("drawn")),
        groups=(
            Group(
                Name("one"),
                (
                    (Cell(1), Cell(Name("1")), Cell(2, Tone.WARN)),
                    (Cell(2), Cell(Name("2")), Cell(3, Tone.WARN)),
                ),
            ),
            Group(None, ((Cell(3), Cell(Name("3")), Cell(4, Tone.WARN)),)),
        ),
        group_key="group",
    )


def test_a_drawing_is_made_of_the_cell_of_the_value() -> None:
    strong = PLAIN._replace(draw=toned(Tone.STRONG))
    flat = PLAIN._replace(draw=lambda line, cell: Cell(-line, flat=cell.term))

    assert (strong.cell(7), flat.cell(7), flat.plain_cell(7)) == (Cell(7, Tone.STRONG), Cell(-7, flat=7), Cell(7))


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
