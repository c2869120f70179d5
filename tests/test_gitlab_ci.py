"""The GitLab CI snippet: valid, and its script run as GitLab's runner runs it."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from lxml import etree

from tests.forge import TOKEN, Fault, Forge, serving
from tests.repositories import BROKEN, OLD, ROOT, SILENT, commit, git, installed, logged, repository, surroundings

TEMPLATE = ROOT / ".gitlab" / "staircase.gitlab-ci.yml"
JOBS: dict[str, dict[str, Any]] = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))
JOB, PAGE = JOBS["staircase"], JOBS["staircase-page"]
WHEEL = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]
SHARED: dict[str, str] = WHEEL["shared-data"]
SCHEMA = json.loads((ROOT / "tests" / "schemas" / "gitlab-code-quality.json").read_text())


def ended(folder: Path, tmp_path: Path, part: str, **variables: str) -> tuple[int, str]:
    """How a script of the check's job ends, and what it logs."""
    return ran(JOB[part], folder, tmp_path, variables)


def ran(commands: list[str], folder: Path, tmp_path: Path, variables: Mapping[str, str]) -> tuple[int, str]:
    """How commands end, each in the same shell, with this program installed, and what they log."""
    place = tmp_path / "installed"
    program = place / "bin" / "staircase"
    if not program.exists():
        installed(program)
        (place / "bin" / "python").symlink_to(sys.executable)
        for source, target in SHARED.items():
            (place / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, place / target)
    script = "\n".join(commands).replace("/tmp/staircase/", f"{place}/")  # noqa: S108 - as it stands
    given = surroundings(tmp_path / "home", CI_PROJECT_DIR=str(folder), GITLAB_CI="true", **variables)
    return logged(["bash", "-eo", "pipefail", "-c", script], folder, given)


def run(folder: Path, tmp_path: Path, **variables: str) -> int:
    return ended(folder, tmp_path, "script", **variables)[0]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "work", {"assignments/a.yaml": SILENT, "assignments/old.yaml": OLD})
    commit(folder, {"assignments/robots.yaml": BROKEN})
    return folder


def reports(folder: Path) -> tuple[list[tuple[str, str]], tuple[str | None, str | None]]:
    named: dict[str, str] = JOB["artifacts"]["reports"]
    issues: list[dict[str, Any]] = json.loads((folder / named["codequality"]).read_text(encoding="utf-8"))
    jsonschema.validate(issues, SCHEMA)
    suites = etree.parse(folder / named["junit"]).getroot()
    return [(each["severity"], each["location"]["path"]) for each in issues], (
        suites.get("tests"),
        suites.get("failures"),
    )


