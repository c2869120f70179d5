"""How many mutants the tests kill: ``python -m tests.mutation [GROUP | FOLDER | FILE]...`` at the root.

The whole takes hours; ``--sample 200 --seed 1`` tries so many of each group, drawn by chance, and says between which
shares the whole lies. The groups stand in ``modules.py``. Under 92 % fails; so does a survivor that ``survivors.yaml``
does not know, where all are tried, and one that it knows and that is killed now.
"""

import os
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.mutation.modules import JUDGES, ROOT, files
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


class Sample(NamedTuple):
    """How many mutants of each group are tried, and by which chance."""

    size: int
    seed: str


def main(words: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="GROUP | FOLDER | FILE")
    parser.add_argument("--sample", type=int, metavar="N", help="try only so many mutants of each group")
    parser.add_argument("--seed", default="1", help="another seed draws another sample")
    given = parser.parse_args(words)
    sample = Sample(given.sample, given.seed) if given.sample else None
    failed = [group for group, modules in files(given.names).items() if _in_a_fork(group, modules, sample)]
    return int(bool(failed))


def _in_a_fork(group: str, modules: Sequence[str], sample: Sample | None) -> bool:
    """Whether a group fails; in a process of its own, since changes outside functions want a package never imported."""
    child = os.fork()
    if not child:
        sys.exit(_fails(group, modules, sample))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0


def _fails(group: str, modules: Sequence[str], sample: Sample | None) -> bool:
    """Try the mutants of a group; whether too few are killed, or others than those of the list."""
    chosen = [mutant for module in modules for mutant in mutants(module, (ROOT / module).read_text("utf-8"))]
    if sample:
        chosen = drawn(chosen, sample)
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

    failing = tried(chosen, JUDGES[group], tell)
    for name in failing:
        _say(f"fails without any mutant, and judges none: {name}")
    for module in modules:
        _say(f"{module:42}{_score(ends[module])}")
    total = sum(ends.values(), Counter())
    least, most = between(total[KILLED], total.total()) if sample else (total[KILLED] / max(total.total(), 1),) * 2
    _say(f"{group:42}{_score(total)}" + (f", of all {100 * least:.1f} to {100 * most:.1f} %" if sample else ""))
    differs = _differs({Key(*mutant.key) for mutant in chosen}, {Key(*mutant.key) for mutant in survivors}, sample)
    return bool(failing) or differs or 100 * most < LEAST


def drawn(whole: Sequence[Mutant], sample: Sample) -> list[Mutant]:
    """As many mutants as asked for, each as likely as any other; the same ones after a change elsewhere in the code."""

    def lot(mutant: Mutant) -> bytes:
        return sha256("\n".join((sample.seed, *mutant.key)).encode()).digest()

    kept = set(map(lot, sorted(whole, key=lot)[: sample.size]))
    return [mutant for mutant in whole if lot(mutant) in kept]


def between(killed: int, tried: int) -> tuple[float, float]:
    """The shares between which that of all lies, 19 times in 20, where so many of a sample were killed (Wilson's)."""
    if not tried:
        return 0, 1
    squared = 1.96**2 / tried
    share = killed / tried
    middle, off = share + squared / 2, sqrt(squared * (share * (1 - share) + squared / 4))
    return (middle - off) / (1 + squared), (middle + off) / (1 + squared)


def _score(ends: Counter[str]) -> str:
    share = 100 * ends[KILLED] / max(ends.total(), 1)
    return f"{ends[KILLED]:5} killed {ends[SURVIVED]:4} survived {share:6.1f} %"


def _differs(chosen: AbstractSet[Key], left: AbstractSet[Key], sample: Sample | None) -> bool:
    """Say where the survivors are not those of the list; whether that fails."""
    reviewed = _reviewed() & chosen
    for heading, keys in (("not reviewed", left - reviewed), ("reviewed, but killed now", reviewed - left)):
        for key in sorted(keys):
            _say(f"{heading}: {key.module} {key.scope}: {key.becomes}")
    return bool(reviewed - left) or (sample is None and left != reviewed)


def _reviewed() -> set[Key]:
    """The reviewed survivors: by module, a list of mutants with the scope, the changed line and the reason."""
    listed = yaml.safe_load(REVIEWED.read_text("utf-8")) or {}
    return {Key(module, one["in"], one["becomes"]) for module, ones in listed.items() for one in ones if one["reason"]}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
