"""The GitHub action: linted, and its steps run as the runner runs them, on pull requests as checkout leaves them."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from tests.cli.running import PROGRAM
from tests.forge import ROBOT, TOKEN, Fault, Forge, serving
from tests.render.runner import commands
from tests.repositories import (
    BROKEN,
    GITHUB_BASH,
    OLD,
    ROOT,
    SILENT,
    commit,
    git,
    installed,
    logged,
    repository,
    surroundings,
)
from tests.workflows import BIN, complaints

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
ALL_STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
STEPS = [step for step in ALL_STEPS if "run" in step]
FOUND = "${{ steps.base.outputs.revision }}"
FIND = "Find the base"
DEPTHS = (1, *(pytest.param(depth, marks=pytest.mark.slow) for depth in (0, 2)))
"""How much of the history is fetched: one commit where nobody asks for more, all of it (0), or two."""


@dataclass(frozen=True)
class Step:
    """How a run of the action's later steps ended, and what GitHub got."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def annotated(self) -> list[tuple[str, str]]:
        return [(each.name, f"{each.properties['file']}:{each.properties['line']}") for each in commands(self.log)]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose main branch has a gap, and a pull request that brings an error."""
    origin = repository(
        tmp_path_factory.mktemp("pattern") / "origin", {"assignments/a.yaml": SILENT, "assignments/old.yaml": OLD}
    )
    git(origin, "checkout", "--quiet", "-b", "change")
    commit(origin, {"assignments/robots.yaml": BROKEN})
    git(origin, "checkout", "--quiet", "main")
    commit(origin, {"assignments/later.yaml": OLD})
    git(origin, "checkout", "--quiet", "-b", "merged", "main")
    git(origin, "merge", "--quiet", "--no-ff", "--message", "Merge", "change")
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")
    git(origin, "checkout", "--quiet", "main")
    return origin


@pytest.fixture
def origin(pattern: Path, tmp_path: Path) -> Path:
    """That repository, to do with as one likes."""
    return copytree(pattern, tmp_path / "origin")


def checkout(origin: Path, folder: Path, depth: int) -> Path:
    """Check out a pull request as actions/checkout does: depth 0 is all of every branch, 1 a single commit."""
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "remote", "add", "origin", origin.as_uri())
    merge = "+refs/pull/1/merge:refs/remotes/pull/1/merge"
    if depth:
        git(folder, "fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", merge)
    else:
        git(folder, "fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*", merge)
    git(folder, "checkout", "--quiet", "--force", "refs/remotes/pull/1/merge")
    return folder


def run(folder: Path, tmp_path: Path, *names: str, **given: str) -> Step:
    """Run steps in a checkout; what the action's expressions would be, is given by name."""
    temp = tmp_path / "runner"
    installed(temp / "staircase" / "bin" / "staircase")
    files = {"GITHUB_OUTPUT": temp / "output", "GITHUB_STEP_SUMMARY": temp / "summary"}
    for file in files.values():
        file.write_text("")
    set_by_runner = {name: str(file) for name, file in files.items()} | {"GITHUB_ACTIONS": "true"}
    code, log = 0, ""
    for step in (each for each in STEPS if each["name"] in names):
        fixed = {name: value for name, value in step["env"].items() if "${{" not in value}
        found = {name: outputs(files).get("revision", "") for name, value in step["env"].items() if value == FOUND}
        here = {"ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(temp)}
        own = dict.fromkeys(step["env"], "") | fixed | found | given | here
        around = surroundings(tmp_path / "home", **set_by_runner, **own)
        ended, said = logged([*GITHUB_BASH, step["run"]], folder, around)
        code, log = code or ended, log + said
    return Step(code, log, outputs(files), files["GITHUB_STEP_SUMMARY"].read_text())


def outputs(files: dict[str, Path]) -> dict[str, str]:
    """What the steps have given out so far."""
    return dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_pull_request_fails_on_what_it_brings_itself(origin: Path, tmp_path: Path, depth: int) -> None:
    folder = checkout(origin, tmp_path / "work", depth)

    step = run(folder, tmp_path, FIND, "Check", EVENT="pull_request", BASE_REF="main", FAIL_ON="error")

    assert (step.code, step.annotated) == (1, [("error", "assignments/robots.yaml:2")])
    assert step.outputs == {
        "revision": "refs/remotes/origin/main",
        "errors": "1",
        "warnings": "0",
        "notes": "0",
        "new": "1",
        "fixed": "0",
    }
    assert "| error | `reference-unknown` | `assignments/robots.yaml:2:13` |" in step.summary


def test_a_base_that_cannot_be_fetched_ends_with_4_and_never_reads_as_well(origin: Path, tmp_path: Path) -> None:
    folder = checkout(origin, tmp_path / "work", 1)
    git(folder, "remote", "set-url", "origin", (tmp_path / "gone").as_uri())

    step = run(folder, tmp_path, FIND, "Check", BASE_REF="main", FAIL_ON="error")

    assert (step.code, step.annotated, step.summary) == (4, [], "")
    assert "fetch-depth: 0" in step.log


ERRORS = ["assignments/robots.yaml:2"]
WHOLE = ["assignments/robots.yaml:2", "assignments/later.yaml:1", "assignments/old.yaml:1"]


@pytest.mark.parametrize("depth", DEPTHS[:2])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"EVENT": "merge_group", "QUEUE_BASE": "merged~1"}, ERRORS, id="a merge queue"),
        pytest.param({"EVENT": "push", "BEFORE": "merged~1"}, ERRORS, id="a push"),
        pytest.param({"EVENT": "push", "BEFORE": "merged"}, [], id="a push that changes nothing"),
        pytest.param({"EVENT": "push", "BEFORE": "0" * 40}, WHOLE, id="a push of a new branch"),
        pytest.param({"EVENT": "push", "BEFORE": "3" * 40}, WHOLE, id="a forced push over what is no more"),
        pytest.param({"EVENT": "pull_request", "BASE_REF": "main", "BEFORE": "merged"}, ERRORS, id="a pull request"),
        pytest.param({"EVENT": "schedule"}, WHOLE, id="a schedule"),
        pytest.param({"EVENT": "workflow_dispatch", "BEFORE": ""}, WHOLE, id="by hand"),
        pytest.param({"EVENT": "push", "BEFORE": "merged", "ASKED": "origin/main"}, ERRORS, id="a base of one's own"),
    ],
)
def test_each_event_is_compared_with_what_the_change_is_merged_into(
    origin: Path, tmp_path: Path, depth: int, given: dict[str, str], expected: list[str]
) -> None:
    folder = checkout(origin, tmp_path / "work", depth)
    if given.get("ASKED"):
        git(folder, "fetch", "--quiet", "--update-shallow", "origin", "+refs/heads/main:refs/remotes/origin/main")
        git(folder, "fetch", "--quiet", *(["--unshallow"] if depth else []), "origin")
    named = {name: git(origin, "rev-parse", text) if "merged" in text else text for name, text in given.items()}

    step = run(folder, tmp_path, FIND, "Check", FAIL_ON="never", **named)

    assert (step.code, [place for _, place in step.annotated]) == (0, expected)


