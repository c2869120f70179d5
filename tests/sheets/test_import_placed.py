"""Rows that are put where they belong, as far as their cells go: what is left, and what that says."""

from datetime import date
from pathlib import Path

import yaml
from openpyxl import Workbook

from tests.cli.running import run
from tests.sheets.test_import import VISITS, fates, portfolio, told, unused, written

EXPORTED, ORIGIN = "organisation,program,as_of", "O,P,2026-11-01"
"""What tells that export wrote a table: then a cell that was emptied takes a value away."""


def test_an_emptied_cell_that_must_hold_something_is_told_and_takes_nothing_away(tmp_path: Path) -> None:
    folder = portfolio(
        tmp_path, list__csv=f"id,title,department,lead,started,{EXPORTED}\nvisits,Visits,skola,,2026-01-01,{ORIGIN}\n"
    )

    report = told(folder, "list.csv")

    assert fates(report) == [(2, "same", "visits")]
    assert unused(report) == [("D2", "", "lead must not be empty")]


def test_that_goes_for_a_key_that_python_has_another_name_for(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv=f"assignment,number,from,to,why,{EXPORTED}\nvisits,1,,,ill,{ORIGIN}\n")
    paused = VISITS + "pauses:\n  - {from: 2026-02-01, why: ill}\n"
    (folder / "portfolio" / "assignments" / "visits.yaml").write_text(paused, encoding="utf-8")

    report = told(folder, "list.csv")

    assert fates(report) == [(2, "same", "visits")]
    assert unused(report) == [("C2", "", "from must not be empty")]


def test_cells_of_another_table_that_are_all_emptied_make_no_entry(tmp_path: Path) -> None:
    rows = f"id,title,department,lead,started,Nytta,{EXPORTED}\nvisits,Visits,skola,L,2026-01-01,,{ORIGIN}\n"
    folder = portfolio(tmp_path, list__csv=rows, map__yaml="Nytta: benefits.title\n")

    report = told(folder, "list.csv", "--map", "map.yaml")

    assert (fates(report), unused(report)) == ([(2, "same", "visits")], [])


def test_a_cell_that_needs_another_is_left_out_and_the_rest_of_the_row_comes_in(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="Assignment,Title,Owner,Day of baseline\nVisits,Fewer,O,2026-01-31\n")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write", "--partial"], folder)

    assert fates(report) == [(2, "new", "visits")]
    assert report["rows"][0]["changes"] == [
        {"key": "title", "old": None, "new": "Fewer"},
        {"key": "owner", "old": None, "new": "O"},
    ]
    assert unused(report) == [("D2", "2026-01-31", "baseline is missing for it")]
    assert yaml.safe_load(written(folder, "visits"))["benefits"][1:] == [
        {"id": "fewer", "title": "Fewer", "owner": "O"}
    ]


def test_the_day_of_a_step_comes_in_once(tmp_path: Path) -> None:
    rows = "Project;Steg 2 sedan\nVisits;2026-02-01\n"
    folder = portfolio(tmp_path, list__csv=rows, map__yaml="Steg 2 sedan: entered.benefits\n")

    run(["import", "list.csv", "--map", "map.yaml", "--write"], folder)
    again = told(folder, "list.csv", "--map", "map.yaml")

    assert yaml.safe_load(written(folder, "visits"))["journey"] == [{"step": "benefits", "entered": date(2026, 2, 1)}]
    assert (fates(again), unused(again)) == ([(2, "same", "visits")], [])


def test_departments_come_into_the_programme_and_one_without_a_name_does_not(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="id,name,manager\nskola,Skola,Eva\nfritid,,Bo\nkultur,Kultur,Bo\n")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write", "--partial"], folder)

    assert fates(report) == [(2, "changed", "skola"), (3, "unusable", "fritid"), (4, "new", "kultur")]
    assert unused(report) == [(3, "", "name is missing")]
    assert yaml.safe_load((folder / "portfolio" / "program.yaml").read_text("utf-8"))["departments"] == [
        {"id": "vard", "name": "Vård och omsorg"},
        {"id": "skola", "name": "Skola", "manager": "Eva"},
        {"id": "kultur", "name": "Kultur", "manager": "Bo"},
    ]


