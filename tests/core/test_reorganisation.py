from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import Assessment
from staircase.core.model.program import Reorganised
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments
from staircase.core.reports.findings import gaps
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import Selection
from staircase.core.reports.status import status
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Name
from tests.core.build import assessed, assignment, known_on, portfolio, program

ROUND = "trials: [{id: t, title: T, started: 2025-02-01, ended: 2025-03-01, learned: L}]\n"
ITEM = "roadmap: [{{id: r, title: R, from: 2027, owner: O, expects: {{kind: cash}}{}}}]\n"
DEPARTMENTS = """[
  {id: care, name: Care, to: 2025-12-31, became: [welfare]},
  {id: school, name: School, to: 2025-12-31, became: [welfare]},
  {id: split, name: Split, to: 2025-12-31, became: [welfare, culture]},
  {id: closed, name: Closed, to: 2025-12-31},
  {id: welfare, name: Welfare, from: 2026-01-01},
  {id: culture, name: Culture, from: 2026-01-01}]"""
PLANS = """
documents:
  - {id: care-s, title: A, kind: operational-plan, department: care, adopted: 2025-01-01}
  - {id: split-s, title: B, kind: operational-plan, department: split, adopted: 2025-01-01}
  - {id: culture-s, title: C, kind: operational-plan, department: culture, adopted: 2025-01-01}
"""
TOWN = program(PLANS, departments=DEPARTMENTS)
OLD = {"started": "2025-01-01"}


def scene(day: str, **assignments: str) -> Scene:
    found = assessed(TOWN, day=day, **assignments).scene
    assert found
    return found


def living(day: str) -> list[str]:
    return [row["id"].text for row in departments(assessed(TOWN, day=day)).rows if isinstance(row["id"], Code)]


def test_a_department_is_in_reports_from_its_first_day_to_its_last() -> None:
    assert living("2025-12-31") == ["care", "school", "split", "closed"]
    assert living("2026-01-01") == ["welfare", "culture"]


def test_no_rule_asks_about_a_department_outside_its_days() -> None:
    asked = [[f.subject.id for f in assessed(TOWN, day=day).findings] for day in ("2025-12-31", "2026-01-01")]

    assert asked == [["care", "school", "split", "closed"], ["welfare", "culture"]]


@pytest.mark.parametrize(
    ("department", "rest", "day", "expected"),
    [
        ("care", "", "2025-12-31", ("care",)),
        ("care", "", "2026-01-01", ("welfare",)),
        ("[care, school]", "", "2026-01-01", ("welfare",)),
        ("[culture, care]", "", "2026-01-01", ("culture", "welfare")),
        ("split", "", "2026-01-01", ("split",)),
        ("split", "completed: 2026-01-01\n", "2025-12-31", ("split",)),
        ("split", "completed: 2026-01-01\n", "2026-01-01", ("welfare", "culture")),
        ("split", "completed: 2026-01-02\n", "2026-01-01", ("split",)),
        ("split", "stopped: {date: 2025-06-01, why: x}\n", "2026-01-01", ("welfare", "culture")),
        ("closed", "completed: 2025-06-01\n", "2026-01-01", ("closed",)),
        ("closed", "", "2026-01-01", ("closed",)),
        ("welfare", "", "2025-12-31", ("welfare",)),
        ("nowhere", "", "2026-01-01", ("nowhere",)),
        ("culture", "was: [{until: 2026-03-31, department: care}]\n", "2025-12-31", ("care",)),
        ("culture", "was: [{until: 2026-03-31, department: [care, split]}]\n", "2026-03-31", ("welfare", "split")),
        ("culture", "was: [{until: 2026-03-31, department: care}]\n", "2026-04-01", ("culture",)),
    ],
)
def test_an_assignment_belongs_where_its_department_went(
    department: str, rest: str, day: str, expected: tuple[str, ...]
) -> None:
    assert known_on(day, assignment(rest, department=department, **OLD), TOWN).departments == expected


@pytest.mark.parametrize(
    ("department", "own", "expected"),
    [
        ("[culture, care]", "", ("culture",)),
        ("[culture, care]", ", department: care", ("welfare",)),
        ("[culture, care]", ", department: culture", ("culture",)),
        ("[split, culture]", "", ("split",)),
    ],
)
def test_an_item_is_on_the_roadmap_of_its_own_department_else_of_the_first(
    department: str, own: str, expected: tuple[str, ...]
) -> None:
    text = assignment(ITEM.format(own), department=department, **OLD)

    assert known_on("2026-01-01", text, TOWN).items[0].departments == expected
    assert known_on("2026-01-01", text + "completed: 2025-05-01\n", TOWN).items[0].departments == (
        ("welfare", "culture") if expected == ("split",) else expected
    )


def test_a_ring_and_a_stranger_end_the_way() -> None:
    moved = Reorganised({"a": ("b",), "b": ("a",), "c": ("d",), "d": ("nowhere",), "e": ("a", "d", "f"), "f": ()}, {})

    assert [moved.going_with(name) for name in "abcdefg"] == ["b", "a", "nowhere", "nowhere", "e", "f", "g"]
    assert [moved.counting_for(name) for name in "abcefg"] == [
        *[("a",), ("b",), ("nowhere",)],
        *[("nowhere", "f"), ("f",), ("g",)],
    ]


