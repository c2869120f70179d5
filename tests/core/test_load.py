import pytest

from staircase.core.finding import PROGRAM as PROGRAMME
from staircase.core.finding import Finding, Subject
from staircase.core.known import Entry
from staircase.core.load import Shelf, assignment_id, load
from staircase.core.model.assignment import Assignment
from staircase.core.source import START, File
from staircase.core.term import Code, Name, Term
from tests.core.build import assignment, files, portfolio, program, told
from tests.core.places import IT


def test_the_smallest_file_is_whole() -> None:
    read = portfolio(it=assignment())

    entry = read.entries["it"]
    assert (read.findings, read.unreadable, read.broken, read.ignored) == ((), (), {}, ())
    assert entry == Entry("it", IT, entry.assignment)
    fields = Assignment.model_fields
    said = {name for name, value in entry.assignment if value != fields[name].default}
    assert said == {"title", "department", "lead", "started", "together"}


def test_all_errors_of_all_files_are_told_in_one_run() -> None:
    read = portfolio("format: 2\n", a=assignment(started="x"), b=assignment(lead="", title="''"), c=assignment())

    assert [(f.path, f.rule, f.reason) for f in read.findings] == [
        ("assignments/a.yaml", "field-invalid", "not-a-day-or-month"),
        ("assignments/b.yaml", "field-invalid", "empty"),
        ("assignments/b.yaml", "field-missing", ""),
        ("program.yaml", "field-invalid", "choice"),
        ("program.yaml", "field-missing", ""),
        ("program.yaml", "field-missing", ""),
        ("program.yaml", "field-missing", ""),
    ]
    assert (list(read.entries), read.program) == (["c"], None)
    assert read.unreadable == ("assignments/a.yaml", "assignments/b.yaml", "program.yaml")


@pytest.mark.parametrize("reason", ["link", "not-regular", "no-permission", "too-large", "vanished", "failed"])
def test_a_file_without_bytes_is_unreadable_and_costs_only_itself(reason: str) -> None:
    read = load([File(IT, None, reason), *files(other=assignment())])  # type: ignore[arg-type]  # one of the reasons

    assert read.findings == (Finding("file-unreadable", IT, (), Subject("assignment", "it"), reason=reason),)
    assert (read.unreadable, read.broken, list(read.entries)) == ((IT,), {"it": IT}, ["other"])
    assert read.span(IT, ()) == START


def test_an_unreadable_programme_is_the_programmes_finding() -> None:
    read = load([File("program.yaml", None, "link"), *files(it=assignment())[:1]])

    assert read.findings == (Finding("file-unreadable", "program.yaml", (), PROGRAMME, reason="link"),)
    assert (read.program, read.unreadable, list(read.entries)) == (None, ("program.yaml",), ["it"])
    assert (read.departments, read.goals, read.documents) == ({}, {}, {})


def test_bytes_that_are_no_text_cost_only_their_file() -> None:
    read = load([File(IT, b"title: \xe5\n"), *files(other=assignment())])

    assert [told(f, read) for f in read.findings] == [("file-unreadable", "cp1252", IT, 1, 8)]
    assert (read.unreadable, list(read.entries)) == ((IT,), ["other"])


def test_a_file_that_is_only_named_is_ignored() -> None:
    read = load([File("assignments/notes.txt"), *files()])

    assert (read.ignored, read.findings, read.unreadable) == (("assignments/notes.txt",), (), ())


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("assignments/a.yaml", "a"),
        ("assignments/care/night/b.yml", "b"),
        ("assignments/c.YAML", "c"),
        ("assignments/a.b.yaml", "a.b"),
    ],
)
def test_a_files_name_is_its_id(path: str, name: str) -> None:
    assert assignment_id(path) == name


@pytest.mark.parametrize(
    ("stem", "right"),
    [
        ("A", "a"),
        ("å", "a"),
        ("a_b", "a-b"),
        ("a.b", "a-b"),
        ("a--b", "a-b"),
        ("a" * 65, "a" * 64),
        ("a b", "a-b"),
        ("…", "travel-time"),
    ],
)
def test_a_name_that_is_no_id_leaves_the_file_out(stem: str, right: str) -> None:
    path = f"assignments/{stem}.yaml"

    read = load([File(path, assignment().encode()), *files()])

    params: dict[str, Term] = {"id": Name(stem), "correction": Code(f"{right}.yaml")}
    finding = Finding("file-name", path, (), Subject("assignment", stem), params, reason="not-an-id")
    assert read.findings == (finding,)
    assert (read.entries, read.broken, read.unreadable) == ({}, {}, (path,))


