from datetime import date
from fractions import Fraction

import pytest

from staircase.core.reports import (
    Bar,
    Cell,
    Column,
    Heading,
    Hints,
    Lane,
    Legend,
    Lines,
    Report,
    Sign,
    Table,
    Timeline,
    Tone,
    Track,
)
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Code, Money, Name, Said, Word
from tests.core.build import assessed, assignment, program
from tests.core.reports.outlines import openings
from tests.core.reports.town import ROUND, kinds

DAY = "2026-11-02"
PROGRAM = program(
    """
    goals: [{id: service, title: Service}]
    documents:
      - {id: plan, title: Plan, adopted: 2026-01-01, from: 2026-01-01, to: 2027-12-31}
      - {id: draft, title: Draft}
    settings: {rounds_to_trust: 1}
    """,
    departments="[{id: care, name: Care}, {id: school, name: School}]",
)


def item(name: str, rest: str = "") -> str:
    """Write a roadmap item."""
    return f"  - {{id: {name}, title: {name.title()}{', ' if rest else ''}{rest}}}\n"


def one(*items: str, rest: str = "", **keys: str) -> str:
    """Write an assignment with those items."""
    return assignment(rest + ("roadmap:\n" + "".join(items) if items else ""), **keys)


def made(*items: str, selection: Selection = ALL, buckets: tuple[str, ...] = (), day: str = DAY) -> Report:
    """Make the report of one assignment, ``it``, with those items."""
    return roadmap(assessed(PROGRAM, day=day, it=one(*items)), selection, buckets)


def timeline(report: Report) -> Timeline:
    """Give the report's timeline."""
    (found,) = (block for block in report.blocks if isinstance(block, Timeline))
    return found


def ids(report: Report) -> list[str]:
    """Give the ids of a report's items, in order."""
    return [row["id"].text for row in report.rows if isinstance(row["id"], Code)]


def test_a_row_holds_all_that_an_item_says() -> None:
    text = (
        "area: home, from: 2027-Q1, to: 2027-08, owner: Olle, expects: {kind: cash, per_year: 1200000}, "
        "goals: [service], anchored_in: [plan, draft]"
    )

    assert made(item("all", text)).rows == (
        {
            "department": Name("care"),
            "departments": (Name("care"),),
            "assignment": Code("it"),
            "id": Code("all"),
            "title": Name("All"),
            "area": Name("home"),
            "state": Word("item.planned"),
            "from": date(2027, 1, 1),
            "to": date(2027, 8, 31),
            "bucket": Word("bucket.next"),
            "owner": Name("Olle"),
            "kind": Word("kind.cash"),
            "per_year": Money(Fraction(1200000)),
            "goals": (Name("service"),),
            "documents": (Name("plan"), Name("draft")),
            "anchored": True,
            "anchoring": Word("anchoring.decided"),
        },
    )


def test_what_an_item_lacks_is_unset() -> None:
    (row,) = roadmap(assessed(PROGRAM, day=DAY, it=one(item("all"), department="school"))).rows

    assert {key: value for key, value in row.items() if value is not None} == {
        "department": Name("school"),
        "departments": (Name("school"),),
        "assignment": Code("it"),
        "id": Code("all"),
        "anchored": False,
        "title": Name("All"),
        "state": Word("item.idea"),
        "bucket": Word("bucket.idea"),
        "goals": (),
        "documents": (),
        "anchoring": Word("anchoring.none"),
    }


def test_an_expected_benefit_need_not_be_money() -> None:
    (row,) = made(item("all", "from: 2027, expects: {kind: quality}")).rows

    assert (row["kind"], row["per_year"]) == (Word("kind.quality"), None)


@pytest.mark.parametrize(
    ("text", "bucket"),
    [
        ("", "idea"),
        ("started: 2026-10-01", "now"),
        ("from: 2026-08, to: 2026-11-01", "overdue"),
        ("from: 2026-08, to: 2026-11-02", "now"),
        ("from: 2026-12-31, to: 2028", "now"),
        ("from: 2027-01-01", "next"),
        ("from: 2027-06-30", "next"),
        ("from: 2027-07-01", "later"),
        ("from: 2027, done: 2026-10-01", None),
        ("from: 2027, dropped: {date: 2026-10-01, why: x}", None),
    ],
)
def test_items_lie_in_their_buckets(text: str, bucket: str | None) -> None:
    assert [row["bucket"] for row in made(item("all", text)).rows] == ([Word(f"bucket.{bucket}")] if bucket else [])


