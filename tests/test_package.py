"""The package as people get it: built, installed without this checkout, and tried; and what builds and publishes it."""

import os
import re
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import ROOT, process
from tests.workflows import complaints

pytestmark = pytest.mark.slow

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TOUR = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow", "check", "rule", "guide")
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")


def build(source: Path, target: Path, *options: str) -> Path:
    """The file that hatchling makes of a source tree."""
    ended = process([sys.executable, "-m", "hatchling", "build", "-d", str(target), *options], source)
    assert ended.code == 0, ended.err
    (found,) = target.iterdir()
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the sdist."""
    folder = tmp_path_factory.mktemp("built")
    return build(ROOT, folder / "wheel", "-t", "wheel"), build(ROOT, folder / "sdist", "-t", "sdist")


def members(wheel: Path) -> dict[str, bytes]:
    """What a wheel holds, apart from its own record."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("RECORD")}


def test_the_sdist_builds_the_same_wheel(built: tuple[Path, Path], tmp_path: Path) -> None:
    wheel, sdist = built
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()

    assert members(build(source, tmp_path / "again", "-t", "wheel")) == members(wheel)


def test_the_wheel_installed_bare_takes_the_tour_and_begins_a_portfolio(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    installed = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(installed)]
    assert process([*install, str(built[0])], tmp_path).code == 0
    paths = {"PYTHONPATH": os.pathsep.join([str(installed), sysconfig.get_path("purelib")])}
    staircase = [sys.executable, "-P", "-m", "staircase"]

    where = process([sys.executable, "-P", "-c", "import staircase; print(staircase.__file__)"], tmp_path, paths)
    codes = {name: process([*staircase, name], ROOT / "portfolio", paths).code for name in TOUR}
    told = ["--organisation", "Exempelkommun", "--department", "Vård och omsorg", "--forge", "github"]
    begun = process([*staircase, "init", "new", *told], tmp_path, paths)

    assert where.out.startswith(str(installed))
    assert codes == dict.fromkeys(TOUR, 0)
    assert (begun.code, begun.err) == (0, "")
    assert process([*staircase, "check"], tmp_path / "new", paths).code == 0


def test_judges_of_workflows_find_nothing_in_ours() -> None:
    assert complaints(ROOT) == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.name))
def test_workflows_are_pinned_and_without_a_secret(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]

    assert [one for one in used if not PINNED.fullmatch(one)] == []
    assert "secrets." not in text


def test_ci_runs_all_checks_and_takes_the_tour_on_every_system() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())["jobs"]

    assert [step["run"] for step in jobs["checks"]["steps"] if "run" in step] == ['sudo env "PATH=$PATH" .ci/run']
    assert jobs["tour"]["strategy"]["matrix"]["system"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert f"for command in {' '.join(TOUR)}; do" in jobs["tour"]["steps"][-1]["run"]


def test_only_a_tag_is_published_and_only_by_trust() -> None:
    release = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text())

    assert release[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads `on` as true
    assert release["jobs"]["publish"]["permissions"] == {"id-token": "write"}
    assert release["jobs"]["publish"]["environment"] == "pypi"
    assert release["jobs"]["publish"]["needs"] == "build"
