from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.choices import STEPS
from staircase.core.finding import Finding
from staircase.core.model import is_id
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import ProgramSettings
from staircase.core.period import parse_period
from staircase.core.term import Code, Name
from tests.core.build import assignment, portfolio, program

A64 = "a" * 64


def read(text: str) -> Assignment:
    loaded = portfolio(it=text)
    assert loaded.findings == ()
    return loaded.entries["it"].assignment


def refused(text: str) -> Finding:
    loaded = portfolio(it=text)
    assert loaded.entries == {}
    assert len(loaded.findings) == 1
    return loaded.findings[0]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("+7.50", Fraction(15, 2)),
        ("0.1", Fraction(1, 10)),
        ("-12.25", Fraction(-49, 4)),
        ("007", Fraction(7)),
        ("1000000000000000", Fraction(10**15)),
        ("-1000000000000000.0", Fraction(-(10**15))),
        ("0." + "0" * 61 + "1", Fraction(1, 10**62)),  # 64 characters
    ],
)
def test_a_number_is_kept_exactly_as_it_was_written(written: str, number: Fraction) -> None:
    part = f"benefits:\n  - {{id: time, title: Time, baseline: {{value: {written}, date: 2026-01-01}}}}"

    baseline = read(assignment(part)).benefits[0].baseline

    assert baseline is not None
    assert baseline.value == number


@pytest.mark.parametrize("key", ["one_off", "per_year"])
def test_a_cost_may_be_nothing_and_no_less(key: str) -> None:
    free = read(assignment(f"costs: {{{key}: 0}}")).costs

    assert free is not None
    assert getattr(free, key) == 0
    assert refused(assignment(f"costs: {{{key}: -0.5}}")).reason == "negative"


def test_a_unit_may_be_worth_nothing_and_no_less() -> None:
    benefit = "benefits:\n  - {{id: time, title: Time, worth: {{per_unit: {}}}}}"

    worth = read(assignment(benefit.format("0"))).benefits[0].worth

    assert worth is not None
    assert worth.per_unit == 0
    assert refused(assignment(benefit.format("-450"))).reason == "negative"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("7,5", "decimal-comma"),
        ("-1 200,50", "decimal-comma"),
        ("1.200,50", "decimal-comma"),
        ("1 200", "number-with-blanks"),
        ("1\u00a0200\u00a0000", "number-with-blanks"),
        ("1\u202f200,5", "decimal-comma"),
        ("1'200", "number-with-blanks"),
        ("1_200.5", "number-with-blanks"),
        ("12 00", "not-a-number"),
        ("1e3", "not-a-number"),
        (".5", "not-a-number"),
        ("5.", "not-a-number"),
        (".inf", "not-a-number"),
        (".nan", "not-a-number"),
        ("0x10", "not-a-number"),
        ("--1", "not-a-number"),
        ("٣", "not-a-number"),
        ("half", "not-a-number"),
        ("''", "not-a-number"),
        ("-1", "negative"),
        ("-0.001", "negative"),
        ("1000000000000001", "number-too-large"),
        ("-1000000000000000.1", "number-too-large"),
        ("0." + "0" * 62 + "1", "number-too-long"),
        ("9" * 5000, "number-too-long"),
        ("1," + "0" * 200, "not-a-number"),
        ("[1]", "list-for-value"),
        ("{a: b}", "not-a-scalar"),
    ],
)
def test_other_texts_are_no_numbers_and_it_says_why(written: str, reason: str) -> None:
    found = refused(
        assignment(f'costs:\n  one_off: "{written}"' if "," in written else f"costs:\n  one_off: {written}")
    )

    assert (found.rule, found.reason, found.where) == ("field-invalid", reason, ("costs", "one_off"))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2026-02-30", "no-such-date"),
        ("1969-12-31", "no-such-date"),
        ("24/11/2026", "date-in-other-form"),
        ("1.2.26", "date-in-other-form"),
        ("2026/11/24", "date-in-other-form"),
        ("2026.1.2", "date-in-other-form"),
        ("20261124", "date-in-other-form"),
        ("2026-13", "no-such-month"),
        ("2026-00", "no-such-month"),
        ("1969-12", "no-such-month"),
        ("2026", "not-a-day-or-month"),
        ("2026-Q4", "not-a-day-or-month"),
        ("2026-5", "not-a-day-or-month"),
        ("tomorrow", "not-a-day-or-month"),
        ("2026-11-24 10:00", "not-a-day-or-month"),
        ("[2026-11-24]", "list-for-value"),
    ],
)
def test_other_texts_are_no_dates_and_it_says_why(written: str, reason: str) -> None:
    found = refused(assignment(started=written))

    assert (found.rule, found.reason, found.where) == ("field-invalid", reason, ("started",))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2026-02-30", "no-such-date"),
        ("2026-13", "no-such-month"),
        ("2026-00", "no-such-month"),
        ("2026-Q5", "no-such-period"),
        ("2026-T4", "no-such-period"),
        ("2026-H3", "no-such-period"),
        ("1969", "no-such-period"),
        ("2026-S1", "not-a-period"),
        ("Q4 2026", "not-a-period"),
        ("24.11.2026", "date-in-other-form"),
    ],
)
def test_other_texts_are_no_periods_and_it_says_why(written: str, reason: str) -> None:
    found = refused(assignment(f"roadmap: [{{id: a, title: A, from: {written}}}]"))

    assert (found.rule, found.reason, found.where) == ("field-invalid", reason, ("roadmap", 0, "from"))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("A", "not-an-id"),
        ("å", "not-an-id"),
        ("a--b", "not-an-id"),
        ("-a", "not-an-id"),
        ("a-", "not-an-id"),
        ("a_b", "not-an-id"),
        ("a b", "not-an-id"),
        ("''", "not-an-id"),
        ('"a\\n"', "not-an-id"),
        (A64 + "a", "id-too-long"),
        (A64 + "A", "not-an-id"),
        ("[a]", "list-for-value"),
    ],
)
def test_other_texts_are_no_ids_and_it_says_why(written: str, reason: str) -> None:
    found = refused(assignment(f"benefits:\n  - id: {written}\n    title: One\n"))

    assert (found.rule, found.reason, found.where) == ("field-invalid", reason, ("benefits", 0, "id"))


