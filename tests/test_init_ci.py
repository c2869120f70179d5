"""What ``init`` writes for forges: accepted by their judges, and its steps run as a runner would."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import ROOT, process, run
from tests.repositories import GITHUB_BASH, git, installed, logged, surroundings
from tests.workflows import complaints

pytestmark = pytest.mark.slow

TOLD = ["--organisation", "Exempelkommun", "--department", "Care", "--first", "Keyless visits"]
CHECK_JSONSCHEMA = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]


def begun(folder: Path, *arguments: str) -> Path:
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet")
    assert run(["init", "--lang", "en", *TOLD, *arguments], folder).code == 0
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "begin")
    return folder


def judged(command: list[str], folder: Path) -> tuple[int, str]:
    ended = process(command, folder)
    return ended.code, ended.out + ended.err


@pytest.mark.parametrize("more", [[], ["--pages"]])
def test_judges_of_githubs_workflows_find_nothing(tmp_path: Path, more: list[str]) -> None:
    assert complaints(begun(tmp_path / "work", "--forge", "github", *more)) == []


@pytest.mark.parametrize("more", [[], ["--pages"]])
def test_gitlabs_published_schema_accepts_its_pipeline(tmp_path: Path, more: list[str]) -> None:
    folder = begun(tmp_path / "work", "--forge", "gitlab", *more)

    schema = [*CHECK_JSONSCHEMA, "vendor.gitlab-ci", "--data-transform", "gitlab-ci", ".gitlab-ci.yml"]

    assert judged(schema, folder) == (0, "ok -- validation done\n")


def test_gitlabs_job_is_that_of_the_snippet_that_is_published(tmp_path: Path) -> None:
    folder = begun(tmp_path / "work", "--forge", "gitlab")
    ours = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())
    published = yaml.safe_load((ROOT / ".gitlab/staircase.gitlab-ci.yml").read_text())["staircase"]

    job = ours["staircase"]

    assert [*ours[".staircase"]["before_script"][3:], *job["script"]] == published["script"]
    assert (job["after_script"], job["artifacts"]) == (published["after_script"], published["artifacts"])


def step(folder: Path, temp: Path, job: str, name: str, **given: str) -> tuple[int, str, str]:
    """How a step of the workflow ends, what it logs, and the step's summary; staircase is installed already."""
    jobs: dict[str, Any] = yaml.safe_load((folder / ".github/workflows/portfolio.yml").read_text())["jobs"]
    found = next(one for one in jobs[job]["steps"] if one.get("name") == name)
    installed(temp / "staircase/bin/staircase")
    script = "\n".join(line for line in found["run"].splitlines() if " -m venv " not in line and " pip " not in line)
    fixed = {key: value for key, value in found.get("env", {}).items() if "${{" not in value}
    own = dict.fromkeys(found.get("env", {}), "") | fixed | given
    summary = temp / "summary"
    summary.write_text("")
    runner = {"RUNNER_TEMP": str(temp), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    code, log = logged([*GITHUB_BASH, script], folder, surroundings(temp / "home", **runner, **own))
    return code, log, summary.read_text()


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A repository that began with init, and a branch that brings an error."""
    folder = begun(tmp_path / "origin", "--forge", "github")
    git(folder, "checkout", "--quiet", "-b", "change")
    path = folder / "portfolio/assignments/keyless-visits.yaml"
    path.write_text(path.read_text() + "live: 2026-02-30\n")
    git(folder, "commit", "--quiet", "--all", "--message", "live")
    return folder


def test_a_pull_request_from_a_fork_is_checked_and_told_of_in_the_summary(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--branch", "change", origin.as_uri(), "work")
    folder, temp = tmp_path / "work", tmp_path / "temp"
    head = git(folder, "rev-parse", "HEAD")
    fork = {"BASE_REF": "main", "HEAD_SHA": head, "HEAD_REPOSITORY": "fork/r", "STAIRCASE_REPOSITORY": "o/r"}

    said = step(folder, temp, "check", "Say what the change means", **fork)
    checked = step(folder, temp, "check", "Check", BASE_REF="main")

    assert said[0] == 0
    assert "keyless-visits" in said[2]
    assert (checked[0], "::error " in checked[1]) == (1, True)


def test_a_shallow_clone_ends_with_what_to_do_and_never_reads_as_well(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "change", origin.as_uri(), "work")
    folder, temp = tmp_path / "work", tmp_path / "temp"
    head = git(folder, "rev-parse", "HEAD")

    said = step(folder, temp, "check", "Say what the change means", BASE_REF="main", HEAD_SHA=head)
    checked = step(folder, temp, "check", "Check", BASE_REF="main")

    assert (said[0], said[2]) == (0, "")
    assert (checked[0], "fetch-depth: 0" in checked[1]) == (4, True)


def test_a_push_to_main_builds_the_page_and_a_schedule_lists_what_waits(origin: Path, tmp_path: Path) -> None:
    git(origin, "checkout", "--quiet", "main")
    temp = tmp_path / "temp"

    checked = step(origin, temp, "check", "Check")
    page = step(origin, temp, "page", "Build the page")
    waiting = step(origin, temp, "waiting", "List what waits for each owner")

    assert (checked[0], page[0], waiting[0]) == (0, 0, 0)
    assert "Exempelkommun" in (temp / "page/index.html").read_text()
    assert "keyless-visits" in waiting[2]
    assert (temp / "waiting.md").read_text() == waiting[2]
