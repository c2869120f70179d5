"""What an export writes, read by other programs than ours."""

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from staircase.core.sheets import armed
from staircase.core.sheets.table import SHEETS
from staircase.words.speech import sheet_texts
from tests.cli.running import ROOT, plant, run

TEXTS = sheet_texts("en")
ATTACK = '=HYPERLINK("https://evil.example";"x")'
PROGRAM = """\
format: 1
name: "+P"
organisation: "=1+1"
departments:
  - {id: care, name: "@Care", manager: Maud}
documents:
  - {id: plan, title: Plan, kind: budget, adopted: 2026-01-01, from: 2026, to: 2026-Q4}
"""
KEYLESS = f"""\
title: '{ATTACK}'
department: care
lead: "-2+3+cmd|' /C calc'!A0"
started: 2026-01
together: ["a; b", c]
costs: {{one_off: 0.1, per_year: 123456789012.123456}}
tags: ["x;=cmd|'/C calc'!A0", "_x0041_ <&>"]
benefits:
  - id: time
    title: "@SUM(1+9)*cmd|' /C calc'!A0"
    kind: cash
    owner: Olle
    measure: {{what: time, unit: SEK/year}}
    baseline: {{value: 100, date: 2026-02-01}}
    target: {{value: 40.5, by: 2026-Q4}}
    measurements:
      - {{value: 70, date: 2026-05-31}}
    taken_home:
      - {{from: 2026-06-01, amount: 30, document: plan}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plant(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": KEYLESS})


def page(book: Workbook, name: str) -> Worksheet:
    found: Worksheet = book[TEXTS[f"sheet.{name}"]]
    return found


def cells(sheet: Worksheet) -> dict[str, Any]:
    """The first row of a sheet, by its headings."""
    head, first, *_ = sheet.iter_rows(values_only=True)
    days = [cell.date() if isinstance(cell, datetime) else cell for cell in first]
    return dict(zip(map(str, head), days, strict=True))


def test_a_workbook_holds_days_as_days_numbers_as_numbers_and_all_else_as_text(folder: Path) -> None:
    ended = run(["export", "out.xlsx", "--lang", "en"], folder)

    assert (ended.code, ended.err) == (0, "out.xlsx has been written.\n")
    book = openpyxl.load_workbook(folder / "out.xlsx")
    first, benefit = cells(page(book, "assignments")), cells(page(book, "benefits"))
    assert {key: first[key] for key in ("Id", "Title", "Kind", "Started", "Cost, one-off", "Cost a year")} == {
        "Id": "keyless",
        "Title": ATTACK,
        "Kind": "assignment",
        "Started": "2026-01",  # a month is no day
        "Cost, one-off": 0.1,
        "Cost a year": "123456789012.123456",  # more digits than Excel keeps
    }
    assert (first["Together with"], first["Tags"]) == (
        "a; b\nc\n",
        "x;=cmd|'/C calc'!A0\n_x005F_x0041_ <&>\n",
    )  # as Excel spells what would be an A
    assert (benefit["Kind"], benefit["Baseline"], benefit["Day of baseline"]) == ("Cash", 100, date(2026, 2, 1))
    assert (benefit["By"], benefit["Target day"]) == ("2026-Q4", date(2026, 12, 31))
    assert (benefit["Taken home a year"], benefit["Taken home from"], benefit["Counts"]) == (
        30,
        date(2026, 6, 1),
        "yes",
    )
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}  # no formula, and no error


def test_a_workbook_is_tables_with_frozen_heads_and_choices_to_pick_and_nothing_that_acts(folder: Path) -> None:
    run(["export", "out.xlsx", "--lang", "en"], folder)

    book = openpyxl.load_workbook(folder / "out.xlsx")
    assert book.sheetnames == [TEXTS["sheet.cover"], *(TEXTS[f"sheet.{sheet.name}"] for sheet in SHEETS)]
    for sheet in SHEETS:
        own = page(book, sheet.name)
        (table,) = own.tables.values()
        assert table.name == sheet.name
        assert [column.name for column in table.tableColumns] == [sheet.heading(each, TEXTS) for each in sheet.columns]
        assert own.freeze_panes is not None or not sheet.places
        assert not own.merged_cells.ranges
    offered = {str(each.sqref): each.formula1 for each in page(book, "benefits").data_validations.dataValidation}
    assert '"Cash,Freed capacity,Avoided cost,Quality"' in offered.values()
    documents = [each.formula1 for each in page(book, "taken_home").data_validations.dataValidation]
    assert documents == ["'Documents'!$A$2:$A$2"]
    names = ZipFile(folder / "out.xlsx").namelist()
    assert [name for name in names if any(part in name for part in ("vba", "external", "hyperlink", "media"))] == []


def test_the_cover_says_what_is_left_out_and_how_it_is_brought_back(folder: Path) -> None:
    (folder / "assignments/broken.yaml").write_text("title: [")

    ended = run(["export", "out.xlsx", "--lang", "en", "--without-people", "--department", "care"], folder)

    assert ended.code == 1
    book = openpyxl.load_workbook(folder / "out.xlsx")
    lines = list(book[TEXTS["sheet.cover"]].iter_rows(values_only=True))
    assert lines[0] == ("=1+1", "+P")
    assert lines[1] == ("As of", "2026-11-02")
    assert [text for _, text in lines[3:6]] == [
        "files that could not be read: 1",
        "assignments that the choice leaves out: --department care",
        "columns that name people",
    ]
    assert "Assignments: 1 row, read back" in [text for _, text in lines]
    assert not {"Lead", "Owner", "Manager"} & {
        cell.value for sheet in book for row in sheet.iter_rows() for cell in row
    }


def test_an_earlier_day_forgets_what_came_later_and_is_not_to_be_brought_back(folder: Path) -> None:
    run(["export", "out.xlsx", "--lang", "en", "--as-of", "2026-04-30"], folder)

    book = openpyxl.load_workbook(folder / "out.xlsx")
    lines = [text for _, text in book[TEXTS["sheet.cover"]].iter_rows(values_only=True)]
    assert "This tells of an earlier day, and is not to be brought back." in lines
    assert list(page(book, "measurements").iter_rows(min_row=2, values_only=True)) == []


def test_two_exports_of_the_same_files_are_the_same_bytes(folder: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        run(["export", name], folder)

    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


def test_csv_runs_nothing_in_a_spreadsheet_and_gives_its_texts_back(folder: Path) -> None:
    ended = run(["export", "out", "--lang", "en"], folder)

    assert (ended.code, ended.err) == (0, "out has been written.\n")
    assert sorted(path.name for path in (folder / "out").iterdir()) == sorted(f"{one.name}.csv" for one in SHEETS)
    with (folder / "out" / "assignments.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == f"'{ATTACK}"
    assert row["tags"] == "x;'=cmd|'/C calc'!A0\n_x0041_ <&>\n"
    assert (row["organisation"], row["program"]) == ("'=1+1", "'+P")
    assert armed(row["title"]) == ATTACK
    assert (row["costs_one_off"], row["costs_per_year"]) == ("0.1", "123456789012.123456")


def test_json_lines_hold_every_row_with_all_keys_in_one_file_or_in_a_folder(folder: Path) -> None:
    run(["export", "out.jsonl"], folder)
    run(["export", "out", "--format", "jsonl"], folder)

    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["sheet"] for row in rows} == {
        *("assignments", "steps", "benefits", "measurements", "taken_home", "gaps", "departments", "documents"),
        "program",
    }
    first = rows[0]
    assert list(first) == ["sheet", *(column.key for column in SHEETS[0].columns)]
    assert (first["title"], first["started"], first["together"], first["live"]) == (
        ATTACK,
        "2026-01",
        ["a; b", "c"],
        None,
    )
    each = [(folder / "out" / f"{sheet.name}.jsonl").read_text(encoding="utf-8") for sheet in SHEETS]
    assert "".join(each).splitlines() == lines


def test_parquet_is_read_by_a_database_with_its_kinds(folder: Path) -> None:
    run(["export", "out", "--format", "parquet"], folder)

    def asked(sheet: str, query: str) -> list[tuple[Any, ...]]:
        found = duckdb.read_parquet(str(folder / "out" / f"{sheet}.parquet")).query(sheet, query)
        assert found is not None
        return found.fetchall()

    assert asked("assignments", "SELECT id, department, started, costs_one_off FROM assignments") == [
        ("keyless", ["care"], date(2026, 1, 1), 0.1)
    ]
    assert asked("benefits", "SELECT kind, year(taken_home_from), sum(taken_home) FROM benefits GROUP BY ALL") == [
        ("cash", 2026, 30.0)
    ]
    assert asked("pauses", "SELECT count(*) FROM pauses") == [(0,)]


@pytest.mark.no_cover
def test_the_example_portfolio_is_written_in_both_languages(tmp_path: Path) -> None:
    for language in ("sv", "en"):
        ended = run(["--portfolio", str(ROOT / "portfolio"), "export", "out.xlsx", "--lang", language], tmp_path)
        assert ended.code == 0
        book = openpyxl.load_workbook(tmp_path / "out.xlsx")
        texts = sheet_texts(language)
        empty = [sheet.name for sheet in SHEETS if book[texts[f"sheet.{sheet.name}"]].max_row == 1]
        assert empty == ["assignments_before", "roadmap_before"]
