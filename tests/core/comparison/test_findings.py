from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import assess
from staircase.core.comparison import Comparison, compare
from staircase.core.comparison.ids import Renames
from staircase.core.finding import Finding, Severity, Subject
from staircase.core.listing import fingerprint, governance
from staircase.core.load import Shelf, load
from staircase.core.model.program import ProgramSettings
from staircase.core.portfolio import Portfolio
from staircase.core.source import File
from staircase.core.term import Code, Name
from tests.core.build import DAY, assessed, assignment, files, portfolio, program
from tests.oracle import generate

TODAY = date.fromisoformat(DAY)
ALONE = assignment(together="", title="Alone", started="2026-06-10")
YOUNG = assignment(reviewed=DAY, started="2026-06-01")
OWN_GAP = ("journey-not-together", "alone")
ACCEPTING = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: x}]\n"


def between(before: Portfolio, after: Portfolio) -> Comparison:
    return compare(assess(before, TODAY, TODAY), assess(after, TODAY, TODAY))


def of_chance(seed: int) -> Portfolio:
    texts = generate.portfolio(seed).texts
    return load(File(path, None if text is None else text.encode()) for path, text in sorted(texts.items()))


def told(change: Comparison) -> dict[str, list[tuple[str, str]]]:
    """Rule and subject of what is new, carried, fixed, gone and accepted here."""
    groups: dict[str, list[tuple[str, str]]] = {"new": [], "carried": []}
    for finding, novelty in zip(change.judged.findings, change.novelties, strict=True):
        groups[novelty].append((finding.rule, finding.subject.id))
    others = {"fixed": change.fixed, "gone": change.gone, "here": change.accepted_here}
    groups |= {name: [(each.rule, each.subject.id) for each in found] for name, found in others.items()}
    return {name: sorted(found) for name, found in groups.items() if found}


def test_a_gap_is_new_carried_or_fixed() -> None:
    without, with_it = portfolio(keyless=YOUNG), portfolio(keyless=YOUNG, alone=ALONE)

    assert told(between(without, with_it)) == {"new": [OWN_GAP]}
    assert told(between(with_it, with_it)) == {"carried": [OWN_GAP]}
    assert told(between(with_it, without)) == {"gone": [OWN_GAP]}
    assert told(between(with_it, portfolio(keyless=YOUNG, alone=ALONE + "together: [nurse]\n"))) == {"fixed": [OWN_GAP]}


def test_of_what_has_no_file_yet_or_no_more_nothing_is_decided() -> None:
    nothing, some = (assess(of, TODAY, TODAY) for of in (load([]), portfolio(keyless=YOUNG, alone=ALONE + ACCEPTING)))

    assert compare(nothing, some).judged is some
    assert compare(some, nothing).judged is nothing


@pytest.mark.no_cover
@given(st.integers(0, 500), st.integers(0, 500))
def test_every_finding_of_either_side_is_told_once(one: int, other: int) -> None:
    before, after = of_chance(one), of_chance(other)

    found = Comparison(assess(before, TODAY, TODAY), assess(after, TODAY, TODAY), Renames())

    sides = [Counter(map(fingerprint, each.findings)) for each in (found.before, found.judged)]
    both = sides[0] & sides[1]
    new, past = (Counter(map(fingerprint, of)) for of in (found.new, (*found.fixed, *found.gone)))
    assert (new <= sides[1] - both, past <= sides[0] - both) == (True, True)
    if not before.unreadable:
        assert new == sides[1] - both
    if not after.unreadable:
        assert past == sides[0] - both


@given(st.integers(0, 500))
def test_between_equals_everything_is_carried(seed: int) -> None:
    read = of_chance(seed)
    found = between(read, read)

    assert (set(found.novelties) <= {"carried"}, len(found.novelties)) == (True, len(found.judged.findings))
    assert (found.fixed, found.gone, found.accepted_here) == ((), (), ())


@given(st.integers(0, 500))
def test_what_a_portfolio_decides_for_itself_is_what_governs_it_unasked(seed: int) -> None:
    read = of_chance(seed)

    assert assess(read, TODAY, TODAY, governance(read)) == assess(read, TODAY, TODAY)


def test_without_a_programme_nothing_is_decided() -> None:
    decided = governance(portfolio("[", alone=ALONE))

    assert (decided.settings, decided.rules, decided.accepted, decided.accepted_of) == (ProgramSettings(), {}, (), {})


def test_an_accepted_gap_of_the_base_is_accepted_and_one_of_the_change_is_not() -> None:
    accepting, plain = portfolio(alone=ALONE + ACCEPTING), portfolio(alone=ALONE)

    assert told(between(plain, accepting)) == {"carried": [OWN_GAP], "here": [OWN_GAP]}
    assert told(between(accepting, plain)) == {}
    assert told(between(portfolio(), accepting)) == {
        "new": [OWN_GAP],
        "here": [OWN_GAP],
        "fixed": [("department-untouched", "care")],
    }


