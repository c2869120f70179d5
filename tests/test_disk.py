"""Reading a portfolio's folder, whatever stands in it."""

import os
import socket
from pathlib import Path

import pytest

from staircase.core.source import File
from staircase.disk import LIMIT, NoPortfolioError, find, read
from tests.reader import a_reader


def plant(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


@pytest.mark.parametrize(
    ("program", "start", "expected"),
    [
        pytest.param("program.yaml", ".", ".", id="here"),
        pytest.param("portfolio/program.yaml", ".", "portfolio", id="in a portfolio folder here"),
        pytest.param("program.yaml", "assignments/deep", ".", id="upwards"),
        pytest.param("portfolio/program.yaml", "src/deep", "portfolio", id="upwards and beside"),
    ],
)
def test_the_nearest_portfolio_is_found_upwards(tmp_path: Path, program: str, start: str, expected: str) -> None:
    plant(tmp_path, {program: b"", f"{start}/here": b""})

    assert find(tmp_path / start) == tmp_path / expected


def test_a_named_portfolio_is_taken_as_it_is_and_never_looked_for_upwards(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": b"", "a/program.yaml": b"", "b/portfolio/program.yaml": b"", "c/x": b""})

    assert find(tmp_path / "c", Path("../a")) == tmp_path / "c/../a"
    assert find(tmp_path, tmp_path / "b") == tmp_path / "b/portfolio"
    with pytest.raises(NoPortfolioError) as caught:
        find(tmp_path, Path("c"))
    assert caught.value.looked == (tmp_path / "c",)


def test_a_broken_link_named_program_still_makes_a_portfolio_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "program.yaml").symlink_to("nowhere")

    assert read(find(tmp_path)) == (File("program.yaml", problem="link"),)


def test_files_are_read_sorted_by_path_with_hidden_ones_left_out_and_others_named(
    tmp_path: Path,
) -> None:
    plant(
        tmp_path,
        {
            "program.yaml": b"p",
            "README.md": b"",
            "assignments/b.YAML": b"b",
            "assignments/a/z.yml": b"z",
            "assignments/a.yaml": b"",
            "assignments/notes.txt": b"n",
            "assignments/.hidden.yaml": b"",
            "assignments/.git/x.yaml": b"",
            "assignments/a/.yaml": b"",
        },
    )

    assert read(tmp_path) == (
        File("program.yaml", b"p"),
        File("assignments/a.yaml", b""),
        File("assignments/a/z.yml", b"z"),
        File("assignments/b.YAML", b"b"),
        File("assignments/notes.txt"),
    )


def test_what_is_no_regular_file_is_named_with_its_problem_and_never_blocks(tmp_path: Path) -> None:
    root = plant(
        tmp_path / "root",
        {
            "program.yaml": b"",
            "assignments/fine.yaml": b"f" * LIMIT,
            "assignments/large.yaml": b"l" * (LIMIT + 1),
            "assignments/folder.yaml/inside.yaml": b"i",
        },
    )
    plant(tmp_path, {"outside/secret.yaml": b"s"})
    folder = root / "assignments"
    (folder / "link.yaml").symlink_to(tmp_path / "outside/secret.yaml")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(".")
    (folder / "linked.txt").symlink_to(tmp_path / "outside/secret.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket.yaml"))

    assert read(root)[1:] == (
        File("assignments/fine.yaml", b"f" * LIMIT),
        File("assignments/folder.yaml", problem="not-regular"),
        File("assignments/folder.yaml/inside.yaml", b"i"),
        File("assignments/large.yaml", problem="too-large"),
        File("assignments/link.yaml", problem="link"),
        File("assignments/linked", problem="link"),
        File("assignments/linked.txt"),
        File("assignments/loop", problem="link"),
        File("assignments/pipe.yaml", problem="not-regular"),
        File("assignments/socket.yaml", problem="not-regular"),
        File("assignments/zero.yaml", problem="link"),
    )


def test_assignments_that_is_a_link_or_a_file_is_named_and_not_looked_into(tmp_path: Path) -> None:
    plant(
        tmp_path,
        {"program.yaml": b"", "other/a.yaml": b"", "file/program.yaml": b"", "file/assignments": b""},
    )
    (tmp_path / "assignments").symlink_to("other")

    assert read(tmp_path)[1:] == (File("assignments", problem="link"),)
    assert read(tmp_path / "file")[1:] == (File("assignments", problem="not-regular"),)


def test_a_file_name_that_is_not_utf8_is_read_like_any_other(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": b"", "assignments/a.yaml": b"a"})
    (tmp_path / os.fsdecode(b"assignments/\xff.yaml")).write_bytes(b"x")

    assert read(tmp_path)[1:] == (File("assignments/a.yaml", b"a"), File("assignments/\udcff.yaml", b"x"))


def test_what_may_not_be_read_is_named_as_such(open_folder: Path) -> None:
    plant(open_folder, {"program.yaml": b"", "assignments/a.yaml": b"", "assignments/shut/b.yaml": b""})
    (open_folder / "assignments/a.yaml").chmod(0)
    (open_folder / "assignments/shut").chmod(0)

    with a_reader():
        found = read(open_folder)
    (open_folder / "assignments/shut").chmod(0o700)  # to be taken away

    assert found[1:] == (
        File("assignments/a.yaml", problem="no-permission"),
        File("assignments/shut", problem="no-permission"),
    )


def test_folders_nested_deeper_than_a_path_can_be_long_end_in_a_problem(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": b"", "assignments/a.yaml": b""})
    above = os.open(tmp_path / "assignments", os.O_RDONLY)
    for _ in range(30):
        os.mkdir("d" * 200, dir_fd=above)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=above)
        os.close(above)
        above = below
    os.close(above)

    found = read(tmp_path)

    assert [(file.content, file.problem) for file in found] == [(b"", None), (b"", None), (None, "failed")]
