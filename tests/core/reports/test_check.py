from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from staircase.core.finding import Finding, Severity, Subject
from staircase.core.listing import fingerprint, in_reading_order
from staircase.core.reports.findings import CHECK, check
from staircase.core.source import Span
from staircase.core.term import Code, Days, Money, Name, Said, Term, Word
from tests.core.build import assessed, assignment
from tests.core.reports.town import town

IT = Subject("assignment", "it")
PATH = "assignments/it.yaml"


def test_findings_stand_as_they_are_read_by_file_line_column_and_weight() -> None:
    read = town()
    heavy = Finding("date-order", "a.yaml", Span(2, 3, 2, 4), IT)
    expected = (
        Finding("date-order", "a.yaml", Span(1, 9, 1, 9), IT),
        Finding("date-order", "a.yaml", Span(2, 1, 2, 1), IT),
        heavy,
        heavy._replace(severity=Severity.WARNING, rule="a"),
        heavy._replace(severity=Severity.NOTE, rule="a"),
        heavy._replace(severity=Severity.NOTE, rule="b"),
        heavy._replace(severity=Severity.NOTE, rule="b", item="x"),
        heavy._replace(severity=Severity.NOTE, rule="b", item="x", reason="y"),
        Finding("date-order", "a.yaml", Span(10, 1, 10, 1), IT),
        Finding("date-order", "b.yaml", (), IT),
    )

    assert in_reading_order(read.portfolio, expected[::-1]) == expected
    assert in_reading_order(read.portfolio, expected) == expected


def test_the_programme_comes_after_its_assignments() -> None:
    paths = [finding.path for finding in in_reading_order(town().portfolio, town().findings)]

    assert paths == sorted(paths)
    assert paths[-1] == "program.yaml"


def test_a_row_says_all_that_a_machine_may_want() -> None:
    found = assessed(day="2026-03-03", it=assignment("benefits: [{id: b, title: B, owner: lea}]"))
    (finding,) = (each for each in found.findings if each.rule == "benefit-owner-is-lead")

    (row,) = check(found, [finding]).rows

    terms: dict[str, Term] = {"title": Name("B"), "owner": Name("lea")}
    assert row == {
        "rule": Code("benefit-owner-is-lead"),
        "severity": Word("severity.warning"),
        "subject_kind": Code("assignment"),
        "subject": Name("it"),
        "item": Name("b"),
        "message": Said("finding.benefit-owner-is-lead.message", terms),
        "ask": Said("finding.benefit-owner-is-lead.ask", terms),
        "fix": Code("staircase set it benefits.b.owner …"),
        "params": terms,
        "at_stake": Money(Fraction(0)),
        "at_stake_kind": None,
        "owner": Name("lea"),
        "path": Name(PATH),
        "line": 6,
        "column": 37,
        "end_line": 6,
        "end_column": 40,
        "fingerprint": Code(fingerprint(finding)),
    }
    assert tuple(row) == CHECK.keys


def test_the_totals_count_severities_and_what_is_accepted() -> None:
    found = assessed(
        day="2026-01-01",
        a=assignment("goals: [nowhere]", together=""),
        b=assignment("accepted: [{rule: journey-not-together, until: 2026-01-01, why: x}]", together=""),
        c=assignment(title="A #1"),
    )

    made = check(found, found.findings)

    assert made.totals == {"error": 1, "warning": 1, "note": 1, "accepted": 1}
    assert (made.name, made.day, made.program, made.unreadable) == ("check", date(2026, 1, 1), "Programme", ())
    assert check(found, []).totals == {"error": 0, "warning": 0, "note": 0, "accepted": 1}


def test_without_a_programme_the_report_still_lists_what_is_wrong() -> None:
    found = assessed("[", it=assignment("completed: 2025-01-01"))

    made = check(found, found.findings)

    assert [row["rule"] for row in made.rows] == [Code("file-syntax"), Code("date-order")]
    assert (made.program, made.unreadable) == ("", ("program.yaml",))
    assert {row["at_stake"] for row in made.rows} == {None}


# fingerprints


BASE = Finding("field-invalid", PATH, ("title",), IT, {"key": Code("title"), "length": 201, "days": Days(3)}, item="x")


@pytest.mark.parametrize(
    "other",
    [
        BASE._replace(where=("lead",)),
        BASE._replace(path="assignments/moved/it.yaml"),
        BASE._replace(severity=Severity.NOTE),
        BASE._replace(params={"key": Code("title"), "length": 300, "days": Days(4)}),
        BASE._replace(params={"days": Days(4), "length": 300, "key": Code("title")}),
    ],
)
def test_a_finding_is_the_same_wherever_it_stands_and_whatever_the_figures_are(other: Finding) -> None:
    assert fingerprint(other) == fingerprint(BASE)


@pytest.mark.parametrize(
    "other",
    [
        BASE._replace(rule="field-missing"),
        BASE._replace(subject=Subject("assignment", "other")),
        BASE._replace(subject=Subject("department", "it")),
        BASE._replace(item="y"),
        BASE._replace(item=None),
        BASE._replace(params={"key": Code("lead"), "length": 201, "days": Days(3)}),
        BASE._replace(params={"key": Name("other"), "length": 201, "days": Days(3)}),
        BASE._replace(params={"key": Word("title.other"), "length": 201, "days": Days(3)}),
    ],
)
def test_it_is_another_with_another_rule_subject_item_or_parameter(other: Finding) -> None:
    assert fingerprint(other) != fingerprint(BASE)


def test_a_fingerprint_stands_in_ascii_also_for_text_that_can_not_be_encoded() -> None:
    assert fingerprint(BASE._replace(item="\ud800")).isascii()


def test_of_equal_fingerprints_the_later_ones_are_numbered() -> None:
    found = assessed(it=assignment())

    marks = [row["fingerprint"] for row in check(found, [BASE, BASE, BASE._replace(item="y"), BASE]).rows]

    mark, other = fingerprint(BASE), fingerprint(BASE._replace(item="y"))
    assert marks == [Code(mark), Code(f"{mark}:2"), Code(other), Code(f"{mark}:3")]


def test_every_finding_of_a_portfolio_keeps_its_fingerprint_when_lines_are_shifted() -> None:
    text = assignment(
        "goals: [nowhere]\ntrials: [{id: t, title: T, started: 2026-02-01, ended: 2026-02-02}]", together=""
    )

    marks = [
        sorted(map(fingerprint, assessed(day="2026-07-01", it=each).findings))
        for each in (text, "# a comment\n\n" + text)
    ]

    assert marks[0] == marks[1]
    assert len(set(marks[0])) == len(marks[0]) == 5


def test_periods_among_the_terms_are_told_as_their_days() -> None:
    item = "roadmap: [{id: r, title: R, from: 2026-Q1, to: 2026-Q4}]"
    found = assessed(day="2026-06-30", it=assignment(item, started="2026-01-01"))
    (late,) = (each for each in found.findings if each.rule == "roadmap-late-start")
    reversed_item = item.replace("2026-Q4", "2025-11")
    order = next(each for each in assessed(it=assignment(reversed_item)).findings if each.rule == "date-order")

    told = [row["params"] for row in check(found, [late, order]).rows]

    assert [
        {name: day for name, day in params.items() if name in {"from", "to"}}
        for params in told
        if isinstance(params, Mapping)
    ] == [{"from": date(2026, 1, 1)}, {"from": date(2026, 1, 1), "to": date(2025, 11, 30)}]