ENDINGS = {
    "active": one(item("r", "from: 2027")),
    "done": one(item("r", "from: 2027"), rest="completed: 2026-05-01\n"),
    "planned": one(item("r", "from: 2027"), started="2026-12-01"),
    "stopped": one(item("r", "from: 2027"), rest="stopped: {date: 2026-05-01, why: x}\n"),
}


@pytest.mark.parametrize(
    ("states", "expected"),
    [((), ["active", "done"]), (("planned",), ["planned"]), (("open", "stopped"), ["active", "stopped"])],
)
def test_items_of_started_assignments_that_are_not_stopped_count(states: tuple[str, ...], expected: list[str]) -> None:
    report = roadmap(assessed(PROGRAM, day=DAY, **ENDINGS), Selection(state=states))

    assert [row["assignment"] for row in report.rows] == [Code(name) for name in expected]


CHOSEN = (
    item("a", "from: 2027, owner: Ada, goals: [service]"),
    item("b", "from: 2026-12, owner: ada"),
    item("c", "owner: Bo"),
)


@pytest.mark.parametrize(
    ("selection", "buckets", "expected"),
    [
        (ALL, (), ["b", "a", "c"]),
        (ALL, ("idea", "next"), ["a", "c"]),
        (Selection(owner=("Ada ",)), (), ["b", "a"]),
        (Selection(owner=("Bo",)), ("now",), []),
        (Selection(goal=("service",)), (), ["a"]),
        (Selection(goal=("economy",)), (), []),
        (Selection(department=("school",)), (), []),
        (Selection(lead=("lea",)), (), ["b", "a", "c"]),
        (Selection(sort="-id"), (), ["c", "b", "a"]),
        (Selection(sort="bucket"), (), ["b", "a", "c"]),
    ],
)
def test_owner_and_goal_are_asked_of_the_item(
    selection: Selection, buckets: tuple[str, ...], expected: list[str]
) -> None:
    assert ids(made(*CHOSEN, selection=selection, buckets=buckets)) == expected


def test_an_assignment_s_goal_is_its_items_goal_too() -> None:
    read = assessed(PROGRAM, day=DAY, it=one(item("r", "from: 2027"), rest="goals: [service]\n"))

    assert ids(roadmap(read, Selection(goal=("service",)))) == ["r"]


def test_items_stand_by_department_and_time_and_ideas_last() -> None:
    texts = {
        "b": one(item("late", "from: 2027-Q2"), item("idea"), item("early", "from: 2027-Q1, to: 2027-Q3")),
        "a": one(item("same", "from: 2027-Q1, to: 2027-Q3"), item("short", "from: 2027-Q1")),
        "c": one(item("stray", "from: 2026"), department="nowhere"),
        "d": one(item("school", "from: 2028"), department="school"),
    }

    report = roadmap(assessed(PROGRAM, day=DAY, **texts))

    assert ids(report) == ["short", "same", "early", "late", "idea", "school", "stray"]
    assert [lane.title for lane in timeline(report).lanes] == [
        Name("Care"),
        Name("School"),
        Word("status.no-department"),
    ]
    assert report.totals == {
        "items": 7,
        "anchored": 0,
        "buckets": {"overdue": 0, "now": 1, "next": 4, "later": 1, "idea": 1, "ended": 0},
    }


# what a person sees


def test_the_report_goes_from_the_timeline_to_what_is_next() -> None:
    report = made(item("a", "from: 2027, anchored_in: [plan], owner: Olle"), item("b", "from: 2026, to: 2026-09"))

    assert kinds(report) == [Heading, Timeline, Legend, Hints]
    late = Said("list.comma", {"some": Word("roadmap.overdue"), "last": Word("anchoring.none")})
    assert timeline(report) == Timeline(
        first=date(2026, 10, 1),
        last=date(2027, 12, 31),
        today=date(2026, 11, 2),
        unit="quarter",
        before=(Column("roadmap_title", shrink=20), Column("assignment", 2)),
        after=(Column("roadmap_state"), Column("owner", 4, shrink=14)),
        lanes=(
            Lane(
                Name("Care"),
                (
                    Track(
                        (Cell(Name("B")), Cell(Code("it"), Tone.STRONG)),
                        (Bar(date(2026, 1, 1), date(2026, 9, 30), Sign.DASHED),),
                        (Cell(Word("roadmap.overdue"), Tone.WARN, flat=late), Cell(None)),
                    ),
                    Track(
                        (Cell(Name("A")), Cell(Code("it"), Tone.STRONG)),
                        (Bar(date(2027, 1, 1), date(2027, 12, 31)),),
                        (Cell(Word("anchoring.decided"), Tone.GOOD), Cell(Name("Olle"))),
                    ),
                ),
            ),
            Lane(Name("School"), (), Said("roadmap.untouched", {})),
        ),
    )
    assert report.blocks[2:] == (
        Legend(
            (
                (Sign.SOLID, "legend.anchoring.decided"),
                (Sign.HATCHED, "legend.anchoring.draft"),
                (Sign.DASHED, "legend.anchoring.none"),
                (Sign.TODAY, "legend.today"),
            )
        ),
        Hints(((Said("hint.next-step", {}), "staircase gaps --roadmap"),)),
    )


