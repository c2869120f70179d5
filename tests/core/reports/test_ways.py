from datetime import date

import pytest

from staircase.core.reports import Cell, GapLine, Gaps, Heading, Hints, Kind, Lines, Report, Table, Tone
from staircase.core.reports.departments import ways
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Code, Name, Said, Term, Word
from tests.core.build import assessed, assignment, program
from tests.core.reports.outlines import openings
from tests.core.reports.town import ROUND, kinds

PROGRAM = program(
    """
    documents:
      - {id: plan, title: Plan, adopted: 2026-01-01, from: 2026-01-01, to: 2026-12-31}
      - {id: later, title: Later, adopted: 2026-01-01, from: 2027-01-01}
      - {id: over, title: Over, adopted: 2025-01-01, to: 2025-12-31}
      - {id: draft, title: Draft}
      - {id: theirs, title: Theirs, adopted: 2026-01-01, department: school}
    """,
    departments="[{id: care, name: Care}, {id: school, name: School}]",
)
MEASURED = (
    "benefits: [{id: b, title: B, owner: O, baseline: {value: 9, date: 2026-01-20}, target: {value: 5}, "
    "measurements: [{value: 7, date: 2026-06-30}]}]\n"
)
SHOWN = ROUND + MEASURED + "shown: [{date: 2026-06-01}]\n"
PLANNED = "owner: O, expects: {kind: cash}, from: 2026-07, to: 2027-Q1"


def item(rest: str) -> str:
    """Write a roadmap with one item."""
    return f"roadmap: [{{id: r, title: R{', ' if rest else ''}{rest}}}]\n"


def made(*texts: str, selection: Selection | None = None, text: str = PROGRAM) -> Report:
    """Make the report of care, which has those assignments."""
    read = assessed(text, **{f"it{number}": one for number, one in enumerate(texts)})
    return ways(read, selection or Selection(department=("care",)))


def missing(*texts: str, text: str = PROGRAM) -> list[tuple[str, ...]]:
    """Tell what care lacks: keys, with the titles that they name."""
    found = []
    for row in made(*texts, text=text).rows:
        said = row["missing"]
        assert isinstance(said, Said)
        found.append(
            (said.key.removeprefix("ways."), *(term.text for term in said.terms.values() if isinstance(term, Name)))
        )
    return found


def test_a_row_says_what_lies_between_a_department_and_its_next_step() -> None:
    (row,) = made(assignment(SHOWN + item("from: 2026-07, expects: {kind: cash}"))).rows

    assert row == {
        "department": Code("care"),
        "name": Name("Care"),
        "reached": 2,
        "next": Word("next.roadmap"),
        "assignment": Code("it0"),
        "item": Code("r"),
        "missing": Said("ways.item-owner", {"title": Name("R")}),
        "lead": Name("Lea"),
        "path": Name("assignments/it0.yaml"),
    }


def test_a_lack_of_the_department_itself_names_no_assignment() -> None:
    (row,) = made().rows

    assert {name: row[name] for name in ("reached", "next", "assignment", "item", "missing")} == {
        "reached": 0,
        "next": Word("next.begin"),
        "assignment": None,
        "item": None,
        "missing": Said("ways.begin", {}),
    }


STOPPED = "stopped: {date: 2026-06-01, why: x}\n"
UNLEARNED = (
    "trials: [{id: a, title: A, started: 2026-01-02, ended: 2026-01-03}, {id: z, title: Z, started: 2026-01-04}]\n"
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((assignment(),), [("no-trial",)]),
        ((assignment(UNLEARNED),), [("lesson", "A"), ("trial-open", "Z")]),
        ((assignment(UNLEARNED + STOPPED),), [("no-trial",)]),
        ((assignment(UNLEARNED + "completed: 2026-06-01\n"),), [("lesson", "A"), ("trial-open", "Z")]),
    ],
)
def test_explore_lacks_a_trial_that_ended_with_a_lesson(
    texts: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    assert missing(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((assignment(ROUND),), [("no-benefit",)]),
        ((assignment(ROUND + MEASURED + STOPPED),), [("no-benefit",)]),
        ((assignment(ROUND + MEASURED),), [("show",)]),
        ((assignment(ROUND + MEASURED), assignment("benefits: [{id: c, title: C}]\n")), [("show",)]),
        (
            (assignment(ROUND + "benefits: [{id: c, title: C}]\n"),),
            [("benefit-owner", "C"), ("baseline", "C"), ("target", "C"), ("measurement", "C")],
        ),
        ((assignment(ROUND + MEASURED.replace("owner: O, ", "")),), [("benefit-owner", "B")]),
        ((assignment(ROUND + MEASURED.replace("baseline: {value: 9, date: 2026-01-20}, ", "")),), [("baseline", "B")]),
        (
            (assignment(ROUND + MEASURED.replace("owner: O, ", "").replace("target: {value: 5}, ", "")),),
            [("benefit-owner", "B"), ("target", "B")],
        ),
    ],
)
def test_benefits_lacks_one_that_is_measured_and_shown(texts: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    assert missing(*texts) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", [("no-item",)]),
        (item("from: 2026-07, done: 2026-06-01"), [("no-item",)]),
        (item("started: 2026-06-01"), [("item-owner", "R"), ("expects", "R"), ("period", "R")]),
        (item("owner: O, expects: {kind: cash}, started: 2026-06-01"), [("period", "R")]),
        (item("owner: O, expects: {kind: cash}, from: 2026-05"), [("past", "R")]),
    ],
)
def test_roadmap_lacks_an_item_with_owner_benefit_and_time(rest: str, expected: list[tuple[str, ...]]) -> None:
    assert missing(assignment(SHOWN + rest)) == expected


