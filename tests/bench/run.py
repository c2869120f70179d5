"""Print every budget and what it comes to here and now: ``python -m tests.bench.run``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.budgets import (
    Bench,
    Line,
    against_base,
    exports,
    growth,
    history,
    imports,
    large_reports,
    linters,
    page,
    small_status,
    startup,
    writing,
)


def main() -> int:
    """Measure, print, and give the exit code: 0, or with ``--check`` 1 where a budget is exceeded."""
    options = _options()
    with TemporaryDirectory() as folder:
        bench = Bench(options.folder or Path(folder), options.assignments, options.runs)
        sizes = (1000, options.assignments, *((100_000,) if options.huge else ()))
        is_over = False
        _say(f"{'what':48}{'figure':>10}{'budget':>10}{'CPU':>10}")
        for line in _lines(bench, sizes):
            _say(_row(line))
            is_over |= line.is_over
    return int(options.check and is_over)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.run", description=__doc__)
    parser.add_argument("--assignments", type=int, default=10_000, help="how many make a large portfolio")
    parser.add_argument("--runs", type=int, default=3, help="how many runs a median is made of")
    parser.add_argument("--huge", action="store_true", help="measure 100,000 assignments, too")
    parser.add_argument("--folder", type=Path, help="keep the portfolios here, for the next time")
    parser.add_argument("--check", action="store_true", help="end with 1 where a budget is exceeded")
    return parser.parse_args()


def _lines(bench: Bench, sizes: tuple[int, ...]) -> Iterator[Line]:
    yield from startup(bench)
    yield from small_status(bench)
    yield from page(bench)
    yield from large_reports(bench)
    yield from against_base(bench)
    yield from history(bench)
    yield from writing(bench)
    yield from exports(bench)
    yield from imports(bench)
    yield from growth(bench, sizes)
    yield from linters(bench)


def _row(line: Line) -> str:
    if line.figure is None:
        return f"{line.what:48}{'-':>10}{line.budget:>8.2f} {'x':1}  {line.unit}"
    unit = f"{line.unit:2}"
    verdict = "OVER" if line.is_over else "within"
    return f"{line.what:48}{line.figure:>7.2f} {unit}{line.budget:>7.2f} {unit}{line.cost or 0:>8.2f} s  {verdict}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
