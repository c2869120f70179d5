from datetime import date

import pytest

from staircase.core.reports import Cell, Heading, Hints, Legend, Lines, Sign, Table, Tone
from staircase.core.reports.departments import DEPARTMENTS, departments
from staircase.core.reports.select import Selection
from staircase.core.term import Code, Count, Name, Said, Term, Word
from tests.core.build import PROGRAM, assessed, assignment
from tests.core.reports.outlines import UNREAD, openings
from tests.core.reports.town import ROUND, ids, kinds, town

ROADMAP = "roadmap: [{id: r, title: R, owner: O, expects: {kind: cash}, from: 2026-07, to: 2027-Q1}]\n"
ANCHORED = ROADMAP.replace("}]\n", ", anchored_in: [plan]}]\n")
PLAN = PROGRAM + "documents: [{id: plan, title: Plan, adopted: 2026-01-01}]\n"
SHOWN = (
    "shown: [{date: 2026-06-01}]\n"
    "benefits: [{id: b, title: B, owner: O, baseline: {value: 9, date: 2026-01-20}, target: {value: 5}, "
    "measurements: [{value: 7, date: 2026-06-30}]}]\n"
)


def test_a_row_says_how_far_a_department_has_come() -> None:
    made = departments(assessed(it=assignment(ROUND + ROADMAP), ended=assignment("completed: 2026-02-01"))).rows

    assert made == (
        {
            "id": Code("care"),
            "name": Name("Care"),
            "explore": True,
            "benefits": False,
            "roadmap": True,
            "embed": False,
            "reached": 3,
            "holes": (Word("step.benefits"),),
            "rounds": 1,
            "trained": False,
            "assignments": 2,
            "open": 1,
            "roadmap_until": date(2027, 3, 31),
            "next": Word("next.benefits"),
        },
    )
    assert tuple(made[0]) == DEPARTMENTS.keys


def test_departments_stand_in_the_order_of_the_programme() -> None:
    made = departments(town())

    assert ids(made) == ["care", "school", "town-hall"]
    assert made.totals == {"departments": 3, "reached": {"explore": 2, "benefits": 0, "roadmap": 0, "embed": 0}}
    assert (made.name, made.day, made.program, made.unreadable) == (
        "departments",
        date(2026, 6, 30),
        "Programme",
        ("assignments/broken.yaml",),
    )


@pytest.mark.parametrize(
    ("selection", "expected", "counted"),
    [
        (Selection(department=("school",)), ["school"], 1),
        (Selection(department=("town-hall", "care")), ["care", "town-hall"], 2),
        (Selection(lead=("lea",)), ["care", "school"], 2),
        (Selection(step=("embed",)), ["school"], 1),
        (Selection(state=("stopped",)), ["school"], 3),
        (Selection(goal=("service",)), ["care"], 1),
        (Selection(owner=("Boss",), department=("care",)), [], 0),
        (Selection(tag=("web",), state=("stopped",)), [], 1),
        (Selection(sort="-id"), ["town-hall", "school", "care"], 3),
        (Selection(sort="-open"), ["care", "school", "town-hall"], 3),
    ],
)
def test_the_filters_leave_the_departments_that_have_such_an_assignment(
    selection: Selection, expected: list[str], counted: int
) -> None:
    made = departments(town(), selection)

    assert ids(made) == expected
    assert made.totals["departments"] == counted


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ({}, "begin"),
        ({"it": assignment()}, "try"),
        ({"it": assignment("trials: [{id: t, title: T, started: 2026-02-01, ended: 2026-03-01}]")}, "explore"),
        ({"it": assignment(ROUND)}, "benefits"),
        ({"it": assignment(SHOWN)}, "try"),
        ({"it": assignment(ROUND + SHOWN)}, "roadmap"),
        ({"it": assignment(ROUND + ROADMAP)}, "benefits"),
        ({"it": assignment(ROUND + SHOWN + ROADMAP)}, "embed"),
        ({"it": assignment(ROUND + SHOWN + ANCHORED)}, "keep"),
    ],
)
def test_next_is_the_lowest_step_that_is_not_proven(texts: dict[str, str], key: str) -> None:
    (said,) = openings(departments(assessed(PLAN, **texts)).sentences)

    assert said.terms["next"] == Word(f"next.{key}")


