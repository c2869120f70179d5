"""Headings as people write them, the unit that one names, and what stands over several of them."""

import pytest

from staircase.core.model import is_line_at
from staircase.core.model.assignment import Assignment, Benefit
from staircase.core.sheets.grid import Grid, GridCell, MergedArea, headings_of
from staircase.core.sheets.heading import money_unit, unit_of


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Budget (tkr)", 1_000),
        ("Budget [mnkr]", 1_000_000),
        ("Budget, MSEK", 1_000_000),
        ("Kostnad tkr 2026", 1_000),
        ("Budget (2026) (tkr)", 1_000),
        ("Budget (kr)", 1),
        ("Budget (2026)", 1),
        ("Budget", 1),
    ],
)
def test_a_heading_says_how_much_one_of_its_numbers_is(heading: str, expected: int) -> None:
    found = money_unit(unit_of(heading), "SEK")

    assert (found.scale if found else 1) == expected


def test_what_is_merged_over_a_column_without_a_heading_makes_none_for_it() -> None:
    above = {1: GridCell("Värden")}
    own = {1: GridCell("Nuläge"), 3: GridCell("Mål"), 4: GridCell("Projekt"), 5: GridCell("Ort")}
    grid = Grid("Blad", {1: above, 2: own}, (MergedArea(1, 1, 1, 3),))

    assert headings_of(grid, 2) == {1: "Värden \u2013 Nuläge", 3: "Värden \u2013 Mål", 4: "Projekt", 5: "Ort"}


def test_only_a_key_that_holds_one_line_is_said_to() -> None:
    paths = ("title",), ("stopped", "learned"), ("stopped", "date"), ("titel",), ("stopped", "titel"), ("nowhere", "x")

    assert [is_line_at(Assignment, path) for path in paths] == [True, False, False, False, False, False]
    assert is_line_at(Benefit, ("measure", "unit"))
