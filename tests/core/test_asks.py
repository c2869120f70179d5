"""The line to write at the end of an ask about a field, a reference or a date: what the file tells is filled in."""

import re

import pytest

from staircase.words.speech import words
from tests.core.build import DAY, assessed, assignment, program

BENEFIT = "benefits: [{id: a, title: A, "
TRIAL = "trials: [{id: own, title: T, started: 2026-02-01}]\n"


def ask(text: str, **others: str) -> str:
    """What is asked about the one error of a file."""
    [error] = [one for one in assessed(PROGRAM, it=text, **others).findings if one.severity == "error"]
    return words("en").ask(error)


PROGRAM = program(
    """
    goals: [{id: simple, title: Simple}, {id: economy, title: An economy in balance}]
    documents: [{id: plan, title: Plan}]
    """
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("live: 2026-02-30\n", "live: 2026-02-28"),
        ("live: 2028-02-30\n", "live: 2028-02-29"),
        ("live: 2026-13-01\n", "live: 2026-01-13"),
        ("live: 2026-13-31\n", "live: 2026-11-24"),
        ("live: 2026-00-10\n", "live: 2026-11-24"),
        ("live: 2026-01-00\n", "live: 2026-11-24"),
        ("live: 2201-01-01\n", "live: 2026-11-24"),
        ("live: 1969-12-32\n", "live: 2026-11-24"),
        ("live: 2026-04-31\n", "live: 2026-04-30"),
        ("roadmap: [{id: a, title: A, from: 2026-13}]\n", "from: 2026-12"),
        ("roadmap: [{id: a, title: A, from: 2026-Q5}]\n", "from: 2026-Q4"),
        ("roadmap: [{id: a, title: A, from: 2201-Q1}]\n", "from: 2026-Q1"),
        (f"{BENEFIT}target: 3900}}]\n", "target: {value: 3900}"),
        (f"{BENEFIT}measure: driving time}}]\n", "measure: {what: driving time, unit: …}"),
        (f"{BENEFIT}baseline: [5200]}}]\n", "baseline: {value: …, date: …}"),
        (f"{BENEFIT}worth: '450'}}]\n", "worth: {per_unit: 450}"),
        ("costs: 420000\n", "costs: {one_off: …, per_year: …}"),
        ("stopped: 2026-05-01\n", "stopped: {date: 2026-05-01, why: …}"),
        ("roadmap: [{id: a, title: A, expects: capacity}]\n", "expects: {kind: …}"),
        ("trials: [Ten doors]\n", "- {id: ten-doors, title: Ten doors, started: …}"),
        ("trials: ['Ten doors, one team']\n", '- {id: ten-doors-one-team, title: "Ten doors, one team", started: …}'),
        ("trials: ['Ten \"doors\", one']\n", "- {id: ten-doors-one, title: 'Ten \"doors\", one', started: …}"),
        ("trials: [[a]]\n", "- {id: …, title: …, started: …}"),
        ("tags: [{head: of home care}]\n", '- "head: of home care"'),
        ("tags: [{a: b, c: d}]\n", "- …"),
        ("tags: [{a: [b]}]\n", "- …"),
        ("tags: [a, ~]\n", "- …"),
        ("reviewed: {a: b}\n", 'reviewed: "a: b"'),
        ("tags: ['']\n", "- …"),
        (f"{BENEFIT}owner: ''}}]\n", "owner: …"),
        (f"{BENEFIT}owner: |\n  a\n  b\n}}]\n".replace("|\n  a\n  b\n", '"a\\n  b"'), "owner: a b"),
        ("costs: {one_off: -420000}\n", "one_off: 420000"),
        ("costs: {one_off: 1" + "0" * 16 + "}\n", "one_off: …"),
        (f"{BENEFIT}measure: {{what: a, unit: b, every_days: 89.6}}}}]\n", "every_days: 90"),
        (f"{BENEFIT}measure: {{what: a, unit: b, every_days: -3.5}}}}]\n", "every_days: 1"),
        (f"{BENEFIT}measure: {{what: a, unit: b, every_days: 0}}}}]\n", "every_days: 90"),
        (f"{BENEFIT}kind: money}}]\n", "kind: cash"),
        (f"{BENEFIT}kind: Kapacitet}}]\n", "kind: capacity"),
        ("links: [{url: a, title: b, and c, d: e}]\n".replace(", d: e", ""), 'title: "b, and c"'),
        (f"{BENEFIT}baseline: {{value: 7,5, date: 2026-05-01}}}}]\n", "value: 7.5"),
    ],
)
def test_a_field_s_ask_ends_with_its_line(text: str, line: str) -> None:
    assert ask(assignment(text)).endswith(f" {line}")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Lead: Anna\n", "Write lead: Anna, or for a key of your own x-Lead: Anna"),
        ("benfits: []\n", "Write benefits: …, or for a key of your own x-benfits: …"),
        (
            "gaols: [simple, economy]\n",
            "Write goals: [simple, economy], or for a key of your own x-gaols: [simple, economy]",
        ),
        ('Taggar: [a, "b, c"]\n', 'Write tags: [a, "b, c"], or for a key of your own x-Taggar: [a, "b, c"]'),
        ("kostnader: {one_off: 3}\n", "Write costs: {one_off: 3}, or for a key of your own x-kostnader: {one_off: 3}"),
        ("Trials: [{id: a}]\n", "Write trials: …, or for a key of your own x-Trials: …"),
        (f"gaols: [{'a' * 60}]\n", "Write goals: …, or for a key of your own x-gaols: …"),
        (
            "completed: 2026-05-01\nstopped: {date: 2026-05-02, why: x}\n",
            "Keep the one that is true, completed: 2026-05-01 or stopped: {date: …, why: …}",
        ),
        ("trials: [{id: a, title: A, started: 2026-02-01}, {id: a, title: B, started: 2026-02-01}]\n", "a-2"),
        (
            "trials: [{id: a, title: A, started: 2026-05-01, ended: 2026-04-30}]\n",
            "Write ended: 2026-05-01 or later, or an earlier day for started",
        ),
        (
            "completed: 2026-05-01\npauses: [{from: 2026-03-01, to: 2026-05-02}]\n",
            "Write to: 2026-05-01 or earlier, or a later day for completed",
        ),
        (
            "stopped: {date: 2026-05-01, why: x}\npauses: [{from: 2026-05-02}]\n",
            "Write from: 2026-05-01 or earlier, or a later day for stopped",
        ),
        (
            "journey: [{step: explore, entered: 2026-03-01}, {step: benefits, entered: 2026-03-01}]\n",
            "Write the visits in the order of their days, one a day at most: entered: 2026-03-02 or later",
        ),
        (
            "pauses: [{from: 2026-03-01, to: 2026-03-20}, {from: 2026-03-10, to: 2026-03-15}]\n",
            "Correct the dates, or write them as one pause: - {from: 2026-03-01, to: 2026-03-20}",
        ),
        (
            "pauses: [{from: 2026-03-01, to: 2026-03-20}, {from: 2026-03-10, to: 2026-03-25}]\n",
            "Correct the dates, or write them as one pause: - {from: 2026-03-01, to: 2026-03-25}",
        ),
        (
            "pauses: [{from: 2026-03-01, to: 2026-03-20}, {from: 2026-03-10}]\n",
            "Correct the dates, or write them as one pause: - {from: 2026-03-01}",
        ),
        (
            "roadmap: [{id: a, title: A, from: 2027-Q2, to: 2027-Q1}]\n",
            "Write to: 2027-Q2 or later, or from: 2027-Q1 or earlier",
        ),
        (
            f"{BENEFIT}baseline: {{value: 5, date: 2026-02-01}}, target: {{value: 5, by: 2026-Q4}}}}]\n",
            "to be reached, target: {value: …, by: 2026-Q4}, or that the level is to be kept: keep: at-least",
        ),
        (
            f"{BENEFIT}baseline: {{value: 5, date: 2026-02-01}}, target: {{value: 5}}}}]\n",
            "to be reached, target: {value: …, by: …}, or that the level is to be kept: keep: at-least",
        ),
        ("goals: [simple, econmy]\n", "Write goals: [simple, economy]"),
        (
            "goals: [Ekonomi]\n",
            "Name one that exists, goals: […], or declare it in program.yaml: - {id: ekonomi, title: …}",
        ),
        (
            f"{TRIAL}roadmap: [{{id: a, title: A, based_on: [own, other/on]}}]\n",
            "Write based_on: [own, other/one]",
        ),
    ],
)
def test_what_is_known_of_a_line_is_filled_in(text: str, asked: str) -> None:
    other = assignment("trials: [{id: one, title: T, started: 2026-02-01}]\n")

    assert ask(assignment(text), other=other).endswith(asked)


