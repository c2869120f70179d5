"""All that is fixed of a report comes from one list of fields: keys, rows, columns and their headings."""

from typing import Any

import pytest

from staircase.core.choices import LANGUAGES
from staircase.core.reports import Cell, Column, Group, Heading, Hints, Lines, Table, Tone
from staircase.core.reports.outline import Content, Field, Outline
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Code, Name, Said
from staircase.words.speech import words
from tests.core.build import assessed, assignment
from tests.core.reports.outlines import OUTLINES, UNREAD

each_outline = pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.name)

FIELDS: tuple[Field[int], ...] = (
    Field("id", lambda line: Name(f"n{line}"), shrink=9, heading="title", priority=2),
    Field("now", lambda line: line or None, "right", draw=lambda line, cell: Cell(cell.term, Tone.BAD, flat=line)),
    Field("way", draw=lambda line, _: Cell(-line)),
)
SMALL: Outline[int, int] = Outline(
    "small", FIELDS, {"count": lambda sums: sums, "of": {"more": lambda sums: sums + 1}}, ("way", "id")
)
HINT = (Said("hint.show", {}), "staircase show ID")


def content(*lines: int, headed: bool = False) -> Content[int, int]:
    """What there is to say of those lines."""
    blocks = [Lines((Said("gaps.none", {}),))]
    return Content(lines, len(lines), blocks, lambda: (Said(f"line.{line}", {}) for line in lines), [HINT], headed)


@each_outline
def test_no_key_and_no_usual_column_stands_twice(outline: Outline[Any, Any]) -> None:
    keys = [field.key for field in outline.fields]

    assert len(set(keys)) == len(keys)
    assert len(set(outline.usual)) == len(outline.usual)


@each_outline
def test_every_column_that_can_be_shown_has_its_words_in_both_languages(outline: Outline[Any, Any]) -> None:
    headings = {f"column.{field.column.key}" for field in outline.usual_fields()}
    asked = {f"column.{field.column.key}" for field in outline.asked_fields(outline.keys)}

    assert [key for language in LANGUAGES for key in headings | asked if key not in words(language).texts] == []


@each_outline
def test_the_usual_columns_are_the_fields_that_have_a_place_among_them(outline: Outline[Any, Any]) -> None:
    only_shown = {field.key for field in outline.fields if not field.value}
    given_way = {field.key for field in outline.fields if field.priority or field.heading}

    assert [key for key in only_shown | given_way if key not in outline.usual] == []


def test_keys_and_rows_are_the_fields_with_a_value_in_their_order() -> None:
    assert SMALL.keys == ("id", "now")
    assert SMALL.row(7) == {"id": Name("n7"), "now": 7}


@pytest.mark.parametrize(("sort", "order"), [("", (2, 0, 1)), ("now", (1, 2, 0)), ("-id", (2, 1, 0))])
def test_lines_are_sorted_by_what_their_rows_hold(sort: str, order: tuple[int, ...]) -> None:
    assert SMALL.in_order([2, 0, 1], sort) == order


def test_the_usual_columns_stand_in_their_own_order_and_may_be_dropped() -> None:
    made = SMALL.single_table([3], ALL)

    assert made == Table((Column("way"), Column("title", 2, shrink=9)), (Group(None, ((Cell(-3), Cell(Name("n3"))),)),))


@pytest.mark.parametrize(
    ("as_values", "columns", "cells"),
    [
        (False, (Column("now", 0, "right"), Column("id", shrink=9)), (Cell(3, Tone.BAD, flat=3), Cell(Name("n3")))),
        (True, (Column("now", 0, "right"), Column("id", shrink=20)), (Cell(3), Cell(Name("n3")))),
    ],
)
def test_columns_that_are_asked_for_are_never_dropped(
    *, as_values: bool, columns: tuple[Column, ...], cells: tuple[Cell, ...]
) -> None:
    outline: Outline[int, int] = Outline("small", FIELDS, {}, ("way", "id"), asked_as_values=as_values)

    assert outline.single_table([3], Selection(columns=("now", "id"))) == Table(columns, (Group(None, (cells,)),))


def test_a_report_has_its_heading_what_was_not_read_its_blocks_and_its_hints() -> None:
    made = SMALL.report(assessed(it=assignment(), bad="["), Selection(columns=("id",)), lambda _: content(1, 0))

    unread = UNREAD
    assert made.blocks == (
        Heading("Town", "Programme", made.day),
        Lines((unread,), Tone.WARN),
        Lines((Said("gaps.none", {}),)),
        Hints((HINT,)),
    )
    assert (made.name, made.keys, made.program, made.unreadable) == (
        "small",
        ("id", "now"),
        "Programme",
        ("assignments/bad.yaml",),
    )
    assert made.rows == ({"id": Name("n1"), "now": 1}, {"id": Name("n0"), "now": None})
    assert (made.totals, made.columns) == ({"count": 2, "of": {"more": 3}}, ("id",))
    assert made.sentences == (Said("line.1", {}), Said("line.0", {}))


def test_a_report_whose_blocks_have_the_heading_in_themselves_gets_no_second_one() -> None:
    made = SMALL.report(assessed(bad="["), ALL, lambda _: content(headed=True)._replace(hints=()))

    assert made.blocks == (Lines((Said("gaps.none", {}),)),)


def test_without_a_programme_a_report_has_no_rows_and_says_what_to_run() -> None:
    made = SMALL.report(assessed("["), ALL, lambda _: content(1))

    said = Said("report.no-program", {"file": Code("program.yaml"), "command": Code("staircase check")})
    assert (made.rows, made.totals, made.program) == ((), {"count": None, "of": {"more": None}}, "")
    assert (made.blocks, made.sentences) == ((Lines((said,), Tone.BAD),), ())
    assert (made.name, made.keys, made.unreadable) == ("small", ("id", "now"), ("program.yaml",))
