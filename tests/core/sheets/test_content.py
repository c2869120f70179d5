"""What stands in cells as people write it, and what comes of it; what may mean two things is refused."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.choices import STEPS
from staircase.core.period import DayOrder, Month
from staircase.core.sheets import Holds, SheetColumn
from staircase.core.sheets.content import (
    ColumnManner,
    Content,
    UnitRefusal,
    as_written,
    common_order,
    content_of,
    orders_of,
)
from staircase.core.sheets.grid import CellRefusal, GridCell

MONEY, NUMBER, WHOLE = SheetColumn("m", Holds.MONEY), SheetColumn("n", Holds.NUMBER), SheetColumn("w", Holds.WHOLE)
DAY, PERIOD, LIST = SheetColumn("d", Holds.DATE), SheetColumn("p", Holds.PERIOD), SheetColumn("l", Holds.LIST)
TEXT, FLAG = SheetColumn("t", Holds.TEXT), SheetColumn("f", Holds.FLAG)
STEP = SheetColumn("step", Holds.CHOICE, choices=STEPS, word="step")
KIND = SheetColumn("kind", Holds.CHOICE, choices=("cash", "capacity", "avoidance", "quality"), word="kind")
PLAIN = ColumnManner()


def read(written: Content, column: SheetColumn, manner: ColumnManner = PLAIN, unit: str = "") -> object:
    assert not isinstance(written, tuple)
    content = content_of(GridCell(written, unit), column, manner)  # type: ignore[arg-type]  # a period is in no cell
    return None if content is None else as_written(content)


def reason(written: Content, column: SheetColumn, manner: ColumnManner = PLAIN, unit: str = "") -> str:
    with pytest.raises(CellRefusal) as refusal:
        read(written, column, manner, unit)
    return refusal.value.why.key


@pytest.mark.parametrize(
    ("written", "column", "expected"),
    [
        ("1 234,5 kr", MONEY, "1234.5"),
        ("1\u00a0234:-", MONEY, "1234"),
        ("kr 500", MONEY, "500"),
        ("420 tkr", MONEY, "420000"),
        ("2,5 mnkr", MONEY, "2500000"),
        ("-80", MONEY, "-80"),
        ("\u221280", NUMBER, "-80"),
        ("1.234,50", NUMBER, "1234.5"),
        ("1,234.50", NUMBER, "1234.5"),
        ("1.234.567", NUMBER, "1234567"),
        ("0,125", NUMBER, "0.125"),
        ("12 345,125", NUMBER, "12345.125"),
        ("2066075.5899999999", NUMBER, "2066075.59"),
        ("7", WHOLE, "7"),
        ("  a \n b ", TEXT, "a \n b"),
        ("ja", FLAG, "true"),
        ("nej", FLAG, "false"),
        ("a; b ;", LIST, ["a", "b"]),
        ("a\nb, c", LIST, ["a", "b, c"]),
        ("2026-05-25 17:00:00", DAY, "2026-05-25"),
        ("20260525", DAY, "2026-05-25"),
        ("2026-05", DAY, "2026-05"),
        ("25/5/2026 5:00:00 PM", DAY, "2026-05-25"),
        ("5.2.2016", DAY, "2016-02-05"),
        ("5/5/2026", DAY, "2026-05-05"),
        ("den 3 mars 2026", DAY, "2026-03-03"),
        ("3:e maj 2026", DAY, "2026-05-03"),
        ("25/3 2026", DAY, "2026-03-25"),
        ("25/3-2026", DAY, "2026-03-25"),
        ("May 15, 2026", DAY, "2026-05-15"),
        ("maj 2026", DAY, "2026-05"),
        ("okt-26", DAY, "2026-10"),
        ("46037", DAY, "2026-01-15"),
        ("2026", PERIOD, "2026"),
        ("2026-12", PERIOD, "2026-12"),
        ("Q4 2026", PERIOD, "2026-Q4"),
        ("kvartal 3 -26", PERIOD, "2026-Q3"),
        ("2027 kv 1", PERIOD, "2027-Q1"),
        ("31/12/2026", PERIOD, "2026-12-31"),
        ("explore", STEP, "explore"),
        ("steg 2", STEP, "benefits"),
        ("frigjord tid", KIND, "capacity"),
        ("-", TEXT, None),
        ("n/a", MONEY, None),
        ("Ej aktuellt", KIND, None),
    ],
)
def test_a_text_is_read_as_people_mean_it(written: str, column: SheetColumn, expected: object) -> None:
    assert read(written, column) == expected


@pytest.mark.parametrize(
    ("written", "column", "why"),
    [
        ("420.000", MONEY, "thousands-or-decimals"),
        ("5,200", NUMBER, "thousands-or-decimals"),
        ("ca 50", MONEY, "not-a-number"),
        ("1.2.3", NUMBER, "not-a-number"),
        ("500-600", NUMBER, "not-a-number"),
        pytest.param("9" * 65, NUMBER, "number-too-long", id="65 digits"),
        pytest.param("9" * 5000, WHOLE, "number-too-long", id="5,000 digits"),
        pytest.param(f"1,{'1' * 5000} tkr", MONEY, "number-too-long", id="5,000 decimals"),
        ("12 st", NUMBER, "number-with-unit"),
        ("45 %", MONEY, "number-with-unit"),
        ("45 %", NUMBER, "number-with-unit"),
        ("90 dagar", WHOLE, "number-with-unit"),
        ("12 timmar", MONEY, "number-with-unit"),
        ("7,5", WHOLE, "not-whole"),
        ("5/2/2026", DAY, "day-in-two-ways"),
        ("2026-02-30", DAY, "no-such-day"),
        ("31/31/2026", DAY, "no-such-day"),
        ("1 mars 1890", DAY, "no-such-day"),
        ("2026", DAY, "only-a-year"),
        ("Q4 2026", DAY, "only-a-period"),
        ("kv 3 2026", DAY, "only-a-period"),
        ("v. 34", DAY, "not-a-day"),
        ("3 kram 2026", DAY, "not-a-day"),
        ("snart", PERIOD, "not-a-day"),
        ("2500", PERIOD, "no-such-day"),
        ("Grön", STEP, "not-a-choice"),
        ("3. Genomförande", STEP, "not-a-choice"),
        ("#REF!", TEXT, "formula-error"),
        ("#N/A", MONEY, "formula-error"),
        ("a\x07b", TEXT, "character"),
    ],
)
def test_what_can_not_be_used_is_refused_with_its_reason(written: str, column: SheetColumn, why: str) -> None:
    assert reason(written, column) == f"cell.{why}"


def test_what_a_workbook_has_stored_is_read_as_it_is_seen() -> None:
    assert read(Fraction(420), MONEY, unit="tkr") == "420000"
    assert read(Fraction(5), MONEY, ColumnManner(unit="tkr")) == "5000"
    assert read(Fraction(5), MONEY, ColumnManner(unit="tkr"), unit="kr") == "5"
    assert read(date(2026, 5, 31), DAY) == "2026-05-31"
    assert read(Month(2026, 5, 1), DAY) == "2026-05"
    assert read(Month(2026, 5, 1), PERIOD) == "2026-05"
    assert read(Fraction(46037), DAY) == "2026-01-15"
    assert read(True, FLAG) == "true"  # noqa: FBT003 - a cell that holds it
    assert read(False, TEXT) == "false"  # noqa: FBT003 - as above
    assert read(Fraction(112), TEXT) == "112"
    assert reason(Fraction(2026), DAY) == "cell.only-a-year"
    assert reason(date(1900, 1, 1), DAY) == "cell.no-such-day"
    assert reason(Fraction(420), MONEY, unit="tim") == "cell.number-with-unit"
    assert reason(Fraction(420), NUMBER, unit="tim") == "cell.number-with-unit"
    assert reason(Fraction(9, 20), NUMBER, unit="%") == "cell.number-with-unit"


@pytest.mark.parametrize(
    ("written", "unit", "currency", "expected"),
    [
        ("45 %", "%", "SEK", 45),
        ("45%", "procent", "SEK", 45),
        ("45 %", "dagar", "SEK", None),
        ("120 h", "timmar/månad", "SEK", 120),
        ("120 tim.", "hours per month", "SEK", 120),
        ("48 000 km", "km/år", "SEK", 48000),
        ("48 000 km", "mil/år", "SEK", None),
        ("1,2 Mkr", "kr/år", "SEK", 1200000),
        ("1,2 Mkr", "tkr/år", "SEK", 1200),
        ("120 tkr", "SEK/year", "SEK", 120000),
        ("120 tkr", "timmar/år", "SEK", None),
        ("120 tkr", "kr/år", "EUR", None),
        ("kr 120", "tkr/år", "SEK", Fraction(3, 25)),
        ("120 kEUR", "EUR/år", "EUR", 120000),
    ],
)
def test_a_number_with_a_unit_is_that_of_a_measure_in_the_same_unit(
    written: str, unit: str, currency: str, expected: int | Fraction | None
) -> None:
    with pytest.raises(UnitRefusal) as refused:
        content_of(GridCell(written), NUMBER, ColumnManner())

    assert refused.value.counted_in(unit, currency) == expected


@pytest.mark.parametrize(
    ("written", "unit", "currency", "expected"),
    [
        ("€5", "", "EUR", "5"),
        ("€5", "", "SEK", "cell.other-currency"),
        ("5 EUR", "", "SEK", "cell.other-currency"),
        ("5", "EUR", "SEK", "cell.other-currency"),
        ("5 tEUR", "", "EUR", "5000"),
        ("5 kr", "", "NOK", "5"),
        ("5 kr", "", "EUR", "cell.other-currency"),
        ("5 SEK", "", "NOK", "cell.other-currency"),
        ("SEK 5", "", "SEK", "5"),
        ("5 miljoner", "", "EUR", "5000000"),
        ("kr 5 tkr", "", "SEK", "cell.not-a-number"),
        ("5:-", "tkr", "SEK", "5000"),
    ],
)
def test_an_amount_is_counted_in_the_currency_of_the_programme_or_refused(
    written: str, unit: str, currency: str, expected: str
) -> None:
    manner = ColumnManner(unit=unit, currency=currency)
    try:
        found = as_written(content_of(GridCell(written), MONEY, manner) or "")
    except CellRefusal as refusal:
        found = refusal.why.key

    assert found == expected


@pytest.mark.parametrize(("order", "day"), [("dmy", "2026-02-05"), ("mdy", "2026-05-02")])
def test_an_order_settles_what_a_day_means(order: DayOrder, day: str) -> None:
    assert read("5/2/2026", DAY, ColumnManner(order)) == day
    assert read("5/2/26", DAY, ColumnManner(order)) == day


def test_a_day_that_an_order_can_not_have_is_refused_where_another_would_do() -> None:
    assert reason("5/2/2026", DAY, ColumnManner("ymd")) == "cell.day-in-other-order"
    assert read("2026/2/5", DAY, ColumnManner("ymd")) == "2026-02-05"
    assert read("25/2/2026", DAY, ColumnManner("mdy")) == "2026-02-25"


def test_a_column_has_an_order_where_all_that_tell_one_tell_the_same() -> None:
    assert common_order(map(orders_of, ["5/2/2026", "25/2/2026", "2026-02-01", "x"])) == "dmy"
    assert common_order(map(orders_of, ["2/25/2026", "5/2/2026"])) == "mdy"
    assert common_order(map(orders_of, ["25/2/2026", "2/25/2026"])) is None
    assert common_order(map(orders_of, ["25/2/2026", "25-05-01"])) is None
    assert common_order(map(orders_of, ["5/2/2026", "2026-02-25"])) is None


def test_a_mapping_says_what_a_word_stands_for_whatever_the_column_holds() -> None:
    manner = ColumnManner(words={"Rullas ut": "benefits", "Röd": "", "Alla": "a; b", "Tidigt": "2026-05"}, split="/")

    assert read("rullas ut", STEP, manner) == "benefits"
    assert read("RÖD", STEP, manner) is None
    assert read("alla", LIST, manner) == ["a", "b"]
    assert read("tidigt", DAY, manner) == "2026-05"
    assert read("x / y", LIST, manner) == ["x", "y"]


def test_a_text_of_one_line_is_put_on_one() -> None:
    assert read(" a\r\n  b ", TEXT, ColumnManner(one_line=True)) == "a b"
    assert read("a\r\nb", TEXT) == "a\nb"


def test_a_formula_that_nobody_has_calculated_is_refused() -> None:
    with pytest.raises(CellRefusal) as refusal:
        content_of(GridCell("", problem="formula"), TEXT, PLAIN)

    assert (refusal.value.why.key, refusal.value.would_do.key) == ("cell.formula", "cell.formula.do")
