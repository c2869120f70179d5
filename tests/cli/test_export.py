"""``export``: which file or folder it writes, whole or not at all, and what it refuses."""

import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, SMALL, plant, process, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plant(tmp_path, {"assignments/keyless.yaml": SMALL})


@pytest.mark.parametrize(
    ("library", "arguments"), [("xlsxwriter", ("out.xlsx",)), ("pyarrow", ("out", "--format", "parquet"))]
)
def test_without_the_extra_one_line_says_how_to_get_it(
    tmp_path: Path, library: str, arguments: tuple[str, ...]
) -> None:
    start = f"import sys; sys.modules['{library}'] = None; from staircase.__main__ import main; sys.exit(main())"
    command = ["--portfolio", str(ROOT / "portfolio"), "export", *arguments, "--lang", "en"]

    ended = process([sys.executable, "-c", start, *command], tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0].endswith(
        "is written by an extra that is not installed: "
        'pipx install --force "staircase-portfolio[sheets]", or with pip: pip install "staircase-portfolio[sheets]"'
    )
    assert list(tmp_path.iterdir()) == []


def test_csv_and_json_lines_need_no_extra(folder: Path) -> None:
    missing = "sys.modules['xlsxwriter'] = sys.modules['pyarrow'] = None"
    start = f"import sys; {missing}; from staircase.__main__ import main; sys.exit(main())"

    codes = [process([sys.executable, "-c", start, "export", name], folder).code for name in ("out", "out.jsonl")]

    assert codes == [0, 0]


@pytest.mark.parametrize(
    "arguments", [("benefits.csv",), ("out.parquet", "--format", "parquet"), ("out.xlsx", "--format", "csv")]
)
def test_a_format_with_a_file_for_each_table_asks_for_a_folder(folder: Path, arguments: tuple[str, ...]) -> None:
    ended = run(["export", *arguments, "--lang", "en"], folder)

    assert ended.code == 2
    assert "name a folder" in ended.err
    assert sorted(path.name for path in folder.iterdir()) == ["assignments", "program.yaml"]


@pytest.mark.parametrize("place", ["out", "out.xlsx", "out.jsonl"])
def test_a_programme_that_cannot_be_read_leaves_nothing(folder: Path, place: str) -> None:
    (folder / "program.yaml").write_text("[")

    ended = run(["export", place], folder)

    assert ended.code == 1
    assert "program.yaml" in ended.err
    assert sorted(path.name for path in folder.iterdir()) == ["assignments", "program.yaml"]


def test_what_stands_in_a_folder_already_stays_but_for_the_tables(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "mine.txt").write_text("mine")
    (folder / "out" / "goals.csv").write_text("old")

    ended = run(["export", "out"], folder)

    assert ended.code == 0
    assert (folder / "out" / "mine.txt").read_text() == "mine"
    assert (folder / "out" / "goals.csv").read_text().startswith("id,title,")


def test_a_wrong_filter_leaves_no_folder(folder: Path) -> None:
    ended = run(["export", "out", "--department", "nowhere", "--lang", "en"], folder)

    assert ended.code == 2
    assert "nowhere" in ended.err
    assert not (folder / "out").exists()


def test_the_filters_choose_whole_assignments(folder: Path) -> None:
    (folder / "assignments" / "other.yaml").write_text(SMALL.replace("care\n", "schools\n"))

    run(["export", "out", "--department", "care"], folder)

    rows = [line.split(",")[0] for line in (folder / "out" / "assignments.csv").read_text().splitlines()]
    assert rows == ["id", "keyless"]
    assert [line.split(",")[0] for line in (folder / "out" / "departments.csv").read_text().splitlines()] == [
        "id",
        "care",
    ]


@pytest.mark.parametrize("place", ["assignments/keyless.yaml", "program.yaml"])
def test_the_portfolios_own_files_are_never_written_over(folder: Path, place: str) -> None:
    before = (folder / place).read_text()

    ended = run(["export", place, "--format", "xlsx"], folder)

    assert ended.code == 2
    assert (folder / place).read_text() == before


def test_a_link_of_the_work_tree_leads_no_export_out_of_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (folder / ".git").mkdir()
    (folder / "link").symlink_to(away)

    codes = [run(["export", place], folder).code for place in ("link", "link/out", "link/out.xlsx")]

    assert codes == [2, 2, 2]
    assert list(away.iterdir()) == []


@pytest.mark.parametrize("place", ["nowhere/out", "nowhere/out.xlsx", "assignments/keyless.yaml/out"])
def test_a_place_that_is_not_there_is_named(folder: Path, place: str) -> None:
    ended = run(["export", place, "--lang", "en"], folder)

    assert ended.code == 2
    assert place.partition("/")[0] in ended.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_is_told_and_nothing_else(folder: Path) -> None:
    ended = run(["export", "/dev/full", "--format", "xlsx", "--lang", "en"], folder)

    assert ended.code == 74
    assert ended.err.startswith("staircase: ")
    assert "there is no room for it on the disk" in ended.err
