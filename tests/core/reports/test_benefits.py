from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from staircase.core.reports import Cell
from staircase.core.reports.benefits import benefits
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Code, Money, Name, Quantity, Said, Share, Word
from staircase.words.speech import words
from tests.core.build import assessed, assignment, program
from tests.core.reports.gains import COUNTED, DAY, HANDLING, PAPER, PROGRAM, item, made, one, table


def test_the_worked_example_has_its_rows() -> None:
    assert made(HANDLING, PAPER).rows == (
        {
            "assignment": Code("it"),
            "id": Code("paper"),
            "title": Name("Paper and postage"),
            "kind": Word("kind.cash"),
            "owner": Name("Maria"),
            "unit": Name("SEK/year"),
            "baseline": Quantity(Fraction(96000)),
            "target": Quantity(Fraction(24000)),
            "keep": None,
            "by": date(2021, 6, 30),
            "latest": Quantity(Fraction(40000)),
            "latest_date": date(2020, 4, 30),
            "realised": Share(Fraction(7, 9)),
            "planned": Share(Fraction(164, 590)),
            "closed": None,
            "standing": Word("standing.on-track"),
            "potential": Money(Fraction(72000)),
            "now": Money(Fraction(56000)),
            "taken_home": Money(Fraction(0)),
            "next_measurement": date(2021, 4, 30),
            "part_of": None,
        },
        {
            "assignment": Code("it"),
            "id": Code("handling"),
            "title": Name("Handling time"),
            "kind": Word("kind.capacity"),
            "owner": Name("Maria"),
            "unit": Name("minutes/application"),
            "baseline": Quantity(Fraction(55)),
            "target": Quantity(Fraction(30)),
            "keep": None,
            "by": date(2020, 12, 31),
            "latest": Quantity(Fraction(41)),
            "latest_date": date(2020, 4, 30),
            "realised": Share(Fraction(56, 100)),
            "planned": Share(Fraction(164, 409)),
            "closed": None,
            "standing": Word("standing.on-track"),
            "potential": Money(Fraction(356250)),
            "now": Money(Fraction(199500)),
            "taken_home": Money(Fraction(0)),
            "next_measurement": date(2021, 4, 30),
            "part_of": None,
        },
    )


def test_the_worked_example_has_its_totals() -> None:
    nothing = dict.fromkeys(("count", "targets", "measured", "achieved"), 0) | dict.fromkeys(
        ("potential", "now", "taken_home")
    )

    assert made(HANDLING, PAPER).totals == {
        "cash": {
            "count": 1,
            "targets": 1,
            "measured": 1,
            "achieved": 0,
            "potential": Money(Fraction(72000)),
            "now": Money(Fraction(56000)),
            "taken_home": Money(Fraction(0)),
        },
        "capacity": {
            "count": 1,
            "targets": 1,
            "measured": 1,
            "achieved": 0,
            "potential": Money(Fraction(356250)),
            "now": Money(Fraction(199500)),
            "taken_home": Money(Fraction(0)),
        },
        "avoidance": nothing,
        "quality": nothing,
        "unsorted": nothing,
        "costs": {"one_off": Money(Fraction(420000)), "per_year": Money(Fraction(60000))},
        "net": {
            "cash": {
                "now": Money(Fraction(-4000)),
                "at_target": Money(Fraction(12000)),
                "payback": Code("years"),
                "payback_years": Quantity(Fraction(35)),
            },
            "with_capacity": {
                "now": Money(Fraction(195500)),
                "at_target": Money(Fraction(368250)),
                "payback": Code("years"),
                "payback_years": Quantity(Fraction(420000, 368250)),
            },
        },
    }


def test_what_a_benefit_lacks_is_unset() -> None:
    (row,) = made(item()).rows

    assert {key: value for key, value in row.items() if value is not None} == {
        "assignment": Code("it"),
        "id": Code("b"),
        "title": Name("B"),
        "kind": Word("kind.unsorted"),
        "standing": Word("standing.unset"),
    }


def test_costs_and_payback_are_unset_where_no_costs_are_given() -> None:
    totals = made(PAPER, costs="").totals

    assert totals["costs"] == {"one_off": None, "per_year": None}
    assert totals["net"] == {
        name: {
            "now": Money(Fraction(56000)),
            "at_target": Money(Fraction(72000)),
            "payback": Code("unset"),
            "payback_years": None,
        }
        for name in ("cash", "with_capacity")
    }


# which benefits


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ALL, ["active", "done", "paused"]),
        (Selection(state=("stopped",)), ["stopped"]),
        (Selection(state=("planned", "paused")), ["paused", "planned"]),
        (Selection(state=("open",)), ["active", "paused"]),
        (Selection(lead=("Nobody",)), []),
    ],
)
def test_benefits_of_open_and_completed_assignments_count(selection: Selection, expected: list[str]) -> None:
    report = benefits(assessed(PROGRAM, day=DAY, **COUNTED), selection)

    assert [row["assignment"] for row in report.rows] == [Code(name) for name in expected]


@pytest.mark.parametrize("states", [(), ("stopped",), ("planned", "active")])
def test_totals_do_not_obey_the_state(states: tuple[str, ...]) -> None:
    totals = benefits(assessed(PROGRAM, day=DAY, **COUNTED), Selection(state=states)).totals

    unsorted = totals["unsorted"]
    assert isinstance(unsorted, Mapping)
    assert unsorted["count"] == 3
    assert totals["costs"] == {"one_off": Money(Fraction(1260000)), "per_year": Money(Fraction(180000))}