def test_a_push_over_what_is_no_more_says_so(origin: Path, tmp_path: Path) -> None:
    step = run(checkout(origin, tmp_path / "work", 0), tmp_path, FIND, EVENT="push", BEFORE="3" * 40)

    assert (step.code, step.outputs) == (0, {"revision": ""})
    assert "What was before this push is no more, so everything is checked" in step.log


def test_a_queue_is_emptied_past_an_error_that_is_carried(origin: Path, tmp_path: Path) -> None:
    """What the main branch has already stops no change after it."""
    commit(origin, {"assignments/wrong.yaml": BROKEN}, "an old error on main")
    git(origin, "checkout", "--quiet", "-b", "queue")
    commit(origin, {"assignments/harmless.yaml": SILENT})
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")
    folder = checkout(origin, tmp_path / "work", 1)
    base = git(origin, "rev-parse", "main")

    step = run(folder, tmp_path, FIND, "Check", EVENT="merge_group", QUEUE_BASE=base, FAIL_ON="error")

    assert (step.code, step.annotated) == (0, [])


def first_request(origin: Path, folder: Path, branch: str = "adopt") -> Path:
    """The pull request of a branch of a repository whose main branch has no portfolio in the folder."""
    git(origin, "update-ref", "refs/pull/1/merge", branch)
    return checkout(origin, folder, 1)


