"""``python -m tests.net [--quick] [GLOB …]``: what differs between the pinned program and this."""

import argparse
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from time import monotonic

from tests.net.cases import quick, whole
from tests.net.differences import MEANT, judge, read
from tests.net.pinned import COMMIT, ROOT, package
from tests.net.report import failures, summary
from tests.net.sides import pairs


def main() -> int:
    """Compare, and return 1 where something fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.net", description=__doc__)
    parser.add_argument("globs", nargs="*", metavar="GLOB", help="patterns of the cases' names; all unless given")
    parser.add_argument("--quick", action="store_true", help="the part that the quick tests run")
    parser.add_argument("--list", action="store_true", help="say the cases' names, and run none")
    parser.add_argument("--tree", type=Path, default=ROOT, help="the folder that the package to compare stands in")
    options = parser.parse_args()
    cases = quick() if options.quick else whole()
    if options.globs:
        cases = tuple(case for case in cases if any(fnmatchcase(case.name, glob) for glob in options.globs))
    if options.list:
        _say("\n".join(case.name for case in cases))
        return 0
    begun, entries = monotonic(), read(MEANT.read_text(encoding="utf-8"))
    judged = judge(pairs(cases, package(), options.tree.resolve()), entries)
    is_whole = not options.quick and not options.globs
    failed = failures(judged, [entry for entry in entries if is_whole and entry not in judged.needed])
    _say("\n\n".join([*failed, f"{summary(judged)} (beside {COMMIT[:12]}, {monotonic() - begun:.0f} s)"]))
    return int(bool(failed))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