@pytest.mark.parametrize(
    ("before", "after", "severity", "here"),
    [
        ("", "rules: {journey-not-together: off}", Severity.WARNING, [OWN_GAP]),
        ("", "rules: {journey-not-together: note}", Severity.WARNING, [OWN_GAP]),
        ("", "rules: {journey-not-together: error}", Severity.WARNING, []),
        ("rules: {journey-not-together: error}", "rules: {journey-not-together: warning}", Severity.ERROR, [OWN_GAP]),
        ("rules: {journey-not-together: note}", "", Severity.NOTE, []),
        ("rules: {journey-not-together: off}", "", None, []),
    ],
)
def test_the_rules_of_the_base_decide(
    before: str, after: str, severity: Severity | None, here: list[tuple[str, str]]
) -> None:
    found = between(portfolio(program(before), alone=ALONE), portfolio(program(after), alone=ALONE))

    assert [each.severity for each in found.judged.findings] == [severity] * (severity is not None)
    assert [(each.rule, each.subject.id) for each in found.accepted_here] == here


def test_the_settings_of_the_base_decide_also_what_follows_from_them() -> None:
    texts = {
        f"a{number}": YOUNG.replace("2026-06-01", "2026-05-01").replace("Keyless", f"A{number}") for number in range(3)
    }
    tight, loose = program("settings: {at_once: 2}"), program("settings: {at_once: 9}")

    over = ("program-over-capacity", "program")
    assert told(between(portfolio(tight, **texts), portfolio(loose, **texts))) == {"carried": [over], "here": [over]}
    assert told(between(portfolio(loose, **texts), portfolio(tight, **texts))) == {}


def test_a_rename_is_followed_by_what_waits_for_the_renamed() -> None:
    stopped = assignment(title="Login", stopped="{date: 2026-02-01, why: x, learned: y}")
    waits = YOUNG + "depends_on: [OLD]\n"
    before = portfolio(old=stopped, waits=waits.replace("OLD", "old"))
    after = portfolio(fresh=stopped, waits=waits.replace("OLD", "fresh"))

    assert told(between(before, after)) == {"carried": [("journey-blocked", "waits")]}


def test_a_rename_is_followed_by_what_is_accepted_of_what_waits() -> None:
    stopped = assignment(title="Login", stopped="{date: 2026-02-01, why: x, learned: y}")
    waits = YOUNG + "depends_on: [OLD]\naccepted: [{rule: journey-blocked, item: OLD, until: 2027-01-01, why: x}]\n"
    before = portfolio(old=stopped, waits=waits.replace("OLD", "old"))
    after = portfolio(fresh=stopped, waits=waits.replace("OLD", "fresh"))

    assert told(between(before, after)) == {}


def test_a_benefit_is_not_renamed_with_the_assignment_that_had_its_name() -> None:
    accepting = "accepted: [{rule: benefit-owner-is-lead, item: time, until: 2027-01-01, why: x}]\n"
    text = YOUNG + "benefits: [{id: time, title: Time, owner: Lea}]\n" + accepting
    before, after = portfolio(it=text, time=YOUNG), portfolio(it=text, hours=YOUNG)

    assert told(between(before, after)) == {}


def test_what_a_renamed_assignment_had_is_carried_by_its_new_name() -> None:
    before, after = portfolio(old=ALONE), portfolio(fresh=ALONE)

    assert told(between(before, after)) == {"carried": [("journey-not-together", "fresh")]}


def test_a_submodule_whose_files_are_there_is_not_fixed() -> None:
    linked = File("assignments/shared", problem="not-regular")
    before = load([*files(keyless=YOUNG), linked])
    after = load([*files(keyless=YOUNG), File("assignments/shared/alone.yaml", ALONE.encode())])
    without = portfolio(keyless=YOUNG)

    unreadable = ("file-unreadable", "shared")
    assert told(between(before, before)) == {"carried": [unreadable]}
    assert told(between(before, after)) == {"new": [OWN_GAP]}
    assert told(between(before, without)) == {"gone": [unreadable]}


def test_an_error_in_the_programme_is_fixed_where_an_assignment_that_broke_says_nothing_of_gaps() -> None:
    wrong, right = (
        program(f"documents: [{{id: plan, title: Plan, department: {one}}}]") for one in ("nowhere", "care")
    )
    before = portfolio(wrong, keyless=YOUNG, alone=ALONE)
    after = portfolio(right, keyless=YOUNG, alone="title: [")

    assert told(between(before, after))["fixed"] == [("reference-unknown", "program")]


