"""Exports in the programs that people open them with: LibreOffice, and DuckDB over many municipalities."""

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import duckdb
import pytest
from lxml import html

from staircase.core.choices import Language
from staircase.core.sheets import Holds, Role
from staircase.core.sheets.table import SHEETS
from staircase.words import guide
from staircase.words.speech import sheet_texts
from tests.bench.generate import DAY, write
from tests.cli.running import ROOT, example, plant, run
from tests.sheets.office import Task, worked
from tests.sheets.retyped import LOCALES

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


ATTACKS = ('=HYPERLINK("https://evil.example";"x")', "@SUM(1+9)*cmd|' /C calc'!A0")
"""Texts that a spreadsheet would run."""

NAMES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}
KINDS = {
    Holds.DATE: frozenset({"date", "string"}),  # a month is text
    Holds.SHARE: frozenset({"percentage"}),
    **dict.fromkeys((Holds.NUMBER, Holds.MONEY, Holds.WHOLE), frozenset({"float"})),
}
"""What LibreOffice takes the cells of a column for; all others are text."""


def attribute(cell: Element, prefix: str, name: str) -> str | None:
    return cell.get(f"{{{NAMES[prefix]}}}{name}")


def shown(cell: Element) -> str:
    return "\n".join("".join(line.itertext()) for line in cell)


def tables(book: Element) -> Iterator[tuple[str, list[list[Element]]]]:
    """The sheets of an ods file by their names, with the cells of each row that holds any."""
    for sheet in book.iterfind(".//table:table", NAMES):
        rows = [
            [
                cell
                for cell in row.iterfind("table:table-cell", NAMES)
                for _ in range(min(int(attribute(cell, "table", "number-columns-repeated") or 1), 100))
            ]
            for row in sheet.iterfind(".//table:table-row", NAMES)
        ]
        yield attribute(sheet, "table", "name") or "", [row for row in rows if any(map(shown, row))]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
def test_libreoffice_sees_days_numbers_and_choices_as_such_and_runs_nothing(tmp_path: Path, language: Language) -> None:
    folder, texts = example(tmp_path), sheet_texts(language)
    file = folder / "portfolio" / "assignments" / "nyckelfritt.yaml"
    title, lead = map(json.dumps, ATTACKS)
    attacked = re.sub(r"(?m)^title: .*\n(.*\n)lead: .*$", rf"title: {title}\n\1lead: {lead}", file.read_text("utf-8"))
    file.write_text(attacked, encoding="utf-8")
    for name in ("out.xlsx", "out"):
        run(["export", name, "--lang", language], folder)
    tasks = [Task([folder / "out.ods"], folder / "out.xlsx")]
    tasks.append(Task([folder / "text.ods"], folder / "out" / "assignments.csv"))

    worked(tmp_path, tasks, LOCALES[language])

    read = {name: ZipFile(folder / name).read("content.xml").decode() for name in ("out.ods", "text.ods")}
    assert [part for part in (":formula=", "xlink:href") for each in read.values() if part in each] == []
    whole, plain = (fromstring(each) for each in read.values())  # noqa: S314 - LibreOffice has just written it
    offers = {attribute(one, "table", "name"): one for one in whole.iterfind(".//table:content-validation", NAMES)}
    sheets = dict(tables(whole))
    for sheet in SHEETS:
        head, *rows = sheets[texts[f"sheet.{sheet.name}"]]
        places = {shown(cell): place for place, cell in enumerate(head)}
        for column in sheet.columns:
            cells = [row[places[sheet.heading(column, texts)]] for row in rows]
            kinds = {kind for cell in cells if (kind := attribute(cell, "office", "value-type"))}
            assert kinds <= KINDS.get(column.holds, {"string"}), (sheet.name, column.key)
            if column.choices and column.role is Role.FACT:
                lists = {attribute(cell, "table", "content-validation-name") for cell in cells}
                words = ";".join(f'"{texts[f"{column.word}.{choice}"]}"' for choice in column.choices)
                told = [attribute(offers[name or ""], "table", "condition") for name in lists]
                assert told in ([], [f"of:cell-content-is-in-list({words})"]), (sheet.name, column.key)
    assert {"date", "float", "percentage"} <= {
        attribute(cell, "office", "value-type") for rows in sheets.values() for row in rows for cell in row
    }
    for book in (whole, plain):
        assert {shown(cell).removeprefix("'") for _, rows in tables(book) for row in rows for cell in row} >= {*ATTACKS}


@pytest.mark.slow
def test_libreoffice_shows_no_share_below_one_as_all_of_it(tmp_path: Path) -> None:
    numbers = {"999": "99.90%", "994.9": "99%", "995": "99.50%", "1000": "100%", "-500": "-50%"}
    numbers |= {"999.999999": "99.9999%"}
    benefits = "".join(
        f"  - {{id: b{place}, title: B, baseline: {{value: 0, date: 2026-01-01}}, target: {{value: 1000}}, "
        f"measurements: [{{value: {number}, date: 2026-02-01}}]}}\n"
        for place, number in enumerate(numbers)
    )
    head = "title: A\ndepartment: care\nlead: L\nstarted: 2026-01-01\n"
    folder = plant(tmp_path, {"assignments/a.yaml": f"{head}benefits:\n{benefits}"})
    run(["export", "out.xlsx", "--lang", "sv"], folder)

    converted(folder, "html")

    shown = html.parse(folder / "made" / "out.html").getroot()
    assert [cell for cell in shown.xpath("//td/text()|//td//font/text()") if cell.endswith("%")] == [*numbers.values()]


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize(("locale", "language"), [("sv-SE", "sv"), ("en-US", "en")])
def test_csv_that_was_opened_and_saved_in_libreoffice_changes_nothing(
    tmp_path: Path, locale: str, language: Language
) -> None:
    folder = example(tmp_path)
    run(["export", "out"], folder)
    read = [sheet.name for sheet in SHEETS if sheet.is_read]
    made = {name: [tmp_path / f"{name}.csv", tmp_path / f"{name}.txt"] for name in read}

    worked(tmp_path, [Task(saves, opens=folder / "out" / f"{name}.csv") for name, saves in made.items()], locale)

    changed = {}
    for path in (path for saves in made.values() for path in saves):
        ended = run(["import", str(path), "--json", "--lang", language], folder)
        report = json.loads(ended.out)
        rows = [row for row in report["rows"] if row["fate"] != "same"]
        if rows or report["totals"]["unused"] or report["totals"]["ignored"]:
            changed[path.name] = (rows, report["totals"]["unused"], report["totals"]["ignored"])
    assert changed == {}


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


@pytest.mark.no_cover
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
