from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.period import parse_period
from staircase.core.reports import Value
from staircase.core.reports.select import ALL, Selection, Unknown, in_order, matches, problems, sort_value
from staircase.core.reports.status import STATUS
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Said, Share, ShareRange, Word
from tests.core.build import assessed, assignment, program
from tests.core.reports.town import PROGRAM, town


def chosen(**filters: tuple[str, ...]) -> list[str]:
    """Give the ids of the assignments that the filters let through."""
    scene = town().scene
    assert scene is not None
    return [name for name, known in scene.known.items() if matches(known, Selection(**filters))]  # type: ignore[arg-type]  # filters only


ALL_IDS = ["active", "done", "embedded", "login", "paused", "planned", "stopped", "stray"]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ALL_IDS),
        ({"department": ("school",)}, ["embedded", "stopped"]),
        ({"department": ("school", "nowhere")}, ["embedded", "stopped", "stray"]),
        ({"step": ("explore",)}, ["active", "done", "stopped", "stray"]),
        ({"step": ("benefits", "embed")}, ["embedded", "paused"]),
        ({"state": ("active",)}, ["active", "embedded", "login", "stray"]),
        ({"state": ("open",)}, ["active", "embedded", "login", "paused", "stray"]),
        ({"state": ("planned", "completed")}, ["done", "planned"]),
        ({"state": ("stopped",)}, ["stopped"]),
        ({"lead": ("LEA ",)}, ["active", "done", "embedded", "paused", "stopped", "stray"]),
        ({"lead": ("Ida",)}, ["login", "planned"]),
        ({"owner": ("boss",)}, ["embedded"]),
        ({"owner": ("Chief",)}, ["stray"]),
        ({"tag": ("Web",)}, ["active"]),
        ({"goal": ("service",)}, ["active"]),
        ({"goal": ("economy",)}, ["done", "stray"]),
        ({"lead": ("Ida",), "state": ("planned",)}, ["planned"]),
        ({"goal": ("service",), "department": ("school",)}, []),
    ],
)
def test_a_filter_is_or_within_and_and_between(filters: dict[str, tuple[str, ...]], ids: list[str]) -> None:
    assert chosen(**filters) == ids


@pytest.mark.parametrize(("day", "found"), [("2026-02-28", ["it"]), ("2026-03-01", [])])
@pytest.mark.parametrize("end", ["done: 2026-03-01", "dropped: {date: 2026-03-01, why: x}"])
@pytest.mark.parametrize("asked", [Selection(owner=("Olle",)), Selection(goal=("service",))], ids=str)
def test_an_ended_roadmap_item_serves_no_goal_and_has_no_owner_any_more(
    asked: Selection, end: str, day: str, found: list[str]
) -> None:
    item = f"roadmap: [{{id: r, title: R, from: 2026, owner: Olle, goals: [service], {end}}}]"
    of = assessed(PROGRAM, day=day, it=assignment(item))
    scene = of.scene
    assert scene is not None

    assert [name for name, known in scene.known.items() if matches(known, asked)] == found
    assert problems(of, asked, "status", ()) == ()


def test_the_state_can_be_left_unasked() -> None:
    scene = town().scene
    assert scene is not None

    asked = Selection(state=("stopped",), lead=("Ida",))

    assert [name for name, known in scene.known.items() if matches(known, asked, state=False)] == ["login", "planned"]