def test_a_merge_request_fails_on_what_it_brings_itself_and_reports_all(work: Path, tmp_path: Path) -> None:
    base = git(work, "rev-parse", "HEAD~1")

    code = run(work, tmp_path, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    assert (code, reports(work)) == (
        1,
        (
            [
                ("critical", "assignments/robots.yaml"),
                ("info", "assignments/old.yaml"),
            ],
            ("2", "1"),
        ),
    )


def test_a_merge_request_that_brings_nothing_passes(work: Path, tmp_path: Path) -> None:
    assert run(work, tmp_path, CI_MERGE_REQUEST_DIFF_BASE_SHA=git(work, "rev-parse", "HEAD")) == 0


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": "0" * 40},
        {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": "3" * 40},
        {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BEFORE_SHA": "HEAD"},
    ],
    ids=["by hand", "a new branch", "a forced push over what is no more", "a schedule"],
)
def test_a_branch_is_checked_as_a_whole(work: Path, tmp_path: Path, variables: dict[str, str]) -> None:
    assert (run(work, tmp_path, **variables), reports(work)[1]) == (1, ("2", "1"))


@pytest.mark.parametrize(("before", "code"), [("HEAD~1", 1), ("HEAD", 0)])
def test_a_push_is_compared_with_the_commit_before_it(work: Path, tmp_path: Path, before: str, code: int) -> None:
    given = {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": git(work, "rev-parse", before)}

    assert run(work, tmp_path, **given) == code


def test_the_first_merge_request_of_all_is_compared_with_nothing(tmp_path: Path) -> None:
    work = repository(tmp_path / "work", {"README.md": "# Read me\n"})
    git(work, "rm", "--quiet", "program.yaml")
    git(work, "commit", "--quiet", "--message", "no portfolio yet")
    base = git(work, "rev-parse", "HEAD")
    commit(work, {"assignments/robots.yaml": BROKEN})

    code, log = ended(work, tmp_path, "script", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    assert code == 1
    assert "has no portfolio in “.”: it is compared with nothing" in log


def test_a_portfolio_that_a_merge_request_moves_is_followed(tmp_path: Path) -> None:
    work = repository(tmp_path / "work", {"assignments/robots.yaml": BROKEN})
    base = git(work, "rev-parse", "HEAD")
    (work / "town").mkdir()
    git(work, "mv", "program.yaml", "assignments", "town")
    git(work, "commit", "--quiet", "--message", "move")

    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "STAIRCASE_PORTFOLIO": "town"}
    code, log = ended(work, tmp_path, "script", **given)

    assert code == 0
    assert "has the portfolio in “.”, not in “town”: it is compared with that" in log


def test_merged_results_are_compared_with_the_target_branch(work: Path, tmp_path: Path) -> None:
    """What came to the target branch since the merge request began is not its own."""
    began = git(work, "rev-parse", "HEAD~1")
    target = git(work, "rev-parse", "HEAD")
    commit(work, {"assignments/mine.yaml": SILENT})
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": began, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": target}

    assert run(work, tmp_path, **given) == 0


def test_the_package_that_is_installed_is_this_one() -> None:
    name = re.search(r'^name = "(.*)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)

    assert name is not None
    assert name[1] == JOB["variables"]["STAIRCASE_PACKAGE"]


def request(work: Path, forge: Forge, **given: str) -> dict[str, str]:
    """What GitLab's variables are in a merge request, and say the forge of its head."""
    forge.heads = [git(work, "rev-parse", "HEAD")]
    return {
        "CI_API_V4_URL": forge.url,
        "CI_COMMIT_SHA": forge.heads[0],
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(work, "rev-parse", "HEAD~1"),
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_PROJECT_ID": "4711",
        "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "4711",
        "STAIRCASE_TOKEN": TOKEN,
    } | given


def test_a_merge_request_gets_one_note_that_is_kept_up_to_date(work: Path, tmp_path: Path) -> None:
    with serving(Forge("gitlab", [""])) as forge:
        first = ended(work, tmp_path, "after_script", **request(work, forge))
        commit(work, {"assignments/robots.yaml": SILENT.replace("Keyless", "Later")})
        second = ended(work, tmp_path, "after_script", **request(work, forge))

    assert [first, second] == [(0, "staircase: posted the comment\n"), (0, "staircase: updated the comment\n")]
    assert forge.bodies == {100: (work / "staircase.md").read_text()}
    assert forge.bodies[100].startswith(f"<!-- staircase:diff v1 key=. head={forge.heads[0]} -->")


def test_of_merged_results_the_note_tells_of_the_branch_s_own_head(work: Path, tmp_path: Path) -> None:
    with serving(Forge("gitlab", [""])) as forge:
        given = request(work, forge, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=git(work, "rev-parse", "HEAD"))
        code, _ = ended(work, tmp_path, "after_script", **(given | {"CI_COMMIT_SHA": "0" * 40}))

    assert (code, len(forge.bodies)) == (0, 1)


@pytest.mark.parametrize(
    "given", [{"STAIRCASE_TOKEN": ""}, {"CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "666"}], ids=["no token", "a fork"]
)
def test_without_a_token_and_from_a_fork_it_is_an_artifact_only(
    work: Path, tmp_path: Path, given: dict[str, str]
) -> None:
    with serving(Forge("gitlab", [""])) as forge:
        code, log = ended(work, tmp_path, "after_script", **request(work, forge, **given))

    assert (code, forge.asked, log.startswith("No comment without STAIRCASE_TOKEN or from a fork")) == (0, [], True)
    assert (work / JOB["artifacts"]["paths"][0]).read_text().startswith("<!-- staircase:diff v1 key=. head=")


@pytest.mark.parametrize("given", [{"CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 40}, {"CI_MERGE_REQUEST_IID": ""}])
def test_where_there_is_nothing_to_compare_nothing_is_said(work: Path, tmp_path: Path, given: dict[str, str]) -> None:
    with serving(Forge("gitlab", [""])) as forge:
        code, _ = ended(work, tmp_path, "after_script", **request(work, forge, **given))

    assert (code, forge.asked, (work / "staircase.md").exists()) == (0, [], False)


def test_a_forge_that_refuses_is_told_of_and_no_failure(work: Path, tmp_path: Path) -> None:
    with serving(Forge("gitlab", [""], faults=[Fault("POST", 403, 9, {})])) as forge:
        code, log = ended(work, tmp_path, "after_script", **request(work, forge))

    assert (code, "POST /projects/4711/merge_requests/7/notes was answered 403" in log) == (0, True)


@pytest.mark.parametrize(("asked", "names_people"), [("true", True), ("without-people", False)])
def test_the_page_is_built_also_where_a_file_cannot_be_read(
    work: Path, tmp_path: Path, asked: str, *, names_people: bool
) -> None:
    commit(work, {"assignments/broken.yaml": "title: ["})

    code, log = ran(PAGE["script"], work, tmp_path, {"STAIRCASE_PAGE": asked})

    text = (work / PAGE["artifacts"]["paths"][0] / "index.html").read_text(encoding="utf-8")
    assert (code, text.startswith("<!doctype html>"), "broken.yaml" in log) == (0, True, True)
    assert ("Programme" in text.partition("class=cards")[2]) is names_people


def test_a_page_that_cannot_be_built_fails_its_job(work: Path, tmp_path: Path) -> None:
    variables = {"STAIRCASE_PAGE": "true", "STAIRCASE_PORTFOLIO": "elsewhere"}

    assert ran(PAGE["script"], work, tmp_path, variables)[0] == 1


def test_the_page_is_asked_for_and_only_on_the_main_branch() -> None:
    (rule,) = PAGE["rules"]

    assert "STAIRCASE_PAGE" not in PAGE["variables"]
    assert rule["if"].endswith("&& $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH")
    assert (PAGE["pages"], PAGE["artifacts"]["paths"]) == (True, ["public"])


@pytest.mark.parametrize(
    ("job", "part"),
    [*((JOB, part) for part in ("before_script", "script", "after_script")), (PAGE, "before_script"), (PAGE, "script")],
)
def test_shellcheck_finds_nothing(job: dict[str, Any], part: str) -> None:
    command = [str(Path(sys.executable).parent / "shellcheck"), "--shell=bash", "--severity=style", "-"]

    done = subprocess.run(command, input="\n".join(job[part]), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")
