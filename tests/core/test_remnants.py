"""A file that no report can show is judged all the same by what is sound in it: all its errors in one run."""

import pytest

from tests.core.build import assessed, assignment, program
from tests.core.places import IT

PROGRAM = program("goals: [{id: simple, title: Simple}]\n")


def told(text: str, *, today: str = "2026-06-30", **others: str) -> list[tuple[str, int]]:
    """Give the errors of the file as rules and lines, in the order of the file."""
    assessment = assessed(PROGRAM, day="2026-06-30", today=today, it=text, **others)
    own = [one for one in assessment.findings if one.path == IT]
    return sorted(
        ((one.rule, assessment.portfolio.span(one.path, one.where).line) for one in own), key=lambda one: one[1]
    )


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("foo: 1\ngoals: [simpel]\n", [("field-unknown", 6), ("reference-unknown", 7)], id="a reference"),
        pytest.param("foo: 1\ncompleted: 2025-12-31\n", [("field-unknown", 6), ("date-order", 7)], id="an order"),
        pytest.param("foo: 1\nreviewed: 2026-07-02\n", [("field-unknown", 6), ("date-in-future", 7)], id="a future"),
        pytest.param(
            "foo: 1\nbenefits: [{id: a, title: A, baseline: {value: 1, date: 2026-01-01}, target: {value: 1}}]\n",
            [("field-unknown", 6), ("benefit-flat-target", 7)],
            id="a flat target",
        ),
        pytest.param("goals: [simpel, []]\n", [("field-invalid", 6)], id="not in the key that is wrong itself"),
        pytest.param(
            "trials: [{id: a}]\nroadmap: [{id: b, title: B, based_on: [a, gone/x]}]\n",
            [("field-missing", 6), ("field-missing", 6), ("reference-unknown", 7)],
            id="no trial is missed among those that could not be read",
        ),
        pytest.param("completed: 2026-05-01\nstopped: {date: 2026-05-01, why: W}\n", [("field-invalid", 7)], id="both"),
    ],
)
def test_what_is_sound_is_judged(rest: str, expected: list[tuple[str, int]]) -> None:
    assert told(assignment(rest)) == expected


@pytest.mark.parametrize("key", ["title", "lead", "started"])
def test_a_required_key_that_is_absent_hides_no_other_error(key: str) -> None:
    text = assignment("goals: [simpel]\ncompleted: 1999-01-01\n", **{key: ""})

    assert {rule for rule, _ in told(text)} == {
        "field-missing",
        "reference-unknown",
        *(["date-order"] if key != "started" else []),
    }


def test_a_file_that_is_misnamed_is_judged_whole() -> None:
    assessment = assessed(PROGRAM, **{"It is": assignment("goals: [simpel]\n")})

    assert sorted(one.rule for one in assessment.findings if one.path == "assignments/It is.yaml") == [
        "file-name",
        "reference-unknown",
    ]


def test_what_is_no_plain_yaml_is_told_alone() -> None:
    assert told(assignment("goals: &a [simpel]\n")) == [("file-not-plain", 6)]


def test_no_gap_is_told_of_a_file_that_no_report_shows() -> None:
    assert told(assignment("foo: 1\n", together="")) == [("field-unknown", 5)]


def test_what_is_wrong_beside_what_is_no_plain_yaml_is_told_too() -> None:
    assert told(assignment("foo: 1\ngoals: &a [simple]\n")) == [("field-unknown", 6), ("file-not-plain", 7)]
