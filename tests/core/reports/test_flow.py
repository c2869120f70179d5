from datetime import date
from fractions import Fraction

import pytest

from staircase.core.choices import STEPS
from staircase.core.period import parse_period
from staircase.core.reports import Cell, Fact, Facts, Heading, Hints, Lines, Report, Table, Tone
from staircase.core.reports.flow import flow
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Count, Days, Quantity, Said, Share, Term
from tests.core.build import assessed, assignment, program
from tests.core.reports.outlines import openings
from tests.core.reports.town import ROUND, kinds

PROGRAM = program("settings: {at_once: 1, step_days: {explore: 31, benefits: 120}}")
"""Explore 31 days, the rest as by default."""

TEXTS = {
    "climber": assignment(
        "journey:\n"
        "  - {step: explore, entered: 2026-01-01}\n"
        "  - {step: benefits, entered: 2026-02-01}\n"
        "  - {step: embed, entered: 2026-04-01}\n"
        "  - {step: explore, entered: 2026-04-11}\n"
    ),
    "done": assignment("completed: 2026-03-31\n", started="2026-01-31"),
    "login": assignment(kind="enabling", department=""),
    "planned": assignment(started="2026-07-01"),
    "stopped": assignment("stopped: {date: 2026-06-30, why: x}\n", started="2026-05-01", lead="Ada"),
    "wiser": assignment(ROUND + "stopped: {date: 2026-05-01, why: x}\n"),
}


def row(period: str, *counts: int) -> dict[str, object]:
    """Give a row: what happened in the period, and who stood on each step at its end."""
    names = ("started", "completed", "learned", "stopped", "forward", "jumps", "returns")
    steps = ("on_explore", "on_benefits", "on_roadmap", "on_embed")
    return {"period": parse_period(period)} | dict(zip((*names, *steps), counts, strict=True))


def ends(completed: int, learned: int, stopped: int) -> dict[str, Term]:
    """The terms that say how what ended has ended."""
    numbers = {"completed": completed, "learned": learned, "stopped": stopped}
    return {how: Count(number, how) for how, number in numbers.items()}


def made(selection: Selection = ALL) -> Report:
    """Make the report of those assignments."""
    return flow(assessed(PROGRAM, **TEXTS), selection)


def test_each_quarter_counts_what_happened_and_who_stood_where_at_its_end() -> None:
    assert made().rows == (
        row("2026-Q1", 3, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0),
        row("2026-Q2", 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0),
    )