def test_the_first_pull_request_of_all_is_compared_with_nothing(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "--quiet")
    (origin / "README.md").write_text("# Read me\n")
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message", "begin")
    git(origin, "checkout", "--quiet", "-b", "adopt")
    commit(origin, {"assignments/a.yaml": SILENT, "assignments/robots.yaml": BROKEN})
    folder = first_request(origin, tmp_path / "work")
    head = git(origin, "rev-parse", "adopt")

    with serving(Forge("github", [head])) as forge:
        given = change(origin, forge, "adopt")
        step = run(folder, tmp_path, FIND, SAY, POST, "Check", **given)

    assert (step.code, step.annotated) == (1, [("error", "assignments/robots.yaml:2"), ("notice", "program.yaml:7")])
    assert "has no portfolio in “.”: it is compared with nothing" in step.log
    assert "could not be said" not in step.log
    assert len(forge.bodies) == 1


def test_a_portfolio_that_is_moved_to_another_folder_is_followed(tmp_path: Path) -> None:
    origin = repository(
        tmp_path / "origin", {"portfolio/program.yaml": PROGRAM, "portfolio/assignments/a.yaml": BROKEN}
    )
    git(origin, "rm", "--quiet", "program.yaml")
    git(origin, "commit", "--quiet", "--message", "one portfolio")
    git(origin, "checkout", "--quiet", "-b", "adopt")
    (origin / "town").mkdir()
    git(origin, "mv", "portfolio", "town/portfolio")
    git(origin, "commit", "--quiet", "--message", "move")
    folder = first_request(origin, tmp_path / "work")

    given = {"EVENT": "pull_request", "BASE_REF": "main", "FAIL_ON": "error", "STAIRCASE_PORTFOLIO": "town"}
    step = run(folder, tmp_path, FIND, "Check", **given)

    assert (step.code, step.annotated) == (0, [])
    assert "has the portfolio in “portfolio”, not in “town/portfolio”: it is compared with that" in step.log


def test_without_a_base_everything_is_checked(origin: Path, tmp_path: Path) -> None:
    folder = checkout(origin, tmp_path / "work", 1)

    step = run(folder, tmp_path, "Check", FAIL_ON="never")

    assert step.code == 0
    assert [place for _, place in step.annotated] == WHOLE


def test_a_base_of_one_s_own_the_language_and_sarif_are_heeded(origin: Path, tmp_path: Path) -> None:
    folder = checkout(origin, tmp_path / "work", 0)
    given = {"BASE": "origin/change", "FAIL_ON": "warning", "SARIF": "out $(id).sarif", "STAIRCASE_LANG": "sv"}

    step = run(folder, tmp_path, "Check", **given)

    assert (step.code, step.annotated) == (1, [("warning", "assignments/later.yaml:1")])
    assert "| varning |" in step.summary
    results = json.loads((folder / "out $(id).sarif").read_text())["runs"][0]["results"]
    assert {result["baselineState"] for result in results} == {"new", "unchanged"}


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("$(touch pwned)", "`touch pwned`", "--output=pwned", "a b")
        ),
        '"; touch pwned; $(touch pwned) "',
    ],
)
def test_no_input_is_run_or_taken_for_an_option(origin: Path, tmp_path: Path, hostile: str) -> None:
    folder = checkout(origin, tmp_path / "work", 0)
    names = ("ASKED", "BASE_REF", "BEFORE", "QUEUE_BASE", "FAIL_ON", "STAIRCASE_PORTFOLIO")
    events = {"BEFORE": "push", "QUEUE_BASE": "merge_group"}

    codes = {
        name: run(
            folder,
            tmp_path,
            *(FIND, "Check"),
            **{"FAIL_ON": "error", "EVENT": events.get(name, "pull_request"), name: hostile},
        ).code
        for name in names
    }

    assert not list(tmp_path.rglob("pwned*"))
    assert (codes["FAIL_ON"], codes["STAIRCASE_PORTFOLIO"], codes["BEFORE"]) == (2, 3, 1)
    assert {codes["ASKED"], codes["BASE_REF"], codes["QUEUE_BASE"]} <= {2, 4}


