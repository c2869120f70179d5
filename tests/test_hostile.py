"""No text of a file, a file's name or a key has a meaning of its own, in any command and any format."""

from pathlib import Path

import pytest

from tests.hostile.commands import COMMANDS, Arguments
from tests.hostile.inside import meet
from tests.hostile.judges import Judge, acts, commands_a_runner
from tests.hostile.portfolios import planted
from tests.render.attacks import ATTACKS, HONEST

BEARABLE = 20
"""Seconds that no run comes near unless it is stuck."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(tmp_path_factory.mktemp("everything"), (ATTACKS | HONEST).values())


@pytest.mark.parametrize("terminal", [False, True], ids=["piped", "terminal"])
@pytest.mark.parametrize(("arguments", "judges"), COMMANDS.items(), ids=map(" ".join, COMMANDS))
def test_every_command_shows_hostile_text_and_does_nothing_else(
    everything: Path, arguments: Arguments, judges: tuple[Judge, ...], *, terminal: bool
) -> None:
    met = meet(arguments, everything, {"COLUMNS": "100"}, terminal=terminal)

    assert [*wrong(met.out, judges), *wrong(met.err, (acts, commands_a_runner))] == []
    assert met.code == 1


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_attack_alone_gets_through_any_command(attack: str, tmp_path: Path) -> None:
    planted(tmp_path, [attack])

    found = {
        (arguments, fault)
        for arguments, judges in COMMANDS.items()
        for met in [meet(arguments, tmp_path)]
        for fault in (
            *wrong(met.out, judges),
            *wrong(met.err, (acts, commands_a_runner)),
            *([f"exit {met.code}"] if met.code != 1 else []),
        )
    }

    assert found == set()


def wrong(text: str, judges: tuple[Judge, ...]) -> list[str]:
    return [fault for judge in judges for fault in judge(text)]
