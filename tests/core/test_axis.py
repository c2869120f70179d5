"""The roadmap in time: buckets and anchors."""

from datetime import date

import pytest

from staircase.core.choices import Bucket
from staircase.core.evidence import Anchoring, anchoring, bucket
from tests.core.build import assessed, assignment, known_on, program


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param("from: 2026-Q1, to: 2026-05-14", Bucket.OVERDUE, id="its last day was yesterday"),
        pytest.param("from: 2026-Q1, to: 2026-05-15", Bucket.NOW, id="its last day is today"),
        pytest.param("from: 2026-04", Bucket.OVERDUE, id="a month that has passed"),
        pytest.param("from: 2026-06-30", Bucket.NOW, id="the last day of this quarter"),
        pytest.param("from: 2026-07-01", Bucket.NEXT, id="the first day of the next quarter"),
        pytest.param("from: 2026-12-31", Bucket.NEXT, id="the last day of the quarter after that"),
        pytest.param("from: 2027-01-01", Bucket.LATER, id="the day after"),
        pytest.param("from: 2026", Bucket.NOW, id="a year that has begun"),
        pytest.param("started: 2026-05-01", Bucket.NOW, id="started without a period"),
        pytest.param("started: 2026-06-01", Bucket.IDEA, id="not yet started, without a period"),
        pytest.param("area: home care", Bucket.IDEA, id="an idea"),
        pytest.param("from: 2026-Q2, done: 2026-05-01", Bucket.ENDED, id="done"),
        pytest.param("from: 2026-Q2, done: 2026-05-16", Bucket.NOW, id="done tomorrow"),
        pytest.param("from: 2026-Q2, dropped: {date: 2026-05-01}", Bucket.ENDED, id="dropped"),
    ],
)
def test_an_item_lies_in_the_bucket_of_its_first_day_unless_it_is_overdue(item: str, expected: Bucket) -> None:
    known = known_on("2026-05-15", assignment("roadmap:\n- {id: a, title: A, " + item + "}"))

    assert bucket(known, known.items[0], date(2026, 5, 15)) is expected


@pytest.mark.parametrize("item", ["from: 2026-Q2", "area: home care"])
def test_what_was_planned_or_thought_of_has_ended_with_a_stopped_assignment(item: str) -> None:
    stopped = "stopped: {date: 2026-05-01, why: no need}\nroadmap:\n- {id: a, title: A, " + item + "}"

    known = known_on("2026-05-15", assignment(stopped))

    assert bucket(known, known.items[0], date(2026, 5, 15)) is Bucket.ENDED


DOCUMENTS = program(
    """
    documents:
      - {id: everybody-s, title: A, adopted: 2026-05-15}
      - {id: own, title: B, department: care, adopted: 2026-01-01, from: 2026, to: 2026-06-30}
      - {id: other-s, title: C, department: school, adopted: 2026-01-01}
      - {id: draft, title: D}
      - {id: tomorrow-s, title: E, adopted: 2026-05-16}
    """,
    departments="[{id: care, name: Care}, {id: school, name: School}]",
)


@pytest.mark.parametrize(
    ("from_", "documents", "expected"),
    [
        pytest.param("2026-07", "", "none", id="in none"),
        pytest.param("2026-07", "everybody-s", "decided", id="adopted today, for ever"),
        pytest.param("2026-07", "draft", "draft", id="a draft"),
        pytest.param("2026-07", "tomorrow-s", "draft", id="adopted tomorrow"),
        pytest.param("2026-07", "other-s", "none", id="another department's"),
        pytest.param("2026-08-29", "own", "decided", id="60 days after the plan's end"),
        pytest.param("2026-08-30", "own", "draft", id="61 days after it"),
        pytest.param("2025-11", "own", "decided", id="begun before the plan, which is in force today"),
        pytest.param("2026-07", "draft, other-s, own", "decided", id="one of several"),
    ],
)
def test_a_decided_anchor_applies_is_adopted_and_in_force_when_it_is_needed(
    from_: str, documents: str, expected: str
) -> None:
    text = assignment(f"roadmap:\n- {{id: a, title: A, from: {from_}, anchored_in: [{documents}]}}")
    scene = assessed(DOCUMENTS, day="2026-05-15", it=text).scene
    assert scene

    assert anchoring(scene.known["it"], scene.known["it"].items[0], scene.anchors) == expected


def test_an_item_without_a_period_is_anchored_by_what_is_in_force_today() -> None:
    text = assignment("roadmap:\n- {id: a, title: A, started: 2026-05-01, anchored_in: [own]}")
    scene = assessed(DOCUMENTS, day="2026-05-15", it=text).scene
    assert scene

    assert anchoring(scene.known["it"], scene.known["it"].items[0], scene.anchors) is Anchoring.DECIDED
