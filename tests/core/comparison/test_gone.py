"""What went unmended: with its thing, or because nobody asks of it any longer; and what a change newly asks for."""

import re
from pathlib import Path

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.comparison import compare
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import ASKED, changes
from staircase.core.load import load
from staircase.core.rules.table import ERRORS, GAPS
from staircase.core.source import File
from staircase.disk import read
from staircase.words.speech import words
from tests.core.build import assessed, assignment
from tests.rules.test_fixtures import BAD, days, named

ENDINGS = {
    "stopped": "stopped: {{date: {day}, why: no need, learned: Ask first}}\n",
    "completed": "completed: {day}\n",
    "paused": "pauses: [{{from: {day}}}]\n",
}


def ended(folder: Path, ending: str) -> tuple[Assessment, Assessment]:
    """A portfolio, and the same when all its open assignments end, or pause, on the day."""
    today = days(folder)
    before = [*read(folder)]
    said = ENDINGS[ending].format(day=today[0].isoformat())
    after = [File(one.path, (one.content or b"") + said.encode()) if _is_open(one) else one for one in before]
    return assess(load(before), *today), assess(load(after), *today)


def _is_open(file: File) -> bool:
    text = (file.content or b"").decode("utf-8", "replace")
    return file.path.startswith("assignments/") and not re.search("^(stopped|completed|pauses):", text, re.MULTILINE)


@pytest.mark.no_cover
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("folder", [one for one in BAD if one.parent.name in GAPS], ids=named)
def test_no_gap_of_an_assignment_is_mended_by_ending_or_pausing_it(folder: Path, ending: str) -> None:
    before, after = ended(folder, ending)

    found = compare(before, after)

    fixed = {one.rule for one in found.fixed if one.subject.kind == "assignment"}
    assert fixed <= {*ERRORS, "benefit-looks-shared"}  # which another assignment's ending mends


BENEFIT = "benefits:\n  - {id: time, title: Time}\n  - {id: calm, title: Calm}\n"
ITEM = "roadmap:\n  - {id: all, title: All, from: 2026-Q4}\n"
STEP = "journey: [{step: roadmap, entered: 2026-02-01}]\n"
OWNED = BENEFIT.replace("title: Time}", "title: Time, owner: Olle}")


def findings(before: str, after: str) -> list[tuple[str, str, str | None, str]]:
    """Of each finding that came or went: its kind, rule and item, and the kind of its cause."""
    found = changes(assessed(it=before), assessed(it=after))
    told = [one for one in found if one.kind.startswith("finding-") and one.rule.startswith(("benefit-no-o", "road"))]
    return [(one.kind, one.rule, one.item, _cause(one)) for one in told if not one.rule.endswith(("benefit", "lesson"))]


