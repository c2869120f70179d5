"""Completion: the portfolio's own words, in each shell's form."""

from pathlib import Path

import pytest

from tests.cli.running import SMALL, plant, run
from tests.repositories import installed, surroundings
from tests.shell import PROMPT, Shell

FILES = {
    "assignments/keyless.yaml": SMALL + "tags: [welfare, night shift]\n",
    "assignments/deep/kiosk.yml": SMALL,
    "assignments/Äldre omsorg/bath.yaml": SMALL,
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
        ("status --tag ", ["night\\ shift", "welfare"]),
        ("status --state p", ["planned", "paused"]),
        ("status --by ", ["step", "department", "lead", "state", "goal"]),
        ("check assignments/k", ["assignments/keyless.yaml"]),
        (
            "check ",
            [
                "assignments/deep/kiosk.yml",
                "assignments/keyless.yaml",
                "assignments/Äldre\\ omsorg/bath.yaml",
                "program.yaml",
            ],
        ),
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


SHELLS = {
    "bash": (("bash", "--noprofile", "--norc", "-i"), "source ~/.bashrc"),
    "zsh": (("zsh", "-f", "-i"), "source ~/.zshrc"),
}
TYPED = {
    "dep": "departments",
    "show key": "show keyless",
    "show ba": "show bath",
    "rule journey-stu": "rule journey-stuck",
    "accept journey-stuc": "accept journey-stuck",
    "guide rev": "guide review",
    "status --depart": "status --department",
    "status --department sc": "status --department schools",
    "status --department=sc": "status --department=schools",
    "status --state=pa": "status --state=paused",
    "check --select=journey-stu": "check --select=journey-stuck",
    "status --tag nig": "status --tag night\\ shift",
    "check assignments/Ä": "check assignments/Äldre\\ omsorg/bath.yaml",
    "check assignments/Äldre\\ omsorg/b": "check assignments/Äldre\\ omsorg/bath.yaml",
    "check 'assignments/Äld": "check 'assignments/Äldre omsorg/bath.yaml'",
    'check "assignments/Äldre o': 'check "assignments/Äldre omsorg/bath.yaml"',
    "--portfolio '../en å mapp' show ki": "--portfolio '../en å mapp' show kiosk",
    "--portfolio ../en\\ å\\ mapp status --goal=c": "--portfolio ../en\\ å\\ mapp status --goal=calm",
}


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_completes_what_is_typed_when_tab_is_pressed(tmp_path: Path, shell: str) -> None:
    folder = plant(tmp_path / "en å mapp", FILES)
    variables = surroundings(tmp_path / "home", TERM="xterm", STAIRCASE_LANG="en")
    variables["PATH"] = f"{installed(tmp_path / 'bin/staircase').parent}:{variables['PATH']}"
    command, begins = SHELLS[shell]

    with Shell(command, folder, variables) as started:
        installed_as = started.run("staircase --install-completion")
        assert started.run(begins) == ""
        completed = {typed: started.completed(f"staircase {typed}") for typed in TYPED}

    assert installed_as.startswith(f"Completion for {shell} is installed")
    assert completed == {typed: f"{PROMPT}staircase {wanted}" for typed, wanted in TYPED.items()}
