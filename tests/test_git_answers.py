"""What git answers is taken whole: what is not understood is an error in words, and nothing is left out without one."""

import os
import shutil
from pathlib import Path

import pytest

from staircase import git, history
from tests.cli.running import PROGRAM, SMALL, run
from tests.repository import Repo, begun
from tests.test_history import FILES, LATER, PATHS, written

ODD = {
    "nothing": ":",
    "other words": "printf 'odd\\0odd\\n'",
    "half a line": "printf ':\\377 x\\t\\0'",
    "another commit": f"printf '{'1' * 40}'",
}
LOG, STAGED, CHECK = ["log"], ["diff", "--staged"], ["check", "--base", "HEAD~1"]
ASKED = (
    ("rev-parse", LOG), ("rev-parse", STAGED), ("rev-parse", CHECK), ("rev-list", LOG), ("diff-tree", LOG),
    ("cat-file", LOG), ("cat-file", STAGED), ("ls-tree", STAGED), ("ls-tree", CHECK), ("ls-files", STAGED),
    ("merge-base", STAGED), ("merge-base", CHECK),
)  # fmt: skip


def other_git(folder: Path, command: str, instead: str) -> dict[str, str]:
    """Put a git before the real one that answers one command in its own way, and return the path to it."""
    folder.mkdir()
    program, real = folder / "git", shutil.which("git")
    lines = ("#!/bin/sh", f'for word in "$@"; do [ "$word" = {command} ] && {{ {instead}; exit 0; }}; done')
    program.write_text("\n".join((*lines, f'exec {real} "$@"\n')), encoding="ascii")
    program.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def two(folder: Path) -> Repo:
    repo = begun(folder, FILES)
    repo.commit({"assignments/keyless.yaml": LATER})
    return repo


@pytest.mark.parametrize("instead", ODD.values(), ids=ODD)
@pytest.mark.parametrize(("command", "line"), ASKED, ids=[f"{line[0]} asks {command}" for command, line in ASKED])
def test_an_answer_that_is_not_understood_is_an_error_and_never_a_part(
    tmp_path: Path, command: str, line: list[str], instead: str
) -> None:
    repo = two(tmp_path / "work")

    ended = run(line, repo.folder, other_git(tmp_path / "bin", command, instead))

    assert (ended.code, ended.out) == (4, "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            (
                "what git says is not understood (git diff-tree), and nothing is told rather than a part; "
                "git fsck tells whether the repository is whole."
            ),
        ),
        (
            "sv",
            (
                "svaret från git gick inte att tolka (git diff-tree), och då visas hellre inget än en del; "
                "git fsck visar om git-arkivet är helt."
            ),
        ),
    ],
)
def test_the_error_names_what_git_was_asked(tmp_path: Path, language: str, sentence: str) -> None:
    repo = two(tmp_path / "work")

    ended = run(["log", "--lang", language], repo.folder, other_git(tmp_path / "bin", "diff-tree", ":"))

    assert sentence in ended.err


def test_an_index_that_git_cannot_read_is_told_in_git_s_words(tmp_path: Path) -> None:
    repo = two(tmp_path)
    (tmp_path / ".git" / "index").write_bytes(b"garbage")

    ended = run(["diff", "--staged"], repo.folder)

    assert (ended.code, ended.out) == (4, "")
    assert "index file smaller than expected" in ended.err


@pytest.mark.parametrize("name", ["a\x85b", "a\u2028b", "a\x0cb", "a\x1cb", "a\nb", "a\n"])
def test_a_repository_may_lie_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    repo = begun(tmp_path / name, {"program.yaml": PROGRAM})

    assert git.repository(repo.folder).root == Path(os.path.realpath(repo.folder))


def test_a_commit_with_a_large_message_has_its_day(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    name = written(repo, " 1790000000 +0000", more=f"\n{'x' * (3 << 20)}")

    ended = run(["log", "--plain"], tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert f"{name[:12]}, 2026-09-21: " in ended.out


def test_a_history_that_is_cut_short_ends_where_git_ends_it(tmp_path: Path) -> None:
    repo = begun(tmp_path, FILES)
    last = [repo.commit({"assignments/keyless.yaml": text}) for text in (LATER, SMALL, LATER)][1:]
    (tmp_path / ".git" / "shallow").write_text(f"{last[0]}\n", encoding="ascii")

    found = git.repository(tmp_path)
    told = history.commits(found, git.commit(found, "HEAD"), None, PATHS)

    assert [(one.id, one.parent) for one in told] == [(last[1], last[0]), (last[0], None)]
