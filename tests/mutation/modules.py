"""What is mutated, and by which tests it is judged: one list, for the command and for who adds a package."""

from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

GROUPS = {
    "figures": (
        "staircase/core/figures.py",
        "staircase/core/totals.py",
        "staircase/core/listing.py",
        "staircase/core/flow.py",
        "staircase/core/evidence.py",
        "staircase/core/known.py",
        "staircase/core/period.py",
        "staircase/core/misfit.py",
        "staircase/core/assess.py",
        "staircase/core/combination.py",
        "staircase/core/model/program.py",
    ),
    "rules": ("staircase/core/rules",),
    "comparison": ("staircase/core/comparison", "staircase/core/review.py", "staircase/core/log.py"),
    "edits": (
        "staircase/core/edits",
        *(f"staircase/core/yaml/{name}.py" for name in ("edit", "splice", "compose")),
    ),
    "sheets": ("staircase/core/sheets", "staircase/sheets"),
}
"""Files and folders of the package, by the name the command takes."""

_ORACLE = tuple(
    f"tests/oracle/test_agreement.py::test_the_program_says_what_the_oracle_says[{seed}]" for seed in range(6)
)
_OF_A_DAY = (
    *(f"tests/core/test_{name}.py" for name in ("known", "known_facts", "known_items", "days", "evidence", "period")),
    *(f"tests/core/test_{name}.py" for name in ("figures", "totals", "stake", "flow", "quarters", "combination")),
    *(f"tests/core/test_{name}.py" for name in ("axis", "assess", "acceptance", "gap_terms", "misfit", "reference")),
    *(f"tests/core/test_{name}.py" for name in ("load", "crowds", "asks", "decided_later", "reorganisation", "beside")),
    *(f"tests/core/test_{name}.py" for name in ("known_decided", "known_parts", "engine", "suggest")),
    "tests/core/comparison/test_findings.py",
    "tests/core/model",
    "tests/core/yaml/test_reader.py",
    "tests/core/reports",
    *(f"tests/core/test_{name}.py" for name in ("reorganisation", "remnants", "rewriting", "shared")),
    "tests/oracle/test_edges.py",
    "tests/oracle/test_worked_example.py",
    "tests/oracle/test_worked_organisations.py",
    "tests/oracle/test_real_organisations.py::test_the_program_says_what_is_worked_out_by_hand",
    "tests/rules",
    *_ORACLE,
    "tests/oracle/test_example_portfolio.py::test_the_example_portfolio_has_the_values_that_the_oracle_finds[2026-11-24]",
)
JUDGES = {
    "figures": _OF_A_DAY,
    "rules": ("tests/core/test_rule_table.py", "tests/core/test_patience.py", *_OF_A_DAY),
    "comparison": (
        "tests/core/comparison",
        *(f"tests/core/test_{name}.py" for name in ("review", "diff", "line", "log")),
        *(f"tests/cli/test_{name}.py" for name in ("diff", "one_comparison", "log")),
    ),
    "edits": (
        "tests/core/yaml/test_edit.py",
        "tests/core/edits",
        *(f"tests/cli/test_{name}.py" for name in ("names", "write", "any_command", "hostile_writes", "send")),
    ),
    "sheets": ("tests/core/sheets", "tests/sheets", "tests/cli/test_export.py"),
}
"""The tests that judge the mutants of a group, the quickest first; each mutant is tried by those that reach it."""


def files(names: Sequence[str]) -> dict[str, list[str]]:
    """The modules that the names stand for, by group: a group, a folder or a file; without names, all groups."""
    wanted = [module for name in names for place in GROUPS.get(name, (name,)) for module in _modules(place)]
    of_group = {group: [module for place in places for module in _modules(place)] for group, places in GROUPS.items()}
    for module in wanted:
        if not any(module in modules for modules in of_group.values()):
            message = f"{module} belongs to no group of {Path(__file__).name}"
            raise SystemExit(message)
    kept = {group: [one for one in modules if not names or one in wanted] for group, modules in of_group.items()}
    return {group: modules for group, modules in kept.items() if modules}


def _modules(place: str) -> list[str]:
    path = ROOT / place
    if not path.exists():
        message = f"{place} is neither a group ({', '.join(GROUPS)}) nor a file or folder"
        raise SystemExit(message)
    found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [module.relative_to(ROOT).as_posix() for module in found]
