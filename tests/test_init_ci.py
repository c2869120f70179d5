"""What ``init`` writes for forges: accepted by their judges, and its jobs run as a runner would."""

import os
import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import ROOT, process, run
from tests.forge import TOKEN, Forge, serving
from tests.render.runner import commands
from tests.repositories import GITHUB_BASH, git, logged, surroundings
from tests.test_action import checkout
from tests.test_gitlab_ci import ran
from tests.test_package import build
from tests.workflows import BIN, complaints

pytestmark = pytest.mark.slow

TOLD = ["--organisation", "Exempelkommun", "--department", "Care", "--first", "Keyless visits"]
PACKAGES = sysconfig.get_path("purelib")
CHECK_JSONSCHEMA = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]


def begun(folder: Path, *arguments: str) -> Path:
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet")
    assert run(["init", "--lang", "en", *TOLD, *arguments], folder).code == 0
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "begin")
    return folder


def written(folder: Path) -> str:
    """The workflow that init wrote for GitHub."""
    return (folder / ".github/workflows/portfolio.yml").read_text()


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


def test_gitlabs_other_jobs_build_the_page_and_list_what_waits(tmp_path: Path) -> None:
    folder = begun(tmp_path / "work", "--forge", "gitlab", "--pages")
    jobs = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())

    codes = {name: ran(jobs[name]["script"], folder, tmp_path, {})[0] for name in ("pages", "waiting")}

    assert codes == {"pages": 0, "waiting": 0}
    assert "Exempelkommun" in (folder / "public/index.html").read_text()
    assert "keyless-visits" in (folder / "waiting.md").read_text()
    assert (jobs["pages"]["pages"], jobs["pages"]["artifacts"]) == (True, {"paths": ["public"]})
    assert jobs["waiting"]["artifacts"] == {"paths": ["waiting.md"]}


@dataclass
class Ran:
    """What a run of the workflow has left: its jobs' exit codes, its log, its summary, and the artifacts by name."""

    codes: dict[str, int] = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    artifacts: dict[str, Path] = field(default_factory=dict)

    @property
    def annotated(self) -> list[str]:
        return [each.properties["file"] for each in commands(self.log) if each.name == "error"]


INSTALL = "Install staircase"


class Runner:
    """Runs the jobs of the written workflow as GitHub does, each in a place of its own; what they install is there."""

    def __init__(self, folder: Path, installed: Path, forge: Forge) -> None:
        self._folder, self._installed = folder, installed
        self._github = {"token": TOKEN, "repository": "o/r", "api_url": forge.url, "event.pull_request.number": "7"}

    def run(self, clone: Path, event: str, **said: str) -> Ran:
        """Run all jobs of an event; what GitHub says of it besides is given with ``__`` for a point."""
        workflow: dict[Any, Any] = yaml.safe_load(written(clone))
        assert event in workflow[True]  # YAML 1.1 reads `on` as true
        known = {"event_name": event, **self._github, **{key.replace("__", "."): text for key, text in said.items()}}
        known = {f"github.{key}": text for key, text in known.items()}
        ran = Ran()
        for name, job in workflow["jobs"].items():
            if _holds(job.get("if"), known) and all(ran.codes.get(one) == 0 for one in [job.get("needs")] if one):
                self._job(name, job, clone, {**known, "env": workflow["env"]}, ran)
        return ran

    def _job(self, name: str, job: dict[str, Any], clone: Path, known: dict[str, Any], ran: Ran) -> None:
        temp = self._folder / f"runner-{len(list(self._folder.iterdir()))}"
        temp.mkdir()
        (temp / "staircase").symlink_to(self._installed)
        known = {**known, "runner.temp": str(temp)}
        for step in job["steps"]:
            if not _holds(step.get("if"), known) or ran.codes.get(name) or step.get("name") == INSTALL:
                continue
            if "run" in step:
                ran.codes[name] = self._step(step, clone, temp, known, ran)
            elif "upload" in step["uses"]:
                ran.artifacts[step["with"].get("name", "github-pages")] = Path(_filled(step["with"]["path"], known))

    def _step(self, step: dict[str, Any], clone: Path, temp: Path, known: dict[str, Any], ran: Ran) -> int:
        files = {"GITHUB_OUTPUT": temp / "output", "GITHUB_STEP_SUMMARY": temp / "summary"}
        for file in files.values():
            file.write_text("")
        own = {key: _filled(text, known) for key, text in step.get("env", {}).items()}
        around = {"PYTHONPATH": PACKAGES, "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(temp)}
        given = surroundings(self._folder / "home", **around, **known["env"], **own)
        given |= {key: str(path) for key, path in files.items()}
        code, log = logged([*GITHUB_BASH, step["run"]], clone, given)
        for line in files["GITHUB_OUTPUT"].read_text().splitlines():
            known[f"steps.{step.get('id')}.outputs.{line.partition('=')[0]}"] = line.partition("=")[2]
        ran.log += log
        ran.summary += files["GITHUB_STEP_SUMMARY"].read_text()
        return code


def _filled(text: str, known: dict[str, Any]) -> str:
    """A text with GitHub's expressions as what they say; what nothing is known of is empty."""
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known.get(found[1], ""), text)