@pytest.mark.parametrize("text", ["a", "0", "a-b-9", A64, "2026"])
def test_an_id_is_lower_case_letters_digits_and_single_hyphens(text: str) -> None:
    assert is_id(text)


@given(st.text("aB0-_å\n", max_size=8) | st.text("a-", min_size=60, max_size=68))
def test_ids_are_told_from_other_texts_as_the_format_defines_them(text: str) -> None:
    words = text.split("-")
    plain = all(word and all(sign in "abcdefghijklmnopqrstuvwxyz0123456789" for sign in word) for word in words)

    assert is_id(text) == (plain and len(text) <= 64)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("''", "empty"),
        ("' '", "empty"),
        ('"\\t"', "empty"),
        ('"a\\nb"', "one-line"),
        ("|\n  a\n  b", "one-line"),
        ("a" * 201, "too-long"),
        ("[a]", "list-for-value"),
        ("{a: b}", "not-a-scalar"),
    ],
)
def test_a_title_is_one_line_of_one_to_two_hundred_characters(written: str, reason: str) -> None:
    found = refused(assignment(title=written))

    assert (found.rule, found.reason, found.where) == ("field-invalid", reason, ("title",))


@pytest.mark.parametrize("text", ["112", "No", "null.", "2026-02-30", "a" * 200, "0x1F", "åäö", "a: b"])
def test_every_scalar_is_text_where_the_field_is_text(text: str) -> None:
    written = f"'{text}'" if ": " in text else text

    assert read(assignment(title=written, lead=written)).title == text


def test_blanks_and_line_breaks_at_the_ends_of_a_text_do_not_count() -> None:
    it = read(assignment(title="|\n  Keyless\n", lead="'  Lea '"))

    assert (it.title, it.lead) == ("Keyless", "Lea")


@pytest.mark.parametrize(("length", "reasons"), [(20_000, []), (20_001, ["too-long"])])
def test_prose_has_at_most_twenty_thousand_characters_on_any_number_of_lines(length: int, reasons: list[str]) -> None:
    learned = f"a\\n{'b' * (length - 2)}"

    loaded = portfolio(it=assignment(f'stopped: {{date: 2026-02-01, why: x, learned: "{learned}"}}'))

    assert [found.reason for found in loaded.findings] == reasons


