"""A portfolio at a commit: the same files that its folder gives, read once where they are known."""

import os
from pathlib import Path

import pytest

from staircase import disk, git, history
from staircase.core.source import File
from staircase.git import RevisionError
from tests.repository import Repo, begun

PROGRAM = "format: 1\n"
NAMES = (
    "a.yaml",
    "B.YML",
    "sub/b.yaml",
    "sub/.hidden.yaml",
    ".hidden/c.yaml",
    "folder.yaml/d.yaml",
    "folder.yaml/.e.yaml",
    ".kept.yaml/f.yaml",
    "notes.txt",
    "z ö\t\n'\"x.yaml",
    "-rf.yaml",
    ":(top)x.yaml",
)


def planted(folder: Path) -> Repo:
    files = {f"p/assignments/{name}": f"title: {number}\n" for number, name in enumerate(NAMES)}
    return begun(folder, {"p/program.yaml": PROGRAM, **files})


def at_head(repo: Repo, folder: str = "p", known: tuple[File, ...] = ()) -> tuple[File, ...]:
    found = git.repository(repo.folder)
    return history.read(found, git.commit(found, "HEAD"), folder, known)


def test_a_commit_gives_what_the_folder_gives(tmp_path: Path) -> None:
    repo = planted(tmp_path)

    assert at_head(repo) == disk.read(tmp_path / "p")


def test_links_are_links_and_a_link_to_a_folder_is_known_by_the_folder(tmp_path: Path) -> None:
    repo = planted(tmp_path)
    for name, target in (("l.yaml", "a.yaml"), ("gone.yml", "nowhere"), ("t", "sub"), ("u", "a.yaml")):
        (tmp_path / "p/assignments" / name).symlink_to(target)
    repo.commit()
    here = disk.read(tmp_path / "p")

    assert at_head(repo, known=here) == here
    assert at_head(repo) == tuple(
        file._replace(problem=None) if file.path == "assignments/t" else file for file in here
    )


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_folder_of_assignments_that_is_none_is_said_to_be_none(tmp_path: Path, kind: str) -> None:
    repo = begun(tmp_path, {"p/program.yaml": PROGRAM, "elsewhere/a.yaml": "x"})
    if kind == "link":
        (tmp_path / "p/assignments").symlink_to("../elsewhere")
    else:
        (tmp_path / "p/assignments").write_text("x")
    repo.commit()

    assert at_head(repo) == disk.read(tmp_path / "p")


def test_a_large_file_is_too_large_and_those_after_it_are_read(tmp_path: Path) -> None:
    sizes = {"b": disk.LIMIT + 1, "c": disk.LIMIT, "d": 3 * disk.LIMIT, "e": 0, "f": 1}
    files = {f"p/assignments/{name}.yaml": "x" * size for name, size in sizes.items()}
    repo = begun(tmp_path, {"p/program.yaml": PROGRAM, **files})

    assert at_head(repo) == disk.read(tmp_path / "p")


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_what_is_the_same_is_given_as_it_is(tmp_path: Path, form: str) -> None:
    repo = begun(
        tmp_path,
        {"p/program.yaml": PROGRAM, "p/assignments/a.yaml": "a", "p/assignments/b.yaml": "b"},
        f"--object-format={form}",
    )
    known = (File("assignments/a.yaml", b"a"), File("assignments/b.yaml", b"B"), File("program.yaml", b"b"))

    found = at_head(repo, known=known)

    assert [file.content for file in found] == [b"format: 1\n", b"a", b"b"]
    assert [any(file is other for other in known) for file in found] == [False, True, False]


def test_a_name_that_is_no_utf_8_is_the_same_on_both_sides(tmp_path: Path) -> None:
    repo = planted(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path / "p/assignments") + b"/\xff.yaml")).write_text("x")
    repo.commit()

    assert at_head(repo) == disk.read(tmp_path / "p")


def test_a_commit_without_the_portfolio_has_none(tmp_path: Path) -> None:
    repo = planted(tmp_path)

    with pytest.raises(RevisionError) as raised:
        at_head(repo, "elsewhere")

    assert (raised.value.reason, raised.value.places["folder"]) == ("no-portfolio", "elsewhere")
