"""What is mutated, and by which tests it is judged: one list, for the command and for who adds a package."""

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
        "staircase/core/axis.py",
        "staircase/core/assess.py",
    ),
    "rules": ("staircase/core/rules",),
    "comparison": ("staircase/core/comparison",),
}
"""Files and folders of the package, by the name the command takes."""

_OF_A_DAY = (
    *(f"tests/core/test_{name}.py" for name in ("known", "known_facts", "known_items", "days", "evidence", "period")),
    *(f"tests/core/test_{name}.py" for name in ("figures", "totals", "stake", "flow", "quarters", "combination")),
    *(f"tests/core/test_{name}.py" for name in ("axis", "assess", "acceptance", "gap_terms")),
    "tests/core/yaml/test_reader.py",
    "tests/core/reports/test_benefits.py",
    "tests/core/reports/test_flow.py",
    "tests/core/reports/test_roadmap.py",
    "tests/oracle/test_edges.py",
    "tests/oracle/test_worked_example.py",
    "tests/oracle/test_example_portfolio.py",
)
JUDGES = {
    "figures": (*_OF_A_DAY, "tests/rules/test_fixtures.py", "tests/test_history.py"),
    "rules": (*_OF_A_DAY, "tests/rules", "tests/core/test_rule_table.py", "tests/core/test_engine.py"),
    "comparison": ("tests/core/comparison", "tests/core/review"),
}
"""The quick tests that judge the mutants of a group: of these, a mutant is tried by those that reach its line."""


def judges(module: str) -> tuple[str, ...]:
    """The tests of the group that a module belongs to."""
    for group, places in GROUPS.items():
        if any(module == place or module.startswith(f"{place}/") for place in places):
            return JUDGES[group]
    message = f"{module} belongs to no group of {Path(__file__).name}"
    raise SystemExit(message)


def files(names: list[str]) -> list[str]:
    """Every module that the names stand for: a group, a folder or a file; without names, all groups."""
    places = [place for name in names or GROUPS for place in GROUPS.get(name, (name,))]
    return [module for place in places for module in _modules(place)]


def _modules(place: str) -> list[str]:
    path = ROOT / place
    if not path.exists():
        message = f"{place} is neither a group ({', '.join(GROUPS)}) nor a file or folder"
        raise SystemExit(message)
    found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [module.relative_to(ROOT).as_posix() for module in found]