@pytest.mark.parametrize(
    ("text", "state", "bars"),
    [
        ("", Cell(Word("roadmap.idea")), ()),
        ("started: 2026-10-01", Cell(Word("anchoring.none"), Tone.WARN), ()),
        (
            "from: 2027-01",
            Cell(Word("anchoring.none"), Tone.WARN),
            (Bar(date(2027, 1, 1), date(2027, 1, 31), Sign.DASHED),),
        ),
        (
            "from: 2027-01, anchored_in: [draft]",
            Cell(Word("anchoring.draft"), Tone.WARN),
            (Bar(date(2027, 1, 1), date(2027, 1, 31), Sign.HATCHED),),
        ),
    ],
)
def test_an_item_says_how_firmly_it_stands_in_a_plan(text: str, state: Cell, bars: tuple[Bar, ...]) -> None:
    (track,) = timeline(made(item("a", text))).lanes[0].tracks

    assert (track.bars, track.after[0]) == (bars, state)


@pytest.mark.parametrize(
    ("text", "day", "ends"),
    [
        ("", "2026-11-02", (date(2026, 10, 1), date(2026, 12, 31))),
        ("from: 2020, to: 2020", "2026-11-02", (date(2026, 10, 1), date(2026, 12, 31))),
        ("from: 2027-02", "2026-11-02", (date(2026, 10, 1), date(2027, 3, 31))),
        ("from: 2027, to: 2045", "2026-11-02", (date(2026, 10, 1), date(2028, 12, 31))),
        ("from: 2030, to: 2045", "2028-02-29", (date(2028, 1, 1), date(2030, 3, 31))),
    ],
)
def test_the_axis_reaches_from_this_quarter_to_the_last_item_two_years_ahead_at_most(
    text: str, day: str, ends: tuple[date, date]
) -> None:
    axis = timeline(made(item("a", text), day=day))

    assert (axis.first, axis.last) == ends


SHOWN = (
    "shown: [{date: 2026-06-01}]\n"
    "benefits: [{id: b, title: B, owner: O, baseline: {value: 9, date: 2026-01-20}, target: {value: 5}, "
    "measurements: [{value: 7, date: 2026-06-30}]}]\n"
)


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ({}, "untouched"),
        ({"it": assignment(started="2027-01-01")}, "untouched"),
        ({"it": assignment()}, "training"),
        ({"it": assignment(ROUND)}, "trained"),
        ({"it": one(item("r", "from: 2026-Q2, done: 2026-10-01"))}, "done"),
        ({"it": one(item("r", "from: 2026-Q2, dropped: {date: 2026-10-01, why: x}"))}, "training"),
        ({"it": assignment(SHOWN)}, "training"),
        ({"it": assignment(ROUND + SHOWN)}, "ready"),
        ({"it": assignment(ROUND + SHOWN.replace("06-30", "05-05").replace("06-01", "05-06"))}, "ready"),
        ({"it": assignment(ROUND + SHOWN.replace("06-30", "05-05").replace("06-01", "05-05"))}, "lacking"),
        ({"it": assignment("journey: [{step: roadmap, entered: 2026-10-01}]")}, "lacking"),
    ],
)
def test_a_department_without_a_roadmap_says_why_as_the_rule_does(texts: dict[str, str], key: str) -> None:
    other = one(item("r", "from: 2027"), department="school")

    first, second = timeline(roadmap(assessed(PROGRAM, day=DAY, other=other, **texts))).lanes

    assert first == Lane(Name("Care"), (), Said(f"roadmap.{key}", {}))
    assert (len(second.tracks), second.said) == (1, None)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ALL, ["Care", "School"]),
        (Selection(department=("school", "care")), ["Care", "School"]),
        (Selection(department=("care",)), ["Care"]),
        (Selection(lead=("Lea",)), ["Care"]),
    ],
)
def test_filters_leave_the_departments_that_they_ask_for(selection: Selection, expected: list[str]) -> None:
    lanes = timeline(made(item("a", "from: 2027"), selection=selection)).lanes

    assert [lane.title for lane in lanes] == [Name(name) for name in expected]