def test_of_two_files_with_one_id_the_first_is_kept() -> None:
    one, other = "assignments/a/it.yaml", "assignments/b/it.yml"
    read = load([File(one, assignment().encode()), File(other, assignment(title="Other").encode()), *files()])

    params: dict[str, Term] = {"id": Name("it"), "other": Name(one), "correction": Code("it-2.yaml")}
    assert read.findings == (Finding("file-name", other, (), Subject("assignment", "it"), params, reason="twice"),)
    assert (read.entries["it"].path, read.unreadable) == (one, (other,))


def test_a_broken_file_still_takes_its_id() -> None:
    one, other = "assignments/a/it.yaml", "assignments/b/it.yaml"
    read = load([File(one, b"title: [\n"), File(other, assignment().encode()), *files()])

    assert [(f.rule, f.path) for f in read.findings] == [("file-syntax", one), ("file-name", other)]
    assert (read.entries, read.broken, read.unreadable) == ({}, {"it": one}, (one, other))
    assert read.ids == {"it"}


def test_both_what_is_in_a_file_and_its_name_may_be_wrong() -> None:
    read = load([File("assignments/A.yaml", b"lead: x\n"), *files()])

    assert [f.rule for f in read.findings] == [*["field-missing"] * 3, "file-name"]
    assert read.unreadable == ("assignments/A.yaml",)


def test_each_file_is_counted_once() -> None:
    counted: list[int] = []

    load([File("assignments/x.txt"), *files(a="", b=assignment())], lambda: counted.append(1))

    assert len(counted) == 4


def test_what_is_declared_is_found_by_its_id() -> None:
    read = portfolio(
        program("goals: [{id: g, title: G}]\ndocuments: [{id: d, title: D}]\n"), it=assignment(), broken="title: ["
    )

    assert {name: part.name for name, part in read.departments.items()} == {"care": "Care"}
    assert {name: part.title for name, part in read.goals.items()} == {"g": "G"}
    assert {name: part.title for name, part in read.documents.items()} == {"d": "D"}
    assert read.ids == {"it", "broken"}
    assert (read.assignment("it"), read.assignment("broken")) == (read.entries["it"].assignment, None)


def test_what_two_portfolios_have_in_common_is_read_once() -> None:
    shelf, before = Shelf(), files(a=assignment(), b=assignment(), c="[")
    one = load(before, shelf=shelf)

    other = load(files(program("x-a: 1\n"), a=assignment(), b=assignment(title="B"), c="["), shelf=shelf)

    assert other.entries["a"].assignment is one.entries["a"].assignment
    assert (one.entries["b"].assignment.title, other.entries["b"].assignment.title) == ("Keyless", "B")
    assert (other.findings, other.unreadable) == (one.findings, one.unreadable)
    assert (len(shelf.assignments), len(shelf.programs)) == (4, 2)
    assert load(before, shelf=Shelf()) == load(before) == one


def dotted(unit: str) -> str:
    """Write a benefit whose baseline may be meant as thousands."""
    measure = f"measure: {{what: x, unit: {unit}}}"
    return assignment(
        f"benefits: [{{id: b, title: B, {measure}, baseline: {{value: 420.000, date: 2026-01-01}}}}]\n"
        "roadmap: [{id: r, title: R, from: 2027}]"
    )


def test_a_value_that_may_be_thousands_leaves_the_file_out_where_it_is_money_a_year() -> None:
    read = portfolio(program("currency: EUR"), a=dotted("kEUR/year"), b=dotted("SEK/year"), c=dotted("hours"))

    assert [told(finding, read) for finding in read.findings] == [
        ("field-invalid", "thousands-or-decimals", "assignments/a.yaml", 6, 85)
    ]
    assert (list(read.entries), read.broken, read.unreadable) == (
        ["b", "c"],
        {"a": "assignments/a.yaml"},
        ("assignments/a.yaml",),
    )
    assert [(one.id, set(one.wrong), len(one.assignment.benefits)) for one in read.remnants] == [("a", {"benefits"}, 0)]


def test_beside_other_errors_a_value_that_may_be_thousands_is_told_too() -> None:
    read = portfolio(program(), a=dotted("kr/år") + "\ncosts: {one_off: 1.000}")

    assert [finding.reason for finding in read.findings] == ["thousands-or-decimals", "thousands-or-decimals"]
    assert read.unreadable == ("assignments/a.yaml",)


def test_without_a_readable_programme_nobody_knows_what_is_money() -> None:
    read = portfolio("format: 1", a=dotted("SEK/year"))

    assert {finding.path for finding in read.findings} == {"program.yaml"}
    assert list(read.entries) == ["a"]
