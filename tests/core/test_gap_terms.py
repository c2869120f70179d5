"""The figures that the gaps of benefits, roadmap and programme are told with."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from staircase.core.period import parse_period
from staircase.core.term import Count, Days, Name, Quantity, Share, Term, Word
from tests.core.build import assessed, assignment, program

PROGRAM = program(
    """
    settings: {at_once: 1}
    rules: {benefit-late-baseline: note}
    goals: [{id: service, title: Service}]
    documents:
      - {id: draft, title: Draft}
      - {id: budget, title: Budget, kind: budget, adopted: 2026-05-15, from: 2026, to: 2026}
      - {id: ended, title: Ended, adopted: 2025-12-01, to: 2026-03}
    """
)
ON_BENEFITS = "journey: [{step: benefits, entered: 2026-01-05}]\n"
B = "baseline: {value: 100, date: 2026-01-01}"
IT = Name("It")
DAY = date(2026, 6, 30)


def benefit(rest: str) -> str:
    return ON_BENEFITS + "benefits: [{id: a, title: It, " + rest + "}]"


def item(rest: str) -> str:
    return "roadmap: [{id: a, title: It, " + rest + "}]"


def measured(value: int, day: str) -> str:
    return f"measurements: [{{value: {value}, date: {day}}}]"


@pytest.mark.parametrize(
    ("rule", "text", "terms"),
    [
        ("benefit-missing", ON_BENEFITS, {"step": Word("step.benefits"), "days": Days(176)}),
        ("benefit-owner-is-lead", benefit("owner: lea"), {"title": IT, "owner": Name("lea")}),
        ("benefit-no-owner", benefit("kind: cash"), {"title": IT}),
        ("benefit-no-worth", benefit("kind: cash"), {"title": IT, "kind": Word("kind.cash")}),
        (
            "benefit-late-baseline",
            "live: 2026-01-01\n" + benefit("baseline: {value: 1, date: 2026-02-01}"),
            {"title": IT, "baseline": date(2026, 2, 1), "live": date(2026, 1, 1)},
        ),
        (
            "benefit-not-measured",
            "live: 2026-02-01\n" + benefit(f"{B}, measure: {{what: x, unit: y, every_days: 30}}"),
            {"title": IT, "since": date(2026, 2, 1), "days": Days(149), "as_of": DAY},
        ),
        (
            "benefit-measure-overdue",
            benefit(f"{measured(1, '2026-04-01')}, measure: {{what: x, unit: y, every_days: 30}}"),
            {"title": IT, "measured": date(2026, 4, 1), "days": Days(90), "every": Days(30), "as_of": DAY},
        ),
        (
            "benefit-worse",
            benefit(f"{B}, target: {{value: 0}}, {measured(120, '2026-05-01')}, measure: {{what: x, unit: h}}"),
            {"title": IT, "baseline": Quantity(Fraction(100)), "value": Quantity(Fraction(120), "h"), "as_of": DAY},
        ),
        (
            "benefit-worse",
            benefit(f"{B}, target: {{value: 0}}, {measured(120, '2026-05-01')}"),
            {"title": IT, "baseline": Quantity(Fraction(100)), "value": Quantity(Fraction(120)), "as_of": DAY},
        ),
        (
            "benefit-missed",
            benefit(f"{B}, target: {{value: 0, by: 2026-04}}, {measured(60, '2026-06-01')}"),
            {"title": IT, "realised": Share(Fraction(2, 5)), "planned": Share(Fraction(1)), "by": date(2026, 4, 30)},
        ),
        (
            "benefit-behind",
            benefit(f"{B}, target: {{value: 0, by: 2026-07-20}}, {measured(90, '2026-04-11')}"),
            {"title": IT, "realised": Share(Fraction(1, 10)), "planned": Share(Fraction(1, 2))},
        ),
        (
            "benefit-cash-not-booked",
            benefit(f"kind: cash, {B}, target: {{value: 0}}, {measured(-20, '2026-04-11')}"),
            {
                "title": IT,
                "realised": Share(Fraction(6, 5)),
                "home": date(2026, 4, 11),
                "document": Name("Budget"),
                "adopted": date(2026, 5, 15),
            },
        ),
        ("roadmap-no-owner", item("from: 2027"), {"title": IT}),
        (
            "roadmap-overdue",
            item("from: 2026-01, to: 2026-04"),
            {"title": IT, "last": date(2026, 4, 30), "days": Days(61), "as_of": DAY},
        ),
        (
            "roadmap-late-start",
            item("from: 2026-04, to: 2026-12"),
            {"title": IT, "from": parse_period("2026-04"), "days": Days(61), "as_of": DAY},
        ),
        (
            "roadmap-not-anchored",
            item("from: 2026-Q4"),
            {"title": IT, "document": Name("Budget"), "adopted": date(2026, 5, 15)},
        ),
        (
            "roadmap-weak-anchor",
            item("from: 2026-05-01, to: 2026-12, anchored_in: [draft]"),
            {"title": IT, "document": Name("Draft"), "day": DAY},
        ),
        (
            "roadmap-weak-anchor",
            item("from: 2026-05, to: 2026-12, anchored_in: [draft, ended]"),
            {"title": IT, "document": Name("Ended"), "day": date(2026, 6, 30)},
        ),
        ("program-goal-unserved", "", {"title": Name("Service")}),
        ("program-over-capacity", "", {"open": Count(2, "assignment"), "limit": 1, "days": Days(45)}),
    ],
)
def test_a_gap_is_told_with_its_figures(rule: str, text: str, terms: Mapping[str, Term]) -> None:
    found = assessed(PROGRAM, day="2026-06-30", it=assignment(text), other=assignment()).findings

    assert [dict(one.params) for one in found if one.rule == rule] == [terms]


def test_that_nothing_is_stopped_is_told_with_how_many_ended() -> None:
    ended = {f"number_{number}": assignment("completed: 2026-06-01") for number in range(11)}

    found = assessed(**ended).findings

    assert [dict(one.params) for one in found if one.rule == "program-never-stops"] == [
        {"ended": Count(11, "assignment"), "as_of": DAY}
    ]