def test_a_day_that_is_missing_is_asked_for_as_of_today() -> None:
    asked = ask(assignment(started=""))
    trial = ask(assignment("trials: [{id: a, title: A}]\n"))

    assert (asked, trial) == (f"Write a line such as started: {DAY}", f"Write a line such as started: {DAY}")


def test_of_a_ring_the_dependencies_are_listed_that_stay() -> None:
    one, other = assignment("depends_on: [free, other]\n"), assignment("depends_on: [it]\n")

    asked = ask(one, other=other, free=assignment())

    assert asked == "Remove one of the dependencies, for example here: depends_on: [free]"


def test_a_setting_says_how_a_share_is_written() -> None:
    said = {}
    for value in ("60", "12.5", "1.5", "100", "101", "-1"):
        [error] = assessed(program(f"settings: {{behind_share: {value}}}\n")).findings
        said[value] = words("en").ask(error).rpartition(" ")[2]

    assert said == {"60": "0.6", "12.5": "0.125", "1.5": "0.015", "100": "1", "101": "0.10", "-1": "0.10"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "trials:\n  - id: a\n    title: A\n    started: 2026-02-01\n    learned: |\n      one\n\n  - two\n",
            "slipped-text",
        ),
        (
            "trials:\n  - id: a\n    title: A\n    started: 2026-02-01\n    learned: >-  # x\n      one\n  - two\n",
            "slipped-text",
        ),
        (
            "trials:\n  - id: a\n    learned: one\n    title: A\n    started: 2026-02-01\n  - two\n",
            "item-not-a-mapping",
        ),
        ("x-note: |\n  one\ntrials:\n  - two\n", "item-not-a-mapping"),
        (
            "trials:\n  - learned: |\n      one\n    id: a\n    title: A\n    started: 2026-02-01\n  - two\n",
            "item-not-a-mapping",
        ),
    ],
)
def test_a_line_below_a_text_at_the_level_of_a_list_has_slipped_out_of_it(text: str, reason: str) -> None:
    found = assessed(PROGRAM, it=assignment(text)).findings

    assert [one.reason for one in found if one.rule == "field-invalid"] == [reason]


