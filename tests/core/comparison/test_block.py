"""Blocks: the heaviest first, what follows from a change told with it, and equal changes once."""

import pytest

from staircase.core.comparison.block import blocks
from staircase.core.comparison.difference import changes
from staircase.words.speech import words
from tests.core.build import assessed, assignment, program

ENGLISH, SWEDISH = words("en"), words("sv")


def told(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Each block: whom it is about, and its events."""
    found = changes(assessed(**before), assessed(**after))
    return [
        (ENGLISH.say(block.title), [ENGLISH.say(event.message) for event in block.events]) for block in blocks(found)
    ]


OFF = ("journey-stale", "trial-running-long", "journey-no-goal", "program-lead-overloaded", "program-over-capacity")
QUIET = program(f"rules: {{{', '.join(f'{rule}: off' for rule in OFF)}}}")


def many(count: int, **keys: str) -> dict[str, str]:
    files = {f"a{number:02}": assignment(title=f"It {number}", **keys) for number in range(count)}
    return {"program": QUIET} | files


def test_blocks_come_by_their_heaviest_event_and_events_by_their_weight() -> None:
    before = {name: assignment(title=name, started="2026-06-01") for name in ("a", "b", "c")}
    after = before | {
        "a": assignment(title="a", started="2026-06-01", lead="Leo"),
        "b": assignment(title="b", started="2026-06-01", lead="Ada", completed="2026-06-29"),
    }
    del after["c"]

    assert told(before, after) == [
        ("c", ["the assignment “c” was removed"]),
        ("b", ["completed 2026-06-29", "the lead is Ada instead of Lea (corrected, for earlier days too)"]),
        ("a", ["the lead is Leo instead of Lea (corrected, for earlier days too)"]),
    ]


def test_what_follows_from_a_change_is_told_with_it() -> None:
    journey = "journey: [{step: roadmap, entered: 2026-06-29}]\n"
    trial = "trials: [{id: t, title: T, started: 2026-06-02, ended: 2026-06-10, learned: L}]\n"
    benefit = "benefits: [{id: time, title: Time, kind: quality, realisation: R, measure: {what: W, unit: h}}]\n"

    found = told(
        {"it": assignment(trial + benefit, started="2026-06-01")},
        {"it": assignment(journey + trial + benefit, started="2026-06-01")},
    )

    jump = "a jump from “Test and explore” to “Make a roadmap”, 2026-06-29"
    assert found == [("it", [f"{jump}; now also asked for: an owner of the benefit, a baseline, a target and its day"])]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (2, [("a00", ["the lead is Leo instead of Lea"]), ("a01", ["the lead is Leo instead of Lea"])]),
        (3, [("3 assignments", ["the lead is Leo instead of Lea: a00, a01, a02"])]),
    ],
)
def test_three_equal_changes_are_told_as_one(count: int, expected: list[tuple[str, list[str]]]) -> None:
    found = told(many(count), many(count, lead="Leo"))

    plainly = [
        (title, [one.replace(" (corrected, for earlier days too)", "") for one in events]) for title, events in found
    ]
    assert plainly == expected


@pytest.mark.parametrize("became", ["", ", became: [one]"], ids=["ended", "merged"])
def test_many_departments_that_end_alike_are_one_row_whatever_they_are_called(became: str) -> None:
    def town(more: str) -> str:
        old = "".join(f"  - {{id: d{number:03}, name: Department {number}{more}}}\n" for number in range(300))
        return program(departments=f"\n{old}  - {{id: one, name: One}}")

    before, after = (
        {"program": town(more), "a": assignment(department="one")} for more in ("", f", to: 2026-05{became}")
    )

    found = told(before, after)

    title, (event,) = found[0]
    end = "end 2026-05 and become one" if became else "end 2026-05"
    assert (len(found), title, event.split(":")[0].split(";")[0]) == (1, "300 departments", end)


def test_of_many_equal_changes_twenty_are_named() -> None:
    ((title, (event,)),) = told(many(22), many(22, lead="Leo"))

    assert title == "22 assignments"
    assert event.endswith(": " + ", ".join(f"a{number:02}" for number in range(20)) + " and 2 more")
