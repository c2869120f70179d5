"""``measure --from`` reads the tables that people's programs write, whole, or says why not."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import run
from tests.sheets.test_import import portfolio, written

HEAD = "assignment;benefit;date;value\n"
TOLD = "measurements:\n      - {value: 4700, date: 2026-06-30}   # by hand\n      - {value: 4300, date: 2026-10-31}"


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}visits;time;2026-10-31;4 300\n".encode("utf-16"),
        f"{HEAD}visits;time;2026-10-31;4\u00a0300\n".encode("cp1252"),
        f"Källa;{HEAD}Åre;visits;time;2026-10-31;4300\n".encode("cp1252"),
        HEAD.replace(";", "\t").encode() + b"visits\ttime\t2026-10-31\t4300\n",
        HEAD.encode() + b";;;\n" * 300_000 + b"visits;time;2026-10-31;4300\n",
    ],
    ids=["utf-16", "cp1252", "another column", "tabs", "more than a megabyte"],
)
def test_a_table_in_any_encoding_of_any_length_is_read_whole(tmp_path: Path, content: bytes) -> None:
    folder = portfolio(tmp_path, table__csv=content)

    ended = run(["measure", "--from", "table.csv"], folder)

    assert (ended.code, ended.err) == (0, "")
    assert TOLD in written(folder, "visits")


def test_the_first_sheet_of_a_workbook_is_read_as_a_table(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    book = openpyxl.Workbook()
    for row in (HEAD.strip().split(";"), ["visits", "time", "2026-10-31", 4300]):
        book.worksheets[0].append(row)
    book.save(folder / "table.xlsx")

    run(["measure", "--from", "table.xlsx"], folder)

    assert TOLD in written(folder, "visits")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.csv", None, "none.csv can’t be read as a spreadsheet: it can’t be opened"),
        ("empty.csv", b"", "“empty.csv” lacks columns: assignment, benefit, date, value."),
        (
            "zeros.csv",
            b"a\x00b",
            "zeros.csv can’t be read as a spreadsheet: it is neither a spreadsheet nor a table as text",
        ),
        (
            "half.csv",
            f"{HEAD}visits;time;2026-10-31;4300\nvisits;time;2026-11-31;x\n".encode(),
            "line 3: “2026-11-31” is no day; write YYYY-MM-DD.",
        ),
    ],
)
def test_a_table_that_can_not_be_used_whole_is_refused_whole(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    folder = portfolio(tmp_path)
    if content is not None:
        (folder / name).write_bytes(content)
    before = written(folder, "visits")

    ended = run(["measure", "--from", name], folder)

    assert (ended.code, said in ended.err) == (2, True), ended.err
    assert written(folder, "visits") == before
