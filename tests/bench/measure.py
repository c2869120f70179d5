"""What a process costs: CPU time and memory, as the operating system counts them."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
PASSED_ON = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")
ENTRY = "import sys; sys.argv[0] = 'staircase'; from staircase.__main__ import main; sys.exit(main())"
SILENT = (
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
)


@dataclass(frozen=True, slots=True)
class Command:
    """A Python process: its arguments, what its environment adds, and the exit codes that are no failure."""

    arguments: Sequence[str]
    variables: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0, 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of CPU time, its own and the system's, and its largest memory in kB."""

    seconds: float
    kilobytes: float


class FailedError(Exception):
    """A process that is measured did not do what it should."""

    def __init__(self, command: Command, code: int) -> None:
        super().__init__(f"{code} from {' '.join(command.arguments)}")


def ours(*arguments: str, **variables: str) -> Command:
    """Give a command of staircase, started as its installed script does."""
    return Command(("-c", ENTRY, *arguments), {"STAIRCASE_TODAY": "2026-11-02", **variables})


def rival(name: str, *arguments: str, **variables: str) -> Command:
    """Give one of the scripts that it is measured against."""
    return Command((str(ROOT / "tests" / "bench" / "rivals" / f"{name}.py"), *arguments), variables)


def medians(runs: int, *commands: Command) -> list[Cost]:
    """Give what each command costs: the median of several runs, where all take turns."""
    rounds = [[cost(command) for command in commands] for _ in range(runs)]
    return [
        Cost(median(turn.seconds for turn in turns), median(turn.kilobytes for turn in turns))
        for turns in zip(*rounds, strict=True)
    ]


def ratio(runs: int, own: Command, *others: Command) -> tuple[float, Cost]:
    """Give how many times as much a command costs as others together, and what it costs.

    All run one right after the other, and each round is compared by itself before the median is taken: a machine that
    others share is now fast and now slow, but rarely within one round.
    """
    rounds = [(cost(own), sum(cost(other).seconds for other in others)) for _ in range(runs)]
    costs = [each for each, _ in rounds]
    taken = Cost(median(each.seconds for each in costs), median(each.kilobytes for each in costs))
    return median(each.seconds / other for each, other in rounds), taken


def cost(command: Command) -> Cost:
    """Run a command and give what it took."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **command.variables}
    arguments = [sys.executable, *command.arguments]
    process = os.posix_spawn(sys.executable, arguments, environment, file_actions=SILENT)
    _, status, usage = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in command.codes:
        raise FailedError(command, code)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
