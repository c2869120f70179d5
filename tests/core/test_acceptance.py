from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import Assessment, found
from staircase.core.finding import Finding, Severity
from staircase.core.listing import accepted_and_listed
from staircase.core.rules.table import ERRORS, GAPS, NEVER_ACCEPTED
from tests.core.build import assessed, assignment, program

TRIALS = """
trials:
  - {id: one, title: One, started: 2026-05-01, ended: 2026-05-02}
  - {id: two, title: Two, started: 2026-05-01, ended: 2026-05-02}
"""
LESSON = ("trial-no-lesson", "it")


def entry(rule: str = "trial-no-lesson", until: str = "2026-06-30", item: str = "") -> str:
    """Write an entry of ``accepted``."""
    return f"  - {{rule: {rule}, until: {until}, why: x{f', item: {item}' if item else ''}}}\n"


def named(findings: tuple[Finding, ...], rule: str) -> list[tuple[str, str | None]]:
    """Give subject and item of the findings of a rule."""
    return [(finding.subject.id, finding.item) for finding in findings if finding.rule == rule]


def parted(assessment: Assessment, rule: str) -> tuple[list[str | None], list[str | None]]:
    """Give the items that are accepted, and those that are listed."""
    accepted, listed = (named(part, rule) for part in (assessment.accepted, assessment.findings))
    return [item for _, item in accepted], [item for _, item in listed]


@pytest.mark.parametrize(
    ("accepted", "parts"),
    [
        ("", ([], ["one", "two"])),
        (entry(), (["one", "two"], [])),
        (entry(until="2026-06-29"), ([], ["one", "two"])),
        (entry(until="2026-07-01"), (["one", "two"], [])),
        (entry(item="two"), (["two"], ["one"])),
        (entry(item="three"), ([], ["one", "two"])),
        (entry(item="one") + entry(item="two"), (["one", "two"], [])),
        (entry(item="one", until="2026-06-29") + entry(item="one"), (["one"], ["two"])),
        (entry(rule="journey-stale"), ([], ["one", "two"])),
    ],
)
def test_a_gap_is_accepted_by_rule_and_item_to_the_last_day(
    accepted: str, parts: tuple[list[str | None], list[str | None]]
) -> None:
    text = assignment(TRIALS + (f"accepted:\n{accepted}" if accepted else ""))

    assert parted(assessed(it=text), "trial-no-lesson") == parts


def test_an_entry_accepts_in_its_own_file_only() -> None:
    text = assignment(TRIALS)

    found = assessed(program(f"accepted:\n{entry()}"), it=text, other=text + f"accepted:\n{entry()}")

    assert named(found.findings, "trial-no-lesson") == [("it", "one"), ("it", "two")]
    assert named(found.accepted, "trial-no-lesson") == [("other", "one"), ("other", "two")]


@pytest.mark.parametrize(
    ("accepted", "parts"),
    [
        ("", ([], ["care", "school"])),
        (entry("department-untouched"), (["care", "school"], [])),
        (entry("department-untouched", item="school"), (["school"], ["care"])),
        (entry("department-untouched", item="school", until="2026-06-29"), ([], ["care", "school"])),
        (entry("program-goal-unserved", item="school"), ([], ["care", "school"])),
    ],
)
def test_in_the_programme_the_item_is_the_department(accepted: str, parts: tuple[list[str], list[str]]) -> None:
    departments = "[{id: care, name: Care}, {id: school, name: School}]"
    found = assessed(program(f"accepted:\n{accepted}" if accepted else "", departments=departments))

    subjects = [
        [subject for subject, _ in named(part, "department-untouched")] for part in (found.accepted, found.findings)
    ]
    assert subjects == list(parts)


def test_in_the_programme_the_item_may_be_a_goal() -> None:
    text = program(
        "goals: [{id: a, title: A}, {id: b, title: B}]\naccepted:\n" + entry("program-goal-unserved", item="b")
    )

    found = assessed(text)

    assert named(found.accepted, "program-goal-unserved") == [("b", None)]
    assert named(found.findings, "program-goal-unserved") == [("a", None)]


