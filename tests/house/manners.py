"""How a module is written: its size, its docstrings, and that the core neither acts nor speaks."""

import ast
import re
from collections.abc import Iterator

from tests.house.module import Module

MOST_LINES = 400
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 5
MOST_WORDS = 2

ACTS = frozenset({"open", "print", "input", "eval", "exec", "compile", "breakpoint", "__import__"})
ASKS = frozenset({"today", "now", "utcnow", "getenv", "read_text", "read_bytes", "write_text", "write_bytes"})
COMMANDS = ("Give ", "Tell ", "Say ")
VAGUE = frozenset({"utils", "util", "helpers", "common", "manager", "base", "misc"})

_WORD = re.compile(r"[('\"“”]*[A-Za-zÅÄÖåäö][a-zåäö'’-]*[)'\"”.,:;!?]*")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


def large(module: Module) -> Iterator[str]:
    """Modules, functions and parameter lists that are too long."""
    lines = module.text.count("\n")
    if lines > MOST_LINES:
        yield f"{module.name} has {lines} lines"
    for node in module.nodes:
        if isinstance(node, Function):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_FUNCTION_LINES:
                yield f"{module.name}.{node.name} has {length} lines"
            taken = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
            if len(set(taken) - {"self", "cls"}) > MOST_PARAMETERS:
                yield f"{module.name}.{node.name} takes {len(taken)}"


def undocumented(module: Module) -> Iterator[str]:
    """A module or a public name without a docstring."""
    for name, node in _public(module.name, module.tree):
        if not (ast.get_docstring(node) or "").strip():
            yield name


def commanding(module: Module) -> Iterator[str]:
    """Docstrings that command where they should name: a function's is what it returns, or what it does."""
    for node in module.nodes:
        if isinstance(node, Documented) and (ast.get_docstring(node) or "").startswith(COMMANDS):
            yield f"{module.name}.{getattr(node, 'name', '')}"


def acting(module: Module) -> Iterator[str]:
    """A core that opens, prints, or asks for the day."""
    if not module.name.startswith("core"):
        return
    for node in module.nodes:
        if isinstance(node, ast.Name) and node.id in ACTS and isinstance(node.ctx, ast.Load):
            yield f"{module.name} calls {node.id} on line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS:
            yield f"{module.name} calls {node.func.attr} on line {node.lineno}"


def speaking(module: Module) -> Iterator[str]:
    """A core with sentences: texts of three or more words that document nothing and are no command of ours."""
    if not module.name.startswith("core"):
        return
    tree = module.tree
    silent = {id(node) for node in _silent(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            words = [word for word in node.value.split() if _WORD.fullmatch(word)]
            if len(words) > MOST_WORDS and not node.value.startswith("staircase "):
                yield f"{module.name} says {node.value!r} on line {node.lineno}"


def vague(module: Module) -> Iterator[str]:
    """A module whose name says nothing."""
    if module.name.rpartition(".")[2] in VAGUE:
        yield module.name


def swallowing(module: Module) -> Iterator[str]:
    """Exceptions caught without being named: one handler, in the shell, may."""
    for node in module.nodes:
        if isinstance(node, ast.ExceptHandler) and module.name != "cli.run":
            caught = {each.id for each in ast.walk(node.type) if isinstance(each, ast.Name)} if node.type else {"all"}
            if caught & {"all", "Exception", "BaseException"}:
                yield f"{module.name} catches everything on line {node.lineno}"


def _public(name: str, node: Documented) -> Iterator[tuple[str, Documented]]:
    yield name, node
    if isinstance(node, Function):
        return
    for child in node.body:
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            yield from _public(f"{name}.{child.name}", child)


def _silent(tree: ast.Module) -> Iterator[ast.AST]:
    """The texts that nobody is told: docstrings, what documents a field, and annotations of types."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Field":
            documenting = (word.value for word in node.keywords if word.arg in {"description", "examples"})
            yield from (each for value in documenting for each in ast.walk(value))
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield from ast.walk(node.annotation)
        elif isinstance(node, Function) and node.returns:
            yield from ast.walk(node.returns)
