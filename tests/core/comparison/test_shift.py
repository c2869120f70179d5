"""What a change does to figures: of a benefit, and of the whole portfolio, whose sums are the two sides' own."""

import json
from pathlib import Path
from typing import Any

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, whole
from staircase.core.comparison.difference import changes
from staircase.words.speech import words
from tests.cli.running import plant, run
from tests.core.build import assessed, assignment, program
from tests.oracle.generate import portfolio

ENGLISH = words("en")
HOURS = """\
live: 2025-10-01
benefits:
  - id: x
    title: X
    owner: O
    kind: capacity
    measure: {what: h, unit: hours}
    baseline: {value: 1000, date: 2025-09-30}
    target: {value: 500, by: 2027-09-30}
    measurements: [{value: 800, date: 2026-06-01}]
    worth: {per_unit: 450}
    realisation: r
    taken_home: [{from: 2026-05-01, how: visits, amount: 50000}]
"""
"""40 % of the way: 225,000 a year in all, 90,000 now, and of these 50,000 taken home."""


def told(*edits: tuple[str, str], before: str = HOURS) -> dict[str, str]:
    """What is told of an edit, by the kind of change."""
    after = before
    for old, new in edits:
        assert old in after, old
        after = after.replace(old, new, 1)
    sides = (assessed(it=assignment(text, started="2025-09-01")) for text in (before, after))
    return {one.kind: ENGLISH.say(one.message).replace("\xa0", " ") for one in changes(*sides) if _is_fact(one)}


def _is_fact(change: Change) -> bool:
    return not change.kind.startswith("finding-")


@pytest.mark.parametrize(
    ("edit", "kind", "figures"),
    [
        (("amount: 50000", "amount: 500000"), "taken-home-changed", "taken home 50 kSEK/year → 90 kSEK/year"),
        (
            ("per_unit: 450", "per_unit: 4500"),
            "worth-changed",
            "potential 225 kSEK/year → 2,250 kSEK/year, now 90 kSEK/year → 900 kSEK/year",
        ),
        (
            ("    taken_home: [{from: 2026-05-01, how: visits, amount: 50000}]\n", ""),
            "taken-back",
            "taken home 50 kSEK/year → 0 kSEK/year",
        ),
        (
            ("value: 1000", "value: 2000"),
            "baseline-changed",
            "share 40 % → 80 %, potential 225 kSEK/year → 675 kSEK/year, now 90 kSEK/year → 540 kSEK/year",
        ),
        (
            ("kind: capacity", "kind: cash"),
            "benefit-kind-changed",
            (
                "potential 225 kSEK/year (Freed capacity) → 225 kSEK/year (Cash),"
                " now 90 kSEK/year (Freed capacity) → 90 kSEK/year (Cash),"
                " taken home 50 kSEK/year (Freed capacity) → 0 kSEK/year (Cash)"
            ),
        ),
        (
            ("value: 500,", "value: 600,"),
            "target-lowered",
            "share 40 % → 50 %, potential 225 kSEK/year → 180 kSEK/year",
        ),
        (
            ("value: 800", "value: 900"),
            "measurement-corrected",
            "share 40 % → 20 %, now 90 kSEK/year → 45 kSEK/year, taken home 50 kSEK/year → 45 kSEK/year",
        ),
        (
            ("    worth: {per_unit: 450}\n", ""),
            "worth-changed",
            "potential 225 kSEK/year → –, now 90 kSEK/year → –, taken home 50 kSEK/year → –",
        ),
        (
            ("2026-06-01}]", "2026-06-01}, {value: 900, date: 2026-04-15}]"),
            "benefit-measured",
            "",
        ),
        (
            ("2026-06-01}]", "2026-06-01}, {value: 700, date: 2026-06-30}]"),
            "benefit-measured",
            "60 % of the way, planned 37 %",
        ),
        (
            ("2026-06-01}]", "2026-06-01}, {value: 850, date: 2026-06-30}]"),
            "setback-measured",
            "30 % of the way, planned 37 %",
        ),
    ],
)
def test_a_change_says_what_it_does_to_the_figures(edit: tuple[str, str], kind: str, figures: str) -> None:
    said = told(edit)[kind]

    assert said.partition("; ")[2] == figures


def test_a_measurement_on_a_way_whose_end_has_no_day_says_only_how_much_is_gone() -> None:
    undated = HOURS.replace(", by: 2027-09-30", "")

    found = told(("2026-06-01}]", "2026-06-01}, {value: 700, date: 2026-06-30}]"), before=undated)

    assert found["benefit-measured"].endswith("; 60 % of the way")


