"""The mutants of a module: its syntax tree with one thing changed, such as ``<`` for ``<=`` or 31 for 30.

What cannot matter is left alone: docstrings, annotations, decorators, base classes, assertions that never fail.
"""

import ast
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import CodeType
from typing import NamedTuple

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NAMING = frozenset({"TypeVar", "NewType", "cast", "assert_never", "Literal", "NamedTuple"})
"""What only names a type: its arguments say nothing at run time."""
_LONG, _BESIDE = 400, 80
"""Characters of a line that is too long to be read whole, and how many are kept on both sides of its change."""
_UNTOUCHED = frozenset({"annotation", "returns", "decorator_list", "bases"})
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Site(NamedTuple):
    """A node that can be changed: where its parent holds it, and what it stands in."""

    parent: ast.AST
    name: str
    position: int | None
    statement: ast.stmt
    scope: str
    in_function: bool


@dataclass(frozen=True)
class Mutant:
    """One change of a module.

    Attributes:
        module: its path from the root of the repository.
        scope: the qualified name of the function or class it stands in; empty in the module itself.
        was: the statement's first line as it is.
        becomes: the same line, changed: with module and scope, what names the mutant, whatever line it moves to. Of a
            very long line, such as a table, both have what stands around the change.
        lines: the lines of the file it stands on.
        in_function: whether only a function's body is changed, and one that no import calls.
    """

    module: str
    scope: str
    was: str
    becomes: str
    lines: range
    in_function: bool
    code: CodeType = field(repr=False, compare=False)

    @property
    def key(self) -> tuple[str, str, str]:
        """The mutant's name in the list of survivors."""
        return (self.module, self.scope, self.becomes)


def mutants(module: str, text: str) -> Iterator[Mutant]:
    """Every mutant of a module's text, each once."""
    tree = ast.parse(text)
    names: set[tuple[str, str, str]] = set()
    for site in list(_sites(tree)):
        node = _held(site)
        for changed in _changes(node, site):
            was = _line(site.statement)
            ast.fix_missing_locations(ast.copy_location(changed, node))
            _put(site, changed)
            becomes = _line(changed if node is site.statement else site.statement)
            if becomes == was:  # a change of a compound statement's body stands in that body
                becomes = f"{was} … {ast.unparse(changed)}"
            if len(becomes) > _LONG:
                was, becomes = _around(was, becomes)
            mutant = Mutant(
                module=module,
                scope=site.scope,
                was=was,
                becomes=becomes,
                lines=range(site.statement.lineno, (_end(node) or _end(site.statement)) + 1),
                in_function=site.in_function,
                code=compile(tree, module, "exec"),
            )
            _put(site, node)
            if mutant.key not in names:
                names.add(mutant.key)
                yield mutant


def _around(was: str, becomes: str) -> tuple[str, str]:
    """Both lines with no more of a long one than what stands around the change."""
    alike = _alike(was, becomes)
    after = _alike(was[alike:][::-1], becomes[alike:][::-1])
    first, last = max(alike - _BESIDE, 0), max(after - _BESIDE, 0)
    return was[first : len(was) - last], becomes[first : len(becomes) - last]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))


def _end(node: ast.AST) -> int:
    return int(getattr(node, "end_lineno", 0) or 0)


def _line(statement: ast.AST) -> str:
    """The first line that says what a statement is: of a function or class, the one with its name."""
    lines = ast.unparse(statement).splitlines()
    return next((line for line in lines if not line.startswith("@")), "")


def _held(site: Site) -> ast.AST:
    value = getattr(site.parent, site.name)
    held: ast.AST = value if site.position is None else value[site.position]
    return held


def _put(site: Site, node: ast.AST) -> None:
    if site.position is None:
        setattr(site.parent, site.name, node)
    else:
        getattr(site.parent, site.name)[site.position] = node


def _sites(tree: ast.Module) -> Iterator[Site]:
    called = {name for statement in tree.body for name in _called(statement)}
    for index, statement in enumerate(tree.body):
        site = Site(tree, "body", index, statement, "", in_function=False)
        yield from _below(statement, site, called)


