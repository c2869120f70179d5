import pytest

from staircase.core.reports import Table
from staircase.core.reports.select import ALL, Selection
from staircase.core.reports.status import By, status
from staircase.core.term import Code, Name, Said, Term, Word
from tests.core.build import PROGRAM, assessed, assignment
from tests.core.reports.town import town


def table(selection: Selection = ALL, by: By = "step") -> Table:
    """Give the town's table."""
    (found,) = (block for block in status(town(), selection, by).blocks if isinstance(block, Table))
    return found


def groups(by: By, selection: Selection = ALL) -> list[tuple[Term | None, list[str]]]:
    """Give a table's groups, each with the ids under it."""
    return [
        (group.title, [row[2].term.text for row in group.rows if isinstance(row[2].term, Code)])
        for group in table(selection, by).groups
    ]


def step(number: int, name: str) -> Said:
    """Give the heading of a step."""
    return Said("status.step", {"number": number, "step": Word(f"step.{name}")})


def test_groups_are_by_step_with_those_beside_the_stairs_last() -> None:
    states = Selection(state=("open", "planned"))

    assert groups("step", states) == [
        (step(4, "embed"), ["embedded"]),
        (step(2, "benefits"), ["paused"]),
        (step(1, "explore"), ["stray", "active"]),
        (Word("status.enabling"), ["login"]),
        (Word("status.planned"), ["planned"]),
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "department",
            [
                (Word("status.no-department"), ["login"]),
                (Name("Care"), ["paused", "active"]),
                (Name("nowhere"), ["stray"]),
                (Name("School"), ["embedded"]),
            ],
        ),
        ("lead", [(Name("Ida"), ["login"]), (Name("lea"), ["embedded", "paused", "stray", "active"])]),
        (
            "state",
            [(Word("state.active"), ["embedded", "stray", "active", "login"]), (Word("state.paused"), ["paused"])],
        ),
        ("goal", [(Name("Service"), ["active"]), (Word("status.no-goal"), ["embedded", "paused", "stray", "login"])]),
    ],
)
def test_groups_are_by_what_is_asked_for(by: By, expected: list[tuple[Term, list[str]]]) -> None:
    assert groups(by) == expected
    assert table(by=by).group_key == f"{by}_group"


def test_an_assignment_with_two_goals_stands_under_both() -> None:
    program = PROGRAM + "goals: [{id: a, title: A}, {id: b, title: B}]\n"
    shown = status(assessed(program, it=assignment(goals="[b, a, nowhere]")), by="goal").blocks[1]

    assert isinstance(shown, Table)
    assert [group.title for group in shown.groups] == [Name("A"), Name("B")]


def test_sorted_rows_stand_in_one_group() -> None:
    assert groups("department", Selection(sort="-id")) == [(None, ["stray", "paused", "login", "embedded", "active"])]
