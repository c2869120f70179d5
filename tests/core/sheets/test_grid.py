"""A sheet's merged cells: what each place shows, and which areas are looked at."""

import pytest

from staircase.core.sheets.grid import Grid, GridCell, MergedArea, apart

A, B = GridCell("a"), GridCell("b")
GRID = Grid("S", {1: {1: A}, 2: {2: B}, 3: {2: B}, 5: {1: B}, 6: {2: B}}, (MergedArea(1, 1, 4, 2),))


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [
        pytest.param(1, 1, A, id="its first"),
        pytest.param(3, 1, A, id="below its first"),
        pytest.param(3, 2, B, id="a cell of its own"),
        pytest.param(4, 1, None, id="a row that holds nothing"),
        pytest.param(1, 2, None, id="beside its first"),
        pytest.param(5, 1, B, id="under the area"),
        pytest.param(6, 1, None, id="further below"),
        pytest.param(2, 3, None, id="a column without areas"),
    ],
)
def test_a_place_in_merged_rows_shows_what_the_first_of_them_holds(
    row: int, column: int, cell: GridCell | None
) -> None:
    assert GRID.at(row, column) == cell


def test_each_column_is_told_whole_with_what_merged_rows_show() -> None:
    rows = (1, 2, 3, 5, 6)

    assert GRID.columns(rows) == {1: [A, A, A, B], 2: [B, B, B]}
    assert Grid("S", GRID.cells).columns(rows) == {1: [A, B], 2: [B, B, B]}
    assert GRID.columns((2, 6)) == {1: [A], 2: [B, B]}


def test_areas_that_begin_in_the_first_row_or_column_of_another_are_passed_by() -> None:
    first, beside, below = MergedArea(1, 1, 2, 2), MergedArea(1, 3, 1, 4), MergedArea(3, 1, 4, 1)
    across, down = MergedArea(1, 2, 9, 9), MergedArea(2, 1, 9, 9)

    assert apart([below, down, beside, across, first, first]) == (first, beside, below)
