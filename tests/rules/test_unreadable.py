"""What git can't hold: links, pipes, folders, files too large or closed to the reader; each is named and counted."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from staircase.core.assess import assess
from staircase.core.load import load
from staircase.core.source import PROGRAM_FILE, START, File, Unreadable
from staircase.disk import LIMIT, read
from tests.reader import a_reader

DAY = date(2026, 11, 2)
PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments:\n  - {id: care, name: Care}\n"
SMALL = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-10-01\ntogether: [care worker]\n"
FULL = LIMIT - len(SMALL) - len("# \n")


@pytest.fixture
def root(open_folder: Path) -> Path:
    (open_folder / PROGRAM_FILE).write_text(PROGRAM)
    (open_folder / "assignments").mkdir()
    (open_folder / "assignments" / "good.yaml").write_text(SMALL)
    return open_folder


def errors(root: Path) -> list[tuple[str, str, str]]:
    with a_reader():
        files = read(root)
    assessment = assess(load(files), DAY, DAY)
    assert list(assessment.portfolio.entries)[-1:] == ["good"]
    return [(finding.path, finding.rule, finding.reason) for finding in assessment.findings]


def a_link_out(file: Path) -> None:
    file.symlink_to(file.parents[1] / PROGRAM_FILE)


def a_link_to_nothing(file: Path) -> None:
    file.symlink_to("nothing")


def a_link_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


def a_pipe(file: Path) -> None:
    os.mkfifo(file)


def one_byte_too_many(file: Path) -> None:
    file.write_text(f"{SMALL}# {'x' * (FULL + 1)}\n")


def closed_to_the_reader(file: Path) -> None:
    file.write_text(SMALL)
    file.chmod(0)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (a_link_out, "link"),
        (a_link_to_nothing, "link"),
        (a_link_to_itself, "link"),
        (a_pipe, "not-regular"),
        (Path.mkdir, "not-regular"),
        (one_byte_too_many, "too-large"),
        (closed_to_the_reader, "no-permission"),
    ],
)
def test_what_can_not_be_read_is_reported_and_the_rest_is_read(
    root: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(root / "assignments" / "bad.yaml")

    assert errors(root) == [("assignments/bad.yaml", "file-unreadable", reason)]


def test_a_file_of_exactly_the_limit_is_read(root: Path) -> None:
    (root / "assignments" / "full.yaml").write_text(f"{SMALL}# {'x' * FULL}\n")

    assert errors(root) == []


def test_a_missing_folder_of_assignments_is_no_fault(root: Path) -> None:
    (root / "assignments" / "good.yaml").unlink()
    (root / "assignments").rmdir()

    assessment = assess(load(read(root)), DAY, DAY)

    assert [finding.rule for finding in assessment.findings] == ["department-untouched"]


@pytest.mark.parametrize("problem", get_args(Unreadable))
def test_every_problem_stands_at_the_file_and_leaves_its_id_known(problem: Unreadable) -> None:
    depends = File("assignments/a.yaml", f"{SMALL}depends_on: [b]\n".encode())

    portfolio = load([File(PROGRAM_FILE, PROGRAM.encode()), depends, File("assignments/b.yaml", problem=problem)])
    found = assess(portfolio, DAY, DAY).findings

    assert [(one.path, one.rule, one.reason) for one in found] == [("assignments/b.yaml", "file-unreadable", problem)]
    assert portfolio.span(found[0].path, found[0].where) == START
