"""What import and export can't use, hold or read is told in so many words, and nothing is written."""

from pathlib import Path

import pytest

from tests.cli.running import SMALL, plant, run

COLUMNS = (
    *("department", "goals", "depends_on", "started", "live"),
    *("completed", "reviewed", "costs_one_off", "costs_per_year"),
)
WHOLE = "title;department;lead;started\nCameras;care;L;2026-01-01\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plant(tmp_path, {"assignments/keyless.yaml": SMALL, "list.csv": WHOLE})


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (
            b"title: \xe5\n",
            (
                "map.yaml:1:1: the file is not UTF-8: byte 0xE5 on line 1 looks like Windows’ own alphabet (cp1252). "
                "Save it again as UTF-8, not as ANSI\n"
            ),
        ),
        (b"a: title\na: lead\n", "map.yaml:2:1: the key “a” stands twice: here and on line 1. Keep one of them\n"),
        (b"title: lead\nsheets: {list: x}\n", "map.yaml:2:10: “list” is to hold headings, each with what it means\n"),
        (b"title: []\n", "map.yaml:1:1: “title” is to be a key, or {is: KEY}, or skip\n"),
        (b"title: {is: [id, {a: b}]}\n", "map.yaml:1:1: “title” is to be a key, or {is: KEY}, or skip\n"),
    ],
)
def test_a_mapping_that_cannot_be_read_is_told_of_with_its_place(folder: Path, mapping: bytes, said: str) -> None:
    (folder / "map.yaml").write_bytes(mapping)

    ended = run(["import", "list.csv", "--map", "map.yaml", "--write"], folder)

    assert (ended.code, ended.out, ended.err) == (2, "", said)
    assert [path.name for path in (folder / "assignments").iterdir()] == ["keyless.yaml"]


def test_without_a_programme_that_can_be_read_the_report_names_none(folder: Path) -> None:
    read = run(["import", "list.csv"], folder)
    (folder / "program.yaml").write_text("name: [\n", encoding="utf-8")

    unread = run(["import", "list.csv"], folder)

    assert "\nO, P, as of 2026-11-02\n" in read.out
    assert (unread.code, unread.out.splitlines()[0]) == (
        0,
        "list.csv: 1 row: 0 new, 0 changed, 0 unchanged, 1 can’t be used. There is nothing to write.",
    )
    assert "as of 2026-11-02" not in unread.out


def test_of_many_columns_a_hundred_are_shown_and_the_rest_counted(folder: Path) -> None:
    more = ";".join(f"more {number}" for number in range(97))
    (folder / "list.csv").write_text(WHOLE.replace("started", f"started;{more}"), encoding="utf-8")

    shown = run(["import", "list.csv", "--lang", "en"], folder).out

    assert "the first 100 of 101 columns; --json has them all" in shown
    assert ("more 95 " in shown, "more 96 " in shown) == (True, False)


def test_of_many_cells_that_cannot_be_used_forty_kinds_are_shown_and_the_rest_counted(folder: Path) -> None:
    rows = [f"P{number};L" + f";x{number}" * len(COLUMNS) for number in range(5)]
    (folder / "list.csv").write_text("\n".join([f"title;lead;{';'.join(COLUMNS)}", *rows, ""]), encoding="utf-8")
    (folder / "map.yaml").write_text("".join(f"{key}: {key}\n" for key in COLUMNS), encoding="utf-8")

    ended = run(["import", "list.csv", "--map", "map.yaml"], folder)

    assert "Cells that can’t be used  45 cells  the first 40 of 45 kinds; --json has them all\n" in ended.out
    _, _, below = ended.out.partition("Cells that can’t be used")
    table = below.split("\n\n")[1].splitlines()
    assert (len(table), table[1].split()[:2], table[-1].split()[:2]) == (41, ["C2", "x0"], ["F6", "x4"])


