"""A format that only a newer staircase knows: refused by every command with what to install, never half read."""

from pathlib import Path

import pytest

from staircase import __version__
from staircase.cli.help import FAMILIES
from tests.cli.running import PROGRAM, SMALL, Ended, plant, run
from tests.repository import begun

SAID = (
    f"staircase: the portfolio has format 2, which this version, {__version__}, does not know. Install a newer one: "
    "pipx upgrade staircase-portfolio, or pip install --upgrade staircase-portfolio\n"
)
NEWER = PROGRAM.replace("format: 1", 'format: "2"') + "unheard-of: &a {of: *a}\n"


READ_NONE = {"rule", "guide"}
ARGUMENTS = {
    "show": "a",
    "diff": "HEAD",
    "schema": "assignment",
    "new": "b --title B --department care --lead L",
    "move": "a benefits",
    "trial": "a Trial",
    "benefit": "a Benefit",
    "measure": "a time 5",
    "export": "tables",
    "present": "a --forum F",
    "close": "a time --why W",
    "take-home": "a time --how H",
    "plan": "a Item",
    "anchor": "a item plan",
    "pause": "a --why W",
    "stop": "a --why W",
    "accept": "journey-stale a --until 2027-01-31 --why W",
    "set": "a tags T",
    "unset": "a tags",
    "rename": "a b",
    "import": "table.csv",
    "declare": "goal b B",
    "adopt": "plan",
    **dict.fromkeys(("start", "finish", "drop"), "a item"),
    **dict.fromkeys(("live", "review", "resume", "complete", "edit"), "a"),
}
COMMANDS = [
    f"{name} {ARGUMENTS.get(name, '')}" for names in FAMILIES.values() for name in names if name not in READ_NONE
]


@pytest.mark.parametrize("command", [*COMMANDS, "gaps --roadmap", "check --format json", "schema program"])
def test_every_command_refuses_a_newer_format_with_what_to_install(tmp_path: Path, command: str) -> None:
    begun(tmp_path, {"program.yaml": PROGRAM, "assignments/a.yaml": SMALL})
    (tmp_path / "program.yaml").write_text(NEWER)

    assert run(command.split(), tmp_path) == Ended(3, "", SAID)
    assert (tmp_path / "program.yaml").read_text() == NEWER


def test_a_base_of_a_newer_format_is_refused_too(tmp_path: Path) -> None:
    begun(tmp_path, {"program.yaml": NEWER, "assignments/a.yaml": SMALL})
    (tmp_path / "program.yaml").write_text(PROGRAM)

    assert run(["check", "--base", "HEAD"], tmp_path) == Ended(3, "", SAID)
    assert run(["diff", "HEAD", "--staged"], tmp_path) == Ended(3, "", SAID)


@pytest.mark.parametrize("written", ["format: 0", "format: two", "format:", "format: 1\nname: [", "format: 1.5"])
def test_a_format_that_is_none_is_an_error_at_its_line(tmp_path: Path, written: str) -> None:
    plant(tmp_path, {"program.yaml": PROGRAM.replace("format: 1", written), "assignments/a.yaml": SMALL})

    ended = run(["check", "--format", "concise"], tmp_path)

    assert ended.code == 1
    assert ended.out.startswith("program.yaml:")
