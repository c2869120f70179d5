"""How many modules a question passes through: ``python -m tests.bench.ways``, and ``--list`` for their names.

A module counts where a line of a function of it is executed, from the start of the program to its end.
"""

import argparse
import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from tests.cli.running import PROGRAM, plant
from tests.repositories import ROOT, commit, git, surroundings

_SILENT = "title: Keyless visits\ndepartment: care\nlead: Programme\nstarted: 2026-10-15\ntogether: [care worker]\n"
_STALE = _SILENT.replace("2026-10-15", "2026-07-15")
_MOVED = f"{_SILENT}journey:\n  - {{step: explore, entered: 2026-10-15}}\n  - {{step: benefits, entered: 2026-10-30}}\n"

Ask = Callable[[Path], Sequence[str]]


def _check(folder: Path) -> Sequence[str]:
    plant(folder, {"program.yaml": PROGRAM, "assignments/keyless.yaml": _STALE})
    return ["check"]


def _status(folder: Path) -> Sequence[str]:
    plant(folder, {"program.yaml": PROGRAM, "assignments/keyless.yaml": _SILENT})
    return ["status"]


def _diff(folder: Path) -> Sequence[str]:
    git(folder, "init", "--quiet")
    commit(folder, {"assignments/keyless.yaml": _SILENT})
    plant(folder, {"assignments/keyless.yaml": _MOVED})
    return ["diff", "HEAD", "--format", "markdown"]


WAYS: Mapping[str, Ask] = {
    "check of a portfolio with one gap": _check,
    "status of one file": _status,
    "diff --format markdown of one step moved": _diff,
}


def modules(arguments: Sequence[str], folder: Path) -> set[str]:
    """The modules of the package that a run in a folder passes through, by their paths in it."""
    from tests.cli import inside  # noqa: PLC0415 - importing the program is part of no way

    seen: set[str] = set()

    def executed(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_flags & inspect.CO_OPTIMIZED and str(ROOT / "staircase") in code.co_filename:
            seen.add(Path(code.co_filename).relative_to(ROOT / "staircase").as_posix())

    out, err = inside.Stream("utf-8"), inside.Stream("utf-8")
    sys.settrace(executed)
    try:
        inside.code_of(arguments, folder, surroundings(folder.parent / "home"), out, err)
    finally:
        sys.settrace(None)
    return seen


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ways", description=__doc__)
    parser.add_argument("--list", action="store_true", help="name the modules")
    options = parser.parse_args()
    for name, ask in WAYS.items():
        with TemporaryDirectory() as folder:
            place = Path(folder) / "portfolio"
            place.mkdir()
            passed = sorted(modules(ask(place), place))
        sys.stdout.write(f"{name:44}{len(passed):4}\n")
        if options.list:
            sys.stdout.writelines(f"    {module}\n" for module in passed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
