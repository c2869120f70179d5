"""What a narrower terminal leaves out: which columns go in which order, and that each of them is named."""

import itertools
import re
from collections.abc import Sequence
from functools import cache

import pytest

from staircase.core.assess import Assessment
from staircase.core.reports import Report
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.status import status
from staircase.render import render
from staircase.render.layout import width
from staircase.render.look import Look
from staircase.words.speech import words
from tests.test_forms import example

SWEDISH = words("sv")
EVERY = range(260, 59, -1)
SOME = (*range(260, 120, -5), *range(120, 59, -2))

DROPPED: dict[str, tuple[tuple[str, ...], ...]] = {
    "status": (("entered",), ("last_touched",), ("lead",), ("department",), ("days_in_step",), ("benefit",)),
    "benefits": (
        *(("latest_date", "by"), ("next_measurement",), ("way",), ("owner",), ("assignment",)),
        ("gauge", "taken_home"),
    ),
    "departments": (("id",), ("assignments",), ("rounds",), ("open",), ("roadmap_until",), ("next",)),
    "roadmap": (("owner",), ("assignment",)),
    "gaps": (("gap_place",), ("gap_owner",)),
    "lessons": (("gap_place",), ("gap_owner",)),
    "flow": (("stopped",), ("jumps",), ("returns",), ("forward",), ("completed",), ("learned",)),
}
"""The columns of each report in the order in which they go; those in one group go together.

Nothing in the example was stopped without a lesson, and such a column of noughts goes first."""

KEPT_AT_80 = {
    "status": ("climb", "id", "title", "benefit", "gaps"),
    "benefits": ("benefit_title", "gauge", "realised", "standing", "taken_home"),
    "departments": ("name", "explore", "benefits", "roadmap", "embed", "next"),
    "flow": ("period", "started", "learned", "on_explore", "on_benefits", "on_roadmap", "on_embed"),
}

widths = pytest.mark.parametrize("widths", [SOME, pytest.param(EVERY, marks=pytest.mark.slow)], ids=["some", "every"])


@cache
def made(name: str) -> Report:
    of: Assessment = example()
    return {
        "status": status,
        "benefits": benefits,
        "departments": departments,
        "roadmap": roadmap,
        "gaps": gaps,
        "lessons": lessons,
        "flow": flow,
    }[name](of)


@cache
def drawn(name: str, columns: int) -> str:
    return render(made(name), "table", Look(columns, terminal=True), SWEDISH)


def heading(key: str) -> str:
    return SWEDISH.text(f"column.{key}")


def hidden(name: str, columns: int) -> tuple[str, ...]:
    """The headings of the columns that are said to be hidden."""
    found = re.search(r"Dolda kolumner: (.*)\. Visa dem: --wide", " ".join(drawn(name, columns).splitlines()[-3:]))
    return tuple(found.group(1).split(", ")) if found else ()


def is_table(name: str, columns: int) -> bool:
    """Whether there is room for columns; where there is not, every line tells all that it has."""
    return name != "roadmap" or "i dag ─" in drawn(name, columns)


@widths
@pytest.mark.parametrize("name", DROPPED)
def test_columns_go_one_after_the_other_in_their_order(name: str, widths: Sequence[int]) -> None:
    order = [{heading(key) for key in keys} for keys in DROPPED[name]]
    steps = [set().union(*order[:count]) for count in range(len(order) + 1)]

    sets = [set(hidden(name, columns)) for columns in widths if is_table(name, columns)]

    assert [found for found in sets if found not in steps] == []
    assert all(before <= after for before, after in itertools.pairwise(sets))
    assert sets[0] == set()


@widths
@pytest.mark.parametrize("name", KEPT_AT_80)
def test_no_column_is_gone_without_being_named(name: str, widths: Sequence[int]) -> None:
    def head(columns: int) -> set[str]:
        lines = drawn(name, columns).splitlines()
        rule = next(number for number, line in enumerate(lines) if re.fullmatch("─+", line))
        return set(re.split(" {2,}", lines[rule - 1].strip()))

    whole = head(widths[0])

    assert [columns for columns in widths if whole - head(columns) != set(hidden(name, columns))] == []
    assert head(80) == {heading(key) for key in KEPT_AT_80[name]}


@pytest.mark.parametrize("name", DROPPED)
def test_no_line_is_wider_than_the_terminal(name: str) -> None:
    for columns in (80, 140):
        lines = drawn(name, columns).splitlines()

        assert [line for line in lines if width(line) > columns] == []


def test_the_sums_of_a_kind_stand_whole_at_80_columns() -> None:
    text = " ".join(drawn("benefits", 80).split())

    assert "Frigjord tid: möjligt 15,6 mnkr/år, uppnått 9,7 (62 %), används 4,0 (26 %)" in text
