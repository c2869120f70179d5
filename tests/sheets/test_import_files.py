"""What an import finds in the files that are there, what it declares, what it gives up, and the mapping it keeps."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import run
from tests.sheets.made import BOOKS
from tests.sheets.test_import import PROGRAM, VISITS, fates, portfolio, told, unused, written

PLAIN = "title: {}\ndepartment: skola\nlead: L\nstarted: 2026-01-01\n"
HEAD = "Projekt;Förvaltning;Ansvarig;Start"


def with_files(folder: Path, table: str, **assignments: str) -> Path:
    made = portfolio(folder, list__csv=table)
    for name, content in assignments.items():
        path = made / "portfolio" / "assignments" / f"{name.replace('_', '-')}.yaml"
        path.write_text(content, encoding="utf-8")
    return made


def test_a_new_id_has_the_first_number_that_is_free(tmp_path: Path) -> None:
    table = f"{HEAD}\nKamera!;skola;L;2026-01-01\nKamera?;skola;L;2026-01-01\n"
    folder = with_files(tmp_path, table, kamera=PLAIN.format("A"), kamera_2=PLAIN.format("B"))

    report = told(folder, "list.csv")

    assert fates(report) == [(2, "new", "kamera-3"), (3, "new", "kamera-4")]


def test_a_name_that_several_have_is_told_with_the_ids_of_all(tmp_path: Path) -> None:
    folder = with_files(tmp_path, "Projekt;Nytta\nLarm;Trygghet\n", a=PLAIN.format("Larm"), b=PLAIN.format("Larm"))

    report = told(folder, "list.csv")

    assert fates(report) == [(2, "unusable", None)]
    assert unused(report) == [("A2", "Larm", "may mean a or b")]


def test_departments_and_goals_are_declared_but_for_misspelt_ones_and_those_without_letters(tmp_path: Path) -> None:
    rows = "A;Skolan;L;2026-01-01;Trygghet\nB;Kultur;L;2026-01-01;Trygghet\nC;北京;L;2026-01-01;\n"
    folder = portfolio(tmp_path, list__csv=f"{HEAD};Mål\n{rows}")

    report = told(folder, "list.csv", "--declare")
    ended = run(["import", "list.csv", "--declare", "--write", "--partial"], folder)

    assert fates(report) == [(2, "unusable", "a"), (3, "new", "b"), (4, "unusable", "c")]
    assert unused(report) == [
        ("B2", "Skolan", "the programme has none of that name"),
        ("B4", "北京", "the programme has none of that name, and no id can be made of it"),
    ]
    assert ended.code == 0
    assert (folder / "portfolio" / "program.yaml").read_text("utf-8") == PROGRAM.replace(
        "goals:", "  - {id: kultur, name: Kultur}\ngoals:"
    ) + "  - {id: trygghet, title: Trygghet}\n"
    assert written(folder, "b") == "title: B\ndepartment: kultur\nlead: L\nstarted: 2026-01-01\ngoals: [trygghet]\n"


def test_a_document_is_not_declared_by_its_title_alone(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="assignment;id;title;anchored_in\nvisits;x;X;Planen\n")

    report = told(folder, "list.csv", "--declare")
    run(["import", "list.csv", "--declare", "--write", "--partial"], folder)

    assert unused(report) == [("D2", "Planen", "no document of the programme")]
    assert (folder / "portfolio" / "program.yaml").read_text("utf-8") == PROGRAM
    assert written(folder, "visits") == f"{VISITS}roadmap:\n  - id: x\n    title: X\n"


def test_a_cell_that_was_emptied_in_an_exported_sheet_takes_its_value_away(tmp_path: Path) -> None:
    table = (
        "id;title;kind;department;lead;started;tags;organisation;program;as_of\n"
        "new;New;;skola;L;2026-01-01;;O;P;2026-11-02\nvisits;Visits;;skola;L;2026-01-01;;O;P;2026-11-02\n"
    )
    folder = with_files(tmp_path, table, visits=f"{PLAIN.format('Visits')}kind: enabling\ntags: [a, b]\n")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write"], folder)

    assert report["rows"][1]["changes"] == [
        {"key": "kind", "old": "enabling", "new": None},
        {"key": "tags", "old": "a, b", "new": None},
    ]
    assert written(folder, "visits") == PLAIN.format("Visits")
    assert written(folder, "new") == PLAIN.format("New")


def test_a_benefit_is_found_by_its_id_or_its_title_and_else_is_new_with_the_id_of_its_row(tmp_path: Path) -> None:
    rows = "visits;time;;30\nvisits;;LESS TIME;30\nvisits;cash;More;\n"
    folder = portfolio(tmp_path, list__csv=f"assignment;id;title;every_days\n{rows}")
    often = VISITS.replace("hours/year}", "hours/year, every_days: 90}")
    (folder / "portfolio" / "assignments" / "visits.yaml").write_text(often, encoding="utf-8")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write"], folder)

    assert [(row["fate"], row["changes"]) for row in report["rows"]] == [
        ("changed", [{"key": "every_days", "old": "90", "new": "30"}]),
        ("same", []),
        ("new", [{"key": "title", "old": None, "new": "More"}]),
    ]
    assert written(folder, "visits") == often.replace("90", "30") + "  - id: cash\n    title: More\n"


def test_of_two_rows_that_say_otherwise_of_the_same_the_second_is_not_used(tmp_path: Path) -> None:
    rows = "visits;time;2026-06-30;4700\nvisits;time;2026-06-30;4800\nvisits;time;2026-09;1\nvisits;time;2026-09;2\n"
    folder = portfolio(tmp_path, list__csv=f"assignment;benefit;date;value\n{rows}visits;time;2026-09;1\n")

    report = told(folder, "list.csv")

    assert [row["fate"] for row in report["rows"]] == ["same", "same", "new", "same", "same"]
    assert unused(report) == [("D3", "4800", "another row says 4700"), ("D5", "2", "another row says 1")]


def test_a_measurement_with_its_number_can_have_its_day_corrected(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="assignment;benefit;number;date;value\nvisits;time;1;2026-06-29;4700\n")

    report = told(folder, "list.csv")
    run(["import", "list.csv", "--write"], folder)

    assert report["rows"][0]["changes"] == [{"key": "date", "old": "2026-06-30", "new": "2026-06-29"}]
    assert written(folder, "visits") == VISITS.replace("2026-06-30", "2026-06-29")


def test_only_the_sheet_that_was_asked_for_is_read(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    BOOKS["portfolj.xlsx"](folder / "portfolj.xlsx")

    report = told(folder, "portfolj.xlsx", "--sheet", "Nyttor")

    assert [sheet["sheet"] for sheet in report["totals"]["sheets"]] == ["Nyttor"]
    assert {row["sheet"] for row in report["rows"]} == {"Nyttor"}
    assert report["totals"]["ignored"] == []


@pytest.mark.parametrize(
    ("mapping", "ignored", "rows"),
    [("{}\n", [{"sheet": "gaps", "why": "figures"}], 0), ("rows: assignments\n", [], 1)],
)
def test_a_sheet_of_figures_is_left_alone_unless_the_mapping_says_what_its_rows_are(
    tmp_path: Path, mapping: str, ignored: list[dict[str, str]], rows: int
) -> None:
    folder = portfolio(tmp_path, gaps__csv="id;title\nvisits;Visits\n", map__yaml=mapping)

    report = told(folder, "gaps.csv", "--map", "map.yaml")

    assert (report["totals"]["ignored"], len(report["rows"])) == (ignored, rows)


def test_rows_that_lean_on_each_other_are_given_up_whole_after_many_tries(tmp_path: Path) -> None:
    rows = [f"A{number};skola;L;2026-01-01;a{number - 1};;" for number in range(2, 23)]
    first = "A1;skola;L;2026-01-01;;2025-01-01;completed"
    table = "\n".join(["title;department;lead;started;depends_on;completed;state", first, *rows])
    folder = portfolio(tmp_path, list__csv=table)

    report = told(folder, "list.csv")
    ended = run(["import", "list.csv", "--write", "--partial"], folder)

    assert fates(report) == [(number + 1, "unusable", f"a{number}") for number in range(1, 23)]
    assert [(cell, text) for cell, text, _ in unused(report)] == [(n + 1, f"A{n}") for n in range(1, 23)]
    assert unused(report)[0][2] == "that would be an error: 2025-01-01 is before started, 2026-01-01"
    assert unused(report)[-1][2] == "that would be an error: there is no assignment “a19”: choose a21, a22 or visits"
    assert (ended.code, report["totals"]["files"]) == (0, [])
    assert [path.name for path in (folder / "portfolio" / "assignments").iterdir()] == ["visits.yaml"]


def test_the_mapping_of_one_sheet_is_kept_without_its_name_and_without_headings_that_stand_twice(
    tmp_path: Path,
) -> None:
    mapping = "Skick: {is: state, Grön: active}\nlead: {always: Enheten}\ndepartment: {always: skola}\n"
    table = "Projekt;Anm;Anm;Start;Skick;Färg\nA;x;y;2026-01-01;Grön;röd\n"
    folder = portfolio(tmp_path, list__csv=table, map__yaml=mapping)

    first = told(folder, "list.csv", "--map", "map.yaml", "--save-map", "kept.yaml")
    second = told(folder, "list.csv", "--map", "kept.yaml")

    assert (folder / "kept.yaml").read_text("utf-8") == (
        "rows: assignments\nhead: 1\nProjekt: title  # A: the heading\nStart: started  # D: the heading\n"
        "Skick: {is: state, Grön: active}  # E: the mapping\nFärg: skip  # F: not read\n"
        "lead: {always: Enheten}\ndepartment: {always: skola}\n"
    )
    assert second["rows"] == first["rows"]


def test_a_sheet_without_known_headings_has_its_mapping_begun(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv="Verksamhetslista;;\n;;\nVad;Vem;Vad;År\nKamera;Anna;x;2026\n")

    report = told(folder, "list.csv", "--save-map", "map.yaml")
    again = told(folder, "list.csv", "--map", "map.yaml")

    assert report["totals"]["ignored"] == [{"sheet": "list", "why": "no-headings"}]
    assert (folder / "map.yaml").read_text("utf-8") == (
        "rows: assignments  # what a row is: assignments, benefits, measurements or another table\n"
        "head: 3  # the row of the headings\nVem: skip  # B: not read\nÅr: skip  # D: not read\n"
    )
    assert [one["head"] for one in again["totals"]["sheets"]] == [3]


def test_beside_others_the_mapping_of_such_a_sheet_is_a_comment_so_that_it_reads_the_same(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Projekt"
    for row in (["Projekt", "Förvaltning", "Ansvarig", "Start"], ["A", "skola", "B", date(2026, 1, 1)]):
        book.worksheets[0].append(row)
    book.create_sheet("Kontakter").append(["Vem", "Var"])
    book.save(folder / "list.xlsx")

    first = told(folder, "list.xlsx", "--save-map", "map.yaml")
    second = told(folder, "list.xlsx", "--map", "map.yaml")

    assert (folder / "map.yaml").read_text("utf-8").split("  # Kontakter")[1] == (
        ":  # not read, since no heading is known; without the # it is\n"
        "  #   rows: assignments  # what a row is: assignments, benefits, measurements or another table\n"
        "  #   head: 1  # the row of the headings\n  #   Vem: skip  # A: not read\n  #   Var: skip  # B: not read\n"
    )
    assert (second["rows"], second["totals"]["ignored"]) == (first["rows"], first["totals"]["ignored"])


def test_of_a_workbook_that_comes_back_only_columns_that_are_not_what_they_were_are_shown(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    run(["export", "out.xlsx"], folder)

    ended = run(["import", "out.xlsx"], folder)

    assert (ended.code, "Known by" in ended.out) == (0, False)
    assert "each row is an assignment; headings on row 1" in ended.out
