from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Department, Document, Goal
from staircase.core.period import Period
from staircase.core.sheets import Holds, Role, Sheet
from staircase.core.sheets.table import SHEETS, sheet

KINDS = {
    str: {Holds.TEXT},
    date: {Holds.DATE},
    Period: {Holds.PERIOD},
    Fraction: {Holds.NUMBER, Holds.MONEY},
    int: {Holds.WHOLE},
    Literal: {Holds.CHOICE},
    tuple: {Holds.LIST},
}


def leaves(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The single values and lists of them that a part of a file holds itself, with their kinds."""
    for name, field in model.model_fields.items():
        kind = plain(field.annotation)
        here = (*path, field.alias or name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from leaves(kind, here)
        elif not (get_origin(kind) is tuple and isinstance(plain(get_args(kind)[0]), type(BaseModel))):
            yield here, kind


def plain(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    while get_origin(annotation) is Annotated or type(None) in get_args(annotation):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def lists_of_parts(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, field in model.model_fields.items():
        kind = plain(field.annotation)
        if get_origin(kind) is tuple and isinstance(part := plain(get_args(kind)[0]), type(BaseModel)):
            yield (*path, name), part
            yield from lists_of_parts(part, (*path, name))


READ = [one for one in SHEETS if one.is_read]


@pytest.mark.parametrize("one", READ, ids=lambda one: one.name)
def test_every_field_of_a_part_has_one_column_of_its_kind(one: Sheet) -> None:
    assert one.part is not None
    fields = {path: kind for path, kind in leaves(one.part) if path != ("id",)}

    columns = {column.field: column for column in one.columns if column.role is Role.FACT}

    assert columns.keys() == fields.keys()
    assert len(columns) == sum(column.role is Role.FACT for column in one.columns)
    for path, kind in fields.items():
        assert columns[path].holds in KINDS[get_origin(kind) or kind], path
        if get_origin(kind) is Literal:
            assert columns[path].choices == get_args(kind)


def test_every_list_of_an_assignments_file_has_one_sheet() -> None:
    lists: dict[tuple[str, ...], Any] = {(): Assignment, **dict(lists_of_parts(Assignment))}

    assert {one.lists: one.part for one in READ if not one.of_program} == lists
    assert {one.part for one in READ if one.of_program} == {Department, Document, Goal}


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.name)
def test_the_columns_of_a_sheet_have_names_of_their_own_and_tell_whose_portfolio_it_is(one: Sheet) -> None:
    keys = Counter(column.key for column in one.columns)

    assert keys.most_common(1)[0][1] == 1
    assert [column.key for column in one.columns[-3:]] == ["organisation", "program", "as_of"]


@pytest.mark.parametrize("one", READ, ids=lambda one: one.name)
def test_what_says_where_a_row_belongs_stands_first_with_an_id_or_a_number_of_its_own(one: Sheet) -> None:
    places = [column.key for column in one.places]

    assert [column.key for column in one.columns[: len(places)]] == places
    assert len(places) == max(len(one.lists) + (not one.of_program), 1)
    assert (places[-1] == "number") is ("id" not in getattr(one.part, "model_fields", {}) and one.lists != ())


def test_a_sheet_without_people_has_no_column_that_names_them() -> None:
    told = {column.key for one in SHEETS for column in one.without_people().columns}

    assert told.isdisjoint({"lead", "owner", "manager", "together"})
    assert sheet("assignments").without_people().column("title") == sheet("assignments").column("title")
    assert sheet("assignments").without_people().column("lead") is None


def test_facts_and_places_are_what_import_reads() -> None:
    benefits = sheet("benefits")

    assert {column.key for column in benefits.columns if column.is_read} == {
        *(column.key for column in (*benefits.places, *benefits.facts)),
    }
    assert {column.key for column in benefits.columns if not column.is_read} == {
        *("standing", "realised", "planned", "potential", "now", "taken_home", "by_day", "latest", "latest_date"),
        *("next_measurement", "taken_home_from", "department", "counts", "organisation", "program", "as_of"),
    }
    assert not any(sheet(name).is_read for name in ("steps", "gaps", "program"))
