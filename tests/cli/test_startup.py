"""Start-up: what is asked for little loads little."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment

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
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=tmp_path,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=True,
    )

    assert HEAVY & set(done.stderr.splitlines()) == set()
