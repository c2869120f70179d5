"""A module of the package as its checks see it: its name and its syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Module:
    """A module: its dotted name without the package's own, its text, and the tree of it."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree."""
        return tuple(ast.walk(self.tree))

    def imports(self) -> Iterator[str]:
        """Every imported name in full: ``staircase.core.term.Name``, ``re``, ``yaml.events.Event``."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                start = "." * node.level + (node.module or "")
                yield from (f"{start}.{alias.name}" for alias in node.names)

    def own_imports(self, names: frozenset[str]) -> set[str]:
        """The modules of the package that it imports, by their names without the package's own."""
        found = set()
        for imported in self.imports():
            if imported.startswith("staircase."):
                name = imported.removeprefix("staircase.")
                found.add(name if name in names else name.rpartition(".")[0])
        return found


def modules() -> dict[str, Module]:
    """Read every module of the package."""
    package = ROOT / "staircase"
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = Module(name, path.read_text(encoding="utf-8"))
    return found