def test_each_month_can_be_told_of_instead() -> None:
    report = flow(assessed(PROGRAM, **TEXTS), ALL, "month")

    assert report.rows == (
        row("2026-01", 3, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0),
        row("2026-02", 0, 0, 0, 0, 1, 0, 0, 2, 1, 0, 0),
        row("2026-03", 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0),
        row("2026-04", 0, 0, 0, 0, 0, 1, 1, 2, 0, 0, 0),
        row("2026-05", 1, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0),
        row("2026-06", 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
    )


def test_the_totals_are_the_stop_rate_and_the_median_days_in_each_step() -> None:
    assert made().totals == {
        "stop_rate": Share(Fraction(2, 3)),
        "median_days": {
            "explore": Quantity(Fraction(60)),
            "benefits": Quantity(Fraction(59)),
            "roadmap": None,
            "embed": Quantity(Fraction(10)),
        },
    }


def test_a_median_of_an_even_count_is_the_mean_of_the_middle_two() -> None:
    texts = {
        "a": assignment("completed: 2026-01-11\n"),
        "b": assignment("completed: 2026-01-12\n"),
    }

    totals = flow(assessed(PROGRAM, **texts)).totals

    assert totals["median_days"] == {
        "explore": Quantity(Fraction(21, 2)),
        "benefits": None,
        "roadmap": None,
        "embed": None,
    }


def test_totals_are_unset_where_nothing_has_ended_or_moved() -> None:
    assert flow(assessed(PROGRAM, it=assignment())).totals == {
        "stop_rate": None,
        "median_days": dict.fromkeys(("explore", "benefits", "roadmap", "embed")),
    }


def test_rows_and_totals_obey_the_filters() -> None:
    report = made(Selection(lead=("Ada",)))

    assert report.rows == (row("2026-Q2", 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),)
    assert report.totals["stop_rate"] == Share(Fraction(1))


# what a person sees


def test_the_report_goes_from_the_periods_to_the_medians() -> None:
    report = made()

    assert kinds(report) == [Heading, Table, Facts, Hints]
    ended: dict[str, Term] = {"ended": Count(3, "assignment"), **ends(1, 1, 1)}
    assert report.blocks[2:] == (
        Facts(
            (
                Fact("flow.at-once", (Cell(Said("flow.of-ceiling", {"open": 1, "at_once": 1})),)),
                Fact("flow.ended", (Cell(Said("flow.how", ended)),)),
                Fact("flow.stop-rate", (Cell(Share(Fraction(2, 3))),)),
                Fact("step.explore", (median(60, 31, Tone.WARN),)),
                Fact("step.benefits", (median(59, 120),)),
                Fact("step.embed", (median(10, 540),)),
            )
        ),
        Hints(
            (
                (Said("hint.lessons", {}), "staircase lessons"),
                (Said("hint.per-month", {}), "staircase flow --per month"),
            )
        ),
    )


def median(days: int, limit: int, tone: Tone = Tone.PLAIN) -> Cell:
    """Say a median beside what the step may take."""
    return Cell(Said("flow.median", {"days": Days(days), "limit": Days(limit)}), tone)


def test_a_median_as_long_as_the_step_may_take_is_not_over() -> None:
    texts = {"it": assignment("completed: 2026-02-01\n")}

    facts = flow(assessed(PROGRAM, **texts)).blocks[2]

    assert isinstance(facts, Facts)
    assert facts.facts[3] == Fact("step.explore", (median(31, 31),))


def test_more_at_once_than_the_ceiling_stands_out() -> None:
    facts = flow(assessed(PROGRAM, a=assignment(), b=assignment())).blocks[2]

    assert isinstance(facts, Facts)
    assert [fact.cells[0] for fact in facts.facts] == [
        Cell(Said("flow.of-ceiling.over", {"open": 2, "at_once": 1}), Tone.WARN),
        Cell(Said("flow.how", {"ended": Count(0, "assignment"), **ends(0, 0, 0)})),
        Cell(None),
    ]


def test_the_table_shows_0_for_none_and_drops_rare_moves_first() -> None:
    table = made().blocks[1]

    assert isinstance(table, Table)
    assert [(column.key, column.priority, column.align) for column in table.columns] == [
        ("period", 0, "left"),
        *(("started", 0, "right"), ("completed", 2, "right"), ("learned", 1, "right"), ("stopped", 1, "right")),
        ("forward", 3, "right"),
        ("jumps", 5, "right"),
        ("returns", 4, "right"),
        *((f"on_{step}", 0, "right") for step in STEPS),
    ]
    assert table.groups[0].rows[0] == (
        Cell(parse_period("2026-Q1")),
        *(Cell(count) for count in (3, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0)),
    )


def test_a_column_of_what_never_happened_is_the_first_to_go_but_steps_stay() -> None:
    table = flow(assessed(PROGRAM, a=assignment())).blocks[1]

    assert isinstance(table, Table)
    assert [(column.key, column.priority) for column in table.columns] == [
        *(("period", 0), ("started", 0), ("completed", 7), ("learned", 6), ("stopped", 6)),
        *(("forward", 8), ("jumps", 10), ("returns", 9)),
        *((f"on_{step}", 0) for step in STEPS),
    ]


def test_columns_that_are_asked_for_stay_and_rows_are_sorted() -> None:
    report = made(Selection(columns=("jumps", "period"), sort="-period"))

    table = report.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.priority) for column in table.columns] == [("jumps", 0), ("period", 0)]
    assert table.groups[0].rows == (
        (Cell(1), Cell(parse_period("2026-Q2"))),
        (Cell(0), Cell(parse_period("2026-Q1"))),
    )


@pytest.mark.parametrize(
    ("texts", "selection", "key"),
    [
        ({}, ALL, "report.no-assignments"),
        ({"it": assignment(started="2026-07-01")}, ALL, "flow.none"),
        ({"it": assignment(kind="enabling", department="")}, ALL, "flow.none"),
        (TEXTS, Selection(lead=("Nobody",)), "report.no-match"),
        (TEXTS, Selection(state=("planned",)), "report.no-match"),
    ],
)
def test_where_nothing_has_started_it_says_why(texts: dict[str, str], selection: Selection, key: str) -> None:
    report = flow(assessed(PROGRAM, **texts), selection)

    assert report.blocks == (Heading("Town", "Programme", date(2026, 6, 30)), Lines((Said(key, {}),)))


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = flow(assessed("[", **TEXTS))

    assert (report.rows, kinds(report)) == ((), [Lines])


def test_each_period_is_a_sentence_to_be_read_aloud() -> None:
    first, second = openings(made().sentences)

    assert first == sentence("2026-Q1", 3, 1, 0, 0, 2)
    assert second == sentence("2026-Q2", 1, 0, 1, 1, 1)


def sentence(period: str, *counts: int) -> Said:
    """Say a period."""
    started, completed, learned, stopped, still_open = counts
    terms: dict[str, Term] = {
        "period": parse_period(period),
        "started": Count(started, "assignment"),
        "completed": completed,
        "learned": learned,
        "stopped": stopped,
        "open": still_open,
    }
    return Said("plain.flow", terms)
