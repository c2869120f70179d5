"""Spreadsheets that were typed and saved in LibreOffice come in; what can't be used of them is named."""

from pathlib import Path
from shutil import copy
from zipfile import ZipFile

import pytest
import yaml

from staircase.sheets import grids_of
from tests.cli.running import run
from tests.sheets.made_in_office import FOLDER, make
from tests.sheets.test_import import Report, becomes, fates, portfolio, told, unused, written


def given(folder: Path, name: str) -> Path:
    """A portfolio, and one of the spreadsheets beside it."""
    copy(FOLDER / name, folder / name)
    return portfolio(folder)


def new(report: Report, row: int) -> dict[str, str]:
    return {change["key"]: change["new"] for change in report["rows"][row]["changes"]}


def test_a_list_of_projects_with_money_shares_blank_rows_and_a_total_comes_in(tmp_path: Path) -> None:
    folder = given(tmp_path, "projektlista.ods")

    report = told(folder, "projektlista.ods")

    content = ZipFile(FOLDER / "projektlista.ods").read("content.xml").decode()
    kinds = (
        'value-type="currency"',
        'value-type="percentage"',
        'number-rows-repeated="3"',
        "columns-spanned",
        "formula=",
    )
    assert [kind for kind in kinds if kind not in content] == []
    assert fates(report) == [(5, "new", "digital-nattillsyn"), (6, "new", "laxhjalp"), (10, "unusable", "e-arkiv")]
    assert new(report, 0) == {
        "title": "Digital nattillsyn",
        "department": "vard",
        "lead": "Åsa Öberg",
        "started": "2026-01-15",
        "costs_one_off": "1234.5",
    }
    assert unused(report) == [("D10", "1/9 2026", "may be 2026-01-09 or 2026-09-01")]
    assert report["totals"]["sheets"][0]["left_out"] == [{"row": 11, "why": "total", "text": "Summa"}]
    assert [heading for heading, keys in becomes(report).items() if not keys] == ["Andel klart", "Kommentar"]


def test_a_register_of_benefits_with_two_rows_of_headings_and_a_formula_comes_in(tmp_path: Path) -> None:
    folder = given(tmp_path, "nyttoregister.xlsx")

    report = told(folder, "nyttoregister.xlsx")

    assert (new(report, 0)["baseline"], new(report, 0)["target"], new(report, 0)["unit"]) == ("62", "80", "%")
    assert (new(report, 1)["baseline"], new(report, 1)["target"], new(report, 1)["by"]) == ("2469", "900", "2027")
    assert unused(report) == []
    assert report["totals"]["ignored"] == [{"sheet": "Listor", "why": "hidden"}]


def test_figures_of_months_come_in_once(tmp_path: Path) -> None:
    folder = given(tmp_path, "matvarden.ods")

    report = told(folder, "matvarden.ods")
    run(["import", "matvarden.ods", "--write"], folder)
    again = told(folder, "matvarden.ods")

    assert [fate for _, fate, _ in fates(report)] == ["new", "new", "same", "new"]
    assert yaml.load(written(folder, "visits"), yaml.CBaseLoader)["benefits"][0]["measurements"][1:] == [  # noqa: S506
        {"value": "4650", "date": "2026-08"},
        {"value": "4512.25", "date": "2026-09"},
        {"value": "4400", "date": "2026-10"},
    ]
    assert [fate for _, fate, _ in fates(again)] == ["same"] * 4


def test_text_of_windows_with_kronor_quotes_and_lines_in_a_cell_comes_in(tmp_path: Path) -> None:
    folder = given(tmp_path, "verksamhet.csv")

    report = told(folder, "verksamhet.csv")

    assert unused(report) == []
    assert new(report, 0) | {"lead": "Åsa Öberg", "costs_per_year": "1260000.5"} == new(report, 0)
    assert new(report, 0)["together"] == "undersköterskor, anhöriga"
    assert (new(report, 1)["title"], new(report, 1)["together"]) == ('Digital "tolk"', "lärare, elever")


def test_a_plan_with_merged_departments_and_its_benefits_on_another_sheet_comes_in(tmp_path: Path) -> None:
    folder = given(tmp_path, "handlingsplan.xlsx")

    ended = run(["import", "handlingsplan.xlsx", "--write"], folder)

    assert (ended.code, ended.err) == (0, "")
    assert written(folder, "larm") == (
        "title: Larm\ndepartment: vard\nlead: Bo Ek\nstarted: 2026-02-01\n"
        "benefits:\n  - id: farre-falsklarm\n    title: Färre falsklarm\n    owner: Chef larm\n"
    )


@pytest.mark.slow
def test_libreoffice_makes_them_so_today(tmp_path: Path) -> None:
    make(tmp_path, tmp_path)

    names = sorted(path.name for path in FOLDER.iterdir())
    assert len(names) == 5
    assert {name: grids_of(tmp_path / name) for name in names} == {name: grids_of(FOLDER / name) for name in names}