def _holds(condition: str | None, known: dict[str, Any]) -> bool:
    """Whether a job or step is to run: the written conditions are comparisons, joined by ``||``."""
    comparisons = [re.fullmatch(r"\s*([\w.]+) == '(.*?)'\s*", one) for one in (condition or "").split("||")]
    return not condition or any(known.get(found[1]) == found[2] for found in comparisons if found)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the written workflow installs, word for word: the wheel of this version, its needs being here already."""
    folder = tmp_path_factory.mktemp("installed")
    wheels = build(ROOT, folder / "wheel", "-t", "wheel").parent
    workflow = yaml.safe_load(written(begun(folder / "work", "--forge", "github")))
    (script,) = {
        step["run"] for job in workflow["jobs"].values() for step in job["steps"] if step.get("name") == INSTALL
    }
    found = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_FIND_LINKS": str(wheels), "RUNNER_TEMP": str(folder)}
    given = surroundings(folder / "home", **found, **workflow["env"])
    given["PATH"] = os.pathsep.join([str(BIN), given["PATH"]])

    assert logged([*GITHUB_BASH, script], folder, given) == (0, "")

    return folder / "staircase"


@pytest.fixture
def forge() -> Iterator[Forge]:
    with serving(Forge("github", [""])) as found:
        yield found


@pytest.fixture
def runner(tmp_path: Path, installed: Path, forge: Forge) -> Runner:
    (tmp_path / "runners").mkdir()
    return Runner(tmp_path / "runners", installed, forge)


ASSIGNMENT = "portfolio/assignments/keyless-visits.yaml"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A repository that began with init, whose main branch has an error, and a pull request that brings another."""
    folder = begun(tmp_path / "origin", "--forge", "github")
    path = folder / ASSIGNMENT
    (folder / "portfolio/assignments/old.yaml").write_text(path.read_text() + "depends_on: [nobody]\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "an error that is there")
    git(folder, "checkout", "--quiet", "-b", "change")
    path.write_text(path.read_text() + "depends_on: [nobody]\n")
    git(folder, "commit", "--quiet", "--all", "--message", "depend")
    git(folder, "update-ref", "refs/pull/1/merge", "HEAD")
    return folder


def asked(origin: Path, forge: Forge, repository: str = "o/r") -> dict[str, str]:
    """What GitHub says of the pull request, from a repository; the forge knows its head."""
    forge.heads = [git(origin, "rev-parse", "change")]
    return {
        "base_ref": "main",
        "event__pull_request__head__sha": forge.heads[0],
        "event__pull_request__head__repo__full_name": repository,
    }


@pytest.mark.parametrize("depth", [0, 1])
def test_a_pull_request_fails_on_what_it_brings_and_is_told_of_in_one_comment(
    origin: Path, tmp_path: Path, runner: Runner, forge: Forge, depth: int
) -> None:
    clone = checkout(origin, tmp_path / "work", depth)

    ran = runner.run(clone, "pull_request", **asked(origin, forge))

    assert (ran.codes, ran.annotated, ran.artifacts) == ({"check": 1}, [ASSIGNMENT], {})
    assert [body.splitlines()[2] for body in forge.bodies.values()] == [
        "**One new error, one change of what it builds on**"
    ]


def test_a_pull_request_from_a_fork_is_checked_and_told_of_in_the_summary(
    origin: Path, tmp_path: Path, runner: Runner, forge: Forge
) -> None:
    clone = checkout(origin, tmp_path / "work", 0)

    ran = runner.run(clone, "pull_request", **asked(origin, forge, "fork/r"))

    assert (ran.codes, ran.annotated, forge.asked) == ({"check": 1}, [ASSIGNMENT], [])
    assert "keyless-visits" in ran.summary


def test_a_merge_queue_is_stopped_by_what_the_change_brings_only(origin: Path, tmp_path: Path, runner: Runner) -> None:
    clone = checkout(origin, tmp_path / "work", 0)
    base = git(origin, "rev-parse", "main")

    ran = runner.run(clone, "merge_group", event__merge_group__base_sha=base)

    assert (ran.codes, ran.annotated) == ({"check": 1}, [ASSIGNMENT])


@pytest.mark.parametrize(("before", "errors"), [("main", [ASSIGNMENT]), ("3" * 40, 2), ("0" * 40, 2)])
def test_a_push_is_compared_with_what_was_before_it_and_all_is_checked_where_that_is_gone(
    origin: Path, tmp_path: Path, runner: Runner, before: str, errors: list[str] | int
) -> None:
    clone = checkout(origin, tmp_path / "work", 0)
    sha = git(origin, "rev-parse", "main") if before == "main" else before

    ran = runner.run(clone, "push", event__before=sha)

    assert ran.codes["check"] == 1
    assert errors in (ran.annotated, len(ran.annotated))


def test_a_push_keeps_the_page_as_an_artifact(origin: Path, tmp_path: Path, runner: Runner) -> None:
    clone = checkout(origin, tmp_path / "work", 0)

    ran = runner.run(clone, "push", event__before="0" * 40)

    assert (ran.codes["page"], set(ran.artifacts)) == (0, {"page"})
    assert "Exempelkommun" in (ran.artifacts["page"] / "index.html").read_text()


def test_the_page_is_published_only_where_that_was_asked_for(tmp_path: Path, runner: Runner) -> None:
    folder = begun(tmp_path / "published", "--forge", "github", "--pages")

    ran = runner.run(folder, "push", event__before="0" * 40)

    assert (ran.codes, set(ran.artifacts)) == ({"check": 0, "page": 0}, {"github-pages"})
    jobs = yaml.safe_load(written(folder))["jobs"]
    assert jobs["publish"]["needs"] == "page"


def test_every_week_each_owner_has_a_list_of_what_waits(origin: Path, tmp_path: Path, runner: Runner) -> None:
    clone = checkout(origin, tmp_path / "work", 0)

    ran = runner.run(clone, "schedule")

    assert (ran.codes, set(ran.artifacts)) == ({"check": 1, "waiting": 0}, {"waiting"})
    text = ran.artifacts["waiting"].read_text()
    assert "keyless-visits" in text
    assert text in ran.summary


def test_a_base_that_can_not_be_had_ends_with_what_to_do_and_never_reads_as_well(
    origin: Path, tmp_path: Path, runner: Runner, forge: Forge
) -> None:
    clone = checkout(origin, tmp_path / "work", 1)
    git(clone, "remote", "set-url", "origin", (tmp_path / "gone").as_uri())

    ran = runner.run(clone, "pull_request", **asked(origin, forge))

    assert (ran.codes, forge.bodies) == ({"check": 4}, {})
    assert "fetch-depth: 0" in ran.log


def test_the_first_pull_request_of_all_is_compared_with_nothing(tmp_path: Path, runner: Runner, forge: Forge) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "--quiet")
    git(origin, "commit", "--quiet", "--allow-empty", "--message", "begin")
    git(origin, "checkout", "--quiet", "-b", "change")
    assert run(["init", "--lang", "en", "--forge", "github", *TOLD], origin).code == 0
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message", "a portfolio")
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")

    ran = runner.run(checkout(origin, tmp_path / "work", 0), "pull_request", **asked(origin, forge))

    assert (ran.codes, ran.annotated, len(forge.bodies)) == ({"check": 0}, [], 1)
