"""Start-up: what is asked for little needs little, and nothing else that is installed has a say."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import ROOT, SMALL, fresh, plant, run

COMPLETING = {"_STAIRCASE_COMPLETE": "complete_bash", "COMP_WORDS": "staircase check ", "COMP_CWORD": "2"}
HEAVY = ("pydantic", "yaml", "rich", "json", "html", "csv")


def without(folder: Path, modules: tuple[str, ...]) -> dict[str, str]:
    """An environment where importing these modules fails."""
    broken = {f"{module}.py": "raise ZeroDivisionError('it is not needed')\n" for module in modules}
    return {"PYTHONPATH": f"{plant(folder / 'broken', broken)}:{ROOT}"}


@pytest.mark.parametrize(
    ("arguments", "variables", "code"),
    [
        pytest.param(["--version"], {}, 0, id="version"),
        pytest.param(["--help"], {}, 0, id="help"),
        pytest.param(["status", "--help", "--lang", "sv"], {}, 0, id="a command's help"),
        pytest.param(["stauts"], {}, 2, id="a usage error"),
        pytest.param([], COMPLETING, 0, id="completion"),
    ],
)
def test_where_nothing_can_be_read_or_drawn_there_is_help_all_the_same(
    tmp_path: Path, arguments: list[str], variables: Mapping[str, str], code: int
) -> None:
    usual = fresh(arguments, tmp_path, variables)

    assert fresh(arguments, tmp_path, {**without(tmp_path, HEAVY), **variables}) == usual
    assert (usual.code, bool(usual.out + usual.err)) == (code, True)


@pytest.mark.parametrize(("form", "others"), [("table", ("rich", "json")), ("csv", ("rich",)), ("json", ("rich",))])
def test_a_report_needs_only_the_format_that_it_writes(tmp_path: Path, form: str, others: tuple[str, ...]) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL})

    ended = fresh(["status", "--format", form], tmp_path, without(tmp_path, others))

    assert ended == fresh(["status", "--format", form], tmp_path)
    assert (ended.code, "Keyless visits" in ended.out) == (0, True)


def test_a_broken_library_that_is_needed_fails(tmp_path: Path) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL})

    assert fresh(["status"], tmp_path, without(tmp_path, ("yaml",))).code == 70


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
