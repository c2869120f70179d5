"""What is mutated, and by which tests it is judged: one list, for the command and for who adds a package."""

from pathlib import Path

ROOT = Path(__file__).parents[2]

JUDGES = ("tests/core", "tests/rules", "tests/oracle")
"""The quick tests that judge every mutant: of these, a mutant is tried by those that reach its line."""

GROUPS = {
    "figures": (
        "staircase/core/figures.py",
        "staircase/core/worth.py",
        "staircase/core/totals.py",
        "staircase/core/stake.py",
        "staircase/core/flow.py",
        "staircase/core/throughput.py",
        "staircase/core/evidence.py",
        "staircase/core/known.py",
        "staircase/core/period.py",
        "staircase/core/quarters.py",
        "staircase/core/combination.py",
        "staircase/core/axis.py",
        "staircase/core/acceptance.py",
    ),
    "rules": ("staircase/core/rules",),
    "comparison": ("staircase/core/comparison",),
}
"""Files and folders of the package, by the name the command takes."""


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
