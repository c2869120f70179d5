"""The GitLab CI snippet: valid, and its script run as GitLab's runner runs it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from lxml import etree

from tests.repositories import BROKEN, OLD, ROOT, SILENT, commit, git, repository, surroundings

TEMPLATE = ROOT / ".gitlab" / "staircase.gitlab-ci.yml"
(JOB,) = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8")).values()
SCHEMA = json.loads((ROOT / "tests" / "schemas" / "gitlab-code-quality.json").read_text())


def run(folder: Path, tmp_path: Path, **variables: str) -> int:
    """Run the job's script, each command in the same shell; the program is this one."""
    program = tmp_path / "bin" / "staircase"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m staircase "$@"\n')
    program.chmod(0o755)
    script = "\n".join(JOB["script"]).replace("/tmp/staircase/bin/staircase", str(program))  # noqa: S108 - as it stands
    given = surroundings(tmp_path / "home", CI_PROJECT_DIR=str(folder), GITLAB_CI="true", **variables)
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=given, check=False).returncode


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
                ("minor", "assignments/old.yaml"),
            ],
            ("2", "1"),
        ),
    )


def test_a_merge_request_that_brings_nothing_passes(work: Path, tmp_path: Path) -> None:
    assert run(work, tmp_path, CI_MERGE_REQUEST_DIFF_BASE_SHA=git(work, "rev-parse", "HEAD")) == 0


def test_a_branch_is_checked_as_a_whole(work: Path, tmp_path: Path) -> None:
    assert (run(work, tmp_path), reports(work)[1]) == (1, ("2", "2"))


def test_the_package_that_is_installed_is_this_one() -> None:
    name = re.search(r'^name = "(.*)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)

    assert name is not None
    assert name[1] == JOB["variables"]["STAIRCASE_PACKAGE"]
