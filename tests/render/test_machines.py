"""JSON and CSV give machines exact, stable values."""

import csv
import json
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.period import parse_period
from staircase.core.reports import Value
from staircase.core.term import (
    Choices,
    Climb,
    Code,
    Count,
    Days,
    Money,
    Name,
    Quantity,
    Said,
    Share,
    ShareRange,
    Word,
)
from staircase.render import render
from staircase.render.look import Look
from tests.render.samples import SWEDISH, report, status

LOOK = Look(80)

VALUES: dict[str, tuple[Value, str, str]] = {
    "unset": (None, "null", ""),
    "true": (True, "true", "true"),
    "number": (12, "12", "12"),
    "days": (Days(147), "147", "147"),
    "count": (Count(3, "assignment"), "3", "3"),
    "climb": (Climb(3, arrived=True), "3", "3"),
    "money": (Money(Fraction(-356250)), "-356250.00", "-356250.00"),
    "money, half to even": (Money(Fraction(1, 8)), "0.12", "0.12"),
    "share": (Share(Fraction(7, 9)), "0.777778", "0.777778"),
    "share, half to even": (Share(Fraction(25, 10**7)), "0.000002", "0.000002"),
    "share, nearly all": (Share(1 - Fraction(1, 10**9)), "0.999999", "0.999999"),
    "share, all and a bit": (Share(1 + Fraction(1, 10**9)), "1.000000", "1.000000"),
    "range, nearly all": (
        ShareRange(Fraction(1, 2), 1 - Fraction(1, 10**9)),
        "[0.500000, 0.999999]",
        "0.500000 0.999999",
    ),
    "range": (ShareRange(Fraction(57, 100), Fraction(79, 100)), "[0.570000, 0.790000]", "0.570000 0.790000"),
    "whole quantity": (Quantity(Fraction(5200), "hours/year"), "5200", "5200"),
    "large quantity": (Quantity(Fraction(10**15)), "1000000000000000", "1000000000000000"),
    "quantity": (Quantity(Fraction("-0.1250")), "-0.125", "-0.125"),
    "endless quantity": (Quantity(Fraction(1, 3)), "0.333333", "0.333333"),
    "name": (Name("Åsa, Vik"), '"Åsa, Vik"', '"Åsa, Vik"'),
    "code": (Code("travel-time"), '"travel-time"', "travel-time"),
    "word": (Word("step.explore"), '"explore"', "explore"),
    "choices": (Choices(("cash", "capacity")), '["cash", "capacity"]', "cash capacity"),
    "sentence": (Said("lines.one", {"name": Name("A")}), '"A är med"', "A är med"),
    "period": (parse_period("2027-Q1"), '"2027-Q1"', "2027-Q1"),
    "date": (date(2026, 11, 2), '"2026-11-02"', "2026-11-02"),
    "ids": ((Code("a"), Code("b")), '["a", "b"]', "a b"),
    "names": ((Name("a b"), Name("c")), '["a b", "c"]', "a b; c"),
    "nothing in a list": ((), "[]", ""),
    "mapping": ({"x": 1, "y": None}, '{"x": 1, "y": null}', '"{""x"": 1, ""y"": null}"'),
}


@pytest.mark.parametrize(("value", "in_json", "in_csv"), VALUES.values(), ids=VALUES.keys())
def test_each_value_has_its_form(value: Value, in_json: str, in_csv: str) -> None:
    given = report(rows=({"x": value, "y": 1},))

    written = json.loads(render(given, "json", LOOK, SWEDISH), parse_float=Decimal)["rows"][0]["x"]

    assert written == json.loads(in_json, parse_float=Decimal)
    assert str(written) == str(json.loads(in_json, parse_float=Decimal))
    assert render(given, "csv", LOOK, SWEDISH) == f"x,y\r\n{in_csv},1\r\n"


@given(st.fractions(-(10**15), 10**15))
def test_money_is_rounded_as_exact_decimals_are(amount: Fraction) -> None:
    written = json.loads(render(report(rows=({"x": Money(amount)},)), "json", LOOK, SWEDISH), parse_float=Decimal)

    halves = round(amount * 100)
    assert Fraction(written["rows"][0]["x"]) == Fraction(halves, 100)
    assert written["rows"][0]["x"] == (Decimal(halves) / 100).quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def test_json_has_every_key_in_its_order_also_when_empty() -> None:
    assert render(report(), "json", LOOK, SWEDISH) == (
        "{\n"
        '  "schema": "staircase.sample/1",\n'
        '  "as_of": "2026-11-02",\n'
        '  "program": "Programmet för digitalisering",\n'
        '  "rows": [],\n'
        '  "totals": {},\n'
        '  "unreadable": [],\n'
        '  "not_shown": []\n'
        "}\n"
    )


def test_json_is_written_as_the_standard_library_would() -> None:
    text = render(status(), "json", LOOK, SWEDISH)

    numbers = json.loads(text)
    assert json.loads(json.dumps(numbers, indent=2, ensure_ascii=False)) == numbers
    assert text.splitlines()[5:8] == ["    {", '      "id": "nyckelfritt",', '      "title": "Nyckelfri hemtjänst",']
    assert numbers["totals"] == {
        "open": 12,
        "at_once": 30,
        "per_step": {"explore": 3, "benefits": 4},
        "taken": 430000.0,
    }


def test_csv_has_one_record_a_row_under_the_chosen_columns() -> None:
    given = report(rows=({"id": Code("a"), "title": Name("A"), "gaps": 1},), columns=("gaps", "id"))

    assert render(given, "csv", LOOK, SWEDISH) == "gaps,id\r\n1,a\r\n"


def test_csv_has_its_head_also_without_rows() -> None:
    assert render(report(keys=("id", "title")), "csv", LOOK, SWEDISH) == "id,title\r\n"


def test_a_spreadsheet_in_swedish_gets_a_byte_order_mark_semicolons_and_decimal_commas() -> None:
    given = report(rows=({"id": Code("a"), "share": Share(Fraction(1, 2)), "cost": Money(Fraction(-3, 2))},))

    assert render(given, "excel", LOOK, SWEDISH) == "\ufeffid;share;cost\r\na;0,500000;-1,50\r\n"


@pytest.mark.parametrize("text", ['a"b', "a,b", "a\nb", "a;b", " a "])
def test_csv_gives_text_back(text: str) -> None:
    written = render(report(rows=({"x": Name(text), "y": 1},)), "csv", LOOK, SWEDISH)

    assert list(csv.reader(StringIO(written, newline=""), strict=True)) == [["x", "y"], [text, "1"]]
