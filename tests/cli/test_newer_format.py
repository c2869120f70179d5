"""A format that only a newer staircase knows: refused by every command with what to install, never half read."""

from pathlib import Path

import pytest

from staircase import __version__
from tests.cli.running import PROGRAM, SMALL, Ended, plant, run
from tests.repository import begun

SAID = (
    f"staircase: the portfolio has format 2, which this version, {__version__}, does not know. Install a newer one: "
    "pipx upgrade staircase-portfolio, or pip install --upgrade staircase-portfolio\n"
)
NEWER = PROGRAM.replace("format: 1", 'format: "2"') + "unheard-of: &a {of: *a}\n"


@pytest.mark.parametrize(
    "command",
    [
        *("status", "show a", "departments", "benefits", "roadmap", "gaps", "gaps --roadmap", "lessons", "flow"),
        *("check", "check --format json", "diff HEAD", "log", "report", "schema assignment", "init", "upgrade"),
    ],
)
def test_every_command_refuses_a_newer_format_with_what_to_install(tmp_path: Path, command: str) -> None:
    begun(tmp_path, {"program.yaml": PROGRAM, "assignments/a.yaml": SMALL})
    (tmp_path / "program.yaml").write_text(NEWER)

    assert run(command.split(), tmp_path) == Ended(3, "", SAID)


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