@pytest.mark.parametrize(
    ("pairs", "reason", "asked"),
    [
        ("one_off: 1, per_year 2", "no-colon", "Write a colon and a space after the key: per_year: 2"),
        ("one_off: 1, per_year:2", "no-colon", "Write a colon and a space after the key: per_year: 2"),
        ("one_off: 1, per_year =2", "no-colon", "Write a colon and a space after the key: per_year: 2"),
        ("one_off: 1, per_year two 3", "comma", "…"),
        ("one_off: 1, one_off 2", "comma", "…"),
        ("one_off: 1, one_off=2", "no-colon", "Write a colon and a space after the key: one_off: 2"),
        ("one_off: 1, yearly:2", "comma", "…"),
        ("one_off: 1,2", "decimal-comma", "Write a decimal point: one_off: 1.2"),
        ("one_off: 1,2 %", "decimal-comma", "Write a decimal point: one_off: 1.2"),
        ("one_off: 1,2 mnkr", "decimal-comma", "Write a decimal point: one_off: 1200000"),
        (
            *("one_off: 420,000", "thousands-or-decimals"),
            "Write one_off: 420000 or one_off: 420.00, whichever is meant",
        ),
        (
            *("one_off: 1, 234", "thousands-or-decimals"),
            "Write one_off: 1234 or one_off: 1.2340, whichever is meant",
        ),
        ("one_off: 1 234,50", "decimal-comma", "Write a decimal point: one_off: 1234.50"),
        ("one_off: 1,234,567", "thousands", "Write the digits together: one_off: 1234567"),
        ("one_off: 1,000,000, per_year: 2", "thousands", "Write the digits together: one_off: 1000000"),
        ("one_off: 1, 234, 567", "thousands", "Write the digits together: one_off: 1234567"),
        ("per_year: 1,234,567.50 kr", "thousands", "Write the digits together: per_year: 1234567.50"),
        ("one_off: 1,2,345", "thousands", "Write the digits together: one_off: 12345"),
        ("one_off: 1,2,3", "thousands", "Write the digits together: one_off: 123"),
        ("one_off: 1,2,345, per_year: 2", "thousands", "Write the digits together: one_off: 12345"),
        ("one_off: 5200, 2026", "no-key", "Write the key that it belongs to, or take it away: per_year: 2026"),
        (
            "per_year: 5200, 2026-01-31",
            "no-key",
            "Write the key that it belongs to, or take it away: one_off: 2026-01-31",
        ),
        ("one_off: 1, per_year: 2, 2026", "no-key", "Write the key that it belongs to, or take it away: …: 2026"),
    ],
)
def test_a_pair_in_braces_without_its_colon_is_told_from_a_text_that_a_comma_cut(
    pairs: str, reason: str, asked: str
) -> None:
    text = assignment(f"costs: {{{pairs}}}\n")

    [error] = [one for one in assessed(PROGRAM, it=text).findings if one.severity == "error"]

    assert error.reason == reason
    assert asked == "…" or ask(text) == asked


