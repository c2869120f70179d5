"""The safety net of the changes: what no other kind tells of is told with its place and its words."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison.change import AssignmentPair, Change, Pair, Side, View
from staircase.core.comparison.rest import rest
from staircase.core.finding import Subject
from staircase.core.model.assignment import Assignment
from staircase.core.term import Name, Quantity, Term
from tests.core.comparison.build import it, only, told

IT = Subject("assignment", "it")
PATH = "assignments/it.yaml"


def view(assessment: Assessment) -> View[Assignment]:
    return View(IT, PATH, assessment.portfolio.entries["it"].assignment)


def unaided(before: Assessment, after: Assessment) -> list[Change]:
    """Give what is told where no other kind tells of anything."""
    pair: AssignmentPair = Pair(date(2026, 6, 30), view(before), view(after))
    return list(rest(pair, ()))


@pytest.mark.parametrize(
    ("entry", "keys", "key", "words"),
    [
        pytest.param(
            ("  - id: idea\n", "  - {id: new, title: New, from: 2026-Q3, to: 2026-12-01}\n  - id: idea\n"),
            ("roadmap", 1),
            "roadmap.new",
            "new, New, 2026-Q3, 2026-12-01",
            id="periods",
        ),
        pytest.param(
            ("trials:\n", "trials:\n  - {id: locks, title: Locks, started: 2026-03-01}\n"),
            ("trials", 0),
            "trials.locks",
            "locks, Locks, 2026-03-01",
            id="days",
        ),
    ],
)
def test_an_entry_that_nothing_else_tells_of_is_told_in_the_words_of_the_file(
    entry: tuple[str, str], keys: tuple[str | int, ...], key: str, words: str
) -> None:
    before, after = it(), it(entry)
    side = Side(PATH, keys, Name(words), {"key": Name(key)})

    assert unaided(before, after) == [Change("other", IT, IT, key.split(".")[1], None, side)]
    assert unaided(after, before) == [Change("other", IT, IT, key.split(".")[1], side, None)]


@pytest.mark.parametrize(
    ("edit", "key", "value"),
    [
        (("unit: hours", "unit: hours, every_days: 90"), "every_days", Quantity(Fraction(90))),
        (("unit: hours", "unit: hours, source: fleet"), "source", Name("fleet")),
    ],
)
def test_a_value_alone_is_told_as_what_it_is(edit: tuple[str, str], key: str, value: Term) -> None:
    side = Side(PATH, ("benefits", 0, "measure", key), value, {"key": Name(f"benefits.time.measure.{key}")})

    found = only(it(), it(edit))

    assert (found.item, found.before, found.after) == ("time", None, side)


@pytest.mark.parametrize(
    "number",
    ["70", "70.5", "-0.125", "12345678901234.56789", "100", "0.000000000000000000000000000000001", "1" + "0" * 15],
)
def test_a_number_in_an_entry_is_written_as_in_the_file(number: str) -> None:
    measured = it(("05-20}", f"05-20}}\n      - {{value: {number}, date: 2026-07-20}}"))

    found = only(it(), measured)

    key = Name("benefits.time.measurements.2026-07-20")
    keys = ("benefits", 0, "measurements", 2)
    after = Side(PATH, keys, Name(f"{number}, 2026-07-20"), {"key": key})
    assert found == Change("written-ahead", IT, IT, "time", None, after)


def test_what_is_written_ahead_is_told_of_beside_what_its_neighbour_tells() -> None:
    edits = ("started: 2026-02-20}", "started: 2026-02-21, ended: 2026-08-01}")

    assert told(it(), it(edits)) == [("trial-changed", "keys"), ("written-ahead", "keys")]
    assert told(it(edits), it()) == [("trial-changed", "keys"), ("written-ahead", "keys")]


@pytest.mark.parametrize(("day", "kind"), [("2026-06-30", "other"), ("2026-07-01", "written-ahead")])
def test_a_fact_of_this_very_day_is_not_written_ahead(day: str, kind: str) -> None:
    measured = it(("05-20}", f"05-20}}\n      - {{value: 70, date: {day}}}"))

    assert [change.kind for change in unaided(it(), measured)] == [kind]
