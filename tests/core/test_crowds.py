"""A file with a crowd of errors gives its first ones, and says how many more there are."""

import pytest

from staircase.core.finding import Finding, Subject
from staircase.core.source import Span
from staircase.core.yaml.reader import LIMIT
from tests.core.build import assessed, assignment, portfolio
from tests.core.places import IT

CROWDS = {
    "unknown keys": [f"titel{number}: x" for number in range(3000)],
    "unknown keys without a value": [f"titel{number}:" for number in range(3000)],
    "wrong items": ["goals:", *["- []"] * 3000],
    "absent items": ["goals:", *["- ~"] * 3000],
    "wrong choices": ["journey:", *["- {step: explor, entered: 2026-09-01}"] * 3000],
    "repeated ids": ["trials:", *["- {id: a, title: T, started: 2026-09-01}"] * 3001],
}


@pytest.mark.parametrize("lines", CROWDS.values(), ids=CROWDS.keys())
def test_of_a_crowd_of_errors_the_first_are_told_and_the_rest_are_counted(lines: list[str]) -> None:
    text = assignment() + "\n".join(lines) + "\n"

    *first, last = portfolio(it=text).findings

    end = text.count("\n") + 1
    place = Span(end, 1, end, 1)
    subject = Subject("assignment", "it")
    assert len(first) == LIMIT - 1
    assert {one.rule for one in first} <= {"field-unknown", "field-invalid"}
    assert last == Finding("field-invalid", IT, place, subject, {"count": 3000 - LIMIT + 1}, reason="more")


def test_a_crowd_that_fits_is_told_whole() -> None:
    text = assignment() + "".join(f"titles{number}: x\n" for number in range(LIMIT))

    found = portfolio(it=text).findings

    assert [(one.rule, one.reason) for one in found] == [("field-unknown", "nearest")] * LIMIT


@pytest.mark.parametrize("count", [LIMIT - 1, LIMIT, LIMIT + 1, 3000])
def test_of_a_crowd_that_rules_find_the_first_are_told_and_the_rest_are_counted(count: int) -> None:
    text = assignment() + f"goals: [{', '.join(f'g{number}' for number in range(count))}]\n"

    found = [one for one in assessed(it=text).findings if one.severity == "error"]

    more = [one.params["count"] for one in found if one.reason == "more"]
    assert [one.rule for one in found if one.reason != "more"] == ["reference-unknown"] * min(count, LIMIT - bool(more))
    assert more == ([count - LIMIT + 1] if count > LIMIT else [])