def test_of_several_changes_the_heaviest_says_what_all_do_to_the_figures() -> None:
    found = told(("value: 500,", "value: 600,"), ("per_unit: 450", "per_unit: 900"))

    assert found["target-lowered"].endswith(
        "; share 40 % → 50 %, potential 225 kSEK/year → 360 kSEK/year, now 90 kSEK/year → 180 kSEK/year"
    )
    assert "share" not in found["worth-changed"]


def test_an_amount_before_and_after_is_told_in_one_unit() -> None:
    found = told(("value: 500,", "value: 600,"), ("per_unit: 450", "per_unit: 45000"))

    assert ", potential 0.2 MSEK/year → 18.0 MSEK/year, now 90 kSEK/year → 9,000 kSEK/year" in found["target-lowered"]


def test_a_unit_that_changed_while_the_values_stood_still_says_so() -> None:
    assert told(("unit: hours", "unit: days")) == {
        "unit-changed": (
            "the unit of “X” is days instead of hours, and no value was changed with it"
            " (corrected, for earlier days too)"
        )
    }


def test_of_a_benefit_that_is_withdrawn_it_is_said_what_goes() -> None:
    found = told((HOURS[HOURS.index("benefits:") :], ""))

    assert found["benefit-withdrawn"].endswith(
        "; share 40 % → –, potential 225 kSEK/year → –, now 90 kSEK/year → –, taken home 50 kSEK/year → –"
    )


def test_the_portfolio_s_line_says_what_is_otherwise_of_the_whole() -> None:
    before = assessed(it=assignment(HOURS, started="2025-09-01"), other=assignment())
    after = assessed(
        program("settings: {at_once: 9}"),
        it=assignment(HOURS.replace("per_unit: 450", "per_unit: 900"), started="2025-09-01"),
        other=assignment(completed="2026-06-01"),
    )

    lines = [ENGLISH.say(line).replace("\xa0", " ") for line in whole(before, after).lines]

    assert lines == [
        "The portfolio: 2 → 1 open, of 9 at once.",
        ("The portfolio, Freed capacity: potential 225 kSEK/year → 450 kSEK/year, now 90 kSEK/year → 180 kSEK/year."),
    ]
    assert whole(before, before).lines == ()


def test_sums_that_do_not_hold_all_files_say_so() -> None:
    both = {"a": assignment(title="A"), "b": assignment(title="B")}

    def lines(before: Assessment, after: Assessment) -> list[str]:
        return [ENGLISH.say(line) for line in whole(before, after).lines]

    half = assessed(**{**both, "b": "title: ["})
    assert lines(assessed(**both), half) == [
        "The portfolio: 2 → 1 open, of 30 at once.",
        "The portfolio: files in no sum, since they could not be read: 0 before, 1 now.",
    ]
    assert lines(half, half) == ["The portfolio: files in no sum, since they could not be read: 1 before, 1 now."]
    none = ["The portfolio: no sums to compare, since program.yaml could not be read on both sides."]
    assert lines(assessed(**both), assessed("format: [")) == lines(assessed("format: ["), assessed(**both)) == none


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(6))
def test_the_sums_of_the_whole_are_those_of_both_sides_own_reports(seed: int, tmp_path: Path) -> None:
    one, other = portfolio(seed), portfolio(seed + 700)
    for name, like in (("one", one), ("other", other)):
        plant(tmp_path / name, {path: text or "" for path, text in like.texts.items()})
    day = ("--as-of", one.t.isoformat())

    found = told_as_json(tmp_path, "diff", "one", "other", *day)["portfolio"]

    for side, name in (("before", "one"), ("after", "other")):
        if found[side] is None:
            continue
        own = ("--portfolio", name)
        status = told_as_json(tmp_path, *own, "status", *day)
        money = told_as_json(tmp_path, *own, "benefits", *day)
        assert {key: found[side][key] for key in ("open", "at_once")} == {
            key: status[key] for key in ("open", "at_once")
        }
        for kind in ("cash", "capacity", "avoidance", "quality", "unsorted"):
            assert found[side][kind] == {key: money[kind][key] for key in ("potential", "now", "taken_home")}


def told_as_json(folder: Path, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    totals = json.loads(run([*arguments, "--json"], folder).out)["totals"]
    assert isinstance(totals, dict)
    return totals
