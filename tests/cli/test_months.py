"""What people and programs see of dates of which only the month is known."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

from tests.cli.running import plant, run
from tests.repository import begun

PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n"
FILE = """\
title: Keyless visits
department: care
lead: Lea
started: 2026-02
live: 2026-03
together: [nurse]
journey:
  - {step: explore, entered: 2026-02}
  - {step: benefits, entered: 2026-04}
benefits:
  - id: time
    title: Time
    owner: Olle
    measure: {what: time, unit: hours}
    baseline: {value: 9, date: 2026-01}
    target: {value: 5, by: 2027-H1}
    measurements: [{value: 7, date: 2026-05}]
"""
"""A journey of which only months are known."""


def planted(root: Path, text: str = FILE) -> Path:
    return plant(root, {"program.yaml": PROGRAM, "assignments/a.yaml": text})


def test_programs_read_a_month_as_it_is_written(tmp_path: Path) -> None:
    folder = planted(tmp_path)

    [status] = json.loads(run(["status", "--format", "json"], folder).out)["rows"]
    [benefit] = json.loads(run(["benefits", "--format", "json"], folder).out)["rows"]
    [record] = csv.DictReader(run(["status", "--format", "csv"], folder).out.splitlines())

    assert (status["entered"], status["last_touched"]) == ("2026-04", "2026-05")
    assert (status["days_in_step"], status["days_running"]) == (215, 274)
    assert (benefit["latest_date"], benefit["by"], benefit["next_measurement"]) == (
        "2026-05",
        "2027-06-30",
        "2027-05-01",
    )
    assert (record["entered"], record["last_touched"]) == ("2026-04", "2026-05")
    assert (record["days_in_step"], record["days_running"]) == ("215", "274")


def test_people_read_its_name_and_months_in_the_place_of_days(tmp_path: Path) -> None:
    folder = planted(tmp_path)

    english = run(["--lang", "en", "check", "--format", "concise"], folder).out
    swedish = run(["--lang", "sv", "check", "--format", "concise"], folder).out

    assert "nothing has been written for 6 months, since May 2026" in english
    assert "7 months on the step “Show the benefit”; its limit is 180 days" in english
    assert "inget nytt har skrivits på 6 månader, sedan maj 2026" in swedish


def test_tables_show_it_as_written(tmp_path: Path) -> None:
    shown = run(["--lang", "sv", "show", "a"], planted(tmp_path)).out

    assert "pågår sedan februari 2026" in shown
    assert "2026-04  2026-11-02" in shown


def test_diff_says_that_a_month_became_a_day(tmp_path: Path) -> None:
    ahead = FILE.replace("2026-0", "2027-0")
    repo = begun(tmp_path, {"program.yaml": PROGRAM, "assignments/a.yaml": FILE, "assignments/b.yaml": ahead})
    days = {"started: 2026-02": "started: 2026-02-01", "entered: 2026-04": "entered: 2026-04-01"}
    repo.commit({"assignments/a.yaml": replaced(FILE, days), "assignments/b.yaml": replaced(ahead, AHEAD)})

    rows = json.loads(run(["diff", "HEAD~1", "--json", "--as-of", "2026-11-02"], repo.folder).out)["rows"]

    assert [(row["subject"], row["kind"], row["message"]) for row in rows] == [
        ("a", "start-corrected", "the start was corrected from February 2026 to 2026-02-01"),
        ("a", "step-redated", "came to “Show the benefit” 2026-04-01, not April 2026"),
        ("b", "start-corrected", "the start was corrected from February 2027 to 2027-02-01"),
    ]


AHEAD = {"started: 2027-02": "started: 2027-02-01"}


def replaced(text: str, words: Mapping[str, str]) -> str:
    for before, after in words.items():
        text = text.replace(before, after)
    return text
