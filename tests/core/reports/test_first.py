from fractions import Fraction

import pytest

from staircase.core.listing import first_to_take, weight
from tests.core.build import assessed, assignment, program

QUIET = program("rules: {department-untouched: off, roadmap-no-lesson: note}")


def item(worth: int) -> str:
    """Write an assignment with two gaps of an item that is worth so much."""
    return assignment(
        "reviewed: 2026-06-30\n"
        f"roadmap: [{{id: r, title: R, from: 2027-Q4, owner: O, expects: {{kind: cash, per_year: {worth}}}}}]\n",
        started="2026-06-01",
    )


TEXTS = {
    "alone": assignment("reviewed: 2026-06-30\n", started="2026-06-01", together=""),
    "cheap": item(1),
    "dear": item(9),
    "lost": assignment("reviewed: 2026-06-30\ndepends_on: [nowhere]\n", started="2026-06-01", together=""),
}
ORDER = [
    ("reference-unknown", "lost"),
    ("journey-not-together", "alone"),
    ("roadmap-no-lesson", "dear"),
    ("roadmap-no-lesson", "cheap"),
]


@pytest.mark.parametrize("most", [0, 1, 3, 5, 9])
def test_each_is_about_another_subject_the_heaviest_first_then_what_has_most_at_stake(most: int) -> None:
    read = assessed(QUIET, **TEXTS)
    assert read.scene is not None

    found = first_to_take(read.scene, reversed(read.findings), most)

    assert [(finding.rule, finding.subject.id) for finding in found] == ORDER[:most]


def test_of_equal_severity_the_worse_harm_comes_first_whatever_is_at_stake() -> None:
    texts = {
        "dear": item(9),
        "blocked": assignment("reviewed: 2026-06-30\ndepends_on: [ended]\n", started="2026-06-01"),
        "ended": assignment("stopped: {date: 2026-06-20, why: no need}\n", started="2026-06-01"),
    }
    read = assessed(program("rules: {department-untouched: off}"), **texts)
    assert read.scene is not None

    found = first_to_take(read.scene, read.findings, 2)

    assert [(finding.rule, finding.subject.id) for finding in found] == [
        ("journey-blocked", "blocked"),
        ("roadmap-no-lesson", "dear"),
    ]


def test_of_one_subject_equals_come_by_item_and_then_by_rule() -> None:
    text = assignment(
        "reviewed: 2026-06-30\nlive: 2026-06-01\nbenefits: [{id: z, title: Z}, {id: a, title: A}]\n",
        started="2026-06-01",
    )
    read = assessed(QUIET, it=text)
    assert read.scene is not None

    ordered = sorted(read.findings, key=lambda finding: weight(read.portfolio, finding, Fraction(0)))

    assert [(finding.rule, finding.item) for finding in ordered] == [
        ("benefit-no-baseline", "a"),
        ("benefit-no-baseline", "z"),
    ]
    assert first_to_take(read.scene, read.findings, 9) == (ordered[0],)
