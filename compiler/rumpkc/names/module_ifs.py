"""Functions, classes and imports inside an `if` of a module whose test the file decides.

    if sys.version_info >= (3, 11):         import tomllib
        import tomllib                ->
    else:
        import tomli as tomllib

The branch that CPython takes stands behind the `if`, of which the test is left. A test may ask for `sys.version_info`
(that of the Python that runs the compiler, and the bodies of modules), literals, and names that the module binds once,
to a literal.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable
from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.walk import children

Defines = tree.FunctionDef | tree.ClassDef | tree.Import | tree.ImportFrom
COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
VERSION = {"major": sys.version_info.major, "minor": sys.version_info.minor, "micro": sys.version_info.micro}


class _Open(Exception):
    """Only a run of the module tells."""


def decided(module: tree.Module) -> tree.Module:
    """The module with the branch that is taken behind each such `if`; itself where there is none."""
    if not any(isinstance(stmt, tree.If) and definition_in(stmt) for stmt in module.body):
        return module
    body = tuple(_flattened(module.body, _literals(module)))
    return tree.Module(module.span, body)


def definition_in(stmt: tree.Node) -> Defines | None:
    """The first function, class or import inside a statement, outside of functions and classes."""
    for below in children(stmt):
        if isinstance(below, Defines):
            return below
        found = definition_in(below) if isinstance(below, (tree.Stmt, tree.ExceptHandler)) else None
        if found is not None:
            return found
    return None


def _flattened(body: tuple[tree.Stmt, ...], known: dict[str, Any]) -> list[tree.Stmt]:
    out: list[tree.Stmt] = []
    for stmt in body:
        if not (isinstance(stmt, tree.If) and definition_in(stmt)):
            out.append(stmt)
            continue
        try:
            taken = stmt.body if _value(stmt.test, known) else stmt.orelse
        except (_Open, TypeError, IndexError):
            out.append(stmt)
            continue
        out += (tree.If(stmt.span, stmt.test, (tree.Pass(stmt.span),), ()), *_flattened(taken, known))
    return out


def is_decided(stmt: tree.Stmt) -> bool:
    """Whether only the test is left of an `if`: its branch stands behind it."""
    return isinstance(stmt, tree.If) and stmt.body == (tree.Pass(stmt.span),) and not stmt.orelse


def _literals(module: tree.Module) -> dict[str, Any]:
    """The names that are bound once in the module, to a literal, by a statement of their own."""
    bound: dict[str, int] = {}
    todo: list[tree.Node] = [module]
    while todo:
        at = todo.pop()
        name = at.name if isinstance(at, (tree.FunctionDef, tree.ClassDef)) else ""
        if isinstance(at, tree.Global):
            for changed in at.names:
                bound[changed] = 2
        if isinstance(at, (tree.Assign, tree.AnnAssign, tree.AugAssign, tree.For, tree.NamedExpr)):
            targets = at.targets if isinstance(at, tree.Assign) else (at.target,)
            for target in targets:
                for node in (target, *children(target)):
                    if isinstance(node, tree.Name):
                        bound[node.id] = bound.get(node.id, 0) + 1
        if name:
            bound[name] = 2
        todo += children(at)
    out: dict[str, Any] = {}
    for stmt in module.body:
        value = stmt.value if isinstance(stmt, (tree.Assign, tree.AnnAssign)) else None
        match stmt:
            case tree.Assign(targets=(tree.Name(id=name),)) | tree.AnnAssign(target=tree.Name(id=name)) if (
                    bound[name] == 1 and isinstance(value, tree.Constant)):
                out[name] = value.value
    return out


def _value(node: tree.Expr, known: dict[str, Any]) -> Any:
    """What the test is, as CPython would see it; _Open where that is not known."""
    match node:
        case tree.Constant(value=value):
            return value
        case tree.Name(id="__debug__"):
            return True
        case tree.Name(id=name) if name in known:
            return known[name]
        case tree.UnaryOp(op="not", operand=operand):
            return not _value(operand, known)
        case tree.UnaryOp(op="-", operand=operand):
            return -_value(operand, known)
        case tree.BoolOp(op=op, values=values):
            found: Any = None
            for part in values:
                found = _value(part, known)
                if bool(found) == (op == "or"):
                    return found
            return found
        case tree.Compare(left=left, ops=ops, comparators=rights) if all(op in COMPARE for op in ops):
            one = _value(left, known)
            for op, right in zip(ops, rights, strict=True):
                other = _value(right, known)
                if not COMPARE[op](one, other):
                    return False
                one = other
            return True
        case tree.Tuple(elts=items):
            return tuple(_value(item, known) for item in items)
        case tree.Attribute(value=tree.Name(id="sys"), attr="version_info"):
            return tuple(sys.version_info)
        case tree.Attribute(value=tree.Attribute(value=tree.Name(id="sys"), attr="version_info"), attr=part) if (
                part in VERSION):
            return VERSION[part]
        case tree.Subscript(value=value, slice=tree.Slice(lower=None, upper=tree.Constant(value=int(end)), step=None)):
            return _value(value, known)[:end]
        case tree.Subscript(value=value, slice=tree.Constant(value=int(index))):
            return _value(value, known)[index]
    raise _Open
