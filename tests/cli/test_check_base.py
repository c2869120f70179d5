"""``check --base`` in real repositories: what a change brings, what it carries, and what it would hide."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ended, run
from tests.repository import Repo, begun

PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n"
KEYLESS = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-09-01\ntogether: [care worker]\n"
ALONE = "title: Sensors at night\ndepartment: care\nlead: Team B\nstarted: 2026-09-10\n"
AT_FIRST = {"portfolio/program.yaml": PROGRAM, "portfolio/assignments/keyless.yaml": KEYLESS}
WITH_A_GAP = AT_FIRST | {"portfolio/assignments/alone.yaml": ALONE}
CARRIED = "Nothing new is wrong or missing since {base}. There before: 1 warning.\n"
ACCEPTED = "accepted: [{rule: journey-not-together, until: 2027-01-31, why: later}]\n"


def changed(folder: Path, before: Mapping[str, str], after: Mapping[str, str | None]) -> Repo:
    """Give a repository whose branch ``change`` began from ``main``."""
    repo = begun(folder, before)
    repo.git("switch", "--quiet", "--create", "change")
    if after:
        repo.commit(after)
    return repo


def check(repo: Repo, *arguments: str, **variables: str) -> Ended:
    options = ("--format", "full") if "--format" not in arguments else ()
    base = () if any(each.startswith("--base") for each in arguments) else ("--base", "main")
    return run(["check", "--as-of", "2026-10-01", *base, *options, *arguments], repo.folder, variables)


def rows(repo: Repo, *arguments: str) -> list[tuple[str, ...]]:
    found = json.loads(check(repo, "--format", "json", *arguments).out)["rows"]
    return [tuple(row[key] for key in ("novelty", "rule", "subject")) for row in found]


def short(repo: Repo, revision: str = "main") -> str:
    return repo.git("rev-parse", revision)[:12]


def test_nothing_new_in_a_clean_change(tmp_path: Path) -> None:
    repo = changed(tmp_path, AT_FIRST, {"README.md": "x"})

    assert check(repo) == Ended(0, f"Nothing new is wrong or missing since {short(repo)}.\n", "")


def test_a_new_error_fails_and_is_shown_whole(tmp_path: Path) -> None:
    repo = changed(tmp_path, WITH_A_GAP, {"portfolio/assignments/new.yaml": KEYLESS + "goals: [nowhere]\n"})

    ended = check(repo)

    assert (ended.code, ended.err) == (1, "")
    assert ended.out.splitlines()[0].startswith("portfolio/assignments/new.yaml:6:9: error reference-unknown: ")
    assert ended.out.splitlines()[-1] == f"New since {short(repo)}: 1 error. There before: 1 warning."
    assert "journey-not-together" not in ended.out


def test_a_carried_gap_is_counted_wherever_it_stands_now_and_fails_nothing(tmp_path: Path) -> None:
    moved = {
        "portfolio/assignments/alone.yaml": None,
        "portfolio/assignments/care/alone.yaml": f"# moved\n\n{ALONE}reviewed: 2026-09-30\n",
    }
    repo = changed(tmp_path, WITH_A_GAP, moved)

    assert check(repo, "--fail-on", "note") == Ended(0, CARRIED.format(base=short(repo)), "")


def test_one_more_of_the_same_is_new_and_it_is_the_other_one(tmp_path: Path) -> None:
    before = KEYLESS + "journey:\n  - {step: explore, entered: 2026-08-01}\n"
    after = before.replace("journey:\n", "journey:\n  - {step: benefits, entered: 2026-07-01}\n")
    repo = changed(
        tmp_path,
        AT_FIRST | {"portfolio/assignments/keyless.yaml": before},
        {
            "portfolio/assignments/keyless.yaml": after.replace(
                "explore, entered: 2026-07", "benefits, entered: 2026-07"
            )
        },
    )

    ended = check(repo, "--format", "concise", "--select", "date-order")

    assert [line.partition(" error ")[0] for line in ended.out.splitlines()] == [
        "portfolio/assignments/keyless.yaml:7:31:"
    ]


def test_what_is_fixed_is_named(tmp_path: Path) -> None:
    repo = changed(tmp_path, WITH_A_GAP, {"portfolio/assignments/alone.yaml": f"{ALONE}together: [night team]\n"})

    ended = check(repo)

    fixed, counts = ended.out.splitlines()
    assert ended.code == 0
    assert fixed.startswith("fixed: portfolio/assignments/alone.yaml:1:1: journey-not-together: ")
    assert counts == f"Nothing new is wrong or missing since {short(repo)}. Fixed: 1."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ALONE, id="the same text"),
        pytest.param(f"{ALONE}costs: {{one_off: 5}}\n", id="a line more"),
        pytest.param(ALONE.replace("Team B", "Team C"), id="another lead"),
        pytest.param(ALONE.replace("Sensors at night", "Night sensors"), id="another title"),
    ],
)
def test_a_renamed_file_carries_its_gaps(tmp_path: Path, text: str) -> None:
    renamed = {"portfolio/assignments/alone.yaml": None, "portfolio/assignments/sensors.yaml": text}
    repo = changed(tmp_path, WITH_A_GAP, renamed)

    assert check(repo, "--fail-on", "warning") == Ended(0, CARRIED.format(base=short(repo)), "")


def test_another_file_in_place_of_one_that_is_gone_is_new(tmp_path: Path) -> None:
    other = "title: Robots\nlead: Anna\ndepartment: care\nstarted: 2026-09-20\ntags: [one, two]\nlive: 2026-09-21\n"
    replaced = {"portfolio/assignments/alone.yaml": None, "portfolio/assignments/robots.yaml": other}
    repo = changed(tmp_path, WITH_A_GAP, replaced)

    assert rows(repo) == [
        ("new", "journey-not-together", "robots"),
        ("gone", "journey-not-together", "alone"),
    ]


def test_a_rule_turned_off_in_the_same_change_still_holds(tmp_path: Path) -> None:
    repo = changed(
        tmp_path,
        AT_FIRST,
        {
            "portfolio/program.yaml": f"{PROGRAM}rules: {{journey-not-together: off}}\n",
            "portfolio/assignments/alone.yaml": ALONE,
        },
    )

    ended = check(repo, "--fail-on", "warning")

    hidden = "accepted here: portfolio/assignments/alone.yaml:1:1: warning journey-not-together: "
    assert ended.code == 1
    assert [line for line in ended.out.splitlines() if line.startswith(hidden)] != []
    assert ended.out.splitlines()[-1] == (f"New since {short(repo)}: 1 warning. Accepted only by the change itself: 1.")


@pytest.mark.parametrize("level", ["note", "off"])
def test_a_gap_that_was_there_is_told_of_when_the_change_makes_it_lighter(tmp_path: Path, level: str) -> None:
    repo = changed(
        tmp_path, WITH_A_GAP, {"portfolio/program.yaml": f"{PROGRAM}rules: {{journey-not-together: {level}}}\n"}
    )

    ended = check(repo, "--format", "concise", "--fail-on", "note")

    counts = "There before: 1 warning. Accepted only by the change itself: 1."
    assert ended == Ended(0, "", f"Nothing new is wrong or missing since {short(repo)}. {counts}\n")


def test_what_the_change_itself_accepts_is_new_and_told_of(tmp_path: Path) -> None:
    repo = changed(tmp_path, AT_FIRST, {"portfolio/assignments/alone.yaml": ALONE + ACCEPTED})

    ended = check(repo, "--fail-on", "warning")

    assert ended.code == 1
    assert "accepted here: portfolio/assignments/alone.yaml:1:1: warning journey-not-together: " in ended.out


def test_what_the_base_accepts_stays_accepted_also_under_a_new_name(tmp_path: Path) -> None:
    before = AT_FIRST | {"portfolio/assignments/alone.yaml": ALONE + ACCEPTED}
    renamed = {"portfolio/assignments/alone.yaml": None, "portfolio/assignments/sensors.yaml": ALONE + ACCEPTED}
    repo = changed(tmp_path, before, renamed)

    ended = check(repo, "--show-accepted")

    assert ended.code == 0
    assert ended.out.splitlines()[0].startswith(
        "accepted: portfolio/assignments/sensors.yaml:1:1: journey-not-together: "
    )
    assert ended.out.splitlines()[-1].endswith("Accepted for now: 1.")


def test_settings_loosened_in_the_same_change_do_not_count(tmp_path: Path) -> None:
    stale = KEYLESS.replace("2026-09-01", "2026-07-01")
    repo = changed(
        tmp_path,
        AT_FIRST,
        {
            "portfolio/program.yaml": f"{PROGRAM}settings: {{stale_after_days: 900}}\n",
            "portfolio/assignments/stale.yaml": stale,
        },
    )

    ended = check(repo, "--fail-on", "warning")

    assert ended.code == 1
    assert "accepted here: portfolio/assignments/stale.yaml:1:1: warning journey-stale: " in ended.out


def test_a_stale_acceptance_is_judged_where_the_change_has_written_it(tmp_path: Path) -> None:
    stale = "accepted: [{rule: journey-stale, item: nothing, until: 2027-01-31, why: later}]\n"
    repo = changed(tmp_path, AT_FIRST, {"portfolio/assignments/keyless.yaml": KEYLESS + stale})

    assert rows(repo) == [("new", "accepted-stale", "keyless")]


def test_what_time_brings_is_carried_on_any_day(tmp_path: Path) -> None:
    repo = changed(tmp_path, AT_FIRST, {"portfolio/assignments/keyless.yaml": f"{KEYLESS}tags: [night]\n"})

    ended = check(repo, "--as-of", "2027-03-01", "--fail-on", "note")

    assert ended == Ended(0, f"Nothing new is wrong or missing since {short(repo)}. There before: 2 warnings.\n", "")


def test_the_working_tree_is_what_is_checked(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    (tmp_path / "portfolio/assignments/keyless.yaml").write_text("title: x\n")

    found = rows(repo, "--base", "HEAD", "portfolio/assignments")

    assert found == [("new", "field-missing", "keyless")] * 3


def test_main_may_have_gone_on_since(tmp_path: Path) -> None:
    repo = changed(tmp_path, AT_FIRST, {"README.md": "x"})
    began = short(repo)
    repo.git("switch", "--quiet", "main")
    repo.commit({"portfolio/assignments/keyless.yaml": None})
    repo.git("switch", "--quiet", "change")

    assert check(repo).out == f"Nothing new is wrong or missing since {began}.\n"


# what could not be read on one side


def test_a_file_that_the_base_could_not_read_is_told_of_and_its_gaps_are_nobody_s_fault(tmp_path: Path) -> None:
    before = AT_FIRST | {"portfolio/assignments/alone.yaml": "title: [\n"}
    repo = changed(tmp_path, before, {"portfolio/assignments/alone.yaml": ALONE})

    ended = check(repo, "--fail-on", "warning")

    assert ended.code == 0
    assert "fixed: portfolio/assignments/alone.yaml:1:8: file-syntax: " in ended.out
    assert ended.out.endswith("There before: 1 warning. Fixed: 1.\n")
    assert ended.err == (
        "staircase: 1 file of the base could not be read; gaps that can’t be seen there are not called new:\n"
        "  portfolio/assignments/alone.yaml\n"
    )


def test_a_broken_file_of_the_base_excuses_no_other_error(tmp_path: Path) -> None:
    before = AT_FIRST | {"portfolio/assignments/alone.yaml": "title: [\n"}
    repo = changed(tmp_path, before, {"portfolio/assignments/alone.yaml": f"{ALONE}goals: [nowhere]\n"})

    assert [row for row in rows(repo) if row[0] == "new"] == [("new", "reference-unknown", "alone")]


def test_a_base_whose_program_is_broken_accepts_nothing(tmp_path: Path) -> None:
    repo = changed(
        tmp_path,
        WITH_A_GAP | {"portfolio/program.yaml": "departments: [\n"},
        {
            "portfolio/program.yaml": f"{PROGRAM}rules: {{journey-not-together: off}}\n",
            "portfolio/assignments/robots.yaml": ALONE.replace("Sensors at night", "Robots").replace("09-10", "09-20"),
        },
    )

    ended = check(repo, "--fail-on", "warning")

    assert (ended.code, "portfolio/program.yaml" in ended.err) == (1, True)
    assert "accepted here: portfolio/assignments/alone.yaml:1:1: " in ended.out
    assert rows(repo) == [
        ("new", "journey-not-together", "robots"),
        ("carried", "journey-not-together", "alone"),
        ("fixed", "file-syntax", "program"),
    ]


def test_what_went_with_a_removed_assignment_is_named_and_not_called_fixed(tmp_path: Path) -> None:
    repo = changed(tmp_path, WITH_A_GAP, {"portfolio/assignments/alone.yaml": None})

    english, swedish = check(repo), check(repo, "--lang", "sv")

    gone, counts = english.out.splitlines()
    assert gone.startswith("gone with what it was about: portfolio/assignments/alone.yaml:1:1: journey-not-together: ")
    assert counts == f"Nothing new is wrong or missing since {short(repo)}. Gone with what they were about: 1."
    assert swedish.out.splitlines()[-1].endswith(" Försvann med det som de gällde: 1.")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"portfolio/assignments/alone.yaml": "title: [\n"}, id="the file itself"),
        pytest.param({"portfolio/program.yaml": "departments: [\n"}, id="the programme"),
    ],
)
def test_what_can_no_longer_be_read_is_never_called_fixed(tmp_path: Path, broken: Mapping[str, str]) -> None:
    repo = changed(tmp_path, WITH_A_GAP, dict(broken))

    ended = check(repo)

    assert (ended.code, "fixed" in ended.out.lower()) == (1, False)


def test_an_error_of_the_base_is_carried_and_counted(tmp_path: Path) -> None:
    before = AT_FIRST | {"portfolio/assignments/alone.yaml": "title: [\n"}
    repo = changed(tmp_path, before, {"portfolio/assignments/keyless.yaml": f"{KEYLESS}tags: [a]\n"})

    assert check(repo) == Ended(0, f"Nothing new is wrong or missing since {short(repo)}. There before: 1 error.\n", "")


def test_a_link_on_both_sides_is_carried(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    for name, target in (("link.yaml", "keyless.yaml"), ("folder", "../assignments"), ("notes", "keyless.yaml")):
        (tmp_path / "portfolio/assignments" / name).symlink_to(target)
    repo.commit()

    found = rows(repo, "--base", "HEAD")

    assert found == [
        ("carried", "file-unreadable", "folder"),
        ("carried", "file-unreadable", "link"),
        ("carried", "file-ignored", "program"),
    ]


# narrowing and forms


def test_paths_and_rules_narrow_both_sides(tmp_path: Path) -> None:
    repo = changed(
        tmp_path,
        WITH_A_GAP,
        {
            "portfolio/assignments/alone.yaml": f"{ALONE}together: [x]\n",
            "portfolio/assignments/new.yaml": ALONE.replace("Sensors", "Robots").replace("09-10", "09-11"),
        },
    )

    assert rows(repo, "portfolio/assignments/new.yaml") == [("new", "journey-not-together", "new")]
    assert rows(repo, "portfolio/assignments/alone.yaml") == [("fixed", "journey-not-together", "alone")]
    assert rows(repo, "--select", "benefit") == []
    assert len(rows(repo, "--select", "journey", "--select", "file-ignored,benefit")) == 2


def test_a_path_that_only_the_base_has_is_known(tmp_path: Path) -> None:
    repo = changed(tmp_path, WITH_A_GAP, {"portfolio/assignments/alone.yaml": None})

    assert rows(repo, "portfolio/assignments/alone.yaml") == [("gone", "journey-not-together", "alone")]


def test_json_says_how_each_finding_stands(tmp_path: Path) -> None:
    repo = changed(
        tmp_path,
        WITH_A_GAP,
        {"portfolio/assignments/new.yaml": ALONE.replace("Sensors", "Robots").replace("09-10", "09-11") + ACCEPTED},
    )

    found: dict[str, Any] = json.loads(check(repo, "--format", "json").out)

    assert [(row["subject"], row["novelty"], row["accepted_here"]) for row in found["rows"]] == [
        ("new", "new", True),
        ("alone", "carried", False),
    ]
    assert found["totals"] == {
        "error": 0,
        "warning": 2,
        "note": 0,
        "accepted": 0,
        "new": 1,
        "carried": 1,
        "fixed": 0,
        "gone": 0,
        "accepted_here": 1,
        "unread_base": 0,
    }


def test_statistics_count_by_rule_in_place_of_listing(tmp_path: Path) -> None:
    more = {f"portfolio/assignments/a{number}.yaml": ALONE.replace("Sensors", f"S{number}") for number in range(11)}
    repo = changed(tmp_path, AT_FIRST, {**more, "portfolio/assignments/b.yaml": "lead: [\n"})

    ended = run(["check", "--as-of", "2026-10-01", "--statistics"], repo.folder)

    assert ended == Ended(
        1,
        "11  warning journey-not-together: Nobody from the operation takes part\n 1  error file-syntax: Not YAML\n"
        " 1  note program-lead-overloaded: Lead of too many assignments\n",
        "Found: 1 error, 11 warnings, 1 note.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "benefits"], "there is no rule and no family of rules “benefits”. Did you mean “benefit”?"),
        (["--select", "journey-stal"], "there is no rule and no family of rules “journey-stal”."),
        (["--base="], "--base is to name a branch, a tag or a commit; it is empty."),
    ],
)
def test_what_cannot_be_asked_for_is_a_usage_error(tmp_path: Path, arguments: list[str], said: str) -> None:
    ended = check(begun(tmp_path, AT_FIRST), *arguments)

    assert (ended.code, ended.out, ended.err.startswith(f"staircase: {said}")) == (2, "", True)


@pytest.mark.parametrize("form", ["full", "concise", "json", "markdown"])
def test_two_runs_are_equal_to_the_byte(tmp_path: Path, form: str) -> None:
    more = {f"portfolio/assignments/a{number}.yaml": ALONE.replace("Sensors", f"S{number}") for number in range(5)}
    repo = changed(tmp_path, WITH_A_GAP, {**more, "portfolio/assignments/alone.yaml": None})

    first = check(repo, "--format", form)
    second = check(repo, "--format", form, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C")

    assert (first, bool(first.out)) == (second, True)


# where the base cannot be read


def unreadable(repo: Repo, *arguments: str, **variables: str) -> str:
    ended = check(repo, *arguments, **variables)
    assert (ended.code, ended.out, ended.err.count("\n")) == (4, "", 1)
    return ended.err.removeprefix("staircase: ").strip()


def cloned(repo: Repo, folder: Path, *arguments: str) -> Repo:
    repo.git("clone", "--quiet", *arguments, repo.folder.as_uri(), str(folder))
    return Repo(folder)


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path) -> None:
    repo = changed(tmp_path / "whole", AT_FIRST, {"README.md": "x"})
    repo.commit({"README.md": "y"})
    shallow = cloned(repo, tmp_path / "shallow", "--depth=1", "--no-single-branch")

    said = unreadable(shallow, "--base", "origin/main")

    fetch = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    assert said.endswith(f"fetch the rest: {fetch} (in GitHub Actions: fetch-depth: 0)")
    shallow.git(*fetch.split()[1:])
    assert check(shallow, "--base", "origin/main").code == 0


def test_a_branch_that_was_not_cloned_is_fetched_by_what_is_said(tmp_path: Path) -> None:
    repo = changed(tmp_path / "whole", AT_FIRST, {"README.md": "x"})
    single = cloned(repo, tmp_path / "single", "--depth=1", "--branch=change", "--single-branch")

    said = unreadable(single, "--base", "origin/main")

    fetch = said.partition("fetch it: ")[2].partition(" (in")[0]
    single.git(*fetch.split()[1:])
    assert check(single, "--base", "origin/main").code == 0


@pytest.mark.parametrize(
    "name", ["nope", "--upload-pack=x", "^HEAD", "HEAD..main", "a b", "nope/`id`", "main:portfolio"]
)
def test_a_revision_that_is_none_is_not_known(tmp_path: Path, name: str) -> None:
    repo = begun(tmp_path, AT_FIRST)

    assert unreadable(repo, f"--base={name}") == f"git knows no revision “{name}”; name a branch, a tag or a commit."


def test_without_a_common_commit_there_is_no_base(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    repo.git("switch", "--quiet", "--orphan", "other")
    repo.commit(WITH_A_GAP)

    assert unreadable(repo).startswith("“main” and this revision have no commit in common")


FOLDER = "portfolio/assignments"


def test_beside_a_base_without_a_portfolio_all_is_new_and_decided_by_its_own_settings(tmp_path: Path) -> None:
    lived_with = ALONE + ACCEPTED
    program = PROGRAM + "rules: {department-no-roadmap: off}\n"
    first = WITH_A_GAP | {f"{FOLDER}/lived-with.yaml": lived_with, "portfolio/program.yaml": program}
    repo = changed(tmp_path, {"README.md": "x"}, first)

    ended = check(repo)

    assert ended.err == f"staircase: {short(repo)} has no portfolio in “portfolio”: it is compared with nothing.\n"
    assert rows(repo) == [("new", "journey-not-together", "alone")]
    assert ended.out.splitlines()[-1] == f"New since {short(repo)}: 1 warning. Accepted for now: 1."
    assert (ended.code, check(repo, "--fail-on", "warning").code) == (0, 1)


@pytest.mark.parametrize("text", ["title: [", "titel: x"])
def test_beside_a_base_without_a_portfolio_a_broken_file_is_new(tmp_path: Path, text: str) -> None:
    for path in ("program.yaml", "assignments/keyless.yaml"):
        repo = changed(tmp_path / path, {"README.md": "x"}, AT_FIRST | {f"portfolio/{path}": text})

        found = rows(repo)

        assert (check(repo).code, {novelty for novelty, _, _ in found}) == (1, {"new"})


def test_a_portfolio_that_was_moved_is_compared_with_what_it_was(tmp_path: Path) -> None:
    moved = {f"town/{path}": text for path, text in WITH_A_GAP.items()} | dict.fromkeys(WITH_A_GAP)
    repo = changed(tmp_path, WITH_A_GAP | {"other/program.yaml": PROGRAM}, moved)

    ended = run(["--portfolio", "town", "check", "--base=main", "--as-of=2026-10-01", "--format=full"], repo.folder)

    assert (ended.code, ended.out) == (0, CARRIED.format(base=short(repo)))
    assert ended.err == (
        f"staircase: {short(repo)} has the portfolio in “portfolio”, not in “town/portfolio”: "
        "it is compared with that.\n"
    )


def test_a_portfolio_that_was_copied_is_compared_with_nothing(tmp_path: Path) -> None:
    copied = {f"town/{path}": text for path, text in WITH_A_GAP.items()}
    repo = changed(tmp_path, WITH_A_GAP, copied)

    ended = run(["--portfolio", "town", "check", "--base=main", "--as-of=2026-10-01", "--format=full"], repo.folder)

    assert "has no portfolio in “town/portfolio”: it is compared with nothing." in ended.err
    assert ended.out.splitlines()[-1] == f"New since {short(repo)}: 1 warning."


def test_a_base_with_no_file_at_all_is_compared_with_nothing(tmp_path: Path) -> None:
    repo = begun(tmp_path)
    repo.git("commit", "--quiet", "--allow-empty", "--message", "begin")
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit(WITH_A_GAP)

    assert rows(repo) == [("new", "journey-not-together", "alone")]


def test_before_the_first_commit_all_is_checked_beside_no_head(tmp_path: Path) -> None:
    repo = begun(tmp_path, {})
    shutil.copytree(begun(tmp_path / "other", WITH_A_GAP).folder / "portfolio", tmp_path / "portfolio")

    ended = check(repo, "--base", "HEAD")

    assert (ended.code, ended.err, ended.out.splitlines()[-1]) == (0, "", "Found: 1 warning.")
    assert unreadable(repo, "--base", "main").startswith("there is no commit here yet")


def test_outside_a_repository_there_is_no_base(tmp_path: Path) -> None:
    begun(tmp_path, AT_FIRST)
    shutil.rmtree(tmp_path / ".git")

    assert unreadable(Repo(tmp_path)).startswith("there is no git repository around ")


def test_without_git_there_is_no_base(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)

    assert unreadable(repo, PATH=".").startswith("git is needed to read a revision")


def test_what_belongs_to_somebody_else_is_not_trusted(tmp_path: Path) -> None:
    repo = begun(tmp_path / "it's", AT_FIRST)
    git = tmp_path / "bin" / "git"  # git itself, which looks at every folder as at somebody else's: git's way to try it
    git.parent.mkdir()
    git.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {shutil.which("git")} "$@"\n')
    git.chmod(0o755)

    said = unreadable(repo, HOME=str(tmp_path), PATH=f"{git.parent}{os.pathsep}{os.environ['PATH']}")

    quoted = str(repo.folder).replace("'", "'\"'\"'")
    assert said.endswith(f"git config --global --add safe.directory '{quoted}'")


def test_the_portfolio_s_language_is_spoken_also_here(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST | {"portfolio/program.yaml": f"{PROGRAM}language: sv\n"})

    assert unreadable(repo, "--base", "nope") == (
        "git känner inte till revisionen ”nope”; ange en gren, en tagg eller en incheckning."
    )


# shapes of repositories


def test_a_detached_head_is_compared(tmp_path: Path) -> None:
    repo = changed(tmp_path, WITH_A_GAP, {"README.md": "x"})
    repo.git("switch", "--quiet", "--detach", "HEAD")

    assert check(repo).out == CARRIED.format(base=short(repo))


def test_a_worktree_is_compared(tmp_path: Path) -> None:
    repo = begun(tmp_path / "whole", WITH_A_GAP)
    repo.git("worktree", "add", "--quiet", "-b", "change", str(tmp_path / "beside"))

    assert check(Repo(tmp_path / "beside")).out == CARRIED.format(base=short(repo))


def test_a_portfolio_in_a_submodule_is_compared_with_its_own_history(tmp_path: Path) -> None:
    own = begun(tmp_path / "own", WITH_A_GAP)
    above = begun(tmp_path / "above", {"README.md": "x"})
    above.git("submodule", "--quiet", "add", own.folder.as_uri(), "below")
    above.commit()

    assert check(Repo(above.folder / "below")).out == CARRIED.format(base=short(own))


def test_what_a_submodule_holds_is_kept_elsewhere_and_told_of_when_it_is_there(tmp_path: Path) -> None:
    own = begun(tmp_path / "own", {"alone.yaml": ALONE})
    repo = begun(tmp_path / "above", AT_FIRST)
    repo.git("submodule", "--quiet", "add", own.folder.as_uri(), "portfolio/assignments/theirs")
    repo.commit()
    bare = cloned(repo, tmp_path / "bare")

    with_it, without = check(repo), check(bare)

    assert without == Ended(0, f"Nothing new is wrong or missing since {short(repo)}.\n", "")
    assert with_it.out.splitlines()[-1] == f"New since {short(repo)}: 1 warning."
    assert with_it.err.splitlines()[1:] == ["  portfolio/assignments/theirs"]


def test_a_branch_that_begins_with_a_hyphen_is_a_branch(tmp_path: Path) -> None:
    repo = begun(tmp_path, AT_FIRST)
    repo.git("update-ref", "refs/heads/--all", "HEAD")

    assert check(repo, "--base=--all").code == 0


def test_a_portfolio_at_the_root_and_one_in_an_odd_folder_are_found(tmp_path: Path) -> None:
    for folder in (".", ":(glob)*ö\t[x]"):
        files = {f"{folder}/{name.removeprefix('portfolio/')}": text for name, text in WITH_A_GAP.items()}
        repo = begun(tmp_path / folder.replace(".", "root"), files)

        ended = run(
            ["check", "--as-of", "2026-10-01", "--base", "main", "--format", "full", "--portfolio", folder], repo.folder
        )

        assert ended == Ended(0, CARRIED.format(base=short(repo)), "")


def test_a_repository_of_longer_ids_is_compared(tmp_path: Path) -> None:
    repo = begun(tmp_path, WITH_A_GAP, "--object-format=sha256")

    assert check(repo).out == CARRIED.format(base=short(repo))


def test_line_ends_that_git_converts_change_nothing(tmp_path: Path) -> None:
    repo = begun(tmp_path, WITH_A_GAP | {".gitattributes": "*.yaml text eol=crlf\n"})
    for file in tmp_path.glob("portfolio/assignments/*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert check(repo).out == CARRIED.format(base=short(repo))
