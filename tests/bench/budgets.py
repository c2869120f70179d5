"""The budgets: what is measured, against what, and how many times as much it may cost."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from staircase.core.model.assignment import Assignment
from tests.bench.generate import DAY, MESSY, TIDY, write
from tests.bench.measure import Command, Cost, cost, medians, ours, ratio, rival
from tests.repository import begun

REPORTS = ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow")
LINTERS = ("yamllint", "check_jsonschema")
COMPLETING = {"COMP_WORDS": "staircase show ", "COMP_CWORD": "2"}
MANNERS = {"tidy": TIDY, "messy": MESSY}
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

    def portfolio(self, assignments: int, manner: str = "tidy") -> Path:
        """Give a portfolio of a size, written when it is first asked for."""
        folder = self.folder / f"{manner}-{assignments}"
        if not folder.exists():
            write(folder, assignments, 1, MANNERS[manner])
        return folder

    def report(self, name: str, assignments: int, manner: str = "tidy") -> Command:
        """Give the command that makes a report over a portfolio of a size."""
        return ours("--portfolio", str(self.portfolio(assignments, manner)), name, *AS_OF)


def startup(bench: Bench) -> Iterator[Line]:
    """Compare the version with a bare interpreter, and the help and the completion of 500 files with a bare Typer app.

    That app does without rich, as ours does for both.
    """
    small = str(bench.portfolio(500))
    named = {"COMP_WORDS": "bare show ", "COMP_CWORD": "2", "RIVAL_FOLDER": f"{small}/assignments"}
    helped = ratio(5 * bench.runs, ours("--help"), rival("bare", "--help", TYPER_USE_RICH="0"))
    completed = ratio(
        5 * bench.runs,
        ours(_STAIRCASE_COMPLETE="complete_bash", STAIRCASE_PORTFOLIO=small, **COMPLETING),
        rival("bare", _BARE_COMPLETE="complete_bash", TYPER_USE_RICH="0", **named),
    )
    versioned = ratio(5 * bench.runs, Command(("-m", "staircase", "--version")), Command(("-c", "pass")))
    yield _compared("--version / python -c pass", 1.5, versioned)
    yield _compared("--help / a bare Typer app", 1.15, helped)
    yield _compared("completion, 500 files / a bare Typer app", 1.15, completed)


def small_status(bench: Bench) -> Iterator[Line]:
    """Compare the status of 60 assignments with the imports that it cannot do without."""
    measured = ratio(5 * bench.runs, bench.report("status", 60), rival("imports"))
    yield _compared("status, 60 / imports", 1.55, measured)


def page(bench: Bench) -> Iterator[Line]:
    """Compare the page for management with the status of the same assignments."""
    for size in (60, 300, 1000):
        measured = ratio(3 * bench.runs, bench.report("report", size), bench.report("status", size))
        yield _compared(f"report, {size:,} / status", 2, measured)


def large_reports(bench: Bench) -> Iterator[Line]:
    """Compare the check and each report with parsing and validating the same files, tidy and messy."""
    for manner, budget in (("tidy", 1.45), ("messy", 1.6)):
        floor = rival("parse_and_validate", str(bench.portfolio(bench.large, manner)))
        for name in ("check", *REPORTS):
            measured = ratio(bench.runs, bench.report(name, bench.large, manner), floor)
            yield _compared(f"{name}, {bench.large:,} {manner} / parse and validate", budget, measured)


def against_base(bench: Bench) -> Iterator[Line]:
    """Compare what tells of a change with the check: 10 files of 1,000 have changed in meaning since the base."""
    folder = bench.folder / "repository"
    if not folder.exists():
        repo = begun(folder)
        write(folder / "portfolio", 1000, seed=1)
        repo.commit()
        for file in _changeable(folder)[:10]:
            _change(file, "Somebody else")
    own = ("--portfolio", str(folder / "portfolio"))
    check = ours(*own, "check", *AS_OF)
    for command in (("check", "--base", "HEAD"), ("diff", "HEAD")):
        measured = ratio(3 * bench.runs, ours(*own, *command, *AS_OF), check)
        yield _compared(f"{' '.join(command)}, 10 of 1,000 changed / check", 1.15, measured)


def exports(bench: Bench) -> Iterator[Line]:
    """Compare each format of an export with the check, in time, and in the memory that either needs for one more."""
    small, large = ((bench.report("check", size), bench.portfolio(size)) for size in (1000, bench.large))
    for form in ("xlsx", "csv", "jsonl", "parquet"):
        for check, folder in (small, large):
            measured = ratio(bench.runs, _export(bench, folder, form), check)
            yield _compared(f"export {form}, {folder.name} / check", 2, measured)
        least, most = medians(bench.runs, _export(bench, small[1], form), _export(bench, large[1], form))
        bare, checked = medians(bench.runs, small[0], large[0])
        grown = (most.kilobytes - least.kilobytes) / (checked.kilobytes - bare.kilobytes)
        yield Line(f"memory of export {form} for one more / of check", grown, MOST_GROWTH[form], cost=most.seconds)


MOST_GROWTH = {"xlsx": 1.25, "csv": 1.1, "jsonl": 1.1, "parquet": 1.5}
"""How much more memory an export may take for each assignment than the check does, which holds the portfolio itself."""


def _export(bench: Bench, portfolio: Path, form: str) -> Command:
    place = bench.folder / f"export-{portfolio.name}.{form}"
    name = str(place if form == "xlsx" else place.with_suffix(""))
    return ours("--portfolio", str(portfolio), "export", name, "--format", form, *AS_OF)


def imports(bench: Bench) -> Iterator[Line]:
    """Compare the import of what was exported with the check: a workbook that says nothing new, and all as new rows."""
    for size in (1000, bench.large):
        check, folder = bench.report("check", size), bench.portfolio(size)
        for form in ("xlsx", "csv"):
            cost(_export(bench, folder, form))
        made = bench.folder / f"export-{folder.name}"
        empty = bench.folder / f"empty-{size}"
        empty.mkdir(exist_ok=True)
        (empty / "program.yaml").write_text((folder / "program.yaml").read_text(encoding="utf-8"), encoding="utf-8")
        back = ours("--portfolio", str(folder), "import", f"{made}.xlsx")
        yield _compared(f"import of nothing new, xlsx, {size:,} / check", 2, ratio(bench.runs, back, check))
        new = ours("--portfolio", str(empty), "import", str(made / "assignments.csv"))
        yield _compared(f"import of new rows, csv, {size:,} / check", 2, ratio(bench.runs, new, check))


def history(bench: Bench) -> Iterator[Line]:
    """Compare the log of 20 commits, each of which changes 1 to 3 files of 1,000, with the check."""
    folder = bench.folder / "history"
    if not folder.exists():
        repo = begun(folder)
        write(folder / "portfolio", 1000, seed=1)
        repo.commit()
        files = _changeable(folder)
        for number in range(20):
            for file in files[3 * number : 3 * number + 1 + number % 3]:
                _change(file, f"Lead {number}")
            repo.commit()
    own = ("--portfolio", str(folder / "portfolio"))
    measured = ratio(bench.runs, ours(*own, "log", "HEAD~20..HEAD"), ours(*own, "check", *AS_OF))
    yield _compared("log, 20 commits, 1,000 / check", 3, measured)


def writing(bench: Bench) -> Iterator[Line]:
    """Compare a writing command, with what it means, with the check; also where two files in three refer to nothing."""
    crowd = bench.folder / "crowd-1000"
    if not crowd.exists():
        write(crowd, 1000, seed=1)
        for file in sorted(crowd.glob("assignments/*.yaml"))[:680]:
            text = re.sub(r"(?m)^goals: .*\n", "", file.read_text(encoding="utf-8"))
            file.write_text(f"{text.rstrip()}\ngoals: [{file.stem}-nowhere]\n", encoding="utf-8")
    for what, folder in (("1,000 tidy", bench.portfolio(1000)), ("1,000 with 680 wrong references", crowd)):
        name = max(folder.glob("assignments/*.yaml")).stem
        own = ("--portfolio", str(folder))
        written = ours(*own, "set", name, "x-seen", "a word", "--dry-run")
        yield _compared(f"set, {what} / check", 1.2, ratio(3 * bench.runs, written, ours(*own, "check", *AS_OF)))


def linters(bench: Bench) -> Iterator[Line]:
    """Compare the check with yamllint and check-jsonschema, with a schema of the same model."""
    what = "check, 1,000 / yamllint + check-jsonschema"
    if missing := [name for name in LINTERS if find_spec(name) is None]:
        yield Line(what, None, 0.035, f"pip install {' '.join(missing).replace('_', '-')}")
        return
    folder = bench.portfolio(1000)
    schema = bench.folder / "assignment.schema.json"
    schema.write_text(json.dumps(Assignment.model_json_schema()), encoding="utf-8")
    files = sorted(map(str, folder.glob("assignments/*.yaml")))
    lint = Command(("-m", "yamllint", "-d", "relaxed", str(folder)))
    judged = Command(("-m", "check_jsonschema", "--schemafile", str(schema), *files))
    yield _compared(what, 0.035, ratio(bench.runs, bench.report("check", 1000), lint, judged))


def growth(bench: Bench, sizes: tuple[int, ...]) -> Iterator[Line]:
    """Compare the check's time and memory for one assignment, its start apart, in larger and larger portfolios."""
    for manner, most in (("tidy", 25), ("messy", 30)):
        bottom, *costs = medians(bench.runs, *(bench.report("check", size, manner) for size in (10, *sizes)))
        each = [(cost.seconds - bottom.seconds) / size for cost, size in zip(costs, sizes, strict=True)]
        for place, size in enumerate(sizes[1:], 1):
            what = f"time for one of {size:,} {manner} / of {sizes[0]:,}"
            yield Line(what, each[place] / each[0], 1.1, cost=costs[place].seconds)
            memory = (costs[place].kilobytes - bottom.kilobytes) / size
            yield Line(f"memory for one of {size:,} {manner}", memory, most, "kB", costs[place].seconds)


def _changeable(folder: Path) -> list[Path]:
    """List the assignments of a repository in the order of their names."""
    return sorted(folder.glob("portfolio/assignments/*.yaml"))


def _change(file: Path, lead: str) -> None:
    """Give an assignment another lead, which is a change in meaning."""
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^lead: .*$", f"lead: {lead}", text), encoding="utf-8")


def _compared(what: str, budget: float, measured: tuple[float, Cost]) -> Line:
    figure, own = measured
    return Line(what, figure, budget, cost=own.seconds)
