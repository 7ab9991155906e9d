"""Functions that take the arguments of a ParamSpec, written out: `P` is a list of types once the function is compiled.

    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:        def wrapper(args@0: int, args@1: str) -> R:
        return fn(*args, **kwargs)                         ->       args = (args@0, args@1)
                                                                    return fn(*args)

All arguments are passed by position, whatever the call looks like, so a body that does more than to pass both on would
see another `args` and `kwargs` than in CPython: its annotation becomes `P.args@seen`, and `decorations.py` takes calls
of it only where CPython would have passed the same (by position, every one of them).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import children, with_children

SEEN = "args@seen"


@dataclass(frozen=True, slots=True, eq=False)
class Packed(t.Expr):
    """The tuple of the arguments that stand for `*name`."""

    name: str


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with these functions written out."""
    if not any(map(_declares, body)) and not any(map(_has_parameter, body)):
        return body
    return tuple(map(_written, body))


def _declares(stmt: t.Stmt) -> bool:
    """Whether the statement brings `ParamSpec` into the module."""
    match stmt:
        case t.ImportFrom(names=names):
            return any(a.name == "ParamSpec" for a in names)
        case t.Assign(value=t.Call(func=t.Attribute(attr="ParamSpec"))):
            return True
    return False


def _has_parameter(stmt: t.Node) -> bool:
    """Whether a definition has a type parameter `**P`."""
    if not isinstance(stmt, (t.FunctionDef, t.ClassDef)):
        return False
    return any(isinstance(p, t.ParamSpecParam) for p in stmt.type_params) or any(map(_has_parameter, stmt.body))


def _written(node: Any) -> Any:
    if isinstance(node, t.FunctionDef):
        node = _function(node)
    return with_children(node, _written) if isinstance(node, (t.Stmt, t.ExceptHandler, t.MatchCase)) else node


def _function(node: t.FunctionDef) -> t.FunctionDef:
    match node.args:
        case t.Arguments(vararg=t.Arg(annotation=t.Attribute(value=t.Name(id=first), attr="args") as note) as args,
                         kwarg=t.Arg(annotation=t.Attribute(value=t.Name(id=second), attr="kwargs")) as kwargs) \
                if first == second:
            pass
        case _:
            return node
    body = tuple(_passed_on(stmt, args.name, kwargs.name) for stmt in node.body)
    span = args.span
    start: list[t.Stmt] = [t.Assign(span, (t.Name(span, args.name),), Packed(span, args.name))]
    seen = {name for stmt in body for name in _mentioned(stmt)}
    if kwargs.name in seen:
        text = t.Name(span, "str")
        empty = t.Subscript(span, t.Name(span, "dict"), t.Tuple(span, (text, text)))
        start.append(t.AnnAssign(span, t.Name(span, kwargs.name), empty, t.Dict(span, (), ()), True))
    observed = bool({args.name, kwargs.name} & seen)
    kept = replace(args, annotation=replace(note, attr=SEEN if observed else "args"))
    body = tuple(_plain(stmt, args.name) for stmt in body)
    return replace(node, args=replace(node.args, vararg=kept, kwarg=None), body=(*start, *body))


@dataclass(frozen=True, slots=True, eq=False)
class _Forward(t.Expr):
    """`*args` of a call that passes `**kwargs` on as well."""

    star: t.Expr


def _passed_on(node: Any, args: str, kwargs: str) -> Any:
    """`node` with each `f(*args, **kwargs)` marked, and without its `**kwargs`."""
    if isinstance(node, (t.FunctionDef, t.Lambda)) and args in {a.name for a in _parameters(node.args)}:
        return node
    if isinstance(node, t.Call):
        star = [a for a in node.args if _names(a.value if isinstance(a, t.Starred) else None, args)]
        double = [k for k in node.keywords if k.name is None and _names(k.value, kwargs)]
        if star and double:
            given = tuple(_Forward(a.span, a) if a is star[0] else _passed_on(a, args, kwargs) for a in node.args)
            named = tuple(_passed_on(k, args, kwargs) for k in node.keywords if k is not double[0])
            return replace(node, func=_passed_on(node.func, args, kwargs), args=given, keywords=named)
    return with_children(node, lambda below: _passed_on(below, args, kwargs))


def _plain(node: Any, args: str) -> Any:
    if isinstance(node, _Forward):
        return node.star
    return with_children(node, lambda below: _plain(below, args))


def _names(node: t.Expr | None, name: str) -> bool:
    return isinstance(node, t.Name) and node.id == name


def _mentioned(node: t.Node) -> Iterator[str]:
    if isinstance(node, _Forward):
        return
    if isinstance(node, t.Name):
        yield node.id
    for child in children(node):
        yield from _mentioned(child)


def _parameters(args: t.Arguments) -> Iterator[t.Arg]:
    yield from (a for a in (*args.posonly, *args.args, args.vararg, *args.kwonly, args.kwarg) if a is not None)