def _cause(change: Change) -> str:
    return f"{change.cause.kind} {change.cause.item or ''}".strip() if change.cause else ""


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            assignment(BENEFIT),
            assignment(BENEFIT + STEP),
            [
                ("finding-asked", "benefit-no-owner", "time", "step-jumped roadmap"),
                ("finding-asked", "benefit-no-owner", "calm", "step-jumped roadmap"),
            ],
            id="a step forward asks",
        ),
        pytest.param(
            assignment(STEP),
            assignment(STEP + OWNED),
            [("finding-asked", "benefit-no-owner", "calm", "benefit-added calm")],
            id="a new benefit asks for its own",
        ),
        pytest.param(
            assignment(STEP + OWNED),
            assignment(STEP + BENEFIT),
            [("finding-new", "benefit-no-owner", "time", "")],
            id="what is taken away is opened",
        ),
        pytest.param(
            assignment(OWNED),
            assignment(BENEFIT + STEP),
            [
                ("finding-new", "benefit-no-owner", "time", ""),
                ("finding-asked", "benefit-no-owner", "calm", "step-jumped roadmap"),
            ],
            id="and so is what is taken away beside a step",
        ),
        pytest.param(
            assignment(STEP + BENEFIT),
            assignment(STEP + BENEFIT.replace("  - {id: calm, title: Calm}\n", "")),
            [("finding-gone", "benefit-no-owner", "calm", "benefit-withdrawn calm")],
            id="with a benefit its gaps go",
        ),
        pytest.param(
            assignment(STEP + BENEFIT),
            assignment(STEP + BENEFIT + "stopped: {date: 2026-06-30, why: x, learned: y}\n"),
            [
                ("finding-gone", "benefit-no-owner", "time", "stopped"),
                ("finding-gone", "benefit-no-owner", "calm", "stopped"),
            ],
            id="with an ending all gaps go",
        ),
        pytest.param(
            assignment(STEP + BENEFIT + "shown: [{date: 2026-05-25, forum: management}]\n"),
            assignment(STEP + BENEFIT + "stopped: {date: 2026-06-30, why: x, learned: y}\n"),
            [
                ("finding-gone", "benefit-no-owner", "time", "stopped"),
                ("finding-gone", "benefit-no-owner", "calm", "stopped"),
            ],
            id="and not with what is heavier and takes nothing along",
        ),
        pytest.param(
            assignment(STEP + BENEFIT),
            assignment(STEP + OWNED + "completed: 2026-06-30\n"),
            [("finding-fixed", "benefit-no-owner", "time", "")],
            id="what is mended while it ends is mended",
        ),
        pytest.param(
            assignment(ITEM),
            assignment(ITEM.replace("2026-Q4", "2026-Q4, dropped: {date: 2026-06-30}")),
            [("finding-gone", "roadmap-no-owner", "all", "item-dropped all")],
            id="with a dropped item its gaps go",
        ),
        pytest.param(
            assignment(ITEM.replace(", from: 2026-Q4", "")),
            assignment(ITEM),
            [("finding-asked", "roadmap-no-owner", "all", "item-scheduled all")],
            id="a scheduled item asks",
        ),
        pytest.param(
            assignment(ITEM + "  - {id: more, title: More}\n"),
            assignment(ITEM.replace("2026-Q4", "2027-Q1") + "  - {id: more, title: More, from: 2026-Q4}\n"),
            [("finding-asked", "roadmap-no-owner", "more", "item-scheduled more")],
            id="and of no other item",
        ),
    ],
)
def test_a_finding_names_what_it_follows_from(
    before: str, after: str, expected: list[tuple[str, str, str | None, str]]
) -> None:
    assert findings(before, after) == expected


def test_a_baseline_asks_for_nothing_of_another_benefit() -> None:
    both = STEP + "benefits:\n  - {id: time, title: Time}\n  - {id: calm, title: Calm, kind: quality}\n"
    set_up = both.replace("title: Time", "title: Time, baseline: {value: 1, date: 2026-03-01}")
    before, after = (assessed(it=assignment(text)) for text in (both, set_up.replace("quality", "cash")))

    asked = [(one.kind, one.rule, one.item, _cause(one)) for one in changes(before, after) if one.item == "calm"]

    assert asked == [
        ("benefit-kind-changed", "", "calm", ""),
        ("finding-new", "benefit-no-worth", "calm", ""),
    ]


def test_the_whole_portfolio_s_gaps_that_went_with_their_thing_name_it() -> None:
    old = "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}, {id: old, name: Old}]\n"
    goals = "goals: [{id: calm, title: Calm}]\n"
    before = assessed(old + goals, it=assignment(started="2026-06-01"))
    after = assessed(old.replace(", {id: old, name: Old}", ""), it=assignment(started="2026-06-01"))

    gone = [(one.rule, _cause(one)) for one in changes(before, after) if one.kind == "finding-gone"]

    assert gone == [("department-untouched", "department-removed"), ("program-goal-unserved", "goal-removed")]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_may_be_asked_for_has_its_word_and_nothing_else_has(language: str) -> None:
    texts = words("sv" if language == "sv" else "en").texts

    assert {key.removeprefix("asked.") for key in texts if key.startswith("asked.")} == {*ASKED}
