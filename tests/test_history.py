"""A history is read as git keeps it: whatever the configuration says, no commit is lost and no program is run."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from staircase import git, history
from staircase.core.period import NoSuchDateError, day_of
from tests.cli.running import PROGRAM, SMALL, run
from tests.repository import Repo, begun

FILES = {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL}
LATER = SMALL + "live: 2026-10-05\n"
PATHS = ("program.yaml", "assignments")
MADE = date(2026, 10, 1)
"""The day of the commits that are made in the usual way."""

SIGNED = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----\n"


def object_of(folder: Path, content: str) -> str:
    """Write a commit object, whatever it holds, and return its id."""
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=folder,
        input=content.encode("latin-1"),
        capture_output=True,
        check=True,
    )
    return made.stdout.decode().strip()


def written(repo: Repo, dated: str, *, more: str = "") -> str:
    """Set the assignment live in a commit with any text for its committer's date, and return its id."""
    repo.commit({"assignments/keyless.yaml": LATER})
    tree, parent = repo.git("rev-parse", "HEAD^{tree}"), repo.git("rev-parse", "HEAD~1")
    head = f"tree {tree}\nparent {parent}\nauthor A <a@x> 1 +0000\ncommitter A <a@x>{dated}\n{more}"
    name = object_of(repo.folder, f"{head}\nlive\n")
    repo.git("update-ref", "refs/heads/main", name)
    return name


def days(repo: Repo) -> list[date | None]:
    found = git.repository(repo.folder)
    return list(history.days(found, history.commits(found, git.commit(found, "HEAD"), None, PATHS)))


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        (" 0 +0000", date(1970, 1, 1)),
        (" 86399 +0000", date(1970, 1, 1)),
        (" 86399 +0001", date(1970, 1, 2)),
        (" 86400 -0001", date(1970, 1, 1)),
        (" 0 -0001", None),
        (" -1 +0000", None),
        (" -1 +0001", date(1970, 1, 1)),
        (" 7289654399 +0000", date(2200, 12, 31)),
        (" 7289654400 +0000", None),
        (" 253402214400 +0000", None),  # 9999-12-31
        (" 253402300800 +0000", None),  # the year 10000
        (" 999999999999999999 +0000", None),
        (" 18446744073709551615 +0000", None),
        (" 1790000000 +9999", date(2026, 9, 25)),
        (" 1790000000 +100000", None),
        (" 1790000000", None),
        (" soon +0000", None),
        ("", None),
    ],
)
def test_a_commit_s_day_is_its_committer_s_and_passes_the_gate_of_all_days(
    tmp_path: Path, dated: str, day: date | None
) -> None:
    repo = begun(tmp_path, FILES)
    written(repo, dated)

    assert days(repo) == [day, MADE]


@pytest.mark.parametrize("dated", [" 253402214400 +0000", " 253402300800 +0000", " -1 +0000", " soon +0000", ""])
def test_a_commit_without_a_day_is_told_of_all_the_same(tmp_path: Path, dated: str) -> None:
    repo = begun(tmp_path, FILES)
    name = written(repo, dated)

    plain, json, checked = (run(line, tmp_path) for line in (["log"], ["log", "--json"], ["check", "--base", "HEAD~1"]))

    assert (plain.code, json.code, checked.code) == (0, 0, 0)
    assert f"{name[:12]}, on no day between 1970 and 2200: " in plain.out
    assert f'"commit": "{name}",\n      "date": null' in json.out


@pytest.mark.parametrize(
    "setting",
    ["log.showSignature=true", "i18n.logOutputEncoding=UTF-16", "i18n.logOutputEncoding=nonsense", "log.date=relative",
     "format.pretty=fuller", "log.follow=true", "log.diffMerges=off", "log.decorate=full", "diff.renames=copies",
     "diff.noprefix=true", "diff.relative=true", "core.quotePath=false", "core.abbrev=4", "color.ui=always",
     "diff.orderFile=nowhere", "log.excludeDecoration=*", "diff.submodule=log", "log.mailmap=true"],
)  # fmt: skip
def test_no_setting_changes_what_a_history_is(tmp_path: Path, setting: str) -> None:
    repo = begun(tmp_path, FILES)
    written(repo, " 1790000000 +0200", more=f"encoding ISO-8859-1\n{SIGNED}")
    repo.commit({"assignments/keyless.yaml": None, "assignments/nyckelfri-åäö.yaml": SMALL})
    before = run(["log", "--json"], tmp_path)

    repo.git("config", *setting.split("=", 1))

    assert (before.code, before.out.count('"headline"')) == (1, 3)
    assert run(["log", "--json"], tmp_path) == before