def test_of_several_equal_ones_the_one_that_says_the_same_is_carried() -> None:
    visit = "  - {step: explore, entered: %s}\n"
    before = assignment("journey:\n" + visit % "2025-06-01", reviewed=DAY)
    after = assignment("journey:\n" + visit % "2025-05-01" + visit % "2025-06-01", reviewed=DAY)
    after = after.replace("explore, entered: 2025-05", "benefits, entered: 2025-05")

    found = between(portfolio(it=before), portfolio(it=after))

    novel = {
        str(each.params["day"]): novelty
        for each, novelty in zip(found.judged.findings, found.novelties, strict=True)
        if each.rule == "date-order"
    }
    assert novel == {"2025-05-01": "new", "2025-06-01": "carried"}


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(portfolio(alone="title: [\n"), id="its own file"),
        pytest.param(portfolio("departments: [\n", alone=ALONE), id="the programme"),
    ],
)
def test_what_cannot_be_looked_for_is_not_fixed(after: Portfolio) -> None:
    assert "fixed" not in told(between(portfolio(alone=ALONE), after))


def test_an_error_of_a_file_is_fixed_also_where_the_programme_broke() -> None:
    before, after = (assignment(tags, reviewed=DAY) for tags in ("tagz: [a]", "tags: [a]"))

    found = told(between(portfolio(it=before), portfolio("departments: [\n", it=after)))

    assert found == {"fixed": [("field-unknown", "it")], "new": [("file-syntax", "program")]}


def test_an_error_of_the_programme_is_not_fixed_by_a_programme_that_broke() -> None:
    plan = "documents: [{id: plan, title: Plan, from: 2026-12-31, to: 2026-12-30}]"
    before = portfolio(program(plan), keyless=YOUNG)
    mended, broken = portfolio(keyless=YOUNG), portfolio("departments: [\n", keyless=YOUNG)

    assert told(between(before, mended)) == {"fixed": [("date-order", "program")]}
    assert told(between(before, broken)) == {"new": [("file-syntax", "program")]}


def test_a_department_s_gap_is_not_fixed_by_a_file_that_broke() -> None:
    before = portfolio(program("goals: [{id: g, title: G}]"), keyless=YOUNG + "goals: [g]\n")
    unserved = portfolio(program("goals: [{id: g, title: G}]"), keyless=YOUNG)
    broken = portfolio(program(""), keyless="title: [\n")

    assert told(between(unserved, before)) == {"fixed": [("program-goal-unserved", "g")]}
    assert "fixed" not in told(between(unserved, broken))


def test_an_error_that_gave_way_to_another_is_new() -> None:
    before = portfolio(it=assignment("completed: 2025-12-01"))
    after = portfolio(
        it=assignment("journey: [{step: explore, entered: 2026-02-01}, {step: explore, entered: 2026-03-01}]")
    )

    assert ("date-order", "it") in told(between(before, after))["new"]


@pytest.mark.parametrize(
    "other",
    [
        {"params": {"name": Name("x"), "nearest": Name("y")}, "reason": "goal-nearest"},
        {"params": {"name": Name("x")}, "reason": "goal-choices"},
        {"path": "assignments/sub/it.yaml"},
    ],
)
def test_what_is_suggested_and_where_the_file_lies_are_not_who_a_finding_is(other: dict[str, object]) -> None:
    finding = Finding(
        "reference-unknown", "it.yaml", (), Subject("assignment", "it"), {"name": Name("x")}, reason="goal"
    )

    assert fingerprint(finding._replace(**other)) == fingerprint(finding)  # type: ignore[arg-type]  # a table of fields


@pytest.mark.parametrize("name", ["completed", "correction", "ending", "entry", "field", "nearest", "other", "own"])
def test_what_an_error_says_of_what_to_write_is_not_who_it_is(name: str) -> None:
    error = Finding("date-order", "it.yaml", (), Subject("assignment", "it"), {"day": TODAY}, reason="before")

    assert fingerprint(error._replace(params={"day": TODAY, name: Name("x")})) == fingerprint(error)
    assert fingerprint(error._replace(params={"day": TODAY, "key": Name("x")})) != fingerprint(error)


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    error = Finding("reference-unknown", "it.yaml", (), Subject("assignment", "it"), {"name": Name("x")}, reason="goal")

    assert fingerprint(error) == "1c5d953adca42224cc48e70925170d55"


def test_stale_acceptances_of_other_items_are_others() -> None:
    one, other = (
        Finding(
            *("accepted-stale", "it.yaml", (), Subject("assignment", "it")),
            {"rule": Code("benefit-worse"), "item": Name(item)},
            item="benefit-worse",
        )
        for item in ("a", "b")
    )

    assert fingerprint(one) != fingerprint(other)


def test_what_two_portfolios_share_is_loaded_once() -> None:
    shelf = Shelf()
    first = load(files(one=ALONE, other=assignment()), shelf=shelf)
    second = load(files(one=ALONE, other=ALONE), shelf=shelf)

    assert first.entries["one"].assignment is second.entries["one"].assignment
    assert first.sources["program.yaml"] is second.sources["program.yaml"]
    assert second == load(files(one=ALONE, other=ALONE))
    assert assessed(one=ALONE, other=ALONE).portfolio == second
