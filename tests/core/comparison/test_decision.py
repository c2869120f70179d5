"""What was decided anew, with the value before it in ``was``, and what was written over: each with its values."""

from dataclasses import replace
from datetime import date

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, Decision
from staircase.core.comparison.difference import changes
from staircase.words.speech import words
from tests.core.comparison.build import it
from tests.core.comparison.mirror import mirrored

TARGET = ("target: {value: 50, by: 2026-12-31}", "target: {value: 60, by: 2026-12-31}")
KEPT = "\n    was: [{until: 2026-05-31, why: the night teams joined, target: {value: 50, by: 2026-12-31}}]"
ANEW = (TARGET[0], TARGET[1] + KEPT)


def facts(before: Assessment, after: Assessment) -> list[Change]:
    return [one for one in changes(before, after) if not one.kind.startswith("finding-")]


def said(before: Assessment, after: Assessment) -> list[str]:
    english = words("en")
    return [english.say(one.message).replace("\xa0", " ") for one in facts(before, after)]


def decided(before: Assessment, after: Assessment) -> list[tuple[str, str | None]]:
    return [(one.kind, one.decision.kind if one.decision else None) for one in facts(before, after)]


def test_a_value_that_moved_into_was_is_decided_anew() -> None:
    assert said(it(), it(ANEW)) == [
        (
            "the target for “Time” asks for less than before: 60 hours instead of 50 hours"
            " (decided anew, the night teams joined; it holds as before until 2026-05-31); share 40 % → 50 %"
        )
    ]


def test_a_decision_is_told_of_a_benefit_that_has_another_place_in_its_list() -> None:
    first = ("benefits:\n", "benefits:\n  - {id: first, title: First}\n")

    assert ("target-lowered", "anew") in decided(it(), it(ANEW, first))
    assert ("target-raised", "undone") in decided(it(ANEW, first), it())


def test_a_value_that_is_written_over_is_corrected() -> None:
    assert said(it(), it(TARGET)) == [
        (
            "the target for “Time” asks for less than before: 60 hours instead of 50 hours"
            " (corrected, for earlier days too); share 40 % → 50 %"
        )
    ]


def test_a_value_that_comes_back_from_was_takes_the_decision_back() -> None:
    assert decided(it(ANEW), it()) == [("target-raised", "undone")]
    assert "(the decision that was to hold after 2026-05-31 is taken back); " in said(it(ANEW), it())[0]


def test_a_decision_of_an_earlier_change_is_not_told_again() -> None:
    title = ("title: Keyless", "title: Other")

    assert decided(it(ANEW), it(ANEW, title)) == [("text-changed", None)]


def test_another_value_in_was_than_stood_there_is_a_correction_and_is_told() -> None:
    other = (TARGET[0], TARGET[1] + KEPT.replace("value: 50", "value: 40"))

    assert decided(it(), it(other)) == [("target-lowered", "corrected"), ("other", None)]


WAS = "was: [{until: 2026-05-31, "


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("lead: Lea", f"lead: Leo\n{WAS}lead: Lea}}]", "lead-changed"),
        ("per_year: 500}", f"per_year: 400}}\n{WAS}costs: {{one_off: 1000, per_year: 500}}}}]", "costs-changed"),
        ("together: [nurse]", f"together: [teacher]\n{WAS}together: [nurse]}}]", "together-changed"),
        ("goals: [service]", f"goals: []\n{WAS}goals: [service]}}]", "goals-changed"),
        ("    title: Time", f"    title: Way\n    {WAS}title: Time}}]", "text-changed"),
        ("    owner: Olle", f"    owner: Eva\n    {WAS}owner: Olle}}]", "owner-changed"),
        (
            "value: 100, date: 2026-01-20}",
            f"value: 110, date: 2026-01-20}}\n    {WAS}baseline: {{value: 100, date: 2026-01-20}}}}]",
            "baseline-changed",
        ),
        ("    to: 2026-Q4", f"    to: 2027-Q4\n    {WAS}to: 2026-Q4}}]", "item-put-off"),
        ("    anchored_in: [plan]", f"    anchored_in: [draft]\n    {WAS}anchored_in: [plan]}}]", "item-unanchored"),
    ],
)
def test_what_can_be_decided_is_told_once_with_its_decision(old: str, new: str, kind: str) -> None:
    found = facts(it(), it((old, new)))

    assert {one.decision for one in found} == {Decision("anew", date(2026, 5, 31))}
    assert found[0].kind == kind
    assert all("was" not in str(one.item) for one in found)


def test_an_item_that_ended_as_it_began_is_decided_anew_with_that_end() -> None:
    short = ("    from: 2026-Q3\n    to: 2026-Q4", "    from: 2026-Q3")
    anew = "    from: 2026-Q3\n    to: 2026-Q4\n    was: [{until: 2026-05-31, to: 2026-Q3}]"

    assert decided(it(short), it((short[0], anew))) == [("item-put-off", "anew")]


def test_an_entry_with_more_than_what_changed_is_told_for_the_rest() -> None:
    anew = ("lead: Lea", "lead: Leo\nwas: [{until: 2026-05-31, lead: Lea, department: school}]")

    assert decided(it(), it(anew)) == [("lead-changed", "anew"), ("other", None)]


def test_the_way_back_of_a_decision_is_its_mirror() -> None:
    for edit in (ANEW, TARGET):
        there, back = facts(it(), it(edit)), facts(it(edit), it())

        assert list(map(mirrored, there)) == [replace(change, figures=None) for change in back]
