"""README is true: what it names exists, what exists is named, and what it shows works."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from staircase.cli.families import FAMILIES
from staircase.core.assess import assess
from staircase.core.file import File
from staircase.core.load import load
from staircase.core.rules.names import ERRORS, GAPS
from tests.cli.running import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(name for family in FAMILIES.values() for name in family)
SHOWN = sorted(set(re.findall(r"`(staircase [a-z][^`]*)`", README)))
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def test_every_command_that_exists_is_named_and_every_one_named_exists() -> None:
    named = {shlex.split(shown)[1] for shown in SHOWN}

    assert named == set(COMMANDS)


def test_every_rule_that_exists_is_named_in_its_table_and_no_other() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \| [A-Z]", README, re.MULTILINE) == [*ERRORS, *GAPS]


@pytest.mark.parametrize(
    "shown", [shown for shown in SHOWN if not re.search(r"NAME|--base|^staircase (diff|log)", shown)]
)
def test_every_command_that_is_shown_runs_on_the_example_portfolio(shown: str) -> None:
    ended = run(shlex.split(shown)[1:], ROOT)

    assert (ended.code in {0, 1} if "check" in shown else ended.code == 0, ended.err) == (True, "")


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)

    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert commands[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()


def test_the_smallest_files_are_valid_and_without_a_gap_on_their_first_day() -> None:
    smallest, program = BLOCKS[_first("title: Keyless")], BLOCKS[_first("format: 1")]

    read = load([File("program.yaml", program.encode()), File("assignments/it.yaml", smallest.encode())])
    told = assess(read, date(2026, 9, 1), date(2026, 9, 1)).findings

    assert smallest.count("\n") == 5
    assert told == ()


def test_the_whole_format_is_shown_in_files_without_errors() -> None:
    whole, program = (BLOCKS[number] for number in _each("kind: assignment", "settings:"))
    other = "title: It\nkind: enabling\nlead: A\nstarted: 2025-06-01\n"
    files = {
        "program.yaml": program,
        "assignments/it.yaml": whole,
        "assignments/e-id-platform.yaml": other,
        "assignments/keyless-all-teams.yaml": other,
    }

    read = load([File(path, text.encode()) for path, text in files.items()])
    told = assess(read, date(2026, 11, 2), date(2026, 11, 2)).findings

    assert [finding for finding in told if finding.rule in ERRORS] == []


def test_pictures_and_files_that_are_named_exist() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)

    assert links
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def _first(head: str) -> int:
    return next(number for number, block in enumerate(BLOCKS) if block.startswith(head))


def _each(*parts: str) -> list[int]:
    return [next(number for number, block in enumerate(BLOCKS) if part in block) for part in parts]
