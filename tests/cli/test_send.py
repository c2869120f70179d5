"""``send``: what arrives at a real remote, what stays as it was here, and what is refused."""

import json
import os
import re
import shlex
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from staircase.disk import JOURNAL
from staircase.store import HIDDEN
from staircase.words import guide
from staircase.words.en.help import TEXTS as ENGLISH
from tests.cli.running import ROOT, Ended, run
from tests.cli.writes import PROGRAM, VISITS
from tests.repository import PERSON, Repo, begun

FILES = {"program.yaml": PROGRAM, "assignments/visits.yaml": VISITS, "README.md": "About\n"}
WHO = {name: value for name, value in PERSON.items() if "DATE" not in name}
MEASURED = ("measure", "visits", "time", "4100", "--on", "2026-10-30")


def cloned(folder: Path, files: Mapping[str, str] = FILES) -> Repo:
    """A clone of a remote that holds these files, and that folder."""
    Repo(begun(folder / "remote", files).folder).git("config", "receive.denyCurrentBranch", "ignore")
    begun(folder / "own")
    repo = Repo(folder / "own")
    repo.git("remote", "add", "origin", str(folder / "remote"))
    repo.git("fetch", "--quiet")
    repo.git("switch", "--quiet", "main")
    repo.git("remote", "set-head", "origin", "main")
    return repo


def sent(repo: Repo, *options: str, variables: Mapping[str, str] | None = None, folder: str = "") -> Ended:
    return run(["send", *options], repo.folder / folder, {**WHO, **(variables or {}), "HOME": str(repo.folder)})


def write(repo: Repo, *command: str, folder: str = "") -> None:
    assert run(command, repo.folder / folder).code == 0


def state(repo: Repo) -> tuple[str, ...]:
    """All that is checked out, staged and known of branches here, and the remote's branches."""
    ours = (repo.git("symbolic-ref", "HEAD"), repo.git("for-each-ref"), repo.git("status", "--porcelain=v2"))
    return (*ours, repo.git("ls-files", "--stage"), repo.git("ls-remote", "origin"))


def branches(repo: Repo) -> list[str]:
    """The remote's branches but the main one."""
    lines = repo.git("ls-remote", "--heads", "origin").splitlines()
    return [name for line in lines if (name := line.split("\trefs/heads/")[1]) != "main"]