def test_the_table_shows_all_four_marks() -> None:
    made = departments(assessed(PLAN + "settings: {rounds_to_trust: 1}\n", it=assignment(ROUND + ROADMAP)))

    assert kinds(made) == [Heading, Table, Legend, Hints]
    _, table, legend, _ = made.blocks
    assert isinstance(table, Table)
    assert [column.key for column in table.columns] == [
        *("id", "name", "explore", "benefits", "roadmap", "embed"),
        *("holes", "rounds", "trained", "assignments", "open", "roadmap_until", "next"),
    ]
    assert table.groups[0].rows == (
        (
            Cell(Code("care"), Tone.STRONG),
            Cell(Name("Care")),
            Cell(None, Tone.GOOD, (Sign.PROVEN,), flat=True),
            Cell(None, Tone.WARN, (Sign.HOLE,), flat=False),
            Cell(None, Tone.GOOD, (Sign.PROVEN,), flat=True),
            Cell(None, Tone.PLAIN, (Sign.UNPROVEN,), flat=False),
            Cell(Word("step.benefits")),
            Cell(1, Tone.PLAIN, (Sign.PROVEN,), flat=1),
            Cell(term=True),
            Cell(1),
            Cell(1),
            Cell(date(2027, 3, 31)),
            Cell(Word("next.benefits")),
        ),
    )
    assert legend == Legend(
        ((Sign.PROVEN, "legend.proven"), (Sign.HOLE, "legend.hole"), (Sign.UNPROVEN, "legend.unproven"))
    )


def test_a_department_that_has_not_begun_shows_so() -> None:
    _, table, legend, _ = departments(assessed()).blocks

    assert isinstance(table, Table)
    unproven = Cell(None, Tone.PLAIN, (Sign.UNPROVEN,), flat=False)
    assert table.groups[0].rows[0][2:] == (
        *(
            unproven,
            unproven,
            unproven,
            unproven,
            Cell(None),
            Cell(0, flat=0),
            Cell(term=False),
            Cell(0),
            Cell(0),
            Cell(None),
        ),
        Cell(Word("next.begin")),
    )
    assert legend == Legend(((Sign.PROVEN, "legend.proven"), (Sign.UNPROVEN, "legend.unproven")))


def test_any_key_of_the_rows_can_be_a_column() -> None:
    keys = ("holes", "trained", "reached", "id")

    made = departments(assessed(PLAN, it=assignment(ROADMAP)), Selection(columns=keys))

    assert kinds(made) == [Heading, Table, Hints]
    table = made.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.priority) for column in table.columns] == [(key, 0) for key in keys]
    assert table.groups[0].rows == (
        (
            Cell(Said("list.comma", {"some": Word("step.explore"), "last": Word("step.benefits")})),
            Cell(term=False),
            Cell(3),
            Cell(Code("care"), Tone.STRONG),
        ),
    )
    assert made.columns == keys


@pytest.mark.parametrize("key", DEPARTMENTS.keys)
def test_there_is_a_column_for_every_key(key: str) -> None:
    table = departments(assessed(), Selection(columns=(key,))).blocks[1]

    assert isinstance(table, Table)
    assert [column.key for column in table.columns] == [key]


def test_files_that_could_not_be_read_are_told_of() -> None:
    made = departments(town())

    assert made.blocks[1] == Lines((UNREAD,), Tone.WARN)


def test_where_nothing_matches_it_says_so() -> None:
    made = departments(assessed(it=assignment()), Selection(lead=("Olle",)))

    assert kinds(made) == [Heading, Lines]
    assert made.blocks[1] == Lines((Said("report.no-match", {}),))


def test_each_department_is_a_sentence_to_be_read_aloud() -> None:
    reports = departments(assessed(it=assignment(ROUND + ROADMAP))), departments(assessed())
    made = openings(said for report in reports for said in report.sentences)

    terms: dict[str, Term] = {
        "name": Name("Care"),
        "reached": 3,
        "rounds": Count(1, "round"),
        "assignments": Count(1, "assignment"),
        "open": 1,
        "next": Word("next.benefits"),
    }
    assert made[0] == Said("plain.departments", terms)
    assert (made[1].key, made[1].terms["reached"]) == ("plain.departments", 0)
