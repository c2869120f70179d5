"""The program and the naive oracle agree on portfolios that use all that real organisations do.

The oracle was written from the design alone, before the program. Where the design is silent it assumes:

Months for days
 1. Days of facts may be months: also `live`, `taken_home.from` and a document's `adopted`; not `until` of `was` or
    `accepted`, not `reviewed`.
 2. A month counts as its first day also for what is known on a day; in JSON every count of days stays a number of
    days.
 3. What a date follows, in the same month: visits the visit before and `started`; trials and pauses `started`,
    their ends their own beginnings too; `done` and `dropped` the item's `started`; `closed` the baseline in force;
    an ending the latest of start, visits, trials and pauses. Nothing else follows: a measurement in the month of
    its baseline counts as the first day.
 4. Order: what must not lie before something does so when the month's last day does; a visit, which must lie after
    the one before, also when that one was on the month's last day. A date in the future is a month whose first day
    is after today + 1.
 5. Two measurements of a benefit that count as one day are `date-order`: nobody could tell which is the latest.
 6. `entered`, `last_touched`, `latest_date` and `closed` are shown as written (`2026-05`); of a month and a day
    that count as one, `last_touched` is the day. `next_measurement` is counted, and is a whole day.
 7. A department's `from` and `to` are periods as a document's: `to: 2026-06` is there until 30 June.
What stood here before
 8. Each key for itself; null is no key; an empty list is a key (there were none). `last_touched` knows only of what
    is in force.
 9. Two entries with one `until` for a key, and an `until` before the assignment's `started` (also in benefits and
    items), are `date-order`, once a file. An entry without a key is `field-invalid`, without `until`
    `field-missing`.
10. What entries refer to must exist (`reference-unknown`); baselines in them must not lie ahead (`date-in-future`).
    A flat target, a level of cash and `from` after `to` are asked of current values; entries that make them are not
    generated.
11. An assignment counts for the departments of the day: its rounds leave with it.
Several departments
12. `departments` is always a list, empty where there is none; `department` its first or null.
13. `journey-unproven`: a step that any of its departments proves is proven.
14. An item's own `department` may be any; it counts for that department's roadmap. A plan serves an item when it
    applies to any department of its assignment or to the item's own: in all anchoring, in what is decided without,
    in embed, and for budgets.
15. With `--department` reports have the assignments that have it among theirs, `roadmap` the items that belong to
    it; `departments_reached` counts that department alone.
Reorganisations
16. Ended assignments stand under (and are counted, listed and filtered under) all that a department became, on and
    on where these have ended too; under itself where it became none. So do their items. Planned ones go as open
    ones do, but no rule asks.
17. An open assignment that could not move stays under the ended department, which still proves for it what it
    proved; that department is in no report. `department-ended` is told once for each such department of it, without
    item; of `was`, the day's. An item's own ended department is not asked about.
18. Plans go to each that a department became, also to several, and still serve those that are left.
19. Two departments that became one stand once, in the order of the list.
Levels to keep
20. They need no baseline anywhere: they also prove the step benefits without one. `kept` is counted as achieved; a
    closed one is `closed`.
21. `benefit-no-worth` is among those that do not apply; measure-overdue, not-measured, not-followed-up and worse
    are. The next measurement is always due. A flat target with `keep` is no error. Only kind cash is
    `field-invalid`, on current values.
Parts of others
22. A part's row has standing `unset`, kind `unsorted` unless written, and no figures; it is counted among an
    assignment's benefits (so benefit-missing is quiet) and has no potential (so benefit-below-cost is). It may be
    part of a part. Part of itself, or a ring: reference-cycle. Part of a benefit whose assignment was stopped, while
    its own was not: reference-unknown, for it would be counted nowhere (added when the program was compared).
23. benefit-looks-shared: later by `started`, then by id; unit and what without case and any blanks; values as
    numbers, dates as counted; baselines known; the later one not closed; no part of anything on either side; once a
    benefit.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.oracle.dressing import dress
from tests.oracle.generate import portfolio
from tests.oracle.places import compared_with_places
from tests.oracle.sides import Sides, ask
from tests.oracle.worked import CASES, Worked

SEEDS = range(12)
MORE = range(12, 120)
MANY_MORE = range(1000, 1400)


@cache
def sides(seed: int) -> Sides:
    made = portfolio(seed, dress)
    return ask(made.texts, made.t, made.today, under=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_program_says_what_the_oracle_says_where_everything_is_used(seed: int) -> None:
    told, known = compared_with_places(sides(seed))

    assert told == known


@pytest.mark.slow
@pytest.mark.parametrize("seed", MORE)
def test_the_program_says_what_the_oracle_says_of_more_where_everything_is_used(seed: int) -> None:
    told, known = compared_with_places(sides(seed))

    assert told == known


@pytest.mark.long
@pytest.mark.parametrize("seed", MANY_MORE)
def test_the_program_says_what_the_oracle_says_of_many_more_where_everything_is_used(seed: int) -> None:
    told, known = compared_with_places(sides(seed))

    assert told == known


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.meaning)
def test_the_program_says_what_is_worked_out_by_hand(case: Worked) -> None:
    both = ask(case.texts, date.fromisoformat(case.t), date.fromisoformat(case.today), under=True)
    told, known = compared_with_places(both)

    assert told == known


PROGRAM = "format: 1\nname: Programme\norganisation: Town\ndepartments:\n"
CITY = "  - {id: city, name: City, to: 2026-06-30, became: [care]}\n"
WRONG_PROGRAMS = [
    ("field-invalid", "became without to", "  - {id: care, name: Care, became: [city]}\n  - {id: city, name: City}\n"),
    ("reference-unknown", "became nothing", "  - {id: care, name: Care, to: 2026-05-31, became: [nowhere]}\n"),
    ("reference-cycle", "became itself", "  - {id: care, name: Care, to: 2026-05-31, became: [care]}\n"),
    (
        "reference-cycle",
        "became each other",
        "  - {id: care, name: Care, to: 2026-05-31, became: [city]}\n" + CITY,
    ),
    ("date-order", "ended before it began", "  - {id: care, name: Care, from: 2026-06-01, to: 2026-05-31}\n"),
    ("field-invalid", "month 13", "  - {id: care, name: Care, to: 2026-13}\n"),
]


@pytest.mark.parametrize(("rule", "text"), [pytest.param(rule, text, id=name) for rule, name, text in WRONG_PROGRAMS])
def test_a_wrong_reorganisation_is_one_located_error(tmp_path: Path, rule: str, text: str) -> None:
    (tmp_path / "program.yaml").write_text(PROGRAM + text, encoding="utf-8")

    ended = run(("check", "--json"), tmp_path, {"STAIRCASE_TODAY": "2026-07-01"})

    rows = [row for row in json.loads(ended.out)["rows"] if row["severity"] == "error"]
    assert [(row["rule"], row["path"], row["line"] is not None) for row in rows] == [(rule, "program.yaml", True)]
