"""Text that is cut short by `` #``: in every key that a person writes prose in, and in no other."""

import pytest

from tests.core.build import assessed, assignment, rules

PROGRAMME = """\
format: 1
name: Programme
organisation: Town
departments:
  - id: care
    name: Care
    manager: Maud
goals:
  - id: service
    title: Service
documents:
  - id: plan
    title: Plan
mandate:
  decided_by: Council
  reference: KS 12
"""
ASSIGNMENT = assignment(
    """
    tags:
      - welfare
    trials:
      - id: doors
        title: Doors
        started: 2026-01-10
        learned: Locks
    benefits:
      - id: time
        title: Time
        kind: quality
        owner: Olle
        measure:
          what: Minutes
          unit: hours
          source: Fleet
        baseline:
          value: 9
          date: 2026-01-20
          how: measured
        worth:
          per_unit: 3
          basis: Counted
        realisation: One more visit
    shown:
      - date: 2026-05-25
        forum: Management
        decision: Go on
    roadmap:
      - id: all
        title: All
        area: Homes
        owner: Rut
    stopped:
      date: 2026-06-01
      why: No need
      learned: Ask first
    """,
    together="",
)
TOGETHER = "together:\n  - nurse\n"


def cut(text: str, word: str) -> str:
    """Cut a value short at the end of its line."""
    assert text.count(f" {word}\n") == 1, word
    return text.replace(f" {word}\n", f" {word} #2 and more\n")


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Keyless", "title"),
        ("Lea", "lead"),
        ("Doors", "trials[0].title"),
        ("Locks", "trials[0].learned"),
        ("Olle", "benefits[0].owner"),
        ("Minutes", "benefits[0].measure.what"),
        ("Fleet", "benefits[0].measure.source"),
        ("Counted", "benefits[0].worth.basis"),
        ("One more visit", "benefits[0].realisation"),
        ("Management", "shown[0].forum"),
        ("Go on", "shown[0].decision"),
        ("Homes", "roadmap[0].area"),
        ("Rut", "roadmap[0].owner"),
        ("No need", "stopped.why"),
        ("Ask first", "stopped.learned"),
        ("nurse", "together[0]"),
    ],
)
def test_prose_of_an_assignment_that_is_cut_short_is_a_gap(word: str, key: str) -> None:
    whole = ASSIGNMENT + TOGETHER

    assert ("text-cut", "it", key) in rules(assessed(PROGRAMME, it=cut(whole, word)))
    assert "text-cut" not in {rule for rule, *_ in rules(assessed(PROGRAMME, it=whole))}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Programme", "name"),
        ("Town", "organisation"),
        ("Care", "departments[0].name"),
        ("Maud", "departments[0].manager"),
        ("Service", "goals[0].title"),
        ("Plan", "documents[0].title"),
        ("KS 12", "mandate.reference"),
        ("Council", "mandate.decided_by"),
    ],
)
def test_prose_of_the_programme_that_is_cut_short_is_a_gap(word: str, key: str) -> None:
    found = [(rule, item) for rule, _, item in rules(assessed(cut(PROGRAMME, word))) if rule == "text-cut"]

    assert found == [("text-cut", key)]


@pytest.mark.parametrize("word", ["hours", "welfare", "measured", "quality", "doors", "2026-05-25"])
def test_a_remark_beside_what_is_no_prose_cuts_nothing(word: str) -> None:
    assert "text-cut" not in {rule for rule, *_ in rules(assessed(PROGRAMME, it=cut(ASSIGNMENT, word)))}
