from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.choices import Language
from staircase.core.finding import PROGRAM, Finding
from staircase.core.period import Month, parse_period
from staircase.core.term import (
    Choices,
    Climb,
    Code,
    Count,
    Days,
    Gauge,
    Money,
    Name,
    Quantity,
    Said,
    Share,
    ShareRange,
    Term,
    Word,
    days_of,
    largest,
)
from staircase.render.json import plain
from staircase.words.speech import words

BLANK = "\u00a0"
MINUS = "\u2212"


ENDED = {"ended": Count(1, "assignment"), **{how: Count(1, how) for how in ("completed", "learned", "stopped")}}
REACHED: dict[str, Term] = {"achieved": 0, "targets": Count(1, "target")}
FOUND = {"warning": Count(1, "warning"), "note": Count(1, "note"), "accepted": Count(1, "accepted-gap")}


@pytest.mark.parametrize(
    ("term", "swedish", "english"),
    [
        (Name("Åsa {title}"), "Åsa {title}", "Åsa {title}"),
        (Code("journey-stuck"), "journey-stuck", "journey-stuck"),
        (Days(0), "0 dagar", "0 days"),
        (Days(1), "1 dag", "1 day"),
        (Days(1237), f"1{BLANK}237 dagar", "1,237 days"),
        (Count(1, "gap"), "1 lucka", "1 gap"),
        (Count(0, "gap"), "0 luckor", "0 gaps"),
        (
            Said("flow.how", ENDED),
            "1 uppdrag: 1 avslutat, 1 stoppat med lärdom, 1 stoppat utan",
            "1 assignment: 1 completed, 1 stopped with a lesson, 1 stopped without",
        ),
        (Said("status.quality", REACHED), "0 av 1 målvärde har nåtts", "0 of 1 target reached"),
        (
            Said("benefits.group.targets", {"kind": Word("kind.quality"), **REACHED}),
            "Kvalitet: 0 av 1 målvärde har nåtts",
            "Quality: 0 of 1 target reached",
        ),
        (
            Said("gaps.counts", FOUND),
            "1 varning, 1 anmärkning; 1 tillfälligt godtagen lucka",
            "1 warning, 1 note; 1 gap accepted for now",
        ),
        (Count(2, "unread-file"), "2 filer kunde inte läsas", "2 files could not be read"),
        (Choices(()), "", ""),
        (Choices(("a",)), "a", "a"),
        (Choices(("a", "b")), "a eller b", "a or b"),
        (Choices(("a", "b", "c")), "a, b eller c", "a, b or c"),
        (Climb(3, arrived=True), "3", "3"),
        (Word("state.active"), "pågår", "active"),
        (parse_period("2026-Q4"), "2026-Q4", "2026-Q4"),
        (date(2026, 11, 24), "2026-11-24", "2026-11-24"),
        (True, "ja", "yes"),
        (False, "nej", "no"),
        (0, "0", "0"),
        (-1, f"{MINUS}1", f"{MINUS}1"),
        (999, "999", "999"),
        (1000, f"1{BLANK}000", "1,000"),
        (10**15, BLANK.join(["1", *["000"] * 5]), ",".join(["1", *["000"] * 5])),
        (Quantity(Fraction(5200), "hours/year"), f"5{BLANK}200 hours/year", "5,200 hours/year"),
        (Quantity(Fraction(15, 2)), "7,5", "7.5"),
        (Quantity(Fraction(-1, 100), "%"), f"{MINUS}0,01 %", f"{MINUS}0.01 %"),
        (Quantity(Fraction(1, 3)), "0,3333333333", "0.3333333333"),
    ],
)
def test_a_term_is_said_as_the_language_says_it(term: Term, swedish: str, english: str) -> None:
    assert (words("sv").say(term), words("en").say(term)) == (swedish, english)


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Fraction(0), "0"),
        (Fraction(56, 100), "56"),
        (Fraction(1, 200), "<1"),  # what is not nothing is never said to be
        (Fraction(3, 200), "2"),
        (Fraction(5, 200), "2"),
        (Fraction(12), f"1{BLANK}200"),
        (Fraction(994, 1000), "99"),
        (Fraction(9999, 10000), "99"),  # what is not all of it is never said to be
        (Fraction(1), "100"),
        (Fraction(1004, 1000), "100"),
        (Fraction(-7, 100), f"{MINUS}7"),
        (Fraction(-1, 1000), f"{MINUS}1"),
    ],
)
def test_a_share_is_said_in_whole_per_cent_half_to_even(share: Fraction, percent: str) -> None:
    said = words("sv").say(Share(share))

    assert said.replace(" ", BLANK).split(BLANK + "%")[0] == percent


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(Fraction(57, 100), Fraction(79, 100), "57\u201379"), (Fraction(571, 1000), Fraction(569, 1000), "57")],
)
def test_a_range_of_shares_is_never_a_mean(low: Fraction, high: Fraction, said: str) -> None:
    assert words("en").say(ShareRange(low, high)).startswith(said)
    assert words("en").say(ShareRange(low, high)).removeprefix(said).strip(f" {BLANK}") == "%"


