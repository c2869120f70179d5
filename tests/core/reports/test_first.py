import pytest

from staircase.core.listing import first_to_take
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
    ("journey-not-together", "lost"),
    ("roadmap-no-lesson", "dear"),
    ("roadmap-no-lesson", "cheap"),
]


@pytest.mark.parametrize("most", [0, 1, 3, 5, 9])
def test_the_heaviest_come_first_then_what_has_most_at_stake_then_the_files_by_name(most: int) -> None:
    read = assessed(QUIET, **TEXTS)
    assert read.scene is not None

    found = first_to_take(read.scene, reversed(read.findings), most)

    assert [(finding.rule, finding.subject.id) for finding in found] == ORDER[:most]


def test_in_a_file_the_rules_and_items_come_by_name() -> None:
    text = assignment(
        "reviewed: 2026-06-30\nlive: 2026-06-01\nbenefits: [{id: z, title: Z}, {id: a, title: A}]\n",
        started="2026-06-01",
        together="",
    )
    read = assessed(QUIET, it=text)
    assert read.scene is not None

    found = first_to_take(read.scene, reversed(read.findings), 9)

    assert [(finding.rule, finding.item) for finding in found] == [
        ("benefit-no-baseline", "a"),
        ("benefit-no-baseline", "z"),
        ("journey-not-together", None),
    ]