SAY, POST = "Say what the change means", "Post the comment"


def change(origin: Path, forge: Forge, branch: str = "change") -> dict[str, str]:
    """What GitHub's expressions would be in a pull request of a branch, and say the forge of its head."""
    forge.heads = [git(origin, "rev-parse", branch)]
    return {
        "EVENT": "pull_request",
        "BASE_REF": "main",
        "FAIL_ON": "error",
        "HEAD_SHA": forge.heads[0],
        "HEAD_REPOSITORY": "o/r",
        "STAIRCASE_REPOSITORY": "o/r",
        "STAIRCASE_NUMBER": "7",
        "STAIRCASE_TOKEN": TOKEN,
        "STAIRCASE_API": forge.url,
    }


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_comment_is_posted_once_and_tells_of_the_pull_request_s_own_head(
    origin: Path, tmp_path: Path, depth: int
) -> None:
    folder = checkout(origin, tmp_path / "work", depth)

    with serving(Forge("github", [""])) as forge:
        given = change(origin, forge)
        steps = [run(folder, tmp_path, FIND, SAY, POST, **given) for _ in range(2)]

    assert [(step.code, step.summary) for step in steps] == [(0, ""), (0, "")]
    assert [step.log.splitlines()[-1] for step in steps] == [
        "staircase: posted the comment",
        "staircase: the comment says so already",
    ]
    assert forge.bodies[100].startswith(
        f"<!-- staircase:diff v1 key=. head={given['HEAD_SHA']} -->\n\n**One new error, one new assignment**"
    )
    assert f"\n\nFrom `{git(origin, 'rev-parse', 'main~1')[:12]}` to `{given['HEAD_SHA'][:12]}`" in forge.bodies[100]


def test_two_portfolios_of_one_repository_have_a_comment_each(tmp_path: Path) -> None:
    files = {"a/program.yaml": PROGRAM, "b/program.yaml": PROGRAM}
    origin = repository(tmp_path / "origin", files)
    git(origin, "checkout", "--quiet", "-b", "change")
    commit(origin, {"a/assignments/x.yaml": SILENT, "b/assignments/y.yaml": OLD})
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")
    folder = checkout(origin, tmp_path / "work", 0)

    with serving(Forge("github", [""])) as forge:
        for name in ("a", "b", "a"):
            run(folder, tmp_path, FIND, SAY, POST, STAIRCASE_PORTFOLIO=name, **change(origin, forge))

    assert [body.split(" head=")[0] for body in forge.bodies.values()] == [
        "<!-- staircase:diff v1 key=a",
        "<!-- staircase:diff v1 key=b",
    ]


@pytest.mark.parametrize(
    ("given", "faults", "log"),
    [
        pytest.param({"HEAD_REPOSITORY": "mallory/r"}, [], "A pull request from a fork may post nothing", id="a fork"),
        pytest.param(
            {"HEAD_REPOSITORY": ""}, [], "A pull request from a fork may post nothing", id="a fork that is gone"
        ),
        pytest.param({"STAIRCASE_TOKEN": "other"}, [], "was answered 401", id="a token that is none"),
        pytest.param({}, [Fault("POST", 403, 9, {})], "was answered 403", id="a token that may not write"),
    ],
)
def test_where_nothing_can_be_posted_it_stands_in_the_summary_and_the_step_is_well(
    origin: Path, tmp_path: Path, given: dict[str, str], faults: list[Fault], log: str
) -> None:
    folder = checkout(origin, tmp_path / "work", 0)

    with serving(Forge("github", [""], faults=list(faults))) as forge:
        step = run(folder, tmp_path, FIND, SAY, POST, **(change(origin, forge) | given))

    assert (step.code, forge.bodies) == (0, {})
    assert step.summary.startswith("<!-- staircase:diff v1 key=. head=")
    assert log in step.log
    if "fork" in log:
        assert forge.asked == []


