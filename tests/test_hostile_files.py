"""One hostile file costs only itself: it is named and counted, in no time, and every other file is still reported."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, SMALL
from tests.hostile.commands import CHECKS, Arguments, a_turn
from tests.hostile.files import CONTENTS, CROWDS, THINGS
from tests.hostile.inside import Met, meet
from tests.hostile.portfolios import written
from tests.reader import a_reader

SMALL_ENOUGH = 500_000
"""Bytes of a file that every slow run tries; of the larger ones it tries some."""

QUICK = (("status", "--json"), ("gaps",), ("check",))

NAMES = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow")

contents = pytest.mark.parametrize(
    "content",
    [
        pytest.param(content, id=name, marks=[pytest.mark.long if len(content) > SMALL_ENOUGH else pytest.mark.slow])
        for name, content in CONTENTS.items()
    ],
)


@contents
def test_a_hostile_file_is_named_and_the_others_are_shown(content: bytes, tmp_path: Path) -> None:
    written(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL, "assignments/hostile.yaml": content})

    met = meet(["status", "--json"], tmp_path)
    document = json.loads(met.out)

    assert ([row["id"] for row in document["rows"]], document["unreadable"]) == (
        ["keyless"],
        ["assignments/hostile.yaml"],
    )
    assert (met.code, met.was_endless, "  assignments/hostile.yaml\n" in met.err) == (1, False, True)


@contents
def test_a_check_of_a_hostile_file_says_what_is_wrong_with_it_in_no_time(content: bytes, tmp_path: Path) -> None:
    written(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL, "assignments/hostile.yaml": content})

    found = {arguments: meet(arguments, tmp_path) for arguments in CHECKS}

    assert {" ".join(each): how for each, met in found.items() if (how := _amiss(met))} == {}
    assert all("hostile.yaml" in met.out for arguments, met in found.items() if "--statistics" not in arguments)


@contents
def test_a_hostile_program_leaves_every_command_an_answer(content: bytes, tmp_path: Path) -> None:
    written(tmp_path, {"program.yaml": content, "assignments/keyless.yaml": SMALL})

    found = {arguments: meet(arguments, tmp_path) for arguments in QUICK}

    assert {" ".join(each): how for each, met in found.items() if (how := _amiss(met))} == {}


@pytest.mark.parametrize("make", THINGS.values(), ids=THINGS.keys())
def test_what_is_no_file_is_named_without_being_opened(make: Callable[[Path], None], open_folder: Path) -> None:
    written(open_folder, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL})
    before = [meet(arguments, open_folder).code for arguments in QUICK]
    make(open_folder / "assignments" / "hostile.yaml")

    with a_reader():
        found = {arguments: meet(arguments, open_folder) for arguments in QUICK}
    document = json.loads(found["status", "--json"].out)

    assert ([row["id"] for row in document["rows"]], document["unreadable"]) == (
        ["keyless"],
        ["assignments/hostile.yaml"],
    )
    assert before == [0, 0, 0]
    assert {" ".join(each): how for each, met in found.items() if (how := _amiss(met))} == {}


@pytest.mark.long
@pytest.mark.parametrize(
    ("content", "arguments"),
    [
        pytest.param(content, arguments, id=f"{name}: {' '.join(arguments)}")
        for number, (name, content) in enumerate(CONTENTS.items())
        for arguments in a_turn(number)
        if "show" not in arguments
    ],
)
def test_commands_bear_a_hostile_file_each_in_its_turn(content: bytes, arguments: Arguments, tmp_path: Path) -> None:
    written(tmp_path, {"program.yaml": PROGRAM, "assignments/hit.yaml": SMALL, "assignments/hostile.yaml": content})

    assert _amiss(meet(arguments, tmp_path)) == ""


@pytest.mark.long
@pytest.mark.parametrize("content", CROWDS.values(), ids=CROWDS.keys())
@pytest.mark.parametrize("arguments", [*((name,) for name in NAMES), ("show", "hostile"), *CHECKS], ids=" ".join)
def test_every_command_bears_a_crowd_in_one_file(content: bytes, arguments: Arguments, tmp_path: Path) -> None:
    written(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL, "assignments/hostile.yaml": content})

    assert _amiss(meet(arguments, tmp_path), (0, 1)) == ""


def _amiss(met: Met, codes: tuple[int, ...] = (1,)) -> str:
    if met.code not in codes:
        return f"exit {met.code}: {met.err[:300]}"
    return f"{met.seconds:.1f} s" if met.was_endless else ""
