"""``edit``: the reader's own editor on a real terminal, played by a script that does what it is told each time."""

import re
import shlex
from pathlib import Path

import pytest

from staircase.cli.editing import editor_command
from staircase.words import guide
from staircase.words.en.help import TEXTS as ENGLISH
from tests.cli.conversation import conversation
from tests.cli.running import example, fresh
from tests.cli.writes import VISITS, changed, done, planted, standing

BROKEN = "benefits: [{id: time, title: Fewer hours on the road, unit: hours}]"
GUIDE = re.findall(r"`(staircase edit [^`]*)`", guide("en", "write").text)


def edited(folder: Path, arguments: list[str], *acts: str, answers: tuple[str, ...] = ()) -> tuple[int, str]:
    """Edit with an editor that acts: one shell script a time, which gets the file as ``$file``; and what was shown."""
    for number, act in enumerate(acts, 1):
        (folder / f"act-{number}").write_text(act, encoding="utf-8")
    editor = folder / "nano"
    editor.write_text(
        f'#!/bin/sh\nn=$(($(cat "{folder}/times" 2>/dev/null || echo 0) + 1)); echo $n > "{folder}/times"\n'
        f'echo "$@" | sed "s|$PWD/||" > "{folder}/opened-$n"\nfor file; do :; done; . "{folder}/act-$n"\n',
        encoding="utf-8",
    )
    editor.chmod(0o755)
    return conversation(["edit", *arguments], folder / "p", answers, {"EDITOR": str(editor)})


def opened(folder: Path, time: int = 1) -> str:
    return (folder / f"opened-{time}").read_text(encoding="utf-8").strip()


def test_the_editor_opens_at_the_entry_and_what_was_edited_is_told_as_any_event(tmp_path: Path) -> None:
    before = standing(planted(tmp_path / "p"))
    code, shown = edited(tmp_path, ["keyless visits", "time"], 'sed -i "s/^lead: .*/lead: A. Nurse/" "$file"')

    assert (code, opened(tmp_path)) == (0, "+25 assignments/visits.yaml")
    assert VISITS.splitlines()[24].strip() == "- id: time"
    assert changed(before, standing(tmp_path / "p")) == "- lead: Programme\n+ lead: A. Nurse"
    assert "A. Nurse" in shown
    assert "Written: assignments/visits.yaml" in shown


def test_errors_are_shown_and_the_editor_is_offered_again_at_the_first_of_them(tmp_path: Path) -> None:
    planted(tmp_path / "p")
    acts = [f'sed -i "s/^started: .*/started: {day}/" "$file"' for day in ("2026-02-30", "2026-01-05")]
    code, shown = edited(tmp_path, ["visits"], *acts, answers=("",))

    assert (code, opened(tmp_path, 2)) == (0, "+4 assignments/visits.yaml")
    assert "error" in shown
    assert "2026-02-30" in shown
    assert "The file has errors. What now?\n   1  again  open the editor again\n   2  leave" in shown


def test_who_leaves_it_keeps_the_file_as_it_is_and_it_ends_with_1(tmp_path: Path) -> None:
    planted(tmp_path / "p")
    code, _ = edited(tmp_path, ["visits"], 'echo "title: [" > "$file"', answers=("leave",))

    assert (code, (tmp_path / "p/assignments/visits.yaml").read_text()) == (1, "title: [\n")


def test_a_file_with_errors_opens_at_the_first_of_them_and_the_programmes_own_at_an_entry(tmp_path: Path) -> None:
    planted(tmp_path / "p")
    edited(tmp_path, ["wrong"], 'sed -i "s/2026-02-30/2026-02-28/" "$file"')
    code, shown = edited(tmp_path, ["program", "plan-2027"], "", "exit 3")

    assert (opened(tmp_path), opened(tmp_path, 2)) == ("+4 assignments/wrong.yaml", "+10 program.yaml")
    assert (code, shown) == (0, f"{tmp_path}/nano ended with 3.\nprogram.yaml is as it was.\n")


def test_who_names_no_assignment_is_asked_for_one(tmp_path: Path) -> None:
    planted(tmp_path / "p")
    code, shown = edited(tmp_path, [], "", answers=("keyless",))

    assert (code, shown.startswith("Which assignment?")) == (0, True)
    assert opened(tmp_path) == "+1 assignments/visits.yaml"


@pytest.mark.parametrize("shown", [*ENGLISH["example.edit"].split("\n"), *GUIDE])
def test_every_example_works_on_the_example_portfolio(tmp_path: Path, shown: str) -> None:
    example(tmp_path)
    (tmp_path / "portfolio").rename(tmp_path / "p")

    code, told = edited(tmp_path, shlex.split(shown)[2:], "")
    assert (code, told) == (0, "assignments/nattillsyn.yaml är som förut.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "there is no assignment “nowhere”."),
        (["visits", "nothing"], "there is no entry “nothing”."),
    ],
)
def test_what_is_not_there_is_refused(tmp_path: Path, arguments: list[str], said: str) -> None:
    planted(tmp_path / "p")
    code, shown = edited(tmp_path, arguments, "")

    assert (code, said in shown, (tmp_path / "times").exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        (
            "",
            (
                "no editor is known. Say which in VISUAL or EDITOR (export EDITOR=nano), "
                "or open assignments/visits.yaml:25"
            ),
        ),
        ("nowhere/ed --now", "the editor “nowhere/ed” could not be started: no such file or folder."),
        ("'ed", "VISUAL can’t be read as a command: “'ed” has a quote without an end."),
    ],
)
def test_without_an_editor_it_says_which_line_to_open_or_what_is_wrong(tmp_path: Path, editor: str, said: str) -> None:
    code, shown = conversation(["edit", "visits", "time"], planted(tmp_path), (), {"VISUAL": editor})

    assert (code, said in " ".join(shown.split())) == (2, True)


def test_in_a_pipe_it_says_which_line_to_open_and_what_changes_a_value(tmp_path: Path) -> None:
    ended, lines = done(planted(tmp_path), "edit", "visits", "time")

    assert (ended.code, ended.out, lines) == (2, "", "")
    assert ended.err.splitlines()[0] == (
        "staircase: an editor needs a terminal. The file is assignments/visits.yaml:25; "
        "a value is changed with: staircase set visits KEY VALUE"
    )
    assert fresh(["edit"], tmp_path).err.startswith(
        "staircase: this is missing: ID. The whole command: staircase edit ID"
    )


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (["/usr/bin/vim"], ["+7", "a.yaml"]),
        (["emacsclient", "-t"], ["-t", "+7", "a.yaml"]),
        (["code"], ["--wait", "--goto", "a.yaml:7"]),
        (["Code.exe", "--wait"], ["--wait", "--goto", "a.yaml:7"]),
        (["subl", "-w"], ["-w", "a.yaml:7"]),
        (["notepad.exe"], ["a.yaml"]),
    ],
)
def test_an_editor_is_told_the_line_as_it_takes_one(program: list[str], told: list[str]) -> None:
    assert editor_command(program, Path("a.yaml"), 7) == [program[0], *told]