def test_totals_obey_every_other_filter() -> None:
    texts = {"a": one(item(), lead="Ada"), "b": one(item(), lead="Bo", costs="")}

    totals = benefits(assessed(PROGRAM, day=DAY, **texts), Selection(lead=("Bo",))).totals

    assert totals["costs"] == {"one_off": None, "per_year": None}


def test_kinds_come_in_their_order_and_what_is_worth_most_first() -> None:
    small, large = (
        PAPER.replace("id: paper", f"id: {name}").replace("value: 96000", f"value: {start}")
        for name, start in (("small", 60000), ("large", 99000))
    )
    sorts = (item(f"kind: {kind}", kind) for kind in ("quality", "avoidance"))

    report = made(item(name="first"), *sorts, HANDLING, small, large, item(name="last"))

    names = ["large", "small", "handling", "avoidance", "quality", "first", "last"]
    assert [row["id"] for row in report.rows] == [Code(name) for name in names]
    assert [group.title.terms["kind"] for group in table(report).groups if isinstance(group.title, Said)] == [
        Word(f"kind.{kind}") for kind in ("cash", "capacity", "avoidance", "quality", "unsorted")
    ]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("realised", ["handling", "paper", "b"]),
        ("-potential", ["handling", "paper", "b"]),
        ("-id", ["paper", "handling", "b"]),
    ],
)
def test_sorted_benefits_stand_in_one_group(sort: str, expected: list[str]) -> None:
    report = made(item(), HANDLING, PAPER, selection=Selection(sort=sort))

    assert [row["id"] for row in report.rows] == [Code(name) for name in expected]
    assert [group.title for group in table(report).groups] == [None]
    assert [row[1].term for row in table(report).groups[0].rows] == [row["title"] for row in report.rows]


def test_who_owns_a_benefit_is_asked_of_the_benefit() -> None:
    report = benefits(
        assessed(PROGRAM, day=DAY, it=one(HANDLING, PAPER.replace("owner: Maria", "owner: Olof"))),
        Selection(owner=("olof",)),
    )

    assert [row["id"] for row in report.rows] == [Code("paper")]
    assert [kind for kind, sums in report.totals.items() if isinstance(sums, Mapping) and sums.get("count")] == ["cash"]


PART = assignment("benefits: [{id: ours, title: Our paper, part_of: it/paper}]", started="2019-06-01")


def test_a_part_of_another_benefit_is_listed_under_its_kind_and_counted_in_the_other() -> None:
    whole, both = (
        benefits(assessed(PROGRAM, day=DAY, it=one(PAPER), **others), ALL) for others in ({}, {"part": PART})
    )

    rows = [(row["assignment"], row["kind"], row["owner"], row["part_of"], row["potential"]) for row in both.rows]
    assert rows == [
        (Code("it"), Word("kind.cash"), Name("Maria"), None, Money(Fraction(72000))),
        (Code("part"), Word("kind.unsorted"), None, Code("it/paper"), None),
    ]
    assert both.totals == whole.totals
    assert [len(group.rows) for group in table(both).groups] == [2]


def test_a_part_of_another_benefit_says_where_it_is_counted() -> None:
    report = benefits(assessed(PROGRAM, day=DAY, it=one(PAPER), part=PART), ALL)

    shown = table(report)
    row = dict(zip([column.key for column in shown.columns], shown.groups[0].rows[1], strict=True))
    assert row["standing"].term == Word("standing.part")
    assert row["way"].term == Said("benefits.way.part", {"whole": Name("it/paper")})
    assert row["owner"] == Cell(Name("Maria"))
    aloud = words("en").say(list(report.sentences)[1])
    assert aloud.startswith("part: Our paper, Cash, part of it/paper, counted elsewhere. Owner: Maria.")


def test_a_part_of_what_is_not_there_is_listed_by_itself() -> None:
    for other in (PART.replace("it/paper", "it/nothing"), PART.replace("it/paper", "nowhere/paper")):
        report = benefits(assessed(PROGRAM, day=DAY, it=one(PAPER), part=other), ALL)

        assert [len(group.rows) for group in table(report).groups] == [1, 1]
        columns = [column.key for column in table(report).columns]
        assert table(report).groups[1].rows[0][columns.index("owner")] == Cell(None)


def test_filters_ask_for_what_held_on_the_day() -> None:
    was = "was: [{until: 2020-04-30, lead: Leo, department: school, goals: [service]}]\n"
    benefit = "benefits: [{id: b, title: B, owner: Eva, was: [{until: 2020-04-30, owner: Rut}]}]"
    text = assignment(was + benefit, started="2019-05-01")
    declared = program(
        "goals: [{id: service, title: Service}]",
        departments="[{id: care, name: Care}, {id: school, name: School}]",
    )

    def found(day: str, selection: Selection) -> int:
        return len(benefits(assessed(declared, day=day, it=text), selection).rows)

    for before, after in (
        (Selection(lead=("Leo",)), Selection(lead=("Lea",))),
        (Selection(department=("school",)), Selection(department=("care",))),
        (Selection(owner=("Rut",)), Selection(owner=("Eva",))),
    ):
        assert [found("2020-04-30", before), found("2020-05-01", before)] == [1, 0]
        assert [found("2020-04-30", after), found("2020-05-01", after)] == [0, 1]
    goal = Selection(goal=("service",))
    assert [found("2020-04-30", goal), found("2020-05-01", goal)] == [1, 0]