def test_what_has_changed_arrives_on_a_branch_of_its_own_with_what_it_means(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    ended = sent(repo)

    [branch] = branches(repo)
    head = repo.git("rev-parse", "HEAD")
    assert (ended.code, ended.err) == (0, "")
    assert branch == f"staircase-visits-{head[:7]}"
    assert repo.git("symbolic-ref", "--short", "HEAD") == branch
    assert repo.git("log", "-1", "--format=%an <%ae>%n%B").splitlines() == [
        "Kim <kim@example.org>",
        "One benefit measured",
        "",
        (
            "- Forward: visits: “Fewer hours on the road” was measured 2026-10-30: 4,100 hours/year; 85\u00a0% of the "
            "way, planned 83\u00a0%. Place: assignments/visits.yaml:34."
        ),
    ]
    assert repo.git("diff-tree", "-r", "--name-only", "main", "HEAD") == "assignments/visits.yaml"
    assert repo.git("status", "--porcelain") == ""
    assert ended.out.splitlines()[0] == "One benefit measured"
    assert ended.out.endswith(
        f"\nSent to {tmp_path}/remote, on the branch {branch}:\n- assignments/visits.yaml\n"
        "\nWhen it is merged: git switch main; git pull\n"
    )


def test_what_is_sent_again_goes_on_the_same_branch_and_on_a_new_one_once_it_is_merged(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    first = sent(repo)
    write(repo, "review", "visits")
    second = sent(repo, "--message", "Vouched for")

    [branch] = branches(repo)
    assert (first.code, second.code) == (0, 0)
    assert repo.git("log", "--format=%s", "origin/main..HEAD") == "Vouched for\nOne benefit measured"
    assert repo.git("log", "-1", "--format=%b").splitlines()[0] == "One file vouched for"

    repo.git("push", "--quiet", "origin", "HEAD:refs/heads/main")
    write(repo, "live", "visits")
    assert sent(repo).code == 0
    assert len(branches(repo)) == 2
    assert repo.git("symbolic-ref", "--short", "HEAD") != branch


def test_programs_are_told_what_was_sent_where_it_is_and_how_it_is_checked(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    tried = json.loads(sent(repo, "--json", "--dry-run").out)
    ended = json.loads(sent(repo, "--json").out)

    [branch], head = branches(repo), repo.git("rev-parse", "HEAD")
    told = ("files", "dry_run", "branch", "commit", "address", "request")
    remote, files = f"{tmp_path}/remote", ["assignments/visits.yaml"]
    assert [ended["totals"][key] for key in told] == [files, False, branch, head, remote, None]
    assert [tried["totals"][key] for key in told] == [files, True, "staircase-visits-…", None, remote, None]
    assert ended["totals"]["message"].rstrip("\n") == repo.git("log", "-1", "--format=%B").rstrip("\n")
    assert [(row["kind"], row["subject"]) for row in ended["rows"]] == [("benefit-measured", "visits")]
    schema = Draft202012Validator(json.loads(run(["schema", "send"], tmp_path).out))
    assert [error.message for one in (tried, ended) for error in schema.iter_errors(one)] == []
    assert ended | {"totals": None} == tried | {"totals": None}

    (repo.folder / "assignments/visits.yaml").write_text("title: [\n")
    refused = sent(repo, "--json")
    assert (refused.code, json.loads(refused.out)["schema"]) == (1, "staircase.check/1")


def test_no_part_of_a_change_that_was_interrupted_is_sent(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    path = "assignments/visits.yaml"
    old = (repo.folder / path).read_bytes()
    prepared = f"assignments/{HIDDEN}0123456789ab"
    (repo.folder / prepared).write_bytes(old + b"tags: [new]\n")
    (repo.folder / JOURNAL).write_text(json.dumps([(path, sha256(old).hexdigest(), prepared)]))

    assert "was interrupted" in sent(repo, "--dry-run").err
    assert (repo.folder / path).read_bytes() == old
    assert sent(repo).code == 0
    assert repo.git("show", f"HEAD:{path}").endswith("tags: [new]")


def test_new_files_and_files_that_are_gone_are_sent_and_modes_and_line_ends_kept(tmp_path: Path) -> None:
    crlf = VISITS.replace("Keyless", "Other").replace("\n", "\r\n")
    files = {f"portfolio/{name}": text for name, text in FILES.items()} | {"portfolio/assignments/other.yaml": "x"}
    repo = cloned(tmp_path, files)
    (repo.folder / "portfolio/assignments/visits.yaml").chmod(0o755)
    repo.commit({".gitattributes": "*.yaml text=auto\n"})
    (repo.folder / "portfolio/assignments/other.yaml").write_text(crlf, encoding="utf-8", newline="")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "--message", "crlf")
    repo.git("push", "--quiet", "origin", "main")
    write(repo, "rename", "visits", "keyless", folder="portfolio")
    ended = sent(repo, folder="portfolio/assignments")

    changed = repo.git("diff-tree", "-r", "--name-status", "--no-renames", "main", "HEAD")
    assert (ended.code, ended.err) == (0, "")
    assert changed == "A\tportfolio/assignments/keyless.yaml\nD\tportfolio/assignments/visits.yaml"
    assert repo.git("status", "--porcelain") == ""


def test_what_no_report_reads_is_neither_sent_nor_taken_for_gone_and_a_link_made_a_file_is_a_file(
    tmp_path: Path,
) -> None:
    remote = begun(tmp_path / "begun", FILES | {"assignments/.kept.yaml": "x", "assignments/deep/.old/a.yaml": "y"})
    (remote.folder / "assignments/more.yaml").symlink_to("visits.yaml")
    remote.commit()
    repo = cloned(tmp_path, {"README.md": "x"})
    repo.git("remote", "set-url", "origin", str(remote.folder))
    repo.git("fetch", "--quiet")
    repo.git("reset", "--quiet", "--hard", "origin/main")
    (repo.folder / "assignments/more.yaml").unlink()
    (repo.folder / "assignments/more.yaml").write_text(VISITS.replace("Keyless", "More"), encoding="utf-8")
    ended = sent(repo, "--anyway")

    assert (ended.code, ended.err) == (0, "")
    assert repo.git("diff-tree", "-r", "--name-status", "main", "HEAD") == "T\tassignments/more.yaml"
    assert repo.git("ls-tree", "HEAD", "assignments/more.yaml").split()[0] == "100644"
    assert repo.git("status", "--porcelain") == ""


def test_a_dry_run_shows_all_and_leaves_all(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    repo.git("config", "core.sshCommand", "ssh -v")
    before, kept = state(repo), sorted((repo.folder / ".git/objects").rglob("*"))
    ended = sent(repo, "--dry-run", "-m", "Mätt i oktober", "--lang", "sv")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.partition("\n\nSkulle")[2].splitlines() == [
        f" skickas till {tmp_path}/remote, på grenen staircase-visits-…:",
        "- assignments/visits.yaml",
        "Meddelandet: Mätt i oktober",
        "En nytta mätt",
        (
            "- Framåt: visits: ”Fewer hours on the road” mättes 2026-10-30: 4\u00a0100 hours/year; 85\u00a0% av "
            "vägen, planerat 83\u00a0%. Plats: assignments/visits.yaml:34."
        ),
        "Arkivets egna inställningar anger program som kan köras när det skickas: core.sshcommand",
        "Inget har skickats.",
    ]
    assert (state(repo), sorted((repo.folder / ".git/objects").rglob("*"))) == (before, kept)


EXAMPLES = ENGLISH["example.send"].split("\n")
GUIDE = re.findall(r"`(staircase send[^`]*)`", guide("en", "write").text)


@pytest.mark.no_cover
@pytest.mark.parametrize("shown", sorted({*EXAMPLES, *GUIDE}))
def test_every_example_works_on_the_example_portfolio(tmp_path: Path, shown: str) -> None:
    files = {
        str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in (ROOT / "portfolio").rglob("*.*")
    }
    repo = cloned(tmp_path, files)
    write(repo, "measure", "nattillsyn", "nattbesok", "5 950")

    assert sent(repo, *shlex.split(shown)[2:]).code == 0
    assert len(branches(repo)) == ("--dry-run" not in shown)


def prepared(repo: Repo, case: str) -> None:  # noqa: C901 -- one branch for each case
    """Bring about what keeps a change from being sent."""
    git = repo.git
    match case:
        case "changed":
            (repo.folder / "README.md").write_text("else\n", encoding="utf-8")
        case "staged":
            (repo.folder / "README.md").write_text("else\n", encoding="utf-8")
            git("add", "README.md")
            (repo.folder / "README.md").write_text("About\n", encoding="utf-8")
        case "new":
            (repo.folder / "no\x1b[2Jte.txt").write_text("x", encoding="utf-8")
        case "committed":
            (repo.folder / "README.md").write_text("else\n", encoding="utf-8")
            git("commit", "--quiet", "--message", "x", "README.md")
        case "link":
            (repo.folder / "assignments/link.yaml").symlink_to("visits.yaml")
        case "detached":
            git("checkout", "--quiet", "--detach")
        case "no remote":
            git("remote", "remove", "origin")
        case "remotes":
            git("remote", "rename", "origin", "one")
            git("remote", "add", "two", "../remote")
            git("branch", "--unset-upstream")
        case "merge" | "rebase":
            name = {"merge": "MERGE_HEAD", "rebase": "rebase-merge"}[case]
            (repo.folder / ".git" / name).write_text(git("rev-parse", "HEAD"), encoding="utf-8")
        case "attributes":
            (repo.folder / ".git/info/attributes").write_text(
                "*.yaml working-tree-encoding=latin-1\n", encoding="utf-8"
            )
        case "nobody":
            pass
        case _:
            raise AssertionError(case)


REFUSED = {
    "changed": "not only the portfolio has changed, but also README.md. Nothing is sent",
    "staged": "not only the portfolio has changed, but also README.md. Nothing is sent",
    "new": "not only the portfolio has changed, but also no\\x1b[2Jte.txt. Nothing is sent",
    "committed": "not only the portfolio has changed since origin/main, but also README.md. Nothing is sent",
    "link": "not only the portfolio has changed, but also assignments/link.yaml. Nothing is sent",
    "detached": "no branch is checked out here, so it is not clear what this is a change to. "
    "Check out the main branch first: git switch main",
    "no remote": "this repository has no remote, so there is nowhere to send to.",
    "remotes": "there are several remotes (one, two), and none is the one to send to.",
    "merge": "a merge or a rebase is under way in this repository.",
    "rebase": "a merge or a rebase is under way in this repository.",
    "attributes": "the repository’s settings would make another text of assignments/visits.yaml (.gitattributes)",
    "nobody": "git does not know who you are. Tell it once, and send again: git config --global user.name",
}


@pytest.mark.no_cover
@pytest.mark.parametrize("case", REFUSED)
def test_what_can_t_be_sent_is_refused_in_plain_words_and_all_is_as_it_was(tmp_path: Path, case: str) -> None:
    repo = cloned(tmp_path)
    write(repo, "set", "visits", "lead", "Åsa", "--correct")
    prepared(repo, case)
    before = [repo.git("for-each-ref"), repo.git("status", "--porcelain"), repo.git("ls-files", "--stage")]
    arguments = ["send", "--anyway"]
    ended = run(arguments, repo.folder, {"HOME": str(repo.folder)} | ({} if case == "nobody" else WHO))

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"staircase: {REFUSED[case]}")
    assert len(ended.err.splitlines()) == 1
    assert before == [repo.git("for-each-ref"), repo.git("status", "--porcelain"), repo.git("ls-files", "--stage")]


def test_where_nothing_has_changed_or_git_knows_nothing_that_is_said(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    nothing = sent(repo)
    alone = run(["send"], begun(tmp_path / "alone").folder, WHO)
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare/program.yaml").write_text(PROGRAM, encoding="utf-8")
    outside = run(["send"], tmp_path / "bare", WHO)
    (tmp_path / "alone/program.yaml").write_text(PROGRAM, encoding="utf-8")
    unborn = run(["send"], tmp_path / "alone", WHO)

    assert (nothing.code, nothing.err.splitlines()) == (
        2,
        ["staircase: nothing has changed in the portfolio since the last commit; there is nothing to send."],
    )
    assert (alone.code, outside.code, unborn.code) == (3, 4, 4)


def test_what_would_fail_the_check_is_shown_and_is_sent_with_anyway_alone(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    file = repo.folder / "assignments/visits.yaml"
    file.write_text(VISITS.replace("department: care", "department: nowhere"), encoding="utf-8")
    before = state(repo)
    refused = sent(repo)

    assert (refused.code, state(repo)) == (1, before)
    assert "reference-unknown" in refused.out
    assert refused.err.splitlines()[-1] == (
        "staircase: the check would fail on this change, so nothing is sent. Mend it, or send it all the same: "
        "staircase send --anyway"
    )
    assert sent(repo, "--anyway").code == 0
    assert len(branches(repo)) == 1


def test_what_fails_in_the_base_already_does_not_keep_a_change_back(tmp_path: Path) -> None:
    repo = cloned(tmp_path, FILES | {"assignments/wrong.yaml": "title: Wrong\n"})
    write(repo, *MEASURED)

    assert sent(repo).code == 0


def hook(repo: Repo, name: str, folder: str = ".git/hooks") -> Path:
    """A hook that prints, and leaves a mark."""
    place = repo.folder / folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(
        f"#!/bin/sh\necho HOOKED; echo ::error::HOOKED >&2\n: > {repo.folder}/.git/hooked\n", encoding="utf-8"
    )
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    return place


PROGRAMS = (
    *("core.fsmonitor", "core.pager", "core.editor", "gpg.program", "diff.external", "core.alternateRefsCommand"),
    *("remote.origin.receivepack", "remote.origin.uploadpack", "filter.own.clean", "filter.own.process"),
)


def test_no_hook_and_no_program_that_settings_name_is_run(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    for name in ("pre-push", "pre-commit", "commit-msg", "reference-transaction", "post-index-change", "post-checkout"):
        hook(repo, name)
        hook(repo, name, "hooks")
    program = hook(repo, "program", ".git")
    for setting in PROGRAMS:
        repo.git("config", setting, str(program))
    for setting in ("commit.gpgSign", "push.gpgSign", "filter.own.required"):
        repo.git("config", setting, "true")
    repo.git("config", "core.hooksPath", "hooks")
    (repo.folder / ".git/info/attributes").write_text("* filter=own\n", encoding="utf-8")
    (repo.folder / ".git/info/exclude").write_text("hooks/\n", encoding="utf-8")
    (repo.folder / ".git/hooked").unlink(missing_ok=True)
    write(repo, *MEASURED)
    ended = sent(repo)

    assert (ended.code, ended.err) == (0, "")
    assert "HOOKED" not in ended.out
    assert not (repo.folder / ".git/hooked").exists()


def test_a_remote_that_is_a_program_is_not_run(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    repo.git("config", "protocol.ext.allow", "always")
    repo.git("remote", "set-url", "origin", f"ext::sh -c 'touch {repo.folder}/.git/hooked'")
    ended = sent(repo)

    assert (ended.code, (repo.folder / ".git/hooked").exists()) == (74, False)
    assert "transport 'ext' not allowed" in ended.err


@pytest.mark.parametrize(
    ("host", "ends"),
    [
        ("github.com", "Ask here that it is merged:\nhttps://github.com{path}/pull/new/{branch}\n"),
        (
            "gitlab.orten.se",
            (
                "Ask here that it is merged:\n"
                "https://gitlab.orten.se{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}\n"
            ),
        ),
        (
            "git.orten.se",
            (
                "\nAsk there that the branch is merged: https://git.orten.se{path}\n"
                "When it is merged: git switch main; git pull\n"
            ),
        ),
    ],
)
def test_ssh_as_the_repository_s_settings_name_it_is_what_a_push_needs(tmp_path: Path, host: str, ends: str) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    ssh = tmp_path / "ssh"
    ssh.write_text('#!/bin/sh\nshift $(($# - 1))\neval "$1"\n', encoding="utf-8")
    ssh.chmod(0o755)
    repo.git("config", "core.sshCommand", str(ssh))
    repo.git("config", "ssh.variant", "simple")
    repo.git("remote", "set-url", "origin", f"git@{host}:{tmp_path}/remote")
    ended = sent(repo)

    assert (ended.code, ended.err) == (0, "")
    branch = repo.git("symbolic-ref", "--short", "HEAD")
    assert re.sub(" {2,}", "\n", ended.out).endswith(ends.format(path=f"{tmp_path}/remote", branch=branch))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "https://kim:s3cret@127.0.0.1:9/o/r.git",
            "it could not be sent to https://127.0.0.1:9/o/r.git: unable to",
        ),
        (
            "../nowhere",
            "it could not be sent to ../nowhere: '../nowhere' does not appear to be a git repository.",
        ),
        ("../no\x1b]0;x\x07where", "it could not be sent to ../no\\x1b]0;x\\x07where: "),
    ],
)
def test_a_push_that_fails_loses_nothing_tells_no_secret_and_works_once_it_can(
    tmp_path: Path, address: str, said: str
) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    before = state(repo)
    repo.git("remote", "set-url", "--push", "origin", address)
    failed = sent(repo)

    assert (failed.code, failed.out) == (74, "")
    assert failed.err.startswith(f"staircase: {said}")
    assert failed.err.endswith("once that is mended: staircase send\n")
    assert "s3cret" not in failed.err
    repo.git("config", "--unset", "remote.origin.pushurl")
    assert state(repo) == before
    assert sent(repo).code == 0


def test_what_the_other_side_refuses_is_told_in_its_words_and_nothing_is_forced(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    no = tmp_path / "remote/.git/hooks/pre-receive"
    no.parent.mkdir(exist_ok=True)
    no.write_text("#!/bin/sh\nprintf '::error::no\\033[2J\\n' >&2; exit 1\n", encoding="utf-8")
    no.chmod(0o755)
    declined = sent(repo)
    no.unlink()
    sent(repo)
    [branch] = branches(repo)
    other = Repo(tmp_path / "remote")
    other.git("switch", "--quiet", branch)
    theirs = other.commit({"README.md": "else\n"})
    write(repo, "review", "visits")
    rejected = sent(repo)

    assert (declined.code, declined.out, rejected.code, rejected.out) == (74, "", 74, "")
    assert declined.err == (
        f"staircase: {tmp_path}/remote does not take it: [remote rejected] (pre-receive hook declined). "
        "Nothing is lost, and all is as before here.\n"
    )
    assert rejected.err.startswith(
        f"staircase: {tmp_path}/remote has something on this branch that is not here: [rejected]"
    )
    assert other.git("rev-parse", branch) == theirs
    assert repo.git("status", "--porcelain") == "M assignments/visits.yaml"


def test_where_another_git_is_at_work_it_is_sent_all_the_same_and_said(tmp_path: Path) -> None:
    repo = cloned(tmp_path)
    write(repo, *MEASURED)
    (repo.folder / ".git/index.lock").touch()
    ended = sent(repo)

    [branch] = branches(repo)
    assert ended.code == 74
    assert f"on the branch {branch}:" in ended.out
    assert ended.err.endswith(f"When that has ended: git switch --merge {branch}\n")
    (repo.folder / ".git/index.lock").unlink()
    repo.git("switch", "--quiet", "--merge", branch)
    assert repo.git("status", "--porcelain") == ""


def test_a_branch_of_any_name_and_texts_that_tell_a_forge_something_do_no_harm(tmp_path: Path) -> None:
    title = VISITS.replace("Fewer hours on the road", '"Hours [skip ci] @all #1 $(touch x)"')
    repo = cloned(tmp_path, FILES | {"assignments/visits.yaml": title})
    repo.git("switch", "--quiet", "--create", "-å;$(x)'\"&-".lstrip("-"))
    write(repo, *MEASURED)
    ended = sent(repo)

    assert (ended.code, ended.err) == (0, "")
    assert "[skip ci]" not in repo.git("log", "-1", "--format=%B")
    assert "Hours (skip ci) @all #1 $(touch x)" in repo.git("log", "-1", "--format=%b")
    assert not os.path.lexists(repo.folder / "x")