def test_of_many_departments_forty_lines_are_shown_and_of_many_rows_twelve_as_is_told_beside_them(folder: Path) -> None:
    new = [f"P{number};Unit {number * 7919}x{number};L;2026-01-01" for number in range(41)]
    (folder / "list.csv").write_text("\n".join(["title;department;lead;started", *new, ""]), encoding="utf-8")

    ended = run(["import", "list.csv", "--declare"], folder)

    lines = ended.out.splitlines()
    assert "What becomes of the rows  the first 12 of each; --json has them all" in lines
    assert "Declared in program.yaml  the first 40 of each; --json has them all" in lines
    assert sum(line.startswith("new ") for line in lines) == 12
    assert sum(line.startswith("departments:") for line in lines) == 40


def test_a_department_of_whose_name_no_id_can_be_made_is_not_among_the_lines_that_would_declare(folder: Path) -> None:
    (folder / "list.csv").write_text("title;department;lead;started\nA;***;L;2026-01-01\n", encoding="utf-8")

    ended = run(["import", "list.csv", "--declare"], folder)

    assert "Declared in program.yaml" not in ended.out
    assert "none of that name, and no id can be made of it: staircase declare department ID …; in the" in ended.out


def test_rows_that_are_left_out_are_counted_and_named(folder: Path) -> None:
    (folder / "list.csv").write_text(f"{WHOLE}Sum;;;4\nTotal;;;9\nas agreed;;;\n", encoding="utf-8")

    english, swedish = (run(["--lang", language, "import", "list.csv"], folder).out for language in ("en", "sv"))

    assert "Left out as totals: 2 rows: 3 (Sum), 4 (Total)\n" in english
    assert "Left out, since only one cell holds something: 1 row: 5 (as agreed)\n" in english
    assert "Utelämnat, eftersom det är summor: 2 rader: 3 (Sum), 4 (Total)\n" in swedish


@pytest.mark.parametrize(
    ("language", "rows", "said"),
    [
        ("en", "title\nA\n", "department, lead and started are missing: fill them in"),
        ("en", "title;department;lead\nA;care;L\n", "started is missing: fill it in"),
        ("en", "title;department;started\nA;care;5/2/2026\nB;care;13/2/2026\n", "1 day read as dmy"),
        ("sv", "title\nA\n", "department, lead och started saknas: fyll i dem"),
        ("sv", "title;department;started\nA;care;5/2/2026\nB;care;13/2/2026\n", "1 datum läses som dmy"),
    ],
)
def test_one_and_several_are_told_apart(folder: Path, language: str, rows: str, said: str) -> None:
    (folder / "list.csv").write_text(rows, encoding="utf-8")

    assert said in run(["--lang", language, "import", "list.csv"], folder).out


def test_a_workbook_that_cannot_hold_a_cell_is_not_written_and_says_what_would_do(folder: Path) -> None:
    tags = ", ".join(f"{number:03}{'x' * 100}" for number in range(400))
    (folder / "assignments" / "tagged.yaml").write_text(f"{SMALL}tags: [{tags}]\n", encoding="utf-8")

    ended = run(["export", "out.xlsx"], folder)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == (
        "staircase: “out.xlsx” is not written: the sheet Assignments can’t hold it all. Use csv, jsonl or parquet."
    )
    assert not (folder / "out.xlsx").exists()
    assert run(["export", "out", "--format", "csv"], folder).code == 0


def test_rows_and_cells_are_sentences_for_who_has_them_read_aloud(folder: Path) -> None:
    (folder / "list.csv").write_text(f"{WHOLE}Doors;care;L;soon\n", encoding="utf-8")

    said = run(["import", "list.csv"], folder, {"ACCESSIBLE": "1"}).out.splitlines()

    assert said[2:5] == [
        "list, row 2, Cameras: new",
        "list, row 3, Doors: can’t be used",
        "list, D3: no day; write 2026-05-31, or 2026-05 where only the month is known",
    ]
