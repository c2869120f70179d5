"""The pre-commit hook: run by pre-commit itself, in a real repository, from a clone of this one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.running import PROGRAM, plant
from tests.repositories import BROKEN, OLD, ROOT, SILENT, commit, git, installed, repository, surroundings

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"


def test_the_manifest_is_valid(tmp_path: Path) -> None:
    ended = subprocess.run(
        [PRE_COMMIT, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        cwd=tmp_path,
        env=surroundings(tmp_path / "home"),
        check=False,
    )

    assert ended.returncode == 0


def installed_here(folder: Path, tmp_path: Path) -> None:
    """Let a repository run the hook as it is shipped, with this program in the place of an installed one."""
    program = installed(tmp_path / "staircase")
    own = HOOK | {"language": "system", "entry": HOOK["entry"].replace("staircase", str(program), 1)}
    config = {"repos": [{"repo": "local", "hooks": [own]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))


NEEDS_IT = SILENT + "depends_on: [a]\n"


def test_the_hook_runs_also_when_a_commit_only_deletes_and_lists_what_is_new(tmp_path: Path) -> None:
    folder = repository(tmp_path / "work", {"assignments/a.yaml": SILENT, "assignments/b.yaml": NEEDS_IT})
    installed_here(folder, tmp_path)
    commit(folder, {"assignments/old.yaml": OLD})

    git(folder, "rm", "--quiet", "assignments/a.yaml")
    ended = pre_commit(folder, tmp_path, "--verbose")

    assert (ended.returncode, outcome(ended.stdout)) == (1, "Failed")
    assert [line for line in ended.stdout.splitlines() if line.startswith("assignments/")] == [
        "assignments/b.yaml:6:14: error reference-unknown: there is no assignment “a”: choose old"
    ]


def test_what_was_wrong_before_stops_no_commit_and_neither_does_the_first_of_all(tmp_path: Path) -> None:
    folder = repository(tmp_path / "work", {"assignments/robots.yaml": BROKEN})
    installed_here(folder, tmp_path)
    git(folder, "add", "--all")
    carried = pre_commit(folder, tmp_path, "--verbose")

    fresh = tmp_path / "fresh"
    fresh.mkdir()
    git(fresh, "init", "--quiet")
    plant(fresh, {"program.yaml": PROGRAM, "assignments/a.yaml": SILENT})
    installed_here(fresh, tmp_path)
    git(fresh, "add", "--all")
    first = pre_commit(fresh, tmp_path, "--verbose")

    assert [outcome(each.stdout) for each in (carried, first)] == ["Passed", "Passed"]


@pytest.mark.slow
def test_pre_commit_runs_the_hook_in_a_real_repository(tmp_path: Path) -> None:
    tool = tool_repository(tmp_path / "tool")
    folder = repository(tmp_path / "work", {"assignments/a.yaml": SILENT})
    revision = git(tool, "rev-parse", "HEAD")
    config = {"repos": [{"repo": tool.as_uri(), "rev": revision, "hooks": [{"id": "staircase-check"}]}]}
    commit(folder, {".pre-commit-config.yaml": yaml.safe_dump(config)})

    clean = pre_commit(folder, tmp_path)
    (folder / "assignments" / "robots.yaml").write_text(BROKEN)
    git(folder, "add", "--all")
    broken = pre_commit(folder, tmp_path)
    git(folder, "reset", "--quiet", "--hard")
    (folder / "README.md").write_text("# Read me\n")
    git(folder, "add", "--all")
    other = pre_commit(folder, tmp_path, "--files", "README.md")

    assert [(each.returncode, outcome(each.stdout)) for each in (clean, broken, other)] == [
        (0, "Passed"),
        (1, "Failed"),
        (0, "Passed"),
    ]
    assert "assignments/robots.yaml:2:13: error reference-unknown" in broken.stdout


def tool_repository(folder: Path) -> Path:
    """A repository with what of this one is installed, as it stands in the working tree."""
    names = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "staircase")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return repository(folder, {name: (ROOT / name).read_text(encoding="utf-8") for name in files})


def pre_commit(folder: Path, tmp_path: Path, *which: str) -> "subprocess.CompletedProcess[str]":
    allowed = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always"}
    kept = {name: text for name, text in os.environ.items() if name.startswith("PIP_")}
    given = surroundings(tmp_path / "home", **allowed, **kept, PRE_COMMIT_HOME=str(tmp_path / "cache"))
    command = [str(PRE_COMMIT), "run", "--color=never", *(which or ("--all-files",))]
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)


def outcome(said: str) -> str:
    (line,) = (line for line in said.split("\n") if line.startswith("staircase check"))
    return re.sub(r"^staircase check\.+", "", line)
