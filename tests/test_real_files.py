"""Files as people really write them, in formats of their own: findings and a nonzero exit, never a traceback."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Ended, plant, run

REAL = Path(__file__).parent / "real"
FILES = sorted(file for file in REAL.glob("*/*.y*ml"))
GOOD = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-10-01\ntogether: [care worker]\n"

FORMATS: tuple[list[str], ...] = ([], ["--lang", "sv"], ["--json"], ["--format", "full"])


def checked(tmp_path: Path, *options: str) -> Ended:
    """Check a portfolio of all the real files and one that is as it should be."""
    root = plant(tmp_path, {"assignments/good.yaml": GOOD})
    for file in FILES:
        (root / "assignments" / file.name).write_bytes(file.read_bytes())
    language = [*options] if "--lang" in options else []
    return run([*language, "check", *(option for option in options if option not in language)], root)


def rows(ended: Ended) -> Iterator[tuple[str, str, int]]:
    for row in json.loads(ended.out)["rows"]:
        yield row["path"], row["rule"], row["line"]


@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
def test_foreign_files_are_findings_and_no_crash(tmp_path: Path, options: list[str]) -> None:
    ended = checked(tmp_path, *options)

    assert ended.code == 1
    assert "Traceback" not in ended.out + ended.err
    assert {file.name for file in FILES if file.name not in ended.out} == set()


def test_every_foreign_file_is_counted_and_the_good_one_is_read(tmp_path: Path) -> None:
    report = json.loads(checked(tmp_path, "--json").out)

    assert sorted(report["unreadable"]) == sorted(f"assignments/{file.name}" for file in FILES)
    assert {row["path"] for row in report["rows"] if row["severity"] == "error"} == set(report["unreadable"])


def test_reports_go_on_without_them(tmp_path: Path) -> None:
    checked(tmp_path)

    ended = run(["status", "--json"], tmp_path)

    assert ended.code == 1
    assert [row["id"] for row in json.loads(ended.out)["rows"]] == ["good"]


def test_a_file_of_another_dashboard_lacks_what_we_ask_for_and_has_what_we_do_not(tmp_path: Path) -> None:
    found = Counter(rule for path, rule, _ in rows(checked(tmp_path, "--json")) if path == "assignments/calc.yml")

    assert found == {"field-missing": 4, "field-unknown": 9, "field-invalid": 2}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sensors.yml", [("field-invalid", 1)]),
        ("tom.yaml", [("field-missing", 1)]),
        (
            "open-data.yml",
            [*[("field-missing", 2)] * 3, ("field-unknown", 2), ("field-unknown", 4), ("file-not-plain", 5)],
        ),
        (
            "Digital signering 2.0.yaml",
            [
                ("file-name", 1),
                ("reference-unknown", 2),
                ("field-invalid", 4),
                ("field-unknown", 5),
                ("field-unknown", 6),
                ("field-invalid", 7),
                ("field-invalid", 9),
                ("field-invalid", 10),
            ],
        ),
        (
            "chatbot.yaml",
            [
                ("reference-unknown", 2),
                ("field-invalid", 4),
                ("field-invalid", 5),
                ("reference-unknown", 6),
                ("field-invalid", 7),
                ("field-missing", 12),
                ("field-missing", 12),
                ("field-unknown", 12),
                ("field-invalid", 13),
            ],
        ),
    ],
)
def test_what_a_project_office_writes_is_told_at_its_lines(
    tmp_path: Path, name: str, expected: list[tuple[str, int]]
) -> None:
    found = [(rule, line) for path, rule, line in rows(checked(tmp_path, "--json")) if path == f"assignments/{name}"]

    assert found == expected