@pytest.mark.parametrize(
    ("days", "months"),
    [(0, "<1"), (15, "<1"), (16, "1"), (45, "1"), (46, "2"), (365, "12"), (3653, "120")],
)
def test_tables_say_whole_months_and_sentences_days(days: int, months: str) -> None:
    said = words("en")

    assert said.cell(Days(days)) == f"{months}{BLANK}mo"
    assert said.say(Days(days)) == f"{days:,} {'day' if days == 1 else 'days'}"
    assert said.flat(Days(days)) == said.say(Days(days))


@pytest.mark.parametrize(
    ("days", "english", "swedish"),
    [
        (0, "less than a month", "mindre än en månad"),
        (15, "less than a month", "mindre än en månad"),
        (16, "1 month", "1 månad"),
        (185, "6 months", "6 månader"),
    ],
)
def test_days_counted_from_a_month_are_said_in_months(days: int, english: str, swedish: str) -> None:
    counted = [days_of(days, Month(2026, 5, 1)), days_of(days, date(2026, 1, 1), None, Month(2026, 5, 1))]

    assert [words("en").say(length) for length in counted] == [english] * 2
    assert [words("sv").say(length) for length in counted] == [swedish] * 2
    assert [words("en").flat(length) for length in counted] == [english] * 2
    assert days_of(days, date(2026, 5, 1), None) == Days(days)


def test_a_month_has_its_name_in_a_sentence_and_is_as_written_in_a_table_and_for_a_program() -> None:
    month = Month(2026, 5, 12)

    assert [words(language).say(month) for language in ("en", "sv")] == ["May 2026", "maj 2026"]
    assert (words("sv").cell(month), words("sv").flat(month)) == ("2026-05", "2026-05")
    assert plain(month, words("sv")) == "2026-05"


def test_what_is_no_time_is_said_alike_in_a_table_and_in_a_sentence() -> None:
    said = words("sv")
    terms: list[Term] = [Name("x"), Count(2, "gap"), date(2026, 1, 1), Word("step.explore"), Share(Fraction(1, 2))]

    assert [said.cell(term) for term in terms] == [said.say(term) for term in terms]
    assert [said.flat(term) for term in terms] == [said.say(term) for term in terms]


