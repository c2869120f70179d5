"""Start-up: what is asked for little loads little."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.cli.running import ROOT, SMALL, environment, plant, run

COMPLETING = {"_STAIRCASE_COMPLETE": "complete_bash", "COMP_WORDS": "staircase check ", "COMP_CWORD": "2"}
HEAVY = {
    "pydantic",
    "yaml",
    "rich",
    "json",
    "html",
    "csv",
    "importlib.metadata",
    "staircase.core.model",
    "staircase.core.load",
}
SCRIPT = """
import sys
from staircase.__main__ import main
sys.argv[0] = "staircase"
main(sys.argv[1:])
sys.stderr.write("\\n".join(sys.modules))
"""


UNASKED = {"rich", "json"} | {
    f"staircase.{name}" for name in ("render.json", "render.csv", "render.markdown", "cli.findings", "words.sv")
}


def loaded(arguments: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=folder,
        env=environment(**(variables or {})),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        pytest.param(["--version"], {}, id="version"),
        pytest.param(["--help"], {}, id="help"),
        pytest.param(["status", "--help", "--lang", "sv"], {}, id="a command's help"),
        pytest.param(["stauts"], {}, id="a usage error"),
        pytest.param([], COMPLETING, id="completion"),
    ],
)
def test_nothing_heavy_is_loaded(tmp_path: Path, arguments: list[str], variables: dict[str, str]) -> None:
    assert HEAVY & loaded(arguments, tmp_path, variables) == set()


def test_a_report_loads_only_the_format_that_it_writes(tmp_path: Path) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL})

    assert UNASKED & loaded(["status"], tmp_path) == set()


def test_what_else_is_installed_has_no_say(tmp_path: Path) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL})
    installed = tmp_path / "installed"
    plugin = installed / "plugin-1.0.dist-info"
    plugin.mkdir(parents=True)
    (plugin / "METADATA").write_text("Metadata-Version: 2.1\nName: plugin\nVersion: 1.0\n", encoding="utf-8")
    (plugin / "entry_points.txt").write_text("[pydantic]\nplugin = meddling:plugin\n", encoding="utf-8")
    (installed / "meddling.py").write_text("print('I meddle')\nplugin = None\n", encoding="utf-8")

    ended = run(["check"], tmp_path, {"PYTHONPATH": f"{ROOT}:{installed}"})

    assert (ended.code, "meddle" in ended.out) == (0, False)
