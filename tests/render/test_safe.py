"""Text from files is made harmless, and honest text stays as it is."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.render.safe import code_span, guarded, json_text, one_line, spreadsheet_text, visible
from tests.render.attacks import HONEST


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("a\tb\nc\rd", "a\\x09b\\x0ac\\x0dd"),
        ("\x7f\x9b\xad", "\\x7f\\x9b\\xad"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("\u200b\ufeff\u2028", "\\u200b\\ufeff\\u2028"),
        ("\U000e0041", "\\U000e0041"),
        ("\udc80", "\\udc80"),
        ("a\u200db", "a\\u200db"),
        ("👩\u200db", "👩\\u200db"),
        ("\u200d👩", "\\u200d👩"),
        ("a\ufe0f", "a\\ufe0f"),
        ("1\ufe0f", "1\\ufe0f"),
        ("漢\U000e0100", "漢\U000e0100"),
        ("a\U000e0100", "a\\U000e0100"),
    ],
)
def test_what_acts_or_hides_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_text_is_left_alone(text: str) -> None:
    assert (visible(text), one_line(text), guarded(text)) == (text, text, text)


@given(st.text(st.characters() | st.sampled_from("\x1b\n\r:#[\u200d\ufe0f\u202e")))
def test_no_text_whatever_keeps_a_control_or_what_cannot_be_encoded(text: str) -> None:
    line = one_line(text)

    assert [character for character in line if category(character) in {"Cc", "Cs", "Zl", "Zp"}] == []
    assert not line.lstrip().startswith("::")
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n  two\n\n three\n", "one two three"),
        ("one\ttwo", "one two"),
        ("one\r\ntwo", "one\\x0d two"),
        ("\n::error::x", "\\::error::x"),
        (" \u3000::error::x", " \u3000\\::error::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ###[x]", "a ###\\[x]"),
    ],
)
def test_a_line_stays_one_line_and_no_command(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a", "`a`"),
        ("`a`", "`` `a` ``"),
        ("a``b", "```a``b```"),
        (" a ", "`  a  `"),
        ("a|b", "`a\\|b`"),
        ("a\\|b", "`a\\ \\|b`"),
        ("a\nb", "`a b`"),
        ("", ""),
    ],
)
def test_nothing_ends_a_code_span(text: str, span: str) -> None:
    assert code_span(text, in_table=True) == span


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-5 %", "'-5 %"),
        ("\t=1", "'\t'=1"),
        ("  @x", "'  @x"),
        ("x;=1+1", "x;'=1+1"),
        ("one, -5 and +6", "one, -5 and +6"),
        ("one;-2|cmd!A0", "one;'-2|cmd!A0"),
        ("one\n::error::", "one\n\\::error::"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a-b=c@d", "a-b=c@d"),
    ],
)
def test_a_formula_is_disarmed_and_other_text_is_not(text: str, cell: str) -> None:
    assert spreadsheet_text(text) == cell


@pytest.mark.parametrize(
    ("literal", "escaped"),
    [
        ('"\x9b\u202e"', '"\\u009b\\u202e"'),
        ('"\U000e0041"', '"\\udb40\\udc41"'),
        ('"##[x]"', '"##\\u005bx]"'),
        ('"åäö 👩\u200d👩"', '"åäö 👩\u200d👩"'),
    ],
)
def test_json_text_holds_the_same_data_in_escapes(literal: str, escaped: str) -> None:
    assert json_text(literal) == escaped