def _called(node: ast.AST) -> Iterator[str]:
    """The names that are called where a module is imported: outside functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield node.func.id
    for child in ast.iter_child_nodes(node):
        yield from _called(child)


def _below(node: ast.AST, site: Site, called: AbstractSet[str]) -> Iterator[Site]:
    """The site of a node, and those of all that it holds."""
    if _is_left_alone(node):
        return
    if not isinstance(node, ast.alias | ast.expr_context | ast.operator | ast.cmpop | ast.boolop | ast.unaryop):
        yield site
    scope, in_function = site.scope, site.in_function
    if isinstance(node, _SCOPES):
        scope = f"{scope}.{node.name}".lstrip(".")
    for name, value in ast.iter_fields(node):
        if name in _UNTOUCHED or (name == "keywords" and isinstance(node, ast.ClassDef)):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            in_function = site.in_function or (name == "body" and node.name not in called)
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.AST):
                statement = child if isinstance(child, ast.stmt) else site.statement
                place = index if isinstance(value, list) else None
                yield from _below(child, Site(node, name, place, statement, scope, in_function), called)


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Pass():
            return True
        case ast.Expr(value=ast.Constant()):
            return True  # a docstring
        case ast.Call(func=ast.Name(id=name)) | ast.Subscript(value=ast.Name(id=name)):
            return name in _NAMING
        case ast.AnnAssign(value=None) | ast.Raise(exc=ast.Call(func=ast.Name(id="AssertionError"))):
            return True
        case _:
            return False


def _changes(node: ast.AST, site: Site) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BoolOp():
            yield ast.BoolOp(op=ast.Or() if isinstance(node.op, ast.And) else ast.And(), values=node.values)
            yield from (_without(node, left_out) for left_out in node.values)
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert()):
            yield node.operand
        case ast.BinOp() | ast.AugAssign():
            if other := _ARITHMETIC.get(type(node.op)):
                yield _with(node, op=other())
        case ast.Constant() if not isinstance(site.parent, ast.JoinedStr) or node.value:
            yield from _constants(node)
        case ast.Call():
            yield from _calls(node)
        case ast.IfExp() | ast.If() | ast.While() | ast.comprehension() | ast.Lambda() | ast.Match():
            yield from _branches(node)
        case _:
            yield from _statements(node, site)


def _branches(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If() | ast.While():
            yield _with(node, test=ast.UnaryOp(op=ast.Not(), operand=node.test))
        case ast.comprehension():
            yield from (_with(node, ifs=[kept for kept in node.ifs if kept is not gone]) for gone in node.ifs)
        case ast.Lambda():
            yield _with(node, body=ast.Constant(value=None))
        case ast.Match() if len(node.cases) > 1:
            yield from (_with(node, cases=[case for case in node.cases if case is not gone]) for gone in node.cases)
        case _:
            return


def _statements(node: ast.AST, site: Site) -> Iterator[ast.AST]:
    nothing = ast.Constant(value=None)
    match node:
        case ast.Return(value=ast.expr() as value) | ast.Assign(value=value) if (
            not _is_none(value) and site.in_function
        ):
            yield _with(node, value=nothing)
        case ast.Expr():
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case _:
            return


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for index, operator in enumerate(node.ops):
        for other in _COMPARISONS[type(operator)]:
            yield _with(node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]])


def _without(node: ast.BoolOp, left_out: ast.expr) -> ast.AST:
    kept = [value for value in node.values if value is not left_out]
    return kept[0] if len(kept) == 1 else ast.BoolOp(op=node.op, values=kept)


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool() as value:
            yield ast.Constant(value=not value)
        case int() as value:
            yield ast.Constant(value=value + 1)
            yield ast.Constant(value=value - 1)
        case str() as value:
            yield ast.Constant(value=f"XX{value}XX")
        case _:
            return


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    """A call with its twin's name, with nothing for an argument, or without an argument that has a name."""
    if isinstance(node.func, ast.Name) and (twin := _TWINS.get(node.func.id)):
        yield _with(node, func=ast.Name(id=twin, ctx=ast.Load()))
    for index, argument in enumerate(node.args):
        if not _is_none(argument) and not isinstance(argument, ast.Starred):
            nothing = ast.Constant(value=None)
            yield _with(node, args=[*node.args[:index], nothing, *node.args[index + 1 :]])
    for gone in node.keywords:
        yield _with(node, keywords=[keyword for keyword in node.keywords if keyword is not gone])


def _with(node: ast.AST, **fields: ast.AST | Sequence[ast.AST]) -> ast.AST:
    """The same node with some fields changed."""
    return type(node)(**{**dict(ast.iter_fields(node)), **fields})


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
