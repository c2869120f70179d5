"""A hostile environment, folder or crowd of files never makes a command fail otherwise than the command line says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, SMALL
from tests.hostile.commands import BESIDE
from tests.hostile.inside import Met, meet
from tests.hostile.judges import acts, commands_a_runner, wrong
from tests.hostile.portfolios import written

REPORTS = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow", "check")
HOSTILE = (
    "x",
    "\x1b[2J",
    "::error::x",
    "a\n::error::x",
    "##[error]x",
    "\x9b31m",
    "\u202ex",
    "9" * 5000,
    "{0}{x}",
    "[/]",
)
PATHS = (*HOSTILE, "file", "pipe", "nowhere", "-x", "..", "~nobody/x", "/dev/zero", "/proc/self/mem", "\udc80")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return written(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL, "file": "x"})


@pytest.mark.parametrize("columns", ["0", "-1", "1", "99999", "9" * 40, "abc", "", "\x1b[2J"])
@pytest.mark.parametrize("term", ["dumb", "", "xterm-256color", "\x1b[2J", "x" * 5000])
def test_no_width_and_no_kind_of_terminal_stops_a_report(folder: Path, columns: str, term: str) -> None:
    found = [meet([name], folder, {"COLUMNS": columns, "TERM": term}, terminal=True) for name in REPORTS]

    assert [(met.code, fault) for met in found if (fault := _said(met)) or met.code not in {0, 1}] == []


@pytest.mark.parametrize("written_day", ["", *HOSTILE, "2026-02-30", "9999-12-31", "0000-00-00", "٢٠٢٦-١١-٠٢"])
def test_a_hostile_day_is_a_usage_error(folder: Path, written_day: str) -> None:
    by_variable = meet(["status"], folder, {"STAIRCASE_TODAY": written_day})
    by_option = meet(["status", f"--as-of={written_day or 'x'}"], folder)

    assert (by_variable.code, by_option.code) == (2 if written_day else 0, 2)
    assert _said(by_variable) + _said(by_option) == []


@pytest.mark.parametrize("day", ["1970-01-01", "2200-12-31"])
def test_every_day_that_is_one_has_its_reports(folder: Path, day: str) -> None:
    found = [meet([name, "--as-of", day], folder) for name in REPORTS]

    assert [met.code for met in found if met.code not in {0, 1}] == []


@pytest.mark.parametrize("path", PATHS)
def test_a_portfolio_named_by_a_hostile_path_is_none(folder: Path, path: str) -> None:
    by_variable = meet(["status"], folder, {"STAIRCASE_PORTFOLIO": path} if "\0" not in path else {})
    by_option = meet(["status", f"--portfolio={path}"], folder)

    assert (by_variable.code, by_option.code) == (3, 3)
    assert _said(by_variable) + _said(by_option) == []


@pytest.mark.parametrize("word", [*HOSTILE, "-x", "\udc80", ""])
def test_a_hostile_word_on_the_command_line_is_shown_and_does_nothing_else(folder: Path, word: str) -> None:
    lines = (
        [word],
        ["show", "--", word],
        ["rule", "--", word],
        ["check", "--", word],
        ["check", f"--format={word}"],
        ["check", f"--select={word}"],
        ["check", f"--base={word}"],
        ["status", f"--department={word}"],
        ["status", f"--sort={word}"],
        ["status", f"--columns={word}"],
        ["status", f"--lang={word}"],
        ["lessons", "--", word],
        ["diff", "--", word],
        ["log", "--", word],
        ["log", f"--number={word}"],
    )

    found = {" ".join(line): meet(line, folder) for line in lines}

    assert {line: met.err for line, met in found.items() if met.code == 70} == {}
    assert {line: said for line, met in found.items() if (said := _said(met))} == {}


def test_without_a_home_and_a_locale_a_report_is_shown(folder: Path) -> None:
    met = meet(["status"], folder, {"HOME": "", "LC_ALL": "", "LANG": "C", "STAIRCASE_LANG": "\x1b"})

    assert (met.code, _said(met)) == (0, [])


def _linked_folder(root: Path) -> None:
    (root / "elsewhere").mkdir()
    written(root, {"elsewhere/secret.yaml": "title: SECRET\n"})
    (root / "p" / "assignments").symlink_to(root / "elsewhere")


def _linked_below(root: Path) -> None:
    _linked_folder(root)
    (root / "p" / "assignments").unlink()
    (root / "p" / "assignments").mkdir()
    (root / "p" / "assignments" / "deep").symlink_to(root / "elsewhere")


def _linked_program(root: Path) -> None:
    (root / "p" / "program.yaml").unlink()
    written(root, {"secret.yaml": PROGRAM.replace("name: P", "name: SECRET")})
    (root / "p" / "program.yaml").symlink_to(root / "secret.yaml")


def _piped_program(root: Path) -> None:
    (root / "p" / "program.yaml").unlink()
    os.mkfifo(root / "p" / "program.yaml")


def _piped_folder(root: Path) -> None:
    os.mkfifo(root / "p" / "assignments")


def _ring_of_folders(root: Path) -> None:
    (root / "p" / "assignments").mkdir()
    (root / "p" / "assignments" / "deep").symlink_to("..")


FOLDERS: dict[str, Callable[[Path], None]] = {
    "a link for the folder": _linked_folder,
    "a linked folder below": _linked_below,
    "a link for the programme": _linked_program,
    "a pipe for the programme": _piped_program,
    "a pipe for the folder": _piped_folder,
    "a ring of folders": _ring_of_folders,
}


@pytest.mark.parametrize("make", FOLDERS.values(), ids=FOLDERS.keys())
def test_nothing_outside_the_portfolio_is_read_and_what_is_left_out_is_named(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    written(tmp_path, {"p/program.yaml": PROGRAM})
    make(tmp_path)

    found = [meet([name], tmp_path / "p") for name in REPORTS]

    assert [met.code for met in found] == [1] * len(REPORTS)
    assert [met for met in found if "SECRET" in met.out + met.err] == []


@pytest.mark.slow
def test_twenty_thousand_files_are_read_by_a_command_as_soon_as_can_be_expected(tmp_path: Path) -> None:
    commands = (("status",), ("gaps",), ("check",), ("check", "--format", "sarif"))
    texts = {f"assignments/d{n % 50}/a{n}.yaml": f"{SMALL}depends_on: [a{n * 7 % 25_000}x]\n" for n in range(20_000)}
    written(tmp_path, {"program.yaml": PROGRAM, "assignments/broken.yaml": "title: [\n"} | texts)

    found = {" ".join(each): meet(each, tmp_path) for each in commands}

    assert {line: met.seconds for line, met in found.items() if met.code != 1 or met.was_endless} == {}


def _said(met: Met) -> list[str]:
    return [*wrong(met.out, (acts, commands_a_runner)), *wrong(met.err, BESIDE)]
