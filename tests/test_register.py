"""A real register whose projects have several partners: every report of it is made, and is true."""

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.running import run
from tests.cli.screen import on_screen
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
STARTED_IN_A_MONTH = {
    *("betafec", "calc", "collegescorecard", "dataact", "developer-program", "discovery", "ekip-api", "fbopen"),
    *("foia", "myra", "myusa", "openopps", "pulse", "sbirez", "useiti-report"),
}
STANDING_SINCE_A_MONTH = {
    *("betafec", "calc", "collegescorecard", "dataact", "ekip-api", "foia", "myusa", "sbirez"),
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
    rows = report(register, "status", "--state", "active", "--state", "completed")["rows"]
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


def test_of_most_of_its_beginnings_only_the_month_is_known(register: Path) -> None:
    files = {path.stem: yaml.safe_load(path.read_text()) for path in register.glob("assignments/*.yaml")}
    entered = {str(row["id"]): str(row["entered"]) for row in report(register, "status")["rows"]}

    assert {name for name, file in files.items() if len(str(file["started"])) == 7} == STARTED_IN_A_MONTH
    assert {name for name, day in entered.items() if len(day) == 7} == STANDING_SINCE_A_MONTH
    assert [entered[name] for name in ("calc", "foia", "c2")] == ["2015-05", "2014-06", "2014-10-03"]


def test_its_project_that_was_handed_over_has_ended_in_that_month(register: Path) -> None:
    (row,) = report(register, "status", "--state", "completed")["rows"]

    assert (row["id"], row["state"], row["last_touched"], row["days_in_step"]) == ("myra", "completed", "2015-06", 182)


def test_returns_that_the_history_has_are_returns(register: Path) -> None:
    rows = report(register, "flow")["rows"]
    moves = {str(row["period"]): (row["forward"], row["returns"]) for row in rows}

    assert {period: of for period, of in moves.items() if of != (0, 0)} == {
        "2014-Q4": (5, 1),
        "2015-Q1": (4, 1),
        "2015-Q2": (2, 0),
        "2015-Q3": (3, 0),
    }
    assert sum(int(str(row["started"])) for row in rows) == 23


def test_a_table_says_who_is_not_alone_where_names_are_cut(register: Path) -> None:
    shown = on_screen(["status", "--as-of", DAY, "--lang", "en", "--color", "never"], register, 112).out

    assert {line.split()[1] for line in shown.splitlines() if "… & " in line} == SHARED.keys()
    assert "& several departments together" in shown
