"""An export that is imported changes nothing; in a workbook that was changed, import changes those fields alone."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from staircase.core.sheets.table import SHEETS
from staircase.words.speech import sheet_texts
from tests.bench import generate
from tests.cli.running import example, plant, run
from tests.healthy.programme import programme
from tests.oracle.dressing import dress
from tests.oracle.generate import portfolio

TODAY = date(2026, 11, 2)
NOTHING = {
    "sv": r": (\d[\d\u00a0]*) rad(?:er)?: 0 nya, 0 ändrade, \1 oförändrade?\. Det finns inget att skriva\.",
    "en": r": (\d[\d,]*) rows?: 0 new, 0 changed, \1 unchanged\. There is nothing to write\.",
}
WORDS = (
    *(
        "-",
        "n/a",
        "Saknas",
        "ja",
        "007",
        "2026-03",
        "2026-12-01",
        "1 234,5 kr",
        "1e5",
        "true",
        "null",
        "%",
        "€",
        "Summa",
    ),
    *(
        "=1+1",
        "'=1+1",
        "''x",
        "@x",
        "+46 8",
        "#REF!",
        "#N/A",
        "a; b",
        "a, b",
        "a\nb\n",
        'a "b"',
        "_x0041_",
        "é",
        "e\u0301",
    ),
)
"""Texts that a sheet could take for nothing, a number, a day, a formula, its error, a total, or several."""

OTHERWISE = f"""\
title: It
department: [care, none-such]
lead: "-"
started: 2025-12
goals: [none-such]
together: {json.dumps(WORDS)}
tags: ["#REF!"]
benefits:
  - id: total
    title: "n/a"
    owner: "-"
    measure: {{what: "-", unit: "%"}}
    baseline: {{value: -1.234, date: 2025-12}}
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def rows_in(file: Path) -> int:
    """How many rows of a table in text are to be read back; nothing is of a table of figures."""
    is_read = next(sheet.is_read for sheet in SHEETS if sheet.name == file.stem)
    with file.open(newline="", encoding="utf-8") as text:
        return len([*csv.reader(text)][1:]) if is_read else 0


def assert_nothing_new(folder: Path, files: Mapping[str, int], language: str, day: date = TODAY) -> None:
    """Assert that an import of each file reads so many rows, finds nothing to write, and leaves every byte."""
    before = contents(folder)
    for name, rows in files.items():
        ended = run(["import", name, "--write", "--lang", language], folder, {"STAIRCASE_TODAY": f"{day}"})
        said = re.fullmatch(rf".+{NOTHING[language]}", ended.out.splitlines()[0])
        assert (ended.code, said and int(re.sub(r"\D", "", said[1]))) == (0, rows), ended.out
    assert contents(folder) == before


def exported(folder: Path, language: str, day: date = TODAY) -> dict[str, int]:
    """A portfolio as a workbook and as tables in text: the files, each with how many rows import is to read."""
    for name in ("out.xlsx", "out"):
        run(["export", name, "--lang", language], folder, {"STAIRCASE_TODAY": f"{day}"})
    tables = {f"out/{sheet.name}.csv": rows_in(folder / "out" / f"{sheet.name}.csv") for sheet in SHEETS}
    return {**tables, "out.xlsx": sum(tables.values())}


@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_workbook_of_the_example_portfolio_brings_nothing_new(tmp_path: Path, language: str) -> None:
    folder = example(tmp_path)
    rows = exported(folder, language)["out.xlsx"]

    assert_nothing_new(folder, {"out.xlsx": rows}, language)


FORMER = {
    "baseline_date": ("Utgångsvärdets dag",),
    "by_day": ("Måldag",),
    "expects": ("Väntad nytta",),
    "latest": ("Senaste värde", "Värdet senast"),
    "latest_date": ("Senast mätt",),
    "realisation": ("Hur nyttan tas hem",),
    "reviewed": ("Genomgånget",),
    "standing": ("Ställning",),
}
"""What earlier versions headed columns with, by their keys: ``git log -p -- staircase/words/sv/sheets.py``."""


ONE_OF_EACH = """\
title: It
department: care
lead: L
started: 2025-12-01
reviewed: 2026-10-01
benefits:
  - id: time
    title: Less time
    measure: {what: driving time, unit: hours/year}
    baseline: {value: 5200, date: 2025-12-01}
    measurements: [{value: 4700, date: 2026-06-30}]
    realisation: One more visit a day
roadmap: [{id: all, title: All, expects: {kind: capacity, what: Time}}]
"""


