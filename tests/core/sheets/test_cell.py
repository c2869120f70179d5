from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staircase.core.sheets import armed, decimal, disarmed, joined, parted

SIGNS = some.text(alphabet="=+-@＝＋\t\n'; ,|(!ab")


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+46 8 123", "'+46 8 123"),
        ("-5 %", "'-5 %"),
        ("@SUM(1)", "'@SUM(1)"),
        ("  =1", "'  =1"),
        ("\tfoo", "'\tfoo"),
        ("＝1", "'＝1"),
        ("a;=1+1", "a;'=1+1"),
        ("a\n=1+1", "a\n'=1+1"),
        ("a, -5", "a, -5"),
        ("a,-1+cmd|x", "a,'-1+cmd|x"),
        ("'=1", "''=1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Fewer hours (=4)", "Fewer hours (=4)"),
    ],
)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it_that_is_taken_away_again(
    text: str, harmless: str
) -> None:
    assert disarmed(text) == harmless
    assert armed(harmless) == text


@given(SIGNS)
def test_any_text_is_armed_again_as_it_was(text: str) -> None:
    assert armed(disarmed(text)) == text


@pytest.mark.parametrize(
    ("parts", "cell"),
    [
        (("care worker", "head of home care"), "care worker; head of home care"),
        (("one",), "one"),
        (("a; b", "c"), "a; b\nc\n"),
        (("a; b",), "a; b\n"),
        ((), ";"),
    ],
)
def test_a_list_in_one_cell_is_parted_again(parts: tuple[str, ...], cell: str) -> None:
    assert joined(parts) == cell
    assert parted(cell) == parts


LINES = some.text(alphabet="ab;,= '", min_size=1).map(str.strip).filter(bool)


@given(some.lists(LINES).map(tuple))
def test_any_list_of_lines_is_parted_again(parts: tuple[str, ...]) -> None:
    assert parted(joined(parts)) == parts


def test_what_people_write_in_one_cell_is_parted_without_its_blanks() -> None:
    assert parted(" a ;b;; c;") == ("a", "b", "c")
    assert parted("a\n\n b \n") == ("a", "b")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(9, 2), "4.5"),
        (Fraction(-6, 5), "-1.2"),
        (Fraction(0), "0"),
        (Fraction(1, 40), "0.025"),
        (Fraction(-1_200_000), "-1200000"),
        (Fraction(123456789012345678901234567890, 10**20), "1234567890.1234567890123456789"),
    ],
)
def test_a_number_that_has_an_end_is_written_exactly(value: Fraction, text: str) -> None:
    assert decimal(value) == text
