from datetime import date
from fractions import Fraction

import pytest

from staircase.core.assess import Assessment
from staircase.core.reports import Row, Staircase
from staircase.core.reports.benefits import benefits
from staircase.core.reports.findings import check, gaps
from staircase.core.reports.select import ALL, Selection
from staircase.core.reports.status import STATUS, status
from staircase.core.term import Code, Days, Money, Name, Said, Word
from staircase.core.totals import KINDS
from tests.core.build import FULL, assessed, assignment, program
from tests.core.reports.town import DAY, ids, town

STEPS = ("explore", "benefits", "roadmap", "embed")


def row(name: str, day: str = DAY) -> Row:
    """Give the row of one of the town's assignments."""
    states = ("planned", "active", "paused", "completed", "stopped")
    (found,) = (each for each in status(town(day), Selection(state=states)).rows if each["id"] == Code(name))
    return found


def per_step(*counts: int) -> dict[str, int]:
    """Give counts by step."""
    return dict(zip(STEPS, counts, strict=True))


def test_a_row_says_all_that_is_known_of_an_assignment() -> None:
    made = status(assessed(day="2026-06-24", it=FULL)).rows

    assert made == (
        {
            "id": Code("it"),
            "title": Name("Keyless"),
            "department": Name("care"),
            "departments": (Name("care"),),
            "kind": Word("kind.assignment"),
            "lead": Name("Lea"),
            "state": Word("state.active"),
            "step": Word("step.benefits"),
            "step_number": 2,
            "entered": date(2026, 3, 10),
            "days_in_step": Days(96),
            "days_running": Days(174),
            "last_touched": date(2026, 6, 20),
            "rounds": 1,
            "benefits": 1,
            "roadmap_items": 0,
            "errors": 0,
            "gaps": made[0]["gaps"],
            "path": Name("assignments/it.yaml"),
            "arrived": False,
            "over": False,
            "benefit": made[0]["benefit"],
        },
    )


@pytest.mark.parametrize(
    ("name", "unset"),
    [
        ("active", ["benefit"]),
        ("done", ["benefit"]),
        ("stopped", ["benefit"]),
        ("login", ["department", "step", "step_number", "entered", "days_in_step", "benefit"]),
        ("planned", ["step", "step_number", "entered", "days_in_step", "days_running", "last_touched", "benefit"]),
    ],
)
def test_planned_and_enabling_assignments_lack_what_belongs_to_the_stairs(name: str, unset: list[str]) -> None:
    made = row(name)

    assert [key for key, value in made.items() if value is None] == unset
    assert tuple(made) == STATUS.keys


def test_days_are_counted_to_the_end_and_without_pauses() -> None:
    keys = ("state", "entered", "days_in_step", "days_running")

    assert {name: tuple(row(name)[key] for key in keys) for name in ("done", "paused", "login")} == {
        "done": (Word("state.completed"), date(2026, 1, 1), Days(151), Days(151)),
        "paused": (Word("state.paused"), date(2026, 3, 30), Days(82), Days(180)),
        "login": (Word("state.active"), None, None, Days(180)),
    }


@pytest.mark.parametrize(
    ("item", "live"),
    [("area: x", 0), ("from: 2026", 1), ("started: 2026-02-01", 1), ("from: 2026, done: 2026-02-01", 0)],
)
def test_live_items_are_counted(item: str, live: int) -> None:
    made = status(assessed(it=assignment(f"roadmap: [{{id: a, title: A, {item}}}]"))).rows

    assert made[0]["roadmap_items"] == live


def test_errors_and_gaps_are_counted_on_the_assignment_accepted_ones_not() -> None:
    texts = {
        "errors": assignment("goals: [nowhere, nowhere]"),
        "gaps": assignment(together=""),
        "lived-with": assignment("accepted: [{rule: journey-not-together, until: 2026-01-01, why: x}]", together=""),
        "note": assignment(title="A #1"),
    }

    found = status(assessed(day="2026-01-01", **texts))

    assert {str(each["path"]): (each["errors"], each["gaps"]) for each in found.rows} == {
        str(Name("assignments/errors.yaml")): (2, 0),
        str(Name("assignments/gaps.yaml")): (0, 1),
        str(Name("assignments/lived-with.yaml")): (0, 0),
        str(Name("assignments/note.yaml")): (0, 1),
    }
    assert (found.totals["errors"], found.totals["gaps"]) == (2, 2)


