"""Both sides of a comparison: what the program's commands print as JSON, and the oracle's verdict on the same texts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.cli.running import run
from tests.oracle.departments import there
from tests.oracle.generate import portfolio
from tests.oracle.naive import Verdict, build, judge

STATES = ("planned", "active", "paused", "completed", "stopped")
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "gaps": ("gaps",),
    "status": ("status", *(part for state in STATES for part in ("--state", state))),
    "departments": ("departments",),
    "benefits": ("benefits",),
    "roadmap": ("roadmap",),
    "quarters": ("flow",),
    "months": ("flow", "--per", "month"),
}
READ = (0, 1)
"""How a command ends that has read a portfolio: 1 where there is something to tell of."""


@dataclass(frozen=True)
class Sides:
    """The program's answers by command, and the oracle's verdict."""

    told: Mapping[str, Any]
    verdict: Verdict


@cache
def sides(seed: int) -> Sides:
    """Both sides about the portfolio of a seed."""
    made = portfolio(seed)
    return ask(made.texts, made.t, made.today)


UNDER = ("status", "benefits", "roadmap", "quarters")
"""The commands that are asked of each department too."""


def ask(texts: Mapping[str, str | None], t: date, today: date, *, under: bool = False) -> Sides:
    """Both sides about texts by path, also under each department; None is a file that is only named."""
    verdict = judge(build(texts, t, today))
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text or "", encoding="utf-8")
        (root / "assignments").mkdir(exist_ok=True)
        told = {name: json.loads(_answer(root, (*command, "--json"), t, today)) for name, command in COMMANDS.items()}
        if under:
            told["under"] = {
                one["id"]: {name: json.loads(_answer(root, _filtered(name, one["id"]), t, today)) for name in UNDER}
                for one in there(verdict.world)
            }
        told["first"] = _answer(root, ("status", "--format", "markdown"), t, today)
    return Sides(told, verdict)


def _filtered(name: str, department: str) -> tuple[str, ...]:
    return (*COMMANDS[name], "--department", department, "--json")


def _answer(root: Path, command: tuple[str, ...], t: date, today: date) -> str:
    options = ("--as-of", t.isoformat(), "--lang", "en")
    ended = run((*command, *options), root, {"STAIRCASE_TODAY": today.isoformat()})
    assert ended.code in READ, ended.err
    return ended.out