def test_nobody_is_asked_whom_an_assignment_goes_to_where_departments_became_each_other() -> None:
    ring = program(
        departments="""[
  {id: care, name: Care, to: 2025-12-31, became: [school]},
  {id: school, name: School, to: 2025-12-31, became: [care]}]"""
    )

    found = assessed(ring, day="2026-01-01", it=assignment(**OLD)).findings

    assert "department-ended" not in {one.rule for one in found}


def test_what_ended_assignments_proved_counts_for_each_that_their_department_became() -> None:
    text = assignment(
        ROUND + ITEM.format(", anchored_in: [split-s]") + "completed: 2025-06-01\n", department="split", **OLD
    )

    places = scene("2026-01-01", it=text).standings

    assert {name: (one.marks, one.rounds, len(one.items)) for name, one in places.items()} == dict.fromkeys(
        ("welfare", "culture"), ((True, False, True, True), 1, 1)
    )


@pytest.mark.parametrize(("department", "day"), [("closed", "2026-01-01"), ("welfare", "2025-12-31")])
def test_a_department_proves_for_its_assignments_also_outside_its_days(department: str, day: str) -> None:
    beyond = assignment("journey: [{step: benefits, entered: 2025-01-01}]", department=department, **OLD)
    taught = assignment(ROUND, department=department, **OLD)

    asked = [
        [f.subject.id for f in assessed(TOWN, day=day, **others).findings if f.rule == "journey-unproven"]
        for others in ({"beyond": beyond}, {"beyond": beyond, "taught": taught})
    ]

    assert asked == [["beyond"], []]


@pytest.mark.parametrize(
    ("department", "document", "embedded"),
    [
        ("care", "care-s", True),
        ("care", "culture-s", False),
        ("[care, culture]", "culture-s", True),
        ("culture", "split-s", True),
        ("culture", "care-s", False),
        ("closed", "care-s", False),
    ],
)
def test_a_plan_of_any_serves_and_goes_where_its_department_went(
    department: str, document: str, *, embedded: bool
) -> None:
    text = assignment(ITEM.format(f", anchored_in: [{document}]"), department=department, **OLD)

    (row,) = roadmap(assessed(TOWN, day="2026-01-01", it=text)).rows

    assert row["anchored"] is embedded


SHARED = assignment(ROUND + ITEM.format(", department: school"), department="[care, school]", **OLD)


@pytest.mark.parametrize(("name", "items"), [("care", 0), ("school", 1)])
def test_a_shared_assignment_is_found_under_each_and_its_item_under_its_own(name: str, items: int) -> None:
    read, asked = assessed(TOWN, day="2025-06-30", it=SHARED), Selection(department=(name,))

    (row,) = status(read, asked).rows
    assert (row["department"], row["departments"]) == (Name("care"), (Name("care"), Name("school")))
    assert len(roadmap(read, asked).rows) == items
    assert {row["subject"] for row in gaps(read, asked).rows} == {Name("it")}


# Department totals add up as documented.

NAMES = ("care", "school", "split", "closed", "welfare", "culture")
TEXT = st.builds(
    lambda names, kind, ended, round_, potential: assignment(
        (ROUND if round_ and kind == "assignment" else "")
        + (f"completed: {ended}\n" if ended else "")
        + (
            "benefits: [{id: b, title: B, kind: cash, measure: {what: w, unit: u}, worth: {per_unit: 1}, "
            f"baseline: {{value: {potential}, date: 2025-01-02}}, target: {{value: 0}}}}]\n"
            if potential and kind == "assignment"
            else ""
        ),
        department=f"[{', '.join(names)}]",
        kind=kind,
        started="2025-01-01",
    ),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
    st.sampled_from(["assignment", "assignment", "enabling"]),
    st.sampled_from(["", "2025-06-01", "2026-02-01"]),
    st.booleans(),
    st.integers(0, 9),
)


def counted(read: Assessment, *names: str) -> int:
    states = status(read, Selection(department=names)).totals["per_state"]
    assert isinstance(states, Mapping)
    return sum(count for count in states.values() if isinstance(count, int))


@given(st.lists(TEXT, max_size=5), st.integers(-1, 1))
def test_totals_count_what_is_shared_under_each_department_and_once_in_all(texts: list[str], days: int) -> None:
    day = date(2026, 1, 1) + timedelta(days)
    read = assessed(TOWN, day=day.isoformat(), **{f"a{number}": text for number, text in enumerate(texts)})
    found = read.scene
    assert found
    owners = {name: set(known.departments) for name, known in found.known.items()}

    assert counted(read) == len(texts)
    for name in NAMES:
        assert counted(read, name) == sum(name in of for of in owners.values())
    every = benefits(read, Selection(department=NAMES))
    assert benefits(read).totals["cash"] == every.totals["cash"]
    for row in departments(read).rows:
        own = [
            known
            for known in found.known.values()
            if known.climbs and any(row["id"] == Code(name) for name in known.departments)
        ]
        assert (row["assignments"], row["rounds"]) == (len(own), sum(known.rounds for known in own))


def test_the_portfolio_is_read_without_errors() -> None:
    assert portfolio(TOWN, it=SHARED).findings == ()
