"""How many mutants the tests kill: ``python -m tests.mutation [GROUP | FOLDER | FILE]...`` at the root.

A long run, and no part of the everyday tests: the groups stand in ``modules.py``. A survivor that ``survivors.yaml``
does not know fails, and so does one that it knows and that is killed now.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.mutation.modules import ROOT, files, judges
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trial import KILLED, SURVIVED, tried

REVIEWED = Path(__file__).parent / "survivors.yaml"
PACE = 100
"""After how many mutants a run says how far it is."""
LEAST = 92
"""The share of the mutants, in percent, that is to be killed."""


class Key(NamedTuple):
    """What names a mutant in the list."""

    module: str
    scope: str
    becomes: str


def main(names: list[str]) -> int:
    modules = files(names)
    ends: dict[str, Counter[str]] = {module: Counter() for module in modules}
    survivors: list[Mutant] = []

    def tell(mutant: Mutant, end: str) -> None:
        ends[mutant.module][end] += 1
        if sum(map(Counter.total, ends.values())) % PACE == 0:
            _say(f"{sum(map(Counter.total, ends.values()))} tried, {len(survivors)} of them alive")
        if end == SURVIVED:
            survivors.append(mutant)
            _say(
                f"survived  {mutant.module}:{mutant.lines.start} {mutant.scope}\n  - {mutant.was}\n  + {mutant.becomes}"
            )

    for chosen in dict.fromkeys(map(judges, modules)):
        texts = {module: (ROOT / module).read_text("utf-8") for module in modules if judges(module) == chosen}
        tried([one for module, text in texts.items() for one in mutants(module, text)], chosen, tell)
    for module in modules:
        _say(f"{module:42}{_score(ends[module])}")
    total = sum(ends.values(), Counter())
    _say(f"{'together':42}{_score(total)}")
    return int(_differs(modules, survivors) or total[KILLED] * 100 < LEAST * total.total())


def _score(ends: Counter[str]) -> str:
    share = 100 * ends[KILLED] / max(ends.total(), 1)
    return f"{ends[KILLED]:5} killed {ends[SURVIVED]:4} survived {share:6.1f} %"


def _differs(modules: list[str], survivors: list[Mutant]) -> bool:
    """Say where the survivors are not those of the list; whether they are not."""
    reviewed = {key for key in _reviewed() if key.module in modules}
    left = {Key(*mutant.key) for mutant in survivors}
    for heading, keys in (("not reviewed", left - reviewed), ("reviewed, but killed now", reviewed - left)):
        for key in sorted(keys):
            _say(f"{heading}: {key.module} {key.scope}: {key.becomes}")
    return left != reviewed


def _reviewed() -> set[Key]:
    """The reviewed survivors: by module, a list of mutants with the scope, the changed line and the reason."""
    listed = yaml.safe_load(REVIEWED.read_text("utf-8")) or {}
    return {Key(module, one["in"], one["becomes"]) for module, ones in listed.items() for one in ones if one["reason"]}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
