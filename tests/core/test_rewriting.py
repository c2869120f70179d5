"""An error about a value names its sign, and ends with the line to write."""

import pytest

from staircase.words.speech import words
from tests.core.build import assignment, portfolio


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (assignment(started="2026–01–02"), "dash", "started: 2026-01-02"),
        (assignment(started="“2026-01-02”"), "typographic", "started: 2026-01-02"),
        (assignment(started="24.11.2026"), "date-in-other-form", "started: 2026-11-24"),
        (assignment(started="30/6/2026"), "date-in-other-form", "started: 2026-06-30"),
        (assignment(started="5/6/2026"), "date-in-other-form", "started: 2026-11-24"),
        (assignment(started="20260630"), "date-in-other-form", "started: 2026-06-30"),
        (assignment(started="2026/13/40"), "date-in-other-form", "started: 2026-11-24"),
        (assignment(started="soon"), "not-a-day-or-month", "started: 2026-11-24"),
        (assignment(started="maj 2026"), "not-a-day-or-month", "started: 2026-05"),
        (assignment(started="Okt. 2026"), "not-a-day-or-month", "started: 2026-10"),
        (assignment(started="2026 december"), "not-a-day-or-month", "started: 2026-12"),
        (assignment(started="5/2026"), "not-a-day-or-month", "started: 2026-05"),
        (assignment(started="2026-5"), "not-a-day-or-month", "started: 2026-05"),
        (assignment(started="13/2026"), "not-a-day-or-month", "started: 2026-11-24"),
        (assignment(started="vår 2026"), "not-a-day-or-month", "started: 2026-11-24"),
        (assignment(started="2026–05"), "dash", "started: 2026-05"),
        (assignment(started="2026-13"), "no-such-month", "started: 2026-12"),
        (assignment(started="2026-00"), "no-such-month", "started: 2026-01"),
        (assignment(started="1926-05"), "no-such-month", "started: 2026-05"),
        (assignment("roadmap: [{id: a, title: A, from: 2027-Q5}]"), "no-such-period", "from: 2027-Q4"),
        (assignment("roadmap: [{id: a, title: A, from: 2027-T0}]"), "no-such-period", "from: 2027-T1"),
        (assignment("roadmap: [{id: a, title: A, from: 2027-H3}]"), "no-such-period", "from: 2027-H2"),
        (assignment("roadmap: [{id: a, title: A, from: 2227}]"), "no-such-period", "from: 2026"),
        (assignment(reviewed="2026-04"), "month-for-day", "reviewed: 2026-04-01"),
        (
            assignment("accepted: [{rule: journey-stale, until: 2026-04, why: x}]"),
            "month-for-day",
            "until: 2026-04-30",
        ),
        (assignment("roadmap: [{id: a, title: A, from: Q3 2027}]"), "not-a-period", "from: 2027-Q3"),
        (assignment("roadmap: [{id: a, title: A, from: 2027 kv 3}]"), "not-a-period", "from: 2027-Q3"),
        (assignment("roadmap: [{id: a, title: A, from: 2027-q3}]"), "not-a-period", "from: 2027-Q3"),
        (assignment("roadmap: [{id: a, title: A, from: K4 2027}]"), "not-a-period", "from: 2027-Q4"),
        (assignment("roadmap: [{id: a, title: A, from: 2027 H2}]"), "not-a-period", "from: 2027-H2"),
        (assignment("roadmap: [{id: a, title: A, from: t3 2027}]"), "not-a-period", "from: 2027-T3"),
        (assignment("roadmap: [{id: a, title: A, from: T4 2027}]"), "not-a-period", "from: 2026-Q4"),
        (assignment("roadmap: [{id: a, title: A, from: h1}]"), "not-a-period", "from: 2026-Q4"),
        (assignment("roadmap: [{id: a, title: A, from: 2026 h1 2027}]"), "not-a-period", "from: 2026-Q4"),
        (assignment("roadmap: [{id: a, title: A, from: 24.11.2026}]"), "date-in-other-form", "from: 2026-11-24"),
        (assignment("roadmap: [{id: a, title: A, from: 20261124x}]"), "not-a-period", "from: 2026-Q4"),
        (assignment("roadmap: [{id: a, title: A, from: 2027.03.01}]"), "date-in-other-form", "from: 2027-03-01"),
        (assignment("roadmap: [{id: a, title: A, from: 2027–03}]"), "dash", "from: 2027-03"),
        (assignment("costs: {one_off: −20}"), "minus-sign", "one_off: -20"),
        (assignment("costs:\n  one_off: 1 450,50"), "decimal-comma", "one_off: 1450.50"),
        (assignment("costs: {one_off: 420 000}"), "number-with-blanks", "one_off: 420000"),
        (assignment("costs: {one_off: 420 kr}"), "not-a-number", "one_off: 420"),
        (assignment("costs:\n  one_off: 1.200,50"), "decimal-comma", "one_off: 1200.50"),
        (assignment("costs:\n  one_off: 1,234,567"), "not-a-number", "one_off: 1234567"),
        (assignment("costs:\n  one_off: 1.234.567"), "not-a-number", "one_off: 1234567"),
        (assignment("costs: {one_off: about 50 000}"), "not-a-number", "one_off: 50000"),
        (assignment("costs: {one_off: 420 tkr}"), "not-a-number", "one_off: 420000"),
        (assignment("costs: {one_off: 2 MSEK}"), "not-a-number", "one_off: 2000000"),
        (assignment("costs:\n  per_year: 1,5 mnkr"), "not-a-number", "per_year: 1500000"),
        (assignment("costs:\n  per_year: 1,23456789 miljoner kr"), "not-a-number", "per_year: 1234567.89"),
        (assignment("costs: {one_off: 5 of 10}"), "not-a-number", "one_off: 5"),
        (assignment("costs: {one_off: from 5 to 10}"), "not-a-number", "one_off: 7.5"),
        (assignment("benefits: [{id: b, title: B, target: {value: 420 tkr}}]"), "not-a-number", "value: 420"),
        (assignment("benefits: [{id: b, title: B, target: {value: ≥ 90}}]"), "not-a-number", "value: 90"),
        (assignment("benefits: [{id: b, title: B, kind: ”cash”}]"), "typographic", "kind: cash"),
        (assignment("costs: {one_off: a lot}"), "not-a-number", "one_off: 7.5"),
        (assignment("trials: [{id: Tio dörrar, title: T, started: 2026-01-02}]"), "not-an-id", "id: tio-dorrar"),
        (assignment("trials: [{id: “ten”, title: T, started: 2026-01-02}]"), "typographic", "id: ten"),
        (assignment("trials: [{id: ten–doors, title: T, started: 2026-01-02}]"), "dash", "id: ten-doors"),
        (assignment("trials: [{id: ！, title: T, started: 2026-01-02}]"), "not-an-id", "id: travel-time"),
    ],
)
def test_the_ask_ends_with_the_line_to_write(text: str, reason: str, line: str) -> None:
    [finding] = portfolio(it=text).findings

    assert (finding.reason, words("en").ask(finding).split(": ", 1)[-1]) == (reason, line)
    assert words("sv").ask(finding).endswith(f": {line}")
