"""Each way to start the program, as a process of its own: all other tests of commands run within one process."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from staircase import __version__
from tests.cli.running import ROOT, SMALL, Ended, fresh, plant, process, run

INSTALLED = Path(sys.executable).parent
TEXTS = {
    "assignments/keyless.yaml": SMALL.replace("Keyless", "Nyckelfri 漢字 ö →"),
    "assignments/silent.yaml": SMALL.replace("together: [care worker]\n", ""),
    "assignments/wrong.yaml": SMALL.replace("care\n", "caring\n"),
    "assignments/broken.yaml": "title: [\n",
}
NO_LIBYAML = "import sys\nsys.modules['yaml._yaml'] = None\n"


@pytest.mark.parametrize("name", ["staircase", "staircase-portfolio"])
def test_it_is_installed_under_both_its_names(tmp_path: Path, name: str) -> None:
    assert process([str(INSTALLED / name), "--version"], tmp_path) == Ended(0, f"staircase {__version__}\n", "")


def test_completion_is_asked_for_under_the_name_that_was_called(tmp_path: Path) -> None:
    plant(tmp_path, TEXTS)
    asked = {"COMP_WORDS": "staircase-portfolio status --department ", "COMP_CWORD": "3"}

    offered = process(
        [str(INSTALLED / "staircase-portfolio")], tmp_path, asked | {"_STAIRCASE_PORTFOLIO_COMPLETE": "complete_bash"}
    )

    assert (offered.code, offered.out.split()) == (0, ["care", "schools"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help", "--lang", "sv"],
        ["stauts"],
        ["status", "--lang", "sv"],
        ["check"],
        ["check", "--format", "sarif"],
        ["gaps", "--json"],
        ["show", "silent", "--plain"],
        ["rule", "benefit-behind"],
    ],
    ids=" ".join,
)
def test_a_process_of_its_own_ends_as_the_same_command_within_another(tmp_path: Path, arguments: Sequence[str]) -> None:
    plant(tmp_path, TEXTS)

    assert fresh(arguments, tmp_path) == run(arguments, tmp_path)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("arguments", [["status", "--lang", "sv"], ["status", "--help", "--lang", "sv"]], ids=" ".join)
def test_a_console_of_another_encoding_is_written_to_as_it_can_be(
    tmp_path: Path, arguments: Sequence[str], encoding: str
) -> None:
    plant(tmp_path, TEXTS)
    given = {"PYTHONIOENCODING": encoding}

    ended = fresh(arguments, tmp_path, given)

    assert ended == run(arguments, tmp_path, given)
    assert "wrong" in ended.out if "--help" not in arguments else "--department" in ended.out


def test_where_pyyaml_was_built_without_libyaml_all_is_found_and_the_last_line_says_so(tmp_path: Path) -> None:
    plant(tmp_path / "p", TEXTS)
    plant(tmp_path, {"before/sitecustomize.py": NO_LIBYAML})
    without = {"PYTHONPATH": f"{tmp_path / 'before'}:{ROOT}"}

    ended, ordinary = (fresh(["check", "--format", "full"], tmp_path / "p", given) for given in (without, {}))

    note = "PyYAML was built without libyaml here: reading is slow, and some tabs and escapes are refused."
    assert (ended.code, ended.out) == (1, f"{ordinary.out.rstrip()} {note}\n")
