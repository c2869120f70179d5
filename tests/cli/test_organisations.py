"""What real organisations do, each as somebody would write it: what the program says of it, from end to end."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import plant, run

PROGRAM = """\
format: 1
name: P
organisation: O
departments:
  - {id: care, name: Care}
  - {id: school, name: School}
"""
MERGED = """\
format: 1
name: P
organisation: O
departments:
  - {id: care, name: Care, to: 2025-12-31, became: [welfare]}
  - {id: school, name: School, to: 2025-12-31, became: [welfare]}
  - {id: welfare, name: Welfare, from: 2026-01-01}
"""
SMALL = "title: Keyless visits\ndepartment: care\nlead: L\nstarted: 2026-10-01\ntogether: [nurse]\n"
ROUND = """\
trials: [{id: t, title: T, started: 2025-02-01, ended: 2025-03-01, learned: L}]
completed: 2025-06-01
"""
BENEFIT = """\
benefits:
  - id: x
    title: X
    owner: O
    kind: capacity
    worth: {per_unit: 450}
    measure: {what: h, unit: h}
    baseline: {value: 1000, date: 2025-09-30}
    target: {value: 500, by: 2027-09-30}
    measurements: [{value: 900, date: 2026-01-31}, {value: 800, date: 2026-06-30}]
"""
LOWERED = BENEFIT.replace("target: {value: 500", "target: {value: 700")
WAS = "    was: [{until: 2026-10-14, target: {value: 500, by: 2027-09-30}, why: fewer visits}]\n"


def planted(root: Path, program: str = PROGRAM, **assignments: str) -> Path:
    return plant(
        root, {"program.yaml": program, **{f"assignments/{one}.yaml": assignments[one] for one in assignments}}
    )


def rows(folder: Path, *command: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run([*command, "--json"], folder).out)["rows"]
    return found


def test_a_month_may_stand_for_the_day_of_a_fact(tmp_path: Path) -> None:
    file = SMALL.replace("2026-10-01", "2026-05") + "journey: [{step: explore, entered: 2026-05}]\n"
    folder = planted(tmp_path, a=file)

    assert [row for row in rows(folder, "check") if row["severity"] == "error"] == []
    assert rows(folder, "status")[0]["entered"] == "2026-05"


def test_two_departments_make_one_journey(tmp_path: Path) -> None:
    folder = planted(tmp_path, a=SMALL.replace("department: care", "department: [care, school]"))

    assert rows(folder, "check") == []
    assert [(row["department"], row["departments"]) for row in rows(folder, "status")] == [("care", ["care", "school"])]
    assert [(row["id"], row["assignments"]) for row in rows(folder, "departments")] == [("care", 1), ("school", 1)]
    assert [row["id"] for row in rows(folder, "status", "--department", "school")] == ["a"]


def test_a_reorganisation_leaves_the_day_before_it_as_it_was(tmp_path: Path) -> None:
    file = SMALL.replace("2026-10-01", "2025-01-10") + ROUND
    then = ("departments", "--as-of", "2025-12-31")
    told_then = rows(planted(tmp_path / "before", a=file), *then)

    folder = planted(tmp_path / "after", MERGED, a=file)

    assert rows(folder, *then) == told_then
    assert [(row["id"], row["explore"], row["rounds"]) for row in rows(folder, "departments")] == [("welfare", True, 1)]
    assert rows(folder, "check") == []


GONE = """\
format: 1
name: P
organisation: O
departments:
  - {id: care, name: Care, to: 2026-06, became: [home, welfare]}
  - {id: home, name: Home, to: 2026-09-30, became: [welfare]}
  - {id: welfare, name: Welfare}
  - {id: archive, name: Archive, to: 2025-12-31}
  - {id: town, name: Town, from: 2027}
