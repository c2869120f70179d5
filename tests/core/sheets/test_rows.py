from datetime import date
from fractions import Fraction

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.load import load
from staircase.core.reports.select import ALL, Selection
from staircase.core.sheets.extract import Extract, cover
from staircase.core.sheets.table import SHEETS, sheet
from staircase.core.source import File
from staircase.core.term import Code, Count, Said, Word
from staircase.words.speech import words
from tests.core.build import assessed, assignment, files, program

PROGRAM = program(
    """
    documents:
      - {id: plan, title: Plan, kind: budget, adopted: 2026-01-01}
      - {id: draft, title: Draft}
    """,
    departments="[{id: care, name: Care}, {id: old, name: Old, to: 2025}]",
)
KEYLESS = assignment(
    """
    journey:
      - {step: explore, entered: 2026-01-01}
      - {step: benefits, entered: 2026-03-02}
      - {step: explore, entered: 2026-05-01}
    benefits:
      - id: money
        title: Money
        kind: cash
        measure: {what: cost, unit: SEK/year}
        baseline: {value: 90, date: 2026-01-20}
        target: {value: 60}
        measurements: [{value: 80, date: 2026-05-20}]
        taken_home:
          - {from: 2026-04-01, amount: 5, document: draft}
          - {from: 2026-06-01, amount: 7, document: plan}
      - {id: hours, title: Hours}
      - {id: shared, title: Shared, part_of: other/gain}
    """
)
OTHER = assignment("benefits: [{id: gain, title: Gain}]", department="old", stopped="{date: 2026-02-01, why: no need}")


def taken(selection: Selection = ALL, *, day: str = "2026-06-30", today: str = "") -> Extract:
    found: Assessment = assessed(PROGRAM, keyless=KEYLESS, other=OTHER, day=day, today=today)
    assert found.scene is not None
    return Extract(found, found.scene, words("en").say, selection, "c0ffee", "1.0")


def told(extract: Extract, name: str, *keys: str) -> list[tuple[object, ...]]:
    one = sheet(name)
    places = [[column.key for column in one.columns].index(key) for key in keys]
    return [tuple(row[place] for place in places) for row in extract.filled(one).rows]


def test_the_figures_of_benefits_are_those_of_the_report() -> None:
    keys = ("id", "standing", "realised", "potential", "now", "taken_home", "taken_home_from", "department", "counts")

    assert told(taken(), "benefits", *keys) == [
        ("money", "on-track", Fraction(333333, 1000000), 30, 10, 7, date(2026, 6, 1), "care", True),
        ("hours", "unset", None, None, None, None, None, "care", True),
        ("shared", "unset", None, None, None, None, None, "care", False),
        ("gain", "unset", None, None, None, None, None, "old", False),
    ]


def test_entries_without_an_id_are_numbered_within_what_they_belong_to() -> None:
    assert told(taken(), "visits", "assignment", "number", "step") == [
        ("keyless", 1, "explore"),
        ("keyless", 2, "benefits"),
        ("keyless", 3, "explore"),
    ]
    assert told(taken(), "taken_home", "benefit", "number", "amount", "kind", "department") == [
        ("money", 1, 5, "cash", "care"),
        ("money", 2, 7, "cash", "care"),
    ]
    assert told(taken(), "measurements", "benefit", "number", "value", "unit") == [("money", 1, 80, "SEK/year")]


def test_the_time_on_a_step_is_that_of_all_visits_to_it() -> None:
    keys = ("assignment", "step", "step_number", "entered", "days", "moved_on")

    assert told(taken(), "steps", *keys) == [
        ("keyless", "explore", 1, date(2026, 1, 1), 60 + 60, False),
        ("keyless", "benefits", 2, date(2026, 3, 2), 60, True),
        ("other", "explore", 1, date(2026, 1, 1), 31, True),
    ]


def test_a_department_of_another_day_is_there_without_figures() -> None:
    assert told(taken(), "departments", "id", "assignments", "trained") == [("care", 1, False), ("old", None, None)]


def test_what_is_chosen_is_there_whole_and_departments_go_with_it() -> None:
    chosen = taken(Selection(state=("open",)))

    assert told(chosen, "assignments", "id") == [("keyless",)]
    assert told(chosen, "benefits", "id") == [("money",), ("hours",), ("shared",)]
    assert told(chosen, "departments", "id") == [("care",)]
    assert told(chosen, "documents", "id") == [("plan",), ("draft",)]
    assert {row[0] for row in told(chosen, "gaps", "subject")} == {"keyless"}


def test_every_row_tells_whose_it_is_and_of_which_day() -> None:
    for one in SHEETS:
        for row in taken().filled(one).rows:
            assert row[-3:] == ("Town", "Programme", date(2026, 6, 30))
    keys = ("currency", "language", "commit", "version", "assignments", "open", "at_once", "unreadable")
    assert told(taken(), "program", *keys) == [("SEK", None, "c0ffee", "1.0", 2, 1, 30, 0)]


def test_gaps_are_said_in_the_readers_language_the_first_to_take_first() -> None:
    gaps = told(taken(), "gaps", "rule", "subject", "message")

    assert [(rule, subject) for rule, subject, _ in gaps] == [
        ("trial-no-lesson", "other"),
        ("journey-return-unexplained", "keyless"),
    ]
    assert all(isinstance(message, str) and message for _, _, message in gaps)


@pytest.mark.parametrize(
    ("extract", "people", "left_out", "back"),
    [
        (taken(), True, [Word("cover.nothing")], "cover.back.how"),
        (taken(), False, [Word("cover.people")], "cover.back.how"),
        (
            taken(Selection(department=("care",))),
            True,
            [Said("cover.filters", {"filters": Code(" --department care")})],
            "cover.back.how",
        ),
        (taken(today="2026-12-01"), True, [Word("cover.later")], "cover.back.not"),
    ],
)
def test_the_cover_says_what_is_left_out_and_whether_it_is_to_be_brought_back(
    extract: Extract,
    people: bool,  # noqa: FBT001 - a column of the table
    left_out: list[object],
    back: str,
) -> None:
    lines = list(cover(extract, {sheet("goals"): 2, sheet("gaps"): 1}, shows_people=people))

    assert lines[1:4] == [
        (Word("cover.day"), date(2026, 6, 30)),
        (Word("cover.commit"), Code("c0ffee")),
        (Word("cover.version"), Code("staircase 1.0")),
    ]
    assert [text for _, text in lines[4:-3]] == left_out
    assert lines[-3] == (Word("cover.back"), Said(back, {}))
    assert [text for _, text in lines[-2:]] == [
        Said("cover.read", {"sheet": Word("sheet.goals"), "rows": Count(2, "row")}),
        Said("cover.figures", {"sheet": Word("sheet.gaps"), "rows": Count(1, "row")}),
    ]


def test_what_only_the_name_of_a_file_can_hold_is_spelled() -> None:
    ignored = File("assignments/a\x1b\udccc.txt", None)
    found = assess(load([*files(PROGRAM), ignored]), date(2026, 6, 30), date(2026, 6, 30))
    assert found.scene is not None

    gaps = told(Extract(found, found.scene, words("en").say), "gaps", "rule", "message")

    assert ("file-ignored", "assignments/a\\x1b\\udccc.txt is not a YAML file, and no report reads it") in gaps