@pytest.mark.parametrize("written", ["420.000", "420.000 kr", "'420,000'", "'420,000 SEK'"])
def test_a_sum_that_may_be_thousands_is_asked_for_however_it_is_written(written: str) -> None:
    asked = "Write one_off: 420000 or one_off: 420.00, whichever is meant"

    assert ask(assignment(f"costs: {{one_off: {written}}}\n")) == asked


@pytest.mark.parametrize(
    "text",
    [
        "benefits: [{id: b, title: B, measure: {what: x, unit: &h}}]",
        "benefits: [{id: b, title: B, target: {value: !90, by: 2026}}]",
        "tags: [a, !b, c]",
    ],
)
def test_what_an_anchor_or_a_tag_leaves_empty_is_not_said_to_be_missing_too(text: str) -> None:
    [error] = [one for one in assessed(PROGRAM, it=assignment(text)).findings if one.severity == "error"]

    assert error.rule == "file-not-plain"
    assert re.search(r"[,\]}]' is YAML", words("en").message(error)) is None


def test_an_item_with_nothing_above_it_has_not_slipped_out_of_a_text() -> None:
    found = assessed(PROGRAM, it=f"trials: [Ten doors]\n{assignment()}").findings

    assert [one.reason for one in found if one.rule == "field-invalid"] == ["item-not-a-mapping"]


def test_what_may_have_any_key_is_to_be_a_mapping_of_some() -> None:
    [error] = assessed(program("rules: off\n")).findings

    assert words("en").ask(error).endswith(": rules: {…: …}")