def test_gaps_turned_up_to_errors_are_still_gaps() -> None:
    text = program("rules: {journey-not-together: error}")

    made = status(assessed(text, day="2026-01-01", it=assignment(together=""))).rows[0]

    assert (made["errors"], made["gaps"]) == (0, 1)


# which rows, in which order


def test_open_assignments_are_shown_highest_step_first_and_longest_in_it_first() -> None:
    assert ids(status(town())) == ["embedded", "paused", "stray", "active", "login"]


def test_of_equals_the_id_comes_first() -> None:
    same = {name: assignment() for name in ("b", "c", "a")}

    assert ids(status(assessed(**same))) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (("planned",), ["planned"]),
        (("completed", "stopped"), ["done", "stopped"]),
        (("open",), ["embedded", "paused", "stray", "active", "login"]),
        (("paused", "planned"), ["paused", "planned"]),
    ],
)
def test_states_that_are_asked_for_are_shown_instead(states: tuple[str, ...], expected: list[str]) -> None:
    assert ids(status(town(), Selection(state=states))) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("id", ["active", "embedded", "login", "paused", "stray"]),
        ("-id", ["stray", "paused", "login", "embedded", "active"]),
        ("days_in_step", ["active", "paused", "embedded", "stray", "login"]),
        ("-days_in_step", ["stray", "embedded", "paused", "active", "login"]),
        ("step", ["stray", "active", "paused", "embedded", "login"]),
        ("department", ["paused", "active", "stray", "embedded", "login"]),
    ],
)
def test_rows_are_sorted_by_any_key_and_equals_keep_the_usual_order(sort: str, expected: list[str]) -> None:
    assert ids(status(town(), Selection(sort=sort))) == expected


# totals


UNCOUNTED = {"gaps", "errors", "first", "cash", "capacity", "avoidance", "quality", "unsorted"}


def test_the_totals_count_the_whole_portfolio() -> None:
    totals = status(town()).totals

    findings = town().findings
    errors = [finding for finding in findings if finding.severity == "error"]
    assert {key: value for key, value in totals.items() if key not in UNCOUNTED} == {
        "open": 4,
        "at_once": 7,
        "started_last_year": 6,
        "per_step": per_step(2, 1, 0, 1),
        "arrived": per_step(1, 0, 0, 1),
        "departments_reached": per_step(2, 0, 0, 0),
        "per_state": {"planned": 1, "active": 4, "paused": 1, "completed": 1, "stopped": 1},
    }
    assert (totals["errors"], totals["gaps"]) == (len(errors), len(findings) - len(errors))


@pytest.mark.parametrize(
    ("selection", "open_", "per_state", "reached"),
    [
        (Selection(state=("stopped",)), 4, (1, 4, 1, 1, 1), (2, 0, 0, 0)),
        (Selection(department=("school",)), 1, (0, 1, 0, 0, 1), (1, 0, 0, 0)),
        (Selection(lead=("Ida",)), 0, (1, 1, 0, 0, 0), (0, 0, 0, 0)),
        (Selection(tag=("web",)), 1, (0, 1, 0, 0, 0), (1, 0, 0, 0)),
        (Selection(step=("explore",)), 2, (0, 2, 0, 1, 1), (2, 0, 0, 0)),
    ],
)
def test_the_totals_obey_every_filter_but_the_state(
    selection: Selection, open_: int, per_state: tuple[int, ...], reached: tuple[int, ...]
) -> None:
    totals = status(town(), selection).totals

    states = ("planned", "active", "paused", "completed", "stopped")
    assert (totals["open"], totals["per_state"]) == (open_, dict(zip(states, per_state, strict=True)))
    assert totals["departments_reached"] == per_step(*reached)


@pytest.mark.parametrize("selection", [ALL, Selection(owner=("Bo",)), Selection(state=("stopped",))])
def test_the_totals_have_the_sums_of_benefits_and_the_first_of_the_gaps(selection: Selection) -> None:
    text = "benefits: [{id: a, title: A, owner: Bo, kind: cash, target: {value: 3, by: 2026}}, {id: b, title: B}]"
    of = assessed(it=assignment(text, together=""), other=assignment("depends_on: [nowhere]"), third=assignment())

    told = status(of, selection).totals
    whole = selection._replace(state=())
    sums = benefits(of, whole).totals
    heaviest: dict[str, Row] = {}
    for each in (*errors(of, whole), *gaps(of, whole).rows):
        heaviest.setdefault(str(each["subject"]), each)

    assert {kind: told[kind] for kind in KINDS} == {kind: sums[kind] for kind in KINDS}
    first = told["first"]
    assert isinstance(first, tuple)
    assert list(first) == list(heaviest.values())[:3]


