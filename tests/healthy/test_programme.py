"""The programme that is replayed: what it holds before staircase reads it."""

import random
from collections import Counter
from datetime import date

from tests.healthy.gate import JUDGED, MONTHS, Reader
from tests.healthy.ledger import Ledger, Trouble
from tests.healthy.programme import DEPARTMENTS, programme
from tests.healthy.record import LONGEST_DELAY, Diary, Fact, Record

PROGRAMME = programme(1)
SMALL = [one for one in PROGRAMME.assignments.values() if not one.at("kind")]


def test_the_same_seed_gives_the_same_programme() -> None:
    assert programme(1) == PROGRAMME


def test_everything_is_written_within_the_time_that_people_get_but_what_an_item_became() -> None:
    facts = [fact for record in PROGRAMME.assignments.values() for fact in record.facts if fact.where[-1] != "became"]

    assert {0 <= (fact.written - fact.happened).days <= LONGEST_DELAY for fact in facts} == {True}


def test_a_later_file_does_not_leak_into_an_earlier_month() -> None:
    record = SMALL[40]
    ended = next(fact for fact in record.facts if fact.where[0] in ("completed", "stopped"))

    before = record.text(record.known_to(date.fromordinal(ended.written.toordinal() - 1)))
    after = record.text(record.known_to(ended.written))

    assert (ended.where[0] in before, ended.where[0] in after) == (False, True)


def test_some_sixty_are_started_each_year_in_all_departments_and_hardly_any_in_july() -> None:
    starts = [record.facts[0].happened for record in SMALL]

    assert all(54 <= count <= 66 for count in Counter(day.year for day in starts).values())
    assert {str(record.at("department")[0].value) for record in SMALL} == set(DEPARTMENTS)
    assert sum(day.month == 7 and day.day > 4 for day in starts) == 0


def test_most_end_on_the_first_two_steps_and_a_third_are_stopped_with_a_lesson() -> None:
    ended = [record for record in SMALL if record.at("completed") or record.at("stopped")]
    stopped = [record for record in ended if record.at("stopped")]
    highest = Counter(max((_steps(record)), default="explore") for record in ended)

    assert 0.2 < len(stopped) / len(ended) < 0.45
    assert (highest["explore"] + highest["benefits"] + highest[""]) / len(ended) > 0.9


def test_half_of_the_departments_reach_the_third_step_in_their_second_year() -> None:
    made = [record.day_of("roadmap") for record in SMALL if record.at("roadmap")]

    assert sum(day is not None and day < MONTHS[18] for day in made) >= len(DEPARTMENTS) / 2


def test_the_files_are_without_errors_in_every_month() -> None:
    reader = Reader()

    assert [error for day in MONTHS[1:] for error in reader.month(PROGRAMME, day).errors] == []


def test_the_ledger_holds_subjects_only_while_they_are_in_trouble() -> None:
    ledger = Ledger()
    ledger.note("one", Trouble.VALUE_LOST, date(2026, 3, 1), date(2026, 4, 1), "it is late")
    ledger.note("never", Trouble.VALUE_LOST, date(2026, 3, 1), date(2026, 3, 1), "acted on at once")

    seen = [ledger.worth_taking(date(2026, month, 1)) for month in (2, 3, 4)]

    assert seen == [frozenset(), frozenset({"one"}), frozenset()]


def test_there_is_trouble_in_most_months_but_in_few_places() -> None:
    counts = [len(PROGRAMME.ledger.worth_taking(day)) for day in JUDGED]

    assert (sum(count > 0 for count in counts) >= 20, max(counts) < 30) == (True, True)


def test_who_writes_a_fact_down_writes_the_earlier_ones_too() -> None:
    diary = Diary("one")
    for month in range(1, 13):
        diary.note(date(2026, month, 1), f"x-{month}", value=month)

    record = diary.written_down(random.Random(0))  # noqa: S311 - the same each time

    assert [fact.where for fact in record.facts] == [(f"x-{month}",) for month in range(1, 13)]


def test_a_record_is_text_as_people_write_it() -> None:
    day = date(2026, 3, 1)
    facts = (
        Fact(day, day, ("title",), "Fix the queue"),
        Fact(day, day, ("benefits", "time"), {"title": "Less time"}),
        Fact(day, day, ("benefits", "time", "measurements"), {"value": 3, "date": "2026-02-01"}),
        Fact(day, day, ("benefits", "time", "measurements"), {"value": 4, "date": "2026-01-01"}),
    )

    assert Record("one", facts, slip=("queue", "queue #2")).text(4) == (
        "title: Fix the queue #2\n"
        "benefits:\n"
        "- id: time\n"
        "  title: Less time\n"
        "  measurements:\n"
        "  - value: 4\n"
        "    date: '2026-01-01'\n"
        "  - value: 3\n"
        "    date: '2026-02-01'\n"
    )


def _steps(record: Record) -> list[str]:
    return [str(fact.value["step"]) for fact in record.at("journey")[-1:] if isinstance(fact.value, dict)]
