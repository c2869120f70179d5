"""Which keys of the catalogues the code can ask for: constants, and f-strings whose gaps are constants of the code."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.house.module import ROOT, Module, modules

CODE = {name: module for name, module in modules().items() if not re.fullmatch(r"words\.(sv|en).*", name)}

KEY = re.compile(r"[a-z]+(\.[a-z0-9_-]+)+")


def whole(tree: ast.AST) -> Iterator[str]:
    """Every text that stands there as itself, not as a part of an f-string."""
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


TEMPLATES = "".join(path.read_text() for path in sorted((ROOT / "staircase").rglob("templates/*.html")))
"""What the templates say, which ask for keys as the code does."""


@cache
def constants() -> frozenset[str]:
    """Every text that stands in the code, or in a template, as itself."""
    asked = re.findall(r'"([a-z]+(?:\.[a-z0-9_-]+)+)"', TEMPLATES)
    return frozenset([*asked, *(text for module in CODE.values() for text in whole(module.tree))])


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """A pattern for every f-string of the code that says something itself."""
    found = {f"{re.escape(begun)}(.+)" for begun in re.findall(r'"([a-z.]+\.)" ~ ', TEMPLATES)}
    for module in CODE.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
                if re.search(r"\w", "".join(filter(None, parts))):
                    found.add("".join("(.+)" if part is None else re.escape(part) for part in parts))
    return tuple(map(re.compile, sorted(found)))


def is_made(text: str, depth: int = 2) -> bool:
    """Say whether the code can make a text: as a constant, or as an f-string of texts that it can make."""
    if text in constants() or text.isdigit():
        return True
    matches = (match for pattern in patterns() if depth and (match := pattern.fullmatch(text)))
    return any(all(_is_filled(group, depth - 1) for group in match.groups()) for match in matches)


def _is_filled(text: str, depth: int) -> bool:
    """Say whether an f-string's gap can hold a text: one that the code can make, or several joined by points."""
    return is_made(text, depth) or ("." in text and all(part in constants() for part in text.split(".")))


def reasons(module: Module, call: str, position: int) -> Iterator[str]:
    """The constants that calls of a function take in a position, or as ``reason``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == call:
            given = [word.value for word in node.keywords if word.arg == "reason"] or node.args[position : position + 1]
            for value in given:
                yield from filter(None, whole(value))