def test_an_older_run_leaves_the_comment_of_the_newer_one_alone(origin: Path, tmp_path: Path) -> None:
    folder = checkout(origin, tmp_path / "work", 0)

    with serving(Forge("github", [""])) as forge:
        given = change(origin, forge)
        forge.heads = ["2" * 40]
        forge.comment(ROBOT, newer := f"<!-- staircase:diff v1 key=. head={'2' * 40} -->\n")
        step = run(folder, tmp_path, FIND, SAY, POST, **given)

    assert (step.code, forge.bodies, step.summary) == (0, {100: newer}, "")


@pytest.mark.parametrize("given", [{"BASE": "gone"}, {"HEAD_SHA": "3" * 40}, {"BASE": "--output=pwned"}])
def test_a_change_that_cannot_be_compared_is_not_told_of_as_one_that_means_nothing(
    origin: Path, tmp_path: Path, given: dict[str, str]
) -> None:
    folder = checkout(origin, tmp_path / "work", 0)

    with serving(Forge("github", [""])) as forge:
        step = run(folder, tmp_path, FIND, SAY, POST, **(change(origin, forge) | given))

    assert (step.code, step.summary, forge.asked, list(tmp_path.rglob("pwned*"))) == (0, "", [], [])
    assert "so no comment is posted" in step.log


def test_the_comment_is_asked_for_and_only_in_pull_requests_that_hold_no_secret() -> None:
    assert ACTION["inputs"]["comment"]["default"] == "false"
    assert {step["name"]: step.get("if") for step in STEPS if step["name"] in {SAY, POST}} == dict.fromkeys(
        (SAY, POST), "inputs.comment == 'true' && github.event_name == 'pull_request'"
    )
    assert [step["name"] for step in STEPS if "github.token" in str(step["env"])] == [POST]


BUILD, KEEP = "Build the page", "Keep the page"


@pytest.mark.parametrize(("asked", "names_people"), [("true", True), ("without-people", False)])
def test_the_page_is_built_also_where_a_file_cannot_be_read(
    origin: Path, tmp_path: Path, asked: str, *, names_people: bool
) -> None:
    commit(origin, {"assignments/broken.yaml": "title: ["})

    step = run(origin, tmp_path, BUILD, PAGE=asked)

    text = (tmp_path / "runner" / "staircase" / "page" / "index.html").read_text(encoding="utf-8")
    assert (step.code, step.outputs, text.startswith("<!doctype html>")) == (0, {"built": "true"}, True)
    assert "broken.yaml" in step.log
    assert ("Programme" in text.partition("class=cards")[2]) is names_people


def test_a_page_that_cannot_be_built_is_told_of_and_not_kept(origin: Path, tmp_path: Path) -> None:
    step = run(origin, tmp_path, BUILD, PAGE="true", STAIRCASE_PORTFOLIO="elsewhere")

    assert (step.code, step.outputs, "The page could not be built" in step.log) == (0, {}, True)


def test_the_page_is_asked_for_and_only_on_the_default_branch() -> None:
    build, keep = (next(step for step in ALL_STEPS if step["name"] == name) for name in (BUILD, KEEP))

    assert ACTION["inputs"]["page"]["default"] == "false"
    assert (
        build["if"]
        .split("\n")[0]
        .endswith("&& github.ref == format('refs/heads/{0}', github.event.repository.default_branch)")
    )
    assert (build["id"], keep["if"]) == ("page", "steps.page.outputs.built == 'true'")
    assert keep["with"] == {"path": "${{ runner.temp }}/staircase/page"}


