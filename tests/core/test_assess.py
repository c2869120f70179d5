from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import assess
from staircase.core.finding import PROGRAM as PROGRAMME
from staircase.core.finding import Finding, Severity, Subject
from staircase.core.load import load
from staircase.core.source import File
from staircase.core.term import Count, Name
from tests.core.build import PROGRAM, assessed, assignment, files, program, rules, told

ALONE = assignment(together="")


def test_the_smallest_file_has_no_gap_on_its_first_day() -> None:
    assert assessed(day="2026-01-01", it=assignment()).findings == ()


def test_a_file_is_stale_on_the_ninety_first_day_and_stuck_on_the_hundred_and_eighty_first() -> None:
    days = ["2026-04-01", "2026-04-02", "2026-06-30", "2026-07-01"]

    found = [rules(assessed(day=day, it=assignment())) for day in days]

    stale, stuck = ("journey-stale", "it", None), ("journey-stuck", "it", "explore")
    assert found == [[], [stale], [stale], [stale, stuck]]


def test_the_assessment_is_of_the_day_and_the_clock_says_only_what_lies_ahead() -> None:
    text = assignment("reviewed: 2026-07-02", started="2026-07-01")

    assert rules(assessed(day="2026-06-30", today="2026-06-30", it=text)) == [
        ("date-in-future", "it", None),
        ("department-untouched", "care", None),
    ]
    assert rules(assessed(day="2026-06-30", today="2026-07-01", it=text)) == [("department-untouched", "care", None)]
    assert rules(assessed(day="2026-07-02", today="2026-07-01", it=text)) == []


def test_errors_come_first_then_the_gaps_that_are_listed() -> None:
    found = assessed(
        program("goals: [{id: g, title: G}]"), a=ALONE, b=assignment(goals="[nowhere]", together=""), c="["
    )

    assert rules(found) == [
        ("file-syntax", "c", None),
        ("reference-unknown", "b", None),
        ("journey-stale", "a", None),
        ("journey-not-together", "a", None),
        ("journey-stale", "b", None),
        ("journey-not-together", "b", None),
        ("program-goal-unserved", "g", None),
    ]
    assert found.accepted == ()


def test_a_finding_says_whom_it_is_about_and_where() -> None:
    found = assessed(day="2026-01-01", it=ALONE)

    subject = Subject("assignment", "it")
    assert found.findings == (
        Finding("journey-not-together", "assignments/it.yaml", (), subject, {}, Severity.WARNING, "nobody"),
    )


def test_without_a_programme_only_what_the_files_say_by_themselves_is_told() -> None:
    broken = program().replace("organisation: Town\n", "")
    texts = {
        "a": assignment("completed: 2025-01-01\ndepends_on: [b, nowhere]"),
        "b": assignment(depends_on="[a]"),
        "c": "[",
    }

    found = assessed(broken, **texts)

    assert rules(found) == [
        ("file-syntax", "c", None),
        ("field-missing", "program", None),
        ("date-order", "a", None),
    ]
    assert (found.scene, found.accepted) == (None, ())
    assert [rule for rule, _, _ in rules(assessed(PROGRAM, **texts))][:4] == [
        "file-syntax",
        "date-order",
        "reference-unknown",
        "reference-cycle",
    ]


def test_errors_of_the_programme_are_its_own() -> None:
    text = program(
        """
        mandate: {from: 2026, to: 2025}
        documents: [{id: d, title: D, department: nowhere}]
        rules: {journey-stucc: off}
        """
    )

    found = assessed(text, day="2026-01-01", it=assignment())

    errors = [finding for finding in found.findings if finding.severity is Severity.ERROR]
    assert [(f.rule, f.path, f.subject) for f in errors] == [
        ("date-order", "program.yaml", PROGRAMME),
        ("reference-unknown", "program.yaml", PROGRAMME),
        ("reference-unknown", "program.yaml", PROGRAMME),
    ]
    assert found.scene is not None


def test_a_row_stays_though_its_file_has_errors_in_what_it_refers_to() -> None:
    found = assessed(day="2026-01-01", it=assignment(department="nowhere"))

    assert [rule for rule, subject, _ in rules(found) if subject == "it"] == ["reference-unknown"]
    assert found.scene is not None
    assert list(found.scene.known) == ["it"]


