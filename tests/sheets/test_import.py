"""Spreadsheets as people have them come in whole, and what can't be used is named: sheet, cell and why."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import ROOT, run
from tests.sheets.made import BOOKS, TEXTS

PROGRAM = """\
format: 1
name: P
organisation: O
language: en
departments:
  - {id: vard, name: Vård och omsorg}
  - {id: skola, name: Skola}
goals:
  - {id: balans, title: Balans}
"""
VISITS = """\
# kept as it is
title: Visits
department: skola
lead: L
started: 2026-01-01
benefits:
  - id: time
    title: Less time
    measure: {what: hours, unit: hours/year}
    baseline: {value: 5200, date: 2026-01-01}
    measurements:
      - {value: 4700, date: 2026-06-30}   # by hand
"""
MAPPING = """\
Förvaltning: {is: department, "Vård & omsorg": vard}
Status: {is: state, Grön: active, Pausad: skip}
"""
REAL = ROOT / "tests" / "real" / "18f" / "register"


def portfolio(folder: Path, **files: str | bytes) -> Path:
    (folder / "portfolio" / "assignments").mkdir(parents=True)
    (folder / "portfolio" / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    (folder / "portfolio" / "assignments" / "visits.yaml").write_text(VISITS, encoding="utf-8")
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


Report = Any  # JSON as it comes


def told(folder: Path, *arguments: str) -> Report:
    ended = run(["import", *arguments, "--json"], folder)
    assert ended.err == ""
    return json.loads(ended.out)


def made(folder: Path, name: str) -> Path:
    if name in BOOKS:
        BOOKS[name](folder / name)
    else:
        (folder / name).write_bytes(TEXTS[name])
    return folder


def fates(report: Report) -> list[tuple[int, str, str | None]]:
    return [(row["row"], row["fate"], row["id"]) for row in report["rows"]]


def unused(report: Report) -> list[tuple[str | int, str, str]]:
    return [(cell["cell"] or cell["row"], cell["written"], cell["why"]) for cell in report["totals"]["unused"]]


def becomes(report: Report, sheet: int = 0) -> dict[str, list[str]]:
    return {column["heading"]: column["becomes"] for column in report["totals"]["sheets"][sheet]["columns"]}


def written(folder: Path, name: str) -> str:
    return (folder / "portfolio" / "assignments" / f"{name}.yaml").read_text(encoding="utf-8")


def test_a_project_list_comes_in_with_a_mapping_of_three_lines(tmp_path: Path) -> None:
    folder = made(
        portfolio(
            tmp_path,
            map__yaml=MAPPING,
        ),
        "projektlista.xlsx",
    )

    plain, mapped = (
        told(folder, "projektlista.xlsx"),
        told(folder, "projektlista.xlsx", "--map", "map.yaml", "--declare"),
    )

    assert fates(plain) == [
        (5, "new", "digital-nattillsyn"),
        (6, "unusable", "e-tjanst-bygglov"),
        (7, "unusable", "laxhjalp-pa-natet"),
        (8, "unusable", "signering-av-insatser"),
    ]
    assert unused(plain) == [
        ("B6", "Samhällsbyggnad", "no department of the programme"),
        ("F6", "Grön", "none of planned, active, paused, completed or stopped"),
        ("F7", "Pausad", "paused since when is not said"),
        ("B8", "Vård & omsorg", "the programme has none of that name"),
        ("G8", "ca 50 000", "no number"),
    ]
    assert plain["totals"]["ignored"] == [{"sheet": "Listor", "why": "hidden"}]
    assert plain["totals"]["sheets"][0]["left_out"] == [{"row": 9, "why": "total", "text": "Summa"}]
    assert [fate for _, fate, _ in fates(mapped)] == ["new"] * 4
    assert unused(mapped) == [("G8", "ca 50 000", "no number")]
    assert run(["import", "projektlista.xlsx", "--map", "map.yaml", "--declare", "--write"], folder).code == 2
    assert not (folder / "portfolio" / "assignments" / "digital-nattillsyn.yaml").exists()

    ended = run(["import", "projektlista.xlsx", "--map", "map.yaml", "--declare", "--write", "--partial"], folder)

    assert ended.code == 0
    assert written(folder, "digital-nattillsyn") == (
        "title: Digital nattillsyn\ndepartment: vard\nlead: Anna Berg\nstarted: 2026-01-15\n"
        "goals: [balans]\ncosts: {one_off: 1234.5}\n"
    )
    assert written(folder, "e-tjanst-bygglov").splitlines()[1:] == [
        "department: samhallsbyggnad",
        "lead: Bo Ek",
        "started: 2026-03-01",
        "costs: {one_off: 420000}",
    ]
    assert written(folder, "signering-av-insatser").splitlines()[-1] == "completed: 2026-10-01"
    assert "  - {id: samhallsbyggnad, name: Samhällsbyggnad}\n" in (folder / "portfolio" / "program.yaml").read_text(
        "utf-8"
    )
    assert [fate for _, fate, _ in fates(told(folder, "projektlista.xlsx", "--map", "map.yaml"))] == ["same"] * 4


def test_a_register_with_two_rows_of_headings_and_per_cent_joins_by_assignment(tmp_path: Path) -> None:
    report = told(made(portfolio(tmp_path), "nyttoregister.xlsx"), "nyttoregister.xlsx")

    assert becomes(report) == {
        "Projekt": ["assignment"],
        "Nytta": ["title"],
        "Typ av nytta": ["kind"],
        "Nyttoägare": ["owner"],
        "Mätetal": ["what"],
        "Enhet": ["unit"],
        "Nuläge – Värde": ["baseline"],
        "Nuläge – Datum": ["baseline_date"],
        "Mål – Värde": ["target"],
        "Mål – Senast": ["by"],
    }
    values = {change["key"]: change["new"] for change in report["rows"][1]["changes"]}
    assert (values["baseline"], values["target"], values["by"]) == ("62", "80", "2027-Q4")
    assert unused(report) == [
        ("A5", "Visit", "there is no such assignment"),
        ("C5", "Trygghet", "none of cash, capacity, avoidance or quality"),
        ("G5", "12 st", "a number with “st”"),
    ]


def test_two_sheets_that_belong_together_come_in_as_one(tmp_path: Path) -> None:
    folder = made(portfolio(tmp_path), "portfolj.xlsx")

    report = told(folder, "portfolj.xlsx")
    run(["import", "portfolj.xlsx", "--write", "--partial"], folder)

    assert unused(report) == [("A3", "Trygghetslarmet", "there is no such assignment")]
    assert yaml.safe_load(written(folder, "trygghetslarm"))["benefits"][0]["measurements"] == [
        {"value": 310, "date": date(2026, 9, 30)}
    ]


def test_merged_departments_and_repeated_headings_are_seen_as_people_see_them(tmp_path: Path) -> None:
    folder = made(portfolio(tmp_path), "aktiviteter.xlsx")

    report = told(folder, "aktiviteter.xlsx")
    run(["import", "aktiviteter.xlsx", "--write"], folder)

    assert [row["title"] for row in report["rows"]] == ["Kameror", "Larm", "Schema"]
    assert [(one["row"], one["why"]) for one in report["totals"]["sheets"][0]["left_out"]] == [
        (5, "heading"),
        (8, "alone"),
    ]
    assert "department: vard\n" in written(folder, "larm")


SECOND = """id;title;department;lead;started
kameror;Kameror;vard;Ansvarig;2026-01-01