def test_a_gap_of_the_programme_itself_is_accepted_without_item() -> None:
    text = program("settings: {at_once: 1}\naccepted:\n" + entry("program-over-capacity"))

    found = assessed(text, a=assignment(), b=assignment())

    assert named(found.accepted, "program-over-capacity") == [("program", None)]
    assert named(found.findings, "program-over-capacity") == []


@pytest.mark.parametrize(("lead", "is_accepted"), [("", True), ("lea", True), ("Rut", False)])
def test_an_entry_that_names_a_lead_accepts_what_is_said_of_this_one(lead: str, *, is_accepted: bool) -> None:
    text = program("settings: {per_lead: 1}\naccepted:\n" + entry("program-lead-overloaded", item=lead))

    found = assessed(text, a=assignment(), b=assignment(title="B"))

    here, there = ("accepted", "findings") if is_accepted else ("findings", "accepted")
    assert named(getattr(found, here), "program-lead-overloaded") == [("program", "Lea")]
    assert named(getattr(found, there), "program-lead-overloaded") == []


def test_what_can_only_be_mended_is_listed_whatever_the_files_say() -> None:
    cut = assignment(title="Fix queue #2") + "accepted:\n" + entry("journey-stuck", until="2026-01-01")

    found = assessed(it=cut)

    assert found.accepted == ()
    assert [finding.rule for finding in found.findings if finding.rule in NEVER_ACCEPTED] == [
        "text-cut",
        "accepted-stale",
    ]


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_a_severity_is_turned_up_and_down(level: str) -> None:
    found = assessed(program(f"rules: {{trial-no-lesson: {level}}}"), it=assignment(TRIALS))

    assert {finding.severity for finding in found.findings if finding.rule == "trial-no-lesson"} == {Severity(level)}


def test_a_rule_that_is_off_lists_nothing() -> None:
    found = assessed(program("rules: {trial-no-lesson: off}"), it=assignment(TRIALS))

    assert named(found.findings, "trial-no-lesson") == []
    assert named(found.accepted, "trial-no-lesson") == []


def test_accepted_gaps_have_the_severities_of_the_programme_too() -> None:
    text = program("rules: {trial-no-lesson: note}")

    found = assessed(text, it=assignment(f"{TRIALS}accepted:\n{entry()}"))

    assert [(finding.rule, finding.severity) for finding in found.accepted] == [("trial-no-lesson", Severity.NOTE)] * 2


def test_gaps_have_the_severity_of_their_rule_and_errors_are_errors() -> None:
    found = assessed(it=assignment(TRIALS, goals="[nowhere]", department="nowhere"), broken="title: [")

    assert {finding.rule for finding in found.findings if finding.severity is Severity.ERROR} == {
        "reference-unknown",
        "file-syntax",
    }
    for finding in found.findings:
        assert finding.severity == GAPS.get(finding.rule, Severity.ERROR)
        assert (finding.rule in ERRORS) == (finding.severity is Severity.ERROR)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["trial-no-lesson", "journey-stuck", "journey-not-together", "journey-unproven"]),
            st.sampled_from(["2026-06-29", "2026-06-30"]),
            st.sampled_from(["", "one", "two", "explore"]),
        ),
        max_size=4,
    )
)
def test_what_is_accepted_and_what_is_listed_are_together_all_gaps(entries: list[tuple[str, str, str]]) -> None:
    journey = "journey: [{step: benefits, entered: 2026-01-02}]\n"
    accepted = "accepted:\n" + "".join(entry(*each) for each in entries) if entries else ""
    scene = assessed(it=assignment(TRIALS + journey + accepted, together="")).scene
    assert scene is not None
    gaps = found(scene.portfolio, scene, scene.day).gaps

    taken, listed = accepted_and_listed(scene, gaps)

    assert sorted(map(repr, (*taken, *listed))) == sorted(map(repr, gaps))
    for gap in gaps:
        is_accepted = any(
            rule == gap.rule and date.fromisoformat(until) >= scene.day and item in {"", gap.item}
            for rule, until, item in entries
        )
        assert (gap in taken, gap in listed) == (is_accepted, not is_accepted)
