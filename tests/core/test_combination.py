import pytest

from staircase.core.term import Code, Name
from tests.core.build import assignment, portfolio, program
from tests.core.places import found, found_in_program


@pytest.mark.parametrize("key", ["journey", "trials", "benefits", "shown", "roadmap"])
def test_an_enabling_assignment_has_nothing_of_the_stairs(key: str) -> None:
    items = {
        "journey": "{step: explore, entered: 2026-01-01}",
        "trials": "{id: a, title: A, started: 2026-01-01}",
        "benefits": "{id: a, title: A}",
        "shown": "{date: 2026-01-01}",
        "roadmap": "{id: a, title: A}",
    }

    assert [line[:2] for line in found(assignment(f"{key}: [{items[key]}]\n", kind="enabling"))] == [
        ("field-invalid", "not-enabling")
    ]
    assert found(assignment(f"{key}: []\n", kind="enabling")) == []


def test_an_enabling_assignment_may_be_without_department() -> None:
    assert found(assignment(kind="enabling", department="")) == []
    assert found(assignment(kind="enabling")) == []


def test_an_assignment_ends_in_one_way_only() -> None:
    both = "completed: 2026-02-01\nstopped: {date: 2026-02-01, why: x}\n"
    turned = "stopped: {date: 2026-02-01, why: x}\ncompleted: 2026-02-01\n"

    assert found(assignment(both)) == [("field-invalid", "both-endings", 7, 1)]
    assert found(assignment(turned)) == [("field-invalid", "both-endings", 7, 1)]
    assert portfolio(it=assignment(turned)).findings[0].params == {
        "key": Code("completed"),
        "completed": Name("2026-02-01"),
    }


def test_an_id_is_used_once_over_trials_benefits_and_roadmap_together() -> None:
    text = assignment(
        """
        trials: [{id: a, title: A, started: 2026-01-01}]
        benefits: [{id: a, title: A}, {id: b, title: B}]
        roadmap: [{id: b, title: B}, {id: a, title: A}, {id: c, title: C}]
        """
    )

    read = portfolio(it=text)

    assert [(f.where, f.params) for f in read.findings] == [
        (("benefits", 0, "id"), {"id": Name("a"), "line": 6, "other": Name("a-2")}),
        (("roadmap", 0, "id"), {"id": Name("b"), "line": 7, "other": Name("b-2")}),
        (("roadmap", 1, "id"), {"id": Name("a"), "line": 6, "other": Name("a-2")}),
    ]
    assert {(f.rule, f.reason) for f in read.findings} == {("field-invalid", "repeated-id")}


def test_a_roadmap_item_that_ends_begins_too() -> None:
    text = assignment("roadmap:\n  - {id: a, title: A, to: 2026}\n  - {id: b, title: B, from: 2026, to: 2027}\n")

    assert found(text) == [("field-invalid", "to-without-from", 7, 27)]


def test_an_item_without_an_id_is_called_by_its_number() -> None:
    text = assignment("roadmap: [{id: a, title: A, from: 2026}, {title: B, to: 2027}]\n")

    (told,) = (one for one in portfolio(it=text).findings if one.reason == "to-without-from")

    assert told.params == {"item": Name("2")}


def test_a_department_is_named_once_in_what_was_decided_before_too() -> None:
    text = assignment("was: [{until: 2026-02-01, department: [school, school]}]\n")

    assert found(text) == [("field-invalid", "repeated-value", 6, 48)]


@pytest.mark.parametrize(
    ("rule", "reasons"),
    [
        ("date-order", ["error-accepted"]),
        ("field-missing", ["error-accepted"]),
        ("text-cut", ["never-accepted"]),
        ("accepted-stale", ["never-accepted"]),
        ("file-ignored", ["never-accepted"]),
        ("journey-stuck", []),
        ("no-such-rule", []),
    ],
)
def test_only_gaps_that_one_can_live_with_are_accepted(rule: str, reasons: list[str]) -> None:
    entry = f"accepted: [{{rule: {rule}, until: 2027-01-01, why: x}}]\n"

    assert found(assignment(entry)) == [("field-invalid", reason, 6, 19) for reason in reasons]
    assert found_in_program(program(entry)) == [("field-invalid", reason, 5, 19) for reason in reasons]


def test_errors_have_no_other_severity() -> None:
    assert found_in_program(program("rules:\n  journey-stuck: off\n  date-order: note\n")) == [
        ("field-invalid", "error-rule", 7, 3)
    ]


def test_severities_are_four() -> None:
    assert found_in_program(program("rules: {journey-stuck: silent, journey-stale: Error, text-cut: off}\n")) == [
        ("field-invalid", "choice", 5, 24),
        ("field-invalid", "choice-nearest", 5, 47),
    ]


@pytest.mark.parametrize("departments", ["[]", "~", ""])
def test_a_programme_has_departments(departments: str) -> None:
    assert found_in_program(program(departments=departments)) == [("field-missing", "", 4, 1)]


@pytest.mark.parametrize("family", ["departments", "goals", "documents"])
def test_an_id_is_declared_once(family: str) -> None:
    name = "name" if family == "departments" else "title"
    items = f"{family}:\n  - {{id: a, {name}: A}}\n  - {{id: a, {name}: B}}\n"
    text = "format: 1\nname: P\norganisation: T\n" + items
    whole = text if family == "departments" else text + "departments: [{id: a, name: A}]\n"

    assert found_in_program(whole) == [("field-invalid", "repeated-id", 6, 10)]


@pytest.mark.parametrize("version", ["2", "1.0", "one", "[1]"])
def test_the_formats_version_is_one(version: str) -> None:
    text = program().replace("format: 1", f"format: {version}")

    assert [(rule, line) for rule, _, line, _ in found_in_program(text)] == [("field-invalid", 1)]


def test_what_does_not_go_together_is_told_also_beside_other_faults() -> None:
    text = assignment(
        """
        completed: yesterday
        stopped: {date: 2026-02-01, why: x}
        trials:
          - {id: a, title: A, started: 2026-01-01}
          - {id: a, title: "", started: 2026-01-01}
          - {id: [a], title: A, started: 2026-01-01}
        roadmap: [{title: B, to: 2027}]
        accepted: [{rule: date-order, until: never, why: x}]
        """
    )

    assert [reason for rule, reason, *_ in found(text) if rule == "field-invalid"] == [
        "both-endings",
        "repeated-id",
        "to-without-from",
        "error-accepted",
        "not-a-day-or-month",
        "empty",
        "list-for-value",
        "not-a-date",
    ]


def test_a_programme_with_other_faults_still_hears_of_repeated_ids_and_rules_that_stay() -> None:
    text = program("goals: [{id: a, title: A}, {id: a}]\nrules: {date-order: off, journey-stuck: loud}\n")

    assert [line[:2] for line in found_in_program(text)] == [
        ("field-invalid", "repeated-id"),
        ("field-invalid", "error-rule"),
        ("field-missing", ""),
        ("field-invalid", "choice"),
    ]