def test_a_file_that_can_not_be_read_is_still_known_by_its_id() -> None:
    found = assessed(day="2026-01-01", it=assignment(depends_on="[broken]"), broken="title: [")

    assert rules(found) == [("file-syntax", "broken", None)]


@pytest.mark.parametrize(("broken", "params"), [({}, {}), ({"a": "[", "b": "["}, {"unread": Count(2, "unread-file")})])
def test_gaps_about_something_absent_say_how_many_files_are_unread(
    broken: dict[str, str], params: dict[str, Count]
) -> None:
    found = assessed(day="2026-01-01", **broken)

    (gap,) = (finding for finding in found.findings if finding.rule == "department-untouched")
    assert gap.params == {"name": Name("Care"), **params}


def test_gaps_about_what_is_there_do_not_say_it() -> None:
    found = assessed(day="2026-01-01", it=ALONE, broken="[")

    assert [finding.params for finding in found.findings if finding.rule == "journey-not-together"] == [{}]


def test_ignored_files_are_told_of() -> None:
    read = load([File("assignments/notes.txt"), *files(it=assignment())])

    found = assess(read, date(2026, 1, 1), date(2026, 1, 1))

    params = {"path": Name("assignments/notes.txt")}
    assert found.findings == (
        Finding(
            "file-ignored",
            "assignments/notes.txt",
            (),
            PROGRAMME,
            params,
            Severity.NOTE,
            item="assignments/notes.txt",
        ),
    )


def test_an_empty_portfolio_has_nothing_to_tell() -> None:
    found = assess(load([]), date(2026, 1, 1), date(2026, 1, 1))

    assert (found.scene, found.findings, found.accepted) == (None, (), ())


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_files_changes_nothing_that_is_found(order: list[str]) -> None:
    texts = {
        "a": assignment("depends_on: [b]\ntrials: [{id: t, title: T, started: 2026-02-01, ended: 2026-02-02}]"),
        "b": assignment("stopped: {date: 2026-02-01, why: x}\ndepends_on: [d, a]"),
        "c": "title: [",
        "d": assignment(goals="[g]", kind="enabling"),
    }

    one, other = (assessed(**{name: texts[name] for name in names}) for names in (order, list(texts)))

    assert sorted(map(repr, one.findings)) == sorted(map(repr, other.findings))
    assert one.scene is not None
    assert other.scene is not None
    assert (one.scene.marks, one.scene.known) == (other.scene.marks, other.scene.known)


@pytest.mark.parametrize(
    "rest",
    [
        "roadmap: [{id: r, title: R, owner: O, expects: {kind: cash}, from: 2026-01, to: 2026-02}]",
        "roadmap: [{id: r, title: R, owner: O, expects: {kind: cash}, from: 2026, became: broken}]",
    ],
    ids=["a roadmap that may go on", "an item whose heir may have ended"],
)
def test_what_an_unread_file_may_hold_is_told_with_how_many_there_are(rest: str) -> None:
    found = assessed(day="2026-01-01", it=assignment(rest), broken="title: [")

    told = [one for one in found.findings if one.rule in {"department-short-roadmap", "roadmap-no-lesson"}]

    unread = {one.rule: "unread" in one.params for one in told}
    assert unread.pop("roadmap-no-lesson") is ("became" in rest)
    assert set(unread.values()) <= {True}
    assert bool(unread) is ("became" not in rest)


def test_a_baseline_of_before_lies_in_the_future_where_it_is_given() -> None:
    was = "[{until: 2026-02-01, target: {value: 5}}, {until: 2026-01-01, baseline: {value: 9, date: 2026-07-02}}]"
    benefit = f"{{id: time, title: Time, was: {was}, baseline: {{value: 8, date: 2026-01-20}}}}"

    text = assignment(f"benefits: [{benefit}]")

    found = assessed(day="2026-06-30", it=text)

    place = (6, text.splitlines()[5].index("2026-07-02") + 1)
    assert [told(one, found.portfolio)[-2:] for one in found.findings if one.rule == "date-in-future"] == [place]
