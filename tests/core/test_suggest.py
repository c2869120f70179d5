from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.suggest import Patience, as_period, nearest


@pytest.mark.parametrize(
    ("word", "choices", "near"),
    [
        ("benfits", ["baseline", "benefits"], "benefits"),
        ("Benefits", ["benefits"], "benefits"),
        ("benefits", ["Benefits"], "Benefits"),
        ("owners", [], None),
        ("zzz", ["owner"], None),
        ("abcd", ["abcx"], "abcx"),  # 6 of 8 characters: exactly 0.75
        ("abcde", ["abcxy"], None),  # 6 of 10
        ("abcd", ["abcx", "abcy"], "abcx"),  # of equals the first
        ("abcd", ["abcx", "abcde"], "abcde"),  # the better one, though it comes later
        ("abcd", ["abcde", "abcx"], "abcde"),
        ("", ["a"], None),
    ],
)
def test_the_most_similar_choice_is_given_if_it_is_similar_enough(
    word: str, choices: list[str], near: str | None
) -> None:
    assert nearest(word, choices) == near


@pytest.mark.parametrize(("length", "near"), [(200, "a" * 200), (201, None)])
def test_a_word_longer_than_any_name_is_like_nothing(length: int, near: str | None) -> None:
    assert nearest("a" * length, ["a" * 200]) == near


@given(st.text("abc", max_size=6), st.lists(st.text("abc", max_size=6), max_size=5))
def test_it_agrees_with_asking_for_every_ratio(word: str, choices: list[str]) -> None:
    ratios = [SequenceMatcher(None, choice, word, autojunk=False).ratio() for choice in choices]
    best = max(ratios, default=0)

    assert nearest(word, choices) == (choices[ratios.index(best)] if best >= 0.75 else None)


def test_one_run_compares_so_many_words_and_no_more() -> None:
    patience = Patience(left=5)

    found = [patience.nearest("abcd", choices) for choices in (["abcx", "abcde"], ["abcx"] * 4, ["abcx"] * 3, ["abcx"])]

    assert (found, patience.left) == (["abcde", None, "abcx", None], 0)


@pytest.mark.parametrize(
    ("written", "period"),
    [("2026-12-31", "2026-12-31"), ("31.12.2026", "2026-12-31"), ("Q4 2026", "2026-Q4"), ("2026", "2026")],
)
def test_a_period_is_the_one_that_is_written(written: str, period: str) -> None:
    assert as_period(written) == period
