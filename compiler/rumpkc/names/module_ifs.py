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
from collections import Counter
from collections.abc import Callable
from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children, target_names

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
    return tree.Module(module.span, tuple(_flattened(module.body, _bound_once(module), {})))


def definition_in(stmt: tree.Node) -> Defines | None:
    """The first function, class or import inside a statement, outside of functions and classes."""
    for below in children(stmt):
        if isinstance(below, Defines):
            return below
        found = definition_in(below) if isinstance(below, (tree.Stmt, tree.ExceptHandler)) else None
        if found is not None:
            return found
    return None


def _flattened(body: tuple[tree.Stmt, ...], once: set[str], known: dict[str, Any]) -> list[tree.Stmt]:
    """The statements of `body`; `known` are the literals of the names that statements before have bound."""
    out: list[tree.Stmt] = []
    for stmt in body:
        match stmt:
            case tree.Assign(targets=(tree.Name(id=name),), value=tree.Constant(value=literal)) | tree.AnnAssign(
                    target=tree.Name(id=name), value=tree.Constant(value=literal)) if name in once:
                known[name] = literal
        if not (isinstance(stmt, tree.If) and definition_in(stmt)):
            out.append(stmt)
            continue
        try:
            taken = stmt.body if _value(stmt.test, known) else stmt.orelse
        except (_Open, TypeError, IndexError):
            out.append(stmt)
            continue
        out += (tree.If(stmt.span, stmt.test, (tree.Pass(stmt.span),), ()), *_flattened(taken, once, known))
    return out


def is_decided(stmt: tree.Stmt) -> bool:
    """Whether only the test is left of an `if`: its branch stands behind it."""
    return isinstance(stmt, tree.If) and stmt.body == (tree.Pass(stmt.span),) and not stmt.orelse


def _bound_once(module: tree.Module) -> set[str]:
    """The names that one place of the file binds, and none deletes or declares global."""
    places: Counter[str] = Counter()
    todo: list[tree.Node] = [module]
    while todo:
        at = todo.pop()
        places.update(bound_by(at))
        if isinstance(at, tree.Global):
            places.update(2 * at.names)
        if isinstance(at, tree.Delete):
            places.update(2 * [name for target in at.targets for name in target_names(target)])
        todo += children(at)
    return {name for name, count in places.items() if count == 1}


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