Nyttor
Uppdrag;Nytta;Ansvarig;Enhet
kameror;Färre fall;Chef;fall/år
larm;Snabbare svar;Chef;minuter

id;title;department;lead;started
schema;Schema;vard;Ansvarig;2026-03-01
"""


def test_another_table_below_is_left_out_and_told(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    (folder / "lista.csv").write_text(SECOND)

    report = told(folder, "lista.csv", "--declare")

    assert [row["id"] for row in report["rows"]] == ["kameror", "schema"]
    left_out = report["totals"]["sheets"][0]["left_out"]
    assert [(one["row"], one["why"]) for one in left_out] == [
        (4, "alone"),
        (5, "another"),
        (6, "another"),
        (7, "another"),
        (9, "heading"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("Nytta;Test;vard;Ansvarig;2026-03-01", id="with a day"),
        pytest.param("nytta;Stöd;vard;Rut;", id="with one word that heads columns"),
    ],
)
def test_a_row_below_a_break_is_the_table_s_where_it_is_none_of_headings(tmp_path: Path, row: str) -> None:
    folder = portfolio(tmp_path)
    (folder / "lista.csv").write_text(SECOND.partition("\n\n")[0] + f"\n\n{row}\n")

    report = told(folder, "lista.csv")

    assert [row["row"] for row in report["rows"]] == [2, 4]


def test_formulas_without_a_value_and_errors_are_named(tmp_path: Path) -> None:
    report = told(made(portfolio(tmp_path), "formler.xlsx"), "formler.xlsx")

    assert unused(report) == [("E2", "", "a formula that was never calculated"), ("E3", "#REF!", "a formula’s error")]
    assert report["rows"][0]["changes"][-1] == {"key": "started", "old": None, "new": "2026-01-15"}


def test_what_may_be_meant_in_two_ways_is_not_guessed(tmp_path: Path) -> None:
    english = told(made(portfolio(tmp_path), "register.xlsx"), "register.xlsx")
    days = told(made(tmp_path, "datum.csv"), "datum.csv")
    settled = told(tmp_path, "datum.csv", "--dates", "dmy")

    assert unused(english) == [
        ("A2", "Home visits", "there is no such assignment"),
        ("F2", "5,200", "may be 5200 or 5.2"),
        ("H2", "3,900", "may be 3900 or 3.9"),
    ]
    assert unused(days) == [("D2", "5/2/2026", "may be 2026-02-05 or 2026-05-02")]
    assert unused(settled) == []
    assert settled["rows"][0]["changes"][-1]["new"] == "2026-02-05"


def test_text_tables_come_in_whatever_program_wrote_them(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)

    cp1252, utf16 = (
        told(made(folder, "verksamhet.csv"), "verksamhet.csv"),
        told(made(folder, "unicode.txt"), "unicode.txt"),
    )

    assert cp1252["rows"][0]["changes"] == [
        {"key": "title", "old": None, "new": "Nyckelfri hemtjänst"},
        {"key": "department", "old": None, "new": "vard"},
        {"key": "lead", "old": None, "new": "Åsa Öberg"},
        {"key": "started", "old": None, "new": "2026-03-01"},
        {"key": cp1252["rows"][0]["changes"][4]["key"], "old": None, "new": "60000.5"},
    ]
    assert unused(cp1252) == [("E4", "1.200", "may be 1200 or 1.2")]
    assert fates(utf16) == [(2, "new", "schema")]


def test_monthly_figures_come_in_once_and_leave_the_rest_of_the_file_alone(tmp_path: Path) -> None:
    folder = made(portfolio(tmp_path), "matvarden.csv")

    first = run(["import", "matvarden.csv", "--write"], folder)
    second = run(["import", "matvarden.csv", "--write"], folder)

    assert (first.code, second.code) == (0, 0)
    assert (
        second.out.splitlines()[0] == "matvarden.csv: 2 rows: 0 new, 0 changed, 2 unchanged. There is nothing to write."
    )
    assert (
        written(folder, "visits")
        == VISITS + "      - {value: 4200, date: 2026-09}\n      - {value: 4150.5, date: 2026-10-31}\n"
    )


def test_a_changed_cell_is_one_edit_and_rows_that_left_are_named(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="Projekt;Ansvarig;Start\nVISITS;Ny ledare;2026-01-01\n")
    other = VISITS.replace("Visits", "Other").replace("time", "rest")
    (folder / "portfolio" / "assignments" / "other.yaml").write_text(other, encoding="utf-8")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write"], folder)

    assert report["rows"][0]["changes"] == [{"key": "lead", "old": "L", "new": "Ny ledare"}]
    assert report["totals"]["absent"] == ["other"]
    assert written(folder, "visits") == VISITS.replace("lead: L", "lead: Ny ledare")
    assert written(folder, "other") == other


def test_a_mapping_says_what_headings_choices_and_constants_are(tmp_path: Path) -> None:
    rows = "Vad;Fas;Deltagare 1;Deltagare 2;Steg 2 sedan;Taggar;Anm\nKamera;2. Breddinf;Anna;Bo;2026-02-01;a, b;x\n"
    mapping = (
        'Vad: [id, title]\nFas: {is: step, "2. Breddinf": benefits}\nDeltagare 1: together\nDeltagare 2: together\n'
        "Steg 2 sedan: entered.benefits\nTaggar: {is: tags, split: ','}\nAnm: skip\n"
        "lead: {always: Enheten}\ndepartment: {always: skola}\nstarted: {always: 2026-01-01}\n"
    )
    folder = portfolio(tmp_path, list__csv=rows, map__yaml=mapping)

    ended = run(["import", "list.csv", "--map", "map.yaml", "--write"], folder)

    assert ended.code == 0
    assert written(folder, "kamera") == (
        "title: Kamera\ndepartment: skola\nlead: Enheten\nstarted: 2026-01-01\ntogether: [Anna, Bo]\ntags: [a, b]\n"
        "journey:\n  - {step: benefits, entered: 2026-02-01}\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vad: titel\n", "map.yaml:1:1: “titel” is no key here; there is title"),
        ("Vad: {split: ','}\n", "map.yaml:1:1: “Vad” is to be a key, or {is: KEY}, or skip"),
        ("Vad: title\nhead: x\n", "map.yaml:2:1: head is to be the number of the row that has the headings, from 1"),
        ("Vad: {is: started, dates: dym}\n", "map.yaml:1:20: dates is to be dmy, mdy or ymd"),
        ("Vad: {is: state, Klar: [a]}\n", "map.yaml:1:18: “Klar” is to stand for one choice"),
        ("sheets: x\n", "map.yaml:1:1: “sheets” is to hold headings, each with what it means"),
        ("rows: cars\n", "map.yaml:1:1: “cars” is no key here; there is"),
    ],
)
def test_a_wrong_mapping_is_told_of_with_its_line_and_column(tmp_path: Path, text: str, said: str) -> None:
    folder = portfolio(tmp_path, list__csv="Vad;Start\nA;2026-01-01\n", map__yaml=text)

    ended = run(["import", "list.csv", "--map", "map.yaml"], folder)

    assert (ended.code, ended.err.startswith(said)) == (2, True), ended.err


def test_what_was_taken_can_be_kept_as_a_mapping_and_reads_the_same(tmp_path: Path) -> None:
    folder = made(portfolio(tmp_path), "portfolj.xlsx")

    first = told(folder, "portfolj.xlsx", "--save-map", "map.yaml")
    second = told(folder, "portfolj.xlsx", "--map", "map.yaml")
    again = run(["import", "portfolj.xlsx", "--save-map", "map.yaml"], folder)

    assert second["rows"] == first["rows"]
    assert again.code == 2


def test_the_stages_of_a_real_register_come_in_with_a_mapping(tmp_path: Path) -> None:
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["Project", "Stage", "Partners", "Impact"])
    for path in sorted(REAL.glob("*.yml")):
        one = yaml.safe_load(path.read_text("utf-8"))
        partners = "; ".join(one.get("partners") or ["GSA"])
        writer.writerow([one.get("full_name") or one["name"], one.get("stage"), partners, one.get("impact") or ""])
    mapping = (
        "Stage: {is: step, discovery: explore, alpha: explore, beta: benefits, live: benefits}\nPartners: department\n"
        "Impact: skip\nlead: {always: 18F}\nstarted: {always: 2014-10-03}\n"
    )
    folder = portfolio(tmp_path, list__csv="\ufeff" + sheet.getvalue(), map__yaml=mapping)

    report = told(folder, "list.csv", "--map", "map.yaml", "--declare")

    assert {row["fate"] for row in report["rows"]} == {"new"}
    assert len(report["rows"]) == len(list(REAL.glob("*.yml")))
    assert report["totals"]["unused"] == []


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    ended = run(["import", "portfolj.xlsx", "--sheet", "Nytor"], made(portfolio(tmp_path), "portfolj.xlsx"))

    assert (ended.code, ended.err.splitlines()[0]) == (
        2,
        "staircase: there is no sheet “Nytor”. Did you mean “Nyttor”?",
    )


@pytest.mark.slow
def test_445_real_projects_come_in_with_a_mapping_of_nine_lines(tmp_path: Path) -> None:
    mapping = (
        "ID: [id, title]\nOwner Group: department\nOwner Team: lead\nBNI: started\nFFC: costs.one_off\n"
        "Delivery Program: tags\nBCA: entered.benefits\nStage1: entered.roadmap\nStage2: entered.embed\n"
    )
    rows = (ROOT / "tests" / "real" / "capital-projects" / "projects.csv").read_bytes()
    folder = portfolio(tmp_path, projects__csv=rows, map__yaml=mapping)

    report = told(folder, "projects.csv", "--map", "map.yaml", "--declare")
    ended = run(["import", "projects.csv", "--map", "map.yaml", "--declare", "--write", "--partial"], folder)
    again = told(folder, "projects.csv", "--map", "map.yaml")

    counts = {fate: report["totals"][fate] for fate in ("new", "changed", "same", "unusable")}
    assert (counts["new"] + counts["unusable"], counts["changed"], counts["same"]) == (445, 0, 0)
    assert counts["unusable"] < 20
    assert {cell["why"].partition(":")[0] for cell in report["totals"]["unused"]} == {
        "that would be an error",
        "started is missing",
    }
    assert ended.code == 0
    assert len(list((folder / "portfolio" / "assignments").iterdir())) == counts["new"] + 1
    assert again["totals"]["same"] == counts["new"]