@pytest.mark.parametrize(("period", "step"), [("2026-05", "roadmap"), ("2026-06", "embed")])
def test_a_roadmap_lasts_through_its_last_day(period: str, step: str) -> None:
    (row,) = made(assignment(SHOWN + item(f"owner: O, expects: {{kind: cash}}, from: {period}"))).rows

    assert row["next"] == Word(f"next.{step}")


@pytest.mark.parametrize(
    ("anchored", "expected"),
    [
        ("", [("anchor", "R")]),
        (", anchored_in: [theirs]", [("anchor", "R")]),
        (", anchored_in: [draft]", [("adoption", "R", "Draft")]),
        (", anchored_in: [draft, over]", [("force", "R", "Draft")]),
        (", anchored_in: [over]", [("force", "R", "Over")]),
        (", anchored_in: [later]", [("force", "R", "Later")]),
        (", anchored_in: [over, plan]", [("keep",)]),
    ],
)
def test_embed_lacks_an_item_in_an_adopted_plan_in_force(anchored: str, expected: list[tuple[str, ...]]) -> None:
    assert missing(assignment(SHOWN + item(PLANNED + anchored))) == expected


def test_embed_lacks_a_goal_where_the_programme_has_any() -> None:
    text = PROGRAM + "goals: [{id: service, title: Service}]\n"

    assert missing(assignment(SHOWN + item(PLANNED)), text=text) == [("goal", "R"), ("anchor", "R")]
    assert missing(assignment(SHOWN + item(PLANNED + ", anchored_in: [plan]")), text=text) == [("goal", "R")]
    assert missing(assignment(SHOWN + item(PLANNED + ", goals: [service]")), text=text) == [("anchor", "R")]


def test_items_that_do_not_prove_the_roadmap_are_no_way_to_embed_it() -> None:
    bare = assignment("roadmap: [{id: bare, title: Bare, from: 2027}]\n")

    assert missing(assignment(SHOWN + item(PLANNED)), bare) == [("anchor", "R")]


# what a person sees


def test_each_department_has_its_place_its_next_step_and_what_it_lacks() -> None:
    read = assessed(PROGRAM, it=assignment(SHOWN + item("expects: {kind: cash}, from: 2026-07"), department="school"))

    report = ways(read)

    assert kinds(report) == [Heading, Gaps, Hints]
    lack = Said("ways.item-owner", {"title": Name("R")})
    begin = Said("ways.begin", {})
    at_it = Said("ways.line.of", {"name": Name("School"), "missing": lack, "id": Code("it")})
    listed = report.blocks[1]
    assert isinstance(listed, Gaps)
    assert listed.kinds == (
        Kind(
            None,
            Name("Care"),
            (Word("ways.nowhere"),),
            None,
            Said("ways.next", {"next": Word("next.begin")}),
            (
                GapLine(
                    Cell(Code("care"), Tone.STRONG),
                    Cell(begin),
                    Cell(None),
                    Cell(None, Tone.FAINT),
                ),
            ),
        ),
        Kind(
            None,
            Name("School"),
            (Said("ways.reached", {"number": 2, "step": Word("step.benefits")}),),
            None,
            Said("ways.next", {"next": Word("next.roadmap")}),
            (
                GapLine(
                    Cell(Code("it"), Tone.STRONG),
                    Cell(lack),
                    Cell(Name("Lea")),
                    Cell(Name("assignments/it.yaml"), Tone.FAINT),
                ),
            ),
        ),
    )
    assert report.blocks[2] == Hints(((Said("hint.gaps-all", {}), "staircase gaps"),))
    assert openings(report.sentences) == (line("Care", begin), at_it)
    assert report.totals == {"departments": 2, "missing": 2}


def line(name: str, lack: Said) -> Said:
    """Say in one line what a department lacks."""
    terms: dict[str, Term] = {"name": Name(name), "missing": lack}
    return Said("ways.line", terms)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("name", ["care", "school"]), ("-reached", ["school", "care"]), ("missing", ["care", "school"])],
)
def test_sorted_departments_stand_in_that_order_everywhere(sort: str, expected: list[str]) -> None:
    read = assessed(PROGRAM, it=assignment(ROUND, department="school"))

    report = ways(read, Selection(sort=sort))

    assert [row["department"] for row in report.rows] == [Code(name) for name in expected]
    listed = report.blocks[1]
    assert isinstance(listed, Gaps)
    assert [kind.entries[0].subject.term for kind in listed.kinds] == [Code(name) for name in expected]
    assert [said.terms["name"] for said in openings(report.sentences)] == [row["name"] for row in report.rows]


def test_columns_that_are_asked_for_show_the_rows_values() -> None:
    report = ways(assessed(PROGRAM), Selection(columns=("reached", "missing")))

    table = report.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.align, column.shrink) for column in table.columns] == [
        ("reached", "left", None),
        ("missing", "left", 20),
    ]
    assert table.groups[0].rows == ((Cell(Word("ways.nowhere")), Cell(Said("ways.begin", {}))),) * 2
    assert report.columns == ("reached", "missing")


def test_where_nothing_matches_it_says_so() -> None:
    report = made(assignment(), selection=Selection(lead=("Nobody",)))

    assert report.blocks == (
        Heading("Town", "Programme", date(2026, 6, 30)),
        Lines((Said("report.no-match", {}),)),
    )


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = ways(assessed("[", it=assignment()), ALL)

    assert (report.rows, kinds(report), report.name) == ((), [Lines], "gaps-roadmap")
