"""What held on a day of what was decided anew: each key by itself, and all that follows from it."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.figures import BenefitFigures, BenefitStanding
from staircase.core.known import Known
from staircase.core.model.assignment import decided_before, in_force
from tests.core.build import assessed, assignment, known_on, portfolio, program

PROGRAM = program(
    "goals: [{id: service, title: Service}, {id: economy, title: Economy}]",
    departments="[{id: care, name: Care}, {id: school, name: School}]",
)

MOVED = assignment(
    """
    costs: {per_year: 5}
    goals: [service, economy]
    was:
      - {until: 2026-03-31, lead: Leo, department: school, why: moved}
      - {until: 2026-01-31, lead: Lars, costs: {one_off: 7}}
      - {until: 2026-02-28, goals: [], together: [teacher]}
    """
)


def people(known: Known) -> tuple[str, str]:
    return known.assignment.lead, ", ".join(known.departments)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-31", ("Lars", "school")),
        ("2026-02-01", ("Leo", "school")),
        ("2026-03-31", ("Leo", "school")),
        ("2026-04-01", ("Lea", "care")),
    ],
)
def test_a_key_is_what_the_entry_with_the_earliest_until_says_that_has_it(day: str, expected: tuple[str, str]) -> None:
    assert people(known_on(day, MOVED, PROGRAM)) == expected


def test_what_no_entry_has_is_what_it_is_now() -> None:
    before, after = (known_on(day, MOVED, PROGRAM).assignment for day in ("2026-01-31", "2026-02-01"))

    assert (before.title, after.title) == ("Keyless", "Keyless")
    assert before.costs
    assert (before.costs.one_off, before.costs.per_year) == (Fraction(7), None)
    assert after.costs
    assert (after.costs.one_off, after.costs.per_year) == (None, Fraction(5))


def test_an_empty_list_says_that_there_was_none() -> None:
    before, after = (known_on(day, MOVED, PROGRAM).assignment for day in ("2026-02-28", "2026-03-01"))

    assert (before.goals, before.together) == ((), ("teacher",))
    assert (after.goals, after.together) == (("service", "economy"), ("nurse",))


BENEFIT = assignment(
    """
    benefits:
      - id: time
        title: Less time
        kind: capacity
        owner: Olle
        measure: {what: time, unit: hours, every_days: 100}
        baseline: {value: 1000, date: 2026-02-28}
        target: {value: 700, by: 2027-09-30}
        measurements: [{value: 900, date: 2026-01-31}, {value: 800, date: 2026-05-31}]
        worth: {per_unit: 450}
        realisation: One more visit
        was:
          - {until: 2026-06-15, target: {value: 500, by: 2026-12-31}, worth: {per_unit: 10}, why: too much}
          - {until: 2026-03-31, baseline: {value: 1100, date: 2026-01-15}, owner: Rut, kind: cash, title: Time}
    """
)


def figures(day: str, text: str = BENEFIT) -> BenefitFigures:
    scene = assessed(PROGRAM, day=day, it=text).scene
    assert scene
    return scene.figures["it"][0]


def test_figures_of_a_day_are_those_of_the_baseline_the_target_and_the_worth_that_held() -> None:
    of_march, of_june, of_now = figures("2026-03-31"), figures("2026-06-15"), figures("2026-06-16")

    assert (of_march.realised, of_march.potential, of_march.by) == (Fraction(1, 3), Fraction(6000), date(2026, 12, 31))
    assert (of_june.realised, of_june.potential, of_june.by) == (Fraction(2, 5), Fraction(5000), date(2026, 12, 31))
    assert (of_now.realised, of_now.potential, of_now.by) == (Fraction(2, 3), Fraction(135000), date(2027, 9, 30))


def test_a_measurement_before_the_baseline_in_force_is_history() -> None:
    before, after = figures("2026-03-31"), figures("2026-04-01")

    assert [one.value for one in before.known.measured] == [900]
    assert after.known.measured == ()
    assert after.standing is BenefitStanding.UNMEASURED


def test_whose_it_was_is_known() -> None:
    before, after = figures("2026-03-31").known.benefit, figures("2026-04-01").known.benefit

    assert (before.title, before.owner, before.kind) == ("Time", "Rut", "cash")
    assert (after.title, after.owner, after.kind) == ("Less time", "Olle", "capacity")


def test_a_baseline_touches_on_the_days_when_it_held() -> None:
    text = assignment(
        """
        benefits:
          - id: time
            title: Time
            baseline: {value: 9, date: 2026-02-28}
            was: [{until: 2026-04-30, baseline: {value: 8, date: 2026-02-10}}]
        """
    )

    touched = [known_on(day, text).last_touched for day in ("2026-04-30", "2026-05-01")]

    assert touched == [date(2026, 2, 10), date(2026, 2, 28)]


ITEM = assignment(
    """
    roadmap:
      - id: all
        title: All teams
        from: 2027-Q3
        to: 2027-Q4
        owner: Olle
        expects: {kind: cash, per_year: 5}
        was:
          - {until: 2026-03-31, title: All, owner: Rut, from: 2026-Q3, to: 2026-Q4, goals: [service]}
          - {until: 2026-02-28, expects: {kind: quality}, anchored_in: []}
    """
)


def test_a_roadmap_item_was_what_was_decided_then() -> None:
    (earliest,), (before,), (after,) = (
        known_on(day, ITEM, PROGRAM).items for day in ("2026-02-28", "2026-03-31", "2026-04-01")
    )

    assert (before.item.title, before.item.owner, before.item.goals) == ("All", "Rut", ("service",))
    assert (before.first, before.last) == (date(2026, 7, 1), date(2026, 12, 31))
    assert (after.first, after.last, after.item.owner) == (date(2027, 7, 1), date(2027, 12, 31), "Olle")
    assert [one.item.expects and one.item.expects.kind for one in (earliest, before)] == ["quality", "cash"]


def test_a_department_has_proven_what_its_assignments_proved_while_they_were_its_own() -> None:
    round_ = "trials: [{id: t, title: T, started: 2026-01-02, ended: 2026-01-20, learned: a lot}]\n"
    text = assignment(round_ + "was: [{until: 2026-03-31, department: school}]")
    before, after = (assessed(PROGRAM, day=day, it=text).scene for day in ("2026-03-31", "2026-04-01"))

    assert before
    assert {name: one.rounds for name, one in before.standings.items()} == {"care": 0, "school": 1}
    assert after
    assert {name: one.rounds for name, one in after.standings.items()} == {"care": 1, "school": 0}


def test_an_accepted_overload_names_the_lead_of_the_day() -> None:
    text = assignment("was: [{until: 2026-03-31, lead: Leo}]")
    accepting = program("accepted: [{rule: program-lead-overloaded, item: leo, until: 2027-01-01, why: for now}]")
    stale = [
        [one.reason for one in assessed(accepting, day=day, it=text).findings if one.rule == "accepted-stale"]
        for day in ("2026-03-31", "2026-04-01")
    ]

    assert stale == [[], ["no-item"]]


def test_what_was_in_force_on_the_last_day_of_each_decision() -> None:
    text = assignment(
        """
        benefits:
          - id: b
            title: Now
            kind: quality
            was:
              - {until: 2026-02-28, title: First}
              - {until: 2026-03-31, title: Second}
              - {until: 2026-03-31, kind: capacity}
        """
    )
    (benefit,) = portfolio(it=text).entries["it"].assignment.benefits

    found = [(number, then.title, then.kind, then.was) for number, _, then in decided_before(benefit)]

    assert found == [(0, "First", "capacity", ()), (1, "Second", "capacity", ()), (2, "Second", "capacity", ())]
    assert [then for _, _, then in decided_before(benefit)] == [in_force(benefit, one.until) for one in benefit.was]


def test_a_level_of_cash_before_is_told_once_for_a_day() -> None:
    level = "target: {value: 5, keep: at-least}"
    text = assignment(
        f"""
        benefits:
          - id: b
            title: B
            was:
              - {{until: 2026-03-31, {level}}}
              - {{until: 2026-03-31, kind: cash}}
              - {{until: 2026-02-28, title: Before}}
        """
    )

    assert [(one.reason, one.where) for one in portfolio(it=text).findings] == [
        ("keep-cash", ("benefits", 0, "was", 1, "kind"))
    ]


def test_a_decision_without_its_last_day_is_told_of_that_alone() -> None:
    text = assignment(
        "benefits: [{id: b, title: B, kind: quality, target: {value: 5, keep: at-most}, was: [{kind: cash}]}]"
    )

    assert [(one.rule, one.where) for one in portfolio(it=text).findings] == [
        ("field-missing", ("benefits", 0, "was", 0))
    ]
