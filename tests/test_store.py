"""Writing a portfolio's files: whole or not at all, several together, and nothing left behind."""

import fcntl
import json
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from time import sleep

import pytest

from staircase.disk import JOURNAL, LIMIT, READINGS, undisturbed
from staircase.store import HIDDEN, FileChange, NotWrittenError, settle, write
from tests.reader import a_folder_for_all, a_reader

A, B, NEW = "assignments/a.yaml", "assignments/b.yaml", "assignments/deep/new.yaml"


def plant(root: Path) -> Path:
    (root / "assignments").mkdir()
    for path in ("program.yaml", A, B):
        (root / path).write_text(f"old {path}\n")
    return root


def old(path: str) -> bytes:
    return f"old {path}\n".encode()


def standing(root: Path) -> dict[str, str]:
    """All files, hidden ones too."""
    return {str(path.relative_to(root)): path.read_text() for path in sorted(root.rglob("*")) if path.is_file()}


BEFORE = {A: f"old {A}\n", B: f"old {B}\n", "program.yaml": "old program.yaml\n"}
TWO = (FileChange(A, old(A), b"new a\n"), FileChange(B, old(B), b"new b\n"))
AFTER_TWO = BEFORE | {A: "new a\n", B: "new b\n"}


def refusal(root: Path, *changes: FileChange, patience: float = 0.0) -> tuple[str, str]:
    with pytest.raises(NotWrittenError) as caught:
        write(root, changes, patience)
    return caught.value.reason, caught.value.path


def test_a_file_is_replaced_with_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (plant(tmp_path) / A).chmod(0o640)

    write(tmp_path, [TWO[0]])

    assert standing(tmp_path) == BEFORE | {A: "new a\n"}
    assert (tmp_path / A).stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file to somebody else")
def test_a_file_stays_its_owners(tmp_path: Path) -> None:
    os.chown(plant(tmp_path) / A, 1234, 4321)

    write(tmp_path, [TWO[0]])

    status = (tmp_path / A).stat()
    assert (status.st_uid, status.st_gid) == (1234, 4321)


def test_a_file_of_somebody_else_that_all_may_write_is_written_and_keeps_its_mode() -> None:
    with a_folder_for_all() as folder:
        plant(folder)
        (folder / "assignments").chmod(0o777)
        (folder / A).chmod(0o666)

        with a_reader():
            write(folder, [TWO[0]])

        assert standing(folder) == BEFORE | {A: "new a\n"}
        assert (folder / A).stat().st_mode & 0o777 == 0o666


def test_several_are_written_made_and_taken_away_together(tmp_path: Path) -> None:
    (plant(tmp_path) / B).chmod(0o600)

    write(tmp_path, [TWO[0], FileChange(NEW, None, b"was b\n", like=B), FileChange(B, old(B), None)])

    assert standing(tmp_path) == {A: "new a\n", NEW: "was b\n", "program.yaml": "old program.yaml\n"}
    assert (tmp_path / NEW).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (FileChange(B, b"as it was judged\n", b"new\n"), "changed"),
        (FileChange(B, None, b"new\n"), "taken"),
        (FileChange("assignments/c.yaml", b"c\n", b"new\n"), "changed"),
        (FileChange("assignments/link.yaml", b"", b"new\n"), "link"),
        (FileChange("assignments/links/new.yaml", None, b"new\n"), "link"),
        (FileChange("assignments/a.yaml/new.yaml", None, b"new\n"), "link"),
    ],
    ids=["changed", "made meanwhile", "gone", "a link", "a link on the way", "a file on the way"],
)
def test_one_that_is_not_as_it_was_judged_keeps_all_as_they_were(
    tmp_path: Path, change: FileChange, reason: str
) -> None:
    (plant(tmp_path) / "assignments/link.yaml").symlink_to("a.yaml")
    (tmp_path / "assignments/links").symlink_to(tmp_path)
    before = standing(tmp_path)

    assert refusal(tmp_path, TWO[0], FileChange(NEW, None, b"new\n"), change) == (reason, change.path)
    assert standing(tmp_path) == before
    assert not (tmp_path / NEW).parent.exists()


def test_another_one_that_writes_is_waited_for_and_then_given_up(tmp_path: Path) -> None:
    folder = os.open(plant(tmp_path), os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)

    assert refusal(tmp_path, *TWO, patience=0.05) == ("locked", "")
    assert standing(tmp_path) == BEFORE

    os.close(folder)
    write(tmp_path, TWO)
    assert standing(tmp_path) == AFTER_TWO


@pytest.mark.parametrize("place", ["assignments", A], ids=["a folder", "a file"])
def test_what_may_not_be_written_is_not_replaced_either(place: str) -> None:
    with a_folder_for_all() as folder:
        plant(folder)
        for path in (folder / "assignments", folder / A, folder / B):
            path.chmod(0o777 if path.is_dir() else 0o666)
        (folder / place).chmod(0o555 if place == "assignments" else 0o444)

        with a_reader():
            reason = refusal(folder, *TWO)

        assert reason == ("failed", A)
        assert standing(folder) == BEFORE


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def ended(root: Path, steps: Sequence[tuple[str, str, str]]) -> None:
    """Leave the folder as one leaves it that is ended while it puts files in their places."""
    for path, _, prepared in steps:
        if prepared:
            (root / prepared).write_text(f"new {path}\n")
    (root / JOURNAL).write_text(json.dumps(steps))


