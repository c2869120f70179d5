"""``diff`` in real repositories and folders: what is compared, in which form, and how it ends."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ended, plant, run
from tests.repository import Repo, begun

PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n"
KEYLESS = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-09-01\ntogether: [care worker]\n"
FILE = "portfolio/assignments/keyless.yaml"
AT_FIRST = {"portfolio/program.yaml": PROGRAM, FILE: KEYLESS}
TRIAL = "trials: [{id: doors, title: Ten doors, started: 2026-09-02, ended: 2026-09-20, learned: Locks}]\n"
STEP = KEYLESS + "journey: [{step: benefits, entered: 2026-09-25}]\n" + TRIAL
ALONE = STEP.replace("together: [care worker]\n", "")
LED = KEYLESS.replace("Programme", "Kim")
Files = Mapping[str, str | None]


def changed(folder: Path, after: Files) -> Repo:
    repo = begun(folder, AT_FIRST)
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit(after)
    return repo


def diff(repo: Repo, *arguments: str, **variables: str) -> Ended:
    return run(["diff", *arguments, "--as-of", "2026-10-01"], repo.folder, variables)


def told(repo: Repo, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(diff(repo, *arguments, "--json").out)


def kinds(repo: Repo, *arguments: str) -> list[str]:
    return [row["kind"] for row in told(repo, *arguments)["rows"]]


def test_the_working_tree_is_compared_with_where_it_left_main(tmp_path: Path) -> None:
    repo = changed(tmp_path, {FILE: LED})
    repo.git("switch", "--quiet", "main")
    repo.commit(
        {"portfolio/assignments/late.yaml": KEYLESS.replace("Keyless visits", "Late").replace("09-01", "09-05")}
    )
    repo.git("switch", "--quiet", "change")
    (repo.folder / FILE).write_text(LED + "tags: [new]\n")

    assert kinds(repo) == kinds(repo, "main") == ["lead-changed", "other"]
    assert kinds(repo, "main", "HEAD") == kinds(repo, "main...change") == ["lead-changed"]
    assert kinds(repo, "main..change") == ["assignment-removed", "lead-changed"]
    assert kinds(repo, "HEAD") == ["other"]


def test_what_is_staged_is_compared_with_the_last_commit(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    (repo.folder / FILE).write_text(LED)
    repo.git("add", "--all")
    (repo.folder / FILE).write_text(KEYLESS)

    assert kinds(repo, "--staged") == ["lead-changed"]
    assert kinds(repo) == []


def test_two_folders_are_compared_without_git(tmp_path: Path) -> None:
    for name, text in (("old", KEYLESS), ("new", LED)):
        plant(tmp_path / name, {"program.yaml": PROGRAM, "assignments/keyless.yaml": text})

    ended = run(["diff", "old", "new", "--as-of", "2026-10-01"], tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("\nFrom old to new, as of 2026-10-01.\n")
    assert "the lead is Kim instead of Programme" in ended.out


@pytest.mark.parametrize(("sides", "named"), [(("old", "new"), "old"), (("new", "old"), "old")])
def test_what_one_of_two_folders_could_not_read_is_named_with_that_folder(
    tmp_path: Path, sides: tuple[str, str], named: str
) -> None:
    for name, text in (("old", "title: [\n"), ("new", LED)):
        plant(tmp_path / name, {"program.yaml": PROGRAM, "assignments/keyless.yaml": text})

    ended = run(["diff", *sides, "--as-of", "2026-10-01"], tmp_path, {"STAIRCASE_LANG": "en"})

    assert ended.err.splitlines()[1] == f"  {named}/assignments/keyless.yaml"
    assert "The portfolio: files in no sum, since they could not be read:" in ended.out


def test_a_row_says_where_it_stands_on_both_sides(tmp_path: Path) -> None:
    found = told(changed(tmp_path, {FILE: "# a comment\n" + LED}))

    assert found["schema"] == "staircase.diff/1"
    assert found["rows"] == [
        {
            "kind": "lead-changed",
            "direction": "neutral",
            "weight": 10,
            "group": 1,
            "subject_kind": "assignment",
            "subject": "keyless",
            "item": None,
            "cause": None,
            "figures": None,
            "decision": "corrected",
            "message": "the lead is Kim instead of Programme (corrected, for earlier days too)",
            "before": "Programme",
            "after": "Kim",
            "path_before": "assignments/keyless.yaml",
            "line_before": 3,
            "path": "assignments/keyless.yaml",
            "line": 4,
        }
    ]


def test_the_headline_counts_steps_and_gaps(tmp_path: Path) -> None:
    repo = changed(tmp_path, {FILE: ALONE})

    totals = told(repo)["totals"]

    assert (totals["steps"], totals["gaps"]) == ({"forward": 1, "back": 0}, {"opened": 1, "closed": 0})
    assert "One step forward, one new trial, one change of people; one gap opened\n" in diff(repo).out
    assert "Ett steg framåt, ett nytt test, en personförändring; en ny lucka\n" in diff(repo, "--lang", "sv").out


def test_a_comment_is_found_again_by_its_mark_and_says_what_was_compared(tmp_path: Path) -> None:
    repo = changed(tmp_path, {FILE: ALONE})
    base, head = (repo.git("rev-parse", name) for name in ("main", "change"))

    lines = diff(repo, "main", "HEAD", "--format", "markdown").out.splitlines()

    assert lines[0] == f"<!-- staircase:diff v1 key=portfolio head={head} -->"
    assert lines[2] == "**One step forward, one new trial, one change of people; one gap opened**"
    assert lines[4:7] == [
        "| Direction | Subject | What changed | Place in `portfolio/assignments` |",
        "| --- | --- | --- | --- |",
        lines[6],
    ]
    assert lines[6].startswith("| Forward | `keyless` | a step forward, ")
    assert lines[-1] == f"From `{base[:12]}` to `{head[:12]}`, as of 2026-10-01."


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (KEYLESS + "# more\n", ["--exit-code", "--fail-on", "back"], 0),
        (LED, [], 0),
        (LED, ["--exit-code"], 1),
        (LED, ["--fail-on", "back"], 0),
        (KEYLESS.replace("together: [care worker]\n", ""), ["--fail-on", "back"], 1),
    ],
)
def test_it_ends_with_1_only_when_that_was_asked_for(tmp_path: Path, text: str, options: list[str], code: int) -> None:
    assert diff(changed(tmp_path, {FILE: text}), *options).code == code


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_a_broken_file_never_reads_as_no_change(tmp_path: Path, form: str) -> None:
    ended = diff(changed(tmp_path, {FILE: "title: ["}), "--format", form)

    assert ended.code == 1
    assert "could not be compared" in ended.out
    assert "assignments/keyless.yaml" in ended.err


def test_a_base_that_is_not_there_ends_with_4_and_the_fetch_to_run(tmp_path: Path) -> None:
    source = changed(tmp_path / "source", {FILE: LED})
    source.git("clone", "--quiet", "--depth=1", f"file://{source.folder}", str(tmp_path / "copy"))
    copy = Repo(tmp_path / "copy")

    unknown, shallow = diff(copy, "origin/main"), diff(copy, "origin/change~3")

    assert (unknown.code, unknown.out, shallow.code) == (4, "", 4)
    assert "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main" in unknown.err


def test_a_first_portfolio_is_compared_with_nothing_and_one_that_is_removed_too(tmp_path: Path) -> None:
    repo = begun(tmp_path, {"README.md": "x"})
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit(AT_FIRST)

    first, last = (told(repo, between)["rows"] for between in ("main..change", "change..main"))

    assert [(row["kind"], row["subject"]) for row in first] == [("assignment-added", "keyless")]
    assert [(row["kind"], row["subject"]) for row in last] == [("assignment-removed", "keyless")]
    base = repo.git("rev-parse", "main")[:12]
    assert diff(repo).err == f"staircase: {base} has no portfolio in “portfolio”: it is compared with nothing.\n"


def test_a_portfolio_that_was_moved_is_followed_either_way(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit({f"town/{path}": text for path, text in AT_FIRST.items()} | dict.fromkeys(AT_FIRST))
    town = ["--portfolio", "town", "diff", "--as-of", "2026-10-01"]

    ended = [run([*town, *which], repo.folder) for which in ([], ["main..change"], ["change..main"])]

    assert [(each.code, each.out.splitlines()[0]) for each in ended] == [(0, "Nothing has changed in substance.")] * 3
    assert {"has the portfolio in “portfolio”, not in “town/portfolio”" in each.err for each in ended} == {True}


def test_two_revisions_without_a_portfolio_are_not_compared(tmp_path: Path) -> None:
    repo = begun(tmp_path, {"README.md": "x"})
    repo.commit({"README.md": "y"})
    (repo.folder / "portfolio").mkdir()
    (repo.folder / "portfolio" / "program.yaml").write_text(AT_FIRST["portfolio/program.yaml"])

    ended = diff(repo, "HEAD~1..HEAD")

    assert (ended.code, ended.out) == (4, "")
    assert "has no portfolio in “portfolio”, and so there is nothing to compare." in ended.err


def test_what_is_staged_may_be_a_portfolio_that_was_moved_or_none(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    repo.git("mv", "portfolio", "town")
    moved = run(["--portfolio", "town", "diff", "--staged", "--as-of", "2026-10-01"], repo.folder)
    repo.git("rm", "--quiet", "-r", "--cached", "town")
    gone = run(["--portfolio", "town", "diff", "--staged", "--as-of", "2026-10-01"], repo.folder)

    assert moved.out.splitlines()[0] == "Nothing has changed in substance."
    assert (gone.code, gone.out) == (4, "")
    assert "--staged has no portfolio in “town”, and so there is nothing to compare." in gone.err


@pytest.mark.parametrize(
    ("branches", "expected"),
    [
        pytest.param(["main"], 0, id="it is called main now"),
        pytest.param(["trunk"], 0, id="it is the only one"),
        pytest.param(["trunk", "other"], 4, id="it may be either"),
    ],
)
def test_a_main_branch_that_was_renamed_is_found_or_asked_for(
    tmp_path: Path, branches: list[str], expected: int
) -> None:
    source = begun(tmp_path / "source", AT_FIRST, f"--initial-branch={branches[0]}")
    for name in branches[1:]:
        source.git("branch", name)
    source.git("clone", "--quiet", f"file://{source.folder}", str(tmp_path / "copy"))
    copy = Repo(tmp_path / "copy")
    copy.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/master")
    copy.git("switch", "--quiet", "--create", "change")

    ended = diff(copy)

    assert ended.code == expected
    if expected:
        assert "(branches of origin: origin/other, origin/trunk)" in ended.err
        assert ended.err.endswith("git remote set-head origin --auto\n")


def test_no_main_branch_is_told_of(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST, "--initial-branch=trunk")

    ended = diff(repo)

    assert (ended.code, ended.out) == (4, "")
    assert "“main”" in ended.err


@pytest.mark.parametrize(
    "arguments", [["main..HEAD", "HEAD"], ["--staged", "main..HEAD"], ["--fail-on", "forward"], ["a", "b", "c"]]
)
def test_what_cannot_be_asked_for_is_a_usage_error(tmp_path: Path, arguments: list[str]) -> None:
    assert diff(changed(tmp_path, {FILE: LED}), *arguments).code == 2


@pytest.mark.parametrize("base", ["--upload-pack=x", "^HEAD", "HEAD^{tree}", "", "\u202e"])
def test_a_hostile_base_is_no_option(tmp_path: Path, base: str) -> None:
    ended = run(["diff", "--as-of", "2026-10-01", "--", base], changed(tmp_path, {FILE: LED}).folder)

    assert (ended.code, ended.out) == ((0, ended.out) if not base else (4, ""))
