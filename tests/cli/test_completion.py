"""Completion: the portfolio's own words, in each shell's form."""

from pathlib import Path

import pytest

from tests.cli.running import SMALL, plant, run

FILES = {
    "assignments/keyless.yaml": SMALL + "tags: [welfare, night shift]\n",
    "assignments/deep/kiosk.yml": SMALL,
    "assignments/notes.txt": "",
    "assignments/.hidden.yaml": SMALL,
    "assignments/a;touch b.yaml": SMALL,
    "program.yaml": (
        "format: 1\nname: P\norganisation: O\ndepartments:\n  - {id: care, name: Care}\n  - id: schools\n    name: S\n"
        "goals: # ours\n  - title: Calm\n    id: calm\n"
    ),
}


def complete(root: Path, line: str, **variables: str) -> list[str]:
    words = {"COMP_WORDS": f"staircase {line}", "COMP_CWORD": str(len(line.split(" ")))}
    return run([], root, {"_STAIRCASE_COMPLETE": "complete_bash"} | words | variables).out.split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("st", ["status", "start", "stop"]),
        ("status --dep", ["--department"]),
        ("status --department ", ["care", "schools"]),
        ("status --department=sc", ["schools"]),
        ("status --department =", ["care", "schools"]),
        ("status --department = sc", ["schools"]),
        ("status --department = care --goal = ", ["calm"]),
        ("status --state = active --goal ", ["calm"]),
        ("status --goal ", ["calm"]),
        ("status --tag ", ["night shift", "welfare"]),
        ("status --state p", ["planned", "paused"]),
        ("status --by ", ["step", "department", "lead", "state", "goal"]),
        ("check assignments/k", ["assignments/keyless.yaml"]),
        ("check ", ["assignments/deep/kiosk.yml", "assignments/keyless.yaml", "program.yaml"]),
    ],
)
def test_the_portfolio_s_own_words_are_offered(tmp_path: Path, line: str, expected: list[str]) -> None:
    assert complete(plant(tmp_path, FILES), line) == expected


def test_a_portfolio_that_is_named_is_the_one_that_is_completed(tmp_path: Path) -> None:
    plant(tmp_path / "there", FILES)
    (tmp_path / "here").mkdir()

    assert complete(tmp_path / "here", "--portfolio ../there status --goal ") == ["calm"]
    assert complete(tmp_path / "here", "status --goal ", STAIRCASE_PORTFOLIO="../there") == ["calm"]
    assert complete(tmp_path / "here", "status --goal ") == [""]


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_every_shell_gets_its_form(tmp_path: Path, shell: str) -> None:
    variables = {
        "_STAIRCASE_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "staircase status --department ",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }

    offered = run([], plant(tmp_path, FILES), variables).out

    assert (
        offered.rstrip("\n")
        == {
            "zsh": '_arguments \'*: :(("care"\n"schools"))\'',
            "fish": "care\nschools",
            "powershell": "care::: \nschools::: ",
        }[shell]
    )


def test_commands_are_explained_in_the_reader_s_language(tmp_path: Path) -> None:
    variables = {
        "_STAIRCASE_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_ARGS": "staircase dep",
        "STAIRCASE_LANG": "sv",
    }

    offered = run([], tmp_path, variables | {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}).out

    assert offered.startswith("departments\tHur långt varje verksamhet har kommit")