def test_actions_of_others_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in ALL_STEPS if "uses" in step]

    assert [use for use in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", use)] == []


def script(step: dict[str, Any]) -> str:
    """What a step runs, with what that runs of our own."""
    own = re.findall(r'bash "\$ACTION_PATH/(.*?)"', step["run"])
    return "\n".join([step["run"], *((ROOT / name).read_text(encoding="utf-8") for name in own)])


def test_no_expression_stands_in_a_script() -> None:
    assert [step["name"] for step in STEPS if "${{" in step["run"]] == []
    assert [step["shell"] for step in STEPS] == ["bash"] * len(STEPS)


def test_the_action_s_outputs_are_those_that_the_check_writes(origin: Path, tmp_path: Path) -> None:
    step = run(checkout(origin, tmp_path / "work", 1), tmp_path, "Check", FAIL_ON="never")

    assert {name: each["value"] for name, each in ACTION["outputs"].items()} == {
        name: f"${{{{ steps.check.outputs.{name} }}}}" for name in step.outputs
    }


def test_every_variable_of_a_script_is_given_to_it() -> None:
    from_runner = {"RUNNER_TEMP", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"}
    used = {step["name"]: set(re.findall(r"\$\{?([A-Z_]+)", script(step))) - from_runner for step in STEPS}

    assert {
        name: sorted(each for each in names if not each.startswith("STAIRCASE_")) for name, names in used.items()
    } == {step["name"]: sorted(name for name in step["env"] if not name.startswith("STAIRCASE_")) for step in STEPS}


def test_zizmor_finds_nothing() -> None:
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona=pedantic", str(ROOT / "action.yml")]

    ended = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (ended.returncode, "No findings to report" in ended.stdout) == (0, True)


def used(folder: Path, inputs: dict[str, str]) -> list[str]:
    """What actionlint says of a workflow that uses the action with these inputs."""
    workflow = folder / ".github" / "workflows" / "check.yml"
    workflow.parent.mkdir(parents=True, exist_ok=True)
    job = {"runs-on": "ubuntu-latest", "steps": [{"uses": "./", "with": inputs}]}
    workflow.write_text(yaml.safe_dump({"on": "pull_request", "jobs": {"check": job}}))
    return [one for one in complaints(folder) if one.startswith("actionlint")]


def test_a_workflow_that_uses_every_input_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "action.yml").write_text((ROOT / "action.yml").read_text())
    git(tmp_path, "init", "--quiet")

    (unknown,) = used(tmp_path, {"nowhere": "x"})

    assert used(tmp_path, dict.fromkeys(ACTION["inputs"], "x")) == []
    assert 'input "nowhere" is not defined in action "staircase check"' in unknown


@pytest.mark.parametrize("step", STEPS, ids=lambda step: str(step["name"]))
def test_shellcheck_finds_nothing(step: dict[str, Any]) -> None:
    command = [str(BIN / "shellcheck"), "--shell=bash", "--severity=style", "-"]

    ended = subprocess.run(command, input=script(step), capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.slow
def test_the_action_installs_staircase_from_its_own_checkout_and_nothing_from_the_pull_request(
    origin: Path, tmp_path: Path
) -> None:
    folder = checkout(origin, tmp_path / "work", 0)
    for module in ("venv", "pip", "sitecustomize", "typer"):
        (folder / f"{module}.py").write_text("open('pwned', 'w').close()\n")
    temp = tmp_path / "fresh"
    temp.mkdir()
    given = surroundings(tmp_path / "home", RUNNER_TEMP=str(temp), ACTION_PATH=str(ROOT), PAGE="true")

    ended = subprocess.run(["bash", "-e", "-c", STEPS[0]["run"]], cwd=folder, env=given, check=False)
    page = subprocess.run(
        [temp / "staircase" / "bin" / "staircase", "report", f"--output={tmp_path / 'page.html'}"],
        cwd=folder,
        env=given,
        check=False,
    )

    assert (ended.returncode, page.returncode, list(folder.rglob("pwned"))) == (0, 0, [])
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
