"""Which cases the rules are asked about, and what is added where files could not be read."""

from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.term import Count, Days
from tests.core.build import assessed, assignment, program

GOALS = program("goals: [{id: service, title: Service}]")


def by_rule(rule: str, program_text: str, *, day: str = "2026-06-30", **texts: str) -> list[Finding]:
    return [found for found in assessed(program_text, day=day, **texts).findings if found.rule == rule]


def test_a_gap_about_something_absent_says_how_many_files_are_unread() -> None:
    (found,) = by_rule("program-goal-unserved", GOALS, it=assignment(), broken="title: [", torn="[")

    assert found.params["unread"] == Count(2, "unread-file")


def test_a_gap_about_what_is_there_does_not() -> None:
    (found,) = by_rule("journey-not-together", GOALS, it=assignment(together=""), broken="title: [")

    assert found.params == {}


def test_a_goal_s_gap_is_about_the_goal() -> None:
    (found,) = by_rule("program-goal-unserved", GOALS, it=assignment())

    assert (found.subject, found.where, found.item) == (Subject("goal", "service"), ("goals", 0), None)


def test_a_programme_with_more_than_it_carries_says_so_in_its_first_line_where_it_has_no_settings() -> None:
    many = {f"number_{number}": assignment() for number in range(31)}

    found = assessed(program(), **many)

    gap = next(one for one in found.findings if one.rule == "program-over-capacity")
    assert gap.subject == PROGRAM
    assert found.portfolio.span(gap.path, gap.where).line == 1
    assert gap.params == {"open": Count(31, "assignment"), "limit": 30, "days": Days(45)}


def test_a_stop_in_the_last_year_is_enough_to_silence_that_nothing_stops() -> None:
    ended = {f"number_{number}": assignment("completed: 2026-06-01") for number in range(10)}
    stopped = assignment("stopped: {date: 2026-06-01, why: no need}")

    assert len(by_rule("program-never-stops", program(), **ended)) == 1
    assert by_rule("program-never-stops", program(), stopped=stopped, **ended) == []


def test_without_goals_no_roadmap_item_needs_one() -> None:
    item = assignment("roadmap: [{id: a, title: A, from: 2027}]")

    assert by_rule("roadmap-no-goal", program(), it=item) == []
    assert len(by_rule("roadmap-no-goal", GOALS, it=item)) == 1


def test_a_benefit_without_a_known_department_is_still_asked_for() -> None:
    text = assignment("journey: [{step: benefits, entered: 2026-02-01}]", department="nowhere")

    (found,) = by_rule("benefit-missing", program(), it=text)

    assert found.subject == Subject("assignment", "it")


def test_of_missed_behind_and_worse_a_benefit_has_one_at_most() -> None:
    trio = {"benefit-missed", "benefit-behind", "benefit-worse"}
    benefit = (
        "benefits: [{{id: a, title: A, baseline: {{value: 100, date: 2025-01-01}}, "
        "target: {{value: 0, by: 2025-12-31}}, measurements: [{{value: {value}, date: 2026-01-05}}]}}]"
    )

    found = {
        value: [one.rule for one in assessed(it=assignment(benefit.format(value=value))).findings if one.rule in trio]
        for value in (120, 100, 50, 0)
    }

    assert found == {120: ["benefit-worse"], 100: ["benefit-missed"], 50: ["benefit-missed"], 0: []}
