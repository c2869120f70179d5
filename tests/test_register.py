"""A real register whose projects have several partners: every report of it is made, and is true."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.register import converted

DAY = "2016-04-01"
SHARED = {
    "api-data-gov": 7,
    "c2": 3,
    "cloud-gov": 2,
    "foia": 2,
    "myusa": 4,
    "openopps": 3,
}
REPORTS = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow", "gaps --roadmap")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    for path, text in converted().items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def report(folder: Path, *command: str) -> dict[str, list[dict[str, object]]]:
    ended = run([*command, "--json", "--as-of", DAY], folder)
    assert ended.code == 0
    found: dict[str, list[dict[str, object]]] = json.loads(ended.out)
    return found


@pytest.mark.parametrize("command", REPORTS)
def test_every_report_reads_all_of_it(register: Path, command: str) -> None:
    assert report(register, *command.split())["unreadable"] == []
    assert run([*command.split(), "--as-of", DAY, "--lang", "sv"], register).code == 0


def test_nothing_in_it_is_an_error(register: Path) -> None:
    rows = report(register, "check")["rows"]

    assert {row["severity"] for row in rows} == {"warning", "note"}


def test_six_of_its_23_projects_are_shared_by_their_real_partners(register: Path) -> None:
    rows = report(register, "status")["rows"]
    partners = {str(row["id"]): row["departments"] for row in rows}

    assert len(rows) == 23
    assert {name: len(of) for name, of in partners.items() if isinstance(of, list) and len(of) > 1} == SHARED
    assert partners["c2"] == ["gsa-national-capital-region", "18f", "gsa-common-acquisition-platform"]


def test_each_partner_has_its_projects_and_the_whole_counts_each_once(register: Path) -> None:
    rows = report(register, "departments")["rows"]
    assignments = {str(row["id"]): row["assignments"] for row in rows}

    assert assignments["general-services-administration"] == 10
    assert sum(count for count in assignments.values() if isinstance(count, int)) == 23 + sum(SHARED.values()) - 6
    assert len(report(register, "status", "--department", "department-of-state")["rows"]) == 1