@pytest.mark.parametrize(
    ("days", "refusals"),
    [
        ("1", []),
        ("100000", []),
        ("0", ["not-from-1"]),
        ("100001", ["not-from-1"]),
        ("1.5", ["not-whole"]),
        ("-1", ["not-from-1"]),
        ("2.0", []),
        ("x", ["not-a-number"]),
    ],
)
def test_a_number_of_things_is_whole_and_from_one_to_a_hundred_thousand(days: str, refusals: list[str]) -> None:
    loaded = portfolio(program(f"settings: {{at_once: {days}}}"))

    assert [found.reason for found in loaded.findings] == refusals


@pytest.mark.parametrize(("days", "refusals"), [("0", []), ("-1", ["not-from-0"]), ("100001", ["not-from-0"])])
def test_a_number_of_days_to_wait_may_be_none(days: str, refusals: list[str]) -> None:
    loaded = portfolio(program(f"settings: {{stale_after_days: {days}}}"))

    assert [found.reason for found in loaded.findings] == refusals


@pytest.mark.parametrize(
    ("share", "refusals"), [("0", []), ("1", []), ("0.10", []), ("1.01", ["not-a-share"]), ("-0.1", ["not-a-share"])]
)
def test_a_share_is_from_none_to_all(share: str, refusals: list[str]) -> None:
    loaded = portfolio(program(f"settings: {{behind_share: {share}}}"))

    assert [found.reason for found in loaded.findings] == refusals


def test_settings_have_the_defaults_of_the_format() -> None:
    settings = portfolio().program.settings  # type: ignore[union-attr]  # it can be read

    assert [settings.step_days.of(step) for step in STEPS] == [180, 180, 270, 540]
    assert dict(settings) | {"step_days": None} == {
        "at_once": 30,
        "per_lead": 6,
        "step_days": None,
        "rounds_to_trust": 2,
        "write_days": 45,
        "evidence_days": 90,
        "stale_after_days": 90,
        "measure_grace_days": 45,
        "behind_from": Fraction(1, 2),
        "behind_share": Fraction(3, 5),
        "target_tolerance": Fraction(1, 10),
        "shown_after_days": 200,
        "shown_within_days": 365,
        "use_days": 90,
        "followup_days": 730,
        "roadmap_grace_days": 180,
        "roadmap_ahead_days": 90,
        "anchor_ahead_days": 30,
        "plan_gap_days": 60,
    }


def test_a_setting_leaves_the_others_as_they_are() -> None:
    settings = portfolio(program("settings: {step_days: {roadmap: 7}}")).program.settings  # type: ignore[union-attr]  # as above

    assert [settings.step_days.of(step) for step in STEPS] == [180, 180, 7, 540]
    assert settings.at_once == ProgramSettings().at_once


def test_a_long_wrong_value_is_quoted_by_its_beginning() -> None:
    found = refused(assignment(started="x" * 61))

    assert found.params == {
        "key": Code("started"),
        "value": Name("x" * 59 + "…"),
        "correction": Name("started: 2026-11-24"),
    }


def test_a_period_keeps_how_it_was_written() -> None:
    item = read(assignment("roadmap: [{id: a, title: A, from: 2026-Q4}]")).roadmap[0]

    assert (item.from_, item.to) == (parse_period("2026-Q4"), None)


def test_dates_are_days() -> None:
    assert read(assignment()).started == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("written", "reason"),
    [("2026-05", "month-for-day"), ("2026-13", "no-such-month"), ("soon", "not-a-date"), ("2026", "not-a-date")],
)
def test_what_is_vouched_for_and_accepted_needs_a_day(written: str, reason: str) -> None:
    reviewed = refused(assignment(reviewed=written))
    until = refused(assignment(f"accepted: [{{rule: journey-stale, until: {written}, why: x}}]"))

    assert (reviewed.rule, reviewed.reason, reviewed.where) == ("field-invalid", reason, ("reviewed",))
    assert (until.rule, until.reason, until.where) == ("field-invalid", reason, ("accepted", 0, "until"))