@pytest.mark.parametrize(
    ("language", "currency", "amount", "said"),
    [
        ("sv", "SEK", 356250, "356 tkr"),
        ("en", "SEK", 2070000, "2,070 kSEK"),
        ("en", "EUR", 1500, "2 kEUR"),
        ("en", "EUR", 2500, "2 kEUR"),
        ("en", "DKK", -4000, f"{MINUS}4 thousand DKK"),
        ("sv", "SEK", 10_000_000, "10 000 tkr"),
        ("sv", "SEK", 10_000_001, "10,0 mnkr"),
        ("en", "SEK", -12_345_678, f"{MINUS}12.3 MSEK"),
        ("sv", "EUR", 12_350_000, "12,4 mnEUR"),
        ("en", "DKK", 10_250_000, "10.2 million DKK"),
    ],
)
def test_money_is_said_in_thousands_or_millions_of_the_programmes_currency(
    language: Language, currency: str, amount: int, said: str
) -> None:
    whole = words(language, currency).say(Money(Fraction(amount)))

    assert whole.replace(BLANK, " ").startswith(said)
    assert whole != said  # a year


def test_money_once_is_not_said_as_a_years() -> None:
    yearly, once = (words("en").say(Money(Fraction(420000), yearly=each)) for each in (True, False))

    assert once.replace(BLANK, " ") == "420 kSEK"
    assert yearly == f"{once}/year"


@pytest.mark.parametrize(
    ("amount", "beside", "said"),
    [
        (4_030_000, 10_000_001, "4,0 mnkr/år"),
        (4_030_000, 10_000_000, "4 030 tkr/år"),
        (-4_050_000, 15_600_000, f"{MINUS}4,0 mnkr/år"),
        (49_000, 15_600_000, "0,05 mnkr/år"),
        (3_400, 15_600_000, "0,003 mnkr/år"),
        (300, 15_600_000, "0,0003 mnkr/år"),
        (Fraction(1, 2), 15_600_000, "0,0000005 mnkr/år"),
        (500, 2_914_000, "0,5 tkr/år"),
        (-40, 2_914_000, f"{MINUS}0,04 tkr/år"),
        (Fraction(1, 1000), 2_914_000, "<0,00001 tkr/år"),
        (0, 15_600_000, "0 mnkr/år"),
        (12_000_000, 9_000_000, "12,0 mnkr/år"),
        (500, 999, "500 kr/år"),
        (500, 1000, "0,5 tkr/år"),
        (0, 500, "0 kr/år"),
        (0, 0, "0 tkr/år"),
    ],
)
def test_money_is_said_in_the_unit_of_the_largest_that_it_stands_beside(
    amount: Fraction | int, beside: int, said: str
) -> None:
    of = Money(Fraction(amount), beside=Fraction(beside))

    assert words("sv").say(of).replace(BLANK, " ") == said
    assert words("sv").say(replace(of, bare=True)).replace(BLANK, " ") == said.rpartition(" ")[0]


@pytest.mark.parametrize(
    ("language", "currency", "amount", "said"),
    [
        ("sv", "SEK", 500, "500 kr/år"),
        ("en", "SEK", -999, f"{MINUS}999 SEK/year"),
        ("en", "EUR", Fraction(11, 2), "6 EUR/year"),
        ("en", "DKK", Fraction(1, 3), "0.3 DKK/year"),
        ("sv", "SEK", Fraction(1, 1000), "<0,01 kr/år"),
        ("sv", "SEK", Fraction(-1, 1000), f"{MINUS}0,01 kr/år"),
    ],
)
def test_an_amount_too_small_for_thousands_is_said_in_the_currency_itself(
    language: Language, currency: str, amount: Fraction | int, said: str
) -> None:
    assert words(language, currency).say(Money(Fraction(amount))).replace(BLANK, " ") == said


@pytest.mark.parametrize(
    ("language", "currency", "amount", "said"),
    [
        ("sv", "SEK", 500, "500 kronor om året"),
        ("en", "EUR", 500, "500 euros a year"),
        ("sv", "SEK", 1_000_001, "1,0 miljoner kronor om året"),
        ("sv", "SEK", 1_000_000, "1 000 tusen kronor om året"),
        ("sv", "EUR", 430_000, "430 tusen euro om året"),
        ("en", "SEK", 2_914_000, "2.9 million kronor a year"),
        ("en", "DKK", 2_914_000, "2.9 million DKK a year"),
    ],
)
def test_money_is_said_as_in_speech_where_that_is_asked_for(
    language: Language, currency: str, amount: int, said: str
) -> None:
    speaking = replace(words(language, currency), spells_money=True)

    assert speaking.say(Money(Fraction(amount))).replace(BLANK, " ") == said


