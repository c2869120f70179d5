"""What the fixtures leave open: days that are equal, which of several documents is named, and the way round a ring."""

import pytest

from staircase.core.term import Name
from staircase.words.speech import words
from tests.core.build import assessed, assignment, program

Named = list[tuple[str, str | None]]


def places(text: str, rule: str) -> Named:
    """Give where a rule reports, and of which item."""
    found = [one for one in assessed(program(), it=text).findings if one.rule == rule]
    return [(".".join(map(str, one.where)), one.item) for one in found if isinstance(one.where, tuple)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-01", []),
        ("2026-03-02", [("trials.0.started", "doors"), ("trials.0.ended", "doors")]),
    ],
)
def test_a_trial_of_one_day_lies_within_its_assignment_with_both_its_days(day: str, expected: Named) -> None:
    trial = f"trials: [{{id: doors, title: Doors, started: {day}, ended: {day}, learned: Locks}}]\n"

    assert places(assignment(f"completed: 2026-03-01\n{trial}"), "date-order") == expected


@pytest.mark.parametrize(("day", "expected"), [("2026-03-01", []), ("2026-03-02", [("pauses.0.from", None)])])
def test_a_pause_may_begin_on_the_day_of_the_ending(day: str, expected: Named) -> None:
    assert places(assignment(f"completed: 2026-03-01\npauses: [{{from: {day}}}]\n"), "date-order") == expected


def test_of_two_drafts_the_first_named_is_the_weak_anchor_and_before_them_one_that_was_adopted() -> None:
    documents = (
        "documents:\n"
        "  - {id: draft, title: Draft, department: care, from: 2026-01-01, to: 2026-12-31}\n"
        "  - {id: other, title: Other, department: care, from: 2026-01-01, to: 2026-12-31}\n"
        "  - {id: ended, title: Ended, adopted: 2024-12-01, from: 2025, to: 2025-06-30}\n"
        "  - {id: older, title: Older, adopted: 2023-12-01, from: 2024, to: 2024-06-30}\n"
    )

    def named(*anchors: str) -> list[Name]:
        item = (
            f"roadmap: [{{id: a, title: A, from: 2026-01-15, to: 2026-12-31, anchored_in: [{', '.join(anchors)}]}}]\n"
        )
        read = assessed(program(documents), it=assignment(item))
        return [Name(str(one.params["document"].text)) for one in read.findings if one.rule == "roadmap-weak-anchor"]  # type: ignore[union-attr]  # a name

    assert named("draft", "other") == [Name("Draft")]
    assert named("other", "draft") == [Name("Other")]
    assert named("draft", "ended", "older") == [Name("Ended")]


def test_a_ring_is_told_once_with_its_whole_way_round() -> None:
    ring = {"a": "b", "b": "c", "c": "d", "d": "a"}
    texts = {name: assignment(f"depends_on: [{other}]\n", title=name) for name, other in ring.items()}

    found = [one for one in assessed(**texts).findings if one.rule == "reference-cycle"]

    assert [(one.subject.id, one.item, one.where) for one in found] == [("a", "b", ("depends_on", 0))]
    assert words("en").message(found[0]) == "the dependencies go round: a -> b -> c -> d -> a"
