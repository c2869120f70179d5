"""Which module may import which: data goes one way, and nothing lower knows anything higher."""

import sys
from collections.abc import Iterator

from tests.house.module import Module

HOUSES = {
    "core": {"core"},
    "words": {"words", "core"},
    "disk": {"disk", "core"},
    "system": {"system"},
    "store": {"store", "disk", "system", "core"},
    "git": {"git", "core"},
    "push": {"push", "git"},
    "history": {"history", "git", "disk", "core"},
    "render": {"render", "words", "core"},
    "sheets": {"sheets", "system", "core"},
    "cli": {"cli", "disk", "system", "store", "git", "history", "push", "render", "sheets", "words", "core"},
    "__main__": {"cli"},
    "": set(),
}
"""The houses of the package, each with those that it may know."""

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"source", "period", "suggest", "choices"}),
    frozenset({"term", "finding", "rules.table", "model"}),
    frozenset({"yaml"}),
    frozenset({"correction"}),
    frozenset({"misfit"}),
    frozenset({"combination"}),
    frozenset({"known", "portfolio"}),
    frozenset({"load"}),
    frozenset({"evidence", "figures", "flow", "totals"}),
    frozenset({"rules"}),
    frozenset({"assess", "listing"}),
    frozenset({"comparison"}),
    frozenset({"reports"}),
    frozenset({"review", "log", "page"}),
    frozenset({"edits"}),
    frozenset({"sheets"}),
    frozenset({"schema"}),
)
"""The core from the lowest to the highest: a module knows its own layer and those below; a package is all in it."""

RULES_SHARE = frozenset({"core.rules.rule", "core.rules.table", "core.rules"})
VERDICT = "core.comparison"
"""What a check has found, which a report is made of."""

HIDDEN_FROM_RENDER = frozenset({"portfolio", "evidence", "figures", "known", "load"})

NAMED = frozenset(
    {
        *(name for name in HOUSES if name),
        *(f"core.{name}" for layer in LAYERS for name in layer),
        *(f"core.{name}" for name in HIDDEN_FROM_RENDER),
        *RULES_SHARE,
        VERDICT,
    }
)
"""Modules and packages that a check speaks of by name: one that is gone would leave its check with nothing to hold."""

PURE = frozenset(
    {
        *(
            "abc",
            "array",
            "bisect",
            "calendar",
            "codecs",
            "collections",
            "contextlib",
            "copy",
            "dataclasses",
            "datetime",
            "decimal",
            "difflib",
        ),
        *(
            "enum",
            "fractions",
            "functools",
            "hashlib",
            "heapq",
            "importlib",
            "inspect",
            "itertools",
            "math",
            "operator",
            "re",
            "shlex",
            "statistics",
        ),
        *(
            "string",
            "types",
            "typing",
            "unicodedata",
            "pydantic",
            "pydantic_core",
            "yaml",
            "pathlib",
            "posixpath",
            "staircase",
        ),
    }
)
"""What the core may import: nothing that knows a folder, a clock, an environment, a stream or a format."""

ONLY_IN = {
    "yaml": {"core.yaml"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli", "render"},
    "shellingham": {"cli"},
    "subprocess": {"git", "cli.editing"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "xlsxwriter": {"sheets"},
    "pyarrow": {"sheets"},
}
"""Libraries that belong in one place."""


def layer(name: str) -> int | None:
    """The layer of a module of the core, by its own name or that of the nearest package that has one."""
    while name:
        found = [number for number, names in enumerate(LAYERS) if name in names]
        if found:
            return found[0]
        name = name.rpartition(".")[0]
    return None


def between_houses(module: Module, names: frozenset[str]) -> Iterator[str]:
    """Imports from a house that this one may not know."""
    house = module.name.split(".")[0]
    for other in sorted(module.own_imports(names)):
        if other and other.split(".")[0] not in HOUSES.get(house, set()):
            yield f"{module.name} imports {other}"


def upwards(module: Module, names: frozenset[str]) -> Iterator[str]:
    """Imports from a higher layer of the core, and of modules without a place."""
    own = module.name.removeprefix("core.")
    place = layer(own)
    if not module.name.startswith("core."):
        return
    if place is None:
        yield f"{module.name} has no place in LAYERS"
        return
    for other in sorted(module.own_imports(names)):
        above = layer(other.removeprefix("core."))
        if above is not None and above > place:
            yield f"{module.name} imports {other}"


def between_siblings(module: Module, names: frozenset[str]) -> Iterator[str]:
    """Rules that know other rules, and reports that compare or know rules."""
    for other in sorted(module.own_imports(names)):
        if module.name.startswith("core.rules."):
            if other.startswith("core.rules") and other not in RULES_SHARE:
                yield f"{module.name} imports {other}"
        elif module.name.startswith(("core.reports", "core.comparison")):
            is_family = other.startswith("core.rules.") and other not in RULES_SHARE
            is_sibling = other.split(".")[1] in {"reports", "comparison"} - {module.name.split(".")[1]}
            is_sibling = is_sibling and other != VERDICT
            if is_family or is_sibling:
                yield f"{module.name} imports {other}"


def hidden_from_render(module: Module, names: frozenset[str]) -> Iterator[str]:
    """Formats that know the data behind the reports."""
    for other in sorted(module.own_imports(names)):
        if module.name.startswith("render") and other.removeprefix("core.") in HIDDEN_FROM_RENDER:
            yield f"{module.name} imports {other}"


def impure(module: Module, _names: frozenset[str]) -> Iterator[str]:
    """The outside world in the core."""
    if not module.name.startswith("core"):
        return
    for imported in module.imports():
        if imported.split(".")[0] not in PURE or (
            imported.startswith("pathlib") and imported != "pathlib.PurePosixPath"
        ):
            yield f"{module.name} imports {imported}"


def misplaced(module: Module, _names: frozenset[str]) -> Iterator[str]:
    """Libraries outside the place where they belong, and of those that no one declared."""
    for imported in module.imports():
        top = imported.split(".")[0]
        places = ONLY_IN.get(top)
        if places and not any(module.name == place or module.name.startswith(f"{place}.") for place in places):
            yield f"{module.name} imports {imported}"
        if not imported.startswith(".") and top not in {*sys.stdlib_module_names, *PURE, *ONLY_IN}:
            yield f"{module.name} imports {imported}"
