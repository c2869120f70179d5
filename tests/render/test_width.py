"""Text is measured, cut and wrapped by the columns it takes."""

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from staircase.render.safe import visible
from staircase.render.width import cut, head, pad, tail, width, wrap

TEXTS = st.text(st.sampled_from("abc åÖ –漢字👩👍🏽❤e\u0301नि▲█→"), max_size=60).map(visible)


@pytest.mark.parametrize(
    "text", ["abc", "Åtgärd", "漢字", "e\u0301", "👩\u200d👩\u200d👧", "❤\ufe0f", "▲█─…", "5\xa0000", ""]
)
def test_a_text_is_as_wide_as_the_terminals_own_tables_say(text: str) -> None:
    assert width(text) == wcwidth.wcswidth(text)


@given(TEXTS, st.integers(1, 40), st.sampled_from(["…", "..."]))
def test_a_cut_text_fits_and_only_what_is_too_wide_is_cut(text: str, columns: int, ellipsis: str) -> None:
    shown = cut(text, columns, ellipsis)

    assert width(shown) <= columns
    assert shown == text or (width(text) > columns and text.startswith(shown.removesuffix(ellipsis[:columns])))


@given(TEXTS, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, columns: int) -> None:
    lines = wrap(text, columns)

    assert max(map(width, lines), default=0) <= columns
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("columns", [1, 0, -1])
def test_where_there_is_no_column_each_character_has_a_line_and_nothing_is_lost(columns: int) -> None:
    assert wrap("ab 漢", columns) == ["a", "b", "漢"]


@given(TEXTS, st.integers(0, 40))
def test_beginning_and_end_fit_and_are_parts_of_the_text(text: str, columns: int) -> None:
    first, last = head(text, columns), tail(text, columns)

    assert (text.startswith(first), text.endswith(last)) == (True, True)
    assert max(width(first), width(last)) <= columns


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("Läkemedelsrobotar", 10, "Läkemedel…"),
        ("ett två", 5, "ett…"),
        ("漢字漢字", 6, "漢字…"),
        ("x👩\u200d👩\u200d👧y", 3, "x…"),
        ("abc", 1, "…"),
    ],
)
def test_a_cut_falls_between_whole_characters(text: str, columns: int, shown: str) -> None:
    assert cut(text, columns, "…") == shown


def test_padding_counts_columns_and_not_characters() -> None:
    assert (pad("漢", 4), pad("å", 3, right=True)) == ("漢  ", "  å")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ett två tre", ["ett två", "tre"]),
        ("2\xa0070\xa0tkr per år", ["2\xa0070\xa0tkr", "per år"]),
        ("abcdefghijkl", ["abcdefghi", "jkl"]),
        ("", [""]),
    ],
)
def test_lines_break_between_words_and_never_in_an_amount(text: str, lines: list[str]) -> None:
    assert wrap(text, 9) == lines
