"""What very many departments share stands once in each report, not once under each of them."""

from collections.abc import Sequence

import pytest

from staircase.core.assess import Assessment
from staircase.core.reports import Gaps, Table, Timeline
from staircase.core.reports.findings import gaps
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import MOST_HEADINGS, Selection
from staircase.core.reports.status import status
from staircase.core.term import Name, Term, Word, file_name
from tests.core.build import assessed, assignment, program

MANY = Word("status.many-departments")
SHARED = "completed: 2026-06-01\nroadmap: [{id: r, title: R, from: 2027}]\n"
Headings = Sequence[Term | None]


def split(heirs: int) -> Assessment:
    """A town whose only department became so many, with what it had completed."""
    names = [f"n{number:02}" for number in range(heirs)]
    new = ", ".join(f"{{id: {name}, name: {name.upper()}}}" for name in names)
    old = f"{{id: care, name: Care, to: 2026-06-15, became: [{', '.join(names)}]}}"
    return assessed(program(departments=f"[{old}, {new}]"), it=assignment(SHARED))


def by_department(of: Assessment, *asked: str) -> tuple[Headings, Headings, Headings]:
    """The headings that the assignment, its gaps and its roadmap item stand under."""
    completed = Selection(asked, state=("completed",))
    (standing,) = (each for each in status(of, completed, "department").blocks if isinstance(each, Table))
    (lacking,) = (each for each in gaps(of, Selection(asked), "department").blocks if isinstance(each, Gaps))
    (ahead,) = (each for each in roadmap(of, Selection(asked)).blocks if isinstance(each, Timeline))
    found: Headings = [
        each.title for each in lacking.kinds if file_name("it") in {entry.subject.term for entry in each.entries}
    ]
    return [group.title for group in standing.groups], found, [lane.title for lane in ahead.lanes if lane.tracks]


@pytest.mark.parametrize(
    ("heirs", "asked", "expected"),
    [
        (MOST_HEADINGS, (), [Name(f"N{number:02}") for number in range(MOST_HEADINGS)]),
        (MOST_HEADINGS + 1, (), [MANY]),
        (MOST_HEADINGS + 1, ("n07", "n02"), [Name("N02"), Name("N07")]),
    ],
    ids=["as many as there is room for", "one more", "those asked for"],
)
def test_what_departments_share_stands_under_each_or_once(
    heirs: int, asked: tuple[str, ...], expected: Headings
) -> None:
    assert by_department(split(heirs), *asked) == (expected, expected, expected)
