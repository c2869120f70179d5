"""Money a year is known in the words that people write it in, and nothing else is taken for it."""

import pytest

from staircase.core.term import money_a_year


@pytest.mark.parametrize(
    ("unit", "currency", "factor"),
    [
        ("SEK/year", "SEK", 1),
        ("sek / year", "SEK", 1),
        ("SEK/year", "sek", 1),
        ("kr/år", "SEK", 1),
        ("kr/a\u030ar", "SEK", 1),
        ("KR / ÅR", "SEK", 1),
        ("kr\u00a0per år", "SEK", 1),
        ("kronor om året", "SEK", 1),
        ("kroner per år", "NOK", 1),
        ("kr/år", "NOK", 1),
        ("kr/yr", "DKK", 1),
        ("tkr/år", "SEK", 1000),
        ("kSEK/year", "SEK", 1000),
        ("t kr a year", "SEK", 1000),
        ("mkr/år", "SEK", 1_000_000),
        ("mnkr/år", "SEK", 1_000_000),
        ("MSEK per year", "SEK", 1_000_000),
        ("€/year", "EUR", 1),
        ("k€/year", "EUR", 1000),
        ("euros a year", "EUR", 1),
        ("euro/year", "EUR", 1),
        ("m$/yr", "USD", 1_000_000),
        ("dollar/year", "USD", 1),
        ("dollars per year", "USD", 1),
        ("£ per year", "GBP", 1),
        ("pund/år", "GBP", 1),
        ("pound/year", "GBP", 1),
        ("pounds/year", "GBP", 1),
        ("CHF/year", "CHF", 1),
        ("mnCHF/year", "CHF", 1_000_000),
    ],
)
def test_money_a_year_is_size_money_and_year(unit: str, currency: str, factor: int) -> None:
    assert money_a_year(unit, currency) == factor


@pytest.mark.parametrize(
    ("unit", "currency"),
    [
        ("kr/month", "SEK"),
        ("kr/månad", "SEK"),
        ("kr", "SEK"),
        ("/year", "SEK"),
        ("t/year", "SEK"),
        ("hours/year", "SEK"),
        ("tkronor/år", "SEK"),
        ("bnkr/år", "SEK"),
        ("SEK/year", "EUR"),
        ("kr/år", "EUR"),
        ("kr/år", "CHF"),
        ("kr/år och team", "SEK"),
        ("kr/ar", "SEK"),
    ],
)
def test_other_words_imply_nothing(unit: str, currency: str) -> None:
    assert money_a_year(unit, currency) is None
