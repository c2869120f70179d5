from staircase.core.reports.block import Cell, Column, Group, Table
from staircase.core.reports.columns import Drawn, asked_for, table
from staircase.core.term import Name

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