"""


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (
            "status --department care --lead L",
            "Care ended 2026-06 and became Welfare: staircase status --department welfare --lead L",
        ),
        (
            "gaps --roadmap --department home --department welfare",
            "Home ended 2026-09-30 and became Welfare: staircase gaps --roadmap --department welfare",
        ),
        (
            "flow --department archive",
            "Archive ended 2025-12-31: staircase flow --department archive --as-of 2025-12-31",
        ),
        ("benefits --department town", "Town begins 2027: staircase benefits --department town --as-of 2027-01-01"),
        (
            "lessons --department care --as-of 2026-08-01",
            "Care ended 2026-06 and became Home, Welfare: staircase lessons --department home --department welfare",
        ),
    ],
)
def test_a_filter_says_what_became_of_a_department_that_is_not_there(tmp_path: Path, command: str, line: str) -> None:
    folder = planted(tmp_path, GONE, a=SMALL.replace("care", "welfare"))

    assert line in run(["--lang", "en", *command.split()], folder).out.splitlines()


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (
            "--department care",
            "staircase: “care” is no department any more: its last day was 2026-06-30. Choose from: welfare.",
        ),
        ("--department archive", "staircase: “archive” is no department any more: its last day was 2025-12-31."),
        ("--department town", "staircase: “town” is no department yet: its first day is 2027-01-01."),
        ("--department care --as-of 2026-06-30", ""),
    ],
)
def test_a_page_of_a_department_that_is_not_there_is_refused(tmp_path: Path, options: str, line: str) -> None:
    folder = planted(tmp_path, GONE, a=SMALL.replace("care", "welfare"))

    ended = run(["--lang", "en", "report", *options.split(), "--output", "page.html"], folder)

    assert (ended.code, (folder / "page.html").exists()) == ((2, False) if line else (0, True))
    assert not line or ended.err.splitlines()[0] == line


def test_a_filter_says_nothing_of_departments_that_are_there(tmp_path: Path) -> None:
    folder = planted(tmp_path, GONE, a=SMALL.replace("care", "welfare"))

    assert "ended" not in run(["--lang", "en", "status", "--department", "welfare"], folder).out


@pytest.mark.parametrize("day", ["2026-03-31", "2026-10-14"])
def test_a_target_that_was_moved_leaves_the_days_before_it_as_they_were(tmp_path: Path, day: str) -> None:
    before = planted(tmp_path / "before", a=SMALL.replace("2026-10-01", "2025-09-01") + BENEFIT)
    after = planted(tmp_path / "after", a=SMALL.replace("2026-10-01", "2025-09-01") + LOWERED + WAS)

    of = [rows(folder, "benefits", "--as-of", day)[0] for folder in (before, after)]

    assert of[0] == of[1]
    assert (of[1]["target"], of[1]["potential"]) == (500, 225000)


def test_a_target_that_was_moved_holds_from_the_day_after(tmp_path: Path) -> None:
    folder = planted(tmp_path, a=SMALL.replace("2026-10-01", "2025-09-01") + LOWERED + WAS)

    (row,) = rows(folder, "benefits", "--as-of", "2026-10-15")

    assert (row["target"], row["realised"], row["potential"], row["now"]) == (700, 0.666667, 135000, 90000)


@pytest.mark.parametrize(
    ("value", "standing", "rules"), [("78", "kept", []), ("79", "kept", []), ("77.9", "worse", ["benefit-worse"])]
)
def test_a_level_is_kept_or_is_worse(tmp_path: Path, value: str, standing: str, rules: list[str]) -> None:
    level = "measure: {what: satisfaction, unit: points}, target: {value: 78, keep: at-least}"
    measured = f"measurements: [{{value: {value}, date: 2026-10-20}}]"
    benefit = f"benefits: [{{id: s, title: As satisfied as before, owner: O, {level}, {measured}}}]\n"
    folder = planted(tmp_path, a=SMALL + benefit)

    (row,) = rows(folder, "benefits")

    assert (row["keep"], row["standing"], row["realised"], row["potential"]) == ("at-least", standing, None, None)
    assert [one["rule"] for one in rows(folder, "check") if one["subject"] == "a"] == rules


def test_a_level_written_as_a_flat_target_is_told_how_to_write_it(tmp_path: Path) -> None:
    flat = "benefits: [{id: s, title: S, baseline: {value: 78, date: 2026-09-30}, target: {value: 78, by: 2027-12}}]\n"
    folder = planted(tmp_path, a=SMALL + flat)

    (error,) = [one for one in rows(folder, "check") if one["severity"] == "error"]

    assert (error["rule"], error["path"], error["line"]) == ("benefit-flat-target", "assignments/a.yaml", 6)
    assert "keep: at-least" in error["ask"]


POST = """\
benefits:
  - id: x
    title: Less postage
    owner: CFO
    kind: cash
    measure: {what: postage of both, unit: SEK/year}
    baseline: {value: 1000000, date: 2026-09-30}
    target: {value: 500000, by: 2027-09-30}
    measurements: [{value: 800000, date: 2026-10-30}]
"""
PART = "benefits: [{id: x, title: Less postage, part_of: care/x}]\n"


def test_a_benefit_that_two_assignments_count_is_noted(tmp_path: Path) -> None:
    folder = planted(tmp_path, care=SMALL + POST, school=SMALL.replace("care", "school") + POST)

    (note,) = [one for one in rows(folder, "check") if one["rule"] == "benefit-looks-shared"]

    assert (note["severity"], note["subject"], note["item"]) == ("note", "school", "x")
    assert "part_of: care/x" in note["ask"]


def test_a_benefit_of_two_assignments_is_listed_with_both_and_counted_once(tmp_path: Path) -> None:
    folder = planted(tmp_path, care=SMALL + POST, school=SMALL.replace("care", "school") + PART)

    report = json.loads(run(["benefits", "--json"], folder).out)

    assert [(row["assignment"], row["potential"]) for row in report["rows"]] == [("care", 500000), ("school", None)]
    cash = report["totals"]["cash"]
    assert [cash[key] for key in ("count", "measured", "potential", "now", "taken_home")] == [1, 1, 500000, 200000, 0]
    assert rows(folder, "check") == []