def test_a_benefit_of_an_assignment_that_can_not_come_in_waits_for_it(tmp_path: Path) -> None:
    book = Workbook()
    for sheet, heads, row in (
        (book.worksheets[0], ("Project", "Department", "Lead", "Start"), ("Larm", "skola", "L")),
        (book.create_sheet("Benefits"), ("Assignment", "Title"), ("Larm", "Fewer calls")),
    ):
        sheet.append(heads)
        sheet.append(row)
    folder = portfolio(tmp_path)
    book.save(folder / "book.xlsx")

    report = told(folder, "book.xlsx")

    assert fates(report) == [(2, "unusable", "larm"), (2, "unusable", "larm")]
    assert unused(report) == [
        (2, "Fewer calls", "the row of larm can’t be used"),
        (2, "Larm", "started is missing"),
    ]


def test_a_row_that_lacks_something_leaves_its_assignment_to_another_that_does_not(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="Project,Department,Lead,Start\nLarm,skola,L,\nLarm,skola,L,2026-01-01\n")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write", "--partial"], folder)

    assert fates(report) == [(2, "unusable", "larm"), (3, "new", "larm")]
    assert written(folder, "larm") == "title: Larm\ndepartment: skola\nlead: L\nstarted: 2026-01-01\n"


def test_an_entry_within_a_row_that_lacks_something_is_told_and_the_row_comes_in_without_it(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="Project;Lead;Vad\nVisits;M;Report\n", map__yaml="Vad: links.title\n")

    report = told(folder, "list.csv", "--map", "map.yaml")
    run(["import", "list.csv", "--map", "map.yaml", "--write", "--partial"], folder)

    assert fates(report) == [(2, "changed", "visits")]
    assert unused(report) == [("C2", "Report", "url is missing for it")]
    assert written(folder, "visits") == VISITS.replace("lead: L", "lead: M")


def test_a_cell_of_an_export_that_cannot_be_used_is_told_of_and_its_field_stays(tmp_path: Path) -> None:
    rows = "id,title,department,lead,started,organisation,program,as_of\nvisits,Visits,skola,M,soon,O,P,2026-11-02\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert unused(report) == [("E2", "soon", "no day")]
    assert report["rows"][0]["changes"] == [{"key": "lead", "old": "L", "new": "M"}]


HEADS = "Projekt;Förvaltning;Ansvarig;Start;Status;Fas;Steg sedan"
STANDING = {
    "a": "Aktiv;1;2026-01-01",
    "b": "Röd;1;2026-01-01",
    "c": "Klar;1;2026-01-01",
    "d": "Aktiv;3. Genomförande;2026-01-01",
    "e": "Aktiv;explore;snart",
}


def test_a_new_row_whose_state_or_step_cannot_be_used_is_left_out_whole(tmp_path: Path) -> None:
    rows = "".join(f"{name};skola;L;2026-01-01;{row}\n" for name, row in STANDING.items())
    folder = portfolio(tmp_path, list__csv=f"{HEADS}\n{rows}", map__yaml="Fas: step\nSteg sedan: entered\n")

    run(["import", "list.csv", "--map", "map.yaml", "--write", "--partial"], folder)

    assert sorted(path.stem for path in (folder / "portfolio" / "assignments").iterdir()) == ["a", "visits"]


def test_a_step_of_a_file_stays_where_the_day_of_the_next_cannot_be_read(tmp_path: Path) -> None:
    rows = "Projekt;Ansvarig;Fas;Steg sedan\nVisits;Bo;benefits;snart\n"
    folder = portfolio(tmp_path, list__csv=rows, map__yaml="Fas: step\nSteg sedan: entered\n")

    run(["import", "list.csv", "--map", "map.yaml", "--write", "--partial"], folder)

    text = (folder / "portfolio" / "assignments" / "visits.yaml").read_text()
    assert ("lead: Bo" in text, "journey" in text) == (True, False)