def errors(of: Assessment, selection: Selection) -> tuple[Row, ...]:
    """The rows of the errors, where all is asked for."""
    found = [one for one in of.findings if one.rule == "reference-unknown"]
    return () if selection.narrows else tuple(check(of, found).rows)


def test_the_money_of_an_owner_is_that_of_their_own_benefits() -> None:
    measured = "baseline: {value: 9, date: 2026-01-20}, measurements: [{value: 7, date: 2026-06-30}]"
    worth = f"kind: cash, {measured}, target: {{value: 5}}, worth: {{per_unit: 1000}}"
    text = f"benefits: [{{id: a, title: A, owner: Ada, {worth}}}, {{id: b, title: B, owner: Bo, {worth}}}]"
    of = assessed(it=assignment(text))

    staircases = [status(of, selection).blocks[0] for selection in (ALL, Selection(owner=("Bo",)))]

    assert [one.facts[0].cells[0].term for one in staircases if isinstance(one, Staircase)] == [
        Said("status.cash", {"taken": Money(Fraction(0), bare=True), "potential": Money(Fraction(8000))}),
        Said("status.cash", {"taken": Money(Fraction(0), bare=True), "potential": Money(Fraction(4000))}),
    ]


def test_of_an_owner_the_totals_count_the_findings_that_are_their_own() -> None:
    found = [finding for finding in town().findings if finding.subject.id == "stray"]

    totals = status(town(), Selection(owner=("Chief",))).totals

    assert (totals["errors"], totals["gaps"]) == (0, len(found) - 1)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(department=("care",)),
        Selection(department=("care",), tag=("web",)),
        Selection(department=("town-hall",), tag=("web",)),
        Selection(goal=("economy",)),
        Selection(goal=("service",), state=("stopped",)),
    ],
    ids=str,
)
def test_status_counts_the_gaps_that_gaps_lists(selection: Selection) -> None:
    listed = gaps(town(), selection._replace(state=())).rows

    assert status(town(), selection).totals["gaps"] == len(listed)


def test_a_departments_own_findings_count_when_it_is_asked_for() -> None:
    totals = status(town(), Selection(department=("town-hall",))).totals

    assert (totals["open"], totals["errors"], totals["gaps"]) == (0, 0, 1)  # department-untouched


@pytest.mark.parametrize(
    ("started", "count"), [("2025-06-30", 0), ("2025-07-01", 1), ("2026-06-30", 1), ("2026-07-01", 0)]
)
def test_started_in_the_last_year_is_after_the_same_day_a_year_ago(started: str, count: int) -> None:
    assert status(assessed(it=assignment(started=started))).totals["started_last_year"] == count


@pytest.mark.parametrize(
    ("entered", "count"), [("2026-03-30", 0), ("2026-03-31", 1), ("2026-06-30", 1), ("2026-07-01", 0)]
)
def test_arrived_is_within_three_calendar_months(entered: str, count: int) -> None:
    text = assignment(f"journey: [{{step: roadmap, entered: {entered}}}]")

    assert status(assessed(it=text)).totals["arrived"] == per_step(0, 0, count, 0)


@pytest.mark.parametrize("ending", ["completed: 2026-06-29", "stopped: {date: 2026-06-29, why: x}"])
def test_ended_assignments_neither_stand_nor_arrive(ending: str) -> None:
    totals = status(assessed(it=assignment(ending, started="2026-06-01"))).totals

    assert (totals["open"], totals["per_step"], totals["arrived"]) == (0, per_step(0, 0, 0, 0), per_step(0, 0, 0, 0))


def test_departments_are_counted_on_every_step_up_to_the_one_reached() -> None:
    embedded = "roadmap: [{id: a, title: A, owner: O, expects: {kind: cash}, from: 2027, anchored_in: [d]}]"
    text = program("documents: [{id: d, title: D, adopted: 2026-01-01}]")

    assert status(assessed(text, it=assignment(embedded))).totals["departments_reached"] == per_step(1, 1, 1, 1)


def test_the_report_names_itself_its_day_and_what_could_not_be_read() -> None:
    made = status(town())

    assert (made.name, made.day, made.program) == ("status", date(2026, 6, 30), "Programme")
    assert (made.unreadable, made.columns) == (("assignments/broken.yaml",), ())
    assert status(town(), Selection(columns=("gaps", "id"))).columns == ("gaps", "id")