def test_a_sorted_roadmap_is_a_list() -> None:
    report = made(*CHOSEN, selection=Selection(sort="-from"))

    assert kinds(report) == [Heading, Table]
    table = report.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.priority) for column in table.columns] == [
        *(("title", 0), ("assignment", 2), ("department", 3), ("from", 0), ("to", 0), ("bucket", 0)),
        *(("anchoring", 0), ("owner", 4)),
    ]
    assert [row[0] for row in table.groups[0].rows] == [Cell(Name("A")), Cell(Name("B")), Cell(Name("C"))]


def test_columns_that_are_asked_for_show_the_rows_values() -> None:
    text = "from: 2027, expects: {kind: cash, per_year: 7}, goals: [service], anchored_in: [plan, draft]"

    report = made(item("a", text), selection=Selection(columns=("documents", "goals", "area", "per_year", "anchoring")))

    table = report.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.align, column.priority) for column in table.columns] == [
        ("documents", "left", 0),
        ("goals", "left", 0),
        ("area", "left", 0),
        ("per_year", "right", 0),
        ("anchoring", "left", 0),
    ]
    assert table.groups[0].rows == (
        (
            Cell(Name("plan draft")),
            Cell(Name("service")),
            Cell(None),
            Cell(Money(Fraction(7))),
            Cell(Word("anchoring.decided")),
        ),
    )


@pytest.mark.parametrize(
    ("texts", "selection", "key"),
    [
        ({}, ALL, "report.no-assignments"),
        ({"it": assignment()}, ALL, "roadmap.none"),
        ({"it": assignment()}, Selection(sort="id"), "roadmap.none"),
    ],
)
def test_without_any_item_it_says_so_and_where_the_departments_stand(
    texts: dict[str, str], selection: Selection, key: str
) -> None:
    report = roadmap(assessed(PROGRAM, day=DAY, **texts), selection)

    assert kinds(report) == [Heading, Lines, Timeline, Hints]
    assert report.blocks[1] == Lines((Said(key, {}),))


@pytest.mark.parametrize("selection", [Selection(state=("stopped",)), Selection(owner=("Nobody",), sort="id")])
def test_where_nothing_matches_it_says_so(selection: Selection) -> None:
    report = made(item("a"), selection=selection)

    assert report.blocks == (
        Heading("Town", "Programme", date(2026, 11, 2)),
        Lines((Said("report.no-match-items", {}),)),
    )


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = roadmap(assessed("[", day=DAY, it=one(item("a"))))

    assert (report.rows, kinds(report), report.sentences) == ((), [Lines], ())


def test_each_item_is_a_sentence_to_be_read_aloud() -> None:
    assert openings(made(item("a", "from: 2027-Q1, anchored_in: [plan]"), item("b")).sentences) == (
        Said(
            "plain.roadmap",
            {
                "id": Code("it"),
                "title": Name("A"),
                "bucket": Word("bucket.next"),
                "anchoring": Word("anchoring.decided"),
                "from": date(2027, 1, 1),
                "to": date(2027, 3, 31),
            },
        ),
        Said(
            "plain.roadmap.undated",
            {
                "id": Code("it"),
                "title": Name("B"),
                "bucket": Word("bucket.idea"),
                "anchoring": Word("anchoring.none"),
            },
        ),
    )


def test_a_department_whose_items_are_all_left_out_is_not_said_to_lack_a_roadmap() -> None:
    planned, idea = item("a", "from: 2027-Q1"), item("b")
    assessment = assessed(PROGRAM, day=DAY, it=one(planned), other=one(idea, department="school"))

    report = roadmap(assessment, buckets=("idea",))

    (timeline,) = (block for block in report.blocks if isinstance(block, Timeline))
    assert [lane.title for lane in timeline.lanes] == [Name("School")]


def test_where_a_bucket_holds_nothing_it_says_so_and_not_that_there_is_no_roadmap() -> None:
    report = roadmap(assessed(PROGRAM, day=DAY, it=one(item("a", "from: 2027-Q1"))), buckets=("idea",))

    assert report.blocks[1:] == (Lines((Said("report.no-match-items", {}),)),)
