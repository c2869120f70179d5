"""Suggestions end where nobody would read them: a crowd of wrong references costs no more than a few."""

from datetime import date

import pytest

from staircase.core.assess import found
from staircase.core.load import load
from staircase.core.source import File

PROGRAM = b"format: 1\nname: P\norganisation: O\ndepartments:\n  - {id: care, name: Care}\n"
TODAY = date(2026, 11, 2)


def _assignment(name: str, *needed: str) -> File:
    head = "title: T\ndepartment: care\nlead: L\nstarted: 2026-09-01\n"
    return File(f"assignments/{name}.yaml", f"{head}depends_on: [{', '.join(needed)}]\n".encode())


@pytest.mark.no_cover
def test_of_many_references_to_many_ids_the_first_get_suggestions_and_all_are_found() -> None:
    names = [f"assignment-{number:04}" for number in range(1000)]
    files = [File("program.yaml", PROGRAM), *(_assignment(name, f"{name}x") for name in names)]

    reasons = [finding.reason for finding in found(load(files), None, TODAY).errors]

    assert reasons == ["assignment-nearest"] * 300 + ["assignment"] * 700  # 300,000 words are compared in one run


def test_of_equally_near_ids_the_first_file_wins_in_every_run() -> None:
    files = [File("program.yaml", PROGRAM), *(_assignment(name) for name in ("care-a", "care-b", "care-c", "care-d"))]

    [finding] = found(load([*files, _assignment("other", "care-x")]), None, TODAY).errors

    assert str(finding.params["nearest"]) == "Name(text='care-a')"
