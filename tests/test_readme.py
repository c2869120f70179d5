"""README and CONTRIBUTING are true: what they name exists, what exists is named, and what README shows works."""

import re
import shlex
from pathlib import Path

import pytest

from staircase.cli.help import FAMILIES
from tests.cli.running import example, run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(name for family in FAMILIES.values() for name in family)
SHOWN = sorted(set(re.findall(r"`(staircase [a-z][^`]*)`", README)))


def test_every_command_that_exists_is_named_and_every_one_named_exists() -> None:
    named = {shlex.split(shown)[1] for shown in SHOWN}

    assert named <= {*COMMANDS}
    assert {*COMMANDS} - named <= {*FAMILIES["write"]}  # the guide that README links has all of those
    assert "staircase/words/en/guides/write.md" in README


def test_it_is_short_and_its_second_line_leads_swedish_readers_on() -> None:
    assert len(README.encode()) <= 8192
    assert "staircase/words/sv/guides/start.md" in README.splitlines()[1]


@pytest.mark.parametrize(
    "shown", [shown for shown in SHOWN if not re.search(r"NAME|TOPIC|--base|^staircase (diff|log|send)", shown)]
)
def test_every_command_that_is_shown_runs_on_the_example_portfolio(tmp_path: Path, shown: str) -> None:
    command = shlex.split(shown)[1:]
    ended = run(command, example(tmp_path) if command[0] in {"export", *FAMILIES["write"]} else ROOT)

    counts = [
        line for line in ended.err.splitlines() if not line.startswith("Hittat: ") and not line.endswith("är skriven.")
    ]
    assert (ended.code in {0, 1} if "check" in shown else ended.code == 0, counts) == (True, [])


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)

    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert commands[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()


def test_pictures_and_files_that_are_named_exist() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)

    assert links
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_every_file_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {
        name for name in re.findall(r"`([\w./-]+\.(?:py|md|txt|yaml|yml))`", text) if not re.search("[A-Z]{4}", name)
    }
    there = [
        path.relative_to(ROOT).as_posix()
        for top in ("staircase", "tests", ".github", ".gitlab")
        for path in (ROOT / top).rglob("*.*")
    ]

    assert len(named) > 30
    assert [name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in there)] == []
