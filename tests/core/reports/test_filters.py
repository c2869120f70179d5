"""Totals follow every filter alike, and a filter means the same in every report."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import Assessment, assess
from staircase.core.choices import STEPS, Bucket, State
from staircase.core.finding import Severity
from staircase.core.load import load
from staircase.core.reports import Row, Staircase, Value
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments, ways
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import VALUES, Selection, benefits_of, matches
from staircase.core.reports.status import money_facts, status
from staircase.core.source import File
from staircase.core.term import Code, Money, Word
from staircase.core.totals import KINDS, totals
from tests.core.build import assessed, assignment, program
from tests.oracle.generate import portfolio

EVERY_STATE = tuple(state.value for state in State)


def town(seed: int) -> Assessment:
    made = portfolio(seed)
    files = [File(path, None if text is None else text.encode()) for path, text in made.texts.items()]
    return assess(load(files), made.t, made.today)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Assessment, Selection]:
    """A portfolio, and one or two filters with values that it has."""
    of = town(draw(st.integers(0, 5000)))
    names = draw(st.lists(st.sampled_from(sorted(VALUES.keys() - {"state"})), max_size=2, unique=True))
    chosen: dict[str, tuple[str, ...]] = {}
    for name in names:
        if choices := VALUES[name](of.scene):
            chosen[name] = (draw(st.sampled_from(choices)),)
    return of, Selection(**chosen)  # type: ignore[arg-type]  # filters only


def word(value: Value) -> str:
    return value.key.rpartition(".")[2] if isinstance(value, Word) else ""


def money(value: Value) -> Fraction | None:
    return value.amount if isinstance(value, Money) else None


def added(rows: list[Row], key: str) -> Fraction | None:
    found = [amount for row in rows if (amount := money(row[key])) is not None]
    return sum(found, Fraction(0)) if found else None


@given(asked())
def test_the_totals_of_status_count_its_rows_of_every_state(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    made = status(of, selection).totals
    rows = status(of, selection._replace(state=EVERY_STATE)).rows

    states = Counter(word(row["state"]) for row in rows)
    standing = [row for row in rows if word(row["state"]) in {"active", "paused"} and row["step_number"]]
    assert made["per_state"] == {state: states[state] for state in EVERY_STATE}
    assert made["open"] == len(standing)
    assert made["per_step"] == {step: sum(word(row["step"]) == step for row in standing) for step in STEPS}
    assert made["arrived"] == {
        step: sum(word(row["step"]) == step and row["arrived"] is True for row in standing) for step in STEPS
    }


@given(asked())
def test_status_counts_the_gaps_that_gaps_lists_under_every_filter(case: tuple[Assessment, Selection]) -> None:
    of, selection = case

    assert status(of, selection).totals["gaps"] == len(gaps(of, selection).rows)


@given(asked())
def test_status_counts_the_departments_that_departments_lists(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    made = departments(of, selection)

    reached = {step: sum(number <= row["reached"] for row in made.rows) for number, step in enumerate(STEPS, 1)}  # type: ignore[operator]  # numbers
    assert made.totals == {"departments": len(made.rows), "reached": reached}
    assert status(of, selection).totals["departments_reached"] == reached


@given(asked())
def test_the_totals_of_benefits_add_up_its_rows_kind_by_kind(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    made = benefits(of, selection)

    for kind in KINDS:
        rows = [row for row in made.rows if word(row["kind"]) == kind]
        told = made.totals[kind]
        assert isinstance(told, Mapping)
        assert {**told} == {
            "count": len(rows),
            "targets": sum(row["target"] is not None for row in rows),
            "measured": sum(row["latest"] is not None for row in rows),
            "achieved": sum(word(row["standing"]) == "achieved" for row in rows),
            "potential": _term(added(rows, "potential")),
            "now": _term(added(rows, "now")),
            "taken_home": _term(added(rows, "taken_home")),
        }


def _term(amount: Fraction | None) -> Money | None:
    return None if amount is None else Money(amount)


@given(asked())
def test_status_tells_the_money_that_benefits_adds_up(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    scene = of.scene
    assert scene is not None

    drawn = status(of, selection).blocks[0]

    counting = [known for known in scene.known.values() if known.counts and matches(known, selection)]
    shown = [figures for known in counting for figures in benefits_of(scene, known, selection)]
    assert isinstance(drawn, Staircase)
    assert drawn.facts == tuple(money_facts(totals(shown, counting)))
    assert len(shown) == len(benefits(of, selection).rows)


@given(asked())
def test_the_totals_of_lists_count_their_rows(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    items, found, learned, lacking = (make(of, selection) for make in (roadmap, gaps, lessons, ways))

    buckets = Counter(word(row["bucket"]) for row in items.rows)
    severities = Counter(word(row["severity"]) for row in found.rows)
    assert items.totals == {
        "items": len(items.rows),
        "anchored": sum(row["anchored"] is True for row in items.rows),
        "buckets": {bucket.value: buckets[bucket.value] for bucket in Bucket},
    }
    assert {each.value: found.totals[each.value] for each in Severity} == {
        each.value: severities[each.value] for each in Severity
    }
    assert learned.totals == {"lessons": len(learned.rows)}
    assert (lacking.totals["departments"], lacking.totals["missing"]) == (
        len(departments(of, selection).rows),
        len(lacking.rows),
    )


@given(asked())
def test_flow_is_the_flow_of_what_status_lists(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    rows = status(of, selection._replace(state=EVERY_STATE)).rows
    climbing = [row for row in rows if word(row["kind"]) == "assignment" and word(row["state"]) != "planned"]
    periods = flow(of, selection).rows

    assert sum(row["started"] for row in periods) == len(climbing)  # type: ignore[misc]  # numbers
    if periods:
        last = {step: periods[-1][f"on_{step}"] for step in STEPS}
        assert last == status(of, selection).totals["per_step"]


@given(asked())
def test_no_report_shows_what_status_leaves_out(case: tuple[Assessment, Selection]) -> None:
    of, selection = case
    left = {row["id"] for row in status(of, selection._replace(state=EVERY_STATE)).rows}

    for make in (benefits, roadmap, lessons):
        assert {row["assignment"] for row in make(of, selection).rows} <= left
    if not selection.owner:
        about = (row for row in gaps(of, selection).rows if row["subject_kind"] == Code("assignment"))
        assert {Code(getattr(row["subject"], "text", "")) for row in about} <= left


ITEM = "roadmap: [{id: r, title: R, from: 2027, owner: Olle, goals: [service]%s}]\n"
BENEFIT = "benefits: [{id: b, title: B, owner: Bo}]\n"
GOALS = program("goals: [{id: service, title: Service}]")


@pytest.mark.parametrize("asked_for", [Selection(owner=("Olle",)), Selection(goal=("service",))], ids=str)
@pytest.mark.parametrize(("day", "found"), [("2026-02-28", ["it"]), ("2026-03-01", [])])
def test_a_dropped_item_is_nobodys_and_serves_no_goal_in_any_report(
    asked_for: Selection, day: str, found: list[str]
) -> None:
    of = assessed(GOALS, day=day, it=assignment(BENEFIT + ITEM % ", dropped: {date: 2026-03-01, why: x}"))

    wanted = [Code(name) for name in found]
    assert [row["id"] for row in status(of, asked_for).rows] == wanted
    assert [row["assignment"] for row in roadmap(of, asked_for).rows] == wanted
    assert len(departments(of, asked_for).rows) == len(found)
    assert len(flow(of, asked_for).rows) == len(found)


@pytest.mark.parametrize("asked_for", [Selection(owner=("Olle",)), Selection(goal=("service",))], ids=str)
@pytest.mark.parametrize(("day", "found"), [("2026-02-28", ["it"]), ("2026-03-01", [])])
def test_an_item_serves_no_goal_and_is_nobodys_once_its_assignment_was_stopped(
    asked_for: Selection, day: str, found: list[str]
) -> None:
    of = assessed(GOALS, day=day, it=assignment("stopped: {date: 2026-03-01, why: x, learned: y}\n" + ITEM % ""))
    every = asked_for._replace(state=EVERY_STATE)

    wanted = [Code(name) for name in found]
    assert [row["id"] for row in status(of, every).rows] == wanted
    assert [row["assignment"] for row in roadmap(of, asked_for).rows] == wanted
    assert len(departments(of, asked_for).rows) == len(found)
    assert len(flow(of, asked_for).rows) == len(found)


def test_the_facts_of_the_flow_obey_no_state_as_its_totals_do() -> None:
    of = assessed(it=assignment(), ended=assignment("completed: 2026-02-01"))

    whole, narrowed = (flow(of, Selection(state=states)).blocks[2] for states in ((), ("completed",)))

    assert narrowed == whole


def test_commands_that_show_the_rest_keep_the_filters() -> None:
    selection = Selection(department=("care",), owner=("Olle Ek", "it's"), state=("open",))

    assert selection.options == """ --department care --owner 'Olle Ek' --owner 'it'"'"'s'"""
    assert Selection(state=("open",)).options == ""


def test_gaps_of_a_filter_are_listed_by_the_command_that_is_named() -> None:
    of = assessed(it=assignment("tags: [web]", together=""))

    (hints,) = (block.entries for block in status(of, Selection(tag=("web",))).blocks[-1:])  # type: ignore[union-attr]  # hints stand last

    assert "staircase gaps --tag web" in [command for _, command in hints]