def test_what_one_began_that_was_ended_the_next_one_finishes(tmp_path: Path) -> None:
    prepared = f"assignments/{HIDDEN}0123456789ab"
    ended(plant(tmp_path), [(A, digest(old(A)), prepared), (B, digest(old(B)), "")])

    write(tmp_path, [FileChange("program.yaml", old("program.yaml"), b"new\n")])

    assert standing(tmp_path) == {A: f"new {A}\n", "program.yaml": "new\n"}


def test_what_was_begun_outside_the_portfolio_is_taken_away_and_not_finished(tmp_path: Path) -> None:
    for folder in (plant(tmp_path) / ".vscode", tmp_path / "assignments"):
        folder.mkdir(exist_ok=True)
    made, kept = f".vscode/{HIDDEN}0123456789ab", f"assignments/{HIDDEN}0123456789ab"
    ended(tmp_path, [(".vscode/settings.json", "", made), (A, digest(old(A)), kept)])

    settle(tmp_path)

    assert standing(tmp_path) == BEFORE


def test_what_was_begun_waits_while_another_one_writes(tmp_path: Path) -> None:
    ended(plant(tmp_path), [(A, digest(old(A)), "")])
    folder = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)

    with pytest.raises(NotWrittenError) as caught:
        settle(tmp_path, patience=0.0)
    assert caught.value.reason == "locked"

    os.close(folder)
    settle(tmp_path)
    assert standing(tmp_path) == {path: text for path, text in BEFORE.items() if path != A}


def test_what_was_begun_in_a_folder_that_may_not_be_written_stays(open_folder: Path) -> None:
    ended(plant(open_folder), [(A, digest(old(A)), "")])
    (open_folder / "assignments").chmod(0o555)
    (open_folder / "program.yaml").chmod(0o444)

    with a_reader(), pytest.raises(NotWrittenError) as caught:
        settle(open_folder)

    assert (caught.value.reason, caught.value.path) == ("failed", JOURNAL)
    assert standing(open_folder).keys() == {*BEFORE, JOURNAL}


def test_a_journal_of_more_files_than_fit_into_one_that_is_read_is_finished(tmp_path: Path) -> None:
    prepared = f"assignments/{HIDDEN}0123456789ab"
    others = [(f"assignments/{'x' * 99}-{number}.yaml", digest(b""), "") for number in range(6000)]
    ended(plant(tmp_path), [(A, digest(old(A)), prepared), *others])
    assert (tmp_path / JOURNAL).stat().st_size > LIMIT

    settle(tmp_path)

    assert standing(tmp_path) == BEFORE | {A: f"new {A}\n"}


def test_a_journal_that_may_not_be_read_is_neither_passed_over_nor_replaced() -> None:
    with a_folder_for_all() as folder:
        ended(plant(folder), [(A, digest(old(A)), "")])
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        (folder / JOURNAL).chmod(0o600)
        before = standing(folder)

        with a_reader():
            reason = refusal(folder, *TWO)

        assert reason == ("failed", A)
        assert standing(folder) == before


def readings(root: Path, *writes: Sequence[FileChange]) -> tuple[list[tuple[bytes, bytes]], bool]:
    """What each reading of two files found, between which others write, and whether the last may be a part."""
    waiting, found = list(writes), []

    def reading() -> tuple[bytes, bytes]:
        first = (root / A).read_bytes()
        if waiting:
            sleep(0.02)  # a folder's time goes on in steps
            write(root, waiting.pop(0))
        found.append((first, (root / B).read_bytes()))
        return found[-1]

    last, is_partial = undisturbed(root, reading)
    assert last == found[-1]
    return found, is_partial


def test_who_reads_while_several_files_are_put_in_place_reads_again(tmp_path: Path) -> None:
    found, is_partial = readings(plant(tmp_path), TWO)

    assert (found, is_partial) == ([(old(A), b"new b\n"), (b"new a\n", b"new b\n")], False)


def test_who_reads_where_writing_does_not_end_is_told_that_it_may_be_a_part(tmp_path: Path) -> None:
    back = (FileChange(A, b"new a\n", old(A)), FileChange(B, b"new b\n", old(B)))
    found, is_partial = readings(plant(tmp_path), *[TWO, back] * READINGS)

    assert (len(found), is_partial) == (READINGS, True)


def test_who_reads_while_one_file_is_written_reads_once(tmp_path: Path) -> None:
    found, is_partial = readings(plant(tmp_path), TWO[1:])

    assert (found, is_partial) == ([(old(A), b"new b\n")], False)


@pytest.mark.parametrize(
    "journal",
    [
        [("../outside.yaml", digest(b"outside\n"), "")],
        [("assignments/../../outside.yaml", digest(b"outside\n"), "")],
        [(A, digest(old(A)), "../outside.yaml")],
        [(A, digest(old(A)), B)],
        [("links/outside.yaml", digest(b"outside\n"), "")],
        [("assignments/links/outside.yaml", digest(b"outside\n"), "")],
        [(A, digest(b"something else\n"), "")],
        [(A, "")],
        [[[]]],
        {"a": 1},
    ],
)
def test_a_journal_that_somebody_has_committed_reaches_nothing_else(tmp_path: Path, journal: object) -> None:
    root = tmp_path / "portfolio"
    root.mkdir()
    plant(root)
    (tmp_path / "outside.yaml").write_text("outside\n")
    (root / "links").symlink_to(tmp_path)
    (root / "assignments/links").symlink_to(tmp_path)
    (root / JOURNAL).write_text(json.dumps(journal))

    write(root, [FileChange("program.yaml", old("program.yaml"), b"new\n")])

    assert standing(root) == BEFORE | {"program.yaml": "new\n"}
    assert (tmp_path / "outside.yaml").read_text() == "outside\n"
