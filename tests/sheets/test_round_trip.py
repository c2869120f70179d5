"""An export that is imported changes nothing; in a workbook that was changed, import changes those fields alone."""

from pathlib import Path

import openpyxl
import pytest

from staircase.words import sheet_texts
from tests.cli.running import example, run


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("portfolio/**/*.yaml"))
    }


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_workbook_of_the_example_portfolio_brings_nothing_new(tmp_path: Path, language: str) -> None:
    folder = example(tmp_path)
    before = contents(folder)
    run(["export", "out.xlsx", "--lang", language], folder)

    ended = run(["import", "out.xlsx", "--write", "--lang", language], folder)

    assert ended.code == 0
    assert contents(folder) == before


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
    assert [line for line in after[name].splitlines() if line not in before[name].splitlines()] == ["lead: Nils Ek"]
