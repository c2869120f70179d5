"""Exports in the programs that people open them with: LibreOffice, and DuckDB over many municipalities."""

import csv
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from staircase.core.sheets.table import SHEETS
from staircase.words import sheet_texts
from staircase.words.manual import guide
from tests.bench.generate import DAY, write
from tests.cli.running import ROOT, run

TEXTS = sheet_texts("sv")
QUERIES = re.findall(r"```sql\n(.*?)```", guide("en", "sheets").text, re.DOTALL)


def converted(folder: Path, form: str, name: str = "out.xlsx") -> None:
    """Have LibreOffice open a workbook and write it as another file."""
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(folder / "made"),
        str(folder / name),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert "Error" not in done.stderr


@pytest.mark.slow
def test_libreoffice_opens_the_workbook_with_all_that_stands_in_the_csv(tmp_path: Path) -> None:
    portfolio = ("--portfolio", str(ROOT / "portfolio"))
    run([*portfolio, "export", "out.xlsx", "--lang", "sv"], tmp_path)
    run([*portfolio, "export", "out", "--lang", "sv"], tmp_path)

    converted(tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")  # every sheet

    for sheet in SHEETS:
        with (tmp_path / "out" / f"{sheet.name}.csv").open(newline="", encoding="utf-8") as file:
            said = list(csv.DictReader(file))
        made = tmp_path / "made" / f"out-{TEXTS[f'sheet.{sheet.name}']}.csv"
        with made.open(newline="", encoding="utf-8") as file:
            shown = list(csv.DictReader(file))
        assert len(shown) == len(said)
        for column in sheet.columns:
            if column.holds.value not in {"choice", "flag", "money", "share", "number"}:  # these are shown in words
                heading = sheet.heading(column, TEXTS)
                assert [row[heading] for row in shown] == [row[column.key].removeprefix("'") for row in said], heading


@pytest.mark.slow
def test_libreoffice_keeps_days_numbers_choices_and_tables_when_it_saves_the_workbook(tmp_path: Path) -> None:
    run(["--portfolio", str(ROOT / "portfolio"), "export", "out.xlsx", "--lang", "sv"], tmp_path)

    converted(tmp_path, "xlsx")

    before, after = (openpyxl.load_workbook(tmp_path / name) for name in ("out.xlsx", "made/out.xlsx"))
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        values = [list(book[name].iter_rows(values_only=True)) for book in (before, after)]
        assert values[0] == [row[: len(values[0][0])] for row in values[1]][: len(values[0])], name
    offered = [
        {each.formula1 for each in book[TEXTS["sheet.benefits"]].data_validations.dataValidation}
        for book in (before, after)
    ]
    assert offered[0] == offered[1] != set()


def exported(folder: Path, count: int) -> Path:
    """The exports of so many municipalities, each with a portfolio of its own."""
    for number in range(count):
        home = folder / f"m{number}"
        write(home, 20, number)
        program = home / "program.yaml"
        said = program.read_text(encoding="utf-8")
        program.write_text(re.sub(r"(?m)^organisation: .*$", f"organisation: Municipality {number}", said), "utf-8")
        place = folder / "exports" / f"m{number}"
        place.parent.mkdir(exist_ok=True)
        arguments = ["--portfolio", str(home), "export", str(place), "--format", "parquet", "--as-of", f"{DAY}"]
        assert run(arguments, folder, {"STAIRCASE_TODAY": f"{DAY}"}).code == 0
    return folder


@pytest.mark.parametrize("count", [12, pytest.param(290, marks=pytest.mark.long)])
def test_one_query_each_answers_the_three_questions_of_the_guide(tmp_path: Path, count: int) -> None:
    base = duckdb.connect()
    folder = exported(tmp_path, count)

    taken, shared, times = (base.sql(query.replace("exports/", f"{folder}/exports/")).fetchall() for query in QUERIES)

    reports = [told(folder, number, "benefits") for number in range(count)]
    for kind in ("cash", "capacity"):
        whole = sum(report["totals"][kind]["taken_home"] or 0 for report in reports)
        assert sum(amount for of, _, amount in taken if of == kind) == pytest.approx(whole)
    assert max(year for _, year, _ in taken) <= DAY.year
    assert all(municipalities > 1 for _, municipalities, _ in shared)
    rows = [told(folder, number, "roadmap")["rows"] for number in range(count)]
    roadmaps = [{row["title"].lower() for row in each if row["state"] in {"planned", "started"}} for each in rows]
    title, most, _ = shared[0]
    assert sum(title in titles for titles in roadmaps) == most
    assert [step for step, _, _ in times] == ["explore", "benefits", "roadmap", "embed"][: len(times)]
    (single,) = base.sql(
        QUERIES[2]
        .replace("exports/*", f"{folder}/exports/m0")
        .replace("WHERE moved_on", "WHERE moved_on AND step_number = 1")
    ).fetchall()
    assert single[1] == told(folder, 0, "flow")["totals"]["median_days"]["explore"]


def told(folder: Path, number: int, report: str) -> Any:  # noqa: ANN401 - JSON
    arguments = ["--portfolio", str(folder / f"m{number}"), report, "--json", "--as-of", f"{DAY}"]
    return json.loads(run(arguments, folder, {"STAIRCASE_TODAY": f"{DAY}"}).out)


def test_the_guides_of_both_languages_ask_the_same() -> None:
    assert re.findall(r"```sql\n(.*?)```", guide("sv", "sheets").text, re.DOTALL) == QUERIES
    assert len(QUERIES) == 3
