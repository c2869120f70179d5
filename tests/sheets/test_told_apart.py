"""What looks like something else is not taken for it: totals, units, crowns, short years, numbers from 1 to 4."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import run
from tests.sheets.test_import import becomes, fates, portfolio, told, unused
from tests.sheets.test_taking import changes

MAP = ("list.csv", "--map", "map.yaml")
HEAD = "Id;Projekt;Förvaltning;Ansvarig;Start;Budget\n"


@pytest.mark.parametrize(
    ("row", "fate"),
    [
        ("summa;Summa;skola;L;2026-01-01;5", "summa"),
        ("total;Hela bilden;skola;L;2026-01-01;", "total"),
        (";Totalt;skola;L;2026-01-01;", "totalt"),
        ("Summa;;;;;2 000", None),
        (";Totalt 2026:;;;;2 000 tkr", None),
        (";Delsumma (tkr);;;-;1,5", None),
        ("Summa;12;-;3;4;45 %", None),
    ],
)
def test_a_row_is_a_total_only_where_it_says_nothing_but_numbers(tmp_path: Path, row: str, fate: str | None) -> None:
    rows = f"{HEAD}a;A;skola;L;2026-01-01;5\n{row}\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    left_out = [(one["row"], one["why"]) for one in report["totals"]["sheets"][0]["left_out"]]
    assert fates(report)[1:] == ([(3, "new", fate)] if fate else [])
    assert left_out == ([] if fate else [(3, "total")])


def test_an_assignment_that_is_called_a_total_comes_back_as_it_went_out(tmp_path: Path) -> None:
    folder = portfolio(tmp_path, list__csv=f"{HEAD}summa;Total;skola;L;2026-01-01;\n")
    run(["import", "list.csv", "--write"], folder)
    run(["export", "out.xlsx"], folder)

    report = told(folder, "out.xlsx", "--sheet", "Assignments")

    assert fates(report) == [(2, "same", "summa"), (3, "same", "visits")]


def test_a_heading_that_is_like_a_word_gives_way_to_the_word_itself(tmp_path: Path) -> None:
    rows = "Projekt;Förvaltning;Projektleder;Projektledare;Start\nA;skola;Eva;Anna;2026-01-01\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert (becomes(report)["Projektleder"], becomes(report)["Projektledare"]) == ([], ["lead"])
    assert changes(report)[0]["lead"] == "Anna"


def test_numbers_from_one_to_four_do_not_make_a_column_of_steps(tmp_path: Path) -> None:
    rows = "Projekt;Förvaltning;Ansvarig;Start;Prio;Vad\nA;skola;L;2026-01-01;1;Visa nyttan\n"
    rows += "B;skola;L;2026-01-01;2;Testa tillsammans\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert (becomes(report)["Prio"], becomes(report)["Vad"]) == ([], ["step"])


def test_a_list_with_ids_and_names_and_more_is_no_list_of_departments(tmp_path: Path) -> None:
    form = "ID;Namn;Vad heter initiativet?;När startar ni?\n1;;Kamera;2026-01-01\n"
    more = told(portfolio(tmp_path / "more", list__csv=form), "list.csv")
    only = told(portfolio(tmp_path / "only", list__csv="Id;Namn\nekonomi;Ekonomi\n"), "list.csv")

    assert more["totals"]["sheets"][0]["table"] == "assignments"
    assert (only["totals"]["sheets"][0]["table"], fates(only)) == ("departments", [(2, "new", "ekonomi")])


@pytest.mark.parametrize(
    ("unit", "baseline", "expected"),
    [
        ("%", "45 %", "45"),
        ("dagar", "30 %", None),
        ("kr/år", "1,2 Mkr", "1200000"),
        ("h/mån", "120 h", "120"),
        ("", "120 h", None),
        ("mil/år", "52 000 km", None),
    ],
)
def test_a_value_with_a_unit_is_exact_or_refused_by_name(
    tmp_path: Path, unit: str, baseline: str, expected: str | None
) -> None:
    rows = "Projekt;Nytta;Mätetal;Enhet;Nuläge;Nuläge datum;Utfall;Mätdatum\n"
    rows += f"visits;Ny;tid;{unit};{baseline};2026-01-01;{baseline};2026-06-01\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    found = changes(report)[0]
    assert (found.get("baseline"), found.get("measurements.value")) == (expected, expected)
    assert {cell for cell, _, why in unused(report) if why.startswith("a number with")} == (
        set() if expected else {"E2", "G2"}
    )


def test_a_measurement_is_told_in_the_unit_that_its_benefit_has(tmp_path: Path) -> None:
    rows = "Uppdrag;Nytta;Mätdatum;Värde\nvisits;time;2026-09-30;4 300 timmar\nvisits;time;2026-10-31;4 200 km\n"
    rows += "none;time;2026-10-31;4 100 km\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert [(row["row"], row["fate"]) for row in report["rows"]] == [(2, "new"), (3, "unusable"), (4, "unusable")]
    assert unused(report) == [
        ("D3", "4 200 km", "a number with “km”, and it is measured in hours/year"),
        ("A4", "none", "there is no such assignment"),
        ("D4", "4 100 km", "a number with “km”"),
    ]


def test_a_cost_in_another_currency_is_refused(tmp_path: Path) -> None:
    rows = f"{HEAD}a;A;skola;L;2026-01-01;€5\nb;B;skola;L;2026-01-01;5 tkr\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert unused(report) == [("F2", "€5", "“€”, and the programme counts in SEK")]
    assert [one.get("costs_one_off") for one in changes(report)] == [None, "5000"]


def test_a_year_of_two_digits_that_may_stand_first_is_not_settled_by_other_days(tmp_path: Path) -> None:
    rows = f"{HEAD}a;A;skola;L;25/2/2026;\nb;B;skola;L;25-05-01;\n"

    report = told(portfolio(tmp_path, list__csv=rows), "list.csv")

    assert [(cell, why) for cell, _, why in unused(report)] == [("E3", "may be 2001-05-25 or 2025-05-01")]


def test_what_people_write_where_they_know_nothing_is_nothing_unless_the_mapping_says_what(tmp_path: Path) -> None:
    rows = f"{HEAD}a;A;skola;?;2026-01-01;vet ej\n"
    folder = portfolio(tmp_path, list__csv=rows, map__yaml='Ansvarig: {is: lead, "?": Ingen ännu}\n')

    plain, mapped = told(folder, "list.csv"), told(folder, *MAP)

    assert unused(plain) == [(2, "A", "lead is missing")]
    assert (unused(mapped), changes(mapped)[0]["lead"]) == ([], "Ingen ännu")


def test_a_sheet_that_is_called_as_a_department_is_a_list_of_its_assignments(tmp_path: Path) -> None:
    rows = "Projekt;Ansvarig;Start;Förvaltning\nA;L;2026-01-01;\nB;L;2026-01-01;skola\n"
    folder = portfolio(tmp_path, map__yaml="department: {always: skola}\n")
    (folder / "Vård och omsorg.csv").write_text(rows, encoding="utf-8")

    named = told(folder, "Vård och omsorg.csv")
    mapped = told(folder, "Vård och omsorg.csv", "--map", "map.yaml")
    shown = run(["import", "Vård och omsorg.csv", "--lang", "sv"], folder).out

    assert [one["department"] for one in changes(named)] == ["vard", "skola"]
    assert [one["department"] for one in changes(mapped)] == ["skola", "skola"]
    assert named["totals"]["sheets"][0]["always"] == [{"key": "department", "text": "Vård och omsorg"}]
    assert "Om raden inte anger något annat gäller department: Vård och omsorg" in shown


def test_each_of_several_sheets_is_told_what_it_lacks_and_a_line_of_a_mapping_for_it(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    book = openpyxl.Workbook()
    for name in ("Skola", "Ekonomi"):
        book.create_sheet(name).append(["Projekt", "Ansvarig"])
        book[name].append([f"A {name}", "L"])
    book.save(folder / "two.xlsx")

    lines = run(["import", "two.xlsx"], folder).out.splitlines()

    assert [
        line.partition(" says ")[2].partition(",")[0] for line in lines if "No column of the sheet “Skola”" in line
    ] == ["started"]
    assert "sheets: {Skola: {started: {always: …}}}" in lines
    assert "sheets: {Ekonomi: {department: {always: …}, started: {always: …}}}" in lines


@pytest.mark.parametrize(
    "name", ["Vård- och omsorgsförvaltningen", "Vård och omsorgsnämnden", "Skolförvaltningen", "Skolan & fritid"]
)
def test_a_department_that_is_called_nearly_as_one_that_there_is_is_asked_about(tmp_path: Path, name: str) -> None:
    folder = portfolio(tmp_path, list__csv=f"{HEAD}a;A;{name};L;2026-01-01;\n")

    report = told(folder, "list.csv", "--declare")

    assert unused(report) == [("C2", name, "the programme has none of that name")]


def test_of_different_texts_in_a_column_three_are_shown(tmp_path: Path) -> None:
    words = ("våren 2026", "v. 12", "löpande", "snart", "sen", "nu", "då")
    rows = "".join(f"{word};{word};skola;L;{word};\n" for word in words)

    folder = portfolio(tmp_path, list__csv=f"{HEAD}{rows}a;A;skola;L;2026-01-01;\n")

    shown = run(["import", "list.csv"], folder).out

    assert "E2 and 6 more  våren 2026, v. 12, löpande  no day" in shown
