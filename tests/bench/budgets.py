"""The budgets: what is measured, against what, and how many times as much it may cost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from staircase.core.model.assignment import Assignment
from tests.bench.generate import DAY, write
from tests.bench.measure import Command, Cost, FailedError, cost, medians, ours, ratio, rival
from tests.repository import begun

REPORTS = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow")
LINTERS = ("yamllint", "check_jsonschema")
COMPLETING = {"COMP_WORDS": "staircase show ", "COMP_CWORD": "2"}
AS_OF = ("--as-of", DAY.isoformat())


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; without ``figure`` it was not measured, and ``unit`` says why."""

    what: str
    figure: float | None
    budget: float
    unit: str = "x"
    cost: float | None = None

    @property
    def is_over(self) -> bool:
        """Say whether the budget is exceeded."""
        return self.figure is not None and self.figure > self.budget


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the portfolios are, the sizes to measure with, and how many runs a median is made of."""

    folder: Path
    large: int
    runs: int

    def portfolio(self, assignments: int) -> Path:
        """Give a portfolio of a size, written when it is first asked for."""
        folder = self.folder / str(assignments)
        if not folder.exists():
            write(folder, assignments, seed=1)
        return folder

    def report(self, name: str, assignments: int) -> Command:
        """Give the command that makes a report over a portfolio of a size."""
        return ours("--portfolio", str(self.portfolio(assignments)), name, *AS_OF)


def startup(bench: Bench) -> Iterator[Line]:
    """Compare the version, the help and the completion of 500 files with a bare Typer app."""
    small = str(bench.portfolio(500))
    pairs = {
        "--version": (ours("--version"), rival("bare", "--version")),
        "--help": (ours("--help"), rival("bare", "--help")),
        "completion, 500 files": (
            ours(_STAIRCASE_COMPLETE="complete_bash", STAIRCASE_PORTFOLIO=small, **COMPLETING),
            rival(
                "bare",
                _BARE_COMPLETE="complete_bash",
                RIVAL_FOLDER=f"{small}/assignments",
                COMP_WORDS="bare show ",
                COMP_CWORD="2",
            ),
        ),
    }
    for what, (own, other) in pairs.items():
        yield _compared(f"{what} / a bare Typer app", 1.15, ratio(5 * bench.runs, own, other))


def small_status(bench: Bench) -> Iterator[Line]:
    """Compare the status of 60 assignments with the imports that it cannot do without."""
    measured = ratio(5 * bench.runs, bench.report("status", 60), rival("imports"))
    yield _compared("status, 60 / imports", 1.25, measured)


def large_reports(bench: Bench) -> Iterator[Line]:
    """Compare the check and each report with parsing and validating the same files."""
    names = ["check", *(name for name in REPORTS if _exists(name))]
    floor = rival("parse_and_validate", str(bench.portfolio(bench.large)))
    for name in names:
        measured = ratio(bench.runs, bench.report(name, bench.large), floor)
        yield _compared(f"{name}, {bench.large:,} / parse and validate", 1.5, measured)
    for name in REPORTS:
        if name not in names:
            yield Line(f"{name}, {bench.large:,} / parse and validate", None, 1.5, "there is no such command yet")


def against_base(bench: Bench) -> Iterator[Line]:
    """Compare what tells of a change with the check: 10 files of 1,000 have changed since the base."""
    folder = bench.folder / "repository"
    if not folder.exists():
        repo = begun(folder)
        write(folder / "portfolio", 1000, seed=1)
        repo.commit()
        for file in sorted(folder.glob("portfolio/assignments/*.yaml"))[:10]:
            file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    own = ("--portfolio", str(folder / "portfolio"))
    check = ours(*own, "check", *AS_OF)
    for command in (("check", "--base", "HEAD"), ("diff", "HEAD")):
        if _exists(command[0]):
            measured = ratio(3 * bench.runs, ours(*own, *command, *AS_OF), check)
            yield _compared(f"{' '.join(command)}, 10 of 1,000 changed / check", 1.3, measured)


def linters(bench: Bench) -> Iterator[Line]:
    """Compare the check with yamllint and check-jsonschema, with a schema of the same model."""
    what = "check, 1,000 / yamllint + check-jsonschema"
    if missing := [name for name in LINTERS if find_spec(name) is None]:
        yield Line(what, None, 0.04, f"pip install {' '.join(missing).replace('_', '-')}")
        return
    folder = bench.portfolio(1000)
    schema = bench.folder / "assignment.schema.json"
    schema.write_text(json.dumps(Assignment.model_json_schema()), encoding="utf-8")
    files = sorted(map(str, folder.glob("assignments/*.yaml")))
    lint = Command(("-m", "yamllint", "-d", "relaxed", str(folder)))
    judged = Command(("-m", "check_jsonschema", "--schemafile", str(schema), *files))
    yield _compared(what, 0.04, ratio(bench.runs, bench.report("check", 1000), lint, judged))


def growth(bench: Bench, sizes: tuple[int, ...]) -> Iterator[Line]:
    """Compare the check's time and memory for one assignment, its start apart, in larger and larger portfolios."""
    bottom, *costs = medians(bench.runs, *(bench.report("check", size) for size in (10, *sizes)))
    each = [(cost.seconds - bottom.seconds) / size for cost, size in zip(costs, sizes, strict=True)]
    for place, size in enumerate(sizes[1:], 1):
        what = f"time for one of {size:,} / of {sizes[0]:,}"
        yield Line(what, each[place] / each[0], 1.1, cost=costs[place].seconds)
        memory = (costs[place].kilobytes - bottom.kilobytes) / size
        yield Line(f"memory for one of {size:,}", memory, 30, "kB", costs[place].seconds)


def _exists(command: str) -> bool:
    try:
        cost(replace(ours(command, "--help"), codes=(0,)))
    except FailedError:
        return False
    return True


def _compared(what: str, budget: float, measured: tuple[float, Cost]) -> Line:
    figure, own = measured
    return Line(what, figure, budget, cost=own.seconds)
