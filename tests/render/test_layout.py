"""Text is measured, cut and wrapped by the columns it takes."""

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from staircase.render.layout import (
    Strip,
    beside,
    cut,
    flowed,
    hanging,
    head,
    pad,
    side_by_side,
    tail,
    to_copy,
    width,
    wrap,
)
from staircase.render.safe import visible

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


def test_a_text_hangs_below_the_end_of_its_lead() -> None:
    assert list(hanging("one two three", 11, indent=4, lead="1.  ", paint=str.upper)) == [
        "1.  ONE TWO",
        "    THREE",
    ]


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (40, ["            run it 'in one' --with more"]),
        (36, ["  run it 'in one' --with more"]),
        (27, ["run it 'in one' --with more"]),
        (26, ["run it 'in one' --with \\", "more"]),
        (17, ["run it 'in one' \\", "--with more"]),
        (10, ["run it \\", "'in one' \\", "--with \\", "more"]),
        (7, ["run it", "'in", "one'", "--with", "more"]),
    ],
)
def test_a_command_to_copy_stands_on_one_line_or_goes_on_as_a_shell_reads_it(columns: int, lines: list[str]) -> None:
    assert list(to_copy("run it 'in one' --with more", columns, indent=12)) == lines


def test_cells_with_lines_of_their_own_stand_side_by_side() -> None:
    cells = [[Strip.of("漢字")], [Strip.of("one"), Strip.of("two")], [], [Strip.of("end")]]

    assert list(side_by_side(cells, [5, 3, 2, 4])) == ["漢字   one      end", "       two"]


def test_a_strip_stands_at_its_column_or_right_after_the_one_before() -> None:
    red = Strip("\x1b[1mred\x1b[0m", 3)

    assert beside([(6, Strip.of("b")), (1, red), (2, Strip.of("a"))]) == Strip(" \x1b[1mred\x1b[0ma b", 7)


def test_strips_flow_and_one_that_is_too_wide_is_wrapped_without_colours() -> None:
    strips = [Strip.of("ab"), Strip.of("cd"), Strip.of("ef"), Strip("\x1b[1mlong words\x1b[0m", 10), Strip.of("gh")]

    assert list(flowed(strips, 1, 6)) == ["ab cd", "ef", "long", "words", "gh"]