@pytest.mark.parametrize("version", [0, 1])
def test_a_workbook_that_an_earlier_version_headed_brings_nothing_new(tmp_path: Path, version: int) -> None:
    folder, texts = plant(tmp_path, {"assignments/it.yaml": ONE_OF_EACH}), sheet_texts("sv")
    rows = exported(folder, "sv")["out.xlsx"]
    before = {texts[f"heading.{key}"]: words[min(version, len(words) - 1)] for key, words in FORMER.items()}
    book = openpyxl.load_workbook(folder / "out.xlsx")
    for cell in (cell for sheet in book for cell in sheet[1] if isinstance(cell.value, str)):
        cell.value = before.get(str(cell.value), cell.value)
    for cell in (cell for sheet in book for table in sheet.tables.values() for cell in table.tableColumns):
        cell.name = before.get(cell.name, cell.name)
    book.save(folder / "out.xlsx")

    read = json.loads(run(["import", "out.xlsx", "--json"], folder).out)["totals"]["sheets"]
    becomes = {column["heading"]: column["becomes"] for sheet in read for column in sheet["columns"]}

    assert_nothing_new(folder, {"out.xlsx": rows}, "sv")
    assert {key: becomes[before[texts[f"heading.{key}"]]] for key in FORMER} == {
        key: [key] if key in {"baseline_date", "expects", "realisation", "reviewed"} else [] for key in FORMER
    }


@pytest.mark.parametrize("name", ["out.xlsx", "out/assignments.csv", "out/benefits.csv", "out/trials.csv"])
def test_a_cell_that_says_what_its_file_says_is_the_same_whatever_else_it_could_mean(tmp_path: Path, name: str) -> None:
    trials = "".join(
        f"  - {{id: t{number}, title: {word}, started: 2026-01-01, ended: 2026-02-01, learned: {word}}}\n"
        for number, word in enumerate(map(json.dumps, WORDS))
    )
    folder = plant(tmp_path, {"assignments/total.yaml": f"{OTHERWISE}trials:\n{trials}"})
    rows = exported(folder, "en")[name]

    assert_nothing_new(folder, {name: rows}, "en")


def of_the_oracle(seed: int) -> tuple[dict[str, str], date]:
    """Small portfolios that hit edges on purpose; some files of theirs can't be read, and so are in no export."""
    made = portfolio(seed, dress)
    return {path: text for path, text in made.texts.items() if text is not None}, max(made.t, made.today)


def of_the_bench(seed: int) -> tuple[dict[str, str], date]:
    """What real leads have: lists in one line, folded texts, comments."""
    return dict(generate.portfolio(40, seed)), generate.DAY


def healthy(seed: int) -> tuple[dict[str, str], date]:
    """Three years of a programme that does right."""
    made = programme(seed)
    records = {f"assignments/{one.id}.yaml": one for one in made.assignments.values()} | {"program.yaml": made.program}
    return {path: one.text(len(one.facts)) for path, one in records.items()}, date(2027, 1, 31)


GENERATED = [*((of_the_oracle, seed) for seed in range(10)), (of_the_bench, 1), (healthy, 1)]
MORE = [*((of_the_oracle, seed) for seed in range(10, 200)), *((of_the_bench, seed) for seed in range(2, 20))]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "seed"), [*GENERATED, *(pytest.param(*one, marks=pytest.mark.long) for one in MORE)])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_exports_of_generated_portfolios_bring_nothing_new(
    tmp_path: Path, kind: Callable[[int], tuple[dict[str, str], date]], seed: int, language: str
) -> None:
    texts, day = kind(seed)
    folder = plant(tmp_path, texts)

    files = exported(folder, language, day)

    assert_nothing_new(folder, files, language, day)


@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_cell_that_was_changed_in_the_workbook_changes_that_field(tmp_path: Path, language: str) -> None:
    folder, texts = example(tmp_path), sheet_texts("sv" if language == "sv" else "en")
    before = contents(folder)
    run(["export", "out.xlsx", "--lang", language], folder)
    book = openpyxl.load_workbook(folder / "out.xlsx")
    sheet = book[texts["sheet.assignments"]]
    (place,) = (cell.column for cell in sheet[1] if cell.value == texts["heading.lead"])
    (row,) = (cells[0].row for cells in sheet.iter_rows() if cells[0].value == "nyckelfritt")
    sheet.cell(row, place).value = "Nils Ek"
    book.save(folder / "out.xlsx")

    ended = run(["import", "out.xlsx", "--write", "--lang", language], folder)

    after = contents(folder)
    name = "portfolio/assignments/nyckelfritt.yaml"
    assert ended.code == 0
    assert {path for path in after if after[path] != before[path]} == {name}
    assert [line for line in after[name].splitlines() if line not in before[name].splitlines()] == [b"lead: Nils Ek"]