@pytest.mark.parametrize(
    ("selection", "unknown"),
    [
        (ALL, []),
        (Selection(department=("care", "school")), []),
        (Selection(department=("cara",)), [("department", "cara", ("care", "school", "town-hall"))]),
        (Selection(department=("nowhere",)), [("department", "nowhere", ("care", "school", "town-hall"))]),
        (Selection(step=("one",)), [("step", "one", ("explore", "benefits", "roadmap", "embed"))]),
        (
            Selection(state=("active", "gone")),
            [("state", "gone", ("planned", "active", "paused", "completed", "stopped", "open"))],
        ),
        (Selection(lead=("LEA", " ida")), []),
        (Selection(lead=("Olle",)), [("lead", "Olle", ("Ida", "Lea", "lea"))]),
        (Selection(owner=("boss",), tag=("WEB",)), []),
        (Selection(owner=("lea",)), [("owner", "lea", ("Boss", "Chief"))]),
        (Selection(tag=("x",)), [("tag", "x", ("web",))]),
        (Selection(goal=("service", "other")), [("goal", "other", ("service", "economy"))]),
        (Selection(sort="title"), []),
        (Selection(sort="-title", columns=("id", "gaps")), []),
        (Selection(sort="--title"), [("sort", "-title", STATUS.keys)]),
        (Selection(sort="-"), [("sort", "", STATUS.keys)]),
        (
            Selection(sort="name", columns=("climb",)),
            [("sort", "name", STATUS.keys), ("columns", "climb", STATUS.keys)],
        ),
    ],
)
def test_what_does_not_exist_is_told_with_what_there_is(
    selection: Selection, unknown: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    found = problems(town(), selection, "status", STATUS.keys)

    assert [each._replace(names={}) for each in found] == [Unknown(*each, {}) for each in unknown]


def test_a_name_that_several_have_is_told_with_their_ids() -> None:
    of = assessed(program(departments="[{id: care, name: Care}, {id: care-too, name: Care}]"))

    found = problems(of, Selection(department=("Care",)), "status", ())

    assert found == (Unknown("department", "Care", ("care", "care-too"), is_shared=True),)


def test_without_a_programme_no_name_is_known() -> None:
    found = problems(town(program="["), Selection(department=("care",), lead=("Lea",), goal=("service",)), "status", ())

    assert [(each.option, each.choices) for each in found] == [("department", ()), ("lead", ()), ("goal", ())]


@pytest.mark.parametrize(
    ("selection", "narrows"),
    [
        (ALL, False),
        (Selection(state=("open",), sort="id", columns=("id",)), False),
        (Selection(department=("care",)), True),
        (Selection(step=("embed",)), True),
        (Selection(lead=("x",)), True),
        (Selection(owner=("x",)), True),
        (Selection(tag=("x",)), True),
        (Selection(goal=("x",)), True),
    ],
)
def test_every_filter_but_the_state_narrows(selection: Selection, *, narrows: bool) -> None:
    assert selection.narrows is narrows


def lines(*values: Value) -> list[tuple[Value, int]]:
    """Lines of a value and a number."""
    return [(value, number) for number, value in enumerate(values)]


def first(line: tuple[Value, int]) -> Value:
    """The value of a line."""
    return line[0]


@pytest.mark.parametrize(
    ("values", "order"),
    [
        ([Name("b"), Name("A"), Name("a"), Name("B")], [1, 2, 3, 0]),
        ([Code("b"), Name("a")], [1, 0]),
        ([Word("step.roadmap"), Word("step.explore"), Word("step.embed"), Word("step.benefits")], [1, 3, 0, 2]),
        ([Word("state.stopped"), Word("state.active")], [1, 0]),
        ([Days(100), Days(9), None, Days(20)], [1, 3, 0, 2]),
        ([Count(3, "x"), Count(1, "y")], [1, 0]),
        ([Money(Fraction(-1)), Money(Fraction(-2)), None], [1, 0, 2]),
        ([Share(Fraction(1, 2)), Share(Fraction(1, 3))], [1, 0]),
        ([ShareRange(Fraction(1, 3), Fraction(1)), ShareRange(Fraction(1, 3), Fraction(1, 2))], [1, 0]),
        ([Quantity(Fraction(10), "a"), Quantity(Fraction(9), "b")], [1, 0]),
        ([parse_period("2026-Q4"), parse_period("2026"), parse_period("2026-10")], [1, 2, 0]),
        ([date(2026, 2, 1), None, date(2026, 1, 1)], [2, 0, 1]),
        ([True, False], [1, 0]),
        ([3, 1, 2], [1, 2, 0]),
        ([Word("severity.note"), Word("severity.error"), Word("severity.warning")], [1, 2, 0]),
        ([Word("bucket.later"), Word("bucket.idea"), Word("bucket.overdue"), Word("bucket.now")], [2, 3, 0, 1]),
        ([Said("b", {}), Said("a", {"days": Days(20)}), Said("a", {"days": Days(9)})], [2, 1, 0]),
        ([Said("a", {"of": Name("x")}), Said("a", {"of": Days(9)})], [1, 0]),
        ([{"days": Days(20)}, {"days": Days(9)}, {"at": Name("x")}, {}], [3, 2, 1, 0]),
        (
            [(Word("step.roadmap"),), (), (Word("step.explore"), Word("step.roadmap")), (Word("step.explore"),)],
            [1, 3, 2, 0],
        ),
    ],
)
def test_rows_are_sorted_by_what_their_values_are(values: list[Value], order: list[int]) -> None:
    assert [number for _, number in in_order(lines(*values), first, descending=False)] == order


NUMBERS = st.lists(st.none() | st.integers(0, 3), max_size=8)


@given(NUMBERS)
def test_unset_values_come_last_and_equals_keep_their_order_either_way(values: list[int | None]) -> None:
    made = lines(*values)

    up, down = ([number for _, number in in_order(made, first, descending=down)] for down in (False, True))

    unset = [number for number, value in enumerate(values) if value is None]
    filled = [(value, number) for number, value in enumerate(values) if value is not None]
    assert up == [number for _, number in sorted(filled)] + unset
    assert down == [number for _, number in sorted(filled, key=lambda one: (-one[0], one[1]))] + unset


def test_a_names_own_case_parts_equals() -> None:
    assert sort_value(Name("Åsa")) > sort_value(Name("ÅSA"))
