"""What may befall a command that writes several files: killed, a disk that refuses, no leave, others that write."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from staircase.disk import JOURNAL
from staircase.store import HIDDEN
from tests.cli.running import environment, plant, run
from tests.cli.writes import FILES
from tests.reader import a_folder_for_all, a_reader

EACH = range(200)
RENAME = ("rename", "visits", "keyless")
REFERS = "title: Other\ndepartment: care\nlead: L\nstarted: 2026-01-05\ntogether: [nurse]\ndepends_on: [visits]\n"
OTHERS = ("assignments/first.yaml", "assignments/other.yaml", "assignments/zebra.yaml")
BEFORE = {"program.yaml": FILES["program.yaml"], "assignments/visits.yaml": FILES["assignments/visits.yaml"]} | (
    dict.fromkeys(OTHERS, REFERS)
)
AFTER = {"program.yaml": FILES["program.yaml"], "assignments/keyless.yaml": FILES["assignments/visits.yaml"]} | (
    dict.fromkeys(OTHERS, REFERS.replace("[visits]", "[keyless]"))
)
CALLS = {"write": 9, "fsync": 12, "chmod": 8, "rename": 6, "unlink": 10, "flock": 1, "close": 400, "lseek": 60}
"""System calls, and about how many of each the command makes."""


def standing(root: Path) -> dict[str, str]:
    """All files, hidden ones too."""
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


def seen(root: Path) -> dict[str, str]:
    """The files that a report reads."""
    return {path: text for path, text in standing(root).items() if not path.rpartition("/")[2].startswith(".")}


def begun(root: Path, words: Sequence[str], *, injected: str = "") -> subprocess.Popen[bytes]:
    """The program as a process, with a fault at one of its system calls."""
    call = injected.partition(":")[0]
    strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={injected}"]
    command = [*(strace if injected else ()), sys.executable, "-m", "staircase", *words]
    variables = environment(PYTHONDONTWRITEBYTECODE="1")
    return subprocess.Popen(command, cwd=root, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.long
@pytest.mark.parametrize("number", EACH)
def test_one_that_is_killed_leaves_the_old_or_the_new_files_or_says_so(tmp_path: Path, number: int) -> None:
    chance = Random(number)  # noqa: S311 - to be the same in every run
    call, most = chance.choice([*CALLS.items()])
    begun(plant(tmp_path, BEFORE), RENAME, injected=f"{call}:signal=KILL:when={chance.randint(1, most)}").communicate()
    is_begun = (tmp_path / JOURNAL).exists()

    assert is_begun or seen(tmp_path) in (BEFORE, AFTER)
    assert ("interrupted" in run(["status"], tmp_path).err) == is_begun
    assert run(["set", "program", "settings.at_once", "35"], tmp_path).code == 0
    after = seen(tmp_path)
    assert after.pop("program.yaml").endswith("settings: {at_once: 35}\n")
    assert {**after, "program.yaml": FILES["program.yaml"]} in (BEFORE, AFTER)
    assert not is_begun or standing(tmp_path).keys() == seen(tmp_path).keys()
    for left in (tmp_path / path for path in standing(tmp_path).keys() - seen(tmp_path).keys()):
        assert left.name.startswith(HIDDEN)  # no report reads it, and whoever writes there next takes it away


@pytest.mark.long
@pytest.mark.parametrize("number", EACH)
def test_a_disk_that_refuses_leaves_all_as_they_were_and_ends_with_74(tmp_path: Path, number: int) -> None:
    chance = Random(number)  # noqa: S311 - to be the same in every run
    call, error = chance.choice([("write", "ENOSPC"), ("fsync", "EIO"), ("rename", "EIO"), ("chmod", "EPERM")])
    injected = f"{call}:error={error}:when={chance.randint(1, CALLS[call])}"
    running = begun(plant(tmp_path, BEFORE), RENAME, injected=injected)
    _, err = running.communicate()

    assert running.returncode in {0, 74}
    assert standing(tmp_path) == (BEFORE if b"could not be written" in err else AFTER)


@pytest.mark.long
@pytest.mark.parametrize("number", EACH)
def test_where_somebody_may_not_write_nothing_is_written(number: int) -> None:
    chance = Random(number)  # noqa: S311 - to be the same in every run
    with a_folder_for_all() as folder:
        plant(folder, BEFORE)
        places = [folder, folder / "assignments", *(folder / path for path in BEFORE if path != "program.yaml")]
        for place in places:
            place.chmod(0o777 if place.is_dir() else 0o666)
        run([*RENAME, "--dry-run"], folder)  # all is loaded that a reader may not read
        denied = chance.sample(places, chance.randint(1, 3))
        for place in denied:
            place.chmod(0o555 if place.is_dir() else 0o444)
        with a_reader():
            ended = run(RENAME, folder)

        assert (ended.code, ended.out) == (74, "")
        assert "could not be written: permission denied" in ended.err
        assert standing(folder) == BEFORE


@pytest.mark.long
@pytest.mark.parametrize("number", EACH)
def test_one_that_finds_the_folder_locked_waits_and_what_another_one_changes_meanwhile_is_kept(
    tmp_path: Path, number: int
) -> None:
    chance = Random(number)  # noqa: S311 - to be the same in every run
    folder, path = os.open(plant(tmp_path, BEFORE), os.O_RDONLY), chance.choice(OTHERS)
    fcntl.flock(folder, fcntl.LOCK_EX)
    more = chance.choice(["", "tags: [mine]\n"])

    def end() -> None:
        with (tmp_path / path).open("a") as file:
            file.write(more)
        os.close(folder)

    waiting = Timer(chance.random() / 5, end)
    waiting.start()
    ended = run(RENAME, tmp_path)
    waiting.join()

    files = AFTER if ended.code == 0 else BEFORE
    assert ended.code == 0 or (more and ended.code == 74 and f"{path} was changed by somebody else" in ended.err)
    assert standing(tmp_path) == {**files, path: files[path] + more}


@pytest.mark.long
@pytest.mark.parametrize("number", EACH)
def test_of_two_that_write_at_once_each_is_whole_or_told_to_try_again(tmp_path: Path, number: int) -> None:
    chance = Random(number)  # noqa: S311 - to be the same in every run
    plant(tmp_path, BEFORE)
    several = [
        RENAME,
        ("review", "first", "other", "zebra"),
        ("set", "other", "tags", "one"),
        ("measure", "visits", "time", "4300"),
    ]
    running = {words: begun(tmp_path, words) for words in chance.sample(several, chance.randint(2, 3))}
    ends = {words: (one.communicate(), one.returncode)[1] for words, one in running.items()}

    after = seen(tmp_path)
    assert set(ends.values()) <= {0, 2, 74}  # after a rename the one that is measured is not there any more
    assert standing(tmp_path).keys() == after.keys()
    marks = {
        RENAME: "assignments/keyless.yaml" in after and "visits" not in after["assignments/other.yaml"],
        several[1]: all("reviewed: 2026-11-02" in after[path] for path in OTHERS),
        several[2]: "tags: [one]" in after["assignments/other.yaml"],
        several[3]: any("4300" in text for text in after.values()),
    }
    assert {words: marks[words] for words in ends} == {words: code == 0 for words, code in ends.items()}
    assert "assignments/keyless.yaml" in after or "keyless" not in "".join(after.values())