def test_grafts_and_replacements_change_no_history(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    repo.commit({"assignments/keyless.yaml": LATER})
    middle = repo.git("rev-parse", "HEAD")
    repo.commit({"assignments/keyless.yaml": SMALL})
    before = days(repo)

    repo.git("replace", "--graft", middle)
    (tmp_path / ".git" / "info").mkdir(exist_ok=True)
    (tmp_path / ".git" / "info" / "grafts").write_text(f"{repo.git('rev-parse', 'HEAD')}\n", encoding="ascii")

    assert before == [MADE] * 3
    assert days(repo) == before


def test_a_commit_that_is_not_what_git_writes_is_an_error_and_not_left_out(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    repo.git(
        "update-ref", "refs/heads/main", object_of(tmp_path, f"tree {repo.git('rev-parse', 'HEAD^{tree}')}\n\nx\n")
    )

    ended = run(["log"], tmp_path)

    assert (ended.code, ended.out) == (4, "")


TRACE = '#!/bin/sh\necho "$0 $*" >>"{trace}"\nexit 1\n'
FIXED = (
    "gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.openpgp.program", "gpg.ssh.defaultKeyCommand",
    "core.pager", "core.editor", "core.sshCommand", "core.fsmonitor", "core.askPass", "core.gitProxy",
    "core.alternateRefsCommand", "sequence.editor", "diff.external", "diff.mine.command", "diff.mine.textconv",
    "diff.tool", "difftool.mine.cmd", "merge.mine.driver", "mergetool.mine.cmd", "filter.mine.clean",
    "filter.mine.smudge", "filter.mine.process", "credential.helper", "uploadpack.packObjectsHook",
    "interactive.diffFilter", "sendemail.smtpServer", "web.browser", "browser.mine.cmd", "man.mine.cmd",
    "pager.log", "pager.rev-list", "pager.cat-file", "pager.ls-tree", "pager.diff-tree", "remote.origin.vcs",
    "remote.origin.uploadpack", "remote.origin.receivepack", "trailer.mine.command", "trailer.mine.cmd",
    "instaweb.httpd", "imap.tunnel", "submodule.mine.update",
)  # fmt: skip
"""Settings that name a program."""

NAMING = re.compile(
    r"program|command|cmd|helper|hook|textconv|driver|editor|pager|external|proxy|clean|smudge|process|tool|browser",
    re.IGNORECASE,
)
SWITCH = re.compile(r"^advice\.|^color\.|cachetextconv$|^core\.hooksPath$", re.IGNORECASE)
"""What is no program all the same: git refuses to begin where such a setting is neither true nor false."""

ASKED = ("ls-tree", "cat-file", "rev-list", "diff-tree", "rev-parse", "merge-base", "ls-files", "symbolic-ref", "log")


def settings_that_name_programs() -> list[str]:
    """List those, and what else this git knows by such a name; where a name is free, it is ``mine``."""
    known = subprocess.run(["git", "help", "--config"], capture_output=True, check=True, text=True).stdout.split()
    named = [re.sub(r"<[^>]*>|\*", "mine", one) for one in known if NAMING.search(one.rpartition(".")[2])]
    plain = [one for one in named if re.fullmatch(r"[A-Za-z][\w-]*(\.[\w-]+)+", one) and not SWITCH.search(one)]
    return [*FIXED, *plain, *(f"alias.{name}" for name in ASKED)]


def as_written(name: str, value: str) -> str:
    """Write a setting as git's file has it."""
    section, _, rest = name.partition(".")
    inner, _, key = rest.rpartition(".")
    head = f'[{section} "{inner}"]' if inner else f"[{section}]"
    return f'{head}\n\t{key} = "{value}"\n'


def test_no_program_that_a_repository_names_is_run(tmp_path: Path) -> None:
    work, trace, program = tmp_path / "work", tmp_path / "trace", tmp_path / "program"
    repo = begun(work, FILES)
    written(repo, " 1790000000 +0200", more=SIGNED)
    repo.commit({".gitattributes": "* filter=mine diff=mine merge=mine\n", "assignments/other.yaml": SMALL})
    named = settings_that_name_programs()
    lines = "".join(as_written(name, f"!{program}" if name.startswith("alias.") else str(program)) for name in named)
    with (work / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write(f"{lines}[log]\n\tshowSignature = true\n[commit]\n\tgpgSign = true\n")
    hooks = ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-commit")
    (work / ".git" / "hooks").mkdir(exist_ok=True)
    for place in (program, *(work / ".git" / "hooks" / hook for hook in hooks)):
        place.write_text(TRACE.format(trace=trace), encoding="ascii")
        place.chmod(0o755)
    (work / "assignments" / "keyless.yaml").write_text(SMALL, encoding="utf-8")
    asked = (
        *(["check", "--base", "HEAD~1", "--format", form] for form in ("full", "sarif", "markdown")),
        *(["diff", base] for base in ("HEAD", "HEAD~2", "HEAD~2..HEAD", "HEAD~2...HEAD", "main")),
        *(["diff"], ["diff", "--staged"], ["log"], ["log", "keyless"], ["log", "HEAD~1..HEAD"], ["status"]),
    )

    ended = {" ".join(line): run(line, work).code for line in asked}
    untouched = not trace.exists()
    signature = subprocess.run(["git", "log"], cwd=work, capture_output=True, check=False)

    assert len(named) > 50
    assert untouched
    assert {line for line, code in ended.items() if code not in {0, 1}} == set()
    assert trace.exists(), signature  # a person's git does run them: the trap is set


@pytest.mark.parametrize(("seconds", "day"), [(0, date(1970, 1, 1)), (7289654399, date(2200, 12, 31))])
def test_the_gate_of_days_is_open_from_its_first_to_its_last(seconds: int, day: date) -> None:
    assert day_of(seconds) == day


@pytest.mark.parametrize("seconds", [-1, 7289654400, 10**30, -(10**30)])
def test_the_gate_of_days_is_closed_outside(seconds: int) -> None:
    with pytest.raises(NoSuchDateError):
        day_of(seconds)


def test_the_environment_adds_nothing(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    repo.commit({"assignments/keyless.yaml": LATER})

    plain = run(["log"], tmp_path)

    assert plain.code == 0
    assert run(["log"], tmp_path, {"GIT_DIR": os.devnull, "GIT_EXTERNAL_DIFF": "false", "GIT_TRACE": "1"}) == plain