@pytest.mark.parametrize(("amounts", "most"), [((1, -3, None), 3), ((None,), 0), ((), 0)])
def test_the_largest_amount_is_so_whatever_its_sign(amounts: tuple[int | None, ...], most: int) -> None:
    assert largest(*(None if amount is None else Fraction(amount) for amount in amounts)) == most


def test_a_gauge_is_said_by_what_is_realised() -> None:
    assert words("en").say(Gauge(Fraction(14, 25), Fraction(2, 5))) == words("en").say(Share(Fraction(14, 25)))


@given(st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=1))
def test_whole_numbers_are_said_whole(value: Fraction) -> None:
    said = words("en").number(value).replace(",", "").replace(MINUS, "-")

    assert Fraction(said) == value


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_decimals_are_said_exactly(value: object) -> None:
    exact = Fraction(str(value))

    said = words("sv").number(exact).replace(BLANK, "").replace(",", ".").replace(MINUS, "-")

    assert Fraction(said) == exact


@given(st.fractions(min_value=-(10**6), max_value=10**6), st.integers(0, 4))
def test_rounded_numbers_are_the_nearest_with_so_many_decimals(value: Fraction, decimals: int) -> None:
    said = words("en").number(value, decimals).replace(",", "").replace(MINUS, "-")

    assert abs(Fraction(said) - value) <= Fraction(1, 2 * 10**decimals)
    assert len(said.partition(".")[2]) == decimals


# sentences


def test_a_sentence_is_filled_with_its_terms_as_they_are() -> None:
    terms: Mapping[str, Term] = {"open": 4, "at_once": 30}

    assert words("en").text("status.open", terms) == "4 at once, ceiling 30"
    assert words("en").say(Said("status.open", terms)) == "4 at once, ceiling 30"
    assert words("en").text("report.no-match") == words("en").texts["report.no-match"]


def test_text_from_files_is_never_a_template() -> None:
    finding = Finding(
        "trial-no-lesson",
        "a.yaml",
        (),
        PROGRAM,
        {"title": Name("{0}{ended}%s"), "ended": date(2026, 1, 1)},
        reason="unlearned",
    )

    assert "{0}{ended}%s" in words("en").message(finding)
    assert "{0}{ended}%s" in words("sv").message(finding)


def test_a_reason_has_a_message_of_its_own_and_may_share_the_ask() -> None:
    said, params = words("en"), {"started": date(2026, 1, 1), "limit": date(2026, 2, 1)}
    before, after = (
        Finding("journey-outside-mandate", "a.yaml", (), PROGRAM, params, reason=reason)
        for reason in ("before", "after")
    )

    assert said.message(before) == "it started 2026-01-01, before the programme’s mandate, 2026-02-01"
    assert said.message(after) == "it started 2026-01-01, after the programme’s mandate ended, 2026-02-01"
    assert said.ask(before) == said.ask(after) == said.texts["finding.journey-outside-mandate.ask"]


def test_a_gap_about_something_absent_says_how_many_files_are_unread() -> None:
    params: Mapping[str, Term] = {"name": Name("Care"), "unread": Count(2, "unread-file")}
    finding = Finding("department-untouched", "program.yaml", (), PROGRAM, params)

    assert words("en").message(finding) == "Care has not started any assignment (2 files could not be read)"


def test_there_is_a_sentence_or_there_is_not() -> None:
    said = words("sv")

    assert (said.has("status.open"), said.has("status.zzz")) == (True, False)
    assert (said.language, said.currency) == ("sv", "SEK")
